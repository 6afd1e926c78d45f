"""Renders two sheets with all parts of the kit, to compare with the design by eye.

Run: python tests/ui/widgets/gallery.py FOLDER [--theme light] [--lang da] [--text 1.0] [--scale 1.0]
"""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from tests.ui.widgets.gallery_cards import (
    badges,
    buttons,
    cards,
    choices,
    empty,
    explained,
    fields,
    forms,
    icons,
    loads,
    message,
    named,
    notes,
    paths,
    table,
    tags,
)
from tillid_planner.ui import widgets as kit
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.theme import apply_theme, current_theme


class Sheet(QWidget):
    def paintEvent(self, event):  # noqa: N802
        QPainter(self).fillRect(self.rect(), current_theme().window)


def question():
    return kit.Dialog(
        None,
        "Slet sagen om modtagelse fra sygehus?",
        "Fakta, begge fremstillinger og aftalen forsvinder, også fra sikkerhedskopierne. Det kan ikke fortrydes.",
        verb="Slet for altid",
        safe="Behold",
        danger=True,
    )


def menu():
    made = kit.Menu()
    made.add("Flyt til en anden", "person", key="M")
    made.add("Flyt til en anden dag", "calendar", key="D")
    made.add("Læg en opfølgning", "follow-up", key="O")
    made.add("Tag af ugen", "close", key="Del")
    return made


def sheet(title, columns):
    made = Sheet()
    outer = QVBoxLayout(made)
    outer.setContentsMargins(0, 0, 0, 16)
    outer.addWidget(kit.PageHeader(title))
    across = QHBoxLayout()
    across.setContentsMargins(24, 0, 24, 0)
    across.setSpacing(16)
    for stretch, parts in columns:
        column = QVBoxLayout()
        column.setSpacing(16)
        for part in parts:
            column.addWidget(part())
        column.addStretch(1)
        across.addLayout(column, stretch)
    outer.addLayout(across, 1)
    return made


def shell():
    made = Sheet()
    across = QHBoxLayout(made)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    nav = kit.Navigation()
    nav.set_brand("Hjemmepleje Nord")
    plan = [("today", "I dag", "today"), ("week", "Uge", "week"), ("tasks", "Opgaver", "tasks")]
    trust = [("trust", "Tillid", "matrix"), ("breach", "Brud", "breach")]
    nav.set_entries([("Planlæg", plan), ("Tillid", trust)])
    nav.select("today")
    across.addWidget(nav)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(kit.TopBar())
    actions = [
        kit.SecondaryButton("Noter, at noget gik galt", "add"),
        kit.PrimaryButton("Planlæg ugen", "week"),
    ]
    column.addWidget(kit.PageHeader("Mandag den 3. maj", "Uge 18. Fire forhold at se på.", actions=actions))
    tabs = QHBoxLayout()
    tabs.setContentsMargins(24, 0, 24, 0)
    tabs.addWidget(kit.Tabs([("a", "Overblik"), ("b", "Aftaler")]))
    column.addLayout(tabs)
    listed = kit.Card("Se på det her først", ruled=True, flush=True)
    for name, title in (
        ("warning", "Amina Holm er på 115 % i denne uge"),
        ("breach", "Samtalen er ikke holdt endnu"),
    ):
        line = QWidget()
        box = QHBoxLayout(line)
        box.setContentsMargins(16, 12, 16, 12)
        box.addWidget(kit.IconLabel(name, 20, "warn_icon" if name == "warning" else "text_muted"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(kit.TextLabel(title, weight=600))
        words.addWidget(kit.TextLabel("Fire timer skal flyttes.", muted=True))
        box.addLayout(words, 1)
        box.addWidget(kit.SecondaryButton("Flyt timer"))
        listed.body.addWidget(line)
    page = QVBoxLayout()
    page.setContentsMargins(24, 16, 24, 16)
    page.addWidget(listed)
    page.addStretch(1)
    column.addLayout(page, 1)
    across.addLayout(column, 1)
    return made


def render(widget, size, path, ratio):  # size None: as large as it asks
    app = QApplication.instance()
    if size:
        column = widget.layout()
        widget.resize(size[0], max(size[1], column.totalHeightForWidth(size[0])))
    widget.show()
    for _ in range(3):
        app.processEvents()
    picture = QPixmap(widget.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    widget.render(picture, QPoint(0, 0), QRect(QPoint(0, 0), widget.size()))
    picture.save(str(path))
    widget.close()


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--theme", default="light")
    ask.add_argument("--lang", default="da")
    ask.add_argument("--text", type=float, default=1.0)
    ask.add_argument("--scale", type=float, default=1.0)
    given = ask.parse_args()
    app = QApplication([])
    install_language(app, given.lang)
    apply_theme(app, given.theme, given.text)
    kit.install_focus_frame(app)
    given.folder.mkdir(parents=True, exist_ok=True)
    first = [
        (340, (badges, forms, named)),
        (526, (buttons, fields, choices, tags)),
        (420, (notes, explained, empty, message)),
    ]
    second = [(540, (table, cards, paths)), (300, (loads, icons))]
    name = f"{given.theme}-{given.text:g}-{given.scale:g}"
    render(
        sheet("Komponenter: trin, knapper, felter", first),
        (1366, 768),
        given.folder / f"1-{name}.png",
        given.scale,
    )
    render(
        sheet("Komponenter: kort, rækker, ikoner", second),
        (1366, 768),
        given.folder / f"2-{name}.png",
        given.scale,
    )
    render(shell(), (1366, 500), given.folder / f"3-{name}.png", given.scale)
    render(question(), None, given.folder / f"4-{name}.png", given.scale)
    render(menu(), None, given.folder / f"5-{name}.png", given.scale)


if __name__ == "__main__":
    main()

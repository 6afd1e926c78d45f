"""A unit for the tests of the week, and what works the board with the keyboard and reads its menus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tillid_planner.domain.week import Week

K = Qt.Key
WEEK = Week.of(TODAY)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY = WEEK.days[:6]


class Unit:
    """Amina (10 hours a week) and Bo hold wounds at 4; Carl holds nothing; one task waits in the tray."""

    def __init__(self, today=lambda: TODAY):
        self.session = s = a_session(today)
        self.wounds = a_task(s, "Sårpleje og sårregistrering", short_name="Sårpleje", hours_per_week=12.0)
        self.talks = a_task(s, "Pårørendesamtaler", hours_per_week=2.0, purpose="Pårørende ved, hvad der sker.")
        self.bo = a_person(s, "Bo Lindskov", weekly_hours=10.0)
        self.carl = a_person(s, "Carl Åse", weekly_hours=30.0)
        self.amina = a_person(s, "Amina Holm", weekly_hours=10.0, role="SOSU-assistent")
        for person in (self.amina, self.bo):
            rated(s, self.wounds, person, 4, 4, 4)
            agreed(s, self.wounds, person, 4)
        s.planning.place(self.wounds, self.amina, MONDAY, 5)
        s.planning.place(self.wounds, self.amina, TUESDAY, 4)

    @property
    def board(self):
        return self.session.planning.board(WEEK)

    def hours(self, task, person, day):
        card = self.board.card(task, person, day)
        return card.placement.hours if card else None


def cell(page, person, day):
    return page.model.row_of(person), page.model.column_of(day)


def stand(page, task, person, day):
    """Stand on a card."""
    card = page.board.card(task, person, day)
    page.table.setFocus()
    assert page.table.go_to_card(card.placement)


def keys(page, *pressed, text=""):
    widget = page.window().focusWidget() or page.table
    for key in pressed:
        QTest.keyClick(widget, key)
        widget = page.window().focusWidget() or page.table
    if text:
        QTest.keyClicks(widget, text)


def choose(menu, *titles):
    """Choose in a menu and its menus by the beginnings of words."""
    for title in titles:
        menu.aboutToShow.emit()
        texts = [a.text() for a in menu.actions()]
        action = next((a for a in menu.actions() if a.text().startswith(title)), None)
        assert action is not None, (title, texts)
        if action.menu() is None:
            assert action.isEnabled(), title
            action.trigger()
            return
        menu = action.menu()


def titles(menu):
    menu.aboutToShow.emit()
    return [a.text() for a in menu.actions() if not a.isSeparator()]


def sentences(page):
    return [line.sentence.text() for line in page.view.footer.lines]


def line_about(page, part):
    return next(line for line in page.view.footer.lines if part in line.sentence.text())

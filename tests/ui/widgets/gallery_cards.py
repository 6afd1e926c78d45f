"""Cards with the parts of the kit, as the sheets of the gallery show them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.paths import resources_folder
from tillid_planner.ui import widgets as kit
from tillid_planner.ui.theme import current_theme, paint_plate

NAMES = ("Vejledt", "Indstillende", "Aftalt plan", "Handler og orienterer", "Selvkørende")


def row(*items, gap=12):
    box = QHBoxLayout()
    box.setSpacing(gap)
    for item in items:
        box.addWidget(item)
    box.addStretch(1)
    return box


class Ringed(QWidget):
    """Shows a control with its focus ring, which only one control can have at a time."""

    def __init__(self, inner):
        super().__init__()
        box = QHBoxLayout(self)
        box.setContentsMargins(4, 4, 4, 4)
        box.addWidget(inner)

    def paintEvent(self, event):  # noqa: N802
        paint_plate(QPainter(self), self.rect(), None, current_theme().focus, 9, 2)


def badges():
    card = kit.Card("Trin 0–5 i tre størrelser", small_title=True)
    for side, label in ((20, "20 kort"), (24, "24 række"), (32, "32 hoved")):
        words = kit.TextLabel(label, "small", muted=True, wrap=False)
        words.setFixedWidth(64)
        card.add(row(words, *(kit.RungBadge(rung, "agreed", side) for rung in range(6)), gap=8))
    return card


def forms():
    card = kit.Card("Formen siger, hvad tallet er", small_title=True)
    grid = QGridLayout()
    kinds = (
        (4, "agreed", "aftalt"),
        (4, "suggestion", "forslag"),
        (4, "own", "egen vurdering"),
        (3, "week", "denne uge"),
        (0, "paused", "Sat på pause"),
        (None, "none", "uden aftale"),
    )
    for index, (rung, kind, name) in enumerate(kinds):
        grid.addWidget(kit.RungBadge(rung, kind, 24, name=name), index // 2, index % 2)
    card.add(grid)
    return card


def named():
    card = kit.Card("Altid tal og navn", small_title=True)
    for rung, name in enumerate(NAMES, 1):
        card.add(kit.RungBadge(rung, "agreed", 20, name=name))
    card.add(kit.RungBadge(0, "paused", 20, name="Sat på pause"))
    return card


def buttons():
    card = kit.Card("Knapper, 32 px", small_title=True)
    card.add(
        row(
            kit.PrimaryButton("Aftal trin 3"),
            Ringed(kit.PrimaryButton("Fokus")),
            kit.SecondaryButton("Vælg et andet trin"),
        )
    )
    off = kit.SecondaryButton("Ikke muligt endnu")
    off.setEnabled(False)
    card.add(row(off, kit.TextButton("Se muligheder"), kit.IconButton("more", "Mere")))
    card.add(row(kit.Button("Slet sagen", "danger_quiet", "delete"), kit.DangerButton("Slet for altid")))
    return card


def fields():
    card = kit.Card("Felter med hjælp, fejl, fokus og slukket", small_title=True)
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(12)
    hours = kit.NumberField()
    hours.setText("fem")
    wrong = kit.Field("Timer om ugen", hours)
    hours.check()
    off = kit.Field("Lovens loft", kit.LineField("Intet loft"))
    off.setEnabled(False)
    purpose = kit.LineField("Sår heler, og det kan følges")
    grid.addWidget(kit.Field("Formål", purpose, "Hvad bliver bedre, når det lykkes?"), 0, 0)
    grid.addWidget(wrong, 0, 1)
    grid.addWidget(kit.Field("Ansvarlig leder", kit.ComboBox([(1, "Mette Friis"), (2, "Bo")])), 1, 0)
    grid.addWidget(off, 1, 1)
    grid.addWidget(kit.Field("Dato", kit.DateField()), 2, 0)
    text = "Rækkefølge, hvem der ringes til, hvornår hjemmet besøges, og hvem der får besked."
    grid.addWidget(kit.Field("Frit", kit.GrowingText(text)), 2, 1)
    card.add(grid)
    return card


def choices():
    card = kit.Card("Valg og faner", small_title=True)
    scope = kit.Segmented([(1, "Opgave"), (2, "Område"), (3, "Mål")])
    scope.set_value(2)
    yes, sure = kit.RadioButton("Ja, let"), kit.CheckBox("Sikker")
    yes.setChecked(True)
    sure.setChecked(True)
    card.add(row(scope, yes, kit.RadioButton("Nej"), sure, gap=16))
    tabs = [(word, word) for word in ("Vurdering", "Aftale", "Historik", "Kommentarer")]
    card.add(kit.Tabs(tabs))
    return card


def tags():
    card = kit.Card("Mærkater, 24 px", small_title=True)
    flow = kit.FlowLayout()
    for tag in (
        kit.Tag("Hjemmepleje Nord", kind="filled"),
        kit.Tag("6,5 t", "clock"),
        kit.Tag("Rammen holder igen", "frames"),
        kit.Tag("Uden aftale", "warning", "warn"),
        kit.Tag("Åbent brud", "breach"),
        kit.Tag("Reflekteret spring", "leap"),
    ):
        flow.addWidget(tag)
    card.add(flow)
    return card


def notes():
    card = kit.Card("Se på det, stop, ramme", small_title=True)
    card.add(kit.SunkenNote("warn", "Amina Holm er på 115 %. Fire timer skal flyttes."))
    card.add(kit.SunkenNote("stop", "Opgaven må efter loven ikke gives videre."))
    card.add(kit.SunkenNote("frame", "Det handler om rammen, ikke om personen."))
    return card


def explained():
    card = kit.Card("Forklaring", small_title=True)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(kit.TextLabel("Forslag: trin 3, Aftalt plan", "section"))
    words.addWidget(kit.TextLabel("kompetence (3 af 5).", lead="Det, der sætter grænsen:"))
    words.addWidget(kit.TextLabel("kompetence på 4.", lead="Et trin op kræver:"))
    box = QHBoxLayout()
    box.setSpacing(12)
    box.addWidget(kit.RungBadge(3, "agreed", 48), 0, Qt.AlignmentFlag.AlignTop)
    box.addLayout(words, 1)
    card.add(box)
    return card


def empty():
    card = kit.Card("Tom side", small_title=True)
    sentence = "Sker der noget, noterer du fakta på et par minutter."
    card.add(kit.EmptyState("breach", "Ingen brud", sentence, "Noter, at noget gik galt"))
    return card


def message():
    card = kit.Card("Besked med Fortryd", small_title=True)
    holder = QWidget()
    holder.setFixedHeight(100)
    toast = kit.Toast(holder)
    toast.show_message("Sårpleje er flyttet til Fatima Yilmaz.", "Fortryd")
    card.add(holder)
    return card


def table():
    card = kit.Card("Rækker, 40 px", small_title=True)
    model = QStandardItemModel(0, 4)
    model.setHorizontalHeaderLabels(["Navn", "Opgave", "Aftalt trin", "Opfølgning"])
    rows = (
        ("Bo Lindskov", "Sårpleje", 5),
        ("Cæcilie Østergård", "Sårpleje", 2),
        ("Fatima Yilmaz", "Sårpleje", 4),
        ("Jytte Møller", "Medicin, rute 4", 0),
    )
    for name, task, rung in rows:
        items = [QStandardItem(text) for text in (name, task, ("Sat på pause", *NAMES)[rung], "12. maj")]
        items[2].setData((rung, "agreed"), kit.Cell.RUNG)
        for at in (1, 3):
            items[at].setData("text_muted", kit.Cell.INK)
        model.appendRow(items)
    view = kit.TableView(model, framed=True, behind="surface")
    model.setParent(view)
    view.set_widths(180, 0, 190, 110)
    view.select_row(2)
    view.hovered_row = 1
    view.setFixedHeight(view.full_height())
    card.add(view)
    return card


def loads():
    card = kit.Card("Timer i ugen, stregen er 100 %", small_title=True)
    for percent in (None, 58, 100, 115, 128):
        words = kit.TextLabel("ingen timer lagt" if percent is None else f"{percent} %", muted=True, wrap=False)
        card.add(row(kit.LoadBar(percent, wide=True), words))
    return card


def cards():
    card = kit.Card("Hvis det går galt", small_title=True)
    levels = [
        (1, "Lille: besvær, rettes i enheden"),
        (2, "Mærkbar for borger, kollega eller budget"),
        (3, "Alvorlig: helbred, sikkerhed, retsstilling"),
    ]
    group = kit.RadioCardGroup(levels)
    group.set_value(3)
    card.add(group)
    anchors = kit.RadioCardGroup(
        [
            (3, "Løser almindelige tilfælde forsvarligt, når planen er talt igennem. Ser det usædvanlige."),
            (4, "Løser også de fleste usædvanlige tilfælde. Kender sin grænse, siger til i tide."),
        ],
        vertical=True,
        numbered=True,
    )
    anchors.set_value(4)
    card.add(anchors)
    return card


def paths():
    card = kit.Card("Vej og hoved", small_title=True)
    card.add(kit.StepPath(("Vælg fil", "Kolonner", "Gennemse", "Hent"), 2))
    steps = ("Fakta", "Spor", "Egen del", "Samtale", "Årsag", "Aftale")
    card.add(kit.StepPath(steps, 3, compact=True, clickable=True))
    card.add(row(kit.Monogram("Amina Holm", 48), kit.Monogram("Bo Lindskov"), kit.LoadBar(72)))
    return card


def icons():
    card = kit.Card("Ikoner", small_title=True)
    grid = QGridLayout()
    for index, path in enumerate(sorted((resources_folder() / "icons").glob("*.svg"))):
        grid.addWidget(kit.IconLabel(path.stem, 24, "text"), index // 9, index % 9)
    card.add(grid)
    return card

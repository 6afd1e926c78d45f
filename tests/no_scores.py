"""What is a figure about somebody, and where every word of a screen or a paper can be found."""

import itertools
import re
from collections.abc import Iterator

FIGURE = re.compile(r"\d+[.,]\d+|\d+\s*%|%\s*\d+|\b(i alt|total|gennemsnit|snit|average)\b", re.IGNORECASE)
#: Dates, clock times, prices and hours look like figures about somebody and are none.
NOT_A_FIGURE = re.compile(
    r"\b\d{1,2}\.\d{2}\b|\b\d{1,2}\.\d{1,2}\.\d{2,4}\b|\d+[.,]\d+ (timer|hours?|t|h)\b|\d{4}-\d{2}-\d{2}"
    r"|\d{1,3}(\.\d{3})+ kr",
    re.IGNORECASE,
)
#: Hours and load are no ratings and may be figures; so may the size of the letters.
HOURS = re.compile(r"timer|hours|belast|\bload\b|denne uge|this week|tekststørrelse|text size", re.IGNORECASE)
RATED = re.compile(r"trin\b|rung\b|forslag|suggest|vurder|rating|kompetence|competence|intention|ønske|wish", re.I)


def figures(text: str) -> list[str]:
    """The figures in a text that are no dates, times, prices or hours."""
    return [found.group() for found in FIGURE.finditer(NOT_A_FIGURE.sub("", text))]


def about_somebody(text: str) -> list[str]:
    """The figures in a text that does not speak of hours."""
    return [] if HOURS.search(text) else figures(text)


def spoken_texts(page) -> Iterator[str]:
    """Every text of a page's widgets, tooltips and models, hidden parts included; a cell comes with its head."""
    from PySide6.QtCore import QAbstractTableModel, Qt
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QTextEdit, QWidget

    read: set[object] = set()
    for widget in [page, *page.findChildren(QWidget)]:
        group = widget.parentWidget().accessibleName() if widget.parentWidget() is not None else ""
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield f"{group}: {widget.text()}"
        elif isinstance(widget, QLineEdit | QTextEdit):
            yield f"{group}: {widget.placeholderText()}"
        model = widget.model() if isinstance(widget, QAbstractItemView) else None
        # The heads of a table are views of its model too.
        if model is None or model in read:
            continue
        read.add(model)
        columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
        across = Qt.Orientation.Horizontal
        heads = [model.headerData(column, across, Qt.ItemDataRole.DisplayRole) for column in range(columns)]
        for row, column in itertools.product(range(model.rowCount()), range(columns)):
            head = heads[column]
            for role in (
                Qt.ItemDataRole.DisplayRole,
                Qt.ItemDataRole.AccessibleTextRole,
                Qt.ItemDataRole.ToolTipRole,
            ):
                yield f"{head or ''}: {model.index(row, column).data(role) or ''}"


def painted_texts(widget, monkeypatch) -> list[str]:
    """Every text that is painted when a widget is drawn, whatever paints it."""
    from PySide6.QtGui import QPainter

    from tillid_planner.ui.widgets.text_block import TextBlock

    found: list[str] = []
    draw_text, draw_block = QPainter.drawText, TextBlock.draw

    def note_text(painter, *arguments):
        found.extend(part for part in arguments if isinstance(part, str))
        return draw_text(painter, *arguments)

    def note_block(block, *arguments):
        found.append(block._layout.text())
        return draw_block(block, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(QPainter, "drawText", note_text)
        patch.setattr(TextBlock, "draw", note_block)
        widget.grab()
    return found


def sorted_by_rating(page) -> list[str]:
    """The tables that can be put in order by a column that speaks of ratings or rungs."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QTableView

    found = []
    for table in page.findChildren(QTableView):
        model = table.model()
        if model is None or not table.isSortingEnabled():
            continue
        for column in range(model.columnCount()):
            head = str(model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")
            if RATED.search(head):
                found.append(f"{table.accessibleName()}: {head}")
    return found

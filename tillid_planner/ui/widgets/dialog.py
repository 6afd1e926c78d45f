"""Dialogs: one question, the verb on the button, the safe choice left."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, scaled
from tillid_planner.ui.widgets.buttons import Button
from tillid_planner.ui.widgets.focus import focus_near, lost_focus
from tillid_planner.ui.widgets.labels import TextLabel

_WIDTH, _PAD = 440, 18


class Dialog(QDialog):
    """A title, a text, a body for fields, and two buttons; 440 wide."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str = "",
        *,
        verb: str,
        safe: str = "",
        danger: bool = False,
        width: int = _WIDTH,
    ) -> None:
        """Ask; *verb* names what happens, *safe* (by default «Cancel») leaves everything as it is.

        With *danger* the safe choice is the default. The window's own title stays empty of contents.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Tillid Planner"))
        self.setModal(True)
        self._width = width
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        column.setSpacing(4)
        self.title = TextLabel(title, "section")
        column.addWidget(self.title)
        self.text = TextLabel(text, muted=True)
        column.addWidget(self.text)
        self.text.setVisible(bool(text))
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.body.setContentsMargins(0, 8, 0, 0)
        column.addLayout(self.body, 1)
        column.addSpacing(8)
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.addStretch(1)
        self.safe_button = Button(safe or tr("Cancel"))
        self.verb_button = Button(verb, "danger" if danger else "primary")
        for made in (self.safe_button, self.verb_button):
            made.setAutoDefault(True)
            self.row.addWidget(made)
        column.addLayout(self.row)
        self.safe_button.clicked.connect(self.reject)
        self.verb_button.clicked.connect(self.confirm)
        first = self.safe_button if danger else self.verb_button
        first.setDefault(True)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._fit()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_edge(self)

    def confirm(self) -> None:
        """Do what the verb says; override to check the fields first."""
        self.accept()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        place = lost_focus(self)
        return focus_near(self, place) if place is not None else super().focusNextPrevChild(forward)

    def _fit(self) -> None:
        column = self.layout()
        if column is None:
            return
        width = max(scaled(self._width), column.totalMinimumSize().width())
        height = column.totalHeightForWidth(width) if column.hasHeightForWidth() else 0
        self.setMinimumSize(width, max(height, column.totalMinimumSize().height()))
        self.resize(self.minimumSize())


def paint_edge(window: QWidget) -> None:
    """Draw a line just inside the edges of *window*, from its paint event."""
    painter = QPainter(window)
    line, width, height = current_theme().line, window.width(), window.height()
    for edge in (
        QRect(0, 0, width, 1),
        QRect(0, height - 1, width, 1),
        QRect(0, 0, 1, height),
        QRect(width - 1, 0, 1, height),
    ):
        painter.fillRect(edge, line)


def ask(parent: QWidget | None, title: str, text: str, verb: str, safe: str = "", *, danger: bool = False) -> bool:
    """Ask and wait; return whether the user chose the *verb*."""
    dialog = Dialog(parent, title, text, verb=verb, safe=safe, danger=danger)
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer

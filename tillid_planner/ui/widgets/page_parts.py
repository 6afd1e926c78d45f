"""Parts of every page: header, scrolling column, empty state."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import current_theme, paint_icon, paint_plate, scaled
from tillid_planner.ui.widgets.buttons import Button
from tillid_planner.ui.widgets.cards import Tag
from tillid_planner.ui.widgets.labels import TextLabel


class PageHeader(QWidget):
    """Title and subtitle left, at most three actions right, one of them primary."""

    def __init__(
        self,
        title: str = "",
        subtitle: str = "",
        *,
        tag: str = "",
        actions: Sequence[QWidget] = (),
        leading: QWidget | None = None,
        inline: bool = False,
        ruled: bool = False,
        height: int = 64,
        parent: QWidget | None = None,
    ) -> None:
        """Make the header.

        *leading* stands before the title (a monogram); *inline* puts the subtitle beside the title;
        *ruled* draws a hairline below; *height* is 64, on the board 56.
        """
        super().__init__(parent)
        self._height, self._ruled = height, ruled
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(12)
        if leading is not None:
            row.addWidget(leading)
            row.addSpacing(4)
        self.title = TextLabel(title, "page", wrap=False)
        self.subtitle = TextLabel(subtitle, muted=True, wrap=False)
        self.tag = Tag(tag)
        self._words(row, inline)
        row.addStretch(1)
        self.action_row = QHBoxLayout()
        self.action_row.setSpacing(12)
        for action in actions:
            self.action_row.addWidget(action)
        row.addLayout(self.action_row)
        self.set_words(title, subtitle, tag)

    def set_words(self, title: str, subtitle: str = "", tag: str = "") -> None:
        """Say something else."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self.tag.set_text(tag)
        self.tag.setVisible(bool(tag))

    def set_height(self, height: int) -> None:
        """Take another height in unscaled pixels, for low windows."""
        self._height = height
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        inner = super().sizeHint()
        return QSize(inner.width(), max(scaled(self._height), inner.height() - 4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ruled:
            QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, current_theme().line)

    def _words(self, row: QHBoxLayout, inline: bool) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.title)
        first.addWidget(self.tag)
        if inline:
            first.addSpacing(4)
            first.addWidget(self.subtitle)
            row.addLayout(first)
            return
        first.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addLayout(first)
        column.addWidget(self.subtitle)
        column.addStretch(1)
        row.addLayout(column)


class EmptyState(QWidget):
    """Icon, line, sentence, button: what a page says when there is nothing on it."""

    action_requested = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str = "",
        button_text: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 24, 16, 24)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(_SandCircle(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(10)
        self.title = TextLabel(title, "section", centred=True)
        column.addWidget(self.title)
        self.sentence = TextLabel(sentence, muted=True, centred=True)
        column.addWidget(self.sentence)
        # Not before it stands somewhere: until then it would be a window of its own.
        self.sentence.setVisible(bool(sentence))
        self.button = Button(button_text)
        self.button.clicked.connect(self.action_requested)
        column.addSpacing(12)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.button.setVisible(bool(button_text))
        column.addStretch(1)


class ScrollPage(QScrollArea):
    """Scrolls one column downwards; its content is at most *widest* pixels wide."""

    def __init__(self, content: QWidget, *, widest: int = 1440, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        # While it is empty: an area shows what it is given, and all of it would be dressed before it has its place.
        self.setWidget(holder)
        holder.setAutoFillBackground(False)
        content.setMaximumWidth(widest)
        row.addWidget(content, 1000)
        row.addStretch(1)
        self.content = content

    def keep_place(self) -> None:
        """Stay scrolled to where it is, although the content is about to be filled anew."""
        bar = self.verticalScrollBar()
        at = bar.value()
        # When the new content has its height; in between there may be less than there is scrolled.
        QTimer.singleShot(0, self, lambda: bar.setValue(at))


class _SandCircle(QWidget):
    """The round behind an empty page's icon."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(48), scaled(48))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        paint_plate(painter, self.rect(), theme.monogram, radius=self.width() / 2)
        side = scaled(24)
        centre = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(painter, centre, self._name, "on_monogram")

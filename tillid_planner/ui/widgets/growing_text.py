"""Several lines of text in a field that grows with them."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget
from typing_extensions import override

from tillid_planner.ui.sensitive_data import SensitiveDataWatch
from tillid_planner.ui.theme import font, line_height, scaled

_MARGIN = 4  # the document's own, inside the field
_AROUND = 2 * _MARGIN + 12  # with the padding and line of the style sheet


class GrowingText(QTextEdit):
    """Plain text; as high as its lines need. ``committed`` carries it when the field is left changed.

    Its ``watch`` is heard by the ``Field`` around it; where there is none, a ``SensitiveDataHint`` stands beside it.
    """

    committed = Signal(str)

    def __init__(
        self,
        text: str = "",
        placeholder: str = "",
        *,
        role: str = "body",
        line: int | None = None,
        min_lines: int = 2,
        max_lines: int = 12,
        fills: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make the field.

        *role* is its type size (weight 400), *line* another line height in unscaled pixels. With
        *fills* it takes the room there is instead of growing.
        """
        super().__init__(parent)
        self._role, self._line_pixels = role, line
        self._min, self._max, self._fills = min_lines, max_lines, fills
        self._kept = ""
        self.watch = SensitiveDataWatch(self)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tall = QSizePolicy.Policy.Expanding if fills else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, tall)
        self.document().setDocumentMargin(_MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.set_value(text)

    def value(self) -> str:
        """Return the text without space around it."""
        return self.toPlainText().strip()

    def set_value(self, text: str) -> None:
        """Show *text* as the kept value, without telling."""
        self._kept = text.strip()
        self.type_text(text)

    def type_text(self, text: str) -> None:
        """Show *text* as if it had just been typed: it is told when the field is left."""
        self.setPlainText(text)
        self._space_lines()

    def commit(self) -> None:
        """Tell the text now if it changed; leaving the field does it too."""
        if self.value() != self._kept:
            self._kept = self.value()
            self.committed.emit(self._kept)

    @override
    def sizeHint(self) -> QSize:
        line = self._line()
        shown = max(self._min * line, min(self._max * line, self._text_height()))
        return QSize(scaled(240), shown + _AROUND)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(96), self._min * self._line() + _AROUND if self._fills else self.sizeHint().height())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space_lines()

    def _line(self) -> int:
        return scaled(self._line_pixels) if self._line_pixels else line_height(self._role)

    def _text_height(self) -> int:
        return round(self.document().size().height()) - 2 * _MARGIN

    def _grow(self, *_: object) -> None:
        # A bar that comes and goes would break the lines elsewhere while the field grows.
        full = self._fills or self._text_height() > self._max * self._line()
        off, on = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(on if full else off)
        self.updateGeometry()

    def _space_lines(self) -> None:
        self.setFont(font(self._role, 400))
        spacing = QTextBlockFormat()
        spacing.setLineHeight(self._line(), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
        self.document().clearUndoRedoStacks()

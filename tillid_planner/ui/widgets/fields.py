"""Fields: label above, help or error below; they tell once, when editing is finished and changed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.ui.sensitive_data import SensitiveDataWatch
from tillid_planner.ui.theme import current_theme, paint_icon, scaled
from tillid_planner.ui.widgets.labels import TextLabel


class LineField(QLineEdit):
    """One line of text; ``committed`` carries it when editing is finished and it changed."""

    committed = Signal(str)

    def __init__(
        self, text: str = "", placeholder: str = "", *, large: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._large = large
        self._kept = ""
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_value(text)
        self.editingFinished.connect(self._commit)

    def value(self) -> str:
        """Return the text without space around it."""
        return self.text().strip()

    def set_value(self, text: str) -> None:
        """Show *text* as the kept value, without telling."""
        self._kept = text.strip()
        self.setText(text)
        self.setCursorPosition(0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(40 if self._large else 32))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(64), self.sizeHint().height())

    def _commit(self) -> None:
        if self.value() != self._kept:
            self._kept = self.value()
            self.committed.emit(self._kept)


class FreeLine(LineField):
    """One line in own words; its ``watch`` is heard as that of ``GrowingText``."""

    def __init__(self, text: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, placeholder, parent=parent)
        self.watch = SensitiveDataWatch(self)


class ComboBox(QComboBox):
    """One of many; ``chosen`` carries the value of the entry the user took."""

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]] = (),
        *,
        placeholder: str = "",
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Offer *options* (value, words)."""
        super().__init__(parent)
        self._large = large
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(14)
        self.setPlaceholderText(placeholder)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._values: list[object] = []
        self.set_options(options)
        self.activated.connect(self._emit_chosen)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer other entries; the value stays chosen if it is still among them."""
        value = self.value() if self.count() else None
        had = bool(self.count())
        self.blockSignals(True)
        self.clear()
        self._values = [key for key, _ in options]
        self.addItems([text for _, text in options])
        self.blockSignals(False)
        if had or self.placeholderText():
            self.set_value(value)
        self.updateGeometry()

    def value(self) -> object:
        """Return the chosen value, or None."""
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def set_value(self, value: object) -> None:
        """Choose silently; a value that is not offered chooses nothing."""
        self.blockSignals(True)
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        self.blockSignals(False)
        self.update()

    def values(self) -> Sequence[object]:
        """Return the values offered."""
        return self._values

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = [self.itemText(i) for i in range(min(self.count(), 30))] + [self.placeholderText()]
        widest = max(metrics.horizontalAdvance(text) for text in words)
        return QSize(min(widest, scaled(320)) + scaled(46), scaled(40 if self._large else 32))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(80), self.sizeHint().height())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Leave the wheel to the page: a value must not change while scrolling past.
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = scaled(16)
        place = QRectF(self.width() - side - 10, (self.height() - side) / 2, side, side)
        role = "text_muted" if self.isEnabled() else "text_disabled"
        paint_icon(QPainter(self), place, "down", role, current_theme())

    def _emit_chosen(self) -> None:
        self.chosen.emit(self.value())


class Field(QWidget):
    """A label, an editor and one line below: help, a hint, or what is wrong and what to write."""

    def __init__(
        self,
        label: str,
        editor: QWidget,
        help: str = "",
        *,
        action: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Wrap *editor*; *action* stands right of the label. Its ``error_changed`` and ``watch`` are followed."""
        super().__init__(parent)
        self.editor = editor
        self._help = help
        self._error: str | None = None
        self._nudge = ""
        column = _Column(self, editor)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.label = TextLabel(label, weight=600)
        self.label.setBuddy(editor)
        head.addWidget(self.label, 1)
        if action is not None:
            head.addWidget(action)
        column.addLayout(head)
        column.addWidget(editor, 1 if column.fills else 0)
        self._below = TextLabel("", "small", muted=True)
        column.addWidget(self._below)
        if not column.fills:
            column.addStretch(1)
        editor.setAccessibleName(label)
        changed = getattr(editor, "error_changed", None)
        if changed is not None:
            changed.connect(self.set_error)
        self.watch: SensitiveDataWatch | None = getattr(editor, "watch", None)
        if self.watch is not None:
            self.watch.changed.connect(self._set_nudge)
            self._nudge = self.watch.said
        self._show_below()

    def set_label(self, label: str) -> None:
        """Call the field something else."""
        self.label.setText(label)
        self.editor.setAccessibleName(label)

    def error(self) -> str | None:
        """Return what is wrong, or None."""
        return self._error

    def set_error(self, text: str | None) -> None:
        """Say what to write, with an amber border; None takes it away."""
        if self._error == (text or None):
            return
        self._error = text or None
        self.editor.setProperty("error", bool(text))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self._show_below()

    def set_help(self, text: str) -> None:
        """Show another help line."""
        self._help = text
        self._show_below()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.label.setEnabled(self.isEnabled())

    def _set_nudge(self, text: str) -> None:
        self._nudge = text
        self._show_below()

    def _show_below(self) -> None:
        text = self._error or self._nudge or self._help
        icon = "warning" if self._error else "info" if self._nudge else None
        self._below.set_icon(icon, "warn_icon" if self._error else "text_muted")
        self._below.set_color("warn_text" if self._error else "text_muted")
        self._below.setText(text)
        self._below.setVisible(bool(text))
        self.editor.setAccessibleDescription(text)


class _Column(QVBoxLayout):
    """Keeps a field at the top of its room, without asking for more room than its editor does."""

    def __init__(self, parent: QWidget, editor: QWidget) -> None:
        super().__init__(parent)
        self.fills = editor.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Expanding

    @override
    def expandingDirections(self) -> Qt.Orientation:
        across = Qt.Orientation.Horizontal
        return across | Qt.Orientation.Vertical if self.fills else across

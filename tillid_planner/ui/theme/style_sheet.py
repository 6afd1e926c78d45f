"""The part of the look that Qt style sheets do best: bare fields, menus, tables, scroll bars, tooltips."""

from string import Template

from tillid_planner.ui.theme.roles import Theme

_SHEET = Template("""
QToolTip { background: $toast; color: $on_toast; border: 0; padding: 6px 8px; font-size: ${small}px; }
QMainWindow, QDialog { background: $window; }
QScrollArea { background: transparent; border: 0; }

QAbstractScrollArea { border: 0; }
QPushButton { background: $surface; color: $text; border: 1px solid $field_line; border-radius: 6px;
  padding: 0 12px; min-height: ${inner}px; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton:disabled { background: $surface; color: $text_disabled; border-color: $line; }

QLineEdit, QComboBox, QSpinBox, QPlainTextEdit, QTextEdit {
  background: $surface; color: $text; border: 1px solid $field_line; border-radius: 6px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QSpinBox { padding: 0 9px; min-height: ${inner}px; }
QComboBox { padding: 0 11px; min-height: ${inner}px; combobox-popup: 0; }
QPlainTextEdit, QTextEdit { padding: 5px 6px; }
QLineEdit:focus, QComboBox:focus, QComboBox:on, QSpinBox:focus, QPlainTextEdit:focus,
QTextEdit:focus { border-color: $select_line; }
QLineEdit[error="true"], QComboBox[error="true"], QSpinBox[error="true"] {
  border: 2px solid $warn_icon; padding: 0 8px; min-height: ${error}px; }
QPlainTextEdit[error="true"], QTextEdit[error="true"] { border: 2px solid $warn_icon; padding: 4px 5px; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled,
QPlainTextEdit:disabled, QTextEdit:disabled {
  background: $sunken; color: $text_disabled; border-color: $line; }
QLineEdit[bare="true"], QPlainTextEdit[bare="true"], QTextEdit[bare="true"] {
  background: transparent; border: 0; padding: 0; min-height: 0; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; }
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; padding: 6px; outline: 0; }
QComboBox QAbstractItemView::item { min-height: ${item}px; padding: 0 8px; border-radius: 6px; color: $text; }
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover {
  background: $select_fill; color: $text; }

QMenu { background: $surface; border: 1px solid $line; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 0 28px 0 9px; min-height: ${menu}px; border-radius: 6px; color: $text; }
QMenu::item:selected { background: $select_fill; }
QMenu::item:disabled { color: $text_disabled; }
QMenu::icon { padding-left: 9px; }
QMenu::separator { height: 1px; background: $line; margin: 6px 3px; }

QTableView, QListView, QTreeView { background: $surface; border: 0; outline: 0;
  gridline-color: $line; selection-background-color: $select_fill; selection-color: $text; }
QTableView[framed="true"] { border: 1px solid $line; }
QListView::item { min-height: ${item}px; padding: 0 8px; }
QListView::item:hover { background: $hover; }
QListView::item:selected { background: $select_fill; color: $text; }
QHeaderView { background: $sunken; border: 0; }
QHeaderView::section { background: $sunken; color: $text_muted; border: 0; border-bottom: 1px solid $line;
  padding: 0 12px; font-size: ${small}px; font-weight: 400; }
QTableCornerButton::section { background: $sunken; border: 0; }

QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $scroll; border: 0; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: $field_line; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $select_line; }
QProgressBar { background: $load_track; border: 0; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton { background: transparent; color: $text; border: 0; border-radius: 6px;
  padding: 4px 8px; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QAbstractItemView { background: $surface; outline: 0;
  selection-background-color: $accent; selection-color: $on_accent; }
""")
#: The contrast theme has no fills, so what is chosen has a frame.
_CONTRAST = Template("""
QMenu::item, QListView::item, QComboBox QAbstractItemView::item { border: 2px solid transparent; }
QMenu::item:selected, QListView::item:selected, QComboBox QAbstractItemView::item:selected {
  border: 2px solid $select_line; }
""")


def style_sheet(theme: Theme, text_scale: float) -> str:
    """Return the application's style sheet for *theme*; *text_scale* is the factor on type sizes."""
    inner = round(32 * text_scale) - 2
    sheet = Template(_SHEET.template + _CONTRAST.template) if theme.name == "contrast" else _SHEET
    return sheet.substitute(
        {role: theme.hex(role) for role in theme.roles},
        scroll=theme.hex("line" if theme.name != "contrast" else "field_line"),
        small=round(12 * text_scale),
        inner=inner,
        error=inner - 2,
        item=inner,
        menu=inner + 2,
    )

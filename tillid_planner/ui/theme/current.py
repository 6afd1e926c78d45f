"""Which theme holds now: applying it to the application, and following the system."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tillid_planner.ui.theme import fonts
from tillid_planner.ui.theme.roles import THEME_NAMES, Theme, load_theme
from tillid_planner.ui.theme.style_sheet import style_sheet


class _Current(QObject):
    """The one theme of the process and the news of its change."""

    theme_changed = Signal()
    ratings_hidden_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.choice = "light"
        self.theme: Theme | None = None
        self.ratings_hidden = False
        self.follows = False
        self.styled = False

    def follow(self) -> None:
        """Take the system's new colour scheme, if the user asked for that."""
        app = QApplication.instance()
        if self.choice == "system" and isinstance(app, QApplication):
            _put_on(app, "system")


_current = _Current()
theme_changed = _current.theme_changed
ratings_hidden_changed = _current.ratings_hidden_changed


def current_theme() -> Theme:
    """Return the theme that holds now; the light one until another is applied."""
    return _current.theme or load_theme("light")


def style_arguments() -> list[str]:
    """Return the arguments that give an application its style as it is made.

    Setting it later hands the style back to Python, and a hundred names with it that nobody asked for.
    """
    _current.styled = True
    return ["-style", "Fusion"]


def apply_theme(app: QApplication, name: str = "system", text_scale: float = 1.0) -> Theme:
    """Dress *app* in «light», «dark», «contrast» or «system», with type sizes times *text_scale*.

    «system» follows the desktop's colour scheme, also when it changes later. Returns the theme;
    raises ValueError for an unknown name. Emits ``theme_changed``.
    """
    if name != "system" and name not in THEME_NAMES:
        raise ValueError(f"no theme called {name!r}")
    hints = QGuiApplication.styleHints()
    if not _current.follows:
        hints.colorSchemeChanged.connect(_current.follow)
        _current.follows = True
    _current.choice = name
    fonts.set_text_scale(text_scale)
    # The title bar is the platform's: it follows the colour scheme, so that is told too.
    if name == "system":
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(Qt.ColorScheme.Dark if name == "dark" else Qt.ColorScheme.Light)
    return _put_on(app, name)


def ratings_hidden() -> bool:
    """Whether ratings and notes are hidden: badges and texts are painted as grey blocks."""
    return _current.ratings_hidden


def set_ratings_hidden(on: bool) -> None:
    """Hide ratings and notes on every page, or show them again; emits ``ratings_hidden_changed``."""
    if on != _current.ratings_hidden:
        _current.ratings_hidden = on
        ratings_hidden_changed.emit(on)
        for widget in QApplication.allWidgets():
            widget.update()


def _put_on(app: QApplication, name: str) -> Theme:
    theme = load_theme(system_theme() if name == "system" else name)
    _current.theme = theme
    if not _current.styled:
        # Asked of the application, a style under a style sheet has no name.
        app.setStyle("Fusion")
        _current.styled = True
    app.setPalette(theme.palette())
    app.setFont(fonts.font("body"))
    app.setStyleSheet(style_sheet(theme, fonts.text_scale()))
    theme_changed.emit()
    return theme


def system_theme() -> str:
    """Return the theme that suits the desktop: «light», «dark» or «contrast»."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)  # from Qt 6.10
    if accessibility is not None:
        preference = accessibility().contrastPreference()
        if preference == Qt.ContrastPreference.HighContrast:
            return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

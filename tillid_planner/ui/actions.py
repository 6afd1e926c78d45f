"""Pages and shortcuts as data."""

from __future__ import annotations

from dataclasses import dataclass

from tillid_planner.ui.texts import tr


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page: where in ``ui`` its class is, its icon and its group in the navigation.

    A page without a group is reached from other pages; ``shown_as`` is the entry marked meanwhile.
    """

    module: str
    class_name: str
    icon: str = ""
    group: str = ""
    shown_as: str = ""


PAGES: dict[str, PageEntry] = {
    "today": PageEntry("today.page", "TodayPage", "today", "plan"),
    "week": PageEntry("week.page", "WeekPage", "week", "plan"),
    "tasks": PageEntry("register.tasks", "TasksPage", "tasks", "plan"),
    "people": PageEntry("register.people", "PeoplePage", "people", "plan"),
    "trust": PageEntry("trust.page", "TrustPage", "matrix", "trust"),
    "breaches": PageEntry("breach.page", "BreachesPage", "breach", "trust"),
    "frames": PageEntry("frames.page", "FramesPage", "frames", "lead"),
    "mirror": PageEntry("mirror.page", "MirrorPage", "reflection", "lead"),
    "settings": PageEntry("settings.page", "SettingsPage", "settings", "lead"),
    "person": PageEntry("person.page", "PersonPage", shown_as="people"),
    "prepare": PageEntry("person.prepare", "PreparePage", shown_as="people"),
    "import": PageEntry("importing.page", "ImportPage", shown_as="people"),
}

SHORTCUTS: dict[str, tuple[str, ...]] = {
    "search": ("Ctrl+K",),
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Y", "Ctrl+Shift+Z"),
    "hide": ("Ctrl+Shift+H",),
    "note_breach": ("Ctrl+Shift+B",),
    "lock": ("Ctrl+L",),
}


def page_name(key: str) -> str:
    """Return what a page that stands in the navigation is called."""
    return {
        "today": tr("Today"),
        "week": tr("Week"),
        "tasks": tr("Tasks"),
        "people": tr("People"),
        "trust": tr("Trust"),
        "breaches": tr("Breaches"),
        "frames": tr("Frames"),
        "mirror": tr("Mirror"),
        "settings": tr("Settings"),
    }[key]

"""The page of frames as pictures: the table with a control, its form, its effect on a task, and an empty page."""

from __future__ import annotations

from collections.abc import Callable

from tillid_planner.gallery.week import Stage
from tillid_planner.services import session as sessions
from tillid_planner.ui.desk import Target
from tillid_planner.ui.frames.page import FramesPage

_SHOWN = "Makkertjek af plan inden kl. 15"


def _page(stage: Stage) -> FramesPage:
    control = next(v.control.id for v in stage.session.controls.all() if v.control.name == _SHOWN)
    stage.go("frames", Target(act=f"control:{control}"))
    assert stage.window.shell is not None
    page = stage.window.shell.page("frames")
    assert isinstance(page, FramesPage)
    return page


def controls(stage: Stage) -> None:
    """Show the table with a control beside it."""
    _page(stage)


def edited(stage: Stage) -> None:
    """Show the form of a control."""
    _page(stage).view.panel.edit_requested.emit()


def effect(stage: Stage) -> None:
    """Show what a control changes on a task, with the consent given."""
    page = _page(stage)
    page.view.panel.effect_requested.emit(next(iter(page.view.panel.effect_buttons)))
    page.view.effect.consent.setChecked(True)


def clean_up(stage: Stage) -> None:
    """Show the yearly clean-up."""
    stage.go("frames", Target(act="clean_up"))


def empty(stage: Stage) -> None:
    """Show the page of a unit without controls."""
    stage.window.show_session(sessions.in_memory("Hjemmepleje Nord"), "frames")


SCENES: dict[str, Callable[[Stage], None]] = {
    "frames-controls": controls,
    "frames-control-form": edited,
    "frames-effect": effect,
    "frames-clean-up": clean_up,
    "frames-empty": empty,
}

"""The menu for starting from another week: the one before, or a template."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.domain.week import Week
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.week.place_menus import submenu
from tillid_planner.ui.week.planning_actions import PlanningActions
from tillid_planner.ui.widgets import Dialog, Field, LineField, Menu, ask
from tillid_planner.ui.widgets.form_draft import FormDraft


class WeekCopying(QObject):
    """Fills the menu each time it is opened."""

    def __init__(self, desk: Desk, plan_actions: PlanningActions, menu: Menu, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._plan_actions, self._menu, self._page = desk, plan_actions, menu, page
        self._week = Week.of(desk.session.today())
        menu.aboutToShow.connect(self.fill)
        self.fill()

    def show_week(self, week: Week) -> None:
        """Copy into another week from now on."""
        self._week = week
        self.fill()

    def fill(self) -> None:
        """Offer the week before and the templates there are."""
        menu, week = self._menu, self._week
        menu.clear()
        before = menu.add(
            tr("From week {number}", number=week.before.number),
            "copy",
            lambda: self._plan_actions.copy_week(week.before, week),
        )
        before.setEnabled(week.before != week)
        templates = by_name(self._desk.session.planning.templates(), lambda template: template.name)
        use = submenu(menu, tr("From a template"))
        use.menuAction().setEnabled(bool(templates))
        drop = submenu(menu, tr("Delete a template"))
        drop.menuAction().setEnabled(bool(templates))
        for template in templates:
            use.add(
                template.name, None, partial(self._plan_actions.apply_template, template.id or 0, template.name, week)
            )
            drop.add(template.name, None, partial(self._remove, template.id or 0, template.name))
        menu.removeAction(drop.menuAction())
        menu.addSeparator()
        menu.add(tr("Keep as a template …"), None, self.name_template)
        menu.addAction(drop.menuAction())

    def name_template(self) -> None:
        """Ask for a name and keep the week under it."""
        dialog = TemplateDialog(self._desk, self._plan_actions, self._week, self._page)
        dialog.exec()
        dialog.deleteLater()

    def _remove(self, template_id: int, name: str) -> None:
        if ask(
            self._page,
            tr("Delete the template “{name}”?", name=name),
            tr("The weeks made from it stay as they are."),
            tr("Delete the template"),
            tr("Keep"),
            danger=True,
        ):
            self._plan_actions.remove_template(template_id, name)


class TemplateDialog(Dialog):
    """Asks for the name of a template."""

    def __init__(self, desk: Desk, plan_actions: PlanningActions, week: Week, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            tr("Keep the week as a template"),
            tr("Who has what on which weekday. Fixed days are not part of it: they place themselves."),
            verb=tr("Keep the template"),
        )
        self._plan_actions, self._week = plan_actions, week
        self.name = LineField()
        self.field = Field(tr("Name"), self.name)
        self.draft = FormDraft(desk, self)
        self.draft.bind("name", self.name)
        self.body.addWidget(self.draft.note)
        self.body.addWidget(self.field)
        self.draft.begin(DraftSubject(DraftForm.WEEK, part="template"))
        self.name.setFocus()

    @override
    def confirm(self) -> None:
        """Keep it, or say what is wrong with the name."""
        reply = self._plan_actions.save_template(self.name.value(), self._week)
        if reply.invalid is not None:
            self.field.set_error(self._plan_actions.fault_words(reply))
        else:
            self.draft.end()
            self.accept()

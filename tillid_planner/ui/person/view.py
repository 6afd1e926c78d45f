"""The page of one person or team: what stands where."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tillid_planner.ui.actions import page_name
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.comments_tab import CommentsTab
from tillid_planner.ui.person.development_tab import DevelopmentTab
from tillid_planner.ui.person.overview import Overview
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, IconButton, Menu, Monogram, Tabs
from tillid_planner.ui.widgets.focus import focus_reason
from tillid_planner.ui.widgets.page_tabs import RecordsTab
from tillid_planner.ui.widgets.quiet_head import QuietHead

OVERVIEW, AGREEMENTS, FOLLOW_UPS, TALKS, BREACHES, OWN, COMMENTS, DEVELOPMENT, SHOWN = (
    "overview",
    "agreements",
    "follow_ups",
    "talks",
    "breaches",
    "own",
    "comments",
    "development",
    "shown",
)


class PersonView(QWidget):
    """Head with name and acts, tabs, and one widget for each tab."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.monogram = Monogram("", 48)
        self.print_button = Button(tr("Print everything"), icon="print")
        self.prepare_button = Button(tr("Prepare a conversation"), "primary", "conversation")
        self.more = IconButton("more", tr("More"))
        self.menu = Menu(parent=self)
        self.header = QuietHead(
            page_name("people"), leading=self.monogram, actions=(self.print_button, self.prepare_button, self.more)
        )
        self.tabs = Tabs([], accessible=tr("What is known"))
        self.overview = Overview(desk.words)
        self.agreements = RecordsTab(
            tr("Agreements"),
            "rung",
            tr("No agreements yet"),
            tr("An agreement says the rung, the purpose, the limits, and when you meet about it."),
        )
        self.follow_ups = RecordsTab(
            tr("Follow-ups"),
            "follow-up",
            tr("No follow-ups yet"),
            tr("Every agreement brings its first follow-up with it."),
        )
        self.talks = RecordsTab(
            tr("Conversations"),
            "conversation",
            tr("No conversations yet"),
            tr("Prepare one, and each of you writes a half before you talk. The step you end with is kept here."),
        )
        self.breaches = RecordsTab(
            tr("Breaches"),
            "breach",
            tr("No breaches"),
            tr("If something goes wrong, you note the facts in a couple of minutes."),
        )
        self.own_button = Button(tr("Write what is said"), icon="edit")
        self.own = RecordsTab(
            tr("Own view and wishes"),
            "person",
            tr("Nothing from the employee yet"),
            tr("Ask how the employee sees the task and which rung she or he would choose, and write it as it is said."),
            action=self.own_button,
        )
        self.comments = CommentsTab(desk, across=True)
        self.development = DevelopmentTab(desk)
        self.show_button = Button(tr("Shown today"), icon="show")
        self.shown = RecordsTab(
            tr("Shown to the employee"),
            "show",
            tr("Nothing to show yet"),
            tr("When something is agreed, you can note here that the employee has seen it."),
            action=self.show_button,
        )
        self.pages: dict[str, QWidget] = {
            OVERVIEW: self.overview,
            AGREEMENTS: self.agreements,
            FOLLOW_UPS: self.follow_ups,
            TALKS: self.talks,
            BREACHES: self.breaches,
            OWN: self.own,
            COMMENTS: self.comments,
            DEVELOPMENT: self.development,
            SHOWN: self.shown,
        }
        self._lay_out()

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        for page in self.pages.values():
            self.stack.addWidget(page)
        tab_row = QHBoxLayout()
        tab_row.setContentsMargins(24, 0, 24, 0)
        tab_row.addWidget(self.tabs)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addLayout(tab_row)
        outer.addWidget(self.stack, 1)

    def show_tab(self, key: str) -> None:
        """Show the page of a tab."""
        self.stack.setCurrentWidget(self.pages[key])

    def take_focus(self, key: str) -> None:
        """Put the keyboard on the first thing that can be read or done on a tab."""
        if key == OVERVIEW and self.overview.current() is not None:
            self.overview.table.setFocus(focus_reason())
        elif key == OVERVIEW:
            self.overview.empty.button.setFocus(focus_reason())
        else:
            self.tabs.setFocus(focus_reason())

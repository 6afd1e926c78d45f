"""The tabs of one person's page: agreements, follow-ups, breaches, own view, comments and conversations."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.builders import TODAY, a_person
from tests.ui.person.shown_person import show
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.conversation import Side, StepKind
from tillid_planner.domain.rating import Rater
from tillid_planner.ui.desk import Target
from tillid_planner.ui.person.own_rating_dialog import OwnRatingDialog
from tillid_planner.ui.person.page import PersonPage
from tillid_planner.ui.widgets.link import Link


class TestTabs:
    def choose(self, qtbot, page, key):
        tabs = page.view.tabs
        place = tabs.tabRect(tabs._keys.index(key)).center()
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=place)
        return page.view.pages[key]

    def rows(self, tab):
        return [tab.list.records.index(row).data() for row in range(tab.list.records.rowCount())]

    def test_agreements_newest_first_with_their_lines(self, qtbot, page, amina):
        show(page, amina[0])
        rows = self.rows(self.choose(qtbot, page, "agreements"))
        assert len(rows) == 4
        assert rows[-1].startswith("7. maj · Sårpleje: Trin 2, Indstillende, blev aftalt og accepteret.")
        assert "Spørg mig, når: Du er i tvivl." in rows[-1]

    def test_follow_ups_planned_first_then_those_held(self, qtbot, page, amina):
        show(page, amina[0])
        rows = self.rows(self.choose(qtbot, page, "follow_ups"))
        assert "Planlagt" in rows[0]
        assert "Opfølgning: delvis." in rows[-2]
        assert "Opfølgning: god. Gik fint.\nBorgeren: Der ventes kortere." in rows[-1]

    def test_a_breach_that_is_closed_says_so(self, qtbot, page, amina):
        show(page, amina[0])
        rows = self.rows(self.choose(qtbot, page, "breaches"))
        assert rows == ["26. juni · Sårpleje: Lukket 11. juli. Fotoet manglede."]

    def test_own_view_stands_with_wish_and_words(self, qtbot, page, unit, amina):
        unit.trust.rate(amina[1]["more"], amina[0], Dimension.COMPETENCE, 5, rater=Rater.EMPLOYEE)
        show(page, amina[0])
        (row,) = self.rows(self.choose(qtbot, page, "own"))
        assert row == (
            "Ernæring: Ville vælge trin 4, Handler og orienterer. Kompetence: 5 af 5. «Jeg kan godt selv.»\n"
            "Aftalt: trin 2."
        )

    def test_a_comment_is_written_by_keyboard(self, qtbot, page, unit, amina):
        show(page, amina[0])
        tab = self.choose(qtbot, page, "comments")
        qtbot.mouseClick(tab.add_button, Qt.MouseButton.LeftButton)
        assert tab.task_field.error() == "Vælg den opgave, det handler om."
        tab.task.set_value(amina[1]["more"])
        qtbot.mouseClick(tab.add_button, Qt.MouseButton.LeftButton)
        assert tab.field.error() == "Skriv kommentaren først."
        tab.text.setFocus()
        qtbot.keyClicks(tab.text, "Jeg vil gerne <b>mere</b>.")
        qtbot.keyClick(tab.add_button, Qt.Key.Key_Space)
        assert unit.person_review.of(amina[0]).comments[0].author is Rater.EMPLOYEE
        QApplication.processEvents()
        said = [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]
        assert {"Amina Holm, 23. november", "Jeg vil gerne <b>mere</b>."} <= set(said)
        assert tab.text.value() == ""
        wanted = []
        page.desk.page_requested.connect(lambda key, target: wanted.append((key, target.task_id)))
        (task,) = (link for link in tab.findChildren(Link) if link.isVisible())
        assert task.text() == "Ernæring"
        qtbot.mouseClick(task, Qt.MouseButton.LeftButton)
        assert wanted == [("trust", amina[1]["more"])]
        tab.delete_buttons[0].click()
        assert not unit.person_review.of(amina[0]).comments
        page.desk.undo()
        assert len(unit.person_review.of(amina[0]).comments) == 1

    def test_a_comment_that_is_begun_stays_when_the_page_is_made_anew(self, qtbot, page, unit, amina, themed_app):
        show(page, amina[0])
        self.choose(qtbot, page, "comments").text.set_value("Halvt")
        page.desk.drafts_due.emit()
        other = PersonPage(page.desk)
        qtbot.addWidget(other)
        show(other, amina[0], act="comments")
        assert other.view.comments.text.value() == "Halvt"

    def test_a_comment_that_is_begun_waits_while_one_looks_at_somebody_else(self, qtbot, page, unit, amina):
        other = a_person(unit, "Bo Lindskov")
        show(page, amina[0])
        self.choose(qtbot, page, "comments").text.set_value("Halvt")
        page.open_target(Target(assignee_id=other, act="comments"))
        assert page.view.comments.text.value() == ""
        page.open_target(Target(assignee_id=amina[0], act="comments"))
        assert page.view.comments.text.value() == "Halvt"

    def test_a_tab_that_is_open_follows_what_changes(self, qtbot, page, unit, amina):
        show(page, amina[0])
        tab = self.choose(qtbot, page, "breaches")
        page.desk.run(lambda: unit.breaches.note(amina[1]["more"], amina[0], "Noget nyt."))
        assert "Noget nyt." in self.rows(tab)[0]

    def test_shown_today_marks_everything_at_once(self, qtbot, page, unit, amina):
        show(page, amina[0])
        tab = self.choose(qtbot, page, "shown")
        assert all("Ikke vist endnu." in row for row in self.rows(tab))
        qtbot.mouseClick(page.view.show_button, Qt.MouseButton.LeftButton)
        assert all("Vist for medarbejderen 23. november." in row for row in self.rows(tab))
        assert not page.view.show_button.isEnabled()

    def test_shown_covers_a_case_as_it_covers_an_agreement(self, qtbot, page, unit, amina):
        show(page, amina[0])
        tab = self.choose(qtbot, page, "shown")
        case = unit.person_review.of(amina[0]).breaches[0]
        assert sum(record.icon == "breach" for record in tab.list.records.records) == 1
        qtbot.mouseClick(page.view.show_button, Qt.MouseButton.LeftButton)
        assert unit.cases.get(case.id).shown_on is not None
        assert not page.view.show_button.isEnabled()
        unit.history.undo()
        assert unit.cases.get(case.id).shown_on is None

    def test_one_click_on_a_record_opens_it(self, qtbot, page, unit, amina):
        show(page, amina[0])
        wanted = []
        page.desk.page_requested.connect(lambda key, target: wanted.append((key, target.act)))
        tab = self.choose(qtbot, page, "breaches")
        place = tab.list.visualRect(tab.list.model().index(0, 0)).center()
        qtbot.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        case = unit.person_review.of(amina[0]).breaches[0].id
        assert wanted == [("breaches", f"case:{case}")]

    def test_what_the_employee_says_is_written_from_her_page(self, qtbot, page, unit, amina, monkeypatch):
        show(page, amina[0])
        self.choose(qtbot, page, "own")

        def write(dialog):
            dialog.confirm()
            assert dialog.task_field.error()
            dialog.task.set_value(amina[1]["course"])
            dialog.confirm()
            assert "mindst én" in dialog.task_field.error()
            dialog.folds.groups[Dimension.RESOURCES].choose(2)
            dialog.confirm()
            return dialog.result()

        monkeypatch.setattr(OwnRatingDialog, "exec", write)
        before = unit.trust.sheet(amina[1]["course"], amina[0])
        qtbot.mouseClick(page.view.own_button, Qt.MouseButton.LeftButton)
        after = unit.trust.sheet(amina[1]["course"], amina[0])
        assert after.employee_ratings[Dimension.RESOURCES].value == 2
        assert (after.ratings, after.suggestion) == (before.ratings, before.suggestion)

    def test_enter_on_a_record_opens_its_pair_and_on_a_breach_its_case(self, qtbot, page, unit, amina):
        show(page, amina[0])
        wanted = []
        page.desk.page_requested.connect(lambda key, target: wanted.append((key, target.task_id, target.act)))
        for part in ("agreements", "breaches"):
            tab = self.choose(qtbot, page, part)
            tab.list.setFocus()
            qtbot.keyClick(tab.list, Qt.Key.Key_End)
            qtbot.keyClick(tab.list, Qt.Key.Key_Return)
        case = unit.person_review.of(amina[0]).breaches[0].id
        assert wanted == [("trust", amina[1]["course"], ""), ("breaches", None, f"case:{case}")]

    def test_nothing_there_says_what_would_be(self, qtbot, page, unit):
        show(page, a_person(unit))
        for key, tab in page.view.pages.items():
            if key != "overview":
                self.choose(qtbot, page, key)
                assert tab.empty.isVisible()


class TestConversations:
    def held(self, unit, amina):
        person, tasks = amina[0], [amina[1]["course"], amina[1]["more"]]
        unit.conversations.begin(person, tasks)
        number = unit.conversations.under_way(person).id
        for side, rung in ((Side.LEADER, 3), (Side.EMPLOYEE, 4)):
            for task in tasks:
                unit.conversations.write(number, task, side, rung=rung, reason=f"Ord fra {side}")
            unit.conversations.close_half(number, side)
        return number

    def test_the_step_and_both_sides_can_be_read_afterwards(self, page, unit, amina):
        number = self.held(unit, amina)
        unit.conversations.end(
            number,
            "To uger på trin 4.",
            kind=StepKind.FOLLOW_UP,
            task_id=amina[1]["course"],
            on=TODAY + timedelta(days=14),
        )
        show(page, amina[0], act="talks")
        records = page.view.talks.list.records
        said = records.index(0).data()
        assert records.rowCount() == 1
        assert said.startswith("23. november: To uger på trin 4. Sårpleje · En opfølgning, ses på 7. december")
        assert "– Leder: trin 3, Aftalt plan. Ord fra leader" in said
        assert "– Amina Holm: trin 4, Handler og orienterer. Ord fra employee" in said

    def test_one_under_way_is_gone_on_with_and_told_nowhere(self, page, unit, amina):
        self.held(unit, amina)
        show(page, amina[0], act="talks")
        assert page.view.prepare_button.text() == "Fortsæt samtalen"
        assert page.view.talks.empty.isVisible()

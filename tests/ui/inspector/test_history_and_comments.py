"""The history and the comments of a pair in the inspector."""

from datetime import timedelta

from tests.builders import agreed, rated
from tests.ui.inspector.pair import LEFT, sheet
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.domain.rating import Rater


def test_history_is_newest_first_in_sentences_with_the_suggestion_of_that_day(open_pair, unit, days, qtmodeltester):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    days.day += timedelta(days=1)
    holds = agreed(unit, unit.task, unit.person, 2)
    days.day += timedelta(days=7)
    planned = sheet(unit).next_follow_up
    unit.following.hold(planned.id, Outcome.GOOD, gain_seen="Såret blev set i tide.")
    page = open_pair()
    model = page.inspector.history.model
    qtmodeltester.check(model)
    lines = [model.index(row).data() for row in range(model.rowCount())]
    assert lines[0] == "1. december: Opfølgning: god. Borgeren: Såret blev set i tide."
    assert lines[1].startswith("24. november: Trin 2, Indstillende, blev aftalt og accepteret. Forslaget den dag var")
    assert holds.reason in lines[1]
    assert lines[-1].startswith("23. november: Kompetence vurderet til 3. Løser almindelige tilfælde")


def test_an_empty_history_says_so(open_pair):
    page = open_pair()
    page.inspector.show_tab("history")
    assert page.inspector.history.empty.isVisible()


def test_comments_are_added_deleted_and_brought_back(open_pair, unit, qtbot):
    page = open_pair()
    page.inspector.show_tab("comments")
    tab = page.inspector.comments
    qtbot.mouseClick(tab.add_button, LEFT)
    assert tab.field.error()
    qtbot.keyClicks(tab.text, "Jeg vil gerne prøve selv.")
    qtbot.mouseClick(tab.add_button, LEFT)
    (comment,) = sheet(unit).comments
    assert (comment.author, comment.text) == (Rater.EMPLOYEE, "Jeg vil gerne prøve selv.")
    assert tab.text.value() == ""
    assert page.inspector.tabs.tabText(3) == "Kommentarer (1)"
    tab.delete_buttons[0].click()
    assert sheet(unit).comments == []
    page.desk.undo()
    assert len(sheet(unit).comments) == 1


def test_a_comment_not_added_yet_is_kept_when_another_cell_is_chosen(open_pair, unit, qtbot):
    page = open_pair()
    page.inspector.show_tab("comments")
    qtbot.keyClicks(page.inspector.comments.text, "Husk at spørge.")
    page.table.select_pair(unit.other, unit.person)
    assert page.inspector.comments.text.value() == ""
    page.table.select_pair(unit.task, unit.person)
    assert page.inspector.comments.text.value() == "Husk at spørge."
    assert page.inspector.comments.draft.note.isVisibleTo(page.inspector)
    assert sheet(unit).comments == []

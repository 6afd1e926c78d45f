"""PlanningActions without an agreement or on a day away: what is asked, and the way to the agreement and back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.builders import agreed, rated
from tests.ui.week.unit import (
    FRIDAY,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    K,
    cell,
    choose,
    keys,
    line_about,
    sentences,
    stand,
    titles,
)
from tillid_planner.content import words
from tillid_planner.domain.agreement import AgreementState
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.shell import Shell


def drop_on_carl(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, K.Key_Space, K.Key_Down, K.Key_Down, K.Key_Return)
    return page.board_input.menu


def test_without_an_agreement_one_is_asked_and_can_place_it_marked(page, unit):
    menu = drop_on_carl(page, unit)
    assert titles(menu)[0] == "Carl Åse har ingen aftale om sårpleje"
    assert unit.hours(unit.wounds, unit.carl, MONDAY) is None
    choose(menu, "Læg uden aftale")
    menu.hide()
    assert unit.board.card(unit.wounds, unit.carl, MONDAY).marks == ("no_agreement",)
    assert "uden aftale" in page.model.sentence(*cell(page, unit.carl, MONDAY))
    assert any("Carl Åse har ingen aftale om sårpleje endnu." in said for said in sentences(page))


def test_without_an_agreement_one_can_go_and_agree(page, unit):
    menu = drop_on_carl(page, unit)
    choose(menu, "Vurdér og aftal")
    menu.hide()
    assert unit.hours(unit.wounds, unit.carl, MONDAY) == 5
    assert page.asked == [("trust", Target(task_id=unit.wounds, assignee_id=unit.carl))]


def test_without_an_agreement_one_can_leave_it(page, unit):
    drop_on_carl(page, unit).hide()
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 5
    assert unit.hours(unit.wounds, unit.carl, MONDAY) is None


def test_a_drop_on_an_absence_says_so_in_the_question(page, unit):
    for person in (unit.bo, unit.carl):
        unit.session.planning.add_absence(person, MONDAY, MONDAY)
    page.refresh()
    menu = drop_on_carl(page, unit)
    assert titles(menu)[:2] == [
        "Carl Åse er fraværende mandag 23. november",
        "Carl Åse har ingen aftale om sårpleje",
    ]
    menu.hide()
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, K.Key_Space, K.Key_Down, K.Key_Return)
    menu = page.board_input.menu
    assert titles(menu)[:2] == ["Bo Lindskov er fraværende mandag 23. november", "Læg alligevel"]
    assert unit.hours(unit.wounds, unit.bo, MONDAY) is None
    choose(menu, "Læg alligevel")
    menu.hide()
    assert unit.hours(unit.wounds, unit.bo, MONDAY) == 5


def offered(unit, person):
    session = unit.session
    rated(session, unit.talks, person, 4, 4, 4)
    return agreed(session, unit.talks, person, 4, state=AgreementState.OFFERED)


def test_an_offer_shows_on_the_card_and_leads_to_the_agreement(page, unit):
    unit.session.planning.place(unit.talks, unit.bo, MONDAY, 1)
    offered(unit, unit.bo)
    page.refresh()
    said = page.model.sentence(*cell(page, unit.bo, MONDAY))
    assert said == "Bo Lindskov, mandag: Pårørendesamtaler, trin 4 tilbudt, 1 time"
    assert sentences(page) == [
        "Bo Lindskov har fået tilbudt en aftale om pårørendesamtaler, men den er ikke accepteret endnu."
    ]
    stand(page, unit.talks, unit.bo, MONDAY)
    card = page.inspector.card
    assert card.agree_button.isHidden()
    assert card.offer_link.text() == "Trin 4 er tilbudt – se aftalen"
    card.offer_link.click()
    line_about(page, "tilbudt").action.click()
    assert page.asked == 2 * [("trust", Target(unit.talks, unit.bo, "agreement"))]


def test_from_the_agreement_a_way_leads_back_to_the_card(themed_app, qtbot, unit):
    unit.session.planning.place(unit.talks, unit.bo, TUESDAY, 1)
    unit.session.planning.place(unit.talks, unit.bo, FRIDAY, 1)
    desk = Desk(unit.session, words("da"))
    shell = Shell(desk)
    desk.setParent(shell)
    qtbot.addWidget(shell)
    shell.resize(1366, 768)
    shell.show()
    shell.show_page("trust")
    trust = shell.page("trust")
    assert trust.view.back_button.isHidden()
    shell.show_page("week")
    page = shell.page("week")
    stand(page, unit.talks, unit.bo, FRIDAY)
    page.inspector.card.agree_button.click()
    assert shell.page_key == "trust"
    assert trust.view.back_button.text() == "Tilbage til ugen"
    offered(unit, unit.bo)
    qtbot.mouseClick(trust.view.back_button, Qt.MouseButton.LeftButton)
    assert shell.page_key == "week"
    assert page.board_input.current_card().key == (unit.talks, unit.bo, FRIDAY)
    assert shell.focusWidget() is page.table
    shell.show_page("trust")
    assert trust.view.back_button.isHidden()


def test_a_menu_asks_as_a_drop_does_where_there_is_no_agreement(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    page.inspector.card.place_button.click()
    choose(page.inspector.card.place_menu, "Carl Åse – ingen aftale", "Onsdag")
    menu = page.board_input.menu
    assert titles(menu)[0] == "Carl Åse har ingen aftale om sårpleje"
    assert unit.board.card(unit.wounds, unit.carl, WEDNESDAY) is None
    choose(menu, "Læg uden aftale")
    assert unit.hours(unit.wounds, unit.carl, WEDNESDAY) == 5


def test_a_missing_agreement_leads_to_the_pair(page, unit):
    unit.session.planning.place(unit.talks, unit.bo, MONDAY, 1)
    page.refresh()
    line_about(page, "pårørendesamtaler endnu. Mandag er markeret").action.click()
    assert page.asked == [("trust", Target(task_id=unit.talks, assignee_id=unit.bo))]

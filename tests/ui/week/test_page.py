"""The page of the week: what it shows and says, and that reading it anew moves nothing."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtTest import QTest

from tests.builders import a_session
from tests.ui.week.unit import FRIDAY, MONDAY, TUESDAY, WEEK, K, cell, stand
from tillid_planner.domain.assignee import Team
from tillid_planner.domain.changes import Kind
from tillid_planner.services.register import new_id
from tillid_planner.ui.desk import Target
from tillid_planner.ui.theme import scaled, set_ratings_hidden
from tillid_planner.ui.week.card_text import advance
from tillid_planner.ui.week.cell_layout import GAP, MARK, lines_of, mark_is_below, text_width


def test_everybody_is_shown_by_name_also_with_nothing(page, unit):
    assert [row.assignee.name for row in page.model.rows] == ["Amina Holm", "Bo Lindskov", "Carl Åse"]
    assert page.model.sentence(1, 0) == "Bo Lindskov, mandag: intet lagt"


def test_the_models_keep_the_rules_of_models(page, qtmodeltester):
    qtmodeltester.check(page.model)
    qtmodeltester.check(page.tray_model)
    page.model.unfold(True)
    qtmodeltester.check(page.model)


def test_a_cell_says_what_its_cards_show(page, unit):
    said = page.model.sentence(*cell(page, unit.amina, MONDAY))
    assert said == "Amina Holm, mandag: Sårpleje og sårregistrering, aftalt trin 4, 5 timer"
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    page.refresh()
    said = page.model.sentence(*cell(page, unit.amina, MONDAY))
    assert said == "Amina Holm, mandag: Sårpleje og sårregistrering, denne uge trin 3, aftalt 4, 5 timer"
    assert page.model.sentence(0, page.model.hours_column) == "Amina Holm, timer: 11,5 af 10 timer, 115 %"


def test_hidden_ratings_are_not_said_either(page, unit):
    set_ratings_hidden(True)
    assert "trin" not in page.model.sentence(*cell(page, unit.amina, MONDAY))


def test_an_absence_is_said_without_a_reason(page, unit):
    unit.session.planning.add_absence(unit.bo, MONDAY, TUESDAY)
    page.refresh()
    assert page.model.sentence(*cell(page, unit.bo, MONDAY)) == "Bo Lindskov, mandag: fravær"


def test_the_tray_says_what_is_left(page, unit):
    said = [page.tray_model.index(row, 0).data() for row in range(2)]
    assert said == ["Pårørendesamtaler, 2 timer", "Sårpleje og sårregistrering, 3 timer tilbage"]


def test_tab_goes_as_one_reads(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    page.refresh()
    header, found = page.view.header, []
    header.title.setFocus()
    for _ in range(12):
        QTest.keyClick(page.window().focusWidget(), K.Key_Tab)
        found.append(page.window().focusWidget())
    said = ("Kopiér forrige uge", "Udskriv")
    copy, printing = (next(w for w in found if getattr(w, "text", str)() == text) for text in said)
    order = [copy, printing, page.table, page.tray, page.view.footer.lines[0].action]
    assert [widget for widget in found if widget in order][:5] == order


def test_a_team_filters_to_its_members_and_itself(open_page, unit):
    team = new_id(unit.session.register.add_team(Team(name="Aften", member_ids=(unit.bo,))), Kind.ASSIGNEE)
    page = open_page(unit.session)
    page.view.header.filter.set_value(team)
    page.view.header.filter.chosen.emit(team)
    assert [row.assignee.name for row in page.model.rows] == ["Bo Lindskov", "Aften"]


def test_an_empty_unit_leads_to_people_and_an_empty_week_says_so(open_page, unit):
    empty = open_page(a_session())
    empty.view.empty.button.click()
    assert empty.asked == [("people", Target(act="new"))]
    page = open_page(unit.session)
    page.show_week(WEEK.after)
    assert page.view.hint.text().startswith("Ugen er tom.")
    assert page.view.hint.isVisible()


def test_every_card_has_room_for_its_hours(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.75)
    page.refresh()
    card = page.board.card(unit.wounds, unit.amina, FRIDAY)
    for name in ("Sårpleje", "Pårørendesamtaler", "Medicin, rute 4", "Modtagelse fra sygehus og hjem igen", "IT"):
        for width in range(96, 201, 4):
            lines = lines_of(name, card, width)
            beside = len(lines) == 1 and not mark_is_below(width)
            used = advance(lines[-1]) + GAP + advance("2,75 t") + (scaled(MARK) + 3 if beside else 0)
            assert used <= text_width(width), (name, width, lines)


def test_hiding_does_not_move_the_cards(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    page.refresh()
    before = [page.table.rowHeight(row) for row in range(3)]
    set_ratings_hidden(True)
    assert [page.table.rowHeight(row) for row in range(3)] == before


def test_the_selection_stays_when_the_board_is_read_anew(page, unit):
    stand(page, unit.wounds, unit.amina, TUESDAY)
    page.desk.run(lambda: unit.session.planning.place(unit.talks, unit.amina, TUESDAY, 1))
    assert page.table.item().card.placement.task_id == unit.wounds


def test_a_week_over_new_year_and_the_clock_change_is_whole(page):
    for day in (date(2026, 10, 25), date(2026, 3, 29), date(2026, 12, 31)):
        page.show_day(day)
        assert len({d for days in page.model.columns for d in days}) == 7
        assert page.week.sunday - page.week.monday == timedelta(days=6)

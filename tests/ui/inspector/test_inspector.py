"""The inspector: from rating to agreeing, by mouse and by keyboard, and in a narrow window."""

from PySide6.QtCore import Qt

from tests.builders import rated
from tests.ui.inspector.pair import LEFT, K, cards, focused, press, settle, sheet
from tillid_planner.domain.agreement import AgreementState
from tillid_planner.domain.case import Dimension


def test_three_figures_rate_and_a_few_keys_agree_by_keyboard_alone(open_pair, unit, qtbot):
    page = open_pair()
    for key in (K.Key_4, K.Key_5, K.Key_3):
        press(qtbot, page, key)
    assert {d: r.value for d, r in sheet(unit).ratings.items()} == {
        Dimension.COMPETENCE: 4,
        Dimension.INTENTION: 5,
        Dimension.RESOURCES: 3,
    }
    panel = page.inspector.rating.panel
    assert focused(page) is panel.open_button
    press(qtbot, page, K.Key_Space)
    assert focused(page) is panel.agree_button
    press(qtbot, page, K.Key_Space)
    assert page.inspector.tabs.key() == "agreement"
    # A stray key must not agree.
    assert focused(page) is page.inspector.agreement.form.view.purpose
    press(qtbot, page, K.Key_Space)
    assert sheet(unit).offer is None
    qtbot.keyClick(focused(page), K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    offer = sheet(unit).offer
    assert (offer.rung, offer.suggested_rung, offer.state) == (3, 3, AgreementState.OFFERED)
    assert page.model.grid.cell(unit.person, unit.task).offer == 3


def test_an_accepted_agreement_takes_at_most_twelve_clicks(open_pair, unit, qtbot):
    page = open_pair()
    clicks = []

    def click(widget):
        clicks.append(widget)
        qtbot.mouseClick(widget, LEFT)
        settle()

    for dimension in Dimension:
        click(cards(page, dimension)[2])
    click(page.inspector.rating.panel.open_button)
    click(page.inspector.rating.panel.agree_button)
    view = page.inspector.agreement.form.view
    accepted = next(b for b in view.state.children() if getattr(b, "key", None) is AgreementState.ACCEPTED)
    click(accepted)
    click(view.agree)
    assert sheet(unit).agreement.rung == 3
    assert page.model.grid.cell(unit.person, unit.task).agreed == 3
    assert len(clicks) + 1 <= 12  # and one on the cell


def test_the_inspector_needs_no_scrolling_sideways_in_english_at_the_narrowest(open_pair, unit):
    rated(unit, unit.task, unit.person, 4, 5, 3)
    page = open_pair("en", (1000, 600))
    page.view._drag(400)
    settle()
    page.inspector.rating.panel.open_button.click()
    settle()
    for tab in ("rating", "agreement", "history", "comments"):
        page.inspector.show_tab(tab)
        settle()
        assert page.inspector.minimumSizeHint().width() <= page.inspector.width()

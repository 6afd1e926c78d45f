"""What leaves a case: the agreement on one page, days with their year, and the invitation."""

import re

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from tests.services.breach_builders import noted, settled, talked
from tests.ui.breach.page_steps import TODAY, press
from tillid_planner.content import words
from tillid_planner.domain.breach import Criterion
from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.case import Cause
from tillid_planner.languages import CODES
from tillid_planner.services.breach_sheet import Voice, agreement_sheet, employee_sheet
from tillid_planner.ui.clipboard import clear_private
from tillid_planner.ui.printing.breach_sheet import sheet_pdf
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.widgets import Menu


def test_the_agreement_is_one_page_and_the_title_names_nobody(themed_app, unit, pair):
    pypdf = pytest.importorskip("pypdf")
    import io

    case = noted(unit, pair, "Målene blev ikke taget. <b>fed</b>")
    talked(unit, case, Cause.COMPETENCE)
    settled(unit, case)
    for number in range(6):
        unit.cases.put(case, Criterion(text=f"Nummer {number} kan ses i en almindelig uge, også når der er travlt"))
    view = unit.cases.view(case)
    voice = Voice(words("da"), str, TODAY)
    others = unit.endings.names_of_others(view.case)
    document = pypdf.PdfReader(io.BytesIO(sheet_pdf(agreement_sheet(view, voice, others), one_page=True)))
    assert len(document.pages) == 1
    assert "Amina" not in str(document.metadata)
    text = " ".join(document.pages[0].extract_text().split())
    assert "Trin 3" in text
    whole = pypdf.PdfReader(io.BytesIO(sheet_pdf(employee_sheet(view, voice, others))))
    assert "<b>fed</b>" in "".join(page.extract_text() for page in whole.pages)


@pytest.mark.parametrize("language", CODES)
def test_every_day_on_paper_has_its_year(page, unit, pair, monkeypatch, themed_app, language):
    case = noted(unit, pair, happened_on=TODAY)
    unit.cases.change(case, invited_on=TODAY)
    talked(unit, case, Cause.COMPETENCE)
    settled(unit, case)
    sheets = []
    for name in ("print_sheet", "sheet_pdf"):
        monkeypatch.setattr(f"tillid_planner.ui.breach.case_pane.{name}", lambda sheet, *_, **__: sheets.append(sheet))
    monkeypatch.setattr("tillid_planner.ui.breach.case_pane.ask_file", lambda *_: None)
    install_language(themed_app, language)
    page.open_case(case)
    page.pane.print_button.click()
    menu = next(m for m in page.pane.findChildren(Menu) if m.isVisible())
    for action in [a for a in menu.actions() if not a.isSeparator()]:
        action.trigger()
    menu.close()
    install_language(themed_app, "da")
    assert len(sheets) == 4
    months = "|".join(QLocale(language).monthName(number) for number in range(1, 13))
    for sheet in sheets:
        days = re.findall(rf"\d\.? (?:{months})(.{{0,5}})", sheet.plain())
        assert days
        assert [after for after in days if not re.fullmatch(r" 20\d\d", after)] == []


def test_the_invitation_is_copied_as_a_secret_and_the_page_says_so(qtbot, page, unit, pair):
    page.open_case(noted(unit, pair), Step.CONVERSATION)
    panel = page.pane.panels[Step.CONVERSATION]
    with qtbot.waitSignal(page.desk.noticed) as told:
        press(qtbot, panel.copy)
    copied = QApplication.clipboard().mimeData()
    assert "Hej Amina" in copied.text()
    assert copied.data("x-kde-passwordManagerHint") == b"secret"
    assert "20 sekunder" in told.args[0].text
    clear_private()
    assert QApplication.clipboard().text() == ""

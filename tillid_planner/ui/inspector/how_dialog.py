"""How a suggestion is worked out: the rule in three sentences, and this case's numbers in words."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tillid_planner.domain.case import Dimension
from tillid_planner.domain.explanation import explain, put_into_words
from tillid_planner.services.standing import Sheet
from tillid_planner.ui.days import age_text
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import Dialog, SunkenNote, TextLabel
from tillid_planner.ui.widgets.rungs import rung_name
from tillid_planner.ui.widgets.snug_scroll import SnugScroll


class HowDialog(Dialog):
    """Reads only; closes with Enter or Esc."""

    def __init__(self, desk: Desk, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent, tr("How this is worked out"), verb=tr("Close"), width=560)
        self.safe_button.hide()
        words = desk.words
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        column.addWidget(TextLabel(words.text("explanation.rule.title"), weight=600))
        for number, sentence in enumerate(words.texts("explanation.rule.sentences"), start=1):
            column.addWidget(TextLabel(sentence, lead=f"{number}."))
        column.addSpacing(8)
        column.addWidget(TextLabel(tr("Here"), weight=600))
        for line in numbers_in_words(desk, sheet):
            column.addWidget(TextLabel(line, private=True))
        column.addSpacing(8)
        if sheet.case is not None and sheet.suggestion is not None:
            wording = put_into_words(explain(sheet.case, sheet.suggestion), words)
            column.addWidget(TextLabel(wording.text, weight=600, private=True))
        scroll = SnugScroll(content)
        scroll.set_limit(scaled(380))
        self.body.addWidget(scroll)
        self.body.addWidget(SunkenNote("info", words.text("explanation.rule.note")))


def numbers_in_words(desk: Desk, sheet: Sheet) -> list[str]:
    """Return the case's figures, one sentence each, in the order in which the rule uses them."""
    words, today, case, suggestion = desk.words, desk.session.today(), sheet.case, sheet.suggestion
    if case is None or suggestion is None:
        return []
    lines = []
    for dimension in Dimension:
        name = words.text(f"anchors.{dimension}.name")
        rating = sheet.ratings.get(dimension)
        if rating is None:
            lines.append(tr("{name}: not rated yet.", name=name))
            continue
        anchor = words.text(f"anchors.{dimension}.{rating.value}")
        sure = tr("sure") if rating.sure else tr("unsure")
        lines.append(
            tr(
                "{name}: {value} of 5, {sure}, rated {age}. {anchor}",
                name=name,
                value=rating.value,
                sure=sure,
                age=age_text(rating.rated_on, today),
                anchor=anchor,
            )
        )
    risk = "; ".join(
        f"{words.text(f'anchors.{key}.name')}: {words.text(f'anchors.{key}.{value}')}"
        for key, value in (
            ("consequence", case.consequence),
            ("reversal", case.reversal),
            ("detection", case.detection),
        )
    )
    lines.append(tr("{risk}. That takes off %n rung(s).", n=suggestion.exposure, risk=risk))
    lines.append(f"{words.text(f'anchors.clarity.{case.clarity}')}.")
    if case.legal_ceiling < 5:
        basis = f" {sheet.task.legal_basis}" if sheet.task.legal_basis else ""
        lines.append(tr("Legal ceiling: rung {ceiling}.", ceiling=case.legal_ceiling) + basis)
    if case.agreed:
        name = rung_name(words, case.agreed)
        lines.append(tr("Agreed: rung {rung}, {name}.", rung=case.agreed, name=name))
        lines.append(
            tr(
                "Good follow-ups in a row: {count}. A step up takes {needed}.",
                count=case.good_follow_ups,
                needed=suggestion.follow_ups_needed,
            )
        )
    else:
        lines.append(f"{words.text('anchors.novelty.question')} {words.text(f'anchors.novelty.{case.novelty}')}.")
    if sheet.open_breach is not None:
        lines.append(tr("A breach on this task is not closed."))
    if suggestion.carries is not None:
        lines.append(tr("Together this carries rung {rung}.", rung=suggestion.carries))
    return lines

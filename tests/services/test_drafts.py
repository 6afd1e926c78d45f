"""What stands half-typed is kept until it is stored or given up, and is no act."""

from datetime import datetime, timedelta

import pytest

from tests.builders import a_person, a_session, a_task
from tests.services.breach_builders import noted
from tillid_planner.content import words
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.languages import CODES
from tillid_planner.services.drafts import Drafts
from tillid_planner.storage.errors import StorageError

NOW = datetime(2026, 11, 23, 10, 15)


@pytest.fixture
def session():
    made = a_session()
    yield made
    made.close()


def about(pair, form=DraftForm.AGREEMENT, **more):
    return DraftSubject(form, *pair, **more)


def drafts_at(session, now):
    return Drafts(session._workspace, session.endings.names, lambda: now)


def rows(session, table):
    return session._workspace.database.rows(f"SELECT * FROM {table} ORDER BY id")


def test_a_draft_is_there_again_with_its_time(session, pair):
    fields = {"ask_when": "Du er i tvivl\nom dosis", "rung": 4, "sure": False, "day": "32. nov", "none": None}
    drafts_at(session, NOW).save(about(pair), fields)
    kept = session.drafts.get(about(pair))
    assert dict(kept.fields) == fields
    assert kept.saved_at == NOW
    assert session.drafts.get(about(pair, DraftForm.COMMENT)) is None


def test_one_draft_takes_the_place_of_the_other(session, pair):
    session.drafts.save(about(pair), {"purpose": "En"})
    session.drafts.save(about(pair), {"limits": "To"})
    assert dict(session.drafts.get(about(pair)).fields) == {"limits": "To"}
    session.drafts.save(about(pair), {})
    assert session.drafts.get(about(pair)) is None


def test_parts_of_one_record_have_drafts_of_their_own(session, pair):
    for part in ("1", "2"):
        session.drafts.save(about(pair, part=part), {"text": part})
    assert session.drafts.get(about(pair, part="1")).fields["text"] == "1"


def test_a_note_of_a_breach_is_the_same_draft_whoever_is_chosen_in_it(session, pair):
    session.drafts.save(DraftSubject(DraftForm.NOTE_BREACH, *pair), {"facts": "Døren stod åben"})
    assert session.drafts.get(DraftSubject(DraftForm.NOTE_BREACH)).fields["facts"] == "Døren stod åben"


def test_a_draft_is_no_act(session, pair):
    audit, undo = rows(session, "audit"), session.history.undo_label
    session.drafts.save(about(pair), {"purpose": "Ro på vagten"})
    session.drafts.remove(about(pair))
    assert rows(session, "audit") == audit
    assert session.history.undo_label == undo
    assert session.check() == []


def test_undo_leaves_a_draft_alone(session, pair):
    session.trust.comment(*pair, next(iter(session.trust.sheet(*pair).ratings.values())).rater, "Et ord")
    session.drafts.save(about(pair), {"purpose": "Ro på vagten"})
    session.history.undo()
    assert session.drafts.get(about(pair)) is not None


@pytest.mark.parametrize("gone", ["task", "person"])
def test_a_draft_goes_with_what_it_is_about(session, pair, gone):
    session.drafts.save(about(pair), {"purpose": "Ro på vagten"})
    if gone == "task":
        session.register.remove_task(pair[0])
    else:
        session.register.remove_assignee(pair[1])
    assert rows(session, "draft") == []


def test_nothing_is_kept_about_a_record_that_is_gone(session, pair):
    session.register.remove_task(pair[0])
    session.drafts.save(about(pair), {"purpose": "Ro på vagten"})
    assert rows(session, "draft") == []


def test_the_own_part_goes_when_the_two_have_talked_and_the_rest_stays(session, pair):
    case = noted(session, pair)
    own, facts = DraftSubject(DraftForm.OWN_PART, breach_id=case), DraftSubject(DraftForm.CASE, breach_id=case)
    session.drafts.save(own, {"anger": "Jeg blev vred"})
    session.drafts.save(facts, {"facts": "Målene"})
    session.cases.hold_conversation(case)
    assert session.drafts.get(own) is None
    assert session.drafts.get(facts) is not None


def test_drafts_go_after_fourteen_days(session, pair):
    drafts_at(session, NOW).save(about(pair), {"purpose": "Ro på vagten"})
    drafts_at(session, NOW + timedelta(days=14)).remove_old()
    assert session.drafts.get(about(pair)) is not None
    drafts_at(session, NOW + timedelta(days=14, seconds=1)).remove_old()
    assert session.drafts.get(about(pair)) is None


def test_a_clock_that_was_ahead_keeps_no_draft_for_ever(session, pair):
    drafts_at(session, NOW + timedelta(days=3650)).save(about(pair), {"purpose": "Ro på vagten"})
    drafts_at(session, NOW).remove_old()
    assert session.drafts.get(about(pair)).saved_at == NOW
    drafts_at(session, NOW + timedelta(days=15)).remove_old()
    assert session.drafts.get(about(pair)) is None


def test_where_names_are_refused_a_draft_is_kept_only_while_it_holds_none(session, pair):
    a_person(session, "Bo Lindskov")
    subject, nameless = DraftSubject(DraftForm.LEARNING), frozenset({"line"})
    session.drafts.save(subject, {"line": "Grænsen skal stå på sedlen", "kind": "rule"}, nameless=nameless)
    assert session.drafts.get(subject).fields["line"] == "Grænsen skal stå på sedlen"
    session.drafts.save(subject, {"line": "Bo Lindskovs grænse", "kind": "rule"}, nameless=nameless)
    assert dict(session.drafts.get(subject).fields) == {"kind": "rule"}


def test_a_full_disk_is_told_and_the_draft_before_stays(session, pair):
    session.drafts.save(about(pair), {"purpose": "En"})
    database = session._workspace.database.connection
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError):
        session.drafts.save(about(pair), {"purpose": "x" * 500_000})
    database.execute("PRAGMA max_page_count = 1000000")
    assert session.drafts.get(about(pair)).fields["purpose"] == "En"


@pytest.mark.parametrize("language", CODES)
def test_the_access_report_counts_drafts_by_their_form_and_only_the_persons_own(session, pair, language):
    case, other = noted(session, pair), a_person(session, "Bo Lindskov")
    session.drafts.save(about(pair), {"purpose": "hemmelig kladde"})
    session.drafts.save(DraftSubject(DraftForm.CLOSING, breach_id=case), {"words": "hemmelig kladde"})
    session.drafts.save(DraftSubject(DraftForm.CLOSING, breach_id=case, part="2"), {"words": "hemmelig kladde"})
    session.drafts.save(DraftSubject(DraftForm.AGREEMENT, a_task(session, "Besøg"), other), {"purpose": "hemmelig"})
    text = words(language)
    report = session.access.of(pair[1], text)
    assert report.drafts == (
        f"{text.text('access.drafts.agreement')}: 1",
        f"{text.text('access.drafts.closing')}: 2",
    )
    assert b"hemmelig" not in session.access.data(pair[1], text)


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("form", DraftForm)
def test_every_form_has_its_words(language, form):
    assert words(language).text(f"access.drafts.{form}")

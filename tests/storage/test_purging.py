"""What is deleted for good is in no file the workspace keeps, and does not come back."""

import threading

import pytest

from tests.builders import TODAY, a_person, a_task, agreed, rated
from tests.residue import files_with, text_of
from tests.services.breach_builders import closed, talked
from tillid_planner.domain.assignee import Person, Team
from tillid_planner.domain.breach import Criterion, Fact
from tillid_planner.domain.case import Cause
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.domain.rating import Rater
from tillid_planner.services import session as sessions
from tillid_planner.services.deletion import Reason
from tillid_planner.services.register import new_id
from tillid_planner.storage import backups, keys, purging

PASSPHRASE = "fire små ord her"
CANARY = "kvidrefugl"


@pytest.fixture
def session(folder):
    made, _ = sessions.create(folder, "Nord", PASSPHRASE, today=lambda: TODAY)
    yield made
    made.close()


def noted(session):
    pair = a_task(session), a_person(session)
    case = new_id(session.breaches.note(*pair, f"{CANARY} facts"), Kind.BREACH)
    session.cases.put(case, Fact(happened_on=TODAY, text=f"{CANARY} fact"))
    session.cases.put(case, Criterion(text=f"{CANARY} criterion"))
    session.cases.change(case, leader_account=f"{CANARY} account")
    session.cases.write_own_note(case, "anger", f"{CANARY} note")
    return case


def key_of(folder):
    return keys.open_with_passphrase((folder / "keys.json").read_bytes(), PASSPHRASE)


def test_nothing_of_a_deleted_case_is_in_the_database_or_any_kept_backup(session, folder, tmp_path):
    case = noted(session)
    for day in range(3):
        session._workspace.backup(now=f"2026-11-2{day}T09:00:00")
    key = key_of(folder)
    kept = backups.listed(folder / "backups")
    assert all(CANARY in text_of(path, key) for path in kept)
    deletion = session.endings.delete([case], Reason.MISTAKE)
    assert deletion.copies_left == ()
    assert (folder / "workspace.db-wal").stat().st_size == 0
    session.close()
    kept = backups.listed(folder / "backups")
    assert len(kept) == 4
    for path in kept:
        text = text_of(path, key)
        assert CANARY not in text
        assert "Amina Holm" in text
    assert CANARY not in text_of(folder / "workspace.db", key)
    assert CANARY not in "".join(p.read_bytes().decode("latin-1") for p in folder.rglob("*") if p.is_file())


def test_every_rewritten_backup_can_be_restored(session, folder, tmp_path):
    case = noted(session)
    session.backup()
    session.endings.delete([case], Reason.MISTAKE)
    session.close()
    for number, path in enumerate(backups.listed(folder / "backups")):
        again = tmp_path / f"again{number}.tillid"
        sessions.restore(path, again, passphrase=PASSPHRASE)
        opened = sessions.open_with_passphrase(again, PASSPHRASE)
        assert opened.check() == []
        assert opened.cases.views() == []
        assert [p.name for p in opened.register.people()] == ["Amina Holm"]
        opened.close()


def test_a_copy_somebody_kept_elsewhere_loses_it_again_when_it_is_put_back(session, folder, tmp_path):
    case = noted(session)
    own = session.backup(tmp_path / "mine.tillidbackup")
    session.endings.delete([case], Reason.MISTAKE)
    session.close()
    key = key_of(folder)
    assert CANARY in text_of(own, key)
    sessions.restore(own, folder, passphrase=PASSPHRASE, replace=True)
    opened = sessions.open_with_passphrase(folder, PASSPHRASE)
    assert opened.cases.views() == []
    opened.close()
    assert CANARY not in text_of(folder / "workspace.db", key)


def test_what_a_restore_left_beside_is_purged_too(session, folder, tmp_path):
    case = noted(session)
    own = session.backup(tmp_path / "mine.tillidbackup")
    session.close()
    sessions.restore(own, folder, passphrase=PASSPHRASE, replace=True)
    assert list(folder.glob("workspace.db.replaced*"))
    opened = sessions.open_with_passphrase(folder, PASSPHRASE)
    opened.endings.delete([case], Reason.MISTAKE)
    opened.close()
    key = key_of(folder)
    for path in folder.glob("workspace.db.replaced*"):
        assert CANARY not in text_of(path, key)
    assert not list(folder.glob("workspace.db-wal.replaced*"))


def test_a_deletion_that_was_cut_off_is_finished_at_the_next_start(session, folder, tmp_path, monkeypatch):
    case = noted(session)
    session._workspace.backup(now="2026-11-20T09:00:00")

    def cut_off(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(purging, "scrub_copies", cut_off)
        with pytest.raises(KeyboardInterrupt):
            session.endings.delete([case], Reason.MISTAKE)
    session.close()
    key = key_of(folder)
    assert any(CANARY in text_of(path, key) for path in backups.listed(folder / "backups"))
    sessions.open_with_passphrase(folder, PASSPHRASE).close()
    assert not any(CANARY in text_of(path, key) for path in backups.listed(folder / "backups"))


def test_one_that_was_cut_off_before_it_began_is_done_at_the_next_start(session, folder):
    case = noted(session)
    purging.remember(folder, [(Kind.BREACH, case)])
    session.close()
    opened = sessions.open_with_passphrase(folder, PASSPHRASE)
    assert opened.cases.views() == []
    opened.close()


def test_a_number_that_was_deleted_is_not_used_again(session, folder):
    case = noted(session)
    session.endings.delete([case], Reason.MISTAKE)
    assert new_id(session.breaches.note(1, 1, "Noget andet."), Kind.BREACH) > case
    session.close()
    opened = sessions.open_with_passphrase(folder, PASSPHRASE)
    assert len(opened.cases.views()) == 1
    opened.close()


def test_a_copy_that_cannot_be_opened_is_named(session, folder):
    case = noted(session)
    path = session._workspace.backup(now="2026-11-20T09:00:00")
    path.write_bytes(path.read_bytes()[:5000])
    deletion = session.endings.delete([case], Reason.MISTAKE)
    assert deletion.copies_left == (path.name,)
    assert not list((folder / "backups").glob("*.copy*"))


def test_the_leaders_words_to_herself_are_in_no_backup(session, folder, tmp_path):
    noted(session)
    path = session.backup()
    text = text_of(path, key_of(folder))
    assert f"{CANARY} note" not in text
    assert f"{CANARY} account" in text


def test_the_list_of_what_was_deleted_says_nothing_of_anybody(session, folder):
    session.endings.delete([noted(session)], Reason.MISTAKE)
    assert purging.removed_from(folder) == {(Kind.BREACH, 1)}
    assert "Amina" not in (folder / "removed.json").read_text()


def test_a_damaged_list_does_not_keep_the_plan_from_opening(session, folder):
    session.close()
    (folder / "removed.json").write_text("{")
    sessions.open_with_passphrase(folder, PASSPHRASE).close()


def test_a_draft_is_in_no_backup_and_goes_with_its_case(session, folder):
    case = noted(session)
    session.drafts.save(DraftSubject(DraftForm.CLOSING, breach_id=case), {"words": f"{CANARY} draft"})
    backup = session.backup()
    assert f"{CANARY} draft" not in text_of(backup, key_of(folder))
    assert session.drafts.get(DraftSubject(DraftForm.CLOSING, breach_id=case)) is not None
    session.endings.delete([case], Reason.MISTAKE)
    session.close()
    assert CANARY not in text_of(folder / "workspace.db", key_of(folder))


# People, teams and tasks


def everything_about(session):
    """A person with a canary in every field that takes words, on a task of hers; returns (task, person, case)."""
    person = new_id(session.register.add_person(Person(name=f"Ida {CANARY}", role=f"{CANARY} role")), Kind.ASSIGNEE)
    task = a_task(session)
    rated(session, task, person, 4, 4, 4)
    agreed(session, task, person, 3, purpose=f"{CANARY} purpose")
    session.trust.comment(task, person, Rater.LEADER, f"{CANARY} comment")
    session.development.add(task, person, f"{CANARY} what")
    case = new_id(session.breaches.note(task, person, f"{CANARY} facts"), Kind.BREACH)
    talked(session, case, Cause.COMPETENCE)
    return task, person, case


@pytest.mark.parametrize("what", ["person", "task"])
def test_nothing_of_a_deleted_person_or_of_a_task_with_cases_is_in_any_file(session, folder, tmp_path, what):
    task, person, case = everything_about(session)
    session.drafts.save(DraftSubject(DraftForm.PERSON, assignee_id=person), {"role": f"{CANARY} draft"})
    session.trust.comment(task, person, Rater.LEADER, f"{CANARY} to be undone")
    session.history.undo()
    session._workspace.backup(now="2026-11-20T09:00:00")
    closed(session, case)
    key = key_of(folder)
    deletion = session.register.remove_assignee(person) if what == "person" else session.register.remove_task(task)
    assert not deletion.undoable
    assert session.history.undo_label is None
    assert [(r.what, r.reason, r.count) for r in session.register.receipts()] == [(what, "wanted", 1)]
    assert [(r.what, r.reason, r.count) for r in session.endings.receipts()] == [("breach", "with_it", 1)]
    session.close()
    # Her name and role stay where only the task is deleted; what was said about her on it does not.
    words = [CANARY] if what == "person" else [f"{CANARY} {word}" for word in ("purpose", "comment", "what", "facts")]
    dumps = [text_of(folder / "workspace.db", key)]
    dumps += [text_of(path, key) for path in backups.listed(folder / "backups")]
    assert len(dumps) == 3
    assert [word for word in words for text in dumps if word in text] == []
    opened = sessions.open_with_passphrase(folder, PASSPHRASE)
    assert opened.check() == []
    opened.close()


def test_a_person_who_is_only_a_name_can_be_brought_back(session):
    person = new_id(session.register.add_person(Person(name="Fejl Indtastet")), Kind.ASSIGNEE)
    session.register.add_team(Team(name="Aften", member_ids=(person,)))
    assert session.register.remove_assignee(person).undoable
    session.history.undo()
    assert session.register.assignee(person).name == "Fejl Indtastet"


@pytest.mark.parametrize("about", ["role", "rating"])
def test_a_person_with_more_than_a_name_cannot_be_brought_back(session, about):
    person = new_id(
        session.register.add_person(Person(name="Ida", role="SOSU" if about == "role" else "")), Kind.ASSIGNEE
    )
    if about == "rating":
        rated(session, a_task(session), person, 4, 4, 4)
    assert not session.register.remove_assignee(person).undoable
    assert session.history.undo_label is None
    assert session.register.people() == []


def test_an_import_is_undone_and_not_purged(session, folder):
    session.register.take_in([Person(name="Ida", role="SOSU")])
    session.history.undo()
    assert session.register.people() == []
    assert purging.removed_from(folder) == frozenset()
    session.history.redo()
    assert [person.name for person in session.register.people()] == ["Ida"]


def test_a_task_without_cases_can_be_brought_back(session):
    task, person = a_task(session), a_person(session)
    rated(session, task, person, 4, 4, 4)
    assert session.register.remove_task(task).undoable
    session.history.undo()
    assert session.trust.sheet(task, person).ratings


def test_a_person_who_was_deleted_does_not_come_back_with_a_copy_from_before(session, folder, tmp_path):
    _, person, case = everything_about(session)
    before = session.backup(tmp_path / "mine.tillidbackup")
    closed(session, case)
    session.register.remove_assignee(person)
    session.close()
    again = tmp_path / "again.tillid"
    sessions.restore(before, again, passphrase=PASSPHRASE, known=[folder])
    opened = sessions.open_with_passphrase(again, PASSPHRASE)
    assert opened.register.people() == []
    assert opened.cases.views() == []
    opened.close()
    assert CANARY not in text_of(again / "workspace.db", key_of(again))


def test_a_second_place_that_was_away_is_scrubbed_when_it_is_there_again(session, folder, tmp_path):
    _, person, case = everything_about(session)
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    session.set_second_place(stick)
    closed(session, case)
    session.backup()
    stick.rename(away)
    assert session.register.remove_assignee(person).second_away
    away.rename(stick)
    (copy,) = backups.listed(stick)
    assert CANARY in text_of(copy, key_of(folder))
    session.close()
    sessions.open_with_passphrase(folder, PASSPHRASE).close()
    assert CANARY not in text_of(copy, key_of(folder))


def test_a_backup_under_way_ends_before_a_deletion_begins(session, folder, monkeypatch):
    monkeypatch.setattr(backups, "_PAGES", 1)
    case, under_way = noted(session), threading.Event()
    backup = threading.Thread(target=lambda: session.backup(tell=lambda _: under_way.set()))
    backup.start()
    assert under_way.wait(60)
    session.endings.delete([case], Reason.MISTAKE)
    backup.join()
    session.close()
    assert files_with(CANARY, folder, key_of(folder)) == []

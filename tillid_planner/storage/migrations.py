"""The schema, as small named migrations that are only ever added to.

Every migration is atomic and sets ``user_version`` to its number, so a newer schema is known before a row is
read. A backup is made before any of them runs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from tillid_planner.storage import driver  # registers sqlcipher3 before sqlite_utils is imported

if TYPE_CHECKING:
    from sqlite_utils import Database as SqliteDatabase

_FIRST = """
CREATE TABLE workspace (
    id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL, created_on TEXT NOT NULL,
    written_by TEXT NOT NULL
) STRICT;
CREATE TABLE task (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''), short_name TEXT NOT NULL,
    purpose TEXT NOT NULL, free TEXT NOT NULL, fixed TEXT NOT NULL, ask_when TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('task', 'area', 'goal')),
    hours_per_week REAL CHECK (hours_per_week BETWEEN 0 AND 168),
    consequence INTEGER CHECK (consequence BETWEEN 1 AND 3),
    reversal INTEGER CHECK (reversal BETWEEN 1 AND 3),
    detection INTEGER CHECK (detection BETWEEN 1 AND 3),
    clarity INTEGER CHECK (clarity BETWEEN 1 AND 3),
    legal_ceiling INTEGER NOT NULL CHECK (legal_ceiling BETWEEN 0 AND 5), legal_basis TEXT NOT NULL,
    archived_on TEXT
) STRICT;
CREATE TABLE red_line (
    id INTEGER PRIMARY KEY, task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    text TEXT NOT NULL CHECK (text <> ''), source TEXT NOT NULL, consequence TEXT NOT NULL
) STRICT;
CREATE INDEX red_line_task ON red_line (task_id);
CREATE TABLE assignee (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('person', 'team')),
    name TEXT NOT NULL CHECK (name <> ''), role TEXT NOT NULL DEFAULT '', unit TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '', weekly_hours REAL CHECK (weekly_hours BETWEEN 0 AND 168),
    started_on TEXT, ended_on TEXT CHECK (ended_on >= started_on)
) STRICT;
CREATE TABLE team_member (
    id INTEGER PRIMARY KEY, team_id INTEGER NOT NULL REFERENCES assignee (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES assignee (id) ON DELETE CASCADE, UNIQUE (team_id, person_id)
) STRICT;
CREATE INDEX team_member_person ON team_member (person_id);
CREATE TABLE pair (
    id INTEGER PRIMARY KEY, task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    assignee_id INTEGER NOT NULL REFERENCES assignee (id) ON DELETE CASCADE,
    novelty TEXT NOT NULL CHECK (novelty IN ('new', 'similar', 'known')),
    own_rung INTEGER CHECK (own_rung BETWEEN 0 AND 5), own_rung_on TEXT, UNIQUE (task_id, assignee_id)
) STRICT;
CREATE INDEX pair_assignee ON pair (assignee_id);
CREATE TABLE rating (
    id INTEGER PRIMARY KEY, task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    assignee_id INTEGER NOT NULL REFERENCES assignee (id) ON DELETE CASCADE,
    dimension TEXT NOT NULL CHECK (dimension IN ('competence', 'intention', 'resources')),
    value INTEGER NOT NULL CHECK (value BETWEEN 1 AND 5), sure INTEGER NOT NULL CHECK (sure IN (0, 1)),
    example TEXT NOT NULL, seen_on TEXT, rated_on TEXT NOT NULL,
    rater TEXT NOT NULL CHECK (rater IN ('leader', 'employee'))
) STRICT;
CREATE INDEX rating_pair ON rating (task_id, assignee_id, dimension, rater, rated_on, id);
CREATE INDEX rating_assignee ON rating (assignee_id);
CREATE TABLE agreement (
    id INTEGER PRIMARY KEY, task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    assignee_id INTEGER NOT NULL REFERENCES assignee (id) ON DELETE CASCADE,
    rung INTEGER NOT NULL CHECK (rung BETWEEN 0 AND 5),
    state TEXT NOT NULL CHECK (state IN ('offered', 'discussed', 'accepted')), agreed_on TEXT NOT NULL,
    purpose TEXT NOT NULL, limits TEXT NOT NULL, ask_when TEXT NOT NULL, support TEXT NOT NULL,
    watcher TEXT NOT NULL, first_follow_up TEXT, reason TEXT NOT NULL,
    employee_rung INTEGER CHECK (employee_rung BETWEEN 0 AND 5), employee_view TEXT NOT NULL,
    employee_comment TEXT NOT NULL, shown_on TEXT,
    suggested_rung INTEGER CHECK (suggested_rung BETWEEN 0 AND 5), withdrawn_on TEXT,
    leap_gain TEXT, leap_risk TEXT, leap_catch TEXT, leap_review_on TEXT,
    rule_version TEXT, rule_case TEXT, rule_result TEXT
) STRICT;
CREATE INDEX agreement_pair ON agreement (task_id, assignee_id, agreed_on, id);
CREATE INDEX agreement_assignee ON agreement (assignee_id);
CREATE TABLE follow_up (
    id INTEGER PRIMARY KEY, agreement_id INTEGER NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    due_on TEXT NOT NULL, due_at TEXT, held_on TEXT,
    outcome TEXT CHECK (outcome IN ('good', 'partly', 'not_ok')), learned_leader TEXT NOT NULL,
    learned_employee TEXT NOT NULL, distance TEXT CHECK (distance IN ('too_close', 'fine', 'too_far')),
    CHECK ((outcome IS NULL) = (held_on IS NULL))
) STRICT;
CREATE INDEX follow_up_agreement ON follow_up (agreement_id, due_on);
CREATE TABLE breach (
    id INTEGER PRIMARY KEY, task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    assignee_id INTEGER NOT NULL REFERENCES assignee (id) ON DELETE CASCADE, noted_on TEXT NOT NULL,
    happened_on TEXT NOT NULL, facts TEXT NOT NULL, noticed_by TEXT NOT NULL,
    rung_at_breach INTEGER NOT NULL CHECK (rung_at_breach BETWEEN 1 AND 5),
    cause TEXT NOT NULL, status TEXT NOT NULL CHECK (status IN ('open', 'repairing', 'closed')),
    closed_on TEXT, CHECK ((status = 'closed') = (closed_on IS NOT NULL))
) STRICT;
CREATE INDEX breach_assignee ON breach (assignee_id, task_id);
CREATE INDEX breach_task ON breach (task_id);
CREATE TABLE comment (
    id INTEGER PRIMARY KEY, task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    assignee_id INTEGER NOT NULL REFERENCES assignee (id) ON DELETE CASCADE,
    author TEXT NOT NULL CHECK (author IN ('leader', 'employee')), text TEXT NOT NULL CHECK (text <> ''),
    written_on TEXT NOT NULL
) STRICT;
CREATE INDEX comment_pair ON comment (task_id, assignee_id);
CREATE INDEX comment_assignee ON comment (assignee_id);
CREATE TABLE audit (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, act TEXT NOT NULL, records TEXT NOT NULL,
    previous TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
"""

_WEEK = """
CREATE TABLE placement (
    id INTEGER PRIMARY KEY, task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    assignee_id INTEGER NOT NULL REFERENCES assignee (id) ON DELETE CASCADE,
    day TEXT NOT NULL, hours REAL NOT NULL CHECK (hours BETWEEN 0 AND 24), UNIQUE (task_id, assignee_id, day)
) STRICT;
CREATE INDEX placement_day ON placement (day);
CREATE INDEX placement_assignee ON placement (assignee_id);
CREATE TABLE recurrence (
    id INTEGER PRIMARY KEY, task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    assignee_id INTEGER NOT NULL REFERENCES assignee (id) ON DELETE CASCADE,
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6), hours REAL NOT NULL CHECK (hours > 0 AND hours <= 24),
    first_on TEXT NOT NULL, last_on TEXT
) STRICT;
CREATE INDEX recurrence_pair ON recurrence (task_id, assignee_id);
CREATE INDEX recurrence_assignee ON recurrence (assignee_id);
CREATE TABLE absence (
    id INTEGER PRIMARY KEY, assignee_id INTEGER NOT NULL REFERENCES assignee (id) ON DELETE CASCADE,
    first_on TEXT NOT NULL, last_on TEXT NOT NULL, CHECK (last_on >= first_on)
) STRICT;
CREATE INDEX absence_assignee ON absence (assignee_id);
CREATE TABLE week_template (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> '')) STRICT;
CREATE TABLE template_placement (
    id INTEGER PRIMARY KEY, template_id INTEGER NOT NULL REFERENCES week_template (id) ON DELETE CASCADE,
    task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    assignee_id INTEGER NOT NULL REFERENCES assignee (id) ON DELETE CASCADE,
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6), hours REAL NOT NULL CHECK (hours > 0 AND hours <= 24)
) STRICT;
CREATE INDEX template_placement_template ON template_placement (template_id);
CREATE INDEX template_placement_task ON template_placement (task_id);
CREATE INDEX template_placement_assignee ON template_placement (assignee_id);
CREATE TABLE nudge (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, until TEXT) STRICT;
CREATE TABLE visit (id INTEGER PRIMARY KEY CHECK (id = 1), at TEXT NOT NULL) STRICT;
CREATE TABLE calendar_entry (
    id INTEGER PRIMARY KEY, follow_up_id INTEGER NOT NULL UNIQUE, uid TEXT NOT NULL UNIQUE,
    sequence INTEGER NOT NULL CHECK (sequence >= 0), digest TEXT NOT NULL,
    cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1))
) STRICT;
CREATE INDEX follow_up_due ON follow_up (due_on);
CREATE INDEX audit_at ON audit (at);
DROP INDEX rating_pair;
CREATE INDEX rating_newest ON rating (task_id, assignee_id, dimension, rater, rated_on, id, value, sure);
"""

_BREACH_CASE = """
ALTER TABLE breach ADD COLUMN fact_source TEXT NOT NULL DEFAULT 'seen'
    CHECK (fact_source IN ('seen', 'told', 'record'));
ALTER TABLE breach ADD COLUMN agreed_before TEXT NOT NULL DEFAULT '';
ALTER TABLE breach ADD COLUMN assessment TEXT NOT NULL DEFAULT '';
ALTER TABLE breach ADD COLUMN track TEXT CHECK (track IN ('repair', 'formal'));
ALTER TABLE breach ADD COLUMN track_on TEXT;
ALTER TABLE breach ADD COLUMN advised_on TEXT;
ALTER TABLE breach ADD COLUMN prepared_on TEXT;
ALTER TABLE breach ADD COLUMN invited_on TEXT;
ALTER TABLE breach ADD COLUMN companion_offered INTEGER NOT NULL DEFAULT 0 CHECK (companion_offered IN (0, 1));
ALTER TABLE breach ADD COLUMN held_on TEXT;
ALTER TABLE breach ADD COLUMN leader_account TEXT NOT NULL DEFAULT '';
ALTER TABLE breach ADD COLUMN employee_account TEXT NOT NULL DEFAULT '';
ALTER TABLE breach ADD COLUMN employee_comment TEXT NOT NULL DEFAULT '';
ALTER TABLE breach ADD COLUMN cause_agreed INTEGER CHECK (cause_agreed IN (0, 1));
ALTER TABLE breach ADD COLUMN other_causes TEXT NOT NULL DEFAULT '';
ALTER TABLE breach ADD COLUMN leader_cause TEXT;
ALTER TABLE breach ADD COLUMN employee_cause TEXT;
ALTER TABLE breach ADD COLUMN leader_part TEXT NOT NULL DEFAULT '';
ALTER TABLE breach ADD COLUMN employee_part TEXT NOT NULL DEFAULT '';
ALTER TABLE breach ADD COLUMN agreement_id INTEGER REFERENCES agreement (id) ON DELETE SET NULL;
ALTER TABLE breach ADD COLUMN shown_on TEXT;
ALTER TABLE breach ADD COLUMN outcome TEXT CHECK (outcome IN ('repaired', 'level_lower', 'not_repaired'));
ALTER TABLE breach ADD COLUMN closing_words TEXT NOT NULL DEFAULT '';
ALTER TABLE breach ADD COLUMN learning_on TEXT;
CREATE INDEX breach_agreement ON breach (agreement_id);
CREATE TABLE breach_fact (
    id INTEGER PRIMARY KEY, breach_id INTEGER NOT NULL REFERENCES breach (id) ON DELETE CASCADE,
    happened_on TEXT NOT NULL, text TEXT NOT NULL CHECK (text <> ''),
    source TEXT NOT NULL CHECK (source IN ('seen', 'told', 'record'))
) STRICT;
CREATE INDEX breach_fact_breach ON breach_fact (breach_id);
CREATE TABLE breach_own_note (
    id INTEGER PRIMARY KEY, breach_id INTEGER NOT NULL REFERENCES breach (id) ON DELETE CASCADE,
    question TEXT NOT NULL, text TEXT NOT NULL CHECK (text <> ''), UNIQUE (breach_id, question)
) STRICT;
CREATE TABLE breach_measure (
    id INTEGER PRIMARY KEY, breach_id INTEGER NOT NULL REFERENCES breach (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('frame', 'support')), text TEXT NOT NULL CHECK (text <> ''),
    owner TEXT NOT NULL CHECK (owner IN ('leader', 'employee', 'both', 'others')), due_on TEXT, done_on TEXT
) STRICT;
CREATE INDEX breach_measure_breach ON breach_measure (breach_id);
CREATE TABLE breach_control (
    id INTEGER PRIMARY KEY, breach_id INTEGER NOT NULL REFERENCES breach (id) ON DELETE CASCADE,
    form TEXT NOT NULL CHECK (form <> ''), purpose TEXT NOT NULL CHECK (purpose <> ''),
    owner TEXT NOT NULL CHECK (owner IN ('leader', 'employee', 'both', 'others')),
    starts_on TEXT NOT NULL, ends_on TEXT NOT NULL, ended_on TEXT, CHECK (ends_on >= starts_on)
) STRICT;
CREATE INDEX breach_control_breach ON breach_control (breach_id);
CREATE TABLE breach_criterion (
    id INTEGER PRIMARY KEY, breach_id INTEGER NOT NULL REFERENCES breach (id) ON DELETE CASCADE,
    text TEXT NOT NULL CHECK (text <> ''), met_on TEXT
) STRICT;
CREATE INDEX breach_criterion_breach ON breach_criterion (breach_id);
CREATE TABLE breach_lead_out (
    id INTEGER PRIMARY KEY, breach_id INTEGER NOT NULL REFERENCES breach (id) ON DELETE CASCADE,
    item TEXT NOT NULL CHECK (item IN ('hr', 'own_leader', 'duty_to_note', 'companion', 'hearing', 'journal')),
    done_on TEXT NOT NULL, UNIQUE (breach_id, item)
) STRICT;
CREATE TABLE learning (
    id INTEGER PRIMARY KEY, written_on TEXT NOT NULL, line TEXT NOT NULL CHECK (line <> ''),
    proposal_kind TEXT CHECK (proposal_kind IN ('rule', 'control', 'frame')), proposal TEXT NOT NULL,
    CHECK ((proposal_kind IS NULL) = (proposal = ''))
) STRICT;
CREATE TABLE receipt (
    id INTEGER PRIMARY KEY, deleted_on TEXT NOT NULL, what TEXT NOT NULL, reason TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count > 0)
) STRICT;
CREATE TABLE talk_place (
    id INTEGER PRIMARY KEY CHECK (id = 1), breach_id INTEGER NOT NULL, part TEXT NOT NULL, question INTEGER NOT NULL,
    field TEXT NOT NULL, cursor INTEGER NOT NULL CHECK (cursor >= 0)
) STRICT;
"""

_GROWTH = """
CREATE TABLE development (
    id INTEGER PRIMARY KEY, task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    assignee_id INTEGER NOT NULL REFERENCES assignee (id) ON DELETE CASCADE,
    competence TEXT NOT NULL CHECK (competence IN ('professional', 'relational', 'personal')),
    what TEXT NOT NULL CHECK (what <> ''), how TEXT NOT NULL, by_on TEXT, written_on TEXT NOT NULL, done_on TEXT
) STRICT;
CREATE INDEX development_assignee ON development (assignee_id);
CREATE INDEX development_task ON development (task_id);
CREATE TABLE conversation (
    id INTEGER PRIMARY KEY, assignee_id INTEGER NOT NULL REFERENCES assignee (id) ON DELETE CASCADE,
    begun_on TEXT NOT NULL, leader_done_on TEXT, employee_done_on TEXT, held_on TEXT, step TEXT NOT NULL,
    step_kind TEXT CHECK (step_kind IN ('rung', 'follow_up', 'development')),
    step_task_id INTEGER REFERENCES task (id) ON DELETE SET NULL, step_on TEXT
) STRICT;
CREATE INDEX conversation_assignee ON conversation (assignee_id);
CREATE INDEX conversation_step_task ON conversation (step_task_id);
CREATE TABLE conversation_line (
    id INTEGER PRIMARY KEY, conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    side TEXT NOT NULL CHECK (side IN ('leader', 'employee')), rung INTEGER CHECK (rung BETWEEN 0 AND 5),
    reason TEXT NOT NULL, UNIQUE (conversation_id, task_id, side)
) STRICT;
CREATE INDEX conversation_line_task ON conversation_line (task_id);
"""

_DRAFTS = """
CREATE TABLE draft (
    id INTEGER PRIMARY KEY, form TEXT NOT NULL, key TEXT NOT NULL, fields TEXT NOT NULL, saved_at TEXT NOT NULL,
    task_id INTEGER REFERENCES task (id) ON DELETE CASCADE,
    assignee_id INTEGER REFERENCES assignee (id) ON DELETE CASCADE,
    breach_id INTEGER REFERENCES breach (id) ON DELETE CASCADE,
    agreement_id INTEGER REFERENCES agreement (id) ON DELETE CASCADE,
    follow_up_id INTEGER REFERENCES follow_up (id) ON DELETE CASCADE,
    conversation_id INTEGER REFERENCES conversation (id) ON DELETE CASCADE, UNIQUE (form, key)
) STRICT;
CREATE INDEX draft_task ON draft (task_id);
CREATE INDEX draft_assignee ON draft (assignee_id);
CREATE INDEX draft_breach ON draft (breach_id);
CREATE INDEX draft_agreement ON draft (agreement_id);
CREATE INDEX draft_follow_up ON draft (follow_up_id);
CREATE INDEX draft_conversation ON draft (conversation_id);
"""

_CASE_ENDS = """
ALTER TABLE breach ADD COLUMN employee_correction TEXT NOT NULL DEFAULT '';
ALTER TABLE breach ADD COLUMN planned_on TEXT;
ALTER TABLE breach ADD COLUMN planned_at TEXT;
ALTER TABLE breach_criterion ADD COLUMN good_follow_ups INTEGER CHECK (good_follow_ups > 0);
ALTER TABLE breach_criterion ADD COLUMN days INTEGER CHECK (days > 0);
CREATE TABLE breach_closing (
    id INTEGER PRIMARY KEY, breach_id INTEGER NOT NULL REFERENCES breach (id) ON DELETE CASCADE,
    closed_on TEXT NOT NULL, outcome TEXT CHECK (outcome IN ('repaired', 'level_lower', 'not_repaired')),
    words TEXT NOT NULL, reopened_on TEXT NOT NULL, reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX breach_closing_breach ON breach_closing (breach_id);
ALTER TABLE conversation ADD COLUMN planned_on TEXT;
ALTER TABLE conversation ADD COLUMN planned_at TEXT;
CREATE TABLE calendar_entry_of_any (
    id INTEGER PRIMARY KEY, source TEXT NOT NULL CHECK (source IN ('follow_up', 'breach', 'conversation')),
    record INTEGER NOT NULL, uid TEXT NOT NULL UNIQUE, sequence INTEGER NOT NULL CHECK (sequence >= 0),
    digest TEXT NOT NULL, cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)), UNIQUE (source, record)
) STRICT;
INSERT INTO calendar_entry_of_any (id, source, record, uid, sequence, digest, cancelled)
    SELECT id, 'follow_up', follow_up_id, uid, sequence, digest, cancelled FROM calendar_entry;
DROP TABLE calendar_entry;
ALTER TABLE calendar_entry_of_any RENAME TO calendar_entry;
"""

_OWN_RATINGS = """
ALTER TABLE conversation_line ADD COLUMN competence INTEGER CHECK (competence BETWEEN 1 AND 5);
ALTER TABLE conversation_line ADD COLUMN intention INTEGER CHECK (intention BETWEEN 1 AND 5);
ALTER TABLE conversation_line ADD COLUMN resources INTEGER CHECK (resources BETWEEN 1 AND 5);
"""

_IMPORT_COLUMNS = """
CREATE TABLE import_columns (
    id INTEGER PRIMARY KEY, list TEXT NOT NULL UNIQUE, fields TEXT NOT NULL,
    day_order TEXT CHECK (day_order IN ('day_first', 'month_first')), full_time REAL CHECK (full_time > 0),
    used_on TEXT NOT NULL
) STRICT;
"""

_SECOND_PLACE = """
CREATE TABLE second_place (id INTEGER PRIMARY KEY CHECK (id = 1), folder TEXT NOT NULL CHECK (folder <> '')) STRICT;
"""

_FRAMES = """
CREATE TABLE purpose (
    id INTEGER PRIMARY KEY, text TEXT NOT NULL CHECK (text <> ''), core_task TEXT NOT NULL CHECK (core_task <> ''),
    tailored INTEGER NOT NULL CHECK (tailored IN (0, 1)), new_ways INTEGER NOT NULL CHECK (new_ways IN (0, 1)),
    thriving INTEGER NOT NULL CHECK (thriving IN (0, 1)), other INTEGER NOT NULL CHECK (other IN (0, 1)),
    written_on TEXT NOT NULL, review_on TEXT, ended_on TEXT
) STRICT;
CREATE TABLE ground_rule (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('core_task', 'values', 'limits', 'red_line')),
    text TEXT NOT NULL CHECK (text <> ''),
    set_by TEXT CHECK (set_by IN ('team', 'unit', 'own_leader', 'administration', 'law')),
    source TEXT NOT NULL, consequence TEXT NOT NULL, reason TEXT NOT NULL,
    team_id INTEGER REFERENCES assignee (id) ON DELETE SET NULL,
    all_tasks INTEGER NOT NULL CHECK (all_tasks IN (0, 1)), version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 9999),
    since TEXT NOT NULL, review_on TEXT, ended_on TEXT,
    CHECK (kind <> 'red_line' OR (source <> '' AND consequence <> ''))
) STRICT;
CREATE INDEX ground_rule_team ON ground_rule (team_id);
CREATE TABLE ground_rule_version (
    id INTEGER PRIMARY KEY, rule_id INTEGER NOT NULL REFERENCES ground_rule (id) ON DELETE CASCADE,
    version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 9999), text TEXT NOT NULL CHECK (text <> ''),
    since TEXT NOT NULL, until TEXT NOT NULL, why TEXT NOT NULL CHECK (why <> ''), UNIQUE (rule_id, version)
) STRICT;
CREATE TABLE ground_rule_task (
    id INTEGER PRIMARY KEY, rule_id INTEGER NOT NULL REFERENCES ground_rule (id) ON DELETE CASCADE,
    task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE, UNIQUE (rule_id, task_id)
) STRICT;
CREATE INDEX ground_rule_task_task ON ground_rule_task (task_id);
CREATE TABLE frame_note (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE CHECK (key IN ('left_to_decide')), text TEXT NOT NULL,
    written_on TEXT NOT NULL
) STRICT;
CREATE TABLE control (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''),
    form TEXT NOT NULL CHECK (form IN ('colleague', 'self', 'sample', 'technical', 'undo_window', 'approval', 'report',
        'data', 'inspection')),
    purpose TEXT NOT NULL CHECK (purpose IN ('learning', 'serious_error', 'demand', 'habit')),
    watcher TEXT NOT NULL CHECK (watcher IN ('leader', 'colleague', 'self', 'others')),
    minutes INTEGER CHECK (minutes BETWEEN 0 AND 6000),
    demanded_by TEXT NOT NULL CHECK (demanded_by IN ('us', 'own_leader', 'administration', 'law', 'others')),
    stance TEXT CHECK (stance IN ('challenge', 'shape', 'live_with')), why TEXT NOT NULL, adapted TEXT NOT NULL,
    standing INTEGER NOT NULL CHECK (standing IN (0, 1)), med_on TEXT, informed_on TEXT, informed_where TEXT NOT NULL,
    starts_on TEXT NOT NULL, review_on TEXT, reviewed_on TEXT, pause_until TEXT, ended_on TEXT,
    CHECK (stance IS NULL OR demanded_by <> 'us')
) STRICT;
CREATE TABLE control_task (
    id INTEGER PRIMARY KEY, control_id INTEGER NOT NULL REFERENCES control (id) ON DELETE CASCADE,
    task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE, linked_on TEXT NOT NULL, agreed_on TEXT,
    detection_before INTEGER CHECK (detection_before BETWEEN 1 AND 3),
    detection_after INTEGER CHECK (detection_after BETWEEN 1 AND 3),
    reversal_before INTEGER CHECK (reversal_before BETWEEN 1 AND 3),
    reversal_after INTEGER CHECK (reversal_after BETWEEN 1 AND 3), unlinked_on TEXT, UNIQUE (control_id, task_id),
    CHECK (agreed_on IS NOT NULL OR (detection_after IS NULL AND reversal_after IS NULL))
) STRICT;
CREATE INDEX control_task_task ON control_task (task_id);
CREATE TABLE control_mark (
    id INTEGER PRIMARY KEY, control_id INTEGER NOT NULL REFERENCES control (id) ON DELETE CASCADE,
    meaning INTEGER NOT NULL CHECK (meaning BETWEEN 1 AND 3), said TEXT NOT NULL, marked_on TEXT NOT NULL
) STRICT;
CREATE INDEX control_mark_control ON control_mark (control_id);
CREATE TABLE stool_note (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('relational', 'structural')),
    level TEXT NOT NULL CHECK (level IN ('person', 'team', 'organisation')), text TEXT NOT NULL CHECK (text <> ''),
    written_on TEXT NOT NULL
) STRICT;
CREATE TABLE wish (
    id INTEGER PRIMARY KEY, title TEXT NOT NULL CHECK (title <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('drop', 'add', 'resources', 'mandate', 'double_signal', 'across')),
    gain TEXT NOT NULL CHECK (gain <> ''), ask TEXT NOT NULL, other_side TEXT NOT NULL, offer TEXT NOT NULL,
    control_id INTEGER REFERENCES control (id) ON DELETE SET NULL, raise_on TEXT, written_on TEXT NOT NULL
) STRICT;
CREATE INDEX wish_control ON wish (control_id);
CREATE TABLE wish_step (
    id INTEGER PRIMARY KEY, wish_id INTEGER NOT NULL REFERENCES wish (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('raised', 'yes', 'partly', 'no', 'withdrawn')), on_day TEXT NOT NULL,
    text TEXT NOT NULL, next_on TEXT
) STRICT;
CREATE INDEX wish_step_wish ON wish_step (wish_id);
CREATE TABLE own_action (
    id INTEGER PRIMARY KEY, text TEXT NOT NULL CHECK (text <> ''), due_on TEXT NOT NULL,
    every_weeks INTEGER CHECK (every_weeks BETWEEN 1 AND 4), written_on TEXT NOT NULL, done_on TEXT, dropped_on TEXT,
    grip INTEGER CHECK (grip BETWEEN 1 AND 9), stool_kind TEXT CHECK (stool_kind IN ('relational', 'structural')),
    stool_level TEXT CHECK (stool_level IN ('person', 'team', 'organisation')),
    control_id INTEGER REFERENCES control (id) ON DELETE SET NULL,
    wish_id INTEGER REFERENCES wish (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX own_action_control ON own_action (control_id);
CREATE INDEX own_action_wish ON own_action (wish_id);
CREATE TABLE occasion (
    id INTEGER PRIMARY KEY, text TEXT NOT NULL CHECK (text <> ''),
    came_from TEXT NOT NULL CHECK (came_from IN ('leader', 'staff')), written_on TEXT NOT NULL,
    task_id INTEGER REFERENCES task (id) ON DELETE SET NULL, dropped_on TEXT
) STRICT;
CREATE INDEX occasion_task ON occasion (task_id);
ALTER TABLE agreement ADD COLUMN purpose_id INTEGER REFERENCES purpose (id) ON DELETE SET NULL;
CREATE INDEX agreement_purpose ON agreement (purpose_id);
ALTER TABLE follow_up ADD COLUMN gain_seen TEXT NOT NULL DEFAULT '';
ALTER TABLE task ADD COLUMN roles TEXT NOT NULL DEFAULT '';
ALTER TABLE task ADD COLUMN depends_on TEXT NOT NULL DEFAULT '';
ALTER TABLE breach ADD COLUMN line_crossed TEXT NOT NULL DEFAULT '';
ALTER TABLE breach ADD COLUMN line_consequence TEXT NOT NULL DEFAULT '';
ALTER TABLE learning ADD COLUMN handled_on TEXT;
ALTER TABLE learning ADD COLUMN handled_as TEXT CHECK (handled_as IN ('rule', 'control', 'frame', 'not_now'));
"""

#: One entry a schema version, oldest first: its name and its statements. Never change one; add one.
STEPS: tuple[tuple[str, str], ...] = (
    ("first_schema", _FIRST),
    ("week_plan", _WEEK),
    ("breach_case", _BREACH_CASE),
    ("growth", _GROWTH),
    ("drafts", _DRAFTS),
    ("case_ends", _CASE_ENDS),
    ("own_ratings", _OWN_RATINGS),
    ("import_columns", _IMPORT_COLUMNS),
    ("second_place", _SECOND_PLACE),
    ("frames", _FRAMES),
)
VERSION = len(STEPS)


def pending(version: int) -> bool:
    """Whether a database at this schema version (0 = empty) has migrations to come."""
    return version < VERSION


def columns_of(connection: Any) -> dict[str, tuple[str, ...]]:
    """Return the tables of a database with their columns; sqlite-utils' and SQLite's own are left out."""
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '*sqlite_*'")
    return {
        name: tuple(row[1] for row in connection.execute(f'PRAGMA table_info("{name}")').fetchall())
        for (name,) in tables.fetchall()
    }


@cache
def expected_columns(version: int) -> dict[str, tuple[str, ...]]:
    """Return the tables and columns a database of this schema version (1 to ``VERSION``) has."""
    connection = driver.connect(None, b"")
    try:
        for _, script in STEPS[:version]:
            for statement in _statements(script):
                connection.execute(statement)
        return columns_of(connection)
    finally:
        connection.close()


def migrate(db: SqliteDatabase) -> None:
    """Bring the schema up to ``VERSION``, one atomic step at a time; running it again does nothing."""
    from sqlite_utils import Migrations

    migrations = Migrations("tillid")
    for number, (name, script) in enumerate(STEPS, start=1):
        migrations(name=name)(_step(number, script))
    migrations.apply(db)


def _statements(script: str) -> list[str]:
    return [statement for statement in script.split(";\n") if statement.strip()]


def _step(number: int, script: str) -> Callable[[SqliteDatabase], None]:
    def run(db: SqliteDatabase) -> None:
        for statement in _statements(script):
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {number}")

    return run


__all__ = ["STEPS", "VERSION", "driver", "migrate", "pending"]

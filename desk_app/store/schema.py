"""The desk's tables, as migrations: append-only, each in one transaction with its record."""

from __future__ import annotations

from desk_app.store.driver import Connection, StoreTrouble
from sync.model.status import Status

_STATUSES = ", ".join(f"'{status}'" for status in Status)

_V1 = f"""
CREATE TABLE journals (
    id INTEGER PRIMARY KEY, node BLOB NOT NULL, channel TEXT NOT NULL, incarnation BLOB NOT NULL,
    UNIQUE (channel, node, incarnation));
CREATE TABLE tips (
    journal INTEGER NOT NULL REFERENCES journals, seq INTEGER NOT NULL, digest BLOB NOT NULL,
    PRIMARY KEY (journal, seq, digest)) WITHOUT ROWID;
CREATE TABLE entries (
    id INTEGER PRIMARY KEY, journal INTEGER NOT NULL REFERENCES journals, seq INTEGER NOT NULL,
    digest BLOB NOT NULL, dossier BLOB, envelope BLOB NOT NULL, body BLOB);
CREATE INDEX entries_by_digest ON entries (digest, journal);
CREATE INDEX entries_by_seq ON entries (journal, seq);
CREATE INDEX entries_by_dossier ON entries (dossier) WHERE dossier IS NOT NULL;
CREATE TABLE seals (
    journal INTEGER NOT NULL REFERENCES journals, seq INTEGER NOT NULL, digest BLOB NOT NULL,
    signature BLOB NOT NULL, PRIMARY KEY (journal, seq, digest)) WITHOUT ROWID;
CREATE TABLE parked (
    journal INTEGER NOT NULL REFERENCES journals, prev BLOB NOT NULL, first BLOB NOT NULL,
    node BLOB NOT NULL, raw BLOB NOT NULL, PRIMARY KEY (journal, prev, first)) WITHOUT ROWID;
CREATE TABLE nodes (
    node BLOB PRIMARY KEY, sign BLOB NOT NULL, seal BLOB NOT NULL, role TEXT NOT NULL, unit TEXT NOT NULL,
    desk INTEGER NOT NULL, reads TEXT NOT NULL, writes TEXT NOT NULL, certificate BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE leases (
    id INTEGER PRIMARY KEY, channel TEXT NOT NULL, identifier TEXT NOT NULL, first INTEGER NOT NULL,
    last INTEGER NOT NULL, node BLOB NOT NULL, incarnation BLOB NOT NULL, since TEXT NOT NULL,
    UNIQUE (channel, identifier, first, last, node, incarnation, since));
CREATE TABLE notes (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE dossiers (
    id INTEGER PRIMARY KEY, dossier BLOB NOT NULL, channel TEXT NOT NULL, unit TEXT NOT NULL,
    number TEXT NOT NULL, status TEXT NOT NULL CHECK (status IN ({_STATUSES})),
    procedure TEXT NOT NULL, procedure_name TEXT NOT NULL, owner TEXT NOT NULL,
    received_at INTEGER NOT NULL, due_at INTEGER NOT NULL, officer TEXT NOT NULL, desk INTEGER NOT NULL,
    flags TEXT NOT NULL, ended_at INTEGER, person TEXT NOT NULL, search INTEGER NOT NULL,
    lookup INTEGER NOT NULL, fold_version INTEGER NOT NULL,
    UNIQUE (dossier, channel));
CREATE INDEX dossiers_by_number ON dossiers (number);
CREATE INDEX dossiers_by_reception ON dossiers (received_at, id);
CREATE INDEX dossiers_open_by_due ON dossiers (due_at) WHERE ended_at IS NULL;
CREATE INDEX dossiers_by_lookup ON dossiers (lookup);
CREATE INDEX dossiers_by_procedure ON dossiers (procedure, received_at);
CREATE TABLE people (
    key TEXT PRIMARY KEY, content TEXT NOT NULL, seen_at INTEGER NOT NULL, seen_in BLOB NOT NULL
) WITHOUT ROWID;
CREATE VIRTUAL TABLE names USING fts5 (text, content='', contentless_delete=1, prefix='1 2 3 4 5 6',
    detail=none, tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE fragments USING fts5 (text, content='', contentless_delete=1, tokenize='trigram');
CREATE TABLE issued (
    identifier TEXT NOT NULL, day TEXT NOT NULL, serial INTEGER NOT NULL, dossier BLOB NOT NULL,
    PRIMARY KEY (identifier, day, serial)) WITHOUT ROWID;
CREATE TABLE drafts (key TEXT PRIMARY KEY, content TEXT NOT NULL, saved_at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE officers (id TEXT PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TRIGGER entries_stay BEFORE DELETE ON entries
    BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
CREATE TRIGGER envelopes_stay BEFORE UPDATE OF journal, seq, digest, dossier, envelope ON entries
    BEGIN SELECT RAISE(ABORT, 'envelopes never change'); END;
"""

# The states stand here as they were when this step was written; a new one comes with a step of its own.
_V2 = """
CREATE TABLE print_jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT, dossier BLOB NOT NULL, number TEXT NOT NULL, form TEXT NOT NULL,
    printer TEXT NOT NULL, created_at TEXT NOT NULL, changed_at TEXT NOT NULL, copy TEXT NOT NULL,
    issue INTEGER NOT NULL, tray TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'rendered', 'sent', 'taken', 'printed', 'failed',
        'doubtful', 'given-up')),
    reprint INTEGER NOT NULL, attempts INTEGER NOT NULL, out INTEGER NOT NULL CHECK (out IN (0, 1)),
    ticket TEXT NOT NULL, said TEXT NOT NULL, officer TEXT NOT NULL, officer_name TEXT NOT NULL);
CREATE INDEX print_jobs_by_dossier ON print_jobs (dossier, id);
CREATE INDEX print_jobs_open ON print_jobs (state) WHERE state NOT IN ('taken', 'printed', 'given-up');
"""

_V3 = """
ALTER TABLE dossiers ADD COLUMN field TEXT NOT NULL DEFAULT '';
ALTER TABLE dossiers ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE dossiers ADD COLUMN holder TEXT NOT NULL DEFAULT '';
ALTER TABLE dossiers ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE dossiers ADD COLUMN status_since INTEGER;
ALTER TABLE dossiers ADD COLUMN ready_at INTEGER;
ALTER TABLE dossiers ADD COLUMN returned_at INTEGER;
ALTER TABLE dossiers ADD COLUMN returned_way TEXT NOT NULL DEFAULT '';
ALTER TABLE dossiers ADD COLUMN renewed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dossiers ADD COLUMN fee INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dossiers ADD COLUMN paid INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dossiers ADD COLUMN result TEXT NOT NULL DEFAULT '';
ALTER TABLE dossiers ADD COLUMN annulled INTEGER NOT NULL DEFAULT 0;
CREATE INDEX dossiers_waiting ON dossiers (status, status_since)
    WHERE status IN ('supplement', 'fee_due') AND annulled = 0;
CREATE INDEX dossiers_done ON dossiers (ready_at, ended_at) WHERE status = 'done' AND annulled = 0;
DROP INDEX dossiers_by_procedure;
CREATE INDEX dossiers_of_procedure ON dossiers (procedure);
CREATE INDEX dossiers_of_officer ON dossiers (officer);
CREATE INDEX dossiers_returned ON dossiers (returned_at) WHERE returned_at IS NOT NULL;
CREATE TABLE payments (
    dossier BLOB NOT NULL, channel TEXT NOT NULL, entry BLOB NOT NULL, at INTEGER NOT NULL,
    amount INTEGER NOT NULL, way TEXT NOT NULL, node BLOB NOT NULL, received_by TEXT NOT NULL,
    PRIMARY KEY (dossier, channel, entry)) WITHOUT ROWID;
CREATE INDEX payments_by_time ON payments (at);
CREATE TABLE unit_entries (
    kind TEXT NOT NULL, day INTEGER NOT NULL, entry INTEGER NOT NULL REFERENCES entries,
    PRIMARY KEY (kind, day, entry)) WITHOUT ROWID;
"""
"""What the counter's acts say of a dossier, payments, and where the unit's own entries (ratings, shifts,
shared settings) lie. An index of one column gives its rows newest first without sorting. Rows of an
older fold are brought up by `desk_app.store.rebuild.refold_some`."""

# Tickets are counted, never named. The states stand as they were when this step was written.
_QUEUE = """
CREATE TABLE tickets (
    id INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL, letter TEXT NOT NULL, serial INTEGER NOT NULL,
    taken_at TEXT NOT NULL, since TEXT NOT NULL, service TEXT NOT NULL, priority TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'served', 'missed')),
    counter INTEGER NOT NULL, bound INTEGER NOT NULL, calls INTEGER NOT NULL, called_at TEXT,
    waited INTEGER NOT NULL, served INTEGER NOT NULL,
    UNIQUE (day, letter, serial));
"""

_HOMES = """
CREATE TABLE homes (home TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (home, key)) WITHOUT ROWID;
"""
"""Who lives where, by address and by phone, so that a household can be offered; `key` is one of `people`."""

_SCANS = """
CREATE TABLE scans (
    channel TEXT NOT NULL, dossier BLOB NOT NULL, name BLOB NOT NULL, entry BLOB NOT NULL,
    node BLOB NOT NULL, plain BLOB NOT NULL, length INTEGER NOT NULL,
    PRIMARY KEY (channel, dossier, entry)) WITHOUT ROWID;
CREATE INDEX scans_by_name ON scans (name);
CREATE INDEX scans_by_content ON scans (channel, plain);
CREATE TABLE scan_states (
    name BLOB PRIMARY KEY, care INTEGER NOT NULL CHECK (care IN (0, 1)), held_under BLOB NOT NULL,
    wanted INTEGER NOT NULL CHECK (wanted IN (0, 1)), url TEXT NOT NULL, problem TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX scan_states_open ON scan_states (held_under) WHERE care = 1;
CREATE INDEX scan_states_wanted ON scan_states (wanted) WHERE wanted = 1;
CREATE TRIGGER scans_are_cared_for AFTER INSERT ON scans BEGIN
    INSERT INTO scan_states (name, care, held_under, wanted, url, problem)
    VALUES (NEW.name, coalesce(NEW.node = (SELECT value FROM notes WHERE key = 'own-node'), 0),
        x'', 0, '', '')
    ON CONFLICT (name) DO UPDATE SET care = max(care, excluded.care);
END;
"""

# Bytes 3 to 6 of an envelope are the entry's day.
_SUMS = """
CREATE TABLE day_sums (
    channel TEXT NOT NULL, day INTEGER NOT NULL, count INTEGER NOT NULL, total BLOB NOT NULL,
    PRIMARY KEY (channel, day)) WITHOUT ROWID;
CREATE INDEX entries_by_day ON entries (substr(envelope, 3, 4), journal, digest);
"""

# An officer who left is offered no more; what they did keeps their name.
_OFFICERS_GONE = "ALTER TABLE officers ADD COLUMN retired INTEGER NOT NULL DEFAULT 0;"

# What a revoked node wrote beyond its bounds counts nowhere and is kept; only thither may an entry leave.
_QUARANTINE = """
CREATE TABLE quarantine (
    journal INTEGER NOT NULL REFERENCES journals, seq INTEGER NOT NULL, digest BLOB NOT NULL,
    envelope BLOB NOT NULL, body BLOB, signature BLOB, PRIMARY KEY (journal, seq, digest)) WITHOUT ROWID;
DROP TRIGGER entries_stay;
CREATE TRIGGER entries_stay BEFORE DELETE ON entries
    WHEN NOT EXISTS (SELECT 1 FROM quarantine AS q
        WHERE q.journal = OLD.journal AND q.seq = OLD.seq AND q.digest = OLD.digest)
    BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
"""

_AWAY = """
ALTER TABLE dossiers ADD COLUMN away_state TEXT NOT NULL DEFAULT '';
ALTER TABLE dossiers ADD COLUMN away_name TEXT NOT NULL DEFAULT '';
ALTER TABLE dossiers ADD COLUMN away_at INTEGER;
"""
"""Where a dossier is that is not, or not only, the business of the unit that received it."""

# Which incarnation of the hub has the file, and since when (minutes since 1970, by this desk).
_SCANS_AT_HUB = """
ALTER TABLE scan_states ADD COLUMN at_hub BLOB NOT NULL DEFAULT x'';
ALTER TABLE scan_states ADD COLUMN at_hub_since INTEGER NOT NULL DEFAULT 0;
"""
_LENT = """
CREATE TABLE lent (
    digest BLOB NOT NULL, channel TEXT NOT NULL, node BLOB NOT NULL, dossier BLOB, kind TEXT NOT NULL,
    day INTEGER NOT NULL, envelope BLOB NOT NULL, body BLOB, PRIMARY KEY (digest, channel));
CREATE INDEX lent_by_node ON lent (node, channel);
CREATE INDEX lent_by_dossier ON lent (dossier) WHERE dossier IS NOT NULL;
CREATE INDEX lent_by_kind ON lent (kind, day) WHERE dossier IS NULL;
CREATE INDEX lent_by_channel ON lent (channel);
"""
"""Entries that a checkpoint lent ahead of their journals; each goes when its journal brings it."""

_FIGURES = """
ALTER TABLE dossiers ADD COLUMN counted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dossiers ADD COLUMN way TEXT NOT NULL DEFAULT '';
ALTER TABLE dossiers ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
ALTER TABLE dossiers ADD COLUMN officer_name TEXT NOT NULL DEFAULT '';
ALTER TABLE dossiers ADD COLUMN assignee_name TEXT NOT NULL DEFAULT '';
ALTER TABLE dossiers ADD COLUMN step_name TEXT NOT NULL DEFAULT '';
CREATE INDEX dossiers_counted_received ON dossiers (received_at, unit, field, procedure, officer_name, way)
    WHERE counted = 1;
CREATE INDEX dossiers_counted_ended
    ON dossiers (ended_at, unit, field, procedure, officer_name, outcome, status)
    WHERE counted = 1 AND outcome <> '';
CREATE INDEX dossiers_counted_pending ON dossiers (due_at) WHERE counted = 1 AND outcome = '';
"""
"""What figures count (`sync.reports.facts`): whether a dossier counts here, how it came, how it ended; and
names as they stand in it."""

_LOGINS = """
CREATE TABLE login_waits (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name BLOB NOT NULL UNIQUE, failures INTEGER NOT NULL,
    seconds REAL NOT NULL, ticks REAL NOT NULL, known INTEGER NOT NULL CHECK (known IN (0, 1)));
CREATE TABLE login_tries (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, account TEXT NOT NULL, what TEXT NOT NULL,
    seconds INTEGER NOT NULL);
CREATE TABLE access_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, officer TEXT NOT NULL, name TEXT NOT NULL,
    what TEXT NOT NULL, about TEXT NOT NULL);
"""
"""Log-ins tried here, names that must wait (`ticks`: seconds the machine had run), and who read what."""
_UNIT_BODIES = """
CREATE VIEW unit_bodies AS
    SELECT u.kind AS kind, u.day AS day, u.entry AS entry, j.channel AS channel, e.envelope AS envelope,
        e.body AS body
    FROM unit_entries u JOIN entries e ON e.id = u.entry JOIN journals j ON j.id = e.journal;
CREATE VIEW lent_bodies AS
    SELECT kind, day, digest, channel, envelope, body FROM lent WHERE dossier IS NULL;
"""
"""Bodies about no dossier, for who may read no other (`desk_app.store.narrow`)."""

_DRAFTS_OWNED = """
ALTER TABLE drafts RENAME TO drafts_of_all;
CREATE TABLE drafts (
    key TEXT NOT NULL, owner TEXT NOT NULL, content TEXT NOT NULL, saved_at TEXT NOT NULL,
    PRIMARY KEY (key, owner)
) WITHOUT ROWID;
INSERT INTO drafts (key, owner, content, saved_at) SELECT key, '', content, saved_at FROM drafts_of_all;
DROP TABLE drafts_of_all;
"""
"""A draft belongs to the account of the officer who types it; one of nobody's is the desk's."""
_AUDIT = """
CREATE INDEX access_log_by_time ON access_log (at, id);
CREATE INDEX access_log_by_subject ON access_log (about, at, id);
CREATE INDEX login_tries_by_time ON login_tries (at, id);
CREATE INDEX print_jobs_by_time ON print_jobs (created_at, id);
"""
"""The audit log's pages are read in the order of time."""

STEPS: tuple[str, ...] = (
    _V1,
    _V2,
    _V3,
    _QUEUE,
    _HOMES,
    _SCANS,
    _SUMS,
    _OFFICERS_GONE,
    _QUARANTINE,
    _AWAY,
    _SCANS_AT_HUB,
    _LENT,
    _FIGURES,
    _LOGINS,
    _UNIT_BODIES,
    _DRAFTS_OWNED,
    _AUDIT,
)
LATEST = len(STEPS)


def migrate(connection: Connection) -> None:
    """Brings the schema to `LATEST`, all the way or not at all.

    Raises `StoreTrouble` ("newer") for one from a newer program. The version stands in `user_version`, so a
    store that is up to date never loads the migration machinery; its records stand in sqlite-utils' table.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > LATEST:
        raise StoreTrouble("newer", str(version))
    if version == LATEST:
        return
    from sqlite_utils import Database, Migrations

    steps = Migrations("desk")
    for number, script in enumerate(STEPS, start=1):

        def step(db: Database, number: int = number, script: str = script) -> None:
            for statement in _statements(script):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number}")

        steps(name=f"v{number}")(step)
    database = Database(connection)
    with database.atomic():
        steps.apply(database)


def _statements(script: str) -> list[str]:
    """A script's statements; a trigger's body keeps its own semicolon."""
    from sqlcipher3.dbapi2 import complete_statement

    statements: list[str] = []
    pending = ""
    for part in script.split(";"):
        pending += part + ";"
        if complete_statement(pending):
            if pending.strip(" \n;"):
                statements.append(pending.strip())
            pending = ""
    return statements

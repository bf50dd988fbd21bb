"""The schema's history: an append-only list of migrations, each in one transaction with its record.

The statements are frozen text, so a later change of `tables` cannot rewrite history. `{blob}`,
`{id}` and `{strict}` are the three words in which the databases differ.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

from sync.center.store.schema_annulled import ANNULLED
from sync.center.store.schema_api import API, KEYS_USED
from sync.center.store.schema_factors import FACTORS
from sync.center.store.schema_figures import FIGURES
from sync.center.store.schema_finished import FINISHED
from sync.center.store.schema_notices import NOTICES
from sync.center.store.schema_staff import INBOX, STAFF
from sync.center.store.schema_work import WORK
from sync.center.store.trouble import CenterError

MIGRATIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "0001 journals, projections, units",
        (
            "CREATE TABLE channels (id {id}, name TEXT{c} NOT NULL UNIQUE){strict}",
            """CREATE TABLE journals (
                id {id}, channel {int} NOT NULL REFERENCES channels(id),
                node {blob} NOT NULL, incarnation {blob} NOT NULL,
                UNIQUE (channel, node, incarnation)){strict}""",
            "CREATE INDEX journals_by_node ON journals (node)",
            """CREATE TABLE tips (
                journal {int} NOT NULL REFERENCES journals(id), digest {blob} NOT NULL,
                seq {int} NOT NULL, PRIMARY KEY (journal, digest)){strict}""",
            # an entry's name is its digest; (journal, seq) is not unique, for both branches of a fork stay
            """CREATE TABLE entries (
                id {id}, journal {int} NOT NULL REFERENCES journals(id), seq {int} NOT NULL,
                digest {blob} NOT NULL, prev {blob} NOT NULL, day {int} NOT NULL, kind TEXT NOT NULL,
                dossier {blob}, envelope {blob} NOT NULL, body {blob}){strict}""",
            "CREATE UNIQUE INDEX entries_by_digest ON entries (digest)",
            "CREATE INDEX entries_by_place ON entries (journal, seq)",
            "CREATE INDEX entries_by_dossier ON entries (dossier) WHERE dossier IS NOT NULL",
            """CREATE TABLE seals (
                journal {int} NOT NULL REFERENCES journals(id), seq {int} NOT NULL,
                digest {blob} NOT NULL, signature {blob} NOT NULL,
                PRIMARY KEY (journal, seq, digest)){strict}""",
            """CREATE TABLE parked (
                journal {int} NOT NULL REFERENCES journals(id), prev {blob} NOT NULL,
                digest {blob} NOT NULL, node {blob} NOT NULL, size {int} NOT NULL, raw {blob} NOT NULL,
                PRIMARY KEY (journal, prev, digest)){strict}""",
            "CREATE INDEX parked_by_node ON parked (node)",
            """CREATE TABLE nodes (
                node {blob} NOT NULL PRIMARY KEY, sign {blob} NOT NULL, seal {blob} NOT NULL,
                role TEXT NOT NULL CHECK (role IN ('desk', 'hub', 'center')), unit TEXT NOT NULL,
                desk {int} NOT NULL, reads TEXT NOT NULL, writes TEXT NOT NULL,
                certificate {blob} NOT NULL){strict}""",
            "CREATE INDEX nodes_by_unit ON nodes (unit)",
            """CREATE TABLE leases (
                id {id}, channel TEXT NOT NULL, identifier TEXT NOT NULL, first {int} NOT NULL,
                last {int} NOT NULL, node {blob} NOT NULL, incarnation {blob} NOT NULL, since TEXT NOT NULL,
                UNIQUE (channel, identifier, first, last, node, incarnation, since)){strict}""",
            "CREATE TABLE notes (key TEXT{c} NOT NULL PRIMARY KEY, value {blob} NOT NULL){strict}",
            """CREATE TABLE dossiers (
                channel TEXT NOT NULL, id {blob} NOT NULL, number TEXT NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('registered', 'received', 'refused', 'processing',
                    'supplement', 'fee_due', 'withdrawn', 'stopped', 'done', 'returned')),
                unit TEXT NOT NULL, applicant TEXT NOT NULL, owner TEXT NOT NULL, procedure TEXT NOT NULL,
                procedure_name TEXT NOT NULL, received_at TEXT NOT NULL, due_at TEXT NOT NULL,
                ended_at TEXT NOT NULL, officer TEXT NOT NULL, desk {int} NOT NULL, flags TEXT NOT NULL,
                search TEXT NOT NULL, height {int} NOT NULL, fold_version {int} NOT NULL,
                PRIMARY KEY (channel, id)){strict}""",
            # not unique: two dossiers with one number are a fact that is kept and shown
            "CREATE INDEX dossiers_by_number ON dossiers (number)",
            "CREATE INDEX dossiers_by_time ON dossiers (received_at)",
            """CREATE TABLE units (
                code TEXT{c} NOT NULL PRIMARY KEY, name TEXT NOT NULL, parent TEXT NOT NULL){strict}""",
            """CREATE TABLE invitations (
                code_hash {blob} NOT NULL PRIMARY KEY, unit TEXT NOT NULL, role TEXT NOT NULL,
                desk {int} NOT NULL, issued_at TEXT NOT NULL, expires_at TEXT NOT NULL, node {blob},
                certificate {blob}){strict}""",
            # `era`: how many restores of this center the node has exchanged since
            """CREATE TABLE contacts (
                node {blob} NOT NULL PRIMARY KEY, at TEXT NOT NULL, era {int} NOT NULL){strict}""",
        ),
    ),
    (
        "0002 scans",
        (
            # what dossiers name (a projection), and which of the files are here
            """CREATE TABLE scans (
                channel TEXT NOT NULL, dossier {blob} NOT NULL, name {blob} NOT NULL, length {int} NOT NULL,
                PRIMARY KEY (channel, dossier, name)){strict}""",
            "CREATE INDEX scans_by_name ON scans (name)",
            """CREATE TABLE scan_files (
                channel TEXT NOT NULL, name {blob} NOT NULL, length {int} NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('held', 'lost')),
                PRIMARY KEY (channel, name)){strict}""",
            "CREATE INDEX scan_files_lost ON scan_files (channel) WHERE state = 'lost'",
        ),
    ),
    (
        "0003 sums of entries by channel and day",
        (
            """CREATE TABLE day_sums (
                channel TEXT NOT NULL, day {int} NOT NULL, count {int} NOT NULL, total {blob} NOT NULL,
                PRIMARY KEY (channel, day)){strict}""",
            "CREATE INDEX entries_by_day ON entries (day, journal)",
        ),
    ),
    (
        "0004 quarantine of revoked nodes",
        (
            """CREATE TABLE quarantine (
                journal {int} NOT NULL REFERENCES journals(id), seq {int} NOT NULL, digest {blob} NOT NULL,
                envelope {blob} NOT NULL, body {blob}, signature {blob}, size {int} NOT NULL,
                PRIMARY KEY (journal, seq, digest)){strict}""",
        ),
    ),
    (
        "0005 successors of units",
        (
            # the unit that an abolished one was merged into, and when; empty while it stands
            "ALTER TABLE units ADD COLUMN successor TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE units ADD COLUMN merged_at TEXT NOT NULL DEFAULT ''",
        ),
    ),
    (
        "0006 scans at a hub",
        (
            # what somebody asked for that is not here, and what the upstream said that it holds
            """CREATE TABLE scans_asked (
                channel TEXT NOT NULL, name {blob} NOT NULL, length {int} NOT NULL,
                PRIMARY KEY (channel, name)){strict}""",
            """CREATE TABLE scans_above (
                channel TEXT NOT NULL, name {blob} NOT NULL, incarnation {blob} NOT NULL,
                PRIMARY KEY (channel, name)){strict}""",
        ),
    ),
    (
        "0007 what a checkpoint is made of",
        (
            # a channel has few journals and years of days: behind the journal its last days are one stretch
            "DROP INDEX entries_by_day",
            "CREATE INDEX entries_by_day ON entries (journal, day)",
            "CREATE INDEX dossiers_by_status ON dossiers (channel, status, id)",
            "CREATE INDEX entries_of_unit ON entries (journal, kind, day) WHERE dossier IS NULL",
        ),
    ),
    ("0008 work by steps", WORK),
    ("0009 staff of the center", STAFF),
    ("0010 lists at five million dossiers", INBOX),
    ("0013 figures kept as sums", FIGURES),
    ("0014 other systems: keys, imports, the order of changes", API),
    ("0015 notices and messages", NOTICES),
    ("0016 last use of keys", KEYS_USED),
    ("0017 annulled receptions are not open", ANNULLED),
    ("0018 what ended, by unit and time", FINISHED),
    ("0019 second factor and sessions of staff", FACTORS),
)

_WORDS = {
    "sqlite": {"blob": "BLOB", "id": "INTEGER PRIMARY KEY", "int": "INTEGER", "strict": " STRICT", "c": ""},
    "postgresql": {
        "blob": "BYTEA",
        "id": "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY",
        "int": "BIGINT",
        "strict": "",
        "c": ' COLLATE "C"',
    },
}


def statements(migration: int, dialect: str) -> list[str]:
    """The statements of migration 0, 1, … in a database's own words; some are ``<dialect> only: …``."""
    found = []
    for line in MIGRATIONS[migration][1]:
        only, marked, rest = line.partition(" only: ")
        if not (marked and only in _WORDS):
            found.append(line)
        elif only == dialect:
            found.append(rest)
    return [line.format_map(_WORDS[dialect]) for line in found]


def applied(connection: Connection) -> list[str]:
    """The names of the migrations that this database has had, in order."""
    connection.execute(
        text("CREATE TABLE IF NOT EXISTS migrations (step INTEGER PRIMARY KEY, name TEXT NOT NULL)")
    )
    return [str(name) for (name,) in connection.execute(text("SELECT name FROM migrations ORDER BY step"))]


def migrate_one(connection: Connection) -> bool:
    """Applies the next migration inside the open transaction; False when there is none left.

    Raises `CenterError` for a database of a newer program.
    """
    done = applied(connection)
    known = [name for name, _lines in MIGRATIONS]
    if done != known[: len(done)]:
        raise CenterError(
            "Kho dữ liệu của trung tâm do một phiên bản phần mềm mới hơn ghi.",
            "Hãy cài phiên bản mới nhất của chương trình rồi mở lại; dữ liệu không bị thay đổi.",
        )
    step = len(done)
    if step == len(known):
        return False
    for line in statements(step, connection.dialect.name):
        connection.exec_driver_sql(line)
    record = text("INSERT INTO migrations (step, name) VALUES (:step, :name)")
    connection.execute(record, {"step": step + 1, "name": known[step]})
    return True

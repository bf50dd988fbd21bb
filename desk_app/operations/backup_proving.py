"""A copy of the store is proved by opening it: pages, tables, chains, seals, counts."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from desk_app.operations.checking import verify_journal
from desk_app.operations.mirror_plan import own_heads
from desk_app.store.driver import DriverError, StoreTrouble, connect, trouble_of
from desk_app.store.rows import SqliteRows
from sync.identity.keys import PublicKeys
from sync.journal.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Proved:
    """What was counted in a copy, and one line for each problem, without people; `own`: how far each own
    journal goes that has not forked."""

    journals: int = 0
    entries: int = 0
    seals: int = 0
    dossiers: int = 0
    problems: tuple[str, ...] = ()
    own: Mapping[str, int] = field(default_factory=dict)


def prove(database: Path, key: bytes, trusted: Mapping[bytes, PublicKeys]) -> Proved:
    """Opens the copy without writing and proves every page's HMAC, every table, every journal to its seals.

    Damage is a problem in the answer. Raises `StoreTrouble` for a disk that cannot be read.
    """
    try:
        with closing(connect(database, key, readonly=True)) as connection:
            problems: list[str] = []
            pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            if pages:
                problems.append(f"{len(pages)} trang hỏng")
            for (said,) in connection.execute("PRAGMA integrity_check(5)").fetchall():
                if said != "ok":
                    problems.append(str(said).split("\n", 1)[0])
            ledger = Ledger(SqliteRows(connection), dict(trusted))
            journals = entries = seals = 0
            for channel in ledger.rows.channels():
                for row, journal in ledger.rows.journals(channel):
                    more = verify_journal(ledger, row, journal, problems)
                    journals, entries, seals = journals + 1, entries + more[0], seals + more[1]
            own = own_heads(ledger, ledger.rows.note("own-node") or b"")
            dossiers = int(connection.execute("SELECT count(*) FROM dossiers").fetchone()[0])
    except (StoreTrouble, DriverError) as error:
        trouble = error if isinstance(error, StoreTrouble) else trouble_of(error)
        if trouble is None or trouble.kind not in ("corrupt", "key"):
            raise trouble or error from error
        return Proved(problems=(trouble.kind,))
    return Proved(journals, entries, seals, dossiers, tuple(problems), own)

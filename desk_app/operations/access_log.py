"""Who read a citizen's full record, printed it or took data away, as rows of this desk.

A read is remembered in memory and written with the next ones, so that opening a page costs no wait for the
disk: at once when fifty are waiting, and whenever something else is written or the officer logs out. What
leaves the desk (an export) is written before it does.
"""

from __future__ import annotations

from typing import Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import MACHINE
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.store.login_tables import LoginTables
from desk_app.store.tables import connection_of
from sync.journal.ledger import Ledger
from sync.model.moment import iso_minute

SHOWN: Final = "shown"
PRINTED: Final = "printed"
EXPORTED: Final = "exported"
MOST_WAITING: Final = 50


@needs(MACHINE)
def note_access(desk: Desk, ledger: Ledger | None, what: str, about: str = "") -> None:
    """Notes that the one who is logged in read, printed or exported something; nothing while nobody is.

    `ledger`: an open transaction, in which it is then written at once; None: with the next ones. `what` is
    `SHOWN`, `PRINTED` or `EXPORTED`; `about` a dossier's number or what was exported, never a person's name.
    """
    session = desk.session
    if session is None:
        return
    row = (iso_minute(desk.clock()), session.officer.id, session.officer.name, what, about)
    if ledger is not None:
        LoginTables(connection_of(ledger)).note_access([*desk.accesses.take(), row])
    elif desk.accesses.add(row) >= MOST_WAITING or what == EXPORTED:
        write_accesses(desk)


@needs(MACHINE)
def write_accesses(desk: Desk) -> None:
    """Writes what waits to be written. Raises `DeskError` when it cannot be; it then waits on."""
    rows = desk.accesses.take()
    if not rows:
        return
    try:
        with desk.writing() as ledger:
            LoginTables(connection_of(ledger)).note_access(rows)
    except DeskError:
        desk.accesses.give_back(rows)
        raise

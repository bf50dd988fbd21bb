"""What a purge leaves behind outside its transaction: words in the search index, the log, files."""

from __future__ import annotations

from desk_app.domain.rights import MACHINE
from desk_app.operations.attaching import sweep_scans
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.store.purging import SWEEP, sweep_index
from desk_app.store.tables import connection_of, rows_of
from sync.journal.purged import purges_of
from sync.model import kinds
from sync.model.bodies import Unreadable, unpack
from sync.model.purge import purge_kept

_EVERY_DAY = 10**7


@needs(MACHINE)
def sweep_purged(desk: Desk) -> bool:
    """Removes what is left of bodies purged here, by whomever; whether there was anything.

    Done after a purge, after an exchange and at a start: a crash in between leaves nothing for good.
    """
    with desk.reading() as ledger:
        if ledger.rows.note(SWEEP) is None:
            return False
    with desk.store.transaction(marked=False) as ledger:
        sweep_index(connection_of(ledger))
    _remove_papers(desk)
    sweep_scans(desk)
    with desk.store.transaction(marked=False) as ledger:
        ledger.rows.put_note(SWEEP, None)
    desk.store.checkpoint()
    return True


def _remove_papers(desk: Desk) -> None:
    """Slips and refusals that were written as files, of what is no more."""
    channel, names = desk.settings.channel, set()
    with desk.reading() as ledger:
        for dossier, raw in purges_of(ledger.rows, channel):
            left = purge_kept(raw, dossier).dossiers[dossier]
            if left is not None:
                names.add(left.number)
        stand = set()
        for entry in rows_of(ledger).unit_entries(channel, kinds.REFUSED, 0, _EVERY_DAY):
            try:
                stand.add(str(unpack(entry.text or b"").get("id")))
            except Unreadable:
                continue  # purged, or of no use
    if not desk.paths.slips.is_dir():
        return
    for path in desk.paths.slips.iterdir():
        gone = path.stem.startswith("TC-") and path.stem not in stand
        if gone or any(path.stem == name for name in names):
            path.unlink(missing_ok=True)

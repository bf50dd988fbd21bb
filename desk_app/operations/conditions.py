"""How this desk stands, told with each contact for the center's list of machines; nothing depends on it."""

from __future__ import annotations

from datetime import date, datetime, time

from desk_app.domain.rights import MACHINE
from desk_app.operations.desk import PUBLISHED, Desk
from desk_app.operations.doors import needs
from desk_app.operations.receipts import center_incarnation
from desk_app.store.scans import scan_tables_of
from sync.model.moment import VIETNAM
from sync.protocol.messages import Condition


@needs(MACHINE)
def condition_of(desk: Desk) -> Condition:
    """Scans that wait and since when, free disk, catalogue; the entries are counted with the request."""
    with desk.reading() as ledger:
        incarnation = center_incarnation(desk, ledger)
        tables = scan_tables_of(ledger)
        scans = tables.count_unconfirmed(desk.keys.node, incarnation)
        day = tables.oldest_unconfirmed(desk.keys.node, incarnation) if scans else 0
    since = datetime.combine(date.fromordinal(day), time(), VIETNAM) if day else None
    return Condition(
        b"",
        scans=scans,
        scans_since=max(0, int(since.timestamp())) if since is not None else 0,
        free=_free_mb(desk),
        release=int((desk.tables.setting(PUBLISHED) or {}).get("count", 0)),
    )


def _free_mb(desk: Desk) -> int:
    """MB free where this desk writes, in steps of 100 so that it seldom changes; 0 where nobody knows."""
    try:
        return max(1, desk.store.free_bytes() // 100_000_000 * 100)
    except OSError:
        return 0

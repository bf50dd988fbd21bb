"""Which dossiers have come to their end, and when: what terms of keeping are counted from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime

from desk_app.store.driver import Connection
from sync.acts.retention import Ended, is_over
from sync.model.moment import day_of
from sync.model.status import FINAL

_FINAL = ", ".join(f"'{one}'" for one in sorted(FINAL))
_DAY = 24 * 60
_EPOCH = date(1970, 1, 1).toordinal() * _DAY + 7 * 60
"""Minutes of a day; of the year one's first midnight up to 1970, as days begin at +07:00."""
_QUERY = (
    "SELECT dossier, number, procedure, field, status, annulled, received_at, ended_at, status_since,"
    " returned_at FROM dossiers WHERE channel = ? AND received_at < ? AND 'unit:' || unit = channel"
    f" AND (status IN ({_FINAL}) OR annulled = 1) AND flags NOT LIKE '%purged%'"
)


def ended_dossiers(
    connection: Connection,
    channel: str,
    among: Collection[Ended] | None = None,
    *,
    before: date = date.max,
) -> Sequence[Ended]:
    """The dossiers of a unit's own channel that have ended and stand, those `among` some or all; of those
    received on the day `before` or later none."""
    wanted = None if among is None else {one.dossier for one in among}
    found: list[Ended] = []
    for dossier, number, procedure, field, status, annulled, *moments in connection.execute(
        _QUERY, (channel, before.toordinal() * _DAY - _EPOCH)
    ):
        if (wanted is None or dossier in wanted) and is_over(status, annulled=bool(annulled)):
            last = max(int(one) for one in moments if one is not None)
            day = day_of(datetime.fromtimestamp(last * 60, UTC))
            found.append(Ended(dossier, number, procedure, field, day))
    return found

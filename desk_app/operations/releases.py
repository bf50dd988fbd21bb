"""What the center published, at the desk: checked here again, in force here by the day.

The entries are what was received; which releases count follows from them and from the publishing key this
desk pinned with the first one. A small note repeats the chain, packed, so that a start need not read entries.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from desk_app.operations.desk import PUBLISHED, Desk
from desk_app.store.tables import rows_of, tables_of
from sync.catalogue.published import calendar_over, records
from sync.catalogue.releases import Chain, Signed, follow, open_release, put_together
from sync.journal.ledger import Ledger
from sync.model import kinds
from sync.model.calendar import Calendar
from sync.model.moment import day_of

_NOTE: Final = "release:"
_LAST_DAY: Final = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Standing:
    """How this desk stands to what is published: the newest sequence (0: nothing yet), its decision, the
    publisher's key, whether its term is over, releases that wait for one before them, and strange ones."""

    sequence: int = 0
    decision: str = ""
    publisher: bytes = b""
    expired: bool = False
    waiting: int = 0
    strange: int = 0


def apply_releases(desk: Desk) -> bool:
    """Puts what was received in force here; whether anything changed. To be called after an exchange."""
    with desk.reading() as ledger:
        chain = _chain(desk, ledger)
        known = desk.tables.setting(PUBLISHED) or {}
    if not chain.releases or known.get("digest") == chain.tip.hex():
        return False
    with desk.writing() as ledger:
        chain = _chain(desk, ledger)
        for one in chain.releases:
            ledger.rows.put_note(f"{_NOTE}{one.release.sequence:08}", one.raw)
        value = {
            "publisher": chain.releases[0].key.hex(),
            "digest": chain.tip.hex(),
            "count": len(chain.releases),
        }
        tables_of(ledger).put_setting(PUBLISHED, value)
    return True


def _chain(desk: Desk, ledger: Ledger) -> Chain:
    """The chain of the pinned publisher among all that was received; before the first, of the first."""
    pinned = bytes.fromhex((desk.tables.setting(PUBLISHED) or {}).get("publisher", ""))
    bodies: list[bytes] = []
    first: dict[bytes, int] = {}
    for channel in ledger.rows.channels():
        if not channel.startswith("all:"):
            continue
        said = rows_of(ledger).unit_entries(channel, kinds.RELEASE, 0, _LAST_DAY)
        for entry in sorted(said, key=lambda one: (one.day, one.seq, one.digest)):
            if entry.text is None or ledger.roles.get(entry.journal.node) != kinds.CENTER:
                continue
            first.setdefault(entry.text[1:33], len(bodies))
            bodies.append(entry.text)
    found = put_together(bodies)
    if not pinned:
        begins = [one for one in found if one.release.sequence == 1]
        pinned = min(begins, key=lambda one: first[one.digest]).key if begins else b""
    return follow(found, pinned)


def releases_held(desk: Desk) -> list[Signed]:
    """The releases that count here, in their sequence."""
    count = int((desk.tables.setting(PUBLISHED) or {}).get("count", 0))
    with desk.reading() as ledger:
        raw = [ledger.rows.note(f"{_NOTE}{number:08}") for number in range(1, count + 1)]
    return [open_release(one) for one in raw if one is not None]


def standing(desk: Desk) -> Standing:
    """How this desk stands to what is published."""
    with desk.reading() as ledger:
        chain = _chain(desk, ledger)
    if not chain.releases:
        return Standing(waiting=len(chain.waiting), strange=len(chain.stray))
    newest = chain.releases[-1].release
    return Standing(
        newest.sequence,
        newest.decision,
        chain.releases[0].key,
        chain.expired(day_of(desk.clock())),
        len(chain.waiting),
        len(chain.stray),
    )


def published_calendar(desk: Desk, base: Calendar) -> Calendar:
    """A calendar with what is published today over it."""
    return calendar_over(base, releases_held(desk), day_of(desk.clock()))


def published_records(desk: Desk, table: str) -> dict[str, Mapping[str, Any]]:
    """What is published today in a table (``wording``, ``notices``), by key."""
    return records(releases_held(desk), table, day_of(desk.clock()))

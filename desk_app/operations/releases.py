"""What the center published, at the desk: checked here again, in force here by the day.

The entries are what was received; which releases count follows from them and from the publishing key this
desk pinned with the first one. A small note repeats the chain, packed, so that a start need not read entries.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from desk_app.domain.rights import MACHINE
from desk_app.operations.desk import PUBLISHED, Desk
from desk_app.operations.doors import needs
from desk_app.operations.shared_facts import apply_shared
from desk_app.store.tables import rows_of, tables_of
from sync.acts.cautions import ENDING_DAYS
from sync.catalogue.chain import Chain, follow
from sync.catalogue.published import calendar_over, records
from sync.catalogue.releases import Signed, open_release, put_together
from sync.journal.ledger import Ledger
from sync.model import kinds
from sync.model.calendar import Calendar
from sync.model.moment import day_of
from sync.model.procedure import Procedure

_NOTE: Final = "release:"
_SEEN: Final = "releases-seen"
"""Note: how many pieces were looked at, so that a start without news opens none."""
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


@needs(MACHINE)
def apply_received(desk: Desk) -> bool:
    """Puts whatever was received, shared settings and releases, in force here; whether anything changed."""
    shared, published = apply_shared(desk), apply_releases(desk)
    return shared or published


@needs(MACHINE)
def apply_releases(desk: Desk) -> bool:
    """Puts the releases that were received in force here; whether anything changed.

    To be called after an exchange, and at a start: a crash may have come between.
    """
    with desk.reading() as ledger:
        pieces = len(_pieces(ledger))
        known = desk.tables.setting(PUBLISHED) or {}
        seen = int(ledger.rows.note(_SEEN) or 0)
    if pieces == seen:
        return False
    with desk.writing() as ledger:
        bodies = _pieces(ledger)
        chain = _chain(desk, ledger, bodies)
        ledger.rows.put_note(_SEEN, str(len(bodies)).encode("ascii"))
        if not chain.releases or known.get("digest") == chain.tip.hex():
            return False
        for one in chain.releases:
            ledger.rows.put_note(f"{_NOTE}{one.release.sequence:08}", one.raw)
        value = {
            "publisher": chain.releases[0].key.hex(),
            "digest": chain.tip.hex(),
            "count": len(chain.releases),
        }
        tables_of(ledger).put_setting(PUBLISHED, value)
    return True


def _pieces(ledger: Ledger) -> list[bytes]:
    """The bodies of all pieces that a center wrote for everybody, in the order they were written."""
    bodies: list[bytes] = []
    for channel in ledger.rows.channels():
        if not channel.startswith("all:"):
            continue
        said = rows_of(ledger).unit_entries(channel, kinds.RELEASE, 0, _LAST_DAY)
        for entry in sorted(said, key=lambda one: (one.day, one.seq, one.digest)):
            if entry.text is not None and ledger.roles.get(entry.journal.node) == kinds.CENTER:
                bodies.append(entry.text)
    return bodies


def _chain(desk: Desk, ledger: Ledger, bodies: list[bytes]) -> Chain:
    """The chain of the pinned publisher among all that was received; before the first, of the first."""
    known = desk.tables.setting(PUBLISHED) or {}
    pinned = bytes.fromhex(known.get("publisher", ""))
    found = put_together(bodies)
    if not pinned:
        places = [body[1:33] for body in bodies]
        begins = [one for one in found if one.release.sequence == 1]
        pinned = min(begins, key=lambda one: places.index(one.digest)).key if begins else b""
    # What counted once is not lost again, whatever was written over its pieces meanwhile.
    return follow([*found, *_held(ledger, int(known.get("count", 0)))], pinned)


@needs(MACHINE)
def releases_held(desk: Desk) -> list[Signed]:
    """The releases that count here, in their sequence."""
    count = int((desk.tables.setting(PUBLISHED) or {}).get("count", 0))
    with desk.reading() as ledger:
        return _held(ledger, count)


def _held(ledger: Ledger, count: int) -> list[Signed]:
    raw = (ledger.rows.note(f"{_NOTE}{number:08}") for number in range(1, count + 1))
    return [open_release(one) for one in raw if one is not None]


@needs(MACHINE)
def standing(desk: Desk) -> Standing:
    """How this desk stands to what is published."""
    with desk.reading() as ledger:
        chain = _chain(desk, ledger, _pieces(ledger))
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


@needs(MACHINE)
def ending_soon(desk: Desk) -> list[Procedure]:
    """The procedures in force today that will soon be no more, the first to end first."""
    today = day_of(desk.clock())
    last = today + timedelta(days=ENDING_DAYS)
    ending = [
        (one.effective_to, one.code, one)
        for one in desk.catalogue
        if one.effective_to is not None and one.effective_to <= last and one.in_force(today)
    ]
    return [one for _day, _code, one in sorted(ending, key=lambda found: found[:2])]


@needs(MACHINE)
def published_calendar(desk: Desk, base: Calendar) -> Calendar:
    """A calendar with what is published today over it."""
    return calendar_over(base, releases_held(desk), day_of(desk.clock()))


@needs(MACHINE)
def published_records(desk: Desk, table: str) -> dict[str, Mapping[str, Any]]:
    """What is published today in a table (``wording``, ``notices``), by key."""
    return records(releases_held(desk), table, day_of(desk.clock()))

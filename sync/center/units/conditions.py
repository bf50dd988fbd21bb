"""How machines say that they stand: what waits there, how old the oldest is, their disk, their catalogue.

Told with an exchange; of a desk behind a hub, by the hub. Written down when it changes; nothing is decided by
it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import select

from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.units.tree import center_rows
from sync.model import kinds
from sync.model.moment import VIETNAM
from sync.protocol.answering import Visit
from sync.protocol.messages import Condition

LATE: Final = timedelta(days=1)
"""What waits for longer is pointed out: a line that is down overnight is nothing unusual."""
LEAST_FREE: Final = 2_000
"""MB on a desk's disk below which it is pointed out."""
_NOTE: Final = "condition-of:"
_TOLD: Final = "conditions-told"
_AGAIN: Final = 15 * 60
"""Seconds after which a hub says again what has not changed: that its desk was heard."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a machine said last; times in seconds since 1970, 0 for none. `time`: when a hub heard it, 0 where
    the machine said it here itself. `free` in MB, 0: not known. All zero: it said nothing, as older programs.
    """

    time: int = 0
    entries: int = 0
    entries_since: int = 0
    scans: int = 0
    scans_since: int = 0
    free: int = 0
    release: int = 0

    @property
    def known(self) -> bool:
        """Whether it said anything."""
        return bool(self.free or self.entries or self.scans or self.release)

    @property
    def since(self) -> datetime | None:
        """Since when the oldest of what waits does."""
        some = [one for one in (self.entries_since, self.scans_since) if one]
        return datetime.fromtimestamp(min(some), VIETNAM) if some else None

    def late(self, now: datetime) -> bool:
        """Whether something has waited for too long."""
        return self.since is not None and now - self.since > LATE

    @property
    def full(self) -> bool:
        """Whether its disk is nearly full."""
        return 0 < self.free < LEAST_FREE


NOTHING: Final = Told()
"""Of an older program, or a machine that was not heard of since."""


def note_conditions(rows: CenterRows, visit: Visit) -> None:
    """Notes what a machine said of itself, and of a hub what its unit's desks told it."""
    for one in visit.conditions:
        node = one.node or visit.record.node
        if node != visit.record.node and not _behind(rows, visit, node):
            continue
        time = 0 if node == visit.record.node else min(one.time, visit.time)
        if visit.made and not time:
            if _heard_since(rows, node, visit.made):
                continue  # an older stick: what was said by a line meanwhile is truer
            time = min(visit.made, visit.time)
        known = told(rows, node)
        said = Told(time, one.entries, one.entries_since, one.scans, one.scans_since, one.free, one.release)
        if said != known and (not time or time >= known.time):
            rows.put_note(_NOTE + node.hex(), json.dumps(asdict(said)).encode())


def _heard_since(rows: CenterRows, node: bytes, made: int) -> bool:
    c = tables.contacts.c
    at = rows.connection.scalar(select(c.at).where(c.node == node))
    return bool(at) and datetime.fromisoformat(str(at)).timestamp() > made


def _behind(rows: CenterRows, visit: Visit, node: bytes) -> bool:
    record = rows.node(node)
    return visit.record.role == kinds.HUB and record is not None and record.unit == visit.record.unit


def told(rows: CenterRows, node: bytes) -> Told:
    """What one machine said last."""
    raw = rows.note(_NOTE + node.hex())
    return Told(**json.loads(raw)) if raw else Told()


def all_told(rows: CenterRows) -> dict[bytes, Told]:
    """What every machine said last, by node."""
    return {bytes.fromhex(key.removeprefix(_NOTE)): Told(**json.loads(raw)) for key, raw in rows.notes(_NOTE)}


def free_mb(folder: Path) -> int:
    """MB free on the disk of a folder, in steps of 100 so that it seldom changes; 0 where nobody knows."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return 0
    return max(1, free // 100_000_000 * 100)


def of_a_hub(hub: Center, free: int) -> list[Condition]:
    """What a hub says to its center: its own disk, and of each desk what the center was not told yet."""
    now = int(hub.clock().timestamp())
    with hub.store.snapshot() as ledger:
        rows = center_rows(ledger)
        before = _marks(rows)
        c = tables.contacts.c
        heard = {bytes(node): str(at) for node, at in rows.connection.execute(select(c.node, c.at))}
        said = all_told(rows)
    found = [Condition(b"", free=free)]
    for node, one in sorted(said.items()):
        at = min(int(datetime.fromisoformat(heard[node]).timestamp()), now) if node in heard else 0
        last, mark = before.get(node.hex(), (0, ""))
        if at and (_mark(one) != mark or at - last >= _AGAIN):
            found.append(
                Condition(
                    *(node, at, one.entries, one.entries_since),
                    *(one.scans, one.scans_since, one.free, one.release),
                )
            )
    return found


def were_told(hub: Center, some: Iterable[Condition]) -> None:
    """The center has heard these."""
    passed = {
        one.node.hex(): (
            one.time,
            _mark(Told(0, one.entries, one.entries_since, one.scans, one.scans_since, one.free, one.release)),
        )
        for one in some
        if one.node
    }
    if passed:
        with hub.store.transaction() as ledger:
            rows = center_rows(ledger)
            rows.put_note(_TOLD, json.dumps(_marks(rows) | passed).encode())


def _marks(rows: CenterRows) -> dict[str, tuple[int, str]]:
    raw = rows.note(_TOLD)
    return {node: (int(at), str(mark)) for node, (at, mark) in json.loads(raw).items()} if raw else {}


def _mark(one: Told) -> str:
    return ",".join(str(value) for value in list(asdict(one).values())[1:])


def newest(heard_at: str, said: Told) -> str:
    """The later of a machine's own contact and what its hub heard of it, ISO 8601."""
    if not said.time:
        return heard_at
    at = datetime.fromtimestamp(said.time, VIETNAM)
    known = datetime.fromisoformat(heard_at) if heard_at else None
    return heard_at if known is not None and known >= at else at.isoformat(timespec="minutes")


def worst(some: Collection[Told]) -> tuple[int, int, int, int]:
    """Over machines: entries and scans that wait, since when the oldest (0: none), the least free MB."""
    since = [int(one.since.timestamp()) for one in some if one.since is not None]
    free = [one.free for one in some if one.free]
    return (
        sum(one.entries for one in some),
        sum(one.scans for one in some),
        min(since, default=0),
        min(free, default=0),
    )

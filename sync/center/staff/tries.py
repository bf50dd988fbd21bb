"""How often something may be tried from one address: counted in the database, for every process together.

Addresses are kept hashed and only while they count.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import case, delete, select

from sync.center.store import staff_tables as tables
from sync.center.store.dialect import insert_into
from sync.center.store.opening import Center
from sync.center.units.tree import center_rows

_KEPT = 86_400


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `most` tries in `seconds`, under a name."""

    name: str
    most: int
    seconds: int


def tried(center: Center, rate: Rate, address: str) -> bool:
    """Counts one try of an address; False when it was one too many, for which nothing is written."""
    now, key = int(center.clock().timestamp()), _key(rate, address)
    t = tables.tries
    query = select(t.c.since, t.c.count.label("times")).where(t.c.key == key)
    with center.store.snapshot() as ledger:
        row = center_rows(ledger).connection.execute(query).one_or_none()
    if row is not None and 0 <= now - row.since < rate.seconds and row.times >= rate.most:
        return False
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        rows.execute(delete(t).where(t.c.since < now - _KEPT))
        over = (t.c.since <= now - rate.seconds) | (t.c.since > now)
        add = insert_into(rows.connection, t).values(key=key, since=now, count=1)
        # counted by the database itself: two processes that ask at once are counted twice
        again = {"since": case((over, now), else_=t.c.since), "count": case((over, 1), else_=t.c.count + 1)}
        counted = add.on_conflict_do_update(index_elements=["key"], set_=again).returning(t.c.count)
        count = int(rows.connection.execute(counted).scalar_one())
        rows.changed = True
    return count <= rate.most


def _key(rate: Rate, address: str) -> str:
    return sha256(f"{rate.name}\x00{network_of(address)}".encode()).hexdigest()


def network_of(address: str) -> str:
    """An address as one household has it: IPv4 whole, of IPv6 the first 64 bits."""
    try:
        at = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address[:64]
    if isinstance(at, ipaddress.IPv6Address):
        if at.ipv4_mapped is not None:
            return str(at.ipv4_mapped)
        return str(ipaddress.ip_network((at, 64), strict=False))
    return str(at)

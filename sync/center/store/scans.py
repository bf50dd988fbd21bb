"""The center's rows about scans: what dossiers name, and which of the files are here or lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, delete, exists, insert, select, update

from sync.center.store import tables
from sync.center.store.dialect import insert_into
from sync.model import kinds
from sync.model.dossier import Dossier

HELD: Final = "held"
LOST: Final = "lost"
_SCAN_ACTS = (kinds.ATTACHED, kinds.DETACHED)


def scan_rows(channel: str, dossier: Dossier) -> list[dict[str, Any]]:
    """The rows of table `scans`: every file that the dossier's entries ever named and whose key still stands.

    A scan taken off again stays a part of the record.
    """
    named = {scan.name: scan.file.length for scan in (*dossier.scans, *dossier.detached)}
    return [
        {"channel": channel, "dossier": dossier.id, "name": name, "length": length}
        for name, length in sorted(named.items())
    ]


def save_scans(connection: Connection, channel: str, dossiers: Sequence[Dossier]) -> None:
    """Writes the rows of folded dossiers over what stood there; costs nothing where none ever had a scan."""
    some = [one for one in dossiers if any(event.act in _SCAN_ACTS for event in one.history)]
    if not some:
        return
    t = tables.scans
    for at in range(0, len(some), 500):
        ids = [one.id for one in some[at : at + 500]]
        connection.execute(delete(t).where(t.c.channel == channel, t.c.dossier.in_(ids)))
    rows = [row for one in some for row in scan_rows(channel, one)]
    if rows:
        connection.execute(insert(t), rows)


def named_length(connection: Connection, channel: str, name: bytes) -> int | None:
    """The length an admitted entry of the channel gives for the file; None: no entry names it."""
    t = tables.scans.c
    found = connection.scalar(select(t.length).where(t.channel == channel, t.name == name).limit(1))
    return None if found is None else int(found)


def channels_naming(connection: Connection, name: bytes, among: Iterable[str]) -> dict[str, int]:
    """The channels among the given ones in which an entry names the file, with its length."""
    t = tables.scans.c
    query = select(t.channel, t.length).where(t.name == name, t.channel.in_(sorted(set(among))))
    return {str(channel): int(length) for channel, length in connection.execute(query).all()}


def places_of(connection: Connection, dossier: bytes) -> list[tuple[str, bytes, int]]:
    """(channel, name, length) of every file that a dossier's entries name, in each channel it is in."""
    t = tables.scans.c
    query = select(t.channel, t.name, t.length).where(t.dossier == dossier).order_by(t.channel, t.name)
    return [(str(channel), bytes(name), int(length)) for channel, name, length in connection.execute(query)]


def dossiers_naming(connection: Connection, channel: str, name: bytes) -> list[bytes]:
    """The dossiers of a channel whose entries name the file."""
    t = tables.scans.c
    query = select(t.dossier).where(t.channel == channel, t.name == name).order_by(t.dossier)
    return [bytes(one) for (one,) in connection.execute(query)]


def put_state(connection: Connection, channel: str, name: bytes, length: int, state: str) -> None:
    """Notes that the file is here (`HELD`) or was and is no more (`LOST`)."""
    add = insert_into(connection, tables.scan_files).values(
        channel=channel, name=name, length=length, state=state
    )
    connection.execute(
        add.on_conflict_do_update(index_elements=["channel", "name"], set_={"state": state, "length": length})
    )
    t = tables.scans_asked
    connection.execute(delete(t).where(t.c.channel == channel, t.c.name == name))


def state_of(connection: Connection, channel: str, name: bytes) -> str | None:
    """`HELD`, `LOST`, or None: it has not come yet."""
    t = tables.scan_files.c
    return connection.scalar(select(t.state).where(t.channel == channel, t.name == name))


def lost_in(connection: Connection, channels: Iterable[str], most: int) -> list[bytes]:
    """Names of lost files of the channels, shortest first."""
    t = tables.scan_files.c
    query = (
        select(t.name)
        .where(t.state == LOST, t.channel.in_(sorted(set(channels))))
        .order_by(t.length, t.name)
        .limit(most)
    )
    return [bytes(name) for (name,) in connection.execute(query)]


# -- at a hub ------------------------------------------------------------------------------------------


def put_asked(connection: Connection, channel: str, name: bytes, length: int) -> None:
    """Notes that somebody wants a file that is not here, so that the next desk that has it may bring it."""
    add = insert_into(connection, tables.scans_asked).values(channel=channel, name=name, length=length)
    connection.execute(add.on_conflict_do_nothing(index_elements=["channel", "name"]))


def asked_in(connection: Connection, channels: Iterable[str], most: int) -> list[bytes]:
    """Names of files of the channels that somebody asked for in vain, and that are still named, shortest
    first.
    """
    t, named = tables.scans_asked, tables.scans
    query = (
        select(t.c.name)
        .where(t.c.channel.in_(sorted(set(channels))))
        .where(exists().where(named.c.name == t.c.name, named.c.channel == t.c.channel))
        .order_by(t.c.length, t.c.name)
        .limit(most)
    )
    return [bytes(name) for (name,) in connection.execute(query)]


def held_below(connection: Connection, incarnation: bytes, most: int) -> list[tuple[str, bytes, int]]:
    """(channel, name, length) of files that are here and that the upstream, as `incarnation`, has not said
    to hold, shortest first.
    """
    t, above, named = tables.scan_files, tables.scans_above, tables.scans
    joined = t.outerjoin(
        above,
        (above.c.channel == t.c.channel) & (above.c.name == t.c.name) & (above.c.incarnation == incarnation),
    )
    query = (
        select(t.c.channel, t.c.name, t.c.length)
        .select_from(joined)
        .where(t.c.state == HELD, above.c.name.is_(None))
        .where(exists().where(named.c.name == t.c.name, named.c.channel == t.c.channel))
        .order_by(t.c.length, t.c.name)
        .limit(most)
    )
    rows = connection.execute(query).all()
    return [(str(channel), bytes(name), int(length)) for channel, name, length in rows]


def held_places(connection: Connection, name: bytes) -> list[tuple[str, int]]:
    """(channel, length) of every place where the file is here."""
    t = tables.scan_files.c
    query = select(t.channel, t.length).where(t.name == name, t.state == HELD).order_by(t.channel)
    return [(str(channel), int(length)) for channel, length in connection.execute(query).all()]


def put_above(connection: Connection, channel: str, name: bytes, incarnation: bytes) -> None:
    """The upstream said, as `incarnation`, that it holds the file (empty: that it does not)."""
    add = insert_into(connection, tables.scans_above).values(
        channel=channel, name=name, incarnation=incarnation
    )
    connection.execute(
        add.on_conflict_do_update(index_elements=["channel", "name"], set_={"incarnation": incarnation})
    )


def files_expected(connection: Connection) -> list[tuple[str, bytes, int]]:
    """(channel, name, length) of every file that has come, whether it is still there or not."""
    t = tables.scan_files.c
    rows = connection.execute(select(t.channel, t.name, t.length).order_by(t.channel, t.name)).all()
    return [(str(channel), bytes(name), int(length)) for channel, name, length in rows]


def mark_all(connection: Connection, channel: str, name: bytes, state: str) -> None:
    """Sets the state of a file that has a row."""
    t = tables.scan_files
    connection.execute(update(t).where(t.c.channel == channel, t.c.name == name).values(state=state))

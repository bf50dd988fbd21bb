"""Notes of the dossiers that belong into more than one channel, from their fold to the carrying.

Notes of a dossier: ``ways:``, the channels where it is, with a space between, kept for ever; ``carry:``,
while something of it may wait to be carried; ``carry-later:``, while the unit it was sent to is not known
here; ``carry-aside:``, when it cannot be carried as it stands. Where it was carried to: ``stranger:``, while
a writer of it is not known here; ``recalled:``, how much of it does not count, and of which units.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sync.journal.port import Rows
from sync.model import kinds
from sync.model.carried import unpacked
from sync.model.dossier import Dossier
from sync.model.entry import Entry

if TYPE_CHECKING:
    from sync.journal.ledger import Ledger

_WAYS, _CARRY, _LATER, _ASIDE = "ways:", "carry:", "carry-later:", "carry-aside:"
_STRANGER, _RECALLED = "stranger:", "recalled:"


def note_travelling(rows: Rows, channel: str, dossiers: Iterable[Dossier]) -> None:
    """Notes those of freshly folded dossiers of a channel of which other channels are to have something."""
    for one in dossiers:
        elsewhere = one.sent_to or channel != f"unit:{one.unit}"
        # a forwarding that was taken back names no unit any more; what was carried by then is carried on
        if not elsewhere and not any(event.act == kinds.FORWARDED for event in one.history):
            continue
        ways = ways_of(rows, one.id)
        if not elsewhere and not ways:
            continue
        if channel not in ways:
            keep_ways(rows, one.id, {*ways, channel})
        rows.put_note(_CARRY + one.id.hex(), b"1")


def note_again(rows: Rows, dossiers: Iterable[bytes]) -> None:
    """Other entries of these dossiers count now than before: what was carried of them is looked at again."""
    for one in dossiers:
        if ways_of(rows, one):
            rows.put_note(_CARRY + one.hex(), b"1")


def carry_purge(rows: Rows, dossier: bytes) -> None:
    """A dossier was purged: what was carried of it elsewhere is looked at again."""
    if len(ways_of(rows, dossier)) > 1:
        rows.put_note(_CARRY + dossier.hex(), b"1")


def note_carried(ledger: Ledger, channel: str, dossier: bytes, entries: Sequence[Entry]) -> None:
    """Notes what of a dossier's carried entries waits for its writer's keys, and what does not count."""
    if not any(entry.kind == kinds.CARRIED for entry in entries):
        return
    rows, made = ledger.rows, unpacked(entries, ledger.roles)
    for node in {one.entry.journal.node for one in made.found.values()}:
        if not ledger.judge.knows(node):
            rows.put_note(f"{_STRANGER}{channel}:{node.hex()}:{dossier.hex()}", b"1")
    units = sorted({one.entry.journal.channel.partition(":")[2] for one in made.recalled.values()})
    said = " ".join((str(len(made.recalled)), *units)).encode("ascii") if units else None
    key = f"{_RECALLED}{channel}:{dossier.hex()}"
    if rows.note(key) != said:
        rows.put_note(key, said)


def introduced(rows: Rows, channel: str, node: bytes) -> list[bytes]:
    """The dossiers of the channel that waited for this node's keys; they wait no more."""
    found = []
    for key, _value in list(rows.notes(f"{_STRANGER}{channel}:{node.hex()}:")):
        rows.put_note(key, None)
        found.append(bytes.fromhex(key.rpartition(":")[2]))
    return found


def recalled_here(rows: Rows) -> tuple[int, int, tuple[str, ...]]:
    """What was carried here and does not count: how many entries, of how many dossiers, written in which
    units."""
    found = [value.decode("ascii").split() for _key, value in rows.notes(_RECALLED)]
    units = sorted({unit for one in found for unit in one[1:]})
    return sum(int(one[0]) for one in found), len(found), tuple(units)


def ways_of(rows: Rows, dossier: bytes) -> set[str]:
    """The channels in which something of a dossier is known to be."""
    raw = rows.note(_WAYS + dossier.hex()) or b""
    return set(raw.decode("ascii").split())


def keep_ways(rows: Rows, dossier: bytes, ways: Iterable[str]) -> None:
    """Notes the channels of a dossier."""
    rows.put_note(_WAYS + dossier.hex(), " ".join(sorted(set(ways))).encode("ascii"))


def to_be_carried(rows: Rows) -> list[bytes]:
    """The dossiers of which something may wait to be carried."""
    return [bytes.fromhex(key.removeprefix(_CARRY)) for key, _value in rows.notes(_CARRY)]


def is_carried(rows: Rows, dossier: bytes) -> None:
    """Nothing of the dossier waits any more."""
    rows.put_note(_CARRY + dossier.hex(), None)
    rows.put_note(_ASIDE + dossier.hex(), None)


def set_aside(rows: Rows, dossier: bytes) -> None:
    """The dossier cannot be carried as it stands: it waits for its next entry, and stops nobody."""
    is_carried(rows, dossier)
    rows.put_note(_ASIDE + dossier.hex(), b"1")


def set_aside_now(rows: Rows) -> list[bytes]:
    """The dossiers that could not be carried."""
    return [bytes.fromhex(key.removeprefix(_ASIDE)) for key, _value in rows.notes(_ASIDE)]


def wait_for_unit(rows: Rows, unit: str, dossier: bytes) -> None:
    """The dossier was sent to a unit that is not known here yet."""
    rows.put_note(f"{_LATER}{unit}:{dossier.hex()}", b"1")


def unit_is_known(rows: Rows, unit: str) -> None:
    """A unit is known from now on: what was sent to it before is to be carried."""
    for key, _value in list(rows.notes(f"{_LATER}{unit}:")):
        rows.put_note(_CARRY + key.rpartition(":")[2], b"1")
        rows.put_note(key, None)

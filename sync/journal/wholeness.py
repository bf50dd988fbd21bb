"""Which dossiers of a channel that began from a checkpoint are whole, and may be folded.

A dossier is folded only when its history is closed: it has a first entry, and every entry that one of its
entries names; or when the center gave all that it counts of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sync.journal.filling import filling_of, keep_filling
from sync.journal.purged import purged_of
from sync.model.carried import unpacked
from sync.model.entry import AFTER_BYTES, Entry

if TYPE_CHECKING:
    from sync.journal.ledger import Ledger
    from sync.journal.port import Rows

_SETTLE_AT_ONCE = 64


def _partial(channel: str) -> str:
    return f"partial:{channel}:"


def wait_for(rows: Rows, channel: str, dossier: bytes) -> None:
    """The dossier is not folded before it is known to be whole."""
    rows.put_note(_partial(channel) + dossier.hex(), b"1")


def _news(channel: str) -> str:
    return f"partial-news:{channel}:"


def _absent(channel: str) -> str:
    return f"absent:{channel}:"


def _lacking(entries: Sequence[Entry], roles: Mapping[bytes, str]) -> set[bytes] | None:
    """The names in a dossier's entries of what is not here; None: even its first entry is not."""
    made = unpacked(entries, roles)
    carried = (*made.found.values(), *made.recalled.values())
    inner = [*entries, *(one.entry for one in carried)]
    names = {entry.digest[:AFTER_BYTES] for entry in inner}
    if all(entry.after for entry in inner):
        return None
    return {name for entry in inner for name in entry.after if name not in names}


def closed(ledger: Ledger, channel: str, dossier: bytes, entries: Sequence[Entry]) -> bool:
    """Whether a dossier's entries have a first one and lack none that one of them names.

    What was carried here from another channel is among them. What the center, giving all it counts of the
    dossier, did not give either is not lacking: it counts nowhere, or has yet to come to the center.
    """
    if purged_of(ledger.rows, channel, dossier) is not None:
        return True
    lacking = _lacking(entries, ledger.roles)
    absent = ledger.rows.note(_absent(channel) + dossier.hex())
    if lacking is None:
        return absent is not None
    return not lacking or (absent is not None and lacking <= _names(absent))


def _names(raw: bytes) -> set[bytes]:
    return {raw[at : at + AFTER_BYTES] for at in range(1, len(raw), AFTER_BYTES)}


def _is_given(ledger: Ledger, channel: str, dossier: bytes, entries: Sequence[Entry]) -> None:
    """Remembers what a dossier lacks of which all is here that counts."""
    lacking = _lacking(entries, ledger.roles)
    key = _absent(channel) + dossier.hex()
    noted = None if lacking == set() else b"\1" + b"".join(sorted(lacking or ()))
    if ledger.rows.note(key) != noted:
        ledger.rows.put_note(key, noted)


def only_closed(
    ledger: Ledger, channel: str, held: Mapping[bytes, Sequence[Entry]], *, news: bool, given: bool
) -> Mapping[bytes, Sequence[Entry]]:
    """Those of the dossiers that may be folded, their writers known too; the others are remembered.

    `news`: what touched them came by the line's own order, so that somebody acted on a dossier that is not
    here: it is asked for by name. `given`: all that counts of them is here.
    """
    rows = ledger.rows
    if rows.loans is None or filling_of(rows, channel) is None:
        return held
    nodes = {entry.journal.node for entries in held.values() for entry in entries}
    strangers = {one for one in nodes if one not in ledger.trusted and rows.node(one) is None}
    ready: dict[bytes, Sequence[Entry]] = {}
    for dossier, entries in held.items():
        if given:
            _is_given(ledger, channel, dossier, entries)
        strange = any(entry.journal.node in strangers for entry in entries)
        whole = not strange and closed(ledger, channel, dossier, entries)
        if whole:
            ready[dossier] = entries
        for prefix, wanted in ((_partial(channel), not whole), (_news(channel), news and not whole)):
            key = prefix + dossier.hex()
            there = rows.note(key) is not None
            if wanted and not there:
                rows.put_note(key, b"1")
            elif whole and there:
                rows.put_note(key, None)
    return ready


def is_partial(rows: Rows, channel: str, dossier: bytes) -> bool:
    """Whether a dossier waits for entries, or for who wrote them, before it is folded."""
    return rows.note(_partial(channel) + dossier.hex()) is not None


def wanted_whole(rows: Rows, channel: str, most: int) -> list[bytes]:
    """Dossiers of which there is news and not the beginning."""
    prefix = _news(channel)
    return [bytes.fromhex(key[len(prefix) :]) for key, _raw in rows.notes(prefix)][:most]


def given_whole(rows: Rows, channel: str, dossiers: Iterable[bytes]) -> None:
    """The center gave all it has of these dossiers; they are not asked for again."""
    for dossier in dossiers:
        rows.put_note(_news(channel) + dossier.hex(), None)


# -- the end -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Settled:
    """What one step of `settle` did; `more`: there is another to be done."""

    dossiers: tuple[bytes, ...] = ()
    more: bool = False


def settle(ledger: Ledger, channel: str) -> Settled:
    """One short step to the end of a filling; to be called while our heads are the center's.

    Everything has come: what is lent and in no journal is of no journal, and a dossier that is not closed
    now will not be.
    """
    rows, loans = ledger.rows, ledger.rows.loans
    filling = filling_of(rows, channel)
    if loans is None or filling is None or filling.below or not filling.lent:
        return Settled()
    lent = loans.lent(channel, _SETTLE_AT_ONCE)
    prefix = _partial(channel)
    open_ones = [bytes.fromhex(key[len(prefix) :]) for key, _raw in rows.notes(prefix)][:_SETTLE_AT_ONCE]
    if not lent and not open_ones:
        absent = [key for key, _raw in rows.notes(_absent(channel))][:_SETTLE_AT_ONCE]
        for key in absent:
            rows.put_note(key, None)
        if absent:
            return Settled(more=True)
        keep_filling(rows, channel, None)
        return Settled()
    loans.repaid(channel, [entry.digest for entry in lent])
    touched = dict.fromkeys([*(entry.dossier for entry in lent if entry.dossier), *open_ones])
    ledger.refold(channel, touched, given=True)
    for dossier in touched:
        rows.put_note(_partial(channel) + dossier.hex(), None)
        rows.put_note(_news(channel) + dossier.hex(), None)
    return Settled(tuple(touched), more=True)

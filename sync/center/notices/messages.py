"""Messages and instructions to the units below: an entry in the channel of each, and who has read it when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from sqlalchemy import select

from sync.acts.messages import tell
from sync.acts.mistakes import Mistake
from sync.acts.move import Move
from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows, read_units
from sync.center.work.scope import Scope
from sync.journal.ledger import Ledger
from sync.journal.own import Draft, OwnJournals
from sync.model import kinds
from sync.model.bodies import Unreadable, unpack
from sync.model.dossier import Officer
from sync.model.entry import Entry, trusted_entry
from sync.model.messages import Message, Receipt, message_in, receipt_in
from sync.model.moment import day_of

PAGE: Final = 20
_UNIT: Final = "unit:"
_SLOW_CLOCK_DAYS: Final = 7
"""A desk whose clock is behind may have read a message before it was written."""


@dataclass(slots=True)
class Told:
    """A message as the center sees it: the units it went to, and the first receipt of each that has read it.

    `place` is where its newest entry lies, for paging.
    """

    message: Message
    place: int
    units: list[str] = field(default_factory=list)
    read: dict[str, Receipt] = field(default_factory=dict)

    def late(self, today: date) -> list[str]:
        """The units whose time to read it is over."""
        due = self.message.due
        return [one for one in self.units if one not in self.read] if due is not None and due < today else []


@dataclass(frozen=True, slots=True)
class Wanted:
    """A message to be written: `name` is minted with the form, so that one sent twice is one message."""

    name: str
    sort: str
    title: str
    text: str
    due: date | None
    units: Sequence[str]


def send(center: Center, officer: Officer, scope: Scope, wanted: Wanted) -> int | tuple[Mistake, ...]:
    """Writes a message into the channel of each unit; how many (0: it was written before), or the mistakes.

    Raises `CenterError` for a unit that is none, or not in the scope.
    """
    now = center.clock()
    made = tell(wanted.name, wanted.sort, wanted.title, wanted.text, wanted.due, officer=officer, now=now)
    if not isinstance(made, Move):
        return made
    if not wanted.units:
        return (Mistake("units", "Chọn ít nhất một đơn vị."),)
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        standing = {one.code for one in read_units(rows) if not one.successor}
        if any(one not in standing or (scope is not None and one not in scope) for one in wanted.units):
            raise CenterError("Có đơn vị không còn hoặc ngoài phạm vi của tài khoản.", "Chọn lại đơn vị.")
        if any(one.message.name == wanted.name for one in _told(ledger, None, 0, PAGE)):
            return 0
        own = OwnJournals(ledger, center.keys, center.entropy)
        chosen = sorted(set(wanted.units))
        for unit in chosen:
            rows.lock(_UNIT + unit)
        for unit in chosen:
            own.append(_UNIT + unit, [Draft(made.kind, made.body)], day_of(now).toordinal())
    return len(chosen)


def told(center: Center, scope: Scope, before: int = 0) -> list[Told]:
    """The newest messages to units of the scope, at most `PAGE` and those before a place."""
    with center.store.snapshot() as ledger:
        found = _told(ledger, scope, before, PAGE)
        _heard(ledger, found)
    return found


def one_told(center: Center, scope: Scope, name: str, place: int) -> Told | None:
    """One message, by its name and place; None: there is none for this scope."""
    with center.store.snapshot() as ledger:
        found = [one for one in _told(ledger, scope, place + 1, 1) if one.message.name == name]
        _heard(ledger, found)
    return found[0] if found else None


def _said(
    ledger: Ledger, kind: str, *, before: int = 0, since: int = 0
) -> Iterable[tuple[int, str, Entry, Mapping[str, Any]]]:
    """(place, unit, entry, body) of the entries of a kind in units' channels, by whom may write it, newest
    first."""
    rows = center_rows(ledger)
    e, j, c = tables.entries.c, tables.journals.c, tables.channels.c
    query = (
        select(e.id, e.envelope, e.body, c.name)
        .join_from(tables.entries, tables.journals, e.journal == j.id)
        .join(tables.channels, j.channel == c.id)
        .where(e.kind == kind, e.kind.in_((kinds.MESSAGE, kinds.READ)), e.day >= since)
        .order_by(e.id.desc())
    )
    if before:
        query = query.where(e.id < before)
    roles = kinds.KINDS[kind].roles
    with rows.connection.execution_options(stream_results=True, yield_per=500).execute(query) as found:
        for row in found:
            entry = trusted_entry(bytes(row.envelope), None if row.body is None else bytes(row.body))
            if entry.text is None or not row.name.startswith(_UNIT):
                continue
            if ledger.roles.get(entry.journal.node) not in roles:
                continue
            try:
                yield int(row.id), row.name.removeprefix(_UNIT), entry, unpack(entry.text)
            except Unreadable:
                continue


def _told(ledger: Ledger, scope: Scope, before: int, most: int) -> list[Told]:
    found: dict[str, Told] = {}
    for place, unit, _entry, body in _said(ledger, kinds.MESSAGE, before=before):
        if scope is not None and unit not in scope:
            continue
        try:
            message = message_in(body)
        except Unreadable:
            continue
        if message.name not in found:
            if len(found) == most:
                break
            found[message.name] = Told(message, place)
        found[message.name].units.append(unit)
    for one in found.values():
        one.units.sort()
    return list(found.values())


def _heard(ledger: Ledger, found: Sequence[Told]) -> None:
    """Adds the receipts: of each unit the first."""
    if not found:
        return
    named = {one.message.name: one for one in found}
    oldest = min(day_of(one.message.at) for one in found).toordinal() - _SLOW_CLOCK_DAYS
    for _place, unit, _entry, body in _said(ledger, kinds.READ, since=oldest):
        try:
            receipt = receipt_in(body)
        except Unreadable:
            continue
        one = named.get(receipt.name)
        if one is None or unit not in one.units:
            continue
        if unit not in one.read or receipt.at < one.read[unit].at:
            one.read[unit] = receipt

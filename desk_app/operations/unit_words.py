"""What the unit's desks say that is about no dossier: shared settings, ratings, counted cash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import FIGURES, MACHINE, MONEY, SETTINGS
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.numbers import check_clock, settle_journal
from desk_app.operations.outcome import Changes, Outcome
from desk_app.store.tables import connection_of, rows_of
from sync.acts import unit
from sync.acts.move import Made, Move
from sync.journal.ledger import Ledger
from sync.journal.own import Draft
from sync.model import kinds
from sync.model.act_bodies import Rating, SharedSetting, Shift, rating_in, setting_in, shift_in
from sync.model.bodies import Unreadable, unpack
from sync.model.dossier import Officer
from sync.model.entry import Entry
from sync.model.moment import day_of, iso_minute, parse_moment, to_minute

LAST_DAY = date.max.toordinal()
MOST_HEIGHT = 2**53 - 1
_COUNTED = "cash-counted"
_Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CashCount:
    """What must lie in this desk's drawer: cash taken from `begin` (the last count) to `end`, in dong."""

    begin: datetime
    end: datetime
    expected: int
    payments: int


@needs(MACHINE)
def shared_settings(desk: Desk) -> dict[str, Any]:
    """The settings all desks of the unit share, as far as this desk knows: of each key the last in order
    (height, node, incarnation, seq, digest). A value of None stands for one that was taken back."""
    with desk.reading() as ledger:
        return settings_of(ledger, desk.settings.channel)


def settings_of(ledger: Ledger, channel: str) -> dict[str, Any]:
    """The settings said in a channel, as `shared_settings`."""
    return {key: one.value for key, (one, _order) in _shared(ledger, channel).items()}


def _shared(ledger: Ledger, channel: str) -> dict[str, tuple[SharedSetting, tuple[Any, ...]]]:
    found: dict[str, tuple[SharedSetting, tuple[Any, ...]]] = {}
    for entry, body in said_in(ledger, channel, kinds.SETTING, 0, LAST_DAY):
        try:
            one = setting_in(body)
        except Unreadable:
            continue  # kept, passed on, without effect
        order = (one.height, *entry.order[1:])
        if one.key not in found or order > found[one.key][1]:
            found[one.key] = one, order
    return found


@needs(MACHINE)
def said_of_kind(desk: Desk, ledger: Ledger, kind: str, first: int, last: int) -> list[tuple[Entry, _Body]]:
    """The readable entries of a kind in the unit's channel, by writers that may write it."""
    return said_in(ledger, desk.settings.channel, kind, first, last)


def said_in(ledger: Ledger, channel: str, kind: str, first: int, last: int) -> list[tuple[Entry, _Body]]:
    """The readable entries of a kind in a channel, by writers that may write it."""
    roles = kinds.KINDS[kind].roles
    said: list[tuple[Entry, _Body]] = []
    for entry in rows_of(ledger).unit_entries(channel, kind, first, last):
        if entry.text is None or ledger.roles.get(entry.journal.node) not in roles:
            continue
        try:
            said.append((entry, unpack(entry.text)))
        except Unreadable:
            continue
    return said


@needs(SETTINGS)
def share_setting(desk: Desk, key: str, value: object, officer: Officer) -> Outcome[None]:
    """Sets a setting for all desks of the unit; other desks have it after the next exchange."""

    def make(ledger: Ledger, now: datetime) -> Made:
        known = _shared(ledger, desk.settings.channel).get(key)
        height = min(known[0].height + 1, MOST_HEIGHT) if known else 1
        return unit.share_setting(key, value, height, officer=officer, now=now)

    say_in_unit(desk, make, officer)
    return Outcome(None, Changes(settings=True, sync=True))


@needs(MACHINE)
def rate(
    desk: Desk, field: str, level: int, reasons: tuple[str, ...] = (), procedure: str = ""
) -> Outcome[None]:
    """A citizen's rating given at this desk today; nobody's name or dossier goes with it."""
    say_in_unit(
        desk,
        lambda _ledger, now: unit.rate(
            field, desk.settings.desk, day_of(now), level, procedure=procedure, reasons=reasons
        ),
        Officer("", ""),
    )
    return Outcome(None, Changes(sync=True))


@needs(FIGURES)
def ratings(desk: Desk, first: date, last: date) -> list[Rating]:
    """The unit's ratings of some days, in the order of days."""
    with desk.reading() as ledger:
        said = said_of_kind(desk, ledger, kinds.RATING, first.toordinal(), last.toordinal())
    found: list[Rating] = []
    for _entry, body in said:
        try:
            found.append(rating_in(body))
        except Unreadable:
            continue
    return found


@needs(MONEY, FIGURES)
def shifts(desk: Desk, first: date, last: date) -> list[Shift]:
    """The unit's counts of cash of some days."""
    with desk.reading() as ledger:
        return _shifts(desk, ledger, first.toordinal(), last.toordinal())


def _shifts(desk: Desk, ledger: Ledger, first: int, last: int) -> list[Shift]:
    found: list[Shift] = []
    for _entry, body in said_of_kind(desk, ledger, kinds.SHIFT, first, last):
        try:
            found.append(shift_in(body))
        except Unreadable:
            continue
    return found


@needs(MONEY)
def cash_to_count(desk: Desk) -> CashCount:
    """The cash this desk took since its last count (or since the day began), minutes as the entries say."""
    with desk.reading() as ledger:
        return _cash(desk, ledger, to_minute(desk.clock()))


def _cash(desk: Desk, ledger: Ledger, now: datetime) -> CashCount:
    """Times are of whole minutes, so the last count notes how much of its own last minute it held."""
    raw = ledger.rows.note(_COUNTED)
    begin, held, times = now.replace(hour=0, minute=0), 0, 0
    if raw:
        words = raw.decode("ascii").split()
        begin, held, times = parse_moment(words[0]), int(words[1]), int(words[2])
    amount, number = _taken(desk, ledger, begin, now)
    return CashCount(begin, now, max(0, amount - held), max(0, number - times))


def _taken(desk: Desk, ledger: Ledger, begin: datetime, end: datetime) -> tuple[int, int]:
    query = (
        "SELECT coalesce(sum(amount), 0), count(*) FROM payments"
        " WHERE at BETWEEN ? AND ? AND way = 'cash' AND node = ? AND channel = ?"
    )
    bounds = (int(begin.timestamp() // 60), int(end.timestamp() // 60))
    found = connection_of(ledger).execute(query, (*bounds, desk.keys.node, desk.settings.channel)).fetchone()
    return int(found[0]), int(found[1])


@needs(MONEY, FIGURES)
def cash_by_procedure(desk: Desk, begin: datetime, end: datetime) -> list[tuple[str, int, int]]:
    """Procedure, number of payments and sum in dong of the cash this desk took, the greatest sum first."""
    query = (
        "SELECT d.procedure_name, count(*), sum(p.amount) FROM payments p JOIN dossiers d"
        " ON d.dossier = p.dossier AND d.channel = p.channel WHERE p.at BETWEEN ? AND ? AND p.way = 'cash'"
        " AND p.node = ? AND p.channel = ? GROUP BY d.procedure_name ORDER BY sum(p.amount) DESC, 1"
    )
    bounds = (int(begin.timestamp() // 60), int(end.timestamp() // 60))
    with desk.reading() as ledger:
        found = connection_of(ledger).execute(query, (*bounds, desk.keys.node, desk.settings.channel))
        return [(str(name), int(number), int(amount)) for name, number, amount in found]


@needs(MONEY)
def close_shift(desk: Desk, counted: int, officer: Officer, note: str = "") -> Outcome[CashCount]:
    """The cash in this desk's drawer was counted; a difference needs a note. Raises `DeskError`."""
    counts: list[CashCount] = []

    def make(ledger: Ledger, now: datetime) -> Made:
        end = to_minute(now)
        cash = _cash(desk, ledger, end)
        counts.append(cash)
        held, times = _taken(desk, ledger, end, end)
        ledger.rows.put_note(_COUNTED, f"{iso_minute(end)} {held} {times}".encode("ascii"))
        return unit.close_shift(
            desk.settings.desk, (cash.begin, end), cash.expected, counted, note, officer=officer, now=now
        )

    say_in_unit(desk, make, officer)
    return Outcome(counts[-1], Changes(sync=True))


@needs(MACHINE)
def say_in_unit(desk: Desk, make: Callable[[Ledger, datetime], Made], officer: Officer) -> None:
    """Writes an entry of the unit that is about no dossier. Raises `DeskError` with its mistakes."""
    with desk.writing() as ledger:
        now = desk.clock()
        made = make(ledger, now)
        if not isinstance(made, Move):
            raise DeskError(f"Chưa làm được: {made[0].message}", "", made)
        own = settle_journal(desk, ledger)
        check_clock(desk, ledger, own, officer, now, confirmed=False)
        own.append(desk.settings.channel, [Draft(made.kind, made.body)], day_of(now).toordinal())

"""The queue: taking a number, calling it, and what becomes of it; shared by every process of a data folder.

Each step is one durable transaction. A day's numbers begin at 1 and are only that day's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.queue import (
    AT_COUNTER,
    MOST_SERVICES,
    Ticket,
    TicketState,
    TicketStep,
    call_order,
    letter_of,
    stepped,
)
from desk_app.domain.rights import MACHINE, QUEUE, SETTINGS
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Changes, Outcome
from desk_app.store.queue_table import QueueTable, queue_table_of
from desk_app.store.tables import DeskTables, tables_of
from sync.model.moment import day_of
from sync.model.text import TextRefused, nfc_line

PRIORITIES: Final = (
    "Người cao tuổi",
    "Người khuyết tật",
    "Phụ nữ mang thai",
    "Người đi cùng trẻ nhỏ",
    "Người có công",
)
"""Who is called first unless the office says otherwise."""
MOST_PRIORITIES: Final = 12
MOST_COUNTERS: Final = 20
MOST_NAME: Final = 60
_SETTING: Final = "queue_settings"
_PAUSED: Final = "queue_paused"
_CHANGES: Final = Changes(queue=True)
_TURN: Final = re.compile(r"([A-Z])([0-9]{1,6})")


@dataclass(frozen=True, slots=True)
class QueueSettings:
    """`services`: groups with a letter each, at most four (none: one line for all). `priorities`: groups
    called first. `counters`: names of counters 1, 2, … (none: one, with the desk's number). `own`: the
    counter of this machine's window (0: the first).
    """

    services: tuple[str, ...] = ()
    priorities: tuple[str, ...] = PRIORITIES
    counters: tuple[str, ...] = ()
    own: int = 0


@dataclass(frozen=True, slots=True)
class CounterState:
    """A counter, whether it pauses, and the ticket called or served there."""

    number: int
    name: str
    paused: bool
    ticket: Ticket | None


@dataclass(frozen=True, slots=True)
class QueueView:
    """Today's queue: `waiting` in the order it will be called, `missed` as they were taken, `called` the
    latest call first (those at a counter now). `mean_wait` in seconds of those called today; 0 for none.
    """

    waiting: tuple[Ticket, ...]
    missed: tuple[Ticket, ...]
    called: tuple[Ticket, ...]
    counters: tuple[CounterState, ...]
    taken: int
    served: int
    mean_wait: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A ticket just taken, and how many are called before it."""

    ticket: Ticket
    ahead: int


# ------------------------------------------------------------------------------------------------ settings


@needs(MACHINE)
def queue_settings(desk: Desk) -> QueueSettings:
    """How the queue is set up."""
    with desk.reading():
        return _settings(desk.tables)


@needs(SETTINGS)
def put_queue_settings(desk: Desk, wanted: QueueSettings) -> Outcome[QueueSettings]:
    """Sets the queue up anew; tickets already taken keep their numbers. Raises `DeskError`."""
    settings = QueueSettings(
        _names(wanted.services, MOST_SERVICES, "nhóm dịch vụ"),
        _names(wanted.priorities, MOST_PRIORITIES, "diện ưu tiên"),
        _names(wanted.counters, MOST_COUNTERS, "quầy"),
        max(0, wanted.own),
    )
    with desk.writing() as ledger:
        tables_of(ledger).put_setting(
            _SETTING,
            {
                "services": settings.services,
                "priorities": settings.priorities,
                "counters": settings.counters,
                "own": settings.own,
            },
        )
    return Outcome(settings, Changes(settings=True, queue=True))


def _settings(tables: DeskTables) -> QueueSettings:
    raw: dict[str, Any] = tables.setting(_SETTING) or {}
    known = {name: tuple(raw[name]) for name in ("services", "priorities", "counters") if name in raw}
    return QueueSettings(**known, own=int(raw.get("own", 0)))


def _names(names: Sequence[str], most: int, what: str) -> tuple[str, ...]:
    try:
        lines = tuple(dict.fromkeys(line for name in names if (line := nfc_line(name))))
    except TextRefused as refused:
        raise DeskError(refused.title, refused.advice) from refused
    if len(lines) > most:
        raise DeskError(f"Có nhiều nhất {most} {what}.", "Bớt dòng rồi lưu lại.")
    if any(len(line) > MOST_NAME for line in lines):
        raise DeskError(f"Tên {what} dài nhất {MOST_NAME} ký tự.", "Rút gọn tên rồi lưu lại.")
    return lines


def _counter_names(desk: Desk, settings: QueueSettings) -> dict[int, str]:
    if settings.counters:
        return dict(enumerate(settings.counters, start=1))
    return {desk.settings.desk: f"Quầy {desk.settings.desk}"}


def _own(desk: Desk, tables: DeskTables, counter: int) -> int:
    """The counter meant: that of the number, or this machine's. Raises `DeskError` for none."""
    settings = _settings(tables)
    names = _counter_names(desk, settings)
    wanted = counter or (settings.own if settings.own in names else next(iter(names)))
    if wanted not in names:
        raise DeskError(f"Không có quầy số {wanted}.", f"Các quầy: {', '.join(map(str, names))}.")
    return wanted


# ------------------------------------------------------------------------------------------------- looking


@needs(MACHINE)
def queue_view(desk: Desk) -> QueueView:
    """Today's queue as it stands."""
    with desk.reading():
        tickets = QueueTable(desk.store.reader()).of_day(day_of(desk.clock()))
        tables = desk.tables
        names, paused = _counter_names(desk, _settings(tables)), tables.setting(_PAUSED) or []
    at_counter = {one.counter: one for one in tickets if one.state in AT_COUNTER}
    waits = [one.waited for one in tickets if one.calls]
    return QueueView(
        waiting=tuple(sorted(_in(tickets, TicketState.WAITING), key=call_order)),
        missed=tuple(_in(tickets, TicketState.MISSED)),
        called=tuple(sorted(at_counter.values(), key=_latest_call)),
        counters=tuple(
            CounterState(number, name, number in paused, at_counter.get(number))
            for number, name in names.items()
        ),
        taken=len(tickets),
        served=len(_in(tickets, TicketState.SERVED)),
        mean_wait=sum(waits) // len(waits) if waits else 0,
    )


@needs(MACHINE)
def own_counter(desk: Desk) -> int:
    """The number of this machine's counter."""
    with desk.reading():
        return _own(desk, desk.tables, 0)


@needs(MACHINE)
def tickets_today(desk: Desk) -> list[Ticket]:
    """Every ticket of today, as they were taken."""
    with desk.reading():
        return QueueTable(desk.store.reader()).of_day(day_of(desk.clock()))


def _in(tickets: Sequence[Ticket], state: TicketState) -> list[Ticket]:
    return [one for one in tickets if one.state is state]


def _latest_call(ticket: Ticket) -> tuple[float, int]:
    return (-ticket.called_at.timestamp() if ticket.called_at else 0.0, -ticket.id)


# -------------------------------------------------------------------------------------------------- taking


@needs(MACHINE)
def take(desk: Desk, *, service: str = "", priority: str = "") -> Outcome[Taken]:
    """The next number; durable on return, and never another's.

    `service` and `priority` are names from the settings; the first service when none is named. Raises
    `DeskError` for an unknown one.
    """
    with desk.writing() as ledger:
        now = desk.clock()  # under the lock: serials and times go the same way
        settings = _settings(tables_of(ledger))
        group = _chosen(service, settings.services, "nhóm dịch vụ")
        _chosen(priority, settings.priorities, "diện ưu tiên")
        table, day = queue_table_of(ledger), day_of(now)
        letter = letter_of(desk.settings.desk, group)
        ticket = Ticket(
            id=0,
            day=day,
            letter=letter,
            serial=table.next_serial(day, letter),
            taken_at=now,
            since=now,
            service=settings.services[group] if settings.services else "",
            priority=priority,
        )
        ticket = replace(ticket, id=table.add(ticket))
        waiting = table.in_states(day, [TicketState.WAITING])
    ahead = sum(call_order(one) < call_order(ticket) for one in waiting)
    return Outcome(Taken(ticket, ahead), _CHANGES)


def _chosen(name: str, names: Sequence[str], what: str) -> int:
    if not name:
        return 0
    if name not in names:
        known = f"Chọn một trong: {', '.join(names)}." if names else f"Chưa có {what} nào trong Cài đặt."
        raise DeskError(f"Không có {what} “{name[:MOST_NAME]}”.", known)
    return names.index(name)


# ------------------------------------------------------------------------------------------------- calling


@needs(QUEUE)
def call_next(desk: Desk, counter: int = 0, *, service: str = "") -> Outcome[Ticket]:
    """Calls who comes next to a counter (0: this machine's); the ticket still there is finished.

    `service`: only of that group. Raises `DeskError` when the counter pauses or nobody waits; then the one
    at the counter stays as it is.
    """
    with desk.writing() as ledger:
        now, tables, table = desk.clock(), tables_of(ledger), queue_table_of(ledger)
        at = _own(desk, tables, counter)
        if at in (tables.setting(_PAUSED) or []):
            raise DeskError("Quầy đang tạm dừng nên chưa gọi số.", "Mở lại quầy rồi gọi.")
        waiting = [
            one
            for one in table.in_states(day_of(now), [TicketState.WAITING])
            if one.bound in (0, at) and service in ("", one.service)
        ]
        if not waiting:
            raise DeskError("Không còn ai đang chờ.", "Khi có người lấy số, bấm gọi tiếp.")
        _finish_at(table, desk, at)
        called = stepped(min(waiting, key=call_order), TicketStep.CALL, now, at)
        table.save(called)
    return Outcome(called, _CHANGES)


@needs(QUEUE)
def call_turn(desk: Desk, turn: str, counter: int = 0) -> Outcome[Ticket]:
    """Calls a certain number out of its order: one that was missed, or finished by mistake. Raises
    `DeskError`.
    """
    with desk.writing() as ledger:
        tables, table = tables_of(ledger), queue_table_of(ledger)
        at, ticket = _own(desk, tables, counter), _of(table, desk, turn)
        called = stepped(ticket, TicketStep.CALL, desk.clock(), at)
        _finish_at(table, desk, at)
        table.save(called)
    return Outcome(called, _CHANGES)


@needs(QUEUE)
def call_again(desk: Desk, counter: int = 0) -> Outcome[Ticket]:
    """Calls the same number once more."""
    return _at_counter(desk, TicketStep.AGAIN, counter)


@needs(QUEUE)
def serve(desk: Desk, counter: int = 0) -> Outcome[Ticket]:
    """The citizen is there: serving begins."""
    return _at_counter(desk, TicketStep.SERVE, counter)


@needs(QUEUE)
def finish(desk: Desk, counter: int = 0) -> Outcome[Ticket]:
    """Serving is over."""
    return _at_counter(desk, TicketStep.FINISH, counter)


@needs(QUEUE)
def miss(desk: Desk, counter: int = 0) -> Outcome[Ticket]:
    """Nobody came to the call."""
    return _at_counter(desk, TicketStep.MISS, counter)


@needs(QUEUE)
def transfer(desk: Desk, to: int, counter: int = 0) -> Outcome[Ticket]:
    """Sends the ticket at a counter to another one, which calls it next. Raises `DeskError`."""
    with desk.writing() as ledger:
        tables, table = tables_of(ledger), queue_table_of(ledger)
        at, target = _own(desk, tables, counter), _own(desk, tables, to)
        if at == target:
            raise DeskError("Số này đang ở chính quầy đó.", "Chọn quầy khác.")
        sent = stepped(_there(table, desk, at), TicketStep.TRANSFER, desk.clock(), target)
        table.save(sent)
    return Outcome(sent, _CHANGES)


@needs(QUEUE)
def pause(desk: Desk, paused: bool, counter: int = 0) -> Outcome[bool]:
    """Pauses a counter or opens it again; the ticket at it stays."""
    with desk.writing() as ledger:
        tables = tables_of(ledger)
        at = _own(desk, tables, counter)
        others = [one for one in tables.setting(_PAUSED) or [] if one != at]
        tables.put_setting(_PAUSED, [*others, at] if paused else others)
    return Outcome(paused, _CHANGES)


def _at_counter(desk: Desk, step: TicketStep, counter: int) -> Outcome[Ticket]:
    with desk.writing() as ledger:
        table = queue_table_of(ledger)
        at = _own(desk, tables_of(ledger), counter)
        ticket = stepped(_there(table, desk, at), step, desk.clock())
        table.save(ticket)
    return Outcome(ticket, _CHANGES)


def _there(table: QueueTable, desk: Desk, counter: int) -> Ticket:
    today = table.in_states(day_of(desk.clock()), AT_COUNTER)
    found = next((one for one in today if one.counter == counter), None)
    if found is None:
        raise DeskError("Quầy chưa gọi số nào.", "Gọi số tiếp theo trước.")
    return found


def _finish_at(table: QueueTable, desk: Desk, counter: int) -> None:
    now = desk.clock()
    for one in table.in_states(day_of(now), AT_COUNTER):
        if one.counter == counter:
            table.save(stepped(one, TicketStep.FINISH, now))


def _of(table: QueueTable, desk: Desk, turn: str) -> Ticket:
    fits = _TURN.fullmatch(turn.strip().upper())
    found = table.of_turn(day_of(desk.clock()), fits[1], int(fits[2])) if fits else None
    if found is None:
        raise DeskError(f"Hôm nay không có số “{turn[:20]}”.", "Xem danh sách số rồi gõ lại, ví dụ A012.")
    return found

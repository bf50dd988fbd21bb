"""The day at a desk: what to do, in the order of what to do first."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from desk_app.domain.print_job import JobState
from desk_app.domain.rights import READ
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.units import name_of, own_units
from desk_app.store import listing
from desk_app.store.driver import Connection
from desk_app.store.print_queue import PrintQueue
from desk_app.store.projections import minutes
from desk_app.store.search import DossierRow
from sync.journal.ledger import Ledger
from sync.model.calendar import CalendarEnds
from sync.model.due import working_days_after
from sync.model.moment import day_of
from sync.model.status import Status
from sync.model.whereabouts import when
from sync.model.words import dong, moment_on_screen

OVERDUE, DUE_TODAY, DUE_SOON, SUPPLEMENT = "overdue", "due-today", "due-soon", "supplement"
INCOMING = "incoming"
ON_ITS_WAY, TO_COLLECT, FEE_DUE, PRINTS = "on-its-way", "to-collect", "fee-due", "prints"
SOON_DAYS = 2
MOST_SHOWN = 100
MOST_LOOKED_AT = 1000


@dataclass(frozen=True, slots=True)
class Task:
    """A dossier to be dealt with, and why in one sentence."""

    row: DossierRow
    reason: str

    @property
    def phone(self) -> str:
        """The number to call."""
        return self.row.phone


@dataclass(frozen=True, slots=True)
class TaskList:
    """Tasks of one sort: `count` of them altogether, the first `MOST_SHOWN` in `tasks`."""

    kind: str
    title: str
    count: int
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class Today:
    """The lists as of `at`, in the order of what to do first; empty ones are there with a count of 0."""

    at: datetime
    lists: tuple[TaskList, ...] = field(default_factory=tuple)

    def of(self, kind: str) -> TaskList:
        """The list of a kind."""
        return next(one for one in self.lists if one.kind == kind)


@needs(READ)
def today(desk: Desk, most: int = MOST_SHOWN) -> Today:
    """What this desk has to do now. What waits for the citizen is never overdue: its clock stands."""
    now = desk.clock()
    moment, begin = minutes(now) or 0, listing.day_start(day_of(now))
    tomorrow = begin + 24 * 60
    soon = _soon(desk, now, tomorrow)
    with desk.reading() as ledger:
        reader = desk.store.reader()
        lists = (
            _listed(OVERDUE, "Quá hạn", listing.due_between(reader, None, moment, most)),
            _listed(DUE_TODAY, "Đến hạn hôm nay", listing.due_between(reader, moment, tomorrow, most)),
            _listed(DUE_SOON, "Sắp đến hạn", listing.due_between(reader, tomorrow, soon, most)),
            _incoming(desk, ledger, most),
            _listed(SUPPLEMENT, "Chờ công dân bổ sung", listing.waiting(reader, Status.SUPPLEMENT, most)),
            _listed(ON_ITS_WAY, "Đã giải quyết, chờ kết quả về", listing.done(reader, most, here=False)),
            _listed(TO_COLLECT, "Chờ công dân đến nhận", listing.done(reader, most, here=True)),
            _listed(FEE_DUE, "Chờ nộp phí", listing.waiting(reader, Status.FEE_DUE, most)),
            _prints(reader, most),
        )
    return Today(now, lists)


def _soon(desk: Desk, now: datetime, tomorrow: int) -> int:
    """The minute after the last of the next two working days; where the calendar ends, two days on."""
    try:
        last = working_days_after(day_of(now), SOON_DAYS, desk.calendar)
    except CalendarEnds:
        return tomorrow + SOON_DAYS * 24 * 60
    return listing.day_start(last) + 24 * 60


def _listed(kind: str, title: str, found: tuple[int, list[DossierRow]]) -> TaskList:
    count, rows = found
    return TaskList(kind, title, count, tuple(Task(row, _reason(kind, row)) for row in rows))


def _reason(kind: str, row: DossierRow) -> str:
    since = moment_on_screen(row.status_since) if row.status_since else ""
    due = moment_on_screen(row.due_at)
    if kind == OVERDUE:
        return f"Quá hạn từ {due}" + ("; đã hẹn lại một lần." if row.renewed else "; gửi phiếu xin lỗi.")
    if kind in (DUE_TODAY, DUE_SOON):
        return f"Hẹn trả {due}." + (f" {row.holder} đang giữ." if row.holder else "")
    if kind == SUPPLEMENT:
        return f"Yêu cầu bổ sung từ {since}."
    if kind == FEE_DUE:
        return f"Chờ nộp phí từ {since}."
    if kind == ON_ITS_WAY:
        return f"Giải quyết xong {since}" + (f", kết quả ở {row.holder}." if row.holder else ".")
    owed = f" Còn thu {dong(row.fee - row.paid)}." if row.fee > row.paid else ""
    ready = moment_on_screen(row.ready_at) if row.ready_at else ""
    return f"Có kết quả từ {ready}.{owed}"


def _incoming(desk: Desk, ledger: Ledger, most: int) -> TaskList:
    """What another unit has sent to this one and nobody here has accepted."""
    ours, tasks = own_units(desk), []
    for row in listing.sent_on(desk.store.reader(), MOST_LOOKED_AT):
        dossier = ledger.dossier(row.channel, row.id) if row.unit not in ours else None
        if dossier is not None and dossier.away is not None and dossier.away.unit in ours:
            sent = when(dossier.away.sent_at, desk.clock())
            tasks.append(Task(row, f"{name_of(desk, row.unit)} gửi đến {sent}; ghi nhận hồ sơ."))
    return TaskList(INCOMING, "Hồ sơ chuyển đến", len(tasks), tuple(tasks[:most]))


def _prints(reader: Connection, most: int) -> TaskList:
    jobs = PrintQueue(reader).in_states((JobState.FAILED, JobState.DOUBTFUL))
    rows = listing.rows_of_ids(reader, [job.dossier for job in jobs][:most])
    tasks = [Task(rows[job.dossier], job.said) for job in jobs[:most] if job.dossier in rows]
    return TaskList(PRINTS, "Bản in cần xem lại", len(jobs), tuple(tasks))

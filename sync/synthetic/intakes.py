"""Dossiers of synthetic communes as the journal freezes them, day after day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from random import Random
from typing import Final

from sync.model.calendar import DEFAULT_SESSIONS, Calendar, Sessions
from sync.model.counting import Policy, due_at
from sync.model.dossier import Intake, Officer, ProcedureRef
from sync.model.fees import FeeReckoning, reckon_fees
from sync.model.limit import Limit, Unit
from sync.model.moment import VIETNAM
from sync.model.number import OVERFLOW, DossierNumber, main_range
from sync.model.procedure import Procedure
from sync.synthetic.due import DUE_REASON, plain_due
from sync.synthetic.places import Commune, sample_commune
from sync.synthetic.pools import Draw, between
from sync.synthetic.requests import usual_amounts
from sync.synthetic.visits import Desk, Visit

START: Final = date(2026, 1, 5)
FORM_SET: Final = "TT 03/2025"


def intakes(  # noqa: PLR0913 - all but three have defaults
    seed: int,
    n: int,
    procedures: Sequence[Procedure],
    *,
    calendar: Calendar | None = None,
    commune: Commune | None = None,
    start: date = START,
    per_day: int = 60,
    desks: int = 1,
    policy: Policy = "P1",
) -> Iterator[Intake]:
    """`n` dossiers of a commune in the order they were received, from the working day `start` on.

    About `per_day` a working day (fewer on some, more on Mondays), shared by desks 1 to `desks`, each with
    numbers of its own main range. Without a `calendar` the office works Monday to Friday and due times are
    counted plainly; with one both follow it, and `CalendarEnds` is raised where it ends.
    """
    where = commune or sample_commune()
    draw = Random(f"intakes {seed} {where.code}").random
    door = _Door(draw, where, Desk(draw, where, procedures, start), calendar, policy)
    left = n
    for day, sessions in _office_days(start, calendar):
        busy = 1.25 if day.weekday() == 0 else 0.95
        count = min(left, max(1, round(per_day * busy * (0.8 + 0.4 * draw()))))
        yield from door.day(day, sessions, count, desks)
        left -= count
        if not left:
            return


def _office_days(start: date, calendar: Calendar | None) -> Iterator[tuple[date, Sessions]]:
    day = start
    while True:
        if calendar is not None:
            sessions = calendar.sessions_on(day)
        else:
            sessions = DEFAULT_SESSIONS if day.weekday() < 5 else ()
        if sessions:
            yield day, sessions
        day += timedelta(days=1)


class _Door:
    """Turns visits into intakes: when, by whom, under which number, due when, at what fee."""

    def __init__(
        self, draw: Draw, commune: Commune, desk: Desk, calendar: Calendar | None, policy: Policy
    ) -> None:
        self._draw = draw
        self._commune = commune
        self._desk = desk
        self._calendar = calendar
        self._policy: Policy = policy
        self._refs: dict[tuple[str, str], ProcedureRef] = {}
        self._fees: dict[tuple[object, ...], FeeReckoning] = {}

    def day(self, day: date, sessions: Sessions, count: int, desks: int) -> Iterator[Intake]:
        """A day's dossiers, by time."""
        draw = self._draw
        minutes = [
            (opening.hour * 60 + opening.minute, _length(opening, closing)) for opening, closing in sessions
        ]
        whole = sum(length for _, length in minutes)
        # Half come evenly, half more towards the middle of the day.
        waits = sorted(int(whole * (draw() if draw() < 0.5 else (draw() + draw()) / 2)) for _ in range(count))
        midnight = datetime.combine(day, time(0), VIETNAM)
        officers = self._commune.officers
        for order, wait in enumerate(waits):
            station = order % desks + 1
            first, last = main_range(station)
            laps, place = divmod(order // desks, last - first + 1)
            number = DossierNumber(self._commune.code, day, first + place + OVERFLOW * laps)
            received = midnight + timedelta(minutes=_into_session(minutes, wait))
            yield self._intake(
                self._desk.visit(), str(number), received, station, officers[station % len(officers)]
            )

    def _intake(
        self, visit: Visit, number: str, received: datetime, station: int, officer: Officer
    ) -> Intake:
        procedure = visit.procedure
        limit = procedure.limit_for(visit.case, visit.channel)
        due = self._due(received, limit)
        online = visit.channel == "online"
        fees = self._fees_of(visit)
        return Intake(
            number=number,
            received_at=received,
            due_at=due,
            procedure=self._ref(procedure, visit.case),
            owner=visit.owner or visit.applicant,
            applicant=visit.applicant,
            officer=officer,
            desk=station,
            unit=self._commune.code,
            representative=visit.representative,
            papers=visit.papers,
            fees=fees.lines,
            fee_exemption=visit.exemption if fees.waived else "",
            fees_open=tuple(one.rule for one in fees.missing),
            sets=visit.sets,
            subject=visit.subject,
            return_by=visit.return_by,
            channel=visit.channel,
            portal_number=f"G22.99-{received:%y%m%d}-{int(self._draw() * 1_000_000):06d}" if online else "",
            portal_at=received - timedelta(minutes=between(self._draw, 20, 2000)) if online else None,
            limit=limit,
            due_reason="" if limit else DUE_REASON,
            policy=self._policy,
            calendar=self._calendar.version if self._calendar else "",
            form_set=FORM_SET,
            note=visit.note,
        )

    def _ref(self, procedure: Procedure, case: str) -> ProcedureRef:
        key = (procedure.code, case)
        if key not in self._refs:
            self._refs[key] = ProcedureRef(
                procedure.code, procedure.name, procedure.field, case, procedure.version, procedure.result
            )
        return self._refs[key]

    def _due(self, received: datetime, limit: str) -> datetime:
        counted = _limit(limit) if limit else Limit(15, Unit.DAY)
        if self._calendar is None:
            return plain_due(received, counted)
        return due_at(received, counted, self._calendar, self._policy)

    def _fees_of(self, visit: Visit) -> FeeReckoning:
        # One officer in ten leaves the amounts of the province open.
        known = self._draw() > 0.1
        key = (visit.procedure.code, visit.pages, visit.copies, visit.exemption, visit.channel, known)
        if key not in self._fees:
            self._fees[key] = _reckon(visit, known)
        return self._fees[key]


def _reckon(visit: Visit, known: bool) -> FeeReckoning:
    return reckon_fees(
        visit.procedure.fees,
        pages=visit.pages,
        copies=visit.copies,
        exemption=visit.exemption,
        amounts=dict(usual_amounts(visit)) if known else {},
        channel=visit.channel,
    )


def _length(opening: time, closing: time) -> int:
    return (closing.hour - opening.hour) * 60 + closing.minute - opening.minute


def _into_session(minutes: Sequence[tuple[int, int]], wait: int) -> int:
    """Which minute of the day it is `wait` office minutes after opening."""
    for opening, length in minutes:
        if wait < length:
            return opening + wait
        wait -= length
    opening, length = minutes[-1]
    return opening + length


@lru_cache(maxsize=256)
def _limit(text: str) -> Limit:
    return Limit.parse(text)

"""Reports of the commune's own desks: the center's tables and pictures, counted from this desk's store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import FIGURES, MACHINE
from desk_app.operations.access_log import EXPORTED, note_access
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.unit_words import ratings
from desk_app.operations.units import own_units
from desk_app.store import figures
from desk_app.store.figures import Behind
from sync.model.moment import day_of
from sync.reports.asking import NO_STEP, REPORTS, Kind, built
from sync.reports.figures import Backlog, Flow, Satisfaction
from sync.reports.periods import Period, month_of, named, quarter_of, twelve_months_to, week_of, year_of
from sync.reports.tables import Names, as_it_is

if TYPE_CHECKING:
    from desk_app.store.driver import Connection
    from sync.reports.report import Report

BY_DESK: Final = Kind("hai-long-quay", "Hài lòng theo quầy", "Quầy", "said", "desk")
DESK_REPORTS: Final = (*(one for one in REPORTS if one.of != "unit"), BY_DESK)
"""In the order of the list they are chosen from."""
CSV, XLSX, PDF = "csv", "xlsx", "pdf"
_COLUMNS: Final = {
    "rate": (figures.RECEIVED, figures.ENDED, figures.EARLY, figures.ON_TIME, figures.LATE, ""),
    "flow": (figures.RECEIVED, figures.ONLINE, figures.ENDED, figures.WITHOUT, ""),
    "trend": (figures.RECEIVED, figures.ENDED, figures.LATE, ""),
    "backlog": (figures.PENDING, figures.RUNNING_IN_TIME, figures.LATE_NOW, figures.WAITING_NOW),
    "age": (figures.PENDING, figures.RUNNING_ALL, figures.WAITING_NOW),
    "said": (),
}
"""What the numbers of a line count, by how the report is made; empty: nothing that a list could show."""


@dataclass(frozen=True, slots=True)
class Made:
    """A report as it was asked for; `units` are those it is of."""

    kind: Kind
    period: Period
    report: Report
    units: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Counted:
    """A desk's rows as a source of reports."""

    desk: Desk
    connection: Connection
    units: frozenset[str]
    now: datetime

    def told(self, of: str, period: Period) -> Period:
        """Every day is there."""
        return period

    def flows(self, of: str, period: Period) -> list[Flow]:
        """By field, procedure, officer."""
        return figures.flows(self.connection, of, self.units, period.first, period.last)

    def flows_by_day(self, period: Period) -> list[Flow]:
        """In the order of time."""
        found = figures.flows(self.connection, "day", self.units, period.first, period.last)
        return sorted(found, key=lambda one: int(one.code))

    def backlog(self, of: str) -> list[Backlog]:
        """What is pending."""
        return figures.backlog(self.connection, of, self.units, self.now)

    def ages(self) -> list[Backlog]:
        """What is pending, by its age."""
        return figures.ages(self.connection, self.units, self.now)

    def satisfaction(self, of: str, period: Period) -> list[Satisfaction]:
        """By field or desk."""
        levels: dict[str, list[int]] = {}
        for one in ratings(self.desk, period.first, period.last):
            line = levels.setdefault(one.field if of == "field" else str(one.desk), [0] * 5)
            line[one.level - 1] += 1
        return [Satisfaction(code, (a, b, c, d, e)) for code, (a, b, c, d, e) in sorted(levels.items())]


def kind_named(code: str) -> Kind:
    """The report of a name. Raises `DeskError`."""
    found = next((one for one in DESK_REPORTS if one.code == code), None)
    if found is None:
        names = ", ".join(one.code for one in DESK_REPORTS)
        raise DeskError(f"Không có báo cáo “{code[:40]}”.", f"Chọn một trong: {names}.")
    return found


@needs(FIGURES)
def report_of(desk: Desk, code: str, period: Period) -> Made:
    """A report of this commune, as of now. Raises `DeskError` for a name that is none, or days that run
    backwards."""
    kind = kind_named(code)
    if period.last < period.first:
        raise DeskError("Ngày đầu sau ngày cuối nên không có báo cáo.", "Ghi lại hai ngày.")
    units = own_units(desk)
    with desk.reading():
        source = _Counted(desk, desk.store.reader(), units, desk.clock())
        return Made(kind, period, built(kind, period, source, _names(desk, kind)), units)


def _names(desk: Desk, kind: Kind) -> Names:
    if kind.of == "procedure":
        return lambda code: f"{code} {found.name}" if (found := desk.catalogue.get(code)) else None
    if kind.of == "desk":
        return lambda code: f"Quầy {code}"
    return {"": NO_STEP}.get if kind.of == "step" else as_it_is


def periods_offered(today: date) -> tuple[tuple[str, Period], ...]:
    """What is offered to choose a time from, with the words of each choice."""
    last_month = month_of(date.fromordinal(today.replace(day=1).toordinal() - 1))
    quarter = quarter_of(today)
    last_quarter = quarter_of(date.fromordinal(quarter.first.toordinal() - 1))
    return (
        ("Hôm nay", Period(today, today, f"{today}", f"ngày {today:%d/%m/%Y}")),
        ("Tuần này", week_of(today)),
        ("Tháng này", month_of(today)),
        ("Quý này", quarter),
        ("Năm nay", year_of(today.year)),
        ("Tháng trước", last_month),
        ("Quý trước", last_quarter),
        ("Năm trước", year_of(today.year - 1)),
    )


def period_named(code: str) -> Period:
    """``2026-11``, ``2026-Q4``, ``2026``. Raises `DeskError`."""
    found = named(code)
    if found is None:
        raise DeskError(f"Không hiểu thời gian “{code[:40]}”.", "Ghi 2026-11, 2026-Q4 hoặc 2026.")
    return found


def behind(made: Made, code: str, column: int) -> Behind | None:
    """The dossiers behind a number of a report: of the line with that `code`, in that column after the names
    (from 0). None where no list could show them, as behind a share."""
    counts = _COLUMNS[made.kind.way]
    if column >= len(counts) or not counts[column]:
        return None
    one = Behind(counts[column], made.units, made.kind.of, code)
    if made.kind.way == "age":
        return replace(one, of="age")
    if made.kind.way not in ("flow", "trend"):
        return replace(one, first=made.period.first, last=made.period.last)
    if code.isdigit():
        first = last = date.fromordinal(int(code))
    else:
        month, whole = month_of(date.fromisoformat(f"{code}-01")), made.period
        if made.kind.way == "trend" and not whole.is_long:
            whole = twelve_months_to(whole)
        first, last = max(month.first, whole.first), min(month.last, whole.last)
    return replace(one, of="", code="", first=first, last=last)


def total_behind(made: Made, column: int) -> Behind | None:
    """The same of the line of sums."""
    counts = _COLUMNS[made.kind.way]
    if column >= len(counts) or not counts[column]:
        return None
    period = made.period
    if made.kind.way == "trend" and not period.is_long:
        period = twelve_months_to(period)
    return Behind(counts[column], made.units, first=period.first, last=period.last)


@needs(FIGURES)
def file_of(desk: Desk, made: Made, ending: str) -> bytes:
    """The report as a file: ``csv``, ``xlsx`` or ``pdf``. Raises `DeskError` for another."""
    from sync.reports import exports

    now = desk.clock()
    ways: dict[str, Callable[[], bytes]] = {
        CSV: lambda: exports.csv_of(made.report),
        XLSX: lambda: exports.xlsx_of(made.report, now),
        PDF: lambda: exports.paper_of(made.report, desk.settings.unit_name, f"{now:%H:%M %d/%m/%Y}"),
    }
    if ending not in ways:
        raise DeskError(f"Không ghi được báo cáo thành tệp “{ending[:10]}”.", "Chọn csv, xlsx hoặc pdf.")
    note_access(desk, None, EXPORTED, f"{made.kind.code}: {made.period.code}.{ending}")
    return ways[ending]()


def file_name(made: Made, ending: str) -> str:
    """The name that is offered for it."""
    return f"bao-cao-{made.kind.code}-{made.period.code}.{ending}"


@needs(MACHINE)
def today_of(desk: Desk) -> date:
    """The day at this desk."""
    return day_of(desk.clock())


def lines_of(made: Made) -> Sequence[dict[str, object]]:
    """The lines as plain values, by the heads of the table."""
    report = made.report
    lines = [*report.lines, *([report.total] if report.total else [])]
    return [dict(zip(report.heads, (one.name, *one.cells), strict=True)) for one in lines]

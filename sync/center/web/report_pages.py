"""Reports: a table with its picture, the same as a file, and the dossiers behind a figure.

Which report, of which time and unit, stands in the address, so that it can be kept and handed on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from sqlalchemy import Connection
from starlette.responses import Response

from sync.catalogue.catalogue import Catalogue
from sync.center.publishing.in_force import catalogue_of
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.tree import Unit, center_rows, read_units
from sync.center.web.door import Page
from sync.center.web.report_files import taken_away
from sync.center.web.rights import DOSSIER_READERS, OFFICER_FIGURES
from sync.center.web.visit import Visit
from sync.center.work import figures
from sync.center.work.figures import (
    EARLY,
    ENDED,
    KINDS,
    LATE_ENDED,
    LATE_NOW,
    OF_A_TIME,
    OF_A_UNIT,
    ON_TIME,
    PENDING,
    RECEIVED,
    Behind,
)
from sync.center.work.refolding import is_counting
from sync.center.work.scope import Scope, below
from sync.model.moment import day_of
from sync.reports import tables as made
from sync.reports.asking import NO_STEP, REPORTS, Kind, built
from sync.reports.periods import Period, month_of
from sync.reports.pictures import svg_of
from sync.reports.report import Report
from sync.reports.tables import Names, as_it_is

LIST = "/bao-cao"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for, as far as this account may have it; `unit` empty: its whole scope."""

    kind: Kind
    period: Period
    unit: str
    units: tuple[Unit, ...]
    scope: Scope
    counting: bool

    @property
    def query(self) -> str:
        """As an address says it."""
        told = {"loai": self.kind.code, "ky": self.period.code, "don-vi": self.unit}
        return urlencode({name: value for name, value in told.items() if value})


class NoReport(CenterError):
    """Nothing of that name, or not for this account."""

    status = 404

    def __init__(self) -> None:
        super().__init__("Không có báo cáo này cho tài khoản.", "Chọn lại trong danh sách báo cáo.")


def _kinds(visit: Visit) -> list[Kind]:
    """Figures of officers are for who answers for them."""
    named = bool(visit.member.roles & OFFICER_FIGURES)
    return [one for one in REPORTS if one.of != "officer" or named]


def _asked(visit: Visit, rows: CenterRows) -> Asked:
    units, counting = read_units(rows), is_counting(rows)
    code = visit.query.get("loai", REPORTS[0].code)
    kind = next((one for one in _kinds(visit) if one.code == code), None)
    if kind is None:
        raise NoReport
    whole = below(units, visit.member.unit) if visit.member.unit else None
    seen = tuple(one for one in units if whole is None or one.code in whole)
    unit = visit.query.get("don-vi", "")
    if unit not in {one.code for one in seen}:
        unit = ""
    period = figures.period_of(visit.query.get("ky", ""), day_of(visit.now))
    return Asked(kind, period, unit, seen, below(units, unit) if unit else whole, counting)


def made_report(visit: Visit) -> tuple[Asked, Report]:
    """The report that an address asks for, of one snapshot. Raises `NoReport`."""
    catalogue = catalogue_of(visit.center)
    with visit.center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        asked = _asked(visit, rows)
        return asked, _report(visit, asked, rows.connection, _names(asked, catalogue))


def _report(visit: Visit, asked: Asked, connection: Connection, names: Names) -> Report:
    place = f", {names_of_units(asked).get(asked.unit, asked.unit)}" if asked.unit else ""
    source = figures.Kept(connection, asked.scope, visit.now)
    return built(asked.kind, asked.period, source, names, place)


def names_of_units(asked: Asked) -> dict[str, str]:
    """Names of the units that the account sees."""
    return {one.code: one.name for one in asked.units}


def _procedure_name(catalogue: Catalogue) -> Names:
    def named(code: str) -> str | None:
        found = catalogue.get(code)
        return f"{code} {found.name}" if found is not None else None

    return named


def _officer_name(units: dict[str, str], *, alone: bool) -> Names:
    """Names of officers, with their unit where there are several."""

    def named(code: str) -> str:
        unit, name = figures.officer_in(code)
        words = name or made.NO_NAME
        return words if alone else f"{words} – {units.get(unit, unit)}"

    return named


def _names(asked: Asked, catalogue: Catalogue) -> Names:
    if asked.kind.of == "unit":
        return names_of_units(asked).get
    if asked.kind.of == "step":
        return {"": NO_STEP}.get
    if asked.kind.of == "officer":
        return _officer_name(names_of_units(asked), alone=bool(asked.unit) or len(asked.units) == 1)
    return _procedure_name(catalogue) if asked.kind.of == "procedure" else as_it_is


def report_page(visit: Visit) -> Response:
    """A report: what to choose from, the picture, the table with links to what is behind each line."""
    asked, report = made_report(visit)
    kind = asked.kind
    return visit.show(
        "report.html",
        asked=asked,
        report=report,
        kinds=_kinds(visit),
        periods=_offered(asked.period, day_of(visit.now)),
        behind=_behind_words(visit, asked),
        narrower=not listed(kind, asked.scope) and kind.way == "rate",
        inner="thu-tuc" if kind.code == "don-vi" else "ton-thu-tuc" if kind.code == "ton" else "",
        timed=kind.timed,
    )


def _offered(chosen: Period, today: date) -> list[Period]:
    offered = figures.periods(today)
    return offered if chosen.code in {one.code for one in offered} else [chosen, *offered]


def listed(kind: Kind, scope: Scope) -> bool:
    """Whether all that a line of a report counts is one unit's, as lists of `OF_A_UNIT` must be."""
    return kind.of == "unit" or (scope is not None and len(scope) == 1)


def _behind_words(visit: Visit, asked: Asked) -> dict[int, str]:
    """Columns (from 0, after the names) whose numbers lead to dossiers, and to which."""
    kind = asked.kind
    if not visit.member.roles & DOSSIER_READERS:
        return {}
    if kind.way == "rate":
        whole = {0: RECEIVED, 1: ENDED, 2: EARLY, 3: ON_TIME} if listed(kind, asked.scope) else {}
        return {**whole, 4: LATE_ENDED}
    return {0: PENDING, 2: LATE_NOW} if kind.way == "backlog" else {}


def picture_page(visit: Visit) -> Response:
    """The picture of a report as SVG."""
    return Response(svg_of(made_report(visit)[1]), media_type="image/svg+xml")


def export_page(visit: Visit) -> Response:
    """A report as CSV, XLSX or PDF; that it was taken away is recorded."""
    asked, report = made_report(visit)
    return taken_away(visit, report, asked.query, f"bao-cao-{asked.kind.code}-{asked.period.code}", NoReport)


WHICH = {
    RECEIVED: "Hồ sơ tiếp nhận",
    ENDED: "Hồ sơ đã giải quyết",
    EARLY: "Hồ sơ giải quyết trước hạn",
    ON_TIME: "Hồ sơ giải quyết đúng hạn",
    LATE_ENDED: "Hồ sơ đã kết thúc quá hạn",
    LATE_NOW: "Hồ sơ đang quá hạn",
    PENDING: "Hồ sơ chưa xong",
}
"""The lists behind a report's figures, and their titles."""


def order_words(which: str) -> str:
    """In which order a list behind a figure stands."""
    if which in (LATE_ENDED, ENDED, EARLY, ON_TIME):
        return "Theo lúc kết thúc"
    return "Theo lúc tiếp nhận" if which in OF_A_TIME else "Hạn sớm nhất trước"


def behind_page(visit: Visit) -> Response:
    """The dossiers that one figure counts."""
    which, code = visit.query.get("nao", LATE_NOW), visit.query.get("ma", "")
    with visit.center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        asked = _asked(visit, rows)
        if (
            which not in WHICH
            or asked.kind.of not in KINDS
            or (which in OF_A_UNIT and not listed(asked.kind, asked.scope))
        ):
            raise NoReport
        period = asked.period
        if asked.kind.of != "unit" and period.one_day:
            period = month_of(period.first)
        wanted = Behind(which, asked.kind.of, code)
        after = visit.query.get("tu", "")
        found = figures.dossiers_behind(rows.connection, wanted, asked.scope, period, visit.now, after)
    more = found[: figures.SIZE][-1] if len(found) > figures.SIZE else None
    told = {"nao": which, "ma": code, "tu": f"{more['at']}~{more['id']}" if more else ""}
    return visit.show(
        "report_dossiers.html",
        asked=asked,
        title=WHICH[which],
        order=order_words(which),
        period=period.words if which in OF_A_TIME else "",
        name=_names(asked, catalogue_of(visit.center))(code) or code or made.NO_NAME,
        rows=found[: figures.SIZE],
        units=names_of_units(asked),
        on=f"{LIST}/ho-so?{asked.query}&{urlencode(told)}" if more else "",
    )


PAGES = (
    Page("report", LIST, report_page),
    Page("report-picture", LIST + "/hinh.svg", picture_page),
    Page("report-export", LIST + "/tai-ve", export_page),
    Page("report-dossiers", LIST + "/ho-so", behind_page),
)

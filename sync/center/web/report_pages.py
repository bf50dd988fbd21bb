"""Reports: a table with its picture, the same as a file, and the dossiers behind a figure.

Which report, of which time and unit, stands in the address, so that it can be kept and handed on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from sqlalchemy import Connection
from starlette.responses import Response

from sync.catalogue.catalogue import Catalogue
from sync.center.publishing.in_force import catalogue_of
from sync.center.staff.record import record
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.tree import Unit, center_rows, read_units
from sync.center.web.door import Page
from sync.center.web.rights import DOSSIER_READERS, OFFICER_FIGURES
from sync.center.web.visit import Visit
from sync.center.work import figures
from sync.center.work.figures import KINDS, LATE_ENDED, LATE_NOW, OF_A_TIME, PENDING, RECEIVED, Behind, Period
from sync.center.work.refolding import is_counting
from sync.center.work.scope import Scope, below
from sync.model.moment import day_of
from sync.reports import tables as made
from sync.reports.exports import csv_of, paper_of, xlsx_of
from sync.reports.pictures import svg_of
from sync.reports.report import Report
from sync.reports.tables import Names, as_it_is

LIST = "/bao-cao"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Kind:
    """A report that can be asked for: its word in the address, its title, the head of its first column, what
    it is of (`of`), and how it is made: ``rate``, ``backlog``, ``flow``, ``trend``, ``age``, ``said``."""

    code: str
    title: str
    head: str
    way: str
    of: str = ""


REPORTS = (
    Kind("don-vi", "Đúng hạn theo đơn vị", "Đơn vị", "rate", "unit"),
    Kind("linh-vuc", "Đúng hạn theo lĩnh vực", "Lĩnh vực", "rate", "field"),
    Kind("thu-tuc", "Đúng hạn theo thủ tục", "Thủ tục", "rate", "procedure"),
    Kind("can-bo", "Đúng hạn theo cán bộ tiếp nhận", "Cán bộ", "rate", "officer"),
    Kind("vao-ra", "Hồ sơ vào và ra", "Thời gian", "flow"),
    Kind("xu-huong", "Xu hướng tỷ lệ đúng hạn", "Tháng", "trend"),
    Kind("ton", "Hồ sơ chưa xong theo đơn vị", "Đơn vị", "backlog", "unit"),
    Kind("ton-thoi-gian", "Hồ sơ chưa xong theo thời gian đã chờ", made.AGE_HEAD, "age"),
    Kind("ton-linh-vuc", "Hồ sơ chưa xong theo lĩnh vực", "Lĩnh vực", "backlog", "field"),
    Kind("ton-thu-tuc", "Hồ sơ chưa xong theo thủ tục", "Thủ tục", "backlog", "procedure"),
    Kind("ton-can-bo", "Hồ sơ chưa xong theo cán bộ đang giữ", "Cán bộ", "backlog", "officer"),
    Kind("ton-buoc", "Hồ sơ chưa xong theo bước", "Bước", "backlog", "step"),
    Kind("hai-long", "Hài lòng theo lĩnh vực", "Lĩnh vực", "said", "field"),
    Kind("hai-long-don-vi", "Hài lòng theo đơn vị", "Đơn vị", "said", "unit"),
)
"""In the order of the list they are chosen from."""


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
    kind, period, scope = asked.kind, asked.period, asked.scope
    place = f", {names_of_units(asked).get(asked.unit, asked.unit)}" if asked.unit else ""
    title = kind.title + place
    now_words = f"lúc {visit.now:%H:%M %d/%m/%Y}"
    if kind.way == "rate":
        month = figures.month_of(period.first)
        shown = period.words if kind.of == "unit" or not period.one_day else month.words
        found = figures.flows(connection, kind.of, scope, period)
        return made.on_time_report(found, kind.head, title, shown, names)
    if kind.way == "backlog":
        pending = figures.backlog(connection, kind.of, scope, visit.now)
        return made.backlog_report(pending, kind.head, title, now_words, names)
    if kind.way == "age":
        aged = figures.ages(connection, scope, visit.now)
        return made.backlog_report(aged, kind.head, title, now_words, as_it_is, ordered=True)
    if kind.way == "said":
        said = figures.satisfaction(connection, kind.of, scope, period)
        return made.satisfaction_report(said, kind.head, title, period.words, names)
    if kind.way == "flow" and not period.is_long:
        days = figures.flows_by_day(connection, scope, period)
        words = {one.code: f"{date.fromordinal(int(one.code)):%d/%m}" for one in days}
        return made.flow_report(days, "Ngày", title, period.words, words.get)
    if kind.way == "trend" and not period.is_long:  # a month alone is no trend: the twelve up to it
        period = replace(period, first=_eleven_before(period.first), words=f"12 tháng đến {period.words}")
    months = figures.flows_by_month(connection, scope, period)
    words = {one.code: f"{one.code[5:]}/{one.code[:4]}" for one in months}
    build = made.flow_report if kind.way == "flow" else made.trend_report
    return build(months, "Tháng", title, period.words, words.get)


def _eleven_before(day: date) -> date:
    month = day.year * 12 + day.month - 1 - 11
    return date(month // 12, month % 12 + 1, 1)


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
        return {"": "Chưa vào quy trình nhiều bước"}.get
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
        behind=_behind_words(visit, kind),
        inner="thu-tuc" if kind.code == "don-vi" else "ton-thu-tuc" if kind.code == "ton" else "",
        timed=kind.way not in ("backlog", "age"),
    )


def _offered(chosen: Period, today: date) -> list[Period]:
    offered = figures.periods(today)
    return offered if chosen.code in {one.code for one in offered} else [chosen, *offered]


def _behind_words(visit: Visit, kind: Kind) -> dict[int, str]:
    """Columns (from 0, after the names) whose numbers lead to dossiers, and to which."""
    if not visit.member.roles & DOSSIER_READERS:
        return {}
    if kind.way == "rate":
        return {0: RECEIVED, 4: LATE_ENDED} if kind.of == "unit" else {4: LATE_ENDED}
    return {0: PENDING, 2: LATE_NOW} if kind.way == "backlog" else {}


def picture_page(visit: Visit) -> Response:
    """The picture of a report as SVG."""
    return Response(svg_of(made_report(visit)[1]), media_type="image/svg+xml")


def export_page(visit: Visit) -> Response:
    """A report as CSV, XLSX or PDF; that it was taken away is recorded."""
    asked, report = made_report(visit)
    kind = visit.query.get("dang", "csv")
    center = visit.center
    made_at = f"{visit.now:%H:%M %d/%m/%Y}"
    if kind == "xlsx":
        body, media = xlsx_of(report, visit.now), _XLSX
    elif kind == "pdf":
        body, media = paper_of(report, center.title, made_at), "application/pdf"
    elif kind == "csv":
        body, media = csv_of(report), "text/csv; charset=utf-8"
    else:
        raise NoReport
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        record(center, rows, visit.member.id, visit.member.login, "report-exported", f"{asked.query} {kind}")
    name = f"bao-cao-{asked.kind.code}-{asked.period.code}.{kind}"
    return Response(body, media_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'})


_WHICH = {
    RECEIVED: "Hồ sơ tiếp nhận",
    LATE_ENDED: "Hồ sơ đã kết thúc quá hạn",
    LATE_NOW: "Hồ sơ đang quá hạn",
    PENDING: "Hồ sơ chưa xong",
}


def order_words(which: str) -> str:
    """In which order a list behind a figure stands."""
    if which == LATE_ENDED:
        return "Theo lúc kết thúc"
    return "Theo lúc tiếp nhận" if which in OF_A_TIME else "Hạn sớm nhất trước"


def behind_page(visit: Visit) -> Response:
    """The dossiers that one figure counts."""
    which, code = visit.query.get("nao", LATE_NOW), visit.query.get("ma", "")
    with visit.center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        asked = _asked(visit, rows)
        if (
            which not in _WHICH
            or asked.kind.of not in KINDS
            or (which == RECEIVED and asked.kind.of != "unit")
        ):
            raise NoReport
        period = asked.period
        if asked.kind.of != "unit" and period.one_day:
            period = figures.month_of(period.first)
        wanted = Behind(which, asked.kind.of, code)
        after = visit.query.get("tu", "")
        found = figures.dossiers_behind(rows.connection, wanted, asked.scope, period, visit.now, after)
    more = found[: figures.SIZE][-1] if len(found) > figures.SIZE else None
    told = {"nao": which, "ma": code, "tu": f"{more['at']}~{more['id']}" if more else ""}
    return visit.show(
        "report_dossiers.html",
        asked=asked,
        title=_WHICH[which],
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

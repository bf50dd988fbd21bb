"""Statutory tables (Biểu II.06a–c), indices and satisfaction by desk: page, picture, files, dossiers behind.

Times run from the 15th to the 14th, as these reports are handed in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from sqlalchemy import Connection
from starlette.responses import Response

from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.tree import Unit, center_rows, read_units
from sync.center.web.door import Page
from sync.center.web.report_files import taken_away
from sync.center.web.report_pages import WHICH, order_words
from sync.center.web.rights import DOSSIER_READERS
from sync.center.web.visit import Visit
from sync.center.work import figures
from sync.center.work.figures import (
    DIRECT,
    EARLY,
    ENDED,
    LATE_ENDED,
    LATE_NOW,
    OF_A_TIME,
    ON_TIME,
    ONLINE,
    PENDING,
    RECEIVED,
    Behind,
)
from sync.center.work.refolding import is_counting
from sync.center.work.scope import Scope, below
from sync.center.work.statutory import desk_in, reported, satisfaction_by_desk, satisfaction_by_unit
from sync.model.moment import day_of
from sync.reports.periods import month_of
from sync.reports.pictures import svg_of
from sync.reports.report import Report
from sync.reports.statutory import index_report, rolled_up, settled_report
from sync.reports.tables import as_it_is, satisfaction_report
from sync.reports.terms import Term, offered_terms, term_of

PATH = "/bao-cao/bieu-mau"
FORMS = (
    ("ii06a", "Biểu II.06a – Tình hình, kết quả giải quyết TTHC tại đơn vị", "Lĩnh vực"),
    ("ii06b", "Biểu II.06b – Tình hình, kết quả giải quyết TTHC theo từng đơn vị", "Cơ quan, đơn vị"),
    ("ii06c", "Biểu II.06c – Tình hình, kết quả giải quyết TTHC theo nhóm đơn vị", "Nhóm đơn vị"),
    ("chi-so", "Chỉ số đánh giá theo đơn vị", "Đơn vị"),
    ("hai-long-quay", "Hài lòng theo quầy", "Quầy"),
)
"""Word in the address, title, head of the first column."""
_OF = {"ii06a": "field", "ii06b": "unit", "chi-so": "unit"}
"""Whose lines lead to dossiers, and by what."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks for, as far as this account may have it; `unit` empty: its whole scope."""

    code: str
    title: str
    head: str
    term: Term
    unit: str
    units: tuple[Unit, ...]
    scope: Scope
    counting: bool
    now_counts: bool
    """Whether the time is not over: what is pending is what is pending now."""

    @property
    def query(self) -> str:
        """As an address says it."""
        told = {"bieu": self.code, "ky": self.term.code, "don-vi": self.unit}
        return urlencode({name: value for name, value in told.items() if value})


class NoForm(CenterError):
    """Nothing of that name."""

    status = 404

    def __init__(self) -> None:
        super().__init__("Không có biểu này.", "Chọn lại trong danh sách biểu.")


def _wanted(visit: Visit, rows: CenterRows) -> Wanted:
    query, today = visit.query, day_of(visit.now)
    code = query.get("bieu", FORMS[0][0])
    form = next((one for one in FORMS if one[0] == code), None)
    if form is None:
        raise NoForm
    units = read_units(rows)
    whole = below(units, visit.member.unit) if visit.member.unit else None
    seen = tuple(one for one in units if whole is None or one.code in whole)
    unit = query.get("don-vi", "")
    unit = unit if unit in {one.code for one in seen} else ""
    scope = below(units, unit) if unit else whole
    term = term_of(query.get("ky", ""), today)
    return Wanted(*form, term, unit, seen, scope, is_counting(rows), term.last >= today)


def _names(wanted: Wanted) -> dict[str, str]:
    return {one.code: one.name for one in wanted.units}


def branches(units: tuple[Unit, ...], top: str) -> dict[str, str]:
    """For every unit, the one directly under `top` (empty: the center) that it stands under or was merged
    into; those of `top` itself stand for themselves."""
    known = {one.code: one for one in units}
    found: dict[str, str] = {}
    for one in units:
        at, steps = one.code, 0
        while at != top and steps <= len(known):
            unit, steps = known[at], steps + 1
            above = unit.successor or unit.parent
            if above == top or above not in known:
                break
            at = above
        found[one.code] = at
    return found


def _made(visit: Visit) -> tuple[Wanted, Report]:
    with visit.center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        wanted = _wanted(visit, rows)
        return wanted, _report(visit, wanted, rows.connection)


def _report(visit: Visit, wanted: Wanted, connection: Connection) -> Report:
    names, term, scope = _names(wanted), wanted.term, wanted.scope
    title = wanted.title + (f", {names.get(wanted.unit, wanted.unit)}" if wanted.unit else "")
    if wanted.code == "hai-long-quay":
        said = satisfaction_by_desk(connection, scope, term.first, term.last)

        def desk_name(code: str) -> str:
            unit, desk = desk_in(code)
            return f"{names.get(unit, unit)}, quầy {desk}"

        return satisfaction_report(said, wanted.head, title, term.told, desk_name)
    found = reported(connection, "field" if wanted.code == "ii06a" else "unit", scope, term, visit.now)
    if wanted.code == "chi-so":
        rated = satisfaction_by_unit(connection, scope, term.first, term.last)
        return index_report(found.lines, found.undated, rated, title, term.told, names.get)
    if wanted.code == "ii06a":
        return settled_report(found.lines, wanted.head, title, term.told, as_it_is)
    lines = list(found.lines)
    if wanted.code == "ii06c":
        lines = rolled_up(lines, branches(wanted.units, wanted.unit or visit.member.unit))
    return settled_report(lines, wanted.head, title, term.told, names.get)


def form_page(visit: Visit) -> Response:
    """A statutory table: what to choose from, the picture, the table with links to what is behind it."""
    wanted, report = _made(visit)
    terms = offered_terms(day_of(visit.now))
    if wanted.term.code not in {one.code for one in terms}:
        terms = [wanted.term, *terms]
    readers = bool(visit.member.roles & DOSSIER_READERS)
    return visit.show(
        "statutory.html",
        wanted=wanted,
        report=report,
        forms=FORMS,
        terms=terms,
        behind=_behind(wanted) if readers else {},
        inner="ii06a" if wanted.code in ("ii06b", "ii06c") else "",
    )


def _behind(wanted: Wanted) -> Mapping[int, str]:
    """Columns (from 0, after the names) whose numbers lead to dossiers, and to which."""
    if wanted.code not in ("ii06a", "ii06b"):
        return {}
    now = {8: PENDING, 10: LATE_NOW} if wanted.now_counts else {}
    came = {1: ONLINE, 2: DIRECT} if wanted.code == "ii06b" else {}
    if _one_unit(wanted):
        came |= {5: EARLY, 6: ON_TIME}
    return {7: LATE_ENDED, **came, **now}


def _one_unit(wanted: Wanted) -> bool:
    """Whether all that a line counts is one unit's: nothing has what ended in order for many."""
    return wanted.code == "ii06b" or (wanted.scope is not None and len(wanted.scope) == 1)


def picture_page(visit: Visit) -> Response:
    """The picture as SVG."""
    return Response(svg_of(_made(visit)[1]), media_type="image/svg+xml")


def export_page(visit: Visit) -> Response:
    """The table as CSV, XLSX or PDF; that it was taken away is recorded."""
    wanted, report = _made(visit)
    return taken_away(visit, report, wanted.query, f"bieu-{wanted.code}-{wanted.term.code}", NoForm)


_WHICH = {
    **WHICH,
    ONLINE: "Hồ sơ tiếp nhận trực tuyến",
    DIRECT: "Hồ sơ tiếp nhận trực tiếp, qua bưu chính",
}


def behind_page(visit: Visit) -> Response:
    """The dossiers that a figure of a statutory table counts."""
    which, code = visit.query.get("nao", LATE_NOW), visit.query.get("ma", "")
    with visit.center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        wanted = _wanted(visit, rows)
        if which not in _WHICH or wanted.code not in _OF:
            raise NoForm
        if which in (RECEIVED, ONLINE, DIRECT) and _OF[wanted.code] != "unit":
            raise NoForm  # no index has them in order
        if which == ENDED or (which in (EARLY, ON_TIME) and not _one_unit(wanted)):
            raise NoForm
        term = wanted.term
        period = replace(
            month_of(term.first), first=term.first, last=term.last, code=term.code, words=term.told
        )
        behind = Behind(which, _OF[wanted.code], code)
        after = visit.query.get("tu", "")
        found = figures.dossiers_behind(rows.connection, behind, wanted.scope, period, visit.now, after)
    more = found[: figures.SIZE][-1] if len(found) > figures.SIZE else None
    told = {"nao": which, "ma": code, "tu": f"{more['at']}~{more['id']}" if more else ""}
    names = _names(wanted)
    return visit.show(
        "report_dossiers.html",
        back=f"{PATH}?{wanted.query}",
        back_words=wanted.title,
        title=_WHICH[which],
        order=order_words(which),
        period=term.told if which in OF_A_TIME else "",
        name=names.get(code, code) or "(không ghi)",
        rows=found[: figures.SIZE],
        units=names,
        on=f"{PATH}/ho-so?{wanted.query}&{urlencode(told)}" if more else "",
    )


PAGES = (
    Page("statutory", PATH, form_page),
    Page("statutory-picture", PATH + "/hinh.svg", picture_page),
    Page("statutory-export", PATH + "/tai-ve", export_page),
    Page("statutory-dossiers", PATH + "/ho-so", behind_page),
)

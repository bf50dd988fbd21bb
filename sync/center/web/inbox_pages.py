"""The overview, and the lists of dossiers."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.responses import Response

from sync.center.staff.factors import last_day
from sync.center.units.standing import machines
from sync.center.units.tree import center_rows, read_units
from sync.center.web.door import Page
from sync.center.web.rights import DOSSIER_READERS
from sync.center.web.task_pages import hours_of
from sync.center.web.visit import Visit
from sync.center.web.work_view import actor_of
from sync.center.work.figures import flows, period_of
from sync.center.work.inbox import DUE_FILTERS, VISITING, Filters, Order, Place, counts, page
from sync.center.work.scope import scope_of
from sync.center.work.tasks import SOON, TITLES, task_counts
from sync.model.moment import day_of
from sync.model.status import Status
from sync.reports.figures import flow_total
from sync.reports.periods import month_of

MAX_WORDS = 200
ORDERS = {
    Order.TIME: "mới nhất trước",
    Order.DUE: "hạn sớm nhất trước",
    Order.NUMBER: "theo mã hồ sơ",
    Order.NAME: "theo tên",
}


def overview_page(visit: Visit) -> Response:
    """How many dossiers are open and which need attention, and how the machines stand: to who may see it."""
    with visit.center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        scope = scope_of(rows, visit.member.unit)
        today = day_of(visit.now)
        times = (period_of("hom-nay", today), month_of(today))
        until = last_day(visit.center, rows, visit.member)
        sums = [(one, flow_total(flows(rows.connection, "unit", scope, one))) for one in times]
    reads = bool(visit.member.roles & DOSSIER_READERS)
    fleet = None
    if visit.may("fleet"):
        found = [one for one in machines(visit.center, scope) if not one.revoked]
        fleet = {
            "total": len(found),
            "care": sum(one.needs_care(visit.now) for one in found),
            "units": len({one.unit for one in found}),
        }
    return visit.show(
        "overview.html",
        counts=counts(visit.center, scope) if reads else None,
        fleet=fleet,
        tasks=task_counts(visit.center, actor_of(visit), hours_of(visit)) if reads else None,
        titles={**TITLES, SOON: f"{TITLES[SOON]} trong {hours_of(visit)} giờ làm việc"},
        sums=sums,
        until=until,
    )


def inbox_page(visit: Visit) -> Response:
    """A page of dossiers; every filter stands in the address, so that it can be kept."""
    with visit.center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        scope = scope_of(rows, visit.member.unit)
        units = [one for one in read_units(rows) if scope is None or one.code in scope]
    due = {name: words for name, words in DUE_FILTERS.items() if name != VISITING or scope is not None}
    query = visit.query
    filters = Filters(
        query.get("trang-thai", "") if query.get("trang-thai") in list(Status) else "",
        query.get("don-vi", "") if query.get("don-vi") in {one.code for one in units} else "",
        query.get("han", "") if query.get("han") in due else "",
        " ".join(query.get("tim", "")[:MAX_WORDS].split()),
    )
    listed = page(visit.center, filters, scope, _place(query.get("tu", "")))
    chosen = {
        "trang-thai": filters.status,
        "don-vi": filters.unit,
        "han": filters.due,
        "tim": filters.words,
    }
    return visit.show(
        "inbox.html",
        filters=filters,
        listed=listed,
        units=units,
        unit_names={one.code: one.name for one in units},
        statuses=list(Status),
        due_filters=due,
        back=_address(chosen, listed.back),
        on=_address(chosen, listed.on),
        orders=ORDERS,
    )


def _place(text: str) -> Place | None:
    """``a2026-11-23T09:15+07:00~<id>``: after that row; with ``b``: before it."""
    way, at, name = text[:1], *text[1:].partition("~")[::2]
    try:
        found = bytes.fromhex(name)
    except ValueError:
        return None
    if way not in "ab" or len(found) != 16 or len(at) > 200:
        return None
    return Place(at, found, before=way == "b")


def _address(chosen: dict[str, str], place: Place | None) -> str:
    if place is None:
        return ""
    told = {name: value for name, value in chosen.items() if value}
    return "/ho-so?" + urlencode({**told, "tu": f"{'b' if place.before else 'a'}{place.at}~{place.id.hex()}"})


PAGES = (
    Page("overview", "/", overview_page),
    Page("inbox", "/ho-so", inbox_page),
)

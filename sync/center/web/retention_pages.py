"""What is past its term of keeping, in the pages, and its purge after the administrator typed how much."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from sync.center.staff.record import record
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows, read_units
from sync.center.web.door import Page
from sync.center.web.visit import Visit
from sync.center.work.retention import UnitDue, lines_of, purge_due, standing
from sync.center.work.scope import scope_of
from sync.model.dossier import Officer

PATH: Final = "/don-vi/bao-quan"
_MOST_NUMBERS: Final = 500


def _units(visit: Visit) -> list[str]:
    """The units that whoever looks may see."""
    with visit.center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        scope = scope_of(rows, visit.member.unit)
        return [one.code for one in read_units(rows) if scope is None or one.code in scope]


def _due(visit: Visit) -> list[UnitDue]:
    units = _units(visit)
    return [one for one in standing(visit.center, units) if one.due] if units else []


def _phrase(count: int) -> str:
    """What is to be typed: it names how many, so that nobody types it from habit."""
    return f"HỦY {count}"


def retention_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """What is past its term, by unit and rule, with the form of its purge."""
    found = _due(visit)
    count = sum(len(one.due) for one in found)
    numbers = [(due.of.number, due.rule.name, due.since) for one in found for due in one.due]
    return visit.show(
        "retention.html",
        status,
        lines=lines_of(found),
        count=count,
        phrase=_phrase(count),
        numbers=numbers[:_MOST_NUMBERS],
        more=max(count - _MOST_NUMBERS, 0),
        trouble=trouble,
    )


def retention_sent(visit: Visit) -> Response:
    """Purges what was shown, if it is still that."""
    form = visit.form
    count, reason = form.number("count"), " ".join(form.get("reason").split())
    if not reason:
        form.wrong("reason", "Ghi số và ngày của quyết định hủy tài liệu.")
    if " ".join(form.get("typed").split()) != _phrase(count) or not count:
        form.wrong("typed", f"Gõ đúng “{_phrase(count)}”: hủy rồi không lấy lại được.")
    if form.mistakes:
        return retention_page(visit, 422)
    member = visit.member
    by = Officer(member.login, member.name)
    try:
        done = purge_due(visit.center, by, reason, units=_units(visit), expected=count)
    except CenterError as error:
        return retention_page(visit, 409, error.sentence)
    with visit.center.store.transaction() as ledger:
        what = f"{done.count} – {reason}"
        record(visit.center, center_rows(ledger), member.id, member.login, "purged", what)
    return visit.to(PATH, "purged")


PAGES = (Page("retention", PATH, retention_page, retention_sent),)

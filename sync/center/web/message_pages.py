"""Messages and instructions to the units: written here; who has read them, and who is late."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from starlette.responses import Response

from sync.center.notices.messages import PAGE, Wanted, one_told, send, told
from sync.center.staff.record import record
from sync.center.store.trouble import CenterError
from sync.center.units.tree import Unit, center_rows, read_units
from sync.center.web.door import Page
from sync.center.web.visit import Visit
from sync.center.work.scope import Scope, scope_of
from sync.model.dossier import Officer
from sync.model.messages import MAX_TEXT, MAX_TITLE, NAME_DIGITS, SORTS
from sync.model.moment import day_of

LIST: Final = "/tin-don-vi"
NEW: Final = LIST + "/viet"
ONE: Final = LIST + "/mot/{name}/{place}"
ALL: Final = "all"
_NAME = re.compile(rf"[0-9a-f]{{{NAME_DIGITS}}}\Z")


class NoMessage(CenterError):
    """Not there, or not for this account."""

    status = 404

    def __init__(self) -> None:
        super().__init__("Không có thông báo này trong phạm vi của tài khoản.", "Xem lại danh sách.")


def _around(visit: Visit) -> tuple[Scope, list[Unit]]:
    with visit.center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        scope = scope_of(rows, visit.member.unit)
        return scope, [one for one in read_units(rows) if scope is None or one.code in scope]


def _place(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0


def list_page(visit: Visit) -> Response:
    """What was written, newest first, and how many have read it."""
    scope, _units = _around(visit)
    found = told(visit.center, scope, _place(visit.query.get("truoc", "")))
    return visit.show(
        "messages.html",
        found=found,
        more=found[-1].place if len(found) == PAGE else 0,
        sorts=SORTS,
        today=day_of(visit.now),
    )


def one_page(visit: Visit) -> Response:
    """A message: unit by unit who has read it when."""
    scope, units = _around(visit)
    name, place = visit.parameters["name"], _place(visit.parameters["place"])
    found = one_told(visit.center, scope, name, place) if _NAME.match(name) and place else None
    if found is None:
        raise NoMessage
    names = {one.code: one.name for one in units}
    late = set(found.late(day_of(visit.now)))
    order = sorted(found.units, key=lambda one: (one not in late, one in found.read, names.get(one, one)))
    return visit.show("message.html", one=found, order=order, late=late, names=names, sorts=SORTS)


def new_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """The form of a message."""
    _scope, units = _around(visit)
    form = visit.form
    name = form.get("name")
    return visit.show(
        "message_new.html",
        status,
        name=name if _NAME.match(name) else visit.center.entropy(NAME_DIGITS // 2).hex(),
        units=[one for one in units if not one.successor],
        chosen=set(form.all("units")),
        all=ALL,
        sorts=SORTS,
        longest=(MAX_TITLE, MAX_TEXT),
        trouble=trouble,
    )


def new_sent(visit: Visit) -> Response:
    """Writes it into the channel of each unit."""
    form = visit.form
    scope, units = _around(visit)
    name, due = form.get("name"), None
    if form.get("due"):
        try:
            due = date.fromisoformat(form.get("due"))
        except ValueError:
            form.wrong("due", "Ngày chưa đúng.")
    standing = [one.code for one in units if not one.successor]
    chosen = standing if ALL in form.all("units") else form.all("units")
    if not _NAME.match(name):
        return new_page(visit, 422, "Biểu mẫu gửi thiếu; xem lại rồi gửi lần nữa.")
    if form.mistakes:
        return new_page(visit, 422)
    wanted = Wanted(name, form.get("sort"), form.get("title"), form.get("text"), due, chosen)
    try:
        done = send(visit.center, Officer(visit.member.login, visit.member.name), scope, wanted)
    except CenterError as error:
        return new_page(visit, 422, error.sentence)
    if isinstance(done, tuple):
        for one in done:
            form.wrong(one.field.partition("[")[0], one.message)
    if form.mistakes:
        return new_page(visit, 422)
    if done:
        with visit.center.store.transaction() as ledger:
            rows = center_rows(ledger)
            what = f"{name[:8]} {done}"
            record(visit.center, rows, visit.member.id, visit.member.login, "message-sent", what)
    return visit.to(LIST, "message-sent")


PAGES = (
    Page("messages", LIST, list_page),
    Page("message-new", NEW, new_page, new_sent),
    Page("message", ONE, one_page),
)

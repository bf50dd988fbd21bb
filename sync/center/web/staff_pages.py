"""Administration of staff accounts."""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import Response

from sync.center.staff.accounts import (
    AccountChanged,
    AccountRefused,
    Member,
    Wanted,
    add_member,
    change_member,
    disable,
    enable,
    find,
    member,
    members,
)
from sync.center.staff.factors import with_factors
from sync.center.staff.links import LINK_SECONDS, link_for
from sync.center.staff.roles import Role, roles_in
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.invitations import ADDRESS
from sync.center.units.tree import center_rows, read_units
from sync.center.web.door import Page
from sync.center.web.visit import Visit

LIST = "/tai-khoan"
ONE = LIST + "/mot/{login}"


class NoAccount(CenterError):
    """There is none of that name."""

    status = 404

    def __init__(self) -> None:
        super().__init__("Không có tài khoản này.", "Xem lại danh sách tài khoản.")


def list_page(visit: Visit) -> Response:
    """Every account."""
    with visit.center.store.snapshot() as ledger:
        factors = with_factors(center_rows(ledger))
    return visit.show("staff.html", members=members(visit.center), factors=factors)


def _wanted(visit: Visit, login: str) -> Wanted:
    form = visit.form
    return Wanted(login, form.get("name"), roles_in(" ".join(form.all("roles"))), form.get("unit"))


def _form(visit: Visit, status: int, trouble: str, one: Member | None) -> Response:
    with visit.center.store.snapshot() as ledger:
        units = [unit for unit in read_units(center_rows(ledger)) if not unit.successor]
    chosen = frozenset(visit.form.all("roles")) if visit.form.sent else (one.roles if one else frozenset())
    return visit.show(
        "staff_form.html", status, one=one, roles=list(Role), chosen=chosen, units=units, trouble=trouble
    )


def add_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """The form of a new account."""
    return _form(visit, status, trouble, None)


def add_sent(visit: Visit) -> Response:
    """A new account; its first link is shown, once."""
    try:
        with visit.center.store.transaction() as ledger:
            rows = center_rows(ledger)
            added = add_member(visit.center, rows, _wanted(visit, visit.form.get("login")), visit.member)
            path = link_for(visit.center, rows, added, visit.member)
    except AccountRefused as error:
        return _refused(visit, error, add_page)
    return _link_shown(visit, added, path)


def edit_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """The form of an account."""
    return _form(visit, status, trouble, _member(visit))


def edit_sent(visit: Visit) -> Response:
    """Saves an account, if nobody else did meanwhile."""
    one = _member(visit)
    try:
        with visit.center.store.transaction() as ledger:
            rows = center_rows(ledger)
            seen = visit.form.number("seen", -1)
            change_member(visit.center, rows, _wanted(visit, one.login), seen, visit.member)
    except AccountRefused as error:
        return _refused(visit, error, edit_page)
    except AccountChanged as error:
        return edit_page(visit, 409, error.sentence)
    return visit.to(LIST, "staff")


def link_page(visit: Visit) -> Response:
    """Asks whether a link is to be given."""
    return visit.show("staff_link.html", one=_member(visit))


def link_sent(visit: Visit) -> Response:
    """A link for an account, shown once."""
    with visit.center.store.transaction() as ledger:
        rows = center_rows(ledger)
        one = _found(rows, visit)
        path = link_for(visit.center, rows, one, visit.member)
    return _link_shown(visit, one, path)


def disable_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """Asks whether an account is to be ended."""
    return visit.show("staff_disable.html", status, one=_member(visit), trouble=trouble)


def disable_sent(visit: Visit) -> Response:
    """Ends an account's use."""
    return _switched(visit, disable, disable_page)


def enable_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """Asks whether an account is to be used again."""
    return visit.show("staff_enable.html", status, one=_member(visit), trouble=trouble)


def enable_sent(visit: Visit) -> Response:
    """Lets an account be used again."""
    return _switched(visit, enable, enable_page)


def _switched(visit: Visit, act: Callable[..., Member], page: Callable[..., Response]) -> Response:
    one = _member(visit)
    try:
        with visit.center.store.transaction() as ledger:
            rows = center_rows(ledger)
            act(visit.center, rows, one.login, visit.form.number("seen", -1), visit.member)
    except AccountChanged as error:
        return page(visit, 409, error.sentence)
    except CenterError as error:
        return page(visit, 422, error.sentence)
    return visit.to(LIST, "staff")


def _member(visit: Visit) -> Member:
    one = member(visit.center, visit.parameters["login"])
    if one is None:
        raise NoAccount
    return one


def _found(rows: CenterRows, visit: Visit) -> Member:
    one = find(rows, visit.parameters["login"])
    if one is None:
        raise NoAccount
    return one


def _refused(visit: Visit, error: AccountRefused, page: Callable[..., Response]) -> Response:
    for one in error.mistakes:
        visit.form.wrong(one.field, one.message)
    return page(visit, 422)


def _link_shown(visit: Visit, one: Member, path: str) -> Response:
    with visit.center.store.snapshot() as ledger:
        address = (ledger.rows.note(ADDRESS) or b"").decode()
    return visit.show("staff_linked.html", one=one, link=address + path, hours=LINK_SECONDS // 3600)


PAGES = (
    Page("staff", LIST, list_page),
    Page("staff-add", LIST + "/them", add_page, add_sent),
    Page("staff-edit", ONE, edit_page, edit_sent),
    Page("staff-link", ONE + "/lien-ket", link_page, link_sent),
    Page("staff-disable", ONE + "/ngung", disable_page, disable_sent),
    Page("staff-enable", ONE + "/dung-lai", enable_page, enable_sent),
)

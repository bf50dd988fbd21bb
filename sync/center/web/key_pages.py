"""Keys of other systems in the pages: given out and shown once, looked at, revoked."""

from __future__ import annotations

from starlette.responses import Response

from sync.center.staff.keys import (
    DAYS,
    MOST_DAYS,
    MOST_PER_MINUTE,
    PER_MINUTE,
    Key,
    KeyRefused,
    KeyScope,
    WantedKey,
    add_key,
    keys,
    last_day,
    revoke_key,
)
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows, read_units
from sync.center.web.door import Page
from sync.center.web.visit import Visit

LIST = "/tai-khoan/khoa"
_SOON_DAYS = 30
"""A key that ends within so many days is marked: the next one is to be given out before."""


class NoKey(CenterError):
    """There is none of that number."""

    status = 404

    def __init__(self) -> None:
        super().__init__("Không có khóa này.", "Xem lại danh sách khóa.")


def list_page(visit: Visit) -> Response:
    """Every key there ever was, the newest first."""
    now = int(visit.now.timestamp())
    rows = [(one, last_day(one), one.active(now)) for one in keys(visit.center)]
    return visit.show("keys.html", keys=rows, soon=now + _SOON_DAYS * 86_400)


def add_page(visit: Visit, status: int = 200) -> Response:
    """The form of a new key."""
    with visit.center.store.snapshot() as ledger:
        units = [one for one in read_units(center_rows(ledger)) if not one.successor]
    return visit.show(
        "key_form.html",
        status,
        scopes=list(KeyScope),
        chosen=frozenset(visit.form.all("scopes")),
        units=units,
        days=DAYS,
        most_days=MOST_DAYS,
        per_minute=PER_MINUTE,
        most_per_minute=MOST_PER_MINUTE,
    )


def add_sent(visit: Visit) -> Response:
    """A new key, shown this once."""
    form = visit.form
    known = {str(one): one for one in KeyScope}
    wanted = WantedKey(
        form.get("name").strip(),
        frozenset(known[one] for one in form.all("scopes") if one in known),
        form.get("unit"),
        form.number("days"),
        form.number("per_minute"),
    )
    try:
        key, secret = add_key(visit.center, wanted, visit.member)
    except KeyRefused as error:
        form.wrong(error.field, error.sentence)
        return add_page(visit, 422)
    return visit.show("key_given.html", key=key, secret=secret, ends=last_day(key))


def _key(visit: Visit) -> Key:
    number = visit.parameters["key"]
    for one in keys(visit.center):
        if str(one.id) == number:
            return one
    raise NoKey


def revoke_page(visit: Visit) -> Response:
    """Asks whether a key is to be ended."""
    key = _key(visit)
    return visit.show("key_revoke.html", key=key, ends=last_day(key))


def revoke_sent(visit: Visit) -> Response:
    """Ends a key at once."""
    revoke_key(visit.center, _key(visit).id, visit.member)
    return visit.to(LIST, "key-revoked")


PAGES = (
    Page("keys", LIST, list_page),
    Page("key-add", LIST + "/them", add_page, add_sent),
    Page("key-revoke", LIST + "/mot/{key}/thu-hoi", revoke_page, revoke_sent),
)

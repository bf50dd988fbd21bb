"""What was sent and what was not, as staff see it; beside it the calls that desks made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, func, select, update

from sync.center.store import tables
from sync.center.store.dialect import insert_into
from sync.center.store.notice_tables import citizen_notices, citizen_notices_off
from sync.center.store.occasions import OCCASIONS, masked
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from sync.center.work.scope import Scope
from sync.journal.ledger import Ledger
from sync.model import kinds
from sync.model.bodies import Unreadable, moment, text, unpack
from sync.model.entry import trusted_entry
from sync.model.moment import iso_minute

PAGE: Final = 50
CALLS: Final = 20
STATES: Final = {
    "waiting": "Chờ gửi",
    "sending": "Đang gửi",
    "sent": "Đã giao máy gửi",
    "failed": "Không gửi được",
    "doubtful": "Chưa rõ đã gửi",
    "dropped": "Thôi không gửi",
}
"""The states of a notice; that a server took it is no word that a person read it."""
AGAIN: Final = ("failed", "doubtful", "dropped")
"""States that a person may send again from."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list shows: empty fields leave everything in; `before` is the id of a line (0: the newest)."""

    number: str = ""
    occasion: str = ""
    state: str = ""
    before: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """A call that a desk noted: when, about which dossier, to which number (masked), and what came of it."""

    at: datetime
    unit: str
    dossier: str
    number: str
    phone: str
    outcome: str
    by: str


def notices(rows: CenterRows, scope: Scope, wanted: Wanted) -> list[Any]:
    """The newest notices, at most `PAGE`."""
    t = citizen_notices.c
    off = citizen_notices_off.c
    stopped = select(off.at).where(off.channel == t.channel, off.dossier == t.dossier).exists()
    query: Select[Any] = select(citizen_notices, stopped.label("off")).order_by(t.id.desc()).limit(PAGE)
    if wanted.number:
        query = query.where(t.number == wanted.number)
    if wanted.occasion in OCCASIONS:
        query = query.where(t.occasion == wanted.occasion)
    if wanted.state in STATES:
        query = query.where(t.state == wanted.state)
    if wanted.before:
        query = query.where(t.id < wanted.before)
    if scope is not None:
        query = query.where(t.unit.in_(sorted(scope)))
    return list(rows.connection.execute(query).all())


def counts(rows: CenterRows) -> Mapping[str, int]:
    """How many notices wait, by state, of the whole center."""
    t = citizen_notices.c
    query = select(t.state, func.count()).where(t.state.in_(("waiting", "sending"))).group_by(t.state)
    return {str(state): int(count) for state, count in rows.connection.execute(query).all()}


def calls(ledger: Ledger, scope: Scope, number: str = "") -> list[Call]:
    """The newest calls in the journals, at most `CALLS`; of one dossier where its number is given."""
    rows = center_rows(ledger)
    e, j, c, d = tables.entries.c, tables.journals.c, tables.channels.c, tables.dossiers.c
    query = (
        select(e.envelope, e.body, c.name, d.number, d.unit)
        .join_from(tables.entries, tables.journals, e.journal == j.id)
        .join(tables.channels, j.channel == c.id)
        .join(tables.dossiers, (d.channel == c.name) & (d.id == e.dossier))
        .where(e.kind == kinds.CALLED)
        .order_by(e.id.desc())
        .limit(CALLS)
    )
    if number:
        query = query.where(d.number == number)
    if scope is not None:
        query = query.where(d.unit.in_(sorted(scope)))
    found = (_call(ledger, row) for row in rows.connection.execute(query).all())
    return [one for one in found if one is not None]


def _call(ledger: Ledger, row: Any) -> Call | None:
    entry = trusted_entry(bytes(row.envelope), None if row.body is None else bytes(row.body))
    if entry.text is None or ledger.roles.get(entry.journal.node) not in kinds.KINDS[kinds.CALLED].roles:
        return None
    try:
        body = unpack(entry.text)
        digits = "".join(one for one in text(body, "phone") if one.isdigit())
        by = body.get("by")
        name = by[1] if isinstance(by, list) and len(by) == 2 and isinstance(by[1], str) else ""
        phone = masked(digits) if len(digits) > 6 else "•••"
        at, outcome = moment(body, "at"), text(body, "outcome")
    except Unreadable:
        return None
    return Call(at, row.unit, entry.dossier.hex(), row.number, phone, outcome, name)


def _one(rows: CenterRows, scope: Scope, one: int) -> Any:
    row = rows.connection.execute(select(citizen_notices).where(citizen_notices.c.id == one)).first()
    if row is None or (scope is not None and row.unit not in scope):
        raise CenterError("Không có thông báo này trong phạm vi của tài khoản.", "Xem lại danh sách.")
    return row


def again(center: Center, ledger: Ledger, scope: Scope, one: int, state: str) -> str:
    """Lets a notice go out once more, if it still stands as it was seen; the dossier's number.

    Raises `CenterError`.
    """
    rows = center_rows(ledger)
    row = _one(rows, scope, one)
    if row.state != state or state not in AGAIN:
        raise CenterError("Thông báo này vừa đổi trạng thái; chưa có gì được ghi.", "Xem lại danh sách.")
    t = citizen_notices
    rows.execute(
        update(t)
        .where(t.c.id == one)
        .values(state="waiting", problem="", tries=0, due=0, at=iso_minute(center.clock()))
    )
    return str(row.number)


def turn_off(center: Center, ledger: Ledger, scope: Scope, one: int, *, off: bool) -> str:
    """Nothing more is sent about the notice's dossier, or again from now on; the dossier's number.

    Raises `CenterError`.
    """
    rows = center_rows(ledger)
    row, t = _one(rows, scope, one), citizen_notices_off
    if off:
        add = insert_into(rows.connection, t).on_conflict_do_nothing()
        rows.execute(add, {"channel": row.channel, "dossier": row.dossier, "at": iso_minute(center.clock())})
    else:
        rows.execute(t.delete().where(t.c.channel == row.channel, t.c.dossier == row.dossier))
    return str(row.number)

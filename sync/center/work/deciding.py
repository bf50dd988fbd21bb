"""Deciding and forwarding: entries of the center in the dossier's own channel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from sync.acts.counter import forward
from sync.acts.decide import decide_status
from sync.acts.mistakes import Mistake
from sync.acts.move import Move
from sync.center.exchange.carrying import carry_waiting
from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows, checked_code, read_units
from sync.center.work.listing import AT_HOME, listed, shown
from sync.journal.ledger import Ledger
from sync.journal.own import Draft, OwnJournals
from sync.model import kinds
from sync.model.dossier import Dossier, Officer
from sync.model.moment import day_of

Check = Callable[[Ledger, Dossier], None]


def decide(
    center: Center,
    number: str,
    status: str,
    reason: str = "",
    *,
    officer: Officer | None = None,
    result: str = "",
    check: Check | None = None,
) -> dict[str, Any]:
    """Moves the dossier `number` (or with that id, 32 hex digits) to `status`; durable when it returns.

    ``UNIT/ID`` names it too, and is found without a search. `check` sees the dossier as it is now, inside
    the transaction, and raises where it should not be acted on. Gives the dossier back as `dossiers` lists
    it. Raises `CenterError`: no such dossier, several with that number, or a move that is not permitted
    (naming those that are).
    """
    by = officer or Officer("center", center.title)
    now = center.clock()
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        channel, dossier = _found(rows, number)
        rows.lock(channel)
        state = ledger.dossier(channel, dossier)
        assert state is not None
        if check is not None:
            check(ledger, state)
        body = decide_status(state, status, officer=by, now=now, reason=reason, result=result)
        if isinstance(body, Mistake):
            raise CenterError(body.message)
        draft = Draft(kinds.STATUS, body, dossier)
        OwnJournals(ledger, center.keys, center.entropy).append(channel, [draft], day_of(now).toordinal())
        t = tables.dossiers.c
        decided = shown(rows.connection.execute(listed().where(t.channel == channel, t.id == dossier)).one())
    carry_waiting(center)
    return decided


def forward_dossier(
    center: Center,
    number: str,
    unit: str,
    note: str = "",
    *,
    officer: Officer | None = None,
    check: Check | None = None,
) -> dict[str, Any]:
    """Sends a dossier on to a unit below this center; its entries are in that unit's channel when it returns.

    `number` and `check` as for `decide`. Gives the dossier as `dossiers` lists it. Raises `CenterError`: no
    such dossier or unit, or a dossier that has ended.
    """
    by, now = officer or Officer("center", center.title), center.clock()
    code = checked_code(unit)
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        names = {one.code: one.name for one in read_units(rows)}
        if code not in names:
            raise CenterError(f"Chưa có đơn vị {code}.", "Xem lại mã bằng “motcua center unit list”.")
        channel, dossier = _found(rows, number)
        if channel == f"unit:{code}":
            raise CenterError(f"Hồ sơ này do chính {code} tiếp nhận.", "Ghi đơn vị khác.")
        rows.lock(channel)
        state = ledger.dossier(channel, dossier)
        assert state is not None
        if check is not None:
            check(ledger, state)
        made = forward(state, code, names[code], note=note, officer=by, now=now)
        if not isinstance(made, Move):
            raise CenterError(made[0].message)
        draft = Draft(made.kind, made.body, dossier)
        OwnJournals(ledger, center.keys, center.entropy).append(channel, [draft], day_of(now).toordinal())
        t = tables.dossiers.c
        sent = shown(rows.connection.execute(listed().where(t.channel == channel, t.id == dossier)).one())
    carry_waiting(center)
    return sent


def _found(rows: CenterRows, number: str) -> tuple[str, bytes]:
    t = tables.dossiers.c
    wanted = "".join(number.split()).upper()
    unit, slash, name = wanted.partition("/")
    if slash and _is_there(rows, f"unit:{unit}", name):
        return f"unit:{unit}", bytes.fromhex(name)
    query = select(t.channel, t.id, t.number).where(AT_HOME)
    found = rows.connection.execute(query.where(t.number == wanted)).all() if wanted else []
    if not found and len(wanted) == 32:
        try:
            found = rows.connection.execute(query.where(t.id == bytes.fromhex(wanted))).all()
        except ValueError:
            found = []
    if not found:
        raise CenterError(
            f"Trung tâm chưa có hồ sơ {wanted or '(trống)'}.",
            "Hãy kiểm tra lại mã, hoặc chờ quầy tiếp nhận đồng bộ lên.",
        )
    if len(found) > 1:
        ids = ", ".join(bytes(row.id).hex() for row in found)
        raise CenterError(
            f"Có {len(found)} hồ sơ cùng mang mã {wanted}.",
            f"Hãy quét mã QR trên giấy hẹn để biết đúng hồ sơ, rồi dùng mã nhận dạng thay mã hồ sơ: {ids}.",
        )
    return found[0].channel, bytes(found[0].id)


def _is_there(rows: CenterRows, channel: str, name: str) -> bool:
    try:
        dossier = bytes.fromhex(name)
    except ValueError:
        return False
    t = tables.dossiers.c
    return rows.connection.scalar(select(t.unit).where(t.channel == channel, t.id == dossier)) is not None


found_dossier = _found
"""The home channel and id of the one dossier with that number or id. Raises `CenterError`."""

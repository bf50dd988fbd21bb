"""Deciding: a status of a dossier, as an entry of the center in the dossier's own channel."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from sync.center.work.listing import listed, shown
from sync.journal.ledger import Ledger
from sync.journal.own import Draft, OwnJournals
from sync.model import kinds
from sync.model.bodies import officer_out, pack
from sync.model.dossier import Dossier, Officer
from sync.model.moment import day_of, iso_minute
from sync.model.status import PERMITTED, Status
from sync.model.text import TextRefused, nfc_line

MAX_WORDS = 2000
_BLOCKING = ("newer-program", "unreadable", "no-intake", "purged")
"""Flags of a dossier that this program does not understand well enough to act on."""


def decide(
    center: Center,
    number: str,
    status: str,
    reason: str = "",
    *,
    officer: Officer | None = None,
    result: str = "",
) -> dict[str, Any]:
    """Moves the dossier `number` (or with that id, 32 hex digits) to `status`; durable when it returns.

    Gives the dossier back as `dossiers` lists it. Raises `CenterError`: no such dossier, several
    with that number, or a move that is not permitted (naming those that are).
    """
    to = _status(status)
    reason, result = _words(reason), _words(result)
    by = officer or Officer("center", center.title)
    now = center.clock()
    body = {"at": iso_minute(now), "by": officer_out(by), "to": to.value, "reason": reason, "result": result}
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        channel, dossier = _found(rows, number)
        rows.lock(channel)
        _check_permitted(ledger, channel, dossier, to)
        draft = Draft(kinds.STATUS, pack(body), dossier)
        OwnJournals(ledger, center.keys, center.entropy).append(channel, [draft], day_of(now).toordinal())
        t = tables.dossiers.c
        return shown(rows.connection.execute(listed().where(t.channel == channel, t.id == dossier)).one())


def _status(text: str) -> Status:
    try:
        return Status(text.strip().lower())
    except ValueError as error:
        raise CenterError(
            f"Không có trạng thái “{text}”.",
            "Các trạng thái: " + ", ".join(one.value for one in Status) + ".",
        ) from error


def _words(text: str) -> str:
    try:
        text = nfc_line(text)
    except TextRefused as error:
        raise CenterError(error.title, error.advice) from error
    if len(text) > MAX_WORDS:
        raise CenterError(f"Nội dung dài quá {MAX_WORDS} ký tự.", "Hãy viết ngắn lại.")
    return text


def _found(rows: CenterRows, number: str) -> tuple[str, bytes]:
    t = tables.dossiers.c
    wanted = "".join(number.split()).upper()
    query = select(t.channel, t.id, t.number)
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


def _check_permitted(ledger: Ledger, channel: str, dossier: bytes, to: Status) -> Dossier:
    state = ledger.dossier(channel, dossier)
    assert state is not None
    if any(flag in state.flags for flag in _BLOCKING):
        raise CenterError(
            f"Hồ sơ {state.number or dossier.hex()} có nội dung mà phiên bản phần mềm này không đọc được.",
            "Hãy cập nhật chương trình ở trung tâm rồi thử lại.",
        )
    onward = PERMITTED[state.status]
    if to not in onward:
        raise CenterError(
            f"Hồ sơ {state.number} đang ở trạng thái “{state.status.label}” ({state.status.value}),"
            f" không chuyển được sang “{to.label}” ({to.value}).",
            "Được phép chuyển sang: " + ", ".join(f"{one.value} ({one.label})" for one in onward) + "."
            if onward
            else "Hồ sơ đã kết thúc, không chuyển trạng thái được nữa.",
        )
    return state

"""Changing the desk's key: asked for here, certified by the center, taken up when all is acknowledged."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import BACKUP, MACHINE
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.numbers import cast_out, settle_journal
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.receipts import center_incarnation
from desk_app.operations.troubles import problem_in_words
from desk_app.store.scans import scan_tables_of
from sync.journal.ledger import Ledger
from sync.model.dossier import Officer

FORMER = "former-node-secret"
"""Note: the secret of the key before, which opens what was sealed for it and signs nothing any more."""
_WAITS = {
    "certificate": "đang chờ trung tâm cấp chứng thư cho khóa mới",
    "receipt": "đang chờ trung tâm xác nhận những gì khóa cũ đã ghi",
    "fork": "đang chờ mở sổ mới, vì sổ này đang chạy trên hai máy",
    "scans": "đang chờ gửi hết bản chụp của khóa cũ",
}


@dataclass(frozen=True, slots=True)
class Rekeying:
    """Where a change of key stands: this desk's `node`, the `next`, and what it waits for, in words."""

    node: str
    next: str
    waits: str


@needs(BACKUP)
def ask_for_next_key(desk: Desk, reason: str, officer: Officer) -> Outcome[Rekeying]:
    """Asks the center for another key; asked already, says where that stands. Raises `DeskError`."""
    from sync.protocol.succession import Asking, ask_next_key

    center = desk.trust().center
    if center is None:
        raise DeskError(
            "Quầy độc lập không có nơi cấp chứng thư cho khóa mới.",
            "Ghi danh với trung tâm trước, rồi đổi khóa.",
        )
    if not reason.strip():
        raise DeskError("Chưa ghi lý do đổi khóa.", "Thêm --reason “…”.")
    with desk.writing() as ledger:
        if cast_out(ledger):
            raise DeskError(problem_in_words("revoked"))
        own = settle_journal(desk, ledger)
        asking = Asking(officer.name, " ".join(reason.split())[:200], desk.clock())
        fresh = ask_next_key(own, desk.settings.channel, asking, desk.today())
        waits = _waits_for(desk, ledger)
    value = Rekeying(desk.keys.node.hex(), fresh.node.hex(), _WAITS.get(waits or "", ""))
    return Outcome(value, Changes(sync=True))


@needs(MACHINE)
def go_on_under_next_key(desk: Desk) -> bool:
    """Takes the next key up if there is one and it is time, in one step; whether it did."""
    from sync.protocol.succession import NEXT, take_next_key

    with desk.reading() as ledger:
        if ledger.rows.note(NEXT) is None or _waits_for(desk, ledger):
            return False
    center = desk.settings.center
    assert center is not None
    with desk.writing() as ledger:
        desk.reload_keys(ledger)
        if _waits_for(desk, ledger):
            return False
        fresh = take_next_key(ledger, desk.keys, center.node, desk.entropy, desk.today())
        if fresh is not None:
            ledger.rows.put_note(FORMER, desk.keys.secret)
            ledger.rows.put_note("node-secret", fresh.secret)
            ledger.rows.put_note("own-node", fresh.node)
    if fresh is not None:
        desk.keys = fresh
    return fresh is not None


def _waits_for(desk: Desk, ledger: Ledger) -> str | None:
    from sync.protocol.succession import next_key_waits_for

    center = desk.settings.center
    if center is None:
        return "certificate"
    waits = next_key_waits_for(ledger, desk.keys, center.node)
    if waits == "":
        incarnation = center_incarnation(desk, ledger)
        if scan_tables_of(ledger).count_unconfirmed(desk.keys.node, incarnation):
            return "scans"
    return waits

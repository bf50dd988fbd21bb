"""The verdict on a slip's QR code, from the journals this desk holds and the keys of its unit's nodes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk_app.domain.rights import READ
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.store import search
from desk_app.store.tables import connection_of
from sync.identity.keys import NotGenuine
from sync.journal.ledger import Ledger
from sync.journal.port import NodeRecord
from sync.model import kinds
from sync.model.dossier import Dossier, Event, Intake
from sync.model.moment import parse_moment
from sync.model.number import NumberRefused, parse_number
from sync.model.purge import purge_sentence
from sync.model.slip_code import CONTEXT, SlipRecord, decode, signed_bytes
from sync.model.status import CLOCK_ENDED
from sync.model.words import moment_on_screen

GENUINE, ALTERED, VOID = "genuine", "altered", "void"
FOREIGN_UNIT, UNKNOWN_SIGNER = "foreign-unit", "unknown-signer"
VERDICTS = (GENUINE, ALTERED, VOID, FOREIGN_UNIT, UNKNOWN_SIGNER)


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with its reason in words; `dossier` where this desk holds it."""

    verdict: str
    sentence: str
    record: SlipRecord
    dossier: Dossier | None = None


@needs(READ)
def judge(desk: Desk, ledger: Ledger, digits: str) -> Judged:
    """The verdict on a slip's digits. Raises `SlipCodeError` when they are no slip's code.

    The signature says that a desk of the unit wrote the slip, the journal whether it still holds. A
    slip that knows more than this desk (a later issue, a due time not heard of) is genuine: only the
    desk that made it can have signed it.
    """
    record, signature = decode(digits)
    row = search.row_of(connection_of(ledger), record.dossier)
    dossier = ledger.dossier(row.channel if row else desk.settings.channel, record.dossier)
    signer = ledger.rows.node(record.node)
    if signer is None or signer.role != kinds.DESK:
        return _unknown(desk, record, dossier)
    try:
        signer.keys.verify(CONTEXT, signed_bytes(record), signature)
    except NotGenuine:
        words = (
            f"PHIẾU BỊ SỬA HOẶC GIẢ: chữ ký trên mã của phiếu {record.number} không đúng; giữ phiếu lại xem."
        )
        return Judged(ALTERED, words, record, dossier)
    if signer.unit != desk.settings.unit and dossier is None:
        return _foreign(record, signer)
    if dossier is None:
        words = (
            f"Phiếu thật, mã {record.number}, nhưng quầy này không có hồ sơ; đồng bộ, hoặc dựng lại từ phiếu."
        )
        return Judged(GENUINE, words, record)
    if dossier.purged is not None:
        gone = purge_sentence(dossier.purged.at, dossier.purged.reason)
        return Judged(VOID, f"Phiếu thật {record.number}. {gone}; không còn dữ liệu.", record, dossier)
    verdict, words = _against(record, dossier)
    return Judged(verdict, words, record, dossier)


def _unknown(desk: Desk, record: SlipRecord, dossier: Dossier | None) -> Judged:
    if dossier is None and _unit_of(record.number) != desk.settings.unit:
        words = (
            f"Phiếu {record.number} của đơn vị khác; quầy này không kiểm tra được, hướng dẫn đến nơi đã cấp."
        )
        return Judged(FOREIGN_UNIT, words, record)
    words = (
        f"Chưa biết quầy nào đã ký phiếu {record.number} nên không biết thật hay giả; đồng bộ rồi quét lại."
    )
    return Judged(UNKNOWN_SIGNER, words, record, dossier)


def _foreign(record: SlipRecord, signer: NodeRecord) -> Judged:
    words = f"Phiếu thật {record.number} nhưng do đơn vị {signer.unit} cấp; hướng dẫn đến nơi đã cấp."
    return Judged(FOREIGN_UNIT, words, record)


def _unit_of(number: str) -> str:
    try:
        return parse_number(number).unit
    except NumberRefused:
        return ""


def _against(record: SlipRecord, dossier: Dossier) -> tuple[str, str]:
    """A truly signed slip against what the journal says of its dossier."""
    intake = dossier.intake
    if intake is None:
        return (
            GENUINE,
            f"Phiếu thật, mã {record.number}; quầy chưa nhận đủ hồ sơ này, đồng bộ để lấy phần thiếu.",
        )
    if (record.number, record.received_at) != (dossier.number, intake.received_at):
        return (
            ALTERED,
            f"PHIẾU KHÔNG KHỚP SỔ: phiếu ghi mã {record.number}, sổ ghi {dossier.number}; xem lại.",
        )
    if dossier.annulled is not None:
        instead = dossier.annulled.instead_of
        words = f"PHIẾU HẾT HIỆU LỰC: hồ sơ {dossier.number} đã hủy tiếp nhận ({dossier.annulled.reason})"
        return VOID, words + (f"; dùng phiếu của hồ sơ {instead}." if instead else "; xem lại hồ sơ.")
    if record.issue < dossier.issue:
        words = f"PHIẾU HẾT HIỆU LỰC: hồ sơ {dossier.number} đã có phiếu cấp lại lần {dossier.issue}"
        return VOID, f"{words}; dùng phiếu mới.{_standing(dossier)}"
    if _overruled(record, dossier):
        words = f"PHIẾU HẾT HIỆU LỰC: sổ giữ bản ghi khác của hồ sơ {dossier.number}"
        return VOID, f"{words}; in lại phiếu cho công dân.{_standing(dossier)}"
    other_procedure = record.procedure != intake.procedure.code
    if record.issue > dossier.issue or (other_procedure and not _written(record, dossier)):
        words = f"Phiếu thật {record.number}, cấp lại lần {record.issue}, mới hơn sổ của quầy này"
        return GENUINE, f"{words}; đồng bộ để lấy bản mới."
    if other_procedure:
        words = f"PHIẾU KHÔNG KHỚP SỔ: thủ tục trên phiếu {record.number} là {record.procedure}, khác sổ"
        return ALTERED, f"{words}; xem lại hồ sơ."
    return _by_due_time(record, dossier, intake)


def _by_due_time(record: SlipRecord, dossier: Dossier, intake: Intake) -> tuple[str, str]:
    """The last question to a slip that agrees otherwise: whether its due time still holds."""
    standing = _standing(dossier)
    if dossier.due_at is None or record.due_at == dossier.due_at:
        due = moment_on_screen(record.due_at)
        return GENUINE, f"Phiếu thật, hồ sơ {dossier.number}, hạn trả {due}.{standing}"
    if record.due_at < dossier.due_at or record.due_at in _former_due_times(dossier, intake):
        words = f"PHIẾU HẾT HIỆU LỰC: hồ sơ {dossier.number} đã hẹn lại, hạn trả mới là"
        return VOID, f"{words} {moment_on_screen(dossier.due_at)}.{standing}"
    words = f"Phiếu thật {record.number}, hẹn trả {moment_on_screen(record.due_at)}, mới hơn sổ của quầy này"
    return GENUINE, f"{words}; đồng bộ để lấy bản mới."


def _overruled(record: SlipRecord, dossier: Dossier) -> bool:
    """Whether the slip shows a reception or correction that lost against another one."""
    written = _written(record, dossier)
    return bool(written) and not any(one.effective for one in written)


def _written(record: SlipRecord, dossier: Dossier) -> list[Event]:
    """The reception or correction the slip was printed from; empty where this desk has not got it."""
    return [one for one in dossier.history if one.entry.startswith(record.head.hex())]


def _former_due_times(dossier: Dossier, intake: Intake) -> set[datetime]:
    """Every due time the slip in force has had, as far as this desk knows."""
    told = [
        event.details.get(name) for event in dossier.history for name in ("before", "due") if event.effective
    ]
    return {intake.due_at, *(parse_moment(text) for text in told if isinstance(text, str))}


def _standing(dossier: Dossier) -> str:
    return f" Trạng thái: {dossier.status.label.lower()}." if dossier.status in CLOCK_ENDED else ""

"""The appointment slip of a dossier, always from the journal."""

from __future__ import annotations

from pathlib import Path

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import PRINT, READ
from desk_app.operations.access_log import PRINTED, note_access
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.store.store import write_atomically
from sync.model.dossier import Dossier
from sync.model.purge import purge_sentence
from sync.model.slip_code import CONTEXT, SlipRecord, encode, signed_bytes


def refuse_purged(dossier: Dossier) -> None:
    """Raises `DeskError` for a dossier that was deleted at the end of its term: nothing of it is printed."""
    if dossier.purged is not None:
        gone = purge_sentence(dossier.purged.at, dossier.purged.reason)
        raise DeskError(
            f"{gone}; không còn gì để in.",
            "Cần giấy chứng minh việc hủy: biên bản hủy của người phụ trách lưu trữ.",
        )


@needs(READ, PRINT)
def slip_digits(desk: Desk, dossier: Dossier) -> str:
    """The digits of the slip's QR: what it says, signed by the desk that received the dossier.

    A desk signs only what it received itself; another desk's slip is printed under our own node, which the
    code names.
    """
    refuse_purged(dossier)
    intake = dossier.intake
    if intake is None or dossier.due_at is None:
        raise DeskError("Hồ sơ này chưa có lần tiếp nhận nào nên không in phiếu được.")
    if dossier.annulled is not None:
        raise DeskError(f"Hồ sơ {dossier.number} đã hủy tiếp nhận nên không in phiếu nữa.")
    if "rebuilt" in dossier.flags:
        raise DeskError(
            "Hồ sơ mới dựng lại từ phiếu, chưa có tên và giấy tờ nên chưa in phiếu được.",
            "Đính chính hồ sơ cho đủ rồi in lại.",
        )
    if not any(e.act in ("received", "corrected") and e.effective for e in dossier.history):
        raise DeskError(
            "Hồ sơ do nơi khác tiếp nhận; phiếu hẹn do nơi đó cấp.",
            "Người dân dùng phiếu của nơi tiếp nhận; cần đổi nội dung thì đính chính hồ sơ.",
        )
    written = [e for e in dossier.history if e.act in ("received", "corrected") and e.effective][-1]
    record = SlipRecord(
        dossier=dossier.id,
        number=dossier.number,
        procedure=intake.procedure.code,
        received_at=intake.received_at,
        due_at=dossier.due_at,
        node=desk.keys.node,
        issue=dossier.issue,
        head=bytes.fromhex(written.entry)[:8],
    )
    return encode(record, desk.keys.sign(CONTEXT, signed_bytes(record)))


@needs(PRINT)
def slip_pdf_of(desk: Desk, dossier: Dossier) -> bytes:
    """The slip's PDF as it is now in force, the same bytes every time."""
    from desk_app.operations.forms import slip_form

    refuse_purged(dossier)
    note_access(desk, None, PRINTED, f"{dossier.number}: slip")
    return slip_form(desk, dossier)


@needs(PRINT)
def write_slip(desk: Desk, dossier: Dossier) -> Path:
    """Writes the slip into the data folder, whole or not at all."""
    path = desk.paths.slips / f"{dossier.number}.pdf"
    write_atomically(path, slip_pdf_of(desk, dossier))
    return path

"""Attaching a scan to a dossier, and taking off one that was attached by mistake."""

from __future__ import annotations

from datetime import datetime

from sync.acts.decide import NOT_TO_BE_ACTED_ON, beyond_acting
from sync.acts.mistakes import Mistake
from sync.acts.move import Move
from sync.model import kinds
from sync.model.bodies import officer_out, pack
from sync.model.dossier import Dossier, Officer
from sync.model.moment import iso_minute
from sync.model.scan import MAX_TITLE, ScanFile, file_out
from sync.model.text import TextRefused, nfc_line

MAX_SCANS = 200
"""Scans of one dossier."""
MAX_REASON = 500


def attach(
    dossier: Dossier, file: ScanFile, title: str, *, officer: Officer, now: datetime
) -> Move | Mistake:
    """The ``attached`` entry for a file that is durable already. A closed dossier may still gain scans."""
    if dossier.purged is not None:
        return Mistake("dossier", beyond_acting(dossier))
    if any(flag in dossier.flags for flag in NOT_TO_BE_ACTED_ON):
        return Mistake("dossier", "Hồ sơ có nội dung chương trình này không đọc được; cập nhật rồi thử lại.")
    if any(held.file.plain == file.plain for held in dossier.scans):
        return Mistake("file", "Bản chụp này đã có trong hồ sơ.")
    if len(dossier.scans) >= MAX_SCANS:
        return Mistake("file", f"Hồ sơ đã có {MAX_SCANS} bản chụp; ghép bớt các tệp rồi đính kèm lại.")
    line = _line(title, "title", MAX_TITLE)
    if isinstance(line, Mistake):
        return line
    body = {"at": iso_minute(now), "by": officer_out(officer), "title": line, **file_out(file)}
    return Move(kinds.ATTACHED, pack(body))


def detach(dossier: Dossier, entry: bytes, reason: str, *, officer: Officer, now: datetime) -> Move | Mistake:
    """The ``detached`` entry for the scan attached by `entry` (its digest). Needs a reason."""
    if all(held.entry != entry for held in dossier.scans):
        return Mistake("scan", "Bản chụp này không còn trong hồ sơ.")
    line = _line(reason, "reason", MAX_REASON)
    if isinstance(line, Mistake):
        return line
    if not line:
        return Mistake("reason", "Cần ghi lý do gỡ bản chụp.")
    body = {"at": iso_minute(now), "by": officer_out(officer), "entry": entry.hex(), "reason": line}
    return Move(kinds.DETACHED, pack(body))


def _line(words: str, field: str, most: int) -> str | Mistake:
    try:
        line = nfc_line(words)
    except TextRefused as error:
        return Mistake(field, f"{error.title}.")
    if len(line) > most:
        return Mistake(field, f"Dài quá {most} ký tự.")
    return line

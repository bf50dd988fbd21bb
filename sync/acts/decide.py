"""Moving a dossier to another status: the same rule and words at desk and center."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sync.acts.mistakes import Mistake
from sync.model.bodies import officer_out, pack
from sync.model.dossier import Dossier, Officer
from sync.model.moment import iso_minute
from sync.model.purge import purge_sentence
from sync.model.status import PERMITTED, Status
from sync.model.text import TextRefused, nfc_line

MAX_WORDS = 2000
NOT_TO_BE_ACTED_ON = ("newer-program", "unreadable", "no-intake", "purged")
"""Flags of a dossier that this program does not understand well enough to act on, or that is no more."""


def beyond_acting(dossier: Dossier) -> str:
    """Why nothing at all can be done with what is here of a dossier; empty where something can."""
    if dossier.purged is not None:
        gone = purge_sentence(dossier.purged.at, dossier.purged.reason)
        return f"{gone}; không làm gì với hồ sơ này được nữa."
    if any(flag in dossier.flags for flag in NOT_TO_BE_ACTED_ON):
        return (
            f"Hồ sơ {dossier.number} có nội dung mà phiên bản phần mềm này không đọc được;"
            " cập nhật chương trình rồi thử lại."
        )
    return ""


def decide_status(
    dossier: Dossier,
    to: str,
    *,
    officer: Officer,
    now: datetime,
    reason: str = "",
    result: str = "",
    details: Mapping[str, object] | None = None,
) -> bytes | Mistake:
    """The body of the ``status`` entry that moves `dossier` to `to`, or why it may not move there.

    `details` are further fields of the body (the items of a supplement, a new due time). A refusal
    after reception is a dossier processed with the result ``refused`` (national 4 -> 9).
    """
    try:
        target = Status(to.strip().lower())
    except ValueError:
        return Mistake("status", f"Không có trạng thái “{to[:40]}”. {_allowed(dossier.status)}")
    beyond = beyond_acting(dossier)
    if beyond:
        return Mistake("dossier", beyond)
    if dossier.annulled is not None:
        return Mistake("status", f"Hồ sơ {dossier.number} đã hủy tiếp nhận, không làm gì thêm được.")
    if target not in PERMITTED[dossier.status]:
        where = f"Hồ sơ {dossier.number} đang ở trạng thái “{dossier.status.label}” ({dossier.status})"
        to_words = f"không chuyển được sang “{target.label}” ({target})"
        return Mistake("status", f"{where}, {to_words}. {_allowed(dossier.status)}")
    words: dict[str, str] = {}
    for name, value in (("reason", reason), ("result", result)):
        try:
            words[name] = nfc_line(value)
        except TextRefused as error:
            return Mistake(name, f"{error.title}. {error.advice}")
        if len(words[name]) > MAX_WORDS:
            return Mistake(name, f"Nội dung dài quá {MAX_WORDS} ký tự; hãy viết ngắn lại.")
    return pack(
        {"at": iso_minute(now), "by": officer_out(officer), "to": str(target), **words, **(details or {})}
    )


def _allowed(status: Status) -> str:
    onward = ", ".join(f"{one} ({one.label})" for one in PERMITTED[status])
    return f"Được phép chuyển sang: {onward}." if onward else "Hồ sơ đã kết thúc."

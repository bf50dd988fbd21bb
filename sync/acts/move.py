"""What an act gives: the entry to be written, or its mistakes; and the checks that all acts share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sync.acts.decide import NOT_TO_BE_ACTED_ON, beyond_acting, decide_status
from sync.acts.mistakes import Mistake
from sync.acts.receive import MAX_NOTE
from sync.model import kinds
from sync.model.bodies import officer_out, pack
from sync.model.dossier import Dossier, Officer
from sync.model.moment import iso_minute
from sync.model.status import Status
from sync.model.text import TextRefused, nfc_line

MAX_ITEMS = 50


@dataclass(frozen=True, slots=True)
class Move:
    """An entry to be written: its kind and body."""

    kind: str
    body: bytes


Made = Move | tuple[Mistake, ...]


def written(kind: str, officer: Officer, now: datetime, **fields: Any) -> Move:
    """The entry of an act: who and when, and its fields."""
    return Move(kind, pack({"at": iso_minute(now), "by": officer_out(officer), **fields}))


def status_move(
    dossier: Dossier,
    to: Status,
    officer: Officer,
    now: datetime,
    reason: str,
    result: str = "",
    **details: Any,
) -> Made:
    """A move to another status, where it is permitted."""
    made = decide_status(dossier, to, officer=officer, now=now, reason=reason, result=result, details=details)
    return (made,) if isinstance(made, Mistake) else Move(kinds.STATUS, made)


def blocked(dossier: Dossier) -> tuple[Mistake, ...]:
    """Why nothing at all may be done with a dossier; empty when something may."""
    if dossier.purged is not None:
        return (Mistake("dossier", beyond_acting(dossier)),)
    if any(flag in dossier.flags for flag in NOT_TO_BE_ACTED_ON):
        return (
            Mistake("dossier", "Hồ sơ có nội dung chương trình này không đọc được; cập nhật rồi thử lại."),
        )
    if dossier.annulled:
        return (Mistake("status", annulled_sentence(dossier)),)
    return ()


def annulled_sentence(dossier: Dossier) -> str:
    """That the intake was annulled, and which dossier stands instead."""
    if dossier.annulled is None:
        return ""
    instead = dossier.annulled.instead_of
    return f"Hồ sơ {dossier.number} đã hủy tiếp nhận" + (f"; dùng hồ sơ {instead}." if instead else ".")


def line(value: str, field: str, required: str = "", longest: int = MAX_NOTE) -> str | Mistake:
    """One clean line; `required` is the sentence for an empty one."""
    try:
        clean = nfc_line(value)
    except TextRefused as error:
        return Mistake(field, f"{error.title}.")
    if required and not clean:
        return Mistake(field, required)
    if len(clean) > longest:
        return Mistake(field, f"Dài quá {longest} ký tự.")
    return clean


def lines(values: Sequence[str], field: str, what: str) -> list[str | Mistake]:
    """The clean lines, at least one, or one mistake."""
    if not 1 <= len(values) <= MAX_ITEMS:
        return [Mistake(field, f"Cần từ 1 đến {MAX_ITEMS} {what}.")]
    clean = [line(value, f"{field}[{at}]", f"Chưa có {what}.") for at, value in enumerate(values)]
    mistake = next((one for one in clean if isinstance(one, Mistake)), None)
    return [mistake] if mistake else clean


class Checked:
    """The texts of an act as they are cleaned one by one; `mistakes` collects what is wrong with them."""

    def __init__(self, dossier: Dossier | None = None) -> None:
        self.mistakes: tuple[Mistake, ...] = blocked(dossier) if dossier is not None else ()

    def line(self, value: str, field: str, required: str = "", longest: int = MAX_NOTE) -> str:
        """One clean line; empty with a mistake when it cannot be."""
        clean = line(value, field, required, longest)
        if isinstance(clean, Mistake):
            self.mistakes = (*self.mistakes, clean)
            return ""
        return clean

    def lines(self, values: Sequence[str], field: str) -> list[str]:
        """Any number of clean lines, up to `MAX_ITEMS`."""
        if len(values) > MAX_ITEMS:
            self.wrong(field, f"Nhiều quá {MAX_ITEMS} mục.")
            return []
        return [self.line(value, f"{field}[{at}]", "Chưa có nội dung.") for at, value in enumerate(values)]

    def wrong(self, field: str, message: str) -> None:
        """One more mistake."""
        self.mistakes = (*self.mistakes, Mistake(field, message))

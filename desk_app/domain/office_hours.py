"""Office hours as an officer writes them: ``07:30–11:30, 13:30–17:00``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time

_CLOCK = re.compile(r"\s*(\d{1,2})\s*(?:[:hg.]\s*(\d{2})?)?\s*\Z", re.IGNORECASE)
_DAY = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*\Z")


class HoursWrong(ValueError):
    """A text that says no hours; its message says how to write them."""


def read_clock(text: str) -> time:
    """``15:00``, ``15h`` or ``7g30``. Raises `HoursWrong`."""
    match = _CLOCK.match(text)
    try:
        if match:
            return time(int(match[1]), int(match[2] or 0))
    except ValueError as error:
        raise HoursWrong(f"“{text.strip()[:20]}” không phải giờ; ghi như 07:30.") from error
    raise HoursWrong(f"“{text.strip()[:20]}” không phải giờ; ghi như 07:30.")


def read_sessions(text: str) -> list[list[str]]:
    """A day's sessions in order, [["07:30", "11:30"], …]; none for an empty text. Raises `HoursWrong`."""
    rows: list[list[str]] = []
    for part in re.split(r"[,;]", text) if text.strip() else ():
        ends = re.split(r"[-–]", part)
        if len(ends) != 2:
            raise HoursWrong("Ghi mỗi buổi như 07:30–11:30, cách nhau bằng dấu phẩy.")
        opening, closing = (read_clock(end) for end in ends)
        begin, end = opening.isoformat("minutes"), closing.isoformat("minutes")
        if begin >= end or (rows and rows[-1][1] >= begin):
            raise HoursWrong("Các buổi phải theo thứ tự trong ngày và không chồng nhau.")
        rows.append([begin, end])
    return rows


def sessions_text(sessions: Sequence[tuple[time, time]]) -> str:
    """Sessions as they are read back."""
    return ", ".join(f"{opening:%H:%M}–{closing:%H:%M}" for opening, closing in sessions)


def read_day(text: str) -> date:
    """A day written ``24/11/2026``. Raises `HoursWrong`."""
    match = _DAY.match(text)
    try:
        if match:
            return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError as error:
        raise HoursWrong("Ngày này không có trong lịch; ghi như 24/11/2026.") from error
    raise HoursWrong("Ghi ngày như 24/11/2026.")

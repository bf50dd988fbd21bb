"""Entries of the unit that are about no dossier: ratings, counted cash, shared settings."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date, datetime

from sync.acts.mistakes import Mistake
from sync.acts.move import Checked, Made, Move, written
from sync.model import kinds
from sync.model.act_bodies import LEVELS, MAX_AMOUNT
from sync.model.bodies import pack
from sync.model.dossier import Officer
from sync.model.moment import iso_minute

MAX_SETTING = 8 * 1024
"""Bytes of a shared value, as JSON: an entry holds 16 KiB, and what is bigger is a blob."""
_KEY = re.compile(r"[a-z][a-z0-9_.-]{0,63}\Z")


def rate(
    field: str, desk: int, day: date, level: int, *, procedure: str = "", reasons: Sequence[str] = ()
) -> Made:
    """A rating, 1 (very dissatisfied) to 5 (very satisfied), with reasons.

    It names no dossier, officer or time of day: whoever reads the journal cannot tell who gave it.
    """
    say = Checked()
    if level not in LEVELS:
        say.wrong("level", "Mức hài lòng phải từ 1 đến 5.")
    body = {
        "day": day.isoformat(),
        "desk": desk,
        "field": say.line(field, "field", "Cần ghi lĩnh vực thủ tục.", 200),
        "procedure": say.line(procedure, "procedure", longest=60),
        "level": level,
        "reasons": say.lines(reasons, "reasons"),
    }
    return say.mistakes or Move(kinds.RATING, pack(body))


def close_shift(
    desk: int,
    span: tuple[datetime, datetime],
    expected: int,
    counted: int,
    note: str = "",
    *,
    officer: Officer,
    now: datetime,
) -> Made:
    """The cash counted at the end of a shift against what was taken, in dong; a difference needs a word."""
    say, (begin, end) = Checked(), span
    if not 0 <= counted <= MAX_AMOUNT:
        say.wrong("counted", "Số tiền đếm được phải từ 0 đồng trở lên.")
    if end < begin:
        say.wrong("to", "Giờ kết thúc ca phải sau giờ bắt đầu.")
    why = say.line(note, "note", "" if counted == expected else "Tiền đếm lệch với sổ: ghi lý do.")
    fields = {"desk": desk, "from": iso_minute(begin), "to": iso_minute(end), "note": why}
    return say.mistakes or written(kinds.SHIFT, officer, now, **fields, expected=expected, counted=counted)


def share_setting(key: str, value: object, height: int, *, officer: Officer, now: datetime) -> Made:
    """A setting for all desks of the unit; `height`: 1 + the greatest known of this key; `value` is JSON."""
    if not _KEY.match(key):
        return (Mistake("key", "Tên cài đặt chỉ gồm chữ thường, số và dấu . _ -"),)
    try:
        size = len(json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8"))
    except (TypeError, ValueError):
        return (Mistake("value", "Giá trị không lưu được."),)
    if size > MAX_SETTING:
        return (Mistake("value", "Giá trị dài quá mức chia sẻ được."),)
    return written(kinds.SETTING, officer, now, key=key, value=value, height=height)

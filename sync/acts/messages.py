"""Writing a message to a unit, and that it was read there."""

from __future__ import annotations

from datetime import date, datetime

from sync.acts.mistakes import Mistake
from sync.acts.move import Checked, Made, written
from sync.model import kinds
from sync.model.dossier import Officer
from sync.model.messages import MAX_TEXT, MAX_TITLE, SORTS, Message
from sync.model.moment import day_of

MAX_LINES = 200
_MOST_DAYS = 3660


def tell(
    name: str, sort: str, title: str, text: str, due: date | None, *, officer: Officer, now: datetime
) -> Made:
    """A message of the center to a unit; `name`: `sync.model.messages.Message`."""
    say = Checked()
    if sort not in SORTS:
        say.wrong("sort", "Chọn thông báo hay chỉ đạo.")
    if due is not None and not 0 <= (due - day_of(now)).days <= _MOST_DAYS:
        say.wrong("due", "Hạn phải từ hôm nay trở đi.")
    if len(text) > MAX_TEXT:
        say.wrong("text", f"Nội dung dài {len(text)} ký tự; viết trong {MAX_TEXT} ký tự.")
    parts = text.strip().split("\n")[: MAX_LINES + 1]
    if len(parts) > MAX_LINES:
        say.wrong("text", f"Nội dung viết trong {MAX_LINES} dòng.")
    fields = {
        "name": name,
        "sort": sort,
        "title": say.line(title, "title", "Ghi tiêu đề.", MAX_TITLE),
        "text": [say.line(part, "text", longest=MAX_TEXT) for part in parts],
        "due": due.isoformat() if due is not None else "",
    }
    return say.mistakes or written(kinds.MESSAGE, officer, now, **fields)


def have_read(message: Message | None, desk: int, *, officer: Officer, now: datetime) -> Made:
    """That a message was read at this desk."""
    if message is None:
        return (Mistake("name", "Thông báo này đã được ghi là đã đọc."),)
    return written(kinds.READ, officer, now, name=message.name, desk=desk)

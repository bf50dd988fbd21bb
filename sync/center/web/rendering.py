"""Templates to pages: autoescape on, undefined names are errors, words for moments, sums and states."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from sync.model.flag_words import WORK_FLAGS
from sync.model.moment import VIETNAM
from sync.model.status import Status
from sync.reports.report import cell_words
from sync.resources import resource_path

if TYPE_CHECKING:
    from jinja2 import Environment

FLAGS = {
    "conflict": "Có ghi nhận khác nhau ở hai nơi, cần người xem lại.",
    "newer-program": "Có ghi nhận do phiên bản mới hơn lập; cập nhật chương trình của trung tâm.",
    "unreadable": "Có ghi nhận không đọc được.",
    "no-intake": "Chưa có lần tiếp nhận gốc; chờ máy quầy gửi lên.",
    "rebuilt": "Hồ sơ dựng lại từ mã trên phiếu, chưa rõ tên và giấy tờ.",
    "role": "Có ghi nhận do nơi không có thẩm quyền lập.",
    "paid-twice": "Hai quầy đã thu tiền cho cùng một khoản.",
    "units-disagree": "Hai đơn vị ghi khác nhau khi chưa thấy nhau.",
    "decided-while-withdrawn": "Công dân rút hồ sơ trong lúc nơi giải quyết đã có kết quả; báo công dân.",
    "accepted-too-late": "Hồ sơ đã kết thúc trước khi đơn vị kia ghi nhận.",
    "sent-twice": "Hai quầy chuyển hồ sơ đi hai nơi; nơi ghi nhận trước thì giữ.",
    "accepted-twice": "Hai đơn vị cùng ghi đã nhận hồ sơ.",
    "not-permitted": "Có ghi nhận trái với trạng thái lúc đó, không được tính.",
    **WORK_FLAGS,
}
"""The fold's flags in words for staff."""


@cache
def environment() -> Environment:
    """The shipped templates."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(resource_path("web", "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(
        moment=moment_words,
        day=day_words,
        dong=dong_words,
        status=status_words,
        flag=flag_words,
        ago=ago,
        cell=cell_words,
    )
    return made


def rendered(template: str, **values: Any) -> str:
    """A page's HTML."""
    return environment().get_template(template).render(**values)


def _read(value: datetime | str | None) -> datetime | None:
    if not value:
        return None
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    return value.astimezone(VIETNAM) if value.tzinfo else value.replace(tzinfo=VIETNAM)


def moment_words(value: datetime | str | None) -> str:
    """``09:15 23/11/2026``; a dash for none."""
    at = _read(value)
    return f"{at:%H:%M %d/%m/%Y}" if at else "–"


def day_words(value: datetime | str | None) -> str:
    """``23/11/2026``; a dash for none."""
    at = _read(value)
    return f"{at:%d/%m/%Y}" if at else "–"


def dong_words(amount: int) -> str:
    """``15.000 đồng``."""
    return f"{amount:,} đồng".replace(",", ".")


def status_words(name: str) -> str:
    """A status as the national portal names it."""
    try:
        return Status(name).label
    except ValueError:
        return name


def flag_words(name: str) -> str:
    """What a flag says to a person; one of a newer program by its own word."""
    return FLAGS.get(name, f"Cần người xem lại ({name}).")


def ago(value: datetime | str | None, now: datetime) -> str:
    """How long ago, in the largest unit that fits: ``3 giờ trước``."""
    at = _read(value)
    if at is None:
        return "chưa có"
    seconds = max(int((now - at).total_seconds()), 0)
    for size, word in ((86_400, "ngày"), (3600, "giờ"), (60, "phút")):
        if seconds >= size:
            return f"{seconds // size} {word} trước"
    return "vừa xong"

"""Templates to pages: autoescape on, undefined names are errors, words for moments, sums and states."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from sync.model.moment import VIETNAM
from sync.model.status import Status
from sync.resources import resource_path

if TYPE_CHECKING:
    from jinja2 import Environment


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
        moment=moment_words, day=day_words, dong=dong_words, status=status_words, ago=ago, size=size_words
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


def size_words(octets: int) -> str:
    """``1,2 MB``."""
    if octets < 1_000_000:
        return f"{max(octets // 1000, 1)} KB"
    return f"{octets / 1_000_000:.1f} MB".replace(".", ",")

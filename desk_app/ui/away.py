"""Where a dossier is while another unit is concerned with it, in words for pages and lists."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from desk_app.ui.tongue import mark, told
from sync.model.whereabouts import BACK, FOR, SENT, THERE, Whereabouts, when

_SENTENCES: Final = {
    FOR: mark("Nhận hộ {0}, chưa chuyển"),
    SENT: mark("Đã chuyển đến {0} lúc {1}, chờ nơi đó nhận"),
    THERE: mark("Đang ở {0} từ {1}"),
    BACK: mark("{0} đã chuyển về lúc {1}, chưa tới quầy"),
}
_SHORT: Final = {
    FOR: mark("Nhận hộ {0}"),
    SENT: mark("Đang đến {0}"),
    THERE: mark("Ở {0} từ {1}"),
    BACK: mark("Đang về từ {0}"),
}
_AGENCY: Final = re.compile(r"\A(?:ủy ban nhân dân|uỷ ban nhân dân|uy ban nhan dan|ubnd)\s+", re.IGNORECASE)
"""Left out in a list: the commune alone says where."""


def away_words(where: Whereabouts | None, now: datetime, *, short: bool = False) -> str:
    """Where it is; empty while no other unit is concerned with it."""
    if where is None:
        return ""
    words = told(_SHORT if short else _SENTENCES)[where.state]
    name = _AGENCY.sub("", where.name) if short else where.name
    return words.format(name, when(where.since, now))

"""The shipped provinces and communes, read once and kept."""

from __future__ import annotations

from functools import lru_cache

from desk_app.domain.territory import Territory
from sync.resources import read_resource


@lru_cache(maxsize=1)
def territory() -> Territory:
    """The communes of `resources/territory`; the old ones are read when first asked for."""
    return Territory(_text("communes.txt"), lambda: _text("old_communes.txt"))


def province_of(address: str) -> str:
    """The province an address lies in (``Tỉnh Thử Nghiệm``), empty where its end tells none; for a lane."""
    communes = territory().place(address).communes
    return communes[0].province if communes else ""


def _text(name: str) -> str:
    return read_resource("territory", name).decode("utf-8")

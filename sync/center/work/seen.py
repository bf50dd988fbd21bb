"""What somebody saw of a dossier when a form was given out, so that two who act at once notice each other.

A dossier has no version number of its own: its entries come from several journals. What was seen is named by
its newest entries and by every line of its history.
"""

from __future__ import annotations

from hashlib import sha256

from sync.center.store.trouble import CenterError
from sync.model.dossier import Dossier, Event

_PREFIX = 10
_MOST = 20_000


class DossierChanged(CenterError):
    """Somebody else acted meanwhile; `events` are the lines of the history that the form did not know."""

    status = 409

    def __init__(self, dossier: Dossier, events: tuple[Event, ...]) -> None:
        super().__init__(
            f"Hồ sơ {dossier.number} vừa có thay đổi khi đang mở trang này; chưa có gì được ghi.",
            "Hãy xem thay đổi bên dưới rồi quyết định lại.",
        )
        self.events = events


def seen_of(dossier: Dossier) -> str:
    """What a form carries: the newest entries, hashed, and the beginning of every event's entry."""
    tips = sha256(b"".join(sorted(dossier.tips))).hexdigest()[:20]
    return ".".join([tips, *(one.entry[:_PREFIX] for one in dossier.history)])


def check_seen(dossier: Dossier, seen: str) -> None:
    """Raises `DossierChanged` when the dossier is no longer as it was seen."""
    if seen == seen_of(dossier):
        return
    known = set(seen[:_MOST].split(".")[1:])
    raise DossierChanged(dossier, tuple(one for one in dossier.history if one.entry[:_PREFIX] not in known))

"""What came with a supplement, beside what was filed first: scans paired by their titles.

The order of the history decides what came before a request and what after it, not the clocks of the desks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sync.model import kinds
from sync.model.dossier import Dossier, Event
from sync.model.scan import Scan
from sync.model.status import Status
from sync.model.text import fold


class Change(StrEnum):
    """How a scan of a supplement stands to what was there before it."""

    NEW = "new"
    REPLACED = "replaced"
    SAME = "same"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Pair:
    """A paper: its last scan before the request and its scan after it; one of them may be missing."""

    title: str
    before: Scan | None
    after: Scan | None
    change: Change


@dataclass(frozen=True, slots=True)
class Supplement:
    """A request: when, by whom, what was asked for and why; when it was complete (None: not yet), and the
    papers before and after it, those that changed first. `removed`: scans taken off again since."""

    asked_at: datetime
    asked_by: str
    items: tuple[str, ...]
    reason: str
    complete_at: datetime | None
    pairs: tuple[Pair, ...]
    removed: int = 0


def supplements_of(dossier: Dossier) -> tuple[Supplement, ...]:
    """Every supplement that was asked for, in order; a scan belongs to the last request before it."""
    places = {event.entry: at for at, event in enumerate(dossier.history)}
    requests = [at for at, event in enumerate(dossier.history) if _asks(event)]
    found = []
    for number, at in enumerate(requests):
        end = requests[number + 1] if number + 1 < len(requests) else len(dossier.history)
        before = [one for one in dossier.scans if places.get(one.entry.hex(), 0) < at]
        after = [one for one in dossier.scans if at < places.get(one.entry.hex(), 0) < end]
        removed = sum(
            event.effective and event.act == kinds.DETACHED for event in dossier.history[at + 1 : end]
        )
        found.append(_supplement(dossier.history[at:end], before, after, removed))
    return tuple(found)


def _asks(event: Event) -> bool:
    return event.effective and event.act == kinds.STATUS and event.details.get("to") == Status.SUPPLEMENT


def _supplement(
    history: tuple[Event, ...], before: list[Scan], after: list[Scan], removed: int
) -> Supplement:
    asked, *rest = history
    complete = next(
        (
            event.at
            for event in rest
            if event.effective and event.act == kinds.STATUS and event.details.get("to") == Status.RECEIVED
        ),
        None,
    )
    said = asked.details.get("items")
    items = tuple(str(one) for one in said) if isinstance(said, (list, tuple)) else ()
    reason = asked.details.get("reason")
    return Supplement(
        asked.at,
        asked.officer.name,
        items,
        reason if isinstance(reason, str) else "",
        complete,
        _pairs(before, after),
        removed,
    )


def _pairs(before: list[Scan], after: list[Scan]) -> tuple[Pair, ...]:
    """Scans after a request with the last one of the same title before it, or of the same content."""
    by_title = {fold(one.title): one for one in before}
    by_content = {one.file.plain: one for one in before}
    pairs, used = [], set[bytes]()
    for one in after:
        old = by_title.get(fold(one.title)) or by_content.get(one.file.plain)
        if old is None:
            change = Change.NEW
        else:
            used.add(old.entry)
            change = Change.SAME if old.file.plain == one.file.plain else Change.REPLACED
        pairs.append(Pair(one.title or (old.title if old else ""), old, one, change))
    kept = [Pair(one.title, one, None, Change.KEPT) for one in before if one.entry not in used]
    return (*_in_order(pairs), *kept)


def _in_order(pairs: Iterable[Pair]) -> list[Pair]:
    order = (Change.NEW, Change.REPLACED, Change.SAME)
    return sorted(pairs, key=lambda one: order.index(one.change))

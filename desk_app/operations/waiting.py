"""Drafts that wait for the citizen to come back with what was missing: kept until received or given up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk_app.domain.rights import RECEIVE
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.drafts import drop_draft, load_drafts, save_draft
from desk_app.operations.outcome import Outcome
from sync.model.moment import parse_moment
from sync.model.procedure import Procedure
from sync.model.text import fold

PREFIX = "waiting:"
_FOLDED = ("name", "id_number", "phone", "procedure")


@dataclass(frozen=True, slots=True)
class WaitingDraft:
    """One that waits: who, for what, since when, for which papers; `draft` is what was typed."""

    key: str
    name: str
    id_number: str
    phone: str
    procedure: str
    since: datetime
    items: tuple[str, ...]
    draft: dict[str, Any]


@needs(RECEIVE)
def put_waiting(
    desk: Desk, draft: dict[str, Any], who: tuple[str, str, str], procedure: str, items: Sequence[str]
) -> Outcome[str]:
    """Keeps a draft for later; `who` is name, identity number and phone. Returns its key."""
    key = PREFIX + desk.entropy(8).hex()
    content = {
        **dict(zip(("name", "id_number", "phone"), who, strict=True)),
        "procedure": procedure,
        "since": desk.clock().isoformat(),
        "items": list(items),
        "draft": draft,
    }
    return Outcome(key, save_draft(desk, key, content).changes)


@needs(RECEIVE)
def waiting(desk: Desk, text: str = "") -> list[WaitingDraft]:
    """Those that wait, the newest first; `text` finds by parts of name, identity number, phone, procedure."""
    parts = fold(text).split()
    found = []
    for key, content in load_drafts(desk):
        if not key.startswith(PREFIX):
            continue
        words = " ".join(fold(str(content.get(name, ""))) for name in _FOLDED)
        if all(part in words for part in parts):
            found.append(_waiting(key, content))
    return sorted(found, key=lambda one: (one.since, one.key), reverse=True)


def _waiting(key: str, content: dict[str, Any]) -> WaitingDraft:
    texts = {name: str(content.get(name, "")) for name in _FOLDED}
    return WaitingDraft(
        key,
        **texts,
        since=parse_moment(str(content["since"])),
        items=tuple(map(str, content.get("items", ()))),
        draft=dict(content.get("draft", {})),
    )


@needs(RECEIVE)
def give_up(desk: Desk, key: str) -> Outcome[None]:
    """Forgets one that was received or will not come back."""
    return drop_draft(desk, key)


@needs(RECEIVE)
def procedures_of(desk: Desk, draft: dict[str, Any]) -> dict[str, Procedure]:
    """The procedures a draft names, by code; those the catalogue has no more are left out."""
    named = [draft, *draft.get("matters", ())]
    found = (desk.catalogue.get(str(one.get("procedure", ""))) for one in named)
    return {one.code: one for one in found if one is not None}

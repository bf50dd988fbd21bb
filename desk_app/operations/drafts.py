"""Drafts of intakes: typed words survive a power cut, inside the encrypted store."""

from __future__ import annotations

import json
from typing import Any

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import COUNTER, RECEIVE, WORK
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Changes, Outcome
from desk_app.store.tables import tables_of

MAX_DRAFT = 256 * 1024


@needs(RECEIVE, COUNTER, WORK)
def save_draft(desk: Desk, key: str, content: dict[str, Any]) -> Outcome[None]:
    """Keeps a draft under `key`, over what stood there."""
    text = json.dumps(content, ensure_ascii=False)
    if len(text) > MAX_DRAFT:
        raise DeskError("Bản nháp quá dài.", "Bớt nội dung ghi chú.")
    with desk.writing() as ledger:
        tables_of(ledger).save_draft(key, text, desk.clock().isoformat())
    return Outcome(None, Changes(drafts=True))


@needs(RECEIVE, COUNTER, WORK)
def load_drafts(desk: Desk) -> list[tuple[str, dict[str, Any]]]:
    """All drafts, the oldest first."""
    return [(key, json.loads(content)) for key, content, _saved_at in desk.tables.drafts()]


@needs(RECEIVE, COUNTER, WORK)
def drop_draft(desk: Desk, key: str) -> Outcome[None]:
    """Forgets a draft that was received or given up."""
    with desk.writing() as ledger:
        tables_of(ledger).drop_draft(key)
    return Outcome(None, Changes(drafts=True))

"""Drafts of intakes: typed words survive a power cut, inside the encrypted store.

Where officers log in, a draft belongs to the account of the one who typed it: it is offered to nobody else.
What waits for a citizen's return (`operations.waiting`) is the desk's, and so is everything at an open desk.
"""

from __future__ import annotations

import json
from typing import Any, Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import COUNTER, PRESENT, RECEIVE, WORK
from desk_app.operations.account_table import accounts_now
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import NOTHING, Changes, Outcome
from desk_app.store.tables import tables_of

MAX_DRAFT = 256 * 1024
INTAKE: Final = "intake"
"""The key of what stands on an officer's intake page."""
_CHANGED = Changes(drafts=True)


@needs(RECEIVE, COUNTER, WORK)
def save_draft(desk: Desk, key: str, content: dict[str, Any], owner: str = "") -> Outcome[None]:
    """Keeps a draft under `key`, over what stood there; `owner`: the account it belongs to, empty: the desk.

    Raises `DeskError`, also for an owner who is not the one that is logged in.
    """
    _refuse_strange(desk, owner)
    text = json.dumps(content, ensure_ascii=False)
    if len(text) > MAX_DRAFT:
        raise DeskError("Bản nháp quá dài.", "Bớt nội dung ghi chú.")
    with desk.writing() as ledger:
        tables_of(ledger).save_draft(key, text, desk.clock().isoformat(), owner)
    return Outcome(None, _CHANGED)


@needs(RECEIVE, COUNTER, WORK)
def load_drafts(desk: Desk, owner: str = "") -> list[tuple[str, dict[str, Any]]]:
    """The drafts of an account and of the desk, the oldest first. Raises `DeskError` for an account that is
    not the one logged in."""
    _refuse_strange(desk, owner)
    return [(key, json.loads(content)) for key, content, _saved_at in desk.tables.drafts(owner)]


@needs(RECEIVE, COUNTER, WORK)
def drop_draft(desk: Desk, key: str, owner: str = "") -> Outcome[None]:
    """Forgets a draft that was received or given up. Raises `DeskError` for another officer's."""
    _refuse_strange(desk, owner)
    with desk.writing() as ledger:
        tables_of(ledger).drop_draft(key, owner)
    return Outcome(None, _CHANGED)


@needs(PRESENT)
def adopt_drafts(desk: Desk) -> Outcome[int]:
    """What was typed before the unit had accounts is put to what waits, where everybody finds it as before;
    how many that were. Nothing at an open desk."""
    from desk_app.operations.waiting import put_waiting

    if not accounts_now(desk).on:
        return Outcome(0)
    found = [content for key, content in load_drafts(desk) if key == INTAKE]
    for content in found:
        typed = dict(dict(content.get("people") or {}).get("applicant") or {})
        name = str(typed.get("full_name") or typed.get("search") or "")
        who = (name, str(typed.get("id_number", "")), str(typed.get("phone", "")))
        put_waiting(desk, content, who, str(content.get("procedure", "")), ())
        drop_draft(desk, INTAKE)
    return Outcome(len(found), _CHANGED if found else NOTHING)


def _refuse_strange(desk: Desk, owner: str) -> None:
    if owner and (desk.session is None or desk.session.officer.id != owner):
        raise DeskError("Bản nháp này của người khác.", "Mỗi cán bộ chỉ mở được bản nháp của mình.")

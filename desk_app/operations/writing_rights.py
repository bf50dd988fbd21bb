"""Which entries the one who is logged in may write: asked where a desk's own entries are appended.

This is the second check, behind the door of the operation: an operation that takes a wrong turn, or a
window that forgets to ask, still writes nothing that the roles do not allow, and nothing in another's name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import KIND_RIGHTS, MACHINE
from desk_app.operations.account_table import accounts_now
from desk_app.operations.desk import Desk
from desk_app.operations.rights import refusal, rights_now
from sync.journal.own import Draft
from sync.model import kinds
from sync.model.bodies import officer_in, unpack

_PROVED: ContextVar[str] = ContextVar("proved", default="")


@contextmanager
def proved(identity: str) -> Iterator[None]:
    """Lets the password of one account be written: its owner proved the old one, or the center's code did."""
    mark = _PROVED.set(identity)
    try:
        yield
    finally:
        _PROVED.reset(mark)


def check_drafts(desk: Desk, drafts: Sequence[Draft]) -> None:
    """Raises `RightRefused` for a kind of entry that is not allowed now, `DeskError` for one in the name of
    somebody else than who is logged in. An open desk writes everything."""
    if not accounts_now(desk).on:
        return
    rights = rights_now(desk)
    for draft in drafts:
        wanted = KIND_RIGHTS.get(draft.kind, frozenset())
        if MACHINE in wanted or (draft.kind == kinds.ACCOUNT and _is_proved(draft)):
            continue
        if not wanted & rights:
            raise refusal(desk, min(wanted) if wanted else MACHINE)
        if desk.session is None or officer_in(unpack(draft.body)).id != desk.session.officer.id:
            raise DeskError(
                "Mục này đứng tên người khác, không phải người đang đăng nhập.", "Đăng nhập lại rồi làm lại."
            )


def _is_proved(draft: Draft) -> bool:
    return bool(_PROVED.get()) and unpack(draft.body).get("id") == _PROVED.get()

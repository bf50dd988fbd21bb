"""Taking back what was carried: the center says of carried entries that they do not count, or count again.

When a node is revoked, entries of it may lie in other units' channels already, under the carrier's name. A
``recalled`` entry names them, each with a turn: of several words about one entry the one with the highest
turn holds, odd: it does not count; even: it counts. So the order in which these words come means nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sync.model import kinds
from sync.model.bodies import Unreadable, officer_out, pack, text, unpack
from sync.model.dossier import Officer
from sync.model.entry import DIGEST_BYTES, Entry
from sync.model.fold_state import State
from sync.model.moment import iso_minute

MAX_RECALLED = 150
"""Names in one entry: with them it stays below the limit of entries."""
_MAX_TURN = 2**31


@dataclass(frozen=True, slots=True)
class Recall:
    """The body of a ``recalled`` entry: `turns` by the original's digest, all odd or all even.

    `machine` names whose entries they are, as people do (unit/desk); `at`, `by` and `reason` are those of the
    revocation, or of the admission that lets them count again.
    """

    turns: Mapping[bytes, int]
    machine: str
    at: datetime
    by: Officer
    reason: str


def recall_body(one: Recall) -> bytes:
    """The recall as a body, without salt."""
    return pack(
        {
            "at": iso_minute(one.at),
            "by": officer_out(one.by),
            "machine": one.machine,
            "reason": one.reason,
            "entries": [[digest.hex(), turn] for digest, turn in sorted(one.turns.items())],
        }
    )


def _turns_in(body: Mapping[str, object]) -> dict[bytes, int]:
    listed = body.get("entries")
    if not isinstance(listed, list) or not listed:
        raise Unreadable("entries: not a list")
    found: dict[bytes, int] = {}
    for one in listed:
        if not isinstance(one, list) or len(one) != 2 or not isinstance(one[0], str):
            raise Unreadable("entries: not a name and a turn")
        name, turn = one
        if type(turn) is not int or not 1 <= turn <= _MAX_TURN or len(name) != 2 * DIGEST_BYTES:
            raise Unreadable("entries: wrong name or turn")
        try:
            found[bytes.fromhex(name)] = turn
        except ValueError as error:
            raise Unreadable("entries: wrong name") from error
    return found


def turns(entries: Iterable[Entry], roles: Mapping[bytes, str]) -> dict[bytes, int]:
    """The highest turn of each original that ``recalled`` entries name; what cannot be read says nothing."""
    last: dict[bytes, int] = {}
    for entry in entries:
        if entry.kind != kinds.RECALLED or entry.text is None:
            continue
        if roles.get(entry.journal.node) not in kinds.KINDS[kinds.RECALLED].roles:
            continue
        try:
            said = _turns_in(unpack(entry.text))
        except Unreadable:
            continue
        for digest, turn in said.items():
            last[digest] = max(turn, last.get(digest, 0))
    return last


def recalled(_state: State, _entry: Entry, body: dict[str, object], _role: str) -> tuple[str, bool]:
    """The fold's step: a line for people; what it takes out is out already."""
    said = _turns_in(body)
    machine, reason = text(body, "machine"), text(body, "reason")
    more = f" – {reason}" if reason else ""
    if any(turn % 2 for turn in said.values()):
        return f"Máy {machine} đã bị thu hồi: {len(said)} ghi nhận của máy đó tạm không được tính{more}", True
    return f"Đã đối chiếu: {len(said)} ghi nhận của máy {machine} được tính lại{more}", True

"""Messages and instructions of the center to a unit, and a desk's word that one was read, as bodies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sync.model.act_bodies import day
from sync.model.bodies import Unreadable, moment, number, officer_in, text
from sync.model.dossier import Officer

MESSAGE, INSTRUCTION = "message", "instruction"
SORTS: Final = {MESSAGE: "Thông báo", INSTRUCTION: "Chỉ đạo"}
NAME_DIGITS: Final = 32
MAX_TITLE: Final = 200
MAX_TEXT: Final = 4000
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Message:
    """A message of `lines`; `name` (32 hex digits) is the same in every unit it was sent to.

    `due` is the day by which it is to be read or done (None: none).
    """

    name: str
    at: datetime
    by: Officer
    sort: str
    title: str
    lines: tuple[str, ...] = ()
    due: date | None = None

    @property
    def text(self) -> str:
        """The whole text."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class Receipt:
    """A message was read at a desk of the unit."""

    name: str
    at: datetime
    by: Officer
    desk: int


def _name(body: Mapping[str, Any], field: str) -> str:
    found = text(body, field, None)
    if len(found) != NAME_DIGITS or not _HEX.issuperset(found):
        raise Unreadable(f"{field}: not a message's name")
    return found


def message_in(body: Mapping[str, Any]) -> Message:
    """The message of a ``message`` body. Raises `Unreadable`; an unknown sort is a plain message."""
    title, raw = text(body, "title", None), body.get("text", [])
    if not title or not isinstance(raw, list) or not all(isinstance(one, str) for one in raw):
        raise Unreadable("title or text: not given")
    sort = text(body, "sort")
    return Message(
        _name(body, "name"),
        moment(body, "at"),
        officer_in(body),
        sort if sort in SORTS else MESSAGE,
        title,
        tuple(raw),
        day(body, "due"),
    )


def receipt_in(body: Mapping[str, Any]) -> Receipt:
    """The receipt of a ``read`` body. Raises `Unreadable`."""
    return Receipt(_name(body, "name"), moment(body, "at"), officer_in(body), number(body, "desk", 0))

"""The register of what people ask about their own data, and the copy of it that they are given.

Law 91/2025/QH15 on the protection of personal data; terms in `resources/people/rights.json`, or as the unit
has set them (shared setting ``people.rights``).
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import COUNTER, EXPORT, FIGURES, READ
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.unit_words import LAST_DAY, said_of_kind, say_in_unit, shared_settings
from sync.acts.subjects import answer, ask
from sync.model import kinds
from sync.model.bodies import Unreadable
from sync.model.dossier import Officer, Person
from sync.model.due import due
from sync.model.limit import Limit, LimitUnknown
from sync.model.moment import day_of
from sync.model.subject_requests import SubjectAnswer, SubjectRequest, answer_in, request_in
from sync.resources import read_resource

SETTING: Final = "people.rights"
_NAME_BYTES: Final = 5


@dataclass(frozen=True, slots=True)
class Registered:
    """A request and its last answer; `due` the moment by which somebody must act, None once it is over."""

    request: SubjectRequest
    answer: SubjectAnswer | None = None

    @property
    def over(self) -> bool:
        """Whether it was answered for good."""
        return self.answer is not None and self.answer.outcome != "extended"

    @property
    def due(self) -> datetime | None:
        """By when it is to be answered, or, once extended, answered anew by the end of that day."""
        if self.answer is None:
            return self.request.answer_by
        if self.answer.until is None or self.over:
            return None
        return datetime.combine(self.answer.until, self.request.answer_by.timetz()).replace(hour=17, minute=0)

    def late(self, now: datetime) -> bool:
        """Whether it is behind its time."""
        return self.due is not None and now > self.due


@cache
def _shipped_rights() -> dict[str, Any]:
    rights: dict[str, Any] = json.loads(read_resource("people", "rights.json"))
    return rights


@needs(FIGURES)
def rights(desk: Desk) -> dict[str, Any]:
    """Wishes with titles and terms, the term of an answer, and the purposes: shipped, with the unit's own
    over them (`answer` and `wishes`, each part by part)."""
    own = shared_settings(desk).get(SETTING)
    held = json.loads(json.dumps(_shipped_rights()))
    if isinstance(own, dict):
        for name, value in own.items():
            if name == "wishes" and isinstance(value, dict):
                for wish, terms in value.items():
                    if wish in held["wishes"] and isinstance(terms, dict):
                        held["wishes"][wish].update(terms)
            elif name in ("answer", "extension_days"):
                held[name] = value
    return dict(held)


def _terms(desk: Desk, wish: str, now: datetime) -> tuple[datetime, date]:
    """By when a wish is answered, and done."""
    known = rights(desk)
    try:
        limit = Limit.parse(str(known["answer"]["limit"]))
        days = int(known["wishes"].get(wish, {}).get("days", 10))
    except (LimitUnknown, KeyError, TypeError, ValueError) as error:
        raise DeskError(
            "Thời hạn trả lời yêu cầu về dữ liệu cá nhân của đơn vị chưa đúng.",
            f"Sửa cài đặt chung {SETTING}, ví dụ “2 ngày làm việc”.",
        ) from error
    settings = desk.settings
    answer_by = due(now, limit, desk.calendar, settings.policy, settings.cutoff).at
    return answer_by, day_of(now) + timedelta(days=days)


@needs(COUNTER, EXPORT)
def ask_for(desk: Desk, person: Person, wish: str, text: str, officer: Officer) -> Outcome[SubjectRequest]:
    """Enters a person's wish into the register, with its two-day clock. Raises `DeskError`."""
    name = f"DL-{base64.b32encode(desk.entropy(_NAME_BYTES)).decode('ascii')}"
    answer_by, done_by = _terms(desk, wish, desk.clock())

    def make(_ledger: object, now: datetime) -> Any:
        return ask(
            (name, desk.settings.desk),
            person,
            wish,
            text,
            answer_by=answer_by,
            done_by=done_by,
            officer=officer,
            now=now,
        )

    say_in_unit(desk, make, officer)
    return Outcome(_registered(desk, name).request, Changes(sync=True, dossiers=True))


@needs(EXPORT)
def answer_to(
    desk: Desk, name: str, outcome: str, text: str, officer: Officer, until: date | None = None
) -> Outcome[Registered]:
    """Enters the answer that a request was given. Raises `DeskError`."""
    held = _registered(desk, name)
    days = int(rights(desk).get("extension_days", 15))
    longest = day_of(held.request.answer_by) + timedelta(days=days)

    def make(_ledger: object, now: datetime) -> Any:
        return answer(
            held.request, held.answer, outcome, text, until=until, longest=longest, officer=officer, now=now
        )

    say_in_unit(desk, make, officer)
    return Outcome(_registered(desk, name), Changes(sync=True, dossiers=True))


@needs(READ)
def subject_requests(desk: Desk) -> list[Registered]:
    """The unit's register, the open ones first by their time, then the others, the newest first."""
    found: dict[str, Registered] = {}
    with desk.reading() as ledger:
        asked = said_of_kind(desk, ledger, kinds.SUBJECT_REQUEST, 0, LAST_DAY)
        given = said_of_kind(desk, ledger, kinds.SUBJECT_ANSWER, 0, LAST_DAY)
    for _entry, body in asked:
        try:
            one = request_in(body)
        except Unreadable:
            continue  # kept, passed on, without effect
        found.setdefault(one.id, Registered(one))
    for _entry, body in given:
        try:
            said = answer_in(body)
        except Unreadable:
            continue
        held = found.get(said.id)
        if held is not None and not held.over:
            found[said.id] = replace(held, answer=said)
    listed = list(found.values())
    open_ones = sorted((one for one in listed if not one.over), key=lambda one: one.due or one.request.at)
    over = sorted((one for one in listed if one.over), key=lambda one: one.request.at, reverse=True)
    return [*open_ones, *over]


def _registered(desk: Desk, name: str) -> Registered:
    wanted = name.strip().upper()
    found = next((one for one in subject_requests(desk) if one.request.id == wanted), None)
    if found is None:
        raise DeskError(f"Không có yêu cầu nào mang mã {wanted[:20]}.", "Xem mã trong sổ yêu cầu.")
    return found

"""Everything the desk holds about one person, for that person: as JSON for machines and as a paper to read.

A person is told apart by the identity number; without one, by name and date of birth (and then only what
bears both). Other people of the same dossiers are left out but for their part in it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import EXPORT
from desk_app.operations.access_log import EXPORTED, note_access
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.find import find
from desk_app.operations.refusals import refusals
from desk_app.operations.subjects import Registered, rights, subject_requests
from sync.model.bodies import person_out
from sync.model.dossier import Dossier, Person
from sync.model.moment import iso_minute
from sync.model.text import fold

if TYPE_CHECKING:
    from desk_app.documents.manual import Block

ROLES: Final = {
    "owner": "Chủ hồ sơ",
    "applicant": "Người nộp",
    "representative": "Người đại diện",
    "payer": "Người trả phí",
    "collector": "Người nhận kết quả",
}
MOST: Final = 10_000
"""Dossiers looked at for one person."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is meant: an identity number, or a name with a date of birth."""

    id_number: str = ""
    full_name: str = ""
    date_of_birth: date | None = None

    def is_meant(self, person: Person | None) -> bool:
        """Whether a person of a dossier is the one who is meant."""
        if person is None:
            return False
        if self.id_number:
            return person.id_number == self.id_number
        return fold(person.full_name) == fold(self.full_name) and person.date_of_birth == self.date_of_birth


@dataclass(frozen=True, slots=True)
class Part:
    """A dossier and the parts (keys of `ROLES`) that the person has in it."""

    dossier: Dossier
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonCopy:
    """What is held; `as_json` and `documents.person_copy` make it into files."""

    wanted: Wanted
    made_at: datetime
    parts: tuple[Part, ...]
    refused: tuple[Any, ...]
    requests: tuple[Registered, ...]
    purposes: tuple[dict[str, str], ...]

    @property
    def empty(self) -> bool:
        """Whether nothing at all is held."""
        return not (self.parts or self.refused or self.requests)


@needs(EXPORT)
def person_copy(desk: Desk, wanted: Wanted) -> PersonCopy:
    """What this desk's unit holds about a person. Raises `DeskError` where nobody is named well enough."""
    if not wanted.id_number and not (wanted.full_name and wanted.date_of_birth):
        raise DeskError(
            "Cần số giấy tờ, hoặc họ tên cùng ngày sinh.", "Xem giấy tờ của người yêu cầu rồi ghi."
        )
    note_access(desk, None, EXPORTED, "person")
    rows = find(desk, wanted.id_number or wanted.full_name, MOST)
    parts: list[Part] = []
    with desk.reading() as ledger:
        for row in rows:
            dossier = ledger.dossier(row.channel, row.id)
            roles = _roles(dossier, wanted) if dossier is not None else ()
            if dossier is not None and roles:
                parts.append(Part(dossier, roles))
    refused = [one for one in refusals(desk, date.min, date.max) if wanted.is_meant(one.applicant)]
    asked = [one for one in subject_requests(desk) if wanted.is_meant(one.request.person)]
    return PersonCopy(
        wanted, desk.clock(), tuple(parts), tuple(refused), tuple(asked), tuple(rights(desk)["purposes"])
    )


def _roles(dossier: Dossier, wanted: Wanted) -> tuple[str, ...]:
    intake = dossier.intake
    if intake is None:
        return ()
    return tuple(role for role in ROLES if wanted.is_meant(getattr(intake, role)))


def as_json(copy: PersonCopy, unit: str) -> bytes:
    """The copy in a common, structured format (UTF-8 JSON), only with this person's own data."""
    value = {
        "unit": unit,
        "made_at": iso_minute(copy.made_at),
        "dossiers": [_dossier(part) for part in copy.parts],
        "refusals": [
            {
                "id": one.id,
                "at": iso_minute(one.at),
                "procedure": one.procedure.name,
                "reasons": list(one.reasons),
            }
            for one in copy.refused
        ],
        "requests": [
            {
                "id": one.request.id,
                "at": iso_minute(one.request.at),
                "wish": one.request.wish,
                "text": one.request.text,
                "answer": one.answer.outcome if one.answer else None,
            }
            for one in copy.requests
        ],
        "purposes": list(copy.purposes),
    }
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8")


def _dossier(part: Part) -> dict[str, Any]:
    dossier, intake = part.dossier, part.dossier.intake
    assert intake is not None
    return {
        "number": dossier.number,
        "procedure": intake.procedure.name,
        "received_at": iso_minute(intake.received_at),
        "status": dossier.label,
        "due_at": dossier.due_at and iso_minute(dossier.due_at),
        "ended_at": dossier.ended_at and iso_minute(dossier.ended_at),
        "as": {role: person_out(getattr(intake, role)) for role in part.roles},
        "papers": [one.name for one in intake.papers],
        "note": intake.note,
        "history": [{"at": iso_minute(event.at), "text": event.text} for event in dossier.history],
    }


def as_paper(copy: PersonCopy, unit: str) -> bytes:
    """The copy on A4, in words."""
    from desk_app.documents.manual import Block, Chapter, chapter_pdf

    made = f"{unit}, lập lúc {copy.made_at:%H:%M %d/%m/%Y}"
    blocks = [Block("text", f"{made}. Bản này chỉ có dữ liệu của chính người yêu cầu.")]
    for part in copy.parts:
        blocks += _paper_of(part)
    for refused in copy.refused:
        blocks.append(Block("heading", f"Từ chối tiếp nhận {refused.id}"))
        blocks.append(Block("text", f"{refused.at:%H:%M %d/%m/%Y}: {refused.procedure.name}"))
    if copy.requests:
        blocks.append(Block("heading", "Yêu cầu về dữ liệu cá nhân"))
        blocks += [
            Block("point", f"{one.request.id}, {one.request.at:%d/%m/%Y}: {one.request.text}", "–")
            for one in copy.requests
        ]
    if copy.empty:
        blocks.append(Block("text", "Đơn vị không giữ dữ liệu nào của người này ở bộ phận một cửa."))
    blocks.append(Block("heading", "Dùng vào việc gì, theo căn cứ nào"))
    blocks += [Block("point", f"{one['what']}: {one['why']}. {one['basis']}.", "–") for one in copy.purposes]
    return chapter_pdf(Chapter("copy", "Bản sao dữ liệu cá nhân", tuple(blocks)), made)


def _paper_of(part: Part) -> list[Block]:
    from desk_app.documents.manual import Block

    dossier, intake = part.dossier, part.dossier.intake
    assert intake is not None
    blocks = [
        Block("heading", f"Hồ sơ {dossier.number}: {intake.procedure.name}"),
        Block("key", f"{intake.received_at:%H:%M %d/%m/%Y}", "Tiếp nhận"),
        Block("key", dossier.label, "Trạng thái"),
    ]
    for role in part.roles:
        blocks.append(Block("key", _said(getattr(intake, role)), ROLES[role]))
    if intake.papers:
        blocks.append(Block("key", "; ".join(one.name for one in intake.papers), "Giấy tờ nộp"))
    return [
        *blocks,
        *(Block("point", f"{event.at:%H:%M %d/%m/%Y}: {event.text}", "–") for event in dossier.history),
    ]


def _said(person: Person) -> str:
    born = f"{person.date_of_birth:%d/%m/%Y}" if person.date_of_birth else ""
    said = (
        person.full_name,
        person.id_number,
        born,
        person.gender,
        person.address,
        person.phone,
        person.email,
    )
    return ", ".join(one for one in said if one)

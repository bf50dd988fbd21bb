"""Desks for tests: real ones, in a folder of the test, under a clock the test moves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from desk_app.operations.desk import Desk, open_desk, set_up
from sync.acts.requests import IntakeRequest
from sync.identity.keys import NodeKeys
from sync.journal.own import Draft, OwnJournals
from sync.journal.port import NodeRecord
from sync.model.bodies import pack
from sync.model.dossier import Officer, Person
from sync.model.moment import VIETNAM

UNIT = "H99.99.001"
MONDAY = datetime(2026, 11, 23, 9, 15, tzinfo=VIETNAM)
MAU = Person("Nguyễn Văn Mẫu", "990099000001", phone="0900000001", address="Thôn 1, Xã Ví Dụ")
THU = Person("Trần Thị Thử", "990300000002", phone="0900000002")
OFFICER = Officer("1", "Cán bộ tiếp nhận")


@dataclass
class MovedClock:
    """A clock that stands until it is moved."""

    now: datetime = MONDAY

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **amount: float) -> None:
        """Moves it on (or, with negative amounts, back)."""
        self.now += timedelta(**amount)


def new_desk(data: Path, clock: MovedClock | None = None, unit: str = UNIT, number: int = 1) -> Desk:
    """A stand-alone commune's desk."""
    return set_up(data, unit=unit, name="Ủy ban nhân dân xã Ví Dụ", desk=number, clock=clock or MovedClock())


@contextmanager
def reopened(data: Path, clock: MovedClock | None = None) -> Iterator[Desk]:
    """The desk of a folder, as after a restart."""
    desk = open_desk(data, clock or MovedClock())
    try:
        yield desk
    finally:
        desk.close()


def request(person: Person = MAU, procedure: str = "1.004873") -> IntakeRequest:
    """A dossier to be received."""
    return IntakeRequest(procedure=procedure, applicant=person)


def another_writes(
    desk: Desk, kind: str, /, role: str = "desk", dossier: bytes = b"", **fields: object
) -> None:
    """An entry of another node of the unit, as an exchange brings it."""
    keys, channel = NodeKeys.generate(), desk.settings.channel
    with desk.writing() as ledger:
        mine = {key: ledger.rows.note(f"{key}:{channel}") for key in ("own", "own-tip")}
        ledger.rows.save_node(NodeRecord(keys.public, role, desk.settings.unit, 2, (channel,), (channel,)))
        ledger.rows.put_note(f"own:{channel}", None)
        ledger.rows.put_note(f"own-tip:{channel}", None)
        body = pack({"at": "2026-11-23T10:00+07:00", "by": ["7", "Quầy khác"], **fields})
        own = OwnJournals(ledger, keys, desk.entropy)
        own.reopen(channel, desk.today())
        own.append(channel, [Draft(kind, body, dossier)], desk.today())
        for key, value in mine.items():
            ledger.rows.put_note(f"{key}:{channel}", value)

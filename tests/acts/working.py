"""Histories of a dossier's work written by the acts themselves, by writers who see as much as they are
shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sync.acts import counter, moves, steps
from sync.acts.move import Made, Move
from sync.acts.steps import Ground, Signature
from sync.model import kinds
from sync.model.bodies import intake_out
from sync.model.dossier import Dossier, Intake, Officer, Person, ProcedureRef
from sync.model.entry import PERSONAL, Entry, JournalId, Tip, new_entry
from sync.model.fold import fold
from sync.model.moment import VIETNAM
from sync.model.process import Process, default_process
from tests.acts.test_acts import CALENDAR

UNIT = "H15.50.05.13"
CHANNEL = f"unit:{UNIT}"
DOSSIER = bytes(15) + b"\1"
DESK, OTHER, CENTER = (bytes([n]) * 16 for n in (1, 2, 3))
ROLES = {DESK: kinds.DESK, OTHER: kinds.DESK, CENTER: kinds.CENTER}
MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=VIETNAM)
PERSON = Person("Trần Văn Bình", "001079012345", "citizen_card")
HANH, HAI, BA, TU = (Officer(*one) for one in (("1", "Hạnh"), ("2", "Hai"), ("3", "Ba"), ("4", "Tư")))
INTAKE = Intake(
    number=f"{UNIT}-261123-0001",
    received_at=MORNING,
    due_at=MORNING + timedelta(days=9),
    procedure=ProcedureRef("1.004873", "Xác nhận tình trạng hôn nhân"),
    owner=PERSON,
    applicant=PERSON,
    officer=HANH,
    desk=1,
    unit=UNIT,
    limit="6 ngày làm việc",
)
LONG = default_process("6 ngày làm việc", UNIT)
SHORT = default_process("1 ngày làm việc", UNIT)
HERE = default_process("6 ngày làm việc")
"""The center's own."""


def entry(
    node: bytes, seq: int, kind: str, body: bytes, seen: Sequence[Entry] = (), channel: str = CHANNEL
) -> Entry:
    """An entry whose writer had seen `seen`."""
    last = Tip(seq - 1, bytes([seq % 256]) * 32) if seq > 1 else None
    return new_entry(
        JournalId(node, channel, b"incarn-1"),
        last,
        kind=kind,
        body=bytes(16) + body,
        day=739_943,
        flags=PERSONAL,
        dossier=DOSSIER,
        seen=[one.digest for one in seen],
        height=1 + max((one.height for one in seen), default=0),
    )


RECEIVED = entry(DESK, 1, kinds.RECEIVED, intake_out(INTAKE))


def tips(entries: Sequence[Entry]) -> list[Entry]:
    """Those that no other had seen."""
    seen = {name for one in entries for name in one.after}
    return [one for one in entries if one.digest[:8] not in seen]


@dataclass
class Writer:
    """Somebody who acts on what has come to him."""

    node: bytes = DESK
    process: Process = LONG
    held: list[Entry] = field(default_factory=lambda: [RECEIVED])
    now: datetime = MORNING
    seq: int = 1

    @property
    def dossier(self) -> Dossier:
        return fold(DOSSIER, self.held, ROLES)

    def ground(self, officer: Officer = HAI) -> Ground:
        return Ground(officer, self.now, CALENDAR, self.process)

    def write(self, made: Made) -> Entry:
        """Writes what an act made; an act that refuses fails the test."""
        assert isinstance(made, Move), made
        self.seq += 1
        one = entry(self.node, self.seq, made.kind, made.body, tips(self.held))
        self.held.append(one)
        return one

    def hears(self, *others: Writer) -> None:
        """Has what the others have."""
        for other in others:
            self.held += [one for one in other.held if one not in self.held]

    def twin(self, node: bytes = OTHER) -> Writer:
        """Another writer who has seen the same so far."""
        return Writer(node, self.process, list(self.held), self.now, 100)


def assigned(writer: Writer, to: Officer = HAI, **more: Any) -> Entry:
    return writer.write(steps.assign(writer.dossier, to, writer.ground(), **more))


def appraised(writer: Writer, to: Officer | None = BA, **more: Any) -> Entry:
    return writer.write(steps.appraise(writer.dossier, "grant", "Đạt", writer.ground(), to=to, **more))


def approved(writer: Writer, to: Officer | None = TU, **more: Any) -> Entry:
    return writer.write(steps.approve(writer.dossier, Signature(**more), writer.ground(BA), to=to))


def sealed(writer: Writer, number: str = "15/XN-UBND", **more: Any) -> Entry:
    return writer.write(steps.seal(writer.dossier, number, writer.ground(TU), **more))


def finished(writer: Writer) -> Entry:
    return writer.write(counter.finish(writer.dossier, "cấp", officer=TU, now=writer.now))


def through(writer: Writer) -> Writer:
    """A dossier from the assignment to the finished result."""
    for act in (assigned, appraised, approved, sealed, finished):
        act(writer)
        writer.now += timedelta(hours=2)
    return writer


Act = Callable[[Dossier, Ground], Made]
ACTS: dict[str, Act] = {
    "deliver": lambda d, g: steps.take_delivery(d, "Một cửa", ["Đơn"], [], g, listed="12"),
    "short": lambda d, g: steps.take_delivery(d, "Một cửa", ["Đơn"], ["Bản sao"], g),
    "assign": lambda d, g: steps.assign(d, HAI, g, why="load" if d.work.officer else ""),
    "reassign": lambda d, g: steps.assign(d, TU, g, why="rights", office="Phòng Kinh tế"),
    "appraise": lambda d, g: steps.appraise(d, "grant", "Đủ", g, to=BA, despite="Gấp"),
    "doubt": lambda d, g: steps.appraise(d, "refuse", "Thiếu căn cứ", g, despite="Gấp"),
    "consult": lambda d, g: steps.consult(d, "Công an xã", "Xác minh cư trú", 2, g),
    "answer": lambda d, g: steps.answer(
        d, d.work.unanswered[0].entry if d.work.unanswered else "", "agree", "", g
    ),
    "approve": lambda d, g: steps.approve(d, Signature(capacity="KT.", instead_of="Chủ tịch"), g, to=TU),
    "rework": lambda d, g: steps.rework(d, "Sai tên", g),
    "seal": lambda d, g: steps.seal(d, "15/XN", g),
    "supplement": lambda d, g: moves.ask_supplement(d, ["Bản sao"], "Thiếu", officer=g.officer, now=g.now),
    "supplemented": lambda d, g: moves.take_supplement(
        d, g.calendar, "RESTART", officer=g.officer, now=g.now
    ),
    "finish": lambda d, g: counter.finish(d, "cấp", officer=g.officer, now=g.now),
    "reopen": lambda d, g: counter.reopen(d, "Sai tên", officer=g.officer, now=g.now),
    "withdraw": lambda d, g: counter.withdraw(d, "Đổi ý", officer=g.officer, now=g.now),
    "stop": lambda d, g: moves.stop(d, "Hết căn cứ", by_request=False, officer=g.officer, now=g.now),
    "forward": lambda d, g: counter.forward(d, "", "Trung tâm", officer=g.officer, now=g.now),
}
"""Every act, as one would do it without looking too closely."""

"""What really travels between two desks of a commune and their center: to train and measure dictionaries.

Real journals, `ask`, `answer` and `hear` over stores in memory; the same for the same seed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from random import Random

import msgspec

from sync.catalogue.catalogue import load_shipped
from sync.identity.certificates import Certificate, sign_certificate
from sync.identity.keys import NodeKeys
from sync.journal.control import certificate_body, lease_body
from sync.journal.memory import MemoryStore
from sync.journal.own import Draft, OwnJournals
from sync.journal.port import NodeRecord
from sync.model import kinds
from sync.model.bodies import intake_fields, intake_out, officer_out, pack
from sync.model.calendar import Calendar
from sync.model.dossier import Intake, Officer
from sync.model.moment import VIETNAM, day_of, iso_minute
from sync.model.number import Lease, main_range
from sync.model.procedure import Procedure
from sync.protocol import asking, engine, limits
from sync.resources import read_resource
from sync.synthetic.intakes import intakes
from sync.synthetic.lives import Turn, lives
from sync.synthetic.places import Commune, sample_commune

START = datetime(2026, 1, 5, 7, 30, tzinfo=VIETNAM)


@dataclass(frozen=True, slots=True)
class Exchange:
    """One exchange: both frames' texts, as they are before compression.

    `what` it carried: ``first``, ``idle``, ``lone`` (one dossier up), ``batch`` (dossiers up), ``down``
    (dossiers to the other desk), ``acts``; `count` of them. `sealed` is the size of the request as it
    travelled.
    """

    what: str
    count: int
    request: bytes
    reply: bytes
    sealed: int


@dataclass(slots=True)
class Machine:
    """A desk or the center: its keys, its store and its chance."""

    keys: NodeKeys
    store: MemoryStore
    random: Random

    def append(self, channel: str, drafts: Sequence[Draft], day: date) -> None:
        """Writes entries of a day to the machine's own journal."""
        with self.store.transaction() as ledger:
            OwnJournals(ledger, self.keys, self.random.randbytes).append(channel, drafts, day.toordinal())


@dataclass(slots=True)
class Line:
    """The desks of one unit and the center above them; `now` is everybody's clock."""

    unit: str
    seed: int
    above: str = "H99"
    now: datetime = START
    center: Machine = field(init=False)
    desks: list[Machine] = field(init=False)
    random: Random = field(init=False)

    def __post_init__(self) -> None:
        self.random = Random(f"line {self.seed} {self.unit}")
        keys = self._keys()
        self.center = Machine(keys, MemoryStore({keys.node: keys.public}), self.random)
        with self.center.store.transaction() as ledger:
            ledger.rows.save_node(NodeRecord(keys.public, kinds.CENTER, self.above))
        self.desks = [self._enrol(number) for number in (1, 2)]

    @property
    def channel(self) -> str:
        """The unit's channel."""
        return f"unit:{self.unit}"

    def _keys(self) -> NodeKeys:
        return NodeKeys(self.random.randbytes(64))

    def _enrol(self, number: int) -> Machine:
        keys, center = self._keys(), self.center
        raw = sign_certificate(
            center.keys,
            Certificate(
                keys.public,
                self.unit,
                kinds.DESK,
                number,
                reads=(self.channel, f"all:{self.above}"),
                writes=(self.channel, f"audit:{self.unit}"),
                issuer=center.keys.node,
                issued_at=iso_minute(self.now),
                invitation=self.random.randbytes(8).hex(),
            ),
        )
        with center.store.transaction() as ledger:
            ledger.certified(raw, keys.node)
        draft = Draft(kinds.CERTIFICATE, certificate_body(raw), personal=False)
        center.append(self.channel, [draft], day_of(self.now))
        desk = Machine(keys, MemoryStore({center.keys.node: center.keys.public}), self.random)
        with desk.store.transaction() as ledger:
            ledger.certified(raw, keys.node)
            ledger.rows.put_note("certificate", raw)
        return desk

    def lease(self, desk: Machine, number: int) -> None:
        """The center gives the desk's present incarnation its main range."""
        with desk.store.snapshot() as ledger:
            now = OwnJournals(ledger, desk.keys, self.random.randbytes).current(self.channel)
        assert now is not None
        first, last = main_range(number)
        lease = Lease(self.unit, first, last, desk.keys.node, now[0].incarnation, day_of(self.now))
        draft = Draft(kinds.LEASE, lease_body(lease), personal=False)
        self.center.append(self.channel, [draft], day_of(self.now))

    def receive(self, desk: Machine, intakes: Iterable[Intake]) -> list[bytes]:
        """The desk receives dossiers, one transaction each; their ids."""
        ids: list[bytes] = []
        for intake in intakes:
            self.now = max(self.now, intake.received_at)
            ids.append(self.random.randbytes(16))
            draft = Draft(kinds.RECEIVED, intake_out(intake), ids[-1])
            desk.append(self.channel, [draft], day_of(self.now))
        return ids

    def exchange(self, what: str, count: int, desk: Machine, budget: int = limits.MAX_BUDGET) -> Exchange:
        """The desk asks, the center answers, the desk hears."""
        self.now += timedelta(seconds=17)
        question = asking.ask(desk.store, desk.keys, self.center.keys.public, self.now, budget)
        opened = engine.open_request(self.center.keys, question.sealed)
        with self.center.store.transaction() as ledger:
            reply = engine.respond(ledger, self.center.keys, opened, self.now, entropy=self.random.randbytes)
        engine.hear(desk.store, question, engine.seal_reply(self.center.keys, opened, reply), self.now)
        encode = msgspec.msgpack.encode
        return Exchange(what, count, encode(opened.request), encode(reply), len(question.sealed))


def dossiers(
    seed: int, count: int, unit: str, commune: Commune | None = None, procedures: Sequence[Procedure] = ()
) -> list[Intake]:
    """`count` dossiers of a synthetic commune as unit `unit` numbers them, from a day of 2026 to 2028 on."""
    where = commune or sample_commune()
    start = date(2026, 1, 5) + timedelta(days=seed * 37 % 1000)
    offices = Calendar.from_table(json.loads(read_resource("calendars", "vietnam.json")))
    drawn = intakes(
        seed,
        count,
        procedures or tuple(load_shipped()),
        calendar=offices,
        commune=where,
        start=start,
        desks=2,
    )
    return [replace(one, unit=unit, number=one.number.replace(where.code, unit)) for one in drawn]


def moved(turn: Turn, officer: Officer, at: datetime) -> Draft:
    """A status entry as `acts` writes one; the dossier is still to be named."""
    body = {
        "at": iso_minute(at),
        "by": officer_out(officer),
        "to": str(turn.status),
        "reason": turn.reason,
        "result": turn.result,
    }
    return Draft(kinds.STATUS, pack(body))


def other_acts(intake: Intake, officer: Officer, at: datetime) -> Iterator[Draft]:
    """An apology, a handover, a supplement asked for and brought, a correction: the rarer entries."""
    head = {"at": iso_minute(at), "by": officer_out(officer)}
    due = intake.due_at
    why = "Chờ kết quả xác minh của cơ quan phối hợp"
    later = iso_minute(due + timedelta(days=3))
    yield Draft(
        kinds.APOLOGY, pack({**head, "reason": why, "before": iso_minute(due), "due": later, "late": True})
    )
    to = {"to": "Bộ phận chuyên môn", "receiver": officer.name, "note": "Đã kiểm tra thành phần hồ sơ"}
    yield Draft(kinds.HANDOVER, pack({**head, **to}))
    items = ["Bản chụp căn cước công dân", "Bản chính để đối chiếu"]
    asked = {"to": "supplement", "reason": "Thiếu giấy tờ theo quy định", "items": items}
    yield Draft(kinds.STATUS, pack({**head, **asked}))
    brought = {"to": "received", "reason": "Đã bổ sung đủ", "due": iso_minute(due), "rule": "RESTART"}
    yield Draft(kinds.STATUS, pack({**head, **brought}))
    again = {
        **intake_fields(intake),
        "received": iso_minute(intake.received_at),
        "received_by": officer_out(intake.officer),
        **head,
        "reason": "Ghi sai ngày sinh",
        "issue": 2,
    }
    yield Draft(kinds.CORRECTED, pack(again))


def commune_traffic(
    line: Line, brought: Sequence[Intake], lone: int, batches: Iterable[int]
) -> Iterator[Exchange]:
    """A commune from its first exchange on: `lone` dossiers one by one, batches, and what comes of them.

    `brought` must be enough for both and one more.
    """
    first, second = line.desks
    coming = iter(brought)
    known: list[tuple[Intake, bytes]] = []

    def receive(desk: Machine, count: int) -> None:
        taken = [next(coming) for _ in range(count)]
        known.extend(zip(taken, line.receive(desk, taken), strict=True))

    yield line.exchange("first", 0, first)
    for number, desk in ((1, first), (2, second)):
        receive(desk, 1)
        yield line.exchange("first", 1, desk)
        line.lease(desk, number)
        yield line.exchange("first", 0, desk)
    yield line.exchange("first", 0, first)
    for _ in range(lone - 1):
        receive(first, 1)
        yield line.exchange("lone", 1, first)
        yield line.exchange("idle", 0, first)
    yield line.exchange("down", lone - 1, second)
    for count in batches:
        receive(first, count)
        yield line.exchange("batch", count, first)
        yield line.exchange("down", count, second)
    yield from _acted(line, known)


def _acted(line: Line, known: Sequence[tuple[Intake, bytes]]) -> Iterator[Exchange]:
    """One to four changes of status at a time, by a desk or the center, and each of the rarer acts."""
    desk, today = line.desks[0], day_of(line.now)

    def write(writer: Machine, draft: Draft, dossier: bytes) -> None:
        writer.append(line.channel, [replace(draft, dossier=dossier)], today)

    for count in (1, 2, 3, 4) * 2:
        for _ in range(count):
            intake, dossier = line.random.choice(known)
            turn = line.random.choice(lives(intake))
            writer = line.random.choice((desk, line.center))
            write(writer, moved(turn, intake.officer, intake.received_at + turn.delay), dossier)
        yield line.exchange("acts", count, desk)
    intake, dossier = line.random.choice(known)
    for draft in other_acts(intake, intake.officer, line.now):
        write(desk, draft, dossier)
        yield line.exchange("acts", 1, desk)

"""Desks and a center in memory, for the protocol's tests: real keys, real messages, no network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Self

from sync.identity.certificates import Certificate, Invitation, sign_certificate
from sync.identity.keys import NodeKeys
from sync.journal.bounds import Bound, bound_body
from sync.journal.control import certificate_body, lease_body
from sync.journal.ledger import Ledger
from sync.journal.memory import MemoryStore
from sync.journal.own import Draft, OwnJournals, Written
from sync.journal.port import NodeRecord
from sync.model import kinds
from sync.model.bodies import intake_out, officer_out, pack
from sync.model.dossier import FeeLine, Intake, Officer, Paper, Person, ProcedureRef
from sync.model.entry import Entry, JournalId
from sync.model.heads import root_of
from sync.model.moment import VIETNAM, iso_minute
from sync.model.number import Lease, spare_range
from sync.protocol import engine
from sync.protocol.engine import Applicant, Heard, Place, Question, Visit
from sync.protocol.retry import Pace
from sync.protocol.succession import Asking, ask_next_key, keys_to_close, keys_to_give, take_next_key

UNIT = "H15.50.05.13"
CHANNEL = f"unit:{UNIT}"
ALL = "all:H15"
DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=VIETNAM)
OFFICER = Officer("cb1", "Nguyễn Thị Hạnh")
CODE = bytes(range(10))


class Crash(Exception):
    """The process died: whatever was not committed is gone."""


class CrashingStore(MemoryStore):
    """A memory store whose next commit may be the last thing that does not happen."""

    crash_at = 0
    """Counts down with each transaction; at 1 that transaction's COMMIT fails. 0: never."""

    @contextmanager
    def transaction(self) -> Iterator[Ledger]:
        with super().transaction() as ledger:
            yield ledger
            if self.crash_at:
                self.crash_at -= 1
                if not self.crash_at:
                    raise Crash

    def copied(self) -> CrashingStore:
        other = CrashingStore(self.trusted)
        other.tables = self.tables.copied()
        return other


@dataclass
class Chance:
    """Reproducible bytes that never repeat, whoever was restored."""

    state: int = 0

    def __call__(self, size: int) -> bytes:
        self.state += 1
        return self.state.to_bytes(size, "big")


def intake(number: str, name: str = "Trần Văn Bình", serial: int = 0) -> Intake:
    """A dossier as a busy commune receives them."""
    person = Person(
        full_name=name,
        id_number=f"0{79085000000 + serial * 7919 % 999983:011d}"[:12],
        id_kind="citizen_card",
        date_of_birth=date(1960, 1, 1) + timedelta(days=serial * 37 % 16000),
        gender="Nam" if serial % 2 else "Nữ",
        address=f"Số {serial % 300 + 1} đường Lê Lợi, thôn {serial % 17 + 1}, xã Đồng Tâm",
        phone=f"09{(serial * 104729 + 12345678) % 10**8:08d}",
    )
    return Intake(
        number=number,
        received_at=NOON + timedelta(minutes=serial),
        due_at=NOON + timedelta(days=3, minutes=serial),
        procedure=ProcedureRef(
            "1.004873", "Cấp Giấy xác nhận tình trạng hôn nhân", "Hộ tịch", "", "1", "Giấy xác nhận"
        ),
        owner=person,
        applicant=person,
        officer=OFFICER,
        desk=1,
        unit=UNIT,
        papers=(Paper("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân theo mẫu", originals=1),),
        fees=(FeeLine("Lệ phí hộ tịch", 15_000, "le_phi"),),
        limit="3 ngày làm việc",
        calendar="2026-1",
        form_set="TT 03/2025",
    )


def status_body(to: str, reason: str = "") -> bytes:
    """The body of a ``status`` entry."""
    return pack({"at": iso_minute(NOON), "by": officer_out(OFFICER), "to": to, "reason": reason})


@dataclass
class Node:
    """A machine: its keys, its store, and the clock it is told."""

    name: str
    keys: NodeKeys
    store: CrashingStore
    chance: Chance
    clock: datetime = NOON

    @contextmanager
    def writing(self) -> Iterator[OwnJournals]:
        with self.store.transaction() as ledger:
            yield OwnJournals(ledger, self.keys, self.chance)

    def copied(self, chance: Chance) -> Self:
        """The same machine in a copy of its world."""
        other = copy(self)
        other.store, other.chance = self.store.copied(), chance
        return other

    def append(self, kind: str, body: bytes, dossier: bytes = b"", channel: str = CHANNEL) -> Written:
        with self.writing() as own:
            return own.append(channel, [Draft(kind, body, dossier)], DAY.toordinal())

    def status(self, dossier: bytes, to: str) -> Written:
        return self.append(kinds.STATUS, status_body(to), dossier)

    @property
    def ledger(self) -> Ledger:
        with self.store.snapshot() as ledger:
            return ledger

    def root(self, channel: str = CHANNEL) -> bytes:
        return root_of(self.ledger.heads(channel))

    def entries(self) -> dict[bytes, Entry]:
        return {
            digest: entry for held in self.store.tables.entries.values() for digest, entry in held.items()
        }

    def aside(self) -> dict[bytes, Entry]:
        """What is in quarantine."""
        return {
            digest: entry
            for held in self.store.tables.aside.values()
            for digest, (entry, _seal) in held.items()
        }

    def current(self, channel: str = CHANNEL) -> JournalId | None:
        now = OwnJournals(self.ledger, self.keys, self.chance).current(channel)
        return now[0] if now else None


class Desk(Node):
    """A reception desk of `UNIT`."""

    upstream: NodeKeys

    def receive(self, number: str = "", serial: int = 0, dossier: bytes = b"") -> bytes:
        """Receives a dossier; returns its id."""
        dossier = dossier or self.chance(16)
        number = number or f"{UNIT}-261123-{serial or 1:04d}"
        self.append(kinds.RECEIVED, intake_out(intake(number, serial=serial)), dossier)
        return dossier

    def ask(self, budget: int = 64 * 1024) -> Question:
        return engine.ask(self.store, self.keys, self.upstream.public, self.clock, budget)

    def hear(self, question: Question, sealed: bytes) -> Heard:
        return engine.hear(self.store, question, sealed, self.clock)

    def exchange(self, center: Center, budget: int = 64 * 1024) -> Heard:
        question = self.ask(budget)
        return self.hear(question, center.answer(question.sealed))

    def drain(self, center: Center, **more: int) -> engine.Drained:
        done = engine.drain(
            self.store,
            self.keys,
            self.upstream.public,
            lambda _path, sealed: center.answer(sealed),
            lambda: self.clock,
            Pace(**more),
        )
        assert done.failure is None
        return done

    @property
    def pending(self) -> int:
        return engine.pending_entries(self.ledger, self.keys.node, self.upstream.node).entries

    def acknowledged(self) -> set[bytes]:
        """The digests of our own entries that the receipt in force covers."""
        cover = engine.coverage(self.ledger, self.keys.node, self.upstream.node)
        return {
            digest
            for digest, entry in self.entries().items()
            if entry.journal.node == self.keys.node and cover.covers(entry)
        }

    def ask_key(self) -> None:
        """Asks for another key."""
        with self.writing() as own:
            ask_next_key(own, CHANNEL, Asking("Trần Văn Bình", "đổi máy tính", NOON), DAY.toordinal())

    def take_key(self) -> bool:
        """Goes on under the key it asked for, if it is time; whether it was."""
        with self.store.transaction() as ledger:
            fresh = take_next_key(ledger, self.keys, self.upstream.node, self.chance, DAY.toordinal())
        if fresh is not None:
            self.keys = fresh
        return fresh is not None

    def lease(self) -> Lease | None:
        """The range our current incarnation numbers from."""
        journal = self.current()
        for lease in self.ledger.rows.leases(CHANNEL):
            if journal and (lease.node, lease.incarnation) == (self.keys.node, journal.incarnation):
                return lease
        return None


class Center(Node):
    """The center: certifies, leases, answers."""

    leases = True
    may_lease = True

    def answer(self, sealed: bytes) -> bytes:
        return engine.answer(self.store, self.keys, sealed, self.clock, self.after_admit, self.chance)

    def after_admit(self, ledger: Ledger, visit: Visit) -> None:
        """Gives the latest incarnation of a desk a range, unless it has one; and a key that was asked for."""
        if not (self.leases and self.may_lease):
            return
        self.change_keys(ledger)
        held = {lease.incarnation for lease in ledger.rows.leases(CHANNEL)}
        mine = [j for _row, j in ledger.rows.journals(CHANNEL) if j.node == visit.record.node]
        for journal in mine[-1:]:
            if journal.incarnation not in held:
                first, last = spare_range(len(ledger.rows.leases(CHANNEL)) % 40)
                lease = Lease(UNIT, first, last, journal.node, journal.incarnation, DAY)
                own = OwnJournals(ledger, self.keys, self.chance)
                own.append(CHANNEL, [Draft(kinds.LEASE, lease_body(lease), personal=False)], DAY.toordinal())
                ledger.rows.save_lease(CHANNEL, lease)

    def change_keys(self, ledger: Ledger) -> None:
        """Certifies keys that were asked for, and closes those that were followed."""
        own = OwnJournals(ledger, self.keys, self.chance)
        for given in keys_to_give(ledger, UNIT):
            bare = _Bare(given.asked.keys.node, given.asked.keys)
            self.certify(bare, given.old.desk, ledger)  # type: ignore[arg-type]
            for lease in given.leases:
                own.append(CHANNEL, [Draft(kinds.LEASE, lease_body(lease), personal=False)], DAY.toordinal())
                ledger.rows.save_lease(CHANNEL, lease)
        for bound in keys_to_close(ledger, UNIT, NOON, None):
            draft = Draft(kinds.REVOCATION, bound_body(bound), personal=False)
            for entry in own.append(CHANNEL, [draft], DAY.toordinal()).entries:
                ledger.obey(entry)

    def certify(self, keys: NodeKeys, desk: int, ledger: Ledger | None = None) -> bytes:
        """A desk's certificate, written into the unit's channel."""
        raw = sign_certificate(
            self.keys,
            Certificate(
                keys=keys.public,
                unit=UNIT,
                role=kinds.DESK,
                desk=desk,
                reads=(CHANNEL, ALL),
                writes=(CHANNEL,),
                issuer=self.keys.node,
                issued_at=NOON.isoformat(),
            ),
        )
        if ledger is None:
            with self.store.transaction() as own:
                return self.certify_in(own, raw, keys)
        return self.certify_in(ledger, raw, keys)

    def certify_in(self, ledger: Ledger, raw: bytes, keys: NodeKeys) -> bytes:
        ledger.certified(raw, keys.node)
        draft = Draft(kinds.CERTIFICATE, certificate_body(raw), personal=False)
        OwnJournals(ledger, self.keys, self.chance).append(CHANNEL, [draft], DAY.toordinal())
        return raw

    def order(self, kind: str, bound: Bound) -> None:
        """Revokes a node, or admits what is in quarantine of it."""
        with self.writing() as own:
            draft = Draft(kind, bound_body(bound), personal=False)
            for entry in own.append(CHANNEL, [draft], DAY.toordinal()).entries:
                own.ledger.obey(entry)

    def policy(self, ledger: Ledger, applicant: Applicant) -> Place | str:
        """Enrols whoever knows the code; the same key again gets the same answer."""
        if applicant.code != CODE:
            return "code_unknown"
        known = ledger.rows.node(applicant.keys.node)
        if known is not None:
            return Place(known.certificate, UNIT, "Xã Đồng Tâm", "Trung tâm huyện", "Mỹ Đức", known.desk)
        keys = _Bare(applicant.keys.node, applicant.keys)
        raw = self.certify(keys, applicant.desk, ledger)  # type: ignore[arg-type]
        return Place(raw, UNIT, "Xã Đồng Tâm", "Trung tâm huyện", "Mỹ Đức", applicant.desk)


@dataclass
class _Bare:
    node: bytes
    public: object


@dataclass
class World:
    """A center and enrolled desks; the same for the same seed."""

    count: int = 2
    chance: Chance = field(default_factory=Chance)
    center: Center = field(init=False)
    desks: list[Desk] = field(init=False)

    def __post_init__(self) -> None:
        keys = KEYS[0]
        store = CrashingStore({keys.node: keys.public})
        with store.transaction() as ledger:
            ledger.rows.save_node(NodeRecord(keys.public, kinds.CENTER, UNIT))
        self.center = Center("C", keys, store, self.chance)
        self.desks = [self.add_desk(number) for number in range(1, self.count + 1)]

    @property
    def invitation(self) -> Invitation:
        return Invitation("http://127.0.0.1:8000", self.center.keys.public, UNIT, CODE)

    def blank(self, number: int) -> Desk:
        """A desk that trusts the center and has not enrolled."""
        desk = Desk(
            "ABDEF"[number - 1],
            KEYS[number],
            CrashingStore({self.center.keys.node: self.center.keys.public}),
            self.chance,
        )
        desk.upstream = self.center.keys
        return desk

    def add_desk(self, number: int) -> Desk:
        desk = self.blank(number)
        question = engine.ask_enrol(desk.keys, self.invitation, NOON, desk=number)
        sealed = engine.answer_enrol(
            self.center.store, self.center.keys, question.sealed, NOON, self.center.policy
        )
        with desk.store.transaction() as ledger:
            engine.keep_enrolment(ledger, engine.hear_enrol(question, sealed), self.center.keys.public)
        return desk

    @property
    def nodes(self) -> list[Node]:
        return [self.center, *self.desks]

    def heal(self, rounds: int = 3) -> None:
        """The network is whole again: everybody exchanges until nothing is left."""
        for _ in range(rounds):
            for desk in self.desks:
                desk.drain(self.center)

    def copied(self) -> World:
        """The same again, to go on from: neither changes the other."""
        other = copy(self)
        other.chance = Chance(self.chance.state)
        other.center = self.center.copied(other.chance)
        other.desks = [desk.copied(other.chance) for desk in self.desks]
        return other

    def equal(self) -> bool:
        return len({node.root() for node in self.nodes}) == 1


KEYS = [NodeKeys(bytes(range(i, i + 32)) + bytes(range(i + 64, i + 96))) for i in range(8)]
"""The same keys in every run: center first."""


def projections(node: Node) -> dict[tuple[str, bytes], object]:
    """The projections as the store keeps them."""
    return dict(node.store.tables.dossiers)


def rebuilt(node: Node) -> dict[tuple[str, bytes], object]:
    """The projections folded anew from all entries."""
    ledger = node.ledger
    folded = {key: ledger.dossier(*key) for key in node.store.tables.by_dossier}
    return {key: one for key, one in folded.items() if one is not None}


def doubles(node: Node) -> dict[str, int]:
    """Numbers that more than one dossier bears."""
    numbers = Counter(one.number for one in node.store.tables.dossiers.values() if one.number)
    return {number: count for number, count in numbers.items() if count > 1}

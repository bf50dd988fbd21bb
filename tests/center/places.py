"""Where a test's center lies, its clock, and desks made of memory that write real journals."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sync.center.exchange.answering import enrolment, exchange
from sync.center.store.opening import Center, open_center
from sync.identity.certificates import Certificate, Invitation, sign_certificate
from sync.identity.keys import NodeKeys
from sync.identity.secrets import SecretStore
from sync.journal.ledger import Ledger
from sync.journal.memory import MemoryStore
from sync.journal.own import Draft, OwnJournals
from sync.journal.port import NodeRecord
from sync.journal.segments import Segment
from sync.model import kinds
from sync.model.bodies import intake_out, officer_out, pack
from sync.model.dossier import Intake, Officer, Person, ProcedureRef
from sync.model.entry import JournalId, Tip
from sync.model.moment import VIETNAM, day_of, iso_minute
from sync.model.number import Lease
from sync.protocol.engine import (
    ENROL_PATH,
    EXCHANGE_PATH,
    Drained,
    Pace,
    Post,
    ask_enrol,
    drain,
    hear_enrol,
    keep_enrolment,
    standing_heads,
)

UNIT = "H99.99.001"
CHANNEL = f"unit:{UNIT}"
START = datetime(2026, 11, 23, 9, 15, tzinfo=VIETNAM)


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **much: float) -> None:
        self.now += timedelta(**much)


@dataclass
class Place:
    """A center's folder, secrets, head marks and clock; `open` opens what is there."""

    root: Path
    clock: Clock = field(default_factory=Clock)
    name: str = "center"

    @property
    def data(self) -> Path:
        return self.root / self.name

    @property
    def secrets(self) -> SecretStore:
        return SecretStore(self.root / "keys")

    @property
    def marks(self) -> tuple[Path, Path]:
        return self.root / "marks-1", self.root / "marks-2"

    def open(self, *, create: bool = True) -> Center:
        return open_center(self.data, self.secrets, self.clock, create=create, marks=self.marks)


def intake(number: str, at: datetime, name: str = "Nguyễn Thị Đào") -> Intake:
    """A dossier's intake as a desk freezes it."""
    person = Person(name, "001190000001", "citizen_card", gender="Nữ", address="Thôn 3", phone="0912345678")
    return Intake(
        number=number,
        received_at=at,
        due_at=at + timedelta(days=3),
        procedure=ProcedureRef("1.004873", "Cấp Giấy xác nhận tình trạng hôn nhân", "Hộ tịch", "", "2026"),
        owner=person,
        applicant=person,
        officer=Officer("1", "Trần Văn Bình"),
        desk=1,
        unit=UNIT,
        limit="3 ngày làm việc",
    )


class MemoryDesk:
    """A desk in memory, certified by `center` out of band, that writes the unit's channel."""

    def __init__(self, center: Center, *, desk: int = 1, unit: str = UNIT, known: bool = False) -> None:
        self.center, self.unit, self.channel = center, unit, f"unit:{unit}"
        self.keys = NodeKeys.generate()
        self.store = MemoryStore({center.keys.node: center.keys.public})
        self.certificate = sign_certificate(
            center.keys,
            Certificate(
                self.keys.public,
                unit,
                kinds.DESK,
                desk,
                (self.channel, center.channel),
                (self.channel,),
                center.keys.node,
                iso_minute(center.clock()),
            ),
        )
        self.record = NodeRecord(
            self.keys.public,
            kinds.DESK,
            unit,
            desk,
            (self.channel, center.channel),
            (self.channel,),
            self.certificate,
        )
        with self.store.transaction() as ledger:
            ledger.rows.save_node(self.record)
            ledger.rows.save_node(NodeRecord(center.keys.public, kinds.CENTER, center.unit))
            ledger.rows.put_note("certificate", self.certificate)
        if known:
            with center.store.transaction() as ledger:
                ledger.rows.save_node(self.record)

    def write(self, *drafts: Draft) -> None:
        """Appends entries to the desk's journal."""
        with self.store.transaction() as ledger:
            own = OwnJournals(ledger, self.keys, os.urandom)
            own.append(self.channel, drafts, day_of(self.center.clock()).toordinal())

    def receive(self, *numbers: str, name: str = "Nguyễn Thị Đào") -> list[bytes]:
        """Receives a dossier under each number; returns their ids."""
        ids = [os.urandom(16) for _ in numbers]
        at = self.center.clock()
        self.write(
            *(
                Draft(kinds.RECEIVED, intake_out(intake(number, at, name)), one)
                for number, one in zip(numbers, ids, strict=True)
            )
        )
        return ids

    def status(self, dossier: bytes, to: str) -> None:
        """Moves a dossier."""
        body = {
            "at": iso_minute(self.center.clock()),
            "by": officer_out(Officer("1", "Trần Văn Bình")),
            "to": to,
        }
        self.write(Draft(kinds.STATUS, pack(body), dossier))

    def journal(self) -> JournalId:
        """The journal it writes now."""
        with self.store.snapshot() as ledger:
            now = OwnJournals(ledger, self.keys, os.urandom).current(self.channel)
        assert now is not None
        return now[0]

    def segments(self, after: int = 0) -> list[Segment]:
        """All its journals of the channel, or of the current one what follows `after` entries."""
        with self.store.snapshot() as ledger:
            found: list[Segment] = []
            for row, journal in ledger.rows.journals(self.channel):
                if journal.node == self.keys.node:
                    known = [p for p in ledger.rows.index(row) if p.seq == after]
                    places = [Tip(one.seq, one.digest) for one in known]
                    found += ledger.beyond(journal, places, 10**9)[0]
            return found

    def push(self) -> int:
        """Brings everything to the center's store in one transaction; returns what was new there."""
        with self.center.store.transaction() as ledger:
            return sum(ledger.admit(segment).new for segment in self.segments())


class EnrolledDesk(MemoryDesk):
    """A desk in memory that enrols by invitation and exchanges by `post`, by default into `center` itself."""

    def __init__(
        self,
        center: Center,
        invitation: Invitation,
        *,
        post: Post | None = None,
        wish: int = 0,
        keys: NodeKeys | None = None,
        store: MemoryStore | None = None,
    ) -> None:
        self.center, self.invitation = center, invitation
        self.unit, self.channel = invitation.unit, f"unit:{invitation.unit}"
        self.keys = keys or NodeKeys.generate()
        self.trusted = invitation.center
        self.store = store or MemoryStore({self.trusted.node: self.trusted})
        self.store.trusted[self.trusted.node] = self.trusted
        self.wish = wish
        self.post = post or self.inside

    def inside(self, path: str, sealed: bytes) -> bytes:
        """The center without a network."""
        return (exchange if path == EXCHANGE_PATH else enrolment)(self.center, sealed).sealed

    def enrol(self) -> Certificate:
        """Enrols and keeps the certificate. Raises `EnrolRefused`."""
        with self.store.snapshot() as ledger:
            heads = standing_heads(ledger, self.keys.node)
        question = ask_enrol(
            self.keys,
            self.invitation,
            self.center.clock(),
            desk=self.wish,
            unit=self.unit if heads else "",
            heads=heads,
        )
        enrolled = hear_enrol(question, self.post(ENROL_PATH, question.sealed))
        with self.store.transaction() as ledger:
            keep_enrolment(ledger, enrolled, self.trusted)
        return enrolled.certificate

    def exchange(self, limit: int = 20) -> Drained:
        """Exchanges until nothing is left to do."""
        return drain(
            self.store, self.keys, self.trusted, self.post, self.center.clock, Pace(), max_rounds=limit
        )

    def record_of(self, ledger: Ledger) -> NodeRecord:
        """Its own record, as its store has it."""
        record = ledger.rows.node(self.keys.node)
        assert record is not None
        return record

    def leases(self) -> list[Lease]:
        """The leases it has heard of, its own."""
        with self.store.snapshot() as ledger:
            return [one for one in ledger.rows.leases(self.channel) if one.node == self.keys.node]

    def clone(self) -> EnrolledDesk:
        """The same machine again, as from a copied disk."""
        return EnrolledDesk(
            self.center, self.invitation, post=self.post, keys=self.keys, store=self.store.copied()
        )

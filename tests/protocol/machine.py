"""Random histories of desks and a center: faults, restores, clones; and what must hold in all of them.

Every rule is something that happens to real offices. `PLANTED` are mistakes an engine could make;
each must make the machine fail (see test_histories.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sync.identity.keys import NodeKeys
from sync.identity.seals import Seal
from sync.journal.bounds import Bound, read_bound, revoked_nodes
from sync.journal.own import Draft, OwnJournals
from sync.journal.port import Place
from sync.journal.sums import Sum, kept_sums, recount
from sync.model import kinds
from sync.model.bodies import intake_out
from sync.model.entry import Entry, JournalId, Tip
from sync.model.number import DossierNumber
from sync.protocol.answering import forget_incarnation
from sync.protocol.engine import Question
from sync.protocol.peers import held_places
from tests.protocol.world import (
    CHANNEL,
    DAY,
    NOON,
    UNIT,
    Center,
    Crash,
    Desk,
    Node,
    World,
    intake,
    projections,
    rebuilt,
    status_body,
)

STATUSES = ("processing", "supplement", "stopped", "done", "returned", "withdrawn")
BUDGETS = (1, 600, 5_000, 64 * 1024)


@dataclass
class Fate:
    """What the machine knows of a desk that the desk itself does not."""

    heard: int = 0
    """The life of the center that the last answer came from."""
    undetected: bool = False
    """A copy of it wrote on, and nobody could have told it."""


@dataclass
class OnTheWay:
    """An answer on the way home. `tells`: it comes from a center that holds more of us than we do."""

    desk: Desk
    question: Question
    sealed: bytes
    life: int
    tells: bool
    aside: frozenset[bytes] = frozenset()
    revoked: bool = False
    """What was in quarantine at the center when it answered, and whether it held the desk revoked then."""


@dataclass
class Copy:
    """A backup: the store as it was, and what was known of it then."""

    store: Any
    fate: Fate
    keys: NodeKeys
    clock: Any = field(default=None)


class Histories(RuleBasedStateMachine):
    """The machine; `after` heals everything and looks at the end."""

    openings: ClassVar[dict[int, tuple[World, set[str]]] | None] = None
    """In a run of many sequences: worlds as they open for business, by their desks; each is made once."""

    @initialize(count=st.integers(2, 3))
    def start(self, count: int) -> None:
        made = self.openings.get(count) if self.openings is not None else None
        self.world = made[0].copied() if made is not None else self.founded(count)
        self.center: Center = self.world.center
        self.fates: dict[int, Fate] = {id(desk): Fate() for desk in self.desks}
        self.copies: dict[str, list[Copy]] = {}
        self.answers: list[OnTheWay] = []
        self.requests: list[bytes] = []
        self.issued: list[tuple[bytes, str, bool]] = []
        self.center_undetected = False
        self.ever_revoked: set[bytes] = set()
        self.returned: set[str] = set()
        self.left: dict[bytes, set[bytes]] = {}
        """What keys that were changed had written by then."""
        if made is not None:
            self.returned |= made[1]
        else:
            self.open_for_business()
            if self.openings is not None:
                self.openings[count] = self.world.copied(), set(self.returned)
        for node in self.world.nodes:  # a first backup
            self.keep(node)

    def founded(self, count: int) -> World:
        """Who is there at first."""
        return World(count)

    def open_for_business(self) -> None:
        """Each desk gets a range."""
        for desk in self.desks:
            with desk.writing() as own:
                own.reopen(CHANNEL, DAY.toordinal())
            self.drained(desk)

    @property
    def desks(self) -> list[Desk]:
        return self.world.desks

    def desk(self, pick: int) -> Desk:
        return self.desks[pick % len(self.desks)]

    @property
    def life(self) -> int:
        """How often the center has been put back."""
        return getattr(self, "_life", 0)

    line_returns = True
    """Whether desks and center talk again at the end."""

    # -- people work ----------------------------------------------------------------------------

    @rule(pick=st.integers(0, 5), crash=st.booleans())
    def receive(self, pick: int, crash: bool) -> None:
        """An officer receives a dossier, if there is a number to give."""
        desk = self.desk(pick)
        desk.store.crash_at = int(crash and pick == 5)
        try:
            issued = self.numbered(desk)
        except Crash:
            return
        if issued is not None:
            self.issued.append((*issued, self.fates[id(desk)].undetected))

    def numbered(self, desk: Desk) -> tuple[bytes, str] | None:
        with desk.writing() as own:
            if own.must_reopen(CHANNEL):
                own.reopen(CHANNEL, DAY.toordinal())
                return None
            lease = desk.lease()
            if lease is None:
                return None
            key = f"used:{lease.first}"
            raw = own.rows.note(key)
            serial = lease.after(int.from_bytes(raw, "big") if raw else None)
            own.rows.put_note(key, serial.to_bytes(4, "big"))
            number = str(DossierNumber(UNIT, DAY, serial))
            dossier = desk.chance(16)
            body = intake_out(intake(number))
            own.append(CHANNEL, [Draft(kinds.RECEIVED, body, dossier)], DAY.toordinal())
        return dossier, number

    @rule(pick=st.integers(0, 5), which=st.integers(0, 30), to=st.sampled_from(STATUSES))
    def act(self, pick: int, which: int, to: str) -> None:
        """A desk acts on any dossier it knows."""
        self.move(self.desk(pick), which, to)

    @rule(which=st.integers(0, 30), to=st.sampled_from(STATUSES))
    def decide(self, which: int, to: str) -> None:
        """The center decides."""
        self.move(self.center, which, to)

    def move(self, node: Node, which: int, to: str) -> None:
        known = sorted(dossier for _channel, dossier in node.store.tables.by_dossier)
        if known:
            node.status(known[which % len(known)], to)

    @rule(pick=st.integers(0, 5))
    def work_a_morning(self, pick: int) -> None:
        """Many entries at once, so that messages and stretches are cut."""
        drafts = [Draft("test.note", b"n" * 80, personal=False) for _ in range(20)]
        with self.desk(pick).writing() as own:
            own.append(CHANNEL, drafts, DAY.toordinal())

    # -- a PC is lost or stolen -----------------------------------------------------------------

    @rule(pick=st.integers(0, 5), back=st.sampled_from([0, 0, 1, 3, 100]))
    def revoke(self, pick: int, back: int) -> None:
        """The center revokes a desk, up to where it knows it or some entries before; one desk stays."""
        node = self.desk(pick).keys.node
        if len({one.keys.node for one in self.desks} - self.revoked() - {node}) == 0:
            return
        rows = self.center.ledger.rows
        places = {
            journal: _steps_back(rows.index(row), rows.tips(row), back, rows.seals(row, 0, 10**6))
            for row, journal in rows.journals(CHANNEL)
            if journal.node == node
        }
        self.center.order(kinds.REVOCATION, bound_of(node, places))
        self.ever_revoked.add(node)

    @rule(which=st.integers(0, 50))
    def admit_after_all(self, which: int) -> None:
        """Somebody compared an entry with its slip and lets all up to it count."""
        tables = self.center.store.tables
        kept = [one for held in tables.aside.values() for one, seal in held.values() if seal is not None]
        entries = sorted(kept, key=lambda one: one.digest)
        if entries:
            entry = entries[which % len(entries)]
            places = {entry.journal: frozenset({entry.tip})}
            self.center.order(kinds.ADMITTED, bound_of(entry.journal.node, places))

    @rule(pick=st.integers(0, 5), to=st.integers(0, 5))
    def handed_from_desk_to_desk(self, pick: int, to: int) -> None:
        """Over a hub, or with a stick: one desk has of another what the center may not have seen."""
        desk, other = self.desk(pick), self.desk(to)
        with other.store.transaction() as ledger:
            for journal in desk.ledger.heads(CHANNEL):
                if journal.node == desk.keys.node != other.keys.node:
                    for segment in desk.ledger.beyond(journal, [], 10**6)[0]:
                        ledger.admit(segment)

    # -- a desk changes its key -----------------------------------------------------------------

    @rule(pick=st.integers(0, 5))
    def ask_for_another_key(self, pick: int) -> None:
        """In an entry, so the question travels as everything does."""
        self.desk(pick).ask_key()

    @rule(pick=st.integers(0, 5), crash=st.booleans())
    def take_the_next_key(self, pick: int, crash: bool) -> None:
        """One transaction, or nothing of it."""
        desk, old = self.desk(pick), self.desk(pick).keys.node
        wrote = {digest for digest, one in desk.entries().items() if one.journal.node == old}
        desk.store.crash_at = int(crash)
        try:
            if desk.take_key():
                self.left[old] = wrote
        except Crash:
            assert desk.keys.node == old
        finally:
            desk.store.crash_at = 0

    def revoked(self) -> set[bytes]:
        """The nodes that the center holds revoked now; put back from a copy, it may have forgotten."""
        return set(revoked_nodes(self.center.ledger.rows))

    # -- the line -------------------------------------------------------------------------------

    @rule(
        pick=st.integers(0, 5),
        budget=st.sampled_from(BUDGETS),
        fault=st.sampled_from(["", "", "center", "request", "reply", "twice", "center", "desk", "late"]),
        at=st.integers(1, 3),
    )
    def exchange(self, pick: int, budget: int, fault: str, at: int) -> None:
        """One exchange, or what a bad line, a power cut or a proxy makes of it."""
        desk = self.desk(pick)
        question = desk.ask(budget)
        self.requests = [*self.requests[-7:], question.sealed]
        if fault == "request":
            return
        self.center.store.crash_at = 1 if fault == "center" else 0
        try:
            if fault == "twice":
                self.center.answer(question.sealed)
            answer = self.answered(desk, question)
        except Crash:
            return
        if fault == "late":
            self.answers = [*self.answers[-3:], answer]
        elif fault != "reply":
            desk.store.crash_at = at if fault == "desk" else 0
            try:
                self.heard(answer)
            except Crash:
                return
            finally:
                desk.store.crash_at = 0

    @rule(pick=st.integers(0, 5))
    def drain(self, pick: int) -> None:
        """A good line for a while."""
        self.drained(self.desk(pick))

    def drained(self, desk: Desk) -> None:
        for _round in range(40):
            answer = self.answered(desk, desk.ask())
            if not self.heard(answer):
                break

    def answered(self, desk: Desk, question: Question) -> OnTheWay:
        current = desk.current()
        sealed = self.center.answer(question.sealed)
        here = desk.entries()
        tells = any(
            entry.journal == current and digest not in here for digest, entry in self.center.entries().items()
        )
        revoked = desk.keys.node in self.revoked()
        return OnTheWay(desk, question, sealed, self.life, tells, frozenset(self.center.aside()), revoked)

    def heard(self, answer: OnTheWay) -> bool:
        desk = answer.desk
        known = desk.entries().keys() | desk.aside().keys()
        heard = desk.hear(answer.question, answer.sealed)
        fresh = (desk.entries().keys() | desk.aside().keys()) - known
        assert not fresh & answer.aside, "quarantined entries were passed down"
        assert not (answer.revoked and fresh), "a revoked node was given entries"
        if id(desk) in self.fates:
            fate = self.fates[id(desk)]
            if not answer.revoked:  # it brings no receipt: what was acknowledged is of another life
                fate.heard = max(fate.heard, answer.life)
            if answer.tells:
                fate.undetected = False
            if answer.life == self.life and desk.root() == self.center.root():
                self.returned.add(desk.name)
                revoked = self.revoked()
                waiting = {one.name for one in self.desks if one.keys.node not in revoked}
                self.center.may_lease |= self.returned >= waiting
        return heard.more

    @precondition(lambda self: bool(getattr(self, "answers", None)))
    @rule(which=st.integers(0, 5))
    def answer_comes_late(self, which: int) -> None:
        """After other exchanges, and whatever happened since."""
        answer = self.answers.pop(which % len(self.answers))
        if any(answer.desk is desk for desk in self.desks):
            self.heard(answer)

    @precondition(lambda self: bool(getattr(self, "requests", None)))
    @rule(which=st.integers(0, 8))
    def request_is_replayed(self, which: int) -> None:
        """Somebody on the line recorded it."""
        self.center.answer(self.requests[which % len(self.requests)])

    @rule(pick=st.integers(0, 5), skip=st.integers(0, 2))
    def piece_comes_another_way(self, pick: int, skip: int) -> None:
        """A later stretch of a journal reaches the center before an earlier one."""
        desk = self.desk(pick)
        journal = desk.current()
        if journal is None:
            return
        row = self.center.ledger.rows.journal_row(journal, create=False)
        known = self.center.ledger.rows.tips(row) if row is not None else frozenset()
        known = held_places(desk.ledger, journal, known)
        first, _more = desk.ledger.beyond(journal, known, 1)
        for _ in range(skip):
            if first:
                first, _more = desk.ledger.beyond(journal, [first[-1].tip], 1)
        with self.center.store.transaction() as ledger:
            for segment in first:
                ledger.admit(segment)

    # -- disks ----------------------------------------------------------------------------------

    @rule(pick=st.integers(0, 5), center=st.booleans())
    def back_up(self, pick: int, center: bool) -> None:
        """A copy is put aside."""
        self.keep(self.center if center else self.desk(pick))

    def keep(self, node: Node) -> None:
        fate = self.fates.get(id(node), Fate())
        copy = Copy(node.store.copied(), Fate(fate.heard, fate.undetected), node.keys)
        self.copies.setdefault(node.name, []).append(copy)

    @rule(pick=st.integers(0, 5), which=st.integers(0, 5), noticed=st.booleans(), online=st.booleans())
    def restore_desk(self, pick: int, which: int, noticed: bool, online: bool) -> None:
        """A backup is put back, by the wizard or behind everybody's back; and the officer goes on."""
        desk = self.desk(pick)
        copies = self.copies.get(desk.name)
        if not copies:
            return
        copy = copies[which % len(copies)]
        desk.store, desk.keys = copy.store.copied(), copy.keys
        self.fates[id(desk)] = Fate(copy.fate.heard, not noticed)
        self.answers = [one for one in self.answers if one.desk is not desk]
        if noticed:
            with desk.writing() as own:
                own.reopen(CHANNEL, DAY.toordinal())
        if online:
            self.drained(desk)
        self.receive(pick, crash=False)

    @precondition(lambda self: len(self.desks) < 4)
    @rule(pick=st.integers(0, 2), noticed=st.booleans())
    def clone_desk(self, pick: int, noticed: bool) -> None:
        """The folder is copied to another machine and both go on."""
        old = self.desk(pick)
        desk = Desk(old.name, old.keys, old.store.copied(), old.chance)
        desk.upstream = old.upstream
        self.world.desks.append(desk)
        self.fates[id(desk)] = Fate(self.fates[id(old)].heard, not noticed)
        if noticed:
            with desk.writing() as own:
                own.reopen(CHANNEL, DAY.toordinal())

    @rule(which=st.integers(0, 5), noticed=st.booleans())
    def restore_center(self, which: int, noticed: bool) -> None:
        """The center goes back to a backup, or to a snapshot of its machine."""
        copies = self.copies.get("C")
        if not copies:
            return
        self.center.store = copies[which % len(copies)].store.copied()
        self._life = self.life + 1
        if noticed:
            with self.center.store.transaction() as ledger:
                forget_incarnation(ledger)
                OwnJournals(ledger, self.center.keys, self.center.chance).reopen(CHANNEL, DAY.toordinal())
            self.center.may_lease = False
            self.returned = set()
        else:
            self.center_undetected = True

    # -- what holds at every moment -------------------------------------------------------------

    @invariant()
    def acknowledged_is_held(self) -> None:
        if not hasattr(self, "world"):
            return
        held = self.center.entries().keys() | self.center.aside().keys()
        for desk in self.desks:
            if self.fates[id(desk)].heard == self.life:
                assert desk.acknowledged() <= held, "acknowledged, but the center does not hold it"

    @invariant()
    def projections_are_a_rebuild(self) -> None:
        if not hasattr(self, "world"):
            return
        for node in self.world.nodes:
            assert projections(node) == rebuilt(node), f"{node.name}: incremental differs from rebuilt"
            for dossier in node.store.tables.dossiers.values():
                entries = [event.entry for event in dossier.history]
                assert len(entries) == len(set(entries)), "an entry was applied twice"

    # -- and at the end -------------------------------------------------------------------------

    def teardown(self) -> None:
        if not hasattr(self, "world"):
            return
        for node in self.world.nodes:
            node.store.crash_at = 0
        self.center.may_lease = True
        self.center.leases = False
        self.sums_are_a_recount()
        before = [(node.keys.node, node.entries() | node.aside()) for node in self.world.nodes]
        for _round in range(3):
            self.heal_round()
            if self.settled():
                break

        revoked = self.revoked()
        written: dict[bytes, Entry] = {}
        for writer, held in before:  # of a revoked desk only what it wrote itself is asked for
            if writer not in revoked:
                written |= held
            elif self.line_returns:  # with sticks alone it goes by its last receipt, and gets no later one
                written |= {digest: one for digest, one in held.items() if one.journal.node == writer}
        beyond = beyond_bounds(self.center, written)
        nodes = [one for one in self.world.nodes if one.keys.node not in revoked]
        for one in nodes:
            owed = written.keys() - beyond
            assert owed <= one.entries().keys(), f"{one.name} lost {len(owed - one.entries().keys())}"
            assert not beyond & one.entries().keys(), f"{one.name} counts what lies beyond the bounds"
        assert beyond <= self.center.aside().keys(), "what lies beyond is not all at the center"
        assert len({node.root() for node in nodes}) == 1, "the stores do not agree"
        assert len({repr(sorted(projections(node).items())) for node in nodes}) == 1
        assert len({repr(digests(node)) for node in nodes}) == 1, "a day's count and digest differ"
        for desk in self.desks:
            assert desk.keys.node in revoked or desk.pending == 0, "something is still waiting"
            assert desk.keys.node in revoked or not desk.ledger.bounds(desk.keys.node)
        for old in self.left.keys() - self.ever_revoked:
            assert not self.left[old] & self.center.aside().keys(), "a change of key took entries out"
        self.projections_are_a_rebuild()
        self.acknowledged_is_held()
        self.sums_are_a_recount()
        self.numbers_are_single()

    def heal_round(self) -> None:
        """Everybody is heard out once."""
        for desk in self.desks:
            self.drained(desk)

    def settled(self) -> bool:
        """Whether another round could bring nothing: all hold the same, and nobody waits or was shut out."""
        alike = len({node.root() for node in self.world.nodes}) == 1
        return alike and not self.ever_revoked and not any(desk.pending for desk in self.desks)

    def sums_are_a_recount(self) -> None:
        """In a copy, so that looking mends nothing."""
        for node in self.world.nodes:
            with node.store.copied().transaction() as ledger:
                before = kept_sums(ledger.rows, CHANNEL)
                assert recount(ledger.rows, CHANNEL) == [], f"{node.name}: a day's sum is wrong"
                assert before in (None, kept_sums(ledger.rows, CHANNEL)), f"{node.name}: a sum is wrong"

    def numbers_are_single(self) -> None:
        alive = {dossier for _channel, dossier in self.center.store.tables.by_dossier}
        by_number: dict[str, list[bool]] = {}
        for dossier, number, undetected in self.issued:
            if dossier in alive:
                by_number.setdefault(number, []).append(undetected)
        if not self.center_undetected:
            assert not [one for one in by_number.values() if len(one) > 1 and not any(one)], "number doubled"


def digests(node: Node, channel: str = CHANNEL) -> tuple[tuple[int, Sum], ...]:
    """Count and digest of each day of a channel as kept, or as counted now where none are kept yet."""
    with node.store.copied().transaction() as ledger:
        if kept_sums(ledger.rows, channel) is None:
            recount(ledger.rows, channel)
        return tuple(sorted(ledger.rows.day_sums(channel, None).items()))


def bound_of(node: bytes, places: Mapping[JournalId, frozenset[Tip]]) -> Bound:
    """As an administrator gives it."""
    return Bound(node, places, NOON, "Lê Văn Quản", "máy bị mất")


def _steps_back(
    index: Sequence[Place], tips: frozenset[Tip], back: int, seals: Sequence[Seal]
) -> frozenset[Tip]:
    """So many places before each tip, and on to one that is sealed: nothing else travels."""
    sealed = {one.tip.digest for one in seals}
    places = {place.digest: place for place in index}
    found = set()
    for tip in tips:
        at: bytes = tip.digest
        for _ in range(back):
            at = places[at].prev if at in places else at
        while at in places and at not in sealed:
            at = places[at].prev
        if at in places:
            found.add(Tip(places[at].seq, at))
    return frozenset(found)


def beyond_bounds(center: Center, written: Mapping[bytes, Entry]) -> set[bytes]:
    """Of all that was ever written, what no bound known at the center lets count; by another way."""
    beyond: set[bytes] = set()
    orders = [one for one in center.entries().values() if one.kind in (kinds.REVOCATION, kinds.ADMITTED)]
    said = [(one.kind, read_bound(one.text or b"")) for one in orders]
    for node in {bound.node for kind, bound in said if kind == kinds.REVOCATION}:
        theirs = {digest: one for digest, one in written.items() if one.journal.node == node}
        let_in: set[bytes] = set()
        inside = set(theirs)
        for kind, bound in said:
            if bound.node != node:
                continue
            reached: set[bytes] = set()
            for tips in bound.places.values():
                for tip in tips:
                    at: bytes = tip.digest
                    while at in theirs and at not in reached:
                        reached.add(at)
                        at = theirs[at].prev
            if kind == kinds.REVOCATION:
                inside &= reached
            else:
                let_in |= reached
        beyond |= theirs.keys() - inside - let_in
    return beyond


__all__ = ["Histories", "digests", "status_body"]

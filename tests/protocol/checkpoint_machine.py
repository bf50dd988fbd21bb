"""Random histories with desks that start from a checkpoint: new ones, wiped ones, cut off in the middle."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import msgspec
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from sync.identity.keys import NotGenuine
from sync.journal import filling, wholeness
from sync.journal.filling import filling_of
from sync.journal.memory import _MemoryLoans
from sync.journal.sums import Sum, count_entries, kept_sums
from sync.journal.wholeness import closed
from sync.model.entry import NO_PREV
from sync.protocol import borrowing, engine, lending, limits, proving
from sync.protocol.codec import MessageRefused
from sync.protocol.messages import Reply
from sync.protocol.proving import proof_news
from tests.protocol.machine import BUDGETS, Fate, Histories, OnTheWay
from tests.protocol.world import CHANNEL, DAY, UNIT, Crash, CrashingStore, Desk, Node, projections

ROUNDS = 400


class Beginnings(Histories):
    """The machine of `Histories`, in which every channel is long enough for a checkpoint."""

    def drained(self, desk: Desk) -> None:
        for _round in range(ROUNDS):
            if not self.heard(self.answered(desk, desk.ask())):
                break

    def heard(self, answer: OnTheWay) -> bool:
        """A center put back to before a checkpoint it gave has lost what only it held: so no such backup."""
        begun = filling_of(answer.desk.ledger.rows, CHANNEL)
        try:
            return super().heard(answer)
        finally:
            if begun is None and filling_of(answer.desk.ledger.rows, CHANNEL) is not None:
                self.copies.pop("C", None)
                self.keep(self.center)

    @precondition(lambda self: len(self.desks) < 4)
    @rule(begins=st.integers(0, 3), budget=st.sampled_from(BUDGETS))
    def a_new_desk_begins(self, begins: int, budget: int) -> None:
        """It is enrolled, and gets through the first exchanges."""
        taken = {desk.keys.node for desk in self.desks}
        number = next(n for n in range(1, 8) if self.world.blank(n).keys.node not in taken)
        desk = self.world.add_desk(number)
        self.open(desk)
        self.world.desks.append(desk)
        self.fates[id(desk)] = Fate(self.life)
        self.copies.pop("C", None)  # no backup of the center is older than its certificate
        self.keep(self.center)
        for _exchange in range(begins):
            self.heard(self.answered(desk, desk.ask(budget)))

    @rule(pick=st.integers(0, 5), begins=st.integers(0, 3), budget=st.sampled_from(BUDGETS))
    def a_desk_is_wiped(self, pick: int, begins: int, budget: int) -> None:
        """Its disk is empty, its key was kept; what the center does not hold is gone with the disk."""
        desk = self.desk(pick)
        self.drained(desk)
        if desk.pending or desk.root() != self.center.root():
            return
        desk.store = self.enrolled_again(desk)
        self.answers = [one for one in self.answers if one.desk is not desk]
        self.copies.pop(desk.name, None)
        self.copies.pop("C", None)  # nor does any lack what this disk held
        self.keep(self.center)
        self.fates[id(desk)] = Fate(self.life)
        self.open(desk)
        for _exchange in range(begins):
            self.heard(self.answered(desk, desk.ask(budget)))

    def enrolled_again(self, desk: Desk) -> CrashingStore:
        record = self.center.ledger.rows.node(desk.keys.node)
        store = CrashingStore({self.center.keys.node: self.center.keys.public})
        raw = record.certificate if record is not None else b""
        with store.transaction() as ledger:
            ledger.certified(raw or self.center.certify(desk.keys, 1), desk.keys.node)
            ledger.rows.put_note("certificate", raw)
        return store

    def open(self, desk: Desk) -> None:
        with desk.writing() as own:
            own.reopen(CHANNEL, DAY.toordinal())

    @rule(pick=st.integers(0, 5), at=st.integers(1, 12), budget=st.sampled_from(BUDGETS))
    def power_is_cut(self, pick: int, at: int, budget: int) -> None:
        """Anywhere in taking an answer in."""
        desk = self.desk(pick)
        answer = self.answered(desk, desk.ask(budget))
        desk.store.crash_at = at
        try:
            self.heard(answer)
        except Crash:
            return
        finally:
            desk.store.crash_at = 0

    @rule()
    def weeks_pass(self) -> None:
        """What is finished now is no longer in checkpoints."""
        self.center.clock += timedelta(days=20)

    @rule(pick=st.integers(0, 5), how=st.sampled_from(["lent", "skipped"]), budget=st.sampled_from(BUDGETS))
    def a_relay_is_broken(self, pick: int, how: str, budget: int) -> None:
        """Whoever answers says what the center did not sign, or leaves something out."""
        desk = self.desk(pick)
        question = desk.ask(budget)
        respond = engine.respond

        def broken(*args: Any) -> Reply:
            return BROKEN[how](respond(*args))

        with patch("sync.protocol.answering.respond", broken):
            sealed = self.center.answer(question.sealed)
        try:
            desk.hear(question, sealed)
        except (NotGenuine, MessageRefused):
            return

    def settled(self) -> bool:
        """What is older goes on coming."""
        filled = all(filling_of(one.ledger.rows, CHANNEL) is None for one in self.world.nodes)
        return filled and super().settled()

    # -- what holds ---------------------------------------------------------------------------------

    @invariant()
    def projections_are_a_rebuild(self) -> None:
        """Of what may be folded: nothing stands on half a history."""
        for node in self.world.nodes if hasattr(self, "world") else []:
            shown = projections(node)
            held = held_dossiers(node)
            begun = filling_of(node.ledger.rows, CHANNEL) is not None
            for key, entries in held.items():
                if not begun or (closed(node.ledger, *key, entries) and key in shown):
                    assert shown.get(key) == node.ledger.dossier(*key), f"{node.name}: differs from rebuilt"
                elif key in shown:
                    folded = {event.entry for event in shown[key].history}  # type: ignore[attr-defined]
                    whole = [entry for entry in entries if entry.digest.hex() in folded]
                    assert closed(node.ledger, *key, whole), f"{node.name}: half a history is shown"
            assert shown.keys() <= held.keys()

    @invariant()
    def journals_are_unbroken(self) -> None:
        """From each head down to the place where it goes on."""
        for node in self.world.nodes if hasattr(self, "world") else []:
            rows = node.ledger.rows
            begun = filling_of(rows, CHANNEL)
            for row, journal in rows.journals(CHANNEL):
                below = {one.digest for one in begun.places(journal)} if begun else set()
                for place in rows.index(row):
                    known = place.prev == NO_PREV or rows.seqs(row, [place.prev]) or place.prev in below
                    assert known, f"{node.name}: a hole in a journal"
                assert not rows.seqs(row, list(below)), f"{node.name}: what is held is said to be missing"

    @invariant()
    def what_is_lent_was_written(self) -> None:
        """By somebody, some time; and it counts nowhere."""
        if not hasattr(self, "world"):
            return
        self._written = getattr(self, "_written", set()) | {
            d for one in self.world.nodes for d in one.entries()
        }
        for node in self.world.nodes:
            lent = node.store.tables.lent.get(CHANNEL, {})
            assert lent.keys() <= self._written, "a made-up entry was believed"
            assert not lent.keys() & node.entries().keys(), "lent and held"
            kept = kept_sums(node.ledger.rows, CHANNEL)
            if kept is not None:
                real = Sum()
                for digest, entry in node.entries().items():
                    real = real.plus(digest) if entry.journal.channel == CHANNEL else real
                assert kept.entries == real, "a sum is wrong"

    @invariant()
    def no_damage_is_reported(self) -> None:
        for node in self.world.nodes if hasattr(self, "world") else []:
            assert not proof_news(node.ledger), "nothing was damaged"

    def teardown(self) -> None:
        super().teardown()
        for desk in self.desks if hasattr(self, "world") else []:
            if desk.keys.node in self.revoked():
                continue  # it is given nothing any more
            assert filling_of(desk.ledger.rows, CHANNEL) is None, "it never ended"
            assert not desk.store.tables.lent.get(CHANNEL)
            assert not list(desk.ledger.rows.notes("partial"))
            assert not list(desk.ledger.rows.notes("absent:"))


def held_dossiers(node: Node) -> dict[tuple[str, bytes], Any]:
    """Entries of every dossier a node holds or was lent."""
    ids = {one for _channel, one in node.store.tables.by_dossier}
    ids |= {entry.dossier for entry in node.store.tables.lent.get(CHANNEL, {}).values() if entry.dossier}
    held = node.ledger.rows.dossier_entries(CHANNEL, sorted(ids))
    return {(CHANNEL, one): entries for one, entries in held.items()}


def made_up(reply: Reply) -> Reply:
    """An entry in a loan says something else than the center signed."""
    loans = []
    for loan in reply.loans:
        runs = [
            msgspec.structs.replace(
                run,
                entries=[msgspec.structs.replace(one, height=one.height + 7) for one in run.entries],
            )
            for run in loan.runs
        ]
        loans.append(msgspec.structs.replace(loan, runs=runs))
    return msgspec.structs.replace(reply, loans=loans)


def skipped(reply: Reply) -> Reply:
    """The ends of older runs are left out."""
    fills = []
    for run in reply.fills:
        seals = [one for one in run.seals if one.at < len(run.entries) - 1]
        entries = run.entries[: seals[-1].at + 1] if seals else run.entries
        fills.append(msgspec.structs.replace(run, entries=entries, seals=seals or run.seals))
    return msgspec.structs.replace(reply, fills=fills)


BROKEN: dict[str, Callable[[Reply], Reply]] = {"lent": made_up, "skipped": skipped}


@contextmanager
def small() -> Iterator[None]:
    """Every channel is worth a checkpoint, and older runs come in small parts."""
    with (
        patch.object(limits, "CHECKPOINT_FROM", 1),
        patch.object(limits, "FILL_BUDGET", 2_000),
        patch.object(limits, "MAX_CHUNK", 8),
        patch.object(borrowing, "_LENT_AT_ONCE", 3),
        patch.object(borrowing, "FILLED_AT_ONCE", 8),
        patch.object(wholeness, "_SETTLE_AT_ONCE", 2),
    ):
        yield


# -- mistakes ---------------------------------------------------------------------------------------

Plant = Callable[[ExitStack], None]
PLANTED: dict[str, Plant] = {}


def plant(bug: Plant) -> Plant:
    """Registers a mistake under its function's name."""
    PLANTED[bug.__name__] = bug
    return bug


@contextmanager
def planted(name: str) -> Iterator[None]:
    """The engine with one mistake in it."""
    with ExitStack() as stack:
        PLANTED[name](stack)
        yield


@plant
def loans_are_believed_unsigned(stack: ExitStack) -> None:
    """Whoever answers may say what the center signed."""
    stack.enter_context(patch.object(borrowing, "said", lambda _loan: b""))
    stack.enter_context(patch.object(lending, "said", lambda _loan: b""))


@plant
def older_runs_are_not_checked_against_the_heads(stack: ExitStack) -> None:
    """A run is put in wherever it says it belongs."""
    real = filling.fill

    def anywhere(ledger: Any, segment: Any) -> Any:
        now = filling_of(ledger.rows, segment.journal.channel)
        if now is None or not segment.entries:
            return real(ledger, segment)
        return filling._fill(ledger, now, segment)

    stack.enter_context(patch.object(borrowing, "fill", anywhere))


@plant
def what_is_lent_is_counted(stack: ExitStack) -> None:
    """Sums count entries that came on the center's word only."""
    lend = _MemoryLoans.lend

    def counting(self: Any, channel: str, entries: Any) -> Any:
        from sync.journal.memory import MemoryRows

        fresh = lend(self, channel, entries)
        count_entries(MemoryRows(self.tables), channel, fresh)
        return fresh

    stack.enter_context(patch.object(_MemoryLoans, "lend", counting))


@plant
def sums_are_compared_too_early(stack: ExitStack) -> None:
    """Of a channel whose older entries are still to come."""
    stack.enter_context(patch.object(proving, "filling_of", lambda *_: None))


@plant
def half_histories_are_folded(stack: ExitStack) -> None:
    """A dossier is shown by what of it happens to be here."""
    stack.enter_context(
        patch("sync.journal.ledger.only_closed", lambda _ledger, _channel, held, **_how: held)
    )


__all__ = ["PLANTED", "UNIT", "Beginnings", "planted", "small"]

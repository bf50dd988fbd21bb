"""The random histories with purges: by desks and by the center, beside lines, sticks, restores, clones and
revocations; and relays that cut bodies off."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any
from unittest.mock import patch

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from sync.journal import ledger as ledgers
from sync.journal import purged, purging
from sync.journal.ledger import Ledger
from sync.journal.memory import MemoryRows
from sync.journal.own import OwnJournals
from sync.journal.purged import purges_of
from sync.journal.purging import repeat_purges, write_purge
from sync.journal.segments import Segment, unpack_segment
from sync.model import kinds
from sync.model.entry import PERSONAL, Entry, trusted_entry
from sync.model.purge import Purge, read_purge, remains_of
from sync.protocol.engine import Visit
from tests.protocol.planting import Mistakes
from tests.protocol.stick_machine import StickHistories
from tests.protocol.world import CHANNEL, DAY, NOON, OFFICER, Center, Node, World


class PurgingCenter(Center):
    """A center that repeats what desks purge."""

    def after_admit(self, ledger: Ledger, visit: Visit) -> None:
        repeat_purges(OwnJournals(ledger, self.keys, self.chance), [CHANNEL], DAY.toordinal())
        super().after_admit(ledger, visit)


class PurgeHistories(StickHistories):
    """`StickHistories` with purges; at the end nobody holds a purged body, and all hold the others."""

    def founded(self, count: int) -> World:
        world = World(count)
        world.center = PurgingCenter("C", world.center.keys, world.center.store, world.chance)
        return world

    # -- what happens ---------------------------------------------------------------------------

    @rule(pick=st.integers(0, 5), which=st.integers(0, 30))
    def purge_at_a_desk(self, pick: int, which: int) -> None:
        """The term of a dossier is over, says a desk."""
        self.purge(self.desk(pick), which)

    @rule(which=st.integers(0, 30))
    def purge_at_the_center(self, which: int) -> None:
        """Or the center."""
        self.purge(self.center, which)

    @rule(which=st.integers(0, 30))
    def purge_one_entry(self, which: int) -> None:
        """A single body, of whatever kind."""
        names = sorted(digest for digest, one in self.center.entries().items() if one.flags & PERSONAL)
        if names:
            with self.center.writing() as own:
                purge = Purge(NOON, OFFICER, "refused", "", "QĐ 8", entries=(names[which % len(names)],))
                write_purge(own, CHANNEL, purge, DAY.toordinal())

    def purge(self, node: Node, which: int) -> None:
        known = sorted(node.store.tables.dossiers.items())
        if not known:
            return
        (_channel, dossier), folded = known[which % len(known)]
        with node.writing() as own:
            purge = Purge(NOON, OFFICER, "general", "", "QĐ 7", {dossier: remains_of(folded, "on_time")})
            write_purge(own, CHANNEL, purge, DAY.toordinal())

    @rule(pick=st.integers(0, 5), to=st.integers(-1, 5))
    def a_relay_cuts_bodies_off(self, pick: int, to: int) -> None:
        """What a hostile stick or hub brings: chains and seals hold, and the bodies are gone."""
        desk = self.desk(pick)
        other: Node = self.center if to < 0 else self.desk(to)
        if other is desk or desk.keys.node in self.revoked() or getattr(self, "healing", "") == "stick":
            return  # proofs find what was cut off, and proofs need a line
        with other.store.transaction() as ledger:
            for journal in desk.ledger.heads(CHANNEL):
                if journal.node == desk.keys.node != other.keys.node:
                    for segment in desk.ledger.beyond(journal, [], 10**6)[0]:
                        bare = tuple(_cut(one) for one in segment.entries)
                        ledger.admit(Segment(journal, bare, segment.seals))

    # -- what holds -----------------------------------------------------------------------------

    @invariant()
    def nobody_keeps_what_it_knows_purged(self) -> None:
        if not hasattr(self, "world"):
            return
        for node in self.world.nodes:
            gone = dict(purges_of(node.ledger.rows, CHANNEL))
            kept = [one for one in bodies(node) if one.dossier in gone]
            assert not kept, f"{node.name} keeps {len(kept)} bodies of purged dossiers"

    def heal_round(self) -> None:
        super().heal_round()
        if any(node.ledger.rows.note(f"bare-here:{CHANNEL}") for node in self.world.nodes):
            for desk in self.desks:  # proofs take a few more questions, an hour apart
                for _hour in range(6):
                    self.drained(desk)

    def teardown(self) -> None:
        if not hasattr(self, "world"):
            return
        had = {one.digest for node in self.world.nodes for one in bodies(node)}
        super().teardown()
        revoked = self.revoked()
        nodes = [one for one in self.world.nodes if one.keys.node not in revoked]
        said = [one for one in self.center.entries().values() if one.kind == kinds.PURGE]
        mine = [read_purge(one.text or b"") for one in said if one.journal.node == self.center.keys.node]
        dossiers = {dossier for one in mine for dossier in one.dossiers}
        single = {digest for one in mine for digest in one.entries}
        for node in nodes:
            left = [one for one in bodies(node) if one.dossier in dossiers or one.digest in single]
            assert not left, f"{node.name} keeps purged bodies"
            for key, folded in node.store.tables.dossiers.items():
                assert (key[1] in dossiers) == (folded.purged is not None), "a purge is not shown"
        if any(desk.keys.node in revoked for desk in self.desks) or not self.line_returns:
            return
        for node in nodes:
            missing = [
                one
                for one in node.entries().values()
                if one.body is None and one.dossier not in dossiers and one.digest not in single
            ]
            assert not [one for one in missing if one.digest in had], f"{node.name} lost bodies to a relay"


def _cut(entry: Entry) -> Entry:
    return trusted_entry(entry.envelope, None) if entry.flags & PERSONAL else entry


def bodies(node: Node) -> list[Entry]:
    """Every entry with a personal body that lies anywhere in a store: counted, lent, apart, or waiting."""
    tables = node.store.tables
    found = [one for held in tables.entries.values() for one in held.values()]
    found += [one for held in tables.by_dossier.values() for one in held]
    found += [one for held in tables.aside.values() for one, _seal in held.values()]
    found += [one for held in tables.lent.values() for one in held.values()]
    for row, runs in tables.parked.items():
        for _prev, raw in runs.values():
            found += unpack_segment(tables.journals[row], raw).entries
    return [one for one in found if one.body is not None and one.flags & PERSONAL]


# -- mistakes a purge could make ---------------------------------------------------------------------

PLANTED = Mistakes()
plant, planted = PLANTED.plant, PLANTED.planted


@plant
def a_store_keeps_the_body(stack: ExitStack) -> None:
    """It only hides the dossier."""
    stack.enter_context(patch.object(MemoryRows, "purge", lambda *_: set()))


@plant
def a_purged_body_is_taken_again(stack: ExitStack) -> None:
    """From a stick, or from a desk that had not heard."""
    for module in (ledgers, purged):
        stack.enter_context(patch.object(module, "stripped", lambda _rows, entries: entries))


@plant
def waiting_runs_keep_their_bodies(stack: ExitStack) -> None:
    """What waits behind a gap is forgotten."""
    stack.enter_context(patch.object(purging, "_repark", lambda *_: None))
    stack.enter_context(patch.object(ledgers, "stripped_segment", lambda _rows, segment: segment))


@plant
def a_purge_deletes_entries(stack: ExitStack) -> None:
    """The envelope goes with the body: heads stand on nothing, and sums differ."""
    purge = MemoryRows.purge

    def too_much(self: MemoryRows, channel: str, dossiers: Any, digests: Any) -> set[bytes]:
        touched = purge(self, channel, dossiers, digests)
        for held in self.tables.entries.values():
            for digest, one in list(held.items()):
                if one.dossier and one.dossier in dossiers:
                    del held[digest]
        return touched

    stack.enter_context(patch.object(MemoryRows, "purge", too_much))


@plant
def projections_stay(stack: ExitStack) -> None:
    """The rows that lists are made of are not written anew."""
    refold = Ledger.refold

    def lazy(self: Ledger, channel: str, dossiers: Any, **how: Any) -> Any:
        return refold(self, channel, [] if how == {"news": False} else dossiers, **how)

    stack.enter_context(patch.object(Ledger, "refold", lazy))


@plant
def any_desk_is_obeyed(stack: ExitStack) -> None:
    """A stolen desk's purge is carried out before the center has repeated it."""
    stack.enter_context(patch.object(purging, "is_own", lambda *_: True))


@plant
def a_cut_body_is_believed_purged(stack: ExitStack) -> None:
    """Whoever brings an entry without its body is believed."""
    stack.enter_context(patch.object(ledgers, "countable", lambda _rows, _channel, entries: entries))


@plant
def the_center_repeats_nothing(stack: ExitStack) -> None:
    """What a desk purges is kept everywhere else."""
    stack.enter_context(patch("tests.protocol.purge_machine.repeat_purges", lambda *_: 0))

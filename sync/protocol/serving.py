"""What a reply holds for each channel asked about: nothing, what is lacking, or our heads.

What a node is given follows from its certificate as we hold it, never from what it asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sync.journal.ledger import Ledger
from sync.journal.port import NodeRecord
from sync.model.entry import JournalId, Tip
from sync.model.heads import Heads, root_of
from sync.protocol import limits
from sync.protocol.codec import name_in, points_in, points_out
from sync.protocol.lending import worth_a_checkpoint
from sync.protocol.messages import (
    NOT_YOURS,
    POINTS,
    SAME,
    SENT,
    ChannelAsk,
    ChannelState,
    JournalName,
    JournalPoints,
    Request,
)
from sync.protocol.peers import (
    Outgoing,
    grown,
    heads_behind,
    held_places,
    known_tips,
    remember,
    remembered,
    seals_lacking,
)

Places = Mapping[JournalId, frozenset[Tip]]
_NONE: frozenset[Tip] = frozenset()


@dataclass(slots=True)
class Served:
    """The channels' part of a reply. `stated` are the node's own heads as its request implied them."""

    ledger: Ledger
    node: bytes
    out: Outgoing
    states: list[ChannelState] = field(default_factory=list)
    wants: list[JournalPoints] = field(default_factory=list)
    roots: dict[str, bytes] = field(default_factory=dict)
    stated: dict[JournalId, frozenset[Tip]] = field(default_factory=dict)
    begun: dict[str, tuple[Heads, Heads]] = field(default_factory=dict)
    """Channels that begin from a checkpoint in this reply: our heads, and the node's."""
    _heads: dict[str, Heads] = field(default_factory=dict)

    def heads(self, channel: str) -> Heads:
        """Our heads of the channel, read once."""
        if channel not in self._heads:
            self._heads[channel] = self.ledger.heads(channel)
        return self._heads[channel]

    def exceptions(self, heads: Heads) -> list[JournalPoints]:
        """Where a receipt over `heads` differs from what the request stated."""
        return [
            points_out(journal, heads.get(journal, _NONE), self.node)
            for journal in sorted({*heads, *self.stated})
            if heads.get(journal, _NONE) != self.stated.get(journal, _NONE)
        ]


def serve_channels(
    ledger: Ledger, record: NodeRecord, request: Request, brought: Places, skip: Iterable[JournalId]
) -> Served:
    """Puts together what the node lacks, what we want of it, and where the channels stand.

    `brought` are the ends of the node's own runs in the request; `skip` are journals refused just
    now, not to be asked for again.
    """
    node = record.node
    budget = min(max(request.budget, 1), limits.MAX_BUDGET)
    served = Served(ledger, node, Outgoing(ledger, budget))
    named = {ask.channel for ask in request.channels}
    stated = points_in(request.own, node)
    own = {**{one: tips for one, tips in brought.items() if one.channel in named}, **stated}
    ladders = points_in(request.ladders, node)
    unwanted = {name_in(one, node) for one in request.refuses}
    new = {one.channel for one in request.fills if one.begin}
    asked: set[str] = set()
    for ask in request.channels:
        if ask.channel not in record.reads or ask.channel in asked:
            served.states.append(ChannelState(NOT_YOURS))
            continue
        asked.add(ask.channel)
        _Channel(served, ask, own, ladders, unwanted, set(skip), ask.channel in new).serve()
    served.stated |= {
        journal: tips
        for journal, tips in stated.items()
        if journal.node == node and journal.channel not in named
    }
    for journal, places in points_in(request.wants, node).items():
        if journal.channel in record.reads:
            served.out.add(journal, places)
    wanted = {name_in(JournalName(one.node, one.channel, one.incarnation), node) for one in served.wants}
    for journal, places in seals_lacking(ledger, node, asked).items():
        if journal not in wanted | set(skip):
            served.wants.append(points_out(journal, places, node))
            wanted.add(journal)
    for journal, tips in points_in(request.aside, node).items():
        if journal.channel not in record.reads or journal in wanted or journal in set(skip):
            continue
        if held_places(ledger, journal, tips) != tips:
            served.wants.append(points_out(journal, known_tips(ledger, journal), node))
    return served


@dataclass(slots=True)
class _Channel:
    """One channel of a reply in the making."""

    served: Served
    ask: ChannelAsk
    own: Places
    ladders: Places
    unwanted: set[JournalId]
    skip: set[JournalId]
    new: bool = False

    def serve(self) -> None:
        served, channel = self.served, self.ask.channel
        mine = served.heads(channel)
        root = served.roots[channel] = root_of(mine)
        if root == self.ask.root:
            self.state(SAME)
            self.know(mine, mine)
            return
        theirs = self.theirs()
        told = root
        if theirs is None:
            points = [points_out(journal, mine[journal], served.node) for journal in sorted(mine)]
            self.state(POINTS, told, points)
            return
        if self.new and worth_a_checkpoint(served.ledger, mine, theirs, served.node):
            served.begun[channel] = mine, dict(theirs)
            self.state(SENT, told)
            self.know(theirs, {**mine, **theirs})
            return
        after = self.send(mine, theirs)
        self.want(mine, theirs)
        self.state(SENT, told)
        self.know(theirs, after)

    def state(self, code: int, root: bytes = b"", points: Iterable[JournalPoints] = ()) -> None:
        self.served.states.append(ChannelState(code, root, list(points)))

    def know(self, theirs: Places, after: Places) -> None:
        """Notes what the node has, and what it will have once it has taken our answer in."""
        served, channel = self.served, self.ask.channel
        served.stated |= {journal: tips for journal, tips in theirs.items() if journal.node == served.node}
        known = [root for root, _heads in remembered(served.ledger, served.node, channel)]
        wanted = list(dict.fromkeys((root_of(after), root_of(theirs))))
        if known[: len(wanted)] != wanted:
            remember(served.ledger, served.node, channel, [after, theirs])

    def theirs(self) -> Places | None:
        """The node's heads of the channel, if they can be known."""
        served, ask = self.served, self.ask
        if ask.points is not None:
            told = {
                journal: tips
                for journal, tips in points_in(ask.points, served.node).items()
                if journal.channel == ask.channel and tips
            }
            return told if root_of(told) == ask.root else None
        return heads_behind(served.ledger, served.node, ask.channel, ask.root, self.own)

    def send(self, mine: Heads, theirs: Places) -> dict[JournalId, frozenset[Tip]]:
        """Adds what the node lacks to the reply; returns its heads once it has that."""
        served, trusted = self.served, self.served.ledger.trusted
        after = dict(theirs)
        for journal in sorted(mine, key=lambda one: (one.node not in trusted, one)):
            tips = theirs.get(journal, _NONE)
            if tips == mine[journal] or journal in self.unwanted:
                continue
            rungs = self.ladders.get(journal, _NONE)
            shared = held_places(served.ledger, journal, tips | rungs)
            if tips and not shared and not _down_to_one(rungs):
                continue  # it is on a branch unknown here; what we want of it makes it show a ladder
            sent = served.out.add(journal, shared)
            if sent:
                after[journal] = grown(tips, sent)
        return after

    def want(self, mine: Heads, theirs: Places) -> None:
        """Asks for the journals in which the node is further, or elsewhere, than we are."""
        served = self.served
        for journal in sorted(theirs):
            rungs = self.ladders.get(journal, _NONE)
            if journal in self.skip or (journal.node == served.node and not rungs):
                continue  # its own it sends by itself, from what the receipt says
            tips = theirs[journal]
            if held_places(served.ledger, journal, tips) == tips:
                continue
            places = mine.get(journal, _NONE) | held_places(served.ledger, journal, rungs)
            served.wants.append(points_out(journal, places, served.node))


def _down_to_one(rungs: Iterable[Tip]) -> bool:
    """Whether a ladder reaches the journal's first entry: none of it known here means nothing is shared."""
    return any(tip.seq == 1 for tip in rungs)

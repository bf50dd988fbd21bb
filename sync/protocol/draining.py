"""Exchanges until nothing is left to do, over a way that is handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from sync.identity.keys import NodeKeys, NotGenuine, PublicKeys
from sync.journal.port import JournalStore
from sync.model.entry import JournalId, Tip
from sync.protocol import limits, ports
from sync.protocol.asking import ask
from sync.protocol.codec import MessageRefused
from sync.protocol.hearing import Heard, hear
from sync.protocol.messages import Condition
from sync.protocol.ports import LinkFailed, Post
from sync.protocol.receipts import Pending, pending_entries
from sync.protocol.retry import Pace

MAX_ROUNDS = 2_000
"""More than any backlog needs: 2,000 full messages are 8 GB of entries."""
IDLE_ROUNDS = 4
"""Rounds in a row that may bring nothing: heads, then ladders, then wants, then what was wanted."""


@dataclass(slots=True)
class Drained:
    """What a run of exchanges brought, in entries.

    `reached`: at least one exchange was completed. `acknowledged` are newly covered by the receipt in
    force, `covered` and `pending` count our own entries at the end. `failure` ended the run, `problem`
    is the other's word for why nothing more can be done. `clock_error` is our clock minus the other's,
    in seconds, at the last exchange. `filling`: entries from before a checkpoint are still to come.
    """

    reached: bool = False
    rounds: int = 0
    sent: int = 0
    received: int = 0
    acknowledged: int = 0
    covered: int = 0
    pending: int = 0
    problem: str = ""
    failure: LinkFailed | None = None
    clock_error: int = 0
    filling: bool = False
    forks: set[str] = field(default_factory=set)
    refused: dict[JournalId, str] = field(default_factory=dict)
    refusals: dict[JournalId, str] = field(default_factory=dict)
    dossiers: set[tuple[str, bytes]] = field(default_factory=set)

    def add(self, heard: Heard, now: datetime) -> None:
        """Counts one exchange in."""
        self.reached = True
        self.rounds += 1
        self.sent += heard.sent
        self.received += heard.received
        self.pending, self.covered = heard.pending, heard.acknowledged
        self.problem = heard.problem
        self.filling = heard.filling
        self.forks.update(heard.forks)
        self.refused.update(heard.refused)
        self.refusals.update(heard.refusals)
        self.dossiers |= heard.dossiers
        if heard.time:
            self.clock_error = int(now.timestamp()) - heard.time

    def after(self, first: Drained) -> Drained:
        """Two runs as one, this the later."""
        self.reached = True
        self.rounds += first.rounds
        self.sent += first.sent
        self.received += first.received
        self.acknowledged += first.acknowledged
        self.dossiers |= first.dossiers
        self.forks |= first.forks
        return self


class ScanTalk(Protocol):
    """What is said about scans beside the entries."""

    def asked(self) -> Iterable[bytes]:
        """Names of scans to ask about in the next exchange."""

    def told(self, heard: Heard) -> None:
        """An exchange was completed; called with no transaction open."""


def drain(  # noqa: PLR0913 - one for each thing that is handed in
    store: JournalStore,
    keys: NodeKeys,
    receiver: PublicKeys,
    post: Post,
    clock: Callable[[], datetime],
    pace: Pace,
    *,
    max_rounds: int = MAX_ROUNDS,
    progress: Callable[[Drained], bool] | None = None,
    scans: ScanTalk | None = None,
    fill_rounds: int = MAX_ROUNDS,
    conditions: Callable[[], Sequence[Condition]] | None = None,
) -> Drained:
    """Exchanges with `receiver` until nothing is left, a failure, or `max_rounds`.

    `post` carries bytes and raises `LinkFailed`; it is called with no transaction open. `progress`
    is shown the sums after each exchange and stops the run by returning False. `scans` says which scans to
    ask about and is told what was answered. `conditions` says how we stand, in the first exchange and until
    nothing waits. Never raises for
    trouble of the world; `NotEnrolled` when there is nobody to ask.
    """
    done = Drained()
    before = _pending(store, keys, receiver)
    done.pending, done.covered = before.entries, before.covered
    idle, wanted = 0, frozenset[tuple[JournalId, Tip | None]]()
    filled, left = 0, 1
    for _round in range(max_rounds):
        asked = list(scans.asked())[: limits.MAX_SCANS] if scans is not None else []
        said = conditions() if conditions is not None and left else ()
        question = ask(store, keys, receiver, clock(), pace.size, scans=asked, conditions=said)
        left = question.left
        try:
            answer = post(ports.EXCHANGE_PATH, question.sealed)
            heard = hear(store, question, answer, clock())
        except LinkFailed as failure:
            pace.failed()
            done.failure = failure
            break
        except (NotGenuine, MessageRefused) as error:
            pace.failed()
            done.failure = LinkFailed(ports.PORTAL, str(error))
            break
        pace.succeeded(full=question.more or heard.more)
        covered = done.covered
        done.add(heard, clock())
        if scans is not None and not heard.problem:
            scans.told(heard)
        # What a hub passes on of others shows only in what is still wanted.
        moved = heard.received or heard.acknowledged > covered or heard.wanted != wanted
        idle, wanted = 0 if moved else idle + 1, heard.wanted
        filled += heard.filling
        if filled >= fill_rounds and not heard.forks and heard.pending == 0:
            break
        if not heard.more or idle >= IDLE_ROUNDS or (progress is not None and not progress(done)):
            break
    done.acknowledged = max(0, done.covered - before.covered)
    return done


def _pending(store: JournalStore, keys: NodeKeys, receiver: PublicKeys) -> Pending:
    with store.snapshot() as ledger:
        return pending_entries(ledger, keys.node, receiver.node)

"""Journals of revoked nodes that come piece by piece: what lies here is not gone through again each time."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from unittest.mock import patch

import pytest

from sync.journal import filling, quarantine
from sync.journal.bounds import Bound
from sync.journal.filling import begin, fill, filling_of
from sync.journal.memory import MemoryRows, MemoryStore
from sync.journal.segments import Segment
from sync.journal.sums import recount
from sync.model import kinds
from sync.model.entry import Entry, Tip
from tests.journal.quarantine_contract import bound, orders, picture
from tests.journal.sample import CHANNEL, JOURNAL, RECORD, TRUSTED, Counting, run, sealed, tip

PIECE = 8


def store() -> MemoryStore:
    """One that knows the desk."""
    made = MemoryStore(TRUSTED)
    with made.transaction() as ledger:
        ledger.rows.save_node(RECORD)
        recount(ledger.rows, CHANNEL)
    return made


def pieces(entries: Sequence[Entry]) -> list[Segment]:
    """A run as it travels, some entries at a time."""
    return [sealed(entries[at : at + PIECE]) for at in range(0, len(entries), PIECE)]


class Gone(AssertionError):
    """Everything that is here of a journal was read."""


def nothing_is_gone_through() -> list[object]:
    """Patches under which reading a whole journal, or the whole quarantine, is a mistake."""

    def gone(*_args: object) -> None:
        raise Gone

    return [patch.object(MemoryRows, "index", gone), patch.object(MemoryRows, "quarantined", gone)]


@pytest.mark.parametrize("named", [30, 96])
def test_a_revoked_journal_comes_in_without_going_through_what_is_here(named: int) -> None:
    """Up to the bound, over it in the middle of a piece, and beyond it."""
    made, entries = store(), run(96, dossier=bytes(16))
    with made.transaction() as ledger:
        ledger.admit(orders(kinds.REVOCATION, bound(entries[named - 1].tip)))
    first, second = nothing_is_gone_through()
    with first, second:  # type: ignore[attr-defined]
        for piece in pieces(entries):
            with made.transaction() as ledger:
                ledger.admit(piece)
                assert not ledger.admit(piece).new
    with made.transaction() as ledger:
        assert ledger.heads(CHANNEL)[JOURNAL] == {entries[named - 1].tip}
        [row] = [row for row, journal in ledger.rows.journals(CHANNEL) if journal == JOURNAL]
        assert [one for one, _seal in ledger.rows.quarantined(row)] == entries[named:]
        assert recount(ledger.rows, CHANNEL) == []


def test_a_revoked_journal_with_a_dead_branch_is_filled_up_without_going_through_what_is_here() -> None:
    trunk = run(96)
    dead = run(4, trunk[9], word=b"dead")
    made = store()
    tips = {JOURNAL: frozenset({trunk[-1].tip, dead[-1].tip})}
    with made.transaction() as ledger:
        tops = [sealed(trunk[-2:]), sealed(dead[-1:])]
        begin(ledger, CHANNEL, b"", tips, tops, 1)
        ledger.admit(orders(kinds.REVOCATION, bound(trunk[-1].tip, dead[-1].tip)))
    first, second = nothing_is_gone_through()
    for end in range(94, 14, -PIECE):
        with first, second, made.transaction() as ledger:  # type: ignore[attr-defined]
            assert len(fill(ledger, sealed(trunk[end - PIECE : end]))) == PIECE


# -- the same in the end as when all is gone through ----------------------------------------------------


def tree(draw: Random) -> list[list[Entry]]:
    """A journal with up to two branches, as chains from its first entry on."""
    chains = [run(draw.randint(4, 14), dossier=bytes([1]) * 16)]
    for number in range(draw.randint(0, 2)):
        trunk = draw.choice(chains)
        at = draw.randrange(len(trunk))
        word = b"branch %d" % number
        chains.append(
            [*trunk[: at + 1], *run(draw.randint(1, 6), trunk[at], word=word, dossier=bytes([2]) * 16)]
        )
    return chains


def some_bounds(draw: Random, chains: Sequence[Sequence[Entry]]) -> list[Segment]:
    """One or two revocations and perhaps an admission; some name places that nobody has."""
    found: list[Segment] = []
    for kind in draw.choice(([kinds.REVOCATION], [kinds.REVOCATION] * 2, [kinds.REVOCATION, kinds.ADMITTED])):
        places: list[Tip] = [draw.choice(draw.choice(chains)).tip for _ in range(draw.randint(1, 2))]
        if draw.random() < 0.3:
            places.append(tip(draw.randint(1, 12)))
        chance = Counting()
        for _ in range(len(found)):
            chance(1)
        said: Bound = bound(*places)
        found.append(orders(kind, said, chance))
    return found


def arrivals(draw: Random) -> list[Segment]:
    """Pieces of the journal and bounds, more or less in order, some of them twice."""
    chains = tree(draw)
    found = []
    for chain in chains:
        at = 0
        while at < len(chain):
            size = draw.randint(1, 4)
            found.append(sealed(chain[at : at + size]))
            at += size
    for order in some_bounds(draw, chains):
        found.insert(draw.randrange(len(found) + 1), order)
    for _ in range(draw.randint(0, 6)):
        one, other = draw.randrange(len(found)), draw.randrange(len(found))
        found[one], found[other] = found[other], found[one]
    return [*found, *draw.sample(found, 2)]


def test_what_comes_piece_by_piece_counts_as_if_all_had_been_gone_through() -> None:
    quick = 0
    shortcut = quarantine.append_bounded

    def counting(*args: object) -> bool:
        nonlocal quick
        done = shortcut(*args)  # type: ignore[arg-type]
        quick += done
        return done

    for seed in range(120):
        short, long = store(), store()
        for at, segment in enumerate(arrivals(Random(f"pieces {seed}"))):
            seen = []
            for one, how in ((short, counting), (long, lambda *_: False)):
                with patch.object(quarantine, "append_bounded", how), one.transaction() as ledger:
                    ledger.admit(segment)
                    row = ledger.rows.journal_row(JOURNAL, create=True)
                    assert row is not None
                    seen.append((picture(ledger), ledger.rows.parked(row)))
                    assert recount(ledger.rows, CHANNEL) == []
            assert seen[0] == seen[1], (seed, at)
    assert quick > 240


def test_what_is_filled_up_counts_as_if_all_had_been_gone_through() -> None:
    skipped = 0
    alone = filling._alone

    def counting(*args: object) -> bool:
        nonlocal skipped
        found = alone(*args)  # type: ignore[arg-type]
        skipped += found
        return found

    for seed in range(250):
        draw = Random(f"filled {seed}")
        chains = tree(draw)
        ends = {chain[-1].digest: chain for chain in chains}
        inner = {entry.digest for chain in chains for entry in chain[:-1]}
        leaves = [chain for digest, chain in ends.items() if digest not in inner]
        heads = {JOURNAL: frozenset(chain[-1].tip for chain in leaves)}
        tops = [sealed(chain[-draw.randint(1, 2) :]) for chain in leaves]
        said = some_bounds(draw, chains)
        made = store(), store()
        for one in made:
            with one.transaction() as ledger:
                begin(ledger, CHANNEL, b"", heads, tops, 1)
        for _turn in range(40):
            order = said.pop() if said and draw.random() < 0.5 else None
            with made[0].transaction() as ledger:
                found = filling_of(ledger.rows, CHANNEL)
                below = found.below if found is not None else []
            if order is None and not below:
                continue
            segment = order or piece_below(draw, chains, draw.choice(below).digest)
            seen = []
            for one, how in zip(made, (counting, lambda *_: False), strict=True):
                with patch.object(filling, "_alone", how), one.transaction() as ledger:
                    if order is not None:
                        ledger.admit(segment)
                    else:
                        fill(ledger, segment)
                    seen.append((picture(ledger), filling_of(ledger.rows, CHANNEL)))
            assert seen[0] == seen[1], seed
    assert skipped > 20, skipped


def piece_below(draw: Random, chains: Sequence[Sequence[Entry]], end: bytes) -> Segment:
    """Some entries that end at a place."""
    chain = next(chain for chain in chains if any(one.digest == end for one in chain))
    at = next(at for at, one in enumerate(chain) if one.digest == end) + 1
    return sealed(chain[max(0, at - draw.randint(1, 4)) : at])

"""Tampering by one who has the database's key (and, if told so, the node's key and the mark files too).

Everything happens inside a transaction that is rolled back, so that thousands are tried on one desk.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from desk_app.operations.acting import act_on
from desk_app.operations.checking import verify
from desk_app.operations.closing_sheet import check_sheet, closing_sheet
from desk_app.operations.find import show
from desk_app.operations.receive import receive
from desk_app.operations.slips import slip_digits
from desk_app.store.rows import SqliteRows
from sync.identity.seals import seal
from sync.journal.ledger import Ledger
from sync.journal.marks import Mark
from sync.model.entry import AFTER_BYTES, NO_PREV, SALT_BYTES, Entry, JournalId, Tip, new_entry
from sync.model.slip_code import decode
from tests.offices import OFFICER, MovedClock, new_desk, request

EDIT, DELETE, SWAP, INSERT, TRUNCATE, RECHAIN = "edit", "delete", "swap", "insert", "truncate", "re-chain"
WAYS = (EDIT, DELETE, SWAP, INSERT, TRUNCATE, RECHAIN)
VERIFY, SHEET, CENTER, SLIP = "verify", "sheet", "center", "slip"


@dataclass(frozen=True)
class Tampering:
    """What is done at which entry (seq); `signs`: chained and sealed anew; `marks`: the head mark follows."""

    way: str
    seq: int
    signs: bool
    marks: bool
    seed: int


class Scene:
    """A desk after a day's work, and what lies outside it: the sheet, the center's heads, a slip."""

    def __init__(self, folder: Path) -> None:
        self.desk = new_desk(folder, MovedClock())
        numbers = [one.number for one in receive(self.desk, [request() for _ in range(4)], OFFICER).value]
        for number in numbers[:3]:
            act_on(self.desk, number, "handover", {"to": "Phòng Tư pháp"}, OFFICER)
        receive(self.desk, [request()], OFFICER)
        self.channel = self.desk.settings.channel
        self.sheet = closing_sheet(self.desk).code
        with self.desk.reading() as ledger:
            [(self.row, self.journal)] = ledger.rows.journals(self.channel)
            self.entries = list(ledger.rows.entries_after(self.row, 0))
        self.center = self.entries[-1].tip
        self.slips = [decode(slip_digits(self.desk, show(self.desk, one).dossier))[0].head for one in numbers]

    def close(self) -> None:
        self.desk.close()

    def drawn(self, seed: int) -> Tampering:
        """One of them at random."""
        chance = random.Random(seed)
        way, signs = chance.choice(WAYS), chance.random() < 0.6
        last = len(self.entries) - (1 if way == SWAP else 0)
        return Tampering(way, chance.randint(2, last), signs, signs and chance.random() < 0.5, seed)

    @contextmanager
    def tampered(self, what: Tampering) -> Iterator[Ledger]:
        """The desk as it is afterwards, for as long as the block lasts."""
        store = self.desk.store
        writer = store._connected()
        ledger = Ledger(SqliteRows(writer), store.trusted)
        kept = store.snapshot, store.reader, store.marks.read
        writer.execute("BEGIN IMMEDIATE")
        try:
            writer.execute("PRAGMA defer_foreign_keys = ON")
            writer.execute("DROP TRIGGER entries_stay")
            writer.execute("DROP TRIGGER envelopes_stay")
            tip = self._done(writer, ledger, what)
            store.snapshot = _same(ledger)  # type: ignore[method-assign]
            store.reader = lambda: writer  # type: ignore[method-assign]
            if what.marks:
                mark = store.marks.read()
                assert mark is not None
                store.marks.read = _followed(mark, self.journal, tip)  # type: ignore[method-assign]
            yield ledger
        finally:
            store.snapshot, store.reader, store.marks.read = kept  # type: ignore[method-assign]
            writer.execute("ROLLBACK")

    def _done(self, writer: Any, ledger: Ledger, what: Tampering) -> Tip:
        """Writes what the tampering leaves; where our journal ends then."""
        chance = random.Random(what.seed)
        if not what.signs:
            self._crudely(writer, what, chance)
            return self.entries[-1].tip
        before, after = self.entries[: what.seq - 1], self.entries[what.seq - 1 :]
        made = self._chained(before, _changed(what.way, self.journal, after, chance))
        self._put(writer, ledger, what.seq, made)
        return made[-1].tip if made else before[-1].tip

    def _crudely(self, writer: Any, what: Tampering, chance: random.Random) -> None:
        one, here = self.entries[what.seq - 1], (self.row, what.seq)
        if what.way in (EDIT, RECHAIN):
            writer.execute(
                "UPDATE entries SET body = ? WHERE journal = ? AND seq = ?",
                (_other_body(one, chance), *here),
            )
        elif what.way == SWAP:
            two = self.entries[what.seq]
            for at, other in ((one.seq, two), (two.seq, one)):
                writer.execute(
                    "UPDATE entries SET envelope = ?, body = ?, digest = ? WHERE journal = ? AND seq = ?",
                    (other.envelope, other.body, other.digest, self.row, at),
                )
        elif what.way == INSERT:
            made = _made_up(self.journal, one, chance)
            SqliteRows(writer).insert_entries(self.row, [made])
        else:
            test = "seq = ?" if what.way == DELETE else "seq >= ?"
            _forget(writer, f"journal = ? AND {test}", here)

    def _chained(self, before: Sequence[Entry], entries: Sequence[Entry]) -> list[Entry]:
        """The entries behind the others, each naming the one before it, and what it had seen, anew."""
        last, made = before[-1].tip if before else Tip(0, NO_PREV), list[Entry]()
        names: dict[bytes, bytes] = {}
        for one in entries:
            after = tuple(sorted({names.get(name, name) for name in one.after}))
            new = replace(one, seq=last.seq + 1, prev=last.digest, after=after, envelope=b"", digest=b"")
            names[one.digest[:AFTER_BYTES]] = new.digest[:AFTER_BYTES]
            made.append(new)
            last = new.tip
        return made

    def _put(self, writer: Any, ledger: Ledger, first: int, made: Sequence[Entry]) -> None:
        """Into the tables, sealed by the node's own key, with everything that follows from it."""
        tip = made[-1].tip if made else self.entries[first - 2].tip
        _forget(writer, "journal = ? AND seq >= ?", (self.row, first))
        writer.execute("DELETE FROM seals WHERE journal = ?", (self.row,))
        ledger.rows.insert_entries(self.row, made)
        ledger.rows.insert_seals(self.row, [seal(self.desk.keys, self.journal, tip)])
        ledger.rows.set_tips(self.row, frozenset({tip}))
        ledger.rows.put_note(f"own-tip:{self.channel}", tip.seq.to_bytes(8, "big") + tip.digest)
        dossiers = [*dict.fromkeys(one.dossier for one in self.entries if one.dossier)]
        ledger.rows.drop_dossiers(self.channel, dossiers)
        ledger.refold(self.channel, dict.fromkeys(dossiers))

    def seen_by(self, what: Tampering, witnesses: Sequence[str]) -> list[str]:
        """Which of the witnesses notice it."""
        with self.tampered(what) as ledger:
            return list(self._noticing(ledger, witnesses))

    def _noticing(self, ledger: Ledger, witnesses: Sequence[str]) -> Iterator[str]:
        """The same one by one, the quickest witness first."""
        if CENTER in witnesses and not ledger.knows(self.journal, self.center.digest):
            yield CENTER
        if SLIP in witnesses and not self._slips_stand(ledger):
            yield SLIP
        if SHEET in witnesses and not check_sheet(self.desk, [self.sheet]).ok:
            yield SHEET
        if VERIFY in witnesses and not verify(self.desk)["ok"]:
            yield VERIFY

    def _slips_stand(self, ledger: Ledger) -> bool:
        """Whether each slip's head is still an entry of the journal, with the body it had."""
        held = {one.digest[:8]: one for one in ledger.rows.entries_after(self.row, 0)}
        return all(head in held and held[head].body is not None and _whole(held[head]) for head in self.slips)

    def undetected(self, seeds: Sequence[int], witnesses: Sequence[str]) -> list[Tampering]:
        """Those nobody noticed."""
        missed = []
        for one in map(self.drawn, seeds):
            with self.tampered(one) as ledger:
                if next(self._noticing(ledger, witnesses), None) is None:
                    missed.append(one)
        return missed


def _whole(entry: Entry) -> bool:
    return sha256(entry.body or b"").digest() == entry.body_hash


def _same(ledger: Ledger) -> Callable[[], Any]:
    @contextmanager
    def snapshot() -> Iterator[Ledger]:
        yield ledger

    return snapshot


def _followed(mark: Mark, journal: JournalId, tip: Tip) -> Callable[[], Mark]:
    return lambda: replace(mark, journal=journal, tip=tip)


def _forget(writer: Any, test: str, values: tuple[int, int]) -> None:
    writer.execute(f"DELETE FROM unit_entries WHERE entry IN (SELECT id FROM entries WHERE {test})", values)
    writer.execute(f"DELETE FROM entries WHERE {test}", values)


def _other_body(entry: Entry, chance: random.Random) -> bytes:
    """The body with one letter of the text another, or with another salt."""
    body = bytearray(entry.body or b"")
    at = chance.randrange(SALT_BYTES) if len(body) > SALT_BYTES else 0
    body[at] ^= 1 << chance.randrange(8)
    return bytes(body)


def _edited(entry: Entry, chance: random.Random) -> Entry:
    body = _other_body(entry, chance)
    return replace(entry, body=body, body_hash=sha256(body).digest(), envelope=b"", digest=b"")


def _made_up(journal: JournalId, like: Entry, chance: random.Random) -> Entry:
    """An entry that was never written, in the place of another."""
    body = chance.randbytes(SALT_BYTES) + (like.text or b"{}")
    last = Tip(like.seq - 1, like.prev)
    return new_entry(
        journal, last, kind="noted", body=body, day=like.day, flags=like.flags | 2, dossier=b"", height=0
    )


def _changed(way: str, journal: JournalId, after: Sequence[Entry], chance: random.Random) -> list[Entry]:
    """What is to stand from the tampered place on."""
    first, rest = after[0], list(after[1:])
    if way == EDIT:
        return [_edited(first, chance), *rest]
    if way == DELETE:
        return rest
    if way == SWAP:
        return [rest[0], first, *rest[1:]]
    if way == INSERT:
        return [_made_up(journal, first, chance), first, *rest]
    if way == TRUNCATE:
        return []
    return [_edited(one, chance) for one in after]

"""Many desks that number, crash, are restored from old copies and are cloned; the rules are the real ones.

The stores lie in memory (the desk's own schema, rows and tables), the head marks in real files; journals are
opened, written and sealed as a desk does, one entry to each handful of numbers.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from sqlcipher3 import dbapi2

from desk_app.domain.mistakes import DeskError
from desk_app.operations import numbers
from desk_app.operations.desk import ALWAYS
from desk_app.store.rows import SqliteRows
from desk_app.store.schema import migrate
from desk_app.store.store import _own_tip
from sync.identity.keys import NodeKeys
from sync.journal.ledger import Ledger
from sync.journal.marks import HeadMarks
from sync.journal.own import Draft, OwnJournals
from sync.journal.port import NodeRecord
from sync.model import kinds
from sync.model.number import MAIN_DESKS, Lease, main_range, spare_range

FIRST = date(2026, 11, 23)
SPARES = 6
"""Blocks of each desk: more than a desk is restored here."""


class NumberingDesk:
    """A desk of a unit with its lease and spare blocks, and the copy somebody made of it."""

    def __init__(self, root: Path, place: int, chance: random.Random) -> None:
        unit, desk = divmod(place, MAIN_DESKS)
        self.unit, self.channel = f"H99.99.{unit:03d}", f"unit:H99.99.{unit:03d}"
        self.keys, self.chance, self.day = NodeKeys.generate(), chance, FIRST
        self.folder = root / str(place)
        self.connection = self._memory()
        migrate(self.connection)
        self.marks = HeadMarks([self.folder], "store", self.folder, fresh=True)
        with self.connection:
            rows = SqliteRows(self.connection)
            for note, value in (
                ("node-secret", self.keys.secret),
                ("own-node", self.keys.node),
                ("own-channel", self.channel.encode("ascii")),
            ):
                rows.put_note(note, value)
            record = NodeRecord(
                self.keys.public, kinds.DESK, self.unit, desk + 1, (self.channel,), (self.channel,)
            )
            rows.save_node(record)
            ledger = Ledger(rows, {})
            journal = self.own(ledger).reopen(self.channel, self.today())
            first, last = main_range(desk + 1)
            node = self.keys.node
            rows.save_lease(self.channel, Lease(self.unit, first, last, node, journal.incarnation, ALWAYS))
            for block in range(desk * SPARES, desk * SPARES + SPARES):
                first, last = spare_range(block)
                rows.save_lease(self.channel, Lease(self.unit, first, last, node, b"", ALWAYS))
            mark = _own_tip(ledger)
        assert mark is not None
        self.marks.write(*mark)
        self.copy = self._copied(self.connection)

    def own(self, ledger: Ledger) -> OwnJournals:
        """Its writing."""
        return OwnJournals(ledger, self.keys, self.chance.randbytes)

    def today(self) -> int:
        """The day's ordinal."""
        return self.day.toordinal()

    def as_desk(self, marks: HeadMarks) -> Any:
        """What the rules ask of a desk."""
        settings = SimpleNamespace(channel=self.channel, unit=self.unit)
        store = SimpleNamespace(marks=marks)
        return SimpleNamespace(settings=settings, store=store, keys=self.keys, own=self.own, today=self.today)

    def issue(self, count: int, *, crash: bool = False, clone: bool = False) -> list[str]:
        """So many numbers in one transaction, said after its commit; a crash says none. A clone is the same
        store on another machine. Raises `DeskError`."""
        marks = HeadMarks([self.folder], "store", self.folder, "another") if clone else self.marks
        desk = self.as_desk(marks)
        self.connection.execute("BEGIN")
        try:
            ledger = Ledger(SqliteRows(self.connection), {})
            own = numbers.settle_journal(desk, ledger)
            found = [numbers.issue_number(desk, ledger, own, self.day, b"d" * 16) for _one in range(count)]
            own.append(self.channel, [Draft(kinds.CLOCK, b"\xa0", personal=False)], self.today())
            mark = _own_tip(ledger)
            if crash or clone:  # nobody is told; a clone that got here would have been
                self.connection.execute("ROLLBACK")
                return found if clone else []
            self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise
        assert mark is not None
        self.marks.write(*mark)
        return found

    def back_up(self) -> None:
        """A copy of the store as it is."""
        self.copy.close()
        self.copy = self._copied(self.connection)

    def restore(self) -> None:
        """The copy is put back; what the machine knows outside stays."""
        self.connection.close()
        self.connection = self._copied(self.copy)

    def close(self) -> None:
        """Gives everything back."""
        self.connection.close()
        self.copy.close()
        self.marks.close()

    def _memory(self) -> Any:
        return dbapi2.connect(":memory:", isolation_level=None)

    def _copied(self, source: Any) -> Any:
        made = self._memory()
        source.backup(made)
        return made


@dataclass
class Numbering:
    """`given` numbers in all, those `twice`, and what happened meanwhile."""

    root: Path
    desks: int
    seed: int
    given: int = 0
    twice: int = 0
    happened: Counter[str] = field(default_factory=Counter)

    def run(self, wanted: int) -> Numbering:
        """Until so many numbers were given."""
        chance = random.Random(self.seed)
        desks = [NumberingDesk(self.root, place, chance) for place in range(self.desks)]
        seen: set[str] = set()
        while self.given < wanted:
            desk = chance.choice(desks)
            for number in self._act(desk, chance):
                self.given += 1
                self.twice += number in seen
                seen.add(number)
        for desk in desks:
            desk.close()
        return self

    def _act(self, desk: NumberingDesk, chance: random.Random) -> list[str]:
        at = chance.random()
        if at < 0.05:
            self.happened["crashes"] += 1
        elif at < 0.055 and self.happened[f"restored {id(desk)}"] < SPARES:
            self.happened["restores"] += 1
            self.happened[f"restored {id(desk)}"] += 1
            desk.restore()
        elif at < 0.08:
            desk.back_up()
        elif at < 0.1:
            self.happened["clones"] += 1
            try:
                return desk.issue(1, clone=True)
            except DeskError:
                return []
        elif at < 0.2:
            desk.day += timedelta(days=1)
        return desk.issue(chance.randint(1, 120), crash=at < 0.05)

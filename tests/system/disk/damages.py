"""A sound store damaged at random in one of six ways, opened, and asked whether anybody notices.

What is damaged is the database or its log, after a day that ended without closing; the head marks outside
stand as they were.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import Desk, open_desk
from desk_app.operations.find import find
from desk_app.operations.receive import receive
from desk_app.store.driver import DriverError, StoreTrouble
from sync.journal.marks import MarkState
from tests.offices import OFFICER, MovedClock, new_desk, request

PAGE, SECTOR = 4096, 512
KINDS = ("bit", "sector", "page", "truncated", "swapped", "log cut", "log bit")


def damaged(kind: str, database: bytes, log: bytes, chance: random.Random) -> tuple[bytes, bytes]:
    """The two files with one damage in them."""
    found, kept = bytearray(database), bytearray(log)
    at = chance.randrange(len(found))
    if kind == "bit":
        found[at] ^= 1 << chance.randrange(8)
    elif kind == "sector":
        at = at // SECTOR * SECTOR
        found[at : at + SECTOR] = chance.randbytes(SECTOR)
    elif kind == "page":
        at = at // PAGE * PAGE
        found[at : at + PAGE] = bytes(PAGE)
    elif kind == "truncated":
        del found[at:]
    elif kind == "swapped":
        first, second = chance.sample(range(0, len(found), PAGE), 2)
        one, other = found[first : first + PAGE], found[second : second + PAGE]
        found[first : first + PAGE], found[second : second + PAGE] = other, one
    elif kind == "log cut":
        del kept[chance.randrange(len(kept)) :]
    else:
        kept[chance.randrange(len(kept))] ^= 1 << chance.randrange(8)
    return bytes(found), bytes(kept)


def sees(desk: Desk) -> bool:
    """What the program itself does: the head mark before every number, the pages' HMAC in the check."""
    return desk.store.mark_state() is not MarkState.OK or desk.store.damaged_pages() > 0


@dataclass
class Damages:
    """A store and what became of it: `done` by kind, `unnoticed`: neither seen nor harmless, `harmless`: all
    is there and sound afterwards (the log held that page anew)."""

    root: Path
    notice: Callable[[Desk], bool] = sees
    done: Counter[str] = field(default_factory=Counter)
    harmless: int = 0
    unnoticed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.data = self.root / "desk"
        new_desk(self.data).close()
        desk = open_desk(self.data, MovedClock())
        self.numbers = [receive(desk, [request()], OFFICER).value[0].number for _turn in range(2)]
        desk.close()  # these are in the database
        desk = open_desk(self.data, MovedClock())
        self.numbers += [receive(desk, [request()], OFFICER).value[0].number for _turn in range(2)]
        self._database, self._log = (self._file(end).read_bytes() for end in ("", "-wal"))
        desk.close()  # and these only in the log that was read before

    def _file(self, end: str) -> Path:
        return self.data / f"desk.db{end}"

    def run(self, count: int, chance: random.Random) -> Damages:
        """So many damages, each to the sound files."""
        for turn in range(count):
            kind = KINDS[turn % len(KINDS)]
            database, log = damaged(kind, self._database, self._log, chance)
            self._file("").write_bytes(database)
            self._file("-wal").write_bytes(log)
            self._file("-shm").unlink(missing_ok=True)
            self.done[kind] += 1
            if (database, log) != (self._database, self._log):
                self._open(f"{turn}, {kind}")
        shutil.rmtree(self.data)
        return self

    def _open(self, name: str) -> None:
        try:
            desk = open_desk(self.data, MovedClock())
        except DeskError:
            return  # it does not open, and says why
        try:
            if self.notice(desk):
                return
            held = sorted(row.number for row in find(desk, ""))
            if held == self.numbers and not sees(desk):
                self.harmless += 1  # the log held that page anew
            else:
                self.unnoticed.append(name)
        except (DeskError, StoreTrouble, DriverError):
            return
        finally:
            desk.close()

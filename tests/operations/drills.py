"""Random histories of a desk that loses its disk and is restored, and what must hold of each."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from desk_app.domain.mistakes import DeskError
from desk_app.operations.backup import back_up, choose_place
from desk_app.operations.backup_copies import file_is
from desk_app.operations.checking import verify
from desk_app.operations.find import find
from desk_app.operations.restoring import Restored, found_copies, restore
from desk_app.store.driver import DriverError, StoreTrouble
from tests.operations.communes import Commune

Restore = Callable[..., Restored]
ACTS = ("receive", "receive", "receive", "sync", "backup", "backup", "lose", "lose-all", "forward")


@dataclass
class Drill:
    """One commune's life by a seed. `given`: every number that was printed; `counted`: what the center held
    when it was last spoken to; `faults`: what did not hold. Half of the restores find the newest copy cut
    short (`truncated`) and have to take the one before."""

    root: Path
    seed: int
    restore: Restore = restore
    given: list[str] = field(default_factory=list)
    counted: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    restores: int = 0
    truncated: int = 0

    def run(self, steps: int = 10) -> Drill:
        """Plays the history and its end: everybody speaks with the center, and all is compared."""
        chance = random.Random(self.seed)
        self.commune = Commune(self.root / "commune", count=2)
        self.place = self.root / "volume"
        self.place.mkdir(parents=True)
        choose_place(self.commune.desks[0], self.place)
        back_up(self.commune.desks[0], self.place)
        try:
            for act in [chance.choice(ACTS) for _step in range(steps)] + ["receive", "lose", "receive"]:
                self._act(act, chance)
            self._end()
        except (DeskError, StoreTrouble, DriverError) as trouble:
            self.faults.append(f"seed {self.seed}: came to a stop: {trouble}")
        finally:
            self.commune.close()
        return self

    def _act(self, act: str, chance: random.Random) -> None:
        desk = self.commune.desks[0]
        if act == "receive":
            self._receive(chance.randint(1, 2))
        elif act == "sync":
            self._sync()
        elif act == "backup":
            back_up(desk, self.place)
        elif act == "forward":
            self.commune.forward(hours=chance.randint(1, 30))
        else:
            if chance.random() < 0.5:
                self._cut_newest(chance)
            self._lose(marks=act == "lose-all")

    def _cut_newest(self, chance: random.Random) -> None:
        """The newest copy lost its end, as on a stick that was pulled out; a sound one lies before it."""
        copies = found_copies(self.place)
        if len(copies) > 1 and file_is(copies[1]):
            with open(copies[0].database, "r+b") as file:
                file.truncate(int(copies[0].manifest.size * chance.random()) // 4096 * 4096)
            self.truncated += 1

    def _receive(self, count: int) -> None:
        try:
            self.given += self.commune.received(self.commune.desks[0], count)
        except DeskError as error:
            if "chờ trung tâm cấp dải số" not in error.title:
                raise

    def _sync(self) -> None:
        desk = self.commune.desks[0]
        self.commune.sync(desk)
        self.counted |= {row.number for row in find(desk, "")}

    def _lose(self, *, marks: bool) -> None:
        """The disk is gone; with `marks` also what the machine knew of its own numbers."""
        data = self.commune.root / "desk-1"
        self.commune.desks[0].close()
        shutil.rmtree(data)
        if marks:
            for one in Path.home().rglob("head-*.mark"):
                one.unlink()
        self.restores += 1
        self.commune.desks[0] = self.restore(data, self.place, self.commune.clock).desk

    def _end(self) -> None:
        for _round in range(3):
            for one in self.commune.desks:
                self.commune.sync(one)
            self._receive(1)
        for _round in range(2):
            for one in self.commune.desks:
                self.commune.sync(one)
        desk = self.commune.desks[0]
        twice = {one for one in self.given if self.given.count(one) > 1}
        lost = self.counted - {row.number for row in find(desk, "")}
        report = verify(desk)
        said = [
            (bool(twice), f"given twice: {sorted(twice)}"),
            (bool(lost), f"the center had them: {sorted(lost)}"),
            (len(self.commune.roots()) != 1, "not equal to the center"),
            (not report["ok"], f"does not prove: {report['problems']}"),
        ]
        self.faults = [f"seed {self.seed}: {words}" for wrong, words in said if wrong]

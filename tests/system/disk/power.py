"""Power cuts: every image a watched officer's disk may leave is opened by the real program and asked."""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desk_app.domain.mistakes import DeskError
from desk_app.operations.attaching import check_files
from desk_app.operations.checking import verify, verify_journal
from desk_app.operations.desk import Desk, open_desk, set_up
from desk_app.operations.find import find
from desk_app.operations.receive import receive
from sync.journal.marks import MarkState
from tests.offices import OFFICER, UNIT, MovedClock, request
from tests.system.disk.images import MODELS, Disk, Image, Scene
from tests.system.disk.shim import Operation, places, read_log, under_shim

TOUCHED = ("desk.db", "head-", "founding", "write.lock", "desk.json")
WHOLE_EVERY, GOES_ON_EVERY = 10, 25
"""Of the images that are new: how many are proved by `verify` whole, and how many receive another dossier."""


@dataclass(frozen=True, slots=True)
class Found:
    """What an image opened as: numbers `held`, dossiers with `scans`, `slips` that are whole; `opened` False
    where no desk is set up yet."""

    held: frozenset[str]
    scans: int
    slips: frozenset[str]
    opened: bool
    problems: tuple[str, ...]


@dataclass
class Said:
    """What the officer was told so far."""

    desk: bool = False
    numbers: set[str] = field(default_factory=set)
    slips: set[str] = field(default_factory=set)
    scans: int = 0

    def hear(self, one: Operation) -> None:
        """A line of the program's output."""
        for line in one.content.decode().splitlines():
            first, *rest = line.split()
            if first == "desk":
                self.desk = True
            elif first == "scan":
                self.scans += 1
            elif first != "refused":
                self.numbers.add(first)
                if not rest:
                    self.slips.add(first)


@dataclass
class PowerCuts:
    """One officer's day and what its images showed. `tried` counts images by model, `opened` those that were
    opened because none like them had been before; `faults` names what did not hold."""

    root: Path
    seed: int
    dossiers: int = 6
    planted: str = ""
    failing: bool = False
    tried: Counter[str] = field(default_factory=Counter)
    opened: int = 0
    faults: list[str] = field(default_factory=list)
    said: Said = field(default_factory=Said)
    refused: int = 0

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)
        self._known: dict[int, Found] = {}
        self._scene = Scene(self.root, TOUCHED)

    def record(self) -> list[Operation]:
        """The day, written down."""
        self.root.mkdir(parents=True, exist_ok=True)
        log = self.root.with_suffix(".log")
        log.unlink(missing_ok=True)
        words = [str(self.root / "data"), str(self.dossiers), str(self.seed), self.planted or "none"]
        told = under_shim(self.root, "tests.system.disk.clerk", *words, *["failing"] * self.failing, log=log)
        self.refused = told.count("refused")
        return list(read_log(log, self.root))

    def play(self, every: int = 1, models: tuple[str, ...] = MODELS, *, until: float = 0.0) -> PowerCuts:
        """Cuts the power after every `every`-th operation and after each line that was said; stops at the
        first fault, or when the clock of the machine passes `until` (0: never)."""
        disk = Disk(kind=self.seed % 2 == 1)
        os.environ.update(places(self.root))
        for at, one in enumerate(self.record()):
            if one.op == "a":
                self.said.hear(one)
            else:
                disk.apply(one)
            if one.op != "a" and at % every:
                continue
            for model in models:
                self.tried[model] += 1
                self._judge(disk.image(model, self._chance), f"seed {self.seed}, {at}, {model}")
            if self.faults or (until and time.monotonic() > until):
                break
        return self

    def _judge(self, image: Image, where: str) -> None:
        key = hash(frozenset(image.items()))
        found = self._known.get(key)
        if found is None:
            self.opened += 1
            found = self._known[key] = self._open(image)
        said = self.said
        wrong = list(found.problems)
        if not found.opened and said.desk:
            wrong.append("the desk is gone")
        if lost := said.numbers - found.held:
            wrong.append(f"lost: {sorted(lost)}")
        if unproved := found.slips - found.held:
            wrong.append(f"slips before their dossiers: {sorted(unproved)}")
        if unprinted := said.slips - found.slips:
            wrong.append(f"slips gone: {sorted(unprinted)}")
        if found.scans < said.scans:
            wrong.append("a scan is gone")
        self.faults += [f"{where}: {one}" for one in wrong]

    def _open(self, image: Image) -> Found:
        self._scene.lay(image)
        slips = frozenset(_slips(image))
        try:
            desk = open_desk(self.root / "data", MovedClock())
        except DeskError:
            # Nothing was promised yet: then it can be set up as if nothing had been.
            if not self.said.desk:
                set_up(self.root / "data", unit=UNIT, name="Xã Ví Dụ", clock=MovedClock()).close()
            return Found(frozenset(), 0, slips, opened=False, problems=())
        try:
            return self._ask(desk, slips)
        finally:
            desk.close()

    def _ask(self, desk: Desk, slips: frozenset[str]) -> Found:
        rows = [row.number for row in find(desk, "", 1_000)]
        problems = [] if len(set(rows)) == len(rows) else ["a number twice"]
        if self.opened % WHOLE_EVERY == 0:
            report = verify(desk)
            problems += report["problems"]
            scans = int(report["scans"])
        else:
            scans, lost = check_files(desk)
            problems += [*lost, *_chains(desk)]
        if self.opened % GOES_ON_EVERY == 0:
            number = receive(desk, [request()], OFFICER, date_confirmed=True).value[0].number
            if number in self.said.numbers or number in rows:
                problems.append("a number given again")
        return Found(frozenset(rows), scans, slips, opened=True, problems=tuple(problems))


def _chains(desk: Desk) -> list[str]:
    """What `verify` finds, without folding everything anew."""
    problems: list[str] = []
    if desk.store.damaged_pages():
        problems.append("damaged pages")
    with desk.reading() as ledger:
        for channel in ledger.rows.channels():
            for row, journal in ledger.rows.journals(channel):
                verify_journal(ledger, row, journal, problems)
        if desk.store.marks.check(ledger.knows) is not MarkState.OK:
            problems.append("head mark")
    return problems


def _slips(image: Image) -> Iterator[str]:
    for name, content in image.items():
        if name.startswith("data/slips/") and name.endswith(".pdf") and content is not None:
            yield Path(name).stem if content.endswith(b"%%EOF\n") else f"{Path(name).stem}, torn"

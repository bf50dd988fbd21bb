"""Desks and their center under siege: faults on every line, kill -9 on every side, and the reckoning."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from desk_app.cli.center import open_center
from desk_app.operations.attaching import check_files
from desk_app.operations.desk import open_desk
from desk_app.operations.find import find
from sync.center.work.listing import dossiers
from sync.journal.sums import CHECK_BYTES
from sync.model.moment import VIETNAM
from sync.protocol.proving import proof_of
from tests.system.faults.proxy import FaultProxy
from tests.system.processes import ServedCenter, motcua, served

UNIT = "H99.99.001"
_HEALED_TRIES = 12
DOWN = ("dropped_before", "reset_before")
"""A line that is down and says so at once, as it does where the modem is off."""


class Broken(AssertionError):
    """A promise that did not hold; the text names numbers, never people."""


@dataclass
class Told:
    """What one desk's process told its officer, over all its lives."""

    received: list[str] = field(default_factory=list)
    scans: list[str] = field(default_factory=list)
    acknowledged: set[str] = field(default_factory=set)
    ends: Counter[str] = field(default_factory=Counter)

    def hear(self, line: str) -> None:
        """One whole line of its output."""
        word, _, what = line.strip().partition(" ")
        if word == "R":
            self.received.append(what)
        elif word == "S":
            self.scans.append(what)
        elif word == "A":
            self.acknowledged.add(what)
        else:
            self.ends[what] += 1


class DeskProcess:
    """`tests.system.faults.desk` over a folder, started and killed again and again."""

    def __init__(self, data: Path, *words: str) -> None:
        self.data = data
        self.words = words
        self.told = Told()
        self._process: subprocess.Popen[str] | None = None

    def start(self, seed: int) -> None:
        """A new life."""
        command = [sys.executable, "-m", "tests.system.faults.desk", str(self.data), str(seed), *self.words]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)

    def follow(self, syncs: int) -> None:
        """Listens until so many synchronisations have ended. Raises `Broken` when the process ended."""
        assert self._process is not None
        assert self._process.stdout is not None
        while syncs:
            line = self._process.stdout.readline()
            if not line.endswith("\n"):
                raise Broken(f"the desk's process ended by itself: {self._process.wait()}")
            self.told.hear(line)
            syncs -= line.startswith(". ")

    def overhear(self, lines: int) -> None:
        """Listens to so many lines, of whatever it is in the middle of. Raises `Broken` as `follow` does."""
        assert self._process is not None
        assert self._process.stdout is not None
        for _line in range(lines):
            line = self._process.stdout.readline()
            if not line.endswith("\n"):
                raise Broken(f"the desk's process ended by itself: {self._process.wait()}")
            self.told.hear(line)

    def kill(self) -> None:
        """The power goes; what was printed whole before counts."""
        if self._process is None:
            return
        process, self._process = self._process, None
        process.kill()
        assert process.stdout is not None
        with process.stdout as out:
            for line in out.read().splitlines(keepends=True):
                if line.endswith("\n"):
                    self.told.hear(line)
        process.wait()


class Several:
    """Processes of one center on one PostgreSQL, and which of them the next request goes to."""

    def __init__(self, data: Path, count: int, chance: random.Random, *options: str) -> None:
        self.processes = [ServedCenter(data, *options) for _ in range(count)]
        self._chance = chance
        self._down: list[ServedCenter] = []

    def start_all(self) -> None:
        """All at once, as a machine that was switched on does."""
        with ThreadPoolExecutor(len(self.processes)) as pool:
            list(pool.map(ServedCenter.start, self.processes))

    @property
    def port(self) -> int:
        """A process that runs, as a load balancer picks it."""
        return self._chance.choice([one for one in self.processes if one.process is not None]).port

    def kill(self) -> None:
        """The power of one of them goes."""
        one = self._chance.choice(self.processes)
        one.kill()
        self._down.append(one)

    def start(self) -> None:
        """Those that were killed come back."""
        while self._down:
            self._down.pop().start()

    def kill_all(self) -> None:
        """The end."""
        for one in self.processes:
            if one.process is not None:
                one.kill()


class Balancer(FaultProxy):
    """A proxy that hands each connection to one of several processes, without a fault of its own at first."""

    def __init__(self, several: Several, seed: int) -> None:
        self._several = several
        super().__init__(0, seed)

    @property
    def to(self) -> int:
        """Whose turn it is."""
        return self._several.port

    @to.setter
    def to(self, _port: int) -> None:
        """There is none to be set."""


@dataclass
class Siege:
    """A served center, a proxy before it and desks behind the proxy."""

    folder: Path
    server: ServedCenter | Several
    proxy: FaultProxy
    desks: list[DeskProcess]
    chance: random.Random
    desk_kills: int = 0
    center_kills: int = 0
    hub: ServedCenter | None = None
    lan: FaultProxy | None = None
    """Between desks and the commune's hub; `proxy` is then the line out of the commune."""
    hub_kills: int = 0

    def turn(self, *, kill_center: bool = False, kill_hub: bool = False) -> None:
        """All desks work for a while under faults; then the power goes here and there."""
        for desk in self.desks:
            desk.start(self.chance.randrange(1 << 30))
        if kill_center:
            self.desks[0].follow(1)
            self.server.kill()
            self.server.start()
            self.center_kills += 1
        if kill_hub and self.hub is not None:
            self.desks[-1].follow(1)
            self.hub.kill()
            self.desks[0].follow(1)  # a desk carries on alone
            self.hub.start()
            self.hub_kills += 1
        for desk in self.desks:
            desk.follow(self.chance.randint(1, 4))
        for desk in self.desks:
            desk.kill()
            self.desk_kills += 1
        self.acknowledged_is_held()

    def storm(self) -> None:
        """All desks work, and in an order of the dice desk, hub and center lose the power amid whatever."""
        for desk in self.desks:
            desk.start(self.chance.randrange(1 << 30))
        assert self.hub is not None
        victims: list[DeskProcess | ServedCenter | Several] = [self.chance.choice(self.desks)]
        victims += [self.hub, self.server]
        self.chance.shuffle(victims)
        for victim in victims:
            self.chance.choice(self.desks).overhear(self.chance.randint(1, 9))
            victim.kill()
            if isinstance(victim, DeskProcess):
                victim.start(self.chance.randrange(1 << 30))
                self.desk_kills += 1
                continue
            self.chance.choice(self.desks).overhear(self.chance.randint(0, 4))  # carries on alone
            victim.start()
            self.hub_kills += victim is self.hub
            self.center_kills += victim is self.server
        for desk in self.desks:
            desk.overhear(self.chance.randint(1, 9))
            desk.kill()
            self.desk_kills += 1
        self.acknowledged_is_held()

    def at_center(self) -> list[str]:
        """The numbers the center holds; read beside its process."""
        with open_center(self.folder / "center") as center:
            return [row["number"] for row in dossiers(center)]

    def acknowledged_is_held(self) -> None:
        """Raises `Broken` when a desk called something acknowledged that the center does not hold."""
        held = set(self.at_center())
        for desk in self.desks:
            if missing := sorted(desk.told.acknowledged - held):
                raise Broken(f"acknowledged, not held: {missing}")

    def peace(self) -> None:
        """The faults end. Everything must be delivered, whole, once, and both sides hold the same."""
        self.proxy.heal()
        if self.lan is not None and self.hub is not None:
            self.lan.heal()
            self.hub.kill()  # it would try again by itself, in minutes
            self.hub.start()
        ends: list[dict[str, Any]] = []
        for _ in range(_HEALED_TRIES):
            ends = [motcua(desk.data, "sync") for desk in self.desks]
            if self.hub is not None and not any(one["pending"] for one in ends):
                # the entries came all the way by the hub; scans go to the center itself, asked for or soon
                ends = [motcua(desk.data, "sync", "--direct") for desk in self.desks]
            if all(one["reached"] and not one["pending"] and not one["scans_pending"] for one in ends):
                break
        else:
            raise Broken(f"not delivered after the faults: {ends}")
        for desk in self.desks:
            motcua(desk.data, "sync")  # what the others brought last
        received = Counter(number for desk in self.desks for number in desk.told.received)
        held = Counter(self.at_center())
        self._same("received twice", {n: c for n, c in received.items() if c > 1}, {})
        self._same("twice at the center", {n: c for n, c in held.items() if c > 1}, {})
        # a desk may hold more than it came to tell: it died between commit and word
        if lost := sorted(set(received) - set(held)):
            raise Broken(f"lost: {lost}")
        for desk in self.desks:
            with closing(open_desk(desk.data, _now)) as opened:
                found = Counter(row.number for row in find(opened, "", 1_000_000))
            self._same("desk and center", found, held)
        self._whole()

    def _whole(self) -> None:
        report = motcua(self.folder / "center", "center", "verify")
        if not report["ok"]:
            raise Broken(f"center: {report['problems']}")
        if self.hub is not None and not motcua(self.hub.data, "center", "verify")["ok"]:
            raise Broken("hub: does not verify")
        for desk in self.desks:
            if not motcua(desk.data, "verify")["ok"]:
                raise Broken("desk: does not verify")
        told = {name for desk in self.desks for name in desk.told.scans}
        files, problems = self._scans()
        if problems or report["scans"] < len(told) or not told <= files:
            raise Broken(
                f"scans: {report['scans']} at the center, {sorted(told - files)} missing, {problems}"
            )
        proofs = self._proofs()
        self._same("digests", proofs["center"], proofs["desk"])
        if self.proxy.strayed:
            raise Broken("a redirect was followed")

    def _scans(self) -> tuple[set[str], list[str]]:
        found: set[str] = set()
        problems: list[str] = []
        for desk in self.desks:
            with closing(open_desk(desk.data, _now)) as opened:
                problems += check_files(opened)[1]
                scans = opened.paths.scans
                found |= {path.name for path in scans.rglob("*") if path.is_file()}
        return found, problems

    def _proofs(self) -> dict[str, set[bytes]]:
        channel = f"unit:{UNIT}"
        proofs: dict[str, set[bytes]] = {"desk": set(), "center": set()}
        with open_center(self.folder / "center") as center, center.store.snapshot() as ledger:
            proofs["center"].add(proof_of(ledger, channel))
        for desk in self.desks:
            with closing(open_desk(desk.data, _now)) as opened, opened.reading() as ledger:
                proofs["desk"].add(proof_of(ledger, channel))
        assert all(len(one) >= CHECK_BYTES for one in proofs["center"]), "the sums were not kept"
        return proofs

    @staticmethod
    def _same(what: str, one: Any, other: Any) -> None:
        if one != other:
            raise Broken(f"{what}: {one} and {other}")


def _now() -> datetime:
    return datetime.now(VIETNAM)


@contextmanager
def besieged(
    folder: Path,
    seed: int,
    *,
    desks: int = 2,
    share: float = 0.5,
    kinds: Collection[str] = (),
    words: Sequence[str] = (),
) -> Iterator[Siege]:
    """Center, proxy and enrolled desks; `words` go to the desks' processes."""
    with served(folder / "center") as server:
        proxy = FaultProxy(server.port, seed, kinds=kinds)
        found = [DeskProcess(folder / f"desk-{number}", *words) for number in range(desks)]
        try:
            for desk in found:
                motcua(desk.data, "enrol", _invitation(folder, proxy.address))
            proxy.share = share
            yield Siege(folder, server, proxy, found, random.Random(seed))
        finally:
            for desk in found:
                desk.kill()
            proxy.close()


@contextmanager
def besieged_together(
    folder: Path, seed: int, database: str, *, processes: int = 3, desks: int = 2, share: float = 0.0
) -> Iterator[Siege]:
    """Several processes of one center on PostgreSQL behind a balancer, and enrolled desks."""
    chance = random.Random(seed)
    several = Several(folder / "center", processes, chance, "--database", database)
    found = [DeskProcess(folder / f"desk-{number}") for number in range(desks)]
    try:
        several.start_all()
        with closing(Balancer(several, seed)) as balancer:
            for desk in found:
                motcua(desk.data, "enrol", _invitation(folder, balancer.address))
            balancer.share = share
            yield Siege(folder, several, balancer, found, chance)
    finally:
        for desk in found:
            desk.kill()
        several.kill_all()


def _invitation(folder: Path, address: str, *words: str) -> str:
    said = motcua(folder / "center", "center", "invite", UNIT, "--address", address, *words)
    return str(said["invitation"])


@contextmanager
def besieged_commune(
    folder: Path, seed: int, *, share: float = 0.4, out: float = 1.0, kinds: Collection[str] = DOWN
) -> Iterator[Siege]:
    """Two desks and a hub; faults of every kind on the commune's network, and the line out of it is down.

    Or another share of what goes `out`, hub's and desks' own, meets faults of `kinds` (none named: all).
    """
    with besieged(folder, seed, share=0.0, kinds=kinds) as at, ExitStack() as stack:
        invitation = _invitation(folder, at.proxy.address, "--hub")
        at.hub = stack.enter_context(served(folder / "hub", "--upstream", invitation))
        at.lan = stack.enter_context(closing(FaultProxy(at.hub.port, seed + 1)))
        for desk in at.desks:
            motcua(desk.data, "hub", "--address", at.lan.address)
            motcua(desk.data, "sync")
            stack.callback(desk.kill)
        at.lan.share, at.proxy.share = share, out
        yield at

"""Pushing dossiers to a center over the loopback: all, 100 changed, nothing; and bytes per dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from sync.model.dossier import Intake
from tests.bench import samples
from tests.bench.figures import Goal, Row
from tests.bench.peers import PeerMissing, node_peer, outside, python_peer
from tests.bench.pushing import CHANGED, FloorPush, OurPush, compact, documents, floor_server
from tests.bench.registry import Run, bench
from tests.bench.spent import Spent, spent
from tests.bench.stored import own_places

FLOOR = "one zstd-3 POST, one SQLite transaction"
PEERS = ("Anki", "PouchDB")
Phases = dict[str, Spent]
"""Of one contestant, by phase."""


def ours(folder: Path, intakes: Sequence[Intake], *, counted: bool) -> tuple[Phases, dict[str, int]]:
    """Our push, phase by phase; the second value are the bodies' bytes (request and answer)."""
    way = OurPush(folder, counted=counted)
    wire = way.relay.taken if way.relay else None
    found: Phases = {}
    bodies: dict[str, int] = {}
    try:
        work: dict[str, Callable[[], object]] = {
            "all": lambda: way.receive(intakes),
            "changed": lambda: way.change(CHANGED),
            "nothing": lambda: None,
        }
        for phase, prepare in work.items():
            prepare()
            before = way.bodies
            found[phase] = spent(way.push, way.pid, wire)
            bodies[phase] = way.bodies - before
    finally:
        way.close()
    return found, bodies


def floor(folder: Path, found: Sequence[dict[str, object]], *, counted: bool) -> Phases:
    """The floor's push, phase by phase."""
    with floor_server(folder, counted=counted) as server:
        way = FloorPush(folder, found, server)
        wire = server.relay.taken if server.relay else None
        phases = {"all": spent(way.push, server.pid, wire)}
        way.change(found, CHANGED)
        phases["changed"] = spent(way.push, server.pid, wire)
        phases["nothing"] = spent(way.push, server.pid, wire)
        way.close()
    return phases


def peer(run: Run, name: str, sheet: Path, folder: Path, *, counted: bool) -> Phases:
    """A peer's push, phase by phase. Raises `PeerMissing`."""
    words = (str(sheet), str(folder), *(["--relay"] if counted else []))
    if name == "Anki":
        said = outside(python_peer(run), "anki_peer.py", *words)
    else:
        home = str(node_peer(run) / "node_modules")
        said = outside(Path("node"), "pouch_peer.js", *words, env={"NODE_PATH": home})
    return {phase: Spent(**one) for phase, one in said.items()}


class Contest:
    """All contestants on the same dossiers, in turn, `rounds` times for time and once more for bytes."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.count = 600 if run.quick else 10_000
        self.intakes = samples.dossiers(self.count)
        self.documents = documents(self.intakes)
        self.sheet = run.scratch / "documents.ndjson"
        self.sheet.write_bytes(b"\n".join(map(compact, self.documents)))
        self.taken: dict[str, list[Phases]] = {}
        self.wire: dict[str, Phases] = {}
        self.bodies: dict[str, int] = {}
        self.missing: dict[str, str] = {}

    def hold(self) -> None:
        """Takes all times and bytes."""
        rounds = self.run.rounds(3, 1)
        for turn in range(rounds + 1):
            counted = turn == rounds
            for name in ("ours", "floor", *PEERS):
                if name in self.missing:
                    continue
                folder = self.run.scratch / f"{name}-{turn}"
                try:
                    found = self._one(name, folder, counted=counted)
                except PeerMissing as missing:
                    self.missing[name] = str(missing)
                    continue
                if counted:
                    self.wire[name] = found
                else:
                    self.taken.setdefault(name, []).append(found)

    def _one(self, name: str, folder: Path, *, counted: bool) -> Phases:
        if name in PEERS:
            return peer(self.run, name, self.sheet, folder, counted=counted)
        folder.mkdir()
        if name == "floor":
            return floor(folder, self.documents, counted=counted)
        found, self.bodies = ours(folder, self.intakes, counted=counted)
        return found

    def figure(self, name: str, phase: str, what: str) -> float | str:
        """Median milliseconds ("seconds" or "cpu"), or KiB ("wire"); why there is none for a missing peer."""
        if name in self.missing:
            return self.missing[name]
        if what == "wire":
            return self.wire[name][phase].wire / 1024
        return median(getattr(one[phase], what) for one in self.taken[name]) * 1e3

    def row(self, phase: str, what: str, goal: Goal | None, note: str = "") -> Row:
        """One row of the table."""
        words = {
            "all": f"{self.count:,} dossiers",
            "changed": f"{CHANGED} changed",
            "nothing": "nothing to do",
        }
        names = {"seconds": "time", "cpu": "processor, both ends", "wire": "bytes of the connection"}
        found: dict[str, Any] = {name: self.figure(name, phase, what) for name in ("ours", "floor", *PEERS)}
        return Row(
            f"push, {words[phase]}: {names[what]}",
            "KiB" if what == "wire" else "ms",
            found.pop("ours"),
            found.pop("floor"),
            FLOOR,
            found,
            goal,
            note=note,
        )


@bench("push")
def push(run: Run) -> Iterator[Row]:
    """A desk of this process against a served center; peers and floor likewise, each in fresh folders."""
    with own_places(run):
        contest = Contest(run)
        contest.hold()
    size = sum(map(len, map(compact, contest.documents))) / contest.count
    yield contest.row(
        "all",
        "seconds",
        Goal(1.5, "floor"),
        f"ours with chain, seals, fold and a signed receipt; floor and peers {size:,.0f} B of JSON a dossier",
    )
    yield contest.row("all", "seconds", Goal(1, "Anki", less=True))
    yield contest.row("all", "cpu", None)
    yield contest.row("all", "wire", Goal(1, "Anki", less=True))
    yield contest.row("changed", "seconds", Goal(15))
    yield contest.row("changed", "cpu", None)
    yield contest.row("changed", "wire", Goal(8), f"bodies {contest.bodies['changed'] / 1024:.1f} KiB")
    yield contest.row("nothing", "seconds", Goal(10))
    yield contest.row("nothing", "wire", None)
    nothing = contest.bodies["nothing"] / 1024
    yield Row("push, nothing to do: bodies", "KiB", nothing, goal=Goal(0.5), note="request and answer")


@bench("bytes on the wire")
def bytes_on_the_wire(run: Run) -> Iterator[Row]:
    """Bodies of request and answer, envelopes, seals, box and signature included, for each dossier sent."""
    sizes = {1: run.rounds(30, 8), 20: run.rounds(8, 2), 200: run.rounds(4, 1)}
    need = sum(size * times for size, times in sizes.items())
    intakes = iter(samples.dossiers(need, 8, 6))
    with own_places(run):
        way = OurPush(run.scratch)
        try:
            way.push()
            empty = _bodies(way, [])
            for size, times in sizes.items():
                found = [_bodies(way, [next(intakes) for _ in range(size)]) for _ in range(times)]
                yield _bytes_row(size, median(found), empty)
        finally:
            way.close()


def _bodies(way: OurPush, intakes: Sequence[Intake]) -> int:
    way.receive(intakes)
    before = way.bodies
    way.push()
    return way.bodies - before


def _bytes_row(size: int, found: float, empty: int) -> Row:
    words = "alone" if size == 1 else f"in batches of {size}"
    return Row(
        f"a dossier on the wire, {words}",
        "B",
        (found - empty) / size,
        goal=Goal(300 if size == 1 else 220) if size != 20 else None,
        note=f"with envelope and seal; the whole exchange {found:,.0f} B, one that says nothing {empty} B",
    )

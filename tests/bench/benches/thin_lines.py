"""A backlog of 200 dossiers over thin lines: ours, one POST of everything, and Anki, each over the same line.

The lines are network namespaces with the kernel's own TCP where they are allowed, else a shaper in user
space.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench import namespaces, samples
from tests.bench.figures import Goal, Row
from tests.bench.peers import OUTSIDE, PeerMissing, python_peer
from tests.bench.pushing import UNIT, compact, documents
from tests.bench.registry import Run, bench
from tests.bench.stored import own_places
from tests.system.faults.line import ThinLine
from tests.system.processes import COMMAND, free_port, motcua

COUNT = 200
PATIENCE = 1800
LINES = ((128, 0.6, 0.05), (256, 0.6, 0.05), (64, 0.6, 0.05), (16, 0.6, 0.05), (64, 2.0, 0.2), (16, 2.0, 0.2))
"""kbit/s, seconds of a round trip, loss."""
_MOST_FOR_ANKI = 64
"""Below this rate Anki is not run: its times there are minutes, and it is the goal's peer at 128 only."""


class Ends:
    """Both ends of a line: how to run a command at each, and where the center is for the desk."""

    def __init__(self, stack: ExitStack) -> None:
        self.stack = stack
        self.why = namespaces.missing()
        self.line = None if self.why else stack.enter_context(closing(namespaces.Line()))
        self.relays: list[ThinLine] = []

    @property
    def host(self) -> str:
        """Where servers listen."""
        return self.line.center_host if self.line else "127.0.0.1"

    def at(self, end: str, command: Sequence[str]) -> list[str]:
        """The command as it runs at that end."""
        return [*(self.line.within(end) if self.line else []), *command]

    def address(self, port: int) -> str:
        """A server's address for the desk's end."""
        if self.line:
            return f"http://{self.host}:{port}"
        self.relays.append(self.stack.enter_context(closing(ThinLine(port))))
        return self.relays[-1].address

    def shape(self, bits: int, trip: float, loss: float) -> None:
        """The line becomes thin."""
        for one in [self.line] if self.line else self.relays:
            one.shape(bits, trip, loss)

    def open(self) -> None:
        """The line is fast again."""
        if self.line:
            self.line.open()
        for one in self.relays:
            one.shape(0, 0.0, 0.0)


class Contest:
    """Ours, the floor and Anki, one after the other over one line."""

    def __init__(self, run: Run, stack: ExitStack) -> None:
        self.run, self.stack, self.ends = run, stack, Ends(stack)
        self.sheet = run.scratch / "documents.ndjson"
        self.sheet.write_bytes(b"\n".join(map(compact, documents(samples.dossiers(COUNT)))))
        self.center = run.scratch / "center"
        self.ours = self._our_center()
        self.floor = self._floor()
        self.turn = 0

    def drain(self, name: str, line: tuple[int, float, float]) -> dict[str, Any]:
        """What one of them took. Raises `PeerMissing`."""
        self.turn += 1
        client: Callable[[Path], list[str]] = getattr(self, f"_{name}_client")
        command = self.ends.at("desk", client(self.run.scratch / f"{name}-{self.turn}"))
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            if process.stdout.readline().strip() != "ready":
                raise PeerMissing("did not start")
            self.ends.shape(line[0] * 1000, line[1], line[2])
            said, _ = process.communicate("go\n", timeout=PATIENCE)
            if process.returncode:
                raise PeerMissing("did not get through")
            return dict(json.loads(said))
        except subprocess.TimeoutExpired as late:
            raise PeerMissing(f"not done in {PATIENCE} s") from late
        finally:
            process.kill()
            process.wait()
            self.ends.open()

    def _served(self, command: Sequence[str]) -> str:
        process = subprocess.Popen(
            self.ends.at("center", command), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.stack.callback(process.wait)
        self.stack.callback(process.kill)
        assert process.stdout is not None
        self.stack.callback(process.stdout.close)
        return process.stdout.readline()

    def _our_center(self) -> str:
        port = free_port()
        words = ("center", "serve", "--json", "--data", str(self.center), "--host", self.ends.host)
        said = json.loads(self._served([*COMMAND, *words, "--port", str(port)]))
        assert said["address"]
        return self.ends.address(port)

    def _ours_client(self, folder: Path) -> list[str]:
        invited = motcua(self.center, "center", "invite", self._unit(), "--address", self.ours)["invitation"]
        return [sys.executable, "-m", "tests.bench.drain", str(folder), invited, self.ours, str(COUNT)]

    def _unit(self) -> str:
        return f"{UNIT[:-3]}{self.turn:03d}"  # a commune of its own: nothing to take in from earlier turns

    def _floor(self) -> str:
        command = [sys.executable, str(OUTSIDE / "post_floor.py"), str(self.run.scratch / "floor.db")]
        return self.ends.address(int(self._served([*command, self.ends.host])))

    def _floor_client(self, _folder: Path) -> list[str]:
        return [sys.executable, str(OUTSIDE / "post_line.py"), str(self.sheet), self.floor]

    def _anki_client(self, folder: Path) -> list[str]:
        python, port = str(python_peer(self.run)), free_port()
        script, server = str(OUTSIDE / "anki_line.py"), folder.with_name(f"{folder.name}-server")
        process = subprocess.Popen(
            self.ends.at("center", [python, script, "serve", str(server), self.ends.host, str(port)]),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self.stack.callback(process.wait)
        self.stack.callback(process.kill)
        self._wait_for(port)
        return [python, script, "drain", str(self.sheet), str(folder), self.ends.address(port)]

    def _wait_for(self, port: int) -> None:
        look = (
            "import socket, time\nfor _ in range(200):\n    try:\n"
            f"        socket.create_connection(({self.ends.host!r}, {port}), 1).close(); break\n"
            "    except OSError: time.sleep(0.1)\n"
        )
        subprocess.run(self.ends.at("center", [sys.executable, "-c", look]), check=True, timeout=60)


@bench("thin lines", slow=True)
def thin_lines(run: Run) -> Iterator[Row]:
    """Medians of three over 128 kbit/s, once over the others."""
    with own_places(run), ExitStack() as stack:
        contest = Contest(run, stack)
        for line in LINES:
            yield _row(contest, line, 3 if line == LINES[0] else 1)


def _row(contest: Contest, line: tuple[int, float, float], rounds: int) -> Row:
    rate, trip, loss = line
    taken: dict[str, list[float]] = {"ours": [], "floor": [], "anki": []}
    reasons: dict[str, str] = {}
    size = exchanges = 0
    for _ in range(rounds):
        for name, found in taken.items():
            if name == "anki" and (rate < _MOST_FOR_ANKI or loss > 0.1):
                reasons[name] = "not run"
                continue
            try:
                said = contest.drain(name, line)
            except PeerMissing as missing:
                reasons[name] = str(missing)
                continue
            found.append(said["seconds"])
            if name == "ours":
                assert said["pending"] == 0, "not everything was acknowledged"
                size, exchanges = said["bytes"], said["exchanges"]
    figures = {name: median(found) for name, found in taken.items() if found}
    least = size * 8 / rate / 1000 + trip
    ours = figures.get("ours")
    by = "namespaces" if contest.ends.line else f"user-space shaper ({contest.ends.why})"
    against = f"{ours / least:.2f} × its bytes/rate + one round trip ({least:.1f} s)" if ours else ""
    return Row(
        f"{COUNT} dossiers over {rate} kbit/s, {trip:g} s, {loss:.0%} loss",
        "s",
        ours,
        figures.get("floor"),
        "one zstd-19 POST",
        {"Anki": figures.get("anki", reasons.get("anki", "not run"))},
        Goal(1.5, "floor") if rate >= 64 and loss < 0.1 else None,
        note=f"{by}; {size:,} B in {exchanges} exchanges, {against}",
    )

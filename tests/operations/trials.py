"""The trial of a new desk in an office with years behind it: over HTTP, on a thin line, and what it costs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from time import perf_counter, process_time
from typing import Any
from unittest.mock import patch

from desk_app.operations.desk import Desk
from desk_app.operations.enrolment import enrol
from desk_app.operations.synchronise import synchronise
from sync.center.units.invitations import invite
from sync.center.units.restored import waive
from sync.journal.filling import filling_of
from sync.links.http import HttpLink
from tests.center.places import Place
from tests.offices import UNIT, MovedClock
from tests.operations.communes import Commune
from tests.operations.histories import history, write
from tests.system.faults.line import ThinLine
from tests.system.processes import free_port

CHANNEL = f"unit:{UNIT}"
BITS, ROUND_TRIP, LOSS = 256_000, 0.6, 0.05


@dataclass
class Spent:
    """`bytes` of bodies both ways in `messages`, the `biggest` answer; processor time and peaks of memory."""

    messages: int = 0
    bytes: int = 0
    biggest: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    peak_mib: int = 0
    center_mib: int = 0
    lasted: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        said = (
            f"{self.seconds:.1f} s, {self.messages} messages, {self.bytes:,} B, the biggest answer"
            f" {self.biggest:,} B; desk's processor {self.cpu:.1f} s; peak {self.peak_mib} MiB,"
            f" center {self.center_mib} MiB"
        )
        if self.lasted:
            held = sorted(self.lasted)
            said += (
                f"; {len(held)} transactions, median {held[len(held) // 2]:.4f} s, at most {held[-1]:.3f} s"
            )
        return said


@dataclass
class Office:
    """A commune whose center is a process, `line` before it, and the invitation of a desk that is new."""

    root: Path
    clock: MovedClock
    entries: int
    line: ThinLine
    port: int
    server: int
    invitation: str

    @contextmanager
    def counting(self, desk_post: HttpLink) -> Iterator[tuple[Any, Spent]]:
        """A way to post, and what is spent by it until the end of the block."""
        spent = Spent()

        def post(path: str, body: bytes) -> bytes:
            answer = desk_post.post(path, body)
            spent.messages += 1
            spent.bytes += len(body) + len(answer)
            spent.biggest = max(spent.biggest, len(answer))
            return answer

        forget_peak("self")
        forget_peak(str(self.server))
        began, used = perf_counter(), process_time()
        yield post, spent
        spent.seconds, spent.cpu = perf_counter() - began, process_time() - used
        spent.peak_mib, spent.center_mib = peak("self"), peak(str(self.server))

    def new_desk(self) -> tuple[Desk, Spent]:
        """Enrols a desk over the thin line; returns it as soon as it works."""
        self.line.shape(BITS, ROUND_TRIP, LOSS)
        link = HttpLink(self.line.address, proxies={})
        with self.counting(link) as (post, spent), patch("desk_app.operations.scan_sync.FILL_ROUNDS", 1):
            desk = enrol(self.root / "desk-new", self.invitation, clock=self.clock, wished=3, post=post)
            while not is_lent(desk):
                assert synchronise(desk, post).value.reached
        link.close()
        self.line.shape(0, 0.0, 0.0)
        return desk, spent

    def history(self, desk: Desk, rounds: int) -> Spent:
        """Fetches what is older, over a line as fast as this machine."""
        link = HttpLink(f"http://127.0.0.1:{self.port}", proxies={})
        with (
            self.counting(link) as (post, spent),
            patch.object(desk.store, "transaction", timed(desk, spent)),
        ):
            for _turn in range(rounds):
                if synchronise(desk, post).value.complete_since is None:
                    break
        link.close()
        return spent


def timed(desk: Desk, spent: Spent) -> Any:
    """The store's transactions with how long each kept the desk's other work waiting."""
    transaction = desk.store.transaction

    @contextmanager
    def measured(**how: Any) -> Iterator[Any]:
        with transaction(**how) as ledger:
            began = perf_counter()
            yield ledger
            spent.lasted.append(perf_counter() - began)

    return measured


def is_lent(desk: Desk) -> bool:
    """Whether all of the checkpoint has come."""
    with desk.reading() as ledger:
        filling = filling_of(ledger.rows, CHANNEL)
    return filling is not None and filling.lent


def built(root: Path, dossiers: int) -> dict[str, Any]:
    """Builds a commune with so many dossiers behind it, or takes it from where an earlier trial kept it
    (`MOTCUA_FILLING_OFFICE`); what is to be known of it.
    """
    kept = os.environ.get("MOTCUA_FILLING_OFFICE", "")
    store = Path(kept) / str(dossiers) if kept else None
    if store is None or not (store / "office.json").exists():
        commune = Commune(root, count=1)
        entries = write(commune.center, commune.desks[0], history(dossiers, commune.clock.now))
        invitation = invite(
            commune.center, UNIT, "http://127.0.0.1:9", name="Ủy ban nhân dân xã Ví Dụ"
        ).encode()
        now = commune.clock.now.isoformat()
        commune.close()
        said = {"entries": entries, "invitation": invitation, "now": now}
        (root / "office.json").write_text(json.dumps(said), encoding="utf-8")
        if store is not None:
            shutil.copytree(root, store)
    else:
        shutil.copytree(store, root, dirs_exist_ok=True)
        with Place(root).open() as center:  # which takes itself for a restored one, as a copy should
            waive(center, UNIT, "Lê Văn Quản")
    return dict(json.loads((root / "office.json").read_text(encoding="utf-8")))


@contextmanager
def office(root: Path, dossiers: int) -> Iterator[Office]:
    """A commune with so many dossiers behind it, its center served."""
    said = built(root, dossiers)
    port = free_port()
    clock = MovedClock()
    clock.now = datetime.fromisoformat(said["now"])
    with closing(ThinLine(port)) as line:
        command = [sys.executable, "-m", "tests.system.serve_center", str(root), str(port)]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert server.stdout is not None
        try:
            assert server.stdout.readline(), "the center did not start"
            yield Office(root, clock, said["entries"], line, port, server.pid, said["invitation"])
        finally:
            server.terminate()
            server.wait(60)
            server.stdout.close()


def forget_peak(pid: str) -> None:
    """The process's peak of memory is counted from now on, where the system can do that."""
    try:
        Path(f"/proc/{pid}/clear_refs").write_text("5", encoding="ascii")
    except OSError:
        return


def peak(pid: str) -> int:
    """The peak of memory in MiB; 0 where the system does not say."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM:")), 0)

"""The window beside an empty one of PySide6: painted, ready for keys, memory; from source and as built."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from desk_app.main import LOCK_NAME
from tests.bench.figures import Goal, Row
from tests.bench.peers import OUTSIDE
from tests.bench.registry import Run, bench
from tests.bench.stopwatch import NotOpened, Opening, opening
from tests.bench.stored import own_places, stored_count, stored_desk

BUILT = Path("dist") / "motcua" / ("motcua.exe" if os.name == "nt" else "motcua")
SOURCE = (sys.executable, "-c", "from desk_app.cli import main; main()")
EMPTY = (sys.executable, str(OUTSIDE / "empty_window.py"))
FLOOR = "empty PySide6 window"
SETTLE = 2.0
"""Seconds until the memory is taken: what loads behind the first page is loaded."""


@bench("window")
def window(run: Run) -> Iterator[Row]:
    """Fresh processes in turn, files in the system's cache; the desk holds its stored dossiers."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    count = stored_count(run)
    with own_places(run):
        desk = stored_desk(run, count)
        data = desk.paths.data
        desk.close()
        commands = {"empty": EMPTY, "source": (*SOURCE, "--data", str(data))}
        built = (str(BUILT.resolve()), "--data", str(data))
        missing = _why_not(built)
        if not missing:
            commands["built"] = built
        (data / LOCK_NAME).unlink(missing_ok=True)
        taken: dict[str, list[Opening]] = {name: [] for name in commands}
        rounds = run.rounds(11, 1)
        for turn in range(-1, rounds):
            for name, command in commands.items():
                page = b"" if name == "empty" else b"IntakePage"
                found = opening(command, page, SETTLE if turn in (0, 1) else 0.0)
                (data / LOCK_NAME).unlink(missing_ok=True)
                if turn >= 0:
                    taken[name].append(found)
    yield from _rows(taken, count, missing)


def _why_not(built: tuple[str, ...]) -> str:
    """Why the built program cannot be measured; empty when it can."""
    if not BUILT.is_file():
        return f"{BUILT} is not built"
    try:
        opening(built, b"IntakePage")
    except NotOpened as trouble:
        # A build from before a migration does not open what today's program has stored.
        return f"{BUILT} {trouble}: build it anew"
    return ""


def _rows(taken: dict[str, list[Opening]], count: int, missing: str) -> Iterator[Row]:
    empty = median(one.painted for one in taken["empty"]) * 1e3
    # Only the first rounds waited for everything behind the first page; memory is theirs.
    settled = {name: median(one.resident for one in found[:2]) for name, found in taken.items()}
    shared = {name: median(one.proportional for one in found[:2]) for name, found in taken.items()}
    for name, words in (("source", "from source"), ("built", "built")):
        if name not in taken:
            yield Row(f"window painted, {words}", "ms", None, empty, FLOOR, note=missing)
            continue
        found = taken[name]
        for what, times in (("painted", "painted"), ("ready for keys", "usable")):
            spent = sorted(getattr(one, times) * 1e3 for one in found)
            yield Row(
                f"window {what}, {words}, {count:,} stored",
                "ms",
                median(spent),
                empty,
                FLOOR,
                goal=Goal(1.25, "floor") if what == "painted" else None,
                p95=spent[-1],
            )
        if settled[name]:
            yield Row(
                f"memory of the open window, {words}",
                "MiB",
                settled[name],
                settled["empty"],
                FLOOR,
                goal=Goal(1.5, "floor"),
                note=f"resident, {SETTLE:g} s after it was ready; proportional {shared[name]:.0f} MiB"
                f" beside {shared['empty']:.0f} (which depends on who else has Qt loaded)",
            )

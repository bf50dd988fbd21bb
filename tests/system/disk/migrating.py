"""A store of an earlier program brought up to date, and killed at each operation of the disk in turn.

``python -m tests.system.disk.migrating ROOT desk|center POINTS [PLANTED]``, under the shim; POINTS 0: all.
Prints one JSON object. A killed desk is as it was or as it will be; a center stands between two of its steps.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import sqlite_utils
from sqlalchemy import text

from desk_app.operations.checking import verify
from desk_app.operations.desk import open_desk
from desk_app.operations.receive import receive
from desk_app.store.driver import connect
from desk_app.store.schema import migrate
from sync.center.store import schema as center_schema
from sync.center.store.dialect import sqlite_engines
from tests.offices import OFFICER, MovedClock, new_desk, request
from tests.store.older import as_of_schema
from tests.system.disk.shim import ALWAYS, KILL, arm, counted

OLD = 2
KEY = b"k" * 32
Shape = frozenset[tuple[str, str]]


def in_child(work: Callable[[], object], at: int) -> int:
    """Does the work in a child that is killed at its `at`-th operation; how many operations it took, 0 where
    it was killed."""
    inlet, outlet = os.pipe()
    child = os.fork()
    if child == 0:
        arm(at, KILL)
        work()
        os.write(outlet, counted().to_bytes(8, "big"))
        os._exit(0)
    os.close(outlet)
    with os.fdopen(inlet, "rb") as heard:
        told = heard.read()
    status = os.waitpid(child, 0)[1]
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("the migration ended by itself")
    return int.from_bytes(told, "big")


class OldDesk:
    """A desk's folder as the program of schema 2 left it."""

    def __init__(self, root: Path) -> None:
        self.data = root / "desk"
        desk = new_desk(self.data)
        self.number = receive(desk, [request()], OFFICER).value[0].number
        as_of_schema(desk, OLD)
        desk.close()
        name = json.loads((self.data / "desk.json").read_bytes())["desk"]
        self._key = (root / "keys" / f"desk-{name}.secret").read_bytes()

    def migrate(self) -> None:
        """What the first start of the new program does to the schema."""
        connection = connect(self.data / "desk.db", self._key)
        migrate(connection)
        connection.close()

    def shape(self) -> Shape:
        """The schema that is there, and its version."""
        connection = connect(self.data / "desk.db", self._key)
        query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '%sqlite%'"
        found = {(str(name), str(sql)) for name, sql in connection.execute(query)}
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.close()
        return frozenset(found | {("version", str(version))})

    def check(self) -> list[str]:
        """Opened by the new program: everything is there."""
        desk = open_desk(self.data, MovedClock())
        problems = list(verify(desk)["problems"])
        with desk.reading() as ledger:
            channels = ledger.rows.channels()
        desk.close()
        return problems if channels else [*problems, "no journal"]

    def shapes(self) -> set[Shape]:
        """The old one and the new one."""
        before = self.shape()
        self.migrate()
        return {before, self.shape()}


class OldCenter:
    """A center's database as the program of its first two migrations left it."""

    def __init__(self, root: Path) -> None:
        self.file = root / "center.db"
        self._steps(OLD)

    def migrate(self) -> None:
        """All migrations that are missing."""
        self._steps(len(center_schema.MIGRATIONS))

    def _steps(self, up_to: int) -> None:
        engines = sqlite_engines(self.file, KEY)
        while True:
            with engines.writer.begin() as connection:
                done = len(center_schema.applied(connection))
                if done >= up_to or not center_schema.migrate_one(connection):
                    break
        engines.dispose()

    def shape(self) -> Shape:
        """The schema that is there, and the migrations it says it had."""
        engines = sqlite_engines(self.file, KEY)
        with engines.writer.begin() as connection:
            rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
            found = {(str(name), str(sql)) for name, sql in rows}
            done = "\n".join(center_schema.applied(connection))
        engines.dispose()
        return frozenset(found | {("done", done)})

    def check(self) -> list[str]:
        """Brought up to date by the next start."""
        self.migrate()
        done = dict(self.shape())["done"].splitlines()
        return [] if len(done) == len(center_schema.MIGRATIONS) else ["not brought up to date"]

    def shapes(self) -> set[Shape]:
        """One for each number of migrations."""
        found = {self.shape()}
        for step in range(OLD + 1, len(center_schema.MIGRATIONS) + 1):
            self._steps(step)
            found.add(self.shape())
        return found


def main() -> None:
    """Kills the migration at each operation, or at so many of them."""
    root, which, most = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    work, seed = root / "work", root / "seed"
    os.environ.update({"MOTCUA_KEYS": str(work / "keys"), "MOTCUA_STATE": str(work / "state")})
    work.mkdir(parents=True)
    old: Any = OldDesk(work) if which == "desk" else OldCenter(work)
    shutil.copytree(work, seed)
    if sys.argv[4:] == ["piecemeal"]:  # each statement by itself
        unsafe: Any = sqlite_utils.Database
        unsafe.atomic = lambda _self: nullcontext()
    whole, faults, killed = old.shapes(), list[str](), 0

    def anew() -> None:
        shutil.rmtree(work)
        shutil.copytree(seed, work)

    anew()
    length = in_child(old.migrate, ALWAYS)
    every = max(1, length // most) if most else 1
    for at in range(1, length + 1, every):
        anew()
        killed += in_child(old.migrate, at) == 0
        if old.shape() not in whole:
            faults.append(f"{at}: between")
        else:
            faults += [f"{at}: {one}" for one in old.check()]
    print(json.dumps({"length": length, "killed": killed, "faults": faults}))


if __name__ == "__main__":
    main()

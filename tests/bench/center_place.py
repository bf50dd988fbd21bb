"""A province's center as it is run, for measurements under load: communes, desks, people, either database.

Everything is set up in the database itself; then `motcua center serve` is started on it as a process.
"""

from __future__ import annotations

import os
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import insert

from desk_app.paths import keys_folder, mark_folders
from sync.center.staff.accounts import Member, Wanted, add_member
from sync.center.staff.roles import Role
from sync.center.staff.sessions import hash_of
from sync.center.store import staff_tables, tables
from sync.center.store.opening import Center, Storage, open_center
from sync.center.units.tree import center_rows
from sync.identity.secrets import SecretStore
from sync.synthetic.places import communes
from tests.bench.country_center import DESKS, now, record_of, unit_code
from tests.bench.registry import Run
from tests.bench.spent import cpu_of
from tests.bench.stopwatch import memory_of
from tests.system.processes import ServedCenter, served

_PROVINCE = (frozenset({Role.LEADER, Role.AUDITOR}), frozenset({Role.SPECIALIST, Role.AUDITOR}))
_COMMUNE = (frozenset({Role.RECEPTION, Role.SPECIALIST}), frozenset({Role.LEADER}))


def _told(name: str, full: int, quick: int, run: Run) -> int:
    return int(os.environ.get(name, "0")) or (quick if run.quick else full)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much; each may be said by a variable of the environment. `seconds`: of the day of `dossiers`.
    `think`: seconds that somebody looks at a page, on average. `at_first`: dossiers each desk has when it
    comes for the first time. `rounds`: how often each page is opened while nobody else is there.
    `evenly`: people look at every page as often as at any other."""

    communes: int
    dossiers: int
    seconds: int
    staff: int
    stored: int
    think: float
    at_first: int
    rounds: int
    evenly: bool = False

    @classmethod
    def of(cls, run: Run) -> Sizes:
        """192 communes, 20,000 dossiers in ten minutes, 50 people, 5,000,000 stored; or a slice of it."""
        seconds = _told("MOTCUA_BENCH_SECONDS", 600, 2, run)
        return cls(
            communes=_told("MOTCUA_BENCH_COMMUNES", 192, 3, run),
            dossiers=_told("MOTCUA_BENCH_DAY", 20_000, 20, run),
            seconds=seconds,
            staff=_told("MOTCUA_BENCH_STAFF", 50, 3, run),
            stored=_told("MOTCUA_BENCH_STORED", 5_000_000, 500, run),
            think=min(5.0, seconds / 10),
            at_first=run.rounds(10, 2),
            rounds=run.rounds(20, 1),
        )


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody logged in; `unit` empty: of the whole province."""

    cookie: str
    unit: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a center's folder is; `url` is a PostgreSQL's, or empty."""

    data: Path
    url: str

    @property
    def database(self) -> str:
        """As rows name it."""
        return "PostgreSQL" if self.url else "SQLite"

    def open(self) -> Center:
        """The center, in this process; set up when there is none. Keys lie as `own_places` says."""
        secrets, storage = SecretStore(keys_folder()), Storage(self.url)
        return open_center(self.data, secrets, now, marks=mark_folders(), storage=storage)

    @contextmanager
    def served(self) -> Iterator[ServedCenter]:
        """The center as a process."""
        with served(self.data, *(["--database", self.url] if self.url else [])) as center:
            yield center

    def processes(self) -> list[int]:
        """PostgreSQL's own processes that do something for us."""
        if not self.url:
            return []
        import psycopg

        with psycopg.connect(self.url.replace("+psycopg", "", 1), autocommit=True) as connection:
            found = connection.execute("SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
            return [int(pid) for (pid,) in found]


@dataclass(frozen=True, slots=True)
class Used:
    """Seconds of processor time of the center and of its database's processes, and their memory in MiB."""

    center: float
    database: float
    memory: float
    database_memory: float


def used(place: Place, pid: int) -> Used:
    """As it stands now."""
    others = place.processes()
    memory = sum(memory_of(one, "Pss") for one in others)
    return Used(cpu_of(pid), sum(map(cpu_of, others)), memory_of(pid, "Rss"), memory)


def settle(center: Center, units: int) -> None:
    """Communes, their desks certified."""
    names = [one.title for one in communes(units)]
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        told = [{"code": unit_code(at), "name": name, "parent": ""} for at, name in enumerate(names)]
        rows.execute(insert(tables.units), told)
        for number in range(units):
            for desk in range(1, DESKS + 1):
                ledger.rows.save_node(record_of(number, desk, center.keys, center.unit))


def hire(center: Center, count: int, units: int) -> list[Member]:
    """Accounts: half of them of the whole province, the others each of a commune."""
    found = []
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        for at in range(count):
            of_one = at % 2 == 1
            roles = (_COMMUNE if of_one else _PROVINCE)[at // 2 % 2]
            unit = unit_code(at // 2 % units) if of_one else ""
            found.append(add_member(center, rows, Wanted(f"can.bo.{at}", f"Cán bộ {at}", roles, unit)))
    return found


def logged_in(center: Center, members: Sequence[Member]) -> list[Person]:
    """A session for each, begun now: fifty log-ins at once from one address are not let in."""
    found, s, at = [], staff_tables.staff_sessions, int(time.time())
    with center.store.transaction() as ledger:
        for one in members:
            token = os.urandom(32)
            session = {"token": hash_of(token), "staff": one.id, "began": at, "seen": at}
            center_rows(ledger).execute(insert(s), {**session, "kept_path": "", "kept": ""})
            found.append(Person("motcua=" + urlsafe_b64encode(token).decode().rstrip("="), one.unit))
    return found

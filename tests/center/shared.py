"""A center on the tests' PostgreSQL: places of several machines on one empty database."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from sync.center.store.opening import Center, Storage, open_center
from sync.identity.secrets import SecretStore
from tests.center.places import Clock


def fresh_database(url: str, name: str) -> str:
    """The URL of a new, empty database of the cluster."""
    with create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool).connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    return url.replace("/postgres?", f"/{name}?")


def copy_of(url: str, source: str, name: str) -> str:
    """A database as another stands now, as a snapshot of its disk would be. Nobody may be connected to it."""
    with create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool).connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {source}"))
    return url.replace("/postgres?", f"/{name}?")


@dataclass
class Machine:
    """One machine of a center on PostgreSQL: its own data folder, keys and marks; `scans` is shared."""

    root: Path
    database: str
    name: str = "one"
    clock: Clock = field(default_factory=Clock)
    keys: str = "keys"

    @property
    def data(self) -> Path:
        return self.root / self.name

    @property
    def scans(self) -> Path:
        return self.root / "scans"

    @property
    def secrets(self) -> SecretStore:
        return SecretStore(self.root / self.keys)

    @property
    def marks(self) -> tuple[Path, Path]:
        return self.root / f"{self.name}-marks-1", self.root / f"{self.name}-marks-2"

    def open(self, *, create: bool = True, remembered: bool = False) -> Center:
        """The center; `remembered`: by what the data folder says."""
        storage = Storage() if remembered else Storage(self.database, self.scans)
        return open_center(
            self.data, self.secrets, self.clock, create=create, marks=self.marks, storage=storage
        )

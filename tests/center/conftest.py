"""One PostgreSQL for all of the center's tests, and each database in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from sync.center.store.dialect import Engines
from tests.center.databases import fresh_postgres, postgres_cluster, sqlite_at

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a running PostgreSQL."""
    with postgres_cluster() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def make_engines(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Engines]]:
    """Makes empty databases, of each kind in turn; closed when the test ends."""
    made: list[Engines] = []
    url = request.getfixturevalue("postgres") if request.param == "postgres" else None

    def make() -> Engines:
        number = next(_NUMBERS)
        made.append(fresh_postgres(url, number) if url else sqlite_at(tmp_path / f"{number}.db"))
        return made[-1]

    yield make
    for engines in made:
        engines.dispose()


@pytest.fixture
def engines(make_engines: Callable[[], Engines]) -> Engines:
    """An empty database of each kind."""
    return make_engines()


@pytest.fixture
def on_postgres(postgres: str) -> Iterator[Engines]:
    """An empty PostgreSQL database alone, for what runs on SQLite elsewhere."""
    engines = fresh_postgres(postgres, next(_NUMBERS))
    yield engines
    engines.dispose()

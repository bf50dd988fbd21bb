"""The desk's store keeps the contract of every store."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from desk_app.paths import DeskPaths
from desk_app.store.store import Store
from sync.identity.keys import PublicKeys
from sync.journal.marks import HeadMarks
from sync.journal.port import JournalStore
from tests.journal.contract import JournalStoreContract, StoreFactory


class TestDeskStore(JournalStoreContract):
    """The contract, on encrypted SQLite."""

    @pytest.fixture
    def store_factory(self, tmp_path: Path) -> Iterator[StoreFactory]:
        made: list[Store] = []
        number = itertools.count()

        def make(trusted: Mapping[bytes, PublicKeys]) -> JournalStore:
            data = tmp_path / f"desk{next(number)}"
            data.mkdir()
            marks = HeadMarks((tmp_path / "keys", tmp_path / "state"), data.name, data)
            store = Store(DeskPaths(data), os.urandom(32), marks, create=True)
            store.trusted.update(trusted)
            made.append(store)
            return store

        yield make
        for store in made:
            store.close()

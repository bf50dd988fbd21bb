"""The center's store keeps the contract of every store, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from sync.center.store.dialect import Engines
from sync.center.store.store import CenterStore
from sync.identity.keys import PublicKeys
from tests.journal.contract import JournalStoreContract, StoreFactory


class TestCenterStore(JournalStoreContract):
    """The contract, on each database."""

    @pytest.fixture
    def store_factory(self, make_engines: Callable[[], Engines]) -> StoreFactory:
        def make(trusted: Mapping[bytes, PublicKeys]) -> CenterStore:
            store = CenterStore(make_engines(), trusted)
            store.migrate()
            return store

        return make

"""The memory store keeps the contract of every store."""

from __future__ import annotations

import pytest

from sync.journal.memory import MemoryStore
from tests.journal.contract import JournalStoreContract, StoreFactory
from tests.journal.sample import CHANNEL, RECORD, TRUSTED, run, sealed


class TestMemoryStore(JournalStoreContract):
    """The contract, in memory."""

    @pytest.fixture
    def store_factory(self) -> StoreFactory:
        return MemoryStore


def test_a_copy_goes_its_own_way() -> None:
    store = MemoryStore(TRUSTED)
    with store.transaction() as ledger:
        ledger.rows.save_node(RECORD)
        ledger.admit(sealed(run(2)))
    copy = store.copied()
    with copy.transaction() as ledger:
        ledger.admit(sealed(run(5)))
    with store.snapshot() as one, copy.snapshot() as other:
        assert [tip.seq for tips in one.heads(CHANNEL).values() for tip in tips] == [2]
        assert [tip.seq for tips in other.heads(CHANNEL).values() for tip in tips] == [5]

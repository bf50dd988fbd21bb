"""What units send each other, and their mergers, where the center's database is a PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sync.center.store.dialect import Engines
from tests.operations import test_between_units as between
from tests.operations import test_merged_units as merged
from tests.operations.two_units import TwoUnits


@pytest.fixture
def two(tmp_path: Path, on_postgres: Engines) -> Iterator[TwoUnits]:
    made = TwoUnits(tmp_path, on_postgres)
    yield made
    made.close()


@pytest.mark.parametrize(
    "promise",
    [
        between.test_a_dossier_goes_there_and_its_result_comes_home,
        merged.test_old_dossiers_are_found_and_finished_in_the_new_unit,
        merged.test_a_dossier_they_had_sent_to_each_other_is_shown_once,
        merged.test_a_split_gives_the_others_theirs_by_sending,
    ],
    ids=lambda one: str(one.__name__).removeprefix("test_"),
)
def test_it_holds_on_postgres_too(two: TwoUnits, promise: Callable[[TwoUnits], None]) -> None:
    promise(two)

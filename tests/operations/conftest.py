"""What most operations are tried with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.offices import MovedClock
from tests.operations.communes import Commune


@pytest.fixture
def clock() -> MovedClock:
    """The clock of the test's desks."""
    return MovedClock()


@pytest.fixture
def commune(tmp_path: Path) -> Iterator[Commune]:
    """A commune without a line."""
    commune = Commune(tmp_path / "commune")
    commune.cut = True
    yield commune
    commune.close()


@pytest.fixture
def pocket(tmp_path: Path) -> Path:
    """A folder that stands for a stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder

"""What most operations are tried with."""

from __future__ import annotations

import pytest

from tests.offices import MovedClock


@pytest.fixture
def clock() -> MovedClock:
    """The clock of the test's desks."""
    return MovedClock()

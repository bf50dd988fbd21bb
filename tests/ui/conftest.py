"""Windows of the tests: on a real store in a folder of their own, closed afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.ui.style import dressed_application
from tests.ui.steps import Counter, found_office


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: object) -> None:
    """The style sheet and fonts the officer sees."""
    dressed_application([])


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return found_office(tmp_path / "desk")


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Callable[..., Counter]]:
    """Opens windows and closes them again."""
    made: list[Counter] = []

    def open_window(data: Path, **settings: object) -> Counter:
        counter = Counter(qtbot, data, **settings)
        made.append(counter)
        return counter

    yield open_window
    for counter in made:
        counter.close()


@pytest.fixture
def counter(office: Path, opened: Callable[..., Counter]) -> Counter:
    """A window with one officer, ready for the first citizen."""
    return opened(office).ready()

"""Windows of the tests: on a real store in a folder of their own, closed afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk_app.devices.appearance import Appearance
from desk_app.ui.style import Look, dressed_application, look_of_the_application
from tests.ui.centers import WiredCenter
from tests.ui.stale import stale_layout_items
from tests.ui.steps import Counter, found_office
from tests.ui.unasked import UnaskedWindows


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: object) -> None:
    """The style sheet and fonts the officer sees."""
    dressed_application([])


@pytest.fixture(autouse=True)
def no_unasked_window(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test in which a part of a page came up as a window of its own.

    A test shows one on purpose by handing it to `qtbot` first.
    """

    def asked(widget: QWidget) -> bool:
        return any(one() is widget for one, _ in getattr(request.node, "qt_widgets", ()))

    watch = UnaskedWindows(asked)
    qapp.installEventFilter(watch)
    yield
    qapp.removeEventFilter(watch)
    assert watch.names == [], "came up as windows of their own"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return found_office(tmp_path / "desk")


@pytest.fixture
def wired(tmp_path: Path) -> Iterator[WiredCenter]:
    """A center on a line that can be cut."""
    center = WiredCenter(tmp_path)
    yield center
    center.close()


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Callable[..., Counter]]:
    """Opens windows and closes them again. Fails a test whose windows came to hold what Qt has deleted."""
    made: list[Counter] = []

    def open_window(data: Path, **settings: object) -> Counter:
        counter = Counter(qtbot, data, **settings)
        made.append(counter)
        return counter

    yield open_window
    stale = stale_layout_items()
    for counter in made:
        counter.close()
    assert not stale, "Python objects for items that Qt has deleted"


@pytest.fixture
def counter(office: Path, opened: Callable[..., Counter]) -> Counter:
    """A window with one officer, ready for the first citizen."""
    return opened(office).ready()


@pytest.fixture
def look() -> Iterator[Look]:
    """The application's look, put back afterwards."""
    look = look_of_the_application()
    assert look is not None
    yield look
    look.choose(Appearance())

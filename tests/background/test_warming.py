"""What will be needed is loaded off the window's thread, one piece after the other, and then all rests."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.background.lanes import Lanes
from desk_app.background.warming import warm_up
from desk_app.ui.session import PAGE_MODULES
from tests.patience import WAIT

PIECES = ("warmed_first", "warmed_second")


@pytest.fixture
def pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two modules that note the thread they were loaded in."""
    for name in PIECES:
        (tmp_path / f"{name}.py").write_text("import threading\nTHREAD = threading.get_ident()\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield
    for name in PIECES:
        sys.modules.pop(name, None)


@pytest.mark.usefixtures("pieces")
def test_everything_is_loaded_in_its_order_elsewhere_before_anything_rests(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rested: list[list[str]] = []
    monkeypatch.setattr(gc, "freeze", lambda: rested.append([one for one in sys.modules if one in PIECES]))
    lanes = Lanes()
    warm_up(lanes, PIECES)
    qtbot.waitUntil(lambda: bool(rested), timeout=WAIT)
    lanes.close()
    assert rested == [list(PIECES)]
    assert all(threading.get_ident() != sys.modules[name].THREAD for name in PIECES)


def test_a_window_that_closes_first_leaves_the_rest(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    rested: list[int] = []
    monkeypatch.setattr(gc, "freeze", lambda: rested.append(1))
    lanes = Lanes()
    warm_up(lanes, ("json", "no_such_module_at_all"))
    lanes.close()
    assert rested == []


def test_every_page_beside_the_first_is_among_what_is_loaded() -> None:
    source = Path(sys.modules["desk_app.ui.session"].__file__ or "").read_text(encoding="utf-8")
    made = source[source.index("def make_page") : source.index("def call_next")]
    named = {line.split()[1] for line in made.splitlines() if line.strip().startswith("from desk_app.ui.")}
    assert named - {"desk_app.ui.intake_page"} == set(PAGE_MODULES)

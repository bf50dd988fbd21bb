"""What the program does for itself once the officer has the first page, while nothing else is asked of it."""

from __future__ import annotations

import gc
import importlib
from collections.abc import Iterable

from desk_app.background.lanes import Lanes


def warm_up(lanes: Lanes, modules: Iterable[str]) -> None:
    """Loads `modules` in the lane of slow work, one a job, so that no key waits for them later; then rests.

    Resting: all that lives by then stays, so Python's collector need not look through it again: that would
    hold the window up for 50 ms and more.
    """
    waiting = iter(modules)

    def next_one(_: object = None) -> None:
        module = next(waiting, "")
        if module:
            lanes.paper(lambda: _loaded(module), next_one)
        else:
            gc.freeze()

    next_one()


def _loaded(module: str) -> None:
    importlib.import_module(module)

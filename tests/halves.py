"""The two halves of `make test`: what passed without Qt need not pass a second time beside it.

The first run notes the names of the tests that passed in the file `MOTCUA_PASSED`; the second, given the same
file as `MOTCUA_LEAVE_OUT`, leaves just those out. Whatever the first did not run, skipped or failed is run by
the second, so no test is left out of both. `make proof` runs all of them with Qt.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest


class Noting:
    """Collects the names of tests whose set-up, body and end passed, and writes them when all are done."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._good: dict[str, bool] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test counts where each of its three parts passed: not skipped, not failed."""
        self._good[report.nodeid] = self._good.get(report.nodeid, True) and report.passed

    def pytest_sessionfinish(self) -> None:
        """One name a line."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        names = (name for name, good in self._good.items() if good)
        self._file.write_text("".join(f"{name!r}\n" for name in names), "utf-8")


class LeavingOut:
    """Takes out of a run what `Noting` wrote into a file; nothing where there is no file."""

    def __init__(self, file: Path) -> None:
        self._proved = frozenset(file.read_text("utf-8").splitlines()) if file.is_file() else frozenset()

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Deselects what the other half has proved."""
        gone = [item for item in items if repr(item.nodeid) in self._proved]
        items[:] = [item for item in items if repr(item.nodeid) not in self._proved]
        config.hook.pytest_deselected(items=gone)


def take_part(config: pytest.Config) -> None:
    """Does what the environment asks for, here and in no process that a test starts."""
    if noted := os.environ.pop("MOTCUA_PASSED", ""):
        config.pluginmanager.register(Noting(Path(noted)), "halves-noting")
    if proved := os.environ.pop("MOTCUA_LEAVE_OUT", ""):
        config.pluginmanager.register(LeavingOut(Path(proved)), "halves-leaving-out")

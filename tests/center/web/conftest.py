"""A center with two communes, dossiers of each, and people of every role."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.applications import Starlette

from sync.center.api.serving import EmbeddedServer
from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.identity import passwords
from tests.center.two_communes import ONE, OTHER, app, center, clock, desk, received
from tests.center.web.browsing import ARGUMENTS
from tests.center.web.visitor import Visitor, hire

__all__ = ["ONE", "OTHER", "app", "center", "clock", "desk", "received"]
"""What every test here may ask for, besides what follows."""


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """A guess costs nothing here; `tests.identity` proves what it costs."""
    monkeypatch.setattr(passwords, "_MEMORY_KIB", 64)
    monkeypatch.setattr(passwords, "_PASSES", 1)
    passwords._nobodys.cache_clear()


@pytest.fixture
def dossier(received: str) -> str:
    """The path of a dossier of the first commune."""
    return f"/ho-so/{received}"


@pytest.fixture
def visitor(app: Starlette) -> Visitor:
    """Nobody yet."""
    return Visitor(app)


@pytest.fixture
def enter(center: Center, app: Starlette) -> Callable[..., Visitor]:
    """Logs somebody in who has these roles, for a unit or all."""
    numbers = iter(range(1, 100))

    def entered(*roles: Role, unit: str = "") -> Visitor:
        login = f"can.bo.{next(numbers)}"
        hire(center, login, *roles, unit=unit)
        visitor = Visitor(app)
        assert visitor.log_in(login) == 303
        return visitor

    return entered


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium, Debian's."""
    if importlib.util.find_spec("playwright") is None:
        pytest.skip("playwright is not installed (extra test-browser)")
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("Chromium is not installed (Debian: chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def address(center: Center) -> Iterator[str]:
    with EmbeddedServer(center) as server:
        yield server.address

"""A center with two communes, dossiers of each, and people of every role."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from sync.center.api.app import build_app
from sync.center.api.serving import EmbeddedServer
from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.center.units.tree import add_unit
from sync.identity import passwords
from tests.center.places import UNIT, Clock, MemoryDesk, Place
from tests.center.web.browsing import ARGUMENTS
from tests.center.web.visitor import Visitor, hire

OTHER = "H99.99.002"
ONE = f"{UNIT}-261123-0001"


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """A guess costs nothing here; `tests.identity` proves what it costs."""
    monkeypatch.setattr(passwords, "_MEMORY_KIB", 64)
    monkeypatch.setattr(passwords, "_PASSES", 1)
    passwords._nobodys.cache_clear()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def center(tmp_path: Path, clock: Clock) -> Iterator[Center]:
    with Place(tmp_path, clock).open() as center:
        add_unit(center, UNIT, "Xã Ví Dụ")
        add_unit(center, OTHER, "Xã Láng Giềng")
        yield center


@pytest.fixture
def desk(center: Center) -> MemoryDesk:
    """A desk of the first commune."""
    return MemoryDesk(center)


@pytest.fixture
def dossier(desk: MemoryDesk) -> str:
    """The path of a dossier of the first commune."""
    [dossier] = desk.receive(ONE)
    desk.push()
    return f"/ho-so/{UNIT}/{dossier.hex()}"


@pytest.fixture
def app(center: Center) -> Starlette:
    return build_app(center)


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

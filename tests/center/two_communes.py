"""A center with two communes and a desk of the first: what tests of the pages and of the interface share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette

from sync.center.api.app import build_app
from sync.center.store.opening import Center
from sync.center.units.tree import add_unit
from tests.center.places import UNIT, Clock, MemoryDesk, Place

OTHER = "H99.99.002"
ONE = f"{UNIT}-261123-0001"


@pytest.fixture
def clock() -> Clock:
    """The center's; it stands until it is moved."""
    return Clock()


@pytest.fixture
def center(tmp_path: Path, clock: Clock) -> Iterator[Center]:
    """Two communes below it."""
    with Place(tmp_path, clock).open() as center:
        add_unit(center, UNIT, "Xã Ví Dụ")
        add_unit(center, OTHER, "Xã Láng Giềng")
        yield center


@pytest.fixture
def desk(center: Center) -> MemoryDesk:
    """A desk of the first commune."""
    return MemoryDesk(center)


@pytest.fixture
def received(desk: MemoryDesk) -> str:
    """UNIT/ID of a dossier of the first commune, number `ONE`."""
    [dossier] = desk.receive(ONE)
    desk.push()
    return f"{UNIT}/{dossier.hex()}"


@pytest.fixture
def app(center: Center) -> Starlette:
    """Everything the center answers with."""
    return build_app(center)

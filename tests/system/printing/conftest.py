"""Printers and a CUPS for the tests of this folder, and a desk with a dossier to print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk_app.operations.desk import Desk
from desk_app.operations.find import show
from desk_app.operations.receive import receive
from sync.model.dossier import Dossier
from tests.offices import OFFICER, MovedClock, new_desk, request
from tests.system.printing.services import (
    PrivateCups,
    VirtualPrinter,
    announcing,
    program,
    short_folder,
)

PDF = "application/pdf"
RASTER = "image/pwg-raster"
MakePrinter = Callable[..., VirtualPrinter]


@pytest.fixture(scope="module")
def services() -> Iterator[dict[str, str]]:
    program("ippeveprinter", "cups-ipp-utils")
    with announcing() as environment:
        yield environment


@pytest.fixture
def folder() -> Iterator[Path]:
    with short_folder() as made:
        yield made


@pytest.fixture
def make_printer(services: dict[str, str], folder: Path) -> Iterator[MakePrinter]:
    """Makes running printers that take the formats asked for."""
    made: list[VirtualPrinter] = []

    def make(formats: str = PDF) -> VirtualPrinter:
        printer = VirtualPrinter(folder / f"printer-{len(made)}", services, formats)
        made.append(printer)
        printer.start()
        return printer

    yield make
    for printer in made:
        printer.kill()


@pytest.fixture
def cups(services: dict[str, str], folder: Path) -> Iterator[PrivateCups]:
    made = PrivateCups(folder, services)
    try:
        made.start()
        yield made
    finally:
        made.stop()


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock()


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    opened = new_desk(tmp_path / "desk", clock)
    yield opened
    opened.close()


@pytest.fixture
def dossier(desk: Desk) -> Dossier:
    [received] = receive(desk, [request()], OFFICER).value
    return show(desk, received.number).dossier

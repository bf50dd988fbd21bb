"""Thermal printers: the bytes sent print the page and its codes, and every trouble has its own answer."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from desk_app.devices.choosing import open_driver
from desk_app.devices.driver import Sheet
from desk_app.devices.escpos import EscPosPrinter, TooWide, escpos_bytes
from desk_app.devices.raster import GreyPage, grey_pages
from desk_app.devices.wires import RawJobWire, UsbWire
from desk_app.domain.print_job import JobState
from tests.devices.rolls import RollPrinter, read_rolls
from tests.devices.sheets import DIGITS, both, codes_on, page, roll


@pytest.fixture
def printer() -> Iterator[RollPrinter]:
    made = RollPrinter()
    yield made
    made.close()


@pytest.mark.parametrize(("width", "dots"), [(80, 576), (58, 384)])
def test_the_codes_on_the_roll_are_read_back_from_the_bytes(width: int, dots: int) -> None:
    raw = escpos_bytes(list(grey_pages(roll(width=width), 203)), dots)
    [paper] = read_rolls(raw)
    assert paper.width == dots
    assert codes_on(paper) == both(DIGITS)


def test_every_dot_of_a_page_is_the_dot_of_the_roll() -> None:
    dots = bytes(0 if (x * 7 + y * 3) % 5 == 0 else 255 for y in range(300) for x in range(64))
    [paper] = read_rolls(escpos_bytes([GreyPage(64, 300, 203, dots)], 64))
    assert paper.tobytes() == dots


def test_each_page_is_cut_and_trailing_white_is_not_fed() -> None:
    pages = list(grey_pages(page(DIGITS, width=80, height=200, pages=2), 203))
    papers = read_rolls(escpos_bytes(pages, 576))
    assert len(papers) == 2
    white_below = GreyPage(64, 100, 203, bytes(64) + bytes([255]) * 64 * 99)
    assert [paper.height for paper in read_rolls(escpos_bytes([white_below], 64))] == [1]


def test_a_page_wider_than_the_roll_is_refused_and_nothing_is_sent(printer: RollPrinter) -> None:
    with pytest.raises(TooWide):
        escpos_bytes(list(grey_pages(page(), 203)), 384)
    answer = open_driver(printer.address + "?dots=384").send(Sheet(page(), "a"))
    assert answer.state is JobState.FAILED
    assert "rộng hơn cuộn giấy" in answer.said
    assert not printer.heard


def test_a_printer_that_answers_confirms_the_paper(printer: RollPrinter) -> None:
    assert open_driver(printer.address).send(Sheet(roll(), "a")).state is JobState.PRINTED
    [paper] = printer.papers
    assert codes_on(paper) == both(DIGITS)


def test_a_silent_printer_is_not_claimed_to_have_printed(
    printer: RollPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk_app.devices.escpos.STATUS_SECONDS", 0.05)
    printer.silent = True
    assert open_driver(printer.address).send(Sheet(roll(), "a")).state is JobState.TAKEN
    assert codes_on(printer.papers[0]) == both(DIGITS)


@pytest.mark.parametrize(
    ("trouble", "said"), [({"paper": False}, "Máy in hết giấy"), ({"cover_open": True}, "Nắp máy in đang mở")]
)
def test_what_the_printer_says_before_is_said_and_nothing_is_sent(
    printer: RollPrinter, trouble: dict[str, bool], said: str
) -> None:
    for name, value in trouble.items():
        setattr(printer, name, value)
    driver = open_driver(printer.address)
    answer = driver.send(Sheet(roll(), "a"))
    assert (answer.state, answer.said.startswith(said)) == (JobState.FAILED, True)
    assert printer.papers == []
    assert said in driver.look().said
    printer.paper, printer.cover_open = True, False
    assert driver.look().ready
    assert driver.send(Sheet(roll(), "a")).state is JobState.PRINTED


def test_paper_that_ends_within_the_print_leaves_a_doubt(printer: RollPrinter) -> None:
    printer.runs_out = True
    answer = open_driver(printer.address).send(Sheet(roll(), "a"))
    assert answer.state is JobState.DOUBTFUL
    assert "hết giấy khi đang in" in answer.said


def test_a_printer_that_dies_within_the_print_leaves_a_doubt(printer: RollPrinter) -> None:
    printer.dies_after = 5000
    answer = open_driver(printer.address).send(Sheet(roll(), "a"))
    assert answer.state is JobState.DOUBTFUL
    assert "Xem khay giấy" in answer.said


def test_a_printer_that_is_gone_got_nothing(printer: RollPrinter) -> None:
    printer.close()
    driver = open_driver(printer.address)
    answer = driver.send(Sheet(roll(), "a"))
    assert answer.state is JobState.FAILED
    assert "an toàn" in answer.said
    assert not driver.look().ready


def test_bytes_that_are_no_pdf_are_not_sent(printer: RollPrinter) -> None:
    answer = open_driver(printer.address).send(Sheet(b"%!PS", "a"))
    assert answer.state is JobState.FAILED
    assert "Không vẽ được" in answer.said
    assert not printer.heard


# ----------------------------------------------------------------------------------------------- USB, Windows


class FakeEndpoint:
    """One end of a USB printer."""

    def __init__(self, address: int, heard: bytearray) -> None:
        self.bEndpointAddress, self.heard = address, heard

    def write(self, raw: bytes, timeout: int) -> int:
        self.heard += raw
        return len(raw)

    def read(self, size: int, timeout: int) -> bytes:
        if self.heard.endswith(b"\x1dr\x01"):
            return b"\0"
        return b"\x12"


def usb_modules(heard: bytearray, held: list[str]) -> tuple[Any, Any]:
    """pyusb's two modules around one printer."""
    interface = SimpleNamespace(bInterfaceClass=7, bInterfaceNumber=0)
    ends = {0x00: FakeEndpoint(1, heard), 0x80: FakeEndpoint(0x82, heard)}

    class Device(list[Any]):
        """A device with one configuration of one interface."""

        def is_kernel_driver_active(self, number: int) -> bool:
            return True

        def detach_kernel_driver(self, number: int) -> None:
            held.append("detached")

    def find(**wanted: int) -> Any:
        return Device([[interface]]) if wanted == {"idVendor": 0x04B8, "idProduct": 0x0E15} else None

    util = SimpleNamespace(
        ENDPOINT_OUT=0x00,
        ENDPOINT_IN=0x80,
        endpoint_direction=lambda address: address & 0x80,
        find_descriptor=lambda _interface, custom_match: next(
            (end for end in ends.values() if custom_match(end)), None
        ),
        claim_interface=lambda device, number: held.append("claimed"),
        release_interface=lambda device, number: held.append("released"),
        dispose_resources=lambda device: held.append("disposed"),
    )
    return SimpleNamespace(find=find, NoBackendError=ValueError), util


def test_a_usb_printer_prints_and_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    heard, held = bytearray(), list[str]()
    core, util = usb_modules(heard, held)
    printer = EscPosPrinter("USB", lambda: UsbWire(0x04B8, 0x0E15, core, util))
    assert printer.send(Sheet(roll(), "a")).state is JobState.PRINTED
    papers = [paper for paper in read_rolls(bytes(heard)) if paper.height > 1]
    assert codes_on(papers[0]) == both(DIGITS)
    assert held == ["detached", "claimed", "released", "disposed"]
    unplugged = EscPosPrinter("USB", lambda: UsbWire(1, 2, core, util)).send(Sheet(roll(), "a"))
    assert unplugged.state is JobState.FAILED


class FakeSpooler:
    """winspool.drv as far as a raw job needs it."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.heard = bytearray()
        self.fails = ""

    def __getattr__(self, name: str) -> Any:
        def call(*arguments: Any) -> int:
            self.calls.append(name)
            if name == self.fails:
                return 0
            if name == "WritePrinter":
                self.heard += arguments[1]
                ctypes.cast(arguments[3], ctypes.POINTER(ctypes.c_uint32))[0] = arguments[2]
            return 1

        return call


def test_a_windows_queue_gets_one_raw_job_and_never_confirms() -> None:
    spooler = FakeSpooler()
    printer = EscPosPrinter("POS", lambda: RawJobWire("POS", spooler))
    assert printer.send(Sheet(roll(), "a")).state is JobState.TAKEN
    assert codes_on(read_rolls(bytes(spooler.heard))[0]) == both(DIGITS)
    ends = ["EndPagePrinter", "EndDocPrinter", "ClosePrinter"]
    assert spooler.calls == ["OpenPrinterW", "StartDocPrinterW", "StartPagePrinter", "WritePrinter", *ends]


@pytest.mark.parametrize(
    ("fails", "state"), [("OpenPrinterW", JobState.FAILED), ("WritePrinter", JobState.DOUBTFUL)]
)
def test_a_windows_queue_that_refuses_is_told(fails: str, state: JobState) -> None:
    spooler = FakeSpooler()
    spooler.fails = fails
    printer = EscPosPrinter("POS", lambda: RawJobWire("POS", spooler))
    assert printer.send(Sheet(roll(), "a")).state is state
    assert ("AbortPrinter" in spooler.calls) == (fails == "WritePrinter")

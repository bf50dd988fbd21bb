"""Scanners on a serial line or in HID-POS mode: whole scans arrive, lost scanners come back."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desk_app.devices import hid_scanner, serial_scanner
from desk_app.devices.hid_scanner import HidPort, report_data
from desk_app.devices.ports import LONGEST, Port, PortScanner, ScanLines
from desk_app.domain.mistakes import DeskError
from tests.patience import WAIT

CARD = "990099000001||Nguyễn Văn Mẫu|01021999|Nam|Thôn 1, Xã Ví Dụ, Tỉnh Thử Nghiệm|15062021"
NUMBER = "000.00.06.H56-261123-0042"


# ------------------------------------------------------------------------------------------------- the lines


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\x00", b"\x03"])
def test_a_terminator_ends_a_scan(end: bytes) -> None:
    lines = ScanLines()
    assert lines.feed(CARD.encode() + end + NUMBER.encode()) == [CARD]
    assert lines.feed(end) == [NUMBER]
    assert lines.silent() == []


def test_silence_ends_a_scan_without_terminator() -> None:
    lines = ScanLines()
    assert lines.feed(NUMBER.encode()) == []
    assert lines.silent() == [NUMBER]


def test_an_endless_scan_is_dropped_whole_and_the_next_one_heard() -> None:
    lines = ScanLines()
    assert lines.feed(b"9" * (LONGEST + 1) + b"\r" + NUMBER.encode() + b"\r") == [NUMBER]


@given(st.lists(st.binary(max_size=40)))
def test_any_octets_are_texts(pieces: list[bytes]) -> None:
    lines = ScanLines()
    found = [text for piece in pieces for text in lines.feed(piece)]
    assert all(text and "\r" not in text for text in found)


@given(st.text("0123456789ABC|.-é", min_size=1), st.integers(1, 9))
def test_a_scan_arrives_whole_however_it_is_cut(text: str, size: int) -> None:
    octets = text.encode() + b"\r"
    lines = ScanLines()
    pieces = [octets[at : at + size] for at in range(0, len(octets), size)]
    assert [one for piece in pieces for one in lines.feed(piece)] == [text]


# ----------------------------------------------------------------------------------------------------- HID


def reports(octets: bytes, aim: bytes = b"]Q1") -> list[bytes]:
    """A scan as a HID-POS scanner sends it."""
    pieces = [octets[at : at + 56] for at in range(0, len(octets), 56)]
    return [
        bytes([2, len(piece)]) + aim + piece.ljust(56, b"\0") + b"s\0" + bytes([at < len(pieces) - 1])
        for at, piece in enumerate(pieces)
    ]


class Device:
    """A device of hidapi; after its reports it is unplugged."""

    def __init__(self, sent: list[bytes]) -> None:
        self._sent = sent
        self.closed = False

    def read(self, size: int, timeout: int) -> list[int]:
        if not self._sent:
            raise OSError("read error")
        return list(self._sent.pop(0)[:size])

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize("text", [NUMBER, CARD, "1" * 340, "2" * 56, "3" * 112])
def test_a_scan_of_several_reports_is_put_together(text: str) -> None:
    octets = text.encode()
    port, lines = HidPort(Device([*reports(octets), b"", *reports(octets)])), ScanLines()
    found: list[str] = []
    with suppress(OSError):
        while True:
            found += lines.feed(port.read())
    assert found == [text, text]


@given(st.binary(max_size=80))
def test_any_report_is_data_or_nothing(report: bytes) -> None:
    data, _ = report_data(report)
    assert len(data) <= 56
    assert not data or report[0] == 2


# ----------------------------------------------------------------------------------------------- the thread


class Listener:
    """What a scanner's thread told."""

    def __init__(self, scanner: PortScanner) -> None:
        self.heard: list[str] = []
        self.troubles: list[DeskError] = []
        self.scanner = scanner
        scanner.scanned.connect(self.heard.append)
        scanner.troubled.connect(self.troubles.append)


def test_a_lost_scanner_is_said_once_and_taken_up_again(qtbot: QtBot) -> None:
    opened: list[Device] = []
    attempts = threading.Semaphore(4)

    def open_port() -> Port:
        if not attempts.acquire(blocking=False) or (len(opened) == 1 and attempts.acquire(blocking=False)):
            raise DeskError("Không có máy quét.")
        opened.append(Device(reports(NUMBER.encode())))
        return HidPort(opened[-1])

    listener = Listener(PortScanner(open_port, retry=0.005))
    listener.scanner.start()
    qtbot.waitUntil(lambda: len(listener.heard) >= 2, timeout=WAIT)
    listener.scanner.stop()
    assert set(listener.heard) == {NUMBER}
    assert all(device.closed for device in opened)
    assert listener.troubles[0].title == "Mất kết nối máy quét."
    assert len(listener.troubles) <= len(opened) + 2


@pytest.fixture
def line() -> Iterator[tuple[int, str]]:
    """A serial line: our end, and the name of the other."""
    ours, theirs = os.openpty()
    yield ours, os.ttyname(theirs)
    os.close(ours)
    os.close(theirs)


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a Unix thing")
def test_a_scanner_on_a_serial_line_is_heard(qtbot: QtBot, line: tuple[int, str]) -> None:
    pytest.importorskip("serial", reason="pyserial comes with the extra `scanners`")
    ours, name = line
    ready = threading.Event()

    def open_port() -> Port:
        port = serial_scanner.open_serial(name)
        ready.set()
        return port

    listener = Listener(PortScanner(open_port))
    listener.scanner.start()
    try:
        assert ready.wait(60)  # opening a line forgets what came before
        os.write(ours, CARD.encode() + b"\r\n")
        qtbot.waitUntil(lambda: listener.heard == [CARD], timeout=WAIT)
        os.write(ours, NUMBER.encode())  # this one sends no terminator
        qtbot.waitUntil(lambda: listener.heard == [CARD, NUMBER], timeout=WAIT)
    finally:
        listener.scanner.stop()
    assert listener.troubles == []


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a Unix thing")
def test_a_port_that_is_not_there_is_trouble_in_words() -> None:
    pytest.importorskip("serial", reason="pyserial comes with the extra `scanners`")
    with pytest.raises(DeskError, match="Không mở được"):
        serial_scanner.open_serial("no-such-port")
    assert isinstance(serial_scanner.serial_ports(), list)


def test_without_the_optional_packages_a_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("serial", "serial.tools", "serial.tools.list_ports", "hid"):
        monkeypatch.setitem(sys.modules, name, None)
    for call in (
        serial_scanner.serial_ports,
        lambda: serial_scanner.open_serial("x"),
        hid_scanner.hid_scanners,
        lambda: hid_scanner.open_hid(b"x"),
    ):
        with pytest.raises(DeskError) as refused:
            call()
        assert "motcua[scanners]" in refused.value.advice

"""Scanners on a COM port (RS-232, USB-serial, "virtual COM"), read by pyserial, an optional package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.scanner_settings import SPEEDS

if TYPE_CHECKING:
    from desk_app.devices.ports import Port

_WAIT_SECONDS: Final = 0.2
"""Longer silence than this ends a scan that has no terminator."""


def missing() -> DeskError:
    """What the officer is told where the package is not installed."""
    return DeskError(
        "Bản cài này chưa có phần đọc máy quét cổng COM (thiếu gói pyserial).",
        "Cài thêm motcua[scanners], hoặc đặt máy quét ở chế độ bàn phím.",
    )


def serial_ports() -> list[tuple[str, str]]:
    """Ports of this machine as (name, description). Raises `DeskError` without pyserial."""
    try:
        from serial.tools.list_ports import comports
    except ImportError:
        raise missing() from None
    return [(port.device, port.description or port.device) for port in comports()]


def open_serial(name: str, speed: int = SPEEDS[0]) -> Port:
    """The scanner on a port: 8 data bits, no parity. Raises `DeskError`."""
    try:
        import serial
    except ImportError:
        raise missing() from None
    try:
        return _SerialPort(serial.Serial(name, speed, timeout=_WAIT_SECONDS, exclusive=True))
    except (OSError, ValueError) as error:  # SerialException is an OSError
        raise DeskError(
            f"Không mở được máy quét ở cổng {name[:40]}.",
            "Kiểm tra dây, tên cổng, và chương trình khác đang dùng cổng đó.",
        ) from error


class _SerialPort:
    def __init__(self, line: Any) -> None:
        self._line = line

    def read(self) -> bytes:
        octets: bytes = self._line.read(1)
        if octets:
            octets += self._line.read(min(self._line.in_waiting, 4096))
        return octets

    def close(self) -> None:
        self._line.close()

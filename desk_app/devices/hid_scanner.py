"""Scanners in HID-POS mode ("USB HID barcode scanner"), read by hidapi, an optional package.

The report is the one of the USB "HID Point of Sale Usage Tables" (usage page 8C hex) as Honeywell, Zebra,
Datalogic and Access-IS devices send it, 64 octets: report id 2, length, AIM identifier (3), data (56),
symbology, reserved, and a last octet whose lowest bit says that the scan goes on in the next report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from desk_app.domain.mistakes import DeskError

if TYPE_CHECKING:
    from desk_app.devices.ports import Port

USAGE_PAGE: Final = 0x8C
REPORT_ID: Final = 2
REPORT_SIZE: Final = 64
_HEAD, _MOST = 5, 56
_WAIT_MS: Final = 200


def missing() -> DeskError:
    """What the officer is told where the package is not installed."""
    return DeskError(
        "Bản cài này chưa có phần đọc máy quét HID-POS (thiếu gói hidapi).",
        "Cài thêm motcua[scanners], hoặc đặt máy quét ở chế độ bàn phím.",
    )


def report_data(report: bytes) -> tuple[bytes, bool]:
    """The data of one report, and whether more follows; nothing for reports of another kind."""
    if len(report) != REPORT_SIZE or report[0] != REPORT_ID or report[1] > _MOST:
        return b"", False
    return report[_HEAD : _HEAD + report[1]], bool(report[-1] & 1)


def hid_scanners() -> list[tuple[bytes, str]]:
    """Scanners in HID-POS mode as (path, name). Raises `DeskError` without hidapi."""
    try:
        import hid
    except ImportError:
        raise missing() from None
    return [
        (bytes(one["path"]), str(one.get("product_string") or "Máy quét HID"))
        for one in hid.enumerate()
        if one.get("usage_page") == USAGE_PAGE
    ]


def open_hid_named(name: str) -> Port:
    """The scanner of a product's name, whichever socket it is plugged into. Raises `DeskError`."""
    path = next((path for path, product in hid_scanners() if product == name), None)
    if path is None:
        raise DeskError(f"Không thấy máy quét “{name[:60]}”.", "Cắm máy quét, để ở chế độ HID-POS.")
    return open_hid(path)


def open_hid(path: bytes) -> Port:
    """The scanner at a path of `hid_scanners`. Raises `DeskError`."""
    try:
        import hid
    except ImportError:
        raise missing() from None
    device = hid.device()
    try:
        device.open_path(path)
    except OSError as error:
        raise DeskError(
            "Không mở được máy quét HID-POS.", "Cắm lại máy quét; trên Linux cần quyền đọc thiết bị hidraw."
        ) from error
    return HidPort(device)


class HidPort:
    """An opened device of hidapi as a `Port`; each whole scan ends with CR."""

    def __init__(self, device: Any) -> None:
        self._device = device

    def read(self) -> bytes:
        """The next piece of a scan. Raises `OSError` when the scanner is gone."""
        report = bytes(self._device.read(REPORT_SIZE, _WAIT_MS))
        data, more = report_data(report)
        return data if more or not data else data + b"\r"

    def close(self) -> None:
        """Lets go of it."""
        self._device.close()

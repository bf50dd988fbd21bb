"""From a printer's address to its driver, and which printers there are."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.devices.driver import Driver
from desk_app.domain.mistakes import DeskError
from desk_app.domain.printer_address import SYSTEM, PrinterAddress, parse_address

if TYPE_CHECKING:
    from desk_app.devices.escpos import Wire

OpenDriver = Callable[[str, str], Driver]
"""An address and a tray -> the driver; raises `DeskError`."""


@dataclass(frozen=True, slots=True)
class KnownPrinter:
    """A printer that can be chosen: its address, whether it is the system's default, and how it stands."""

    address: str
    name: str
    kind: str
    default: bool
    ready: bool
    said: str


def open_driver(address: str, tray: str = "") -> Driver:
    """The driver of a printer. Raises `DeskError` for an address of no known kind."""
    at = parse_address(address)
    if at.kind in ("ipp", "ipps"):
        from desk_app.devices.ipp import IppPrinter

        return IppPrinter(at)
    if at.kind == "file":
        from desk_app.devices.file_printer import FilePrinter

        return FilePrinter(Path(at.name))
    if at.kind == SYSTEM:
        return _system(at.name, tray)
    from desk_app.devices.escpos import DOTS_80MM, ROLL_DPI, EscPosPrinter

    return EscPosPrinter(
        at.name or at.host,
        _wire(at),
        dots=at.options.get("dots", DOTS_80MM),
        dpi=at.options.get("dpi", ROLL_DPI),
    )


def _wire(at: PrinterAddress) -> Callable[[], Wire]:
    from desk_app.devices.wires import NetworkWire, RawJobWire, UsbWire

    if at.kind == "escpos":
        return lambda: NetworkWire(at.host, at.port)
    if at.kind == "escpos-raw":
        return lambda: RawJobWire(at.name)
    vendor, product = (int(part, 16) for part in at.name.split(":"))
    return lambda: UsbWire(vendor, product)


def _system(name: str, tray: str) -> Driver:
    """Qt's; by CUPS itself where Qt is absent, or for a tray, which Qt cannot name to CUPS."""
    from desk_app.devices.ipp import cups_queue, cups_queues

    posix = sys.platform != "win32"
    if not has_qt() or (posix and tray):
        queue = (name or _default(cups_queues())) if posix else ""
        if queue:
            return cups_queue(queue)
    if has_qt():
        from desk_app.devices.qt_printer import QtPrinter

        return QtPrinter(name)
    raise DeskError(
        f"Không thấy máy in “{name}”." if name else "Máy này chưa có máy in.",
        "Chọn máy in bằng địa chỉ ipp://… hoặc escpos://…, hay in ra tệp bằng file:THƯ-MỤC.",
    )


def _default(queues: list[tuple[str, bool]]) -> str:
    """CUPS's default queue, or the only one; empty where it cannot be told."""
    marked = [name for name, default in queues if default]
    return marked[0] if marked else queues[0][0] if len(queues) == 1 else ""


def has_qt() -> bool:
    """Whether Qt can print here."""
    return importlib.util.find_spec("PySide6") is not None


def known_printers(chosen: Iterable[str] = ()) -> list[KnownPrinter]:
    """The system's printers, the default one first, and those chosen by address, as they stand now."""
    names: list[str] = []
    default = ""
    if has_qt():
        from desk_app.devices.printing import default_printer, printer_names
        from desk_app.devices.qt_printer import need_application

        need_application()
        names, default = printer_names(), default_printer()
    if not names and sys.platform != "win32":
        from desk_app.devices.ipp import cups_queues

        queues = cups_queues()
        names, default = [name for name, _ in queues], _default(queues)
    found = [_known(name, default=name == default) for name in names]
    others = dict.fromkeys(one for one in chosen if one and one not in names)
    return found + [_known(address, default=False) for address in others]


def _known(address: str, *, default: bool) -> KnownPrinter:
    kind = parse_address(address).kind
    if kind == SYSTEM and sys.platform != "win32":
        from desk_app.devices.ipp import cups_queue

        look = cups_queue(address).look()
    else:
        look = open_driver(address).look()
    return KnownPrinter(address, look.name or address, kind, default, look.ready, look.said)

"""The scanners of the desk that are no keyboard, all listened to at once, and how they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal, Slot

from desk_app.devices.hid_scanner import hid_scanners, open_hid_named
from desk_app.devices.ports import RETRY_SECONDS, Port, PortScanner
from desk_app.devices.serial_scanner import open_serial, serial_ports
from desk_app.domain.mistakes import DeskError
from desk_app.domain.scanner_settings import ScannerPort

OpenPort = Callable[[ScannerPort], Port]
"""Opens a scanner; raises `DeskError` while it is not there."""


def open_scanner(port: ScannerPort) -> Port:
    """Opens a scanner of the settings. Raises `DeskError`."""
    return open_serial(port.name, port.speed) if port.kind == "serial" else open_hid_named(port.name)


def found_scanners() -> tuple[list[tuple[ScannerPort, str]], list[DeskError]]:
    """What is plugged in: each port with its description; and what kept one of the two kinds from being
    looked for.
    """
    found: list[tuple[ScannerPort, str]] = []
    troubles: list[DeskError] = []
    try:
        found += [(ScannerPort("serial", name), words) for name, words in serial_ports()]
    except DeskError as trouble:
        troubles.append(trouble)
    try:
        found += [
            (ScannerPort("hid", name), name) for name in dict.fromkeys(name for _, name in hid_scanners())
        ]
    except DeskError as trouble:
        troubles.append(trouble)
    return found, troubles


class _Ear(QObject):
    """One scanner listened to. `trouble`: why it is not heard; None: not known yet. `known`: it was there
    once, `back`: it was lost before.

    Its slots run in the thread that made it, whichever thread the scanner is read in.
    """

    changed = Signal()
    scanned = Signal(str)

    def __init__(self, open_port: Callable[[], Port], retry: float, parent: QObject) -> None:
        super().__init__(parent)
        self.trouble: str | None = None
        self.known = self.back = self._dismissed = False
        self._scanner = PortScanner(open_port, retry=retry, parent=self)
        self._scanner.scanned.connect(self._heard)
        self._scanner.connected.connect(self._connected)
        self._scanner.troubled.connect(self._troubled)
        self._scanner.start()

    @Slot(str)
    def _heard(self, text: str) -> None:
        if not self._dismissed:
            self.scanned.emit(text)

    @Slot()
    def _connected(self) -> None:
        self._turn("")

    @Slot(object)
    def _troubled(self, trouble: DeskError) -> None:
        self._turn(trouble.title)

    def _turn(self, trouble: str) -> None:
        self.back = bool(self.trouble) and not trouble
        self.known = self.known or not trouble
        self.trouble = trouble
        if not self._dismissed:
            self.changed.emit()

    def dismiss(self) -> None:
        """Listens no more; the scanner is let go of a moment later."""
        self._dismissed = True
        self._scanner.dismiss()

    def stop(self) -> None:
        """Waits until the scanner is let go of."""
        self._scanner.stop()


class Scanners(QObject):
    """`scanned` carries each text; `told` how the scanners stand in words and whether that wants a look."""

    scanned = Signal(str)
    told = Signal(str, bool)

    def __init__(
        self, open_port: OpenPort = open_scanner, retry: float = RETRY_SECONDS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._open, self._retry = open_port, retry
        self._ears: dict[ScannerPort, _Ear] = {}
        self._dismissed: list[_Ear] = []

    def put(self, ports: Iterable[ScannerPort]) -> None:
        """Listens to these and no others."""
        wanted = list(dict.fromkeys(ports))
        for port in [port for port in self._ears if port not in wanted]:
            ear = self._ears.pop(port)
            ear.dismiss()
            self._dismissed.append(ear)
        for port in wanted:
            if port not in self._ears:
                self._ears[port] = self._listen(port)
        self.tell()

    def _listen(self, port: ScannerPort) -> _Ear:
        before = self._dismissed.copy()

        def open_port() -> Port:
            for one in before:  # one of them may still hold the same line, at another speed
                one.stop()
            before.clear()
            return self._open(port)

        ear = _Ear(open_port, self._retry, self)
        ear.scanned.connect(self.scanned)
        ear.changed.connect(self.tell)
        return ear

    def trouble(self, port: ScannerPort) -> str | None:
        """Why a scanner is not heard; empty: it is heard; None: not listened to, or not known yet."""
        ear = self._ears.get(port)
        return None if ear is None else ear.trouble

    @Slot()
    def tell(self) -> None:
        """Says how they stand: that one is silent, else that all is well."""
        ears = self._ears.values()
        silent = [ear for ear in ears if ear.trouble]
        if silent:
            lost = any(ear.known for ear in silent)
            self.told.emit("Mất kết nối máy quét" if lost else "Chưa nối được máy quét", True)
        elif any(ear.trouble is not None for ear in ears):
            self.told.emit("Máy quét đã nối lại ✓" if any(ear.back for ear in ears) else "Máy quét ✓", False)
        else:
            self.told.emit("", False)

    def close(self) -> None:
        """Ends listening."""
        everyone = [*self._ears.values(), *self._dismissed]
        self._ears, self._dismissed = {}, []
        for ear in everyone:
            ear.dismiss()
        for ear in everyone:
            ear.stop()

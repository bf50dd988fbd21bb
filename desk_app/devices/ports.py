"""Scanners that are no keyboard: what they send by a serial line or as HID-POS reports becomes scanned texts.

Neither keyboard layout nor input method can touch such a scan. A port is read in a thread of its own; a
scanner that is unplugged is waited for, and taken up again when it is back.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal

from desk_app.domain.mistakes import DeskError

LONGEST: Final = 4096
"""Octets of the longest scan; a longer one is dropped whole."""
RETRY_SECONDS: Final = 3.0
STOP_SECONDS: Final = 5.0


class Port(Protocol):
    """An opened scanner."""

    def read(self) -> bytes:
        """What has come, after waiting a moment at most; empty: nothing. Raises `OSError` when it is gone."""

    def close(self) -> None:
        """Lets go of it."""


class ScanLines:
    """Puts octets together to texts: a scan ends with CR, LF, NUL or ETX, or when the line falls silent."""

    _ENDS: Final = b"\r\n\x00\x03"

    def __init__(self) -> None:
        self._held = bytearray()
        self._too_long = False

    def feed(self, octets: bytes) -> list[str]:
        """The texts that are whole now."""
        found = []
        for octet in octets:
            if octet in self._ENDS:
                found += self.silent()
            elif len(self._held) < LONGEST:
                self._held.append(octet)
            else:
                self._too_long = True
        return found

    def silent(self) -> list[str]:
        """What is held is all there was: the scanner sends no terminator."""
        octets, too_long = bytes(self._held), self._too_long
        self._held.clear()
        self._too_long = False
        return [octets.decode("utf-8", "replace")] if octets and not too_long else []


class PortScanner(QObject):
    """Reads one scanner. `scanned` carries each text, `connected` that it is there (again), `troubled` a
    `DeskError` once for each loss.

    `open_port` raises `DeskError` while the scanner is not there. Signals reach the receiver's own thread.
    """

    scanned = Signal(str)
    connected = Signal()
    troubled = Signal(object)

    def __init__(
        self, open_port: Callable[[], Port], *, retry: float = RETRY_SECONDS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._open_port = open_port
        self._retry = retry
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._work, name="scanner", daemon=True)

    def start(self) -> None:
        """Begins to listen."""
        self._thread.start()

    def dismiss(self) -> None:
        """Ends listening; the scanner is let go of a moment later."""
        self._ending.set()

    def stop(self) -> None:
        """Ends listening and lets go of the scanner."""
        self.dismiss()
        if self._thread.is_alive():
            self._thread.join(STOP_SECONDS)

    def _work(self) -> None:
        told = False
        while not self._ending.is_set():
            try:
                port = self._open_port()
            except DeskError as trouble:
                told = told or self._tell(trouble)
            else:
                told = False
                self.connected.emit()
                self._listen(port)
                if not self._ending.is_set():
                    lost = DeskError("Mất kết nối máy quét.", "Kiểm tra dây; cắm lại là dùng tiếp được.")
                    told = self._tell(lost)
            self._ending.wait(self._retry)

    def _tell(self, trouble: DeskError) -> bool:
        self.troubled.emit(trouble)
        return True

    def _listen(self, port: Port) -> None:
        lines = ScanLines()
        try:
            while not self._ending.is_set():
                octets = port.read()
                for text in lines.feed(octets) if octets else lines.silent():
                    self.scanned.emit(text)
        except OSError:
            return
        finally:
            port.close()

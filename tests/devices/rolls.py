"""A thermal printer for tests: hears ESC/POS on a TCP port, answers its status, keeps what came out."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field

from PIL import Image

CUT = b"\x1dV"


class NotEscPos(AssertionError):
    """Bytes that no thermal printer would understand."""


def read_rolls(raw: bytes) -> list[Image.Image]:
    """The papers an ESC/POS byte stream prints, each up to its cut, as black-and-white images.

    Reads only what the standard says, so that a wrong byte is seen: ESC @, GS v 0, GS V, GS r, DLE EOT.
    """
    papers: list[Image.Image] = []
    bands: list[Image.Image] = []
    at = 0
    while at < len(raw):
        two, four = raw[at : at + 2], raw[at : at + 4]
        if two == b"\x1b@":
            at += 2
        elif four[:3] == b"\x1dv0":
            across, rows = (int.from_bytes(raw[at + n : at + n + 2], "little") for n in (4, 6))
            dots = raw[at + 8 : at + 8 + across * rows]
            if len(dots) != across * rows or four[3] != 0:
                raise NotEscPos("a band that ends too early")
            inverted = bytes(255 - byte for byte in dots)  # a set bit burns black; PIL's is white
            bands.append(Image.frombytes("1", (across * 8, rows), inverted))
            at += 8 + len(dots)
        elif two == CUT:
            papers.append(_glued(bands))
            bands = []
            at += 4 if raw[at + 2] in (65, 66) else 3
        elif two in (b"\x1dr", b"\x10\x04"):
            at += 3
        else:
            raise NotEscPos(f"{raw[at : at + 8]!r} at {at}")
    if bands:
        papers.append(_glued(bands))
    return papers


def _glued(bands: list[Image.Image]) -> Image.Image:
    width = max((band.width for band in bands), default=8)
    paper = Image.new("L", (width, sum(band.height for band in bands) or 1), 255)
    at = 0
    for band in bands:
        paper.paste(band, (0, at))
        at += band.height
    return paper


@dataclass
class RollPrinter:
    """Listens until closed. `silent` never answers; `dies_after` bytes it pulls the plug."""

    paper: bool = True
    cover_open: bool = False
    silent: bool = False
    dies_after: int | None = None
    runs_out: bool = False
    heard: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.done = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"escpos://127.0.0.1:{self.port}"

    @property
    def papers(self) -> list[Image.Image]:
        assert self.done.wait(60)
        return [paper for paper in read_rolls(bytes(self.heard)) if paper.height > 1]

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # closing alone would not wake the one who waits
        self._listener.close()
        self._thread.join(10)

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self._hear(connection)
            self.done.set()

    def _hear(self, connection: socket.socket) -> None:
        while chunk := connection.recv(65536):
            before = len(self.heard)
            self.heard += chunk
            if self.dies_after is not None and len(self.heard) > self.dies_after:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                return
            if not self.silent:
                self._answer(connection, bytes(self.heard[max(0, before - 2) :]))

    def _answer(self, connection: socket.socket, new: bytes) -> None:
        if new.endswith(b"\x10\x04\x04"):
            connection.sendall(bytes((0x12 if self.paper else 0x72,)))
        elif new.endswith(b"\x10\x04\x02"):
            connection.sendall(bytes((0x16 if self.cover_open else 0x12,)))
        elif new.endswith(b"\x1dr\x01"):
            connection.sendall(bytes((0x0C if self.runs_out else 0x00,)))

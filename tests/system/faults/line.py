"""A thin line in user space, where namespaces are not allowed: a relay with rate, delay and loss.

It stands for TCP over such a line by rule, not by packets: bytes leave at the rate, arrive half a round
trip later, a new connection costs a round trip, and a lost packet of 1,448 bytes goes again a round trip
later while all behind it wait. What TCP itself would do beyond that (slow start) is not in it: real figures
come from the namespaces of `tests.bench.namespaces`.
"""

from __future__ import annotations

import contextlib
import queue
import random
import socket
import threading
import time

_PACKET = 1448
_HEADER = 52
_Way = queue.Queue[tuple[float, bytes]]


class ThinLine:
    """Listens on the loopback before port `to`. Open at first; `shape` makes the line thin."""

    def __init__(self, to: int, seed: int = 1) -> None:
        self._to = to
        self._bits = 0
        self._round_trip = 0.0
        self._loss = 0.0
        self._chance = random.Random(seed)
        self._guard = threading.Lock()
        self._free = [0.0, 0.0]
        self._bytes = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def address(self) -> str:
        """Where clients go."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def carried(self) -> int:
        """Bytes both ways, lost ones and packets' headers too."""
        return self._bytes

    def shape(self, bits: int, round_trip: float, loss: float) -> None:
        """From now on `bits` a second each way, `round_trip` seconds, `loss` (0 to 1) of packets."""
        with self._guard:
            self._bits, self._round_trip, self._loss = bits, round_trip, loss

    def close(self) -> None:
        """Listens no more."""
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client = self._listener.accept()[0]
                threading.Thread(target=self._join, args=(client,), daemon=True).start()

    def _join(self, client: socket.socket) -> None:
        time.sleep(self._round_trip)  # the handshake
        try:
            server = socket.create_connection(("127.0.0.1", self._to))
        except OSError:
            client.close()
            return
        for one in (client, server):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16 * 1024)
        ends = ((client, server), (server, client))
        threads = []
        for way, (source, target) in enumerate(ends):
            on_its_way: _Way = queue.Queue()
            for work in (
                threading.Thread(target=self._send, args=(way, source, on_its_way), daemon=True),
                threading.Thread(target=self._arrive, args=(source, target, on_its_way), daemon=True),
            ):
                work.start()
                threads.append(work)
        for work in threads:
            work.join()
        client.close()
        server.close()

    def _send(self, way: int, source: socket.socket, out: _Way) -> None:
        behind = 0.0
        with contextlib.suppress(OSError):
            while packet := source.recv(_PACKET):
                left = self._leaves(way, len(packet))
                time.sleep(max(0.0, left - time.monotonic()))
                arrives = left + self._round_trip / 2
                while self._lost():
                    arrives = self._leaves(way, len(packet)) + 1.5 * self._round_trip
                behind = max(behind, arrives)
                out.put((behind, packet))
        out.put((behind, b""))

    def _lost(self) -> bool:
        with self._guard:
            return self._chance.random() < self._loss

    def _leaves(self, way: int, size: int) -> float:
        """When the last bit of a packet is out, given what was sent before on all connections."""
        with self._guard:
            self._bytes += size + _HEADER
            now = time.monotonic()
            takes = (size + _HEADER) * 8 / self._bits if self._bits else 0.0
            self._free[way] = max(now, self._free[way]) + takes
            return self._free[way]

    def _arrive(self, source: socket.socket, target: socket.socket, out: _Way) -> None:
        try:
            while True:
                when, packet = out.get()
                time.sleep(max(0.0, when - time.monotonic()))
                if not packet:
                    target.shutdown(socket.SHUT_WR)
                    return
                target.sendall(packet)
        except OSError:
            with contextlib.suppress(OSError):
                source.shutdown(socket.SHUT_RDWR)  # whom it was for is gone

"""A relay on the loopback that counts what a client and a server say to each other, both ways.

Standard library only: peers' programs run with other interpreters import it by its own name.
"""

from __future__ import annotations

import contextlib
import socket
import threading

_CHUNK = 1 << 16


class Relay:
    """Listens on `port` (any free one) of the loopback and passes everything on to port `to`.

    `taken()` gives the bytes passed since it was last asked: both directions, with HTTP's headers and
    without what TCP and IP add.
    """

    def __init__(self, to: int) -> None:
        self._to = to
        self._count = 0
        self._guard = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def address(self) -> str:
        """Where clients go."""
        return f"http://127.0.0.1:{self.port}"

    def taken(self) -> int:
        """Bytes since the last call."""
        with self._guard:
            count, self._count = self._count, 0
        return count

    def close(self) -> None:
        """Listens no more; what is connected ends with its ends."""
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client = self._listener.accept()[0]
                server = socket.create_connection(("127.0.0.1", self._to))
                for one in (client, server):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                for ends in ((client, server), (server, client)):
                    threading.Thread(target=self._pass, args=ends, daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while some := source.recv(_CHUNK):
                with self._guard:
                    self._count += len(some)
                target.sendall(some)
        with contextlib.suppress(OSError):
            target.shutdown(socket.SHUT_WR)

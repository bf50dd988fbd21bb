"""HTTP/1.1 as it stands on the wire: a request or an answer read whole from a socket, and written again."""

from __future__ import annotations

import socket
import struct
from dataclasses import dataclass

_CHUNK = 1 << 16
_MOST_HEAD = 64 * 1024
_BODILESS = (204, 304)


class Gone(OSError):
    """The other end went away in the middle."""


@dataclass(frozen=True, slots=True)
class Message:
    """A head (with its blank line) and a body as long as the head says."""

    head: bytes
    body: bytes = b""

    @property
    def first(self) -> str:
        """The request's or the answer's first line."""
        return self.head.split(b"\r\n", 1)[0].decode("latin-1")

    @property
    def method(self) -> str:
        """Of a request."""
        return self.first.split(" ")[0]

    @property
    def path(self) -> str:
        """Of a request."""
        return self.first.split(" ")[1]

    @property
    def status(self) -> int:
        """Of an answer."""
        return int(self.first.split(" ")[1])

    @property
    def raw(self) -> bytes:
        """All of it."""
        return self.head + self.body

    def header(self, name: str) -> str:
        """A header's value; empty when it is not there."""
        for line in self.head.split(b"\r\n")[1:]:
            key, _, value = line.partition(b":")
            if key.strip().lower() == name.lower().encode():
                return value.strip().decode("latin-1")
        return ""

    def without(self, name: str) -> Message:
        """The same without a header."""
        start = name.lower().encode() + b":"
        lines = [line for line in self.head.split(b"\r\n") if not line.lower().startswith(start)]
        return Message(b"\r\n".join(lines), self.body)

    def with_body(self, body: bytes) -> Message:
        """The same with another body, its length told truly."""
        lines = self.without("Content-Length").head.split(b"\r\n")
        lines.insert(1, b"Content-Length: %d" % len(body))
        return Message(b"\r\n".join(lines), body)


class Stream:
    """Messages read from a socket, one after the other."""

    def __init__(self, source: socket.socket) -> None:
        self.socket = source
        self._held = b""

    def request(self) -> Message | None:
        """The next request; None when there is no more. Raises `Gone` when it ends in its middle."""
        head = self._head()
        if head is None:
            return None
        message = Message(head)
        if message.header("Expect").lower() == "100-continue":
            # this end is what the client talks to, so this end says go on
            self.socket.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
            message = message.without("Expect")
        return Message(message.head, self._exactly(int(message.header("Content-Length") or 0)))

    def answer(self, method: str) -> Message:
        """The answer to a request of that method. Raises `Gone`."""
        head = self._head()
        if head is None:
            raise Gone("no answer")
        message = Message(head)
        if method == "HEAD" or message.status in _BODILESS:
            return message
        length = message.header("Content-Length")
        return Message(head, self._exactly(int(length)) if length else self._rest())

    def _head(self) -> bytes | None:
        while b"\r\n\r\n" not in self._held:
            some = self.socket.recv(_CHUNK)
            if not some:
                if self._held:
                    raise Gone("in its head")
                return None
            self._held += some
            if len(self._held) > _MOST_HEAD and b"\r\n\r\n" not in self._held:
                raise Gone("a head without end")
        head, _, self._held = self._held.partition(b"\r\n\r\n")
        return head + b"\r\n\r\n"

    def _exactly(self, length: int) -> bytes:
        found = bytearray(self._held[:length])
        self._held = self._held[length:]
        while len(found) < length:
            some = self.socket.recv(min(_CHUNK, length - len(found)))
            if not some:
                raise Gone("in its body")
            found += some
        return bytes(found)

    def _rest(self) -> bytes:
        found, self._held = bytearray(self._held), b""
        while some := self.socket.recv(_CHUNK):
            found += some
        return bytes(found)


def reset(connection: socket.socket) -> None:
    """Closes with RST instead of FIN."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()

"""A proxy between desks and their center that does, by a seed, what lines, proxies and portals do.

It reads whole requests, so that each fault falls where it is meant to: before the center has seen anything,
in the middle of a body, or after the center has committed. Every fault is one function below, registered
under its name; `FaultProxy.done` counts them.
"""

from __future__ import annotations

import contextlib
import gzip
import random
import select
import socket
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Collection

from sync.protocol.ports import MEDIA_TYPE
from tests.system.faults.wire import Gone, Message, Stream, reset

_SERVER_SECONDS = 20.0
_HOLE_SECONDS = 30.0
_DRIP_SECONDS = 0.05
_BOMB = gzip.compress(bytes(32 * 1024 * 1024))
_PORTAL = "<!doctype html><title>Wi-Fi</title><form action=/login>Xin đăng nhập để dùng mạng.</form>".encode()

Fault = Callable[["FaultProxy", socket.socket, Message], None]
FAULTS: dict[str, Fault] = {}
"""By name: what is done with one request instead of passing it on. The connection is closed afterwards."""


def fault(deed: Fault) -> Fault:
    """Registers a fault under its function's name."""
    FAULTS[deed.__name__] = deed
    return deed


class FaultProxy:
    """Listens on the loopback before port `to`. A share of the requests meets a fault of `kinds` (all).

    The faults are drawn by `seed`; which request gets which also depends on the order in which they come, for
    processes are real. `heal` ends the faults.
    """

    def __init__(self, to: int, seed: int, share: float = 0.0, kinds: Collection[str] = ()) -> None:
        self.to = to
        self.share = share
        self.kinds = sorted(kinds or FAULTS)
        self.done: Counter[str] = Counter()
        self.passed = 0
        self.strayed = 0
        """Requests for the portal's own pages: a client followed a redirect."""
        self.late: deque[Message] = deque()
        self.seen: deque[Message] = deque(maxlen=64)
        self.answers: deque[Message] = deque(maxlen=16)
        self._chance = random.Random(seed)
        self._guard = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = int(self._listener.getsockname()[1])
        self._closed = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def address(self) -> str:
        """Where desks go."""
        return f"http://127.0.0.1:{self.port}"

    def heal(self) -> None:
        """From now on everything passes; what was held back is delivered first."""
        with self._guard:
            self.share = 0.0
        self.deliver_late(len(self.late))

    def close(self) -> None:
        """Listens no more."""
        self._closed.set()
        self._listener.close()

    def draw(self, below: int) -> int:
        """A number from 0 to `below` - 1."""
        with self._guard:
            return self._chance.randrange(below)

    def ask(self, request: Message) -> Message:
        """The center's answer. Raises `OSError` when there is none."""
        with socket.create_connection(("127.0.0.1", self.to), 3) as server:
            server.settimeout(_SERVER_SECONDS)
            server.sendall(request.raw)
            return Stream(server).answer(request.method)

    def deliver_late(self, most: int) -> None:
        """Delivers requests that were held back; nobody waits for their answers any more."""
        for _ in range(most):
            with contextlib.suppress(IndexError, OSError):
                self.ask(self.late.popleft())

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client = self._listener.accept()[0]
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        stream = Stream(client)
        with client, contextlib.suppress(OSError):
            while (request := stream.request()) is not None:
                if request.path.startswith("/portal"):
                    self.strayed += 1
                with self._guard:
                    hit = self._chance.random() < self.share
                    name = self._chance.choice(self.kinds) if hit else ""
                if name:
                    self.done[name] += 1
                    FAULTS[name](self, client, request)
                    return
                self.seen.append(request)
                answer = self.ask(request)
                self.answers.append(answer)
                client.sendall(answer.raw)
                self.passed += 1
                self.deliver_late(min(len(self.late), self.draw(3)))

    def hole(self, client: socket.socket) -> None:
        """Says nothing until the other end gives up."""
        until = time.monotonic() + _HOLE_SECONDS
        while time.monotonic() < until and not self._closed.is_set():
            if select.select([client], [], [], 0.2)[0] and not client.recv(1 << 16):
                return


def _answered(media: str, body: bytes, status: str = "200 OK", *more: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media}", f"Content-Length: {len(body)}", *more, "", ""]
    return "\r\n".join(lines).encode() + body


def _cut(proxy: FaultProxy, raw: bytes) -> bytes:
    return raw[: proxy.draw(max(1, len(raw)))]


def _flipped(proxy: FaultProxy, body: bytes) -> bytes:
    if not body:
        return body
    spoilt = bytearray(body)
    for _ in range(1 + proxy.draw(3)):
        spoilt[proxy.draw(len(spoilt))] ^= 1 << proxy.draw(8)
    return bytes(spoilt)


@fault
def dropped_before(_proxy: FaultProxy, client: socket.socket, _request: Message) -> None:
    """The center never sees it."""
    client.close()


@fault
def reset_before(_proxy: FaultProxy, client: socket.socket, _request: Message) -> None:
    """The same, with RST."""
    reset(client)


@fault
def dropped_in_the_body(proxy: FaultProxy, client: socket.socket, request: Message) -> None:
    """The center sees a part of the body, then the end."""
    with socket.create_connection(("127.0.0.1", proxy.to), 3) as server:
        server.sendall(request.head + _cut(proxy, request.body))
    client.close()


@fault
def dropped_after_commit(proxy: FaultProxy, client: socket.socket, request: Message) -> None:
    """The center has answered; nobody hears it."""
    proxy.ask(request)
    client.close()


@fault
def reset_after_commit(proxy: FaultProxy, client: socket.socket, request: Message) -> None:
    """The same, with RST in the middle of the answer."""
    answer = proxy.ask(request)
    client.sendall(_cut(proxy, answer.raw))
    reset(client)


@fault
def black_hole(proxy: FaultProxy, client: socket.socket, _request: Message) -> None:
    """Taken in, never answered, never closed."""
    proxy.hole(client)


@fault
def hole_after_commit(proxy: FaultProxy, client: socket.socket, request: Message) -> None:
    """Committed, then silence."""
    proxy.ask(request)
    proxy.hole(client)


@fault
def slow_drip(proxy: FaultProxy, client: socket.socket, request: Message) -> None:
    """The answer comes byte by byte, for a while, and ends unfinished."""
    for byte in proxy.ask(request).raw[:80]:
        client.sendall(bytes((byte,)))
        time.sleep(_DRIP_SECONDS)


@fault
def cut_answer(proxy: FaultProxy, client: socket.socket, request: Message) -> None:
    """Shorter than its head says."""
    answer = proxy.ask(request)
    client.sendall(answer.head + _cut(proxy, answer.body))


@fault
def shortened_answer(proxy: FaultProxy, client: socket.socket, request: Message) -> None:
    """Shorter, and its head agrees: what a careless proxy passes on."""
    answer = proxy.ask(request)
    client.sendall(answer.with_body(_cut(proxy, answer.body)).raw)


@fault
def flipped_answer(proxy: FaultProxy, client: socket.socket, request: Message) -> None:
    """Some bits of the answer are others."""
    answer = proxy.ask(request)
    client.sendall(Message(answer.head, _flipped(proxy, answer.body)).raw)


@fault
def flipped_request(proxy: FaultProxy, client: socket.socket, request: Message) -> None:
    """Some bits of the request are others."""
    client.sendall(proxy.ask(Message(request.head, _flipped(proxy, request.body))).raw)


@fault
def delivered_twice(proxy: FaultProxy, client: socket.socket, request: Message) -> None:
    """The center gets it twice; the second answer is heard."""
    proxy.ask(request)
    client.sendall(proxy.ask(request).raw)


@fault
def delivered_late(proxy: FaultProxy, client: socket.socket, request: Message) -> None:
    """The desk hears the line break; the center gets the request behind later ones."""
    proxy.late.append(request)
    client.close()


@fault
def old_request_again(proxy: FaultProxy, client: socket.socket, request: Message) -> None:
    """A request of some time ago comes once more, then this one."""
    if proxy.seen:
        with contextlib.suppress(Gone):
            proxy.ask(proxy.seen[proxy.draw(len(proxy.seen))])
    client.sendall(proxy.ask(request).raw)


@fault
def somebody_elses_answer(proxy: FaultProxy, client: socket.socket, request: Message) -> None:
    """A sound answer, to another question."""
    answer = proxy.ask(request)
    if proxy.answers:
        answer = proxy.answers[proxy.draw(len(proxy.answers))]
    client.sendall(answer.raw)


@fault
def bad_gateway(_proxy: FaultProxy, client: socket.socket, _request: Message) -> None:
    """502 with a page."""
    client.sendall(_answered("text/html", b"<h1>502 Bad Gateway</h1>", "502 Bad Gateway"))


@fault
def busy(_proxy: FaultProxy, client: socket.socket, _request: Message) -> None:
    """503 and when to come again."""
    client.sendall(_answered("text/plain", b"", "503 Service Unavailable", "Retry-After: 1"))


@fault
def portal(_proxy: FaultProxy, client: socket.socket, _request: Message) -> None:
    """200 with a captive portal's page."""
    client.sendall(_answered("text/html; charset=utf-8", _PORTAL))


@fault
def portal_in_disguise(_proxy: FaultProxy, client: socket.socket, request: Message) -> None:
    """The same page under the type that was asked for."""
    media = request.header("Accept") if MEDIA_TYPE in request.header("Accept") else MEDIA_TYPE
    client.sendall(_answered(media, _PORTAL))


@fault
def redirect(proxy: FaultProxy, client: socket.socket, _request: Message) -> None:
    """302 or 307 to the portal."""
    status = ("302 Found", "307 Temporary Redirect")[proxy.draw(2)]
    client.sendall(_answered("text/html", b"", status, f"Location: {proxy.address}/portal"))


@fault
def gzip_bomb(_proxy: FaultProxy, client: socket.socket, _request: Message) -> None:
    """32 KiB that say they are 32 MiB."""
    client.sendall(_answered(MEDIA_TYPE, _BOMB, "200 OK", "Content-Encoding: gzip"))


@fault
def endless_answer(proxy: FaultProxy, client: socket.socket, _request: Message) -> None:
    """An answer of a gigabyte is announced, and begun."""
    client.sendall(
        f"HTTP/1.1 200 OK\r\nContent-Type: {MEDIA_TYPE}\r\nContent-Length: 1073741824\r\n\r\n".encode()
    )
    client.sendall(bytes(1 << 16))
    proxy.hole(client)

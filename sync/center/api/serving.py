"""Serving a center: the socket, TLS, readiness in one line, and a graceful end."""

from __future__ import annotations

import contextlib
import gc
import ipaddress
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import FrameType, TracebackType

import uvicorn

from sync.center.api.app import build_app
from sync.center.api.watching import Watch
from sync.center.exchange.upstream import forwarding
from sync.center.notices.sending import noticing
from sync.center.store.opening import Center
from sync.center.store.store import SetBack
from sync.center.store.trouble import CenterError
from sync.center.units.invitations import checked_address, remember_address
from sync.center.units.tree import tell_all
from sync.center.work.refolding import refolding

DEFAULT_HOST = "127.0.0.1"
"""Nothing is opened to a network unasked; the line at the start says how to."""
DEFAULT_PORT = 8443
_GRACE_SECONDS = 10
_BACKLOG = 512
_GARBAGE_AFTER = 100_000
"""Ten thousand entries are a hundred thousand objects that live until COMMIT: looking through them for
garbage again and again costs a third of the whole."""


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the server. `certificate` and `key`: TLS of its own; `next_certificate` will take
    their place. `proxies`: reverse proxies whose word on the caller is believed. `address`: the one that
    desks are to use.
    """

    certificate: Path | None = None
    key: Path | None = None
    next_certificate: Path | None = None
    proxies: tuple[str, ...] = ()
    address: str = ""


class _Quiet(uvicorn.Server):
    """A server that calls `on_ready` once it accepts connections; `watch` hears that it is to end."""

    def __init__(self, config: uvicorn.Config, on_ready: Callable[[], None], watch: Watch) -> None:
        super().__init__(config)
        self._on_ready = on_ready
        self._watch = watch

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._watch.ending = True
        super().handle_exit(sig, frame)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._on_ready()


def serve(
    center: Center,
    host: str = DEFAULT_HOST,
    port: int = DEFAULT_PORT,
    *,
    front: Front | None = None,
    scan_bytes: int = 0,
    ready: Callable[[str], None] | None = None,
) -> None:
    """Serves until SIGINT or SIGTERM, then ends what it began and returns; the center stays open.

    Port 0 takes any free one. `ready` is called once with the address (``http://127.0.0.1:8443``); without
    it one line is printed. Invitations then use the address named in `front`, else this one (behind a proxy:
    none but a named one), with the pins of the TLS keys. A hub sends at most `scan_bytes` of scans up a day
    (0: any number). Raises `CenterError` when the port is taken, the TLS files are wrong, or the database
    under the running server was set back.
    """
    front, watch = front or Front(), Watch()
    listener = _listen(host, port)
    with contextlib.closing(listener):
        config = _config(center, front, watch)
        address = _address(listener, secure=config.is_ssl)
        if front.address or not front.proxies:
            pins = _pins(front.certificate, front.next_certificate)
            remember_address(center, checked_address(front.address or address), pins)
        tell_all(center)
        say = ready or _say
        server = _Quiet(config, lambda: say(address), watch)
        center.store.set_back = partial(_end, server, watch)
        with (
            _rarely_collected(),
            _ended_by_signals(server, watch),
            forwarding(center, scan_bytes),
            _findable(center, address),
            refolding(center),
            noticing(center),
        ):
            server.run(sockets=[listener])
        if center.store.replaced:
            raise SetBack


@contextlib.contextmanager
def _rarely_collected() -> Iterator[None]:
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_GARBAGE_AFTER, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _end(server: uvicorn.Server, watch: Watch) -> None:
    """What is being answered is answered; nothing else is taken on."""
    watch.ending = True
    server.should_exit = True


@contextlib.contextmanager
def _ended_by_signals(server: uvicorn.Server, watch: Watch) -> Iterator[None]:
    """A signal that ends the server is answered by ending well: uvicorn raises it once more afterwards."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(_signal: int, _frame: object) -> None:
        _end(server, watch)

    before = {one: signal.signal(one, end) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


class EmbeddedServer:
    """A center served from a thread of this process, for the demonstration and tests; a context manager."""

    def __init__(self, center: Center, host: str = DEFAULT_HOST, port: int = 0) -> None:
        self.center = center
        self._listener = _listen(host, port)
        self.address = _address(self._listener, secure=False)
        self._up = threading.Event()
        watch = Watch()
        self._server = _Quiet(_config(center, Front(), watch), self._up.set, watch)
        self._thread = threading.Thread(target=self._run, name="center", daemon=True)

    def _run(self) -> None:
        try:
            self._server.run(sockets=[self._listener])
        finally:
            self._up.set()

    def __enter__(self) -> EmbeddedServer:
        remember_address(self.center, self.address)
        self._thread.start()
        if not self._up.wait(_GRACE_SECONDS) or not self._server.started:
            raise CenterError("Không khởi động được trung tâm.", "Hãy thử lại.")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.should_exit = True
        self._thread.join(_GRACE_SECONDS + 5)
        self._listener.close()


def _config(center: Center, front: Front, watch: Watch) -> uvicorn.Config:
    config = uvicorn.Config(
        build_app(center, watch),
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        proxy_headers=bool(front.proxies),
        forwarded_allow_ips=list(front.proxies) or None,
        backlog=_BACKLOG,
        timeout_graceful_shutdown=_GRACE_SECONDS,
        ssl_certfile=front.certificate,
        ssl_keyfile=front.key,
    )
    try:
        config.load()
    except OSError as error:  # ssl.SSLError is one
        raise CenterError(
            "Không đọc được chứng thư hoặc khóa TLS.", "Hãy kiểm tra hai tệp PEM đã chỉ ra."
        ) from error
    return config


@contextlib.contextmanager
def _findable(center: Center, address: str) -> Iterator[None]:
    """A hub is announced on the commune's network."""
    if center.upstream is None:
        yield
        return
    from sync.links.lan import announced

    with announced(address, center.unit):
        yield


def _pins(*certificates: Path | None) -> list[bytes]:
    from sync.links.pinning import pin_of_pem

    try:
        return [pin_of_pem(one.read_bytes()) for one in certificates if one is not None]
    except (OSError, ValueError) as error:
        raise CenterError("Không đọc được chứng thư TLS.", "Hãy kiểm tra các tệp PEM đã chỉ ra.") from error


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # the protocol is named, for only then does asyncio send small answers without waiting for more
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":  # there it would let two servers share one port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
    except (OSError, OverflowError) as error:
        listener.close()
        raise CenterError(
            f"Không mở được cổng {port} tại {host}.",
            "Cổng có thể đang được dùng; hãy chọn cổng khác bằng --port.",
        ) from error
    return listener


def _address(listener: socket.socket, *, secure: bool) -> str:
    host, port = listener.getsockname()[:2]
    if ipaddress.ip_address(host).is_unspecified:
        host = socket.gethostname()  # "every interface" is no address to invite to
    elif ":" in host:
        host = f"[{host}]"
    return f"{'https' if secure else 'http'}://{host}:{port}"


def _say(address: str) -> None:
    hint = " (chỉ máy này; thêm --host 0.0.0.0 để các máy khác kết nối)" if "127.0.0.1" in address else ""
    sys.stdout.write(f"Trung tâm sẵn sàng tại {address}{hint}\n")
    sys.stdout.flush()

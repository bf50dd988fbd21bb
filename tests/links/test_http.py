"""The HTTP link against real sockets: only an answer is an answer, and every trouble has its kind."""

from __future__ import annotations

import ssl
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sync.links import http
from sync.links.http import HttpLink
from sync.model.moment import VIETNAM
from sync.protocol import limits, ports
from sync.protocol.ports import MEDIA_TYPE, LinkFailed
from tests.links.certified import Certified

Say = Callable[["Server"], None]


class Server(BaseHTTPRequestHandler):
    """Reads the request and says what the test wants."""

    protocol_version = "HTTP/1.1"
    say: Say
    got: list[tuple[str, dict[str, str], bytes]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.got.append((self.path, dict(self.headers), body))
        type(self).say(self)

    def reply(self, status: int, media: str, body: bytes, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Quiet."""


class Quiet(ThreadingHTTPServer):
    """A handshake that fails, or a client that hangs up, is what these tests are about."""

    daemon_threads = True

    def handle_error(self, *_args: object) -> None:
        return


@contextmanager
def server(say: Say, tls: ssl.SSLContext | None = None) -> Iterator[tuple[str, type[Server]]]:
    """A server on the loopback; yields its address and handler class (`got` are the requests)."""
    kind = type("Told", (Server,), {"say": staticmethod(say), "got": []})
    with Quiet(("127.0.0.1", 0), kind) as running:
        if tls is not None:
            running.socket = tls.wrap_socket(running.socket, server_side=True, do_handshake_on_connect=False)
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        scheme = "https" if tls else "http"
        try:
            yield f"{scheme}://127.0.0.1:{running.server_address[1]}", kind
        finally:
            running.shutdown()
            thread.join()


def failure(say: Say, **options: object) -> LinkFailed:
    """How a post to such a server fails."""
    with server(say) as (address, _kind):
        link = HttpLink(address, **options)  # type: ignore[arg-type]
        with pytest.raises(LinkFailed) as caught:
            link.post("/v1/exchange", b"question")
        link.close()
    return caught.value


def test_a_message_goes_and_its_answer_comes_back() -> None:
    with server(lambda s: s.reply(200, MEDIA_TYPE, b"answer " + s.got[-1][2])) as (address, kind):
        link = HttpLink(address + "/prefix/")
        assert link.post("/v1/exchange", b"question") == b"answer question"
        assert link.post("/v1/exchange", b"again") == b"answer again"
        link.close()
    path, headers, _body = kind.got[0]
    assert path == "/prefix/v1/exchange"
    assert headers["Content-Type"] == headers["Accept"] == MEDIA_TYPE
    assert headers["Content-Length"] == "8"
    assert headers["Accept-Encoding"] == "identity"


def test_a_large_message_leaves_whole() -> None:
    body = bytes(range(256)) * 4096
    with server(lambda s: s.reply(200, MEDIA_TYPE, str(len(s.got[-1][2])).encode())) as (address, kind):
        link = HttpLink(address)
        assert link.post("/v1/exchange", body) == str(len(body)).encode()
        link.close()
    assert kind.got[0][2] == body


@pytest.mark.parametrize(
    ("status", "media", "kind"),
    [
        (200, "text/html", ports.PORTAL),
        (200, "application/octet-stream", ports.PORTAL),
        (302, MEDIA_TYPE, ports.PORTAL),
        (307, "text/html", ports.PORTAL),
        (403, "text/html", ports.PORTAL),
        (404, "text/html", ports.PORTAL),
        (407, "text/html", ports.PORTAL),
        (511, "text/html", ports.PORTAL),
        (400, "text/plain", ports.REFUSED),
        (404, "text/plain", ports.REFUSED),
        (415, "text/plain", ports.REFUSED),
        (413, "text/plain", ports.TOO_LARGE),
        (429, "text/plain", ports.BUSY),
        (500, "text/plain", ports.BUSY),
        (502, "text/html", ports.BUSY),
        (503, MEDIA_TYPE, ports.BUSY),
    ],
)
def test_what_is_no_answer_has_its_kind(status: int, media: str, kind: str) -> None:
    assert failure(lambda s: s.reply(status, media, b"<html>", Location="/login")).kind == kind


def test_a_busy_center_says_when_to_come_back() -> None:
    assert failure(lambda s: s.reply(503, "text/plain", b"", Retry_After="40")).retry_after == 40
    assert failure(lambda s: s.reply(503, "text/plain", b"", Retry_After="soon")).retry_after is None


def test_a_redirect_is_not_followed() -> None:
    with server(lambda s: s.reply(200, MEDIA_TYPE, b"stolen")) as (elsewhere, kind):
        assert failure(lambda s: s.reply(307, MEDIA_TYPE, b"", Location=elsewhere)).kind == ports.PORTAL
    assert not kind.got


def test_an_answer_too_large_is_not_taken_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_SEALED", 1000)
    assert failure(lambda s: s.reply(200, MEDIA_TYPE, bytes(1001))).kind == ports.TOO_LARGE

    def endless(s: Server) -> None:
        s.send_response(200)
        s.send_header("Content-Type", MEDIA_TYPE)
        s.send_header("Transfer-Encoding", "chunked")
        s.end_headers()
        for _ in range(20):
            s.wfile.write(b"64\r\n" + bytes(100) + b"\r\n")
        s.wfile.write(b"0\r\n\r\n")

    assert failure(endless).kind == ports.TOO_LARGE


def test_a_compressed_answer_is_not_unpacked() -> None:
    assert (
        failure(lambda s: s.reply(200, MEDIA_TYPE, b"\x1f\x8b", Content_Encoding="gzip")).kind == ports.PORTAL
    )


def test_an_answer_cut_off_is_no_answer() -> None:
    def cut(s: Server) -> None:
        s.send_response(200)
        s.send_header("Content-Type", MEDIA_TYPE)
        s.send_header("Content-Length", "100")
        s.end_headers()
        s.wfile.write(b"half")
        s.close_connection = True

    assert failure(cut).kind == ports.UNREACHABLE


def test_silence_ends_by_itself() -> None:
    done = threading.Event()

    def silent(_s: Server) -> None:
        done.wait(5)

    try:
        assert failure(silent, timeouts=(1, 0.1)).kind == ports.UNREACHABLE
    finally:
        done.set()


def test_a_line_that_drips_for_ever_is_cut() -> None:
    ticks = iter(range(0, 100_000, 600))

    def drip(s: Server) -> None:
        s.send_response(200)
        s.send_header("Content-Type", MEDIA_TYPE)
        s.send_header("Transfer-Encoding", "chunked")
        s.end_headers()
        for _ in range(5):
            s.wfile.write(b"1\r\nx\r\n")
        s.wfile.write(b"0\r\n\r\n")

    failed = failure(drip, stopwatch=lambda: float(next(ticks)))
    assert (failed.kind, "slow" in str(failed)) == (ports.UNREACHABLE, True)


def test_nobody_there_is_unreachable() -> None:
    with server(lambda s: None) as (address, _kind):
        pass
    with pytest.raises(LinkFailed) as caught:
        HttpLink(address).post("/v1/exchange", b"question")
    assert caught.value.kind == ports.UNREACHABLE
    assert "127.0.0.1" not in str(caught.value), "the log names kinds, not places"


def test_the_systems_proxy_is_asked_but_not_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    with server(lambda s: s.reply(200, MEDIA_TYPE, b"by proxy")) as (proxy, kind):
        monkeypatch.setenv("http_proxy", proxy)
        link = HttpLink("http://center.example")
        assert link.post("/v1/exchange", b"question") == b"by proxy"
        assert kind.got[0][0] == "http://center.example/v1/exchange"
        with server(lambda s: s.reply(200, MEDIA_TYPE, b"direct")) as (address, _kind):
            assert HttpLink(address).post("/v1/exchange", b"question") == b"direct"
        with pytest.raises(LinkFailed):
            HttpLink(address, proxies={}).post("/v1/exchange", b"question")


def test_a_netrc_file_is_not_read(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = own_home / ".netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n", encoding="ascii")
    monkeypatch.setenv("NETRC", str(netrc))
    with server(lambda s: s.reply(200, MEDIA_TYPE, b"")) as (address, kind):
        HttpLink(address).post("/v1/exchange", b"question")
    assert "Authorization" not in kind.got[0][1]


@pytest.mark.parametrize("address", ["", "ftp://center", "center.example", "https://", "file:///etc/passwd"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="address"):
        HttpLink(address)


def test_requests_waits_until_the_first_message() -> None:
    code = "import sys, sync.links.http as h; h.HttpLink('http://x'); sys.exit('requests' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# -- TLS -----------------------------------------------------------------------------------------


NOW = datetime.now(VIETNAM)  # noqa: TID251 - OpenSSL compares with the machine's own clock


def over_tls(shown: Certified, **options: object) -> bytes:
    """The answer of a TLS server that shows this certificate."""
    with server(lambda s: s.reply(200, MEDIA_TYPE, b"answer"), shown.context()) as (address, _kind):
        link = HttpLink(address, **options)  # type: ignore[arg-type]
        try:
            return link.post("/v1/exchange", b"question")
        finally:
            link.close()


@pytest.mark.parametrize(
    ("years", "host", "trusted", "kind"),
    [
        (-3, "127.0.0.1", True, ports.CLOCK),
        (2, "127.0.0.1", True, ports.CLOCK),
        (0, "elsewhere.example", True, ports.UNTRUSTED),
        (0, "127.0.0.1", False, ports.UNTRUSTED),
    ],
)
def test_tls_refusals_have_their_kind(
    tmp_path: Path, years: int, host: str, trusted: bool, kind: str
) -> None:
    shown = Certified(tmp_path, NOW - timedelta(days=30) + timedelta(days=365 * years), host)
    with pytest.raises(LinkFailed) as caught:
        over_tls(shown, authorities=str(shown.file) if trusted else None)
    assert caught.value.kind == kind


def test_a_certificate_of_a_known_authority_is_trusted(tmp_path: Path) -> None:
    shown = Certified(tmp_path, NOW - timedelta(days=1))
    assert over_tls(shown, authorities=str(shown.file)) == b"answer"


def test_a_pin_stands_for_authority_name_and_date(tmp_path: Path) -> None:
    expired = Certified(tmp_path, NOW - timedelta(days=900), "elsewhere.example")
    assert over_tls(expired, pins=[bytes(32), expired.pin]) == b"answer"


def test_another_key_than_the_pinned_one_is_not_told_anything(tmp_path: Path) -> None:
    shown = Certified(tmp_path, NOW - timedelta(days=1))
    with server(lambda s: s.reply(200, MEDIA_TYPE, b"answer"), shown.context()) as (address, kind):
        link = HttpLink(address, pins=[bytes(32)])
        with pytest.raises(LinkFailed) as caught:
            link.post("/v1/exchange", b"question")
        link.close()
    assert caught.value.kind == ports.UNTRUSTED
    assert not kind.got


def test_a_portal_that_speaks_no_tls_is_a_portal() -> None:
    with server(lambda s: s.reply(200, "text/html", b"")) as (address, _kind):
        link = HttpLink(address.replace("http:", "https:"), timeouts=(2, 2))
        with pytest.raises(LinkFailed) as caught:
            link.post("/v1/exchange", b"question")
        link.close()
    assert caught.value.kind in (ports.PORTAL, ports.UNREACHABLE)
    assert http.CONNECT_SECONDS >= 16 * 1024 / 2000, "16 KiB at 16 kbit/s"

"""A mail server that speaks SMTP and a gateway that speaks HTTP, each on a socket of its own."""

from __future__ import annotations

import json
import socketserver
import ssl
import threading
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

CUT = 0
"""In place of an answer: the line ends."""


@dataclass
class MailBox:
    """What a mail server takes, and what it answers to a verb (``rcpt`` -> 550) instead of what it should."""

    port: int = 0
    answers: dict[str, int] = field(default_factory=dict)
    tls: ssl.SSLContext | None = None
    password: str = ""
    verbs: list[str] = field(default_factory=list)
    raw: list[tuple[str, str, bytes]] = field(default_factory=list)
    secured: bool = False

    @property
    def mails(self) -> list[EmailMessage]:
        return [message_from_bytes(raw, policy=policy.default) for _sender, _to, raw in self.raw]

    @property
    def recipients(self) -> list[str]:
        return [to for _sender, to, _raw in self.raw]


class _Smtp(socketserver.StreamRequestHandler):
    """RFC 5321 as far as mails need it, with STARTTLS (RFC 3207) and AUTH PLAIN (RFC 4954)."""

    box: MailBox
    secured: ssl.SSLSocket | None = None

    def finish(self) -> None:
        super().finish()
        if self.secured is not None:
            self.secured.close()

    def handle(self) -> None:
        self.sender = self.to = ""
        self._say(220)
        while line := self.rfile.readline(1000):
            words = line.decode("ascii").rstrip("\r\n")
            verb = words.partition(" ")[0].lower()
            self.box.verbs.append(verb)
            code = self.box.answers.get(verb)
            if code == CUT:
                return
            if code is not None:
                self._say(code)
            elif not self._obeyed(verb, words):
                return

    def _obeyed(self, verb: str, words: str) -> bool:
        if verb == "ehlo":
            more = ["STARTTLS"] if self.box.tls and not self.box.secured else []
            more += ["AUTH PLAIN"] if self.box.password else []
            self._say(250, "mail.example.vn", *more)
        elif verb == "starttls" and self.box.tls:
            self._say(220)
            secured = self.secured = self.box.tls.wrap_socket(self.request, server_side=True)
            self.rfile, self.wfile = secured.makefile("rb"), secured.makefile("wb", 0)  # type: ignore[assignment]
            self.box.secured = True
        elif verb == "auth":
            said = b64decode(words.split(" ")[2]).split(b"\x00")
            self._say(235 if said[2].decode() == self.box.password else 535)
        elif verb == "mail":
            self.sender = words.partition("<")[2].partition(">")[0]
            self._say(250)
        elif verb == "rcpt":
            self.to = words.partition("<")[2].partition(">")[0]
            self._say(250)
        elif verb == "data":
            self._say(354)
            return self._taken()
        else:
            self._say(221 if verb == "quit" else 250)
            return verb != "quit"
        return True

    def _taken(self) -> bool:
        lines: list[bytes] = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return False
            lines.append(line[1:] if line.startswith(b".") else line)
        code = self.box.answers.get(".", 250)
        if code in (250, CUT):
            self.box.raw.append((self.sender, self.to, b"".join(lines)))
        if code != CUT:
            self._say(code)
        return code != CUT

    def _say(self, code: int, *words: str) -> None:
        said = words or ("so be it",)
        lines = [f"{code}{'-' if at < len(said) - 1 else ' '}{one}\r\n" for at, one in enumerate(said)]
        self.wfile.write("".join(lines).encode())


class _Threads(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def handle_error(self, *_args: object) -> None:
        """Of a line that ends in the middle the tests tell."""


@contextmanager
def mail_server(box: MailBox) -> Iterator[MailBox]:
    """Serves the box at ``127.0.0.1``."""
    with _Threads(("127.0.0.1", 0), type("Smtp", (_Smtp,), {"box": box})) as server:
        box.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield box
        finally:
            server.shutdown()
            thread.join()


@dataclass
class Gateway:
    """What a gateway is asked, and what it answers; `cut`: nothing at all."""

    url: str = ""
    status: int = 200
    answer: bytes = b'{"CodeResult": "100"}'
    cut: bool = False
    location: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


class _Http(BaseHTTPRequestHandler):
    gateway: Gateway

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.gateway.asked.append(json.loads(body))
        self.gateway.headers.append(dict(self.headers))
        if self.gateway.cut:
            self.close_connection = True
            return
        self.send_response(self.gateway.status)
        if self.gateway.location:
            self.send_header("Location", self.gateway.location)
        self.send_header("Content-Length", str(len(self.gateway.answer)))
        self.end_headers()
        self.wfile.write(self.gateway.answer)

    def log_message(self, *_args: object) -> None:
        """Quiet."""


@contextmanager
def sms_server(gateway: Gateway) -> Iterator[Gateway]:
    """Serves the gateway at ``127.0.0.1``."""
    with ThreadingHTTPServer(("127.0.0.1", 0), type("Http", (_Http,), {"gateway": gateway})) as server:
        server.daemon_threads = True
        gateway.url = f"http://127.0.0.1:{server.server_address[1]}/gui"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield gateway
        finally:
            server.shutdown()
            thread.join()

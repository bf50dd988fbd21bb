"""A message over HTTP(S): one POST, one answer, and a plain word for everything that can go wrong.

TLS is the second coat here; whose answer it is, its signature says. So no redirect is followed, only
the protocol's media type is an answer, and nothing of the environment counts but the system's
proxies. `requests` is imported when the first message leaves, not when the window opens.
"""

from __future__ import annotations

import io
import ssl
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from sync.protocol import limits, ports
from sync.protocol.ports import MEDIA_TYPE, LinkFailed

if TYPE_CHECKING:
    import requests

CONNECT_SECONDS = 20.0
"""For name, connection, TLS, and each 16 KiB on the way out: 16 kbit/s with 2 s round trips fits."""
READ_SECONDS = 90.0
"""For the next bytes of the answer."""
PATIENCE_SECONDS = 900.0
"""For the whole answer: a line that drips for ever is a line that is cut."""
_CHUNK = 16 * 1024
_DATE_ERRORS = {9, 10}
"""OpenSSL: certificate not yet valid, certificate has expired."""
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class HttpLink:
    """A way to one center at `address` (``https://host[:port][/prefix]``); `post` is its `ports.Post`.

    `pins` are SHA-256 digests of public keys (SubjectPublicKeyInfo, DER): where given, one of them
    has to be the server's, and neither CA nor date is asked. `authorities` is a file of CA
    certificates in place of the shipped ones. `proxies` (scheme -> URL) replaces the system's;
    an empty mapping means none.
    """

    def __init__(
        self,
        address: str,
        *,
        pins: Collection[bytes] = (),
        authorities: str | None = None,
        proxies: dict[str, str] | None = None,
        timeouts: tuple[float, float] = (CONNECT_SECONDS, READ_SECONDS),
        patience: float = PATIENCE_SECONDS,
        stopwatch: Callable[[], float] = time.monotonic,
    ) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("address: not http:// or https:// with a host")
        self.address = address.rstrip("/")
        self._host = parts.hostname
        self._pins = frozenset(pins)
        self._authorities = authorities
        self._proxies = proxies
        self._timeouts = timeouts
        self._patience = patience
        self._stopwatch = stopwatch
        self._session: requests.Session | None = None

    def post(self, path: str, body: bytes) -> bytes:
        """Sends a message and returns the answer's bytes. Raises `LinkFailed`, nothing else of the world."""
        session = self._open()
        # A file, for then each block has its own time: sent as one piece, the whole message would have
        # to leave within the connection's timeout.
        with (
            told_apart(),
            session.post(
                self.address + path,
                data=io.BytesIO(body),
                headers={"Content-Type": MEDIA_TYPE, "Accept": MEDIA_TYPE, "Accept-Encoding": "identity"},
                timeout=self._timeouts,
                allow_redirects=False,
                stream=True,
                proxies=self._proxies_now(),
            ) as response,
        ):
            _check_status(response)
            return self._read(response)

    def look(self, path: str, most: int = 64 * 1024) -> bytes:
        """A small public answer (GET), whoever gives it. Raises `LinkFailed`."""
        session = self._open()
        with (
            told_apart(),
            session.get(
                self.address + path,
                headers={"Accept-Encoding": "identity"},
                timeout=self._timeouts,
                allow_redirects=False,
                stream=True,
                proxies=self._proxies_now(),
            ) as response,
        ):
            if response.status_code != 200:
                raise LinkFailed(ports.PORTAL, str(response.status_code))
            found: bytes = response.raw.read(most + 1, decode_content=False)
        if len(found) > most:
            raise LinkFailed(ports.TOO_LARGE, "answer")
        return found

    def close(self) -> None:
        """Lets go of the connection; the next `post` opens another."""
        if self._session is not None:
            self._session.close()
            self._session = None

    def _open(self) -> requests.Session:
        if self._session is None:
            import requests

            session = requests.Session()
            session.trust_env = False  # no netrc, no CA or proxy variables behind our back
            session.headers["User-Agent"] = "motcua"
            if self._pins:
                from sync.links.pinning import PinnedAdapter

                session.verify = False  # the pin stands for it
                session.mount("https://", PinnedAdapter(self._pins))
            else:
                session.verify = self._authorities or True
            self._session = session
        return self._session

    def _proxies_now(self) -> dict[str, str]:
        """The proxies for this address; asked each time, for a laptop changes networks."""
        from urllib.request import getproxies

        from requests.utils import should_bypass_proxies

        if self._proxies is not None:
            return dict(self._proxies)
        if self._host in _LOOPBACK or should_bypass_proxies(self.address, no_proxy=None):
            return {}
        return dict(getproxies())

    def _read(self, response: requests.Response) -> bytes:
        declared = response.headers.get("Content-Length", "")
        if declared.isdigit() and int(declared) > limits.MAX_SEALED:
            raise LinkFailed(ports.TOO_LARGE, "answer")
        until = self._stopwatch() + self._patience
        found = bytearray()
        for chunk in raw_body(response):
            found += chunk
            if len(found) > limits.MAX_SEALED:
                raise LinkFailed(ports.TOO_LARGE, "answer")
            if self._stopwatch() > until:
                raise LinkFailed(ports.UNREACHABLE, "too slow")
        if declared.isdigit() and len(found) != int(declared):
            raise LinkFailed(ports.UNREACHABLE, "answer cut off")
        return bytes(found)


@contextmanager
def told_apart() -> Iterator[None]:
    """Whatever the network and TLS raise comes out as `LinkFailed`, by its kind."""
    import requests
    import urllib3

    try:
        yield
    except requests.exceptions.SSLError as error:
        raise _tls_failure(error) from error
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
        # names only: the text of such errors holds addresses and more
        raise LinkFailed(ports.UNREACHABLE, type(error).__name__) from error


def raw_body(response: requests.Response) -> Iterator[bytes]:
    """The body as it came: never decompressed, so nothing can swell."""
    stream: Any = response.raw
    yield from stream.stream(_CHUNK, decode_content=False)


def _check_status(response: requests.Response) -> None:
    """Raises `LinkFailed` unless this is an answer in the protocol's own media type."""
    status = response.status_code
    if status == 413:
        raise LinkFailed(ports.TOO_LARGE, "message")
    if status == 429 or (status >= 500 and status != 511):
        raise LinkFailed(ports.BUSY, str(status), _seconds(response.headers.get("Retry-After", "")))
    media = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if status in (400, 404, 405, 415, 426) and not media.startswith("text/html"):
        raise LinkFailed(ports.REFUSED, str(status))
    encoded = response.headers.get("Content-Encoding", "identity") != "identity"
    if status != 200 or media != MEDIA_TYPE or encoded:
        raise LinkFailed(ports.PORTAL, f"{status} {media[:60]}")


def _seconds(text: str) -> float | None:
    return float(text) if text.isdigit() and len(text) < 6 else None


def _tls_failure(error: BaseException) -> LinkFailed:
    """Whether it is the date, the wrong machine, or no TLS at all."""
    cause: BaseException | None = error
    seen: set[int] = set()
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        if isinstance(cause, ssl.SSLCertVerificationError):
            kind = ports.CLOCK if cause.verify_code in _DATE_ERRORS else ports.UNTRUSTED
            return LinkFailed(kind, f"certificate {cause.verify_code}")
        if isinstance(cause, (ssl.SSLEOFError, ssl.SSLZeroReturnError)):
            return LinkFailed(ports.UNREACHABLE, "cut off")
        inner = next((one for one in cause.args if isinstance(one, BaseException)), None)
        reason = getattr(inner, "reason", None) or getattr(cause, "reason", None)
        if not isinstance(reason, BaseException):
            reason = inner or cause.__cause__ or cause.__context__
        cause = reason
    return LinkFailed(ports.PORTAL, "no TLS")

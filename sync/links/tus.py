"""The wire of scans over HTTP(S): the same address, proxies, pins and patience as messages have."""

from __future__ import annotations

import io
from collections.abc import Mapping
from urllib.parse import urlsplit

from sync.links.carrying import COPIES, PATH, SCANS, Answer
from sync.links.http import HttpLink, raw_body, told_apart

_MOST_WORDS = 4096
"""Bytes read of an answer that is not a scan: a sentence."""


class ScanLink(HttpLink):
    """A way to one center for scans; `request` is its `carrying.Wire`."""

    def request(self, method: str, url: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        """One request. `url` is a path below the address, or a location the server gave, of which only path
        and query count: a token is never sent anywhere else. Raises `LinkFailed`.

        A scan's body that is cut off is returned as far as it came.
        """
        session = self._open()
        with (
            told_apart(),
            session.request(
                method,
                self._target(url),
                data=io.BytesIO(body) if body else None,
                headers={"Accept-Encoding": "identity", **headers},
                timeout=self._timeouts,
                allow_redirects=False,
                stream=True,
                proxies=self._proxies_now(),
            ) as response,
        ):
            found = {name.lower(): value for name, value in response.headers.items()}
            content, cut = self._content(response, found)
            return Answer(response.status_code, found, content, cut)

    def _target(self, url: str) -> str:
        here, parts = urlsplit(self.address), urlsplit(url)
        if parts.scheme or parts.netloc:
            path = parts.path or "/"
        elif any(url == one.path or url.startswith(f"{one.path}/") for one in (SCANS, COPIES)):
            path = here.path + url
        elif url.startswith("/"):
            path = parts.path
        else:
            path = f"{here.path}{PATH.rpartition('/')[0]}/{parts.path}"  # beside the collection: `scans/<id>`
        query = f"?{parts.query}" if parts.query else ""
        return f"{here.scheme}://{here.netloc}{path}{query}"

    def _content(self, response: object, headers: Mapping[str, str]) -> tuple[bytes, bool]:
        import urllib3

        status, media = getattr(response, "status_code", 0), headers.get("content-type", "")
        whole = (
            (status == 206 or (status == 200 and media.startswith(COPIES.media)))
            and media.startswith((SCANS.media, COPIES.media))
            and "content-encoding" not in headers
        )
        declared = headers.get("content-length", "")
        most = int(declared) if whole and declared.isdigit() and len(declared) < 12 else _MOST_WORDS
        found = bytearray()
        until = self._stopwatch() + self._patience
        try:
            for part in raw_body(response):  # type: ignore[arg-type]
                found += part
                if len(found) >= most or self._stopwatch() > until:
                    break
        except (urllib3.exceptions.HTTPError, OSError):
            if not whole or not found:
                raise
        return bytes(found[:most]), whole and len(found) < most

"""What the protocol needs from outside: a way for bytes to travel, and what may go wrong on it."""

from __future__ import annotations

from collections.abc import Callable

MEDIA_TYPE = "application/vnd.motcua.v1"
EXCHANGE_PATH = "/v1/exchange"
ENROL_PATH = "/v1/enrol"
NODE_PATH = "/v1/node"
"""GET: who answers here, as JSON; for a desk that knows only an address."""

UNREACHABLE = "unreachable"
"""No answer: no line, no name, nobody listening, cut off or timed out."""
PORTAL = "portal"
"""Somebody else answered: a captive portal, a proxy's page, a redirect, another media type."""
CLOCK = "clock"
"""TLS says a certificate is not yet or no longer valid: this machine's date, as a rule."""
UNTRUSTED = "untrusted"
"""TLS says it is not the machine it should be."""
REFUSED = "refused"
"""The other end refused the message itself (HTTP 400 or 415): a fault, or not our upstream."""
BUSY = "busy"
"""The other end cannot now (HTTP 429 or 5xx)."""
TOO_LARGE = "too_large"
"""The message (HTTP 413), or the answer, is larger than allowed."""

CAST_OUT = "cast-out"
"""The beginning of a note about an upstream: it said that this node is revoked. The value is the day."""

Post = Callable[[str, bytes], bytes]
"""Sends a sealed message to a path and returns the sealed answer; raises `LinkFailed`."""


class LinkFailed(Exception):
    """Trouble on the way, never a bug of ours. `kind` is one of the words above; the text is for the log."""

    def __init__(self, kind: str, detail: str = "", retry_after: float | None = None) -> None:
        super().__init__(f"{kind}: {detail}" if detail else kind)
        self.kind = kind
        self.retry_after = retry_after

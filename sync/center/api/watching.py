"""What one process says of the requests it answers: a log line for each, and counts for `/metrics`.

Neither holds anything of a person: routes are the templates of paths, never what was asked for; who asked is
a node's id and its unit's code.
"""

from __future__ import annotations

import bisect
import logging
import secrets
import time
from collections import Counter, defaultdict
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any, Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.center.store.log import log
from sync.protocol.ports import EXCHANGE_PATH

_NOTES: Final = "motcua.notes"
BOUNDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Seconds: the upper bounds of the histogram of answers."""
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_UNSAID: Final = frozenset({"/healthz", "/healthz/live", "/metrics"})
"""Asked every few seconds by machines: counted, and logged only when something is wrong."""


def say(scope: MutableMapping[str, Any], event: str = "", **facts: int | str) -> None:
    """Adds facts to the request's line, and names its event; fields as `log` allows them."""
    notes = scope.setdefault(_NOTES, {})
    if event:
        notes["event"] = event
    notes.update(facts)


@dataclass
class Histogram:
    """How long answers took: counts up to each bound, and their sum in seconds."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    total: float = 0.0

    def add(self, seconds: float) -> None:
        """One more answer."""
        self.counts[bisect.bisect_left(BOUNDS, seconds)] += 1
        self.total += seconds


@dataclass
class Watch:
    """The counts of one process. `ending`: it was told to stop, and wants no more requests."""

    answered: Counter[tuple[str, str, int]] = field(default_factory=Counter)
    seconds: defaultdict[str, Histogram] = field(default_factory=lambda: defaultdict(Histogram))
    totals: Counter[str] = field(default_factory=Counter)
    running: int = 0
    ending: bool = False
    gauges: dict[str, Callable[[], float]] = field(default_factory=dict)
    """Further figures by name, asked for when metrics are."""

    def note(self, method: str, route: str, status: int, seconds: float, notes: dict[str, Any]) -> None:
        """Counts an answered request."""
        self.answered[method, route, status] += 1
        self.seconds[route].add(seconds)
        for name in ("admitted", "refused", "parked", "bytes_in", "bytes_out"):
            self.totals[name] += int(notes.get(name, 0))
        if route == EXCHANGE_PATH and notes.get("event") == "answered":
            self.totals["exchanges"] += 1


class Watched:
    """ASGI middleware: one line and one count for each request, however it ends."""

    def __init__(self, app: ASGIApp, watch: Watch) -> None:
        self._app = app
        self._watch = watch

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, request, status = time.perf_counter(), secrets.token_hex(8), 0

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = int(message["status"])
                message["headers"] = [*message.get("headers", ()), (b"x-request-id", request.encode())]
            await send(message)

        self._watch.running += 1
        try:
            await self._app(scope, receive, sending)
        except Exception as error:
            status = status or 500
            say(scope, "bug", error=type(error).__name__)
            raise
        finally:
            self._watch.running -= 1
            self._said(scope, request, status, time.perf_counter() - started)

    def _said(self, scope: Scope, request: str, status: int, seconds: float) -> None:
        notes = dict(scope.get(_NOTES, {}))
        route, method = route_of(scope), str(scope["method"])
        method = method if method in _METHODS else "other"
        self._watch.note(method, route, status, seconds, notes)
        if route in _UNSAID and status < 400:
            return
        event = notes.pop("event", "request")
        log(
            event,
            level=logging.ERROR if event in ("trouble", "bug") else logging.INFO,
            request=request,
            method=method,
            route=route,
            status=status,
            milliseconds=round(seconds * 1000),
            **notes,
        )


def route_of(scope: MutableMapping[str, Any]) -> str:
    """The template of the path that answered; ``none`` where there is no such page."""
    route = scope.get("route")
    return str(getattr(route, "path", "none"))

"""The center over HTTP: exchange, enrol, health, figures. Bytes in, bytes out; never a 5xx of ours.

Work on the store is done in one worker thread, so the event loop never waits for the disk, and a
body is cut off as soon as it is larger than any message may be.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import anyio
from anyio import to_thread
from sqlalchemy.exc import DBAPIError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from sync.center.api import metrics as figures
from sync.center.api.headers import Dressed
from sync.center.api.scans import scan_routes
from sync.center.api.v1.door import api_refusal, api_routes
from sync.center.api.watching import Watch, Watched, say
from sync.center.exchange.answering import Exchanged, enrolment, exchange
from sync.center.staff.tries import Rate, tried
from sync.center.store.dialect import is_passing
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.web.pages import is_browser, web_missing, web_routes
from sync.protocol import limits
from sync.protocol.codec import MessageRefused
from sync.protocol.ports import ENROL_PATH, EXCHANGE_PATH, MEDIA_TYPE, NODE_PATH

BODY_SECONDS = 120
"""A body must be whole by then; a thin line's smallest message takes a few seconds."""
RETRY_AFTER = "15"
ENROL_RATE = Rate("enrol", 300, 600)
"""Enrolments tried from one address: all desks of a province behind one of them, and some again."""
_TRIES = 4
MAX_IN_FLIGHT = 256 * 1024 * 1024
Answer = Callable[[Center, bytes], Exchanged]


class BodyTooLarge(Exception):
    """More than the largest message."""


class NoRoom(Exception):
    """More is on its way in than fits into memory."""


class Room:
    """Bytes of bodies being read or waiting to be worked on, over all connections; at most `most`."""

    def __init__(self, most: int = MAX_IN_FLIGHT) -> None:
        self.left = most

    def take(self, size: int) -> None:
        """Raises `NoRoom` when they do not fit."""
        if size > self.left:
            raise NoRoom
        self.left -= size

    def give(self, size: int) -> None:
        """They are done with."""
        self.left += size


@dataclass(slots=True)
class _Door:
    """One path that takes sealed messages of at most `most` bytes."""

    center: Center
    answer: Answer
    most: int
    lane: anyio.CapacityLimiter
    room: Room
    rate: Rate | None = None
    """How often one address may come."""

    async def answered(self, request: Request) -> Response:
        body = bytearray()
        try:
            if self.rate is not None and not await to_thread.run_sync(self._may, request, limiter=self.lane):
                return _said(request, 429, "too many from here", close=True)
            if _media_type(request) != MEDIA_TYPE:
                return _said(request, 415, f"expected {MEDIA_TYPE}")
            with anyio.fail_after(BODY_SECONDS):
                await self._read(request, body)
            done = await to_thread.run_sync(self._work, bytes(body), limiter=self.lane)
        except BodyTooLarge:
            return _said(request, 413, "message too large", close=True)
        except TimeoutError:
            return _said(request, 408, "message took too long", close=True)
        except MessageRefused as error:
            return _said(request, error.status, str(error), len(body))
        except (DBAPIError, OSError, CenterError, NoRoom) as error:
            # the disk, another process, too many at once: nothing was acknowledged, the desk comes again
            return _trouble(request, error, len(body))
        finally:
            self.room.give(len(body))
        say(
            request.scope,
            "answered",
            bytes_in=len(body),
            bytes_out=len(done.sealed),
            node=done.node.hex(),
            unit=done.unit,
            admitted=done.admitted,
            refused=done.refused,
            parked=done.parked,
            problem=done.problem,
        )
        return Response(done.sealed, media_type=MEDIA_TYPE, headers={"Cache-Control": "no-store"})

    def _may(self, request: Request) -> bool:
        assert self.rate is not None
        return tried(self.center, self.rate, request.client.host if request.client else "")

    def _work(self, body: bytes) -> Exchanged:
        """The answer. Where several processes' writers stood in each other's way it is tried again: nothing
        was written then."""
        for _ in range(_TRIES - 1):
            try:
                return self.answer(self.center, body)
            except DBAPIError as error:
                if not is_passing(error):
                    raise
        return self.answer(self.center, body)

    async def _read(self, request: Request, body: bytearray) -> None:
        """The body; refused before it is read where it says that it is too large, else while it is read."""
        declared = request.headers.get("content-length", "")
        if declared.isdecimal() and (len(declared) > 12 or int(declared) > self.most):
            raise BodyTooLarge
        try:
            async for part in request.stream():
                self.room.take(len(part))
                body += part
                if len(body) > self.most:
                    raise BodyTooLarge
        except ClientDisconnect as error:
            raise MessageRefused("message: cut off") from error


def _said(request: Request, status: int, words: str, size: int = 0, *, close: bool = False) -> Response:
    say(request.scope, "turned away", bytes_in=size, problem=words)
    headers = {"Connection": "close"} if close else {}
    return PlainTextResponse(words, status, headers)


def _trouble(request: Request, error: Exception, size: int) -> Response:
    say(request.scope, "trouble", bytes_in=size, error=type(error).__name__)
    return PlainTextResponse("try again later", 503, {"Retry-After": RETRY_AFTER})


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def build_app(center: Center, watch: Watch | None = None) -> Starlette:
    """The center's ASGI application; `watch` gets its counts."""
    watch = watch or Watch()
    lane, room = anyio.CapacityLimiter(1), Room()
    # A hub passes enrolments on over the thin line: whoever exchanges does not wait for that.
    gate = lane if center.upstream is None else anyio.CapacityLimiter(2)
    doors = {
        EXCHANGE_PATH: _Door(center, exchange, limits.MAX_SEALED, lane, room),
        ENROL_PATH: _Door(center, enrolment, limits.MAX_ENROL, gate, room, ENROL_RATE),
    }

    def door(path: str) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            return await doors[path].answered(request)

        return answer

    async def health(_request: Request) -> Response:
        found = await to_thread.run_sync(figures.health, center, watch)
        return JSONResponse(found, 200 if found["ok"] else 503, {"Cache-Control": "no-store"})

    async def live(_request: Request) -> Response:
        return JSONResponse({"ok": True}, headers={"Cache-Control": "no-store"})

    async def metrics(request: Request) -> Response:
        if not figures.may_read(request):
            return PlainTextResponse("not from here", 403)
        found = await to_thread.run_sync(figures.metrics, center, watch)
        return Response(found, media_type=figures.CONTENT_TYPE)

    async def node(_request: Request) -> Response:
        return JSONResponse(await to_thread.run_sync(who, center))

    missing = web_missing(center)

    async def plain(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if (refusal := api_refusal(request, error)) is not None:
            return refusal
        if error.status_code == 404 and center.upstream is None and is_browser(request):
            return await missing(request)
        return PlainTextResponse(error.detail, error.status_code, error.headers)

    return Starlette(
        routes=[
            *(Route(path, door(path), methods=["POST"]) for path in doors),
            *scan_routes(center),
            Route("/healthz", health, methods=["GET"]),
            Route("/healthz/live", live, methods=["GET"]),
            Route("/metrics", metrics, methods=["GET"]),
            Route(NODE_PATH, node, methods=["GET"]),
            *api_routes(center),
            *web_routes(center),
        ],
        exception_handlers={HTTPException: plain},
        middleware=[Middleware(Watched, watch=watch), Middleware(Dressed)],
    )


def who(center: Center) -> dict[str, str]:
    """Who answers here: believed by nobody, but it names the key to seal to; a hub shows its certificate."""
    with center.store.snapshot() as ledger:
        record = ledger.rows.node(center.keys.node)
    certificate = record.certificate.hex() if record is not None else ""
    return {"node": center.keys.node.hex(), "certificate": certificate}

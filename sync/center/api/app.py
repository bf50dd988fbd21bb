"""The center over HTTP: exchange, enrol, health. Bytes in, bytes out; whatever comes, never a 5xx of ours.

Work on the store is done in one worker thread, so the event loop never waits for the disk, and a
body is cut off as soon as it is larger than any message may be.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import anyio
from anyio import to_thread
from sqlalchemy.exc import DBAPIError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from sync.center.api.scans import scan_routes
from sync.center.exchange.answering import Exchanged, enrolment, exchange
from sync.center.store.log import log
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.protocol import limits
from sync.protocol.codec import MessageRefused
from sync.protocol.ports import ENROL_PATH, EXCHANGE_PATH, MEDIA_TYPE, NODE_PATH

BODY_SECONDS = 120
"""A body must be whole by then; a thin line's smallest message takes a few seconds."""
RETRY_AFTER = "15"
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

    async def answered(self, request: Request) -> Response:
        started = time.perf_counter()
        body = bytearray()
        try:
            if _media_type(request) != MEDIA_TYPE:
                return self._said(request, 415, f"expected {MEDIA_TYPE}", started)
            with anyio.fail_after(BODY_SECONDS):
                await self._read(request, body)
            done = await to_thread.run_sync(self.answer, self.center, bytes(body), limiter=self.lane)
        except BodyTooLarge:
            return self._said(request, 413, "message too large", started, close=True)
        except TimeoutError:
            return self._said(request, 408, "message took too long", started, close=True)
        except MessageRefused as error:
            return self._said(request, error.status, str(error), started, len(body))
        except (DBAPIError, OSError, CenterError, NoRoom) as error:
            # the disk, another process, too many at once: nothing was acknowledged, the desk comes again
            return self._trouble(request, error, started, len(body))
        finally:
            self.room.give(len(body))
        log(
            "answered",
            path=request.url.path,
            status=200,
            bytes_in=len(body),
            bytes_out=len(done.sealed),
            milliseconds=_since(started),
            node=done.node.hex(),
            admitted=done.admitted,
            refused=done.refused,
            parked=done.parked,
            problem=done.problem,
        )
        return Response(done.sealed, media_type=MEDIA_TYPE, headers={"Cache-Control": "no-store"})

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

    def _said(
        self, request: Request, status: int, words: str, started: float, size: int = 0, *, close: bool = False
    ) -> Response:
        log(
            "turned away",
            path=request.url.path,
            status=status,
            bytes_in=size,
            milliseconds=_since(started),
            problem=words,
        )
        headers = {"Connection": "close"} if close else {}
        return PlainTextResponse(words, status, headers)

    def _trouble(self, request: Request, error: Exception, started: float, size: int) -> Response:
        log(
            "trouble",
            level=logging.ERROR,
            path=request.url.path,
            status=503,
            bytes_in=size,
            milliseconds=_since(started),
            error=type(error).__name__,
        )
        return PlainTextResponse("try again later", 503, {"Retry-After": RETRY_AFTER})


def _since(started: float) -> int:
    return round((time.perf_counter() - started) * 1000)


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def build_app(center: Center) -> Starlette:
    """The center's ASGI application."""
    lane, room = anyio.CapacityLimiter(1), Room()
    # A hub passes enrolments on over the thin line: whoever exchanges does not wait for that.
    gate = lane if center.upstream is None else anyio.CapacityLimiter(2)
    doors = {
        EXCHANGE_PATH: _Door(center, exchange, limits.MAX_SEALED, lane, room),
        ENROL_PATH: _Door(center, enrolment, limits.MAX_ENROL, gate, room),
    }

    def door(path: str) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            return await doors[path].answered(request)

        return answer

    async def health(_request: Request) -> Response:
        try:
            await to_thread.run_sync(_look, center)
        except (DBAPIError, OSError, CenterError):
            return JSONResponse({"ok": False}, 503)
        return JSONResponse({"ok": True})

    async def node(_request: Request) -> Response:
        return JSONResponse(await to_thread.run_sync(who, center))

    async def plain(_request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return PlainTextResponse(error.detail, error.status_code, error.headers)

    return Starlette(
        routes=[
            *(Route(path, door(path), methods=["POST"]) for path in doors),
            *scan_routes(center),
            Route("/healthz", health, methods=["GET"]),
            Route(NODE_PATH, node, methods=["GET"]),
        ],
        exception_handlers={HTTPException: plain},
    )


def _look(center: Center) -> None:
    with center.store.snapshot() as ledger:
        ledger.rows.note("incarnation")


def who(center: Center) -> dict[str, str]:
    """Who answers here: believed by nobody, but it names the key to seal to; a hub shows its certificate."""
    with center.store.snapshot() as ledger:
        record = ledger.rows.node(center.keys.node)
    certificate = record.certificate.hex() if record is not None else ""
    return {"node": center.keys.node.hex(), "certificate": certificate}

"""Scans over HTTP: tus 1.0 (core, creation, expiration, checksum, termination) and downloads by range.

https://tus.io/protocols/resumable-upload. Who may bring what is decided at creation, by the token; the
upload's id is then the right to go on. What has come stays, whatever is cut: a new request for an upload
ends an older one that still waits for its sender, in whichever process on the folder that waits.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any, Final, Generic, TypeVar

import anyio
from anyio import to_thread
from filelock import FileLock, Timeout
from sqlalchemy.exc import DBAPIError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from sync.attachments.uploads import Upload
from sync.center.api.watching import say
from sync.center.exchange.copies import CopyKeeping
from sync.center.exchange.keeping import Keeping, Token
from sync.center.exchange.scans import Refused, ScanKeeping
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError

TUS: Final = {"Tus-Resumable": "1.0.0", "Cache-Control": "no-store"}
OPTIONS: Final = {
    "Tus-Version": "1.0.0",
    "Tus-Extension": "creation,expiration,checksum,termination",
    "Tus-Checksum-Algorithm": "sha256,sha1",
}
OCTETS: Final = "application/offset+octet-stream"
IDLE_SECONDS: Final = 60.0
"""For the next bytes of a PATCH; a sender gone silent is let go, and what came of him stays."""
GRACE_SECONDS: Final = 0.5
"""So long an older request for the same upload may still come to its own end."""
_LOOK_SECONDS: Final = 0.5
"""So often a request looks whether another process has a newer one."""
_TURN_SECONDS: Final = 5.0
"""So long a newer request waits until an older one in another process has let go."""
_THREADS: Final = 4
_METHODS: Final = ["HEAD", "PATCH", "DELETE", "OPTIONS", "POST"]
T = TypeVar("T")
K = TypeVar("K", bound=Token)


class _Turns:
    """One request at a time for an upload; a newer one ends the one before it."""

    def __init__(self) -> None:
        self._running: dict[str, tuple[anyio.CancelScope, anyio.Event]] = {}

    @asynccontextmanager
    async def take(self, upload_id: str) -> AsyncIterator[anyio.CancelScope]:
        while upload_id in self._running:
            scope, done = self._running[upload_id]
            with anyio.move_on_after(GRACE_SECONDS):
                await done.wait()  # its line may have broken just now, with bytes of it still to be read
            scope.cancel()
            await done.wait()
        scope, done = anyio.CancelScope(), anyio.Event()
        self._running[upload_id] = scope, done
        try:
            with scope:
                yield scope
        finally:
            del self._running[upload_id]
            done.set()


class _Door(Generic[K]):
    """The requests about files of a kind, in a few threads of their own: hashing holds up no exchange."""

    def __init__(self, center: Center, keeping: Keeping[K]) -> None:
        self.center = center
        self.keeping = keeping
        self.disk = anyio.CapacityLimiter(_THREADS)
        self.uploads = keeping.uploads
        self.turns = _Turns()

    async def collection(self, request: Request) -> Response:
        """``POST`` creates, ``OPTIONS`` says what is understood."""
        if request.method == "OPTIONS":
            return self._options()
        return await self._guarded(request, self._create)

    async def one(self, request: Request) -> Response:
        """``HEAD``, ``PATCH`` and ``DELETE`` of an upload."""
        if request.method == "OPTIONS":
            return self._options()
        method = request.headers.get("x-http-method-override", request.method).upper()
        work = {"HEAD": self._head, "PATCH": self._patch, "DELETE": self._delete}.get(method)
        if work is None:
            return PlainTextResponse("not for uploads", 405, TUS)
        return await self._guarded(request, work)

    def _options(self) -> Response:
        return Response(status_code=204, headers={**TUS, **OPTIONS, "Tus-Max-Size": str(self.keeping.most)})

    async def held(self, request: Request) -> Response:
        """``GET`` of a file that is here, whole or a range of it."""
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        try:
            if scheme.lower() != "motcua":
                raise Refused(403, "token: none")
            name = str(request.path_params["name"])
            path = await self._on_disk(self.keeping.give, token.strip(), name)
        except Refused as refused:
            return self._said(request, refused)
        except (DBAPIError, OSError, CenterError) as error:
            return self._trouble(request, error)
        return FileResponse(path, media_type=self.keeping.media, headers=TUS)

    async def _guarded(self, request: Request, work: Callable[[Request], Any]) -> Response:
        """Runs `work`, and answers for whatever goes wrong in it."""
        try:
            if request.headers.get("tus-resumable") != TUS["Tus-Resumable"]:
                return PlainTextResponse("tus 1.0.0 is spoken here", 412, {**TUS, "Tus-Version": "1.0.0"})
            response: Response = await work(request)
        except Refused as refused:
            return self._said(request, refused)
        except ClientDisconnect:
            return Response(status_code=400, headers=TUS)
        except Timeout:
            return self._said(request, Refused(423, "another process has this upload"))
        except (DBAPIError, OSError, CenterError) as error:
            return self._trouble(request, error)
        say(request.scope, "scan")
        return response

    # -- tus --------------------------------------------------------------------------------------

    async def _create(self, request: Request) -> Response:
        written = request.headers.get("upload-length", "")
        if not (written.isascii() and written.isdigit()) or len(written) > 15:
            raise Refused(400, "upload-length: missing or not a number")
        if int(written) > self.keeping.most:
            raise Refused(413, "larger than any file taken here")
        token = await self._on_disk(self.keeping.permitted, _token_in(request))
        if token.length != int(written):
            raise Refused(403, "token: for another length")
        upload = await self._on_disk(self.keeping.begin, token)
        if await self._on_disk(self.keeping.is_settled, upload):
            return await self._created(upload)
        async with self.turns.take(upload.id):
            settled = await self._settled(upload)
            if settled is None:
                settled = await self._on_disk(self.keeping.begin, token)
            return await self._created(settled)
        raise Refused(423, "a newer request has this upload")

    async def _created(self, upload: Upload) -> Response:
        offset = await self._on_disk(self.uploads.offset, upload)
        where = {
            "Location": f"{self.keeping.path.rpartition('/')[2]}/{upload.id}",
            "Upload-Offset": str(offset),
        }
        return Response(status_code=201, headers={**_headers(upload), **where})

    async def _head(self, request: Request) -> Response:
        async with self._upload(request) as begun:
            upload = await self._settled(begun)
            if upload is None:
                raise Refused(404, "what came of it was of no use")
            offset = await self._on_disk(self.uploads.offset, upload)
            length = {"Upload-Offset": str(offset), "Upload-Length": str(upload.length)}
            return Response(status_code=200, headers={**_headers(upload), **length})
        raise Refused(423, "a newer request has this upload")

    async def _delete(self, request: Request) -> Response:
        async with self._upload(request) as upload:
            await self._on_disk(self.uploads.remove, upload.id)
            return Response(status_code=204, headers=TUS)
        raise Refused(423, "a newer request has this upload")

    async def _patch(self, request: Request) -> Response:
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != OCTETS:
            raise Refused(415, f"expected {OCTETS}")
        wanted = _checksum_in(request)
        async with self._upload(request) as upload:
            async with self._alone(upload.id) as name:
                offset = await self._in_turn(request, upload, wanted, name)
            return Response(status_code=204, headers={**_headers(upload), "Upload-Offset": str(offset)})
        raise Refused(423, "a newer request has this upload")

    async def _settled(self, upload: Upload) -> Upload | None:
        """The upload, never at its end without its file being counted in; None: it has to begin anew.

        The request has its turn already. A sender told of a whole upload would send no more, and each try
        of its would end as this one, if nobody counted the file in.
        """
        if await self._on_disk(self.keeping.is_settled, upload):
            return upload
        async with self._alone(upload.id):
            return await self._on_disk(self.keeping.settle, upload)

    @asynccontextmanager
    async def _alone(self, upload_id: str) -> AsyncIterator[str]:
        """The upload is this request's alone in all processes; gives the name of its turn."""
        name = secrets.token_hex(8)
        await self._on_disk(self.uploads.take_turn, upload_id, name)
        lock = FileLock(str(self.uploads.lock_path(upload_id)), timeout=0, thread_local=False, mode=0o600)
        await self._lock(lock)
        try:
            yield name
        finally:
            lock.release()

    async def _lock(self, lock: FileLock) -> None:
        """Waits until an older request in another process has seen that this one is newer."""
        until = anyio.current_time() + _TURN_SECONDS
        while True:
            try:
                lock.acquire()
                return
            except Timeout:
                if anyio.current_time() >= until:
                    raise
            await anyio.sleep(0.05)

    async def _in_turn(
        self, request: Request, upload: Upload, wanted: tuple[str, bytes] | None, name: str
    ) -> int:
        """Takes the body in until a newer request comes to any process; where the upload then stands."""
        offset: int | None = None
        failure: Exception | None = None
        async with anyio.create_task_group() as group:
            group.start_soon(self._watch, upload.id, name, group.cancel_scope)
            try:
                start = await self._on_disk(self.uploads.offset, upload)
                if request.headers.get("upload-offset", "") != str(start):
                    raise Refused(409, f"this upload stands at {start}")
                offset = await self._take_in(request, upload, start, wanted)
            except Exception as error:  # a group would wrap it up; it is raised below as it is
                failure = error
            group.cancel_scope.cancel()
        if failure is not None:
            raise failure
        if offset is None:
            raise Refused(423, "a newer request has this upload")
        return offset

    async def _watch(self, upload_id: str, name: str, scope: anyio.CancelScope) -> None:
        while await self._on_disk(self.uploads.has_turn, upload_id, name):
            await anyio.sleep(_LOOK_SECONDS)
        scope.cancel()

    async def _take_in(
        self, request: Request, upload: Upload, start: int, wanted: tuple[str, bytes] | None
    ) -> int:
        """Adds the body to the upload as it comes; at its end the whole file is hashed."""
        offset, checksum = start, hashlib.new(wanted[0]) if wanted else None
        async for part in _parts(request):
            if offset + len(part) > upload.length:
                raise Refused(413, "more than the upload's length")
            if checksum is not None:
                checksum.update(part)
            offset = await self._on_disk(self.uploads.append, upload, offset, part)
        if checksum is not None and wanted is not None and checksum.digest() != wanted[1]:
            await self._on_disk(self.uploads.cut_back, upload, start)
            raise Refused(460, "checksum: not these bytes")
        whole = offset == upload.length and not upload.done
        if whole and not await self._on_disk(self.keeping.finish, upload):
            raise Refused(460, "the file is not the one its entry names")
        say(request.scope, bytes_in=offset - start)
        return offset

    @asynccontextmanager
    async def _upload(self, request: Request) -> AsyncIterator[Upload]:
        """The upload of the request, this request's alone until it ends."""
        upload_id = str(request.path_params["upload"])
        async with self.turns.take(upload_id):
            found = await self._on_disk(self.uploads.find, upload_id, self.center.clock())
            if found is None:
                raise Refused(404, "no such upload, or it has expired")
            yield found

    async def _on_disk(self, work: Callable[..., T], *arguments: Any) -> T:
        return await to_thread.run_sync(work, *arguments, limiter=self.disk)

    # -- saying no ----------------------------------------------------------------------------------

    def _said(self, request: Request, refused: Refused) -> Response:
        say(request.scope, "scan turned away", problem=refused.words)
        headers = dict(TUS)
        if refused.retry_after:
            headers["Retry-After"] = str(refused.retry_after)
        if request.method not in ("HEAD", "GET"):
            headers["Connection"] = "close"  # its body may still be on the way, and nobody will read it
        return PlainTextResponse(refused.words, refused.status, headers)

    def _trouble(self, request: Request, error: Exception) -> Response:
        say(request.scope, "trouble", error=type(error).__name__)
        return PlainTextResponse("try again later", 503, {**TUS, "Retry-After": "15"})

    async def listed(self, request: Request) -> Response:
        """``GET`` of the collection: the signed list of a unit's backups."""
        keeping = self.keeping
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        try:
            if scheme.lower() != "motcua" or not isinstance(keeping, CopyKeeping):
                raise Refused(403, "token: none")
            raw = await self._on_disk(keeping.listed, token.strip())
        except Refused as refused:
            return self._said(request, refused)
        except (DBAPIError, OSError, CenterError) as error:
            return self._trouble(request, error)
        return Response(raw, media_type=keeping.media, headers=TUS)


async def _parts(request: Request) -> AsyncIterator[bytes]:
    """The body as it comes; ends quietly where the sender falls silent or is cut off: what came counts."""
    stream = request.stream().__aiter__()
    while True:
        part: bytes | None = None
        with anyio.move_on_after(IDLE_SECONDS):
            try:
                part = await anext(stream, None)
            except ClientDisconnect:
                return
        if part is None:
            return
        if part:
            yield part


def _headers(upload: Upload) -> dict[str, str]:
    until = datetime.fromtimestamp(upload.expires, UTC)
    return {**TUS, "Upload-Expires": format_datetime(until, usegmt=True)}


def _token_in(request: Request) -> str:
    """The token in the metadata: ``token <base64 of its text>``."""
    for pair in request.headers.get("upload-metadata", "")[:4096].split(","):
        key, _, value = pair.strip().partition(" ")
        if key == "token":
            try:
                return base64.b64decode(value, validate=True).decode("ascii")
            except (binascii.Error, ValueError) as error:
                raise Refused(403, "token: unreadable") from error
    raise Refused(403, "token: none")


def _checksum_in(request: Request) -> tuple[str, bytes] | None:
    """(algorithm, digest) of the checksum extension's header, where there is one."""
    header = request.headers.get("upload-checksum", "")
    if not header:
        return None
    algorithm, _, value = header.partition(" ")
    if algorithm not in ("sha256", "sha1"):
        raise Refused(400, "checksum: unknown algorithm")
    try:
        return algorithm, base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refused(400, "checksum: not base64") from error


def scan_routes(center: Center) -> list[Route]:
    """The routes of scans and of desks' backups."""
    scans, copies = _Door(center, ScanKeeping(center)), _Door(center, CopyKeeping(center))
    return [
        *_routes(scans),
        Route(copies.keeping.path, copies.listed, methods=["GET"]),
        *_routes(copies),
    ]


def _routes(door: _Door[Any]) -> list[Route]:
    path = door.keeping.path
    return [
        Route(path, door.collection, methods=["POST", "OPTIONS"]),
        Route(path + "/held/{name}", door.held, methods=["GET"]),
        Route(path + "/{upload}", door.one, methods=_METHODS),
    ]

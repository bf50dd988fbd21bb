"""The one door to the API: size and form of what is sent, the key, its rate and scope, errors in one form."""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any, Final, NoReturn, TypeVar

import anyio
from anyio import to_thread
from sqlalchemy.exc import DBAPIError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from sync.acts.mistakes import Mistake
from sync.center.api.v1.document import PATH, document_bytes
from sync.center.api.v1.operations import BASE, OPERATIONS, Call, Operation, Parameter, Reply, matches
from sync.center.api.v1.problems import PREFIX, Problem, json_response, problem_response
from sync.center.staff.keys import Key, key_of, may_call, may_guess
from sync.center.store.dialect import is_passing
from sync.center.store.log import log
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError

MAX_BODY: Final = 64 * 1024
BODY_SECONDS: Final = 30
MAX_QUERY: Final = 4000
WORKERS: Final = 3
"""Calls worked on at once: pages of the staff and exchanges have reading connections left."""
_TRIES: Final = 4
_JSON: Final = "application/json"
T = TypeVar("T")


class _Door:
    """Answers calls of one center."""

    def __init__(self, center: Center) -> None:
        self._center = center
        self._workers = anyio.CapacityLimiter(WORKERS)

    def to(self, one: Operation) -> Callable[[Request], Awaitable[Response]]:
        """The endpoint of an operation."""

        async def endpoint(request: Request) -> Response:
            try:
                key = await to_thread.run_sync(self._let_in, one, request, limiter=self._workers)
                given = _given(one, request)
                body = _json(await _body(request)) if one.body else None
                call = Call(self._center, key, given, body)
                reply = await to_thread.run_sync(self._work, one, call, limiter=self._workers)
            except Problem as problem:
                return problem_response(problem)
            except (DBAPIError, OSError, CenterError) as error:
                log("trouble", level=logging.ERROR, route=BASE + one.path, error=type(error).__name__)
                return problem_response(Problem(503, headers={"Retry-After": "15"}))
            return json_response(reply.body, reply.status)

        return endpoint

    def _let_in(self, one: Operation, request: Request) -> Key:
        """The key of a call that may be made. Raises `Problem`."""
        scheme, _, text = request.headers.get("authorization", "").partition(" ")
        key = key_of(self._center, text.strip()) if scheme.lower() == "bearer" else None
        if key is None:
            address = request.client.host if request.client else ""
            if text and not self._again(lambda: may_guess(self._center, address)):
                raise Problem(429, headers={"Retry-After": "60"})
            raise Problem(401, headers={"WWW-Authenticate": "Bearer"})
        if not self._again(lambda: may_call(self._center, key)):
            said = f"Khóa này được gọi {key.per_minute} lần mỗi phút."
            raise Problem(429, said, headers={"Retry-After": "60"})
        if one.scope not in key.scopes:
            raise Problem(403, f"Cần phạm vi {one.scope}.")
        return key

    def _work(self, one: Operation, call: Call) -> Reply:
        return self._again(lambda: one.work(call))

    def _again(self, work: Callable[[], T]) -> T:
        """What comes of it; where several processes' writers stood in each other's way, tried again."""
        for _ in range(_TRIES - 1):
            try:
                return work()
            except DBAPIError as error:
                if not is_passing(error):
                    raise
        return work()


def _given(one: Operation, request: Request) -> dict[str, Any]:
    """The parameters of a call. Raises `Problem` naming every one that is not as the document says."""
    if len(str(request.url.query)) > MAX_QUERY:
        raise Problem(400, "Địa chỉ quá dài.")
    wrong: list[Mistake] = []
    found: dict[str, Any] = {}
    query = request.query_params.multi_items()
    names = [name for name, _value in query]
    known = {parameter.name for parameter in one.parameters if parameter.within == "query"}
    for name in dict.fromkeys(names):
        if name not in known:
            wrong.append(Mistake(name[:80], "Không có tham số này."))
        elif names.count(name) > 1:
            wrong.append(Mistake(name, "Chỉ ghi một lần."))
    values = {**dict(query), **{name: str(value) for name, value in request.path_params.items()}}
    for parameter in one.parameters:
        if parameter.name in values:
            value = _checked(parameter, values[parameter.name])
            if isinstance(value, Mistake):
                wrong.append(value)
            else:
                found[parameter.name] = value
    if wrong:
        raise Problem(400, errors=wrong)
    return found


def _checked(parameter: Parameter, text: str) -> str | int | Mistake:
    schema = parameter.schema
    if schema["type"] == "integer":
        least, most = schema["minimum"], schema["maximum"]
        if text.isascii() and text.isdigit() and len(text) <= 9 and least <= int(text) <= most:
            return int(text)
        return Mistake(parameter.name, f"Phải là số nguyên từ {least} đến {most}.")
    if "enum" in schema:
        among = ", ".join(schema["enum"])
        return text if text in schema["enum"] else Mistake(parameter.name, f"Phải là một trong: {among}.")
    return text if matches(schema, text) else Mistake(parameter.name, "Không đúng dạng.")


async def _body(request: Request) -> bytes:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _JSON:
        raise Problem(415)
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and (len(declared) > 12 or int(declared) > MAX_BODY):
        raise _too_large()
    body = bytearray()
    try:
        with anyio.fail_after(BODY_SECONDS):
            async for part in request.stream():
                body += part
                if len(body) > MAX_BODY:
                    raise _too_large()
    except TimeoutError:
        raise Problem(408, headers={"Connection": "close"}) from None
    except ClientDisconnect:
        raise Problem(400) from None
    return bytes(body)


def _too_large() -> Problem:
    return Problem(413, f"Nhiều nhất {MAX_BODY} byte.", headers={"Connection": "close"})


def _no_constant(_text: str) -> NoReturn:
    raise ValueError("not JSON")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A field said twice would mean one thing here and another elsewhere."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a field twice")
    return found


def _json(body: bytes) -> object:
    try:
        return json.loads(body.decode("utf-8"), parse_constant=_no_constant, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        said = "Không phải JSON (UTF-8, mỗi trường một lần)."
        raise Problem(400, said) from None


def api_routes(center: Center) -> list[Route]:
    """The routes of the API; a hub has none."""
    if center.upstream is not None:
        return []
    door, raw = _Door(center), document_bytes()

    async def described(_request: Request) -> Response:
        headers = {"Cache-Control": "public, max-age=3600", "X-Content-Type-Options": "nosniff"}
        return Response(raw, headers=headers, media_type=_JSON)

    return [
        Route(PATH, described, methods=["GET"]),
        *(Route(BASE + one.path, door.to(one), methods=[one.method]) for one in OPERATIONS),
    ]


def api_refusal(request: Request, error: HTTPException) -> Response | None:
    """The answer to an address below ``/api/`` that is none, or not for that method; None for others."""
    if not request.url.path.startswith(PREFIX):
        return None
    status = error.status_code if error.status_code in (404, 405) else 400
    return problem_response(Problem(status, headers=error.headers))

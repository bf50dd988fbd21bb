"""The one door to every page: a form's size and origin, the session, the rights, the headers of all answers.

A page is a function from a `Visit` to a response, run in a worker thread. Whatever it raises becomes a page
in words; nothing that was typed is lost on the way to a log-in.
"""

from __future__ import annotations

import hmac
import logging
import math
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

import anyio
from anyio import to_thread
from sqlalchemy.exc import DBAPIError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response

from sync.center.staff.proving import is_fresh
from sync.center.staff.sessions import TOKEN_BYTES, keep_form, session_of
from sync.center.store.dialect import is_passing
from sync.center.store.log import log
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.web import uploads
from sync.center.web.forms import MAX_BODY, TOKEN, Form, FormRefused, read_form
from sync.center.web.rights import FRESH, HALF, OPEN, may
from sync.center.web.visit import Visit, device_words

Answer = Callable[[Visit], Response]
BODY_SECONDS = 30
WORKERS = 6
"""Pages worked on at once; the reading connections are eight."""
FILES = 3
"""Files taken in at once; each lies in memory."""
_TRIES = 4
FACTOR_ON = "/hai-buoc/bat"
"""Where who must set up the second factor first is sent from everywhere."""
CONFIRM = "/xac-nhan"
_FORM_TYPE = "application/x-www-form-urlencoded"

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
    " frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # not no-referrer: with that, browsers send forms with "Origin: null"
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_TRANSPORT = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name in the table of rights, its path, what answers; `send` None: nothing is sent to it.

    A form has one path: `show` gives it, `send` takes it, and gives it again with its mistakes.
    """

    name: str
    path: str
    show: Answer
    send: Answer | None = None
    kept: bool = True
    """Whether a form that came too late is given back after the log-in."""
    guarded: bool = True
    """Whether its form must carry the token given to this browser; not where sending it changes nothing."""
    held: float = 0.0
    """Seconds: answers to what is sent take a whole number of these."""
    upload: int = 0
    """Bytes of the file its form may bring; 0: its form brings none."""


class Door:
    """Answers requests for pages of one center."""

    def __init__(self, center: Center, login: Answer) -> None:
        self._center, self._login = center, login
        self._workers = anyio.CapacityLimiter(WORKERS)
        self._files = anyio.CapacityLimiter(FILES)

    def to(self, page: Page) -> Callable[[Request], Awaitable[Response]]:
        """The endpoint of a page."""

        async def endpoint(request: Request) -> Response:
            started = time.perf_counter()
            try:
                response = await self._answered(page, request)
            except (DBAPIError, OSError) as error:
                # the disk, or another process holds the database: nothing was changed
                log("trouble", level=logging.ERROR, route=page.path, error=type(error).__name__)
                response = PlainTextResponse(
                    "Máy chủ đang bận hoặc ổ đĩa có lỗi; chưa có gì được ghi. Hãy thử lại sau ít phút.",
                    503,
                    {"Retry-After": "15"},
                )
            if page.held and request.method == "POST":
                spent = time.perf_counter() - started
                await hold(page.held * math.ceil(spent / page.held) - spent)
            return _dressed(response, secure=_secure(request))

        return endpoint

    async def _answered(self, page: Page, request: Request) -> Response:
        form = Form()
        if request.method == "POST":
            if not _own_origin(request):
                return PlainTextResponse("Biểu mẫu đến từ trang khác nên không được nhận.", 403)
            try:
                form = await self._sent(page, request)
            except FormRefused:
                return PlainTextResponse(
                    "Biểu mẫu không đọc được hoặc quá lớn.", 400, {"Connection": "close"}
                )
        return await to_thread.run_sync(self._work, page, request, form, limiter=self._workers)

    async def _sent(self, page: Page, request: Request) -> Form:
        """What was sent. Raises `FormRefused`."""
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if not page.upload or kind != uploads.FORM_TYPE:
            return read_form(await _body(request))
        known = await to_thread.run_sync(self._lets_in, page, request, limiter=self._workers)
        async with self._files:
            return await uploads.read_sent(request, page.upload if known else 0)

    def _lets_in(self, page: Page, request: Request) -> bool:
        """Whether who sends a file may: of nobody else's is any kept."""
        token, fresh = _token(request, self._center)
        session = None if fresh else session_of(self._center, token)
        return session is not None and may(session.member.roles, page.name)

    def _work(self, page: Page, request: Request, form: Form) -> Response:
        token, fresh = _token(request, self._center)
        visit = Visit(
            self._center,
            page.name,
            request.url.path,
            request.path_params,
            dict(request.query_params),
            token,
            request.client.host if request.client else "",
            _secure(request),
            self._center.clock(),
            form,
            device=device_words(request.headers.get("user-agent", "")),
        )
        sent, query = request.method == "POST", str(request.url.query)
        response = self._tried(page, visit, fresh, sent, query)
        if fresh and page.guarded and "set-cookie" not in response.headers:
            set_cookie(response, token, secure=visit.secure)
        return response

    def _tried(self, page: Page, visit: Visit, fresh: bool, sent: bool, query: str) -> Response:
        """The answer; where several processes' writers stood in each other's way, tried again at once."""
        values, files = visit.form.values, visit.form.files
        for left in range(_TRIES - 1, -1, -1):
            visit.form, visit.notice = Form(values, sent=sent, files=files), ""
            try:
                half = page.name in HALF
                visit.session = None if fresh else session_of(self._center, visit.token, half=half)
                return self._page(page, visit, sent, query)
            except DBAPIError as error:
                if not left or not is_passing(error):
                    raise
        raise AssertionError("unreachable")

    def _page(self, page: Page, visit: Visit, sent: bool, query: str) -> Response:
        if page.name not in OPEN:
            if visit.session is None:
                return self._outside(page, visit, sent, query)
            if not may(visit.member.roles, page.name):
                log("denied", route=page.path, login=visit.member.login)
                return visit.trouble(
                    403, "Tài khoản này không có quyền mở trang này.", "Hãy liên hệ quản trị viên nếu cần."
                )
            if page.name in FRESH and not is_fresh(visit.session, int(visit.now.timestamp())):
                return self._again(page, visit, sent, query)
        try:
            if sent and page.guarded and not _is_ours(visit):
                visit.notice = "Trang này mở từ phiên trước; nội dung còn nguyên, hãy xem lại và gửi lại."
                return _with_status(page.show(visit), 403)
            if sent and page.send is not None:
                response = page.send(visit)
                if response.status_code == 303 and visit.session is not None and visit.session.kept_path:
                    keep_form(visit.center, visit.token, "", "")  # what had been kept was sent now
                return response
            if visit.session is not None and visit.session.kept_path == visit.path:
                visit.form = Form.of_kept(visit.session.kept)
                visit.notice = "Biểu mẫu chưa được gửi; nội dung đã nhập còn nguyên, hãy xem lại và gửi lại."
            return page.show(visit)
        except CenterError as error:
            return visit.trouble(getattr(error, "status", 400), error.title, error.advice)

    def _outside(self, page: Page, visit: Visit, sent: bool, query: str) -> Response:
        """For nobody: the log-in; for who must set up the second factor first: that."""
        if session_of(self._center, visit.token, half=True) is not None:
            return visit.to(FACTOR_ON)
        visit.query = {"den": _wanted(visit, sent, query)}
        visit.form = Form({"kept": [visit.form.kept]}) if sent and page.kept else Form()
        return self._login(visit)

    def _again(self, page: Page, visit: Visit, sent: bool, query: str) -> Response:
        """Asks who is there; what was sent waits for its page."""
        if sent and page.kept and _is_ours(visit):
            keep_form(self._center, visit.token, visit.path, visit.form.kept)
        return visit.to(f"{CONFIRM}?den={quote(_wanted(visit, sent, query), safe='/')}")


def _wanted(visit: Visit, sent: bool, query: str) -> str:
    return visit.path + (f"?{query}" if query and not sent else "")


async def hold(seconds: float) -> None:
    """Keeps an answer back."""
    await anyio.sleep(seconds)


def _is_ours(visit: Visit) -> bool:
    return hmac.compare_digest(visit.form.get(TOKEN).encode(), visit.form_token.encode())


def set_cookie(response: Response, token: bytes, *, secure: bool) -> None:
    """Gives the browser a token; it goes when the browser is closed."""
    response.set_cookie(
        cookie_name(secure),
        urlsafe_b64encode(token).decode().rstrip("="),
        path="/",
        httponly=True,
        secure=secure,
        samesite="lax",
    )


def cookie_name(secure: bool) -> str:
    """Under TLS a name that only this very host can have set."""
    return "__Host-motcua" if secure else "motcua"


def _token(request: Request, center: Center) -> tuple[bytes, bool]:
    """The browser's token, and whether it is given just now."""
    raw = request.cookies.get(cookie_name(_secure(request)), "")
    try:
        token = urlsafe_b64decode(raw + "=" * (-len(raw) % 4))
    except ValueError:
        token = b""
    if len(token) == TOKEN_BYTES:
        return token, False
    return center.entropy(TOKEN_BYTES), True


def _secure(request: Request) -> bool:
    return request.url.scheme == "https"  # of the browser's line: the server hears it from a proxy it knows


def _own_origin(request: Request) -> bool:
    """Whether a form was sent from a page of ours, by the browser's own word."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin")
    if origin is None:
        return True  # no browser: the form's token still has to be right
    return urlsplit(origin).netloc.lower() == request.headers.get("host", "").lower()


async def _body(request: Request) -> bytes:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM_TYPE:
        raise FormRefused("form: another media type")
    body = bytearray()
    try:
        with anyio.fail_after(BODY_SECONDS):
            async for part in request.stream():
                body += part
                if len(body) > MAX_BODY:
                    raise FormRefused("form: too large")
    except (ClientDisconnect, TimeoutError) as error:
        raise FormRefused("form: cut off") from error
    return bytes(body)


def _with_status(response: Response, status: int) -> Response:
    response.status_code = status
    return response


def _dressed(response: Response, *, secure: bool) -> Response:
    for name, value in (HEADERS | _TRANSPORT if secure else HEADERS).items():
        response.headers[name] = value
    response.headers.setdefault("Cache-Control", "no-store")
    return response

"""What every answer carries, also those of machines: nothing runs, nothing is framed, nothing is kept."""

from __future__ import annotations

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

ALWAYS: Final = (
    (
        b"content-security-policy",
        b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)
"""Where an answer says nothing else itself (pages of the staff do)."""
TRANSPORT: Final = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")
"""Under TLS, ours or that of a proxy that is known."""


class Dressed:
    """ASGI middleware: the headers that an answer lacks."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        wanted = (*ALWAYS, TRANSPORT) if scope.get("scheme") == "https" else ALWAYS

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = list(message.get("headers", ()))
                names = {name.lower() for name, _value in given}
                message["headers"] = [*given, *(one for one in wanted if one[0] not in names)]
            await send(message)

        await self._app(scope, receive, sending)

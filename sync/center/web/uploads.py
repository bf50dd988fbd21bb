"""Forms that bring a file: ``multipart/form-data`` (RFC 7578), read strictly and within limits.

What is typed stands before the file in every form of ours, so that it is kept where the file is too large or
its sender must log in first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import anyio
from starlette.requests import ClientDisconnect, Request

from sync.center.web.forms import MAX_BODY, MAX_FIELDS, File, Form, FormRefused

FORM_TYPE: Final = "multipart/form-data"
SECONDS: Final = 120
MOST_DRAINED: Final = 64 * 2**20
"""Bytes read and thrown away, so that the browser hears why; more is cut off."""
_MAX_HEAD: Final = 2048
_BOUNDARY: Final = re.compile(
    r'multipart/form-data\s*;\s*boundary="?([0-9A-Za-z\'()+_,./:=?-]{1,70})"?\s*', re.I
)
_NAME: Final = re.compile(r';\s*name="([^"\r\n]{1,60})"')
_FILE: Final = re.compile(r';\s*filename="([^"\r\n]{0,300})"')


@dataclass(slots=True)
class _Part:
    """One part: where its content begins and ends, -1: it was cut off."""

    head: str
    begin: int
    end: int


async def read_sent(request: Request, room: int) -> Form:
    """The form with its file of at most `room` bytes; of one that is larger only what was typed before it.

    Raises `FormRefused` for what is no such form.
    """
    most, body, size = room + MAX_BODY, bytearray(), 0
    try:
        with anyio.fail_after(SECONDS):
            async for part in request.stream():
                size += len(part)
                if size > room + MOST_DRAINED:
                    raise FormRefused("form: too large")
                if len(body) < most:
                    body += part[: most - len(body)]
    except (ClientDisconnect, TimeoutError) as error:
        raise FormRefused("form: cut off") from error
    return read_upload(request.headers.get("content-type", ""), bytes(body), whole=size <= most, room=room)


def read_upload(kind: str, body: bytes, *, whole: bool = True, room: int = 0) -> Form:
    """The form of a body; `whole` False: its end is missing. A file beyond `room` is named and not there.

    Raises `FormRefused`.
    """
    found = _BOUNDARY.fullmatch(kind)
    if found is None:
        raise FormRefused("form: another media type")
    values: dict[str, list[str]] = {}
    files: dict[str, File] = {}
    typed = 0
    for part in _parts(body, b"--" + found[1].encode("ascii"), whole):
        name, file = _NAME.search(part.head), _FILE.search(part.head)
        if name is None or name[1] in files:
            raise FormRefused("form: a part without a name")
        if file is not None:
            cut = part.end < 0 or part.end - part.begin > room
            files[name[1]] = File(file[1], b"" if cut else body[part.begin : part.end], cut)
            continue
        if part.end < 0:
            break
        typed += part.end - part.begin
        if typed > MAX_BODY:
            raise FormRefused("form: too large")
        text = body[part.begin : part.end].decode("utf-8", "replace")
        values.setdefault(name[1], []).append(text.replace("\r\n", "\n").replace("\x00", ""))
    return Form(values, sent=True, files=files)


def _parts(body: bytes, mark: bytes, whole: bool) -> list[_Part]:
    parts: list[_Part] = []
    at = len(mark)
    if not body.startswith(mark):
        raise FormRefused("form: not one")
    while body[at : at + 2] != b"--":
        head = body.find(b"\r\n\r\n", at, at + _MAX_HEAD)
        if body[at : at + 2] != b"\r\n" or head < 0 or len(parts) == MAX_FIELDS:
            if not whole and len(body) - at < _MAX_HEAD:
                break
            raise FormRefused("form: not one")
        end = body.find(b"\r\n" + mark, head + 4)
        parts.append(_Part(body[at:head].decode("utf-8", "replace"), head + 4, end))
        if end < 0:
            if whole:
                raise FormRefused("form: cut off")
            break
        at = end + 2 + len(mark)
    return parts

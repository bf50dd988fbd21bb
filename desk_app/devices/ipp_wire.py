"""The Internet Printing Protocol on the wire: requests and answers as bytes (RFC 8010), carried by HTTP.

Only what a desk that prints needs. The libraries for it are asynchronous and read printers' states; none
that is kept up prints.
"""

from __future__ import annotations

import http.client
import ssl
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Final

MOST_ANSWER: Final = 4 * 1024 * 1024
CONNECT_SECONDS: Final = 5.0
ANSWER_SECONDS: Final = 20.0


class Operation(IntEnum):
    """Operations of RFC 8011, and one of CUPS."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_JOBS = 0x000A
    GET_PRINTER_ATTRIBUTES = 0x000B
    CUPS_GET_PRINTERS = 0x4002


class Tag(IntEnum):
    """Tags of groups and values."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    DATE = 0x31
    RESOLUTION = 0x32
    RANGE = 0x33
    BEGIN = 0x34
    TEXT_LANGUAGE = 0x35
    NAME_LANGUAGE = 0x36
    END_COLLECTION = 0x37
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49
    MEMBER = 0x4A


class Unreached(Exception):
    """No connection: nothing was sent."""


class BrokenOff(Exception):
    """The connection ended after sending began: nobody knows what the other end makes of it."""


class Refused(Exception):
    """The printer (or the server before it) said no. `code`: the IPP status, or HTTP's below 1000."""

    def __init__(self, code: int, message: str = "") -> None:
        super().__init__(f"{code:#06x} {message}")
        self.code = code
        self.message = message


Value = tuple[Tag, Any]
"""A tag and its value: int, bool, str, (dots, dots) of a resolution in dpi, or a dict of a collection."""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer: its status and its groups (tag, attributes by name, each a list of values)."""

    status: int
    groups: Sequence[tuple[int, Mapping[str, list[Any]]]] = field(default_factory=tuple)

    def of(self, tag: Tag) -> list[Mapping[str, list[Any]]]:
        """The groups of one kind."""
        return [attributes for kind, attributes in self.groups if kind == tag]

    def first(self, tag: Tag) -> Mapping[str, list[Any]]:
        """The first group of a kind; empty when there is none."""
        return next(iter(self.of(tag)), {})


# --------------------------------------------------------------------------------------------------- writing


def request_bytes(
    operation: Operation, groups: Sequence[tuple[Tag, Mapping[str, Any]]], number: int
) -> bytes:
    """A request; the charset and language attributes are put first, as they must be."""
    out = [struct.pack(">BBHI", 2, 0, operation, number)]
    for at, (tag, attributes) in enumerate(groups):
        out.append(bytes((tag,)))
        if at == 0:
            out.append(_attribute("attributes-charset", (Tag.CHARSET, "utf-8")))
            out.append(_attribute("attributes-natural-language", (Tag.LANGUAGE, "vi")))
        out += [_attribute(name, *_listed(value)) for name, value in attributes.items()]
    out.append(bytes((Tag.END,)))
    return b"".join(out)


def _listed(value: Any) -> list[Value]:
    return value if isinstance(value, list) else [value]


def _attribute(name: str, *values: Value) -> bytes:
    out = []
    for at, (tag, value) in enumerate(values):
        out.append(_field(tag, name if at == 0 else "", _plain(tag, value)))
        if tag is Tag.BEGIN:
            for member, inner in value.items():
                out.append(_field(Tag.MEMBER, "", member.encode()))
                out += [_attribute("", one) for one in _listed(inner)]
            out.append(_field(Tag.END_COLLECTION, "", b""))
    return b"".join(out)


def _field(tag: Tag, name: str, value: bytes) -> bytes:
    key = name.encode()
    return bytes((tag,)) + struct.pack(">H", len(key)) + key + struct.pack(">H", len(value)) + value


def _plain(tag: Tag, value: Any) -> bytes:
    if tag in (Tag.INTEGER, Tag.ENUM):
        return struct.pack(">i", value)
    if tag is Tag.BOOLEAN:
        return bytes((bool(value),))
    if tag is Tag.RESOLUTION:
        return struct.pack(">iib", *value, 3)
    if tag is Tag.BEGIN:
        return b""
    return str(value).encode("utf-8")[:1023]


# --------------------------------------------------------------------------------------------------- reading


def read_response(raw: bytes) -> Response:
    """An answer's bytes. Raises `ValueError` for anything that is none."""
    try:
        return _Reader(raw).response()
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise ValueError("not an IPP answer") from error


class _Reader:
    """Walks an answer's bytes once."""

    def __init__(self, raw: bytes) -> None:
        self._raw, self._at = raw, 0

    def response(self) -> Response:
        _major, _minor, status, _number = struct.unpack(">BBHI", self._take(8))
        groups: list[tuple[int, dict[str, list[Any]]]] = []
        name = ""
        while (tag := self._take(1)[0]) != Tag.END:
            if tag < 0x10:
                groups.append((tag, {}))
                continue
            key, value = self._value(tag)
            name = key or name
            groups[-1][1].setdefault(name, []).append(value)
        return Response(status, groups)

    def _take(self, count: int) -> bytes:
        taken = self._raw[self._at : self._at + count]
        if len(taken) != count:
            raise ValueError("an IPP answer that ends too early")
        self._at += count
        return taken

    def _field(self) -> tuple[str, bytes]:
        (length,) = struct.unpack(">H", self._take(2))
        name = self._take(length).decode("utf-8")
        (length,) = struct.unpack(">H", self._take(2))
        return name, self._take(length)

    def _value(self, tag: int, depth: int = 0) -> tuple[str, Any]:
        name, raw = self._field()
        if tag == Tag.BEGIN:
            if depth > 8:
                raise ValueError("collections too deep")
            return name, self._collection(depth)
        return name, _read(tag, raw)

    def _collection(self, depth: int) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        member = ""
        while (tag := self._take(1)[0]) != Tag.END_COLLECTION:
            if tag == Tag.MEMBER:
                member = self._field()[1].decode("utf-8")
            else:
                found.setdefault(member, []).append(self._value(tag, depth + 1)[1])
        self._field()
        return found


def _read(tag: int, raw: bytes) -> Any:
    if tag in (Tag.INTEGER, Tag.ENUM):
        return struct.unpack(">i", raw)[0]
    if tag == Tag.BOOLEAN:
        return raw != b"\0"
    if tag == Tag.RESOLUTION:
        across, feed, unit = struct.unpack(">iib", raw)
        return (across, feed) if unit == 3 else (round(across * 2.54), round(feed * 2.54))
    if tag == Tag.RANGE:
        return struct.unpack(">ii", raw)
    if tag in (Tag.TEXT_LANGUAGE, Tag.NAME_LANGUAGE):
        (length,) = struct.unpack(">H", raw[:2])
        return raw[4 + length :].decode("utf-8", "replace")
    if tag < 0x20 or tag == Tag.DATE:
        return None
    return raw.decode("utf-8", "replace")


# -------------------------------------------------------------------------------------------------- carrying


def carry(host: str, port: int, path: str, body: bytes, *, tls: bool = False) -> Response:
    """One request over HTTP. Raises `Unreached`, `BrokenOff` or `Refused`."""
    connection = (
        http.client.HTTPSConnection(host, port, timeout=CONNECT_SECONDS, context=ssl.create_default_context())
        if tls
        else http.client.HTTPConnection(host, port, timeout=CONNECT_SECONDS)
    )
    try:
        try:
            connection.connect()
        except (OSError, ValueError) as error:
            raise Unreached(str(error)) from error
        connection.sock.settimeout(ANSWER_SECONDS)
        try:
            connection.request("POST", path, body, {"Content-Type": "application/ipp"})
            answer = connection.getresponse()
            raw = answer.read(MOST_ANSWER)
        except (OSError, http.client.HTTPException) as error:
            raise BrokenOff(type(error).__name__) from error
    finally:
        connection.close()
    if answer.status != http.client.OK:
        raise Refused(answer.status, answer.reason)
    try:
        response = read_response(raw)
    except ValueError as error:
        raise BrokenOff(str(error)) from error
    if response.status >= 0x0400:
        message = response.first(Tag.OPERATION).get("status-message", [""])[0]
        raise Refused(response.status, str(message))
    return response

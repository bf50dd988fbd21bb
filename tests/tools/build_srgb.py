"""Builds `resources/color/srgb.icc`: sRGB (IEC 61966-2-1) as a small ICC profile, version 2.1.

    python -m tests.tools.build_srgb

The same bytes each time, made of published numbers only: the three primaries and the white adapted to D50 as
the International Color Consortium's own sRGB profile has them, and the standard's tone curve at 256 points.
"""

from __future__ import annotations

import struct

from sync.resources import resource_path

POINTS = 256
WHITE = (0xF6D6, 0x10000, 0xD32D)
"""D50, the white every profile is told against; CIE XYZ in 1/65536."""
PRIMARIES = {
    b"rXYZ": (0x6FA2, 0x38F5, 0x0390),
    b"gXYZ": (0x6299, 0xB785, 0x18DA),
    b"bXYZ": (0x24A0, 0x0F84, 0xB6CF),
}
NAME = b"sRGB IEC61966-2-1"
RIGHTS = b"No rights reserved (CC0 1.0)"


def linear(value: float) -> float:
    """Light of an sRGB value, both 0 to 1."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _xyz(value: tuple[int, int, int]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *value)


def _description(text: bytes) -> bytes:
    """`textDescriptionType`: ASCII, then an empty Unicode and an empty Macintosh text."""
    named = text + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(named)) + named + bytes(4 + 4 + 2 + 1 + 67)


def profile() -> bytes:
    """The profile's bytes."""
    points = [round(linear(at / (POINTS - 1)) * 65535) for at in range(POINTS)]
    curve = b"curv\0\0\0\0" + struct.pack(f">I{POINTS}H", POINTS, *points)
    tags = {
        b"desc": _description(NAME),
        b"cprt": b"text\0\0\0\0" + RIGHTS + b"\0",
        b"wtpt": _xyz(WHITE),
        **{name: _xyz(value) for name, value in PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    where: dict[bytes, int] = {}
    body, start = b"", 128 + 4 + 12 * len(tags)
    for content in tags.values():
        if content not in where:
            where[content] = start + len(body)
            body += content + bytes(-len(content) % 4)
    table = struct.pack(">I", len(tags))
    for name, content in tags.items():
        table += name + struct.pack(">2I", where[content], len(content))
    return _head(128 + len(table) + len(body)) + table + body


def _head(size: int) -> bytes:
    """The header: a display's RGB profile without a maker, dated like every file we make."""
    made = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    head = struct.pack(">I4sI", size, b"\0\0\0\0", 0x02100000) + b"mntrRGB XYZ " + made + b"acsp"
    head += bytes(4 + 4 + 4 + 4 + 8 + 4) + struct.pack(">3I", *WHITE)
    return head.ljust(128, b"\0")


if __name__ == "__main__":
    path = resource_path("color", "srgb.icc")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(profile())

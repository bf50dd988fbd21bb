"""A PDF of JPEG pictures, one to a page: the same pictures always give the same bytes.

The JPEG's bytes stand in the file as they are (DCTDecode, ISO 32000-1, 7.4.8), so nothing is coded twice and
nothing but the picture is in it: no scripts, no fonts, no dates.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: a baseline JPEG of `width` × `height` dots (grey or RGB), and the paper's size in points."""

    jpeg: bytes
    width: int
    height: int
    grey: bool
    points: tuple[float, float]


def pdf_of(sheets: Iterable[Sheet]) -> bytes:
    """The file. Objects: 1 catalogue, 2 tree of pages, then page, content and picture for each sheet."""
    pages = list(sheets)
    kids = " ".join(f"{3 + 3 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
    ]
    for at, sheet in enumerate(pages):
        width, height = (f"{side:.2f}" for side in sheet.points)
        content = f"q {width} 0 0 {height} 0 0 cm /P Do Q".encode()
        space = "/DeviceGray" if sheet.grey else "/DeviceRGB"
        objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}]"
                f" /Resources << /XObject << /P {5 + 3 * at} 0 R >> >> /Contents {4 + 3 * at} 0 R >>"
            ).encode(),
            _stream(b"", content),
            _stream(
                (
                    f"/Type /XObject /Subtype /Image /Width {sheet.width} /Height {sheet.height}"
                    f" /ColorSpace {space} /BitsPerComponent 8 /Filter /DCTDecode "
                ).encode(),
                sheet.jpeg,
            ),
        ]
    return _file(objects)


def _stream(words: bytes, content: bytes) -> bytes:
    return b"<< %b/Length %d >>\nstream\n%b\nendstream" % (words, len(content), content)


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)

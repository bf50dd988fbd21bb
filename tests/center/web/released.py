"""Tables and releases for the tests of the catalogue's pages."""

from __future__ import annotations

import io
import zipfile

import openpyxl

CODE, OTHER_CODE, NEW_CODE = "1.004873", "1.000419", "9.900001"
HEADER = ["Mã thủ tục", "Tên thủ tục", "Lĩnh vực", "Thời hạn", "Tình trạng", "Thay thế bởi"]


def xlsx(*rows: list[str]) -> bytes:
    """A workbook of these rows under `HEADER`."""
    book = openpyxl.Workbook()
    for row in (HEADER, *rows):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv(*rows: list[str]) -> bytes:
    """The same as CSV."""
    return "\n".join(",".join(row) for row in (HEADER, *rows)).encode("utf-8-sig")


def amended(name: str, limit: str = "9 ngày làm việc") -> list[str]:
    """A row with another limit."""
    return [CODE, name, "Hộ tịch", limit, "", ""]


def bomb() -> bytes:
    """A workbook that unpacks to far more than it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"0" * (110 * 2**20))
    return out.getvalue()


def declaring() -> bytes:
    """A workbook whose XML declares entities."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    return out.getvalue()

"""Tables as offices have them, for publishing: XLSX, CSV and TSV, within limits; a hostile file is refused.

XLSX is read by openpyxl in its read-only mode, imported only for such a file; a formula is no text.
"""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

from sync.catalogue.table import (
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_ROW_BYTES,
    MOST_ROWS,
    Row,
    TableRefused,
    read_tsv,
)

_MOST_UNPACKED: Final = 96 * 2**20
_MOST_PARTS: Final = 400
_MOST_RATIO: Final = 200
"""How much smaller than its content a part may be, once it is large; honest sheets stay below 40."""
_LARGE: Final = 2**20
_MOST_BLANK: Final = 5_000
_SAVE_AGAIN: Final = "Mở tệp bằng Excel rồi lưu lại dạng .xlsx."


def read_sheet(data: bytes, *, lines: bool = False) -> Iterator[Row]:
    """The rows of a file of any of the three kinds, header first. `lines`: several lines in a cell of a
    workbook stay several. Raises `TableRefused`."""
    if len(data) > MOST_BYTES:
        raise TableRefused(f"Tệp lớn hơn {MOST_BYTES // 2**20} MB")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise TableRefused("Đây là tệp Excel kiểu cũ (.xls) hoặc tệp có mật khẩu", _SAVE_AGAIN)
    if data.startswith(b"PK"):
        return _filled(_rows_of_xlsx(data, lines))
    header = data.split(b"\n", 1)[0]
    if b"\t" in header or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return read_tsv(data)
    return _rows_of_csv(data)


# -------------------------------------------------------------------------------------------- text


def _rows_of_csv(data: bytes) -> Iterator[Row]:
    if not data.strip():
        raise TableRefused("Tệp trống")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise TableRefused(f"Dòng {row}: không phải UTF-8", "Lưu lại từ Excel dạng “CSV UTF-8”.") from error
    if "\x00" in text:
        raise TableRefused("Tệp có byte NUL", "Lưu lại từ Excel dạng “CSV UTF-8”.")
    header = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;", key=header.count), strict=True)
    return _filled(_csv_rows(reader))


def _csv_rows(reader: Any) -> Iterator[tuple[int, list[str]]]:
    before = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise TableRefused(
                f"Dòng {before + 1}: dấu ngoặc kép mở mà không đóng, hoặc ô quá dài", "Sửa dòng đó."
            ) from error
        yield before + 1, cells
        before = reader.line_num


def _filled(rows: Iterator[tuple[int, list[str]]]) -> Iterator[Row]:
    """Rows that hold anything, of the header's width: cells that a program left out at the end are empty."""
    width = blank = 0
    for number, cells in rows:
        if number > MOST_ROWS:
            raise TableRefused(f"Tệp có hơn {MOST_ROWS} dòng")
        said = list(cells)
        while said and not said[-1].strip():
            said.pop()
        if not said:
            blank += 1
            if blank > _MOST_BLANK:
                raise TableRefused(
                    f"Dòng {number}: tệp có quá nhiều dòng trống", "Xóa các dòng trống rồi lưu lại."
                )
            continue
        width = width or len(said)
        if sum(map(len, said)) > MOST_ROW_BYTES or len(said) > MOST_COLUMNS:
            yield Row(number, problem=f"dòng dài quá hoặc có hơn {MOST_COLUMNS} cột")
        else:
            yield Row(number, tuple(said) + ("",) * (width - len(said)))
    if not width:
        raise TableRefused("Tệp không có dòng tiêu đề")


# -------------------------------------------------------------------------------------------- xlsx


def _rows_of_xlsx(data: bytes, lines: bool) -> Iterator[tuple[int, list[str]]]:
    _inspect_package(data)
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    except Exception as error:  # openpyxl raises whatever its readers stumble on
        raise _no_sheet() from error
    try:
        if not book.worksheets:
            raise _no_sheet()
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file says of its size is not believed
        rows, number = iter(sheet.iter_rows(max_col=MOST_COLUMNS + 1)), 0
        while True:
            number += 1
            try:
                cells = next(rows)
            except StopIteration:
                return
            except Exception as error:
                raise TableRefused(f"Dòng {number}: không đọc được", _SAVE_AGAIN) from error
            yield number, [_text(cell, lines) for cell in cells]
    finally:
        book.close()


def _text(cell: Any, lines: bool) -> str:
    value = cell.value
    if value is None or cell.data_type == "f":
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if lines:
        return "\n".join(str(value).splitlines())
    return " ".join(str(value).split())


def _no_sheet() -> TableRefused:
    return TableRefused("Tệp Excel bị hỏng hoặc không có bảng nào", _SAVE_AGAIN)


def _inspect_package(data: bytes) -> None:
    """Looks at the package before anything unpacks it: sizes, and declarations that expand."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise _no_sheet() from error
    with package:
        parts = package.infolist()
        swollen = any(
            part.file_size > _LARGE and part.file_size > _MOST_RATIO * max(1, part.compress_size)
            for part in parts
        )
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED or swollen:
            raise TableRefused("Tệp Excel nén bất thường (bung ra quá lớn) nên không mở", _SAVE_AGAIN)
        if any(part.flag_bits & 1 for part in parts):
            raise TableRefused("Tệp Excel có mật khẩu", "Lưu lại không đặt mật khẩu.")
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                _refuse_declarations(package, part)


def _refuse_declarations(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """No XML of a workbook declares a document type; one that does means to expand entities."""
    try:
        with package.open(part) as opened:
            beginning = opened.read(4096)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise _no_sheet() from error
    plain = beginning.replace(b"\x00", b"").upper()
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise TableRefused("Tệp Excel có khai báo lạ trong phần XML nên không mở", _SAVE_AGAIN)

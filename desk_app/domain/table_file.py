"""Tables as officers have them: CSV in its dialects and XLSX, read within limits; a hostile file is refused.

Everything is text when it comes out. A formula is never reckoned; a number that may have lost its leading
zeros is marked. XLSX is read by openpyxl in its read-only mode, imported only for such a file.
"""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from desk_app.domain.mistakes import DeskError

MOST_BYTES: Final = 8 * 2**20
MOST_UNPACKED: Final = 48 * 2**20
MOST_PARTS: Final = 400
MOST_RATIO: Final = 200
"""How much smaller than its content a part may be, once it is large; honest sheets stay below 40."""
MOST_ROWS: Final = 1000
MOST_BLANK: Final = 5000
MOST_COLUMNS: Final = 64
MOST_CELL: Final = 4000
_LARGE: Final = 2**20
_SPLIT = f"Chia thành nhiều tệp, mỗi tệp nhiều nhất {MOST_ROWS} hồ sơ."


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text; `number`: it was a number, so that zeros at its beginning may be gone; `formula`: it was
    reckoned by a program, its text is the formula."""

    text: str = ""
    number: bool = False
    formula: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with its number in the file, counted from 1; blank rows are left out."""

    number: int
    cells: tuple[Cell, ...]


def read_table(raw: bytes, name: str) -> list[TableRow]:
    """The rows of a file, header first. `name` decides nothing but the words. Raises `DeskError`, naming the
    row where one row is the reason.
    """
    if len(raw) > MOST_BYTES:
        raise DeskError(f"Tệp lớn hơn {MOST_BYTES // 2**20} MB.", _SPLIT)
    if not raw.strip():
        raise DeskError("Tệp trống.", "Chọn đúng tệp có bảng hồ sơ.")
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise DeskError(
            "Đây là tệp Excel kiểu cũ (.xls) hoặc tệp có mật khẩu.",
            "Mở bằng Excel, lưu thành .xlsx không mật khẩu.",
        )
    rows = _rows_of_xlsx(raw) if raw.startswith(b"PK") else _rows_of_text(raw)
    held = list(_limited(rows))
    if not held:
        raise DeskError(f"Tệp {name[:80]} không có dòng nào.", "Chọn đúng tệp có bảng hồ sơ.")
    return held


def _limited(rows: Iterable[tuple[int, Sequence[Cell]]]) -> Iterator[TableRow]:
    kept = blank = 0
    for number, cells in rows:
        if not any(cell.text for cell in cells):
            blank += 1
            if blank > MOST_BLANK:
                raise DeskError(
                    f"Dòng {number}: tệp có quá nhiều dòng trống.",
                    "Xóa các dòng trống ở cuối bảng rồi lưu lại.",
                )
            continue
        if kept > MOST_ROWS:
            raise DeskError(f"Dòng {number}: tệp có hơn {MOST_ROWS} hồ sơ.", _SPLIT)
        if any(cell.text for cell in cells[MOST_COLUMNS:]):
            raise DeskError(f"Dòng {number}: có hơn {MOST_COLUMNS} cột.", "Bỏ bớt các cột không cần.")
        if any(len(cell.text) > MOST_CELL for cell in cells):
            raise DeskError(f"Dòng {number}: có ô dài quá {MOST_CELL} ký tự.", "Rút gọn ô đó.")
        kept += 1
        last = max(at for at, cell in enumerate(cells) if cell.text)
        yield TableRow(number, tuple(cells[: last + 1]))


# -------------------------------------------------------------------------------------------- text


def _rows_of_text(raw: bytes) -> Iterator[tuple[int, list[Cell]]]:
    text = _decoded(raw)
    if "\x00" in text:
        row = text.count("\n", 0, text.index("\x00")) + 1
        raise DeskError(
            f"Dòng {row}: có byte NUL; đây không phải tệp CSV.", "Lưu lại từ Excel dạng “CSV UTF-8”."
        )
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    before = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise DeskError(
                f"Dòng {before + 1}: dấu ngoặc kép mở mà không đóng, hoặc ô quá dài.",
                "Sửa dòng đó, hoặc lưu lại từ Excel dạng “CSV UTF-8”.",
            ) from error
        yield before + 1, [_text_cell(cell) for cell in cells]
        before = reader.line_num


def _text_cell(text: str) -> Cell:
    said = text.strip()
    return Cell(said, formula=said[:1] in ("=", "@"))


def _decoded(raw: bytes) -> str:
    """UTF-8, or UTF-16 where its mark says so; any other encoding is refused with the row where it shows."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode("utf-16")
        except UnicodeDecodeError as error:
            raise DeskError("Tệp UTF-16 bị hỏng.", "Lưu lại từ Excel dạng “CSV UTF-8”.") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw.count(b"\n", 0, error.start) + 1
        raise DeskError(
            f"Dòng {row}: chữ không phải bảng mã Unicode UTF-8 (có thể là TCVN3, VNI hoặc Windows-1258).",
            "Mở tệp bằng Excel, lưu dạng “CSV UTF-8” hoặc .xlsx.",
        ) from error


def _delimiter(text: str) -> str:
    """What separates the header's cells most often: comma, semicolon (Excel in Vietnamese) or tab."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    return max((",", ";", "\t"), key=header.count)


# -------------------------------------------------------------------------------------------- xlsx


def _rows_of_xlsx(raw: bytes) -> Iterator[tuple[int, list[Cell]]]:
    _inspect_package(raw)
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=False, keep_links=False)
    except Exception as error:  # openpyxl raises whatever its readers stumble on
        raise _no_sheet() from error
    try:
        sheet = book.worksheets[0] if book.worksheets else None
        if sheet is None:
            raise _no_sheet()
        sheet.reset_dimensions()  # what the file says of its size is not believed
        rows = iter(sheet.iter_rows(max_col=MOST_COLUMNS + 1))
        number = 0
        while True:
            number += 1
            try:
                cells = next(rows)
            except StopIteration:
                return
            except Exception as error:
                raise DeskError(
                    f"Dòng {number}: không đọc được.", "Mở tệp bằng Excel rồi lưu lại."
                ) from error
            yield number, [_sheet_cell(cell) for cell in cells]
    finally:
        book.close()


def _no_sheet() -> DeskError:
    return DeskError("Tệp Excel bị hỏng hoặc không có bảng nào.", "Mở tệp bằng Excel rồi lưu lại dạng .xlsx.")


def _inspect_package(raw: bytes) -> None:
    """Looks at the package before anything unpacks it: sizes, names, and declarations that expand."""
    try:
        package = zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise _no_sheet() from error
    with package:
        parts = package.infolist()
        total = sum(part.file_size for part in parts)
        swollen = any(
            part.file_size > _LARGE and part.file_size > MOST_RATIO * max(1, part.compress_size)
            for part in parts
        )
        if len(parts) > MOST_PARTS or total > MOST_UNPACKED or swollen:
            raise DeskError("Tệp Excel nén bất thường (bung ra quá lớn) nên không mở.", _SPLIT)
        if any(part.flag_bits & 1 for part in parts):
            raise DeskError("Tệp Excel có mật khẩu.", "Lưu lại không đặt mật khẩu.")
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
        raise DeskError("Tệp Excel có khai báo lạ trong phần XML nên không mở.", "Lưu lại tệp bằng Excel.")


def _sheet_cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return Cell()
    if cell.data_type == "f" or (isinstance(value, str) and value.lstrip()[:1] == "="):
        return Cell(str(value).strip(), formula=True)
    if isinstance(value, bool):
        return Cell("có" if value else "không")
    if isinstance(value, datetime):
        return Cell(f"{value:%d/%m/%Y}" if value.time() == time(0) else f"{value:%d/%m/%Y %H:%M}")
    if isinstance(value, date):
        return Cell(f"{value:%d/%m/%Y}")
    if isinstance(value, int | float):
        whole = isinstance(value, int) or value.is_integer()
        return Cell(str(int(value)) if whole else str(value), number=True)
    return Cell(str(value).strip())

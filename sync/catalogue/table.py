"""Reads tables row by row: every row comes out as cells or as a sentence about why it could not be read.

A reader takes the bytes of a whole file and gives `Row`s, the header first. TSV is here; a reader of another
format only has to give the same rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

MOST_BYTES = 20 * 2**20
MOST_ROWS = 50_000
MOST_ROW_BYTES = 64 * 1024
MOST_COLUMNS = 50

_BOM = b"\xef\xbb\xbf"


class TableRefused(ValueError):
    """A file that is no table at all, or too big to be one; `title` says so, `advice` what to do."""

    def __init__(self, title: str, advice: str = "Kiểm tra lại tệp đã chọn.") -> None:
        self.title = title
        self.advice = advice
        super().__init__(title)


@dataclass(frozen=True, slots=True)
class Row:
    """One row with its number in the file (the header is 1); `problem` is set when it has no `cells`."""

    number: int
    cells: tuple[str, ...] = ()
    problem: str = ""


Reader = Callable[[bytes], Iterator[Row]]
"""Gives the rows of a file, header first. Raises `TableRefused`."""


def read_tsv(data: bytes) -> Iterator[Row]:
    """The rows of tab-separated UTF-8 text; quotation marks are ordinary characters, blank lines are skipped.

    A row that is not UTF-8, holds a NUL or is longer than `MOST_ROW_BYTES` comes out as a problem. Raises
    `TableRefused` for a file that is empty, too big, or of another kind.
    """
    _refuse_other_kinds(data)
    lines = data.removeprefix(_BOM).split(b"\n")
    if not lines[0].strip():
        raise TableRefused("Tệp không có dòng tiêu đề")
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _row(number, line.removesuffix(b"\r"))


def _row(number: int, line: bytes) -> Row:
    if len(line) > MOST_ROW_BYTES:
        return Row(number, problem=f"dòng dài quá {MOST_ROW_BYTES // 1024} KB")
    if b"\x00" in line:
        return Row(number, problem="dòng có byte NUL")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        return Row(number, problem=f"không phải UTF-8 (byte thứ {error.start + 1} của dòng)")
    return Row(number, tuple(text.split("\t")))


def _refuse_other_kinds(data: bytes) -> None:
    """The mistakes people make with files, each with its own sentence."""
    if len(data) > MOST_BYTES:
        raise TableRefused(f"Tệp lớn hơn {MOST_BYTES // 2**20} MB")
    if not data.strip():
        raise TableRefused("Tệp trống")
    if data.startswith(b"PK\x03\x04"):
        raise TableRefused(
            "Đây là tệp Excel hoặc tệp nén", "Mở bằng Excel và lưu thành văn bản phân cách tab, UTF-8."
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise TableRefused("Tệp có bảng mã UTF-16", "Lưu lại tệp với bảng mã UTF-8.")
    if data.count(b"\n") > MOST_ROWS:
        raise TableRefused(f"Tệp có hơn {MOST_ROWS} dòng")

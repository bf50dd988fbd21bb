"""Tables from anywhere: honest ones are read, hostile ones refused with row and reason."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date
from typing import Any

import openpyxl
import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.domain.table_file import MOST_BYTES, MOST_ROWS, Cell, read_table

HEADER = "Thủ tục,Họ và tên"


def texts(raw: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in read_table(raw, "bảng.csv")]


def workbook(*rows: list[Any]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def repacked(raw: bytes, **changed: bytes) -> bytes:
    """The same package with parts replaced or added (``/`` written ``__``)."""
    kept = io.BytesIO()
    names = {name.replace("__", "/").replace("_DOT_", "."): body for name, body in changed.items()}
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, names.pop(part.filename, old.read(part)))
        for name, body in names.items():
            new.writestr(name, body)
    return kept.getvalue()


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_dialects_of_csv_are_told_apart(mark: str, encoding: str) -> None:
    raw = f"Thủ tục{mark}Họ và tên\r\n1.001193{mark}Nguyễn Văn Mẫu\r\n\r\n".encode(encoding)
    assert texts(raw) == [["Thủ tục", "Họ và tên"], ["1.001193", "Nguyễn Văn Mẫu"]]


def test_rows_keep_their_number_in_the_file() -> None:
    raw = f'{HEADER}\n\n1.001193,"Nguyễn\nVăn Mẫu"\n1.001193,B\n'.encode()
    assert [row.number for row in read_table(raw, "a.csv")] == [1, 3, 5]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "trống"),
        (f"{HEADER}\n1,A\n".encode() + b"2,Nguy\xd4n\n", "Dòng 3: chữ không phải"),
        (f"{HEADER}\n1,\x00A\n".encode(), "Dòng 2: có byte NUL"),
        (f'{HEADER}\n1,"A\n2,B\n'.encode(), "Dòng 2: dấu ngoặc kép"),
        (f"{HEADER}\n1,{'A' * 5000}\n".encode(), "Dòng 2: có ô dài quá"),
        (f"{HEADER}\n{',' * 80}x\n".encode(), "Dòng 2: có hơn 64 cột"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 100, ".xls"),
        (b"PK\x03\x04 no package", "hỏng"),
        (b"\xff\xfe\x00", "UTF-16 bị hỏng"),
        (b"a" * (MOST_BYTES + 1), "lớn hơn 8 MB"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(raw: bytes, said: str) -> None:
    with pytest.raises(DeskError) as refused:
        read_table(raw, "a.csv")
    assert said in refused.value.title
    assert refused.value.advice


def test_a_million_rows_are_refused_at_the_first_too_many() -> None:
    raw = (HEADER + "\n").encode() + b"1,A\n" * 1_000_000
    with pytest.raises(DeskError, match=f"Dòng {MOST_ROWS + 2}: tệp có hơn {MOST_ROWS} hồ sơ"):
        read_table(raw, "a.csv")


def test_a_thousand_dossiers_are_read() -> None:
    raw = (HEADER + "\n").encode() + b"1,A\n" * MOST_ROWS
    assert len(read_table(raw, "a.csv")) == MOST_ROWS + 1


def test_a_workbook_gives_text_dates_and_marked_numbers() -> None:
    raw = workbook(["Thủ tục", "Ngày sinh", "CCCD"], ["1.001193", date(1999, 2, 1), 1099000001])
    assert read_table(raw, "a.xlsx")[1].cells == (
        Cell("1.001193"),
        Cell("01/02/1999"),
        Cell("1099000001", number=True),
    )


def test_formulas_are_marked_and_never_reckoned() -> None:
    raw = workbook(["Thủ tục", "Họ và tên"], ["=1+1", '=HYPERLINK("http://x")'])
    assert [cell.formula for cell in read_table(raw, "a.xlsx")[1].cells] == [True, True]
    [_, row] = read_table(f"{HEADER}\n=1+1,@SUM(A1)\n".encode(), "a.csv")
    assert [cell.formula for cell in row.cells] == [True, True]


def test_a_bomb_is_not_unpacked() -> None:
    honest = workbook(["Thủ tục"], ["1.001193"])
    for bomb in (
        repacked(honest, xl__media__x_DOT_bin=b"\x00" * (40 * 2**20)),
        repacked(honest, **{f"xl__a{at}_DOT_xml": b"<a/>" for at in range(500)}),
    ):
        with pytest.raises(DeskError, match="nén bất thường"):
            read_table(bomb, "a.xlsx")


def test_a_workbook_that_declares_entities_is_refused() -> None:
    honest = workbook(["Thủ tục"], ["1.001193"])
    evil = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><sst>&b;</sst>'
    with pytest.raises(DeskError, match="khai báo lạ"):
        read_table(repacked(honest, xl__sharedStrings_DOT_xml=evil), "a.xlsx")


def test_a_size_the_file_only_claims_is_not_believed() -> None:
    honest = workbook(["Thủ tục"], ["1.001193"])
    with zipfile.ZipFile(io.BytesIO(honest)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
    claimed = sheet.replace(b'ref="A1:A2"', b'ref="A1:XFD1048576"')
    assert claimed != sheet
    assert len(read_table(repacked(honest, xl__worksheets__sheet1_DOT_xml=claimed), "a.xlsx")) == 2


def test_a_broken_workbook_is_one_sentence() -> None:
    honest = workbook(["Thủ tục"], ["1.001193"])
    for at in range(40, len(honest), 97):
        broken = honest[:at] + bytes([honest[at] ^ 0x55]) + honest[at + 1 :]
        with suppress(DeskError):  # anything else is not suppressed and fails the test
            read_table(broken, "a.xlsx")

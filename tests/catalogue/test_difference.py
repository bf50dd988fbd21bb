"""The difference a table makes, and tables of every sort: read, or refused in words with the row."""

from __future__ import annotations

import io
import json
import os
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.catalogue.catalogue import Catalogue, load_shipped
from sync.catalogue.difference import Difference, difference
from sync.catalogue.published import check_changes, published_over
from sync.catalogue.releases import NO_BASE, Release, sign_release
from sync.catalogue.sheets import read_sheet
from sync.catalogue.table import MOST_BYTES, TableRefused
from sync.identity.keys import NodeKeys
from sync.model.calendar import Calendar
from sync.model.procedure import Procedure
from sync.resources import read_resource

FROM = date(2027, 1, 1)
TABLE = json.loads(read_resource("calendars", "vietnam.json"))
SHARED = Path(os.environ.get("MOTCUA_SHARED", Path(__file__).resolve().parents[3] / "shared"))
PORTAL = SHARED / "domain" / "procedures_portal.tsv"
HELD = Catalogue(
    "t1",
    {
        "1.000001": Procedure("1.000001", "Khai sinh", "Hộ tịch", limit="3 ngày làm việc"),
        "1.000002": Procedure("1.000002", "Khai tử", "Hộ tịch"),
        "1.000003": Procedure("1.000003", "Kết hôn", "Hộ tịch"),
    },
)
ROWS = [
    ["Mã thủ tục", "Tên thủ tục", "Thời hạn", "Tình trạng", "Thay thế bởi"],
    ["1.000001", "Khai sinh", "5 ngày làm việc", "", ""],
    ["1.000002", "Khai tử", "", "Bãi bỏ", ""],
    ["1.000003", "Kết hôn", "", "Thay thế", "1.000004"],
    ["1.000004", "Kết hôn mới", "7 ngày", "", ""],
]


def xlsx(rows: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def text(rows: list[list[str]], mark: str) -> bytes:
    return "\n".join(mark.join(row) for row in rows).encode("utf-8-sig")


@pytest.mark.parametrize("table", [xlsx(ROWS), text(ROWS, ","), text(ROWS, ";"), text(ROWS, "\t")])
def test_new_amended_replaced_and_abolished_are_told_apart_in_every_kind_of_file(table: bytes) -> None:
    found = difference(HELD, table, FROM)
    said = {one.key: (one.kind, dict(one.fields)) for one in found.changes}
    assert said == {
        "1.000001": ("amended", {"limit": "5 ngày làm việc"}),
        "1.000002": ("abolished", {"effective_to": "2026-12-31"}),
        "1.000003": ("replaced", {"effective_to": "2026-12-31", "replaced_by": "1.000004"}),
        "1.000004": ("new", {"name": "Kết hôn mới", "limit": "7 ngày", "effective_from": "2027-01-01"}),
    }
    assert found.before["1.000001"] == {"limit": "3 ngày làm việc"}


def test_a_code_that_is_not_named_stays_unless_the_table_is_the_whole_list() -> None:
    table = text([["code", "name"], ["1.000001", "Khai sinh"]], "\t")
    assert difference(HELD, table, FROM).changes == ()
    whole = difference(HELD, table, FROM, whole=True)
    assert [(one.kind, one.key) for one in whole.changes] == [
        ("abolished", "1.000002"),
        ("abolished", "1.000003"),
    ]


def test_what_is_not_understood_is_told_by_its_row() -> None:
    rows = [["code", "name", "t_direct", "change"], ["1.000001", "Khai sinh", "3", ""], ["1.9", "x", "", ""]]
    rows += [["1.000009", "y", "", "bãi bỏ"], ["1.000002", "Khai tử", "", ""]]
    found = difference(HELD, text(rows, "\t"), FROM)
    assert {(one.row, one.field) for one in found.problems} >= {(2, "t_direct"), (3, "code"), (4, "code")}


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", bytes(8 * 2**20))
    return out.getvalue()


def declaring() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    return out.getvalue()


@pytest.mark.parametrize(
    "table",
    [
        b"",
        b"PK\x03\x04rubbish",
        b"\xd0\xcf\x11\xe0old",
        bomb(),
        declaring(),
        b"code,name\n1.000001,\xff\xfe\n",
        b'code,name\n1.000001,"open\n',
        b"code,name\n1.000001,a\x00b\n",
        b"a,b\n1,2\n",
        bytes(MOST_BYTES + 1),
    ],
)
def test_a_wrong_huge_or_hostile_file_is_refused_in_words(table: bytes) -> None:
    found = difference(HELD, table, FROM)
    assert found.refused
    assert found.problems[0].text


def test_the_row_that_broke_a_file_is_named() -> None:
    with pytest.raises(TableRefused, match="Dòng 2"):
        list(read_sheet(b'code,name\n1.000001,"open\n'))


@given(st.binary(max_size=300), st.sampled_from([b"", b"code,name\n", b"code\tname\n", b"PK\x03\x04"]))
def test_no_file_breaks_the_reader(raw: bytes, head: bytes) -> None:
    assert isinstance(difference(HELD, head + raw, FROM), Difference)


def test_the_portals_list_is_published_whole_and_comes_again_without_a_change() -> None:
    if not PORTAL.exists():
        pytest.skip("the portal's list is not here")
    shipped = load_shipped()
    found = difference(shipped, PORTAL.read_bytes(), FROM)
    assert len(found.changes) > 500
    assert {one.kind for one in found.changes} == {"new", "amended"}
    check_changes(shipped, Calendar.from_table(TABLE), {}, found.changes)
    release = Release(1, NO_BASE, "1/QĐ", FROM, FROM, FROM, found.changes)
    signed = sign_release(release, NodeKeys(bytes(range(64))))
    held = published_over(shipped, [signed], FROM)
    assert all(held.procedures[one.key].origin == "center" for one in found.changes)
    assert difference(held, PORTAL.read_bytes(), FROM).changes == ()

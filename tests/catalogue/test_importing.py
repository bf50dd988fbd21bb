"""Importing tables: what is clear is taken, what is not is reported, nothing is guessed, nothing breaks."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.catalogue.catalogue import Catalogue, load_shipped, version_of
from sync.catalogue.importing import FIELD_OF, ImportReport, import_table, tidy_result
from sync.catalogue.table import MOST_BYTES, MOST_ROWS, Row
from sync.model.procedure import Procedure, RequiredPaper
from sync.model.strict import FieldError

HERE = Path(__file__).resolve().parent
SMALL = (HERE.parent / "data" / "catalogue" / "small.tsv").read_bytes()
SHARED = Path(os.environ.get("MOTCUA_SHARED", HERE.parent.parent.parent / "shared"))
PORTAL = SHARED / "domain" / "procedures_portal.tsv"
HEADER = "\t".join(FIELD_OF)
EMPTY = Catalogue("t1", {})


def table(*rows: str) -> bytes:
    return "\n".join((HEADER, *rows, "")).encode()


def row(code: str, name: str = "Việc", direct: str = "3 ngày làm việc", **cells: str) -> str:
    given_cells = {"code": code, "name": name, "t_direct": direct, **cells}
    return "\t".join(given_cells.get(column, "") for column in FIELD_OF)


def told(report: ImportReport) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.code, problem.field) for problem in report.problems]


# ---------------------------------------------------------------------- what is taken


def test_a_table_is_taken_row_by_row_and_its_troubles_are_told() -> None:
    report = import_table(load_shipped(), SMALL)
    assert report.imported == ("9.000001", "9.000002", "9.000003", "9.000007")
    assert report.amended == ("1.001193", "1.004837")
    assert report.unchanged == ()
    assert not report.refused
    assert told(report) == [
        (2, "1.001193", "t_direct"),
        (2, "1.001193", "t_online"),
        (5, "9.000002", "t_direct"),
        (5, "9.000002", "t_online"),
        (6, "9.000003", "t_direct"),
        (6, "9.000003", "t_post"),
        (7, "", "code"),
        (8, "9.000001", "code"),
        (9, "9.000005", "name"),
        (10, "", ""),
        (11, "9.000007", "t_direct"),
    ]
    texts = [problem.text for problem in report.problems]
    assert texts[0] == "“1 ?” không có đơn vị; giữ thời hạn đang có “trong ngày”"
    assert texts[2] == "“5 ?” không có đơn vị; thời hạn để trống, phải nhập hạn trả khi tiếp nhận"
    assert texts[4] == "không ghi thời hạn; thời hạn để trống, phải nhập hạn trả khi tiếp nhận"
    assert texts[7] == "trùng mã với dòng 4; bỏ qua dòng này"
    assert texts[9] == "có 2 ô, tiêu đề có 10 cột; bỏ qua dòng này"
    assert "mười ngày" in texts[10]


def test_a_new_code_comes_in_with_what_was_clear() -> None:
    first = import_table(load_shipped(), SMALL).catalogue.get("9.000001")
    assert first is not None
    assert (first.limit, first.limit_online, first.limit_post) == ("3 ngày làm việc", "8 giờ", "")
    assert first.result == "Kết quả A (KQ.G15.000001); Kết quả B (KQ.G15.000002)"
    assert (first.agency, first.origin) == ("bo-thu-nghiem", "import")
    second = import_table(load_shipped(), SMALL).catalogue.get("9.000002")
    assert second is not None
    assert (second.limit, second.limit_online) == ("", "")


def test_a_known_code_keeps_papers_fees_and_every_column_the_file_does_not_state() -> None:
    shipped = load_shipped().procedures["1.001193"]
    after = import_table(load_shipped(), SMALL).catalogue.procedures["1.001193"]
    assert after.name == "Thủ tục đăng ký khai sinh"
    assert after.agency == "Bộ Tư pháp"
    assert after == replace(shipped, name=after.name, agency=after.agency, version=after.version)
    assert after.papers == shipped.papers != ()


def test_a_changed_limit_takes_its_old_note_along() -> None:
    noted = Procedure(
        "1.000001", "Việc", limit="3 ngày", limit_note="Ghi chú", papers=(RequiredPaper("Đơn"),)
    )
    catalogue = Catalogue("t1", {noted.code: noted})
    changed = import_table(catalogue, table(row("1.000001", direct="5 Ngày"))).catalogue.procedures[
        "1.000001"
    ]
    assert (changed.limit, changed.limit_note, changed.papers) == ("5 ngày", "", noted.papers)
    same = import_table(catalogue, table(row("1.000001", "Việc mới", "3 Ngày"))).catalogue
    assert same.procedures["1.000001"].limit_note == "Ghi chú"


def test_importing_the_same_file_again_changes_nothing() -> None:
    once = import_table(load_shipped(), SMALL)
    again = import_table(once.catalogue, SMALL)
    assert (again.imported, again.amended) == ((), ())
    assert set(again.unchanged) == {*once.imported, *once.amended}
    assert again.problems[-1].row == once.problems[-1].row
    assert again.catalogue == once.catalogue
    assert again.catalogue.version == once.catalogue.version


def test_a_row_that_says_what_is_known_is_unchanged() -> None:
    known = Procedure("1.000001", "Việc", limit="3 ngày làm việc")
    report = import_table(
        Catalogue("t1", {known.code: known}), table(row("1.000001", " Việc ", "3  NGÀY LV"))
    )
    assert report.unchanged == ("1.000001",)
    assert report.catalogue.version == "t1"


def test_what_the_center_released_wins_over_a_file() -> None:
    released = Procedure("1.000001", "Việc của trung tâm", limit="1 ngày", origin="center")
    report = import_table(Catalogue("t1", {released.code: released}), table(row("1.000001")))
    assert report.unchanged == ("1.000001",)
    assert report.catalogue.procedures["1.000001"] == released


def test_a_second_file_only_replaces_the_columns_it_has() -> None:
    first = import_table(EMPTY, table(row("1.000001", field="A", t_online="2 ngày"))).catalogue
    short = b"name\tcode\nVi\xe1\xbb\x87c m\xe1\xbb\x9bi\t1.000001\n"
    second = import_table(first, short)
    assert second.amended == ("1.000001",)
    after = second.catalogue.procedures["1.000001"]
    assert (after.name, after.field, after.limit_online) == ("Việc mới", "A", "2 ngày")


# ---------------------------------------------------------------------- bad input


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Tệp trống"),
        (b" \n\n", "Tệp trống"),
        (b"\n" + HEADER.encode(), "không có dòng tiêu đề"),
        (b"PK\x03\x04rest", "Excel"),
        ("\ufeff".encode("utf-16-le") + HEADER.encode("utf-16-le"), "UTF-16"),
        (b"a,b,c\n1,2,3\n", "thiếu cột: code, name"),
        (b"code\tfield\n", "thiếu cột: name"),
        (b"code\tname\tCODE \n", "trùng: code"),
        (b"code\tname\x00\n", "NUL"),
        (b"code\tname\xff\n", "UTF-8"),
        (b"code\tname" + b"\tx" * 60, "50 cột"),
        (b"code\tname" + b"x" * 70_000, "64 KB"),
        (b"code\tname\n" + b"\n" * MOST_ROWS, "dòng"),
        (b"x" * (MOST_BYTES + 1), "20 MB"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_one_sentence(data: bytes, words: str) -> None:
    report = import_table(load_shipped(), data)
    assert report.refused
    assert report.catalogue is load_shipped()
    assert len(report.problems) == 1
    assert words in report.problems[0].text
    assert report.problems[0].row == 1


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (row("1.000002").encode() + b"\xff", ""),
        (row("1.000002").encode() + b"\x00", ""),
        (row("1.000002").encode()[:-3], ""),
        (row("1.000002").encode() + b"\tthua", ""),
        (row("1.000002", "A" * 70_000).encode(), ""),
        (row("1.000002", "A" * 3000).encode(), "name"),
        (row("1.000002", "A\x1bB").encode(), "name"),
        (row("1.000002", decision="\x07").encode(), "decision"),
        (row("1.000002", result="x" * 2001).encode(), "result"),
        (row("=cmd()").encode(), "code"),
        (row("１.000002").encode(), "code"),
        (row("1.000002", direct="9" * 400).encode(), "t_direct"),
        (row("1.000002", direct="<b>3</b> ngày").encode(), "t_direct"),
        (row("1.000002", direct="-3 ngày").encode(), "t_direct"),
    ],
)
def test_a_bad_row_is_told_and_its_neighbours_come_in(line: bytes, field: str) -> None:
    data = b"\n".join((HEADER.encode(), row("1.000001").encode(), line, row("1.000003").encode()))
    report = import_table(EMPTY, data)
    assert {"1.000001", "1.000003"} <= set(report.imported)
    assert (3, field) in [(problem.row, problem.field) for problem in report.problems]
    assert all(problem.row == 3 for problem in report.problems)
    second = report.catalogue.get("1.000002")
    assert second is None or second.limit in ("", "3 ngày làm việc")


def test_line_ends_blank_lines_and_a_byte_order_mark_do_not_matter() -> None:
    data = b"\xef\xbb\xbf" + table(row("1.000001"), "", row("1.000002")).replace(b"\n", b"\r\n")
    report = import_table(EMPTY, data)
    assert report.imported == ("1.000001", "1.000002")
    assert report.problems == ()
    bad = import_table(EMPTY, table(row("1.000001"), "", row("x")))
    assert told(bad) == [(4, "", "code")]


def test_an_unknown_column_is_told_once_and_left_alone() -> None:
    data = "code\tname\tghi chú\n1.000001\tViệc\tabc\n".encode()
    report = import_table(EMPTY, data)
    assert report.imported == ("1.000001",)
    assert [(problem.row, problem.field, problem.text) for problem in report.problems] == [
        (1, "ghi chú", "cột này không được dùng đến")
    ]


def test_an_unknown_columns_name_carries_no_control_character_further() -> None:
    report = import_table(EMPTY, "code\tname\tlạ\u202e\x1b[31m\n1.000001\tViệc\tabc\n".encode())
    assert [problem.field for problem in report.problems] == ["lạ\\u202e\\x1b[31m"]


def test_markup_and_formulas_stay_plain_text() -> None:
    report = import_table(EMPTY, table(row("1.000001", '=HYPERLINK("x") <img src=x> "quoted\u202e')))
    assert report.catalogue.procedures["1.000001"].name == '=HYPERLINK("x") <img src=x> "quoted'


def test_another_reader_can_feed_the_same_import() -> None:
    rows = [Row(1, ("code", "name", "t_direct")), Row(2, ("1.000001", "Việc", "2 ngày"))]
    report = import_table(EMPTY, b"ignored", lambda data: iter(rows))
    assert report.catalogue.procedures["1.000001"].limit == "2 ngày"


cells = st.text(alphabet="1.0 ?ngàylmviệcHộ\t\x00\x1b\ud800<>\"'=\u0300đ", max_size=12)


@given(
    st.lists(st.one_of(st.binary(max_size=40), st.just(SMALL[:300]), st.just(HEADER.encode())), max_size=6)
)
def test_any_bytes_give_a_report(chunks: list[bytes]) -> None:
    check_report(import_table(EMPTY, b"\n".join(chunks)), EMPTY)


@given(st.lists(st.lists(cells, min_size=10, max_size=10), max_size=5))
def test_any_cells_give_a_report(rows: list[list[str]]) -> None:
    lines = ["\t".join([f"1.00000{place}", *line[1:]]) for place, line in enumerate(rows)]
    data = "\n".join((HEADER, *lines)).encode("utf-8", "surrogatepass")
    check_report(import_table(load_shipped(), data), load_shipped())


@given(st.data())
def test_a_damaged_file_gives_a_report(data: st.DataObject) -> None:
    damaged = bytearray(SMALL)
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    check_report(import_table(load_shipped(), bytes(damaged)), load_shipped())


def check_report(report: ImportReport, before: Catalogue) -> None:
    json.dumps(report.to_dict(), ensure_ascii=False).encode()
    codes = [*report.imported, *report.amended, *report.unchanged]
    assert len(codes) == len(set(codes))
    assert set(report.imported).isdisjoint(before.procedures)
    assert len(report.catalogue) == len(before) + len(report.imported)
    for procedure in report.catalogue:
        assert Procedure.from_dict(procedure.to_dict()) == procedure
    assert before.with_body(json.loads(json.dumps(report.catalogue.body()))) == report.catalogue
    assert import_is_settled(report)


def import_is_settled(report: ImportReport) -> bool:
    if report.refused:
        return report.catalogue.amendments == {}
    changed = {*report.imported, *report.amended}
    return changed == set(report.catalogue.amendments)


# ---------------------------------------------------------------------- keeping it


def test_what_was_imported_is_kept_apart_and_goes_on_top_of_newer_shipped_data() -> None:
    body = json.loads(json.dumps(import_table(load_shipped(), SMALL).catalogue.body()))
    older = load_shipped()
    newer_birth = replace(
        older.procedures["1.001193"], papers=(RequiredPaper("Tờ khai mẫu mới"),), version="2027.01"
    )
    newer = Catalogue("2027.01", {**older.base, newer_birth.code: newer_birth}).with_body(body)
    assert newer.procedures["1.001193"].name == "Thủ tục đăng ký khai sinh"
    assert newer.procedures["1.001193"].papers == newer_birth.papers
    assert newer.version.startswith("2027.01+")
    assert "9.000001" in newer.procedures


def test_versions_name_the_content_and_not_the_way_to_it() -> None:
    one, two = table(row("1.000001")), table(row("1.000002"))
    there = import_table(import_table(EMPTY, one).catalogue, two).catalogue
    back = import_table(import_table(EMPTY, two).catalogue, one).catalogue
    assert there.version == back.version != EMPTY.version == "t1"
    assert version_of("t1", []) == "t1"
    other = import_table(EMPTY, table(row("1.000001", "Việc khác"))).catalogue
    assert other.version != import_table(EMPTY, one).catalogue.version
    assert there.procedures["1.000002"].version == there.version


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ([], "catalogue"),
        ({"amendments": 3}, "catalogue.amendments"),
        ({"amendments": [{"code": "x"}]}, "catalogue.amendments[0].code"),
        ({"amendments": [{"code": "1.001193", "limit": "3"}]}, "catalogue.amendments[0].limit"),
        ({"amendments": [{"code": "1.001193", "fees": []}]}, "catalogue.amendments[0].fees"),
    ],
)
def test_a_stored_body_that_is_damaged_is_refused_by_field(body: object, field: str) -> None:
    with pytest.raises(FieldError) as error:
        load_shipped().with_body(body)
    assert error.value.field == field


def test_what_amended_a_code_that_no_longer_ships_waits_for_it() -> None:
    body = {"version": "x", "amendments": [{"code": "1.000001", "version": "x", "limit": "3 ngày"}]}
    without = EMPTY.with_body(body)
    assert len(without) == 0
    assert without.body()["amendments"] == body["amendments"]
    back = Catalogue("t2", {"1.000001": Procedure("1.000001", "Việc")}).with_body(without.body())
    assert back.procedures["1.000001"].limit == "3 ngày"


@pytest.mark.parametrize(
    ("raw", "tidy"),
    [
        ("Giấy khai sinhMã: KQ.G15.000031", "Giấy khai sinh (KQ.G15.000031)"),
        ("Quyết địnhMã: 000.00.00.G11-KQ3554", "Quyết định (000.00.00.G11-KQ3554)"),
        ("Không có mã", "Không có mã"),
        ("Lạ Mã: dsfas", "Lạ Mã: dsfas"),
        ("", ""),
    ],
)
def test_results_run_together_are_told_apart(raw: str, tidy: str) -> None:
    assert tidy_result(raw) == tidy


def test_a_result_the_portal_cut_says_so() -> None:
    cut = ("Giấy A" + "Mã: KQ.G15.000031" + "B" * 200)[:160]
    assert tidy_result(cut).endswith("B…")
    code_cut = ("G" * 146 + "Mã: KQ.G15.000031")[:160]
    assert tidy_result(code_cut) == "G" * 146 + "…"


# ---------------------------------------------------------------------- the portal


@pytest.mark.skipif(not PORTAL.exists(), reason=f"the portal's table is not ours to ship: {PORTAL} is absent")
def test_the_portal_table_comes_in_whole_without_a_guess() -> None:
    data = PORTAL.read_bytes()
    lines = [line.split("\t") for line in data.decode().splitlines()[1:]]
    report = import_table(load_shipped(), data)
    assert len(report.imported) + len(report.amended) + len(report.unchanged) == len(lines) == 588
    assert len(report.imported) == 454
    unclear = {
        (number, 5 + at) for number, line in enumerate(lines, 2) for at in range(3) if "?" in line[5 + at]
    }
    columns = {"t_direct": 5, "t_online": 6, "t_post": 7}
    assert {(problem.row, columns[problem.field]) for problem in report.problems} >= unclear
    for number, line in enumerate(lines, 2):
        got, had = report.catalogue.procedures[line[0]], load_shipped().get(line[0])
        for cell, limit, old in (
            (line[5], got.limit, had.limit if had else ""),
            (line[6], got.limit_online, had.limit_online if had else ""),
            (line[7], got.limit_post, had.limit_post if had else ""),
        ):
            assert limit == (old if not cell or "?" in cell else cell.lower()), (number, cell)
    assert import_table(report.catalogue, data).catalogue == report.catalogue
    assert [found.code for found in report.catalogue.index().find("dkks", 1)] == ["1.001193"]
    assert [found.code for found in report.catalogue.index().find("kh sinh", 1)] == ["1.001193"]

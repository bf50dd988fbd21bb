"""Tables, pictures and files of reports: the same numbers in each."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from xml.dom import minidom

import openpyxl
import pypdfium2
import pytest
from PIL import Image

from sync.model.moment import VIETNAM
from sync.reports.exports import csv_of, paper_of, xlsx_of
from sync.reports.figures import Backlog, Flow, Satisfaction
from sync.reports.pictures import pdf_of, png_of, svg_of
from sync.reports.report import BAD, GOOD, MOST_BARS, NEUTRAL, OTHER, Report, cell_words
from sync.reports.tables import as_it_is, backlog_report, flow_report, satisfaction_report, trend_report
from tests.reports.made import on_time

NOW = datetime(2026, 11, 23, 9, 15, tzinfo=VIETNAM)
DAYS = [Flow(f"{day:02d}/11", day, 1, day // 2, 1, 1) for day in range(1, 31)]
REPORTS = {
    "on time": on_time(),
    "flow": flow_report(DAYS, "Ngày", "Vào ra", "tháng 11/2026", as_it_is),
    "trend": trend_report(DAYS[:12], "Tháng", "Xu hướng", "năm 2026", as_it_is),
    "backlog": backlog_report(
        [Backlog("A", 5, 2, 1)], "Đơn vị", "Chưa xong", "lúc này", {"A": "Xã Ví Dụ"}.get
    ),
    "said": satisfaction_report(
        [Satisfaction("Hộ tịch", (1, 0, 2, 3, 4))], "Lĩnh vực", "Hài lòng", "năm 2026", as_it_is
    ),
    "nothing": flow_report([], "Ngày", "Vào ra", "tháng 1/2026", as_it_is),
    "nothing lying": on_time(Flow("A")),
}


@pytest.fixture(params=list(REPORTS))
def report(request: pytest.FixtureRequest) -> Report:
    return REPORTS[request.param]


def texts(svg: bytes) -> list[str]:
    return [
        one.firstChild.nodeValue or "" for one in parsed(svg).getElementsByTagName("text") if one.firstChild
    ]


def parsed(svg: bytes) -> minidom.Document:
    """The document that the program itself wrote just now."""
    return minidom.parseString(svg)


def test_the_worst_stands_first_and_who_ended_nothing_last() -> None:
    made = on_time()
    assert [line.code for line in made.lines] == ["B", "A", "C"]
    assert [line.cells[-1] for line in made.lines] == [25.0, 80.0, None]
    assert made.total is not None
    assert made.total.cells == (19, 18, 5, 5, 8, 1000 / 18)


def test_a_share_below_a_hundred_never_reads_as_a_hundred() -> None:
    assert cell_words(100 * 9_999 / 10_000) == "99,9 %"
    assert cell_words(100.0) == "100,0 %"
    assert (cell_words(None), cell_words(1_234_567)) == ("–", "1.234.567")


def test_every_line_of_a_table_has_a_cell_for_every_head(report: Report) -> None:
    for line in (*report.lines, *([report.total] if report.total else [])):
        assert len(line.cells) == len(report.heads) - 1


def test_a_picture_says_its_names_and_numbers_in_words() -> None:
    said = texts(svg_of(on_time()))
    assert {"Đúng hạn", "Quá hạn", "Xã Ví Dụ", "Phường <Láng & Giềng>", "80,0 % (10)", "25,0 % (8)"} <= set(
        said
    )


def test_an_svg_has_no_style_no_outside_and_nothing_of_this_machine(report: Report) -> None:
    svg = svg_of(report).decode()
    assert svg == svg_of(report).decode()
    assert "style=" not in svg
    assert "DOCTYPE" not in svg
    assert "Liberation Serif" not in svg
    assert "/" + "fonts" not in svg
    [title] = parsed(svg.encode()).getElementsByTagName("title")
    assert title.firstChild is not None
    assert title.firstChild.nodeValue == report.alternative


def test_what_does_not_fit_into_the_picture_is_said_and_stands_in_the_table() -> None:
    many = on_time(*(Flow(f"U{one:02d}", 1, 0, 1, 0, one) for one in range(MOST_BARS + 6)))
    assert len(many.lines) == MOST_BARS + 6
    assert "… và 6 dòng nữa ở bảng." in texts(svg_of(many))


def test_series_differ_without_colours() -> None:
    """Each look has a grey of its own or strokes of its own, in a picture without colours."""
    made = {name: REPORTS[name].picture.series for name in ("on time", "flow", "backlog", "said")}
    assert {one.look for some in made.values() for one in some} == {GOOD, BAD, NEUTRAL, OTHER}
    for some in made.values():
        assert len({one.look for one in some}) == len(some)
    grey = Image.open(io.BytesIO(png_of(REPORTS["backlog"], 2))).convert("L")
    row = grey.crop((2 * 220, 2 * 37, 2 * 620, 2 * 37 + 1)).tobytes()
    assert min(row) < 60  # strokes and edges
    assert len(set(row)) > 4


def test_the_picture_on_paper_is_the_same_bytes_every_time(report: Report) -> None:
    first = pdf_of(report)
    assert first == pdf_of(report)
    document = pypdfium2.PdfDocument(first)
    assert len(document) == 1
    document.close()


def test_a_csv_opens_as_a_table_with_vietnamese_letters() -> None:
    raw = csv_of(on_time())
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][0] == "Đơn vị"
    assert rows[1] == ["Phường <Láng & Giềng>", "8", "8", "1", "1", "6", "25,0"]
    assert rows[-1][0] == "Tổng cộng"


@pytest.mark.parametrize("name", ["=1+1", "+84", "-1", "@SUM(A1)", "\t=1", "\x01\x07x"])
def test_a_name_is_never_a_formula_nor_breaks_a_file(name: str) -> None:
    hostile = on_time(Flow(name, 1, 0, 1))
    rows = list(csv.reader(io.StringIO(csv_of(hostile).decode("utf-8-sig")), delimiter=";"))
    assert rows[1][0][0] in "' "
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_of(hostile, NOW))).active
    assert sheet.cell(5, 1).data_type == "s"
    assert paper_of(hostile, "Trung tâm", "09:15")
    assert parsed(svg_of(hostile)).documentElement is not None


def test_a_workbook_has_numbers_as_numbers() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_of(on_time(), NOW))).active
    values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert values[0][0] == "Đơn vị"
    assert values[1] == ["Phường <Láng & Giềng>", 8, 8, 1, 1, 6, 25.0]
    assert values[3][-1] is None


def test_the_paper_has_title_numbers_and_every_line(report: Report) -> None:
    raw = paper_of(report, "Trung tâm <A&B>", "09:15 23/11/2026")
    assert raw == paper_of(report, "Trung tâm <A&B>", "09:15 23/11/2026")
    document = pypdfium2.PdfDocument(raw)
    pages = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    words = " ".join(pages.split())
    assert report.title in words
    assert "lập lúc 09:15 23/11/2026" in words
    for line in report.lines:
        assert line.name.split()[0] in words

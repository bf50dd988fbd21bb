"""The PDF writer: shared parts once, fonts embedded, no clock."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pypdfium2
import pytest

from sync.typeset.fonts import fonts
from sync.typeset.pdf import write_pdf
from sync.typeset.sheet import Part, Rule, Sheet, Text, joined


def words(text: str, y: float = 50) -> Text:
    return Text(20, y, "regular", 12, text, fonts().width("regular", text, 12))


def test_a_part_on_several_sheets_is_written_once() -> None:
    shared = Part(tuple(words(f"dòng chung {n}", 20 + 8 * n) for n in range(20)))
    both = [Sheet(200, 200, (shared, Part((words(f"liên {n}", 190),)))) for n in (1, 2)]
    apart = [Sheet(200, 200, (Part(shared.items), Part((words(f"liên {n}", 190),)))) for n in (1, 2)]
    once, twice = write_pdf(both, title="x"), write_pdf(apart, title="x")
    assert once.count(b"/Subtype /Form") == 1
    assert twice.count(b"/Subtype /Form") == 0
    pictures = []
    for pdf in (once, twice):
        document = pypdfium2.PdfDocument(pdf)
        pictures.append([page.render(scale=1).to_pil().tobytes() for page in document])
        assert ["liên 1" in page.get_textpage().get_text_range() for page in document] == [True, False]
        document.close()
    assert pictures[0] == pictures[1]


def test_fonts_are_embedded_as_subsets() -> None:
    pdf = write_pdf([Sheet(200, 200, (Part((words("Ưu điểm"),)),))], title="x")
    assert pdf.count(b"/FontFile2") == 1
    assert len(pdf) < 40_000


def test_no_time_stands_in_the_file() -> None:
    pdf = write_pdf([Sheet(200, 200, (Part((words("a"),)),))], title="Đơn")
    assert b"D:2000" in pdf
    assert pdf == write_pdf([Sheet(200, 200, (Part((words("a"),)),))], title="Đơn")


def test_many_threads_may_write_at_once() -> None:
    sheets = [[Sheet(200, 200, (Part((words(f"Hồ sơ số {n} {chr(0x1EA0 + n)}"),)),))] for n in range(40)]
    alone = [write_pdf(sheet, title="x") for sheet in sheets]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda sheet: write_pdf(sheet, title="x"), sheets)) == alone


def test_nothing_to_write_is_an_error() -> None:
    with pytest.raises(ValueError, match="no sheets"):
        write_pdf([], title="x")


def test_rules_that_continue_each_other_become_one() -> None:
    pieces = [Rule(5, y, 5, y + 10, 0.4) for y in (0, 10, 20)] + [
        Rule(5, 40, 5, 50, 0.4),
        Rule(0, 0, 9, 0, 0.4),
    ]
    assert joined(pieces) == (Rule(0, 0, 9, 0, 0.4), Rule(5, 0, 5, 30, 0.4), Rule(5, 40, 5, 50, 0.4))

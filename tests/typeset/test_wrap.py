"""Broken lines: nothing lost, nothing too wide, words whole wherever a line can hold them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sync.typeset.column import Strip, height, paginated, paragraph
from sync.typeset.fonts import Style, fonts
from sync.typeset.sheet import Text
from sync.typeset.text import printable
from sync.typeset.wrap import Line, advance, wrap

styles: st.SearchStrategy[Style] = st.sampled_from(["regular", "bold", "italic", "bold_italic"])
texts = st.text(alphabet=st.sampled_from("aăĐệ Ưfi-m.\n  W̃"), max_size=80)
runs_of_text = st.lists(st.tuples(styles, texts), max_size=4)


def text_of(line: Line) -> str:
    return "".join(text for _, _, text, _ in line.pieces)


@given(runs_of_text, st.floats(30, 400))
def test_wrapping_loses_nothing_but_blanks(runs: list[tuple[Style, str]], width: float) -> None:
    lines = wrap(runs, 10, width)
    kept = "".join(text_of(line) for line in lines).replace(" ", "")
    given_text = "".join(printable(text) for _, text in runs)
    assert kept == given_text.replace(" ", "").replace("\n", "")


@given(runs_of_text, st.floats(30, 400))
def test_no_line_is_wider_than_the_column_and_pieces_follow_each_other(
    runs: list[tuple[Style, str]], width: float
) -> None:
    for line in wrap(runs, 10, width):
        at = 0.0
        for x, style, text, wide in line.pieces:
            assert x == pytest.approx(at)
            assert wide == pytest.approx(fonts().width(style, text, 10))
            at += wide
        assert line.width == pytest.approx(at)
        assert line.width <= width + 0.001


def test_a_word_is_cut_only_when_no_line_can_hold_it() -> None:
    lines = [text_of(line) for line in wrap([("regular", "một " + "x" * 60 + " hai")], 10, 100)]
    assert lines[0] == "một"
    assert lines[1] == "x" * 20
    assert lines[-1].endswith(" hai") or lines[-1] == "hai"


def test_a_mark_stays_with_its_letter() -> None:
    lines = [text_of(line) for line in wrap([("regular", "W̃" * 30)], 10, 40)]
    assert len(lines) > 3
    assert all(line[0] == "W" for line in lines)


def test_runs_without_a_space_between_them_are_one_word() -> None:
    lines = wrap([("bold", "Địa chỉ:"), ("regular", "xã")], 10, 32)
    assert [text_of(line) for line in lines] == ["Địa", "chỉ:xã"]


def test_a_line_end_ends_a_line_even_an_empty_one() -> None:
    assert [text_of(line) for line in wrap([("regular", "a\n\nb")], 10, 100)] == ["a", "", "b"]


def test_advance_is_the_width_of_the_one_line() -> None:
    runs: list[tuple[Style, str]] = [("bold", "Mã hồ sơ: "), ("regular", "H56")]
    (line,) = wrap(runs, 11, 1000)
    assert advance(runs, 11) == pytest.approx(line.width)


# -------------------------------------------------------------------------------------------------- columns


def bands(*heights: float, glued: tuple[int, ...] = ()) -> list[Strip]:
    return [
        Strip(tall, (Text(0, 0, "regular", 1, str(number), 1),), space=2, glued=number in glued)
        for number, tall in enumerate(heights)
    ]


def numbers(pages: list[list[object]]) -> list[list[str]]:
    return [[item.text for item in page if isinstance(item, Text)] for page in pages]


def test_pages_break_where_the_room_ends_and_drop_the_space_at_their_top() -> None:
    pages = paginated(bands(40, 40, 40), 84, 100, left=7, tops=(100, 10))
    assert numbers([list(page) for page in pages]) == [["0", "1"], ["2"]]
    places = [(item.x, item.y) for page in pages for item in page if isinstance(item, Text)]
    assert places == [(7, 100), (7, 142), (7, 10)]


def test_glued_bands_go_to_the_next_page_together() -> None:
    pages = paginated(bands(40, 30, 30, glued=(2,)), 80, 100)
    assert numbers([list(page) for page in pages]) == [["0"], ["1", "2"]]


def test_a_table_cut_in_two_repeats_its_head_and_closes_its_foot() -> None:
    head = Strip(10, (Text(0, 0, "bold", 1, "head", 1),))
    foot = (Text(0, 0, "regular", 1, "foot", 1),)
    rows = [
        Strip(30, (Text(0, 0, "regular", 1, str(n), 1),), running=(head,), closing=foot) for n in range(3)
    ]
    pages = paginated([head, *rows], 75, 75)
    assert numbers([list(page) for page in pages]) == [["head", "0", "1", "foot"], ["head", "2"]]


def test_no_single_line_is_left_behind_or_carried_over() -> None:
    lines = wrap([("regular", "dòng " * 60)], 10, 100)
    strips = paragraph(lines, 12)
    for room in range(12 * 2, 12 * len(lines), 5):
        counts = [
            len({item.y for item in page if isinstance(item, Text)})
            for page in paginated(strips, room, 12 * 4)
        ]
        assert sum(counts) == len(lines)
        assert min(counts) >= 2


@given(
    st.lists(st.tuples(st.floats(1, 60), st.booleans()), max_size=30), st.floats(60, 200), st.floats(60, 200)
)
@example([(1.0, False), (58.0, True)], 60.0, 61.0)  # fits a further page, but not the first
def test_every_band_is_on_a_page_once_and_inside_it(
    given_bands: list[tuple[float, bool]], first: float, further: float
) -> None:
    strips = bands(
        *(tall for tall, _ in given_bands),
        glued=tuple(number for number, (_, glued) in enumerate(given_bands) if glued),
    )
    pages = paginated(strips, first, further)
    assert [text for page in numbers([list(page) for page in pages]) for text in page] == [
        str(number) for number in range(len(strips))
    ]
    for index, page in enumerate(pages):
        for item in page:
            assert isinstance(item, Text)
            bottom = item.y + strips[int(item.text)].height
            assert bottom <= (further if index else first) + 0.02
    assert height(strips) >= 0

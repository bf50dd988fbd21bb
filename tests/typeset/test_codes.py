"""Codes as rectangles: what the libraries say, to the module, and where printer dots are."""

from __future__ import annotations

import pytest
from barcode.codex import Code128
from hypothesis import given
from hypothesis import strategies as st

from sync.typeset.codes import DOT, code128, code128_runs, merged, qr, qr_rows, qr_side, snapped
from sync.typeset.sheet import MM


@given(st.text(alphabet="0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.-", min_size=1, max_size=40))
def test_runs_are_the_modules_of_python_barcode(text: str) -> None:
    runs = code128_runs(text)
    modules = "".join(("1" if index % 2 == 0 else "0") * run for index, run in enumerate(runs))
    assert modules == Code128(text).build()[0]
    assert sum(runs) == len(modules)


@pytest.mark.parametrize("text", ["", "hồ sơ", "\u200b"])
def test_what_code_128_cannot_hold_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Code 128"):
        code128_runs(text)


def test_bars_are_centred_on_whole_dots_with_their_quiet_zones() -> None:
    bars = code128("H15.50.05.13-261008-0975", left=10, right=410, top=5, height=30, dots=(3, 2))
    assert bars is not None
    assert bars.x == pytest.approx(snapped(bars.x))
    assert abs((bars.x + bars.width / 2) - 210) <= DOT
    first, *_, last = bars.rectangles
    assert first[0] * bars.unit == pytest.approx(30 * DOT, abs=0.1 * DOT)
    assert bars.width - (last[0] + last[2]) * bars.unit == pytest.approx(30 * DOT, abs=0.1 * DOT)


def test_a_narrower_module_is_taken_only_when_the_wide_one_has_no_room() -> None:
    wide = code128("H15", left=0, right=200, top=0, height=30, dots=(3, 2))
    narrow = code128("H15", left=0, right=90, top=0, height=30, dots=(3, 2))
    assert wide is not None
    assert narrow is not None
    assert narrow.width == pytest.approx(wide.width * 2 / 3)
    assert code128("H15", left=0, right=40, top=0, height=30, dots=(3, 2)) is None


@given(st.lists(st.binary(min_size=12, max_size=12), min_size=12, max_size=12))
def test_merged_rectangles_cover_every_dark_module_once(rows: list[bytes]) -> None:
    rows = [bytes(255 * (octet & 1) for octet in row) for row in rows]
    covered = [
        (column + right, row + down)
        for column, row, columns, count in merged(tuple(rows))
        for right in range(columns)
        for down in range(count)
    ]
    dark = [(x, y) for y, row in enumerate(rows) for x, octet in enumerate(row) if octet == 0]
    assert sorted(covered) == sorted(dark)


def test_a_qr_of_a_slip_keeps_its_quiet_zone_and_three_quarters_of_a_millimetre() -> None:
    digits = "1234567890" * 34
    symbol = qr(digits, left=10, top=20, dots=6, level="M")
    side = len(qr_rows(digits, "M"))
    assert symbol.unit / MM == pytest.approx(0.7507, abs=0.0001)
    assert symbol.width == symbol.height == qr_side(digits, dots=6, level="M")
    assert symbol.width == pytest.approx((side + 8) * symbol.unit)
    assert min(x for x, *_ in symbol.rectangles) == 4
    assert max(x + width for x, _, width, _ in symbol.rectangles) == side + 4

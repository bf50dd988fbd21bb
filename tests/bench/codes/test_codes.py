"""The bench's quick slice: clean codes are always read, damaged ones mostly, no wrong read is accepted."""

from __future__ import annotations

import random

import pytest

from tests.bench.codes.damage import DAMAGES, PRINTERS
from tests.bench.codes.decoders import decoders, zxing
from tests.bench.codes.measure import Code, Tally, WouldAccept, codes_of, hunt

FORMS = [("slip", "a5"), ("slip", "58mm")]


@pytest.fixture(scope="module")
def codes() -> list[Code]:
    """The slip's codes from every printer."""
    return [code for form, paper in FORMS for code in codes_of(form, paper)]


def test_every_code_of_the_slip_is_on_the_bench(codes: list[Code]) -> None:
    found = {(code.paper, code.symbol, code.printer) for code in codes}
    assert found == {
        (paper, symbol, dpi) for _, paper in FORMS for symbol in ("Code 128", "QR") for dpi in PRINTERS
    }


def test_clean_codes_are_always_read(codes: list[Code]) -> None:
    for code in codes:
        for scan in (200, 300):
            image = DAMAGES["clean"](scan)(code.cut, random.Random(1))
            assert zxing(image, code.symbol) == [code.text], (code.form, code.symbol, code.printer, scan)


def test_damage_is_the_same_every_time(codes: list[Code]) -> None:
    for damage in DAMAGES.values():
        once, again = (damage(200)(codes[0].cut, random.Random(2)).tobytes() for _ in range(2))
        assert once == again


def test_most_damaged_codes_are_read_and_none_wrongly(codes: list[Code]) -> None:
    tally = Tally()
    for code in codes:
        if code.printer != 203:
            continue
        for damage, of in DAMAGES.items():
            image = of(200)(code.cut, random.Random(3))
            tally.add((code.symbol, damage), code, zxing(image, code.symbol))
    every = tally.right.total() + tally.none.total() + tally.wrong.total()
    assert tally.wrong.total() == 0
    assert tally.right.total() >= 0.9 * every


def test_no_wrong_read_of_a_damaged_code_is_accepted(codes: list[Code]) -> None:
    found = hunt([code for code in codes if code.printer == 203], decoders(), 120)
    assert found.samples == 120
    assert found.accepted == []


def test_the_measure_of_acceptance_accepts_what_a_desk_holds() -> None:
    desk = WouldAccept("H99.99.001-261123-0001")
    assert desk.accepts("H99.99.001-261123-0002")
    for wrong in ("H99.99.001-261123-1002", "H99.99.007-261123-0002", "573136129525", "1" * 330, "x"):
        assert not desk.accepts(wrong)

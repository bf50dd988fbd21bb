"""The bench's quick slice: clean codes are always read, damaged ones mostly, no wrong read is accepted."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import pytest

from tests.bench.codes import hunting
from tests.bench.codes.damage import DAMAGES, PRINTERS
from tests.bench.codes.decoders import decoders, zxing
from tests.bench.codes.hunting import WouldAccept, desk_for, hunt
from tests.bench.codes.measure import Code, Tally, codes_of

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
    chosen = [code for code in codes if code.printer == 203]
    found = hunt(chosen, decoders(), range(120), desk=desk_for(chosen))
    assert found.samples == 120
    assert found.right["desk"] > 60
    assert found.accepted == []


def test_a_stopped_hunt_goes_on_where_it_was_and_counts_no_sample_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hunting, "BLOCK", 10)
    monkeypatch.setattr(hunting, "ProcessPoolExecutor", _InThisProcess)
    file, forms = tmp_path / "hunt.jsonl", [("label", "58mm")]
    stopped = hunting.long_hunt(forms, 40, file, 1, (203,))
    assert [next(stopped).samples, next(stopped).samples] == [0, 10]
    stopped.close()
    with file.open("a", encoding="utf-8") as torn:
        torn.write('{"of": "')
        torn.write("\n")
    seen = [found.samples for found in hunting.long_hunt(forms, 40, file, 1, (203,))]
    assert seen == [10, 20, 30, 40]
    (again,) = hunting.long_hunt(forms, 40, file, 1, (203,))
    codes = list(codes_of("label", "58mm", (203,)))
    assert again == hunt(codes, decoders(), range(40), desk=desk_for(codes))


def test_blocks_of_other_codes_are_not_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hunting, "BLOCK", 10)
    monkeypatch.setattr(hunting, "ProcessPoolExecutor", _InThisProcess)
    file = tmp_path / "hunt.jsonl"
    *_, last = hunting.long_hunt([("label", "58mm")], 10, file, 1, (203,))
    assert last.samples == 10
    assert next(hunting.long_hunt([("label", "80mm")], 10, file, 1, (203,))).samples == 0


class _InThisProcess:
    """Stands for a pool of processes; blocks are made when they are asked for."""

    def __init__(self, _jobs: int, initializer: Callable[..., None], initargs: tuple[Any, ...]) -> None:
        initializer(*initargs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    map = staticmethod(map)


def test_the_measure_of_acceptance_accepts_what_a_desk_holds() -> None:
    desk = WouldAccept("H99.99.001-261123-0001")
    assert desk.accepts("H99.99.001-261123-0002")
    for wrong in ("H99.99.001-261123-1002", "H99.99.007-261123-0002", "573136129525", "1" * 330, "x"):
        assert not desk.accepts(wrong)

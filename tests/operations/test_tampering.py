"""Whoever has the database's key cannot rewrite the journal unnoticed: by marks, center, sheet or slips."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sync.journal.marks import HeadMarks, MarkState
from tests.operations.tamperings import (
    CENTER,
    SHEET,
    SLIP,
    VERIFY,
    WAYS,
    Scene,
    Tampering,
)

ALL = (VERIFY, SHEET, CENTER, SLIP)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    made = Scene(tmp_path_factory.mktemp("tampering") / "desk")
    yield made
    made.close()


def test_an_untouched_journal_is_found_whole_by_every_witness(scene: Scene) -> None:
    from desk_app.operations.checking import verify
    from desk_app.operations.closing_sheet import check_sheet

    assert verify(scene.desk)["ok"]
    assert check_sheet(scene.desk, [scene.sheet]).ok
    with scene.desk.reading() as ledger:
        assert ledger.knows(scene.journal, scene.center.digest)
        assert scene._slips_stand(ledger)


@pytest.mark.parametrize("way", WAYS)
def test_a_crude_change_is_found_by_verifying(scene: Scene, way: str) -> None:
    for seq in (2, len(scene.entries) - 1):
        assert VERIFY in scene.seen_by(Tampering(way, seq, False, False, 7), ALL), (way, seq)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_sealed_anew_with_its_marks_passes_verifying_and_not_the_sheet_and_the_center(
    scene: Scene, way: str
) -> None:
    for seq in (2, len(scene.entries) - 1):
        seen = scene.seen_by(Tampering(way, seq, True, True, 7), ALL)
        assert {SHEET, CENTER} <= set(seen), (way, seq, seen)
        assert VERIFY not in seen, (way, seq, seen)
    assert SLIP in scene.seen_by(Tampering(way, 2, True, True, 7), ALL)


def test_two_hundred_random_tamperings_are_all_noticed(scene: Scene) -> None:
    assert scene.undetected(range(200), ALL) == []


@pytest.mark.proof
def test_ten_thousand_random_tamperings_are_all_noticed(scene: Scene) -> None:
    assert scene.undetected(range(1000, 11_000), ALL) == []


def rewritten(scene: Scene, seeds: range) -> list[int]:
    """Those that are sealed anew by one who cannot reach the marks."""
    drawn = {seed: scene.drawn(seed) for seed in seeds}
    return [seed for seed, one in drawn.items() if one.signs and not one.marks]


def test_the_head_mark_alone_finds_what_was_sealed_anew_and_the_tests_miss_it_when_it_is_not_asked(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = rewritten(scene, range(60))
    assert len(seeds) >= 10
    assert scene.undetected(seeds, (VERIFY,)) == []
    monkeypatch.setattr(HeadMarks, "check", lambda *_given: MarkState.OK)
    assert len(scene.undetected(seeds, (VERIFY,))) == len(seeds)

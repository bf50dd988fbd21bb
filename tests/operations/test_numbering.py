"""Numbers of many desks with crashes, restores and clones: none twice.

The long form gives `MOTCUA_NUMBERS` numbers (1,000,000) over 200 desks.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from sync.journal.marks import HeadMarks, MarkState
from tests.operations.numbering import Numbering

MANY = int(os.environ.get("MOTCUA_NUMBERS", "1000000"))


@pytest.mark.parametrize(("desks", "many"), [(12, 20_000), pytest.param(200, MANY, marks=pytest.mark.proof)])
def test_no_number_is_given_twice(tmp_path: Path, desks: int, many: int) -> None:
    numbering = Numbering(tmp_path, desks, seed=5).run(many)
    happened = {name: numbering.happened[name] for name in ("crashes", "restores", "clones")}
    sys.stdout.write(f"\n{numbering.given} numbers of {desks} desks, {happened}\n")
    assert numbering.twice == 0
    assert all(happened.values())


def test_a_restore_without_a_spare_block_is_found_by_its_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(HeadMarks, "check", lambda *_given: MarkState.OK)
    assert Numbering(tmp_path, 12, seed=5).run(20_000).twice

"""A damaged store is noticed before anything is built on it; without pages' HMAC and head mark it is not.

The long form makes `MOTCUA_DAMAGES` damages (10,000).
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from desk_app.operations.desk import Desk
from tests.system.disk.damages import KINDS, Damages

MANY = int(os.environ.get("MOTCUA_DAMAGES", "10000"))


@pytest.mark.parametrize("count", [len(KINDS) * 12, pytest.param(MANY, marks=pytest.mark.proof)])
def test_every_damage_of_the_store_is_noticed(tmp_path: Path, count: int) -> None:
    damages = Damages(tmp_path).run(count, random.Random(12))
    print(f"\n{dict(damages.done)}, {damages.harmless} changed nothing")
    assert damages.unnoticed == []
    assert damages.harmless < count // 2


def test_damages_that_only_a_plain_check_looks_for_are_missed(tmp_path: Path) -> None:
    def plain(desk: Desk) -> bool:
        answer = desk.store.reader().execute("PRAGMA quick_check").fetchone()[0]
        return str(answer) != "ok"

    assert Damages(tmp_path, plain).run(len(KINDS) * 6, random.Random(12)).unnoticed

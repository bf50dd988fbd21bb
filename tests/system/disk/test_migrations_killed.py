"""A schema brought up to date and killed at any operation of the disk: old or new, never between."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.system.disk.shim import under_shim
from tests.system.processes import posix_only, twice

pytestmark = [
    pytest.mark.skipif(twice(), reason="the run with Qt tells it; these processes use none"),
    pytest.mark.skipif(not posix_only(), reason="the shim needs Linux"),
]


def migrated(root: Path, which: str, points: int, *planted: str) -> Any:
    """What so many killed migrations came to; 0: one at each operation."""
    words = [str(root / "store"), which, str(points), *planted]
    return json.loads(under_shim(root / "store", "tests.system.disk.migrating", *words))


@pytest.mark.parametrize("points", [12, pytest.param(0, marks=pytest.mark.proof)])
@pytest.mark.parametrize("which", ["desk", "center"])
def test_a_migration_killed_at_any_operation_is_old_or_new(tmp_path: Path, which: str, points: int) -> None:
    told = migrated(tmp_path, which, points)
    print(f"\n{which}: killed at {told['killed']} of {told['length']} operations")
    assert told["faults"] == []
    assert told["killed"] >= (points or told["length"])


def test_a_migration_by_single_statements_is_found_between(tmp_path: Path) -> None:
    assert any("between" in one for one in migrated(tmp_path, "desk", 12, "piecemeal")["faults"])

"""The list of OWASP ASVS 5.0.0, levels 1 and 2: whole, and every line held by a test or a reason."""

from __future__ import annotations

import ast
import csv
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIST = ROOT / "resources" / "docs" / "asvs.csv"
LINES = {"1": 70, "2": 183}
"""Of the standard, by level."""
CHAPTERS = dict(enumerate((27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7), 1))
"""Lines of levels 1 and 2 of each chapter, V1 to V17."""


def lines() -> list[dict[str, str]]:
    with LIST.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def names_in(path: str) -> frozenset[str]:
    """Names of the tests of a file."""
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return frozenset(
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def wrong(line: dict[str, str]) -> str:
    """What is wrong with a line; empty: nothing."""
    if line["applies"] not in ("yes", "no"):
        return "says neither yes nor no"
    if not line["requirement"].strip():
        return "has no words"
    if line["applies"] == "no" and not line["reason"].strip():
        return "does not say why it does not apply"
    if not line["tests"] and len(line["reason"]) < 12:
        return "has neither a test nor a reason"
    for one in line["tests"].split():
        path, _, name = one.partition("::")
        if not (ROOT / path).is_file():
            return f"names a file that is not there: {path}"
        if not (name in names_in(path) if name else names_in(path)):
            return f"names a test that is not there: {one}"
    return ""


def test_every_line_has_a_test_that_exists_or_a_reason() -> None:
    found = {line["id"]: said for line in lines() if (said := wrong(line))}
    assert not found


def test_every_chapter_is_there_with_all_its_lines() -> None:
    told = lines()
    names = [line["id"] for line in told]
    assert len(names) == len(set(names))
    assert names == sorted(names, key=lambda name: [int(one) for one in name[1:].split(".")])
    chapters: dict[int, int] = {}
    for name in names:
        chapter = int(name[1:].split(".")[0])
        chapters[chapter] = chapters.get(chapter, 0) + 1
    assert chapters == CHAPTERS
    assert {level: sum(line["level"] == level for line in told) for level in LINES} == LINES


def test_a_line_that_is_not_held_is_noticed() -> None:
    sound = {"id": "V1.1.1", "level": "2", "requirement": "x", "applies": "yes", "tests": "", "reason": ""}
    assert wrong(sound)
    assert wrong({**sound, "tests": "tests/center/test_asvs.py::test_that_is_not_there"})
    assert wrong({**sound, "tests": "tests/nowhere.py"})
    assert wrong({**sound, "applies": "no"})
    assert wrong({**sound, "applies": "perhaps", "reason": "long enough a reason"})
    assert not wrong({**sound, "tests": "tests/center/test_asvs.py::test_a_line_that_is_not_held_is_noticed"})

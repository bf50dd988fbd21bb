"""The one-folder program's recipe against the code, the pins and the shipped data; nothing is built here.

`tests/system/window/test_installer.py` builds the program and runs it (`make proof`).
"""

from __future__ import annotations

import ast
import importlib.util
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"

# Pinned, and imported by none of our files: which library wants it.
WANTED_BY = {
    "pillow": {"pypdfium2", "reportlab"},
}
# Not installed where the core is tested alone.
MODULES = {
    # Without the extra that brings them these are known by name only.
    "hidapi": {"hid"},
    "pyserial": {"serial"},
    "opencv-python-headless": {"cv2"},
    "pyside6-essentials": {"PySide6"},
}


def recipe() -> dict[str, tuple[str, ...]]:
    """The spec's lists: its capital names, all of them plain tuples of words."""
    tree = ast.parse((ROOT / "build_installer.spec").read_text(encoding="utf-8"))
    return {
        statement.targets[0].id: ast.literal_eval(statement.value)
        for statement in tree.body
        if isinstance(statement, ast.Assign)
        and isinstance(statement.targets[0], ast.Name)
        and statement.targets[0].id.isupper()
    }


RECIPE = recipe()


def matched(patterns: tuple[str, ...]) -> dict[str, set[str]]:
    """For each pattern the files below `resources/` it names."""
    return {
        pattern: {
            path.relative_to(RESOURCES).as_posix() for path in RESOURCES.glob(pattern) if path.is_file()
        }
        for pattern in patterns
    }


def shipped() -> set[str]:
    return set().union(*matched(RECIPE["SHIPPED"]).values())


def trees() -> Iterator[tuple[str, ast.Module]]:
    for package in ("desk_app", "sync"):
        for path in sorted((ROOT / package).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported() -> frozenset[str]:
    """Every dotted name our code imports, wherever in a file it does."""
    found: set[str] = set()
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                found.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(found)


def is_left_out(name: str) -> bool:
    return any(name == one or name.startswith(one + ".") for one in RECIPE["LEFT_OUT"])


def pinned(*groups: str) -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [project["optional-dependencies"][group] for group in groups] or [project["dependencies"]]
    return [re.split(r"[\[=]", pin)[0].lower().replace("_", "-") for one in lists for pin in one]


@cache
def installed() -> dict[str, set[str]]:
    """What every installed package is imported as."""
    found: dict[str, set[str]] = {}
    for module, owners in packages_distributions().items():
        for owner in owners:
            found.setdefault(owner.lower().replace("_", "-"), set()).add(module)
    return found


def modules_of(distribution: str) -> set[str]:
    """What a package is imported as; some wheels carry their tests along."""
    found = installed().get(distribution, set()) - {"tests"}
    return found or MODULES.get(distribution, set())


# ------------------------------------------------------------------------------------------- resources


def test_every_file_of_the_resources_is_either_shipped_or_kept_home() -> None:
    home = set().union(*matched(RECIPE["KEPT_HOME"]).values())
    files = {
        path.relative_to(RESOURCES).as_posix()
        for path in RESOURCES.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert shipped() & home == set()
    assert shipped() | home >= files, "name these in build_installer.spec"


@pytest.mark.parametrize("pattern", [*RECIPE["SHIPPED"], *RECIPE["KEPT_HOME"]])
def test_every_pattern_of_the_recipe_names_something(pattern: str) -> None:
    assert matched((pattern,))[pattern]


def read_by_the_code() -> Iterator[tuple[str, str]]:
    """(where, path below `resources/`) of every resource asked for, as far as it is written out."""
    for where, tree in trees():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id in {"resource_path", "read_resource"}:
                parts = []
                for argument in node.args:
                    if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
                        break
                    parts.append(argument.value)
                if parts:
                    yield f"{where}:{node.lineno}", "/".join(parts)


def test_every_resource_the_code_reads_is_shipped() -> None:
    asked = list(read_by_the_code())
    assert len(asked) > 5
    files = shipped()
    missing = [
        f"{where}: {name}"
        for where, name in asked
        if name not in files and not any(file.startswith(name + "/") for file in files)
    ]
    assert not missing


# ------------------------------------------------------------------------------------------- packages


def test_nothing_the_code_imports_is_left_out() -> None:
    assert [name for name in sorted(imported()) if is_left_out(name)] == []


@pytest.mark.parametrize("distribution", [*pinned(), *pinned("window", "scanners", "webcam")])
def test_every_runtime_dependency_is_part_of_the_program(distribution: str) -> None:
    modules = modules_of(distribution)
    assert modules, "not installed"
    assert [one for one in modules if is_left_out(one)] == []
    named = {name.split(".")[0] for name in imported() | {*RECIPE["BY_NAME"], *RECIPE["WHOLE"]}}
    assert modules & named or WANTED_BY[distribution] <= named


@pytest.mark.parametrize("distribution", pinned("test", "test-window", "dev"))
def test_what_tests_and_builds_the_program_is_left_out(distribution: str) -> None:
    plain = distribution.replace("-", "")
    assert plain in {name.lower() for name in RECIPE["LEFT_OUT"]}


@pytest.mark.parametrize("name", [*RECIPE["BY_NAME"], *RECIPE["WHOLE"]])
def test_what_the_recipe_asks_for_by_name_exists(name: str) -> None:
    assert importlib.util.find_spec(name) is not None

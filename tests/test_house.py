"""The house keeps its own rules: layout, sizes, rooms, pins, wheels. Reads the checkout, nothing else."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

THIS = Path(__file__).resolve()
ROOT = THIS.parent.parent
PACKAGES = ("desk_app", "sync")

TOP_LEVEL = {
    *(".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "README.md"),
    *("build_installer.spec", "desk_app", "pyproject.toml", "resources", "sync", "tests"),
}
# Where git keeps its own, and what `.gitignore` names because `make` and the tools make it.
MADE = {".git", ".venv", ".venv-core", "__pycache__", "build", "dist", "demo", "bench-out"}

MAX_LINES = 400
MAX_FUNCTION = 60
# Longer than the limit for a reason that stands here: "path" or "path:function" -> (lines, reason).
LONGER: dict[str, tuple[int, str]] = {}

# What a room of the desk may import of `sync` directly; rooms not named may import all but the center.
SYNC_FOR = {room: {"model", "acts", "typeset", "reports"} for room in ("ui", "documents", "domain")}
MAY_IMPORT_CENTER = {"cli"}
# `main` puts the window's parts together; `ui` and `devices` alone may use the window modules.
QT_ROOMS = {"ui": None, "devices": None, "background": {"QtCore"}, "main": {"QtCore"}}
# Input, output, clock and chance have no place in the record both ends agree on.
NOT_IN_MODEL = {
    *(
        "asyncio",
        "glob",
        "io",
        "logging",
        "multiprocessing",
        "os",
        "pathlib",
        "random",
        "secrets",
        "shutil",
        "signal",
    ),
    *("socket", "sqlite3", "ssl", "subprocess", "tempfile", "threading", "time", "urllib", "uuid"),
}


def sources(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [path for path in found if "__pycache__" not in path.parts]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports_of(path: Path) -> Iterator[str]:
    """Every dotted name a file imports, wherever in the file it does."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of(path: Path) -> str:
    """`desk_app/ui/pages/intake.py` -> `ui`; `desk_app/cli.py` -> `cli`."""
    return path.relative_to(ROOT).parts[1].removesuffix(".py")


# ----------------------------------------------------------------------------------------------------- layout


def test_the_top_level_holds_only_what_the_architecture_names() -> None:
    made = re.compile(r"\.[a-z_]+_cache|\.hypothesis|.+\.egg-info|\.coverage")
    found = {path.name for path in ROOT.iterdir() if path.name not in MADE and not made.fullmatch(path.name)}
    assert found == TOP_LEVEL


@pytest.mark.parametrize("path", sources(*PACKAGES, "tests"), ids=name_of)
def test_every_module_says_what_it_is(path: Path) -> None:
    docstring = ast.get_docstring(tree_of(path))
    assert docstring, "a docstring is missing"
    assert len(docstring) > 10


def too_long(path: Path) -> Iterator[tuple[str, int]]:
    text = path.read_text(encoding="utf-8")
    lines = text.count("\n")
    if lines > MAX_LINES:
        yield name_of(path), lines
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.end_lineno is not None:
            length = node.end_lineno - node.lineno + 1
            if length > MAX_FUNCTION:
                yield f"{name_of(path)}:{node.name}", length


def test_no_file_and_no_function_wants_a_wall() -> None:
    found = {what: lines for path in sources(*PACKAGES) for what, lines in too_long(path)}
    unlisted = {what: lines for what, lines in found.items() if lines > LONGER.get(what, (0, ""))[0]}
    assert not unlisted, "split these, or list them with a reason"
    assert set(LONGER) <= set(found), "these are short again: take them off the list"


# ------------------------------------------------------------------------------------------------------ rooms


def test_rooms_import_of_sync_only_what_they_may() -> None:
    wrong = []
    for path in sources("desk_app"):
        room = room_of(path)
        for name in imports_of(path):
            package, _, rest = name.partition(".")
            if package != "sync":
                continue
            part = rest.split(".")[0]
            centers = part == "center" and room not in MAY_IMPORT_CENTER
            if centers or part not in SYNC_FOR.get(room, {part}):
                wrong.append(f"{name_of(path)} imports {name}")
    assert not wrong


def test_qt_stays_in_its_rooms() -> None:
    wrong = []
    for path in sources(*PACKAGES):
        for name in imports_of(path):
            package, _, rest = name.partition(".")
            if package not in {"PySide6", "shiboken6"}:
                continue
            allowed = QT_ROOMS.get(room_of(path), set()) if path.is_relative_to(ROOT / "desk_app") else set()
            if allowed is not None and rest.split(".")[0] not in allowed:
                wrong.append(f"{name_of(path)} imports {name}")
    assert not wrong


def test_no_layout_is_asked_for_its_items() -> None:
    """PySide's objects for them outlive them, and the process dies of it (`tests.ui.stale`)."""
    asking = {"itemAt", "itemAtPosition", "takeAt", "replaceWidget"}
    wrong = [
        f"{name_of(path)}:{node.lineno} {node.attr}"
        for path in sources("desk_app")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in asking
    ]
    assert not wrong


def test_the_model_stands_on_the_standard_library_alone() -> None:
    wrong = []
    for path in sources("sync/model"):
        for name in imports_of(path):
            package = name.split(".")[0]
            inside = name == "sync.model" or name.startswith("sync.model.")
            if package in NOT_IN_MODEL or not (inside or package in sys.stdlib_module_names):
                wrong.append(f"{name_of(path)} imports {name}")
    assert not wrong


def test_every_room_of_the_center_has_its_place() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    [layers] = [contract["layers"] for contract in contracts if contract["name"].startswith("sync.center")]
    placed = {name for layer in layers for name in re.findall(r"sync\.center\.(\w+)", layer)}
    center = ROOT / "sync" / "center"
    rooms = {
        path.name.removesuffix(".py")
        for path in (center.iterdir() if center.is_dir() else ())
        if path.name not in {"__pycache__", "__init__.py"} and (path.suffix == ".py" or path.is_dir())
    }
    assert rooms <= placed


# ------------------------------------------------------------------------------------------------------ words

TEXT = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".html",
    ".css",
    ".js",
    ".json",
    ".spec",
    ".ini",
    ".cfg",
    ".yaml",
    ".yml",
    "",
}
FORBIDDEN = re.compile(
    r"\b(TODO|FIXME|XXX|HACK)\b"
    r"|(?<![\w.~-])/(work|root)/|/home/\w+/|C:\\+Users\\+\w"
    r"|pypi\.org|files\.pythonhosted|registry\.npmjs|deb\.debian\.org|index-url"
)


def texts() -> Iterator[Path]:
    for top in sorted(TOP_LEVEL):
        start = ROOT / top
        for path in [start] if start.is_file() else sorted(start.rglob("*")):
            if path.is_file() and path.suffix in TEXT and "__pycache__" not in path.parts and path != THIS:
                yield path


def test_no_file_names_a_machine_a_registry_or_work_left_undone() -> None:
    wrong = [
        f"{name_of(path)}: {found.group()}"
        for path in texts()
        for found in FORBIDDEN.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert not wrong


def test_the_changelog_has_a_place_for_what_comes_next() -> None:
    assert re.search(
        r"^## Unreleased\n\n\* \S", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )


def test_the_licence_is_whole() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence


def test_ci_runs_what_the_readme_says() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme.split("\n## Test\n", 1)[1]
    [command] = re.findall(r"```\w*\n(.+?)\n```", section, re.DOTALL)[:1]
    last = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]
    assert last == command


# ------------------------------------------------------------------------------------------------------- pins


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins_of(lines: list[str]) -> dict[str, str]:
    found = {}
    for line in lines:
        name, _, version = line.partition("==")
        name = name.partition("[")[0]  # an extra of a package is no other package
        assert version, f"not pinned: {line}"
        found[plain(name)] = version
    return found


def constraints() -> dict[str, str]:
    lines = (ROOT / ".ci" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return pins_of([line for line in lines if line and not line.startswith("#")])


LINUX_ONLY = {"atheris"}
"""Asked for on Linux alone: the fuzzer of `make proof`, which nobody's desk needs."""


def declared() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["project"]["optional-dependencies"].values()
    return pins_of(
        project["build-system"]["requires"]
        + project["project"]["dependencies"]
        + [pin.partition(";")[0] for group in groups for pin in group]
    )


def test_what_the_project_asks_for_is_what_it_is_tested_with() -> None:
    tested = constraints()
    assert {name: tested.get(name) for name in declared()} == declared()


def test_every_pinned_package_has_wheels_for_windows_and_linux() -> None:
    """`.ci/check_wheels.py` writes the table; `-` stands for a package one of the two never needs."""
    lines = (ROOT / ".ci" / "wheels.txt").read_text(encoding="utf-8").splitlines()
    table = {}
    for line in lines:
        if not line.startswith("#"):
            pin, linux, windows = line.split()
            table[pin] = (linux, windows)
    wanted = {f"{name}=={version}" for name, version in constraints().items()}
    assert {plain(pin.split("==")[0]) + "==" + pin.split("==")[1] for pin in table} == wanted
    for pin, wheels in table.items():
        version = pin.split("==")[1]
        for wheel in wheels:
            assert wheel == "-" or (wheel.endswith(".whl") and f"-{version}-" in wheel), f"{pin}: {wheel}"
    for name, version in declared().items():
        assert name in LINUX_ONLY or "-" not in [
            wheel for pin, row in table.items() if plain(pin) == f"{name}=={version}" for wheel in row
        ]

"""No log line and no error's message can carry a citizen's words: what is logged is constants, kinds, counts.

A call of a logger has a constant text and arguments of a few harmless shapes; `%r`, `!r` and `repr` of what
may be a person's words, `exception` and `exc_info` (which print values) are nowhere.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[1]
LEVELS: Final = {"debug", "info", "warning", "error", "critical", "log"}
HARMLESS_NAMES: Final = {"level", "BASE", "LOG", "logging"}
HARMLESS_CALLS: Final = {"type", "len", "int", "whereabouts", "kind_and_places"}
HARMLESS_ENDS: Final = {"__name__", "form", "path", "states", "ERROR", "INFO", "WARNING", "DEBUG", "login"}
"""Attributes: a kind's name, a paper's form, a route, counts, levels, the log-in name of a center's staff."""
NEVER: Final = {"exception", "print_exc", "print_exception", "format_exc", "format_exception"}
MAY_REPEAT: Final = {
    "desk_app/operations/key_rotation.py": "rows go into a digest",
    "desk_app/store/figures.py": "constants of the program, as SQL",
    "sync/center/work/inbox.py": "constants of the program, as SQL",
    "desk_app/documents/forms.py": "a form's name, a programmer's mistake",
    "sync/model/moment.py": "a moment's text",
    "sync/model/counting.py": "a policy's name",
    "sync/model/due.py": "a rule's name",
    "sync/typeset/schema.py": "a layout's field",
    "sync/typeset/codes.py": "a number that is no number",
}
SOURCES: Final = [
    path for room in ("desk_app", "sync") for path in sorted((ROOT / room).rglob("*.py")) if path.is_file()
]


def loud(tree: ast.AST) -> Iterator[str]:
    """What a module logs that it should not."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in NEVER:
            yield f"{node.lineno}: {name}"
        if logs(node, name):
            said = [*node.args, *(one.value for one in node.keywords)]
            yield from (f"{one.lineno}: {ast.unparse(one)}" for one in said if not harmless(one))
            yield from (f"{node.lineno}: {one.arg}" for one in node.keywords if one.arg in ("exc_info", None))
            yield from (f"{one.lineno}: %r" for one in node.args if "%r" in ast.unparse(one))


def logs(call: ast.Call, name: str) -> bool:
    """Whether a call is a logger's, or the center's `log`."""
    if isinstance(call.func, ast.Name):
        return name == "log"
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    return name in LEVELS and isinstance(owner, ast.Name) and owner.id in {"_log", "LOG", "log", "logging"}


def harmless(node: ast.expr) -> bool:
    """Whether an argument cannot be somebody's words."""
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.Name):
        return node.id in HARMLESS_NAMES
    if isinstance(node, ast.Attribute):
        return node.attr in HARMLESS_ENDS
    if isinstance(node, ast.Subscript):
        inside = node.value
        cut = isinstance(inside, ast.Call) and getattr(inside.func, "attr", "") == "hex"
        return cut or harmless(inside)
    if isinstance(node, ast.BinOp):
        return harmless(node.left) and harmless(node.right)
    if isinstance(node, ast.IfExp):
        return harmless(node.body) and harmless(node.orelse)
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in HARMLESS_CALLS
    return False


def repeats(tree: ast.AST) -> Iterator[int]:
    """Where a module writes a value out as code does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FormattedValue) and node.conversion == ord("r"):
            yield node.lineno
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "repr":
            yield node.lineno


# The two places that hand on what others were allowed to say, each with its own test.
OF_ITSELF: Final = {
    "sync/center/store/log.py",
    "sync/center/api/watching.py",
    "sync/center/exchange/upstream.py",
}


def test_what_is_logged_is_constants_kinds_and_counts() -> None:
    said: dict[str, list[str]] = {}
    for path in SOURCES:
        name, tree = path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))
        wrong = [] if name in OF_ITSELF else list(loud(tree))
        wrong += [] if name in MAY_REPEAT else [f"{line}: repr" for line in repeats(tree)]
        if wrong:
            said[name] = wrong
    assert said == {}


@pytest.mark.parametrize(
    "planted",
    [
        "_log.error('no slip for %s', applicant.full_name)",
        "_log.warning(f'no slip for {name}')",
        "_log.error('dossier %r', 3)",
        "_log.exception('failed')",
        "_log.error('failed', exc_info=True)",
        "log('trouble', problem=str(error))",
        "logging.info(person)",
        "traceback.print_exc()",
    ],
)
def test_a_careless_line_is_noticed(planted: str) -> None:
    assert list(loud(ast.parse(planted)))


def test_a_value_written_out_is_noticed() -> None:
    assert list(repeats(ast.parse("raise ValueError(f'{intake!r}')"))) == [1]
    assert list(repeats(ast.parse("text = repr(intake)"))) == [1]

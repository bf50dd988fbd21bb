"""Layouts of forms as data: JSON files, laid over each other and read into frozen dataclasses.

A form of a set lies in ``resources/forms/<set>/<form>.json``, what its forms share in
``<set>/common.json``. A file may name another set it ``extends``: objects are then laid over that set's
objects, everything else replaces, and ``null`` takes away.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from sync.resources import read_resource, resource_path
from sync.typeset.schema import (
    Holes,
    Layout,
    LayoutError,
    Names,
    Range,
    Scope,
    checked,
    filled,
    holes,
    holes_of,
)

__all__ = [
    "COMMON",
    "Holes",
    "LayoutError",
    "Names",
    "Range",
    "Scope",
    "checked",
    "filled",
    "form_sets",
    "holes",
    "holes_of",
    "laid_over",
    "parsed",
    "read_layout",
    "set_folder",
    "shipped",
]

COMMON: Final = "common"
"""The name of the file that all forms of a set share."""

_SET_FOLDER: Final = re.compile(r"[^0-9a-z]+")
_DEEPEST: Final = 4


def set_folder(form_set: str) -> str:
    """The folder of a form set's name: "TT 03/2025" lies in ``tt-03-2025``."""
    return _SET_FOLDER.sub("-", form_set.lower()).strip("-")


def form_sets(form: str) -> tuple[str, ...]:
    """The folders of the shipped sets that have `form`, sorted."""
    return tuple(sorted(path.parent.name for path in resource_path("forms").glob(f"*/{form}.json")))


def shipped(form_set: str, form: str) -> dict[str, Any]:
    """The shipped object of `form` in `form_set` over those it extends. Raises `LayoutError`."""
    return _shipped(f"{set_folder(form_set)}/{form}.json", 0)


def read_layout(kind: type[Layout], octets: bytes, file: str, names: Names | None = None) -> Layout:
    """A layout from JSON; `file` is only its name in errors. Raises `LayoutError`."""
    return checked(kind, _extended(parsed(octets, file), file, 0), file, names)


def parsed(octets: bytes, file: str) -> dict[str, Any]:
    """The JSON object in `octets`. Raises `LayoutError` for anything else."""
    try:
        value = json.loads(octets)
    except json.JSONDecodeError as error:
        where = f"dòng {error.lineno}, cột {error.colno}"
        raise LayoutError(file, "", f"không đọc được JSON: sai cú pháp ở {where}") from error
    except (ValueError, RecursionError) as error:
        raise LayoutError(file, "", "không đọc được JSON") from error
    if not isinstance(value, dict):
        raise LayoutError(file, "", "phải là một đối tượng JSON")
    return value


def laid_over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """`over` on `under`: objects in each other, everything else replaced, ``null`` taken away."""
    both = dict(under)
    for name, part in over.items():
        below = both.get(name)
        if part is None:
            both.pop(name, None)
        elif isinstance(below, dict) and isinstance(part, dict):
            both[name] = laid_over(below, part)
        else:
            both[name] = part
    return both


def _shipped(file: str, depth: int) -> dict[str, Any]:
    try:
        octets = read_resource("forms", *file.split("/"))
    except OSError as error:
        raise LayoutError(file, "", "không có mẫu này") from error
    return _extended(parsed(octets, file), file, depth)


def _extended(value: dict[str, Any], file: str, depth: int) -> dict[str, Any]:
    if "extends" not in value:
        return value
    base = value["extends"]
    if not isinstance(base, str) or not set_folder(base):
        raise LayoutError(file, "extends", "phải là tên một bộ mẫu")
    if depth >= _DEEPEST:
        raise LayoutError(file, "extends", "quá nhiều bộ mẫu nối tiếp nhau")
    under = _shipped(f"{set_folder(base)}/{file.rsplit('/', 1)[-1]}", depth + 1)
    over = {name: part for name, part in value.items() if name != "extends"}
    return laid_over(under, over)

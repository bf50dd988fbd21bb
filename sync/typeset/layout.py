"""Layouts of forms as data: JSON read into frozen dataclasses, refused with file, field and reason.

A form of a set lies in ``resources/forms/<set>/<form>.json``. It may name another set it
``extends``; objects are then laid over that set's objects, everything else replaces.
"""

from __future__ import annotations

import json
import re
import types
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from typing import Annotated, Any, Final, TypeVar, get_args, get_origin, get_type_hints

from sync.resources import read_resource, resource_path

Layout = TypeVar("Layout")

_HOLE: Final = re.compile(r"\{([^{}]*)\}")
_SET_FOLDER: Final = re.compile(r"[^0-9a-z]+")
_DEEPEST: Final = 4


class LayoutError(ValueError):
    """A layout that cannot be used: which file, which field (dotted, empty for the whole), and why."""

    def __init__(self, file: str, field: str, reason: str) -> None:
        super().__init__(f"{file}: {field}: {reason}" if field else f"{file}: {reason}")
        self.file = file
        self.field = field
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers a field (or each of its elements) may be, both ends included."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Holes:
    """The names a wording may hold in braces."""

    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class OneOf:
    """The texts a field may be."""

    texts: tuple[str, ...]


def holes(*names: str) -> Holes:
    """`Holes` of these names."""
    return Holes(frozenset(names))


def filled(template: str, **values: str) -> str:
    """`template` with every ``{name}`` replaced by its value; values are never read as templates."""
    return _HOLE.sub(lambda hole: values[hole[1]], template)


def holes_of(template: str) -> tuple[str, ...]:
    """The names in braces, in order."""
    return tuple(_HOLE.findall(template))


def set_folder(form_set: str) -> str:
    """The folder of a form set's name: "TT 03/2025" lies in ``tt-03-2025``."""
    return _SET_FOLDER.sub("-", form_set.lower()).strip("-")


def form_sets(form: str) -> tuple[str, ...]:
    """The folders of the shipped sets that have `form`, sorted."""
    return tuple(sorted(path.parent.name for path in resource_path("forms").glob(f"*/{form}.json")))


@lru_cache(maxsize=64)
def shipped_layout(kind: type[Layout], form_set: str, form: str) -> Layout:
    """The shipped layout of `form` in `form_set` ("TT 03/2025"), read once. Raises `LayoutError`."""
    file = f"{set_folder(form_set)}/{form}.json"
    return checked(kind, _shipped(file, 0), file)


def read_layout(kind: type[Layout], octets: bytes, file: str) -> Layout:
    """A layout from JSON; `file` is only its name in errors. Raises `LayoutError`."""
    return checked(kind, _extended(_parsed(octets, file), file, 0), file)


def checked(kind: type[Layout], value: object, file: str) -> Layout:
    """`value` (as JSON gives it) as the dataclass `kind`. Raises `LayoutError` at the first mistake."""
    layout: Layout = _read(kind, value, file, "", ())
    return layout


def _shipped(file: str, depth: int) -> dict[str, Any]:
    try:
        octets = read_resource("forms", *file.split("/"))
    except OSError as error:
        raise LayoutError(file, "", "no such form") from error
    return _extended(_parsed(octets, file), file, depth)


def _parsed(octets: bytes, file: str) -> dict[str, Any]:
    try:
        value = json.loads(octets)
    except (ValueError, RecursionError) as error:
        raise LayoutError(file, "", f"not JSON: {error}") from error
    if not isinstance(value, dict):
        raise LayoutError(file, "", "an object is expected")
    return value


def _extended(value: dict[str, Any], file: str, depth: int) -> dict[str, Any]:
    if "extends" not in value:
        return value
    base = value["extends"]
    if not isinstance(base, str) or not set_folder(base):
        raise LayoutError(file, "extends", "the name of a form set is expected")
    if depth >= _DEEPEST:
        raise LayoutError(file, "extends", "too many sets extend each other")
    under = _shipped(f"{set_folder(base)}/{file.rsplit('/', 1)[-1]}", depth + 1)
    over = {name: part for name, part in value.items() if name != "extends"}
    return _laid_over(under, over)


def _laid_over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    both = dict(under)
    for name, part in over.items():
        below = both.get(name)
        both[name] = _laid_over(below, part) if isinstance(below, dict) and isinstance(part, dict) else part
    return both


def _read(kind: Any, value: object, file: str, field: str, rules: tuple[object, ...]) -> Any:
    if get_origin(kind) is Annotated:
        inner, *more = get_args(kind)
        return _read(inner, value, file, field, (*rules, *more))
    if is_dataclass(kind):
        return _read_object(kind, value, file, field)
    if get_origin(kind) is tuple:
        return _read_list(kind, value, file, field, rules)
    if isinstance(kind, types.GenericAlias) or kind not in (str, int, float):
        raise TypeError(f"a layout cannot hold {kind!r}")
    if kind is str:
        return _read_text(value, file, field, rules)
    if isinstance(value, bool) or not isinstance(value, int if kind is int else (int, float)):
        raise LayoutError(
            file, field, "a whole number is expected" if kind is int else "a number is expected"
        )
    for rule in rules:
        if isinstance(rule, Range) and not rule.low <= value <= rule.high:
            raise LayoutError(file, field, f"must be from {rule.low:g} to {rule.high:g}")
    return kind(value)


def _read_object(kind: Any, value: object, file: str, field: str) -> Any:
    if not isinstance(value, dict):
        raise LayoutError(file, field, "an object is expected")
    prefix = f"{field}." if field else ""
    known = {one.name for one in fields(kind)}
    for name in value:
        if name not in known:
            raise LayoutError(file, f"{prefix}{name}", "unknown field")
    hints = get_type_hints(kind, include_extras=True)
    for name in known:
        if name not in value:
            raise LayoutError(file, f"{prefix}{name}", "is missing")
    return kind(
        **{
            one.name: _read(hints[one.name], value[one.name], file, f"{prefix}{one.name}", ())
            for one in fields(kind)
        }
    )


def _read_list(kind: Any, value: object, file: str, field: str, rules: tuple[object, ...]) -> Any:
    if not isinstance(value, list) or not value:
        raise LayoutError(file, field, "a list that is not empty is expected")
    kinds = get_args(kind)
    if kinds[-1] is Ellipsis:
        kinds = (kinds[0],) * len(value)
    if len(kinds) != len(value):
        raise LayoutError(file, field, f"{len(kinds)} elements are expected")
    return tuple(
        _read(one, element, file, f"{field}[{index}]", rules)
        for index, (one, element) in enumerate(zip(kinds, value, strict=True))
    )


def _read_text(value: object, file: str, field: str, rules: tuple[object, ...]) -> str:
    if not isinstance(value, str):
        raise LayoutError(file, field, "a text is expected")
    permitted: frozenset[str] = frozenset()
    for rule in rules:
        if isinstance(rule, OneOf) and value not in rule.texts:
            raise LayoutError(file, field, f"must be one of {', '.join(rule.texts)}")
        if isinstance(rule, Holes):
            permitted = rule.names
    if _HOLE.sub("", value).strip("{}") != _HOLE.sub("", value) or set("{}") & set(_HOLE.sub("", value)):
        raise LayoutError(file, field, "a brace without its other")
    for name in holes_of(value):
        if name not in permitted:
            raise LayoutError(file, field, f"{{{name}}} has no value here")
    return value

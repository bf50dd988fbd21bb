"""Reads JSON values into frozen dataclasses; the first mistake is named with file, field and reason.

Fields may be texts, numbers, booleans, `Literal`s, dataclasses, tuples, dicts of texts to any of these, and
unions of dataclasses: then the object's ``kind`` must be one class's `KIND`. A field with a default may be
missing. Texts may hold names in braces where an annotation lists them: `Holes` fixed ones, `Scope` those the
caller of `checked` gives under that scope's name.
"""

from __future__ import annotations

import re
import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import lru_cache
from typing import Annotated, Any, Final, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Layout = TypeVar("Layout")
Names = Mapping[str, frozenset[str]]

_HOLE: Final = re.compile(r"\{([^{}]*)\}")
_KIND: Final = "kind"


class LayoutError(ValueError):
    """A layout that cannot be used: which file, which field (dotted, empty for the whole), and why.

    `reason` is Vietnamese: the one who edits local wording reads it.
    """

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
class Scope:
    """The names a wording may hold in braces are those the caller gives under `name`.

    With `whole` the text must itself be one of the names, or empty.
    """

    name: str
    whole: bool = False


def holes(*names: str) -> Holes:
    """`Holes` of these names."""
    return Holes(frozenset(names))


def filled(template: str, **values: str) -> str:
    """`template` with every ``{name}`` replaced by its value; values are never read as templates."""
    return _HOLE.sub(lambda hole: values[hole[1]], template) if "{" in template else template


@lru_cache(maxsize=1024)
def holes_of(template: str) -> tuple[str, ...]:
    """The names in braces, in order."""
    return tuple(_HOLE.findall(template)) if "{" in template else ()


def checked(kind: type[Layout], value: object, file: str, names: Names | None = None) -> Layout:
    """`value` (as JSON gives it) as the dataclass `kind`. Raises `LayoutError` at the first mistake."""
    layout: Layout = _Reader(file, names or {}).read(kind, value, "", ())
    return layout


class _Reader:
    """One reading: the file's name for errors and the names of each scope."""

    def __init__(self, file: str, names: Names) -> None:
        self._file = file
        self._names = names

    def read(self, kind: Any, value: object, field: str, rules: tuple[object, ...]) -> Any:
        """`value` as `kind`; `rules` are the annotations met on the way down."""
        origin = get_origin(kind)
        if origin is Annotated:
            inner, *more = get_args(kind)
            return self.read(inner, value, field, (*rules, *more))
        if origin is tuple:
            return self._list(kind, value, field, rules)
        if origin is dict:
            return self._table(kind, value, field, rules)
        if origin is Literal:
            if value not in get_args(kind):
                raise self._wrong(field, f"phải là một trong: {', '.join(get_args(kind))}")
            return value
        if origin in {Union, types.UnionType}:
            return self._one_of(kind, value, field)
        if is_dataclass(kind):
            return self._object(kind, value, field)
        return self._plain(kind, value, field, rules)

    def _wrong(self, field: str, reason: str) -> LayoutError:
        return LayoutError(self._file, field, reason)

    def _plain(self, kind: Any, value: object, field: str, rules: tuple[object, ...]) -> Any:
        if kind not in (str, int, float, bool):
            raise TypeError(f"a layout cannot hold {kind!r}")
        if kind is str:
            return self._text(value, field, rules)
        if kind is bool:
            if not isinstance(value, bool):
                raise self._wrong(field, "phải là true hoặc false")
            return value
        if isinstance(value, bool) or not isinstance(value, int if kind is int else (int, float)):
            raise self._wrong(field, "phải là số nguyên" if kind is int else "phải là số")
        for rule in rules:
            if isinstance(rule, Range) and not rule.low <= value <= rule.high:
                raise self._wrong(field, f"phải từ {rule.low:g} đến {rule.high:g}")
        return kind(value)

    def _mapping(self, value: object, field: str) -> dict[str, object]:
        if not isinstance(value, dict):
            raise self._wrong(field, "phải là một đối tượng JSON")
        return value

    def _table(self, kind: Any, value: object, field: str, rules: tuple[object, ...]) -> Any:
        inner = get_args(kind)[1]
        return {
            name: self.read(inner, part, _below(field, name), rules)
            for name, part in self._mapping(value, field).items()
        }

    def _one_of(self, kind: Any, value: object, field: str) -> Any:
        given = self._mapping(value, field)
        kinds = {one.KIND: one for one in get_args(kind)}
        named = given.get(_KIND)
        if not isinstance(named, str) or named not in kinds:
            raise self._wrong(_below(field, _KIND), f"phải là một trong: {', '.join(kinds)}")
        rest = {name: part for name, part in given.items() if name != _KIND}
        return self._object(kinds[named], rest, field)

    def _object(self, kind: Any, value: object, field: str) -> Any:
        given = self._mapping(value, field)
        known = {one.name: one for one in fields(kind)}
        for name in given:
            if name not in known:
                raise self._wrong(_below(field, name), "không có mục này")
        hints = get_type_hints(kind, include_extras=True)
        values = {}
        for name, one in known.items():
            if name in given:
                values[name] = self.read(hints[name], given[name], _below(field, name), ())
            elif one.default is MISSING and one.default_factory is MISSING:
                raise self._wrong(_below(field, name), "còn thiếu")
        return kind(**values)

    def _list(self, kind: Any, value: object, field: str, rules: tuple[object, ...]) -> Any:
        if not isinstance(value, list) or not value:
            raise self._wrong(field, "phải là một danh sách không rỗng")
        kinds = get_args(kind)
        if kinds[-1] is Ellipsis:
            kinds = (kinds[0],) * len(value)
        if len(kinds) != len(value):
            raise self._wrong(field, f"phải có đúng {len(kinds)} phần tử")
        return tuple(
            self.read(one, element, f"{field}[{index}]", rules)
            for index, (one, element) in enumerate(zip(kinds, value, strict=True))
        )

    def _text(self, value: object, field: str, rules: tuple[object, ...]) -> str:
        if not isinstance(value, str):
            raise self._wrong(field, "phải là chữ")
        permitted: frozenset[str] = frozenset()
        for rule in rules:
            if isinstance(rule, Holes):
                permitted = rule.names
            if isinstance(rule, Scope):
                permitted = self._names.get(rule.name, frozenset())
                if rule.whole:
                    if value and value not in permitted:
                        raise self._wrong(field, f"phải là một trong: {', '.join(sorted(permitted))}")
                    return value
        if set("{}") & set(_HOLE.sub("", value)):
            raise self._wrong(field, "thừa hoặc thiếu dấu ngoặc nhọn")
        for name in holes_of(value):
            if name not in permitted:
                raise self._wrong(field, f"không có giá trị cho {{{name}}} ở đây")
        return value


def _below(field: str, name: str) -> str:
    return f"{field}.{name}" if field else name

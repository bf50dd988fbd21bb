"""The wording of the shipped forms that a release may change: words alone, never the shape of a form.

A release names a form ("slip": in every set that has it; "tt-01-2018/slip": in one; "common": what all forms
share) and in it texts by their path, ``body.regards.sentences``. What is in a list (who signs) has no path.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from sync.model.strict import FieldError
from sync.resources import resource_path
from sync.typeset.layout import COMMON, form_sets, holes_of, shipped

MOST_TEXT, MOST_LINES = 1000, 40
NBSP: Final = "\u00a0"
EVERY_SET: Final = ""
_WORDS: Final = frozenset(
    {"sentences", "label", "none", "head", "group", "title", "small", "lines", "title_of_file", "copies"}
)
"""Fields of a layout that hold words for people; the rest says what is printed where."""
_TERMS: Final = "terms."
_OF_ROWS: Final = frozenset({"item", "mark", "cell"})
"""Fields whose names in braces are those of a row, which no text that is changed here stands in."""
_PLAIN: Final = frozenset({"head", "group", "none", "lines"})
"""Words of tables: printed as they are, braces and all."""

Text = str | tuple[str, ...]
Parts = Mapping[tuple[str, str], dict[str, Any]]
"""What is laid over shipped forms, by (set folder or `EVERY_SET`, form)."""


def form_of(key: str) -> tuple[str, str]:
    """Set folder (`EVERY_SET` for all) and form that a key names."""
    folder, _, form = key.rpartition("/")
    return folder, form


@cache
def form_names() -> tuple[str, ...]:
    """Every form of any set, and `COMMON`."""
    return tuple(sorted({path.stem for path in resource_path("forms").glob("*/*.json")}))


@cache
def texts_of(key: str) -> Mapping[str, Text]:
    """The texts that a key's form has as it ships (in the newest of its sets), by path; none for no form."""
    folder, form = form_of(key)
    sets = form_sets(form) if form in form_names() else ()
    if folder and folder not in sets:
        return {}
    found = [_texts(one, form) for one in ([folder] if folder else sets)]
    # A path that only one set has would break the other's block.
    return (
        {path: text for path, text in found[-1].items() if all(path in one for one in found)} if found else {}
    )


@cache
def _texts(folder: str, form: str) -> Mapping[str, Text]:
    return dict(_walked(shipped(folder, form), ""))


def _walked(part: Mapping[str, Any], above: str) -> Iterator[tuple[str, Text]]:
    for name, value in part.items():
        path = f"{above}{name}"
        if isinstance(value, dict):
            yield from _walked(value, f"{path}.")
        elif path != "terms.region" and (name in _WORDS or path.startswith(_TERMS)):
            if isinstance(value, str):
                yield path, value
            elif isinstance(value, list) and value and all(isinstance(one, str) for one in value):
                yield path, tuple(value)


@cache
def _names(form: str) -> frozenset[str]:
    """The names in braces that the shipped texts of a form, or of all forms, use."""
    found: set[str] = set()
    for one in {form, COMMON}:
        for folder in form_sets(one):
            layout = shipped(folder, one)
            found |= set(_holes({name: part for name, part in layout.items() if name != "terms"}))
    return frozenset(found)


def _holes(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from holes_of(value)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in _OF_ROWS:
                yield from _holes(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _holes(one)


def _allowed(form: str, path: str, text: Text) -> frozenset[str]:
    fixed = path.startswith(_TERMS) or path.rpartition(".")[2] in _PLAIN
    return frozenset(_holes(text)) if fixed else _names(form)


def check_wording(key: str, fields: Mapping[str, Any]) -> None:
    """Raises `FieldError` for wording that no form could be printed with."""
    known = texts_of(key)
    if not known:
        raise FieldError(key, f"không có biểu mẫu này; các mẫu: {', '.join(form_names())}")
    for path, value in fields.items():
        if path not in known:
            raise FieldError(path, "mẫu này không có chỗ sửa lời văn như vậy; tải bảng lời văn về để xem")
        _check_text(path, known[path], value)
        strange = set(_holes(value)) - _allowed(form_of(key)[1], path, known[path])
        if strange:
            raise FieldError(path, f"mẫu này không có trường {{{min(strange)}}}")


def _check_text(path: str, known: Text, value: Any) -> None:
    listed = isinstance(known, tuple)
    if listed != isinstance(value, list):
        raise FieldError(path, "phải là danh sách câu" if listed else "phải là một câu")
    lines = value if listed else [value]
    if not 0 < len(lines) <= MOST_LINES or not all(isinstance(one, str) for one in lines):
        raise FieldError(path, f"phải có từ 1 đến {MOST_LINES} câu")
    if any(
        len(one) > MOST_TEXT or not one.replace(NBSP, " ").replace("\n", "").isprintable() for one in lines
    ):
        raise FieldError(path, f"mỗi câu dài nhất {MOST_TEXT} ký tự, không có ký tự điều khiển")
    if any("\n" in one for one in lines) and "\n" not in known:
        raise FieldError(path, "mỗi câu phải trên một dòng")
    if path == "copies" and len(lines) != len(known):
        raise FieldError(path, f"phải đủ {len(known)} liên")


def published_parts(records: Mapping[str, Mapping[str, Any]]) -> Parts:
    """Published wording as parts to lay over shipped forms; what does not fit them is left out."""
    parts: dict[tuple[str, str], dict[str, Any]] = {}
    for key, fields in records.items():
        for path, value in fields.items():
            try:
                check_wording(key, {path: value})
            except FieldError:
                continue
            at = parts.setdefault(form_of(key), {})
            *above, name = path.split(".")
            for one in above:
                at = at.setdefault(one, {})
            at[name] = value
    return parts

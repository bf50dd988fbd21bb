"""A commune's own wording: JSON files laid over the shipped forms, each checked before it is used.

``<folder>/<form>.json`` holds for every set, ``<folder>/<set folder>/<form>.json`` for one, and
``common.json`` for all forms. Only what differs is written: ``{"body": {"note": {"sentences": ["…"]}}}``.
A file with a mistake is left out whole and reported; the shipped forms keep working.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from desk_app.documents.forms import FORMS, form_sets_of, layout_from
from sync.typeset.layout import COMMON, LayoutError, parsed, set_folder

if TYPE_CHECKING:
    from pathlib import Path

    from desk_app.documents.form_layout import FormLayout

_EVERY_SET: Final = ""
_LARGEST: Final = 1_000_000
"""Octets of a file of wording."""

Parts = Mapping[tuple[str, str], dict[str, Any]]


@dataclass(frozen=True, eq=False)
class LocalWording:
    """`parts`: what is laid over, by (set folder or empty for all sets, form or "common"); `under`: what the
    center published, laid over what ships and under all of `parts`."""

    parts: Parts
    under: Parts = field(default_factory=dict)
    _made: dict[tuple[str, str], FormLayout] = field(default_factory=dict, repr=False)

    def layout(self, name: str, form_set: str) -> FormLayout:
        """The layout of a form with this wording, made once. Raises `LayoutError`."""
        key = (name, set_folder(form_set))
        if key not in self._made:
            self._made[key] = layout_from(name, form_set, self._laid(*key), f"{name}.json")
        return self._made[key]

    def _laid(self, name: str, folder: str) -> list[dict[str, Any]]:
        return [*_over(self.under, name, folder), *_over(self.parts, name, folder)]


def local_wording(parts: Parts, under: Parts | None = None) -> tuple[LocalWording, tuple[LayoutError, ...]]:
    """Those of `parts` that fit the shipped forms with `under` over them, and what is wrong with others."""
    beneath = under or {}
    good: dict[tuple[str, str], dict[str, Any]] = {}
    wrong: list[LayoutError] = []
    for key in sorted(parts, key=lambda key: (key[1] != COMMON, key)):
        file = "/".join(filter(None, (key[0], f"{key[1]}.json")))
        try:
            _check(key, LocalWording({**good, key: parts[key]}, beneath), file)
        except LayoutError as error:
            wrong.append(error)
        else:
            good[key] = parts[key]
    return LocalWording(good, beneath), tuple(wrong)


def read_local(folder: Path, under: Parts | None = None) -> tuple[LocalWording, tuple[LayoutError, ...]]:
    """The wording in a folder, over that `under` it; nothing in it is needed. Errors name file, field and
    reason."""
    parts: dict[tuple[str, str], dict[str, Any]] = {}
    wrong: list[LayoutError] = []
    for path in sorted([*folder.glob("*.json"), *folder.glob("*/*.json")]):
        inside = path.relative_to(folder)
        form_set = inside.parts[0] if len(inside.parts) > 1 else _EVERY_SET
        try:
            if path.stat().st_size > _LARGEST:
                raise LayoutError(inside.as_posix(), "", "tệp quá lớn")
            parts[form_set, path.stem] = parsed(path.read_bytes(), inside.as_posix())
        except OSError as error:
            wrong.append(LayoutError(inside.as_posix(), "", f"không đọc được tệp: {error.strerror}"))
        except LayoutError as error:
            wrong.append(error)
    wording, more = local_wording(parts, under)
    return wording, (*wrong, *more)


def _check(key: tuple[str, str], wording: LocalWording, file: str) -> None:
    """Every form the part touches, in every set it touches. Raises `LayoutError`."""
    form_set, name = key
    if name != COMMON and name not in FORMS:
        raise LayoutError(file, "", f"không có mẫu nào tên là “{name}”")
    if form_set and form_set not in form_sets_of(COMMON):
        raise LayoutError(file, "", f"không có bộ mẫu nào tên là “{form_set}”")
    for form in FORMS if name == COMMON else (name,):
        for one in (form_set,) if form_set else form_sets_of(form):
            if one in form_sets_of(form):
                layout_from(form, one, wording._laid(form, one), file)


def _over(parts: Parts, name: str, folder: str) -> list[dict[str, Any]]:
    """All parts that touch a form of a set, the particular after the general."""
    keys = ((_EVERY_SET, COMMON), (folder, COMMON), (_EVERY_SET, name), (folder, name))
    return [parts[key] for key in keys if key in parts]

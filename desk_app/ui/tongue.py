"""The interface's language: Vietnamese as in the code, or what `resources/translations/desk_*.qm` says.

Code says ``tr("…")`` where a text is shown, ``tr("… {0} …").format(…)`` where something is filled in. A table
that stands outside every function is written ``mark("…")`` and shown through `told`, for it is read before a
language is chosen. `tests/tools/interface_texts.py` collects all three for Qt Linguist.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeVar, cast

from PySide6.QtCore import QTranslator

from desk_app.devices.screen import translation_file

CONTEXT: Final = "desk"
VIETNAMESE: Final = "vi"
LANGUAGES: Final = {VIETNAMESE: "Tiếng Việt", "en": "English"}
"""Each under its own name, in whatever language the rest is."""

Table = TypeVar("Table")
_spoken: list[QTranslator] = []


def tr(text: str) -> str:
    """The text in the language chosen; as it is where that has no words for it."""
    if not _spoken or not text:
        return text
    return _spoken[0].translate(CONTEXT, text) or text


def mark(text: str) -> str:
    """Names a text for the translator and leaves it as it is; `told` shows it."""
    return text


def told(table: Table) -> Table:
    """A text of a table, or a whole table (tuple, list, mapping's values), in the language chosen."""
    return cast("Table", _told(table)) if _spoken else table


def _told(value: Any) -> Any:
    if isinstance(value, str):
        return tr(value)
    if isinstance(value, Mapping):
        return {key: _told(one) for key, one in value.items()}
    if type(value) in (tuple, list):
        return type(value)(_told(one) for one in value)
    return value


def speak(language: str) -> None:
    """What is shown from now on is in this language; what stands already is not changed.

    Raises `FileNotFoundError` for a language without a file.
    """
    _spoken.clear()
    if language == VIETNAMESE:
        return
    path = translation_file(language)
    translator = QTranslator()
    if not path.is_file() or not translator.load(str(path)):
        raise FileNotFoundError(path.name)
    _spoken.append(translator)

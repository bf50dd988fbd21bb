"""What the interface says: Vietnamese as in the code, or what `resources/translations/desk_*.qm` says.

Code says ``tr("…")`` where a text is shown, ``tr("… {0} …").format(…)`` where something is filled in. A table
that stands outside every function is written ``mark("…")`` and shown through `told`, for it is read before a
language is chosen. What the rooms below say (errors, mistakes, statuses, acts, histories) is Vietnamese there
and goes through `said` where it is shown. ``tests/tools/interface_texts.py`` collects all of it for Linguist.

The public screen is read by citizens: it has a `Tongue` of its own, `CITIZENS`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from PySide6.QtCore import QTranslator

from desk_app.devices.screen import translation_file
from desk_app.ui.sayings import Sayings

if TYPE_CHECKING:
    from desk_app.domain.mistakes import DeskError

CONTEXT: Final = "desk"
SAID: Final = "said"
"""The context of the sentences of the rooms below."""
VIETNAMESE: Final = "vi"
LANGUAGES: Final = {VIETNAMESE: "Tiếng Việt", "en": "English"}
"""Each under its own name, in whatever language the rest is."""
TEMPLATES: Final = "sentences.json"

Table = TypeVar("Table")


class Tongue:
    """One reader's language; Vietnamese until another is chosen."""

    def __init__(self) -> None:
        self.language = VIETNAMESE
        self._translator: QTranslator | None = None
        self._sayings: Sayings | None = None

    def speak(self, language: str) -> None:
        """What is shown from now on is in this language; what stands already is not changed.

        Raises `FileNotFoundError` for a language without a file.
        """
        self.language, self._translator, self._sayings = VIETNAMESE, None, None
        if language == VIETNAMESE:
            return
        path = translation_file(language)
        translator = QTranslator()
        if not path.is_file() or not translator.load(str(path)):
            raise FileNotFoundError(path.name)
        self.language, self._translator = language, translator

    def tr(self, text: str) -> str:
        """The text in the language chosen; as it is where that has no words for it."""
        if self._translator is None or not text:
            return text
        return self._translator.translate(CONTEXT, text) or text

    def told(self, table: Table) -> Table:
        """A text of a table, or a whole table (tuple, list, mapping's values), in the language chosen."""
        return cast("Table", self._told(table)) if self._translator is not None else table

    def said(self, sentence: str) -> str:
        """A sentence of the rooms below, in the language chosen; Vietnamese where that has no words."""
        if self._translator is None or not sentence:
            return sentence
        if self._sayings is None:  # read at the first sentence, not at every start
            templates = json.loads(translation_file(self.language).with_name(TEMPLATES).read_text("utf-8"))
            self._sayings = Sayings(templates, self._saying)
        return self._sayings.of(sentence)

    def _saying(self, sentence: str) -> str:
        assert self._translator is not None
        return self._translator.translate(SAID, sentence) or ""

    def _told(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.tr(value)
        if isinstance(value, Mapping):
            return {key: self._told(one) for key, one in value.items()}
        if type(value) in (tuple, list):
            return type(value)(self._told(one) for one in value)
        return value


OFFICER: Final = Tongue()
"""Of the officer's window."""
CITIZENS: Final = Tongue()
"""Of the public screen, whoever sits at the window."""
tr, told, said, speak = OFFICER.tr, OFFICER.told, OFFICER.said, OFFICER.speak


def mark(text: str) -> str:
    """Names a text for the translator and leaves it as it is; `told` shows it."""
    return text


def said_trouble(trouble: DeskError) -> DeskError:
    """The same trouble in the window's language, its mistakes too."""
    trouble.title, trouble.advice = said(trouble.title), said(trouble.advice)
    trouble.mistakes = tuple(replace(one, message=said(one.message)) for one in trouble.mistakes)
    return trouble

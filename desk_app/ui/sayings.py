"""Sentences the rooms below the window say, in another language: whole, by template, or in parts.

Errors, mistakes, statuses, histories and explanations are Vietnamese where they are made, for the command
line and the store say them too. A template is such a sentence with its values as holes ``{0}``, ``{1}``…
What nothing is known for stays as it is: a sentence is never lost, nor half of one changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sync.model.words import WEEKDAYS

HOLE: Final = re.compile(r"\{(\d+)\}")
_TAIL: Final = (",", ";", " ")
"""How a sentence's further part begins, as in “…; put off once already.”"""
_APART: Final = (re.compile(r"((?<=[.!?]) (?=[^a-z])|\n)"), re.compile("(; )"), re.compile("( · )"))
_COMMAS: Final = re.compile("(, )")
_ADDED: Final = re.compile("(.+?)( – |: | · )(.+)", re.DOTALL)
_BRACKETED: Final = re.compile(r"(.+) \((.+)\)", re.DOTALL)
_COUNTED: Final = re.compile(r"(\d[\d.,]*) (\D.*)", re.DOTALL)
_DAY: Final = re.compile(rf"(?i:{'|'.join(WEEKDAYS)})(?=,? \d|\Z)")
_TELLING: Final = 6
_MOST_KEPT: Final = 4_000


@dataclass(frozen=True, slots=True)
class _Template:
    words: str
    pattern: re.Pattern[str]
    weight: int


@dataclass(frozen=True, slots=True)
class _Said:
    """Words in the other language; `weight` letters of the Vietnamese were understood."""

    words: str
    weight: int


class Sayings:
    """Over the templates there are and a lookup that returns "" for what it has no words for.

    Of several ways to read a sentence the one that understands most letters is taken.
    """

    def __init__(self, templates: Iterable[str], translated: Callable[[str], str]) -> None:
        self._translated = translated
        made = [_template(one) for one in templates]
        self._whole = [one for one in made if not one.words.startswith(_TAIL)]
        self._tails = [one for one in made if one.words.startswith(_TAIL)]
        self._kept: dict[str, _Said | None] = {}

    def of(self, text: str) -> str:
        """The text in the other language, or as it is."""
        found = self._known(text)
        words = text if found is None else found.words
        return self._in_days(words)

    def _known(self, text: str) -> _Said | None:
        if text not in self._kept:
            if not any(map(str.isalpha, text)):
                return None
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            self._kept[text] = self._made(text)
        return self._kept[text]

    def _made(self, text: str) -> _Said | None:
        whole = self._one(text)
        if whole is not None or text.isascii():
            return whole
        ways = (
            self._sentences,
            self._filled,
            self._with_a_tail,
            self._clauses,
            self._added,
            self._counted,
            self._dated,
        )
        found = [one for way in ways for one in way(text)]
        return max(found, key=lambda one: one.weight, default=None)

    def _one(self, text: str) -> _Said | None:
        """A whole sentence, also with its full stop or its first letter's case otherwise."""
        for words, mark in _with_and_without_stop(text):
            if found := self._translated(words):
                return _Said(found + mark, len(text))
            if found := self._translated(words[:1].swapcase() + words[1:]):
                first = found[:1].lower() if words[:1].islower() else found[:1].upper()
                return _Said(first + found[1:] + mark, len(text))
        return None

    def _sentences(self, text: str) -> Iterator[_Said]:
        """Several sentences or facts; one there are no words for stays."""
        for at in _APART:
            yield from self._parted(at, text, every=False)

    def _clauses(self, text: str) -> Iterator[_Said]:
        """The members of a list, if there are words for each."""
        yield from self._parted(_COMMAS, text, every=True)

    def _parted(self, at: re.Pattern[str], text: str, *, every: bool) -> Iterator[_Said]:
        parts = at.split(text)
        if len(parts) == 1:
            return
        found = [None if place % 2 else self._part(part) for place, part in enumerate(parts)]
        known = [one for one in found if one is not None]
        if sum(one.weight for one in known) and (not every or None not in found[::2]):
            words = "".join(one.words if one else part for one, part in zip(found, parts, strict=True))
            yield _Said(words, sum(one.weight for one in known))

    def _part(self, text: str) -> _Said | None:
        """As `_known`; a part without letters of its own needs no words."""
        plain = all(one.isascii() or not one.isalpha() for one in text)
        return self._known(text) or (_Said(text, 0) if plain else None)

    def _filled(self, text: str) -> Iterator[_Said]:
        for template in self._whole:
            for said, mark in _with_and_without_stop(text):
                match = template.pattern.fullmatch(said)
                if match and (words := self._translated(template.words)) and self._meant(template, match):
                    one = self._fill(template, words, match.groups())
                    yield _Said(one.words + mark, one.weight)

    def _meant(self, template: _Template, match: re.Match[str]) -> bool:
        """One short word around a hole says little: what is in the hole has to be known, or be no words."""
        return template.weight >= _TELLING or all(self._part(value) for value in match.groups())

    def _with_a_tail(self, text: str) -> Iterator[_Said]:
        """A known sentence that goes on: both of it, or nothing."""
        for template in self._tails:
            for said, mark in _with_and_without_stop(text):
                match = template.pattern.search(said)
                head = self._part(said[: match.start()]) if match else None
                if match and head is not None and (words := self._translated(template.words)):
                    tail = self._fill(template, words, match.groups())
                    yield _Said(head.words + tail.words + mark, head.weight + tail.weight)

    def _fill(self, template: _Template, words: str, values: tuple[str, ...]) -> _Said:
        found = [self._known(value) for value in values]
        shown = [one.words if one else value for one, value in zip(found, values, strict=True)]
        filled = HOLE.sub(lambda hole: shown[int(hole[1])], words)
        return _Said(filled, template.weight + sum(one.weight for one in found if one))

    def _added(self, text: str) -> Iterator[_Said]:
        """Known words before, after or around what somebody wrote: a reason, a name in brackets."""
        match = _ADDED.fullmatch(text)
        head = self._known(match[1]) if match else None
        rest = self._known(match[3]) if match else None
        if match and (head is not None or rest is not None):
            head, rest = head or _Said(match[1], 0), rest or _Said(match[3], 0)
            yield _Said(head.words + match[2] + rest.words, head.weight + rest.weight)
        match = _BRACKETED.fullmatch(text)
        head = self._part(match[1]) if match else None
        inside = self._known(match[2]) if match else None
        if head is not None and inside is not None:
            yield _Said(f"{head.words} ({inside.words})", head.weight + inside.weight)

    def _dated(self, text: str) -> Iterator[_Said]:
        """A time with its day of the week."""
        days = self._in_days(text)
        if days != text and days.isascii():
            yield _Said(days, 1)

    def _in_days(self, text: str) -> str:
        return _DAY.sub(lambda day: one.words if (one := self._one(day[0])) else day[0], text)

    def _counted(self, text: str) -> Iterator[_Said]:
        """A number and what there are so many of."""
        match = _COUNTED.fullmatch(text)
        what = self._known(match[2]) if match else None
        if match and what is not None:
            yield _Said(f"{match[1]} {what.words}", what.weight)


def _with_and_without_stop(text: str) -> tuple[tuple[str, str], ...]:
    return ((text, ""), (text[:-1], ".")) if text.endswith(".") else ((text, ""),)


def _template(words: str) -> _Template:
    pattern, weight, tail = "", 0, words.startswith(_TAIL)
    for at, part in enumerate(HOLE.split(words)):
        if at % 2:
            pattern += "(.*?)"
        else:
            pattern += re.escape(part)
            weight += len(part)
    return _Template(words, re.compile(pattern + (r"\Z" if tail else ""), re.DOTALL), weight)

"""Finds procedures as an officer types: any part, any diacritics, syllables in any order, initials.

"kh sinh", "khai sinh dang ky", "dkks" and "1.001193" all find Đăng ký khai sinh. It runs on every keystroke,
so each question is one search through one long string made beforehand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from unicodedata import normalize

from sync.model.procedure import Procedure
from sync.model.text import TextRefused, nfc_line, tokens

# How a query meets a name, best first. The first three are what an officer means; the others come after.
_INITIALS, _PHRASE, _WORDS, _MIXED, _PART, _FIELD = range(6)
_KINDS = 6
_LONGEST_QUERY = 200


class _Lines:
    """Many short strings as one, so that finding those that hold a part is a search in one string."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._starts: list[int] = []
        held, at = [], 0
        for line in lines:
            self._starts.append(at)
            held.append(line)
            at += len(line) + 1
        self._text = "\n".join(held) + "\n"

    def holding(self, part: str) -> set[int]:
        """The places of the strings that hold `part` (which has no line break)."""
        found: set[int] = set()
        text, starts = self._text, self._starts
        hit = text.find(part)
        while hit >= 0:
            after = bisect_right(starts, hit)
            found.add(after - 1)
            if after == len(starts):
                break
            hit = text.find(part, starts[after])
        return found


@dataclass(frozen=True, slots=True)
class _Entry:
    """The search forms of one procedure."""

    procedure: Procedure
    words: tuple[str, ...]
    field_words: tuple[str, ...]
    marked: str
    code: str

    @property
    def spaced(self) -> str:
        return _spaced(self.words)


def _entry(procedure: Procedure) -> _Entry:
    words = tokens(procedure.name)
    if words[:2] == ["thu", "tuc"] and len(words) > 2:
        words = words[2:]  # official names often begin with it; nobody searches by it
    marked = normalize("NFC", procedure.name).lower()
    code = procedure.code.replace(".", "")
    return _Entry(procedure, tuple(words), tuple(tokens(procedure.field)), marked, code)


def _spaced(words: Iterable[str]) -> str:
    """A space before every word, so that " kh" is the beginning of a word."""
    return "".join(f" {word}" for word in words)


class ProcedureIndex:
    """The procedures in a searchable form; immutable.

    `usage` (code -> how often received at this desk) puts the most used first.
    """

    def __init__(self, procedures: Iterable[Procedure], usage: Mapping[str, int] | None = None) -> None:
        entries = [_entry(procedure) for procedure in procedures]
        self._entries = sorted(entries, key=lambda entry: (len(entry.words), entry.words, entry.code))
        self._names = _Lines(entry.spaced for entry in self._entries)
        self._joined = _Lines("".join(entry.words) for entry in self._entries)
        self._initials = _Lines(" " + "".join(word[0] for word in entry.words) for entry in self._entries)
        self._fields = _Lines(_spaced(entry.field_words) for entry in self._entries)
        self._codes = _Lines(entry.code for entry in self._entries)
        self._use(usage or {})

    def _use(self, usage: Mapping[str, int]) -> None:
        counts = [usage.get(entry.procedure.code, 0) for entry in self._entries]
        levels = {count: level for level, count in enumerate(sorted(set(counts), reverse=True))}
        self._levels = [levels[count] for count in counts]
        self._by_usage = sorted(range(len(counts)), key=lambda place: (self._levels[place], place))

    def with_usage(self, usage: Mapping[str, int]) -> ProcedureIndex:
        """The same procedures in the order of another usage, without reading their names again."""
        other = ProcedureIndex.__new__(ProcedureIndex)
        other.__dict__.update(self.__dict__)
        other._use(usage)
        return other

    def __len__(self) -> int:
        return len(self._entries)

    def find(self, text: str, limit: int = 20) -> list[Procedure]:
        """At most `limit` procedures that `text` finds, best first, the same for the same input.

        Empty text gives all, most used first. An exact code comes first; then names met by whole words,
        beginnings of words or the initials, most used first; then looser meetings (parts inside words,
        the field's name), most used first. Text that is no text finds nothing.
        """
        if limit <= 0:
            return []
        try:
            line = nfc_line(text[:_LONGEST_QUERY])
        except TextRefused:
            return []
        if not line:
            return [self._entries[place].procedure for place in self._by_usage[:limit]]
        parts = tokens(line)
        if not parts:
            return []
        marked = "" if line.isascii() else line.lower()
        found = self._meant(parts, marked)
        if len(found) < limit:
            found += self._loose(parts, marked, set(found))
        return [self._entries[place].procedure for place in found[:limit]]

    def _meant(self, parts: list[str], marked: str) -> list[int]:
        """The places of an exact code, then of names met word by word or by initials."""
        joined = "".join(parts)
        kinds = dict.fromkeys(self._initials.holding(f" {joined}"), _INITIALS)
        for place in _all(self._names.holding(f" {part}") for part in parts):
            kinds[place] = _PHRASE if _in_a_row(self._entries[place].words, parts) else _WORDS
        if joined.isdecimal():
            kinds |= dict.fromkeys(self._codes.holding(joined), _WORDS)
        ranked = self._ranked(kinds, marked)
        return sorted(ranked, key=lambda place: self._entries[place].code != joined)

    def _loose(self, parts: list[str], marked: str, known: set[int]) -> list[int]:
        """The places of what is met only by parts inside words, inner initials, or the field's name."""
        by_field = _all(self._names.holding(f" {part}") | self._fields.holding(f" {part}") for part in parts)
        initials = [self._initials.holding(part) if len(part) > 1 else set() for part in parts]
        pairs = list(zip(parts, initials, strict=True))
        by_mixed = _all(self._names.holding(f" {part}") | inner for part, inner in pairs)
        by_part = _all(self._names.holding(part) | inner for part, inner in pairs)
        if len(parts) == 1 and len(parts[0]) > 3:
            by_part |= self._joined.holding(parts[0])  # typed without spaces: "khaisinh"
        kinds = dict.fromkeys(by_field, _FIELD) | dict.fromkeys(by_part, _PART)
        kinds |= dict.fromkeys(by_mixed, _MIXED)
        return self._ranked({place: kinds[place] for place in kinds.keys() - known}, marked)

    def _ranked(self, kinds: Mapping[int, int], marked: str) -> list[int]:
        """Most used first, then as typed with diacritics, then by kind, then the shortest name."""
        total, keys = len(self._entries), []
        for place, kind in kinds.items():
            unmarked = 0 if marked and marked in self._entries[place].marked else 1
            keys.append(((self._levels[place] * 2 + unmarked) * _KINDS + kind) * total + place)
        keys.sort()
        return [key % total for key in keys]


def _all(sets: Iterable[set[int]]) -> set[int]:
    return reduce(set.__and__, sets)


def _in_a_row(words: tuple[str, ...], parts: list[str]) -> bool:
    """Whether consecutive words begin with the parts."""
    first, count = parts[0], len(parts)
    if count == 1:
        return True
    return any(
        word.startswith(first)
        and all(map(str.startswith, words[start : start + count], parts))
        and start + count <= len(words)
        for start, word in enumerate(words)
    )

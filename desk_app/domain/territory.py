"""Provinces and communes: found by any syllables or initials, and what became of the old ones.

The communes are those in force since 01/07/2025; addresses on citizens' cards still bear the old ones for
years (`domain/06` 6.5), so old names are found too, with what they are now. A name that stands in neither
list stays as it was typed: nothing here refuses an address.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sync.model.text import fold, nfc_line

KINDS = {"x": "Xã", "p": "Phường", "k": "Đặc khu"}
_FOLDED_KINDS = {"x": "xa", "p": "phuong", "k": "dac khu"}
_INSIDE = str.maketrans({"'": None, "’": None, "-": " ", "–": " "})
_OTHER_NAMES = {"hcm": "ho chi minh", "sai gon": "ho chi minh", "thua thien hue": "hue", "hn": "ha noi"}
_WORD = re.compile(r"[^\W_]+")
_CODE = 5
"""Digits of a commune's code, at the beginning of its line."""
_FOLDED_AT_ONCE = 100
"""Lines: a fifth of a millisecond."""
_FORMERLY = re.compile(r"\s*\(trước đây:[^)]*\)\s*\Z")
_COMMUNE = re.compile(r"(?:xa|phuong|dac khu|x\.|p\.)\s*(?=\S)")
# How people begin the parts of an address; abbreviations stand with or without a dot.
_PREFIX = re.compile(
    r"\A(?:xa|phuong|dac khu|thi tran|huyen|quan|thi xa|thanh pho|tinh|x|p|tt|h|q|tx|tp|t)(?:\.\s*|\s+)(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune in force: five-digit code, ``Xã Ví Dụ``, ``Tỉnh Thử Nghiệm``."""

    code: str
    name: str
    province: str

    @property
    def full_name(self) -> str:
        """As an address ends: ``Xã Ví Dụ, Tỉnh Thử Nghiệm``."""
        return f"{self.name}, {self.province}"


@dataclass(frozen=True, slots=True)
class OldCommune:
    """A commune before 01/07/2025; `now` holds the codes of what it became part of, the main one first.

    `district` is empty for the island districts, which had no communes.
    """

    name: str
    district: str
    province: str
    now: tuple[str, ...]

    @property
    def full_name(self) -> str:
        """As an address ended then: ``Xã Cũ, Huyện Mẫu, Tỉnh Thử Nghiệm``."""
        return ", ".join(part for part in (self.name, self.district, self.province) if part)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address lies: `before` is what stands in front (house, street, hamlet).

    `communes` holds what it may be now, the likeliest first: one where that is certain, none where the text
    ends in no known commune. `old` is the old commune that was named, if one was.
    """

    before: str
    communes: tuple[Commune, ...] = ()
    old: OldCommune | None = None


_Named = TypeVar("_Named", Commune, OldCommune)


class Territory:
    """The communes of the country, in memory; old ones are read when first asked for.

    They are kept as their lines and what these are found by: an object, a name and two dictionaries' places
    for each would take the desk twice the memory, for a few that are ever asked for.
    """

    def __init__(self, communes: str, read_old: Callable[[], str] = str) -> None:
        self._lines: list[str] = []
        """``00004 p Ví Dụ``, province by province."""
        self._provinces: list[_Province] = []
        self._read_old = read_old
        self._old: _OldCommunes | None = None
        for line, folded in _folded_lines(communes):
            code, _, rest = line.partition(" ")
            if len(code) == 2:
                self._provinces.append(_province_of(rest, folded.partition(" ")[2], len(self._lines)))
            elif len(code) == 5:
                self._provinces[-1].take(rest[0], folded.partition(" ")[2][2:])
                self._lines.append(line)
        self._by_code = array("H", sorted(range(len(self._lines)), key=self._lines.__getitem__))

    def __len__(self) -> int:
        return len(self._lines)

    @property
    def codes(self) -> Collection[str]:
        """The codes of all communes."""
        return {line[:_CODE] for line in self._lines}

    def commune(self, code: str) -> Commune | None:
        """The commune of a code."""
        place = bisect_left(self._by_code, code, key=lambda at: self._lines[at][:_CODE])
        if place == len(self._by_code):
            return None
        found = self._at(self._by_code[place])
        return found if found.code == code else None

    def _at(self, at: int) -> Commune:
        code, kind, name = self._lines[at].split(" ", 2)
        province = self._provinces[bisect_right(self._provinces, at, key=lambda one: one.first) - 1]
        return Commune(code, f"{KINDS[kind]} {name}", province.name)

    def find(self, text: str, limit: int = 7, near: str = "") -> list[Commune]:
        """Communes whose words begin with the typed syllables, or with their initials ("xvd", "vd tn").

        Those of the province `near` first, then those whose own name was meant, shorter names first.
        """
        wanted = _words(text)
        if not wanted:
            return []
        found: list[tuple[bool, int, int, int]] = []
        for province in self._provinces:
            away = province.name != near
            found += [(away, rank, size, at) for rank, size, at in _ranked(wanted, province)]
        return [self._at(at) for _, _, _, at in sorted(found)[:limit]]

    def find_old(self, text: str, limit: int = 7) -> list[OldCommune]:
        """Old communes in whose name, district and province all the syllables stand, in any order."""
        wanted = _words(text)
        return self._olds().find(wanted, limit) if wanted else []

    def place(self, address: str) -> Place:
        """Where an address lies, as far as its last parts tell; an unknown end leaves `before` whole."""
        parts = [part.strip() for part in _FORMERLY.sub("", address).split(",") if part.strip()]
        bare = [_bare(part) for part in parts]
        if len(parts) >= 3 and not _COMMUNE.match(fold(parts[-2])):
            old = self._old_at(bare[-3:], parts[-3])
            if old is not None:
                now = tuple(one for one in map(self.commune, old.now) if one is not None)
                return Place(", ".join(parts[:-3]), now, old)
        if len(parts) >= 2:
            new = self._new_at(bare[-2:], parts[-2])
            if new is not None:
                return Place(", ".join(parts[:-2]), (new,))
        return Place(address)

    def warm(self) -> None:
        """Reads the old communes now; for a lane, before the window asks for one."""
        self._olds()

    def _new_at(self, bare: Sequence[str], typed: str) -> Commune | None:
        named = {f" {kind} {bare[0]} " for kind in _FOLDED_KINDS.values()}
        same = [
            self._at(province.first + at)
            for province in self._provinces
            if province.bare == _province(bare[1])
            for at, own in enumerate(province.own)
            if own in named
        ]
        return _closest(same, typed)

    def _old_at(self, bare: Sequence[str], typed: str) -> OldCommune | None:
        same = [
            one
            for one in self._olds().called(bare[0])
            if _bare(one.district) == bare[1] and _bare(one.province) == _province(bare[2])
        ]
        return _closest(same, typed)

    def _olds(self) -> _OldCommunes:
        if self._old is None:
            self._old = _OldCommunes(self._read_old())
        return self._old


class _OldCommunes:
    """The old communes as their lines and what these are found by: ten thousand objects would take the desk
    three times the memory, for a few that are ever asked for.
    """

    def __init__(self, text: str) -> None:
        self._lines: list[str] = []
        self._keys: list[str] = []
        """`` xa cu huyen mau tinh thu nghiem ``, one for each of `_lines`."""
        self._groups: list[tuple[int, str]] = []
        """(the first line's place, ``Tỉnh Thử Nghiệm|Huyện Mẫu``)."""
        group = ""
        for line, folded in _folded_lines(text):
            if line[:1] == "=":
                self._groups.append((len(self._lines), line[1:]))
                group = folded[1:].replace("|", " ")
            elif line and line[0] != "#":
                self._lines.append(line)
                self._keys.append(f" {folded.partition('>')[0]} {group} ")

    def find(self, wanted: Sequence[str], limit: int) -> list[OldCommune]:
        """Those with all the syllables, the ones in whose key they stand side by side first."""
        keys = self._keys
        first, *others = [f" {word}" for word in wanted]
        exact = f" {' '.join(wanted)} "
        found = [at for at, key in enumerate(keys) if first in key and all(word in key for word in others)]
        found.sort(key=lambda at: (exact not in keys[at], at))
        return [self._at(at) for at in found[:limit]]

    def called(self, bare: str) -> Iterator[OldCommune]:
        """Those of a folded name without "xã", "phường" and the like."""
        inside = f" {bare} "
        for at, key in enumerate(self._keys):
            if inside in key:
                one = self._at(at)
                if _PREFIX.sub("", _plainer(fold(one.name)), count=1) == bare:
                    yield one

    def _at(self, at: int) -> OldCommune:
        name, _, now = self._lines[at].partition(">")
        group = self._groups[bisect_right(self._groups, at, key=lambda one: one[0]) - 1][1]
        province, _, district = group.partition("|")
        return OldCommune(name, district, province, tuple(now.split(",")))


@dataclass(slots=True)
class _Province:
    """A province and what its communes are found by, folded: `` tinh thu nghiem ``, ``tn`` (`firsts`),
    ``thu nghiem`` (`bare`). Its `first` commune has that place among all.

    Of each commune: its `own` words (`` xa vi du ``) and its initials (`starts`: `` xvd vd ``).
    """

    name: str
    words: str
    firsts: str
    bare: str
    first: int
    own: list[str] = field(default_factory=list)
    starts: list[str] = field(default_factory=list)

    def take(self, kind: str, bare: str) -> None:
        """Its next commune, by the letter of its kind and its folded name."""
        own = f" {_FOLDED_KINDS[kind]} {bare} "
        self.own.append(own)
        self.starts.append(f" {_firsts(own.split())} {_firsts(bare.split())} ")


def _province_of(name: str, words: str, first: int) -> _Province:
    firsts = _firsts(_PREFIX.sub("", words, count=1).split())
    return _Province(name, f" {words} ", firsts, _bare(name), first)


def _folded_lines(text: str) -> Iterator[tuple[str, str]]:
    """Each line and the same folded. Many are folded at once, as that is quicker, but not all: that would be
    one call of 20 ms, in which the window waits for Python's lock."""
    lines = text.splitlines()
    for at in range(0, len(lines), _FOLDED_AT_ONCE):
        some = lines[at : at + _FOLDED_AT_ONCE]
        yield from zip(some, _plainer(fold("\n".join(some))).split("\n"), strict=True)


def with_old_name(before: str, commune: Commune, old: str = "") -> str:
    """The address as it is stored and printed; the old name stands behind, as papers of then bear it."""
    now = ", ".join(part for part in (nfc_line(before).rstrip(" ,"), commune.full_name) if part)
    return f"{now} (trước đây: {old})" if old else now


def _ranked(wanted: Sequence[str], province: _Province) -> Iterator[tuple[int, int, int]]:
    """(rank, length, place) of the communes meant; runs through all of them at every key that is pressed.

    Rank 0: the very name, 1: its initials, 2: every syllable begins a word of it, 3: or of its province's.
    """
    whole, words = f" {' '.join(wanted)} ", [f" {word}" for word in wanted]
    initials = [f" {start} " for start in _cuts(wanted[0], province.firsts)] if len(wanted) == 1 else []
    if len(wanted) == 1 or province.firsts.startswith("".join(wanted[1:])):
        initials.append(f" {wanted[0]} ")
    rest = [word for word in words[1:] if word not in province.words]
    first = words[0]
    for at, (own, starts) in enumerate(zip(province.own, province.starts, strict=True), province.first):
        if whole in own:
            yield 0, len(own), at
        elif any(one in starts for one in initials):
            yield 1, len(own), at
        elif first in own and all(word in own for word in rest):
            yield (2 if all(word in own for word in words) else 3), len(own), at


def _cuts(whole: str, where: str) -> Iterator[str]:
    """``vdtn``: the initials of commune and province run together."""
    for size in range(1, len(where) + 1):
        if len(whole) - size >= 2 and whole.endswith(where[:size]):
            yield whole[:-size]


def _closest(same: Sequence[_Named], typed: str) -> _Named | None:
    """Of communes that differ in marks or kind only, the one that was typed; None when that is open."""
    if len(same) <= 1:
        return same[0] if same else None
    exact = [one for one in same if one.name.casefold() == nfc_line(typed).casefold()]
    return exact[0] if len(exact) == 1 else None


def _plainer(folded: str) -> str:
    """Without what stands inside names: "Cư M'gar" is found as "mgar", "Chân Mây - Lăng Cô" by its words."""
    return folded.translate(_INSIDE)


def _words(text: str) -> list[str]:
    return _WORD.findall(_plainer(fold(text)))


def _firsts(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _bare(part: str) -> str:
    """A part of an address, folded, without "xã", "huyện", "TP." and the like."""
    return " ".join(_WORD.findall(_PREFIX.sub("", _plainer(fold(part)), count=1)))


def _province(bare: str) -> str:
    return _OTHER_NAMES.get(bare, bare)

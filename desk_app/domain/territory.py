"""Provinces and communes: found by any syllables or initials, and what became of the old ones.

The communes are those in force since 01/07/2025; addresses on citizens' cards still bear the old ones for
years (`domain/06` 6.5), so old names are found too, with what they are now. A name that stands in neither
list stays as it was typed: nothing here refuses an address.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sync.model.text import fold, nfc_line

KINDS = {"x": "Xã", "p": "Phường", "k": "Đặc khu"}
_FOLDED_KINDS = {"x": "xa", "p": "phuong", "k": "dac khu"}
_INSIDE = str.maketrans({"'": None, "’": None, "-": " ", "–": " "})
_OTHER_NAMES = {"hcm": "ho chi minh", "sai gon": "ho chi minh", "thua thien hue": "hue", "hn": "ha noi"}
_WORD = re.compile(r"[^\W_]+")
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
    """The communes of the country, in memory; old ones are read when first asked for."""

    def __init__(self, communes: str, read_old: Callable[[], str] = str) -> None:
        self._communes: dict[str, Commune] = {}
        self._provinces: list[_Province] = []
        self._by_name: dict[str, list[Commune]] = {}
        self._read_old = read_old
        self._old: _OldCommunes | None = None
        for province, members in _communes_in(communes):
            self._provinces.append(province)
            for commune, bare in members:
                self._communes[commune.code] = commune
                self._by_name.setdefault(bare, []).append(commune)
        self._list = list(self._communes.values())

    def __len__(self) -> int:
        return len(self._communes)

    @property
    def codes(self) -> Collection[str]:
        """The codes of all communes."""
        return self._communes.keys()

    def commune(self, code: str) -> Commune | None:
        """The commune of a code."""
        return self._communes.get(code)

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
        return [self._list[at] for _, _, _, at in sorted(found)[:limit]]

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
                now = tuple(self._communes[code] for code in old.now if code in self._communes)
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
        same = [one for one in self._by_name.get(bare[0], ()) if _bare(one.province) == _province(bare[1])]
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
        for line, folded in zip(text.splitlines(), _plainer(fold(text)).splitlines(), strict=True):
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
    """A province and what its communes are found by, folded: `` tinh thu nghiem ``, ``tn`` (`firsts`).

    `keys`: of each commune its own words (`` xa vi du ``), its initials (`` xvd vd ``), its place among all.
    """

    name: str
    words: str
    firsts: str
    keys: list[tuple[str, str, int]]


def with_old_name(before: str, commune: Commune, old: str = "") -> str:
    """The address as it is stored and printed; the old name stands behind, as papers of then bear it."""
    now = ", ".join(part for part in (nfc_line(before).rstrip(" ,"), commune.full_name) if part)
    return f"{now} (trước đây: {old})" if old else now


def _communes_in(text: str) -> Iterator[tuple[_Province, list[tuple[Commune, str]]]]:
    """Each province with its communes and their folded names without kind; the text is folded at once."""
    province = _Province("", "", "", [])
    members: list[tuple[Commune, str]] = []
    at = 0
    for line, folded in zip(text.splitlines(), _plainer(fold(text)).splitlines(), strict=True):
        code, _, rest = line.partition(" ")
        words = folded.partition(" ")[2]
        if len(code) == 2:
            if members:
                yield province, members
            firsts = _firsts(_PREFIX.sub("", words, count=1).split())
            province, members = _Province(rest, f" {words} ", firsts, []), []
        elif len(code) == 5:
            kind, bare = rest[0], words[2:]
            own = f" {_FOLDED_KINDS[kind]} {bare} "
            province.keys.append((own, f" {_firsts(own.split())} {_firsts(bare.split())} ", at))
            members.append((Commune(code, f"{KINDS[kind]} {rest[2:]}", province.name), bare))
            at += 1
    if members:
        yield province, members


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
    for own, starts, at in province.keys:
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

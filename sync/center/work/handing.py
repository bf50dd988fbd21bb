"""Handing many over at once: the papers of a hand-over list, and all that one person has to another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.work.acting import Acted, Wanted, act_many
from sync.center.work.rights import Actor
from sync.center.work.tasks import numbers_of
from sync.model.dossier import Officer
from sync.model.slip_code import SlipCodeError, decode

_AT_ONCE = 1000
_SPACES = re.compile(r"[\s,;]+")


def numbers_scanned(text: str) -> list[str]:
    """The dossiers in what a scanner typed: numbers, and slips' codes of digits by the dossier's id;
    each once."""
    found: dict[str, None] = {}
    for word in _SPACES.split(text):
        if not word:
            continue
        if word.isdigit():
            try:
                slip, _signature = decode(word)
                found[slip.dossier.hex()] = None
                continue
            except SlipCodeError:
                pass  # not a slip's code: it is looked up as it stands, and said not to be there
        found[word.upper()] = None
    return list(found)


@dataclass(frozen=True, slots=True)
class Delivered:
    """What came of a hand-over list: each dossier with its outcome; `missing` those on which a paper
    lacks."""

    acted: tuple[Acted, ...]

    @property
    def taken(self) -> int:
        """How many were taken delivery of."""
        return sum(one.done for one in self.acted)

    @property
    def missing(self) -> tuple[Acted, ...]:
        """Those taken with papers missing."""
        return tuple(one for one in self.acted if one.done and one.dossier and one.dossier.work.missing)


def take_list(
    center: Center,
    actor: Actor,
    wanted: Sequence[Wanted],
    *,
    listed: str = "",
    source: str = "",
    missing: Mapping[str, Sequence[str]] | None = None,
    to: Officer | None = None,
) -> Delivered:
    """Takes delivery of the dossiers of a hand-over list; `missing` names, by `Wanted.dossier`, the
    papers that did not come. Each dossier is for itself: one that may not be taken stops no other.
    Raises `CenterError` for an empty or too large list."""
    if not 1 <= len(wanted) <= _AT_ONCE:
        raise CenterError(f"Mỗi danh sách từ 1 đến {_AT_ONCE} hồ sơ.", "Chia danh sách làm nhiều lần.")
    given: dict[str, object] = {"list": listed, "from": source}
    if to is not None:
        given["to"] = {"id": to.id, "name": to.name}
    lacking = missing or {}
    whole = [one for one in wanted if not lacking.get(one.dossier)]
    found: dict[Wanted, Acted] = {}
    if whole:
        found |= {one.wanted: one for one in act_many(center, actor, whole, "take", given)}
    for one in wanted:
        if lacking.get(one.dossier):
            given_here = {**given, "missing": list(lacking[one.dossier])}
            [found[one]] = act_many(center, actor, [one], "take", given_here)
    return Delivered(tuple(found[one] for one in dict.fromkeys(wanted)))


def hand_over_person(
    center: Center, actor: Actor, person: str, to: Officer, why: str, note: str = "", office: str = ""
) -> tuple[Acted, ...]:
    """Gives every open dossier that a person (by id) has in the actor's unit to another, with the reason (of
    `sync.model.work.REASONS`): rights withdrawn, absence, another post. Empty where the person has none."""
    given = {"to": {"id": to.id, "name": to.name}, "why": why, "note": note, "office": office}
    found: list[Acted] = []
    for at in range(0, len(has := numbers_of(center, actor, person)), _AT_ONCE):
        some = [Wanted(one, version) for one, version in has[at : at + _AT_ONCE]]
        found += act_many(center, actor, some, "reassign", given)
    return tuple(found)

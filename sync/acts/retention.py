"""How long records are kept: one rule for each sort of record, and when its term is over.

The rules are data (`resources/retention/rules.json`), each with its law. Where the law leaves the term to the
authority's own table (`sure` false) a unit sets it, and until it has, the record is kept. Books are in the
table so that a report names them; they are never offered for purging.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Any, Final

from sync.model.status import FINAL
from sync.resources import read_resource

DOSSIER, REFUSAL, BOOK = "dossier", "refusal", "book"
SETTING: Final = "retention."
"""Shared settings of a unit that begin so hold the years of the rule whose code follows (0: for ever)."""
MOST_YEARS: Final = 100


@dataclass(frozen=True, slots=True)
class Rule:
    """One sort of record: `years` it is kept (None: for ever), counted from the end of the year it ended in.

    `procedures` and `fields` say which dossiers it is for (neither: all that no other rule is for).
    """

    code: str
    name: str
    of: str
    years: int | None
    law: str
    sure: bool
    procedures: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()

    def ends(self, ended: date) -> date | None:
        """The first day on which a record that ended on a day is past its term; None: never."""
        if self.years is None or self.of == BOOK:
            return None
        return date(ended.year + self.years + 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Ended:
    """A dossier as far as its term goes: `ended` is the last day something was done about it."""

    dossier: bytes
    number: str
    procedure: str
    field: str
    ended: date


@dataclass(frozen=True, slots=True)
class Due:
    """A dossier that is past its term since the day `since`, by a rule."""

    of: Ended
    rule: Rule
    since: date


def shipped_rules() -> tuple[Rule, ...]:
    """The rules as they are shipped."""
    table: dict[str, Any] = json.loads(read_resource("retention", "rules.json"))
    return tuple(
        Rule(
            one["code"],
            one["name"],
            one["of"],
            one["years"],
            one["law"],
            one["sure"],
            frozenset(one.get("procedures", ())),
            frozenset(one.get("fields", ())),
        )
        for one in table["rules"]
    )


def rules_of(settings: Mapping[str, Any]) -> tuple[Rule, ...]:
    """The rules with the years a unit has set for those that are its own to set."""
    found = []
    for rule in shipped_rules():
        years = settings.get(SETTING + rule.code)
        own = not rule.sure and rule.of != BOOK and type(years) is int and 0 <= years <= MOST_YEARS
        found.append(replace(rule, years=years or None) if own else rule)
    return tuple(found)


def rule_for(rules: Sequence[Rule], procedure: str, field: str) -> Rule | None:
    """The rule of a dossier: that of its procedure, else of its field, else the one for all others."""
    of = [one for one in rules if one.of == DOSSIER]
    by_procedure = (one for one in of if procedure in one.procedures)
    by_field = (one for one in of if field in one.fields)
    others = (one for one in of if not one.procedures and not one.fields)
    return next(chain(by_procedure, by_field, others), None)


def is_over(status: str, *, annulled: bool) -> bool:
    """Whether a dossier has come to its end: only then does its term run. One whose result nobody has
    collected has not."""
    return annulled or status in {str(one) for one in FINAL}


def due(rules: Sequence[Rule], ended: Sequence[Ended], today: date) -> list[Due]:
    """Those past their term on a day, the longest first."""
    found: list[Due] = []
    for one in ended:
        rule = rule_for(rules, one.procedure, one.field)
        since = rule.ends(one.ended) if rule is not None else None
        if rule is not None and since is not None and since <= today:
            found.append(Due(one, rule, since))
    return sorted(found, key=lambda one: (one.since, one.of.number, one.of.dossier))

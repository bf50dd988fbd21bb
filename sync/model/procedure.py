"""A procedure of the catalogue as a value: limit, papers, fees, cases; to and from plain data.

A limit is canonical text of `sync.model.limit`, or empty where it is unknown: then the officer gives the due
time with a reason, and `limit_note` tells what is known. Nothing here guesses.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from typing import TypeVar

from sync.model.dossier import Paper
from sync.model.limit import Limit, LimitUnknown
from sync.model.strict import FieldError, Fields

FEE_KINDS = ("phi", "le_phi")
FEE_METHODS = ("fixed", "per_page", "per_copy", "manual")
CHANNELS = ("desk", "post", "online")
CERTAINTIES = ("", "C", "P", "N", "B")
ORIGINS = ("shipped", "import", "center")
CODE = re.compile(r"[0-9]\.[0-9]{6}")
"""The code of a procedure on the national portal: ``1.001193``."""

_CASE_CODE = re.compile(r"[a-z0-9][a-z0-9.-]{0,31}")
_Item = TypeVar("_Item")


def _check_limit(text: str, name: str) -> None:
    if not text:
        return
    try:
        canonical = str(Limit.parse(text))
    except LimitUnknown as unknown:
        raise FieldError(name, str(unknown)) from None
    if canonical != text:
        raise FieldError(name, f"phải ghi là “{canonical}”")


@dataclass(frozen=True, slots=True)
class RequiredPaper:
    """A paper a procedure asks for, with how many of each sort.

    Not `required`: only where the case calls for it. `presented`: shown to the officer and taken back, so
    never on the slip.
    """

    name: str
    originals: int = 1
    certified_copies: int = 0
    copies: int = 0
    required: bool = True
    presented: bool = False

    def __post_init__(self) -> None:
        if not self.name:
            raise FieldError("name", "không được để trống")
        if self.originals + self.certified_copies + self.copies < 1:
            raise FieldError("originals", "phải có ít nhất một bản")


@dataclass(frozen=True, slots=True)
class FeeRule:
    """How a fee is reckoned, in dong.

    ``fixed``: `amount` a dossier; ``per_copy``: `amount` a copy; ``per_page``: each copy `amount` a page up
    to page `threshold_pages`, `then_amount` a page beyond, at most `cap` (0: no cap; Thông tư
    226/2016/TT-BTC Điều 4); ``manual``: the officer gives the amount (`amount` is None: it is set by the
    province, not by the national decision). `exempt`: the groups that pay
    nothing. `channels`: where it applies (empty: everywhere). `optional`: only when the officer or the number
    of copies asks for it (a late registration, extra copies).
    """

    name: str
    kind: str = "phi"
    method: str = "fixed"
    amount: int | None = None
    then_amount: int = 0
    threshold_pages: int = 0
    cap: int = 0
    exempt: tuple[str, ...] = ()
    source: str = ""
    channels: tuple[str, ...] = ()
    optional: bool = False

    def __post_init__(self) -> None:
        if not self.name:
            raise FieldError("name", "không được để trống")
        if self.kind not in FEE_KINDS:
            raise FieldError("kind", f"phải là một trong: {', '.join(FEE_KINDS)}")
        if self.method not in FEE_METHODS:
            raise FieldError("method", f"phải là một trong: {', '.join(FEE_METHODS)}")
        if (self.amount is None) != (self.method == "manual"):
            raise FieldError("amount", "phải có số tiền, trừ phí nhập tay")
        if self.method == "per_page" and self.threshold_pages < 1:
            raise FieldError("threshold_pages", "phải từ 1")
        for channel in self.channels:
            if channel not in CHANNELS:
                raise FieldError("channels", f"phải là một trong: {', '.join(CHANNELS)}")


@dataclass(frozen=True, slots=True)
class Case:
    """A case (trường hợp) of a procedure with its own limit; an empty limit is the procedure's."""

    code: str
    name: str
    limit: str = ""
    limit_online: str = ""

    def __post_init__(self) -> None:
        if not _CASE_CODE.fullmatch(self.code):
            raise FieldError("code", "chỉ gồm chữ thường không dấu, số, dấu chấm và gạch nối")
        if not self.name:
            raise FieldError("name", "không được để trống")
        _check_limit(self.limit, "limit")
        _check_limit(self.limit_online, "limit_online")


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure as the catalogue of `version` has it.

    `result` what the citizen gets; `on_the_spot`: can be returned while the citizen waits; `route` who
    settles it; `agency` the ministry that publishes it; `conditions` what else must be so;
    `effective_from` and `effective_to` inclusive days, `replaced_by` the code that
    comes after; `origin` one of `ORIGINS`. `certainty`: ``C`` as the
    published decision has it, ``P`` the same with unit or validity in doubt, ``N`` code and name certain,
    limit and papers from older law, ``B`` background only; empty where not stated.
    """

    code: str
    name: str
    field: str = ""
    version: str = ""
    limit: str = ""
    limit_note: str = ""
    papers: tuple[RequiredPaper, ...] = ()
    fees: tuple[FeeRule, ...] = ()
    result: str = ""
    on_the_spot: bool = False
    level: str = ""
    decision: str = ""
    limit_online: str = ""
    limit_post: str = ""
    cases: tuple[Case, ...] = ()
    source: str = ""
    effective_from: date | None = None
    effective_to: date | None = None
    replaced_by: str = ""
    route: str = ""
    conditions: str = ""
    agency: str = ""
    certainty: str = ""
    origin: str = "shipped"

    def __post_init__(self) -> None:
        if not CODE.fullmatch(self.code):
            raise FieldError("code", "mã thủ tục phải có dạng 1.001193")
        if not self.name:
            raise FieldError("name", "không được để trống")
        if self.replaced_by and not CODE.fullmatch(self.replaced_by):
            raise FieldError("replaced_by", "mã thủ tục phải có dạng 1.001193")
        for name in ("limit", "limit_online", "limit_post"):
            _check_limit(getattr(self, name), name)
        _check_distinct("papers", [paper.name for paper in self.papers])
        _check_distinct("cases", [case.code for case in self.cases])
        _check_distinct("fees", [rule.name for rule in self.fees if not rule.channels])

    def case(self, code: str) -> Case | None:
        """The case of that code, None when there is none."""
        return next((case for case in self.cases if case.code == code), None)

    def limit_for(self, case: str = "", channel: str = "desk") -> str:
        """The limit of a case and a way of filing; empty where it is unknown.

        `limit` counts for every way of filing that has none of its own, a case's before the procedure's.
        Raises `KeyError` for an unknown case.
        """
        chosen = self.case(case) if case else None
        if case and chosen is None:
            raise KeyError(case)
        if chosen and chosen.limit_online and channel == "online":
            return chosen.limit_online
        if chosen and chosen.limit:
            return chosen.limit
        own = {"online": self.limit_online, "post": self.limit_post}.get(channel, "")
        return own or self.limit

    def default_papers(self) -> tuple[Paper, ...]:
        """What is handed in when nothing is said: each required paper as one original."""
        wanted = (paper for paper in self.papers if paper.required and not paper.presented)
        return tuple(Paper(paper.name, originals=1) for paper in wanted)

    def in_force(self, day: date) -> bool:
        """Whether the procedure is in force on that day."""
        begun = self.effective_from is None or self.effective_from <= day
        return begun and (self.effective_to is None or day <= self.effective_to)

    def to_dict(self) -> dict[str, object]:
        """Plain data for JSON, without what is at its default; `from_dict` reads it back equal."""
        plain = _plain(self)
        for name, items in (("papers", self.papers), ("fees", self.fees), ("cases", self.cases)):
            if items:
                plain[name] = [_plain(item) for item in items]
        return plain

    @classmethod
    def from_dict(cls, raw: object, path: str = "") -> Procedure:
        """Reads plain data, strictly. Raises `FieldError` naming the field (under `path`)."""
        found = Fields(raw, path)
        values = {
            name: found.text(name, most=most)
            for name, most in {
                **dict.fromkeys(("name", "limit_note", "result", "source", "conditions"), 4000),
                **dict.fromkeys(("field", "version", "level", "decision", "route", "agency"), 500),
                **dict.fromkeys(("code", "limit", "limit_online", "limit_post", "replaced_by"), 200),
            }.items()
        }
        papers = tuple(_made(where, item, _paper) for where, item in found.items("papers"))
        fees = tuple(_made(where, item, _fee) for where, item in found.items("fees", most=50))
        cases = tuple(_made(where, item, _case) for where, item in found.items("cases"))
        on_the_spot = found.flag("on_the_spot", False)
        effective_from, effective_to = found.day("effective_from"), found.day("effective_to")
        certainty = found.choice("certainty", CERTAINTIES, "")
        origin = found.choice("origin", ORIGINS, "shipped")
        found.done()
        try:
            return cls(
                **values,
                papers=papers,
                fees=fees,
                cases=cases,
                on_the_spot=on_the_spot,
                effective_from=effective_from,
                effective_to=effective_to,
                certainty=certainty,
                origin=origin,
            )
        except FieldError as error:
            raise (error.under(path) if path else error) from None


def _check_distinct(name: str, found: list[str]) -> None:
    if len(set(found)) != len(found):
        raise FieldError(name, "có mục trùng nhau")


def _plain(value: RequiredPaper | FeeRule | Case | Procedure) -> dict[str, object]:
    """Fields not at their default; nested values are left to the caller."""
    plain: dict[str, object] = {}
    for one in fields(value):
        held = getattr(value, one.name)
        if held == one.default or one.name in {"papers", "fees", "cases"}:
            continue
        plain[one.name] = (
            held.isoformat() if isinstance(held, date) else list(held) if isinstance(held, tuple) else held
        )
    return plain


def _made(path: str, raw: object, make: Callable[[Fields], _Item]) -> _Item:
    found = Fields(raw, path)
    try:
        made = make(found)
    except FieldError as error:
        # What the reader refuses has its whole path; what the value itself refuses has only its field.
        raise (error if error.field.startswith(path) else error.under(path)) from None
    found.done()
    return made


def _paper(found: Fields) -> RequiredPaper:
    return RequiredPaper(
        name=found.text("name", most=1000, required=True),
        originals=found.number("originals", 1, most=999),
        certified_copies=found.number("certified_copies", 0, most=999),
        copies=found.number("copies", 0, most=999),
        required=found.flag("required", True),
        presented=found.flag("presented", False),
    )


def _fee(found: Fields) -> FeeRule:
    return FeeRule(
        name=found.text("name", most=500, required=True),
        kind=found.choice("kind", FEE_KINDS, "phi"),
        method=found.choice("method", FEE_METHODS, "fixed"),
        amount=found.optional_number("amount"),
        then_amount=found.number("then_amount", 0),
        threshold_pages=found.number("threshold_pages", 0, most=10_000),
        cap=found.number("cap", 0),
        exempt=found.texts("exempt"),
        source=found.text("source"),
        channels=found.texts("channels", most=len(CHANNELS)),
        optional=found.flag("optional", False),
    )


def _case(found: Fields) -> Case:
    return Case(
        code=found.text("code", most=32, required=True),
        name=found.text("name", most=500, required=True),
        limit=found.text("limit", most=200),
        limit_online=found.text("limit_online", most=200),
    )

"""What a dossier costs: fee lines from a procedure's rules, pages, copies and the exemption claimed.

What cannot be reckoned yet (how many pages, an amount the province sets) comes back as a value, for the
officer to fill in. Amounts are in dong. Law: Thông tư 226/2016/TT-BTC (certification), 281/2016/TT-BTC
(copies of civil status), 85/2019/TT-BTC (who pays nothing), resolutions of the province.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sync.model.dossier import FeeLine
from sync.model.procedure import FeeRule
from sync.model.text import fold

MOST_PAGES = 10_000
MOST_COPIES = 1_000
MOST_DONG = 10**11

_FIGURE_WORDS = {"pages": "số trang của bản chính", "amount": "số tiền"}


@dataclass(frozen=True, slots=True)
class MissingFigure:
    """A figure without which the fee `rule` cannot be reckoned; `figure` is ``pages`` or ``amount``."""

    rule: str
    figure: str

    def __str__(self) -> str:
        return f"Cần {_FIGURE_WORDS[self.figure]} để tính “{self.rule}”"


@dataclass(frozen=True, slots=True)
class FeeReckoning:
    """The lines that are due, the figures still missing, and the fees the exemption waived (by name)."""

    lines: tuple[FeeLine, ...] = ()
    missing: tuple[MissingFigure, ...] = ()
    waived: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """The sum of the lines in dong."""
        return sum(line.amount for line in self.lines)


def page_fee(rule: FeeRule, pages: int) -> int:
    """One copy of an original with that many pages: ``min(cap, a·min(n, t) + b·max(0, n - t))``."""
    first = min(pages, rule.threshold_pages)
    amount = (rule.amount or 0) * first + rule.then_amount * (pages - first)
    return min(rule.cap, amount) if rule.cap else amount


def reckon_fees(
    rules: Iterable[FeeRule],
    *,
    pages: int | None = None,
    copies: int | None = None,
    exemption: str = "",
    amounts: Mapping[str, int] | None = None,
    channel: str = "desk",
) -> FeeReckoning:
    """The fees of one dossier.

    `pages` is of the original (each copy has them all); without `copies` a fee by the copy counts one, an
    optional one none. `amounts` (fee name -> dong) is what the officer set: the amount of a ``manual`` fee,
    the choice of an optional one; it wins over what the rule gives. `exemption` is the citizen's group, as in
    `exemption_groups`, in any case and with or without diacritics.

    Raises `ValueError` for pages outside 1 to `MOST_PAGES`, copies outside 0 to `MOST_COPIES`, amounts
    outside 0 to `MOST_DONG`.
    """
    _check("pages", pages, 1, MOST_PAGES)
    _check("copies", copies, 0, MOST_COPIES)
    given = dict(amounts or {})
    for amount in given.values():
        _check("amounts", amount, 0, MOST_DONG)
    group = fold(exemption.strip())
    lines: list[FeeLine] = []
    missing: list[MissingFigure] = []
    waived: list[str] = []
    for rule in rules:
        if rule.channels and channel not in rule.channels:
            continue
        asked = rule.name in given or (rule.method in ("per_copy", "per_page") and bool(copies))
        if rule.optional and not asked:
            continue
        if group and group in map(fold, rule.exempt):
            waived.append(rule.name)
            continue
        due = given[rule.name] if rule.name in given else _amount(rule, pages, copies)
        if isinstance(due, MissingFigure):
            missing.append(due)
        elif due:
            lines.append(FeeLine(rule.name, due, rule.kind))
    return FeeReckoning(tuple(lines), tuple(missing), tuple(waived))


def exemption_groups(rules: Iterable[FeeRule]) -> tuple[str, ...]:
    """The groups that some rule lets off, each once, in the order of the rules."""
    return tuple(dict.fromkeys(group for rule in rules for group in rule.exempt))


def needs_pages(rules: Iterable[FeeRule]) -> bool:
    """Whether the officer is to be asked for the pages of the original."""
    return any(rule.method == "per_page" for rule in rules)


def needs_copies(rules: Iterable[FeeRule]) -> bool:
    """Whether the number of copies changes the fee."""
    return any(rule.method in ("per_page", "per_copy") for rule in rules)


def _amount(rule: FeeRule, pages: int | None, copies: int | None) -> int | MissingFigure:
    if rule.amount is None:
        return MissingFigure(rule.name, "amount")
    if rule.method == "fixed":
        return rule.amount
    count = 1 if copies is None else copies
    if rule.method == "per_copy":
        return rule.amount * count
    if pages is None:
        return MissingFigure(rule.name, "pages")
    return page_fee(rule, pages) * count


def _check(name: str, figure: int | None, least: int, most: int) -> None:
    if figure is not None and (isinstance(figure, bool) or not least <= figure <= most):
        raise ValueError(f"{name} must be {least} to {most}, not {figure}")

"""What a measurement says: a row of the table, its goal, and the table in text, Markdown and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

NONE = "–"


@dataclass(frozen=True, slots=True)
class Goal:
    """At most `most` units, or at most `most` times what `of` names (``floor`` or a peer)."""

    most: float
    of: str = ""
    less: bool = False
    """Strictly less."""

    def limit(self, row: Row) -> float | None:
        """The goal in the row's unit; None when what it refers to was not measured."""
        if not self.of:
            return self.most
        found = row.floor if self.of == "floor" else row.peers.get(self.of)
        return self.most * found if isinstance(found, int | float) else None

    def words(self, unit: str) -> str:
        """The goal as the table prints it."""
        sign = "<" if self.less else "≤"
        if not self.of:
            return f"{sign} {self.most:g} {unit}"
        return f"{sign} {self.of}" if self.most == 1 else f"{sign} {self.most:g} × {self.of}"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `peers` maps a name to its figure, or to the reason there is none.

    `ours` None: not measured here, and `note` says why.
    """

    name: str
    unit: str
    ours: float | None
    floor: float | None = None
    floor_name: str = ""
    peers: Mapping[str, float | str] = field(default_factory=dict)
    goal: Goal | None = None
    p95: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours over the floor."""
        return self.ours / self.floor if self.ours is not None and self.floor else None

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None when there is none or it cannot be said."""
        if self.goal is None or self.ours is None:
            return None
        limit = self.goal.limit(self)
        if limit is None:
            return None
        return self.ours < limit if self.goal.less else self.ours <= limit

    def plain(self) -> dict[str, Any]:
        """The row as JSON has it."""
        return {
            "name": self.name,
            "unit": self.unit,
            "ours": self.ours,
            "p95": self.p95,
            "floor": self.floor,
            "floor_name": self.floor_name,
            "peers": dict(self.peers),
            "ratio": self.ratio,
            "goal": self.goal.words(self.unit) if self.goal else "",
            "met": self.met,
            "note": self.note,
        }


HEAD = ("what", "unit", "ours", "p95", "floor", "ratio", "peers", "goal", "met")


def shown(value: float | None) -> str:
    """Three significant digits, thousands apart."""
    if value is None:
        return NONE
    if abs(value) >= 100:
        return f"{value:,.0f}".replace(",", " ")
    return f"{value:.3g}"


def cells(row: Row) -> tuple[str, ...]:
    """The row as the table prints it, in the order of `HEAD`."""
    peers = "; ".join(
        f"{name} {shown(one)}" if isinstance(one, int | float) else f"{name}: {one}"
        for name, one in row.peers.items()
    )
    return (
        row.name,
        row.unit,
        shown(row.ours),
        shown(row.p95),
        f"{shown(row.floor)} ({row.floor_name})" if row.floor is not None else NONE,
        f"{row.ratio:.2f} ×" if row.ratio is not None else NONE,
        peers or NONE,
        row.goal.words(row.unit) if row.goal else NONE,
        {True: "yes", False: "NO", None: NONE}[row.met],
    )


def markdown(rows: Iterable[Row], facts: Mapping[str, str]) -> str:
    """The whole report as Markdown; in a terminal it reads as an aligned table too."""
    found = list(rows)
    table = [HEAD, *(cells(row) for row in found)]
    widths = [max(len(line[i]) for line in table) for i in range(len(HEAD))]
    lines = ["# Measurements", ""]
    lines += [f"* {name}: {fact}" for name, fact in facts.items()] + [""]
    lines += [_line(table[0], widths), "|" + "|".join("-" * (width + 2) for width in widths) + "|"]
    lines += [_line(line, widths) for line in table[1:]]
    notes = [f"* {row.name}: {row.note}" for row in found if row.note]
    return "\n".join(lines + (["", *notes] if notes else [])) + "\n"


def _line(texts: Iterable[str], widths: Iterable[int]) -> str:
    padded = (text.replace("|", "/").ljust(width) for text, width in zip(texts, widths, strict=True))
    return "| " + " | ".join(padded) + " |"

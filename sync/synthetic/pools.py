"""Weighted words as flat pools: one multiplication and one index a draw, since millions are drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

Draw = Callable[[], float]
"""A source of numbers in [0, 1): the `random` method of a `random.Random`."""

T = TypeVar("T")


def pool(text: str, separator: str = ",") -> tuple[str, ...]:
    """The words of ``Nguyễn 315, Trần 110, Ẩn``, each as often as its weight says (1 where none is written).

    A word may hold spaces; items are separated by `separator`.
    """
    words: list[str] = []
    for item in text.split(separator):
        parts = item.split()
        if not parts:
            continue
        weight = int(parts.pop()) if parts[-1].isdigit() and len(parts) > 1 else 1
        words.extend([" ".join(parts)] * weight)
    return tuple(words)


def weighted(weights: Mapping[T, float], size: int = 4096) -> tuple[T, ...]:
    """A pool of about `size` items in which each stands in proportion to its weight, and at least once."""
    total = sum(weights.values())
    items: list[T] = []
    for item, weight in weights.items():
        items.extend([item] * max(1, round(size * weight / total)))
    return tuple(items)


def pick(draw: Draw, items: Sequence[T]) -> T:
    """One item of a pool."""
    return items[int(draw() * len(items))]


def between(draw: Draw, least: int, most: int) -> int:
    """A whole number, both ends included."""
    return least + int(draw() * (most - least + 1))

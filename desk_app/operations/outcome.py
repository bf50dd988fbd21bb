"""What an operation gives back: its value and what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changes:
    """Which sort of things changed; broadcast, and every page decides whether to refresh itself."""

    dossiers: bool = False
    drafts: bool = False
    catalogue: bool = False
    sync: bool = False
    settings: bool = False
    printing: bool = False
    queue: bool = False

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            self.dossiers or other.dossiers,
            self.drafts or other.drafts,
            self.catalogue or other.catalogue,
            self.sync or other.sync,
            self.settings or other.settings,
            self.printing or other.printing,
            self.queue or other.queue,
        )


NOTHING = Changes()


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """An operation's value, and what it changed."""

    value: T
    changes: Changes = NOTHING

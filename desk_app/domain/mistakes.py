"""Mistakes and troubles in words: what an officer is told, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from sync.acts.mistakes import Mistake

__all__ = ["DeskError", "Mistake"]


class DeskError(Exception):
    """Trouble of the world, in Vietnamese: what happened (`title`) and what to do next (`advice`).

    `mistakes` names the fields when it was the input.
    """

    def __init__(self, title: str, advice: str = "", mistakes: Sequence[Mistake] = ()) -> None:
        super().__init__(title)
        self.title = title
        self.advice = advice
        self.mistakes = tuple(mistakes)

    @property
    def sentence(self) -> str:
        """Both in one line, as the command line prints it."""
        return f"{self.title} {self.advice}".strip()

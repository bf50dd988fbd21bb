"""Trouble of the center in words: what happened and what to do next, in Vietnamese."""

from __future__ import annotations


class CenterError(Exception):
    """What the staff is told: `title` says what happened, `advice` what to do next."""

    def __init__(self, title: str, advice: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.advice = advice

    @property
    def sentence(self) -> str:
        """Both in one line, as the command line prints it."""
        return f"{self.title} {self.advice}".strip()

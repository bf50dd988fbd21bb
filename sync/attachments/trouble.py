"""What may be wrong with a scan, in words for the officer."""

from __future__ import annotations


class ScanRefused(ValueError):
    """A file that is not taken as a scan. `title` says why, `advice` what to do; both Vietnamese."""

    def __init__(self, title: str, advice: str = "") -> None:
        super().__init__(f"{title} {advice}".strip())
        self.title = title
        self.advice = advice


class ScanLost(Exception):
    """A file that should be here is not, or is not what it was; `state` is ``missing`` or ``damaged``."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state

"""A center with a dossier, and answers that are not held back."""

from __future__ import annotations

import pytest

from tests.center.web.conftest import app, center, clock, desk, dossier, quick_passwords, received, visitor

__all__ = ["app", "center", "clock", "desk", "dossier", "quick_passwords", "received", "visitor"]


@pytest.fixture(autouse=True)
def held(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long answers would have been held, in seconds; the tests wait for none."""
    found: list[float] = []

    async def sleep(seconds: float) -> None:
        found.append(seconds)

    monkeypatch.setattr("sync.center.web.door.hold", sleep)
    return found

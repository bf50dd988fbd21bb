"""How a process gets a key that only a person has. Light: the command line says it before anything is
opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk_app.operations.key_opening import Locked

    Ask = Callable[[Locked], bytes]

_asking: list[Ask] = []


def ask_by(ask: Ask | None) -> None:
    """Says how; None: this process asks nobody. The one who asks raises `DeskError` where nobody answers."""
    _asking[:] = [ask] if ask is not None else []


def asking() -> Ask | None:
    """How this process asks; None where it cannot."""
    return _asking[0] if _asking else None

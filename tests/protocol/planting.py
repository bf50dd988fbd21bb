"""Mistakes by name, to be planted one at a time: how a machine of random histories shows that it can fail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

Plant = Callable[[ExitStack], None]


class Mistakes(dict[str, Plant]):
    """Patches by name, each of which makes the engine wrong for as long as its stack is open."""

    def plant(self, bug: Plant) -> Plant:
        """Registers a mistake under its function's name."""
        self[bug.__name__] = bug
        return bug

    @contextmanager
    def planted(self, name: str) -> Iterator[None]:
        """The engine with one mistake in it."""
        with ExitStack() as stack:
            self[name](stack)
            yield

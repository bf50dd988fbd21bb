"""The door of every operation: the right it needs, asked before it begins.

``@needs(READ)`` stands over each public operation that takes a desk; several rights mean: any one of them.
An operation that calls others asks once, at the outermost door. `DOORS` is the table that this makes; a test
holds that every operation stands in it, and tries each with each role.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any, Final, ParamSpec, TypeVar

from desk_app.domain.rights import ACCOUNTS, DEVICES, FIGURES, MACHINE, READ, RESET, RIGHTS, rights_of
from desk_app.operations.desk import Desk
from desk_app.operations.rights import refusal, rights_now

P = ParamSpec("P")
T = TypeVar("T")
DOORS: Final[dict[str, tuple[str, ...]]] = {}
"""The rights that each operation asks for, by ``module.name``."""
_BLIND: Final = frozenset({FIGURES, ACCOUNTS, RESET, DEVICES})
"""Rights for which no citizen's data is needed."""
_INSIDE: ContextVar[tuple[str, ...]] = ContextVar("inside", default=())


def inside() -> tuple[str, ...]:
    """What the operation that is running asked for at its door; empty outside of one."""
    return _INSIDE.get()


def reads_citizens(desk: Desk) -> bool:
    """Whether the store may show citizens now: to an account that may read dossiers, and inside an operation
    whose right lets it (an exchange, a backup, receiving). Goes by the accounts last asked for, without
    reading: the store asks at every connection it gives."""
    asked = _INSIDE.get()
    if asked and not _BLIND.issuperset(asked):
        return True
    session = desk.session
    if session is None or session.must_change:
        return False
    account = desk.held.by_id.get(session.officer.id)
    return account is not None and account.active and READ in rights_of(account.roles)


def needs(*rights: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Asks for any one of `rights` before the operation begins; it then raises `RightRefused`."""
    if not rights or set(rights) - set(RIGHTS):
        raise ValueError(f"no such rights: {rights}")

    def dressed(operation: Callable[P, T]) -> Callable[P, T]:
        names = list(inspect.signature(operation).parameters)
        annotations = {key: str(value) for key, value in operation.__annotations__.items()}
        name = next(key for key in names if annotations.get(key) == "Desk")
        place = names.index(name)
        DOORS[f"{operation.__module__.rpartition('.')[2]}.{operation.__qualname__}"] = rights

        @functools.wraps(operation)
        def asked(*args: P.args, **kwargs: P.kwargs) -> T:
            if _INSIDE.get():
                return _enter(operation, args, kwargs)
            desk = kwargs[name] if name in kwargs else args[place]
            if MACHINE not in rights and isinstance(desk, Desk):
                _ask(desk, rights)
            mark = _INSIDE.set(rights)
            try:
                return _enter(operation, args, kwargs)
            finally:
                _INSIDE.reset(mark)

        return asked

    return dressed


def _enter(operation: Callable[..., T], args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> T:
    """Behind the door."""
    return operation(*args, **kwargs)


def _ask(desk: Desk, rights: tuple[str, ...]) -> None:
    if not rights_now(desk).intersection(rights):
        raise refusal(desk, rights[0])

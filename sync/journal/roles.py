"""The roles of nodes as the fold asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sync.identity.keys import PublicKeys
from sync.journal.port import Rows
from sync.model import kinds


class Roles(Mapping[bytes, str]):
    """Each node's role, looked up when asked for: a center knows thousands of nodes and needs few."""

    def __init__(self, rows: Rows, trusted: Mapping[bytes, PublicKeys]) -> None:
        self._rows = rows
        self._found: dict[bytes, str] = dict.fromkeys(trusted, kinds.CENTER)

    def __getitem__(self, node: bytes) -> str:
        role = self._found.get(node)
        if role is None:
            record = self._rows.node(node)
            if record is None:
                raise KeyError(node)
            role = self._found[node] = record.role
        return role

    def __iter__(self) -> Iterator[bytes]:
        return iter({**self._rows.roles(), **self._found})

    def __len__(self) -> int:
        return len({**self._rows.roles(), **self._found})

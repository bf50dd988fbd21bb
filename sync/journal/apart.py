"""How many bytes are kept apart of a revoked node: counted as they come and go, never summed anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Protocol

    class Notes(Protocol):
        """The part of `sync.journal.port.Rows` that is needed here."""

        def note(self, key: str) -> bytes | None:
            """A value of the small memory."""

        def put_note(self, key: str, value: bytes | None) -> None:
            """Sets one."""


def _key(node: bytes) -> str:
    return f"apart:{node.hex()}"


def bytes_apart(rows: Notes, node: bytes) -> int | None:
    """The count as kept; None where none is: from before it was kept, or nothing was put apart."""
    raw = rows.note(_key(node))
    return None if raw is None else int.from_bytes(raw, "big")


def keep_bytes_apart(rows: Notes, node: bytes, count: int) -> None:
    """Writes the count."""
    rows.put_note(_key(node), max(0, count).to_bytes(8, "big"))

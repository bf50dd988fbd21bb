"""The center's log: one JSON line per event, of allowed fields only, so that no person gets in."""

from __future__ import annotations

import json
import logging

LOG = logging.getLogger("sync.center")
FIELDS = frozenset(
    {
        "event",
        "path",
        "status",
        "bytes_in",
        "bytes_out",
        "milliseconds",
        "node",
        "admitted",
        "refused",
        "parked",
        "reached",
        "sent",
        "received",
        "scans",
        "problem",
        "error",
    }
)
_MAX_TEXT = 80


def log(event: str, *, level: int = logging.INFO, **fields: int | str) -> None:
    """Writes one event. Raises `ValueError` for a field that is not on the list."""
    strange = fields.keys() - FIELDS
    if strange:
        raise ValueError(f"log: fields not allowed: {sorted(strange)}")
    if not LOG.isEnabledFor(level):
        return
    kept = {name: value[:_MAX_TEXT] if isinstance(value, str) else value for name, value in fields.items()}
    LOG.log(level, "%s", json.dumps({"event": event, **kept}, ensure_ascii=True))

"""The center's log: one JSON line per event, of allowed fields only, so that no person gets in."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TextIO

LOG = logging.getLogger("sync.center")
FIELDS = frozenset(
    {
        "event",
        "request",
        "method",
        "route",
        "unit",
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
        "login",
        "factor",
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


class JsonLines(logging.Formatter):
    """Every record as one JSON line with its time (UTC) and level.

    Of other libraries' records only the kind is kept: what they say may quote what a citizen said.
    """

    def format(self, record: logging.LogRecord) -> str:
        said: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
        }
        if record.name == LOG.name:
            said |= json.loads(record.getMessage())
        else:
            said |= {"event": "library", "logger": record.name}
            if record.exc_info and record.exc_info[0] is not None:
                said["error"] = record.exc_info[0].__name__
        return json.dumps(said, ensure_ascii=True)


@contextmanager
def logging_to(stream: TextIO) -> Iterator[None]:
    """Writes our log as JSON lines, and other libraries' warnings, for the length of the block."""
    handler, root = logging.StreamHandler(stream), logging.getLogger()
    handler.setFormatter(JsonLines())
    handler.addFilter(lambda record: record.name == LOG.name or record.levelno >= logging.WARNING)
    before = LOG.level
    LOG.setLevel(logging.INFO)
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        LOG.setLevel(before)

"""How long a test waits for what it needs."""

from __future__ import annotations

WAIT = 15_000
"""Milliseconds: long enough for a busy machine; nothing waits this long when all is well."""

"""Limits of what is taken as a scan. Sizes are bytes."""

from __future__ import annotations

from typing import Final

MAX_SOURCE: Final = 128 * 1024 * 1024
"""A file as a scanner wrote it: five sheets of A4 in colour at 300 dpi without compression."""
MAX_PAGES: Final = 100
MAX_PIXELS: Final = 50_000_000
"""A sheet of A4 scanned at 600 dpi has 35 million."""
MAX_SIDE: Final = 30_000

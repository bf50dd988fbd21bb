"""Finds the shipped data (`resources/`), from a checkout and from the one-folder build."""

from __future__ import annotations

import sys
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """The path of a shipped file or folder; it is not checked that it exists."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root.joinpath("resources", *parts)


def read_resource(*parts: str) -> bytes:
    """The bytes of a shipped file. Raises `FileNotFoundError` when it is not shipped."""
    return resource_path(*parts).read_bytes()

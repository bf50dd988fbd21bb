"""The shipped manual: its chapters for the window, and all of it as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.documents.manual import chapter
from desk_app.documents.manual import manual_pdf as set_manual
from sync.resources import resource_path

if TYPE_CHECKING:
    from desk_app.documents.manual import Chapter


def read_chapters() -> tuple[Chapter, ...]:
    """Every chapter, in reading order."""
    return tuple(
        chapter(path.stem.split("-", 1)[1], path.read_text("utf-8"))
        for path in sorted(resource_path("manual").glob("*.md"))
    )


def manual_pdf() -> bytes:
    """The shipped manual on A4."""
    return set_manual(read_chapters())

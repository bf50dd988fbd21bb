"""The shipped manual: its chapters for the window, and all of it as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.documents.manual import FRONTS, VIETNAMESE, chapter
from desk_app.documents.manual import manual_pdf as set_manual
from sync.resources import resource_path

if TYPE_CHECKING:
    from desk_app.documents.manual import Chapter


def read_chapters(language: str = VIETNAMESE) -> tuple[Chapter, ...]:
    """Every chapter, in reading order; in Vietnamese where it is not written in the language."""
    folder = resource_path("manual")
    if language in FRONTS and language != VIETNAMESE:
        folder /= language
    return tuple(
        chapter(path.stem.split("-", 1)[1], path.read_text("utf-8")) for path in sorted(folder.glob("*.md"))
    )


def manual_title(language: str = VIETNAMESE) -> str:
    """What the manual is called."""
    return FRONTS.get(language, FRONTS[VIETNAMESE]).title


def manual_pdf(language: str = VIETNAMESE) -> bytes:
    """The shipped manual on A4."""
    return set_manual(read_chapters(language), FRONTS.get(language, FRONTS[VIETNAMESE]))

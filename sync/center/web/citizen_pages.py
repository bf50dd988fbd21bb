"""The citizens' page: a question, an answer of two lines, in Vietnamese or English."""

from __future__ import annotations

from starlette.responses import Response

from sync.center.citizens.looking import MAX_ASKED, AskedTooOften, Shown, look_up
from sync.center.citizens.words import LANGUAGES, STATES, VIETNAMESE, WORDS
from sync.center.web.door import Page
from sync.center.web.visit import Visit

HELD_SECONDS = 0.5
"""Every answer takes a whole number of these, so that its time tells nothing."""


def lookup_page(visit: Visit) -> Response:
    """The question."""
    return _shown(visit, 200)


def lookup_sent(visit: Visit) -> Response:
    """The answer; it asks for no log-in and changes nothing, so its form carries no token."""
    asked = visit.form.get("ma")
    if not asked.strip() or len(asked) > MAX_ASKED:
        return _shown(visit, 422, "empty" if not asked.strip() else "none")
    try:
        found = look_up(visit.center, asked, visit.address)
    except AskedTooOften:
        return _shown(visit, 429, "often")
    return _shown(visit, 200, "" if found else "none", found)


def _shown(visit: Visit, status: int, trouble: str = "", found: Shown | None = None) -> Response:
    wanted = visit.form.get("lang") or visit.query.get("lang", "")
    language = wanted if wanted in LANGUAGES else VIETNAMESE
    return visit.show(
        "lookup.html",
        status,
        language=language,
        words=WORDS[language],
        states=STATES[language],
        trouble=trouble,
        found=found,
    )


PAGES = (Page("lookup", "/tra-cuu", lookup_page, lookup_sent, kept=False, guarded=False, held=HELD_SECONDS),)

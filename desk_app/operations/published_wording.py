"""The wording of forms that the center published, as this desk prints it today."""

from __future__ import annotations

from typing import Final

from desk_app.documents.local import LocalWording, local_wording
from desk_app.domain.rights import FIGURES, PRINT
from desk_app.operations.desk import PUBLISHED, Desk
from desk_app.operations.doors import needs
from desk_app.operations.releases import published_records
from sync.catalogue.form_texts import published_parts
from sync.model.moment import day_of

_MOST_KEPT: Final = 8
_kept: dict[tuple[str, int], LocalWording | None] = {}
"""By the last release that counts and the day: what a release says never changes."""


@needs(FIGURES, PRINT)
def published_wording(desk: Desk) -> LocalWording | None:
    """What the center's releases say of forms today, as far as it can be printed; None for nothing."""
    held = desk.tables.setting(PUBLISHED)
    if not held:
        return None
    at = str(held["digest"]), day_of(desk.clock()).toordinal()
    if at not in _kept:
        parts = published_parts(published_records(desk, "wording"))
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[at] = local_wording(parts)[0] if parts else None
    return _kept[at]

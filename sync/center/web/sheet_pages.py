"""The control sheet of a dossier (Mẫu 06 of TT 03/2025) as a page that prints."""

from __future__ import annotations

from starlette.responses import Response

from sync.center.web.door import Page
from sync.center.web.dossier_pages import PATH, opened
from sync.center.web.visit import Visit
from sync.center.web.work_view import view_of
from sync.model.control_sheet import RESULT_WORDS, control_sheet


def sheet_page(visit: Visit) -> Response:
    """The sheet as the history writes it."""
    one = opened(visit)
    view = view_of(visit, one.named)
    dossier = view.dossier if view is not None else one.dossier
    sheet = control_sheet(dossier, lambda code: one.units.get(code, code) if code else visit.center.title)
    return visit.show(
        "control_sheet.html",
        one=one,
        dossier=dossier,
        sheet=sheet,
        results=RESULT_WORDS,
        unit_name=one.units.get(dossier.unit, dossier.unit),
    )


PAGES = (Page("control-sheet", PATH + "/kiem-soat", sheet_page),)

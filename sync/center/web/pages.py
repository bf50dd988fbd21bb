"""Every page of the center as routes of its server; a hub has none."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sync.center.store.opening import Center
from sync.center.web import (
    account_pages,
    bulk_pages,
    catalogue_pages,
    citizen_pages,
    delivery_pages,
    dossier_pages,
    exposed_pages,
    factor_pages,
    fleet_pages,
    inbox_pages,
    key_pages,
    log_pages,
    message_pages,
    notice_pages,
    process_pages,
    release_pages,
    report_pages,
    retention_pages,
    session_pages,
    sheet_pages,
    staff_pages,
    statutory_pages,
    supplement_pages,
    task_pages,
    unit_change_pages,
    unit_pages,
    verb_pages,
)
from sync.center.web.door import Door, Page
from sync.center.web.visit import Visit
from sync.resources import read_resource

_DAY = "public, max-age=86400"


def style_page(_visit: Visit) -> Response:
    """The style sheet."""
    return Response(read_resource("web", "style.css"), media_type="text/css", headers={"Cache-Control": _DAY})


def mark_page(_visit: Visit) -> Response:
    """The little picture in the browser's tab."""
    return Response(
        read_resource("web", "mark.svg"), media_type="image/svg+xml", headers={"Cache-Control": _DAY}
    )


PAGES: tuple[Page, ...] = (
    Page("style", "/style.css", style_page, guarded=False),
    Page("mark", "/mark.svg", mark_page, guarded=False),
    *account_pages.PAGES,
    *factor_pages.PAGES,
    *session_pages.PAGES,
    *inbox_pages.PAGES,
    *dossier_pages.PAGES,
    *supplement_pages.PAGES,
    *verb_pages.PAGES,
    *sheet_pages.PAGES,
    *task_pages.PAGES,
    *bulk_pages.PAGES,
    *delivery_pages.PAGES,
    *process_pages.PAGES,
    *catalogue_pages.PAGES,
    *release_pages.PAGES,
    *report_pages.PAGES,
    *statutory_pages.PAGES,
    *staff_pages.PAGES,
    *key_pages.PAGES,
    *log_pages.PAGES,
    *unit_pages.PAGES,
    *unit_change_pages.PAGES,
    *retention_pages.PAGES,
    *fleet_pages.PAGES,
    *exposed_pages.PAGES,
    *notice_pages.PAGES,
    *message_pages.PAGES,
    *citizen_pages.PAGES,
)


def missing_page(visit: Visit) -> Response:
    """For an address that is no page's."""
    return visit.trouble(404, "Không có trang này.", "Kiểm tra lại địa chỉ, hoặc đi từ trang đầu.")


MISSING = Page("missing", "", missing_page)


def web_routes(center: Center) -> list[Route]:
    """The routes of all pages."""
    if center.upstream is not None:
        return []
    door = Door(center, account_pages.login_page)
    return [
        Route(page.path, door.to(page), methods=["GET", "POST"] if page.send else ["GET"], name=page.name)
        for page in PAGES
    ]


def web_missing(center: Center) -> Callable[[Request], Awaitable[Response]]:
    """What answers a browser that asks for what is not there."""
    return Door(center, account_pages.login_page).to(MISSING)


def is_browser(request: Request) -> bool:
    """Whether somebody looks at the answer: a page is given then, else a plain line."""
    return request.method == "GET" and "text/html" in request.headers.get("accept", "")

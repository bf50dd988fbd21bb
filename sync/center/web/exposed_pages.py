"""What lay on a machine, beside its revocation: on the page, and as a file. Whoever looks is recorded."""

from __future__ import annotations

from starlette.responses import Response

from sync.center.store.trouble import CenterError
from sync.center.units.exposed import Exposed, exposed
from sync.center.web.door import Page
from sync.center.web.fleet_pages import ONE, machine_of
from sync.center.web.visit import Visit
from sync.center.work.exposing import listed_words, take
from sync.reports.lists import csv_of_list, paper_of_list

SHOWN = 200
MOST_DAYS = 3660


class NoFile(CenterError):
    """No such form."""

    status = 404

    def __init__(self) -> None:
        super().__init__("Không có tệp loại này.", "Chọn CSV hoặc PDF.")


def _found(visit: Visit) -> tuple[Exposed, int | None]:
    machine = machine_of(visit)[0].machine
    text = visit.query.get("ngay", "")
    days = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else None
    days = None if days is None or not 0 < days <= MOST_DAYS else days
    return exposed(visit.center, machine.node.hex(), days), days


def list_page(visit: Visit) -> Response:
    """The newest of them."""
    machine, name = machine_of(visit)
    found, days = _found(visit)
    some = take(visit.center, found, "exposed-read", visit.member, SHOWN)
    return visit.show(
        "exposed.html",
        found=found,
        days=days,
        listed=some,
        machine=machine.machine,
        unit_name=name,
        most_days=MOST_DAYS,
    )


def file_page(visit: Visit) -> Response:
    """All of them as CSV or PDF."""
    kind = visit.query.get("dang", "csv")
    if kind not in ("csv", "pdf"):
        raise NoFile
    found, _days = _found(visit)
    told = listed_words(found, take(visit.center, found, "exposed-exported", visit.member))
    if kind == "pdf":
        made = f"{visit.now:%H:%M %d/%m/%Y}"
        body, media = paper_of_list(told, visit.center.title, made), "application/pdf"
    else:
        body, media = csv_of_list(told), "text/csv; charset=utf-8"
    name = f"ho-so-tren-may-{found.unit}-{found.desk}".lower()
    return Response(
        body, media_type=media, headers={"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    )


PAGES = (
    Page("exposed", ONE + "/ho-so", list_page),
    Page("exposed-file", ONE + "/ho-so/tep", file_page),
)

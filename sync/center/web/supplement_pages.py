"""The first filing and the supplement of a dossier side by side: what is new, what took the place of what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.responses import Response

from sync.center.staff.record import record
from sync.center.units.tree import center_rows
from sync.center.web.door import Page
from sync.center.web.dossier_pages import PATH, Opened, is_late, opened
from sync.center.web.visit import Visit
from sync.center.work.scans import scans_of
from sync.model.scan import Scan
from sync.model.supplements import Change, Pair, supplements_of

COMPARED = "/bo-sung"
CHANGES: Mapping[Change, str] = {
    Change.NEW: "+ mới",
    Change.REPLACED: "↻ thay bản trước",
    Change.SAME: "= giống bản trước",
    Change.KEPT: "giữ nguyên",
}
"""What is said of a pair of scans."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two scans on the page: which page of it is shown, and where the pages beside it are."""

    title: str
    scan: Scan | None
    state: str = ""
    number: int = 1
    back: str = ""
    on: str = ""


def compare_page(visit: Visit) -> Response:
    """A supplement: what was asked for, what came, and two scans side by side; looking is recorded."""
    one = opened(visit)
    found = supplements_of(one.dossier)
    which = _number(visit.query.get("lan", ""), len(found), len(found))
    shown = found[which - 1] if found else None
    pairs = shown.pairs if shown is not None else ()
    place = _number(visit.query.get("giay", ""), 1, len(pairs))
    pair = pairs[place - 1] if pairs else None
    states = {scan.entry: state for scan, state in scans_of(visit.center, f"unit:{one.unit}", one.dossier.id)}
    sides = _sides(visit, pair, states, {"lan": which, "giay": place}) if pair is not None else ()
    _noted(visit, one, [side.scan for side in sides if side.scan is not None])
    rows = [
        (line, "?" + urlencode({"lan": which, "giay": at}) + "#so-sanh")
        for at, line in enumerate(pairs, start=1)
    ]
    return visit.show(
        "compare.html",
        one=one,
        dossier=one.dossier,
        late=is_late(one.dossier, visit.now),
        supplements=found,
        which=which,
        shown=shown,
        rows=rows,
        place=place,
        sides=sides,
        changes=CHANGES,
        pair=pair,
    )


def _number(text: str, otherwise: int, most: int) -> int:
    """A number from 1 to `most` out of an address, or another."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise
    return number if 1 <= number <= most else otherwise


def _sides(
    visit: Visit, pair: Pair, states: Mapping[bytes, str], here: Mapping[str, int]
) -> tuple[Side, ...]:
    pages = {
        name: _number(visit.query.get(name, ""), 1, max(scan.file.pages, 1) if scan else 1)
        for name, scan in (("truoc", pair.before), ("sau", pair.after))
    }

    def side(name: str, title: str, scan: Scan | None) -> Side:
        if scan is None:
            return Side(title, None)
        number = pages[name]

        def to(page: int) -> str:
            return "?" + urlencode({**here, **pages, name: page}) + "#so-sanh"

        back = to(number - 1) if number > 1 else ""
        on = to(number + 1) if number < scan.file.pages else ""
        return Side(title, scan, states.get(scan.entry, "missing"), number, back, on)

    return (side("truoc", "Nộp lần đầu", pair.before), side("sau", "Bổ sung", pair.after))


def _noted(visit: Visit, one: Opened, scans: list[Scan]) -> None:
    with visit.center.store.transaction() as ledger:
        rows = center_rows(ledger)
        for scan in scans:
            what = f"{one.dossier.number} {scan.name.hex()[:16]}"
            record(visit.center, rows, visit.member.id, visit.member.login, "scan-opened", what)


PAGES = (Page("compare", PATH + COMPARED, compare_page),)

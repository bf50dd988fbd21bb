"""One dossier: what is known of it, its scans, and the acts on it, each a form of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.responses import Response

from sync.center.staff.record import record
from sync.center.staff.roles import Role
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows, read_units
from sync.center.web.door import Page
from sync.center.web.rights import may_set
from sync.center.web.visit import Visit
from sync.center.web.work_view import work_part
from sync.center.work.deciding import decide, forward_dossier
from sync.center.work.scans import scan_pages, scans_of
from sync.center.work.scope import Scope, scope_of, sees
from sync.center.work.seen import DossierChanged, check_seen, seen_of
from sync.journal.ledger import Ledger
from sync.model.dossier import Dossier, Event, Officer
from sync.model.fold_words import OPINION_WORDS, OUTCOME_WORDS
from sync.model.number import is_unit
from sync.model.scan import Scan
from sync.model.status import PERMITTED, Status
from sync.model.supplements import supplements_of
from sync.reports.facts import RUNNING

PATH = "/ho-so/{unit}/{dossier}"
MAX_REASON = 2000
REFUSED = "done:refused"
"""The choice that a dossier is done with the result that it is not granted."""
_REASONED = (Status.SUPPLEMENT, Status.FEE_DUE, Status.STOPPED, Status.WITHDRAWN, Status.REFUSED)
_PICTURE_DPI = 110.0
_MAX_PAGES = 2000


class NoDossier(CenterError):
    """Not here, or not for this account: nobody is told which."""

    status = 404

    def __init__(self) -> None:
        super().__init__(
            "Không có hồ sơ này, hoặc hồ sơ không thuộc phạm vi của tài khoản.",
            "Hãy tìm lại hồ sơ trong danh sách.",
        )


@dataclass(frozen=True, slots=True)
class Opened:
    """A dossier as it was read, with the names of units and what the account sees."""

    unit: str
    dossier: Dossier
    units: dict[str, str]
    scope: Scope

    @property
    def path(self) -> str:
        """Its page."""
        return f"/ho-so/{self.unit}/{self.dossier.id.hex()}"

    @property
    def named(self) -> str:
        """As the acts find it."""
        return f"{self.unit}/{self.dossier.id.hex()}"


def opened(visit: Visit) -> Opened:
    """The dossier of the address. Raises `NoDossier`."""
    unit, name = visit.parameters["unit"].upper(), visit.parameters["dossier"]
    try:
        dossier = bytes.fromhex(name)
    except ValueError:
        raise NoDossier from None
    if not is_unit(unit) or len(dossier) != 16:
        raise NoDossier
    with visit.center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        found = ledger.dossier(f"unit:{unit}", dossier)
        scope = scope_of(rows, visit.member.unit)
        if found is None or not sees(scope, found):
            raise NoDossier
        return Opened(unit, found, {one.code: one.name for one in read_units(rows)}, scope)


def dossier_page(visit: Visit) -> Response:
    """Everything about a dossier; that it was opened is recorded."""
    one = opened(visit)
    with visit.center.store.transaction() as ledger:
        rows = center_rows(ledger)
        record(visit.center, rows, visit.member.id, visit.member.login, "dossier-opened", one.dossier.number)
    scans = scans_of(visit.center, f"unit:{one.unit}", one.dossier.id)
    work = work_part(visit, one.named, one.path)
    return _shown(
        visit,
        "dossier.html",
        one,
        scans=scans,
        compared=bool(supplements_of(one.dossier)),
        work=work,
        outcomes=OUTCOME_WORDS,
        opinions=OPINION_WORDS,
    )


def is_late(dossier: Dossier, now: datetime) -> bool:
    """Whether a dossier whose clock runs is past its due time."""
    runs = dossier.status in RUNNING and dossier.annulled is None
    return dossier.due_at is not None and runs and dossier.due_at < now


def _shown(visit: Visit, template: str, one: Opened, status: int = 200, **values: Any) -> Response:
    late = is_late(one.dossier, visit.now)
    return visit.show(template, status, one=one, dossier=one.dossier, late=late, **values)


def choices(dossier: Dossier, roles: frozenset[Role]) -> list[tuple[str, str]]:
    """Where staff with these roles may move a dossier: (value, words). Giving a result out is the desk's."""
    again = dossier.status is Status.DONE
    return [one for one in _onward(dossier) if may_set(roles, one[0], again=again)]


def _onward(dossier: Dossier) -> list[tuple[str, str]]:
    if dossier.annulled is not None:
        return []
    found: list[tuple[str, str]] = []
    for status in PERMITTED[dossier.status]:
        if status is Status.RETURNED:
            continue
        if status is Status.DONE:
            found += [
                (str(status), "Đã xử lý xong – có kết quả"),
                (REFUSED, "Đã xử lý xong – từ chối giải quyết"),
            ]
        else:
            found.append((str(status), status.label))
    return found


def decide_page(
    visit: Visit, status: int = 200, trouble: str = "", changed: tuple[Event, ...] = ()
) -> Response:
    """The form of a decision."""
    one = opened(visit)
    return _shown(
        visit,
        "decide.html",
        one,
        status,
        choices=choices(one.dossier, visit.member.roles),
        seen=seen_of(one.dossier),
        trouble=trouble,
        changed=changed,
        max_reason=MAX_REASON,
    )


def decide_sent(visit: Visit) -> Response:
    """Decides, if nobody else acted meanwhile."""
    one, form = opened(visit), visit.form
    chosen, reason = form.get("status"), " ".join(form.get("reason").split())
    if chosen not in dict(choices(one.dossier, visit.member.roles)):
        form.wrong("status", "Chọn trạng thái mới của hồ sơ.")
    back = one.dossier.status is Status.DONE and chosen == Status.PROCESSING
    if not reason and (chosen in (*_REASONED, REFUSED) or back):
        form.wrong("reason", "Ghi lý do; quầy in lý do này lên phiếu cho công dân.")
    if len(reason) > MAX_REASON:
        form.wrong("reason", f"Lý do dài {len(reason)} ký tự; viết trong {MAX_REASON} ký tự.")
    status, _, result = chosen.partition(":")

    def act() -> None:
        decide(
            visit.center,
            one.named,
            status,
            reason,
            officer=officer(visit),
            result=result,
            check=_check(visit, one),
        )

    return _acted(visit, one, decide_page, act, "decided", f"{one.dossier.number} {chosen}")


def forward_page(
    visit: Visit, status: int = 200, trouble: str = "", changed: tuple[Event, ...] = ()
) -> Response:
    """The form of sending a dossier to another unit."""
    one = opened(visit)
    with visit.center.store.snapshot() as ledger:
        units = [
            unit for unit in read_units(center_rows(ledger)) if not unit.successor and unit.code != one.unit
        ]
    return _shown(
        visit,
        "forward.html",
        one,
        status,
        targets=units,
        seen=seen_of(one.dossier),
        trouble=trouble,
        changed=changed,
        max_reason=MAX_REASON,
    )


def forward_sent(visit: Visit) -> Response:
    """Forwards, if nobody else acted meanwhile."""
    one, form = opened(visit), visit.form
    target, note = form.get("unit"), " ".join(form.get("note").split())
    if not target:
        form.wrong("unit", "Chọn đơn vị nhận hồ sơ.")
    elif target not in one.units or target == one.unit:
        form.wrong("unit", "Đơn vị này không nhận được hồ sơ; hãy chọn đơn vị khác.")
    if len(note) > MAX_REASON:
        form.wrong("note", f"Ghi chú dài {len(note)} ký tự; viết trong {MAX_REASON} ký tự.")

    def act() -> None:
        forward_dossier(
            visit.center, one.named, target, note, officer=officer(visit), check=_check(visit, one)
        )

    return _acted(visit, one, forward_page, act, "forwarded", f"{one.dossier.number} {target}")


def officer(visit: Visit) -> Officer:
    """Who acts, as entries name them."""
    return Officer(visit.member.login, visit.member.name)


def _check(visit: Visit, one: Opened) -> Callable[[Ledger, Dossier], None]:
    def check(_ledger: Ledger, now: Dossier) -> None:
        if not sees(one.scope, now):
            raise NoDossier
        check_seen(now, visit.form.get("seen"))

    return check


def _acted(
    visit: Visit, one: Opened, page: Callable[..., Response], act: Callable[[], None], done: str, what: str
) -> Response:
    """Runs an act and goes back to the dossier; the form again with what is wrong, nothing typed lost."""
    if visit.form.mistakes:
        return page(visit, 422)
    try:
        act()
    except DossierChanged as error:
        return page(visit, 409, error.sentence, error.events)
    except NoDossier:
        raise
    except CenterError as error:
        return page(visit, 422, error.sentence)
    with visit.center.store.transaction() as ledger:
        record(visit.center, center_rows(ledger), visit.member.id, visit.member.login, done, what)
    return visit.to(one.path, done)


# -- scans -----------------------------------------------------------------------------------------------


def _scan(visit: Visit) -> tuple[Opened, Scan]:
    one = opened(visit)
    wanted = visit.parameters["scan"].lower()
    for scan in one.dossier.scans:
        if len(wanted) >= 16 and scan.name.hex().startswith(wanted):
            return one, scan
    raise NoDossier


def _page_number(visit: Visit, text: str, scan: Scan) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 5):
        raise NoDossier
    number = int(text)
    if not 1 <= number <= min(max(scan.file.pages, 1), _MAX_PAGES):
        raise NoDossier
    return number


def scan_page(visit: Visit) -> Response:
    """One page of a scan, with ways to the others; that it was looked at is recorded."""
    one, scan = _scan(visit)
    number = _page_number(visit, visit.query.get("trang", "1"), scan)
    [state] = [
        state
        for held, state in scans_of(visit.center, f"unit:{one.unit}", one.dossier.id)
        if held.entry == scan.entry
    ]
    with visit.center.store.transaction() as ledger:
        rows = center_rows(ledger)
        what = f"{one.dossier.number} {scan.name.hex()[:16]}"
        record(visit.center, rows, visit.member.id, visit.member.login, "scan-opened", what)
    return _shown(visit, "scan.html", one, scan=scan, number=number, state=state)


def scan_picture(visit: Visit) -> Response:
    """A page of a scan as a PNG, drawn in memory; the file itself never leaves the center."""
    one, scan = _scan(visit)
    number = _page_number(visit, visit.parameters["number"], scan)
    drawn = scan_pages(visit.center, f"unit:{one.unit}", scan, _PICTURE_DPI, number - 1, 1)
    if not drawn:
        raise NoDossier
    return Response(drawn[0], media_type="image/png")


PAGES = (
    Page("dossier", PATH, dossier_page),
    Page("decide", PATH + "/quyet-dinh", decide_page, decide_sent),
    Page("forward", PATH + "/chuyen", forward_page, forward_sent),
    Page("scan", PATH + "/ban-chup/{scan}", scan_page),
    Page("scan-picture", PATH + "/ban-chup/{scan}/{number}.png", scan_picture),
)

"""Every machine below the center: how it stands, revoking it, and what a revoked one sent later."""

from __future__ import annotations

from datetime import date, datetime

from starlette.responses import Response

from sync.center.exchange.copies import held_copies
from sync.center.staff.record import record
from sync.center.store.trouble import CenterError
from sync.center.units.exposed import exposed
from sync.center.units.revoking import admit, quarantine, revoke
from sync.center.units.standing import Opened, machines, open_machine
from sync.center.units.tree import center_rows, read_units
from sync.center.web.door import Page
from sync.center.web.visit import Visit
from sync.center.work.scope import scope_of
from sync.model.moment import VIETNAM

LIST = "/may-quay"
ONE = LIST + "/mot/{node}"
MOST = 1000
MAX_REASON = 500


class NoMachine(CenterError):
    """Not there, or not for this account."""

    status = 404

    def __init__(self) -> None:
        super().__init__("Không có máy này trong phạm vi của tài khoản.", "Xem lại danh sách máy quầy.")


def list_page(visit: Visit) -> Response:
    """The fleet; those that need care first, if nothing else is asked for."""
    with visit.center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        scope = scope_of(rows, visit.member.unit)
        names = {one.code: one.name for one in read_units(rows)}
    found = machines(visit.center, scope)
    care = [one for one in found if one.needs_care(visit.now)]
    only = visit.query.get("loc") == "can-xem"
    shown = (
        care if only else sorted(found, key=lambda one: (not one.needs_care(visit.now), one.unit, one.desk))
    )
    return visit.show(
        "fleet.html",
        machines=shown[:MOST],
        total=len(found),
        care=len(care),
        only=only,
        names=names,
        apart=sum(one.apart for one in found),
    )


def machine_of(visit: Visit) -> tuple[Opened, str]:
    """The machine of the address and its unit's name. Raises `NoMachine`."""
    try:
        node = bytes.fromhex(visit.parameters["node"])
    except ValueError:
        raise NoMachine from None
    try:
        found = open_machine(visit.center, node)
    except CenterError as error:
        raise NoMachine from error
    with visit.center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        scope = scope_of(rows, visit.member.unit)
        names = {one.code: one.name for one in read_units(rows)}
    if scope is not None and found.machine.unit not in scope:
        raise NoMachine
    return found, names.get(found.machine.unit, found.machine.unit)


def one_page(visit: Visit) -> Response:
    """A machine: its journals, its ranges of numbers, and its revocation."""
    found, name = machine_of(visit)
    copies = [
        (datetime.fromtimestamp(one.at, VIETNAM), one.length)
        for one in held_copies(visit.center, f"unit:{found.machine.unit}")
        if one.node == found.machine.node
    ]
    return visit.show("machine.html", one=found, machine=found.machine, unit_name=name, copies=copies)


def revoke_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """The form of a revocation."""
    found, name = machine_of(visit)
    return visit.show(
        "revoke.html",
        status,
        one=found,
        machine=found.machine,
        unit_name=name,
        trouble=trouble,
        longest=MAX_REASON,
        exposed=exposed(visit.center, found.machine.node.hex()),
    )


def revoke_sent(visit: Visit) -> Response:
    """Revokes a machine; what the center has of it counts on."""
    found, form = machine_of(visit)[0], visit.form
    reason, day = " ".join(form.get("reason").split()), form.get("ranges_from")
    if not reason:
        form.wrong("reason", "Ghi lý do thu hồi.")
    elif len(reason) > MAX_REASON:
        form.wrong("reason", f"Lý do dài {len(reason)} ký tự; viết trong {MAX_REASON} ký tự.")
    since = None
    if day:
        try:
            since = date.fromisoformat(day)
        except ValueError:
            form.wrong("ranges_from", "Ngày chưa đúng.")
    if form.get("sure") != "yes":
        form.wrong("sure", "Đánh dấu xác nhận: thu hồi không hoàn tác được.")
    if found.bounds is not None:
        form.wrong("sure", "Máy này đã được thu hồi.")
    if form.mistakes:
        return revoke_page(visit, 422)
    try:
        revoke(visit.center, found.machine.node.hex(), _who(visit), reason, ranges_from=since)
    except CenterError as error:
        return revoke_page(visit, 422, error.sentence)
    _note(visit, "revoked", f"{found.machine.unit}/{found.machine.desk} {found.machine.node.hex()[:8]}")
    return visit.to(f"{LIST}/mot/{found.machine.node.hex()}", "revoked")


def apart_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """What revoked machines sent beyond their bounds, to be compared with slips."""
    return visit.show(
        "apart.html", status, waiting=quarantine(visit.center), trouble=trouble, longest=MAX_REASON
    )


def apart_sent(visit: Visit) -> Response:
    """Lets a run of entries count."""
    form = visit.form
    reason = " ".join(form.get("reason").split())
    if not reason:
        form.wrong("reason", "Ghi đã đối chiếu với giấy tờ nào.")
    node, incarnation, seq, digest = (form.get("place").split(" ") + [""] * 4)[:4]
    if not (digest and seq.isascii() and seq.isdigit() and len(seq) < 16):
        form.wrong("place", "Chọn phần dữ liệu được tính.")
    if form.mistakes:
        return apart_page(visit, 422)
    try:
        admit(visit.center, node, incarnation, int(seq), digest, _who(visit), reason)
    except CenterError as error:
        return apart_page(visit, 422, error.sentence)
    _note(visit, "admitted", f"{node[:8]} {seq}")
    return visit.to(LIST + "/cach-ly", "admitted")


def _who(visit: Visit) -> str:
    return f"{visit.member.name} ({visit.member.login})"


def _note(visit: Visit, act: str, what: str) -> None:
    with visit.center.store.transaction() as ledger:
        record(visit.center, center_rows(ledger), visit.member.id, visit.member.login, act, what)


PAGES = (
    Page("fleet", LIST, list_page),
    Page("apart", LIST + "/cach-ly", apart_page, apart_sent),
    Page("machine", ONE, one_page),
    Page("revoke", ONE + "/thu-hoi", revoke_page, revoke_sent),
)

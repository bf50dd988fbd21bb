"""The tree of units, each unit's page, and the forms that change them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any

from starlette.responses import Response

from sync.center.staff.accounts import follow_unit
from sync.center.staff.record import record
from sync.center.store.trouble import CenterError
from sync.center.units.invitations import DAYS, invite
from sync.center.units.merging import merge_units
from sync.center.units.restored import not_heard
from sync.center.units.standing import invitations, machines, scans_behind, withdraw
from sync.center.units.tree import Unit, center_rows, put_unit, read_units
from sync.center.web.door import Page
from sync.center.web.visit import Visit
from sync.center.work.scope import Scope, scope_of
from sync.model import kinds
from sync.model.number import MAIN_DESKS, is_unit

LIST = "/don-vi"
ONE = LIST + "/mot/{unit}"
MAX_NAME = 200


class NoUnit(CenterError):
    """Not there, or not for this account."""

    status = 404

    def __init__(self) -> None:
        super().__init__("Không có đơn vị này trong phạm vi của tài khoản.", "Xem lại danh sách đơn vị.")


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of the tree: the unit and how deep it stands."""

    unit: Unit
    depth: int


def tree_of(units: list[Unit]) -> list[Branch]:
    """Units under their parents, by code; one whose parent is not among them stands at the top."""
    codes = {one.code for one in units}
    below: dict[str, list[Unit]] = {}
    for one in units:
        below.setdefault(one.parent if one.parent in codes else "", []).append(one)
    found: list[Branch] = []
    waiting = [Branch(one, 0) for one in reversed(below.get("", []))]
    while waiting:
        branch = waiting.pop()
        found.append(branch)
        waiting += [Branch(one, branch.depth + 1) for one in reversed(below.get(branch.unit.code, []))]
    return found


def _read(visit: Visit) -> tuple[list[Unit], Scope]:
    with visit.center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        scope = scope_of(rows, visit.member.unit)
        return [one for one in read_units(rows) if scope is None or one.code in scope], scope


def unit_here(visit: Visit) -> tuple[Unit, list[Unit]]:
    """The unit of the address and all that the account sees. Raises `NoUnit`."""
    units, _scope = _read(visit)
    code = visit.parameters["unit"].upper()
    for one in units:
        if one.code == code:
            return one, units
    raise NoUnit


def list_page(visit: Visit) -> Response:
    """The tree, with how many machines each unit has and how many need care."""
    units, scope = _read(visit)
    desks: dict[str, list[int]] = {}
    for one in machines(visit.center, scope):
        counts = desks.setdefault(one.unit, [0, 0])
        counts[0] += not one.revoked
        counts[1] += one.needs_care(visit.now)
    return visit.show("units.html", tree=tree_of(units), desks=desks)


def one_page(visit: Visit) -> Response:
    """A unit: where it stands, its machines, invitations, and scans that have not come."""
    unit, units = unit_here(visit)
    with visit.center.store.snapshot() as ledger:
        waiting = not_heard(center_rows(ledger), unit.code)
    return visit.show(
        "unit.html",
        unit=unit,
        names={one.code: one.name for one in units},
        below=[one for one in units if one.parent == unit.code],
        before=[one for one in units if one.successor == unit.code],
        machines=machines(visit.center, [unit.code]),
        invitations=invitations(visit.center, unit.code) if visit.may("invite") else [],
        scans=scans_behind(visit.center, unit.code),
        waiting=waiting,
    )


# -- adding and changing ------------------------------------------------------------------------------------


def seen_unit(unit: Unit) -> str:
    """What a form saw of a unit."""
    return sha256(f"{unit.name}\x00{unit.parent}\x00{unit.successor}".encode()).hexdigest()[:24]


def _form(visit: Visit, unit: Unit | None, status: int, trouble: str) -> Response:
    units, _scope = _read(visit)
    above = [one for one in units if not one.successor and (unit is None or one.code != unit.code)]
    seen = seen_unit(unit) if unit else ""
    return visit.show("unit_form.html", status, unit=unit, above=above, seen=seen, trouble=trouble)


def add_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """The form of a new unit."""
    return _form(visit, None, status, trouble)


def add_sent(visit: Visit) -> Response:
    """A new unit; one that is there already is not overwritten."""
    form = visit.form
    code = "".join(form.get("code").split()).upper()
    if not is_unit(code):
        form.wrong("code", "Mã định danh chưa đúng; ví dụ: H26.16.05 hoặc 000.00.06.H56.")
    _check_name(visit)
    if form.mistakes:
        return add_page(visit, 422)
    try:
        with visit.center.store.transaction() as ledger:
            rows = center_rows(ledger)
            rows.lock(visit.center.channel)
            if code in {one.code for one in read_units(rows)}:
                form.wrong("code", f"Đơn vị {code} đã có; hãy mở đơn vị đó để sửa.")
                return add_page(visit, 422)
            put_unit(visit.center, ledger, code, form.get("name"), form.get("parent"))
            record(visit.center, rows, visit.member.id, visit.member.login, "unit-saved", code)
    except CenterError as error:
        return add_page(visit, 422, error.sentence)
    return visit.to(f"{LIST}/mot/{code}", "unit")


def edit_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """The form of a unit's name and place."""
    return _form(visit, unit_here(visit)[0], status, trouble)


def edit_sent(visit: Visit) -> Response:
    """Another name or place, if nobody else changed them meanwhile."""
    unit, form = unit_here(visit)[0], visit.form
    _check_name(visit)
    if form.mistakes:
        return edit_page(visit, 422)
    try:
        with visit.center.store.transaction() as ledger:
            rows = center_rows(ledger)
            rows.lock(visit.center.channel)
            [now] = [one for one in read_units(rows) if one.code == unit.code]
            if seen_unit(now) != form.get("seen"):
                return edit_page(visit, 409, f"Người khác vừa sửa đơn vị này thành “{now.name}”.")
            put_unit(visit.center, ledger, unit.code, form.get("name"), form.get("parent"))
            record(visit.center, rows, visit.member.id, visit.member.login, "unit-saved", unit.code)
    except CenterError as error:
        return edit_page(visit, 422, error.sentence)
    return visit.to(f"{LIST}/mot/{unit.code}", "unit")


def _check_name(visit: Visit) -> None:
    name = " ".join(visit.form.get("name").split())
    if not name:
        visit.form.wrong("name", "Ghi tên đơn vị.")
    elif len(name) > MAX_NAME:
        visit.form.wrong("name", f"Tên dài {len(name)} ký tự; viết trong {MAX_NAME} ký tự.")


# -- merging ------------------------------------------------------------------------------------------------


def merge_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """The form of a merger, or of another identifier."""
    unit, units = unit_here(visit)
    others = [one for one in units if not one.successor and one.code != unit.code]
    return visit.show("unit_merge.html", status, unit=unit, others=others, trouble=trouble)


def merge_sent(visit: Visit) -> Response:
    """Merges the unit into the one named, which may be new."""
    unit, form = unit_here(visit)[0], visit.form
    into, new = form.get("into"), "".join(form.get("code").split()).upper()
    if bool(into) == bool(new):
        form.wrong("into", "Chọn một đơn vị có sẵn, hoặc ghi mã và tên đơn vị mới ở dưới.")
    if new and not is_unit(new):
        form.wrong("code", "Mã định danh chưa đúng; ví dụ: H26.16.05 hoặc 000.00.06.H56.")
    if new:
        _check_name(visit)
    if form.get("sure") != "yes":
        form.wrong("sure", "Đánh dấu xác nhận: sáp nhập không hoàn tác được.")
    if form.mistakes:
        return merge_page(visit, 422)
    try:
        merged = merge_units(visit.center, [unit.code], into or new, form.get("name") if new else None)
    except CenterError as error:
        return merge_page(visit, 422, error.sentence)
    with visit.center.store.transaction() as ledger:
        rows = center_rows(ledger)
        moved = follow_unit(visit.center, rows, unit.code, merged.unit.code, visit.member)
        what = f"{unit.code} → {merged.unit.code}" + (f", {moved} tài khoản" if moved else "")
        record(visit.center, rows, visit.member.id, visit.member.login, "units-merged", what)
    return visit.to(f"{LIST}/mot/{merged.unit.code}", "merged")


# -- invitations --------------------------------------------------------------------------------------------


def invite_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """The form of an invitation."""
    return visit.show(
        "invite.html",
        status,
        unit=unit_here(visit)[0],
        desks=range(1, MAIN_DESKS + 1),
        days=DAYS,
        trouble=trouble,
    )


def invite_sent(visit: Visit) -> Response:
    """Makes an invitation and shows it, once, to be printed."""
    unit, form = unit_here(visit)[0], visit.form
    days, desk, hub = form.number("days"), form.number("desk"), form.get("role") == kinds.HUB
    if not 1 <= days <= 365:
        form.wrong("days", "Ghi số ngày từ 1 đến 365.")
    if not 0 <= desk <= MAIN_DESKS:
        form.wrong("desk", f"Chọn quầy từ 1 đến {MAIN_DESKS}, hoặc để máy chủ chọn.")
    if form.mistakes:
        return invite_page(visit, 422)
    try:
        made = invite(
            visit.center,
            unit.code,
            form.get("address").strip() or None,
            desk=None if hub else desk or None,
            days=days,
            role=kinds.HUB if hub else kinds.DESK,
        )
    except CenterError as error:
        return invite_page(visit, 422, error.sentence)
    _note(visit, "invited", f"{unit.code} {desk or ''}".strip())
    line = made.encode()
    return visit.show(
        "invitation.html",
        unit=unit,
        hub=hub,
        desk=desk,
        line=line,
        lines=[line[at : at + 40] for at in range(0, len(line), 40)],
        fingerprint=made.fingerprint,
        address=made.address,
        expires=visit.now + timedelta(days=days),
        qr=qr_path(line),
    )


def qr_path(text: str) -> dict[str, Any]:
    """A QR code as one SVG path: ``{"side", "path"}`` in modules, quiet zone included."""
    from sync.typeset.codes import QUIET_QR, merged, qr_rows

    rows = qr_rows(text, "M")
    areas = merged(rows)
    path = "".join(f"M{x + QUIET_QR} {y + QUIET_QR}h{wide}v{high}h-{wide}z" for x, y, wide, high in areas)
    return {"side": len(rows) + 2 * QUIET_QR, "path": path}


def withdraw_page(visit: Visit) -> Response:
    """Asks whether an invitation is to be taken back."""
    return visit.show("withdraw.html", unit=unit_here(visit)[0])


def withdraw_sent(visit: Visit) -> Response:
    """Takes an unused invitation back. Raises `CenterError`."""
    unit = unit_here(visit)[0]
    try:
        code = bytes.fromhex(visit.parameters["code"])
    except ValueError:
        raise NoUnit from None
    with visit.center.store.transaction() as ledger:
        rows = center_rows(ledger)
        rows.lock(visit.center.channel)  # not while a desk enrols with it
        withdraw(rows, unit.code, code)
        record(visit.center, rows, visit.member.id, visit.member.login, "withdrawn", unit.code)
    return visit.to(f"{LIST}/mot/{unit.code}", "withdrawn")


def _note(visit: Visit, act: str, what: str) -> None:
    with visit.center.store.transaction() as ledger:
        record(visit.center, center_rows(ledger), visit.member.id, visit.member.login, act, what)


PAGES = (
    Page("units", LIST, list_page),
    Page("unit-add", LIST + "/them", add_page, add_sent),
    Page("unit", ONE, one_page),
    Page("unit-edit", ONE + "/sua", edit_page, edit_sent),
    Page("unit-merge", ONE + "/sap-nhap", merge_page, merge_sent),
    Page("invite", ONE + "/thu-moi", invite_page, invite_sent),
    Page("withdraw", ONE + "/thu-moi/{code}/thu-lai", withdraw_page, withdraw_sent),
)

"""Splitting a unit, and what became of it: forms and pages beside those of `sync.center.web.unit_pages`."""

from __future__ import annotations

from starlette.responses import Response

from sync.center.staff.accounts import follow_unit
from sync.center.staff.record import record
from sync.center.store.trouble import CenterError
from sync.center.units.history import history_of, told_units
from sync.center.units.splitting import split_unit
from sync.center.units.tree import center_rows
from sync.center.web.door import Page
from sync.center.web.unit_pages import LIST, MAX_NAME, ONE, seen_unit, unit_here
from sync.center.web.visit import Visit
from sync.model.number import is_unit

PARTS = 4
"""Lines of the form: more parts are split off by sending it again."""


def split_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """The form of a split."""
    unit, _units = unit_here(visit)
    return visit.show(
        "unit_split.html", status, unit=unit, seen=seen_unit(unit), parts=range(1, PARTS + 1), trouble=trouble
    )


def _parts(visit: Visit) -> dict[str, str]:
    """Names by code, as far as they are filled in; what is wrong is noted in the form."""
    form, found = visit.form, dict[str, str]()
    for at in range(1, PARTS + 1):
        code = "".join(form.get(f"code{at}").split()).upper()
        name = " ".join(form.get(f"name{at}").split())
        if not code:
            if name:
                form.wrong(f"code{at}", f"Ghi mã của {name}.")
            continue
        if not is_unit(code):
            form.wrong(f"code{at}", "Mã định danh chưa đúng; ví dụ: H26.16.05 hoặc 000.00.06.H56.")
        elif code in found:
            form.wrong(f"code{at}", f"Mã {code} ghi hai lần.")
        if len(name) > MAX_NAME:
            form.wrong(f"name{at}", f"Tên dài {len(name)} ký tự; viết trong {MAX_NAME} ký tự.")
        found[code] = name
    if not found:
        form.wrong("code1", "Ghi mã của đơn vị được tách ra.")
    return found


def split_sent(visit: Visit) -> Response:
    """Splits the unit, if nobody else changed it meanwhile."""
    unit, _units = unit_here(visit)
    form, parts = visit.form, _parts(visit)
    keeper = form.get("keeper")
    place = int(keeper) if keeper in [str(at) for at in range(1, PARTS + 1)] else 0
    taker = "".join(form.get(f"code{place}").split()).upper() if place else ""
    if keeper and not taker:
        form.wrong("keeper", "Đơn vị giữ sổ chưa ghi mã ở trên.")
    if form.get("sure") != "yes":
        form.wrong("sure", "Đánh dấu xác nhận: việc này không hoàn tác được.")
    if form.mistakes:
        return split_page(visit, 422)
    if form.get("seen") != seen_unit(unit):
        return split_page(visit, 409, f"Người khác vừa sửa đơn vị này thành “{unit.name}”.")
    try:
        done = split_unit(visit.center, unit.code, parts, taker)
    except CenterError as error:
        return split_page(visit, 422, error.sentence)
    with visit.center.store.transaction() as ledger:
        rows = center_rows(ledger)
        if taker:
            follow_unit(visit.center, rows, unit.code, taker, visit.member)
        what = f"{unit.code} → {', '.join(one.code for one in done.parts)}"
        record(visit.center, rows, visit.member.id, visit.member.login, "unit-split", what)
    return visit.to(f"{LIST}/mot/{unit.code}", "split")


def history_page(visit: Visit) -> Response:
    """What became of a unit, the latest first."""
    unit, units = unit_here(visit)
    with visit.center.store.snapshot() as ledger:
        told = told_units(visit.center, center_rows(ledger))
    seen = {one.code for one in units}
    turns = history_of([one for one in told if one.code in seen], unit.code)
    return visit.show("unit_history.html", unit=unit, turns=turns)


PAGES = (
    Page("unit-split", ONE + "/tach", split_page, split_sent),
    Page("unit-history", ONE + "/lich-su", history_page),
)

"""Processes per procedure: steps, who does them and how long; the sum is checked before one is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from starlette.responses import Response

from sync.acts.mistakes import Mistake
from sync.center.publishing.in_force import catalogue_of
from sync.center.staff.record import record
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.tree import Unit, center_rows, read_units
from sync.center.web.door import Page
from sync.center.web.forms import Form
from sync.center.web.visit import Visit
from sync.center.web.work_view import actor_of
from sync.center.work.processes import limits_of, processes, set_process
from sync.center.work.scope import scope_of
from sync.model.procedure import CODE
from sync.model.process import (
    ANY,
    MOST_STEPS,
    PROCESS_BELOW_KEY,
    PROCESS_KEY,
    ROLE_LABELS,
    Process,
    default_process,
    hours_words,
    sum_against,
)
from sync.model.strict import FieldError

LIST, ONE = "/quy-trinh", "/quy-trinh/dat"
GONE: Final = "gone"
"""In a form: the kind of a step that shall be left out."""
BELOW: Final = "below"
"""In a form: for every commune."""
KINDS: Final = (
    ("receive", "Tiếp nhận"),
    ("appraise", "Thẩm định"),
    ("resolve", "Giải quyết (thẩm định và ký)"),
    ("approve", "Phê duyệt"),
    ("seal", "Đóng dấu"),
    ("return", "Trả kết quả"),
    (GONE, "Bỏ bước này"),
)
_COLUMNS: Final = ("kind", "code", "name", "role", "office", "limit")
_BLANK: Final = dict.fromkeys(_COLUMNS, "")
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Whose:
    """For whom a process is: the value in a form (empty: the center's own offices) and the words."""

    value: str
    words: str


def _for_whom(visit: Visit) -> list[Whose]:
    """For whom who is logged in may see and set processes."""
    with visit.center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        scope = scope_of(rows, visit.member.unit)
        units: list[Unit] = [one for one in read_units(rows) if not one.successor]
    own = [Whose(one.code, f"{one.name} ({one.code})") for one in units if scope is None or one.code in scope]
    if scope is None:
        return [Whose("", "Các phòng của trung tâm"), Whose(BELOW, "Mọi xã, phường chưa đặt riêng"), *own]
    return sorted(own, key=lambda one: one.value != visit.member.unit)


def _chosen(text: str, offered: list[Whose]) -> str:
    values = [one.value for one in offered]
    if text in values:
        return text
    if not values:
        raise CenterError("Đơn vị của tài khoản không còn.", "Hãy liên hệ quản trị viên.")
    return values[0]


def _standing(visit: Visit, whose: str) -> dict[str, Process]:
    """The processes set for these, by procedure code (empty: all others)."""
    unit = "" if whose == BELOW else whose
    prefix = PROCESS_BELOW_KEY if whose == BELOW else PROCESS_KEY
    found = {
        one.key.removeprefix(prefix): one.process
        for one in processes(visit.center, unit)
        if one.key.startswith(prefix)
    }
    return {"" if key == ANY else key: process for key, process in found.items()}


def processes_page(visit: Visit) -> Response:
    """What was set, for one of those it can be set for."""
    offered = _for_whom(visit)
    whose = _chosen(visit.query.get("cho", ""), offered)
    known = catalogue_of(visit.center)
    lines = []
    for code, process in _standing(visit, whose).items():
        procedure = known.get(code) if code else None
        limit = procedure.limit if procedure is not None else ""
        lines.append(
            {
                "code": code,
                "name": procedure.name if procedure is not None else "",
                "limit": limit,
                "process": process,
                "sum": hours_words(process.hours) or "–",
                "caution": sum_against(process, limit)[1] if limit else "",
            }
        )
    return visit.show("processes.html", offered=offered, whose=whose, lines=lines, roles=ROLE_LABELS)


def process_page(visit: Visit) -> Response:
    """The form: what was typed, else what stands, else what is in force where nothing is set."""
    form, offered = visit.form, _for_whom(visit)
    whose = _chosen(form.get("whose", visit.query.get("cho", "")), offered)
    code = form.get("procedure", visit.query.get("thu-tuc", ""))[:40].strip()
    stands = _standing(visit, whose).get(code)
    rows = _rows(form)
    if not rows:
        limits = limits_of(visit.center, code) if CODE.fullmatch(code) else []
        rows = _rows_of(stands or default_process(limits[0] if limits else ""))
    return _shown(visit, offered, whose, code, rows)


def _shown(
    visit: Visit,
    offered: list[Whose],
    whose: str,
    code: str,
    rows: list[Row],
    status: int = 200,
    trouble: str = "",
) -> Response:
    stands = _standing(visit, whose).get(code)
    procedure = catalogue_of(visit.center).get(code) if code else None
    return visit.show(
        "process.html",
        status,
        offered=offered,
        whose=whose,
        code=code,
        rows=rows,
        stands=stands,
        seen=stands.version if stands is not None else "-",
        changed=stands if status == 409 else None,
        procedure=procedure,
        limits=limits_of(visit.center, code) if procedure is not None else [],
        kinds=KINDS,
        roles=ROLE_LABELS,
        told=_sum_words(visit.center, rows, code),
        trouble=trouble,
    )


def _rows(form: Form) -> list[Row]:
    """The rows of the form as typed, without those that are empty or shall be left out."""
    return [
        {name: " ".join(form.get(f"{name}-{at}")[:300].split()) for name in _COLUMNS}
        for at in range(MOST_STEPS)
        if form.get(f"kind-{at}") != GONE
        and (form.get(f"kind-{at}") or form.get(f"name-{at}") or form.get(f"limit-{at}"))
    ]


def _rows_of(process: Process) -> list[Row]:
    return [{name: getattr(step, name) for name in _COLUMNS} for step in process.steps]


def _raw(visit: Visit, rows: list[Row]) -> dict[str, Any]:
    """As `Process.from_dict` takes it."""
    steps = [{name: value for name, value in row.items() if value} for row in rows]
    more = {name: visit.form.get(name).strip() for name in ("supplement", "basis")}
    return {"steps": steps, **{name: value for name, value in more.items() if value}}


def _sum_words(center: Center, rows: list[Row], code: str) -> tuple[bool, str]:
    """Whether the limits of the rows fit the procedure's, and the sentence about their sum."""
    try:
        process = Process.from_dict({"steps": [{k: v for k, v in row.items() if v} for row in rows]})
    except FieldError:
        return True, ""
    total = hours_words(process.hours)
    for limit in limits_of(center, code) if CODE.fullmatch(code) else []:
        fits, sentence = sum_against(process, limit)
        if sentence:
            return fits, sentence
    return True, f"Các bước cộng lại {total}."


def process_sent(visit: Visit) -> Response:
    """Adds a row, checks, saves, or takes the process back."""
    form, offered, go = visit.form, _for_whom(visit), visit.form.get("go")
    whose, code = _chosen(form.get("whose"), offered), form.get("procedure")[:40].strip()
    rows = _rows(form)
    if form.get("whose") not in [one.value for one in offered]:
        form.wrong("whose", "Chọn nơi áp dụng.")
    if code and not CODE.fullmatch(code):
        form.wrong("procedure", "Mã thủ tục phải có dạng 1.001193.")
    if go == "more":
        if len(rows) >= MOST_STEPS:
            form.wrong("steps", f"Nhiều nhất {MOST_STEPS} bước.")
        else:
            rows.insert(max(len(rows) - 1, 0), _BLANK)
        return _shown(visit, offered, whose, code, rows, 422 if form.mistakes else 200)
    if not rows and go != "off":
        form.wrong("steps", "Chưa có bước nào.")
    if form.mistakes:
        return _shown(visit, offered, whose, code, rows, 422)
    if go == "check":
        _check(visit, rows)
        return _shown(visit, offered, whose, code, rows, 422 if form.mistakes else 200)
    if not form.get("seen"):
        return _shown(visit, offered, whose, code, rows, 422, "Biểu mẫu gửi thiếu; xem lại rồi gửi lần nữa.")
    return _saved(visit, offered, whose, code, rows)


def _check(visit: Visit, rows: list[Row]) -> None:
    try:
        Process.from_dict(_raw(visit, rows))
    except FieldError as error:
        visit.form.wrong(_field(error.field), f"{error.reason[:1].upper()}{error.reason[1:]}.")


def _saved(visit: Visit, offered: list[Whose], whose: str, code: str, rows: list[Row]) -> Response:
    off, seen = visit.form.get("go") == "off", visit.form.get("seen")
    done = set_process(
        visit.center,
        actor_of(visit),
        code,
        None if off else _raw(visit, rows),
        unit="" if whose == BELOW else whose,
        below=whose == BELOW,
        seen="" if seen == "-" else seen,
    )
    if isinstance(done, tuple):
        return _refused(
            visit, done, lambda status, said: _shown(visit, offered, whose, code, rows, status, said)
        )
    with visit.center.store.transaction() as ledger:
        what = f"{code or ANY} {whose}".strip()
        record(visit.center, center_rows(ledger), visit.member.id, visit.member.login, "process", what)
    return visit.to(f"{LIST}?cho={whose}", "process-off" if off else "process")


def _field(path: str) -> str:
    """``steps[2].limit`` is the field ``limit-2`` of the form."""
    head, mark, name = path.partition("].")
    at = head.rpartition("[")[2]
    return f"{name}-{at}" if mark and at.isdigit() else path.partition("[")[0]


def _refused(visit: Visit, mistakes: tuple[Mistake, ...], shown: Any) -> Response:
    stale = [one.message for one in mistakes if one.field == "seen"]
    for one in mistakes:
        if one.field != "seen":
            visit.form.wrong(_field(one.field), one.message)
    answer: Response = shown(409 if stale else 422, " ".join(stale))
    return answer


PAGES = (
    Page("processes", LIST, processes_page),
    Page("process", ONE, process_page, process_sent),
)

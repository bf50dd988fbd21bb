"""Every operation of the API: its address, the scope it asks for, its parameters, and what it does."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sync.acts.mistakes import Mistake
from sync.acts.national import national, progress
from sync.center.api.v1 import shapes
from sync.center.api.v1.problems import Problem
from sync.center.publishing.in_force import catalogue_of
from sync.center.staff.keys import Key, KeyScope
from sync.center.staff.record import record
from sync.center.store.opening import Center
from sync.center.units.tree import center_rows, read_units
from sync.center.work.bringing import ImportConflict, ImportRefused, Told, brought, take_in
from sync.center.work.feed import (
    Changed,
    FeedRestarted,
    Mark,
    Wish,
    changed,
    dossier_of,
    numbered,
    unit_names,
)
from sync.center.work.scope import scope_of
from sync.model.dossier import Dossier
from sync.model.strict import FieldError, Fields
from sync.model.version import version_of

BASE: Final = "/api/v1"
MOST_ROWS: Final = 200
MOST_FULL: Final = 50
_S = KeyScope


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of the query or the path; its schema is what is checked."""

    name: str
    schema: shapes.Schema
    words: str
    within: str = "query"


@dataclass(frozen=True, slots=True)
class Call:
    """One request that was let in: parameters are checked, the body is any JSON value."""

    center: Center
    key: Key
    given: Mapping[str, Any]
    body: object = None

    @property
    def people(self) -> bool:
        """Whether people may be in the answer."""
        return KeyScope.PEOPLE in self.key.scopes


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: plain values for JSON."""

    body: object
    status: int = 200


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation. `answer` and `body` name schemas; `refusals`: what it may answer besides the usual."""

    name: str
    path: str
    scope: KeyScope
    words: str
    answer: str
    work: Callable[[Call], Reply]
    parameters: Sequence[Parameter] = ()
    method: str = "GET"
    body: str = ""
    refusals: Sequence[int] = field(default=())


def _limit(most: int) -> Parameter:
    schema = {"type": "integer", "minimum": 1, "maximum": most, "default": min(50, most)}
    return Parameter("limit", schema, "Số mục nhiều nhất của một trang.")


_AFTER = Parameter(
    "after",
    {"type": "string", "pattern": "^[A-Za-z0-9_-]+$", "maxLength": 200},
    "`next` của trang trước; đọc tiếp từ đó.",
)
_UNIT = Parameter("unit", shapes.UNIT, "Mã định danh của đơn vị tiếp nhận.")
_STATUS = Parameter("status", shapes.STATUS, "Trạng thái.")
_SINCE = Parameter("changed_since", shapes.TIME, "Chỉ hồ sơ có thay đổi ở trung tâm từ lúc này.")
_NUMBER = Parameter("number", shapes.NUMBER, "Mã hồ sơ, đủ cả mã.")
_OF_DOSSIER = (
    Parameter("unit", shapes.UNIT, "Đơn vị tiếp nhận.", "path"),
    Parameter("dossier", shapes.ID, "`id` của hồ sơ.", "path"),
)


def list_units(call: Call) -> Reply:
    """Every unit of the key's scope."""
    with call.center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        scope = scope_of(rows, call.key.unit)
        found = [one for one in read_units(rows) if scope is None or one.code in scope]
    return Reply(
        {
            "units": [
                {"code": u.code, "name": u.name, "parent": u.parent, "successor": u.successor} for u in found
            ]
        }
    )


def list_procedures(call: Call) -> Reply:
    """Procedures by code."""
    catalogue, most = catalogue_of(call.center), call.given.get("limit", 50)
    after = _text_of(call.given["after"]) if "after" in call.given else ""
    codes = sorted(code for code in catalogue.procedures if code > after)
    page, more = codes[:most], len(codes) > most
    return Reply(
        {
            "version": catalogue.version,
            "procedures": [shapes.procedure_out(catalogue.procedures[code]) for code in page],
            "next": _place(page[-1]) if more else None,
            "more": more,
        }
    )


def show_procedure(call: Call) -> Reply:
    """One procedure."""
    found = catalogue_of(call.center).get(call.given["code"])
    if found is None:
        raise Problem(404)
    return Reply(shapes.procedure_out(found))


def list_dossiers(call: Call) -> Reply:
    """Dossiers in the order in which they changed, or those of a number."""
    wish = _wish(call)
    if "number" in call.given:
        rows = numbered(call.center, call.key.unit, call.given["number"], wish)
        return Reply({"dossiers": [shapes.row_out(row) for row in rows], "next": None, "more": False})
    page = _changed(call, wish)
    return Reply(
        {
            "dossiers": [shapes.row_out(row) for row in page.rows],
            "next": _place_of(page.mark),
            "more": page.more,
        }
    )


def show_dossier(call: Call) -> Reply:
    """One dossier with its history."""
    [found], _names = _read(call, [(call.given["unit"], bytes.fromhex(call.given["dossier"]))])
    return Reply(shapes.dossier_out(found, version_of(found), people=call.people))


def export_dossiers(call: Call) -> Reply:
    """A page of dossiers in national field names; what has no reception has none and is left out."""
    page = _changed(call, _wish(call))
    found, names = _read(call, [(row["unit"], bytes.fromhex(row["id"])) for row in page.rows], strict=False)
    some = [one for one in found if one.intake is not None]
    return Reply(
        {
            "service": "DongBoHoSoMC",
            "data": [national(one, names.get(one.unit, one.unit), people=call.people) for one in some],
            "next": _place_of(page.mark),
            "more": page.more,
        }
    )


def export_dossier(call: Call) -> Reply:
    """One dossier and its progress in national field names."""
    [found], names = _read(call, [(call.given["unit"], bytes.fromhex(call.given["dossier"]))])
    if found.intake is None:
        raise Problem(404)
    return Reply(
        {
            "DongBoHoSoMC": national(found, names.get(found.unit, found.unit), people=call.people),
            "CapNhatTienDoHoSoMC": progress(found, names, people=call.people),
        }
    )


def import_dossier(call: Call) -> Reply:
    """A dossier that another office received; told twice it is one."""
    try:
        fields = Fields(call.body)
        message = fields.text("id", most=100, required=True)
        unit = fields.text("unit", most=60, required=True)
        told = Told(call.key.name, message, unit, _take(fields), call.key.unit)
        fields.done()
        if not matches(shapes.MESSAGE, message):
            raise FieldError("id", "chỉ gồm chữ không dấu, số và . _ : -, bắt đầu bằng chữ hoặc số")
        done = take_in(call.center, told)
    except FieldError as error:
        said = f"{error.reason[:1].upper()}{error.reason[1:]}."
        raise Problem(422, errors=[Mistake(error.field, said)]) from None
    except ImportRefused as error:
        raise Problem(422, errors=error.mistakes) from None
    except ImportConflict as error:
        raise Problem(409, str(error), [Mistake(error.field, str(error))]) from None
    return Reply(shapes.brought_out(done), 201 if done.fresh else 200)


def _take(fields: Fields) -> object:
    found = fields.raw("dossier")
    if not isinstance(found, dict):
        raise FieldError("dossier", "phải là một đối tượng")
    return found


def show_import(call: Call) -> Reply:
    """What a message of this system became."""
    done = brought(call.center, call.key.name, call.given["id"])
    if done is None:
        raise Problem(404)
    return Reply(shapes.brought_out(done))


def _wish(call: Call) -> Wish:
    since = 0
    if "changed_since" in call.given:
        try:
            since = int(datetime.fromisoformat(call.given["changed_since"]).timestamp())
        except (ValueError, OverflowError):
            wrong = Mistake("changed_since", "Không có thời điểm này.")
            raise Problem(400, errors=[wrong]) from None
    given = call.given
    return Wish(given.get("unit", ""), given.get("status", ""), max(since, 0), given.get("limit", 50))


def _changed(call: Call, wish: Wish) -> Changed:
    mark = _mark(call.given["after"]) if "after" in call.given else None
    try:
        return changed(call.center, call.key.unit, wish, mark)
    except FeedRestarted:
        said = "Trung tâm đã được khôi phục từ bản sao lưu; hãy đọc lại từ đầu."
        raise Problem(410, said) from None


def _read(
    call: Call, places: Sequence[tuple[str, bytes]], *, strict: bool = True
) -> tuple[list[Dossier], dict[str, str]]:
    """Whole dossiers, and the names of units; where people are in them the reading is recorded first."""
    with call.center.store.snapshot() as ledger:
        some = [dossier_of(ledger, call.key.unit, unit, dossier) for unit, dossier in places]
        names = unit_names(ledger)
    found = [one for one in some if one is not None]
    if strict and len(found) != len(places):
        raise Problem(404)
    if call.people and found:
        with call.center.store.transaction() as ledger:
            rows = center_rows(ledger)
            for one in found:
                what = one.number or f"{one.unit}/{one.id.hex()}"
                record(call.center, rows, 0, call.key.login, "api-read", what)
    return found, names


def matches(schema: shapes.Schema, text: str) -> bool:
    """Whether a text is as a schema's pattern and length say."""
    return len(text) <= schema.get("maxLength", 200) and bool(re.fullmatch(schema["pattern"][1:-1], text))


def _place(text: str) -> str:
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _text_of(place: str) -> str:
    try:
        return urlsafe_b64decode(place + "=" * (-len(place) % 4)).decode()
    except ValueError:
        raise _no_place() from None


def _no_place() -> Problem:
    return Problem(400, errors=[Mistake("after", "Không phải dấu đọc tiếp của trang trước.")])


def _place_of(mark: Mark) -> str:
    return _place(f"{mark.era} {mark.turn} {mark.dossier.hex()} {mark.channel}")


def _mark(place: str) -> Mark:
    parts = _text_of(place).split(" ")
    try:
        era, turn, dossier, channel = parts
        found = Mark(int(era), int(turn), bytes.fromhex(dossier), channel)
    except ValueError:
        raise _no_place() from None
    if not (-1 <= found.turn < 2**63 and 0 <= found.era < 2**31 and "\x00" not in channel):
        raise _no_place()
    return found


OPERATIONS: Final = (
    Operation("listUnits", "/units", _S.CATALOGUE, "Các đơn vị trong phạm vi của khóa.", "Units", list_units),
    Operation(
        "listProcedures", "/procedures", _S.CATALOGUE, "Danh mục thủ tục theo mã.", "Procedures",
        list_procedures, (_AFTER, _limit(MOST_ROWS)),
    ),
    Operation(
        "showProcedure", "/procedures/{code}", _S.CATALOGUE, "Một thủ tục.", "Procedure", show_procedure,
        (Parameter("code", shapes.CODE, "Mã thủ tục.", "path"),), refusals=(404,),
    ),
    Operation(
        "listDossiers", "/dossiers", _S.DOSSIERS,
        "Hồ sơ theo thứ tự thay đổi ở trung tâm; đọc tiếp mãi bằng `next` thì không sót thay đổi nào.",
        "Rows", list_dossiers, (_UNIT, _STATUS, _SINCE, _NUMBER, _AFTER, _limit(MOST_ROWS)), refusals=(410,),
    ),
    Operation(
        "showDossier", "/dossiers/{unit}/{dossier}", _S.DOSSIERS,
        "Một hồ sơ và quá trình giải quyết; thông tin cá nhân chỉ khi khóa có phạm vi people.", "Dossier",
        show_dossier, _OF_DOSSIER, refusals=(404,),
    ),
    Operation(
        "exportDossiers", "/export/dossiers", _S.EXPORT, "Hồ sơ theo tên trường DongBoHoSoMC.",
        "NationalPage", export_dossiers, (_UNIT, _STATUS, _SINCE, _AFTER, _limit(MOST_FULL)), refusals=(410,),
    ),
    Operation(
        "exportDossier", "/export/dossiers/{unit}/{dossier}", _S.EXPORT,
        "Một hồ sơ và tiến trình theo tên trường DongBoHoSoMC, CapNhatTienDoHoSoMC.", "NationalDossier",
        export_dossier, _OF_DOSSIER, refusals=(404,),
    ),
    Operation(
        "importDossier", "/imports", _S.IMPORT,
        "Gửi một hồ sơ đã tiếp nhận ở nơi khác; gửi lại cùng `id` và nội dung thì không thành hồ sơ thứ hai.",
        "Imported", import_dossier, method="POST", body="Import", refusals=(408, 409, 413, 415, 422),
    ),
    Operation(
        "showImport", "/imports/{id}", _S.IMPORT, "Thông điệp đã gửi thành hồ sơ nào.", "Imported",
        show_import, (Parameter("id", shapes.MESSAGE, "`id` của thông điệp.", "path"),), refusals=(404,),
    ),
)  # fmt: skip

"""What a release changes, field by field, in words: beside each value the one that holds before it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from sync.catalogue.catalogue import load_shipped
from sync.catalogue.chain import State, state_on
from sync.catalogue.form_texts import texts_of
from sync.catalogue.published import procedure_with
from sync.catalogue.releases import ABOLISHED, AMENDED, KINDS, NEW, REPLACED, Change, Release, Signed
from sync.catalogue.sheets_out import DAY_NAMES, METHOD_NAMES, YEAR_NAMES
from sync.center.notices.wording import DEFAULT
from sync.model.text import fold
from sync.resources import read_resource

SIZE: Final = 50
KIND_WORDS: Final[Mapping[str, str]] = {
    NEW: "Mới",
    AMENDED: "Sửa đổi",
    REPLACED: "Thay thế",
    ABOLISHED: "Bãi bỏ",
}
TABLE_WORDS: Final[Mapping[str, str]] = {
    "procedures": "Thủ tục",
    "fees": "Phí, lệ phí",
    "calendar": "Lịch làm việc",
    "wording": "Lời văn biểu mẫu",
    "notices": "Thông báo",
}
FIELD_WORDS: Final[Mapping[str, str]] = {
    "name": "Tên",
    "field": "Lĩnh vực",
    "level": "Cấp",
    "decision": "Quyết định",
    "limit": "Thời hạn",
    "limit_online": "Thời hạn trực tuyến",
    "limit_post": "Thời hạn bưu chính",
    "limit_note": "Ghi chú thời hạn",
    "result": "Kết quả",
    "agency": "Cơ quan",
    "effective_from": "Hiệu lực từ",
    "effective_to": "Hiệu lực đến hết",
    "replaced_by": "Thay bằng",
    "fees": "Phí, lệ phí",
    "papers": "Thành phần hồ sơ",
    "cases": "Trường hợp",
    "kind": "Loại ngày",
    "status": "Tình trạng năm",
    "notice": "Căn cứ",
    "sessions": "Giờ làm việc",
    "weekday_sessions": "Giờ theo thứ",
    "same_day_cutoff": "Giờ chót trả trong ngày",
    "sms": "Tin nhắn",
    "subject": "Tiêu đề thư",
    "mail": "Nội dung thư",
}
COLUMN_WORDS: Final[Mapping[str, str]] = {
    "code": "Mã thủ tục",
    "t_direct": "Thời hạn",
    "t_online": "Thời hạn trực tuyến",
    "t_post": "Thời hạn bưu chính",
    "ministry": "Cơ quan",
    "change": "Tình trạng",
    **{name: FIELD_WORDS[name] for name in ("name", "field", "level", "decision", "result", "replaced_by")},
}
"""The columns of a table, by the names in which its mistakes are told."""
_NONE: Final = "–"
_VALUES: Final = {**DAY_NAMES, **YEAR_NAMES}
_METHODS: Final = {
    name: f"theo {words}" if name != "manual" else words for name, words in METHOD_NAMES.items()
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: its name in words, what holds before and after; a dash for nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """One record a release changes."""

    kind: str
    table: str
    key: str
    name: str
    fields: tuple[Field, ...]

    @property
    def kind_words(self) -> str:
        """The kind in Vietnamese."""
        return KIND_WORDS[self.kind]

    @property
    def table_words(self) -> str:
        """The table in Vietnamese."""
        return TABLE_WORDS[self.table]


@dataclass(frozen=True, slots=True)
class Effect:
    """A page of what a release changes: `found` of the wanted kind and words, of which `lines` are shown."""

    lines: tuple[Line, ...]
    found: int
    page: int
    pages: int


def effect(
    before: Sequence[Signed], release: Release, *, kind: str = "", words: str = "", page: int = 1
) -> Effect:
    """What a release changes in what `before` says on its first day; of one `kind`, with these words in
    its key or name. `page` counts from 1."""
    day = release.effective
    then = state_on(before, day)
    wanted = [
        one
        for one in release.changes
        if (kind not in KINDS or one.kind == kind) and _has(one, then, fold(words).split())
    ]
    pages = max(1, -(-len(wanted) // SIZE))
    page = min(max(page, 1), pages)
    now = state_on([*before, Signed(release, b"", b"")], day)
    shown = wanted[(page - 1) * SIZE : page * SIZE]
    return Effect(tuple(_line(one, then, now) for one in shown), len(wanted), page, pages)


def _has(one: Change, state: State, words: Sequence[str]) -> bool:
    said = fold(f"{one.key} {_name(one, state)}") if words else ""
    return all(word in said for word in words)


def _name(one: Change, state: State) -> str:
    """The record's name: as the release gives it, else as it holds."""
    if one.table not in ("procedures", "fees"):
        return ""
    known = load_shipped().base.get(one.key)
    held = state.get(("procedures", one.key), {}).get("name", known.name if known is not None else "")
    return str(one.fields.get("name") or held)


def _line(one: Change, then: State, now: State) -> Line:
    before, after = _held(one, then), _held(one, now)
    fields = tuple(
        Field(FIELD_WORDS.get(name, name), _words(before.get(name)), _words(after.get(name)))
        for name in one.fields
    )
    return Line(one.kind, one.table, one.key, _name(one, then), fields)


def _held(one: Change, state: State) -> Mapping[str, Any]:
    """The record as it holds, with what ships under it."""
    if one.table not in ("procedures", "fees"):
        return {**_shipped(one), **state.get((one.table, one.key), {})}
    fields = {**state.get(("procedures", one.key), {}), **state.get(("fees", one.key), {})}
    made = procedure_with(load_shipped().base.get(one.key), one.key, fields, "")
    return made.to_dict() if made is not None else fields


def _shipped(one: Change) -> Mapping[str, Any]:
    """What ships of a day, a form's wording or a notice."""
    if one.table == "wording":
        return texts_of(one.key)
    return DEFAULT.get(one.key, {}) if one.table == "notices" else _shipped_days().get(one.key, {})


@cache
def _shipped_days() -> Mapping[str, Mapping[str, Any]]:
    table = json.loads(read_resource("calendars", "vietnam.json"))
    days = {
        row["date"]: {name: value for name, value in row.items() if name != "date"} for row in table["days"]
    }
    return days | {f"year:{year}": {"status": status} for year, status in table["years"].items()}


def in_words(value: Any) -> str:
    """A field's value as people read it; a dash for nothing."""
    return _words(value)


def _words(value: Any) -> str:
    if isinstance(value, str) and value in _VALUES:
        return _VALUES[value]
    if value in (None, "", [], {}):
        return _NONE
    if isinstance(value, list | tuple):
        return "; ".join(_words(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(_parts(value))
    if isinstance(value, str) and len(value) == len("2026-01-01") and value[4:5] == "-":
        try:
            return f"{date.fromisoformat(value):%d/%m/%Y}"
        except ValueError:
            return value
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else str(value)


def _parts(value: Mapping[str, Any]) -> Iterator[str]:
    """A record within a field: what it is called, then what it says."""
    if "name" in value:
        yield str(value["name"])
    if "amount" in value:  # a fee: two of them may differ in nothing but how they are counted
        yield _METHODS.get(str(value.get("method", "fixed")), str(value.get("method")))
        if value.get("exempt"):
            yield f"miễn cho {_words(value['exempt'])}"
    for name, one in value.items():
        if name in ("amount", "then_amount", "limit") and one is not None:
            yield _words(one)
        elif name != "name" and "name" not in value:
            yield f"{name} {_words(one)}"

"""A table of dossiers: columns known by the words of their header, each row a request or its mistakes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any, Final

from desk_app.domain.mistakes import DeskError, Mistake
from desk_app.domain.table_file import Cell, TableRow
from sync.acts.requests import IntakeRequest
from sync.model.dossier import Person
from sync.model.moment import VIETNAM
from sync.model.procedure import Procedure
from sync.model.text import fold, tokens

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "procedure": ("thủ tục", "mã thủ tục", "tên thủ tục", "thủ tục hành chính", "mã tthc", "tthc"),
    "case": ("trường hợp", "mã trường hợp"),
    "full_name": (
        "họ và tên",
        "họ tên",
        "người nộp",
        "họ tên người nộp",
        "tên người nộp",
        "họ và tên người nộp",
    ),
    "id_number": (
        "cccd",
        "số cccd",
        "số căn cước",
        "số giấy tờ",
        "số định danh",
        "cccd người nộp",
        "cmnd cccd",
    ),
    "date_of_birth": ("ngày sinh", "ngày tháng năm sinh"),
    "gender": ("giới tính",),
    "address": ("địa chỉ", "nơi thường trú", "nơi ở", "nơi cư trú"),
    "phone": ("điện thoại", "số điện thoại", "sđt", "đt"),
    "email": ("email", "thư điện tử", "e mail"),
    "owner_name": ("chủ hồ sơ", "tên chủ hồ sơ", "họ tên chủ hồ sơ"),
    "owner_id": ("cccd chủ hồ sơ", "số giấy tờ chủ hồ sơ"),
    "subject": ("trích yếu", "nội dung"),
    "sets": ("số bộ", "số bộ hồ sơ"),
    "pages": ("số trang",),
    "copies": ("số bản", "số bản sao"),
    "exemption": ("miễn giảm", "đối tượng miễn", "đối tượng miễn giảm", "lý do miễn giảm"),
    "amount": ("lệ phí", "phí", "phí lệ phí", "số tiền"),
    "return_by": ("trả tại", "trả kết quả", "nhận kết quả", "hình thức nhận kết quả"),
    "return_to": ("địa chỉ nhận kết quả", "nơi nhận kết quả"),
    "due_at": ("ngày hẹn trả", "hẹn trả", "ngày hẹn"),
    "due_reason": ("lý do hẹn", "lý do ngày hẹn", "lý do của ngày hẹn"),
    "channel": ("nộp qua", "kênh nộp", "hình thức nộp"),
    "portal_number": ("mã trên cổng", "mã hồ sơ trên cổng", "mã hồ sơ cổng"),
    "portal_at": ("ngày nộp", "thời điểm nộp", "ngày nộp trên cổng"),
    "note": ("ghi chú",),
}
"""Field -> the headers that mean it; the first is the one shown."""

_NEEDED = ("procedure", "full_name")
_ZEROS = {"id_number": (9, 12), "owner_id": (9, 12), "phone": (10, 11)}
"""How many digits a number must have that a spreadsheet may have cut the zeros off."""
_WAYS = {
    "desk": ("quầy", "tại quầy", "trực tiếp", "một cửa"),
    "post": ("bưu chính", "bưu điện", "qua bưu chính"),
    "online": ("trực tuyến", "online", "cổng", "qua cổng", "cổng dịch vụ công", "điện tử"),
}
_WAY = {fold(word): way for way, words in _WAYS.items() for word in words}
_GENDER = {"nam": "Nam", "nu": "Nữ"}
_BY_HEADER = {" ".join(tokens(word)): field for field, words in COLUMNS.items() for word in words}
_MOMENT = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ ,T]+(\d{1,2})[:h](\d{2})?)?\Z")
_PHONE_SIGN = re.compile(r"\+?[0-9][0-9 .()-]*\Z")


@dataclass(frozen=True, slots=True)
class Header:
    """Where each field stands (column from 0), and the headers nobody knows."""

    columns: Mapping[str, int]
    unused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowRead:
    """A row as it was understood: a request, or what is wrong with it in words."""

    number: int
    name: str
    procedure: str
    request: IntakeRequest | None
    mistakes: tuple[Mistake, ...]


def read_header(row: TableRow) -> Header:
    """The fields of the header's columns. Raises `DeskError` when a needed one is missing or one stands
    twice.
    """
    columns: dict[str, int] = {}
    unused = []
    for at, cell in enumerate(row.cells):
        field = _BY_HEADER.get(" ".join(tokens(re.sub(r"\(.*?\)", " ", cell.text))))
        if field is None:
            if cell.text and fold(cell.text) not in ("tt", "stt"):
                unused.append(cell.text[:60])
        elif field in columns:
            raise DeskError(
                f"Dòng {row.number}: có hai cột cùng là “{COLUMNS[field][0]}”.", "Đổi tên hoặc bỏ một cột."
            )
        else:
            columns[field] = at
    missing = [f"“{COLUMNS[field][0]}”" for field in _NEEDED if field not in columns]
    if missing:
        raise DeskError(
            f"Dòng {row.number}: dòng tiêu đề thiếu cột {', '.join(missing)}.",
            "Dòng đầu của bảng phải là tên các cột, ví dụ: Thủ tục, Họ và tên, CCCD, Ngày sinh, Địa chỉ.",
        )
    return Header(columns, tuple(unused))


class Reading:
    """Reads rows with a catalogue: `by_code` and `by_name` (folded) give procedures."""

    def __init__(self, header: Header, procedures: Sequence[Procedure]) -> None:
        self._header = header
        self._by_code = {one.code: one for one in procedures}
        named: dict[str, list[Procedure]] = {}
        for one in procedures:
            named.setdefault(" ".join(tokens(one.name)), []).append(one)
        self._by_name = {name: found[0] for name, found in named.items() if len(found) == 1}

    def row(self, row: TableRow) -> RowRead:
        """One row."""
        found = _Row(row, self._header)
        procedure = self._procedure(found)
        people = _people(found)
        request: dict[str, Any] = {
            name: found.text(name)
            for name in ("case", "subject", "exemption", "return_to", "due_reason", "portal_number", "note")
        }
        for name in ("pages", "copies", "sets"):
            number = found.whole(name)
            if number is not None:
                request[name] = number
        for name in ("return_by", "channel"):
            request[name] = found.way(name)
        for name in ("due_at", "portal_at"):
            request[name] = found.moment(name)
        request["amounts"] = _amount(found, procedure)
        name, code = found.text("full_name"), found.text("procedure")
        if found.mistakes or procedure is None:
            return RowRead(row.number, name, code, None, tuple(found.mistakes))
        return RowRead(
            row.number, name, procedure.name, IntakeRequest(procedure.code, **people, **request), ()
        )

    def _procedure(self, found: _Row) -> Procedure | None:
        said = found.text("procedure")
        procedure = self._by_code.get(said) or self._by_name.get(" ".join(tokens(said)))
        if procedure is None:
            words = f"Không có thủ tục “{said[:60]}” trong danh mục." if said else "Chưa có thủ tục."
            found.wrong("procedure", f"{words} Ghi mã như 1.001193 hoặc đúng tên thủ tục.")
        return procedure


class _Row:
    """The cells of a row by field; mistakes are collected."""

    def __init__(self, row: TableRow, header: Header) -> None:
        self._row, self._columns = row, header.columns
        self.mistakes: list[Mistake] = []
        for field in header.columns:
            cell = self._cell(field)
            if cell.formula:
                self.wrong(field, "Ô là công thức; thay bằng giá trị rồi nhập lại.")
            elif cell.number and field in _ZEROS and len(cell.text) not in _ZEROS[field]:
                self.wrong(field, "Ô là số nên đã mất số 0 ở đầu; đặt kiểu cột là Chữ (Text) rồi gõ lại.")

    def wrong(self, field: str, message: str) -> None:
        """Notes a mistake under the header's own word."""
        self.mistakes.append(Mistake(COLUMNS[field][0], message))

    def _cell(self, field: str) -> Cell:
        at = self._columns.get(field)
        return self._row.cells[at] if at is not None and at < len(self._row.cells) else Cell()

    def text(self, field: str) -> str:
        """The cell's text, empty without the column."""
        return self._cell(field).text

    def _parsed(self, field: str, parse: Callable[[str], Any], message: str) -> Any:
        text = self.text(field)
        if not text or self._cell(field).formula:
            return None
        found = parse(text)
        if found is None:
            self.wrong(field, f"“{text[:40]}” {message}")
        return found

    def whole(self, field: str) -> int | None:
        """A whole number."""
        number: int | None = self._parsed(
            field,
            lambda text: int(text) if text.isdecimal() and len(text) < 10 else None,
            "không phải số nguyên.",
        )
        return number

    def moment(self, field: str) -> datetime | None:
        """A day with or without a time; without one, five in the afternoon."""
        at: datetime | None = self._parsed(field, _moment, "không phải ngày (ngày/tháng/năm).")
        return at

    def way(self, field: str) -> str:
        """One of desk, post, online."""
        found: str | None = self._parsed(
            field, lambda text: _WAY.get(fold(text)), "phải là: tại quầy, bưu chính hoặc trực tuyến."
        )
        return found or "desk"

    def gender(self) -> str:
        """Nam, Nữ or nothing."""
        found: str | None = self._parsed(
            "gender", lambda text: _GENDER.get(fold(text)), "phải là Nam hoặc Nữ."
        )
        return found or ""

    def phone(self) -> str:
        """A phone number; anything else with a sign in front is refused like a formula."""
        found: str | None = self._parsed(
            "phone", lambda text: text if _PHONE_SIGN.match(text) else None, "không phải số điện thoại."
        )
        return found or ""


def _moment(text: str) -> datetime | None:
    found = _MOMENT.match(text)
    if found is None:
        return None
    day, month, year, hour, minute = found.groups()
    try:
        at = time(int(hour), int(minute or 0)) if hour else time(17)
        return datetime(int(year), int(month), int(day), at.hour, at.minute, tzinfo=VIETNAM)
    except ValueError:
        return None


def _people(found: _Row) -> dict[str, Any]:
    born = found.moment("date_of_birth")
    applicant = Person(
        full_name=found.text("full_name"),
        id_number=found.text("id_number").replace(" ", ""),
        date_of_birth=born.date() if born else None,
        gender=found.gender(),
        address=found.text("address"),
        phone=found.phone(),
        email=found.text("email"),
    )
    name, number = found.text("owner_name"), found.text("owner_id").replace(" ", "")
    if not applicant.full_name:
        found.wrong("full_name", "Chưa có họ và tên người nộp.")
    if number and not name:
        found.wrong("owner_name", "Có số giấy tờ chủ hồ sơ mà chưa có tên chủ hồ sơ.")
    same = fold(name) == fold(applicant.full_name) and number in ("", applicant.id_number)
    return {"applicant": applicant, "owner": None if not name or same else Person(name, number)}


def _amount(found: _Row, procedure: Procedure | None) -> tuple[tuple[str, int], ...]:
    """The one amount a province sets; where several fees are open, nobody can know which is meant."""
    text = found.text("amount").replace(".", "").replace(",", "").replace(" ", "").removesuffix("đ")
    if not text or procedure is None:
        return ()
    if not (text.isdecimal() and len(text) < 12):
        found.wrong("amount", f"“{text[:40]}” không phải số tiền.")
        return ()
    manual = [rule.name for rule in procedure.fees if rule.method == "manual" and not rule.optional]
    if len(manual) == 1:
        return ((manual[0], int(text)),)
    if int(text):
        found.wrong("amount", "Thủ tục này không có đúng một khoản do địa phương định; bỏ trống ô này.")
    return ()

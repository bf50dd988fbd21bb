"""A dossier that another office received, told in DongBoHoSo field names, becomes an ``imported`` entry.

The number stays the one on the citizen's paper. It must bear the identifier of another office: numbers of
ours come only from ranges leased to our desks.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sync.acts.mistakes import Mistake
from sync.acts.move import Move
from sync.acts.national import CHANNELS, IDENTITIES, MAX_SUBJECT, OWNERS
from sync.acts.receive import MAX_ADDRESS, MAX_COUNT, MAX_NAME, MAX_NOTE, clean_person
from sync.model import kinds
from sync.model.bodies import intake_fields, officer_out, pack
from sync.model.dossier import FeeLine, Intake, Officer, Paper, Person, ProcedureRef
from sync.model.moment import VIETNAM, iso_minute, to_minute
from sync.model.number import NumberRefused, parse_number
from sync.model.procedure import Procedure
from sync.model.status import Status
from sync.model.strict import FieldError, Fields

MAX_ITEMS: Final = 100
BY_OTHERS: Final = "Theo giấy hẹn của nơi tiếp nhận"
_ROLE_FIELDS: Final = {
    "owner.full_name": "ChuHoSo",
    "owner.phone": "SoDienThoai",
    "owner.email": "Email",
    "owner.id_number": "DinhDanhCHS.SoDinhDanh",
}


@dataclass(frozen=True, slots=True)
class Sender:
    """Which system tells, under which id of its own, and for which unit of ours; `ours` are the identifiers
    of all our units."""

    system: str
    message: str
    unit: str
    ours: Set[str]


@dataclass(frozen=True, slots=True)
class Coming:
    """The entry to be written, and the dossier's number in it."""

    move: Move
    number: str


def bring(
    raw: object,
    sender: Sender,
    procedure_of: Callable[[str], Procedure | None],
    *,
    officer: Officer,
    now: datetime,
) -> Coming | tuple[Mistake, ...]:
    """The entry of a dossier received elsewhere, or every mistake by its field's path."""
    try:
        intake, mistakes = _read(Fields(raw, "dossier"), sender, procedure_of, now)
    except FieldError as error:
        return (Mistake(error.field, f"{error.reason[:1].upper()}{error.reason[1:]}."),)
    if mistakes:
        return tuple(mistakes)
    fields = {
        **intake_fields(intake),
        "at": iso_minute(now),
        "by": officer_out(officer),
        "received": iso_minute(intake.received_at),
        "received_by": officer_out(intake.officer),
        "from": sender.system,
        "message": sender.message,
    }
    return Coming(Move(kinds.IMPORTED, pack(fields)), intake.number)


def _read(
    fields: Fields, sender: Sender, procedure_of: Callable[[str], Procedure | None], now: datetime
) -> tuple[Intake, list[Mistake]]:
    wrong: list[Mistake] = []
    number = _number(fields.text("MaHoSo", most=60, required=True), sender, wrong)
    procedure = _procedure(fields, procedure_of, wrong)
    times = _times(fields, now, wrong)
    channel = _coded(fields, "KenhThucHien", CHANNELS, "desk", wrong)
    form = fields.number("HinhThuc", 0, most=1)
    _only_received(fields, wrong)
    portal = fields.number("NoiNopHoSo", 2, least=1, most=2) == 1
    owner = _owner(fields, now, wrong)
    papers = _papers(fields)
    fees = _fees(fields)
    intake = Intake(
        number=number,
        received_at=times["NgayTiepNhan"],
        due_at=times["NgayHenTra"],
        procedure=procedure,
        owner=owner,
        applicant=owner,
        officer=Officer("", fields.text("DonViXuLy", most=MAX_NAME) or sender.system),
        desk=0,
        unit=sender.unit,
        papers=papers,
        fees=fees,
        subject=fields.text("TrichYeuHoSo", most=MAX_SUBJECT),
        channel="post" if form == 1 and channel == "desk" else channel,
        portal_number=number if portal else "",
        portal_at=times["NgayNopHoSo"] if portal else None,
        due_reason=BY_OTHERS,
        note=fields.text("GhiChu", most=MAX_NOTE),
    )
    fields.done()
    return intake, wrong


def _number(text: str, sender: Sender, wrong: list[Mistake]) -> str:
    try:
        unit = parse_number(text).unit
    except NumberRefused:
        wrong.append(Mistake("dossier.MaHoSo", "Không phải mã hồ sơ (mã đơn vị-năm tháng ngày-số thứ tự)."))
        return text
    if unit in sender.ours:
        said = f"Mã mang định danh {unit} của đơn vị thuộc trung tâm này, nơi chỉ quầy của đơn vị cấp số."
        wrong.append(Mistake("dossier.MaHoSo", said))
    return text


def _procedure(
    fields: Fields, procedure_of: Callable[[str], Procedure | None], wrong: list[Mistake]
) -> ProcedureRef:
    code = fields.text("MaTTHC", most=40, required=True)
    for told in ("TenTTHC", "MaLinhVuc", "TenLinhVuc"):
        fields.text(told, most=2000)  # the catalogue's own words stand in the entry
    found = procedure_of(code)
    if found is None:
        wrong.append(Mistake("dossier.MaTTHC", f"Không có thủ tục mã “{code}” trong danh mục."))
        return ProcedureRef(code, code)
    return ProcedureRef(found.code, found.name, found.field, "", found.version, found.result)


def _times(fields: Fields, now: datetime, wrong: list[Mistake]) -> dict[str, datetime]:
    found = {
        name: _time(fields, name, required=name != "NgayNopHoSo")
        for name in ("NgayTiepNhan", "NgayHenTra", "NgayNopHoSo")
    }
    received, due, filed = (found[name] for name in found)
    assert received is not None
    assert due is not None
    if to_minute(received) > to_minute(now):
        wrong.append(Mistake("dossier.NgayTiepNhan", "Lúc tiếp nhận không thể sau lúc này."))
    if due <= received:
        wrong.append(Mistake("dossier.NgayHenTra", "Ngày hẹn trả phải sau lúc tiếp nhận."))
    if filed is not None and filed > received:
        wrong.append(Mistake("dossier.NgayNopHoSo", "Lúc nộp không thể sau lúc tiếp nhận."))
    return {"NgayTiepNhan": received, "NgayHenTra": due, "NgayNopHoSo": filed or received}


def _time(fields: Fields, name: str, *, required: bool) -> datetime | None:
    text = fields.text(name, most=14, required=required)
    if not text:
        return None
    try:
        if len(text) != 14 or not (text.isascii() and text.isdigit()) or int(text[:4]) < 1990:
            raise ValueError
        return to_minute(datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=VIETNAM))
    except ValueError:
        raise FieldError(fields.path(name), "phải là thời điểm dạng yyyyMMddHHmmss") from None


def _coded(fields: Fields, name: str, codes: dict[str, int], default: str, wrong: list[Mistake]) -> str:
    code = fields.number(name, codes[default], most=99)
    word = next((word for word, known in codes.items() if known == code), None)
    if word is None:
        among = ", ".join(map(str, codes.values()))
        wrong.append(Mistake(fields.path(name), f"Phải là một trong: {among}."))
    return word or default


def _only_received(fields: Fields, wrong: list[Mistake]) -> None:
    code = Status.RECEIVED.national_code
    if fields.number("TrangThaiHoSo", code, least=1, most=10) != code:
        said = f"Chỉ nhận hồ sơ vừa được tiếp nhận ({code}); việc giải quyết về sau được ghi ở đây."
        wrong.append(Mistake("dossier.TrangThaiHoSo", said))


def _owner(fields: Fields, now: datetime, wrong: list[Mistake]) -> Person:
    name = fields.text("ChuHoSo", most=MAX_NAME, required=True)
    code = fields.number("LoaiDoiTuong", 1, least=1, most=4)
    kind = next((word for word, known in OWNERS.items() if known == code), "organisation")
    id_kind, id_number = "", fields.text("MaDoiTuong", most=30)
    if (identity := fields.inner("DinhDanhCHS")) is not None:
        id_kind = _coded(identity, "LoaiDinhDanh", IDENTITIES, "citizen_card", wrong)
        id_number = identity.text("SoDinhDanh", most=30, required=True)
        identity.done()
        length = 12 if id_kind == "citizen_card" else 9
        if not (id_number.isascii() and id_number.isdigit() and len(id_number) == length):
            wrong.append(Mistake("dossier.DinhDanhCHS.SoDinhDanh", f"Phải đủ {length} chữ số."))
    person = Person(
        name,
        id_number,
        id_kind,
        kind,
        phone=fields.text("SoDienThoai", most=20),
        email=fields.text("Email", most=120),
    )
    found: list[Mistake] = []
    clean = clean_person(person, "owner", now, found)
    said = {one.field for one in wrong}
    for one in found:
        named = _ROLE_FIELDS.get(one.field, one.field)
        if one.field == "owner.id_number" and not id_kind:
            named = "MaDoiTuong"
        if f"dossier.{named}" not in said:
            wrong.append(Mistake(f"dossier.{named}", one.message))
    return clean


def _papers(fields: Fields) -> tuple[Paper, ...]:
    found = []
    for path, item in fields.items("DanhSachTepDinhKemKhac", most=MAX_ITEMS):
        one = Fields(item, path)
        name = one.text("TenGiayTo", most=MAX_ADDRESS, required=True)
        count = one.number("SoLuong", 1, most=MAX_COUNT)
        one.text("LoaiGiayTo", most=200)
        one.done()
        found.append(Paper(name, originals=count))
    return tuple(found)


def _fees(fields: Fields) -> tuple[FeeLine, ...]:
    found = []
    for path, item in fields.items("DanhSachLePhi", most=MAX_ITEMS):
        one = Fields(item, path)
        name = one.text("TenPhiLePhi", most=MAX_ADDRESS, required=True)
        amount = one.number("Gia", 0)
        for told in ("MaPhiLePhi", "HinhThucThu", "LoaiPhiLePhi"):
            one.text(told, most=200)
        one.done()
        found.append(FeeLine(name, amount))
    return tuple(found)

"""What the API sends and takes: JSON Schemas (2020-12) of the document, and values in these shapes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sync.acts.importing import MAX_ITEMS
from sync.acts.national import MAX_SUBJECT
from sync.acts.receive import MAX_ADDRESS, MAX_COUNT, MAX_NAME, MAX_NOTE
from sync.center.work.bringing import Brought
from sync.model.dossier import Dossier, Person
from sync.model.moment import iso_minute
from sync.model.number import MAX_UNIT
from sync.model.procedure import Procedure
from sync.model.status import Status

Schema = dict[str, Any]
TEXT: Final[Schema] = {"type": "string"}
UNIT: Final[Schema] = {
    "type": "string",
    "pattern": "^[0-9A-Z][0-9A-Z.]*$",
    "minLength": 1,
    "maxLength": MAX_UNIT,
}
ID: Final[Schema] = {"type": "string", "pattern": "^[0-9a-f]{32}$"}
MESSAGE: Final[Schema] = {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._:-]*$", "maxLength": 100}
NUMBER: Final[Schema] = {"type": "string", "pattern": "^[0-9A-Z.-]+$", "maxLength": 60}
CODE: Final[Schema] = {"type": "string", "pattern": "^[0-9][.][0-9]{6}$"}
STATUS: Final[Schema] = {"type": "string", "enum": [str(one) for one in Status]}
TIME: Final[Schema] = {
    "type": "string",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})$",
    "description": "ISO 8601, có múi giờ",
}
STAMP: Final[Schema] = {
    "type": "string",
    "pattern": "^[0-9]{14}$",
    "description": "yyyyMMddHHmmss, giờ Việt Nam",
}


def _object(required: tuple[str, ...], **properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _line(most: int, least: int = 0) -> Schema:
    return {"type": "string", "maxLength": most, **({"minLength": least} if least else {})}


_PAGE: Final[Schema] = {"type": ["string", "null"], "description": "đưa vào `after` để đọc tiếp"}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_ROW: Final[dict[str, Schema]] = {
    "id": ID,
    "unit": TEXT,
    "number": TEXT,
    "status": STATUS,
    "national_status": {"type": "integer", "minimum": 1, "maximum": 10},
    "procedure": TEXT,
    "procedure_name": TEXT,
    "received_at": TEXT,
    "due_at": TEXT,
    "ended_at": TEXT,
    "flags": _list(TEXT),
}
_EVENT = _object(
    ("at", "act", "unit", "effective"),
    at=TIME,
    act=TEXT,
    unit=TEXT,
    effective={"type": "boolean"},
    officer=TEXT,
    text=TEXT,
)
_PERSON = _object(
    ("full_name", "kind"),
    **dict.fromkeys(
        ("full_name", "kind", "id_kind", "id_number", "date_of_birth", "gender", "address", "phone", "email"),
        TEXT,
    ),
)
_PAPER = _object(
    ("name", "originals", "certified_copies", "copies"),
    name=TEXT,
    originals=_COUNT,
    certified_copies=_COUNT,
    copies=_COUNT,
)
_FEE = _object(("name", "amount"), name=TEXT, amount=_COUNT)
_NATIONAL: Final[Schema] = {
    "type": "object",
    "description": "Tên trường của thông điệp DongBoHoSoMC; trường về người chỉ có với phạm vi people",
    "properties": {"MaHoSo": TEXT, "MaTTHC": TEXT, "TrangThaiHoSo": {"type": "integer"}},
    "required": ["MaHoSo", "MaTTHC", "TrangThaiHoSo"],
}
_SENT = _object(
    ("MaHoSo", "MaTTHC", "ChuHoSo", "NgayTiepNhan", "NgayHenTra"),
    MaHoSo={**NUMBER, "minLength": 1, "description": "mã do nơi tiếp nhận cấp"},
    MaTTHC=CODE,
    TenTTHC=_line(2000),
    MaLinhVuc=_line(2000),
    TenLinhVuc=_line(2000),
    KenhThucHien={"type": "integer", "enum": [1, 2, 3]},
    ChuHoSo=_line(MAX_NAME, 1),
    LoaiDoiTuong={"type": "integer", "minimum": 1, "maximum": 4},
    MaDoiTuong=_line(30),
    DinhDanhCHS=_object(
        ("SoDinhDanh",), LoaiDinhDanh={"type": "integer", "enum": [1, 2]}, SoDinhDanh=_line(30, 1)
    ),
    Email=_line(120),
    SoDienThoai=_line(20),
    TrichYeuHoSo=_line(MAX_SUBJECT),
    NgayTiepNhan=STAMP,
    NgayHenTra=STAMP,
    NgayNopHoSo=STAMP,
    TrangThaiHoSo={"type": "integer", "const": 2},
    HinhThuc={"type": "integer", "enum": [0, 1]},
    NoiNopHoSo={"type": "integer", "enum": [1, 2]},
    DonViXuLy=_line(MAX_NAME),
    GhiChu=_line(MAX_NOTE),
    DanhSachTepDinhKemKhac={
        **_list(
            _object(
                ("TenGiayTo",),
                TenGiayTo=_line(MAX_ADDRESS, 1),
                SoLuong={"type": "integer", "minimum": 0, "maximum": MAX_COUNT},
                LoaiGiayTo=_line(200),
            )
        ),
        "maxItems": MAX_ITEMS,
    },
    DanhSachLePhi={
        **_list(
            _object(
                ("TenPhiLePhi",),
                TenPhiLePhi=_line(MAX_ADDRESS, 1),
                Gia={"type": "integer", "minimum": 0, "maximum": 10**12},
                MaPhiLePhi=_line(200),
                HinhThucThu=_line(200),
                LoaiPhiLePhi=_line(200),
            )
        ),
        "maxItems": MAX_ITEMS,
    },
)
SCHEMAS: Final[dict[str, Schema]] = {
    "Problem": {
        "type": "object",
        "properties": {
            "type": TEXT,
            "title": TEXT,
            "status": {"type": "integer"},
            "detail": TEXT,
            "errors": _list(_object(("field", "message"), field=TEXT, message=TEXT)),
        },
        "required": ["type", "title", "status"],
    },
    "Unit": _object(
        ("code", "name", "parent", "successor"),
        **dict.fromkeys(("code", "name", "parent", "successor"), TEXT),
    ),
    "Units": _object(("units",), units=_list(_ref("Unit"))),
    "Procedure": {
        "type": "object",
        "properties": {"code": CODE, "name": TEXT, "version": TEXT},
        "required": ["code", "name"],
    },
    "Procedures": _object(
        ("version", "procedures", "next", "more"),
        version=TEXT,
        procedures=_list(_ref("Procedure")),
        next=_PAGE,
        more={"type": "boolean"},
    ),
    "Row": _object(tuple(_ROW), **_ROW),
    "Rows": _object(
        ("dossiers", "next", "more"), dossiers=_list(_ref("Row")), next=_PAGE, more={"type": "boolean"}
    ),
    "Dossier": _object(
        (*_ROW, "history", "papers", "fees", "channel", "limit", "version"),
        **_ROW,
        channel=TEXT,
        limit=TEXT,
        version=TEXT,
        papers=_list(_PAPER),
        fees=_list(_FEE),
        history=_list(_EVENT),
        owner=_PERSON,
        applicant=_PERSON,
        representative=_PERSON,
        subject=TEXT,
        note=TEXT,
        reason=TEXT,
        result=TEXT,
    ),
    "National": _NATIONAL,
    "NationalPage": _object(
        ("service", "data", "next", "more"),
        service={"type": "string", "const": "DongBoHoSoMC"},
        data=_list(_ref("National")),
        next=_PAGE,
        more={"type": "boolean"},
    ),
    "NationalDossier": _object(
        ("DongBoHoSoMC", "CapNhatTienDoHoSoMC"),
        DongBoHoSoMC=_ref("National"),
        CapNhatTienDoHoSoMC=_list({"type": "object"}),
    ),
    "ImportedDossier": _SENT,
    "Import": _object(
        ("id", "unit", "dossier"), id={**MESSAGE, "minLength": 1}, unit=UNIT, dossier=_ref("ImportedDossier")
    ),
    "Imported": _object(
        ("id", "unit", "dossier", "number", "at"), id=TEXT, unit=TEXT, dossier=ID, number=TEXT, at=TIME
    ),
}


def row_out(row: Mapping[str, Any]) -> dict[str, Any]:
    """A dossier of a list; nothing of a person."""
    found = {name: row[name] for name in _ROW if name != "national_status"}
    return found | {"national_status": Status(row["status"]).national_code}


def _maybe(moment: Any) -> str:
    return iso_minute(moment) if moment else ""


def dossier_out(dossier: Dossier, version: str, *, people: bool) -> dict[str, Any]:
    """One dossier with its history; names and free words only with `people`."""
    intake = dossier.intake
    found: dict[str, Any] = {
        "id": dossier.id.hex(),
        "unit": dossier.unit,
        "number": dossier.number,
        "status": str(dossier.status),
        "national_status": dossier.status.national_code,
        "procedure": intake.procedure.code if intake else "",
        "procedure_name": intake.procedure.name if intake else "",
        "received_at": _maybe(intake.received_at if intake else None),
        "due_at": _maybe(dossier.due_at),
        "ended_at": _maybe(dossier.ended_at),
        "flags": list(dossier.flags),
        "channel": intake.channel if intake else "",
        "limit": intake.limit if intake else "",
        "version": version,
        "papers": [
            {
                "name": p.name,
                "originals": p.originals,
                "certified_copies": p.certified_copies,
                "copies": p.copies,
            }
            for p in (intake.papers if intake else ())
        ],
        "fees": [{"name": one.name, "amount": one.amount} for one in (intake.fees if intake else ())],
        "history": [
            {"at": iso_minute(one.at), "act": one.act, "unit": one.unit, "effective": one.effective}
            | ({"officer": one.officer.name, "text": one.text} if people else {})
            for one in dossier.history
        ],
    }
    if people and intake is not None:
        found |= {"owner": person_out(intake.owner), "applicant": person_out(intake.applicant)}
        if intake.representative is not None:
            found["representative"] = person_out(intake.representative)
        found |= {
            "subject": intake.subject,
            "note": intake.note,
            "reason": dossier.reason,
            "result": dossier.result,
        }
    return found


def person_out(person: Person) -> dict[str, str]:
    """A person, without what is not known."""
    born = person.date_of_birth.isoformat() if person.date_of_birth else ""
    names = ("full_name", "kind", "id_kind", "id_number", "gender", "address", "phone", "email")
    found = {name: getattr(person, name) for name in names} | {"date_of_birth": born}
    return {name: value for name, value in found.items() if value or name in ("full_name", "kind")}


def procedure_out(procedure: Procedure) -> dict[str, object]:
    """A procedure as the catalogue holds it."""
    return procedure.to_dict()


def brought_out(done: Brought) -> dict[str, str]:
    """What a message became."""
    return {
        "id": done.message,
        "unit": done.unit,
        "dossier": done.dossier.hex(),
        "number": done.number,
        "at": done.at,
    }

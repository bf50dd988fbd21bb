"""A dossier in the field names of the national portal's DongBoHoSo messages, as far as they are known.

Source: the messages DongBoHoSoMC and CapNhatTienDoHoSoMC of 2020 to 2025. Times are ``yyyyMMddHHmmss``,
Vietnamese. Fields whose codes are not documented are left out rather than guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sync.model import kinds
from sync.model.dossier import Dossier, Event, Intake, Person
from sync.model.moment import VIETNAM
from sync.model.status import Status

CHANNELS: Final = {"desk": 1, "online": 2, "post": 3}
"""KenhThucHien."""
OWNERS: Final = {"person": 1, "organisation": 2, "agency": 3}
"""LoaiDoiTuong; 4, "tổ chức/khác", is an organisation here."""
IDENTITIES: Final = {"citizen_card": 1, "old_card": 2}
"""LoaiDinhDanh."""
MAX_OFFICER: Final = 50
"""Characters of NguoiXuLy."""
MAX_SUBJECT: Final = 1000
"""Characters of TrichYeuHoSo."""


def stamp(moment: datetime | None) -> str:
    """A time as the messages write it; empty for none."""
    return moment.astimezone(VIETNAM).strftime("%Y%m%d%H%M%S") if moment else ""


def national(dossier: Dossier, unit_name: str, *, people: bool) -> dict[str, Any]:
    """The object of ``data`` of a DongBoHoSoMC message; without `people` nothing of a person is in it.

    Empty fields are left out. Raises `ValueError` for a dossier without a reception.
    """
    intake = dossier.intake
    if intake is None:
        raise ValueError("no reception")
    ended = dossier.ended_at
    refused = dossier.status is Status.REFUSED
    found: dict[str, Any] = {
        "MaHoSo": dossier.number,
        "MaTTHC": intake.procedure.code,
        "TenTTHC": intake.procedure.name,
        "TenLinhVuc": intake.procedure.field,
        "KenhThucHien": CHANNELS.get(intake.channel, 1),
        "NgayNopHoSo": stamp(intake.portal_at or intake.received_at),
        "NgayTiepNhan": stamp(intake.received_at),
        "NgayHenTra": stamp(dossier.due_at),
        "NgayKetThucXuLy": "" if refused else stamp(ended),
        "NgayTra": stamp(dossier.returned.at if dossier.returned else None),
        "NgayTuChoi": stamp(ended) if refused else "",
        "TrangThaiHoSo": dossier.status.national_code,
        "HinhThuc": 1 if intake.channel == "post" else 0,
        "DonViXuLy": unit_name,
        "NoiNopHoSo": 1 if intake.portal_number else 2,
        "DanhSachTepDinhKemKhac": [
            {"TenGiayTo": one.name, "SoLuong": one.originals + one.certified_copies + one.copies}
            for one in intake.papers
        ],
        "DanhSachLePhi": [{"TenPhiLePhi": one.name, "Gia": one.amount} for one in intake.fees],
        "DanhSachHoSoBoSung": _supplements(dossier, people=people),
    }
    if people:
        found |= _people(intake)
    return {name: value for name, value in found.items() if value not in ("", [])}


def _people(intake: Intake) -> dict[str, Any]:
    owner = intake.owner
    found: dict[str, Any] = {
        "ChuHoSo": owner.full_name,
        "LoaiDoiTuong": OWNERS.get(owner.kind, 4),
        "MaDoiTuong": owner.id_number,
        "Email": owner.email,
        "SoDienThoai": owner.phone,
        "TrichYeuHoSo": intake.subject[:MAX_SUBJECT],
        "GhiChu": intake.note,
    }
    return found | _identity(owner)


def _identity(owner: Person) -> dict[str, Any]:
    kind = IDENTITIES.get(owner.id_kind)
    if kind is None or not owner.id_number:
        return {}
    return {"DinhDanhCHS": {"LoaiDinhDanh": kind, "SoDinhDanh": owner.id_number}}


def _supplements(dossier: Dossier, *, people: bool) -> list[dict[str, Any]]:
    asked = [e for e in dossier.history if e.effective and _entered(e) is Status.SUPPLEMENT]
    return [
        {"HoSoBoSungId": one.entry[:32], "NgayBoSung": stamp(one.at)}
        | ({"NguoiYeuCauBoSung": one.officer.name, "NoiDungBoSung": one.text} if people else {})
        for one in asked
    ]


def progress(dossier: Dossier, units: Mapping[str, str], *, people: bool) -> list[dict[str, Any]]:
    """The objects of a CapNhatTienDoHoSoMC message: one for each line of the history that counts."""
    found = []
    for one in dossier.history:
        if not one.effective:
            continue
        status = _entered(one)
        line: dict[str, Any] = {
            "MaHoSo": dossier.number,
            "ThoiDiemXuLy": stamp(one.at),
            "PhongBanXuLy": units.get(one.unit, one.unit),
        }
        if people:
            line |= {"NguoiXuLy": one.officer.name[:MAX_OFFICER], "NoiDungXuLy": one.text}
        if status is not None:
            line["TrangThai"] = status.national_code
        found.append(line)
    return found


def _entered(event: Event) -> Status | None:
    """The status an event says it moved the dossier to; None where it says none."""
    if event.act in (kinds.RECEIVED, kinds.IMPORTED):
        return Status.RECEIVED
    to = event.details.get("to")
    if event.act != kinds.STATUS or not isinstance(to, str) or to not in set(Status):
        return None
    return Status(to)

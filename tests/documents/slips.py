"""Intakes and slips to print in tests: short ones, long ones, hostile ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from desk_app.documents.office import Office
from desk_app.documents.slip import slip_pdf
from sync.model.dossier import FeeLine, Intake, Officer, Paper, Person, ProcedureRef
from sync.model.moment import VIETNAM
from sync.model.slip_code import SlipRecord, encode

OFFICE = Office(
    "Ủy ban nhân dân xã Yên Nhân",
    "Ủy ban nhân dân huyện Thường Xuân",
    "Trung tâm Phục vụ hành chính công",
    "Yên Nhân",
    "Thôn Lửa, xã Yên Nhân",
    "0237 3555 123",
)
OWNER = Person(
    "Nguyễn Thị Đặng Ngọc Ánh",
    "038185012345",
    "citizen_card",
    address="Thôn Đoài, xã Yên Nhân, huyện Thường Xuân, tỉnh Thanh Hóa",
    phone="0912 345 678",
)
NAMES = (
    "Tờ khai đăng ký khai sinh (theo mẫu)",
    "Giấy chứng sinh",
    "Giấy chứng nhận kết hôn của cha, mẹ (nếu cha, mẹ đã đăng ký kết hôn)",
    "Căn cước công dân của người đi đăng ký khai sinh",
    "Văn bản ủy quyền được chứng thực theo quy định của pháp luật trong trường hợp ủy quyền",
)


def papers(count: int) -> tuple[Paper, ...]:
    """So many papers of all sorts."""
    return tuple(Paper(NAMES[i % 5], 1, (i + 1) % 2, i % 3) for i in range(count))


def intake(**changes: Any) -> Intake:
    """An everyday intake of three papers, with `changes`."""
    usual = Intake(
        number="H56.27.04.05-261123-0427",
        received_at=datetime(2026, 11, 23, 9, 15, tzinfo=VIETNAM),
        due_at=datetime(2026, 11, 26, 9, 15, tzinfo=VIETNAM),
        procedure=ProcedureRef("1.004873", "Thủ tục cấp giấy xác nhận tình trạng hôn nhân", "Hộ tịch"),
        owner=OWNER,
        applicant=OWNER,
        officer=Officer("cb1", "Trần Quốc Đức"),
        desk=2,
        unit="H56.27.04.05",
        papers=papers(3),
        fees=(FeeLine("Lệ phí", 8000, "le_phi"),),
        limit="3 ngày làm việc",
        form_set="TT 03/2025",
    )
    return replace(usual, **changes)


def owned(**changes: Any) -> dict[str, Person]:
    """Owner and applicant in one, with `changes`."""
    person = replace(OWNER, **changes)
    return {"owner": person, "applicant": person}


def digits_of(one: Intake, issue: int = 0) -> str:
    """The digits of the slip's QR code, signed with nonsense."""
    record = SlipRecord(
        dossier=bytes(range(16)),
        number=one.number,
        procedure=one.procedure.code,
        received_at=one.received_at,
        due_at=one.due_at,
        node=bytes(range(100, 116)),
        issue=issue,
        head=b"\x00headmrk",
    )
    return encode(record, bytes(range(150, 214)))


def slip(one: Intake, **options: Any) -> bytes:
    """The PDF of a slip."""
    return slip_pdf(one, OFFICE, qr_digits=digits_of(one, options.get("reissue", 0)), **options)


NOTE = ("Công dân đề nghị giải quyết sớm vì sắp tới hạn nộp hồ sơ; đã hướng dẫn bổ sung. " * 30)[:2000]
SLIPS: dict[str, Intake] = {
    "everyday": intake(),
    "old-style-number": intake(
        number="000.00.06.H56-231027-0361", papers=papers(5), limit="trong ngày", form_set="TT 01/2018"
    ),
    "new-style-number": intake(number="H15.50.05.13-261008-0975", papers=papers(15)),
    "forty-papers": intake(papers=papers(40)),
    "no-papers": intake(papers=(), fees=(), limit=""),
    "long-note": intake(note=NOTE),
    "long-names": intake(
        **owned(
            full_name=(
                "Công ty trách nhiệm hữu hạn một thành viên thương mại, dịch vụ và xuất nhập khẩu " * 2
            )[:120],
            address=("Số 123/45/67 ngõ 89 đường Nguyễn Thị Minh Khai, khu phố Tân Lập Thượng, " * 5)[:300],
            email="mot.dia.chi.kha.dai@ten-mien-cung-kha-dai.example.vn",
        ),
        return_by="post",
        papers=papers(4),
    ),
    "another-applicant": intake(
        applicant=Person("Lê Văn Bách", "038090001234", "citizen_card", phone="0987 654 321"),
        fees=(),
        fee_exemption="miễn lệ phí cho trẻ em thuộc hộ nghèo",
        return_by="online",
        limit="",
        due_reason="theo công văn hướng dẫn",
        papers=papers(2),
    ),
}

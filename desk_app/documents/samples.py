"""Sample content of every form, with invented people: for previews in Settings, sample sets and tests."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from desk_app.documents import contents
from desk_app.documents.office import Office
from sync.model.dossier import FeeLine, Intake, Officer, Paper, Person, ProcedureRef
from sync.model.lookup_code import lookup_code
from sync.model.moment import VIETNAM
from sync.model.procedure import FeeRule, Procedure, RequiredPaper
from sync.model.slip_code import SlipRecord, encode

OFFICE: Final = Office(
    "Ủy ban nhân dân xã Ví Dụ",
    "Ủy ban nhân dân tỉnh Ví Dụ",
    "Trung tâm Phục vụ hành chính công xã Ví Dụ",
    "Ví Dụ",
    "Thôn Trung, xã Ví Dụ",
    "0200 3555 123",
)
OFFICER: Final = Officer("cb1", "Trần Quốc Đức")
OWNER: Final = Person(
    "Nguyễn Văn Mẫu",
    "990099000001",
    "citizen_card",
    address="Thôn Đoài, xã Ví Dụ, tỉnh Ví Dụ",
    phone="0900 000 001",
)
PROXY: Final = Person("Trần Thị Thử", "990300000002", "citizen_card", phone="0900 000 002")
RECEIVED: Final = datetime(2026, 11, 23, 9, 15, tzinfo=VIETNAM)
DUE: Final = datetime(2026, 12, 21, 9, 15, tzinfo=VIETNAM)
DOSSIER: Final = bytes(range(16))
LOOKUP: Final = lookup_code(DOSSIER)
PAPERS: Final = (
    Paper("Đơn đề nghị cấp giấy phép xây dựng (theo mẫu)", 1),
    Paper("Giấy tờ chứng minh quyền sử dụng đất", 0, 1),
    Paper("Bản vẽ thiết kế xây dựng nhà ở riêng lẻ", 2, 0, 1),
)
INTAKE: Final = Intake(
    number="H99.99.001-261123-0001",
    received_at=RECEIVED,
    due_at=DUE,
    procedure=ProcedureRef(
        "1.013225",
        "Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ",
        "Hoạt động xây dựng",
        result="Giấy phép xây dựng",
    ),
    owner=OWNER,
    applicant=OWNER,
    officer=OFFICER,
    desk=2,
    unit="H99.99.001",
    papers=PAPERS,
    fees=(FeeLine("Lệ phí cấp giấy phép xây dựng", 75000, "le_phi"),),
    limit="20 ngày LV",
)

GUIDED: Final = Procedure(
    "1.013225",
    "Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ",
    "Hoạt động xây dựng",
    limit="20 ngày làm việc",
    papers=(
        RequiredPaper("Đơn đề nghị cấp giấy phép xây dựng (theo mẫu)"),
        RequiredPaper("Giấy tờ chứng minh quyền sử dụng đất", 0, 1),
        RequiredPaper("Bản vẽ thiết kế xây dựng nhà ở riêng lẻ", 2, 0, 1),
        RequiredPaper("Văn bản ủy quyền", required=False),
        RequiredPaper("Giấy tờ tùy thân của người nộp", presented=True),
    ),
    fees=(
        FeeRule("Lệ phí cấp giấy phép xây dựng", "le_phi", amount=75000, exempt=("Hộ nghèo",)),
        FeeRule("Lệ phí gia hạn", "le_phi", "manual", source="Nghị quyết của HĐND tỉnh", optional=True),
    ),
    result="Giấy phép xây dựng",
    decision="56/QĐ-BXD",
    source="Cổng dịch vụ công quốc gia",
    route="Ủy ban nhân dân xã",
    conditions="Phù hợp với quy hoạch.",
    level="Cấp xã",
    agency="Bộ Xây dựng",
    limit_note="Tính từ ngày nhận đủ hồ sơ.",
)


def sample_digits(intake: Intake = INTAKE) -> str:
    """The digits of a slip's QR for `intake`; the signature is none."""
    record = SlipRecord(
        dossier=DOSSIER,
        number=intake.number,
        procedure=intake.procedure.code,
        received_at=intake.received_at,
        due_at=intake.due_at,
        node=bytes(range(100, 116)),
        issue=0,
        head=b"\x00headmrk",
    )
    return encode(record, bytes(range(150, 214)))


def _at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=VIETNAM)


_HAND_OVERS: Final = (
    contents.HandOver(
        "Trung tâm Phục vụ hành chính công",
        "Phòng Kinh tế",
        _at(11, 23, 10, 30),
        "Đúng hạn",
        "Đủ thành phần hồ sơ",
    ),
    contents.HandOver("Phòng Kinh tế", "Lãnh đạo UBND xã", _at(12, 14, 15), "Trước hạn"),
)
_REGISTER_ROWS: Final = (
    contents.RegisterRow(
        1,
        "H99.99.001-261123-0001",
        "Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ",
        "Nguyễn Văn Mẫu",
        date(2026, 11, 23),
        date(2026, 12, 21),
        address="Thôn Đoài, xã Ví Dụ",
        phone="0900 000 001",
        resolver="Phòng Kinh tế",
        forwarded=date(2026, 11, 23),
        result_received=date(2026, 12, 18),
        returned=date(2026, 12, 21),
        return_way="Tại quầy",
    ),
    contents.RegisterRow(
        2,
        "H99.99.001-261123-0002",
        "Thủ tục đăng ký khai sinh",
        "Trần Thị Thử",
        date(2026, 11, 23),
        date(2026, 11, 23),
        address="Thôn Trung, xã Ví Dụ",
        phone="0900 000 002",
        resolver="Văn phòng HĐND và UBND",
        forwarded=date(2026, 11, 23),
        result_received=date(2026, 11, 23),
        returned=date(2026, 11, 23),
        return_way="Tại quầy",
    ),
    contents.RegisterRow(
        3,
        "H99.99.001-261124-0001",
        "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân",
        "Lê Thị Ngọc Ánh",
        date(2026, 11, 24),
        date(2026, 11, 27),
        address="Thôn Thượng, xã Ví Dụ",
        phone="0900 000 003",
        resolver="Văn phòng HĐND và UBND",
        forwarded=date(2026, 11, 24),
        return_way="Bưu chính",
        note="Đã yêu cầu bổ sung một lần",
    ),
)

SAMPLES: Final[dict[str, contents.Content]] = {
    "slip": contents.Slip(INTAKE, sample_digits(), LOOKUP),
    "supplement": contents.Supplement(
        INTAKE,
        (
            "Bản sao chứng thực Giấy chứng nhận quyền sử dụng đất còn giá trị",
            "Bản vẽ mặt bằng móng có chữ ký của chủ trì thiết kế",
        ),
        "Bản vẽ nộp kèm chưa có mặt bằng móng; giấy tờ về đất là bản chụp không có chứng thực.",
        _at(11, 24, 14, 30),
        OFFICER,
        request_number="12/HDHS",
        contact="Trần Quốc Đức, điện thoại 0200 3555 123",
        respond_by=date(2026, 12, 4),
        lookup=LOOKUP,
    ),
    "refusal": contents.Refusal(
        OWNER,
        INTAKE.procedure,
        (
            "Thửa đất đề nghị cấp phép nằm trong hành lang bảo vệ công trình thủy lợi, không được cấp phép.",
            "Việc cấp phép tại khu vực này thuộc thẩm quyền của cơ quan cấp tỉnh.",
        ),
        _at(11, 23, 9, 40),
        OFFICER,
        desk=2,
        request_number="03/TCHS",
        contact="Trần Quốc Đức, điện thoại 0200 3555 123",
    ),
    "apology": contents.Apology(
        INTAKE,
        DUE,
        datetime(2026, 12, 28, 9, 15, tzinfo=VIETNAM),
        "Phải chờ ý kiến bằng văn bản của cơ quan quản lý công trình thủy lợi về ranh giới hành lang bảo vệ.",
        _at(12, 17, 16),
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
        "Phạm Thị Gương",
        request_number="05/PXL",
        contact="Trần Quốc Đức, điện thoại 0200 3555 123",
    ),
    "stopping": contents.Stopping(
        INTAKE,
        "Người nộp hồ sơ có đơn đề nghị dừng giải quyết ngày 01/12/2026.",
        _at(12, 2, 8, 30),
        _at(12, 2, 10),
        legal_basis="Nghị định số 118/2025/NĐ-CP",
        stage="đang thẩm định, chưa có quyết định kết quả",
        returned=PAPERS[:2],
        money="Hoàn trả lệ phí 75.000 đ tại quầy số 2.",
        signer_title="TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
        signer="Phạm Thị Gương",
        request_number="02/TB",
        contact="Trần Quốc Đức, điện thoại 0200 3555 123",
    ),
    "control-sheet": contents.ControlSheet(INTAKE, _HAND_OVERS, 5, "Phòng Kinh tế", "Văn phòng HĐND và UBND"),
    "register": contents.Register(
        _REGISTER_ROWS,
        2026,
        date(2026, 11, 23),
        date(2026, 11, 24),
        date(2026, 11, 24),
        bound=True,
        closed=date(2026, 12, 31),
        keeper="Trần Quốc Đức",
        signer="Phạm Thị Gương",
    ),
    "receipt": contents.ResultReceipt(
        INTAKE,
        PROXY,
        OFFICER,
        _at(12, 21, 9, 20),
        result="Giấy phép xây dựng",
        result_number="15/GPXD",
        result_date=date(2026, 12, 18),
        summary="Cấp phép xây dựng nhà ở riêng lẻ cho ông Nguyễn Văn Mẫu",
        lookup=LOOKUP,
        taken_for="nhận thay theo giấy ủy quyền ngày 20/12/2026",
    ),
    "handover": contents.HandOverList(
        (
            contents.HandOverLine(
                INTAKE.number, INTAKE.procedure.name, OWNER.full_name, RECEIVED, DUE, 1, OWNER.address
            ),
            contents.HandOverLine(
                "H99.99.001-261123-0005",
                "Đăng ký biến động đất đai",
                PROXY.full_name,
                RECEIVED,
                DUE,
                2,
                "Thôn Trung, xã Ví Dụ",
                "Kèm bản vẽ khổ A3",
            ),
        ),
        "Trung tâm Phục vụ hành chính công xã Ví Dụ",
        "Phòng Kinh tế xã Ví Dụ",
        _at(11, 23, 16, 30),
        "Trần Quốc Đức",
        "Vũ Thị Nhận",
        way="giao trực tiếp",
    ),
    "submitted-list": contents.SubmittedList(
        (
            contents.SubmittedLine(INTAKE.number, INTAKE.procedure.name, OWNER.full_name, DUE, 1, 75000),
            contents.SubmittedLine(
                "H99.99.001-261123-0002",
                "Chứng thực bản sao từ bản chính",
                OWNER.full_name,
                _at(11, 23, 17),
                fee=7000,
            ),
            contents.SubmittedLine(
                "H99.99.001-261123-0003", "Đăng ký biến động đất đai", PROXY.full_name, DUE, 2, None
            ),
        ),
        OWNER,
        OFFICER,
        RECEIVED,
        2,
    ),
    "guide": contents.Guide(GUIDED, date(2026, 11, 23)),
    "cash": contents.CashConfirmation(
        OWNER,
        (
            FeeLine("Lệ phí cấp giấy phép xây dựng", 75000, "le_phi"),
            FeeLine("Phí chứng thực bản sao từ bản chính", 30000),
        ),
        _at(11, 23, 9, 20),
        OFFICER,
        number=INTAKE.number,
        procedure=INTAKE.procedure,
        method="Tiền mặt",
        lookup=LOOKUP,
    ),
    "rating": contents.RatingForm("Hoạt động xây dựng", 2, date(2026, 11, 23)),
    "ticket": contents.QueueTicket("A012", _at(11, 23, 8, 5), 2, "Đất đai – Xây dựng", 3),
    "label": contents.DossierLabel(INTAKE, sample_digits(), LOOKUP),
    "shift": contents.ShiftSummary(
        (
            contents.ShiftLine("Chứng thực bản sao từ bản chính", 12, 84_000),
            contents.ShiftLine(INTAKE.procedure.name, 1, 75_000),
        ),
        _at(11, 23, 7, 30),
        _at(11, 23, 11, 30),
        159_000,
        157_000,
        OFFICER,
        2,
        "Thiếu 2.000 đ tiền lẻ",
        work=(
            contents.OfficerWork(
                OFFICER.name, 31, received=12, returned=9, corrected=1, undone=1, annulled=1
            ),
        ),
    ),
    "day": contents.DayList(
        (
            (
                "Quá hạn",
                (
                    contents.DayTask(
                        INTAKE.number,
                        OWNER.full_name,
                        INTAKE.procedure.name,
                        OWNER.phone,
                        "Quá hạn từ 09:15 23/11/2026; gửi phiếu xin lỗi.",
                    ),
                ),
            ),
            (
                "Chờ công dân đến nhận",
                (
                    contents.DayTask(
                        "H99.99.001-261123-0002",
                        PROXY.full_name,
                        "Chứng thực bản sao từ bản chính",
                        PROXY.phone,
                        "Có kết quả từ 08:30 24/11/2026. Còn thu 7.000 đ.",
                    ),
                ),
            ),
        ),
        _at(11, 24, 7, 30),
        OFFICER.name,
        2,
    ),
}
"""One content for each form, under its name."""

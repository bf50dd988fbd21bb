"""Content of every form at the lengths that must still print: long names, addresses, notes, many rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from desk_app.documents import contents
from desk_app.documents.samples import (
    DUE,
    GUIDED,
    INTAKE,
    LOOKUP,
    OFFICER,
    RECEIVED,
    SAMPLES,
    sample_digits,
)
from sync.model.dossier import FeeLine, Paper, Person
from sync.model.procedure import FeeRule, RequiredPaper

NAME = ("Công ty trách nhiệm hữu hạn một thành viên thương mại, dịch vụ và xuất nhập khẩu " * 2)[:120]
ADDRESS = ("Số 123/45/67 ngõ 89 đường Nguyễn Thị Minh Khai, khu phố Tân Lập Thượng, " * 5)[:300]
NOTE = ("Công dân đề nghị giải quyết sớm vì sắp tới hạn nộp hồ sơ; đã hướng dẫn bổ sung. " * 30)[:2000]
ITEM = (
    "Bản sao chứng thực Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở "
    "và tài sản khác gắn liền với đất"
)
LONG_PERSON = Person(
    NAME,
    "0102030405-001",
    "tax_code",
    "organisation",
    address=ADDRESS,
    phone="0237 3555 123, 0912 345 678",
    email="mot.dia.chi.kha.dai@ten-mien-cung-kha-dai.example.vn",
)


def long_content(name: str, count: int = 40) -> contents.Content:
    """The sample of a form with everything long and `count` papers, items or rows."""
    items = tuple(f"{ITEM} ({number})" for number in range(1, count + 1))
    papers = tuple(Paper(item, 1, 1, 2) for item in items)
    intake = replace(
        INTAKE,
        owner=LONG_PERSON,
        applicant=LONG_PERSON,
        procedure=replace(INTAKE.procedure, name=ITEM * 2),
        papers=papers,
        note=NOTE,
        subject=NOTE[:300],
        return_by="post",
    )
    fees = tuple(FeeLine(item, 1_234_567) for item in items)
    row = SAMPLES["register"]
    assert isinstance(row, contents.Register)
    rows = tuple(register_row(number) for number in range(1, count + 1))
    listed = tuple(
        contents.HandOverLine(INTAKE.number, ITEM, NAME, RECEIVED, DUE, 1, ADDRESS, NOTE[:100]) for _ in items
    )
    hand_overs = tuple(contents.HandOver(NAME, NAME, RECEIVED, "Quá hạn", NOTE[:200]) for _ in items)
    made: dict[str, contents.Content] = {
        "slip": contents.Slip(intake, sample_digits(), LOOKUP),
        "supplement": contents.Supplement(intake, items, NOTE, RECEIVED, OFFICER, lookup=LOOKUP),
        "refusal": contents.Refusal(
            LONG_PERSON, intake.procedure, items, RECEIVED, OFFICER, number=INTAKE.number, lookup=LOOKUP
        ),
        "apology": contents.Apology(intake, DUE, DUE + timedelta(days=7), NOTE, RECEIVED),
        "stopping": contents.Stopping(intake, NOTE, RECEIVED, RECEIVED, NOTE, NAME, papers, NOTE),
        "control-sheet": contents.ControlSheet(intake, hand_overs, 3, NAME, ADDRESS),
        "register": replace(row, rows=rows),
        "receipt": contents.ResultReceipt(
            intake, LONG_PERSON, OFFICER, RECEIVED, NAME, "15/GPXD", RECEIVED.date(), NOTE, lookup=LOOKUP
        ),
        "handover": contents.HandOverList(listed, NAME, NAME, RECEIVED, NAME, NAME),
        "submitted-list": contents.SubmittedList(
            tuple(contents.SubmittedLine(INTAKE.number, ITEM, NAME, DUE, 12, 1_234_567) for _ in items),
            LONG_PERSON,
            OFFICER,
            RECEIVED,
            12,
        ),
        "guide": contents.Guide(
            replace(
                GUIDED,
                name=ITEM * 2,
                limit_note=NOTE,
                conditions=NOTE,
                papers=tuple(RequiredPaper(item, 1, 1, 2) for item in items),
                fees=tuple(FeeRule(item, amount=1_234_567, source=ADDRESS) for item in items[:8]),
            ),
            RECEIVED.date(),
        ),
        "cash": contents.CashConfirmation(
            LONG_PERSON, fees, RECEIVED, OFFICER, INTAKE.number, intake.procedure, lookup=LOOKUP
        ),
        "rating": contents.RatingForm(NAME, 12, RECEIVED.date()),
        "ticket": contents.QueueTicket("KHU-A-0123456789", RECEIVED, 12, NAME, 100),
        "label": contents.DossierLabel(intake, sample_digits(), LOOKUP),
        "shift": contents.ShiftSummary(
            tuple(contents.ShiftLine(ITEM, 1000, 1_234_567_890) for _ in items),
            RECEIVED,
            DUE,
            10**12,
            0,
            OFFICER,
            12,
            NOTE,
        ),
        "day": contents.DayList(
            (
                (
                    NAME,
                    tuple(contents.DayTask(INTAKE.number, NAME, ITEM, "0900 000 001", NOTE) for _ in items),
                ),
            ),
            RECEIVED,
            NAME,
            12,
        ),
    }
    return made[name]


def register_row(order: int) -> contents.RegisterRow:
    """A row with everything filled in, some of it long."""
    on = date(2026, 1, 5) + timedelta(days=order % 300)
    return contents.RegisterRow(
        order,
        f"000.00.06.H56-{on:%y%m%d}-{order % 10_000:04d}",
        ITEM if order % 3 else "Thủ tục đăng ký khai sinh",
        NAME if order % 7 == 0 else "Nguyễn Văn Mẫu",
        on,
        on,
        1,
        ADDRESS if order % 11 == 0 else "Thôn Đoài, xã Ví Dụ",
        "0900 000 001",
        "Văn phòng HĐND và UBND",
        on,
        on,
        on,
        "Tại quầy",
        "Đã yêu cầu bổ sung một lần" if order % 5 == 0 else "",
    )

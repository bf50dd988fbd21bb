"""What the intake page says about fee, due time and result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from desk_app.domain.intake import IntakeRequest
from desk_app.ui.dates import moment_said
from desk_app.ui.tongue import mark, said, told, tr
from sync.model.dossier import Intake, Person
from sync.model.moment import day_of
from sync.model.words import clock, dong, short_date

if TYPE_CHECKING:
    from desk_app.operations.likenesses import Likeness
    from desk_app.operations.receive import Received

UNNAMED = "…………"


def fee_said(intake: Intake) -> str:
    """The fee as the officer says it."""
    parts = []
    if intake.fees or not intake.fees_open:
        parts.append(dong(intake.fee) if intake.fee else tr("Không thu phí"))
    if intake.fee_exemption:
        parts.append(tr("miễn: {0}").format(intake.fee_exemption))
    if intake.fees_open:
        parts.append(tr("chưa nhập: {0}").format(", ".join(intake.fees_open)))
    words = " · ".join(parts)
    return words[0].upper() + words[1:]


def due_said(at: datetime, now: datetime) -> str:
    """``17:00 hôm nay``, ``17:00 ngày mai``, ``17:00 Thứ Hai 23/11/2026``."""
    days = (day_of(at) - day_of(now)).days
    if days in (0, 1):
        return f"{clock(at)} {tr('hôm nay') if days == 0 else tr('ngày mai')}"
    return moment_said(at)


def received_said(received: Received, now: datetime) -> str:
    """The calm line after F9."""
    fee = f" · {dong(received.fee)}" if received.fee else ""
    return tr("✓ Đã tiếp nhận {0} · trả {1}{2}").format(received.number, due_said(received.due_at, now), fee)


def with_names(request: IntakeRequest) -> IntakeRequest:
    """The same with dots for names still missing, so that the slip can fill up as it is typed."""

    def named(person: Person) -> Person:
        return person if person.full_name else replace(person, full_name=UNNAMED)

    return replace(
        request,
        applicant=named(request.applicant),
        owner=named(request.owner) if request.owner else None,
        representative=named(request.representative) if request.representative else None,
        payer=named(request.payer) if request.payer else None,
        collector=named(request.collector) if request.collector else None,
    )


def several_said(received: Sequence[Received], now: datetime) -> str:
    """The calm line after F9, for one dossier or several."""
    if len(received) == 1:
        return received_said(received[0], now)
    fee = sum(one.fee for one in received)
    numbers = ", ".join(one.number[-11:] for one in received)
    return tr("✓ Đã tiếp nhận {0} hồ sơ: {1}{2}").format(
        len(received), numbers, f" · {dong(fee)}" if fee else ""
    )


def matter_said(intake: Intake | None, now: datetime) -> str:
    """``trả 17:00 hôm nay · 8.000 đ`` of a dossier set aside; what is wrong is told at F9."""
    if intake is None:
        return tr("còn chỗ cần sửa")
    return tr("trả {0} · {1}").format(due_said(intake.due_at, now), fee_said(intake))


def alike_said(alike: Sequence[Likeness]) -> str:
    """The same matter elsewhere: number, day, status; it stops nothing."""
    if not alike:
        return ""
    one = alike[0]
    more = tr(" và {0} hồ sơ khác").format(len(alike) - 1) if len(alike) > 1 else ""
    day = short_date(one.received_at)
    return tr("Có thể trùng: người này đã nộp {0} ngày {1} ({2}){3}.").format(
        one.number, day, _lower(said(one.status.label)), more
    )


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


ROLE_NAMES: Final = {
    "applicant": mark("người nộp"),
    "owner": mark("chủ hồ sơ"),
    "representative": mark("người được ủy quyền"),
    "payer": mark("người nộp phí"),
    "collector": mark("người nhận kết quả"),
}
_SHOWN: Final = {
    "identity": mark("giấy tờ tùy thân"),
    "vneid": mark("căn cước điện tử (VNeID)"),
    "authorisation": mark("văn bản ủy quyền"),
    "kinship": mark("giấy tờ chứng minh quan hệ"),
    "guardianship": mark("giấy tờ giám hộ"),
    "introduction": mark("giấy giới thiệu"),
}


def shown_said(intake: Intake) -> str:
    """``Giấy tờ tùy thân của người nộp; văn bản ủy quyền của người được ủy quyền``."""
    said = "; ".join(
        tr("{0} của {1}").format(
            told(_SHOWN).get(one.paper, one.paper), told(ROLE_NAMES).get(one.role, one.role)
        )
        for one in intake.shown
    )
    return said[:1].upper() + said[1:]

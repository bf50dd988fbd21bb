"""What the intake page says about fee, due time and result."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from desk_app.domain.intake import IntakeRequest
from sync.model.dossier import Intake, Person
from sync.model.moment import day_of
from sync.model.words import clock, dong, moment_on_screen

if TYPE_CHECKING:
    from desk_app.operations.receive import Received

UNNAMED = "…………"


def fee_said(intake: Intake) -> str:
    """The fee as the officer says it."""
    parts = []
    if intake.fees or not intake.fees_open:
        parts.append(dong(intake.fee) if intake.fee else "Không thu phí")
    if intake.fee_exemption:
        parts.append(f"miễn: {intake.fee_exemption}")
    if intake.fees_open:
        parts.append(f"chưa nhập: {', '.join(intake.fees_open)}")
    words = " · ".join(parts)
    return words[0].upper() + words[1:]


def due_said(at: datetime, now: datetime) -> str:
    """``17:00 hôm nay``, ``17:00 ngày mai``, ``17:00 Thứ Hai 23/11/2026``."""
    days = (day_of(at) - day_of(now)).days
    if days in (0, 1):
        return f"{clock(at)} {'hôm nay' if days == 0 else 'ngày mai'}"
    return moment_on_screen(at)


def received_said(received: Received, now: datetime) -> str:
    """The calm line after F9."""
    fee = f" · {dong(received.fee)}" if received.fee else ""
    return f"✓ Đã tiếp nhận {received.number} · trả {due_said(received.due_at, now)}{fee}"


def with_names(request: IntakeRequest) -> IntakeRequest:
    """The same with dots for names still missing, so that the slip can fill up as it is typed."""

    def named(person: Person) -> Person:
        return person if person.full_name else replace(person, full_name=UNNAMED)

    return replace(
        request,
        applicant=named(request.applicant),
        owner=named(request.owner) if request.owner else None,
        representative=named(request.representative) if request.representative else None,
    )

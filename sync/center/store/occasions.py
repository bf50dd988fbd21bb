"""Occasions on which a citizen is told something, and where: functions of the folded dossier alone."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

from sync.model import kinds
from sync.model.dossier import Dossier, Person
from sync.model.status import CLOCK_ENDED, Status

RECEIVED: Final = "received"
SUPPLEMENT: Final = "supplement"
READY: Final = "ready"
LATE: Final = "late"
OCCASIONS: Final = {
    RECEIVED: "Đã tiếp nhận",
    SUPPLEMENT: "Cần bổ sung giấy tờ",
    READY: "Có kết quả",
    LATE: "Trễ hẹn, xin lỗi và hẹn lại",
}
"""Every occasion, in words for staff."""
AGES: Final = {
    RECEIVED: timedelta(days=3),
    SUPPLEMENT: timedelta(days=30),
    READY: timedelta(days=30),
    LATE: timedelta(days=7),
}
"""What is older is no news any more: a desk was long without a line."""

EMAIL, SMS = "email", "sms"
WAYS: Final = {EMAIL: "Thư điện tử", SMS: "Tin nhắn"}
_EMAIL = re.compile(
    r"(?!\.)(?!.*\.\.)(?!.*\.@)[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}\Z"
)
_MOBILE = re.compile(r"0[35789][0-9]{8}\Z")


def occasions(dossier: Dossier) -> dict[str, datetime]:
    """The occasions a dossier gives now, with the moment of each; what it has gone past gives none."""
    intake, status = dossier.intake, dossier.status
    if intake is None or dossier.annulled is not None or status is Status.REGISTERED:
        return {}
    found: dict[str, datetime] = {}
    open_now = status not in CLOCK_ENDED
    if open_now and not any(one.act == kinds.IMPORTED for one in dossier.history):
        found[RECEIVED] = intake.received_at
    if status is Status.SUPPLEMENT and dossier.status_since is not None:
        found[SUPPLEMENT] = dossier.status_since
    if status is Status.DONE and dossier.ready_at is not None:
        found[READY] = dossier.ready_at
    if open_now and dossier.renewed is not None:
        said = [one.at for one in dossier.history if one.act == kinds.APOLOGY and one.effective]
        if said:
            found[LATE] = said[-1]
    return found


def _people(dossier: Dossier) -> list[Person]:
    intake = dossier.intake
    if intake is None:
        return []
    return [intake.applicant, *([intake.representative] if intake.representative else [])]


def address_of(dossier: Dossier, way: str) -> str:
    """The e-mail address or mobile number (``0912345678``) that the applicant left, else who acts for him.

    Empty where there is none that such a notice can be sent to. Whoever leaves one on the slip asks to be
    told there (TT 01/2018, Mẫu 01).
    """
    for one in _people(dossier):
        found = email(one.email) if way == EMAIL else mobile(one.phone)
        if found:
            return found
    return ""


def email(text: str) -> str:
    """A sound address of plain letters, or nothing: what is written here goes into a mail's head."""
    text = text.strip()
    return text if len(text) <= 254 and _EMAIL.match(text) else ""


def mobile(text: str) -> str:
    """A Vietnamese mobile number as ten digits, or nothing: a landline takes no message."""
    digits = "".join(one for one in text if one.isascii() and one.isdigit())
    if digits.startswith("84") and len(digits) == 11:
        digits = "0" + digits[2:]
    return digits if _MOBILE.match(digits) else ""


def masked(address: str) -> str:
    """As lists show it: ``09••••678``, ``n•••@example.vn``."""
    name, at, domain = address.partition("@")
    if at:
        return f"{name[:1]}•••@{domain}"
    return f"{address[:2]}•••••{address[-3:]}"

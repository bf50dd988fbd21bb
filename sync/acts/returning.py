"""Giving the result out: what speaks against it is said in one sentence each, before it happens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sync.acts.move import Checked, Made, annulled_sentence, blocked, status_move
from sync.model.bodies import person_out
from sync.model.dossier import RELATIONS, SIGNATURES, SLIPS_SEEN, Dossier, Officer, Person
from sync.model.status import Status
from sync.model.text import fold
from sync.model.words import dong, moment_on_screen

NOT_READABLE, ANNULLED, ALREADY_RETURNED, NOT_FINISHED = "unreadable", "annulled", "returned", "not-finished"
VOID_SLIP, LOST_SLIP, WRONG_PERSON, NO_AUTHORITY = "void-slip", "lost-slip", "wrong-person", "no-authority"
UNPAID, NOT_HERE, BY_POST = "unpaid", "not-here", "by-post"
_FIELDS = {VOID_SLIP: "slip", LOST_SLIP: "reason", WRONG_PERSON: "collector", NO_AUTHORITY: "authority"}


@dataclass(frozen=True, slots=True)
class ReturnWarning:
    """What speaks against giving a result out: `kind` (a constant here), a sentence, whether it stops it."""

    kind: str
    sentence: str
    blocking: bool


@dataclass(frozen=True, slots=True)
class Handing:
    """How the result is given out, as the officer says it (the words of `sync.model.dossier.Returned`).

    `slip_issue` is the issue on the slip that was scanned, None when none was.
    """

    collector: Person | None = None
    relation: str = "self"
    checked: str = ""
    authority: str = ""
    slip: str = "shown"
    slip_issue: int | None = None
    reason: str = ""
    signed: str = "paper"
    originals_back: int = 0
    post_code: str = ""


def return_warnings(dossier: Dossier, handing: Handing) -> tuple[ReturnWarning, ...]:
    """Everything that speaks against giving this result to this collector, the gravest first.

    A collector of None asks only for what the dossier itself says (before anyone has been named).
    """
    state = _of_state(dossier)
    if state is not None:
        return (state,)
    found = [_of_slip(dossier, handing), *_of_person(dossier, handing)]
    intake = dossier.intake
    if intake is not None and intake.fee > dossier.paid:
        owed = dong(intake.fee - dossier.paid)
        found.append(
            ReturnWarning(UNPAID, f"Chưa ghi thu {owed} của hồ sơ này; thu hoặc xác nhận đã thu.", False)
        )
    if dossier.ready_at is None:
        found.append(
            ReturnWarning(NOT_HERE, "Chưa ghi kết quả đã về quầy; xem kết quả có trên tay chưa.", False)
        )
    if intake is not None and intake.return_by == "post" and handing.relation != "post":
        found.append(
            ReturnWarning(BY_POST, "Công dân đăng ký nhận qua bưu chính; hỏi xem còn gửi không.", False)
        )
    kept = [one for one in found if one is not None]
    return tuple(sorted(kept, key=lambda one: not one.blocking))


def _of_state(dossier: Dossier) -> ReturnWarning | None:
    """What makes every other question idle."""
    if dossier.annulled is not None and dossier.purged is None:
        return ReturnWarning(ANNULLED, annulled_sentence(dossier), True)
    if blocked(dossier):
        return ReturnWarning(NOT_READABLE, blocked(dossier)[0].message, True)
    if dossier.status is Status.RETURNED:
        out = dossier.returned
        whom = f" cho {out.collector.full_name}" if out and out.collector else ""
        when = f" lúc {moment_on_screen(dossier.status_since)}" if dossier.status_since else ""
        words = f"Hồ sơ {dossier.number} đã trả kết quả{whom}{when}."
        return ReturnWarning(ALREADY_RETURNED, words, True)
    if dossier.status is not Status.DONE:
        due = f", hẹn trả {moment_on_screen(dossier.due_at)}" if dossier.due_at else ""
        words = f"Hồ sơ {dossier.number} chưa có kết quả: đang là “{dossier.label}”{due}."
        return ReturnWarning(NOT_FINISHED, words, True)
    return None


def _of_slip(dossier: Dossier, handing: Handing) -> ReturnWarning | None:
    if handing.slip == "lost" or handing.relation == "lost-slip":
        if handing.reason.strip() and handing.checked.strip():
            return None
        words = "Mất phiếu: đối chiếu giấy tờ tùy thân, ghi tên giấy tờ và lý do rồi mới trả."
        return ReturnWarning(LOST_SLIP, words, True)
    if handing.slip_issue is not None and handing.slip_issue < dossier.issue:
        words = f"Phiếu này đã hết hiệu lực, hồ sơ đã cấp lại phiếu lần {dossier.issue}; lấy phiếu mới"
        return ReturnWarning(VOID_SLIP, f"{words}, hoặc trả theo trường hợp mất phiếu.", True)
    return None


def _of_person(dossier: Dossier, handing: Handing) -> list[ReturnWarning]:
    collector, intake = handing.collector, dossier.intake
    if collector is None or intake is None or handing.relation == "post":
        return []
    people = [intake.owner, intake.applicant, intake.representative, intake.collector]
    if any(one is not None and same_person(one, collector) for one in people):
        return []
    name = collector.full_name or "Người này"
    if handing.relation == "authorised":
        if handing.authority.strip():
            return []
        words = f"{name} nhận thay nhưng chưa ghi giấy ủy quyền; xem và ghi số, ngày của giấy."
        return [ReturnWarning(NO_AUTHORITY, words, True)]
    owner = intake.owner.full_name
    words = f"{name} không phải chủ hồ sơ {owner} hay người nộp; cần giấy ủy quyền để nhận thay."
    return [ReturnWarning(WRONG_PERSON, words, True)]


def same_person(one: Person, other: Person) -> bool:
    """Whether two are the same as far as a counter can tell: by number, else by name and birth."""
    if one.id_number and other.id_number:
        return one.id_number.replace(" ", "").upper() == other.id_number.replace(" ", "").upper()
    born = (
        one.date_of_birth is None or other.date_of_birth is None or one.date_of_birth == other.date_of_birth
    )
    return born and bool(one.full_name) and fold(one.full_name) == fold(other.full_name)


def give_out(dossier: Dossier, handing: Handing, *, officer: Officer, now: datetime) -> Made:
    """The entry that returns the result, or what stops it; warnings that do not block do not stop it."""
    say = Checked()
    for value, allowed, field in (
        (handing.relation, RELATIONS, "relation"),
        (handing.slip, SLIPS_SEEN, "slip"),
        (handing.signed, ("", *SIGNATURES), "signed"),
    ):
        if value not in allowed:
            say.wrong(field, f"Phải là một trong: {', '.join(allowed)}.")
    if handing.originals_back not in range(1000):
        say.wrong("originals_back", "Số bản chính trả lại phải từ 0 đến 999.")
    for warning in return_warnings(dossier, handing):
        if warning.blocking:
            say.wrong(_FIELDS.get(warning.kind, "status"), warning.sentence)
    details: dict[str, Any] = {
        "collector": person_out(handing.collector),
        "relation": handing.relation,
        "checked": say.line(handing.checked, "checked", longest=200),
        "authority": say.line(handing.authority, "authority", longest=500),
        "slip": "lost" if handing.relation == "lost-slip" else handing.slip,
        "signed": handing.signed,
        "originals_back": handing.originals_back or None,
        "post_code": say.line(handing.post_code, "post_code", longest=60),
    }
    if say.mistakes:
        return say.mistakes
    return status_move(dossier, Status.RETURNED, officer, now, handing.reason, **details)

"""A person's request about their own data, and its answer, as entries of the unit's channel.

Law 91/2025/QH15 on the protection of personal data: a request is answered within two working days.
"""

from __future__ import annotations

from datetime import date, datetime

from sync.acts.mistakes import Mistake
from sync.acts.move import Checked, Made, written
from sync.acts.receive import MAX_NOTE, clean_person
from sync.model import kinds
from sync.model.bodies import person_out
from sync.model.dossier import Officer, Person
from sync.model.moment import day_of, iso_minute
from sync.model.subject_requests import OUTCOMES, WISHES, SubjectAnswer, SubjectRequest


def ask(
    place: tuple[str, int],
    person: Person,
    wish: str,
    text: str,
    *,
    answer_by: datetime,
    done_by: date,
    officer: Officer,
    now: datetime,
) -> Made:
    """The entry of a request; `place` is its own name and the desk's number. Who it is and what they wish are
    needed, words are not."""
    name, desk = place
    say, wrong = Checked(), list[Mistake]()
    clean = clean_person(person, "person", now, wrong)
    if wish not in WISHES:
        say.wrong("wish", f"Yêu cầu phải là một trong: {', '.join(WISHES)}.")
    words = say.line(text, "text", longest=MAX_NOTE)
    return (*wrong, *say.mistakes) or written(
        kinds.SUBJECT_REQUEST,
        officer,
        now,
        id=name,
        desk=desk,
        wish=wish,
        person=person_out(clean),
        text=words,
        answer_by=iso_minute(answer_by),
        done_by=done_by.isoformat(),
    )


def answer(
    request: SubjectRequest,
    before: SubjectAnswer | None,
    outcome: str,
    text: str,
    *,
    until: date | None = None,
    longest: date,
    officer: Officer,
    now: datetime,
) -> Made:
    """The entry of an answer; `before` is the last one given. It is extended once, to `longest` at most.

    Anything but a plain grant needs its reason, for the person may complain about it.
    """
    say = Checked()
    if before is not None and before.outcome != "extended":
        say.wrong("id", f"Yêu cầu {request.id} đã được trả lời ngày {before.at:%d/%m/%Y}.")
    if outcome not in OUTCOMES:
        say.wrong("outcome", f"Kết quả phải là một trong: {', '.join(OUTCOMES)}.")
    if outcome == "extended":
        if before is not None:
            say.wrong("outcome", "Chỉ được gia hạn một lần.")
        elif until is None or not day_of(now) < until <= longest:
            say.wrong("until", f"Ghi ngày trả lời mới, muộn nhất {longest:%d/%m/%Y}.")
    elif until is not None:
        say.wrong("until", "Chỉ ghi ngày mới khi gia hạn.")
    needed = "" if outcome == "granted" else "Ghi lý do: người dân có quyền khiếu nại."
    words = say.line(text, "text", needed, MAX_NOTE)
    more = {"until": until.isoformat()} if until is not None else {}
    return say.mistakes or written(
        kinds.SUBJECT_ANSWER, officer, now, id=request.id, outcome=outcome, text=words, **more
    )

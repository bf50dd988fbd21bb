"""Papers of the returning and of the day: a result's receipt, the cash of a shift, the list of what to do."""

from __future__ import annotations

from datetime import datetime, timedelta

from desk_app.documents import contents
from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import MONEY, PRINT
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.officer_work import work_between
from desk_app.operations.today import today
from desk_app.operations.unit_words import cash_by_procedure, shifts
from sync.model.dossier import Dossier, Returned
from sync.model.lookup_code import lookup_code
from sync.model.status import Status

_LOOKED_BACK = timedelta(days=31)
_ELSEWHERE = "Khoản cùng phút kết ca, tính ở ca khác"


@needs(MONEY, PRINT)
def receipt(desk: Desk, dossier: Dossier) -> contents.ResultReceipt:
    """The receipt of a result: as it was given out, or, before that, to be given to who was expected."""
    intake = dossier.intake
    if intake is None:
        raise DeskError("Hồ sơ này chưa có lần tiếp nhận nào nên chưa in được mẫu.")
    steps = [event for event in reversed(dossier.history) if event.effective]
    solved = next((one for one in steps if one.details.get("to") == Status.DONE), None)
    done = next((one for one in steps if one.details.get("to") == Status.RETURNED), solved)
    if done is None:
        raise DeskError("Hồ sơ này chưa có việc xử lý xong.", "Làm việc đó trước (motcua act), rồi in mẫu.")
    out, arrived = dossier.returned, dossier.arrived
    return contents.ResultReceipt(
        intake,
        (out.collector if out else None) or intake.collector or intake.applicant,
        done.officer,
        out.at if out else desk.clock(),
        result=intake.procedure.result,
        result_number=arrived.number if arrived else "",
        result_date=arrived.date if arrived else None,
        summary=str(solved.details.get("reason", "")) if solved else "",
        number=dossier.number,
        lookup=lookup_code(dossier.id),
        taken_for=_taken_for(out) if out else "",
    )


def _taken_for(out: Returned) -> str:
    """In what capacity the result was taken, in words."""
    lost = out.slip == "lost"
    words = {
        "representative": "Người đại diện",
        "authorised": f"Người được ủy quyền, {out.authority}".rstrip(", "),
        "post": f"Gửi qua bưu chính, số hiệu {out.post_code}" if out.post_code else "Gửi qua bưu chính",
    }.get(out.relation, "")
    if not lost:
        return words
    seen = f"mất phiếu hẹn, đã đối chiếu {out.checked}" if out.checked else "mất phiếu hẹn"
    return f"{words}; {seen}" if words else seen.capitalize()


@needs(MONEY)
def shift_summary(desk: Desk) -> contents.ShiftSummary:
    """This desk's last closed shift of the last 31 days. Raises `DeskError` where none was closed."""
    now = desk.clock()
    closed = shifts(desk, (now - _LOOKED_BACK).date(), now.date())
    own = [one for one in closed if one.desk == desk.settings.desk]
    if not own:
        raise DeskError("Quầy chưa kết ca lần nào trong 31 ngày qua.", "Đếm tiền và kết ca rồi in phiếu.")
    last = max(own, key=lambda one: one.end)
    return contents.ShiftSummary(
        cash_lines(desk, last.begin, last.end, last.expected),
        last.begin,
        last.end,
        last.expected,
        last.counted,
        last.by,
        last.desk,
        last.note,
        work=work_between(desk, last.begin, last.end),
    )


@needs(MONEY)
def cash_lines(desk: Desk, begin: datetime, end: datetime, expected: int) -> tuple[contents.ShiftLine, ...]:
    """What the cash of a span was taken for; the sums make up `expected`.

    Times are of whole minutes: what came in the very minute of a count belongs to one of two shifts, and the
    difference is a line of its own.
    """
    lines = [contents.ShiftLine(*one) for one in cash_by_procedure(desk, begin, end)]
    rest = expected - sum(line.amount for line in lines)
    return (*lines, contents.ShiftLine(_ELSEWHERE, 0, rest)) if rest else tuple(lines)


@needs(PRINT)
def day_list(desk: Desk) -> contents.DayList:
    """What there is to do now, as a list on paper."""
    found = today(desk)
    lists = tuple(
        (
            one.title,
            tuple(
                contents.DayTask(t.row.number, t.row.owner, t.row.procedure_name, t.phone, t.reason)
                for t in one.tasks
            ),
        )
        for one in found.lists
    )
    return contents.DayList(lists, found.at, desk=desk.settings.desk)

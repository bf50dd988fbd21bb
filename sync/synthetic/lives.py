"""What becomes of a dossier after its reception: the statuses it goes through until it is closed."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Final, NamedTuple

from sync.model.dossier import Intake
from sync.model.status import Status
from sync.synthetic.pools import Draw, pick, pool

_S = Status
OVERDUE: Final = 0.04
"""The share of dossiers decided after their due time."""

_SUPPLEMENTS = pool(
    """Thiếu bản sao căn cước, Tờ khai chưa ghi nơi cư trú, Thiếu bản vẽ hiện trạng, Giấy chứng sinh mờ,
    Cần bản chính để đối chiếu, Thiếu giấy ủy quyền có chứng thực"""
)
_REFUSALS = pool("Không thuộc thẩm quyền, Không đủ điều kiện theo quy định, Thông tin không khớp sổ gốc")
_STOPS = pool("Đang có tranh chấp, Công dân không bổ sung hồ sơ đúng hạn, Chờ bản án của Tòa án")
_WITHDRAWALS = pool("Công dân không còn nhu cầu 3, Công dân nộp lại ở nơi khác, Kê khai nhầm thủ tục")
_FEES = ("Nộp lệ phí trước bạ và tiền sử dụng đất", "Nộp thuế thu nhập cá nhân")
_FEE_FIELDS = ("Đất đai", "Xây dựng")


class Turn(NamedTuple):
    """One change of status, `delay` after the reception; `result` as status entries carry it."""

    delay: timedelta
    status: Status
    reason: str = ""
    result: str = ""


def lives(intake: Intake) -> tuple[Turn, ...]:
    """The turns of a dossier's life in order, every move permitted; always the same for the same number.

    Most end returned in time; some are overdue, asked to be supplemented, refused, stopped or withdrawn.
    How much of it has happened is for the caller to say (drop the turns that lie in the future).
    """
    draw = Random(intake.number).random
    span = max(intake.due_at - intake.received_at, timedelta(minutes=30))
    turns: list[Turn] = [Turn(_part(draw, span, 0.02, 0.2), _S.PROCESSING)]
    fate = draw()
    if fate < 0.06:
        asked = turns[-1].delay + _part(draw, span, 0.05, 0.3)
        turns.append(Turn(asked, _S.SUPPLEMENT, pick(draw, _SUPPLEMENTS)))
        if fate < 0.008:
            turns.append(Turn(asked + timedelta(days=30), _S.STOPPED, _STOPS[1]))
            return tuple(turns)
        turns.append(Turn(asked + _part(draw, timedelta(days=6), 0.1, 1), _S.PROCESSING, "Đã bổ sung đủ"))
    elif fate < 0.075:
        turns.append(
            Turn(turns[-1].delay + _part(draw, span, 0.1, 0.5), _S.WITHDRAWN, pick(draw, _WITHDRAWALS))
        )
        return tuple(turns)
    elif fate < 0.082:
        turns.append(Turn(turns[-1].delay + _part(draw, span, 0.2, 0.6), _S.STOPPED, pick(draw, _STOPS)))
        return tuple(turns)
    elif fate < 0.4 and intake.procedure.field.startswith(_FEE_FIELDS):
        asked = turns[-1].delay + _part(draw, span, 0.3, 0.5)
        turns.append(Turn(asked, _S.FEE_DUE, pick(draw, _FEES)))
        turns.append(Turn(asked + _part(draw, timedelta(days=4), 0.1, 1), _S.PROCESSING, "Đã nộp đủ"))
    return (*turns, *_ending(draw, intake, span, turns[-1].delay))


def _ending(draw: Draw, intake: Intake, span: timedelta, since: timedelta) -> tuple[Turn, Turn]:
    late = draw() < OVERDUE
    done = span + _part(draw, span, 0.05, 0.9) if late else _part(draw, span, 0.3, 0.98)
    done = max(done, since + timedelta(minutes=10))
    refused = draw() < 0.02
    decided = Turn(done, _S.DONE, pick(draw, _REFUSALS) if refused else "", "refused" if refused else "")
    collected = _part(draw, timedelta(days=1 if intake.return_by == "online" else 5), 0.01, 1)
    return decided, Turn(done + collected, _S.RETURNED)


def _part(draw: Draw, span: timedelta, least: float, most: float) -> timedelta:
    """Between two shares of a span, to the minute, at least one."""
    minutes = span.total_seconds() / 60 * (least + (most - least) * draw())
    return timedelta(minutes=max(1, int(minutes)))

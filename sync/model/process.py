"""How a matter is worked on inside an office, as data: steps in order, each with a role, an office and a
limit.

Five steps ("tiếp nhận, thẩm định, phê duyệt, đóng dấu, trả kết quả") or three ("tiếp nhận, giải quyết, trả
kết quả"), or any others an office has decided on (NĐ 61/2018 Điều 17-20, TT 01/2018 Điều 6). In a sum of
limits "8 giờ" is one working day, whatever the office's hours are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from sync.model.limit import MOST, Limit, LimitUnknown, Unit
from sync.model.strict import FieldError, Fields

RECEIVE, APPRAISE, RESOLVE, APPROVE, SEAL, RETURN = (
    "receive", "appraise", "resolve", "approve", "seal", "return",
)  # fmt: skip
STEP_KINDS: Final = (RECEIVE, APPRAISE, RESOLVE, APPROVE, SEAL, RETURN)
"""What is done in a step; ``resolve`` is appraising and signing at once."""
RECEPTION, SPECIALIST, LEADER, RECORDS = "reception", "specialist", "leader", "records"
STEP_ROLES: Final = (RECEPTION, SPECIALIST, LEADER, RECORDS)
"""Who does it: the desk, the official in charge, the one who signs, the records office with the seal."""
SUPPLEMENT_RULES: Final = ("", "RESTART", "EXTEND")
MOST_STEPS: Final = 20
HOURS_A_DAY: Final = 8
PROCESS_KEY: Final = "process."
"""Shared settings (kind ``setting``) whose key begins so hold a process: of a procedure's code, or of
`ANY`."""
PROCESS_BELOW_KEY: Final = "process-below."
"""The same in a center's channel, for every commune below it that has set none itself."""
ANY: Final = "any"
_CODE = re.compile(r"[a-z][a-z0-9-]{0,31}")
STEP_NAMES: Final = {
    RECEIVE: "Tiếp nhận",
    APPRAISE: "Thẩm định",
    RESOLVE: "Giải quyết",
    APPROVE: "Phê duyệt",
    SEAL: "Đóng dấu",
    RETURN: "Trả kết quả",
}
"""What a step is called unless its process says otherwise."""
_ROLES = {
    RECEIVE: RECEPTION,
    APPRAISE: SPECIALIST,
    RESOLVE: SPECIALIST,
    APPROVE: LEADER,
    SEAL: RECORDS,
    RETURN: RECEPTION,
}
ROLE_LABELS: Final[Mapping[str, str]] = {
    RECEPTION: "Bộ phận một cửa",
    SPECIALIST: "Chuyên viên",
    LEADER: "Lãnh đạo",
    RECORDS: "Văn thư",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `limit` is text of `sync.model.limit` in working days or hours; empty: the dossier's due
    time."""

    code: str
    kind: str
    name: str
    role: str
    office: str = ""
    limit: str = ""

    @property
    def hours(self) -> int:
        """The limit by name, 8 hours a working day; 0 where it is the dossier's own."""
        return named_hours(self.limit) or 0


@dataclass(frozen=True, slots=True)
class Process:
    """The steps of a matter. `unit` is whose order it is (empty: the center's), `supplement` how the
    clock runs on after a supplement (empty: as the unit does), `basis` the decision it rests on."""

    steps: tuple[Step, ...]
    unit: str = ""
    supplement: str = ""
    basis: str = ""

    def step(self, code: str) -> Step | None:
        """The step of that code."""
        return next((one for one in self.steps if one.code == code), None)

    def after(self, code: str) -> Step | None:
        """The step that follows; the first where `code` is none; None behind the last."""
        codes = [one.code for one in self.steps]
        at = codes.index(code) + 1 if code in codes else 0
        return self.steps[at] if at < len(self.steps) else None

    def first(self, *kinds: str) -> Step | None:
        """The first step of one of these kinds."""
        return next((one for one in self.steps if one.kind in kinds), None)

    @property
    def hours(self) -> int:
        """The sum of the steps' limits by name."""
        return sum(one.hours for one in self.steps)

    @property
    def version(self) -> str:
        """16 hex digits that change with anything in it: which version a dossier went by."""
        text = json.dumps(self.to_dict(), ensure_ascii=False, sort_keys=True)
        return sha256(text.encode("utf-8", "replace")).hexdigest()[:16]

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON; `from_dict` reads it back equal but for `unit`."""
        return {
            "steps": [
                {name: value for name in _FIELDS if (value := getattr(step, name))} for step in self.steps
            ],
            **{name: value for name in ("supplement", "basis") if (value := getattr(self, name))},
        }

    @classmethod
    def from_dict(cls, raw: object, unit: str = "") -> Process:
        """A process as an office sets it. Raises `FieldError` for one nobody could work by: a step without an
        owner or a limit, no reception first or returning last, nobody who signs."""
        found = Fields(raw)
        steps = tuple(_step(path, item) for path, item in found.items("steps", most=MOST_STEPS))
        supplement = found.choice("supplement", SUPPLEMENT_RULES, "")
        basis = found.text("basis", most=500)
        found.done()
        _check_steps(steps)
        return cls(steps, unit, supplement, basis)


_FIELDS = ("code", "kind", "name", "role", "office", "limit")


def _step(path: str, raw: object) -> Step:
    found = Fields(raw, path)
    kind = found.choice("kind", STEP_KINDS, "")
    code = found.text("code", most=32) or kind
    limit = found.text("limit", most=40, required=True)
    step = Step(
        code,
        kind,
        found.text("name", most=120) or STEP_NAMES[kind],
        found.choice("role", STEP_ROLES, _ROLES[kind]),
        found.text("office", most=200),
        limit,
    )
    found.done()
    if not _CODE.fullmatch(code):
        raise FieldError(f"{path}.code", "chỉ gồm chữ thường không dấu, số và gạch nối")
    if named_hours(limit) is None:
        raise FieldError(
            f"{path}.limit", "ghi số ngày làm việc hoặc số giờ, ví dụ “2 ngày làm việc”, “4 giờ”"
        )
    return step


def _check_steps(steps: tuple[Step, ...]) -> None:
    kinds = [one.kind for one in steps]
    if len({one.code for one in steps}) != len(steps):
        raise FieldError("steps", "có hai bước cùng mã")
    if not kinds or kinds[0] != RECEIVE or kinds.count(RECEIVE) != 1:
        raise FieldError("steps", "bước đầu (và chỉ bước đầu) phải là tiếp nhận")
    if kinds[-1] != RETURN or kinds.count(RETURN) != 1:
        raise FieldError("steps", "bước cuối (và chỉ bước cuối) phải là trả kết quả")
    signing = [at for at, kind in enumerate(kinds) if kind in (APPROVE, RESOLVE)]
    if not signing:
        raise FieldError("steps", "chưa có bước nào phê duyệt hoặc giải quyết")
    if any(kind == APPRAISE and at > signing[-1] for at, kind in enumerate(kinds)):
        raise FieldError("steps", "thẩm định phải đứng trước phê duyệt")
    if any(kind == SEAL and at < signing[-1] for at, kind in enumerate(kinds)):
        raise FieldError("steps", "đóng dấu phải đứng sau phê duyệt")


def named_hours(limit: str) -> int | None:
    """Working hours that a limit in working days or hours names (8 a day); None for any other text."""
    try:
        parsed = Limit.parse(limit)
    except LimitUnknown:
        return None
    if parsed.unit is Unit.WORKING_DAY:
        return parsed.amount * HOURS_A_DAY
    return parsed.amount if parsed.unit is Unit.HOUR else None


def hours_within(limit: str) -> int | None:
    """How many working hours a procedure's limit is sure to hold: of calendar days five in seven are counted.
    None for a limit that is not known."""
    try:
        parsed = Limit.parse(limit)
    except LimitUnknown:
        return None
    if parsed.unit is Unit.SAME_DAY:
        return HOURS_A_DAY
    days = {Unit.DAY: 1, Unit.MONTH: 30, Unit.YEAR: 365}.get(parsed.unit)
    if days is None:
        return named_hours(limit)
    return max(1, parsed.amount * days * 5 // 7) * HOURS_A_DAY


def hours_words(hours: int) -> str:
    """Hours by name in words: ``3 ngày làm việc 4 giờ``."""
    days, rest = divmod(hours, HOURS_A_DAY)
    return " ".join(
        words for count, words in ((days, f"{days} ngày làm việc"), (rest, f"{rest} giờ")) if count
    )


def sum_against(process: Process, limit: str) -> tuple[bool, str]:
    """Whether the steps fit into the procedure's limit, and the sentence about what does not come out even
    (empty: they fit exactly, or the limit is not known)."""
    most = hours_within(limit)
    if most is None or process.hours == most:
        return True, ""
    together = hours_words(process.hours) or "0 giờ"
    if process.hours > most:
        return False, f"Các bước cộng lại {together}, quá thời hạn của thủ tục ({limit})."
    spare = hours_words(most - process.hours)
    return True, f"Các bước cộng lại {together}, còn dư {spare} so với thời hạn của thủ tục ({limit})."


def default_process(limit: str, unit: str = "") -> Process:
    """The process of a procedure for which none was set: five steps, or three where the limit is no
    longer than a day; the steps' limits make up the whole. Without a known limit each step's is the
    dossier's due time."""
    hours = hours_within(limit)
    if hours is not None and hours <= HOURS_A_DAY:
        shares = {RECEIVE: 1, RESOLVE: hours - 2, RETURN: 1} if hours > 2 else dict.fromkeys(_SHORT, 0)
    elif hours is None or hours > _MOST_HOURS:
        shares = dict.fromkeys(_LONG, 0)
    else:
        each = 4 if hours >= 3 * HOURS_A_DAY else 2
        shares = {RECEIVE: each, APPRAISE: hours - 4 * each, APPROVE: each, SEAL: each, RETURN: each}
    steps = (
        Step(kind, kind, STEP_NAMES[kind], _ROLES[kind], limit=_limit(share))
        for kind, share in shares.items()
    )
    return Process(tuple(steps), unit)


_MOST_HOURS = MOST[Unit.WORKING_DAY] * HOURS_A_DAY
_LONG = (RECEIVE, APPRAISE, APPROVE, SEAL, RETURN)
_SHORT = (RECEIVE, RESOLVE, RETURN)


def _limit(hours: int) -> str:
    if not hours:
        return ""
    days, rest = divmod(hours, HOURS_A_DAY)
    return str(Limit(hours, Unit.HOUR) if rest else Limit(days, Unit.WORKING_DAY))

"""The work on a dossier as its page shows it to one of the staff, and which verbs it offers him now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sync.acts.counter import undoable
from sync.center.staff.colleagues import colleagues
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows, read_units
from sync.center.web.verb_fields import Around
from sync.center.web.visit import Visit
from sync.center.work.acting import WorkView, work_of
from sync.center.work.calendars import calendar_of
from sync.center.work.rights import Actor
from sync.center.work.verbs import VERBS
from sync.model.dossier import Officer
from sync.model.process import APPRAISE, APPROVE, RECEIVE, RESOLVE, RETURN, SEAL

SLUGS: Final[Mapping[str, str]] = {
    "take": "nhan-ban-giao",
    "assign": "phan-cong",
    "reassign": "phan-cong-lai",
    "appraise": "tham-dinh",
    "consult": "lay-y-kien",
    "answer": "tra-loi-y-kien",
    "approve": "phe-duyet",
    "rework": "tra-lai-lam-lai",
    "seal": "dong-dau",
    "send-back": "tra-ket-qua",
    "supplement": "yeu-cau-bo-sung",
    "supplemented": "nhan-bo-sung",
    "fee": "yeu-cau-nop-phi",
    "apology": "xin-loi",
    "refuse": "tu-choi",
    "stop": "dung",
    "withdraw": "cong-dan-rut",
    "reopen": "sua-ket-qua",
    "call": "goi-dien",
    "note": "ghi-chu",
    "undo": "hoan-tac",
}
"""Where a verb's form stands under a dossier's address; forwarding has its own page."""
_OF_STEP: Final[Mapping[str, str]] = {
    RECEIVE: "take",
    APPRAISE: "appraise",
    RESOLVE: "approve",
    APPROVE: "approve",
    SEAL: "seal",
    RETURN: "send-back",
}
"""The verb that a kind of step is there for: it stands first."""
ELSEWHERE = "Hồ sơ này do đơn vị khác giải quyết; tài khoản này chỉ xem."


@dataclass(frozen=True, slots=True)
class Offer:
    """A verb on the page: its name, words and address; `why_not` says why it may not be done now."""

    name: str
    title: str
    path: str
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class WorkPart:
    """What the page of a dossier shows of the work; `view` None: it is another unit's business."""

    view: WorkView | None
    offers: tuple[Offer, ...] = ()
    main: str = ""
    """The verb of the present step, where it may be done now."""

    @property
    def now(self) -> tuple[Offer, ...]:
        """What may be done now."""
        return tuple(one for one in self.offers if not one.why_not)

    @property
    def not_now(self) -> tuple[Offer, ...]:
        """What the role may do, but not now."""
        return tuple(one for one in self.offers if one.why_not)


def actor_of(visit: Visit) -> Actor:
    """Who is logged in, as the work by steps knows people."""
    roles = frozenset(str(one) for one in visit.member.roles)
    return Actor(Officer(visit.member.login, visit.member.name), roles, visit.member.unit)


def view_of(visit: Visit, named: str) -> WorkView | None:
    """The dossier of that name (``UNIT/ID``) for work; None where it is another unit's business."""
    try:
        return work_of(visit.center, actor_of(visit), named)
    except CenterError:
        return None


def around(visit: Visit, view: WorkView | None) -> Around:
    """What the forms are made of, for the unit of who is logged in."""
    own = visit.member.unit
    with visit.center.store.snapshot() as ledger:
        units = tuple(
            (one.code, f"{one.name} ({one.code})")
            for one in read_units(center_rows(ledger))
            if not one.successor and one.code != own
        )
    people = colleagues(visit.center, own)
    return Around(people, units, calendar_of(visit.center), visit.now, view)


def work_part(visit: Visit, named: str, path: str) -> WorkPart:
    """The work on a dossier for its page at `path`."""
    view = view_of(visit, named)
    if view is None:
        return WorkPart(None)
    actor = actor_of(visit)
    offers = [
        Offer(name, VERBS[name].title, f"{path}/{slug}", why_not_now(visit, name, view))
        for name, slug in SLUGS.items()
        if actor.may(name) and _has_a_place(name, view, visit)
    ]
    step = view.process.step(view.dossier.work.step)
    main = _OF_STEP[step.kind if step is not None else RECEIVE]
    main = main if any(one.name == main and not one.why_not for one in offers) else ""
    return WorkPart(view, tuple(sorted(offers, key=lambda one: one.name != main)), main)


def why_not_now(visit: Visit, verb: str, view: WorkView) -> str:
    """Why who is logged in may not do that to the dossier as it stands; empty where he may."""
    for one in view.possible:
        if one.verb.name == verb and one.why_not:
            return one.why_not
    return _lacking(verb, view, visit)


def _lacking(verb: str, view: WorkView, visit: Visit) -> str:
    """What an act rests on and is not there."""
    dossier, work, process = view.dossier, view.dossier.work, view.process
    if verb == "answer" and not work.unanswered:
        return "Không có lần lấy ý kiến nào đang chờ trả lời."
    if verb == "approve" and work.proposal is None and process.first(APPRAISE) is not None:
        return "Hồ sơ chưa được thẩm định."
    if verb == "seal" and work.approval is None:
        return "Kết quả chưa được phê duyệt."
    if verb == "seal" and work.sealing is not None:
        return "Kết quả đã đóng dấu."
    if verb == "apology" and dossier.due_at is None:
        return "Hồ sơ không có hạn trả."
    if verb == "apology" and dossier.renewed is not None:
        return f"Hồ sơ đã hẹn lại một lần, sang {dossier.renewed[1]:%H:%M %d/%m/%Y}."
    if verb == "undo":
        event = undoable(dossier, visit.center.keys.node, visit.now)
        if event is None or event.officer.id != visit.member.login:
            return "Không có việc nào của chính mình còn hoàn tác được."
    return ""


def _has_a_place(verb: str, view: WorkView, visit: Visit) -> bool:
    """Whether the verb is worth a word at all: what belongs to another state only is left out."""
    work = view.dossier.work
    begun = work.process is not None and work.process.unit == view.process.unit and work.step != ""
    first = work.current is None or work.current.kind == RECEIVE
    if verb == "take":
        return first or not begun or bool(work.missing)
    if verb == "assign":
        return work.officer is None
    if verb == "reassign":
        return work.officer is not None
    if verb == "rework":
        codes = [one.code for one in view.process.steps]
        return work.step in codes[2:]
    if verb in ("answer", "undo"):
        return not _lacking(verb, view, visit)
    if verb in ("supplemented", "reopen"):
        return not any(one.verb.name == verb and one.why_not for one in view.possible)
    return True

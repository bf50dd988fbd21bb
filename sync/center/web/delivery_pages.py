"""Taking delivery of a hand-over list: what was scanned is looked up, missing papers are ticked, then all is
taken at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from sync.center.staff.record import record
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from sync.center.web.bulk_pages import line_of
from sync.center.web.door import Page
from sync.center.web.verb_fields import Around, Asked, read_given
from sync.center.web.visit import Visit
from sync.center.web.work_view import actor_of, around, why_not_now
from sync.center.work.acting import Wanted, WorkView, work_of
from sync.center.work.handing import numbers_scanned, take_list
from sync.model.dossier import Officer

MOST = 60
"""Dossiers of one list: each is read, and a form carries no more fields than 200."""


@dataclass(frozen=True, slots=True)
class Found:
    """A line of the list: what was scanned, and the dossier with its papers or why it is not taken.
    `changed`: it is no longer as it was checked."""

    scanned: str
    view: WorkView | None
    why_not: str = ""
    changed: bool = False

    @property
    def name(self) -> str:
        """As acts find the dossier."""
        return f"{self.view.dossier.unit}/{self.view.dossier.id.hex()}" if self.view is not None else ""

    @property
    def id(self) -> str:
        """The dossier's, hex; empty where there is none."""
        return self.view.dossier.id.hex() if self.view is not None else ""

    @property
    def papers(self) -> tuple[str, ...]:
        """The papers that should have come."""
        intake = self.view.dossier.intake if self.view is not None else None
        return tuple(dict.fromkeys(one.name for one in intake.papers)) if intake is not None else ()


def delivery_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """The box for the scanner; below it, once checked, the list with its papers."""
    found = _looked_up(visit) if visit.form.sent else []
    return visit.show(
        "delivery.html",
        status,
        fields=_fields(around(visit, None)),
        found=found,
        takeable=[one for one in found if one.view is not None and not one.why_not],
        trouble=trouble,
        most=MOST,
    )


def _fields(setting: Around) -> tuple[Asked, ...]:
    return (
        Asked("list", "Số danh sách bàn giao", longest=120),
        Asked("from", "Nơi giao", hint="Để trống: đơn vị tiếp nhận của từng hồ sơ."),
        setting.person("Giao ngay cho"),
    )


def _looked_up(visit: Visit) -> list[Found]:
    """Every line of the list as it stands now."""
    checked = dict(one.partition("~")[::2] for one in visit.form.all("seen"))
    actor, found, held = actor_of(visit), list[Found](), set[bytes]()
    for text in numbers_scanned(visit.form.get("scanned"))[: MOST + 1]:
        try:
            view = work_of(visit.center, actor, text)
        except CenterError as error:
            found.append(Found(text, None, error.sentence))
            continue
        if view.dossier.id in held:
            continue  # by its number and by its slip
        held.add(view.dossier.id)
        why_not = why_not_now(visit, "take", view)
        seen = checked.get(view.dossier.id.hex(), view.version)
        found.append(Found(text, view, why_not, seen != view.version))
    return found


def delivery_sent(visit: Visit) -> Response:
    """Checks the list, or takes what was checked."""
    form = visit.form
    numbers = numbers_scanned(form.get("scanned"))
    if not numbers:
        form.wrong("scanned", "Quét hoặc gõ ít nhất một mã hồ sơ.")
    elif len(numbers) > MOST:
        form.wrong("scanned", f"Danh sách có {len(numbers)} hồ sơ; mỗi lần nhận nhiều nhất {MOST}.")
    setting = around(visit, None)
    given = read_given(_fields(setting), form, setting.people)
    if form.get("go") != "take" or form.mistakes:
        return delivery_page(visit, 422 if form.mistakes else 200)
    found = _looked_up(visit)
    ready = [one for one in found if one.view is not None and not one.why_not]
    checked = {one.partition("~")[0] for one in form.all("seen")}
    if not ready:
        return delivery_page(visit, 422, "Không có hồ sơ nào nhận được.")
    if any(one.id not in checked for one in ready):
        return delivery_page(visit, 422, "Danh sách vừa thêm hồ sơ; hãy kiểm giấy tờ rồi nhận.")
    if any(one.changed for one in ready):
        said = "Có hồ sơ vừa thay đổi, chưa nhận gì; xem dòng có dấu ! rồi gửi lại."
        return delivery_page(visit, 409, said)
    return _taken(visit, given, ready, [one for one in found if one not in ready])


def _taken(visit: Visit, given: Mapping[str, Any], ready: list[Found], left: list[Found]) -> Response:
    """Takes delivery of those that are ready; what came of each, and what stayed behind."""
    lacking = {one.name: _lacking(visit, one) for one in ready}
    to = given.get("to")
    delivered = take_list(
        visit.center,
        actor_of(visit),
        [Wanted(one.name, one.view.version) for one in ready if one.view is not None],
        listed=given.get("list", ""),
        source=given.get("from", ""),
        missing={name: papers for name, papers in lacking.items() if papers},
        to=Officer(to["id"], to["name"]) if to else None,
    )
    with visit.center.store.transaction() as ledger:
        what = f"{given.get('list', '')} {delivered.taken} hồ sơ".strip()
        record(visit.center, center_rows(ledger), visit.member.id, visit.member.login, "delivered", what)
    return visit.show(
        "outcomes.html",
        title="Nhận bàn giao hồ sơ",
        lines=[line_of(one) for one in delivered.acted],
        back="/viec/nhan-ban-giao",
        missing=[(one.dossier.number, one.dossier.work.missing) for one in delivered.missing if one.dossier],
        not_taken=left,
        again=(),
        verb="",
    )


def _lacking(visit: Visit, one: Found) -> list[str]:
    """The papers of a dossier that were ticked as missing, by their place on its list."""
    ticked = {
        place
        for name, _mark, place in (text.partition("~") for text in visit.form.all("missing"))
        if name == one.id
    }
    return [paper for place, paper in enumerate(one.papers) if str(place) in ticked]


PAGES = (Page("delivery", "/viec/nhan-ban-giao", delivery_page, delivery_sent),)

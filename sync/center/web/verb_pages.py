"""A form for each verb of the work by steps, under the dossier's address; each a page of its own.

What is done is an entry; who saw an older state is told what changed, and keeps what he typed.
"""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from sync.center.staff.record import record
from sync.center.units.tree import center_rows
from sync.center.web.door import Page
from sync.center.web.dossier_pages import PATH, Opened, is_late, opened
from sync.center.web.verb_fields import ASK, read_given
from sync.center.web.visit import Visit
from sync.center.web.work_view import ELSEWHERE, SLUGS, actor_of, around, view_of, why_not_now
from sync.center.work.acting import Acted, Wanted, act
from sync.center.work.verbs import VERBS
from sync.model.dossier import Event

PAPERS: Final = {
    "control-sheet": "Phiếu kiểm soát quá trình giải quyết hồ sơ (Mẫu 06) tự ghi thêm một dòng.",
    "supplement": "Quầy tiếp nhận in phiếu yêu cầu bổ sung cho công dân ở lần đồng bộ sau.",
    "slip": "Quầy tiếp nhận in lại giấy hẹn với hạn mới.",
    "apology": "Quầy tiếp nhận in phiếu xin lỗi và hẹn lại ngày trả cho công dân.",
    "refusal": "Quầy tiếp nhận in phiếu từ chối cho công dân.",
    "stopping": "Quầy tiếp nhận in thông báo dừng giải quyết cho công dân.",
}
"""What becomes of the form that goes with a verb."""
GRAVE = frozenset({"refuse", "stop", "withdraw"})
"""Verbs that end a dossier."""
_ADVICE = "Nội dung đã nhập còn nguyên bên dưới."
_Told = tuple[int, str, tuple[Event, ...]]
_FRESH: _Told = (200, "", ())


def page_name(verb: str) -> str:
    """The verb's page in the table of rights."""
    return f"act-{verb}"


def _form_page(visit: Visit, verb: str, one: Opened, told: _Told = _FRESH) -> Response:
    status, trouble, changed = told
    view = view_of(visit, one.named)
    why_not = ELSEWHERE if view is None else why_not_now(visit, verb, view)
    dossier = view.dossier if view is not None else one.dossier
    return visit.show(
        "verb.html",
        status,
        one=one,
        dossier=dossier,
        late=is_late(dossier, visit.now),
        verb=VERBS[verb],
        fields=ASK[verb](around(visit, view)),
        why_not=why_not,
        seen=view.version if view is not None else "",
        paper=PAPERS.get(VERBS[verb].form, ""),
        grave=verb in GRAVE,
        trouble=trouble,
        changed=changed,
    )


def _sent(visit: Visit, verb: str) -> Response:
    one, form = opened(visit), visit.form
    setting = around(visit, view_of(visit, one.named))
    fields = ASK[verb](setting)
    given = read_given(fields, form, setting.people)
    seen = form.get("seen")
    if not seen:
        return _form_page(visit, verb, one, (422, "Biểu mẫu gửi thiếu; hãy xem lại rồi gửi lần nữa.", ()))
    if form.mistakes:
        return _form_page(visit, verb, one, (422, "", ()))
    acted = act(visit.center, actor_of(visit), Wanted(one.named, seen), verb, given)
    if not acted.done:
        return _form_page(visit, verb, one, _told(visit, acted, {field.name for field in fields}))
    with visit.center.store.transaction() as ledger:
        what = f"{one.dossier.number} {VERBS[verb].title}"
        record(visit.center, center_rows(ledger), visit.member.id, visit.member.login, "worked", what)
    return visit.to(one.path, "worked")


def _told(visit: Visit, acted: Acted, names: set[str]) -> _Told:
    """What is said of an act that was not done: beside the field it is about, else above the form."""
    if acted.changed:
        said = acted.sentence if acted.mistakes[0].field == "seen" else f"Chưa ghi gì. {acted.sentence}"
        return 409, f"{said} {_ADVICE}", acted.changed
    above: list[str] = []
    for mistake in acted.mistakes:
        field = mistake.field.partition("[")[0].partition(".")[0]
        if field in names:
            visit.form.wrong(field, mistake.message)
        else:
            above.append(mistake.message)
    stale = any(one.field == "seen" for one in acted.mistakes)
    return (409 if stale else 422), " ".join(above), ()


def _page(verb: str) -> Page:
    def show(visit: Visit) -> Response:
        return _form_page(visit, verb, opened(visit))

    def send(visit: Visit) -> Response:
        return _sent(visit, verb)

    return Page(page_name(verb), f"{PATH}/{SLUGS[verb]}", show, send)


PAGES = tuple(_page(verb) for verb in SLUGS)

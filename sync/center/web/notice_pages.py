"""Notices to citizens: what was sent, the texts, and the ways they go out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

from starlette.responses import Response

from sync.acts.mistakes import Mistake
from sync.center.notices import book
from sync.center.notices.gateway import PLACES, SmsWay
from sync.center.notices.handing import PROBLEMS
from sync.center.notices.mail import MailWay
from sync.center.notices.ways import (
    MAIL_KEY,
    NO_SECURITY,
    SECURITY,
    SMS_KEY,
    check_mail,
    check_sms,
    keys_here,
    set_ways,
    version,
)
from sync.center.notices.wording import (
    DEFAULT,
    FIELDS,
    PARTS,
    Wording,
    check,
    sample,
    set_wording,
    wording_of,
)
from sync.center.staff.record import record
from sync.center.store.noticing import resting, ways_of
from sync.center.store.occasions import EMAIL, OCCASIONS, SMS, WAYS
from sync.center.store.trouble import CenterError
from sync.center.units.invitations import ADDRESS, checked_address
from sync.center.units.tree import center_rows, read_units
from sync.center.web.door import Page
from sync.center.web.forms import Form
from sync.center.web.visit import Visit
from sync.center.work.scope import scope_of
from sync.model.fold_acts import OUTCOMES_IN_WORDS

LIST, WORDS, HOW = "/thong-bao", "/thong-bao/mau", "/thong-bao/cach-gui"
STALE: Final = "Người khác vừa sửa trang này; chưa ghi gì. Mở lại trang để xem nội dung mới rồi sửa."
_MAIL_FIELDS: Final = ("host", "port", "security", "user", "sender", "sender_name")
_SMS_FIELDS: Final = ("url", "body", "header", "header_value", "answer_field", "answer_value")
_BODY: Final = '{"to": "{so_dien_thoai}", "text": "{noi_dung}"}'


def list_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """The notices, newest first, and beside them the calls from desks."""
    query = visit.query
    before = query.get("truoc", "")
    wanted = book.Wanted(
        " ".join(query.get("ma", "")[:60].split()).upper(),
        query.get("dip", "") if query.get("dip") in OCCASIONS else "",
        query.get("trang-thai", "") if query.get("trang-thai") in book.STATES else "",
        int(before) if before.isascii() and before.isdigit() and len(before) < 16 else 0,
    )
    with visit.center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        scope = scope_of(rows, visit.member.unit)
        ways = ways_of(rows)
        found = book.notices(rows, scope, wanted)
        calls = book.calls(ledger, scope, wanted.number)
        names = {one.code: one.name for one in read_units(rows)}
        rests, waiting = resting(rows, ways), book.counts(rows)
    kept = {"ma": wanted.number, "dip": wanted.occasion, "trang-thai": wanted.state}
    kept = {name: value for name, value in kept.items() if value}
    more = urlencode({**kept, "truoc": str(found[-1].id)}) if len(found) == book.PAGE else ""
    return visit.show(
        "notices.html",
        status,
        notices=found,
        calls=calls,
        wanted=wanted,
        more=more,
        here_query=urlencode(kept),
        names=names,
        ways=ways,
        rests=rests,
        waiting=waiting,
        occasions=OCCASIONS,
        states=book.STATES,
        again=book.AGAIN,
        problems=PROBLEMS,
        way_words=WAYS,
        outcomes=OUTCOMES_IN_WORDS,
        trouble=trouble,
    )


def list_sent(visit: Visit) -> Response:
    """Sends one once more, or nothing more about its dossier."""
    form, go = visit.form, visit.form.get("go")
    one = form.number("one")
    if go not in ("again", "off", "on") or not one:
        return list_page(visit, 422, "Biểu mẫu gửi thiếu; chọn lại việc cần làm.")
    with visit.center.store.snapshot() as ledger:
        scope = scope_of(center_rows(ledger), visit.member.unit)
    try:
        with visit.center.store.transaction() as ledger:
            if go == "again":
                number = book.again(visit.center, ledger, scope, one, form.get("state"))
            else:
                number = book.turn_off(visit.center, ledger, scope, one, off=go == "off")
            _record(visit, center_rows(ledger), f"notice-{go}", number)
    except CenterError as error:
        return list_page(visit, 409, error.sentence)
    return visit.to(LIST, "notice-again" if go == "again" else "notices-off")


def _record(visit: Visit, rows: Any, act: str, what: str = "") -> None:
    record(visit.center, rows, visit.member.id, visit.member.login, act, what)


# -- texts -----------------------------------------------------------------------------------------------


def words_page(visit: Visit) -> Response:
    """The texts, each with how it reads."""
    wording = _wording(visit)
    return _words_shown(visit, wording, wording.texts, wording.version)


def _wording(visit: Visit) -> Wording:
    with visit.center.store.snapshot() as ledger:
        return wording_of(visit.center, ledger)


def _words_shown(
    visit: Visit,
    stands: Wording,
    texts: Mapping[str, Mapping[str, str]],
    seen: str,
    status: int = 200,
    trouble: str = "",
) -> Response:
    return visit.show(
        "notice_words.html",
        status,
        texts=texts,
        published=stands.published,
        seen=seen,
        samples=sample(texts),
        occasions=OCCASIONS,
        parts=PARTS,
        fields=FIELDS,
        trouble=trouble,
    )


def words_sent(visit: Visit) -> Response:
    """Shows how they read, takes the shipped ones back into the form, or saves."""
    form, go, stands = visit.form, visit.form.get("go"), _wording(visit)
    texts = {
        occasion: {
            part: stands.texts[occasion][part]
            if (occasion, part) in stands.published
            else form.get(f"{occasion}-{part}")[:8000]
            for part in PARTS
        }
        for occasion in OCCASIONS
    }
    back = go.partition(":")[2]
    if go.startswith("shipped:") and back in OCCASIONS:
        mine = [part for part in PARTS if (back, part) not in stands.published]
        texts[back] |= {part: DEFAULT[back][part] for part in mine}
        visit.form = _with(form, {f"{back}-{part}": [DEFAULT[back][part]] for part in mine})
        return _words_shown(visit, stands, texts, form.get("seen"))
    _say(form, check(texts))
    if form.mistakes:
        return _words_shown(visit, stands, texts, form.get("seen"), 422)
    if go != "save":
        return _words_shown(visit, stands, texts, form.get("seen"))
    if not set_wording(visit.center, texts, form.get("seen")):
        return _words_shown(visit, stands, texts, form.get("seen"), 409, STALE)
    with visit.center.store.transaction() as ledger:
        _record(visit, center_rows(ledger), "notice-words")
    return visit.to(WORDS, "notice-words")


def _with(form: Form, values: dict[str, list[str]]) -> Form:
    return Form({**form.values, **values}, sent=True)


def _say(form: Form, mistakes: tuple[Mistake, ...]) -> None:
    for one in mistakes:
        form.wrong(one.field, one.message)


# -- ways ------------------------------------------------------------------------------------------------


def how_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """The ways; whether their keys are here is said, and nothing more of them."""
    with visit.center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        ways = ways_of(rows)
        rests, address = resting(rows, ways), (rows.note(ADDRESS) or b"").decode()
    ticked = set(visit.form.all("on")) if visit.form.sent else set(ways.on)
    checked = {"plain": ways.sms.get("plain"), "international": ways.sms.get("international")}
    if visit.form.sent:
        checked = {name: name in visit.form.all("sms_as") for name in checked}
    return visit.show(
        "notice_ways.html",
        status,
        ways=ways,
        rests=rests,
        seen=visit.form.get("seen", version(ways)),
        mail={"port": "587", "security": "starttls", **ways.mail},
        sms={"body": _BODY, **ways.sms},
        lookup=ways.lookup or (f"{address}/tra-cuu" if address.startswith("https:") else ""),
        ticked=ticked,
        checked=checked,
        security={**SECURITY, NO_SECURITY: "Không (chỉ máy chủ thư trên chính máy này)"},
        keys=keys_here(),
        variables={EMAIL: MAIL_KEY, SMS: SMS_KEY},
        places=PLACES,
        way_words=WAYS,
        trouble=trouble,
    )


def how_sent(visit: Visit) -> Response:
    """Checks and keeps the ways."""
    form = visit.form
    if not form.get("seen"):
        return how_page(visit, 422, "Biểu mẫu gửi thiếu; xem lại rồi gửi lần nữa.")
    on, mail, sms = form.all("on"), None, None
    if EMAIL in on:
        mail = check_mail({name: form.get(name).strip() for name in _MAIL_FIELDS})
    if SMS in on:
        ticks = form.all("sms_as")
        said = {name: form.get(name).strip() for name in _SMS_FIELDS}
        sms = check_sms(said, plain="plain" in ticks, international="international" in ticks)
    for one in (mail, sms):
        if isinstance(one, tuple):
            _say(form, one)
    lookup = form.get("lookup").strip()
    try:
        lookup = checked_address(lookup) if lookup or on else ""
    except CenterError:
        form.wrong("lookup", "Ghi địa chỉ trang tra cứu, ví dụ https://motcua.huyen.gov.vn/tra-cuu.")
    if form.get("first") not in WAYS:
        form.wrong("first", "Chọn cách gửi ưu tiên.")
    if form.mistakes:
        return how_page(visit, 422)
    assert not isinstance(mail, tuple)
    assert not isinstance(sms, tuple)
    return _kept(visit, mail, sms, lookup)


def _kept(visit: Visit, mail: MailWay | None, sms: SmsWay | None, lookup: str) -> Response:
    first, seen = visit.form.get("first"), visit.form.get("seen")
    if not set_ways(visit.center, mail, sms, first=first, lookup=lookup, seen=seen):
        return how_page(visit, 409, STALE)
    what = " ".join(name for name, one in ((EMAIL, mail), (SMS, sms)) if one is not None) or "off"
    with visit.center.store.transaction() as ledger:
        _record(visit, center_rows(ledger), "notice-ways", what)
    return visit.to(HOW, "notice-ways")


PAGES = (
    Page("notices", LIST, list_page),
    Page("notice-again", LIST + "/gui-lai", list_page, list_sent),
    Page("notice-words", WORDS, words_page, words_sent),
    Page("notice-ways", HOW, how_page, how_sent),
)

"""The second factor in the pages: the code at the log-in, setting it up, recovery codes, the rule."""

from __future__ import annotations

from starlette.responses import Response

from sync.center.staff import factors, totp
from sync.center.staff.accounts import member
from sync.center.staff.factors import MOST_DAYS, Rule, factor_of, last_day, must_have, rule_of
from sync.center.staff.proving import prove_again, second_step, waiting, whole_now
from sync.center.staff.roles import Role, roles_in
from sync.center.staff.sessions import LoginRefused
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from sync.center.web.account_pages import LOGIN
from sync.center.web.door import CONFIRM, FACTOR_ON, Page, set_cookie
from sync.center.web.staff_pages import LIST, ONE, NoAccount
from sync.center.web.visit import Visit, within
from sync.model.text import fold
from sync.typeset.codes import QUIET_QR, merged, qr_rows

CODE = LOGIN + "/ma"
FACTOR = "/hai-buoc"
_SECRET = "_bi_mat"


def code_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """Asks for the code after the password."""
    if waiting(visit.center, visit.token) is None:
        return visit.to(LOGIN)
    wanted = within(visit.form.get("den") or visit.query.get("den", "/"))
    return visit.show("second_step.html", status, den=wanted, kept=visit.form.get("kept"), trouble=trouble)


def code_sent(visit: Visit) -> Response:
    """A whole session, and on to where the browser wanted to go."""
    form = visit.form
    if not form.get("code").strip():
        form.wrong("code", "Ghi mã xác nhận.")
        return code_page(visit, 422)
    try:
        token = second_step(visit.center, visit.token, form.get("code"), visit.address)
    except LoginRefused as error:
        return code_page(visit, 422, error.sentence)
    return _on(visit, token, within(form.get("den") or "/"))


def _on(visit: Visit, token: bytes, path: str, done: str = "") -> Response:
    response = visit.to(path, done)
    set_cookie(response, token, secure=visit.secure)
    return response


def confirm_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """Asks who is there before a grave act."""
    with visit.center.store.snapshot() as ledger:
        has = factor_of(center_rows(ledger), visit.member.id) is not None
    wanted = within(visit.form.get("den") or visit.query.get("den", "/"))
    return visit.show("confirm.html", status, den=wanted, has=has, trouble=trouble)


def confirm_sent(visit: Visit) -> Response:
    """Back to the act, which is possible for some minutes then."""
    form = visit.form
    assert visit.session is not None
    if not form.get("password") and not form.get("code").strip():
        form.wrong("password", "Ghi mật khẩu của tài khoản đang dùng.")
        return confirm_page(visit, 422)
    try:
        token = prove_again(visit.center, visit.session, form.get("password"), form.get("code"))
    except LoginRefused as error:
        return confirm_page(visit, 422, error.sentence)
    return _on(visit, token, within(form.get("den") or "/"))


def state_page(visit: Visit) -> Response:
    """One's own second factor."""
    with visit.center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        return visit.show(
            "factor.html",
            has=factor_of(rows, visit.member.id),
            must=must_have(rows, visit.member),
            until=last_day(visit.center, rows, visit.member),
        )


def on_page(visit: Visit, status: int = 200) -> Response:
    """The picture to be scanned, and the field for the first code."""
    one, center = visit.member, visit.center
    secret = factors.secret_in(center, one, visit.form.get(_SECRET)) or factors.new_secret(center)
    # in plain letters: some telephones know no others, and the picture is coarser
    address = totp.address_of(secret, fold(center.title).title(), one.login)
    symbol = qr_rows(address, "M")
    side = len(symbol) + 2 * QUIET_QR
    squares = " ".join(
        f"M{x + QUIET_QR} {y + QUIET_QR}h{wide}v{high}h-{wide}z" for x, y, wide, high in merged(symbol)
    )
    assert visit.session is not None
    return visit.show(
        "factor_on.html",
        status,
        squares=squares,
        side=side,
        typed=totp.shown(secret),
        draft=factors.draft_of(center, one, secret),
        field=_SECRET,
        due=bool(visit.session.stage),
    )


def on_sent(visit: Visit) -> Response:
    """Keeps it when the telephone shows the right code; the recovery codes are shown, once."""
    form, one, center = visit.form, visit.member, visit.center
    assert visit.session is not None
    secret = factors.secret_in(center, one, form.get(_SECRET))
    codes = factors.turn_on(center, one, secret, form.get("code")) if secret is not None else None
    if codes is None:
        form.wrong("code", "Mã chưa đúng; xem lại giờ của điện thoại rồi nhập mã đang hiện.")
        return on_page(visit, 422)
    token = whole_now(center, visit.session)
    visit.token = token  # the page's forms are for the cookie that goes with it
    session = visit.session
    visit.session = type(session)(session.token_hash, session.member, "", "", "", session.proved)
    response = visit.show("factor_codes.html", codes=codes, fresh=True)
    set_cookie(response, token, secure=visit.secure)
    return response


def codes_page(visit: Visit) -> Response:
    """Asks whether other recovery codes are to be made."""
    return visit.show("factor_codes.html", codes=None, fresh=False)


def codes_sent(visit: Visit) -> Response:
    """Other recovery codes, shown once."""
    made = factors.renew_codes(visit.center, visit.member)
    return visit.show("factor_codes.html", codes=made, fresh=False)


def off_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """Asks whether one's own second factor is to go."""
    return visit.show("factor_off.html", status, one=visit.member, own=True, trouble=trouble)


def off_sent(visit: Visit) -> Response:
    """Takes one's own away, where the rule lets one."""
    with visit.center.store.transaction() as ledger:
        rows = center_rows(ledger)
        must = must_have(rows, visit.member)
        if not must:
            factors.drop(visit.center, rows, visit.member, visit.member)
    if must:
        return off_page(
            visit, 422, "Vai trò của tài khoản phải có xác nhận hai bước; chỉ đổi điện thoại được."
        )
    return visit.to(FACTOR, "factor-off")


def reset_page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    """Asks whether somebody else's second factor is to go."""
    one = member(visit.center, visit.parameters["login"])
    if one is None:
        raise NoAccount
    return visit.show("factor_off.html", status, one=one, own=False, trouble=trouble)


def reset_sent(visit: Visit) -> Response:
    """Takes it away: who lost the telephone sets up another at the next log-in."""
    one = member(visit.center, visit.parameters["login"])
    if one is None:
        raise NoAccount
    if one.id == visit.member.id:
        return reset_page(visit, 422, "Không tự đặt lại được cho mình; nhờ quản trị viên khác.")
    with visit.center.store.transaction() as ledger:
        factors.drop(visit.center, center_rows(ledger), one, visit.member)
    return visit.to(LIST, "factor-reset")


def rule_page(visit: Visit, status: int = 200) -> Response:
    """The form of the center's rule."""
    with visit.center.store.snapshot() as ledger:
        rule = rule_of(center_rows(ledger))
    chosen = roles_in(" ".join(visit.form.all("roles"))) if visit.form.sent else rule.roles
    return visit.show(
        "factor_rule.html", status, rule=rule, roles=list(Role), chosen=chosen, most_days=MOST_DAYS
    )


def rule_sent(visit: Visit) -> Response:
    """Keeps it."""
    form = visit.form
    if not form.get("days").strip():
        form.wrong("days", "Ghi số ngày.")
        return rule_page(visit, 422)
    try:
        wanted = Rule(roles_in(" ".join(form.all("roles"))), form.number("days", -1))
        factors.set_rule(visit.center, wanted, visit.member)
    except CenterError as error:
        form.wrong("days", error.sentence)
        return rule_page(visit, 422)
    return visit.to(LIST, "factor-rule")


PAGES = (
    Page("second-step", CODE, code_page, code_sent, kept=False),
    Page("confirm", CONFIRM, confirm_page, confirm_sent, kept=False),
    Page("factor", FACTOR, state_page),
    Page("factor-on", FACTOR_ON, on_page, on_sent, kept=False),
    Page("factor-codes", FACTOR + "/ma-khoi-phuc", codes_page, codes_sent, kept=False),
    Page("factor-off", FACTOR + "/tat", off_page, off_sent, kept=False),
    Page("factor-reset", ONE + "/hai-buoc", reset_page, reset_sent, kept=False),
    Page("factor-rule", LIST + "/hai-buoc", rule_page, rule_sent),
)

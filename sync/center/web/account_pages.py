"""Logging in and out, one's own password, and the links that work once."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import Response

from sync.center.staff.accounts import AccountRefused
from sync.center.staff.links import PATH, choose_password, link_of, make_first
from sync.center.staff.sessions import (
    HALF_CODE,
    HALF_SETUP,
    LoginRefused,
    change_password,
    keep_form,
    log_in,
    log_out,
    stage_of,
)
from sync.center.web.door import FACTOR_ON, Page, set_cookie
from sync.center.web.forms import Form
from sync.center.web.visit import Visit, within
from sync.identity.passwords import LEAST, PasswordRefused

LOGIN = "/dang-nhap"


def login_page(visit: Visit) -> Response:
    """The form; in place of a page that asks for a log-in it remembers which, and what was to be sent."""
    if visit.session is not None and visit.name == "login":
        return visit.to("/")
    return _login(visit, 200 if visit.name == "login" else 401)


def _login(visit: Visit, status: int, trouble: str = "") -> Response:
    wanted = visit.form.get("den") or visit.query.get("den", "/")
    return visit.show(
        "login.html", status, action=LOGIN, den=within(wanted), kept=visit.form.get("kept"), trouble=trouble
    )


def login_sent(visit: Visit) -> Response:
    """Another token for the browser, and back to where it wanted to go, with what it wanted to send."""
    form = visit.form
    for name, sentence in (("login", "Ghi tên đăng nhập."), ("password", "Ghi mật khẩu.")):
        if not form.get(name).strip():
            form.wrong(name, sentence)
    if form.mistakes:
        return _login(visit, 422)
    try:
        token = log_in(visit.center, form.get("login"), form.get("password"), visit.address, visit.device)
    except LoginRefused as error:
        return _login(visit, 422, error.sentence)
    wanted, kept = within(form.get("den") or "/"), Form.of_kept(form.get("kept"))
    if kept.values:
        keep_form(visit.center, token, wanted.partition("?")[0], kept.kept)
    stage = stage_of(visit.center, token)
    if stage == HALF_CODE:
        wanted = f"{LOGIN}/ma?den={quote(wanted, safe='/')}"
    response = visit.to(FACTOR_ON if stage == HALF_SETUP else wanted)
    set_cookie(response, token, secure=visit.secure)
    return response


def logout_sent(visit: Visit) -> Response:
    """Ends the session here and in the database."""
    assert visit.session is not None
    log_out(visit.center, visit.session)
    response = visit.to(LOGIN, "logout")
    set_cookie(response, visit.center.entropy(32), secure=visit.secure)
    return response


def logout_page(visit: Visit) -> Response:
    """A question, for an address that was typed."""
    return visit.show("logout.html")


def password_page(visit: Visit, status: int = 200) -> Response:
    """One's own password."""
    return visit.show("password.html", status, least=LEAST)


def password_sent(visit: Visit) -> Response:
    """Keeps the new one when the old one is right and both new ones are the same."""
    form = visit.form
    assert visit.session is not None
    if not form.get("old"):
        form.wrong("old", "Ghi mật khẩu hiện tại.")
    _check_again(form)
    if not form.mistakes:
        try:
            change_password(visit.center, visit.session, form.get("old"), form.get("password"))
        except LoginRefused as error:
            form.wrong("old", error.sentence)
        except PasswordRefused as error:
            form.wrong("password", str(error))
    return password_page(visit, 422) if form.mistakes else visit.to("/", "password")


def link_page(visit: Visit, status: int = 200) -> Response:
    """The form of a link: the first administrator, or a password. Raises `LinkOver`."""
    link = link_of(visit.center, visit.parameters["code"])
    return visit.show("link.html", status, first=link.member is None, member=link.member, least=LEAST)


def link_sent(visit: Visit) -> Response:
    """Uses the link up; then one logs in with what was chosen. Raises `LinkOver`."""
    form, code = visit.form, visit.parameters["code"]
    first = link_of(visit.center, code).member is None
    _check_again(form)
    if not form.mistakes:
        try:
            if first:
                make_first(visit.center, code, form.get("login"), form.get("name"), form.get("password"))
            else:
                choose_password(visit.center, code, form.get("password"))
        except AccountRefused as error:
            for one in error.mistakes:
                form.wrong(one.field, one.message)
    return link_page(visit, 422) if form.mistakes else visit.to(LOGIN, "chosen")


def _check_again(form: Form) -> None:
    if not form.get("password"):
        form.wrong("password", "Ghi mật khẩu mới.")
    elif form.get("again") != form.get("password"):
        form.wrong("again", "Hai lần nhập mật khẩu chưa giống nhau.")


PAGES = (
    Page("login", LOGIN, login_page, login_sent),
    Page("logout", "/dang-xuat", logout_page, logout_sent, kept=False),
    Page("password", "/mat-khau", password_page, password_sent, kept=False),
    Page("link", PATH + "{code}", link_page, link_sent, kept=False),
)

"""The door: headers, origins, tokens, sizes, cookies, and addresses nobody should be sent to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sync.center.api.app import build_app
from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.center.web.pages import PAGES
from sync.center.work.listing import dossiers
from tests.center.web.visitor import PASSWORD, Visitor, hire

Enter = Callable[..., Visitor]


def test_every_answer_forbids_scripts_frames_and_other_sites(visitor: Visitor, enter: Enter) -> None:
    me = enter(*[one for one in Role if one is not Role.ADMINISTRATOR])
    for one in (visitor, me):
        for path in [page.path for page in PAGES if "{" not in page.path] + ["/tai-khoan", "/khong-co"]:
            one.open(path)
            headers = one.answer.headers
            policy = headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "script" not in policy
            assert "unsafe" not in policy
            assert "frame-ancestors 'none'" in policy
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] == "same-origin"
            assert "<script" not in one.answer.text
            assert " style=" not in one.answer.text
            assert "strict-transport-security" not in headers


def test_under_tls_cookies_are_secure_and_the_transport_is_kept(center: Center) -> None:
    hire(center, "chi.huong", Role.SPECIALIST)
    one = Visitor(build_app(center), "https://testserver")
    one.open("/dang-nhap")
    cookie = one.answer.headers["set-cookie"]
    assert cookie.startswith("__Host-motcua=")
    for word in ("HttpOnly", "Secure", "SameSite=lax", "Path=/"):
        assert word in cookie
    assert "max-age=31536000" in one.answer.headers["strict-transport-security"]
    assert one.log_in("chi.huong") == 303
    assert one.open("/ho-so") == 200


def test_without_tls_a_cookie_is_still_out_of_reach_of_scripts_and_other_sites(visitor: Visitor) -> None:
    visitor.open("/dang-nhap")
    cookie = visitor.answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


def test_logging_in_gives_another_cookie(center: Center, visitor: Visitor) -> None:
    hire(center, "chi.huong", Role.SPECIALIST)
    visitor.open("/dang-nhap")
    before = visitor.client.cookies["motcua"]
    visitor.log_in("chi.huong")
    inside = visitor.client.cookies["motcua"]
    assert inside != before
    visitor.fill("/dang-xuat")
    assert visitor.client.cookies["motcua"] != inside
    visitor.client.cookies.set("motcua", inside)
    assert visitor.open("/ho-so") == 401, "a session that was left is gone"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://xau.example"},
        {"Origin": "null"},
        {"Origin": "http://testserver:81"},
    ],
)
def test_a_form_from_elsewhere_is_not_taken(
    center: Center, dossier: str, enter: Enter, headers: dict[str, str]
) -> None:
    me = enter(Role.SPECIALIST)
    me.open(dossier + "/quyet-dinh")
    fields = {**me.hidden(), "status": "stopped", "reason": "x"}
    answer = me.client.post(dossier + "/quyet-dinh", data=fields, headers=headers)
    assert answer.status_code == 403
    assert dossiers(center)[0]["status"] == "received"


def test_a_form_from_our_own_page_is(center: Center, dossier: str, enter: Enter) -> None:
    me = enter(Role.LEADER)
    me.open(dossier + "/quyet-dinh")
    fields = {**me.hidden(), "status": "stopped", "reason": "x"}
    headers = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}
    assert me.client.post(dossier + "/quyet-dinh", data=fields, headers=headers).status_code == 303


@pytest.mark.parametrize("token", ["", "x", "A" * 32, "ü" * 8])
def test_a_form_without_its_token_is_shown_again(
    center: Center, dossier: str, enter: Enter, token: str
) -> None:
    me = enter(Role.SPECIALIST)
    me.open(dossier + "/quyet-dinh")
    fields = {**me.hidden(), "_ma": token}
    assert me.send(dossier + "/quyet-dinh", fields, status="stopped", reason="Lý do của tôi") == 403
    assert ">Lý do của tôi</textarea>" in me.text
    assert dossiers(center)[0]["status"] == "received"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"a=" + b"x" * 70_000, "application/x-www-form-urlencoded"),
        (b"&".join(b"a%d=1" % n for n in range(300)), "application/x-www-form-urlencoded"),
        (b"\xff\xfe", "application/x-www-form-urlencoded"),
        (b"{}", "application/json"),
        (b"--x--", "multipart/form-data; boundary=x"),
        (b"a=1", "text/plain"),
    ],
)
def test_what_is_no_form_is_said_to_be_none(enter: Enter, body: bytes, kind: str) -> None:
    me = enter(Role.SPECIALIST)
    answer = me.client.post("/mat-khau", content=body, headers={"Content-Type": kind})
    assert answer.status_code == 400
    assert "Biểu mẫu" in answer.text


@pytest.mark.parametrize(
    "wanted",
    [
        "//xau.example",
        "https://xau.example",
        "/\\xau.example",
        "javascript:alert(1)",
        "/a\nSet-Cookie: b=1",
        "",
    ],
)
def test_nobody_is_sent_to_another_site_after_logging_in(
    center: Center, visitor: Visitor, wanted: str
) -> None:
    hire(center, "chi.huong", Role.SPECIALIST)
    visitor.open("/dang-nhap")
    visitor.send("/dang-nhap", login="chi.huong", password=PASSWORD, den=wanted)
    assert visitor.location == "/"


def test_one_is_sent_back_to_the_page_that_asked_for_the_log_in(center: Center, visitor: Visitor) -> None:
    hire(center, "chi.huong", Role.SPECIALIST)
    assert visitor.open("/ho-so?tim=%C4%90%C3%A0o&han=open") == 401
    assert visitor.send("/dang-nhap", login="chi.huong", password=PASSWORD) == 303
    assert visitor.location == "/ho-so?tim=%C4%90%C3%A0o&han=open"


def test_an_unknown_page_says_so_in_words(visitor: Visitor, enter: Enter) -> None:
    for one in (visitor, enter(Role.AUDITOR)):
        assert one.open("/khong-co-trang-nay") == 404
        assert "Không có trang này" in one.text


@pytest.mark.parametrize("wrong", ["x", "ff", "ff" * 16, "%00", "..%2f..", "ff" * 40])
def test_a_dossier_that_is_not_there_is_a_page_in_words(enter: Enter, wrong: str) -> None:
    me = enter(Role.SPECIALIST)
    assert me.open(f"/ho-so/H99.99.001/{wrong}") == 404
    assert me.open(f"/ho-so/{wrong}/{'ff' * 16}") == 404


def test_words_of_citizens_are_never_markup(center: Center, desk: object, enter: Enter) -> None:
    from tests.center.places import UNIT, MemoryDesk

    assert isinstance(desk, MemoryDesk)
    hostile = "<script>alert(1)</script> \" onload='x' {{ 7*7 }}"
    [dossier] = desk.receive(f"{UNIT}-261123-0009", name=hostile)
    desk.push()
    me = enter(Role.SPECIALIST)
    for path in ("/ho-so", f"/ho-so/{UNIT}/{dossier.hex()}", f"/ho-so/{UNIT}/{dossier.hex()}/quyet-dinh"):
        assert me.open(path) == 200
        assert "<script" not in me.answer.text
        assert "{{ 7*7 }}" in me.text

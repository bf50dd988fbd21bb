"""What every answer carries: generated over all routes, whoever asks and however it ends."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from sync.center.api.app import ENROL_RATE, build_app
from sync.center.staff.roles import Role
from sync.center.staff.tries import Rate
from sync.center.store.opening import Center
from sync.protocol.ports import ENROL_PATH, MEDIA_TYPE
from tests.center.web.conftest import app, center, clock, desk, dossier, enter, quick_passwords, visitor
from tests.center.web.visitor import Visitor

__all__ = ["app", "center", "clock", "desk", "dossier", "enter", "quick_passwords", "visitor"]

PUBLIC = {"/style.css", "/mark.svg", "/api/v1/openapi.json"}
"""Answers that a browser may keep: they are the same for everybody."""


def routes(app: Starlette) -> list[tuple[str, str]]:
    """(method, path) of every route, its places filled with something."""
    found = []
    for route in app.routes:
        assert isinstance(route, Route)
        path = re.sub(r"\{[^}]*\}", "x", route.path)
        found += [(method, path) for method in sorted(route.methods or ())]
    return [*found, ("GET", "/khong-co"), ("POST", "/khong-co"), ("PUT", "/"), ("TRACE", "/")]


def check(answer: object, where: tuple[str, str, str]) -> None:
    headers = answer.headers  # type: ignore[attr-defined]
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy, where
    assert "frame-ancestors 'none'" in policy, where
    assert "base-uri 'none'" in policy, where
    assert "script" not in policy, where
    assert "unsafe" not in policy, where
    assert headers["x-content-type-options"] == "nosniff", where
    assert headers["referrer-policy"] == "same-origin", where
    assert headers["strict-transport-security"].startswith("max-age=31536000"), where
    assert "access-control-allow-origin" not in headers, where
    assert "server" not in headers, where
    assert where[1] in PUBLIC or "no-store" in headers["cache-control"], where
    body = answer.text if "html" in headers.get("content-type", "") else ""  # type: ignore[attr-defined]
    assert "<script" not in body, where
    assert " style=" not in body, where
    assert not re.search(r"\son[a-z]+=", body.partition("<main")[0]), where


def test_every_answer_of_every_route_carries_them(center: Center, enter: Callable[..., Visitor]) -> None:
    app = build_app(center)
    everybody = enter(*[one for one in Role if one is not Role.ADMINISTRATOR])
    boss = enter(Role.ADMINISTRATOR)
    for who in (None, everybody, boss):
        client = TestClient(app, base_url="https://testserver", follow_redirects=False)
        if who is not None:
            client.headers["cookie"] = f"__Host-motcua={who.client.cookies['motcua']}"
        for method, path in routes(app):
            if path == "/dang-xuat" and method == "POST":
                continue
            answer = client.request(method, path, headers={"Accept": "text/html"})
            assert answer.status_code < 500, (method, path)
            check(answer, (method, path, "somebody" if who else "nobody"))


def test_without_tls_nothing_is_said_of_transport(center: Center) -> None:
    client = TestClient(build_app(center))
    for path in ("/healthz", "/dang-nhap", "/api/v1/openapi.json"):
        answer = client.get(path)
        assert "strict-transport-security" not in answer.headers
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_methods_that_nothing_uses_are_refused(center: Center) -> None:
    client = TestClient(build_app(center), follow_redirects=False)
    for method in ("TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT"):
        assert client.request(method, "/dang-nhap").status_code in (404, 405), method


def test_enrolments_are_tried_from_one_address_only_so_often(
    center: Center, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.center.api.app.ENROL_RATE", Rate(ENROL_RATE.name, 3, ENROL_RATE.seconds))
    client = TestClient(build_app(center))
    said = [
        client.post(ENROL_PATH, content=b"x" * 40, headers={"Content-Type": MEDIA_TYPE}).status_code
        for _ in range(5)
    ]
    assert said[3:] == [429, 429]
    assert 429 not in said[:3]

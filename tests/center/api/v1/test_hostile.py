"""Whatever is sent to whichever operation: one form of answer, no failure of ours, nothing written."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

from sync.center.api.v1.door import MAX_BODY
from sync.center.api.v1.operations import OPERATIONS
from sync.center.api.v1.problems import MEDIA_TYPE
from sync.center.staff.keys import KeyScope
from sync.center.store.opening import Center
from sync.center.work.checking import verify
from sync.center.work.listing import dossiers
from tests.center.api.v1.conftest import SENT, Caller, message
from tests.center.places import UNIT

STRANGE = (
    *("", " ", "0", "-1", "1" * 300, "9" * 19, "1e3", "null", "\x00", "\ud7ff", "\U0010ffff", "é" * 100),
    *("' OR 1=1 --", "../../etc/passwd", "%", "_", "\\", "ff" * 16, "FF" * 16, "a.b", "AAAA", "MCAtMSAg"),
    *("9999-99-99T99:99Z", "9999-12-31T23:59-23:59", "0001-01-01T00:00+23:59", "２", "٣", "\u202eabc", UNIT),
)
VALUES: tuple[object, ...] = (
    *(
        None,
        True,
        -1,
        0,
        2**63,
        10**30,
        1.5,
        1e308,
        "",
        "\x00",
        "\ud800",
        "😀" * 999,
        [],
        {},
        [[]],
        {"a": {}},
    ),
    *(
        ["x"] * 300,
        [{"TenGiayTo": "x"}] * 101,
        {"SoDinhDanh": []},
        "9" * 14,
        "00000000000000",
        "99991231235959",
    ),
)
BODIES = (
    *(
        b"",
        b"{",
        b"null",
        b"[]",
        b"1",
        b'"x"',
        b"\xff\xfe",
        b"\xed\xa0\x80",
        b"NaN",
        b'{"id":NaN}',
        b"1" * 5000,
    ),
    *(b"[" * 30_000, b'{"a":' * 9000, b'{"id":"a","id":"b"}', b'{"id":"\\ud800","unit":"x","dossier":{}}'),
    *(b'{"id":1,"unit":2,"dossier":3}', b'{"id":"x","unit":"H99","dossier":[]}', b"\x00" * 100),
)


def is_refusal(answer: Any) -> bool:
    """Whether it is a problem as the document has it."""
    if answer.headers["content-type"] != MEDIA_TYPE:
        return False
    problem = answer.json()
    return problem["status"] == answer.status_code and bool(problem["title"]) and answer.status_code < 500


def test_strange_parameters_are_refused_in_one_form(caller: Callable[..., Caller], dossier: str) -> None:
    me = caller(*KeyScope)
    for one in OPERATIONS:
        if one.method != "GET":
            continue
        for strange in STRANGE:
            path = one.path
            for parameter in one.parameters:
                path = path.replace(f"{{{parameter.name}}}", quote(strange, safe=""))
            query = {p.name: strange for p in one.parameters if p.within == "query"}
            for answer in (me.get(path, **query), me.get(path), me.get(path, **{strange or "x": "1"})):
                assert answer.status_code in (200, 307) or is_refusal(answer), (
                    one.name,
                    strange,
                    answer.text,
                )


def test_strange_bodies_are_refused_and_write_nothing(center: Center, caller: Callable[..., Caller]) -> None:
    me = caller(*KeyScope)
    for body in BODIES:
        answer = me.send("/imports", body)
        assert answer.status_code in (400, 422), body[:40]
        assert is_refusal(answer)
    random_ = random.Random(7)
    for at in range(100):
        changed = {**SENT, random_.choice([*SENT, "HinhThuc", "Khac"]): random_.choice(VALUES)}
        changed[random_.choice(list(SENT))] = random_.choice(VALUES)
        answer = me.post("/imports", {**message(f"m-{at}"), "dossier": changed})
        assert answer.status_code in (200, 201) or is_refusal(answer), changed
    assert verify(center)["ok"]
    assert len({one["number"] for one in dossiers(center)}) == len(dossiers(center))


def test_what_is_too_large_or_of_another_kind_is_not_read(caller: Callable[..., Caller]) -> None:
    me = caller(*KeyScope)
    large = json.dumps(message(GhiChu="x" * MAX_BODY)).encode()
    assert me.send("/imports", large).status_code == 413
    pieces = me.client.post(
        "/api/v1/imports",
        content=iter([large[:1000], large[1000:]]),
        headers={**me.headers, b"Content-Type": b"application/json"},
    )
    assert pieces.status_code == 413
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        assert me.send("/imports", b"{}", kind).status_code == 415
    assert me.get("/units", x="y" * 5000).status_code == 400
    assert me.get("/dossiers?limit=1&limit=2").status_code == 400


@pytest.mark.parametrize("path", ["/khong-co", "/dossiers/a", "/", "/imports/a/b"])
def test_an_address_that_is_none_is_a_problem_too(caller: Callable[..., Caller], path: str) -> None:
    answer = caller(*KeyScope).get(path)
    assert answer.status_code in (404, 405)
    assert is_refusal(answer)


def test_another_method_is_refused_and_the_right_one_named(caller: Callable[..., Caller]) -> None:
    me = caller(*KeyScope)
    for one in OPERATIONS:
        path = f"/api/v1{one.path.format_map({'unit': UNIT, 'dossier': 'ab' * 16, 'code': 'x', 'id': 'm'})}"
        for method in ("PUT", "DELETE", "PATCH"):
            answer = me.client.request(method, path, headers=me.headers)
            assert answer.status_code == 405
            assert one.method in answer.headers["allow"]
            assert is_refusal(answer)

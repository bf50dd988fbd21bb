"""Every operation against every scope and another unit: shut unless the key says otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from sync.center.api.v1.operations import OPERATIONS, Operation
from sync.center.staff.keys import KeyScope, WantedKey, add_key, key_of, keys, revoke_key
from sync.center.staff.record import lines
from sync.center.store import tables
from sync.center.store.api_tables import api_keys
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from tests.center.api.v1.conftest import ALL, ONE, OTHER, Caller, message
from tests.center.places import UNIT, Clock

SECOND = "G22.99.01-261123-0100"
PERSONAL = ("Nguyễn Thị Đào", "001190000001", "0912345678", "Thôn 3", "Trần Văn Bình")


def path_of(one: Operation, dossier: str) -> str:
    unit, _, name = dossier.partition("/")
    return one.path.format_map({"unit": unit, "dossier": name, "code": "1.004873", "id": "m-0"})


def call(caller: Caller, one: Operation, dossier: str) -> int:
    path = path_of(one, dossier)
    if one.method == "POST":
        return int(caller.post(path, message(MaHoSo=SECOND)).status_code)
    return int(caller.get(path).status_code)


def entries(center: Center) -> int:
    with center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        return int(connection.scalar(select(func.count()).select_from(tables.entries)) or 0)


@pytest.mark.parametrize("one", OPERATIONS, ids=lambda one: one.name)
@pytest.mark.parametrize("scope", ALL)
def test_a_key_opens_what_its_scope_says_and_nothing_else(
    center: Center, caller: Callable[..., Caller], dossier: str, scope: KeyScope, one: Operation
) -> None:
    scopes = {scope, KeyScope.CATALOGUE, KeyScope.EXPORT} if scope is KeyScope.PEOPLE else {scope}
    me, first = caller(*scopes), caller(KeyScope.IMPORT)
    assert first.post("/imports", message("m-0")).status_code == 201
    before = entries(center)
    status = call(me, one, dossier)
    allowed = one.scope in scopes
    assert status == (403 if not allowed else 201 if one.method == "POST" else 200)
    assert (entries(center) > before) is (allowed and one.method == "POST")


@pytest.mark.parametrize("one", OPERATIONS, ids=lambda one: one.name)
def test_without_a_key_or_with_a_wrong_one_nothing_is_told(
    center: Center, app: object, caller: Callable[..., Caller], dossier: str, one: Operation
) -> None:
    me, before = caller(*ALL), entries(center)
    good = me.key
    for key in (
        "",
        "mck_",
        "x",
        good[:-1],
        good + "a",
        good.replace("mck_", ""),
        good[:-4] + "aaaa",
        "é" * 36,
    ):
        me.key = key
        answer = me.client.request(one.method, f"/api/v1{path_of(one, dossier)}", headers=me.headers)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert answer.headers["content-type"] == "application/problem+json"
    assert entries(center) == before


def test_a_key_of_another_unit_sees_nothing_of_this_one(
    center: Center, caller: Callable[..., Caller], dossier: str
) -> None:
    stranger, own = caller(*ALL, unit=OTHER, name="lang-gieng"), caller(*ALL, unit=UNIT)
    before = entries(center)
    for path in (f"/dossiers/{dossier}", f"/export/dossiers/{dossier}"):
        assert own.get(path).status_code == 200
        assert stranger.get(path).status_code == 404
    for path in ("/dossiers", "/export/dossiers"):
        for query in ({}, {"unit": UNIT}):
            assert ONE in own.get(path, **query).text
            assert ONE not in stranger.get(path, **query).text
    assert stranger.get("/dossiers", number=ONE).json()["dossiers"] == []
    place = own.get("/dossiers", limit=1).json()["next"]
    assert stranger.get("/dossiers", after=place).json()["dossiers"] == []
    assert [one["code"] for one in stranger.get("/units").json()["units"]] == [OTHER]
    refused = stranger.post("/imports", message(unit=UNIT))
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == "unit"
    assert entries(center) == before


def test_one_system_does_not_see_what_became_of_anothers_messages(caller: Callable[..., Caller]) -> None:
    one, other = caller(KeyScope.IMPORT), caller(KeyScope.IMPORT, name="bo-nganh")
    assert one.post("/imports", message()).status_code == 201
    assert one.get("/imports/m-1").status_code == 200
    assert other.get("/imports/m-1").status_code == 404


def test_no_person_is_in_an_answer_without_the_scope_for_it(
    caller: Callable[..., Caller], dossier: str, center: Center
) -> None:
    me = caller(*(one for one in ALL if one is not KeyScope.PEOPLE))
    paths = ("/dossiers", f"/dossiers/{dossier}", "/export/dossiers", f"/export/dossiers/{dossier}")
    for path in paths:
        answer = me.get(path)
        assert answer.status_code == 200
        told = answer.content.decode("unicode_escape") + answer.text + str(answer.json())
        assert not [words for words in PERSONAL if words in told], path
    assert [line for line in lines(center) if line.act == "api-read"] == []


def test_reading_people_is_recorded_for_each_dossier(
    caller: Callable[..., Caller], dossier: str, center: Center
) -> None:
    me = caller(KeyScope.DOSSIERS, KeyScope.EXPORT, KeyScope.PEOPLE)
    shown = me.get(f"/dossiers/{dossier}").json()
    assert shown["owner"]["full_name"] == "Nguyễn Thị Đào"
    assert me.get("/export/dossiers").json()["data"][0]["ChuHoSo"] == "Nguyễn Thị Đào"
    assert me.get("/dossiers").status_code == 200
    read = [line for line in lines(center) if line.act == "api-read"]
    assert [(line.login, line.what) for line in read] == [("api:cong-tinh", ONE)] * 2


def test_a_key_ends_on_its_day_and_at_once_when_it_is_revoked(center: Center, clock: Clock) -> None:
    scopes = frozenset({KeyScope.CATALOGUE})
    short, text = add_key(center, WantedKey("cong-tinh", scopes, days=2))
    long, other = add_key(center, WantedKey("cong-tinh", scopes, days=30))
    assert key_of(center, text) == short
    clock.advance(days=2)
    assert key_of(center, text) is None
    assert key_of(center, other) == long
    assert revoke_key(center, long.id).revoked_at
    assert key_of(center, other) is None
    assert revoke_key(center, long.id).revoked_at == keys(center)[0].revoked_at, "once more changes nothing"
    acts = [line.act for line in lines(center)]
    assert acts == ["api-key-revoked", "api-key-added", "api-key-added"]


def test_of_a_key_only_the_hash_is_kept(center: Center) -> None:
    _key, text = add_key(center, WantedKey("cong-tinh", frozenset({KeyScope.EXPORT})))
    with center.store.snapshot() as ledger:
        [row] = center_rows(ledger).connection.execute(select(api_keys)).all()
    assert text.removeprefix("mck_") not in str(tuple(row))
    assert len(bytes(row.hash)) == 32


@pytest.mark.parametrize(
    "wanted",
    [
        WantedKey("Cổng", frozenset({KeyScope.EXPORT})),
        WantedKey("cong-tinh", frozenset()),
        WantedKey("cong-tinh", frozenset({KeyScope.PEOPLE})),
        WantedKey("cong-tinh", frozenset({KeyScope.EXPORT}), "H99.99.777"),
        WantedKey("cong-tinh", frozenset({KeyScope.EXPORT}), days=0),
        WantedKey("cong-tinh", frozenset({KeyScope.EXPORT}), days=5000),
        WantedKey("cong-tinh", frozenset({KeyScope.EXPORT}), per_minute=0),
    ],
)
def test_a_key_that_makes_no_sense_is_refused(center: Center, wanted: WantedKey) -> None:
    with pytest.raises(CenterError):
        add_key(center, wanted)
    assert keys(center) == []


def test_a_key_is_called_so_often_in_a_minute_and_no_more(
    caller: Callable[..., Caller], clock: Clock
) -> None:
    me = caller(KeyScope.CATALOGUE, per_minute=3)
    assert [me.get("/units").status_code for _ in range(4)] == [200, 200, 200, 429]
    refused = me.get("/units")
    assert refused.headers["retry-after"] == "60"
    assert refused.json()["title"]
    clock.advance(minutes=1)
    assert me.get("/units").status_code == 200


def test_guessing_keys_from_one_address_is_slowed(caller: Callable[..., Caller]) -> None:
    me = caller(KeyScope.CATALOGUE)
    good, me.key = me.key, "mck_" + "a" * 32
    found = [me.get("/units").status_code for _ in range(32)]
    assert found == [401] * 30 + [429] * 2
    me.key = good
    assert me.get("/units").status_code == 200, "who has a key is not held up"

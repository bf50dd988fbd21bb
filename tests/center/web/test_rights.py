"""Every page against every role and against another unit's staff: denied unless the table says otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from sync.catalogue.releases import AMENDED, Change, Release
from sync.center.api.app import build_app
from sync.center.notices.messages import Wanted, send, told
from sync.center.publishing.drafts import Made, keep_draft
from sync.center.publishing.publishing import Decision, prepare, publish, sign_here
from sync.center.staff.keys import KeyScope, WantedKey, add_key
from sync.center.staff.roles import Role
from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.units.invitations import invite
from sync.center.units.standing import invitations
from sync.center.units.tree import center_rows
from sync.center.web.door import Page
from sync.center.web.pages import MISSING, PAGES
from sync.center.web.rights import DOSSIER_READERS, OPEN, RIGHTS, may
from sync.center.web.verb_pages import page_name
from sync.center.web.work_view import SLUGS
from sync.center.work.rights import RIGHTS as VERB_RIGHTS
from sync.center.work.tasks import LISTS
from sync.identity.keys import NodeKeys
from sync.model.dossier import Officer
from sync.model.moment import day_of
from tests.center.places import UNIT, MemoryDesk
from tests.center.web.conftest import ONE, OTHER
from tests.center.web.scanned import attach_scan
from tests.center.web.visitor import Visitor, hire

OF_A_VERB = tuple(page_name(verb) for verb in SLUGS)
OF_A_DOSSIER = (
    "dossier",
    "decide",
    "forward",
    "scan",
    "scan-picture",
    "compare",
    "control-sheet",
    *OF_A_VERB,
)
OF_A_UNIT = ("unit", "machine", "message", "exposed", "exposed-file")


@pytest.fixture
def paths(center: Center) -> dict[str, str]:
    """A true address for every page."""
    desk = MemoryDesk(center, known=True)
    [dossier] = desk.receive(ONE)
    scan = attach_scan(center, desk, dossier)
    invite(center, UNIT, "http://127.0.0.1:1")
    [waiting] = invitations(center, UNIT)
    hire(center, "some.one", Role.RECEPTION)
    key, _secret = add_key(center, WantedKey("cong-tinh", frozenset({KeyScope.CATALOGUE})))
    send(center, Officer("chi.ba", "Trần Thị Ba"), None, Wanted("a" * 32, "message", "Tin", "", None, [UNIT]))
    [message] = told(center, None)
    names = {
        **released(center),
        "unit": UNIT,
        "dossier": dossier.hex(),
        "scan": scan.name.hex()[:32],
        "number": "1",
        "node": desk.keys.node.hex(),
        "login": "some.one",
        "code": waiting.code_hash.hex(),
        "key": str(key.id),
        "name": "a" * 32,
        "place": str(message.place),
    }
    return {page.name: page.path.format_map(names) for page in PAGES}


def released(center: Center) -> dict[str, str]:
    """A release that is out, and a draft of the next."""
    today, keys = day_of(center.clock()), NodeKeys(bytes(range(64)))

    def prepared(limit: str) -> Release:
        change = Change("procedures", "1.004873", AMENDED, {"limit": limit})
        return prepare(center, [change], Decision("1/QĐ", today, today))

    publish(center, sign_here(prepared("9 ngày làm việc"), keys).raw)
    return {
        "sequence": "1",
        "table": "notices",
        "draft": keep_draft(center, prepared("8 ngày làm việc"), Made()).name,
    }


def entries(center: Center) -> int:
    with center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        return int(connection.scalar(select(func.count()).select_from(tables.entries)) or 0)


def test_the_table_names_every_page_once_and_no_other() -> None:
    names = [page.name for page in PAGES]
    assert len(names) == len(set(names))
    assert {*names, MISSING.name} == OPEN | set(RIGHTS)
    assert not OPEN & set(RIGHTS)


def test_what_is_not_in_the_table_nobody_may() -> None:
    assert not may(frozenset(Role), "something-new")
    assert not may(frozenset(), "overview")


def test_without_a_log_in_every_page_but_the_open_ones_asks_for_one(
    center: Center, paths: dict[str, str], visitor: Visitor
) -> None:
    before = entries(center)
    for page in PAGES:
        expected = 401 if page.name not in OPEN else {"link": 410, "second-step": 303}.get(page.name, 200)
        assert visitor.open(paths[page.name]) == expected, page.name
        if page.send is not None and page.name not in OPEN:
            assert visitor.send(paths[page.name], status="stopped", reason="x", sure="yes") == 401, page.name
            assert visitor.text.count("<h1>Đăng nhập</h1>") == 1
    assert entries(center) == before


@pytest.mark.parametrize("role", list(Role))
def test_each_role_opens_what_the_table_gives_it_and_nothing_else(
    center: Center, paths: dict[str, str], enter: Callable[..., Visitor], role: Role
) -> None:
    me = enter(role)
    before = entries(center)
    for page in PAGES:
        if page.name in OPEN:
            continue
        allowed = role in RIGHTS[page.name]
        assert me.open(paths[page.name]) == (200 if allowed else 403), page.name
        if page.send is not None and page.name != "logout":
            assert _sent(me, page, paths[page.name]) is allowed, page.name
    assert entries(center) == before, "an empty form changes nothing"


def _sent(me: Visitor, page: Page, path: str) -> bool:
    """Whether a form with nothing but its token gets beyond the door."""
    token = me.answer.text.partition('name="_ma" value="')[2].partition('"')[0]
    status = me.send(path, {"_ma": token})
    assert status in (200, 303, 400, 403, 409, 422), f"{page.name}: {status}"
    return status != 403


@pytest.mark.parametrize("role", [one for one in Role if one is not Role.ADMINISTRATOR])
def test_staff_of_another_unit_see_nothing_of_this_one(
    center: Center, paths: dict[str, str], enter: Callable[..., Visitor], role: Role
) -> None:
    stranger, own = enter(role, unit=OTHER), enter(role, unit=UNIT)
    before = entries(center)
    for name in (*OF_A_DOSSIER, *OF_A_UNIT):
        allowed = role in RIGHTS[name]
        assert own.open(paths[name]) == (200 if allowed else 403), name
        token = own.hidden().get("_ma", "") if allowed and "_ma" in own.answer.text else ""
        assert stranger.open(paths[name]) == (404 if allowed else 403), name
        assert "Nguyễn Thị Đào" not in stranger.text
        assert token != stranger.hidden().get("_ma"), "a form's token is one browser's"
    for name in ("decide", "forward", *OF_A_VERB):
        if role in RIGHTS[name]:
            stranger.open("/mat-khau")
            typed = {"status": "stopped", "unit": OTHER, "reason": "x", "note": "x", "seen": "0" * 16}
            assert stranger.send(paths[name], **typed) == 404, name
    lists = [f"/viec?ds={name}" for name in LISTS]
    for path in (
        *("/ho-so", f"/ho-so?don-vi={UNIT}", f"/ho-so?tim={ONE}", "/", "/may-quay", "/don-vi"),
        *(*lists, "/viec/ban-giao-nguoi", "/quy-trinh", f"/quy-trinh?cho={UNIT}"),
    ):
        stranger.open(path)
        assert ONE not in stranger.text.replace(f'value="{ONE}"', "")
        assert "Xã Ví Dụ" not in stranger.text, path
    assert entries(center) == before


@pytest.mark.parametrize("role", list(Role))
def test_a_status_is_set_without_the_steps_only_by_who_may_do_what_it_comes_to(
    center: Center, paths: dict[str, str], enter: Callable[..., Visitor], role: Role
) -> None:
    me, before = enter(role), entries(center)
    small, grave = ("processing", "supplement", "fee_due"), ("done", "done:refused", "stopped", "withdrawn")
    allowed = {Role.LEADER: (*small, *grave), Role.SPECIALIST: small}.get(role, ())
    me.open(paths["decide"])
    for status in (*small, *grave):
        assert (f'value="{status}"' in me.text) is (status in allowed), status
    for status in set(grave) - set(allowed):
        me.open(paths["decide"])
        refused = me.send(paths["decide"], status=status, reason="Vì thế")
        assert refused == (422 if role is Role.SPECIALIST else 403), status
    assert entries(center) == before
    if allowed:
        me.open(paths["decide"])
        assert me.send(paths["decide"], status=allowed[-1], reason="Vì thế") == 303
        assert entries(center) == before + 1


def test_the_catalogue_of_all_is_not_published_by_the_staff_of_one_commune(
    center: Center, paths: dict[str, str], enter: Callable[..., Visitor]
) -> None:
    own, before = enter(Role.LEADER, unit=UNIT), entries(center)
    for name in RIGHTS:
        if name.startswith("catalogue") and name not in ("catalogue", "catalogue-release"):
            assert own.open(paths[name]) == 403, name
    assert own.open(paths["catalogue"]) == 200
    assert "Soạn bản công bố" not in own.text
    assert own.send(paths["catalogue-publish"], _ma=own.hidden()["_ma"], sure="yes") == 403
    assert entries(center) == before


def test_a_dossier_sent_to_a_unit_is_seen_by_its_staff(
    paths: dict[str, str], enter: Callable[..., Visitor]
) -> None:
    other = enter(Role.SPECIALIST, unit=OTHER)
    assert other.open(paths["dossier"]) == 404
    assert enter(Role.RECEPTION).fill(paths["forward"], unit=OTHER, note="") == 303
    assert other.open(paths["dossier"]) == 200
    assert other.open("/ho-so?han=visiting") == 200
    assert ONE in other.text


def test_a_page_of_a_verb_is_open_to_whom_the_table_of_verbs_gives_it() -> None:
    for verb, roles in VERB_RIGHTS.items():
        page = "forward" if verb == "forward" else f"act-{verb}"
        if page in RIGHTS:
            assert RIGHTS[page] == {Role(one) for one in roles} & DOSSIER_READERS, verb


def test_roles_add_up(paths: dict[str, str], enter: Callable[..., Visitor]) -> None:
    both = enter(Role.AUDITOR, Role.SPECIALIST)
    assert both.open(paths["log"]) == 200
    assert both.open(paths["decide"]) == 200
    assert both.open(paths["staff"]) == 403


def test_a_role_taken_away_ends_the_session(
    center: Center, paths: dict[str, str], enter: Callable[..., Visitor]
) -> None:
    hire(center, "chi.huong", Role.SPECIALIST)
    one = Visitor(build_app(center))
    one.log_in("chi.huong")
    assert one.open(paths["decide"]) == 200
    boss = enter(Role.ADMINISTRATOR)
    path = "/tai-khoan/mot/chi.huong"
    assert boss.fill(path, name="Chị Hương", roles=["reception"], unit="") == 303
    assert one.open(paths["decide"]) == 401
    one.log_in("chi.huong")
    assert one.open(paths["decide"]) == 403


def test_a_picture_is_drawn_and_never_the_file_given(
    paths: dict[str, str], enter: Callable[..., Visitor]
) -> None:
    me = enter(Role.SPECIALIST)
    assert me.open(paths["scan"]) == 200
    assert me.open(paths["scan-picture"]) == 200
    assert me.answer.content.startswith(b"\x89PNG")
    assert me.answer.headers["cache-control"] == "no-store"
    for wrong in ("0", "3", "1e1", "-1", "99999"):
        assert me.open(paths["scan-picture"].replace("/1.png", f"/{wrong}.png")) == 404
    assert me.open(paths["scan"].rpartition("/")[0] + "/" + "ab" * 16) == 404

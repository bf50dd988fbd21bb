"""Every operation has a door, and each door lets in whom the table of rights names."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

import desk_app.operations
from desk_app.domain.login_session import LoginSession
from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import (
    KIND_RIGHTS,
    MACHINE,
    PRESENT,
    RIGHTS,
    ROLE_RIGHTS,
    rights_of,
)
from desk_app.operations import doors
from desk_app.operations.account_table import put_accounts
from desk_app.operations.desk import Desk
from desk_app.operations.doors import DOORS, needs
from desk_app.operations.forms import make_form
from desk_app.operations.rights import RightRefused
from desk_app.store.tables import tables_of
from sync.journal.own import Draft
from sync.model import kinds
from sync.model.accounts import ROLES, Account, Accounts
from sync.model.bodies import pack
from sync.model.dossier import Officer
from tests.offices import MovedClock, new_desk

WITHOUT_DOOR = {
    "desk.refold_step": "rows that follow from the journals",
    "account_table.accounts_now": "what the doors themselves ask",
    "account_table.apply_accounts": "after an exchange",
    "rights.rights_now": "what the doors themselves ask",
    "rights.may": "what the doors themselves ask",
    "rights.require": "what the doors themselves ask",
    "rights.refusal": "what the doors themselves ask",
    "rights.why_not": "what the doors themselves ask, in words",
    "act_rights.why_not_permitted": "what an act's own door asks, in words",
    "act_rights.require_act": "an act's own door, behind that of acting",
    "doors.reads_citizens": "what the store's gate asks",
    "writing_rights.check_drafts": "the second check",
}
"""Public functions that take a desk and ask nobody, with the reason."""
READS_DOSSIERS = (
    *("find.find", "find.show", "find.locate", "find.find_people", "find.find_household", "today.today"),
    *("attaching.open_attachment", "attaching.attachment_pages", "register.register_of", "forms.slip_form"),
    *("slips.slip_pdf_of", "slips.write_slip", "scanning.scan", "refusals.refusals", "drafts.load_drafts"),
    *("waiting.waiting", "likenesses.likenesses", "day_papers.day_list", "acting.acts_possible"),
)
IDS = {role: f"{at:016x}" for at, role in enumerate(ROLES, start=1)}


def operations() -> dict[str, Callable[..., Any]]:
    """Every public function of the operations that takes a desk, by ``module.name``."""
    found: dict[str, Callable[..., Any]] = {}
    for one in pkgutil.iter_modules(desk_app.operations.__path__):
        module = importlib.import_module(f"desk_app.operations.{one.name}")
        for name, value in vars(module).items():
            if name.startswith("_") or not inspect.isfunction(value) or value.__module__ != module.__name__:
                continue
            if _takes_desk(value):
                found[f"{one.name}.{name}"] = value
    return found


def _takes_desk(operation: Callable[..., Any]) -> str:
    """The name under which a function takes a desk; empty where it takes none."""
    kinds_of = operation.__annotations__.items()
    return next((key for key, kind in kinds_of if key != "return" and str(kind) == "Desk"), "")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk with one officer of each role."""
    opened = new_desk(tmp_path_factory.mktemp("doors") / "desk", MovedClock())
    found = {
        IDS[role]: Account(IDS[role], role, f"Cán bộ {role}", frozenset({role}), True, "*") for role in ROLES
    }
    with opened.writing() as ledger:
        put_accounts(ledger, Accounts(found, {}, on=True))
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def nobody(desk: Desk) -> Iterator[None]:
    yield
    desk.session = None


@pytest.fixture
def entered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Behind each door stands a note instead of the operation."""
    notes: list[str] = []

    def note(operation: Callable[..., Any], _args: object, _kwargs: object) -> None:
        notes.append(f"{operation.__module__.rpartition('.')[2]}.{operation.__qualname__}")

    monkeypatch.setattr(doors, "_enter", note)
    return notes


def session(role: str) -> LoginSession:
    now = datetime.fromisoformat("2026-11-23T09:15:00+07:00")
    return LoginSession(Officer(IDS[role], f"Cán bộ {role}"), role, frozenset({role}), now)


def let_in(desk: Desk, operation: Callable[..., Any]) -> bool:
    """Knocks at an operation's door. What is refused must say so in words that name the account."""
    try:
        operation(**{_takes_desk(operation): desk})
    except RightRefused as refused:
        said = refused
    else:
        return True
    assert said.title.endswith(".")
    assert said.advice.startswith(("Đăng nhập", "Đổi mật khẩu", "Liên hệ"))
    return False


def test_every_public_operation_that_takes_a_desk_stands_in_the_table() -> None:
    assert set(operations()) == set(DOORS) | set(WITHOUT_DOOR)
    assert len(DOORS) > 200


@pytest.mark.parametrize("role", ROLES)
def test_each_door_lets_a_role_in_or_refuses_it_as_the_table_says(
    desk: Desk, entered: list[str], role: str
) -> None:
    desk.session = session(role)
    held = ROLE_RIGHTS[role] | {MACHINE}
    for name, operation in operations().items():
        if name in DOORS:
            assert let_in(desk, operation) == bool(held & set(DOORS[name])), name
    assert entered == [name for name in operations() if held & set(DOORS.get(name, ()))]


@pytest.mark.parametrize("who", ["nobody", "inactive", "unknown", "temporary"])
def test_without_a_session_that_counts_only_what_needs_nobody_is_let_in(
    desk: Desk, entered: list[str], who: str
) -> None:
    if who != "nobody":
        desk.session = session("leader")
    if who == "temporary":
        desk.session = replace(session("leader"), must_change=True)
    kept = desk.tables.setting("accounts")
    if who in {"inactive", "unknown"}:
        mine = IDS["leader"]
        rows = [row | {"active": row["id"] != mine} for row in kept["accounts"]]
        rows = [row for row in rows if who == "inactive" or row["id"] != mine]
        with desk.writing() as ledger:
            tables_of(ledger).put_setting("accounts", kept | {"accounts": rows})
    try:
        for name, operation in operations().items():
            if name in DOORS:
                assert let_in(desk, operation) == (MACHINE in DOORS[name]), name
    finally:
        with desk.writing() as ledger:
            tables_of(ledger).put_setting("accounts", kept)


def test_an_open_desk_lets_everybody_in(tmp_path_factory: pytest.TempPathFactory, entered: list[str]) -> None:
    opened = new_desk(tmp_path_factory.mktemp("open") / "desk", MovedClock())
    try:
        assert all(let_in(opened, one) for name, one in operations().items() if name in DOORS)
    finally:
        opened.close()


def test_the_administrator_reads_no_dossier_unless_also_another_role(desk: Desk, entered: list[str]) -> None:
    assert set(READS_DOSSIERS) <= set(DOORS)
    desk.session = session("administrator")
    assert not any(let_in(desk, operations()[name]) for name in READS_DOSSIERS)
    assert "read" in rights_of({"administrator", "reception"})


def test_the_administrator_makes_a_forms_sample_and_no_form_about_people(desk: Desk) -> None:
    desk.session = session("administrator")
    assert make_form(desk, "slip", None, sample=True).startswith(b"%PDF")
    for name, wanted in (("slip", "in giấy tờ"), ("register", "xuất dữ liệu")):
        with pytest.raises(RightRefused, match=wanted):
            make_form(desk, name, "2026")


def test_what_an_operation_calls_is_not_asked_again(desk: Desk) -> None:
    @needs("read")
    def inner(desk: Desk) -> str:
        return "read"

    @needs("settings")
    def outer(desk: Desk) -> str:
        return inner(desk)

    desk.session = session("administrator")
    assert outer(desk) == "read"
    with pytest.raises(RightRefused, match="không có quyền xem hồ sơ"):
        inner(desk)
    del DOORS["test_doors.test_what_an_operation_calls_is_not_asked_again.<locals>.inner"]
    del DOORS["test_doors.test_what_an_operation_calls_is_not_asked_again.<locals>.outer"]


def test_every_right_is_somebodys_and_has_its_words() -> None:
    given = frozenset({MACHINE}).union(*ROLE_RIGHTS.values())
    assert given == set(RIGHTS)
    assert set(ROLE_RIGHTS) == set(ROLES)
    assert all(words for right, words in RIGHTS.items() if right != MACHINE)
    assert all(PRESENT in rights for rights in ROLE_RIGHTS.values())


def test_every_kind_a_desk_may_write_has_its_rights_and_the_store_lets_no_other_role_write_it(
    desk: Desk,
) -> None:
    written = {name for name, kind in kinds.KINDS.items() if kinds.DESK in kind.roles}
    assert set(KIND_RIGHTS) == written
    from desk_app.operations.writing_rights import check_drafts

    for role in ROLES:
        desk.session = session(role)
        mine = pack({"by": [IDS[role], f"Cán bộ {role}"]})
        for kind, wanted in KIND_RIGHTS.items():
            allowed = bool(wanted & (ROLE_RIGHTS[role] | {MACHINE}))
            assert _writes(check_drafts, desk, kind, mine) == allowed, (role, kind)
            if allowed and MACHINE not in wanted:
                others = pack({"by": ["somebody else", "Người khác"]})
                with pytest.raises(DeskError, match="người khác"):
                    check_drafts(desk, [Draft(kind, others)])
    desk.session = None
    free = {kind for kind in KIND_RIGHTS if _writes(check_drafts, desk, kind, pack({"by": ["", ""]}))}
    assert free == {kinds.RATING, kinds.JOURNAL, kinds.REKEY}


def test_a_kind_that_the_table_does_not_know_is_written_by_nobody(desk: Desk) -> None:
    from desk_app.operations.writing_rights import check_drafts

    desk.session = session("leader")
    assert not _writes(check_drafts, desk, "purge-everything", pack({"by": [IDS["leader"], "x"]}))


def test_the_store_refuses_the_entry_where_it_is_appended(desk: Desk) -> None:
    desk.session = session("auditor")
    body = pack({"by": [IDS["auditor"], "Cán bộ auditor"], "key": "a", "value": 1, "height": 1})
    with pytest.raises(RightRefused), desk.writing() as ledger:
        desk.own(ledger).append(desk.settings.channel, [Draft(kinds.SETTING, body)], desk.today())


def _writes(check: Callable[..., None], desk: Desk, kind: str, body: bytes) -> bool:
    try:
        check(desk, [Draft(kind, body)])
    except RightRefused:
        return False
    return True

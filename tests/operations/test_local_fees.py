"""Fees the province sets: written down once, from a day on, for all desks of the unit; the center's win."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import Desk
from desk_app.operations.find import show
from desk_app.operations.local_fees import drop_fee, fee_lines, fee_typed, set_fee
from desk_app.operations.receive import receive
from sync.catalogue.catalogue import load_shipped
from sync.catalogue.local_fees import LocalFee, in_force, local_fee_in, with_local_fees
from sync.model.fees import reckon_fees
from sync.model.procedure import FeeRule
from sync.model.strict import FieldError
from tests.offices import OFFICER, MovedClock, another_writes, new_desk, request
from tests.operations.communes import Commune

CODE, NAME = "1.004873", "Lệ phí hộ tịch"
SOURCE = "Nghị quyết 12/2026/NQ-HĐND"
FEE = LocalFee(CODE, NAME, 8_000, date(2026, 11, 1), SOURCE)


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    opened = new_desk(tmp_path, clock)
    yield opened
    opened.close()


def rule(desk: Desk, code: str = CODE) -> FeeRule:
    procedure = desk.catalogue.get(code)
    assert procedure is not None
    return next(one for one in procedure.fees if one.name == NAME)


def taken(desk: Desk) -> int:
    """What the next dossier costs."""
    found = receive(desk, [request()], OFFICER).value[0]
    intake = show(desk, found.number).dossier.intake
    assert intake is not None
    return intake.fee


def test_a_fee_written_down_is_asked_for_at_the_next_intake(desk: Desk) -> None:
    assert rule(desk).amount is None
    version = desk.catalogue.version
    assert taken(desk) == 0
    assert set_fee(desk, FEE, OFFICER).value is False
    assert (rule(desk).amount, rule(desk).source) == (8_000, SOURCE)
    assert "Hộ nghèo" in rule(desk).exempt, "the groups of the catalogue stay"
    assert desk.catalogue.version == version
    assert taken(desk) == 8_000
    assert [one.state for one in fee_lines(desk)] == ["now"]


def test_dossiers_received_before_keep_their_fee(desk: Desk) -> None:
    set_fee(desk, FEE, OFFICER)
    number = receive(desk, [request()], OFFICER).value[0].number
    set_fee(desk, replace(FEE, amount=20_000), OFFICER)
    intake = show(desk, number).dossier.intake
    assert intake is not None
    assert intake.fee == 8_000
    assert taken(desk) == 20_000


def test_a_fee_holds_from_its_day_and_the_one_before_until_then(desk: Desk, clock: MovedClock) -> None:
    set_fee(desk, FEE, OFFICER)
    later = replace(FEE, amount=10_000, first=date(2026, 11, 25))
    set_fee(desk, later, OFFICER)
    assert rule(desk).amount == 8_000
    assert [one.state for one in fee_lines(desk)] == ["later", "now"]
    clock.forward(days=2)
    assert rule(desk).amount == 10_000
    assert [one.state for one in fee_lines(desk)] == ["now", "past"]
    drop_fee(desk, later, OFFICER)
    assert rule(desk).amount == 8_000


def test_what_one_desk_writes_down_the_others_have_after_an_exchange(commune: Commune) -> None:
    commune.cut = False
    one, other = commune.desks
    set_fee(one, FEE, OFFICER)
    assert rule(other).amount is None
    commune.sync(one)
    commune.sync(other)
    assert rule(other).amount == 8_000


def test_what_the_center_publishes_wins_unless_it_leaves_the_amount_to_the_province() -> None:
    shipped, day = load_shipped(), date(2026, 11, 23)
    known = shipped.get(CODE)
    assert known is not None

    def amount(published: tuple[str, ...], *rules: FeeRule) -> int | None:
        base = {**shipped.base, CODE: replace(known, fees=rules)}
        merged = with_local_fees(replace(shipped, base=base), [FEE], day, published).get(CODE)
        assert merged is not None
        return merged.fees[0].amount if merged.fees else -1

    manual, of_center = FeeRule(NAME, "le_phi", "manual"), FeeRule(NAME, "le_phi", amount=5_000)
    assert amount((), of_center) == 8_000
    assert amount((CODE,), of_center) == 5_000
    assert amount((CODE,), manual) == 8_000
    assert amount((CODE,)) == -1, "a fee that the center's schedule does not have"
    assert amount(()) == 8_000


def test_an_amount_for_each_page_counts_every_page_alike() -> None:
    over = replace(FEE, per="per_page").over(None)
    assert reckon_fees([over], pages=5, copies=2).total == 80_000


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"amount": "tám nghìn"}, "số đồng"),
        ({"amount": "-5"}, "số đồng"),
        ({"first": None}, "Ngày áp dụng"),
        ({"name": ""}, "chưa ghi được"),
        ({"amount": "9" * 15}, "chưa ghi được"),
        ({"per": "per_year"}, "chưa ghi được"),
    ],
)
def test_a_fee_that_makes_no_sense_is_said(given: dict[str, object], words: str) -> None:
    typed: dict[str, object] = {
        "procedure": CODE,
        "name": NAME,
        "amount": "8.000",
        "first": FEE.first,
        "source": SOURCE,
        "per": "fixed",
        "exempt": "",
    }
    assert fee_typed(**typed) == FEE  # type: ignore[arg-type]
    with pytest.raises(DeskError, match=words):
        fee_typed(**{**typed, **given})  # type: ignore[arg-type]


def test_a_fee_needs_a_procedure_and_its_resolution(desk: Desk) -> None:
    with pytest.raises(DeskError, match="Không có thủ tục"):
        set_fee(desk, replace(FEE, procedure="9.999999"), OFFICER)
    with pytest.raises(DeskError, match="căn cứ"):
        set_fee(desk, replace(FEE, source=""), OFFICER)


def test_nonsense_of_another_desk_changes_nothing(desk: Desk) -> None:
    from desk_app.operations.shared_facts import apply_shared

    nonsense: tuple[object, ...] = ({"amount": "x"}, FEE.to_dict() | {"amount": -1}, [], FEE.to_dict())
    for value in nonsense:
        another_writes(desk, "setting", key="fee.other.20261101", value=value, height=1)
    apply_shared(desk)
    assert rule(desk).amount is None
    with pytest.raises(FieldError):
        local_fee_in({**FEE.to_dict(), "from": "hôm qua"})
    assert local_fee_in(FEE.to_dict()) == FEE
    assert in_force([FEE], date(2026, 10, 31)) == {}

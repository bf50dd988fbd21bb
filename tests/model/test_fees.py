"""What a dossier costs, against the tariffs in force."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.model.dossier import FeeLine
from sync.model.fees import (
    MissingFigure,
    exemption_groups,
    needs_copies,
    needs_pages,
    page_fee,
    reckon_fees,
)
from sync.model.procedure import FeeRule

CERTIFICATION = FeeRule(
    "Phí chứng thực bản sao", "phi", "per_page", 2000, then_amount=1000, threshold_pages=2, cap=200_000
)
COPY = FeeRule("Phí bản sao trích lục", "phi", "per_copy", 8000)
EXTRA_COPY = FeeRule("Phí bản sao", "phi", "per_copy", 8000, optional=True)
SIGNATURE = FeeRule("Phí chứng thực chữ ký", "phi", "fixed", 10_000)
PROVINCIAL = FeeRule("Lệ phí hộ tịch", "le_phi", "manual", exempt=("Hộ nghèo", "Người khuyết tật"))
LATE = FeeRule("Lệ phí quá hạn", "le_phi", "manual", optional=True, exempt=("Hộ nghèo",))
AT_DESK = FeeRule("Lệ phí thường trú", "le_phi", "fixed", 20_000, channels=("desk", "post"))
ONLINE = FeeRule("Lệ phí thường trú", "le_phi", "fixed", 10_000, channels=("online",))


@pytest.mark.parametrize(
    ("pages", "dong"),
    [(1, 2000), (2, 4000), (3, 5000), (10, 12_000), (197, 199_000), (198, 200_000), (200, 200_000)],
)
def test_a_certified_copy_costs_what_the_circular_says(pages: int, dong: int) -> None:
    assert page_fee(CERTIFICATION, pages) == dong
    assert reckon_fees([CERTIFICATION], pages=pages, copies=3).total == 3 * dong


@given(st.integers(1, 10_000), st.integers(0, 1000))
def test_the_page_formula_holds_for_every_number_of_pages_and_copies(pages: int, copies: int) -> None:
    expected = min(200_000, 2000 * min(pages, 2) + 1000 * max(0, pages - 2)) * copies
    assert reckon_fees([CERTIFICATION], pages=pages, copies=copies).total == expected


def test_missing_pages_are_asked_for_and_not_guessed() -> None:
    reckoned = reckon_fees([CERTIFICATION, SIGNATURE], copies=2)
    assert reckoned.missing == (MissingFigure("Phí chứng thực bản sao", "pages"),)
    assert str(reckoned.missing[0]) == "Cần số trang của bản chính để tính “Phí chứng thực bản sao”"
    assert reckoned.lines == (FeeLine("Phí chứng thực chữ ký", 10_000, "phi"),)


def test_an_amount_of_the_province_is_asked_for_until_the_officer_gives_it() -> None:
    assert reckon_fees([PROVINCIAL]).missing == (MissingFigure("Lệ phí hộ tịch", "amount"),)
    given_amount = reckon_fees([PROVINCIAL], amounts={"Lệ phí hộ tịch": 5000})
    assert given_amount.lines == (FeeLine("Lệ phí hộ tịch", 5000, "le_phi"),)
    assert given_amount.missing == ()
    nothing_due = reckon_fees([PROVINCIAL], amounts={"Lệ phí hộ tịch": 0})
    assert (nothing_due.lines, nothing_due.missing) == ((), ())


def test_an_exempt_group_pays_nothing_and_is_asked_nothing() -> None:
    for written in ("Hộ nghèo", "hộ nghèo", " ho ngheo "):
        reckoned = reckon_fees([PROVINCIAL, SIGNATURE], exemption=written)
        assert reckoned.waived == ("Lệ phí hộ tịch",)
        assert reckoned.missing == ()
        assert reckoned.total == 10_000


def test_a_group_the_rules_do_not_name_waives_nothing() -> None:
    reckoned = reckon_fees([SIGNATURE, PROVINCIAL], exemption="Người cao tuổi")
    assert reckoned.waived == ()
    assert reckoned.total == 10_000


def test_an_optional_fee_waits_until_it_is_asked_for() -> None:
    assert reckon_fees([EXTRA_COPY, LATE]).lines == ()
    assert reckon_fees([EXTRA_COPY, LATE]).missing == ()
    assert reckon_fees([EXTRA_COPY, LATE], copies=2).total == 16_000
    assert reckon_fees([EXTRA_COPY, LATE], amounts={"Lệ phí quá hạn": 8000}).total == 8000


def test_a_fee_by_the_copy_counts_one_unless_told() -> None:
    assert reckon_fees([COPY]).total == 8000
    assert reckon_fees([COPY], copies=5).total == 40_000
    assert reckon_fees([COPY], copies=0).lines == ()


@pytest.mark.parametrize(("channel", "dong"), [("desk", 20_000), ("post", 20_000), ("online", 10_000)])
def test_filing_online_costs_what_online_costs(channel: str, dong: int) -> None:
    assert reckon_fees([AT_DESK, ONLINE], channel=channel).total == dong


@pytest.mark.parametrize("wrong", [{"pages": 0}, {"pages": 10_001}, {"copies": -1}, {"copies": 1001}])
def test_figures_out_of_range_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        reckon_fees([CERTIFICATION], **wrong)  # type: ignore[arg-type]


def test_amounts_out_of_range_are_refused() -> None:
    with pytest.raises(ValueError, match="amounts"):
        reckon_fees([PROVINCIAL], amounts={"Lệ phí hộ tịch": -1})


def test_what_the_desk_must_ask_for_is_known_beforehand() -> None:
    assert needs_pages([COPY, CERTIFICATION])
    assert not needs_pages([COPY, SIGNATURE])
    assert needs_copies([COPY])
    assert not needs_copies([SIGNATURE, PROVINCIAL])
    assert exemption_groups([PROVINCIAL, LATE]) == ("Hộ nghèo", "Người khuyết tật")

"""Fictional communes: identifiers of both legal styles, stable for a seed."""

from __future__ import annotations

import pytest

from sync.model.number import is_unit
from sync.synthetic.places import REGIONS, communes, sample_commune


def test_identifiers_of_both_styles_are_legal_and_never_shared() -> None:
    found = communes(999)
    codes = {one.code for one in found} | {one.old_code for one in found}
    assert len(codes) == 2 * 999
    assert all(is_unit(code) for code in codes)
    assert found[0].code == "H99.99.001"
    assert found[0].old_code == "000.01.99.H99"
    assert all(code.startswith("H99.99.") or code.endswith(".H99") for code in codes)


def test_more_communes_leave_the_first_ones_as_they_were() -> None:
    assert communes(50)[:10] == communes(10)
    assert sample_commune() == communes(3)[0]
    assert communes(10, seed=1)[1:] != communes(10)[1:]


def test_every_region_is_there_with_hamlets_streets_and_officers() -> None:
    found = communes(60)
    assert {one.region for one in found} == set(REGIONS)
    assert {one.kind for one in found} == {"xã", "phường"}
    for one in found:
        assert one.hamlets
        assert one.streets
        assert len({officer.id for officer in one.officers}) == len(one.officers) == 4
        assert one.title.startswith("Ủy ban nhân dân ")


def test_no_commune_and_too_many_are_refused() -> None:
    for count in (0, 1000):
        with pytest.raises(ValueError, match="1 to 999"):
            communes(count)

"""A fee that could not be reckoned yet is never printed as nothing to pay."""

from __future__ import annotations

from dataclasses import replace

from desk_app.documents import filling
from desk_app.documents.contents import Slip
from desk_app.documents.forms import form_layout
from desk_app.documents.office import Office
from sync.model.dossier import FeeLine
from tests.documents.slips import intake as short_intake


def _fee_line(**changes: object) -> str:
    intake = replace(short_intake(), fee_exemption="", **changes)  # type: ignore[arg-type]
    terms = form_layout("slip", intake.form_set).terms
    return filling.slip(Slip(intake), Office("Ủy ban nhân dân xã Ví Dụ"), terms).texts["fee"]


def test_an_open_fee_is_named_and_not_called_nothing() -> None:
    line = _fee_line(fees=(), fees_open=("Lệ phí hộ tịch",))
    assert "Lệ phí hộ tịch" in line
    assert "Không" not in line


def test_an_open_fee_stands_beside_the_known_one() -> None:
    line = _fee_line(fees=(FeeLine("Phí bản sao", 8000),), fees_open=("Lệ phí hộ tịch",))
    assert "8.000" in line
    assert "Lệ phí hộ tịch" in line

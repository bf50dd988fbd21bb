"""From a center's table to the desk: the form as printed, the due time as counted, the fee as demanded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk_app.operations.desk import Desk
from desk_app.operations.forms import make_form, wording_folder, wording_problems
from desk_app.operations.receive import preview
from sync.catalogue.table_reading import COLUMNS
from sync.center.publishing.publishing import (
    Decision,
    compare,
    prepare,
    prepare_undoing,
    publish,
    sign_here,
)
from sync.identity.keys import NodeKeys
from sync.model.dossier import Intake
from tests.documents.pages import said
from tests.offices import OFFICER, request
from tests.operations.communes import Commune

TODAY = date(2026, 11, 23)
PUBLISHER = NodeKeys(bytes(range(64)))


@pytest.fixture
def commune(tmp_path: Path) -> Iterator[Commune]:
    """A center and one desk, with a line."""
    commune = Commune(tmp_path / "commune", count=1)
    yield commune
    commune.close()


def table(commune: Commune, kind: str, *rows: str) -> None:
    """Uploads a table, publishes what it changes; the desk exchanges."""
    raw = "\n".join([";".join(COLUMNS[kind]), *rows]).encode("utf-8-sig")
    found = compare(commune.center, raw, TODAY)
    assert found.problems == ()
    release = prepare(commune.center, found.changes, Decision(f"1/{kind}", TODAY, TODAY))
    publish(commune.center, sign_here(release, PUBLISHER).raw)
    assert commune.sync(commune.desks[0]).reached


def taken_back(commune: Commune) -> None:
    back = prepare_undoing(commune.center, 1, "2/QĐ")
    publish(commune.center, sign_here(back, PUBLISHER).raw)
    assert commune.sync(commune.desks[0]).reached


def foreseen(desk: Desk) -> Intake:
    """What the officer sees before receiving."""
    intake = preview(desk, request(), OFFICER).intake
    assert intake is not None
    return intake


def rating(desk: Desk) -> str:
    return said(make_form(desk, "rating", None))


def test_published_wording_is_on_the_printed_form_and_goes_with_the_release(commune: Commune) -> None:
    [desk] = commune.desks
    assert "Trân trọng cảm ơn Ông/Bà!" in rating(desk)
    table(commune, "wording", "rating;body.regards.sentences;Huyện cảm ơn Ông/Bà!")
    assert "Huyện cảm ơn Ông/Bà!" in rating(desk)
    assert "Trân trọng" not in rating(desk)
    taken_back(commune)
    assert "Trân trọng cảm ơn Ông/Bà!" in rating(desk)


def test_a_communes_own_words_stand_over_the_published_ones(commune: Commune) -> None:
    [desk] = commune.desks
    table(
        commune,
        "wording",
        "rating;body.regards.sentences;Huyện cảm ơn Ông/Bà!",
        "rating;body.comment.sentences;Ông/Bà góp ý thêm:",
    )
    folder = wording_folder(desk)
    folder.mkdir()
    own = {"body": {"regards": {"sentences": ["Xã Yên Nhân cảm ơn!"]}}}
    (folder / "rating.json").write_text(json.dumps(own), "utf-8")
    text = rating(desk)
    assert "Xã Yên Nhân cảm ơn!" in text
    assert "Huyện" not in text
    assert "Ông/Bà góp ý thêm:" in text, "what the commune does not say is the center's"
    assert wording_problems(desk) == []


def test_published_swap_days_move_the_due_time(commune: Commune) -> None:
    [desk] = commune.desks
    before = foreseen(desk).due_at
    assert before is not None
    day = before.date()
    table(commune, "calendar", f"{day:%d/%m/%Y};Nghỉ;Nghỉ hoán đổi;1/TB;")
    after = foreseen(desk).due_at
    assert after is not None
    assert after.date() > day
    taken_back(commune)
    assert foreseen(desk).due_at == before


def test_a_published_fee_is_what_the_desk_demands(commune: Commune) -> None:
    [desk] = commune.desks
    code = request().procedure
    before = foreseen(desk).fees
    table(commune, "fees", f"{code};Lệ phí của huyện;15.000;hồ sơ;lệ phí;;NQ 1")
    fees = foreseen(desk).fees
    assert [(one.name, one.amount) for one in fees if one.name == "Lệ phí của huyện"] == [
        ("Lệ phí của huyện", 15_000)
    ]
    taken_back(commune)
    assert foreseen(desk).fees == before

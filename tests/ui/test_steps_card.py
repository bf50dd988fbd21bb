"""The dossier's page tells of the work by steps: where it is, in whose hands, until when, and the times
spent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from desk_app.ui.tongue import speak
from tests.ui.following import acted, opened_page, received, words
from tests.ui.steps import Counter
from tests.ui.test_dossier_page import as_wide_as_its_view
from tests.ui.test_look import cut_off


@pytest.fixture
def worked(office: Path) -> Path:
    """An office with a dossier that was appraised with a paper missing and a question unanswered."""
    received(office)
    acted(
        office,
        "take",
        {"from": "Bộ phận một cửa", "papers": ["Tờ khai"], "missing": ["Bản sao giấy khai sinh"]},
    )
    acted(office, "assign", {"to": "Lê Thị Hai", "office": "Công chức tư pháp – hộ tịch"})
    acted(office, "consult", {"office": "Công an xã", "question": "Nơi cư trú", "days": 2})
    acted(office, "appraise", {"text": "Đủ điều kiện", "to": "Trần Văn Chủ tịch", "despite": "Gấp"})
    return office


def test_the_page_says_the_step_whose_hands_and_what_is_waited_for(
    worked: Path, opened: Callable[..., Counter]
) -> None:
    page = opened_page(opened(worked).ready())
    said = words(page)
    for one in (
        "Đang ở bước", "Phê duyệt · Trần Văn Chủ tịch · hạn", "Bản sao giấy khai sinh", "Công an xã · hạn",
        "Lê Thị Hai, Công chức tư pháp – hộ tịch · từ 09:15", "Giấy tờ bàn giao còn thiếu",
        "Phân công cho Lê Thị Hai, Công chức tư pháp – hộ tịch, bước Thẩm định, hạn",
    ):  # fmt: skip
        assert one in said, said


def test_it_says_the_same_in_english(worked: Path, opened: Callable[..., Counter]) -> None:
    speak("en")
    try:
        page = opened_page(opened(worked).ready())
        said = words(page)
        for one in (
            "Step now", "Approval · Trần Văn Chủ tịch · due", "Papers missing", "Opinion awaited",
            "Appraisal: may be granted – Đủ điều kiện; on to step Approval to Trần Văn Chủ tịch, due",
            "Opinion asked of Công an xã, by", "Papers handed over are still missing",
        ):  # fmt: skip
            assert one in said, said
    finally:
        speak("vi")


@pytest.mark.parametrize("size", [(1366, 728), (1024, 728), (960, 540)])
def test_nothing_of_it_is_cut_off(
    worked: Path, opened: Callable[..., Counter], size: tuple[int, int]
) -> None:
    counter = opened(worked).ready()
    counter.window.resize(*size)
    page = opened_page(counter)
    counter.until(partial(as_wide_as_its_view, page._scroll))
    counter.until(lambda: not cut_off(counter.window))

"""The closing sheet: its heads, its paper and code, and what a printed one says of the journals later."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest

from desk_app.devices.pictures import read_codes
from desk_app.documents.closing_paper import closing_pdf
from desk_app.domain.mistakes import DeskError
from desk_app.operations.closing_sheet import (
    MISSING,
    OLDER,
    SAME,
    UNKNOWN,
    check_sheet,
    closing_sheet,
)
from desk_app.operations.receive import receive
from tests.offices import OFFICER, MovedClock, new_desk, reopened, request
from tests.operations.communes import Commune


def test_a_sheet_agrees_with_the_journal_now_and_after_more_was_written(
    tmp_path: Path, clock: MovedClock
) -> None:
    desk = new_desk(tmp_path, clock)
    receive(desk, [request(), request()], OFFICER)
    sheet = closing_sheet(desk)
    [head] = sheet.heads
    assert (sheet.written, sheet.problems, head.writer, head.seq) == (3, (), "Quầy 1", 3)
    same = check_sheet(desk, [sheet.code])
    assert (same.ok, [state for _, state in same.heads]) == (True, [SAME])
    clock.forward(days=1)
    receive(desk, [request()], OFFICER)
    older = check_sheet(desk, [head.text.upper()])
    assert (older.ok, [state for _, state in older.heads]) == (True, [OLDER])
    assert "còn nguyên" in older.sentence
    assert closing_sheet(desk, date(2026, 11, 23)).heads == sheet.heads
    assert closing_sheet(desk).heads[0].seq == 4
    with pytest.raises(DeskError, match="Chưa đến ngày"):
        closing_sheet(desk, clock().date() + timedelta(days=1))
    desk.close()


def test_a_slip_of_the_finger_is_no_tampering(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    text = closing_sheet(desk).heads[0].text
    wrong = f"{text[:-7]}{'1' if text[-7] == '0' else '0'}{text[-6:]}"
    for typed, words in ((wrong, "gõ chưa đúng"), (text[:-6], "Không đọc đủ"), ("", "Không đọc đủ")):
        with pytest.raises(DeskError, match=words):
            check_sheet(desk, [typed])
    desk.close()


def test_an_older_copy_of_the_database_does_not_hold_the_sheet(tmp_path: Path, clock: MovedClock) -> None:
    desk = new_desk(tmp_path, clock)
    receive(desk, [request()], OFFICER)
    desk.close()
    old = desk.paths.database.read_bytes()
    with reopened(tmp_path, clock) as desk:
        receive(desk, [request()], OFFICER)
        printed = closing_sheet(desk).code
    for beside in tmp_path.glob(f"{desk.paths.database.name}-*"):
        beside.unlink()
    desk.paths.database.write_bytes(old)
    with reopened(tmp_path, clock) as desk:
        verdict = check_sheet(desk, [printed])
        assert (verdict.ok, [state for _, state in verdict.heads]) == (False, [MISSING])
        assert "báo người phụ trách" in verdict.sentence
        assert "ngắn hơn" in closing_sheet(desk).problems[-1]


def test_the_paper_carries_the_heads_as_words_and_as_a_code(commune: Commune) -> None:
    commune.received(commune.desks[0], 2)
    sheet = closing_sheet(commune.desks[0])
    assert len(sheet.heads) >= 2
    page = pypdfium2.PdfDocument(closing_pdf(sheet))[0]
    text = page.get_textpage().get_text_range()
    assert all(one.text in text for one in sheet.heads)
    assert "đúng" in text
    assert sheet.code in read_codes(page.render(scale=300 / 72).to_pil().convert("L"))


def test_a_journal_that_is_not_held_here_is_named_as_such(tmp_path: Path) -> None:
    one, two = new_desk(tmp_path / "one"), new_desk(tmp_path / "two", number=2)
    verdict = check_sheet(one, [closing_sheet(two).code])
    assert (verdict.ok, [state for _, state in verdict.heads]) == (False, [UNKNOWN])
    one.close()
    two.close()

"""The public screen's regions as sections of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.ui.public_board import LEAST_SIZE, Block, Line, Section
from desk_app.ui.tongue import CITIZENS

if TYPE_CHECKING:
    from desk_app.operations.public_screen import Board


tr, said = CITIZENS.tr, CITIZENS.said


def sections_of(board: Board) -> dict[str, Section]:
    """What is to be shown, by region, without those that are off or have nothing to say."""
    shown = {
        "results": _results,
        "hours": _hours,
        "reception": _reception,
        "complaints": _complaints,
        "procedures": _procedures,
    }
    made = {name: make(board) for name, make in shown.items() if name in board.settings.show}
    return {name: section for name, section in made.items() if section.blocks}


def _results(board: Board) -> Section:
    blocks = tuple(
        Block(
            (
                Line(one.number, 58.0, bold=True, role="primary"),
                *([Line(one.name, 44.0)] if one.name else []),
            )
        )
        for one in board.ready
    )
    return Section(tr("Đã có kết quả, mời đến nhận"), blocks, columns=2)


def _procedures(board: Board) -> Section:
    blocks = tuple(
        Block(
            (
                Line(one.name, 44.0, bold=True),
                Line(
                    tr("Thời hạn: {0} · Phí, lệ phí: {1}").format(said(one.limit), said(one.fee)),
                    LEAST_SIZE,
                    role="quiet",
                ),
            )
        )
        for one in board.procedures
    )
    return Section(tr("Thủ tục hành chính"), blocks)


def _hours(board: Board) -> Section:
    blocks = [Block((Line(said(days), 52.0, bold=True), Line(times, 56.0))) for days, times in board.hours]
    blocks += [Block((Line(said(day), 44.0, role="due-soon"),)) for day in board.days_off]
    return Section(tr("Giờ làm việc"), tuple(blocks))


def _reception(board: Board) -> Section:
    blocks = []
    for one in board.settings.reception:
        lines = [Line(one.who, 48.0, bold=True)] if one.who else []
        lines += [Line(words, 44.0) for words in (one.when, one.where) if words]
        blocks.append(Block(tuple(lines)))
    return Section(tr("Lịch tiếp công dân"), tuple(blocks))


def _complaints(board: Board) -> Section:
    blocks = tuple(Block((Line(said(line), 48.0),)) for line in board.complaints)
    return Section(tr("Nơi tiếp nhận phản ánh, kiến nghị"), blocks)

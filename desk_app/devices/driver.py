"""The port every way of printing fills, and the words its troubles come out in.

A driver never raises for trouble of the world: it answers in which state the paper is. `failed` is said only
where no paper can have come out; where that is not known the answer is `doubtful`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from desk_app.domain.print_job import JobState


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be printed. `title` names it in the printer's own list; `job` keeps two of a title apart."""

    pdf: bytes
    title: str
    tray: str = ""
    job: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """Where the paper stands: `sent` (the printer has it, under `ticket`), or a state that ends the attempt.

    `said`: what happened and what to do, empty when all is well. `reached`: whether the printer answered.
    """

    state: JobState
    said: str = ""
    ticket: str = ""
    reached: bool = True


@dataclass(frozen=True, slots=True)
class Look:
    """A printer as it stands: whether it could print now, and why not."""

    ready: bool
    said: str = ""
    name: str = ""


class Driver(Protocol):
    """One printer."""

    def send(self, sheet: Sheet) -> Answer:
        """Prints every page, each in its own size. May take seconds, never minutes."""

    def ask(self, ticket: str) -> Answer:
        """What became of a job the printer accepted. An unreachable printer leaves it `sent`."""

    def cancel(self, ticket: str) -> None:
        """Takes an accepted job back, if it still can be; `ask` tells."""

    def look(self) -> Look:
        """How the printer stands; sends nothing."""


PRINT_AGAIN: Final = "rồi bấm “In lại” ở trang Hồ sơ"
PAPER_SAFE: Final = "Hồ sơ đã lưu an toàn."
LOOK_IN_TRAY: Final = "Xem khay giấy: nếu giấy chưa ra đủ thì bấm “In lại”."
NOT_DRAWN: Final = (
    f"Không vẽ được trang in. {PAPER_SAFE} Lưu phiếu thành tệp PDF; báo bộ phận hỗ trợ nếu lỗi lặp lại."
)


def of_no_dossier(said: str) -> str:
    """An answer about a page that is no dossier's: without the words about the dossier and its page."""
    for words in (f" {PAPER_SAFE}", f", {PRINT_AGAIN}", f" {LOOK_IN_TRAY}"):
        said = said.replace(words, "")
    return said


def failed(what: str, remedy: str) -> Answer:
    """No paper came out: what happened, and what to do before printing again."""
    return Answer(JobState.FAILED, f"{what} {PAPER_SAFE} {remedy}, {PRINT_AGAIN}.")


def doubtful(what: str) -> Answer:
    """Nobody knows whether paper came out."""
    return Answer(JobState.DOUBTFUL, f"{what} {PAPER_SAFE} {LOOK_IN_TRAY}")


def gone(name: str) -> Answer:
    """The printer is not there; nothing was sent."""
    return failed(f"Không nối được máy in “{name}”.", "Kiểm tra nguồn, dây và mạng của máy in")


def broken_off(name: str) -> Answer:
    """The printer went away while it was being sent to."""
    return doubtful(f"Mất liên lạc với máy in “{name}” khi đang gửi.")


_REASONS: Final = {
    "media-empty": ("Máy in hết giấy.", "Nạp giấy; máy sẽ tự in tiếp."),
    "media-needed": ("Máy in chờ đúng cỡ giấy.", "Nạp đúng giấy vào khay; máy sẽ tự in tiếp."),
    "media-jam": ("Máy in kẹt giấy.", "Gỡ giấy kẹt; máy sẽ tự in tiếp."),
    "toner-empty": ("Máy in hết mực.", "Thay mực; máy sẽ tự in tiếp."),
    "marker-supply-empty": ("Máy in hết mực.", "Thay mực; máy sẽ tự in tiếp."),
    "cover-open": ("Nắp máy in đang mở.", "Đóng nắp máy in; máy sẽ tự in tiếp."),
    "door-open": ("Cửa máy in đang mở.", "Đóng cửa máy in; máy sẽ tự in tiếp."),
    "interlock-open": ("Máy in đang mở nắp.", "Đóng kín máy in; máy sẽ tự in tiếp."),
    "input-tray-missing": ("Máy in thiếu khay giấy.", "Lắp khay giấy; máy sẽ tự in tiếp."),
    "output-area-full": ("Khay ra giấy đã đầy.", "Lấy bớt giấy ở khay ra; máy sẽ tự in tiếp."),
    "paused": ("Máy in đang tạm dừng.", "Cho máy in chạy tiếp."),
    "moving-to-paused": ("Máy in đang tạm dừng.", "Cho máy in chạy tiếp."),
    "offline": ("Máy in đang ngoại tuyến.", "Kiểm tra nguồn, dây và mạng của máy in."),
    "shutdown": ("Máy in đang tắt.", "Bật máy in."),
    "connecting-to-device": ("Máy in chưa trả lời.", "Kiểm tra nguồn, dây và mạng của máy in."),
    "timed-out": ("Máy in không trả lời.", "Kiểm tra nguồn, dây và mạng của máy in."),
}


def reason_words(reasons: list[str], *, stopped: bool, warnings: bool = False) -> str:
    """A printer's reasons (IPP keywords with their severity) in one sentence; empty when none matters.

    `warnings` count when a job has waited a while: many a printer warns of one empty tray of several, and
    some say no more than a warning when they wait for paper.
    """
    for reason in reasons:
        bare = reason
        for severity in ("-error", "-warning", "-report"):
            bare = bare.removesuffix(severity)
        if bare in _REASONS and (stopped or warnings or not reason.endswith("-warning")):
            return " ".join(_REASONS[bare])
    return "Máy in đang dừng. Xem màn hình máy in để biết lý do." if stopped else ""

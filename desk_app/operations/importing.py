"""Many dossiers from a table: every row looked at first, nothing received until it is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.domain.dossier_table import Reading, read_header
from desk_app.domain.mistakes import DeskError, Mistake
from desk_app.domain.rights import RECEIVE
from desk_app.domain.table_file import read_table
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.likenesses import likenesses, same_person
from desk_app.operations.outcome import Outcome
from desk_app.operations.receive import Received, preview, receive
from sync.acts.requests import IntakeRequest
from sync.model.dossier import Officer


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row of the table: what would be received, or why not; `cautions` never stop it."""

    number: int
    name: str
    procedure: str
    request: IntakeRequest | None
    mistakes: tuple[Mistake, ...] = ()
    cautions: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether it would be received."""
        return self.request is not None and not self.mistakes


@dataclass(frozen=True, slots=True)
class CheckedTable:
    """Every row of a table, and the columns nothing is taken from."""

    rows: tuple[CheckedRow, ...]
    unused: tuple[str, ...]

    @property
    def sound(self) -> tuple[CheckedRow, ...]:
        """The rows that would be received."""
        return tuple(row for row in self.rows if row.sound)


@needs(RECEIVE)
def check_table(desk: Desk, raw: bytes, name: str, officer: Officer) -> CheckedTable:
    """Reads a table of dossiers and checks each row as reception would; writes nothing. Raises `DeskError`
    for a file that is no such table.
    """
    rows = read_table(raw, name)
    header = read_header(rows[0])
    if len(rows) == 1:
        raise DeskError("Bảng chỉ có dòng tiêu đề, chưa có hồ sơ nào.", "Thêm hồ sơ vào bảng rồi chọn lại.")
    reading = Reading(header, tuple(desk.catalogue))
    checked: list[CheckedRow] = []
    for row in rows[1:]:
        read = reading.row(row)
        if read.request is None:
            checked.append(CheckedRow(read.number, read.name, read.procedure, None, read.mistakes))
            continue
        prepared = preview(desk, read.request, officer)
        cautions = () if prepared.mistakes else _cautions(desk, read.request, checked)
        checked.append(
            CheckedRow(read.number, read.name, read.procedure, read.request, prepared.mistakes, cautions)
        )
    return CheckedTable(tuple(checked), header.unused)


def _cautions(desk: Desk, request: IntakeRequest, before: list[CheckedRow]) -> tuple[str, ...]:
    found = [f"có thể trùng hồ sơ {one.number} ({one.status.label})" for one in likenesses(desk, request)]
    for row in before:
        other = row.request
        if other is None or not row.sound or other.procedure != request.procedure:
            continue
        owners = other.owner or other.applicant, request.owner or request.applicant
        if same_person(*owners):
            found.append(f"cùng người, cùng thủ tục với dòng {row.number}")
            break
    return tuple(found)


@needs(RECEIVE)
def receive_table(
    desk: Desk, table: CheckedTable, officer: Officer, *, date_confirmed: bool = False
) -> Outcome[dict[int, Received]]:
    """Receives the sound rows, all in one transaction, and returns what each row (by its number) became.
    Raises `DeskError`; then nothing was received.
    """
    sound = table.sound
    requests = [row.request for row in sound if row.request is not None]
    if not requests:
        raise DeskError("Không có dòng nào đúng để tiếp nhận.", "Sửa các dòng có lỗi rồi chọn lại tệp.")
    done = receive(desk, requests, officer, date_confirmed=date_confirmed, files=False)
    return Outcome({row.number: one for row, one in zip(sound, done.value, strict=True)}, done.changes)

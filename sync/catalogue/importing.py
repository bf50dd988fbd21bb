"""Imports a table of procedures: what it says clearly is taken, what it does not is reported row by row.

The columns are those of the national portal's lists: code, name, field, level, decision, t_direct, t_online,
t_post, result, ministry; code and name must be there. A limit without a unit is never guessed: a new
procedure comes in with an unknown limit, a known one keeps the limit it had.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from sync.catalogue.catalogue import Amendment, Catalogue
from sync.catalogue.table import MOST_COLUMNS, Reader, Row, TableRefused, read_tsv
from sync.model.limit import Limit, LimitUnknown
from sync.model.procedure import CODE
from sync.model.text import TextRefused, nfc_line

FIELD_OF = MappingProxyType(
    {
        "code": "code",
        "name": "name",
        "field": "field",
        "level": "level",
        "decision": "decision",
        "t_direct": "limit",
        "t_online": "limit_online",
        "t_post": "limit_post",
        "result": "result",
        "ministry": "agency",
    }
)
"""The file's columns and the fields of a procedure they fill."""

_LIMITS = {"limit", "limit_online", "limit_post"}
_MOST_OF = {"name": 2000, "result": 2000}
_MOST_CELL = 500
_NEEDED = ("code", "name")

_AGENCIES = {
    "bo-cong-an": "Bộ Công an",
    "bo-nong-nghiep-mt": "Bộ Nông nghiệp và Môi trường",
    "bo-tai-chinh": "Bộ Tài chính",
    "bo-tu-phap": "Bộ Tư pháp",
    "bo-xay-dung": "Bộ Xây dựng",
    "toa-an-nhan-dan": "Tòa án nhân dân",
}
# The portal's lists run several results together, each with its code after it, and cut the cell here.
_RESULT_CODE = re.compile(r"\s*\.?\s*Mã:\s*(KQ\.[A-Z][0-9]{2}\.[0-9]+|[0-9.]+[A-Z][0-9]+-KQ[0-9]+)\s*")
_RESULT_CUT = 160


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be understood: row in the file (header 1), code, the file's column, a sentence."""

    row: int
    code: str
    field: str
    text: str

    def to_dict(self) -> dict[str, object]:
        return {"row": self.row, "code": self.code, "field": self.field, "text": self.text}


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The catalogue afterwards, and the codes that are new, changed or as before, with all problems.

    `refused`: the file as a whole could not be read; then the catalogue is as before and the one problem
    says why.
    """

    catalogue: Catalogue
    imported: tuple[str, ...] = ()
    amended: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    refused: bool = False

    def to_dict(self) -> dict[str, object]:
        """``{imported, amended, unchanged, problems}``: three counts and the problems as plain data."""
        return {
            "imported": len(self.imported),
            "amended": len(self.amended),
            "unchanged": len(self.unchanged),
            "problems": [problem.to_dict() for problem in self.problems],
        }


def import_table(catalogue: Catalogue, data: bytes, reader: Reader = read_tsv) -> ImportReport:
    """The catalogue with what the table says. Never raises for what is in the file; imports nothing twice."""
    problems: list[Problem] = []
    try:
        rows = reader(data)
        columns = _columns(next(rows), problems)
        found = list(_amendments(catalogue, columns, rows, problems))
    except TableRefused as refused:
        whole = Problem(1, "", "", f"{refused.title}. {refused.advice}")
        return ImportReport(catalogue, problems=(whole,), refused=True)
    imported, amended, unchanged = [], [], []
    changed: list[Amendment] = []
    for one in found:
        known = catalogue.get(one.code)
        if known is None:
            imported.append(one.code)
            changed.append(one)
        elif one.applied(known) == known:
            unchanged.append(one.code)
        else:
            amended.append(one.code)
            changed.append(one)
    version = catalogue.amended(changed).version
    dated = [Amendment(one.code, version, one.columns) for one in changed]
    return ImportReport(
        catalogue.amended(dated), tuple(imported), tuple(amended), tuple(unchanged), tuple(problems)
    )


def _columns(header: Row, problems: list[Problem]) -> list[str]:
    """The file's column names in order; an unused one is ''."""
    if header.problem:
        raise TableRefused(f"Không đọc được dòng tiêu đề: {header.problem}")
    if len(header.cells) > MOST_COLUMNS:
        raise TableRefused(f"Dòng tiêu đề có hơn {MOST_COLUMNS} cột")
    names = [cell.strip().lower() for cell in header.cells]
    missing = [name for name in _NEEDED if name not in names]
    if missing:
        raise TableRefused(
            f"Dòng tiêu đề thiếu cột: {', '.join(missing)}",
            "Tệp phải là văn bản phân cách tab, dòng đầu là tên cột.",
        )
    twice = sorted({name for name in names if name in FIELD_OF and names.count(name) > 1})
    if twice:
        raise TableRefused(f"Dòng tiêu đề có cột trùng: {', '.join(twice)}")
    for name in names:
        if name not in FIELD_OF:
            shown = "".join(one if one.isprintable() else ascii(one)[1:-1] for one in name[:40])
            problems.append(Problem(1, "", shown, "cột này không được dùng đến"))
    return [name if name in FIELD_OF else "" for name in names]


def _amendments(
    catalogue: Catalogue, columns: list[str], rows: Iterator[Row], problems: list[Problem]
) -> Iterator[Amendment]:
    first_seen: dict[str, int] = {}
    for row in rows:
        problem = row.problem
        if not problem and len(row.cells) != len(columns):
            problem = f"có {len(row.cells)} ô, tiêu đề có {len(columns)} cột"
        if problem:
            problems.append(Problem(row.number, "", "", f"{problem}; bỏ qua dòng này"))
            continue
        cells = {name: cell for name, cell in zip(columns, row.cells, strict=True) if name}
        reading = _RowReading(row.number, catalogue, problems)
        code = reading.code(cells.pop("code"))
        if not code:
            continue
        if code in first_seen:
            reading.report("code", f"trùng mã với dòng {first_seen[code]}; bỏ qua dòng này")
            continue
        first_seen[code] = row.number
        amendment = reading.amendment(cells)
        if amendment is not None:
            yield amendment


class _RowReading:
    """One row being read; what it cannot understand goes to `problems`."""

    def __init__(self, number: int, catalogue: Catalogue, problems: list[Problem]) -> None:
        self._number = number
        self._catalogue = catalogue
        self._problems = problems
        self._code = ""

    def report(self, column: str, text: str) -> None:
        self._problems.append(Problem(self._number, self._code, column, text))

    def code(self, cell: str) -> str:
        """The row's code, '' (and reported) when it is none."""
        text = cell.strip()
        if not CODE.fullmatch(text):
            self.report("code", "mã thủ tục phải có dạng 1.001193; bỏ qua dòng này")
            return ""
        self._code = text
        return text

    def amendment(self, cells: dict[str, str]) -> Amendment | None:
        """What the row gives; None (and reported) for a new code without a name."""
        known = self._catalogue.get(self._code)
        given: dict[str, str] = {}
        for column, cell in cells.items():
            field = FIELD_OF[column]
            text = self._text(column, cell)
            if field in _LIMITS:
                text = self._limit(column, text, getattr(known, field) if known else "")
            if text:
                given[field] = text
        if "name" not in given and known is None:
            self.report("name", "không có tên thủ tục; bỏ qua dòng này")
            return None
        return Amendment(self._code, "", given)

    def _text(self, column: str, cell: str) -> str:
        most = _MOST_OF.get(column, _MOST_CELL)
        if len(cell) > most:
            self.report(column, f"dài quá {most} ký tự; không lấy ô này")
            return ""
        try:
            text = nfc_line(cell)
        except TextRefused as refused:
            self.report(column, f"{refused.title}; không lấy ô này")
            return ""
        if column == "result":
            return tidy_result(text)
        return _AGENCIES.get(text, text) if column == "ministry" else text

    def _limit(self, column: str, text: str, held: str) -> str:
        """The canonical limit; '' where the cell says nothing or nothing that can be relied on."""
        keeps = (
            f"giữ thời hạn đang có “{held}”" if held else "thời hạn để trống, phải nhập hạn trả khi tiếp nhận"
        )
        if not text:
            if column == "t_direct" and not held:
                self.report(column, f"không ghi thời hạn; {keeps}")
            return ""
        try:
            return str(Limit.parse(text))
        except LimitUnknown as unknown:
            bare = re.fullmatch(r"([0-9]+) ?\??", text)
            why = f"“{text}” không có đơn vị" if bare else unknown.title
            self.report(column, f"{why}; {keeps}")
            return ""


def tidy_result(text: str) -> str:
    """The portal's results with their codes in brackets and semicolons between: ``A (KQ…); B (KQ…)``."""
    tidied = _RESULT_CODE.sub(r" (\1); ", text).strip().rstrip(";").strip()
    if len(text) < _RESULT_CUT:
        return tidied
    return re.sub(r" \([^()]*\)$", "", tidied) + "…"  # the last code may have lost digits

"""The difference between what holds and what an uploaded table says, before anybody signs it.

The table's columns are those of `importing` or their Vietnamese names; beside them ``change`` (tình trạng:
“bãi bỏ”, “thay thế”, …) and ``replaced_by`` (thay thế bởi). A code the table does not have stays, unless the
table is said to be the whole list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from sync.catalogue.catalogue import Catalogue
from sync.catalogue.importing import FIELD_OF, Problem, import_table
from sync.catalogue.releases import ABOLISHED, AMENDED, NEW, REPLACED, Change
from sync.catalogue.sheets import read_sheet
from sync.catalogue.table import Row
from sync.model.procedure import CODE
from sync.model.text import fold

CHANGE, REPLACED_BY = "change", "replaced_by"
_NAMES: Final = MappingProxyType(
    {
        "ma": "code", "ma tthc": "code", "ma thu tuc": "code", "ma so tthc": "code",
        "ten": "name", "ten tthc": "name", "ten thu tuc": "name", "ten thu tuc hanh chinh": "name",
        "linh vuc": "field", "cap": "level", "cap thuc hien": "level",
        "quyet dinh": "decision", "quyet dinh cong bo": "decision", "so quyet dinh": "decision",
        "thoi han": "t_direct", "thoi han giai quyet": "t_direct", "thoi han truc tiep": "t_direct",
        "thoi han truc tuyen": "t_online", "thoi han buu chinh": "t_post",
        "ket qua": "result", "ket qua thuc hien": "result", "co quan": "ministry", "bo nganh": "ministry",
        "tinh trang": CHANGE, "thay doi": CHANGE, "thay the boi": REPLACED_BY, "thay bang": REPLACED_BY,
    }
)  # fmt: skip
_ENDS: Final = ("abolished", "bai bo", "huy bo", "het hieu luc")
_REPLACES: Final = ("replaced", "thay the", "bi thay the")


@dataclass(frozen=True, slots=True)
class Difference:
    """What a table would change: `changes` by code; `before` the fields as they are now; what was not
    understood row by row. `refused`: the file as a whole could not be read; `problems` says why."""

    changes: tuple[Change, ...] = ()
    before: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()
    refused: bool = False

    def counts(self) -> dict[str, int]:
        """How many changes of each kind."""
        return {
            kind: sum(c.kind == kind for c in self.changes) for kind in (NEW, AMENDED, REPLACED, ABOLISHED)
        }


def difference(held: Catalogue, table: bytes, effective: date, *, whole: bool = False) -> Difference:
    """What the table changes from `effective` on. Never raises for what is in the file.

    `whole`: the table is the whole list; a procedure in force that it does not name is abolished.
    """
    said: dict[str, tuple[int, str, str]] = {}

    def reader(data: bytes) -> Iterator[Row]:
        return _sorted_out(read_sheet(data), said)

    report = import_table(_unowned(held), table, reader)
    if report.refused:
        return Difference(problems=report.problems, refused=True)
    problems, changes, before = list(report.problems), [], {}
    ended = _endings(held, said, effective, problems)
    for code in (*report.imported, *report.amended):
        if code in ended:
            continue
        columns = dict(report.catalogue.amendments[code].columns)
        known = held.get(code)
        if known is None:
            changes.append(
                Change("procedures", code, NEW, {**columns, "effective_from": effective.isoformat()})
            )
            continue
        fields = {name: text for name, text in columns.items() if getattr(known, name) != text}
        before[code] = {name: getattr(known, name) for name in fields}
        changes.append(Change("procedures", code, AMENDED, fields))
    listed = {*report.imported, *report.amended, *report.unchanged, *said}
    if whole:
        left = (one.code for one in held if one.code not in listed and one.in_force(effective))
        ended |= {code: _ending("", effective, code) for code in left}
    changes += ended.values()
    changes.sort(key=lambda one: one.key)
    unchanged = sum(code not in ended for code in report.unchanged)
    return Difference(tuple(changes), before, unchanged, tuple(problems))


def _unowned(held: Catalogue) -> Catalogue:
    """The same, as a table may amend it: an import never overrules a release, a new release does."""
    procedures = {one.code: replace(one, origin="shipped") for one in held}
    return Catalogue(held.version, procedures)


def _sorted_out(rows: Iterator[Row], said: dict[str, tuple[int, str, str]]) -> Iterator[Row]:
    """The rows under the names `importing` knows; what stands in our own two columns goes to `said`."""
    header = next(rows)
    names = [_named(cell) for cell in header.cells]
    own = [at for at, name in enumerate(names) if name in (CHANGE, REPLACED_BY)]
    yield replace(header, cells=_without(tuple(names), own))
    at_code = names.index("code") if "code" in names else -1
    for row in rows:
        if row.problem or len(row.cells) != len(names):
            yield row
            continue
        words = {names[at]: row.cells[at].strip() for at in own}
        code = row.cells[at_code].strip() if at_code >= 0 else ""
        if any(words.values()) and CODE.fullmatch(code):
            said.setdefault(code, (row.number, fold(words.get(CHANGE, "")), words.get(REPLACED_BY, "")))
        yield replace(row, cells=_without(row.cells, own))


def _without(cells: tuple[str, ...], places: list[int]) -> tuple[str, ...]:
    return tuple(cell for at, cell in enumerate(cells) if at not in places)


def _named(cell: str) -> str:
    name = cell.strip().lower()
    return name if name in FIELD_OF else _NAMES.get(" ".join(fold(cell).split()), name)


def _endings(
    held: Catalogue, said: Mapping[str, tuple[int, str, str]], effective: date, problems: list[Problem]
) -> dict[str, Change]:
    found: dict[str, Change] = {}
    for code, (row, word, after) in said.items():
        ends, replaces = word in _ENDS, word in _REPLACES
        if not (ends or replaces or (after and not word)):
            continue
        if after and not CODE.fullmatch(after):
            problems.append(
                Problem(row, code, REPLACED_BY, "mã thay thế phải có dạng 1.001193; bỏ qua dòng này")
            )
        elif held.get(code) is None:
            problems.append(Problem(row, code, "code", "không có thủ tục này để bãi bỏ; bỏ qua dòng này"))
        else:
            found[code] = _ending(after, effective, code)
    return found


def _ending(after: str, effective: date, code: str) -> Change:
    fields: dict[str, str] = {"effective_to": (effective - timedelta(days=1)).isoformat()}
    if after:
        fields[REPLACED_BY] = after
    return Change("procedures", code, REPLACED if after else ABOLISHED, fields)

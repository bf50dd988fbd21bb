"""The catalogue in force: the shipped procedures with the columns that imported tables gave on top.

What a table gives is kept apart from what ships, as amendments, so that a newer program brings its newer
papers and fees under the columns an office imported. A release of the center wins over both.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from sync.model.procedure import Procedure
from sync.model.procedure_index import ProcedureIndex
from sync.model.strict import FieldError, Fields
from sync.resources import read_resource

COLUMNS = ("name", "field", "level", "decision", "limit", "limit_online", "limit_post", "result", "agency")
"""The fields of a procedure that a table can give."""

_MOST_PROCEDURES = 100_000


@dataclass(frozen=True, slots=True)
class Amendment:
    """The columns a table gave for one code (names from `COLUMNS`), in the catalogue of `version`.

    A column that is not there, or could not be understood, says nothing.
    """

    code: str
    version: str
    columns: Mapping[str, str]

    def __post_init__(self) -> None:
        object.__setattr__(self, "columns", MappingProxyType(dict(self.columns)))

    def to_dict(self) -> dict[str, object]:
        return {"code": self.code, "version": self.version, **self.columns}

    def applied(self, known: Procedure | None) -> Procedure:
        """The procedure with these columns; papers, fees and cases stay.

        Raises `FieldError` when there is no procedure yet and the columns make none.
        """
        if known is None:
            new: dict[str, Any] = {"name": "", **self.columns}
            return Procedure(self.code, **new, version=self.version, origin="import")
        if known.origin == "center" or self.covers(known):
            return known
        # A note on a limit that no longer stands would contradict the new one.
        note = known.limit_note if self.columns.get("limit", known.limit) == known.limit else ""
        columns: dict[str, Any] = dict(self.columns)
        return replace(known, **columns, limit_note=note, version=self.version)

    def covers(self, known: Procedure) -> bool:
        """Whether the procedure already says what these columns say."""
        return all(getattr(known, name) == text for name, text in self.columns.items())


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Procedures by code, in a fixed order, and the version that entries name. Immutable.

    `base` is what shipped (or the center released), `amendments` what tables gave; `procedures` is both.
    """

    base_version: str
    base: Mapping[str, Procedure]
    amendments: Mapping[str, Amendment] = field(default_factory=dict)
    version: str = field(init=False)
    procedures: Mapping[str, Procedure] = field(init=False)

    def __post_init__(self) -> None:
        merged = dict(self.base)
        for code, amendment in self.amendments.items():
            # Without a name it amended a code that no longer ships; it waits until the code is back.
            if code in merged or "name" in amendment.columns:
                merged[code] = amendment.applied(merged.get(code))
        for name, held in (("base", self.base), ("amendments", self.amendments), ("procedures", merged)):
            object.__setattr__(self, name, MappingProxyType(dict(held)))
        object.__setattr__(self, "version", version_of(self.base_version, self.amendments.values()))

    def __len__(self) -> int:
        return len(self.procedures)

    def __iter__(self) -> Iterator[Procedure]:
        return iter(self.procedures.values())

    def get(self, code: str) -> Procedure | None:
        """The procedure of that code, None when the catalogue has none."""
        return self.procedures.get(code)

    def fields(self) -> tuple[str, ...]:
        """The names of the fields (lĩnh vực), each once, in the catalogue's order."""
        return tuple(dict.fromkeys(procedure.field for procedure in self))

    def index(self, usage: Mapping[str, int] | None = None) -> ProcedureIndex:
        """A search over all procedures; `usage` (code -> times received) puts the most used first."""
        return ProcedureIndex(self, usage)

    def amended(self, amendments: Iterable[Amendment]) -> Catalogue:
        """The catalogue with these on top; for a code amended before, new columns replace the old ones."""
        merged = dict(self.amendments)
        for one in amendments:
            before = merged.get(one.code)
            columns = {**before.columns, **one.columns} if before else one.columns
            merged[one.code] = Amendment(one.code, one.version, columns)
        return Catalogue(self.base_version, self.base, merged)

    def body(self) -> dict[str, object]:
        """What tables gave, as plain data for the store; `with_body` puts it on what ships then."""
        return {
            "version": self.version,
            "amendments": [amendment.to_dict() for amendment in self.amendments.values()],
        }

    def with_body(self, raw: object) -> Catalogue:
        """This catalogue with the amendments of a stored `body`. Raises `FieldError` naming the field."""
        found = Fields(raw, "catalogue")
        found.text("version", most=200)
        read = [_amendment(item, path) for path, item in found.items("amendments", most=_MOST_PROCEDURES)]
        found.done()
        return self.amended(read)


def version_of(base_version: str, amendments: Iterable[Amendment]) -> str:
    """The base's version, with 8 hex digits of what is on top of it where anything is.

    The same columns give the same version, whatever the order they came in.
    """
    columns = {one.code: dict(one.columns) for one in amendments}
    if not columns:
        return base_version
    canonical = json.dumps(columns, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{base_version}+{sha256(canonical.encode()).hexdigest()[:8]}"


def _amendment(raw: object, path: str) -> Amendment:
    found = Fields(raw, path)
    code, version = found.text("code", required=True), found.text("version", most=200)
    given = {name: found.text(name) for name in COLUMNS}
    found.done()
    columns = {name: text for name, text in given.items() if text}
    try:
        tried: dict[str, Any] = {"name": "?", **columns}
        Procedure(code, **tried)
    except FieldError as error:
        raise error.under(path) from None
    return Amendment(code, version, columns)


def read_catalogue(data: bytes) -> Catalogue:
    """A catalogue from the JSON of `resources/procedures/procedures.json` (schema beside it).

    Raises `FieldError` naming the field, or `ValueError` when it is no JSON.
    """
    found = Fields(json.loads(data))
    version = found.text("version", most=100, required=True)
    procedures: dict[str, Procedure] = {}
    for path, item in found.items("procedures", most=_MOST_PROCEDURES):
        procedure = Procedure.from_dict(item, path)
        if procedure.code in procedures:
            raise FieldError(f"{path}.code", "trùng mã")
        procedures[procedure.code] = procedure
    found.done()
    return Catalogue(version, procedures)


@cache
def load_shipped() -> Catalogue:
    """The catalogue that ships with the program (read once)."""
    return read_catalogue(read_resource("procedures", "procedures.json"))

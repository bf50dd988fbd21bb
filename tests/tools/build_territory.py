"""Writes ``resources/territory/`` from the published data set of the Python package `vietnamadminunits`.

Run when the package's data change, from the repository's root, with its wheel unpacked in a folder::

    python tests/tools/build_territory.py FOLDER

The package (MIT licence) holds the communes in force since 01/07/2025 with their codes of the statistics
office, the communes before that day, and which became which. The program itself never imports it.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parents[2] / "resources" / "territory"
NOTICE = "# From vietnamadminunits 1.0.4, MIT licence, Copyright (c) 2025 Tran Ngoc Minh Hieu; see README.md"
KINDS = {"Xã": "x", "Phường": "p", "Đặc khu": "k"}
CORRECTIONS = {"10543": "p", "11848": "x", "31213": "p", "31299": "x"}
"""Việt Hòa, Vĩnh Hòa (Hải Phòng), Tân Lộc, Phong Điền (Cần Thơ): kinds that the package has wrong, by the
National Assembly's Standing Committee's resolutions on the two cities of 16/06/2025 and by a second
data set (`vietnam-provinces` 2025.10.1), with which all other names agree."""
_PARTS = ("province", "district", "ward")


def commune_lines(database: sqlite3.Connection) -> Iterator[str]:
    """``08 Tỉnh Tuyên Quang``, then its communes: ``00691 p Hà Giang 2``."""
    query = (
        "SELECT provinceCode, province, wardCode, wardType, wardShort FROM admin_units"
        " ORDER BY provinceCode, wardCode"
    )
    last = ""
    for province, province_name, code, kind, name in database.execute(query):
        if province != last:
            yield f"{province} {province_name}"
            last = province
        yield f"{code} {CORRECTIONS.get(code, KINDS[kind])} {name}"


def old_lines(database: sqlite3.Connection, became: dict[str, list[str]]) -> Iterator[str]:
    """``=Tỉnh Hà Giang|Huyện Vị Xuyên``, then its communes and what became of them: ``Xã Đạo Đức>00955``.

    Of several, the one that took most of the commune stands first. A district without communes (an island)
    stands as a commune with its district's name.
    """
    columns = ", ".join((*_PARTS, *(f"{part}Key" for part in _PARTS)))
    query = f"SELECT {columns} FROM admin_units_legacy ORDER BY provinceCode, districtCode, wardCode"
    last = ""
    for province, district, ward, *keys in database.execute(query):
        new = became["_".join(key or "" for key in keys)]
        if ward is None:
            yield f"={province}|"
            yield f"{district}>{','.join(new)}"
            last = ""
            continue
        group = f"={province}|{district}"
        if group != last:
            yield group
            last = group
        yield f"{ward}>{','.join(new)}"


def what_became(database: sqlite3.Connection, converter: dict[str, Any]) -> dict[str, list[str]]:
    """Key of an old commune -> codes of the new ones, the main one first."""
    query = "SELECT provinceKey, wardKey, wardCode FROM admin_units"
    codes = {(province, ward): code for province, ward, code in database.execute(query)}
    became: dict[str, list[str]] = {}
    for province, wards in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, olds in wards.items():
            for old in olds:
                became.setdefault(old, []).append(codes[province, ward])
    for province, divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in divided.items():
            parts.sort(key=lambda part: not part["isDefaultNewWard"])
            became.setdefault(old, []).extend(codes[province, part["newWardKey"]] for part in parts)
    return {old: list(dict.fromkeys(new)) for old, new in became.items()}


def write(source: Path, target: Path) -> None:
    """Both files. Raises `KeyError` when the package's parts do not fit together."""
    shipped = source / "vietnamadminunits" / "data"
    converter = json.loads((shipped / "converter_2025.json").read_text("utf-8"))
    database = sqlite3.connect(f"file:{shipped / 'dataset.db'}?mode=ro", uri=True)
    try:
        became = what_became(database, converter)
        for name, lines in (
            ("communes.txt", commune_lines(database)),
            ("old_communes.txt", old_lines(database, became)),
        ):
            (target / name).write_text("\n".join([NOTICE, *lines]) + "\n", "utf-8", newline="\n")
    finally:
        database.close()


if __name__ == "__main__":
    write(Path(sys.argv[1]), TARGET)

"""Builds `procedures.json` from the source table and the amendments written by hand.

The source (`domain/procedures_commune.csv` in the folder named by ``MOTCUA_SHARED``) gives code, field,
limit, fee and certainty in notes for specialists; `amendments/*.toml` gives what officers and citizens
read: names, papers, limits in words, fee rules. Nothing of the source is dropped or guessed in silence: a
note or a fee text that no amendment accounts for stops the build.

Papers are written ``Name {nếu có} {xuất trình} {bản sao} {2 bản chính}``: not required, shown only, a copy
instead of an original, so many originals.

    MOTCUA_SHARED=... python resources/procedures/build_procedures.py
"""

from __future__ import annotations

import csv
import json
import os
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from sync.model.limit import Limit  # noqa: E402
from sync.model.procedure import Procedure  # noqa: E402

# Notes that only repeat the unit, and what the same-day notes begin with; any other note needs words of ours.
PLAIN_NOTES = {"ngày LV": "ngày làm việc", "ngày": "ngày", "giờ": "giờ"}
SAME_DAY_NOTE = "ngay trong ngày"
ON_THE_SPOT = {"có": True, "có thể": True, "không": False, "lưu động": False}
MOBILE_NOTE = "lưu động, ngoài bộ phận một cửa"


def amendments() -> dict[str, Any]:
    """All amendments: those of procedures by code, the general ones by their own names."""
    merged: dict[str, Any] = {}
    for path in sorted((HERE / "amendments").glob("*.toml")):
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        twice = merged.keys() & found.keys()
        if twice:
            raise SystemExit(f"{path.name}: amended twice: {sorted(twice)}")
        merged |= found
    return merged


def paper(written: str) -> dict[str, Any]:
    """One paper from its notation."""
    marks = re.findall(r"\{([^}]*)\}", written)
    made: dict[str, Any] = {"name": re.sub(r"\s*\{[^}]*\}", "", written).strip()}
    for mark in marks:
        if mark == "nếu có":
            made["required"] = False
        elif mark == "xuất trình":
            made["presented"] = True
        elif mark == "bản sao":
            made |= {"originals": 0, "copies": 1}
        elif count := re.fullmatch(r"(\d+) bản chính", mark):
            made["originals"] = int(count[1])
        else:
            raise SystemExit(f"unknown mark in paper: {written}")
    return made


def limit_of(row: dict[str, str], ours: dict[str, Any]) -> str:
    """The canonical limit, empty where the source leaves unit or number open."""
    value, note = row["limit_value"], row["limit_note"]
    if "limit" in ours:
        return str(ours["limit"])
    if "limit_note" not in ours and note not in PLAIN_NOTES:
        raise SystemExit(f"{row['code']}: the note {note!r} is not accounted for")
    if value == "0" and note.startswith(SAME_DAY_NOTE):
        return "trong ngày"
    background = "nền" in note or "cổng" in note
    if row["certainty"] == "P" or background or not value.isdecimal():
        return ""
    unit = re.match(r"ngày LV|ngày|giờ", note)
    if unit is None:
        raise SystemExit(f"{row['code']}: no unit in {note!r}")
    return str(Limit.parse(f"{value} {PLAIN_NOTES[unit[0]]}"))


def fees_of(row: dict[str, str], meanings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rules a fee text means."""
    for meaning in meanings:
        if meaning["text"] == row["fee"] and meaning.get("field", row["field"]) == row["field"]:
            return list(meaning["rules"])
    raise SystemExit(f"{row['code']}: no meaning for the fee {row['fee']!r}")


def expanded(text: str, expansions: dict[str, str]) -> str:
    for short, full in expansions.items():
        text = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", full, text)
    return text


def build(row: dict[str, str], all_of: dict[str, Any]) -> Procedure:
    """One procedure; raises `FieldError` when it is not well made."""
    ours = all_of[row["code"]]
    mobile = row["on_spot"].startswith("lưu động")
    published = all_of["sources"].get(row["field"], "") if row["certainty"] in "CP" else ""
    source = all_of["certainties"][row["certainty"]]
    made: dict[str, Any] = {
        "code": row["code"],
        "name": ours.get("name", row["name"]),
        "field": all_of["fields"].get(row["field"], row["field"]),
        "version": all_of["version"],
        "limit": limit_of(row, ours),
        "limit_note": ours.get("limit_note", ""),
        "papers": [paper(written) for written in ours["papers"]],
        "fees": fees_of(row, all_of["fee"]),
        "result": ours.get("result", expanded(row["result"], all_of["expansions"])),
        "on_the_spot": ON_THE_SPOT[row["on_spot"].split(" – ")[0]],
        "level": "Cấp xã",
        "decision": published if "," not in published else "",
        "source": f"{source}; {published}" if "," in published else source,
        "route": MOBILE_NOTE if mobile else ours.get("route", expanded(row["route"], all_of["expansions"])),
        "conditions": ours.get("conditions", ""),
        "certainty": row["certainty"],
        "cases": ours.get("cases", []),
    }
    unused = ours.keys() - made.keys()
    if unused:
        raise SystemExit(f"{row['code']}: unknown amendment {sorted(unused)}")
    return Procedure.from_dict(made, row["code"])


def main() -> None:
    shared = Path(os.environ.get("MOTCUA_SHARED", HERE.parent.parent.parent / "shared"))
    with (shared / "domain" / "procedures_commune.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    all_of = amendments()
    known = {row["code"] for row in rows}
    stray = [code for code in all_of if re.fullmatch(r"\d\.\d{6}", code) and code not in known]
    if stray:
        raise SystemExit(f"amended but not in the source: {stray}")
    built = [build(row, all_of).to_dict() for row in rows]
    text = json.dumps({"version": all_of["version"], "procedures": built}, ensure_ascii=False, indent=1)
    (HERE / "procedures.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

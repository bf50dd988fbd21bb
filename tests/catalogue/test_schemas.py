"""The JSON Schemas say what the program takes; a small checker of the keywords they use stands here."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from sync.resources import read_resource

CATALOGUE = json.loads(read_resource("procedures", "procedures.schema.json"))
RECEIVE = json.loads(read_resource("schemas", "receive.schema.json"))

KEYWORDS = {
    *("$schema", "$ref", "$defs", "title", "description", "examples", "type", "enum", "oneOf", "required"),
    *("properties", "additionalProperties", "dependentRequired", "items", "minItems", "maxItems"),
    *("minLength", "maxLength", "pattern", "minimum", "maximum"),
}
TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
}


def errors(root: dict[str, Any], schema: dict[str, Any], value: Any, path: str = "") -> list[str]:
    """The paths that do not fit; an unknown keyword is a mistake of the schema."""
    assert schema.keys() <= KEYWORDS, schema.keys() - KEYWORDS
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/$defs/")
        return errors(root, root["$defs"][name], value, path)
    if "oneOf" in schema:
        tries = [errors(root, one, value, path) for one in schema["oneOf"]]
        fits = sum(not found for found in tries)
        return [] if fits == 1 else max(tries, key=lambda found: max(map(len, found), default=0))
    expected = TYPES.get(schema.get("type", ""), object)
    if not isinstance(value, expected) or (schema.get("type") == "integer" and isinstance(value, bool)):
        return [path]
    wrong = "enum" in schema and value not in schema["enum"]
    if isinstance(value, str):
        wrong |= not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", 10**9)
        wrong |= "pattern" in schema and re.search(schema["pattern"], value) is None
    elif isinstance(value, int) and not isinstance(value, bool):
        wrong |= not schema.get("minimum", value) <= value <= schema.get("maximum", value)
    elif isinstance(value, list):
        wrong |= not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", 10**9)
    return [path] * wrong + inner_errors(root, schema, value, path)


def inner_errors(root: dict[str, Any], schema: dict[str, Any], value: Any, path: str) -> list[str]:
    found: list[str] = []
    if isinstance(value, list) and "items" in schema:
        for place, item in enumerate(value):
            found += errors(root, schema["items"], item, f"{path}[{place}]")
    if isinstance(value, dict):
        known = schema.get("properties", {})
        found += [f"{path}.{name}" for name in schema.get("required", ()) if name not in value]
        for name, needs in schema.get("dependentRequired", {}).items():
            found += [f"{path}.{need}" for need in needs if name in value and need not in value]
        for name, item in value.items():
            if name in known:
                found += errors(root, known[name], item, f"{path}.{name}")
            elif schema.get("additionalProperties") is False:
                found.append(f"{path}.{name}")
    return found


def test_the_shipped_catalogue_fits_its_schema() -> None:
    assert errors(CATALOGUE, CATALOGUE, json.loads(read_resource("procedures", "procedures.json"))) == []


@pytest.mark.parametrize(
    "change",
    [
        {"limit": "3 ngày LV"},
        {"code": "1"},
        {"on_the_spot": "có"},
        {"papers": [{}]},
        {"fees": [{"name": "P", "kind": "x"}]},
    ],
)
def test_the_catalogue_schema_refuses_what_the_program_refuses(change: dict[str, object]) -> None:
    bad = {"version": "1", "procedures": [{"code": "1.000001", "name": "A", **change}]}
    assert errors(CATALOGUE, CATALOGUE, bad)


SMALLEST = {"procedure": "1.004873", "applicant": {"full_name": "Nguyễn Văn Mẫu"}}
PERSON = {
    "full_name": "Trần Thị Thử",
    "kind": "person",
    "id_number": "001099000000",
    "id_kind": "citizen_card",
    "date_of_birth": "1999-02-01",
    "gender": "Nữ",
    "address": "Thôn 1, Xã Ví Dụ",
    "phone": "0900000000",
    "email": "thu@example.vn",
    "commune": "11824",
}
FULLEST = {
    **SMALLEST,
    "case": "cap-doi",
    **dict.fromkeys(("owner", "representative", "payer", "collector"), PERSON),
    "papers": [{"name": "Tờ khai", "originals": 1, "certified_copies": 0, "copies": 2}],
    "sets": 2,
    "pages": 3,
    "copies": 2,
    "exemption": "Hộ nghèo",
    "subject": "Xin xác nhận",
    "channel": "online",
    "portal_number": "G15.99.27-261123-0001",
    "portal_at": "2026-11-23T09:15",
    "return_by": "post",
    "due_at": "2026-12-01T17:00+07:00",
    "due_reason": "Theo quyết định của tỉnh",
    "note": "Gấp",
    "representation": "authorised",
    "shown": [
        {"role": "applicant", "paper": "identity"},
        {"role": "representative", "paper": "authorisation"},
    ],
}


@pytest.mark.parametrize("dossier", [SMALLEST, FULLEST, [SMALLEST, FULLEST]])
def test_the_receive_schema_takes_the_least_and_the_most(dossier: object) -> None:
    assert errors(RECEIVE, RECEIVE, dossier) == []


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"procedure": 7}, ".procedure"),
        ({"applicant": {}}, ".applicant.full_name"),
        ({"applicant": {"full_name": ""}}, ".applicant.full_name"),
        ({"applicant": {"full_name": "A", "gender": "nam"}}, ".applicant.gender"),
        ({"aplicant": {}}, ".aplicant"),
        ({"return_by": "mail"}, ".return_by"),
        ({"due_at": "2026-12-01T17:00"}, ".due_reason"),
        ({"due_reason": "vì"}, ".due_at"),
        ({"due_at": "mai", "due_reason": "vì"}, ".due_at"),
        ({"papers": [{"name": "Đơn", "originals": -1}]}, ".papers[0].originals"),
        ({"pages": 0}, ".pages"),
        ({"sets": True}, ".sets"),
        ({"representation": "friend"}, ".representation"),
        ({"shown": [{"role": "applicant", "paper": "scan"}]}, ".shown[0].paper"),
        ({"applicant": {"full_name": "A", "commune": "1182"}}, ".applicant.commune"),
    ],
)
def test_the_receive_schema_names_what_is_wrong(change: dict[str, object], where: str) -> None:
    assert where in errors(RECEIVE, RECEIVE, {**SMALLEST, **change})

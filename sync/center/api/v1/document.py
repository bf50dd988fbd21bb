"""The OpenAPI 3.1 document, made from the table of operations; a copy is kept in `resources/api`."""

from __future__ import annotations

import json
from typing import Any, Final

from sync.center.api.v1.operations import BASE, OPERATIONS, Operation
from sync.center.api.v1.problems import MEDIA_TYPE, TITLES
from sync.center.api.v1.shapes import SCHEMAS

PATH: Final = f"{BASE}/openapi.json"
VERSION: Final = "1.0.0"
_ALWAYS: Final = (400, 401, 403, 429, 503)
"""What any operation may answer besides its own."""
_ABOUT: Final = (
    "Dành cho hệ thống khác của cơ quan nhà nước. Khóa do quản trị viên cấp (`motcua center key add`), gửi"
    " trong `Authorization: Bearer …`. Mọi lỗi là application/problem+json. Không có phạm vi people thì không"
    " có thông tin cá nhân; mỗi lần đọc hồ sơ có thông tin cá nhân đều được ghi nhật ký."
)


def document() -> dict[str, Any]:
    """The document as plain values."""
    paths: dict[str, dict[str, Any]] = {}
    for one in OPERATIONS:
        paths.setdefault(BASE + one.path, {})[one.method.lower()] = _operation(one)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Một cửa", "version": VERSION, "description": _ABOUT},
        "paths": paths,
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"key": []}],
    }


def document_bytes() -> bytes:
    """The document as it is served and kept."""
    return (json.dumps(document(), ensure_ascii=False, indent=1) + "\n").encode()


def _operation(one: Operation) -> dict[str, Any]:
    found: dict[str, Any] = {
        "operationId": one.name,
        "summary": one.words,
        "description": f"Phạm vi của khóa: `{one.scope}`.",
        "responses": _responses(one),
    }
    if one.parameters:
        found["parameters"] = [
            {
                "name": parameter.name,
                "in": parameter.within,
                "required": parameter.within == "path",
                "description": parameter.words,
                "schema": parameter.schema,
            }
            for parameter in one.parameters
        ]
    if one.body:
        found["requestBody"] = {"required": True, "content": {"application/json": {"schema": _ref(one.body)}}}
    return found


def _responses(one: Operation) -> dict[str, Any]:
    answer = {"application/json": {"schema": _ref(one.answer)}}
    found: dict[str, Any] = {"200": {"description": "Được.", "content": answer}}
    if one.method == "POST":
        found["201"] = {"description": "Đã ghi.", "content": answer}
    for status in sorted({*_ALWAYS, *one.refusals}):
        content = {MEDIA_TYPE: {"schema": _ref("Problem")}}
        found[str(status)] = {"description": TITLES[status], "content": content}
    return found


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}

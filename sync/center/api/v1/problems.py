"""Errors of the API in one form: ``application/problem+json`` (RFC 9457), in words, with fields' paths."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from starlette.responses import Response

from sync.acts.mistakes import Mistake

MEDIA_TYPE: Final = "application/problem+json"
PREFIX: Final = "/api/"
TITLES: Final = {
    400: "Yêu cầu không đúng dạng.",
    401: "Chưa có khóa dùng được.",
    403: "Khóa không có phạm vi này.",
    404: "Không có nội dung này, hoặc ngoài phạm vi của khóa.",
    405: "Địa chỉ này không nhận cách gọi đó.",
    408: "Nội dung gửi quá lâu.",
    409: "Trùng với nội dung đã có.",
    410: "Dấu đọc tiếp không còn dùng được.",
    413: "Nội dung quá lớn.",
    415: "Phải gửi application/json.",
    422: "Nội dung có chỗ chưa đúng.",
    429: "Gọi quá nhiều lần.",
    503: "Máy chủ đang bận; chưa có gì được ghi.",
}


class Problem(Exception):
    """An answer that is no success. `errors` name fields by their paths."""

    def __init__(
        self,
        status: int,
        detail: str = "",
        errors: Sequence[Mistake] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(f"{status} {detail}")
        self.status, self.detail, self.errors = status, detail, errors
        self.headers = dict(headers or {})


def problem_response(problem: Problem) -> Response:
    """The problem as it travels."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": TITLES.get(problem.status, "Không làm được."),
        "status": problem.status,
    }
    if problem.detail:
        body["detail"] = problem.detail
    if problem.errors:
        body["errors"] = [{"field": one.field, "message": one.message} for one in problem.errors]
    return json_response(body, problem.status, problem.headers, MEDIA_TYPE)


def json_response(
    body: object,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    media_type: str = "application/json",
) -> Response:
    """JSON in ASCII: whatever was sent can be said back, half a surrogate pair too."""
    raw = json.dumps(body, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    kept = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", **(headers or {})}
    return Response(raw, status, kept, media_type)

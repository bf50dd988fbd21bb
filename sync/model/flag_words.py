"""Flags that the work on a dossier can raise, and the sentence for whoever looks at it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ASSIGNED_TWICE, APPROVED_TWICE = "assigned-twice", "approved-twice"
WORKED_TWICE, WORK_CROSSED = "worked-twice", "work-crossed"
WORKED_MEANWHILE, SIGNED_TOO_LATE = "worked-meanwhile", "signed-too-late"
ANSWERED_TWICE, PAPERS_MISSING = "answered-twice", "papers-missing"

WORK_FLAGS: Final[Mapping[str, str]] = {
    ASSIGNED_TWICE: "Hai nơi cùng phân công hồ sơ này khi chưa thấy nhau; người được giao trước giữ hồ sơ.",
    APPROVED_TWICE: "Hồ sơ được phê duyệt ở hai nơi khi chưa thấy nhau; lần phê duyệt trước có hiệu lực.",
    WORKED_TWICE: "Hai người cùng làm một bước khi chưa thấy nhau; việc làm trước có hiệu lực.",
    WORK_CROSSED: "Hai người làm hai việc khác nhau khi chưa thấy nhau; việc gần kết quả hơn có hiệu lực.",
    WORKED_MEANWHILE: "Hồ sơ được thẩm định hoặc phê duyệt trong lúc nơi khác yêu cầu bổ sung hoặc nộp phí.",
    SIGNED_TOO_LATE: "Kết quả được ký trong lúc nơi khác đã kết thúc hồ sơ; không trả kết quả này.",
    ANSWERED_TWICE: "Một cơ quan trả lời lấy ý kiến hai lần khi chưa thấy nhau; ý kiến trước được ghi nhận.",
    PAPERS_MISSING: "Giấy tờ bàn giao còn thiếu; xem quá trình và đòi lại nơi giao.",
}

WORK_CONFLICTS: Final = frozenset(WORK_FLAGS) - {ANSWERED_TWICE, PAPERS_MISSING, WORKED_MEANWHILE}
"""Those that say of a contradiction what it is."""

"""The words of the citizens' page in both of its languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sync.center.citizens.looking import ANNULLED
from sync.model.status import Status

VIETNAMESE, ENGLISH = "vi", "en"
LANGUAGES: Final = (VIETNAMESE, ENGLISH)

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    VIETNAMESE: {
        "title": "Tra cứu hồ sơ",
        "intro": "Ghi mã hồ sơ in trên giấy hẹn, hoặc dãy số đọc được từ mã QR của giấy hẹn."
        " Trang này chỉ cho biết trạng thái và ngày hẹn trả.",
        "label": "Mã hồ sơ hoặc dãy số của mã QR",
        "example": "Ví dụ: H26.16.05-261123-0001",
        "button": "Tra cứu",
        "empty": "Ghi mã hồ sơ.",
        "none": "Không có kết quả cho mã này. Hãy kiểm tra lại từng chữ, từng số trên giấy hẹn."
        " Hồ sơ vừa nộp có thể chưa được gửi về trung tâm; hãy thử lại sau vài giờ hoặc hỏi nơi tiếp nhận.",
        "often": "Đã tra cứu quá nhiều lần. Hãy thử lại sau mười phút, hoặc hỏi nơi tiếp nhận hồ sơ.",
        "found": "Hồ sơ",
        "state": "Trạng thái",
        "due": "Hẹn trả kết quả",
        "stands": "Không tính thời hạn ở trạng thái này",
        "other": "English",
        "other_code": ENGLISH,
        "skip": "Đến nội dung chính",
        "footer": "Giấy hẹn là căn cứ; trang này chỉ để tham khảo.",
    },
    ENGLISH: {
        "title": "Check an application",
        "intro": "Enter the application number printed on your receipt, or the digits read from its QR code."
        " This page shows the state and the appointed time only.",
        "label": "Application number, or the digits of the QR code",
        "example": "For example: H26.16.05-261123-0001",
        "button": "Check",
        "empty": "Enter an application number.",
        "none": "There is no result for this number. Please check every letter and digit on your receipt."
        " A new application may not have reached the center yet: try again in a few hours,"
        " or ask where you applied.",
        "often": "Too many questions. Please try again in ten minutes, or ask where you applied.",
        "found": "Application",
        "state": "State",
        "due": "Result due",
        "stands": "No time limit runs in this state",
        "other": "Tiếng Việt",
        "other_code": VIETNAMESE,
        "skip": "To the main content",
        "footer": "Your paper receipt is what counts; this page is for information only.",
    },
}

STATES: Final[Mapping[str, Mapping[str, str]]] = {
    VIETNAMESE: {**{str(one): one.label for one in Status}, ANNULLED: "Đã hủy tiếp nhận"},
    ENGLISH: {
        "registered": "Registered",
        "received": "Received",
        "refused": "Not accepted",
        "processing": "Being processed",
        "supplement": "More papers are asked for",
        "fee_due": "A payment is asked for",
        "withdrawn": "Withdrawn by the applicant",
        "stopped": "Stopped",
        "done": "Finished: the result can be collected where you applied",
        "returned": "Result handed over",
        ANNULLED: "Reception annulled",
    },
}

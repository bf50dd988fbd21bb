"""Why a bundle was refused, or a stick failed, in the words of those who hold it, and what to do."""

from __future__ import annotations

from sync.links import stick
from sync.protocol import bundles

_BUNDLE: dict[str, tuple[str, str]] = {
    bundles.NOT_A_BUNDLE: (
        "Tệp này không phải gói dữ liệu Một cửa.",
        "Chọn đúng tệp có đuôi .mcb do máy quầy hoặc trung tâm ghi ra.",
    ),
    bundles.NEWER: (
        "Gói dữ liệu này do phiên bản Một cửa mới hơn ghi.",
        "Cập nhật chương trình trên máy này rồi nhập lại; gói không bị thay đổi.",
    ),
    bundles.TRUNCATED: (
        "Gói dữ liệu bị cụt, có thể thẻ nhớ đã bị rút khi đang ghi.",
        "Ghi lại gói ở máy gửi và chờ dòng “có thể rút thẻ nhớ”.",
    ),
    bundles.TOO_LARGE: (
        "Gói dữ liệu lớn hơn mức cho phép nên không được mở.",
        "Ghi lại gói ở máy gửi; gói do chương trình ghi không bao giờ vượt 2 GB.",
    ),
    bundles.UNSIGNED: (
        "Chữ ký của gói dữ liệu không đúng: gói bị hỏng hoặc đã bị sửa.",
        "Không có gì được nhập. Ghi lại gói ở máy gửi, tốt nhất bằng thẻ nhớ khác.",
    ),
    bundles.STRANGER: (
        "Gói dữ liệu do máy không được trung tâm chứng nhận ghi ra.",
        "Không có gì được nhập. Chỉ nhận gói của máy trong đơn vị hoặc của trung tâm.",
    ),
    bundles.NOT_FOR_US: (
        "Gói dữ liệu này không gửi cho máy này.",
        "Kiểm tra đúng gói của đơn vị mình; máy mới ghi danh phải có mặt ở máy gửi trước khi ghi gói.",
    ),
    bundles.DAMAGED: (
        "Nội dung gói dữ liệu bị hỏng.",
        "Phần nhập được trước chỗ hỏng vẫn đúng và được giữ. Ghi lại gói ở máy gửi rồi nhập lại.",
    ),
    bundles.FOREIGN: (
        "Gói dữ liệu này của đơn vị khác.",
        "Không có gì được nhập. Đưa gói về đúng đơn vị hoặc về trung tâm.",
    ),
    bundles.UNREADABLE: (
        "Không đọc được tệp trên thẻ nhớ.",
        "Cắm lại thẻ nhớ rồi thử lại; nếu còn lỗi, ghi lại gói bằng thẻ nhớ khác.",
    ),
}
_STICK: dict[str, tuple[str, str]] = {
    stick.NO_FOLDER: (
        "Không thấy thư mục hoặc thẻ nhớ đã chọn.",
        "Cắm lại thẻ nhớ, chọn lại nơi ghi rồi làm lại.",
    ),
    stick.READ_ONLY: (
        "Thẻ nhớ hoặc thư mục này không cho ghi.",
        "Gạt khóa chống ghi của thẻ nhớ, hoặc chọn nơi khác.",
    ),
    stick.FULL: ("Thẻ nhớ đã đầy nên gói chưa được ghi.", "Xóa bớt tệp trên thẻ nhớ hoặc dùng thẻ nhớ khác."),
    stick.BROKEN: (
        "Thẻ nhớ báo lỗi, hoặc đọc lại khác với điều đã ghi; gói không dùng được.",
        "Dùng thẻ nhớ khác rồi ghi lại; dữ liệu trên máy vẫn nguyên vẹn.",
    ),
}


def bundle_in_words(refused: bundles.BundleRefused) -> tuple[str, str]:
    """(what happened, what to do next)."""
    return _BUNDLE[refused.reason]


def stick_in_words(failed: stick.StickFailed) -> tuple[str, str]:
    """(what happened, what to do next)."""
    return _STICK[failed.kind]

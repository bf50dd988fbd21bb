"""Troubles of the world in the officer's words: what happened and what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desk_app.domain.mistakes import DeskError
from desk_app.store.driver import DriverError, StoreTrouble, trouble_of
from sync.protocol.ports import LinkFailed

if TYPE_CHECKING:
    from desk_app.store.store import Store

_WORDS: dict[str, tuple[str, str]] = {
    "full": (
        "Ổ đĩa đã đầy, việc vừa làm chưa được lưu.",
        "Xóa bớt tệp không cần trên ổ đĩa rồi làm lại; hồ sơ đã lưu trước đó vẫn còn nguyên.",
    ),
    "io": (
        "Ổ đĩa báo lỗi khi ghi, việc vừa làm chưa được lưu.",
        "Làm lại một lần; nếu còn lỗi, ngừng tiếp nhận trên máy này và báo người phụ trách kỹ thuật.",
    ),
    "busy": (
        "Dữ liệu đang được chương trình khác của quầy sử dụng quá lâu.",
        "Chờ một phút rồi làm lại; nếu còn lỗi, đóng các cửa sổ Một cửa khác trên máy.",
    ),
    "corrupt": (
        "Dữ liệu trên đĩa bị hỏng.",
        "Đừng tiếp nhận thêm; báo người phụ trách kỹ thuật để khôi phục từ bản sao lưu và trung tâm.",
    ),
    "key": ("Khóa không mở được dữ liệu của quầy.", "Khôi phục đúng thư mục khóa đi cùng dữ liệu này."),
    "readonly": (
        "Thư mục dữ liệu chỉ cho đọc, không ghi được.",
        "Kiểm tra quyền ghi của thư mục hoặc ổ đĩa rồi mở lại chương trình.",
    ),
    "old-sqlite": (
        "Thư viện SQLite trên máy quá cũ và có thể làm hỏng dữ liệu.",
        "Cài lại chương trình Một cửa từ bộ cài đầy đủ.",
    ),
    "newer": (
        "Dữ liệu này do phiên bản Một cửa mới hơn ghi.",
        "Cập nhật chương trình trên máy này rồi mở lại; dữ liệu không bị thay đổi.",
    ),
    "network": (
        "Dữ liệu của quầy nằm trên ổ đĩa mạng, nơi hồ sơ có thể mất hoặc hỏng.",
        "Chuyển thư mục dữ liệu về ổ đĩa của chính máy này rồi mở lại; nhiều quầy dùng chung bằng đồng bộ.",
    ),
    "forbidden": (
        "Tài khoản này không có quyền xem hồ sơ.",
        "Đăng nhập bằng tài khoản có quyền này, hoặc nhờ quản trị viên của đơn vị giao thêm vai trò.",
    ),
    "replaced": (
        "Dữ liệu của quầy vừa được đổi khóa hoặc khôi phục bởi chương trình khác.",
        "Việc vừa làm chưa được lưu; đóng chương trình rồi mở lại và làm lại.",
    ),
    "open": ("Không mở được tệp dữ liệu của quầy.", "Kiểm tra thư mục dữ liệu còn đó và có quyền ghi."),
}


def in_words(trouble: StoreTrouble) -> DeskError:
    """A store's trouble as the officer reads it."""
    title, advice = _WORDS[trouble.kind]
    return DeskError(title, advice)


@contextmanager
def closed_on_trouble(store: Store) -> Iterator[None]:
    """What is read of a store while it opens: a damaged page of it is told in words, and the store closed."""
    try:
        yield
    except (StoreTrouble, DriverError) as error:
        store.close()
        trouble = error if isinstance(error, StoreTrouble) else trouble_of(error)
        if trouble is None:
            raise
        raise in_words(trouble) from error


_LINK: dict[str, str] = {
    "unreachable": "Không nối được với trung tâm; hồ sơ vẫn an toàn trên máy này và sẽ tự gửi khi có mạng.",
    "portal": "Mạng này đòi đăng nhập hoặc chặn đường tới trung tâm; đăng nhập bằng trình duyệt rồi thử lại.",
    "clock": "Kết nối bị từ chối vì máy sai ngày giờ; chỉnh lại ngày giờ của máy rồi thử lại.",
    "untrusted": "Máy trả lời không chứng minh được là trung tâm; hãy báo người phụ trách kỹ thuật.",
    "refused": "Máy ở địa chỉ này không nhận thông điệp; kiểm tra lại địa chỉ trung tâm.",
    "busy": "Trung tâm đang bận; chương trình sẽ tự thử lại.",
    "too_large": "Gói tin quá lớn cho đường truyền; chương trình sẽ chia nhỏ rồi tự gửi lại.",
}
_PROBLEM: dict[str, str] = {
    "unknown_node": "Trung tâm chưa nhận ra quầy này; nếu lỗi còn lặp lại, xin thư mời để ghi danh lại.",
    "not_certified": "Trung tâm chưa nhận ra quầy này; nếu lỗi còn lặp lại, xin thư mời để ghi danh lại.",
    "revoked": "Trung tâm đã thu hồi quầy này nên máy không phát số nữa: tiếp nhận ở quầy khác và liên hệ"
    " người phụ trách trung tâm; hồ sơ đã ghi vẫn còn nguyên trên máy, phiếu hẹn đã in vẫn đối chiếu được.",
    "version": "Trung tâm dùng phiên bản khác; cập nhật chương trình Một cửa trên máy này.",
}


def link_in_words(failed: LinkFailed) -> str:
    """Why the center was not reached, and what to do, in one sentence."""
    return _LINK.get(failed.kind, _LINK["unreachable"])


def problem_in_words(problem: str) -> str:
    """What the center answered instead of an exchange; empty for no problem."""
    return _PROBLEM.get(problem, f"Trung tâm chưa làm được việc đồng bộ ({problem}).") if problem else ""


_REFUSAL: dict[str, str] = {
    "code_unknown": "Mã trong thư mời không có ở trung tâm này; xin thư mời mới.",
    "code_used": "Thư mời đã được một máy khác dùng; xin thư mời mới cho máy này.",
    "code_expired": "Thư mời đã hết hạn; xin thư mời mới.",
    "desk_taken": "Số quầy này đã có máy khác giữ; xin thư mời với số quầy khác.",
    "no_desk_left": "Đơn vị đã đủ số quầy; nhờ trung tâm thu hồi quầy không còn dùng.",
    "unit_differs": "Thư mời là của đơn vị khác với quầy này.",
    "role_differs": "Thư mời không phải cho máy quầy; xin thư mời cho quầy.",
    "revoked": "Trung tâm đã thu hồi máy này; hãy ghi danh lại trong một thư mục dữ liệu trống.",
    "center_restored": "Trung tâm vừa khôi phục, đang chờ các máy khác đồng bộ lại; hãy thử lại sau.",
}


def refusal_in_words(refusal: str) -> str:
    """Why the center refused an enrolment, and what to do."""
    return _REFUSAL.get(refusal, f"Lý do trung tâm nêu: {refusal}. Liên hệ người phụ trách trung tâm.")

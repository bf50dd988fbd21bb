"""One request to a page as its function sees it: who asks, what was sent, and the ways to answer."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from starlette.responses import HTMLResponse, RedirectResponse, Response

from sync.center.staff.accounts import Member
from sync.center.staff.sessions import IDLE, Session
from sync.center.store.opening import Center
from sync.center.web.forms import Form
from sync.center.web.rendering import rendered
from sync.center.web.rights import may

DONE = {
    "decided": "Đã chuyển trạng thái hồ sơ; quầy nhận được ở lần đồng bộ sau.",
    "forwarded": "Đã chuyển hồ sơ; hai đơn vị nhận được ở lần đồng bộ sau.",
    "worked": "Đã ghi vào hồ sơ; quầy nhận được ở lần đồng bộ sau.",
    "process": "Đã lưu quy trình; hồ sơ đang giải quyết giữ quy trình cũ.",
    "process-off": "Đã bỏ quy trình riêng; hồ sơ mới theo quy trình chung.",
    "draft-dropped": "Đã bỏ bản soạn; danh mục không đổi.",
    "published": "Đã công bố; máy quầy có danh mục mới ở lần đồng bộ sau.",
    "password": "Đã đổi mật khẩu; các phiên đăng nhập khác của tài khoản đã kết thúc.",
    "staff": "Đã lưu tài khoản.",
    "factor-off": "Đã tắt xác nhận hai bước.",
    "factor-reset": "Đã đặt lại xác nhận hai bước; các phiên của tài khoản đã kết thúc.",
    "factor-rule": "Đã lưu; áp dụng từ lần đăng nhập sau của từng người.",
    "sessions-ended": "Đã kết thúc các phiên được chọn.",
    "key-revoked": "Đã thu hồi khóa; hệ thống đó không gọi được nữa.",
    "unit": "Đã lưu đơn vị.",
    "merged": "Đã sáp nhập đơn vị; tài khoản của đơn vị cũ chuyển theo.",
    "split": "Đã tách đơn vị; chuyển hồ sơ đang giải quyết của phần tách ra sang đơn vị đó.",
    "withdrawn": "Đã thu lại thư mời.",
    "purged": "Đã hủy hồ sơ hết thời hạn; máy của đơn vị xóa ở lần đồng bộ sau.",
    "revoked": "Đã thu hồi máy.",
    "admitted": "Đã cho tính dữ liệu cách ly.",
    "message-sent": "Đã gửi; các quầy nhận được ở lần đồng bộ sau.",
    "notice-again": "Sẽ gửi lại ở lượt gửi sau.",
    "notices-off": "Đã ghi; áp dụng cho mọi thông báo của hồ sơ.",
    "notice-words": "Đã lưu mẫu; thông báo gửi từ giờ dùng mẫu này.",
    "notice-ways": "Đã lưu cách gửi.",
    "logout": "Đã đăng xuất.",
    "chosen": "Đã đặt mật khẩu; đăng nhập bằng mật khẩu vừa chọn.",
}
"""What a page says above its content after something was done, by the word in its address."""
_MENU = (
    ("overview", "/", "Tổng quan"),
    ("tasks", "/viec", "Việc"),
    ("inbox", "/ho-so", "Hồ sơ"),
    ("report", "/bao-cao", "Báo cáo"),
    ("notices", "/thong-bao", "Thông báo"),
    ("messages", "/tin-don-vi", "Chỉ đạo"),
    ("units", "/don-vi", "Đơn vị"),
    ("processes", "/quy-trinh", "Quy trình"),
    ("catalogue", "/danh-muc", "Danh mục"),
    ("fleet", "/may-quay", "Máy quầy"),
    ("staff", "/tai-khoan", "Tài khoản"),
    ("log", "/nhat-ky", "Nhật ký"),
)


@dataclass
class Visit:
    """A request; `token` is the cookie's, which forms are tied to. `notice` is said above the content."""

    center: Center
    name: str
    path: str
    parameters: Mapping[str, str]
    query: Mapping[str, str]
    token: bytes
    address: str
    secure: bool
    now: datetime
    form: Form = field(default_factory=Form)
    session: Session | None = None
    notice: str = ""
    device: str = ""

    @property
    def member(self) -> Member:
        """Who is logged in, on pages that ask for it."""
        assert self.session is not None
        return self.session.member

    @property
    def form_token(self) -> str:
        """What forms carry to show that this browser was given them."""
        return form_token(self.token)

    def may(self, page: str) -> bool:
        """Whether who is logged in may open that page."""
        return self.session is not None and not self.session.stage and may(self.session.member.roles, page)

    def show(self, template: str, status: int = 200, **values: Any) -> Response:
        """A page made of a template."""
        html = rendered(
            template,
            visit=self,
            form=self.form,
            center_title=self.center.title,
            menu=[(name, path, word) for name, path, word in _MENU if self.may(name)],
            done=DONE.get(self.query.get("xong", ""), ""),
            idle_minutes=IDLE // 60,
            now=self.now,
            **values,
        )
        return HTMLResponse(html, status)

    def to(self, path: str, done: str = "") -> Response:
        """Sends the browser on; `done` is a word of `DONE`."""
        mark = "&" if "?" in path else "?"
        return RedirectResponse(f"{path}{mark}xong={done}" if done else path, 303)

    def trouble(self, status: int, title: str, advice: str = "") -> Response:
        """A page that says what is wrong and what to do next."""
        return self.show("trouble.html", status, title=title, advice=advice)


def form_token(token: bytes) -> str:
    """The token of the forms given to a browser with this cookie."""
    return urlsafe_b64encode(sha256(b"motcua form\x00" + token).digest()[:24]).decode()


def within(path: str) -> str:
    """A path of this site, or the first page: nobody is sent elsewhere after logging in."""
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return quote(path, safe="/?=&%~.-_:") if plain and len(path) < 1000 else "/"


_PROGRAMS: tuple[tuple[str, str], ...] = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("coc_coc", "Cốc Cốc"),
    ("Firefox/", "Firefox"),
)
_PROGRAMS += (("Chrome/", "Chrome"), ("Safari/", "Safari"))
_SYSTEMS: tuple[tuple[str, str], ...] = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
)
_SYSTEMS += (("Mac OS", "macOS"), ("Linux", "Linux"))


def device_words(agent: str) -> str:
    """A browser by its own word, short: ``Chrome, Windows``; empty for one that is not known."""
    program = next((words for sign, words in _PROGRAMS if sign in agent), "")
    system = next((words for sign, words in _SYSTEMS if sign in agent), "")
    return ", ".join(one for one in (program, system) if one)

"""A center with two communes and dossiers of each, and callers with keys of every kind."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from sync.center.staff.keys import KeyScope, WantedKey, add_key
from sync.center.store.opening import Center
from tests.center.places import UNIT
from tests.center.two_communes import ONE, OTHER, app, center, clock, desk, received

__all__ = ["ONE", "OTHER", "app", "center", "clock", "desk", "received"]
"""What every test here may ask for, besides what follows."""
ELSEWHERE = "G22.99.01-261123-0007"
ALL = tuple(KeyScope)
SENT: dict[str, Any] = {
    "MaHoSo": ELSEWHERE,
    "MaTTHC": "1.004873",
    "ChuHoSo": "Nguyễn Văn Mẫu",
    "LoaiDoiTuong": 1,
    "DinhDanhCHS": {"LoaiDinhDanh": 1, "SoDinhDanh": "990099000001"},
    "SoDienThoai": "0900000001",
    "NgayTiepNhan": "20261123080000",
    "NgayHenTra": "20261126080000",
    "TrichYeuHoSo": "Xin xác nhận",
    "DonViXuLy": "Trung tâm tỉnh",
    "DanhSachTepDinhKemKhac": [{"TenGiayTo": "Tờ khai", "SoLuong": 2}],
    "DanhSachLePhi": [{"TenPhiLePhi": "Lệ phí", "Gia": 3000}],
}


def message(id_: str = "m-1", unit: str = UNIT, **changes: Any) -> dict[str, Any]:
    """A dossier received elsewhere; a field changed to None is left out."""
    dossier = {name: value for name, value in {**SENT, **changes}.items() if value is not None}
    return {"id": id_, "unit": unit, "dossier": dossier}


@dataclass
class Caller:
    """Another system: its key, and the last answer."""

    app: Starlette
    key: str = ""
    client: TestClient = field(init=False)

    def __post_init__(self) -> None:
        self.client = TestClient(self.app, follow_redirects=False, raise_server_exceptions=True)

    @property
    def headers(self) -> dict[bytes, bytes]:
        return {b"Authorization": f"Bearer {self.key}".encode()} if self.key else {}

    def get(self, path: str, **query: Any) -> Any:
        return self.client.get(f"/api/v1{path}", params=query or None, headers=self.headers)

    def post(self, path: str, body: object) -> Any:
        return self.send(path, json.dumps(body).encode())

    def send(self, path: str, raw: bytes, media_type: str = "application/json") -> Any:
        headers = {**self.headers, b"Content-Type": media_type.encode()}
        return self.client.post(f"/api/v1{path}", content=raw, headers=headers)


@pytest.fixture
def dossier(received: str) -> str:
    """The address of a dossier of the first commune."""
    return received


@pytest.fixture
def caller(center: Center, app: Starlette) -> Callable[..., Caller]:
    """A system with these scopes, for a unit or all."""

    def called(*scopes: KeyScope, unit: str = "", name: str = "cong-tinh", per_minute: int = 6000) -> Caller:
        wanted = WantedKey(name, frozenset(scopes), unit, per_minute=per_minute)
        return Caller(app, add_key(center, wanted)[1])

    return called

"""Fictional communes: unit identifiers of both styles, hamlets and streets, the office and its officers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Final

from sync.model.dossier import Officer
from sync.synthetic.pools import Draw, between, pick, pool

REGIONS: Final = ("north", "middle", "south", "highland")
PROVINCE: Final = "tỉnh Thử Nghiệm"

_FIRST = pool(
    """An 3, Bình 3, Phú 4, Tân 5, Long 3, Đông 2, Vĩnh 3, Yên 3, Hòa 3, Thanh 3, Xuân 3, Đại 2, Mỹ 3,
    Phước 2"""
)
_SECOND = pool(
    """Thạnh 3, Hưng 3, Sơn 3, Lộc 3, Phong 3, Thịnh 3, Mỹ 2, Hải, Lâm 2, Giang, Thọ 2, Khê, Trạch,
    Nghĩa 2, Đức 2, Thắng 2, Thủy, Lạc, Mẫu, Quý, Đồng, Lĩnh, Điền, Ngãi, Hội, Trường, Bằng"""
)
_HIGH_FIRST = pool(
    """Nà 3, Bản 2, Mường 4, Tà 2, Pú 2, Chiềng 4, Nậm 4, Sín, Phiêng 2, Ea 3, Cư 3, Krông 2, Đắk 3,
    Ia 2"""
)
_HIGH_SECOND = pool(
    """Ớt, Lay, Pồn, Hặc, Sơ, Nhạn, Khoa, Păng, Mlá, Rok, Pơng, Sin, Ngoan, Tủa, Xén, Luông, Mòn, Kênh"""
)
_SIDES = pool(
    """Đông 2, Đoài 2, Thượng 2, Hạ 2, Trung 2, Nội, Ngoại, Bắc, Nam, Chùa, Đình, Chợ, Cầu, Giếng, Bãi,
    Bến"""
)
_STREETS = pool(
    """Lê Lợi 3, Trần Hưng Đạo 3, Quang Trung 3, Nguyễn Huệ 3, Lý Thường Kiệt 2, Hai Bà Trưng 2,
    Hùng Vương 3, Nguyễn Trãi 2, Phan Bội Châu, Võ Thị Sáu, Điện Biên Phủ, Cách Mạng Tháng Tám,
    Tỉnh lộ Bắc, Đê Hữu, Bờ Kè"""
)
_HAMLETS = {
    ("north", "xã"): pool("Thôn 6, Xóm 3"),
    ("middle", "xã"): pool("Thôn 7, Xóm 2"),
    ("south", "xã"): pool("Ấp"),
    ("highland", "xã"): pool("Bản 5, Buôn 3, Thôn 2, Làng"),
    ("north", "phường"): pool("Tổ dân phố"),
    ("middle", "phường"): pool("Tổ dân phố 3, Tổ"),
    ("south", "phường"): pool("Khu phố"),
    ("highland", "phường"): pool("Tổ dân phố"),
}
_OFFICERS = pool(
    """Nguyễn Thị Hạnh, Trần Quốc Đức, Lê Thu Hà, Phạm Văn Tỵ, Hoàng Thị Mỵ, Đỗ Hữu Quỳnh, Vũ Thùy Dương"""
)


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune nobody lives in.

    `code` is its identifier in the style in force ("H99.99.001"), `old_code` in the earlier one
    ("000.01.99.H99"); `kind` ``xã`` or ``phường``; `former` are names of the communes it was merged
    from, which still stand on older cards; `officers` work at its desk.
    """

    code: str
    old_code: str
    name: str
    kind: str
    region: str
    address: str
    phone: str
    hamlets: tuple[str, ...]
    streets: tuple[str, ...]
    former: tuple[str, ...]
    officers: tuple[Officer, ...] = field(default=())

    @property
    def title(self) -> str:
        """The agency: "Ủy ban nhân dân xã An Hòa"."""
        return f"Ủy ban nhân dân {self.kind} {self.name}"

    @property
    def upstream_title(self) -> str:
        """The agency above it."""
        return f"Ủy ban nhân dân {PROVINCE}"


def communes(count: int, seed: int = 99) -> tuple[Commune, ...]:
    """The first `count` (1 to 999) communes of a seed; the same ones whatever the count.

    The first is always Xã Ví Dụ, H99.99.001.
    """
    if not 1 <= count <= 999:
        raise ValueError("communes: 1 to 999")
    return tuple(_commune(order, Random(f"commune {seed} {order}")) for order in range(1, count + 1))


def sample_commune() -> Commune:
    """Xã Ví Dụ, H99.99.001: the one to use where one is enough."""
    return _SAMPLE


def _commune(order: int, random: Random) -> Commune:
    draw = random.random
    region = "north" if order == 1 else pick(draw, REGIONS)
    kind = "xã" if order == 1 or draw() < 0.79 else "phường"
    name = "Ví Dụ" if order == 1 else _name(draw, region)
    hamlets = tuple(dict.fromkeys(_hamlets(draw, region, kind, between(draw, 10, 26))))
    officers = list(dict.fromkeys(_OFFICERS))
    random.shuffle(officers)
    return Commune(
        code=f"H99.99.{order:03d}",
        old_code=f"000.{(order - 1) % 99 + 1:02d}.{99 - (order - 1) // 99:02d}.H99",
        name=name,
        kind=kind,
        region=region,
        address=f"Số {between(draw, 1, 90)}, đường {pick(draw, _STREETS)}, {kind} {name}, {PROVINCE}",
        phone=f"0900 999 {order:03d}",
        hamlets=hamlets,
        streets=tuple(dict.fromkeys(pick(draw, _STREETS) for _ in range(8))),
        former=tuple(_name(draw, region) for _ in range(3)),
        officers=tuple(Officer(f"cb{i:02d}", one) for i, one in enumerate(officers[:4], start=1)),
    )


def _name(draw: Draw, region: str) -> str:
    if region == "highland":
        return f"{pick(draw, _HIGH_FIRST)} {pick(draw, _HIGH_SECOND)}"
    first, second = pick(draw, _FIRST), pick(draw, _SECOND)
    return f"{first} {second if second != first else 'Hòa'}"


def _hamlets(draw: Draw, region: str, kind: str, count: int) -> Iterator[str]:
    words = _HAMLETS[region, kind]
    numbered = kind == "phường" or draw() < 0.5
    for number in range(1, count + 1):
        if numbered:
            yield f"{pick(draw, words)} {number}"
        elif region == "highland":
            yield f"{pick(draw, words)} {_name(draw, region)}"
        else:
            yield f"{pick(draw, words)} {pick(draw, _SIDES) if draw() < 0.5 else _name(draw, region)}"


def address(draw: Draw, commune: Commune) -> str:
    """An address in the commune; one in five with the commune and district of then, as on older cards."""
    place = pick(draw, commune.hamlets)
    fate = draw()
    if commune.kind == "phường" or fate > 0.9:
        alley = f"/{between(draw, 1, 40)}" if fate < 0.2 else ""
        place = f"Số {between(draw, 1, 320)}{alley}, đường {pick(draw, commune.streets)}, {place}"
    if draw() < 0.2:
        return f"{place}, xã {pick(draw, commune.former)}, huyện Mẫu, {PROVINCE}"
    return f"{place}, {commune.kind} {commune.name}, {PROVINCE}"


_SAMPLE: Final = communes(1)[0]

"""The office in whose name the papers are printed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Office:
    """The office as the head of every form names it; empty fields are left out.

    `name` is the agency ("Ủy ban nhân dân xã Yên Nhân"), `upstream_title` the one above it,
    `reception_title` the reception desk's own name ("Trung tâm Phục vụ hành chính công xã Yên
    Nhân"), `place` the name in the date line ("Yên Nhân"), `address` and `phone` the desk's.
    `training`: nothing printed in its name is genuine, so that every page bears "MẪU".
    """

    name: str
    upstream_title: str = ""
    reception_title: str = ""
    place: str = ""
    address: str = ""
    phone: str = ""
    training: bool = False

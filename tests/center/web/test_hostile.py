"""Whatever is sent to whichever page: an answer in words, never a failure of ours, and nothing is changed."""

from __future__ import annotations

import random
from collections.abc import Callable
from string import Formatter
from urllib.parse import quote

import pytest

from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.center.web.pages import PAGES
from sync.center.work.checking import verify
from tests.center.places import UNIT, MemoryDesk
from tests.center.web.conftest import ONE
from tests.center.web.visitor import Visitor

STRANGE = (
    *("", " ", "0", "-1", "1" * 5000, "9" * 19, "null", "%00", "\x00", "\ud7ff", "\U0010ffff", "é" * 300),
    *(
        "' OR 1=1 --",
        '"><script>alert(1)</script>',
        "{{7*7}}",
        "../../etc/passwd",
        "%",
        "_",
        "\\",
        "a~b~c",
        "ff" * 16,
    ),
    *(
        "2026-11-23",
        "9999-99-99",
        "0001-01-01",
        "+" * 50,
        "ＡＢＣ",
        "\u202eabc",
        "a\r\nb: c",
        UNIT,
        ONE,
        "done:refused",
    ),
)
NAMES = (
    *(
        "status",
        "reason",
        "note",
        "unit",
        "name",
        "login",
        "roles",
        "seen",
        "days",
        "desk",
        "role",
        "address",
    ),
    *(
        "into",
        "code",
        "sure",
        "ranges_from",
        "place",
        "old",
        "password",
        "again",
        "den",
        "kept",
        "ma",
        "lang",
    ),
    *("bieu", "ky", "loai", "nao", "lan", "giay", "sau", "phong", "scopes", "keeper", "code1", "name1"),
    *("tim", "trang-thai", "don-vi", "han", "tu", "ai", "truoc", "xong", "loc", "trang", "_ma"),
)
PLACES = sorted({name for page in PAGES for _text, name, *_rest in Formatter().parse(page.path) if name})
"""What stands for something in the paths of pages."""


@pytest.mark.parametrize("seed", [1, 2])
def test_no_page_fails_whatever_is_asked(center: Center, enter: Callable[..., Visitor], seed: int) -> None:
    chance = random.Random(seed)
    desk = MemoryDesk(center, known=True)
    [dossier] = desk.receive(ONE)
    desk.push()
    me, boss = enter(*[one for one in Role if one is not Role.ADMINISTRATOR]), enter(Role.ADMINISTRATOR)
    known = {"unit": UNIT, "dossier": dossier.hex(), "node": desk.keys.node.hex(), "login": "can.bo.1"}
    for _ in range(160):
        page = chance.choice(PAGES)
        if page.name in ("logout", "style", "mark"):
            continue
        words = {
            name: known[name]
            if name in known and chance.random() < 0.7
            else quote(chance.choice(STRANGE), safe="")
            for name in PLACES
        }
        path = page.path.format_map({name: word or "x" for name, word in words.items()})
        one = chance.choice((me, boss))
        fields = {chance.choice(NAMES): chance.choice(STRANGE) for _ in range(chance.randrange(6))}
        query = "&".join(f"{name}={quote(value)}" for name, value in fields.items())
        assert one.open(f"{path}?{query}") < 500, (path, query)
        if page.send is not None and page.name != "link":
            one.open("/mat-khau")
            token = one.hidden().get("_ma", "")
            # the two that end an account's or a machine's use are asked with what they refuse
            fields.pop("sure", None)
            fields.pop("seen", None)
            assert one.send(path, {"_ma": token}, **fields) < 500, (path, fields)
    assert verify(center)["ok"]

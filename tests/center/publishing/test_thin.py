"""A release published at a center is at its desks with the next exchange."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk_app.operations.releases import standing
from sync.center.publishing.publishing import (
    Decision,
    compare,
    prepare,
    publish,
    sign_here,
)
from sync.identity.keys import NodeKeys
from tests.operations.communes import Commune

TODAY = date(2026, 11, 23)
CODE = "1.004873"
PUBLISHER = NodeKeys(bytes(range(64)))


@pytest.fixture
def commune(tmp_path: Path) -> Iterator[Commune]:
    commune = Commune(tmp_path / "commune", count=1)
    yield commune
    commune.close()


def test_what_a_center_publishes_the_desk_has_with_the_next_exchange(commune: Commune) -> None:
    [desk] = commune.desks
    table = f"code\tname\tt_direct\n{CODE}\tXác nhận tình trạng hôn nhân (mới)\t9 ngày làm việc\n".encode()
    found = compare(commune.center, table, TODAY)
    assert [(one.kind, one.key) for one in found.changes] == [("amended", CODE)]
    release = prepare(commune.center, found.changes, Decision("1/QĐ-TEST", TODAY, TODAY))
    publish(commune.center, sign_here(release, PUBLISHER).raw)
    before = desk.catalogue.get(CODE)
    assert commune.sync(desk).reached
    known = desk.catalogue.get(CODE)
    assert known is not None and before is not None
    assert (known.limit, known.origin, known.papers) == ("9 ngày làm việc", "center", before.papers)
    assert standing(desk).sequence == 1

"""A dossier that another office received has that office's slip; a desk signs none for it."""

from __future__ import annotations

from typing import cast

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import Desk
from desk_app.operations.slips import slip_digits
from sync.model.fold import fold
from tests.model.test_fold import DOSSIER, ROLES
from tests.model.test_imported import imported


def test_no_slip_of_ours_is_printed_for_a_dossier_received_elsewhere() -> None:
    dossier = fold(DOSSIER, [imported()], ROLES)
    with pytest.raises(DeskError, match="nơi khác tiếp nhận"):
        slip_digits(cast("Desk", None), dossier)

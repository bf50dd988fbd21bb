"""Which of the codes in one picture is meant: a slip carries its number as a second and third code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import READ
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.scanning import Scanned, scan

_LIKELIEST: Final = ("slip", "citizen_card", "lookup", "number")


@needs(READ)
def likeliest(desk: Desk, texts: Sequence[str]) -> tuple[str, Scanned]:
    """The one code of a picture that tells most, as it was read and as the desk sees it.

    Raises `DeskError` when there is none, or there are codes of several dossiers or cards.
    """
    if not texts:
        raise DeskError("Không thấy mã nào trong ảnh.", "Chụp thẳng, đủ sáng, trọn cả mã rồi thử lại.")
    seen = [(text, scan(desk, text)) for text in texts]
    known = [one for kind in _LIKELIEST for one in seen if one[1].kind == kind]
    numbers = {one.number for _, one in known if one.number}
    cards = {one.card for _, one in known if one.card}
    if len(numbers) + len(cards) > 1:
        raise DeskError("Trong ảnh có mã của nhiều hồ sơ hoặc thẻ.", "Chụp riêng từng phiếu, từng thẻ.")
    return known[0] if known else seen[0]

"""The typeface of a desk's papers: the shipped serif, or the machine's Times New Roman."""

from __future__ import annotations

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import MACHINE, SETTINGS
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Changes, Outcome
from desk_app.store.tables import tables_of
from sync.typeset.fonts import Typeface
from sync.typeset.installed import TYPEFACES, Chosen, look_again, typeface_named


@needs(MACHINE)
def typeface_of(desk: Desk) -> Typeface:
    """What papers are set in now."""
    return chosen_typeface(desk).typeface


@needs(MACHINE)
def chosen_typeface(desk: Desk) -> Chosen:
    """What papers are set in now, and why it is not what was chosen if it is not."""
    return typeface_named(desk.settings.typeface)


@needs(SETTINGS)
def choose_typeface(desk: Desk, name: str) -> Outcome[Chosen]:
    """Sets the typeface of all papers from now on. Raises `DeskError` for an unknown name.

    One the machine lacks may be chosen: it is used as soon as it is there, the shipped serif until then.
    """
    if name not in TYPEFACES:
        raise DeskError(f"Không có kiểu phông “{name[:40]}”.", f"Chọn một trong: {', '.join(TYPEFACES)}.")
    with desk.writing() as ledger:
        tables_of(ledger).put_setting("typeface", name)
    desk.trust()
    look_again()
    return Outcome(chosen_typeface(desk), Changes(settings=True))

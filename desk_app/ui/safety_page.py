"""An toàn (F11): people's own data and how long they are kept, accounts, keys, the log, proofs, support."""

from __future__ import annotations

from typing import ClassVar, Final

from desk_app.ui.safety_accounts import AccountsSection
from desk_app.ui.safety_checking import CheckingSection
from desk_app.ui.safety_keys import KeySection
from desk_app.ui.safety_log import LogSection
from desk_app.ui.safety_people import PeopleSection
from desk_app.ui.safety_retention import RetentionSection
from desk_app.ui.safety_support import SupportSection
from desk_app.ui.sections_page import SectionsPage
from desk_app.ui.settings_section import Section
from desk_app.ui.tongue import mark

SECTIONS: Final[tuple[type[Section], ...]] = (
    PeopleSection,
    RetentionSection,
    AccountsSection,
    KeySection,
    LogSection,
    CheckingSection,
    SupportSection,
)
"""The sections in the order they stand. A further one is one line here."""


class SafetyPage(SectionsPage):
    """Its sections, as `SECTIONS` lists them."""

    sections: ClassVar[tuple[type[Section], ...]] = SECTIONS
    heading: ClassVar[str] = mark("An toàn")
    titles: ClassVar[str] = mark("Các phần của An toàn")

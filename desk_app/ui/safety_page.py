"""An toàn (F11): what people may ask about their own data, how long records are kept, what a technician
is given, in sections."""

from __future__ import annotations

from typing import ClassVar, Final

from desk_app.ui.safety_checking import CheckingSection
from desk_app.ui.safety_log import LogSection
from desk_app.ui.safety_people import PeopleSection
from desk_app.ui.safety_retention import RetentionSection
from desk_app.ui.safety_support import SupportSection
from desk_app.ui.sections_page import SectionsPage
from desk_app.ui.settings_section import Section
from desk_app.ui.tongue import mark

SECTIONS: Final[tuple[type[Section], ...]] = (
    PeopleSection,
    LogSection,
    CheckingSection,
    RetentionSection,
    SupportSection,
)
"""The sections in the order they stand. A further one is one line here."""


class SafetyPage(SectionsPage):
    """Its sections, as `SECTIONS` lists them."""

    sections: ClassVar[tuple[type[Section], ...]] = SECTIONS
    heading: ClassVar[str] = mark("An toàn")
    titles: ClassVar[str] = mark("Các phần của An toàn")

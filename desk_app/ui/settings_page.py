"""Cài đặt (F10): how this office works, in sections."""

from __future__ import annotations

from typing import ClassVar, Final

from desk_app.ui.public_section import PublicScreenSection
from desk_app.ui.sections_page import SectionsPage
from desk_app.ui.settings_account import AccountSection
from desk_app.ui.settings_appearance import AppearanceSection
from desk_app.ui.settings_backup import BackupSection
from desk_app.ui.settings_fees import FeesSection
from desk_app.ui.settings_forms import FormsSection
from desk_app.ui.settings_office import OfficeSection
from desk_app.ui.settings_printers import PrintersSection
from desk_app.ui.settings_scanner import ScannerSection
from desk_app.ui.settings_section import Section
from desk_app.ui.settings_time import TimeSection
from desk_app.ui.settings_training import TrainingSection
from desk_app.ui.settings_typeface import TypefaceSection
from desk_app.ui.tongue import mark

SECTIONS: Final[tuple[type[Section], ...]] = (
    OfficeSection,
    TimeSection,
    FeesSection,
    FormsSection,
    PrintersSection,
    ScannerSection,
    TypefaceSection,
    PublicScreenSection,
    AccountSection,
    BackupSection,
    TrainingSection,
    AppearanceSection,
)
"""The sections in the order they stand. A further one is one line here."""


class SettingsPage(SectionsPage):
    """Its sections, as `SECTIONS` lists them."""

    sections: ClassVar[tuple[type[Section], ...]] = SECTIONS
    heading: ClassVar[str] = mark("Cài đặt")
    titles: ClassVar[str] = mark("Các phần của Cài đặt")

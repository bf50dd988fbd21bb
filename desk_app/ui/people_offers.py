"""Offers people who came before: by what is typed, and the applicant's household where nothing is."""

from __future__ import annotations

from PySide6.QtCore import QObject
from shiboken6 import isValid

from desk_app.ui.counter import Counter
from desk_app.ui.people_part import PeoplePart
from desk_app.ui.person_part import PersonPart
from desk_app.ui.tongue import tr
from sync.model.dossier import Person


class PeopleOffers(QObject):
    """Looks in the lanes; an answer that comes when something else stands there, or nothing any more (the
    form of a correction goes when it is done), is dropped."""

    def __init__(self, counter: Counter, people: PeoplePart) -> None:
        super().__init__(people)
        self._counter = counter
        self._people = people
        for part in people.parts:
            part.asked.connect(lambda text, part=part: self._find(part, text))
        people.kin_asked.connect(self._find_household)
        self._learn_province()
        self._people.changed.connect(self._read_old_names)

    def _read_old_names(self) -> None:
        """The first citizen's address may bear an old name: the list of these is read behind the typing."""
        self._people.changed.disconnect(self._read_old_names)

        def read() -> None:
            from desk_app.operations.territory import territory

            territory().warm()

        self._counter.lanes.read(read, lambda _: None)

    def _learn_province(self) -> None:
        address = self._counter.desk.settings.office.address

        def learn() -> str:
            from desk_app.operations.territory import province_of

            return province_of(address)

        def prefer(province: str) -> None:
            for part in self._people.parts:
                if isValid(part):
                    part.prefer(province)

        self._counter.lanes.read(learn, prefer)

    def _find(self, part: PersonPart, text: str) -> None:
        if not text:
            return
        desk = self._counter.desk

        def search() -> list[Person]:
            from desk_app.operations.find import find_people

            return find_people(desk, text)

        def offer(people: list[Person]) -> None:
            if isValid(part) and part.search.text() == text:
                part.offer(people)

        self._counter.lanes.read(search, offer, topic=f"people-{part.role}")

    def _find_household(self, part: PersonPart) -> None:
        desk, applicant = self._counter.desk, self._people.applicant.person()

        def search() -> list[Person]:
            from desk_app.operations.find import find_household

            return find_household(desk, applicant)

        def offer(people: list[Person]) -> None:
            if isValid(part) and part.search.hasFocus() and not part.search.text():
                part.offer(people, tr("cùng hộ"))

        self._counter.lanes.read(search, offer, topic=f"people-{part.role}")

"""Every kind of search of the find page over the stored dossiers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

from desk_app.operations.desk import Desk
from desk_app.operations.find import find, find_people
from sync.model.text import fold
from tests.bench.figures import Goal, Row
from tests.bench.registry import Run, bench
from tests.bench.stored import own_places, stored_count, stored_desk
from tests.bench.timing import Sample, compare


def terms(desk: Desk, count: int, samples: int) -> dict[str, list[str]]:
    """What officers type, drawn from what is stored, by kind of search."""
    random = Random(17)
    connection = desk.store.reader()
    found: dict[str, list[str]] = {
        kind: [] for kind in ("number", "fragment", "name", "common", "card", "phone")
    }
    while len(found["number"]) < samples:
        rowid = random.randint(1, count)
        row = connection.execute(
            "SELECT d.number, d.owner, p.key, p.content FROM dossiers d JOIN people p ON p.key = d.person"
            " WHERE d.id = ?",
            (rowid,),
        ).fetchone()
        if row is None or not row[2].startswith("990") or '"phone":"' not in row[3]:
            continue
        number, owner, card, content = row
        found["number"].append(number)
        found["fragment"].append(number[-11:])
        found["name"].append(fold(owner))
        found["card"].append(card)
        found["phone"].append(content.partition('"phone":"')[2][:10])
    found["common"] = ["nguyen van", "nguyen thi", "ng van", "tran thi", "le"]
    return found


NAMES = {
    "number": "whole number",
    "fragment": "end of a number",
    "name": "a whole name without diacritics",
    "common": "very common name",
    "card": "identity number",
    "phone": "telephone number",
}


@bench("search")
def search(run: Run) -> Iterator[Row]:
    """Each search returns the newest 50 as the list shows them; the floor is one row by its key."""
    count = stored_count(run)
    rounds = run.rounds(150, 30)
    with own_places(run):
        desk = stored_desk(run, count)
        try:
            yield from _searches(desk, count, rounds)
        finally:
            desk.close()


def _searches(desk: Desk, count: int, rounds: int) -> Iterator[Row]:
    typed = terms(desk, count, rounds)
    connection = desk.store.reader()
    random = Random(5)

    def by_key() -> object:
        query = "SELECT number, owner FROM dossiers WHERE id = ?"
        return connection.execute(query, (random.randint(1, count),)).fetchone()

    def scan() -> object:
        query = "SELECT number FROM dossiers WHERE owner LIKE ? LIMIT 50"
        return connection.execute(query, (f"%{random.randint(1, 10**9)}%",)).fetchall()

    def over(words: Sequence[str], work: Callable[[str], object]) -> Callable[[], object]:
        turn = iter(range(10**9))
        return lambda: work(words[next(turn) % len(words)])

    works = {kind: over(words, lambda text: find(desk, text)) for kind, words in typed.items()}
    works["newest"] = lambda: find(desk, "")
    works["people"] = over(typed["name"], lambda text: find_people(desk, text))
    works["floor"] = by_key
    found = compare(works, rounds)
    scanned = compare({"scan": scan}, 3, warm=1)["scan"].median * 1e3
    for kind, name in {
        **NAMES,
        "newest": "nothing typed: the newest",
        "people": "a returning applicant",
    }.items():
        yield _row(f"search: {name}, {count:,} stored", found[kind], found["floor"], scanned)


def _row(name: str, sample: Sample, floor: Sample, scanned: float) -> Row:
    return Row(
        name,
        "ms",
        sample.p95 * 1e3,
        floor.median * 1e3,
        "a row by its key",
        {"LIKE scan": scanned},
        Goal(5),
        note=f"p95; median {sample.median * 1e3:.2f} ms",
    )

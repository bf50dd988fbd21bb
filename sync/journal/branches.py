"""The shape of a forked journal: its unbranched runs."""

from __future__ import annotations

from collections.abc import Sequence

from sync.journal.port import Place


def unbranched(index: Sequence[Place], held: set[bytes]) -> list[list[Place]]:
    """Unbranched runs of the places that are no ancestors of `held`, parents before children."""
    prev_of = {place.digest: place.prev for place in index}
    theirs: set[bytes] = set()
    for digest in held:
        at = digest
        while at in prev_of and at not in theirs:
            theirs.add(at)
            at = prev_of[at]
    children: dict[bytes, int] = {}
    for place in index:
        children[place.prev] = children.get(place.prev, 0) + 1
    growing: dict[bytes, list[Place]] = {}
    runs: list[list[Place]] = []
    for place in index:
        if place.digest in theirs:
            continue
        run = growing.pop(place.prev, None) if children[place.prev] == 1 else None
        if run is None:
            run = []
            runs.append(run)
        run.append(place)
        growing[place.digest] = run
    return runs

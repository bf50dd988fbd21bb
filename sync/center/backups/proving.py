"""Proving an archive by reading it: every entry's digest, every chain, its ends and their seals, every scan.

Needs no database. A journal's ends are signed by its writer, and every entry before them is named by its
digest, so nothing in a proved archive can have been altered since it was written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from sync.attachments.files import WHOLE, ScanFiles
from sync.center.backups.archive import ArchiveReader, ArchiveRefused
from sync.center.store import scans as rows_of
from sync.identity.keys import NotGenuine
from sync.identity.seals import Seal, check_seal
from sync.model.entry import NO_PREV, EntryRefused, JournalId, Tip, decode_entry

MOST_PROBLEMS = 100
Scan = tuple[str, bytes, int]
"""(channel, name, length) of a scan that the center held."""


@dataclass
class Proof:
    """What was read: `counts` of rows by table, scans held, how many of their files are not whole beside the
    archive, and what is wrong, by ids and never by names of people.
    """

    counts: dict[str, int] = field(default_factory=dict)
    scans: int = 0
    scans_missing: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether the rows are what was backed up; of missing scans it says nothing."""
        return not self.problems


@dataclass
class _Journal:
    """One journal while its entries go by."""

    name: JournalId | None
    places: dict[bytes, int] = field(default_factory=dict)
    prevs: set[bytes] = field(default_factory=set)

    @property
    def ends(self) -> set[Tip]:
        return {Tip(seq, digest) for digest, seq in self.places.items() if digest not in self.prevs}


class Prover:
    """Takes an archive's rows in the order they come and says at the end what is wrong with them."""

    def __init__(self, each_scan: Callable[[Scan], bool]) -> None:
        self._each_scan = each_scan
        self.proof = Proof()
        self._channels: dict[int, str] = {}
        self._names: dict[int, JournalId] = {}
        self._signers: dict[bytes, bytes] = {}
        self._ends: dict[int, set[Tip]] = {}
        self._tips: defaultdict[int, set[Tip]] = defaultdict(set)
        self._sealed: defaultdict[int, set[Tip]] = defaultdict(set)
        self._at = 0
        self._journal = _Journal(None)

    def take(self, table: str, rows: Iterable[dict[str, Any]]) -> None:
        """Some rows of a table."""
        step = {
            "channels": self._channel,
            "journals": self._name,
            "nodes": self._node,
            "entries": self._entry,
            "tips": self._tip,
            "seals": self._seal,
            "scan_files": self._scan,
        }.get(table)
        if step is not None:
            for row in rows:
                step(row)

    def end(self, counts: dict[str, int]) -> Proof:
        """All rows were there."""
        self._close_journal()
        for journal, tips in self._tips.items():
            if self._ends.get(journal, set()) != tips:
                self._wrong(journal, "heads are not where the chain ends")
        for journal, ends in self._ends.items():
            if ends and journal not in self._tips:
                self._wrong(journal, "has no heads")
            if not ends <= self._sealed[journal]:
                self._wrong(journal, "ends without a seal")
        self.proof.counts = counts
        return self.proof

    def _wrong(self, journal: int, words: str) -> None:
        if len(self.proof.problems) < MOST_PROBLEMS:
            name = self._names.get(journal)
            said = f"{name.channel} {name.node.hex()[:8]}/{name.incarnation.hex()}" if name else f"{journal}"
            self.proof.problems.append(f"{said}: {words}")

    def _channel(self, row: dict[str, Any]) -> None:
        self._channels[row["id"]] = row["name"]

    def _name(self, row: dict[str, Any]) -> None:
        channel = self._channels.get(row["channel"], "")
        self._names[row["id"]] = JournalId(row["node"], channel, row["incarnation"])

    def _node(self, row: dict[str, Any]) -> None:
        self._signers[row["node"]] = row["sign"]

    def _entry(self, row: dict[str, Any]) -> None:
        journal = row["journal"]
        if journal != self._at:
            self._close_journal()
            self._at, self._journal = journal, _Journal(self._names.get(journal))
        state = self._journal
        try:
            entry = decode_entry(row["envelope"], row["body"])
        except EntryRefused as error:
            self._wrong(journal, f"entry {row['seq']}: {error}")
            return
        if (entry.seq, entry.digest, entry.journal) != (row["seq"], row["digest"], state.name):
            self._wrong(journal, f"entry {row['seq']}: stands under another name")
        if entry.prev != NO_PREV and state.places.get(entry.prev) != entry.seq - 1:
            self._wrong(journal, f"entry {entry.seq}: broken chain")
        state.places[entry.digest] = entry.seq
        state.prevs.add(entry.prev)

    def _close_journal(self) -> None:
        if self._at:
            if self._at in self._ends:
                self._wrong(self._at, "its entries are not together")
            self._ends[self._at] = self._journal.ends

    def _tip(self, row: dict[str, Any]) -> None:
        self._tips[row["journal"]].add(Tip(row["seq"], row["digest"]))

    def _seal(self, row: dict[str, Any]) -> None:
        journal, tip = row["journal"], Tip(row["seq"], row["digest"])
        name = self._names.get(journal)
        if self._at:
            self._close_journal()
            self._at = 0
        if name is None or tip not in self._ends.get(journal, set()):
            return  # the end's seal speaks for all before it
        signer = self._signers.get(name.node)
        if signer is None:
            self._wrong(journal, "its writer is not known")
            return
        try:
            check_seal(signer, name, Seal(tip, row["signature"]))
        except NotGenuine:
            self._wrong(journal, f"seal at {tip.seq}: wrong signature")
            return
        self._sealed[journal].add(tip)

    def _scan(self, row: dict[str, Any]) -> None:
        if row["state"] == rows_of.HELD:
            self.proof.scans += 1
            if not self._each_scan((row["channel"], row["name"], row["length"])):
                self.proof.scans_missing += 1


def prove(reader: ArchiveReader, each_scan: Callable[[Scan], bool]) -> Proof:
    """Reads the archive to its end; `each_scan` says of every scan held whether its file is there whole.

    Raises `ArchiveRefused` for one that is not whole or not ours.
    """
    prover = Prover(each_scan)
    try:
        for table, rows in reader.rows():
            prover.take(table.name, (dict(zip(table.columns, row, strict=True)) for row in rows))
        return prover.end(reader.counts)
    except (KeyError, TypeError, ValueError) as error:
        raise ArchiveRefused(
            "Bản sao lưu không có đúng các bảng của trung tâm.", "Hãy dùng một bản sao lưu khác."
        ) from error


def whole_in(files: ScanFiles) -> Callable[[Scan], bool]:
    """Whether a scan's file lies whole in `files`, by its digest."""
    return lambda scan: files.state(scan[1], scan[2], deep=True) == WHOLE

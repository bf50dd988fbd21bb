"""Writing our own journals: one incarnation per channel, opened anew after a fork or a restore."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sync.identity.keys import NodeKeys
from sync.identity.seals import SEAL_EVERY, seal
from sync.journal.control import journal_body
from sync.journal.ledger import Ledger
from sync.model import kinds
from sync.model.bodies import Unreadable
from sync.model.dossier import Dossier
from sync.model.entry import INCARNATION_BYTES, PERSONAL, SALT_BYTES, Entry, JournalId, Tip, new_entry
from sync.model.number import Lease

PROGRAM = "motcua 1"


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry to be: its kind, body without salt, and dossier (16 bytes, or empty for none)."""

    kind: str
    body: bytes
    dossier: bytes = b""
    personal: bool = True


@dataclass(frozen=True, slots=True)
class Written:
    """What an append wrote, and the dossiers as they now stand."""

    entries: tuple[Entry, ...]
    dossiers: tuple[Dossier, ...]


class OwnJournals:
    """Our own writing in one transaction of a store.

    `entropy(n)` gives n random bytes. Which incarnation is current is a note in the store; nothing
    about sending is kept, for what must be sent follows from heads and receipts. `may` raises where the one
    who acts may not write such entries.
    """

    def __init__(
        self,
        ledger: Ledger,
        keys: NodeKeys,
        entropy: Callable[[int], bytes],
        may: Callable[[Sequence[Draft]], None] | None = None,
    ) -> None:
        self.ledger = ledger
        self.may = may
        self.rows = ledger.rows
        self.keys = keys
        self.entropy = entropy

    def current(self, channel: str) -> tuple[JournalId, Tip | None] | None:
        """Our open journal of the channel and its last place; None before the first."""
        incarnation = self.rows.note(f"own:{channel}")
        if incarnation is None:
            return None
        journal = JournalId(self.keys.node, channel, incarnation)
        last = self.rows.note(f"own-tip:{channel}")
        return journal, Tip(int.from_bytes(last[:8], "big"), last[8:]) if last else None

    def certificate(self) -> bytes:
        """Our certificate as it travels, the latest; empty while no center has certified us."""
        record = self.rows.node(self.keys.node)
        return (record.certificate if record else b"") or self.rows.note("certificate") or b""

    def must_reopen(self, channel: str) -> bool:
        """Whether our next entry has to open a new incarnation: somebody holds another continuation.

        True when the store's own journal has another tip than the one we wrote last, or when a peer
        showed an entry of it that is not here.
        """
        now = self.current(channel)
        if now is None or self.rows.note(f"forked:{channel}"):
            return True
        journal, last = now
        row = self.rows.journal_row(journal, create=False)
        tips = self.rows.tips(row) if row is not None else frozenset()
        return tips != ({last} if last else frozenset())

    def report_fork(self, channel: str) -> None:
        """A peer showed an entry of our current incarnation that is not in our chain."""
        self.rows.put_note(f"forked:{channel}", b"1")

    def reopen(self, channel: str, day: int, takes: Lease | None = None) -> JournalId:
        """Opens a new incarnation; its first entry names the one it closes and its last place.

        `takes` is a spare block of numbers it binds to itself.
        """
        before = self.current(channel)
        closes = (before[0].incarnation, before[1]) if before and before[1] else None
        journal = JournalId(self.keys.node, channel, self.entropy(INCARNATION_BYTES))
        self.rows.put_note(f"own:{channel}", journal.incarnation)
        self.rows.put_note(f"own-tip:{channel}", None)
        self.rows.put_note(f"forked:{channel}", None)
        body = journal_body(self.keys.public, self.certificate(), closes, takes, PROGRAM)
        self._write(journal, None, [Draft(kinds.JOURNAL, body, personal=False)], day)
        if takes is not None:
            self.rows.save_lease(channel, replace(takes, incarnation=journal.incarnation))
        return journal

    def begin(self, channel: str, incarnation: bytes, follows: Mapping[str, object], day: int) -> None:
        """Opens our first journal under a new key, in the incarnation that was announced."""
        self.rows.lock(channel)
        self.rows.put_note(f"own:{channel}", incarnation)
        body = journal_body(self.keys.public, self.certificate(), None, None, PROGRAM, follows)
        draft = Draft(kinds.JOURNAL, body, personal=False)
        self._write(JournalId(self.keys.node, channel, incarnation), None, [draft], day)

    def append(self, channel: str, drafts: Sequence[Draft], day: int) -> Written:
        """Writes entries of the date `day` (ordinal) to our journal, sealed; folds what they touch.

        Raises `Unreadable` when our own entry would not fold: nothing may be promised on it.
        """
        if self.may is not None:
            self.may(drafts)
        self.rows.lock(channel)
        if self.must_reopen(channel):
            self.reopen(channel, day)
        now = self.current(channel)
        assert now is not None
        journal, last = now
        entries = self._write(journal, last, drafts, day)
        touched = dict.fromkeys(draft.dossier for draft in drafts if draft.dossier)
        folded = self.ledger.refold(channel, touched)
        if any("unreadable" in dossier.flags for dossier in folded):
            own = {entry.digest.hex() for entry in entries}
            for dossier in folded:
                if any(e.entry in own and e.text == "Nội dung không đọc được" for e in dossier.history):
                    raise Unreadable("body: our own entry cannot be read back")
        return Written(tuple(entries), tuple(folded))

    def _write(self, journal: JournalId, last: Tip | None, drafts: Sequence[Draft], day: int) -> list[Entry]:
        row = self.rows.journal_row(journal, create=True)
        assert row is not None
        known: dict[bytes, tuple[tuple[bytes, ...], int]] = {}
        ids = [draft.dossier for draft in drafts if draft.dossier]
        for dossier, held in self.rows.dossier_entries(journal.channel, ids).items() if ids else ():
            state = self.ledger.fold(journal.channel, dossier, held)
            known[dossier] = state.tips, state.height
        entries: list[Entry] = []
        for draft in drafts:
            seen, height = known.get(draft.dossier, ((), 0))
            height = height + 1 if draft.dossier else 0
            salt = self.entropy(SALT_BYTES) if draft.personal else b""
            entry = new_entry(
                journal,
                last,
                kind=draft.kind,
                body=salt + draft.body,
                day=day,
                flags=PERSONAL if draft.personal else 0,
                dossier=draft.dossier,
                seen=seen,
                height=height,
            )
            entries.append(entry)
            last = entry.tip
            if draft.dossier:
                known[draft.dossier] = (entry.digest,), height
        assert last is not None
        self.ledger.insert(row, entries)
        marks = [entry.tip for entry in entries[SEAL_EVERY - 1 : -1 : SEAL_EVERY]]
        self.rows.insert_seals(row, [seal(self.keys, journal, tip) for tip in (*marks, last)])
        self.rows.set_tips(row, frozenset({last}))
        self.rows.put_note(f"own-tip:{journal.channel}", last.seq.to_bytes(8, "big") + last.digest)
        return entries

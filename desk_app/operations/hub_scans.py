"""Scans between a desk and the commune's hub: given to it beside the entries, and fetched from it on demand.

What the hub has is not confirmed by that: only the center's word is. But it need not go up the line twice,
and the neighbours have it while there is no line at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

from desk_app.domain.rights import MACHINE
from desk_app.operations.attaching import files_of
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.receipts import center_incarnation
from desk_app.operations.scan_sync import Carried, Carrier, carry_all, minutes
from desk_app.store.scans import NamedFile, scan_tables_of
from sync.attachments.files import WHOLE
from sync.identity.keys import PublicKeys
from sync.links.carrying import Wire
from sync.protocol.draining import Drained
from sync.protocol.hearing import Heard
from sync.protocol.limits import MAX_SCANS
from sync.protocol.ports import Post
from sync.protocol.retry import Pace


@dataclass
class HubTalk:
    """What is said of scans to a hub: each that neither the center nor this hub is known to have.

    A hub also names, unasked, what it lost and what a neighbour asked it for in vain: whoever has that brings
    it. `incarnation`: the hub's own, heard just now.
    """

    desk: Desk
    asked_before: set[bytes] = field(default_factory=set)
    wanted: set[bytes] = field(default_factory=set)
    incarnation: bytes = b""

    def asked(self) -> list[bytes]:
        """The next names to ask about."""
        names = [one.name for one in self._not_there() if one.name not in self.asked_before][:MAX_SCANS]
        self.asked_before.update(names)
        return names

    def _not_there(self) -> list[NamedFile]:
        with self.desk.reading() as ledger:
            confirmed = center_incarnation(self.desk, ledger)
            return scan_tables_of(ledger).not_at_hub(self.desk.keys.node, confirmed, self.incarnation)

    def unconfirmed(self) -> list[NamedFile]:
        """What the hub wants and this desk knows of, the smallest first."""
        with self.desk.reading() as ledger:
            found = [scan_tables_of(ledger).named_file(name) for name in self.wanted]
        return sorted((one for one in found if one is not None), key=lambda one: (one.length, one.name))

    def told(self, heard: Heard) -> None:
        """Notes what the hub has and what it wants."""
        self.incarnation = heard.incarnation
        self.wanted -= heard.scans_held
        if not heard.scans_held and not heard.scans_wanted:
            return
        files = files_of(self.desk)
        with self.desk.writing() as ledger:
            tables = scan_tables_of(ledger)
            for name in heard.scans_held:
                tables.put_at_hub(name, heard.incarnation, minutes(self.desk))
            for name in heard.scans_wanted:
                known = tables.named_file(name)
                if known is None:
                    continue
                if tables.state(name).at_hub:
                    tables.put_at_hub(name, b"", 0)
                if name in self.asked_before or files.state(name, known.length) == WHOLE:
                    self.wanted.add(name)

    @property
    def more(self) -> bool:
        """Whether some have not been asked about yet."""
        return any(one.name not in self.asked_before for one in self._not_there())


@dataclass
class HubCarrier(Carrier):
    """Carries scans inside the house: no budget of bytes, and only newer entries come first.

    Where an upload goes on is asked of the hub, so that the center's own address of it stays remembered.
    """

    words_gone: ClassVar[str] = "Máy đầu mối chưa có tệp này; đang hỏi các quầy khác và trung tâm."
    words_wrong: ClassVar[str] = "Tệp ở máy đầu mối không đúng; đã báo, sẽ thử lại lần sau."

    def _keep(self, one: NamedFile, url: str) -> None:
        """Nothing: creating the same upload again finds what came of it."""

    def _allow(self, size: int) -> int:
        return 0 if self._entries_wait() else size


@needs(MACHINE)
def drain_hub(
    desk: Desk, hub: PublicKeys, post: Post, wire: Wire | None, pace: Pace, stopwatch: Callable[[], float]
) -> tuple[Drained, Carried, bytes]:
    """Exchanges with the hub and carries scans; also the hub's incarnation (empty: it did not answer)."""
    talk = HubTalk(desk)
    carrier = HubCarrier(desk, hub, wire, talk, stopwatch) if wire is not None else None
    done, carried = carry_all(desk, hub, post, pace, talk, carrier)
    return done, carried, talk.incarnation

"""The fold's steps of scans: attached once, taken off with a reason, whoever comes first."""

from __future__ import annotations

from collections.abc import Mapping

from sync.model import kinds
from sync.model.bodies import Unreadable, text
from sync.model.entry import Entry
from sync.model.fold_state import State, Step
from sync.model.scan import scan_in


def attached(state: State, entry: Entry, body: dict[str, object], _role: str) -> tuple[str, bool]:
    scan = scan_in(body, entry.journal.node, entry.digest)
    words = f"Đính kèm bản chụp: {scan.title or 'không tên'} ({scan.file.pages} trang)"
    if any(held.name == scan.name for held in state.scans.values()):
        return f"{words}; đã có trong hồ sơ", False
    state.scans[entry.digest] = scan
    return words, True


def detached(state: State, _entry: Entry, body: dict[str, object], _role: str) -> tuple[str, bool]:
    try:
        named = bytes.fromhex(text(body, "entry", None))
    except ValueError as error:
        raise Unreadable("entry: not a digest") from error
    reason = text(body, "reason")
    scan = state.scans.pop(named, None)
    if scan is not None:
        state.detached.append(scan)
    title = scan.title or "không tên" if scan else "không còn trong hồ sơ"
    return f"Gỡ bản chụp đính kèm nhầm: {title} – {reason}", scan is not None


SCAN_STEPS: Mapping[str, Step] = {kinds.ATTACHED: attached, kinds.DETACHED: detached}

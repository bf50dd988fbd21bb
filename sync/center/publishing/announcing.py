"""Who published a release, and which machines have it: kept beside the releases, never in them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sync.catalogue.releases import Signed
from sync.center.publishing.drafts import Draft, drop_draft
from sync.center.publishing.in_force import chain_of
from sync.center.publishing.keys import local_key, make_local_key
from sync.center.publishing.publishing import publish, sign_here
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.identity.keys import NodeKeys
from sync.model.moment import iso_minute

_NOTE: Final = "release-by:"


@dataclass(frozen=True, slots=True)
class Announced:
    """Who published a release and when (ISO 8601); both empty for what the command line published."""

    by: str = ""
    at: str = ""


def announced(center: Center) -> dict[bytes, Announced]:
    """Who published which release, by its digest."""
    with center.store.snapshot() as ledger:
        raw = list(ledger.rows.notes(_NOTE))
    said = {bytes.fromhex(key.removeprefix(_NOTE)): json.loads(value) for key, value in raw}
    return {digest: Announced(str(one["by"]), str(one["at"])) for digest, one in said.items()}


def may_sign_here(center: Center) -> bool:
    """Whether the publishing key lies on this machine, or there is none anywhere yet."""
    if center.secrets is None:
        return False
    chain = chain_of(center)
    if not chain.releases:
        return True
    held = local_key(center, center.secrets)
    return held is not None and held.public.sign == chain.key


def announce(center: Center, draft: Draft, by: str, record: Callable[[CenterRows, Signed], None]) -> Signed:
    """Publishes a draft: as it was signed, else signed with this machine's key. `record` in the same
    transaction. Raises `CenterError`."""

    def noted(rows: CenterRows, one: Signed) -> None:
        said = {"by": by, "at": iso_minute(center.clock())}
        rows.put_note(_NOTE + one.digest.hex(), json.dumps(said, ensure_ascii=False).encode())
        record(rows, one)

    raw = draft.signed.raw if draft.signed is not None else sign_here(draft.release, _key(center)).raw
    one = publish(center, raw, noted=noted)
    drop_draft(center, draft.name)
    return one


def _key(center: Center) -> NodeKeys:
    if center.secrets is None or not may_sign_here(center):
        raise CenterError(
            "Khóa công bố không nằm trên máy này.", "Tải bản soạn về, ký ở máy giữ khóa, rồi nạp bản đã ký."
        )
    return make_local_key(center, center.secrets)

"""A name for what somebody saw of a dossier, to be handed back with an act."""

from __future__ import annotations

from sync.model.dossier import Dossier
from sync.model.entry import AFTER_BYTES


def version_of(dossier: Dossier) -> str:
    """The dossier's latest entries, 16 hex digits each with dots between: every entry reaches back from
    them."""
    return ".".join(sorted(one[:AFTER_BYTES].hex() for one in dossier.tips))

"""Every limit of protocol version 1 in one place; PROTOCOL.md repeats the table and a test compares them.

A later version may raise a limit, never lower it. All sizes are bytes.
"""

from __future__ import annotations

from sync.model import entry

MAX_SEALED = 6 * 1024 * 1024
"""What is POSTed or answered: a sealed message."""
MAX_PLAIN = 8 * 1024 * 1024
"""A message after decompression; checked against what the frame declares before a byte is unpacked."""
MAX_ENROL = 64 * 1024
"""A sealed enrolment request or answer, and its plain text."""
MAX_WINDOW = 8 * 1024 * 1024
"""The zstd window a receiver must be ready for."""

MAX_ENTRY = entry.MAX_ENTRY_BYTES
MAX_BODY = entry.MAX_ENTRY_BYTES
MAX_AFTER = entry.MAX_AFTER
MAX_CHANNEL = 46
MAX_KIND = 32
MAX_TEXT = 200
MAX_CERTIFICATE = 16 * 1024

MAX_CHANNELS = 256
MAX_POINTS = 16_384
"""Journals named in one list (heads, ladders, wants, refusals)."""
MAX_TIPS = 256
"""Places named of one journal; a ladder of 2^63 entries has 65 rungs."""
MAX_SEGMENTS = 4_096
MAX_RUN = 32_768
"""Entries, and seals, of one segment."""

MAX_SCANS = 256
"""Scans named in one list (asked about, held, wanted)."""

MAX_DAYS = 16_384
"""Days in the table of a doubt: 44 years."""
MAX_NAMES = 32_768
"""Entries of a day named one by one."""

MAX_NAMED = 64
"""Dossiers wanted whole, and places to go on from, in one request."""
MAX_RUNS = 65_536
"""Runs in one piece of a checkpoint."""

MAX_BUNDLE = 2_000_000_000
"""A whole bundle: below what FAT32 can hold in a file."""
MAX_BUNDLE_HEAD = 1024 * 1024
MAX_WRAPS = 4_096
"""Nodes for which a bundle is sealed."""
MAX_SCAN = 64 * 1024 * 1024
"""The file of a scan in a bundle."""
MAX_SCAN_PART = 1024 * 1024
MAX_BUNDLE_SCANS = 4_096
"""Scans that one bundle carries, or names in one list."""
MAX_RECEIPTS = 256
MAX_RECEIPT = 1024 * 1024
"""Receipts a bundle carries, and the bytes of one."""

MIN_BUDGET = 4 * 1024
FIRST_BUDGET = 64 * 1024
MAX_BUDGET = 4 * 1024 * 1024
"""Bytes of entries (envelopes and bodies, before compression) one message is filled with. A message
exceeds its budget by less than one sealed stretch, 16 entries of at most 16 KiB."""

MAX_RELAYED = 64
"""Receipts of the center that one message asks for or passes on."""

MAX_CHUNK = 128
"""Entries the asking side admits in one transaction, so that a desk's own work gets in between."""

CHECKPOINT_DAYS = 14
"""A checkpoint holds what is open, and what was touched in so many days; a giver's own affair."""
CHECKPOINT_FROM = 4_096
"""Where a channel holds fewer entries than this a new desk is given its journals from the first entry on."""
FILL_BUDGET = 256 * 1024
"""Bytes of older entries in one reply, so that news does not wait long behind them."""

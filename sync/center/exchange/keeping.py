"""What the door of uploads asks: which files are taken and given, and where they lie."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, TypeVar

from sync.attachments.uploads import Upload, Uploads


class Token(Protocol):
    """What a sender was allowed."""

    @property
    def length(self) -> int:
        """Bytes of the file."""


K = TypeVar("K", bound=Token)


class Keeping(Protocol[K]):
    """Which files are taken and given, and where they lie: scans, or desks' backups. Methods raise `Refused`.

    `path` of the collection, the `most` bytes of a file, its `media` type.
    """

    path: str
    most: int
    media: str
    uploads: Uploads

    def permitted(self, text: str) -> K:
        """The token of a text, if a file may be brought by it."""

    def begin(self, token: K) -> Upload:
        """A new upload, or the one begun with the like of the token before."""

    def finish(self, upload: Upload) -> bool:
        """Hashes a finished upload and counts it in; False when it is not the file it should be."""

    def is_settled(self, upload: Upload) -> bool:
        """Whether where the upload stands is the truth."""

    def settle(self, upload: Upload) -> Upload | None:
        """Brings to its end an upload that is not settled; None: it has to begin anew."""

    def give(self, text: str, name: str) -> Path:
        """The file that a token asks for."""

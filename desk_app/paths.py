"""Where a desk's data, keys, marks and logs lie."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_APP = "motcua"


def default_data() -> Path:
    """`MOTCUA_DATA`, or the platform's folder for a user's data."""
    named = os.environ.get("MOTCUA_DATA")
    return Path(named) if named else Path(platformdirs.user_data_dir(_APP, appauthor=False)) / "desk"


def keys_folder() -> Path | None:
    """`MOTCUA_KEYS`, or None: the operating system's keyring, else the platform's configuration folder."""
    named = os.environ.get("MOTCUA_KEYS")
    return Path(named) if named else None


def mark_folders() -> tuple[Path, Path]:
    """The two folders of head marks, neither of them the data folder.

    The second is the platform's state folder; `MOTCUA_STATE` moves it, for a demo that leaves no trace.
    """
    first = keys_folder() or Path(platformdirs.user_config_dir(_APP, appauthor=False))
    second = os.environ.get("MOTCUA_STATE") or platformdirs.user_state_dir(_APP, appauthor=False)
    return first, Path(second) / "marks"


def log_file() -> Path:
    """The program's log: numbers and kinds, never people."""
    return Path(platformdirs.user_log_dir(_APP, appauthor=False)) / "motcua.log"


@dataclass(frozen=True, slots=True)
class DeskPaths:
    """The files of one data folder."""

    data: Path

    @property
    def identity(self) -> Path:
        """Which store this is: an id, nothing secret."""
        return self.data / "desk.json"

    @property
    def founding(self) -> Path:
        """In the place of `identity` while a desk is being made: what lies beside it is nobody's yet."""
        return self.data / "founding.json"

    @property
    def answers(self) -> Path:
        """What the first start has asked so far; gone when it is finished."""
        return self.data / "first-start.json"

    @property
    def database(self) -> Path:
        """The encrypted store."""
        return self.data / "desk.db"

    @property
    def lock(self) -> Path:
        """Held by whichever process writes, for one transaction."""
        return self.data / "write.lock"

    @property
    def slips(self) -> Path:
        """Papers as PDF in the clear, for a command's caller who asked for a file; emptied a day later."""
        return self.data / "slips"

    @property
    def scans(self) -> Path:
        """Scans of dossiers, each encrypted under its own key."""
        return self.data / "scans"

    @property
    def backup_notes(self) -> Path:
        """When the last good backup was made and where; it goes into no backup itself."""
        return self.data / "backups.json"

    @property
    def backup_lock(self) -> Path:
        """Held by whoever makes a backup."""
        return self.data / "backup.lock"

    @property
    def mirror_notes(self) -> Path:
        """How far the journal's mirror has come; it goes into no backup."""
        return self.data / "mirror.json"

    @property
    def center_copy(self) -> Path:
        """The backup that is on its way to the center, in one file."""
        return self.data / "center-copy.mcc"

    @property
    def mirror_lock(self) -> Path:
        """Held by whoever writes the mirror."""
        return self.data / "mirror.lock"

    @property
    def envelope(self) -> Path:
        """The database's key under the code that was printed, if one was."""
        return self.data / "recovery.mckeys"

    @property
    def logs(self) -> Path:
        """Logs: numbers and kinds, never people."""
        return self.data / "logs"

"""Where secrets lie: the operating system's keyring, or files that only the user can read.

Never beside the database: a stolen disk image of the data folder must not hold its own key. The
keyring's library is imported at first use only, and not at all where a folder is given.
"""

from __future__ import annotations

import base64
import binascii
import os
import re
import secrets as chance
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from sync.durable import make_folder, sync_folder

SERVICE = "motcua"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}\Z")
_SUFFIX = ".secret"


class SecretsLocked(OSError):
    """The place where secrets lie cannot be read or written now; it is not known whether they are there."""


class Backend(Protocol):
    """What is used of a keyring's backend."""

    def get_password(self, service: str, username: str) -> str | None:
        """The text kept under (service, username)."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keeps a text."""

    def delete_password(self, service: str, username: str) -> None:
        """Removes a text; raises where there is none."""


def system_keyring() -> Backend | None:
    """The operating system's keyring; None where there is none (a server, a container)."""
    import keyring
    from keyring.backends import chainer, fail, null

    backend: Any = keyring.get_keyring()
    if isinstance(backend, chainer.ChainerBackend):
        backend = next(iter(backend.backends), None)
    if backend is None or isinstance(backend, (fail.Keyring, null.Keyring)):
        return None
    found: Backend = backend
    return found


class SecretStore:
    """Secrets by name. `keys_dir` given: files in it and nothing else.

    Without one: the backend that `keyring` finds (looked for at first use), else files in `fallback`
    (default: the platform's configuration folder). A secret found in neither is None; a keyring
    that is there but does not answer raises `SecretsLocked`, so that nobody makes a second key
    because the first one was locked away.
    """

    def __init__(
        self,
        keys_dir: Path | None,
        service: str = SERVICE,
        *,
        keyring: Callable[[], Backend | None] = system_keyring,
        fallback: Path | None = None,
    ) -> None:
        self._service = service
        self._find = keyring
        self._found = keys_dir is not None
        self._backend: Backend | None = None
        self._folder = keys_dir or fallback

    @property
    def folder(self) -> Path:
        """The folder of the secrets that are files; it may not exist yet."""
        if self._folder is None:
            from platformdirs import user_config_path

            self._folder = user_config_path(self._service, appauthor=False) / "keys"
        return self._folder

    def get(self, name: str) -> bytes | None:
        """The secret, or None when there is none. Raises `SecretsLocked`."""
        path = self._path(name)
        backend = self._keyring()
        if backend is not None:
            try:
                text = backend.get_password(self._service, name)
                if text is not None:
                    return base64.b64decode(text, validate=True)
            except binascii.Error as error:
                raise SecretsLocked("keyring: a secret is damaged") from error
            except Exception as error:  # every backend raises its own
                raise SecretsLocked("keyring: cannot be read") from error
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise SecretsLocked("secret file: cannot be read") from error

    def put(self, name: str, secret: bytes) -> None:
        """Keeps the secret durably, over what stood there. Raises `SecretsLocked`."""
        path = self._path(name)
        backend = self._keyring()
        if backend is None:
            try:
                write_private(path, secret)
            except OSError as error:
                raise SecretsLocked("secret file: cannot be written") from error
            return
        text = base64.b64encode(secret).decode("ascii")
        try:
            backend.set_password(self._service, name, text)
            kept = backend.get_password(self._service, name)
        except Exception as error:  # every backend raises its own
            raise SecretsLocked("keyring: cannot be written") from error
        if kept != text:
            raise SecretsLocked("keyring: did not keep a secret")

    def remove(self, name: str) -> None:
        """Removes the secret from wherever it lies, a file's bytes overwritten first; quiet where there is
        none.

        An overwritten file may survive in a solid state disk's spare cells: whoever fears that encrypts the
        disk too. Raises `SecretsLocked` where it is still there afterwards.
        """
        backend = self._keyring()
        if backend is not None:
            try:
                if backend.get_password(self._service, name) is not None:
                    backend.delete_password(self._service, name)
                left = backend.get_password(self._service, name)
            except Exception as error:  # every backend raises its own
                raise SecretsLocked("keyring: cannot be written") from error
            if left is not None:
                raise SecretsLocked("keyring: did not let a secret go")
        try:
            wipe(self._path(name))
        except OSError as error:
            raise SecretsLocked("secret file: cannot be removed") from error

    def _keyring(self) -> Backend | None:
        if not self._found:
            self._backend = self._find()
            self._found = True
        return self._backend

    def _path(self, name: str) -> Path:
        if not _NAME.match(name):
            raise ValueError("secret: not a name")
        return self.folder / (name + _SUFFIX)


def secret_store(environ: Mapping[str, str] = os.environ) -> SecretStore:
    """The store that the environment asks for: `MOTCUA_KEYS` names a folder."""
    folder = environ.get("MOTCUA_KEYS")
    return SecretStore(Path(folder) if folder else None)


def wipe(path: Path) -> None:
    """Overwrites a file with zeros, on the platter, and removes it; quiet where there is none."""
    try:
        with open(path, "r+b", buffering=0) as file:
            left = os.fstat(file.fileno()).st_size
            while left > 0:
                left -= file.write(bytes(min(left, 1 << 16)))
            os.fsync(file.fileno())
    except FileNotFoundError:
        return
    path.unlink(missing_ok=True)
    sync_folder(path.parent)


def write_private(path: Path, secret: bytes) -> None:
    """Writes a file only the user can read, whole or not at all, and on the platter when it returns.

    Windows has no modes: there the folder lies in the user's profile, whose access list lets in the
    user, the system and administrators only.
    """
    make_folder(path.parent, 0o700)
    if os.name == "posix":
        path.parent.chmod(0o700)
    draft = path.with_name(f".{path.name}.{chance.token_hex(6)}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(draft, flags, 0o600), "wb") as file:
            file.write(secret)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)

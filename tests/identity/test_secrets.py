"""Where secrets lie: files of the user's alone, a keyring where there is a real one, never a guess."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from sync.identity.secrets import SecretsLocked, SecretStore, secret_store, system_keyring

SECRET = bytes(range(32))


class FakeKeyring:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class LockedKeyring(FakeKeyring):
    """A keyring whose owner has not unlocked it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError("locked")


class ForgetfulKeyring(FakeKeyring):
    """A keyring that keeps nothing and does not say so."""

    def set_password(self, service: str, username: str, password: str) -> None:
        return


def test_a_secret_comes_back_as_it_was_put(tmp_path: Path) -> None:
    store = SecretStore(tmp_path / "keys")
    assert store.get("desk-1") is None
    store.put("desk-1", SECRET)
    store.put("desk-1", SECRET[::-1])
    assert SecretStore(tmp_path / "keys").get("desk-1") == SECRET[::-1]


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX; on Windows the profile's access list holds")
def test_files_of_secrets_are_the_users_alone(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        SecretStore(tmp_path / "keys").put("desk-1", SECRET)
    finally:
        os.umask(old)
    [path] = (tmp_path / "keys").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_given_folder_is_used_even_where_there_is_a_keyring(tmp_path: Path) -> None:
    keyring = FakeKeyring()
    SecretStore(tmp_path, keyring=lambda: keyring).put("desk-1", SECRET)
    assert not keyring.kept
    assert len(list(tmp_path.iterdir())) == 1


def test_a_real_keyring_is_used_and_no_file_is_written(tmp_path: Path) -> None:
    keyring = FakeKeyring()
    store = SecretStore(None, keyring=lambda: keyring, fallback=tmp_path / "fallback")
    store.put("desk-1", SECRET)
    assert store.get("desk-1") == SECRET
    assert list(keyring.kept) == [("motcua", "desk-1")]
    assert not (tmp_path / "fallback").exists()


def test_without_a_keyring_secrets_are_files_in_the_fallback(tmp_path: Path) -> None:
    SecretStore(None, keyring=lambda: None, fallback=tmp_path).put("desk-1", SECRET)
    # a keyring that comes later does not hide what lies in a file
    assert SecretStore(None, keyring=FakeKeyring, fallback=tmp_path).get("desk-1") == SECRET


def test_a_locked_keyring_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    store = SecretStore(None, keyring=LockedKeyring, fallback=tmp_path)
    with pytest.raises(SecretsLocked):
        store.get("desk-1")
    with pytest.raises(SecretsLocked):
        store.put("desk-1", SECRET)


def test_a_keyring_that_keeps_nothing_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(SecretsLocked):
        SecretStore(None, keyring=ForgetfulKeyring, fallback=tmp_path).put("desk-1", SECRET)


def test_a_failed_write_leaves_the_old_secret_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = SecretStore(tmp_path)
    store.put("desk-1", SECRET)

    def no_space(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(SecretsLocked):
        store.put("desk-1", b"other")
    assert store.get("desk-1") == SECRET
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("name", ["", "../up", "a/b", ".hidden", "x" * 101])
def test_a_name_cannot_leave_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        SecretStore(tmp_path).put(name, SECRET)


def test_the_environment_names_the_folder(tmp_path: Path) -> None:
    secret_store({"MOTCUA_KEYS": str(tmp_path / "here")}).put("a", SECRET)
    assert (tmp_path / "here").is_dir()


def test_a_backend_that_always_fails_counts_as_none() -> None:
    # the tests' environment names keyring's own failing backend
    assert system_keyring() is None


def test_a_secret_that_was_removed_is_gone_from_wherever_it_lay(tmp_path: Path) -> None:
    keyring = FakeKeyring()
    for store in (SecretStore(tmp_path), SecretStore(None, keyring=lambda: keyring, fallback=tmp_path)):
        store.put("desk-1", SECRET)
        store.remove("desk-1")
        assert store.get("desk-1") is None
        store.remove("desk-1")
    assert list(tmp_path.iterdir()) == []
    assert not keyring.kept


def test_a_secret_that_cannot_be_removed_is_not_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(SecretsLocked):
        SecretStore(None, keyring=LockedKeyring, fallback=tmp_path).remove("desk-1")

"""Keys, seals, boxes, certificates and invitations: what holds, and that nothing else does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.identity.boxes import AnswerBox, RequestBox
from sync.identity.certificates import (
    Certificate,
    Invitation,
    read_certificate,
    read_invitation,
    sign_certificate,
)
from sync.identity.keys import NodeKeys, NotGenuine, PublicKeys, verify
from sync.identity.seals import Seal, check_seal, seal
from sync.model import kinds
from sync.model.entry import JournalId, Tip

NODE = NodeKeys(bytes(range(64)))
OTHER = NodeKeys(bytes(range(64, 128)))
UNIT = "H15.50.05.13"
JOURNAL = JournalId(NODE.node, f"unit:{UNIT}", b"incarn-1")
CERTIFICATE = Certificate(
    OTHER.public, UNIT, kinds.DESK, 2, (f"unit:{UNIT}", "all:H15"), (f"unit:{UNIT}",), NODE.node,
    "2026-11-23T08:00:00+07:00", "0011223344556677",
)  # fmt: skip
INVITATION = Invitation("https://trung-tam.example:8443/mot-cua", NODE.public, UNIT, bytes(range(10)))


# -- keys ----------------------------------------------------------------------------------------


def test_the_id_of_a_node_follows_from_its_keys() -> None:
    assert NODE.node.hex() == "89a2b6ab2455f5790da5d08ea6035c2c"
    assert NodeKeys(NODE.secret).public == NODE.public
    assert NodeKeys.generate().node != NodeKeys.generate().node


def test_a_signature_counts_for_its_purpose_only() -> None:
    signature = NODE.sign(b"one purpose", b"message")
    NODE.public.verify(b"one purpose", b"message", signature)
    for key, context, message, word in (
        (OTHER.public.sign, b"one purpose", b"message", signature),
        (NODE.public.sign, b"another", b"message", signature),
        (NODE.public.sign, b"one purpose", b"massage", signature),
        (NODE.public.sign, b"one purpose", b"message", bytes(64)),
        (NODE.public.sign, b"one purpose", b"message", b""),
        (b"\xff" * 32, b"one purpose", b"message", signature),
        (b"short", b"one purpose", b"message", signature),
    ):
        with pytest.raises(NotGenuine):
            verify(key, context, message, word)


def test_secrets_are_not_printed() -> None:
    assert NODE.secret.hex() not in repr(NODE) + str(NODE)
    with pytest.raises(NotGenuine):
        NodeKeys(bytes(63))
    with pytest.raises(NotGenuine):
        PublicKeys(bytes(32), bytes(31))


# -- seals ---------------------------------------------------------------------------------------


def test_a_seal_stands_for_one_place_of_one_journal() -> None:
    place = Tip(7, bytes(range(32)))
    one = seal(NODE, JOURNAL, place)
    check_seal(NODE.public.sign, JOURNAL, one)
    for journal, tip in (
        (JOURNAL._replace(incarnation=b"incarn-2"), place),
        (JOURNAL._replace(channel="all:H15"), place),
        (JOURNAL, Tip(8, place.digest)),
        (JOURNAL, Tip(7, bytes(32))),
    ):
        with pytest.raises(NotGenuine):
            check_seal(NODE.public.sign, journal, Seal(tip, one.signature))


# -- boxes ---------------------------------------------------------------------------------------


@given(st.binary(max_size=2_000))
def test_a_request_opens_for_its_receiver_and_its_answer_for_the_asker(message: bytes) -> None:
    asked = RequestBox(NODE.public, message)
    answering = AnswerBox(NODE, asked.sealed)
    assert answering.message == message
    assert answering.digest == asked.digest
    assert asked.open_answer(answering.seal_answer(message[::-1])) == message[::-1]


def test_nobody_else_opens_a_request() -> None:
    asked = RequestBox(NODE.public, b"for the center")
    with pytest.raises(NotGenuine):
        AnswerBox(OTHER, asked.sealed)
    half_other = NodeKeys(OTHER.secret[:32] + NODE.secret[32:])
    with pytest.raises(NotGenuine):
        AnswerBox(half_other, asked.sealed)


def test_an_answer_answers_one_request() -> None:
    first, second = RequestBox(NODE.public, b"same"), RequestBox(NODE.public, b"same")
    answer = AnswerBox(NODE, first.sealed).seal_answer(b"yes")
    with pytest.raises(NotGenuine):
        second.open_answer(answer)
    with pytest.raises(NotGenuine):
        first.open_answer(first.sealed)


@pytest.mark.parametrize("key", [bytes(32), b"\1" + bytes(31), b"\xff" * 32])
def test_keys_that_share_nothing_secret_are_refused(key: bytes) -> None:
    if key != b"\xff" * 32:
        with pytest.raises(NotGenuine):
            RequestBox(PublicKeys(bytes(32), key), b"message")
    with pytest.raises(NotGenuine):
        AnswerBox(NODE, key + bytes(40))


# -- certificates --------------------------------------------------------------------------------


def test_a_certificate_says_what_its_center_signed() -> None:
    raw = sign_certificate(NODE, CERTIFICATE)
    assert read_certificate(raw, NODE.public) == CERTIFICATE
    assert read_certificate(raw, None).node == OTHER.node
    with pytest.raises(NotGenuine):
        read_certificate(raw, OTHER.public)
    with pytest.raises(NotGenuine, match="another center"):
        read_certificate(sign_certificate(NODE, replace(CERTIFICATE, issuer=bytes(16))), NODE.public)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b"null",
        b"{}",
        b'{"sign":1}',
        b"\xff",
        sign_certificate(NODE, CERTIFICATE)[64:].replace(b'"desk":2', b'"desk":1e999'),
        sign_certificate(NODE, CERTIFICATE)[64:].replace(b'"role":"desk"', b'"role":"king"'),
        sign_certificate(NODE, CERTIFICATE)[64:].replace(b"all:H15", b"all:../x"),
    ],
)
def test_a_signed_text_that_is_no_certificate_is_refused(text: bytes) -> None:
    with pytest.raises(NotGenuine):
        read_certificate(NODE.sign(b"motcua certificate v1", text) + text, NODE.public)


# -- invitations ---------------------------------------------------------------------------------


def test_an_invitation_survives_copying() -> None:
    line = INVITATION.encode()
    assert line.startswith("MC1-")
    assert line.isascii()
    assert read_invitation(line) == INVITATION
    assert read_invitation(" " + line[:30] + "\n  " + line[30:] + "\r\n") == INVITATION
    assert len(INVITATION.fingerprint) == 39


@given(st.integers(0, 200), st.sampled_from("Az0-_ =\u00e9"))
def test_a_mistyped_invitation_is_refused(at: int, letter: str) -> None:
    line = INVITATION.encode()
    at %= len(line)
    wrong = line[:at] + letter + line[at + 1 :]
    try:
        found = read_invitation(wrong)
    except NotGenuine:
        return
    # the last letter's spare bits say nothing; anything else that is read is what was written
    assert found == INVITATION
    assert "".join(wrong.split()) == line or at == len(line) - 1


@given(st.text(max_size=60))
def test_noise_is_no_invitation(text: str) -> None:
    for line in (text, "MC1-" + text):
        with pytest.raises(NotGenuine):
            read_invitation(line)

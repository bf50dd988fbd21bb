"""Whether a word can be a Vietnamese syllable: what tells sound text from text read in the wrong encoding.

Not a dictionary: onset, rime and tone are checked, with the clusters and the final k of names from the
Central Highlands ("Đắk", "Krông", "Plei").
"""

from __future__ import annotations

import re
import unicodedata

_RIMES = """
a ai ao au ay ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e eo ec em en eng ep et ê êu êch êm ên ênh êp êt êng
i ia iu ich im in inh ip it iêc iêm iên iêng iêp iêt iêu
o oi oa oai oan oang oac oach oanh oao oat oay oe oen oeo oet oc om on ong op ot oong ooc
oam oap oăc oăm oăn oăng oăt ô ôi ôc ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơp ơt ơng
u ui ua uc um un ung up ut uôc uôi uôm uôn uông uôt uân uâng uât uây uê uêch uênh uy uya uych uynh uyn
uyt uyp uyu uyên uyêt uơ ư ưa ưi ưu ưc ưm ưn ưng ưt ươc ươi ươm ươn ương ươp ươt ươu
y yêm yên yêng yêt yêu ynh yn yt ai ei ŏ ơk ak ăk âk ek êk ik ok ôk uk ưk iêk
""".split()  # noqa: SIM905 - a table is easier to read as it stands
_ONSETS = """
b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x
bl br chr dr đr gl gr hl hr kl kn kr ml mn mr ng pl pr rl sl sr tl
""".split()  # noqa: SIM905


def _either(parts: list[str]) -> str:
    return "|".join(sorted(parts, key=len, reverse=True))


_SHAPE = re.compile(f"(?:{_either(_ONSETS)})?(?:{_either(_RIMES)})")
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
# Diphthongs that fall: their tone stands on the first vowel ("léo"), except where qu and gi end in u and i.
_TONE_MISPLACED = re.compile("(?:[aeoâêôơư][oiuy]|(?<!q)ui|(?<!g)iu)[\u0300\u0301\u0303\u0309\u0323]\\Z")
_STOPPED = re.compile(r"(?:c|ch|p|t)\Z")


def _tone_last(word: str) -> str:
    """Letters with their quality composed and the tone as a character of its own after its letter."""
    out = ""
    for char in word.lower():
        parts = unicodedata.normalize("NFD", char)
        tone = "".join(part for part in parts if part in _TONES)
        out += unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES)) + tone
    return out


def is_syllable(word: str) -> bool:
    """Whether the word reads as one syllable, in any case; a stopped one bears sắc or nặng."""
    bare: list[str] = []
    tones: list[str] = []
    for char in unicodedata.normalize("NFD", word.lower()):
        (tones if char in _TONES else bare).append(char)
    if len(tones) > 1:
        return False
    shape = unicodedata.normalize("NFC", "".join(bare))
    if not _SHAPE.fullmatch(shape) or _TONE_MISPLACED.search(_tone_last(word)):
        return False
    return not _STOPPED.search(shape) or tones in (["\u0301"], ["\u0323"])

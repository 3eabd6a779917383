"""Ids for those whom the registry does not know: a function of the written form alone.

A rough romanisation (after ALA-LC without diacritics, long vowels and doubled letters simplified),
so that one name gets one id on every page, and most spelling variants of a name the same one.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from riwaya.arabic import fold_key, tokens

_LETTERS = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
    "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "g", "ف": "f",
    "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "u", "ي": "i", "ء": "",
    "پ": "p", "چ": "ch", "ڤ": "v", "گ": "g", "ژ": "zh",
}  # fmt: skip

_SKELETON = str.maketrans(
    dict.fromkeys("اويءهع", "")
    | {"غ": "ج", "ق": "ك", "ط": "ت", "ظ": "ز", "ض": "د", "ص": "س", "ڤ": "ف"}
)
_LEAST_LETTERS = 4
_MOST_SLIPS = 3
"""Letters that may differ between two spellings of like consonants."""


def provisional_id(form: str) -> str:
    """A stable id of an unknown entity from its written form: ``سيف الدين قطن`` → ``sif-aldin-qtn``."""
    parts = []
    for token in tokens(form):
        if token.kind == "mark":
            continue
        letters = "".join(
            _LETTERS.get(c, c if c.isascii() and c.isalnum() else "") for c in token.key
        )
        plain = "".join(c for at, c in enumerate(letters) if at == 0 or c != letters[at - 1])
        if plain:
            parts.append(plain)
    return "-".join(parts) or "x" + "".join(f"{ord(c):x}" for c in fold_key(form)[:12])


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """The consonants of a folded foreign name, rival renderings of one sound made one (غ/ج, ق/ك, ط/ت)."""
    out = word.translate(_SKELETON)
    return "".join(c for at, c in enumerate(out) if at == 0 or c != out[at - 1])


@lru_cache(maxsize=16384)
def near(a: str, b: str) -> bool:
    """Whether two folded words are likely one foreign name: like consonants, or one slip apart."""
    if a == b:
        return True
    if min(len(a), len(b)) < _LEAST_LETTERS or abs(len(a) - len(b)) > 2:
        return False
    apart, bones = OSA.distance(a, b, score_cutoff=_MOST_SLIPS), skeleton(a)
    if apart <= 1:  # one letter for another in a short word is another word (رولي, روتي)
        return len(a) != len(b) or len(a) > _LEAST_LETTERS or bones == skeleton(b)
    return apart <= _MOST_SLIPS and len(bones) >= 3 and bones == skeleton(b)

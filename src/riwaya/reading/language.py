"""The language of a page by its content, among those written in Arabic letters, and the rest.

Function words and letters that only one of the languages has decide; py3langid is asked only where
they do not, or where the text is in other letters.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from babel import Locale

from riwaya.reading.lexicon import table

_SAMPLE = 4_000
_SURE, _CLEARER = 0.4, 1.3
"""The score that a language must reach, and by how much it must lead, for the model not to be asked."""
_SHORT = 60
"""Letters under which a text without a foreign letter is taken for Arabic."""
_ARABIC_SHARE = 0.4
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile(
    r"[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ff\u0750-\u077f\u08a0-\u08c7\ufb50-\ufdff\ufe70-\ufefc]"
)
_LETTER = re.compile(r"[^\W\d_]")
_SCRIPT = ("ar", "fa", "ur", "ku", "ps", "ug", "sd")


@dataclass(frozen=True, slots=True)
class _Language:
    words: frozenset[str]
    letters: str


@cache
def _languages() -> dict[str, _Language]:
    data = table("languages")
    return {
        code: _Language(frozenset(data[code]["words"]), data[code]["letters"]) for code in _SCRIPT
    }


def name_of(code: str) -> str:
    """The English name of a language, or a phrase with its code."""
    name: str | None = table("languages")["names"].get(code)
    return name or Locale("en").languages.get(code) or f"in the language {code}"


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None where it has no letters."""
    sample = text
    if len(text) > _SAMPLE:
        middle = len(text) // 2
        sample = text[: _SAMPLE // 2] + text[middle : middle + _SAMPLE // 2]
    letters = len(_LETTER.findall(sample))
    if not letters:
        return None
    arabic = len(_ARABIC.findall(sample))
    if arabic < _ARABIC_SHARE * letters:
        return _by_model(sample, None)
    return _among_arabic_script(sample, arabic)


def _among_arabic_script(sample: str, letters: int) -> str:
    words, chars = Counter(_WORD.findall(sample)), Counter(sample)
    total = max(1, sum(words.values()))
    scores = {
        code: 10 * sum(words[word] for word in language.words) / total
        + 20 * sum(chars[char] for char in language.letters) / letters
        for code, language in _languages().items()
    }
    article = sum(n for word, n in words.items() if word.startswith(("ال", "وال", "بال", "لل")))
    scores["ar"] += 6 * article / total
    best, second = sorted(scores, key=lambda code: -scores[code])[:2]
    if scores[best] >= _SURE and scores[best] >= _CLEARER * scores[second]:
        return best
    foreign = any(
        chars[c] for code, one in _languages().items() if code != "ar" for c in one.letters
    )
    if letters < _SHORT and not foreign:
        return "ar"
    return _by_model(sample, _SCRIPT)


def _by_model(sample: str, among: tuple[str, ...] | None) -> str:
    """What py3langid makes of the sample, among the codes given; Arabic where it knows none of them."""
    import py3langid

    same = table("languages")["same"]
    for code, _ in py3langid.rank(sample):
        named: str = same.get(str(code), str(code))
        if among is None or named in among:
            return named
    return "ar"

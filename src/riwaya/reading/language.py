"""The language of a page by its content, among those written in Arabic letters, and the rest.

Function words and letters that only one of the languages has decide; py3langid is asked only where
they do not, or where the text is in other letters.
"""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 4_000
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile(
    r"[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ff\u0750-\u077f\u08a0-\u08c7\ufb50-\ufdff\ufe70-\ufefc]"
)
_LETTER = re.compile(r"[^\W\d_]")

NAMES = {
    "ar": "Arabic", "fa": "Persian", "ur": "Urdu", "ku": "Kurdish", "ps": "Pashto", "ug": "Uyghur", "sd": "Sindhi",
    "en": "English", "fr": "French", "de": "German", "es": "Spanish", "it": "Italian", "tr": "Turkish", "ru": "Russian", "he": "Hebrew",
}  # fmt: skip

_WORDS: dict[str, frozenset[str]] = {
    "ar": frozenset(
        [
            "في",
            "من",
            "على",
            "إلى",
            "الى",
            "أن",
            "ان",
            "إن",
            "عن",
            "التي",
            "الذي",
            "هذا",
            "هذه",
            "بعد",
            "قبل",
            "كان",
            "قال",
            "قالت",
            "كما",
            "مع",
            "بين",
            "خلال",
            "وقال",
            "ما",
            "لا",
            "لم",
            "أو",
            "هو",
            "هي",
            "وفي",
            "ومن",
            "ذلك",
            "عام",
            "اليوم",
        ]
    ),
    "fa": frozenset(
        [
            "که",
            "از",
            "را",
            "این",
            "است",
            "به",
            "در",
            "با",
            "برای",
            "آن",
            "شد",
            "شده",
            "خود",
            "کرد",
            "می",
            "های",
            "بود",
            "ایران",
            "وی",
            "هم",
            "تا",
            "یک",
            "نیز",
            "شود",
            "کرده",
            "باید",
            "اما",
        ]
    ),
    "ur": frozenset(
        [
            "کے",
            "کی",
            "میں",
            "نے",
            "ہے",
            "اور",
            "سے",
            "کا",
            "کو",
            "پر",
            "ہیں",
            "کہ",
            "یہ",
            "اس",
            "نہیں",
            "بھی",
            "کیا",
            "گیا",
            "تھا",
            "ایک",
            "ہو",
        ]
    ),
    "ku": frozenset(
        [
            "لە",
            "بە",
            "کە",
            "بۆ",
            "لەگەڵ",
            "ئەم",
            "ئەو",
            "لەسەر",
            "دەکات",
            "کرد",
            "هەیە",
            "ئێمە",
            "بەڵام",
            "هەر",
            "نییە",
            "بوو",
            "دا",
            "کوردستان",
            "عێراق",
        ]
    ),
    "ps": frozenset(
        [
            "د",
            "په",
            "چې",
            "او",
            "کې",
            "له",
            "ته",
            "دی",
            "یې",
            "سره",
            "هم",
            "دا",
            "پر",
            "ده",
            "نه",
            "شوي",
            "وو",
            "افغانستان",
            "کړي",
            "لپاره",
            "کړه",
        ]
    ),
    "ug": frozenset("ۋە بىلەن بۇ ئۇ بىر دەپ ئۈچۈن كېيىن بولغان قىلىش ئىكەنلىكىنى ئۇيغۇر".split()),  # noqa: SIM905
    "sd": frozenset("جي جو ۾ ۽ کي آهي جا کان تي سان نه هن ٿو".split()),  # noqa: SIM905
}
_LETTERS: dict[str, str] = {
    "ar": "ةىؤإ", "fa": "پچژگ", "ur": "ٹڈڑںےھہ", "ku": "ڕڵۆێەڤ", "ps": "ټډړږښځڅېۍڼګ", "ug": "ۇۆۈېەڭۋ", "sd": "ڄڃٻڀٿڦڳڱڻ",
}  # fmt: skip


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None where it has no letters."""
    sample = (
        text
        if len(text) <= _SAMPLE
        else text[: _SAMPLE // 2] + text[len(text) // 2 :][: _SAMPLE // 2]
    )
    letters = len(_LETTER.findall(sample))
    if not letters:
        return None
    arabic = len(_ARABIC.findall(sample))
    if arabic < 0.4 * letters:
        return _by_model(sample, None)
    return _among_arabic_script(sample, arabic)


def _among_arabic_script(sample: str, letters: int) -> str:
    words = Counter(_WORD.findall(sample))
    chars = Counter(sample)
    total = max(1, sum(words.values()))
    article = sum(n for word, n in words.items() if word.startswith(("ال", "وال", "بال", "لل")))
    scores = {
        code: 10 * sum(words[word] for word in vocabulary) / total
        + 20 * sum(chars[char] for char in _LETTERS[code]) / letters
        for code, vocabulary in _WORDS.items()
    }
    scores["ar"] += 6 * article / total
    ranked = sorted(scores, key=lambda code: -scores[code])
    best, second = ranked[0], ranked[1]
    if scores[best] >= 0.4 and scores[best] >= 1.3 * scores[second]:
        return best
    if letters < 60 and not any(
        chars[c] for code, cs in _LETTERS.items() if code != "ar" for c in cs
    ):
        return "ar"
    return _by_model(sample, tuple(_WORDS))


def _by_model(sample: str, among: tuple[str, ...] | None) -> str:
    """What py3langid makes of the sample, among the codes given; Arabic where it knows none of them."""
    import py3langid

    for code, _ in py3langid.rank(sample):
        named = _SAME.get(str(code), str(code))
        if among is None or named in among:
            return named
    return "ar"


_SAME = {
    "ckb": "ku", "kmr": "ku", "prs": "fa", "pes": "fa", "arb": "ar", "ary": "ar", "arz": "ar", "apc": "ar", "acm": "ar", "aeb": "ar",
}  # fmt: skip
"""Other codes for the languages above, and for their varieties."""

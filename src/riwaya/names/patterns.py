"""New people, by the patterns of the genre: a name-like word or more behind an office or kin.

وزير الخارجية البوروندي ألبرت شينغيرو, السفير السويدي هنريك لوندكفيست, ابنته يوليا: whatever stands there and
is no common word is somebody's name, known or not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.arabic import Token
from riwaya.names.gazetteer import skip, splits
from riwaya.names.lexicon import frequency, name_parts, words_of
from riwaya.names.match import Span
from riwaya.names.merge import AS_IF, proclitic, verb_like
from riwaya.names.offices import Phrase, Reader
from riwaya.names.reach import definite_surname
from riwaya.names.signals import KIN, OFFICE

_RARE = 150
"""A word rarer than this in the news sample may be a name that no list has."""

_UNSEEN = 20
_RARE_IN_APPOSITION = 40
"""One word of a name between commas is rarer than this, or known as a name's."""
_COMMON = 5000
"""A word oftener than this is none of a name, but for particles within it."""

_BEFORE_NAMES = frozenset((" ", "، ", " ،", ", ", " #", ' "', " «", " “"))
_HELD_AT = frozenset({"في", "لدي", "الي"})
_MOST_WORDS = 4
_PRONOUNS = frozenset(("هو", "هي", "هم", "هن", "هما"))
_SMALL = frozenset(
    [
        "بن",
        "ابن",
        "ابو",
        "بو",
        "ال",
        "ابي",
        "عبد",
        "دي",
        "دا",
        "دو",
        "فان",
        "فون",
        "دير",
        "لو",
        "ولد",
        "بنت",
        "الله",
        "الدين",
        "اوغلو",
    ]
)


def people_behind(
    text: str, words: Sequence[Token], spans: Sequence[Span], may: Sequence[int]
) -> list[Span]:
    """Names of people behind offices and kin that nothing else found in this block."""
    taken = {i for s in spans for i in range(s.first, s.last + 1) if not s.weak}
    reader = Reader(text, words, {s.first: s for s in spans if not s.weak})
    placed = {s.first: s.last for s in spans if s.type in ("GPE", "LOC") and not s.weak}
    out: list[Span] = []
    kin = words_of("kin") | words_of("called")
    for i in range(len(words)):
        if i in taken or not may[i] & (KIN | OFFICE):
            continue
        first, least = -1, 2
        if may[i] & KIN and any(r.stem in kin for r in splits(words[i].key)):
            which = i + 1 < len(words) and words[i + 1].key in words_of("which_kin")
            first, least = i + 1 + which, 1
        else:
            phrase = reader.at(i)
            if phrase is not None and (_leads(phrase) or _names_somebody(words, phrase)):
                first = _beyond_post(words, phrase.last + 1, placed)
        if first < 0 or first >= len(words) or first in taken:
            continue
        span = _name_at(text, words, first, taken, least=least)
        if span is not None:
            out.append(span)
            taken.update(range(span.first, span.last + 1))
    return out


def _beyond_post(words: Sequence[Token], at: int, placed: Mapping[int, int]) -> int:
    """The first word behind where an office is held (سفير بلاد [في مدينة] NAME)."""
    held = at + 1 < len(words) and words[at].key in _HELD_AT
    return placed[at + 1] + 1 if held and at + 1 in placed else at


def people_apposed(
    text: str, words: Sequence[Token], spans: Sequence[Span], may: Sequence[int]
) -> list[Span]:
    """Names between commas behind who bears them: رائد الفضاء الفلاني، فلان فلاني، قال.

    Commas on both sides make a common word a name's too (ألم), if another of its words is a rare one.
    """
    taken = {i for s in spans for i in range(s.first, s.last + 1) if not s.weak}
    out: list[Span] = []
    for i in range(1, len(words)):
        if i in taken or text[words[i - 1].end : words[i].start] not in ("، ", ", "):
            continue
        last = _enclosed(text, words, i, taken)
        if last and _of_somebody(text, words, i, taken, may) and _a_name(words[i : last + 1]):
            start = words[i].start + skip(words[i].text, 0)
            out.append(Span(i, last, start, words[last].end, "PER", (), "pattern", score=0.7))
            taken.update(range(i, last + 1))
    return out


def _enclosed(text: str, words: Sequence[Token], first: int, taken: set[int]) -> int:
    """The last of two to four words that a comma closes; 0 where none does."""
    for last in range(first + 1, min(first + _MOST_WORDS, len(words) - 1)):
        if last in taken or text[words[last - 1].end : words[last].start] != " ":
            return 0
        if text[words[last].end : words[last + 1].start] in ("، ", ", "):
            return last
    return 0


def _of_somebody(
    text: str, words: Sequence[Token], first: int, taken: set[int], may: Sequence[int]
) -> bool:
    """Whether a description of a person ends at the comma before ``first``: a head, and what is definite behind it."""
    for i in range(first - 1, max(-1, first - 7), -1):
        key = words[i].key
        gap = text[words[i].end : words[i + 1].start]
        if i < first - 1 and gap != " ":
            return False
        if may[i] & OFFICE and i not in taken and not verb_like(key):
            return words[first - 1].key.startswith("ال") or first - 1 in taken
        if verb_like(key):
            return False
    return False


def _a_name(words: Sequence[Token]) -> bool:
    """Whether words between commas can be a name: none is a common one of another kind, and one at least is rare."""
    keys = [word.key for word in words]
    if "_".join(keys[:2]) in words_of("not_people"):
        return False  # آية الله فلان
    for n, key in enumerate(keys):
        if key in _SMALL:
            continue
        other = key in words_of("place_heads") or key in words_of("org_heads")
        plain = not key[0].isalpha() or key.isascii() or verb_like(key) or len(key) < 2
        prefix = proclitic(key, after_name=False)[0] if key not in name_parts() else ""
        joined = prefix not in ("", "و", "ف")  # neither joins what a comma has parted
        if other or plain or joined or key in words_of("particles") or frequency(key) > _COMMON:
            return False
        definite = words[n].text.startswith("ال")
        if definite and (n == 0 or key not in name_parts()):
            return False
    return any(frequency(key) < _RARE_IN_APPOSITION or key in name_parts() for key in keys)


def without_office_words(
    text: str, words: Sequence[Token], spans: Sequence[Span], may: Sequence[int]
) -> list[Span]:
    """The spans but for the tagger's bodies that are words of an office (مستشار [الأمن القومي])."""
    doubtful = {k for k, s in enumerate(spans) if s.type == "ORG" and s.origin == "tagger"}
    if not doubtful:
        return list(spans)
    reader = Reader(text, words, {})
    known = [p for i, f in enumerate(may) if f & OFFICE and (p := reader.at(i)) and p.office]
    return [
        s
        for k, s in enumerate(spans)
        if k not in doubtful or not any(p.first < s.first and s.last <= p.last for p in known)
    ]


def _leads(phrase: Phrase) -> bool:
    return bool(phrase.side) and not phrase.generic and phrase.definite


def _names_somebody(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the word behind a head without a nationality (وزير النفط) is a given name."""
    at = phrase.last + 1
    if at + 1 >= len(words):
        return False
    given, family = (name_parts().get(words[k].key, ()) for k in (at, at + 1))
    if phrase.former:  # رئيس المجلس الأسبق | NAME NAME
        rare = words[at + 1].key.startswith("ال") and frequency(words[at + 1].key) < _RARE
        return "given" in given and (bool(family) or rare)
    if {"given", "mined-given"} & set(given):
        return True
    word = words[at].key
    native = frequency("ال" + word) or frequency(word + "ه")  # الرئيس | ضيق الصدر
    return bool({"family", "mined-family"} & set(family)) and not native and frequency(word) < _RARE


def _name_at(
    text: str, words: Sequence[Token], first: int, taken: set[int], least: int
) -> Span | None:
    gap = text[words[first - 1].end : words[first].start]
    opening = words[first].key
    if gap not in _BEFORE_NAMES or not _name_like(opening, first=True):
        return None
    if least > 1 and opening not in name_parts() and _accusative(opening):
        return None
    told = words[first].text.endswith("ه") and frequency(opening[:-1]) > _RARE_IN_APPOSITION
    if least > 1 and told and opening not in name_parts():
        return None  # الوزير الفلاني | كلفه
    pair = [w.key for w in words[first : first + 2]]
    if _noun_and_adjective(pair) or "_".join(pair) in words_of("not_people"):
        return None
    last = first
    while (
        last + 1 < len(words)
        and last - first + 1 < _MOST_WORDS
        and last + 1 not in taken
        and text[words[last].end : words[last + 1].start] in (" ", "-", "_")
        and _name_like(words[last + 1].key, first=False)
    ):
        last += 1
    if last + 2 < len(words) and words[last + 2].text == "الدين" and last + 1 not in taken:
        last += 2 * (
            text[words[last].end : words[last + 2].start].count(" ") == 2
        )  # أمل | علم الدين
    while last > first and words[last].key in _SMALL - {"الله", "الدين", "اوغلو"}:
        last -= 1
    if last - first + 1 < least or (first == last and not _name_alone(words[first].key)):
        return None
    start = words[first].start + skip(words[first].text, 0)
    return Span(first, last, start, words[last].end, "PER", (), "pattern", score=0.8)


def _name_alone(word: str) -> bool:
    """Whether one word behind kin can be a name: a given name, or a word that is hardly another."""
    if {"given", "mined-given"} & set(name_parts().get(word, ())):
        return word not in words_of("titles")
    if word.endswith(("ها", "هم", "ه", "ات", "ين", "ون")) or len(word) < 4:
        return False
    return frequency(word) < _UNSEEN and not proclitic(word, after_name=True)[0]


def _noun_and_adjective(keys: Sequence[str]) -> bool:
    """عرض الوزير | رسما بيانيا: a short noun and its adjective, both in the accusative, and known as nobody's name."""
    both = len(keys) == 2 and all(k.endswith("ا") and k not in name_parts() for k in keys)
    return both and frequency(keys[0][:-1]) > frequency(keys[0])


def _accusative(word: str) -> bool:
    """A noun or adjective in the accusative, by the bare word that news has (مصدرا)."""
    return len(word) > 4 and word.endswith("ا") and frequency(word[:-1]) > frequency(word)


def _governed(word: str) -> bool:
    """A word of news with a pronoun behind it or a preposition before it (رصدها, بإبلاغ)."""
    if word.endswith(("ها", "هم")) and len(word) > 4:
        return frequency(word[:-2]) > max(_UNSEEN, frequency(word))
    joined = word[:1] in ("ب", "ل") and len(word) > 4 and frequency(word) < frequency(word[1:])
    return joined and frequency(word[1:]) > _RARE and word[1:] not in name_parts()


def _other_word(word: str, *, first: bool) -> bool:
    """Whether a word is of another kind than those of names: a head, a particle, an accusative, one behind لل."""
    if word in words_of("place_heads") or word in words_of("org_heads"):
        return True
    if word.removeprefix("و") in words_of("called") | AS_IF | _PRONOUNS or word.startswith("لل"):
        return True
    if word.removeprefix("و") in words_of("kin"):
        return True  # ابنة | عمها فلانة
    if not first and word not in name_parts() and (_accusative(word) or _governed(word)):
        return True
    plural = word.startswith("م") and word.endswith(("ون", "ين")) and word not in name_parts()
    return first and (plural or word in words_of("particles"))


def _name_like(word: str, *, first: bool) -> bool:
    if not word[0].isalpha() or word.isascii() or verb_like(word) or len(word) < 2:
        return False
    if _other_word(word, first=first):
        return False
    if first and word not in name_parts() and proclitic(word, after_name=False)[0] not in ("", "و"):
        return False  # المقررة المعنية | باستقلال القضاة
    if frequency(word) > _COMMON:
        return word in _SMALL and not first
    parts = name_parts().get(word, ())
    rare = frequency(word) < _RARE and len(word) > 2 and not word.startswith("ال")
    rare = rare and (first or not (word.endswith("ه") and frequency("ال" + word)))
    return (
        "given" in parts or "mined-given" in parts or rare
        if first
        else bool(parts) or word in _SMALL or rare or definite_surname(word)
    )

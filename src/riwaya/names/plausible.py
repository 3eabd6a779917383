"""What the tagger calls a name and no name can be: words cut off its ends, and whole spans left out.

The tagger knows words by their neighbours; verbs and nouns beside a name, and words in a name's
usual place, deceive it.  How often news uses a word, and its ending, tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from riwaya.arabic import Token
from riwaya.names.gazetteer import skip, splits
from riwaya.names.lexicon import frequency, name_counts, name_parts, words_of
from riwaya.names.match import Span
from riwaya.names.merge import AS_IF, SEES, joined_verb, proclitic, verb_like
from riwaya.names.nationality import adjectives

_OFTEN = 400
"""A word that no list has as a name's and that news uses oftener begins no person's name …"""

_KNOWN = 100
"""A word oftener than this is known without the pronoun behind it."""

_OFTEN_LAST = 800
"""… and, oftener than this, ends none: surnames are rarer in lists."""

_NO_NAMES = SEES | frozenset(
    {"على", "إلى", "روى", "فإن", "شأن", "بشأن", "وإن", "رأى", "أني", "إني", "بأني", "لأني"}
)
"""Written so, these are no names, though folding makes them like one (علي, فان, شان)."""

_ORDINALS = frozenset(
    ("الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع")
)
_PASSIVE = re.compile("الم..و.ه")
_TANWIN = ("\u064b", "\u064bا")


def plausible(words: Sequence[Token], spans: Iterable[Span]) -> list[Span]:
    """The tagger's spans that can be names, trimmed to what can belong to one."""
    out: list[Span] = []
    for span in spans:
        kept = _trimmed(words, span) if span.type == "PER" else span
        if kept is not None and _can_be(words, kept):
            out.append(kept)
    return out


def _trimmed(words: Sequence[Token], span: Span) -> Span | None:
    first, last, start, prefix = span.first, span.last, span.start, span.prefix
    while first < last and (
        _before_names(words[first], len(prefix))
        or _of_an_ayatollah(words, first)
        or _noun_before_a_given_name(words, first, last)
        or _son_of_somebody(words, first, last)
    ):
        first += 1
        prefix, width = proclitic(words[first].key, after_name=False)
        start = words[first].start + skip(words[first].text, width)
    if first == last and _of_an_ayatollah(words, first):
        return None
    last = next((k - 1 for k in range(first + 1, last + 1) if _breaks(words[k].key)), last)
    while last > first and _behind_names(words[last]):
        last -= 1
    if last > first and last + 1 < len(words) and words[last].key in _ORDINALS:
        tens = words[last + 1].key
        last -= tens.startswith("وال") and tens.endswith(("ين", "ون"))  # الثالث والخمسين
    if (first, last) == (span.first, span.last):
        return span
    if first == last and len(words[first].key) < 3:
        return None
    return replace(span, first=first, last=last, start=start, end=words[last].end, prefix=prefix)


def _of_an_ayatollah(words: Sequence[Token], first: int) -> bool:
    """Whether a word ends the title before a name: آية الله | حسن كاظم, آية الله العظمى | حسن كاظم."""
    back = first - 2 if words[first].key == "العظمي" else first - 1
    return back >= 0 and words[back + 1].key == "الله" and words[back].key.endswith("ايه")


def _noun_before_a_given_name(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether a definite word of no list stands before a whole name (إدارة البازار | عبد الله صفدي)."""
    key = words[first].key
    listed = {"given", "family"} & set(name_parts().get(key, ()))
    if not first or last - first < 2 or not key.startswith("ال") or listed:
        return False
    second = words[first + 1].key
    return second == "عبد" or "given" in name_parts().get(second, ())


def _son_of_somebody(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether ابن before a given name and more says whose son somebody is (زفاف ابن | عبد الرحمن فلان)."""
    son = words[first].key.removeprefix("و") in ("ابن", "ابنه", "نجل") and last - first > 1
    return son and "given" in name_parts().get(words[first + 1].key, ())


def _before_names(token: Token, width: int) -> bool:
    if token.text in _NO_NAMES:
        return True
    key = token.key[width:]
    if key.removeprefix("و") in words_of("kin"):
        return True  # ابنتها | رنا فلان
    if key in name_parts() and not joined_verb(key):
        return False
    if key.removeprefix("و").startswith("است") or joined_verb(token.key):
        return True  # واستغرب | بن فلان
    listed = key in words_of("say_verbs") or key in words_of("before_people")
    return listed or frequency(key) > _OFTEN or (key,) in adjectives()


def _behind_names(token: Token) -> bool:
    if token.text.endswith(_TANWIN) or token.key in words_of("behind_people"):
        return True
    if token.text in SEES or joined_verb(token.key):
        return True  # سامي خليل | فيرى أن
    if token.key in name_parts() or token.key in words_of("name_particles"):
        return False
    if token.key in ("الدين", "الله"):
        return False
    if _PASSIVE.fullmatch(token.key) or "ال" + token.key in words_of("office_heads"):
        return True  # تشارلز | المدفونة, فريد حسنين | محلل اقتصادي
    return frequency(token.key) > _OFTEN_LAST or _accusative(token.key)


def _breaks(key: str) -> bool:
    """Whether a word within a span can be no name's: a noun behind ل or ب, or one with a suffix."""
    if key.startswith("و") and key[1:] in words_of("kin"):
        return True  # فلانة | وابنتها
    if key in name_parts() or len(key) < 5:
        return False
    if key.endswith(("تني", "تهم", "تها", "هما")) or joined_verb(key):
        return True
    if key.endswith(("ها", "هم")) and frequency(key[:-2]) > max(_KNOWN, frequency(key)):
        return True  # فلان | رصدها
    return (
        key[0] in "لب" and frequency(key[1:]) > _OFTEN_LAST and frequency(key) < frequency(key[1:])
    )


def _accusative(key: str) -> bool:
    """A noun in the accusative (برنامجا), by the noun that news has."""
    if len(key) < 5 or key[-1] != "ا":
        return False
    bare = frequency(key[:-1])
    return bare > _OFTEN or (bare > frequency(key) and key not in name_counts())


def _can_be(words: Sequence[Token], span: Span) -> bool:
    key = words[span.first].key[len(span.prefix) :]
    inside = words[span.first : span.last + 1]
    if any(w.text.endswith(_TANWIN) or w.key.removeprefix("و") in AS_IF for w in inside):
        return False
    if span.type == "ORG" and key in words_of("not_bodies"):
        return False
    if span.first == span.last:
        return words[span.first].text not in _NO_NAMES and _single(key, span)
    if span.type == "PER" and all(
        (w.key,) in adjectives() for w in words[span.first : span.last + 1]
    ):
        return False
    if span.type == "ORG":
        return not _generic_body(words, span)
    return not any(w.key.startswith("لل") for w in words[span.first : span.last + 1]) or (
        span.type != "PER"
    )


def _single(key: str, span: Span) -> bool:
    """Whether one word may be a name by itself."""
    if span.type == "PER":
        if key in words_of("titles"):
            return False
        if key in name_parts():
            return True
        plural = key.endswith("يون") or (key[0] == "م" and key.endswith(("ون", "عو", "لو")))
        return not (plural or _accusative(key) or key.startswith("لل"))
    if span.type == "ORG":
        heads = words_of("org_heads")
        headed = key.startswith("لل") and any(s.stem in heads for s in splits(key[2:]))
        return len(key) > 2 and key not in heads and not headed and not _accusative(key)
    if key.endswith(("تهم", "تها", "هما")):
        return False
    return len(key) > 1 and not (key.startswith("ال") and key[2:] in words_of("org_heads"))


def governs(text: str, words: Sequence[Token], first: int, last: int, stem: str) -> bool:
    """Whether a surname that is a noun of deeds too governs the definite noun behind it (سلامة المدنيين), and is no name."""
    at = last + 1
    if first != last or at >= len(words) or text[words[last].end : words[at].start] != " ":
        return False
    key = words[at].key
    barred = words_of("not_describing") | words_of("office_heads") | words_of("titles")
    named = key in barred or key in name_parts() or (key,) in adjectives()
    noun = stem in words_of("governing_surnames") and key.startswith("ال") and len(key) > 4
    return noun and not named and not (first > 0 and verb_like(words[first - 1].key))


def _generic_body(words: Sequence[Token], span: Span) -> bool:
    """المنظمة الدولية, منظمة إرهابية: a kind of body described, and none named."""
    if span.last - span.first != 1:
        return False
    head = words[span.first].key[len(span.prefix) :]
    behind = words[span.last].key
    if head in words_of("org_heads") and not head.startswith("ال"):
        bare = not behind.startswith("ال") and behind.endswith("يه")
        return bare and frequency(behind) > _OFTEN
    heads = words_of("org_heads")
    described = behind in words_of("describing_bodies")
    return described and head.startswith("ال") and any(s.stem in heads for s in splits(head[2:]))


__all__ = ["governs", "plausible"]

"""Places and facilities behind the word for what they are (جبل NAME, مطار NAME الدولي, بلدة NAME)."""

from __future__ import annotations

from dataclasses import replace

from riwaya.names.gazetteer import skip, splits
from riwaya.names.headed import Phrases, group
from riwaya.names.lexicon import frequency, words_of
from riwaya.names.match import Span
from riwaya.names.merge import proclitic, verb_like
from riwaya.names.nationality import adjectives

_RARE, _SELDOM, _UNSEEN = 150, 600, 20
_RARELY, _BASE, _LEAST_LETTERS = 80, 30, 3
"""Bounds for places: of a word, of a word without its article, and the fewest letters."""


def nature(page: Phrases, i: int, stem: str) -> Span | None:
    """جبل NAME, تلال NAME: the word for what it is belongs to the name."""
    if stem not in group("nature", "heads") or not page.next_to(i + 1):
        return None
    if page.words[i].text.endswith("دى"):
        return None  # وأدى الهجوم
    word = page.words[i + 1].key
    inner = page.firm.get(i + 1)
    if inner is not None and inner.first == i + 1 and not inner.prefix:
        return page.span(i, inner.last, "LOC") if inner.type != "ORG" else None
    if word in group("nature", "not_names") or (word,) in adjectives() or verb_like(word):
        return None
    named = word.startswith("ال") and not word.endswith(("يه", "ي")) and frequency(word) < _SELDOM
    agrees = word.endswith("ه") and (stem.endswith("ه") or frequency(word) > 0)
    unseen = frequency(word) < _UNSEEN and page.namely(i + 1) and not agrees
    return page.span(i, i + 1, "LOC") if named or unseen else None


def saint(page: Phrases, i: int, stem: str) -> Span | None:
    """سان NAME: a town by its first word, where nobody's name stands there."""
    if stem not in group("nature", "saints") or not page.next_to(i + 1):
        return None
    inner = page.firm.get(i + 1)
    if inner is not None and (inner.candidates or inner.last > i + 1):
        return None
    word = page.words[i + 1].key
    foreign = frequency(word) < _UNSEEN and page.namely(i + 1) and not word.startswith("ال")
    fits = foreign and len(word) > _LEAST_LETTERS and not word.endswith(("ها", "هم", "ين", "ون"))
    return page.span(i, i + 1, "GPE") if fits else None


def shrine(page: Phrases, i: int, stem: str) -> Span | None:
    """كنيسة القديس NAME, مسجد NAME: the word, the style of whom it is called by, and the name."""
    if stem not in group("nature", "shrines") or not page.next_to(i + 1):
        return None
    styled = page.words[i + 1].key in group("nature", "of_shrines")
    at = i + 1 + styled
    if not page.next_to(at) or page.words[at].key in group("nature", "not_shrines"):
        return None
    word = page.words[at].key
    inner = page.firm.get(at)
    if inner is not None and inner.first == at and not inner.prefix:
        return page.span(i, inner.last, "FAC")
    named = word.startswith("ال") and (word,) not in adjectives() and not word.endswith("يه")
    return page.span(i, at, "FAC") if styled or (named and frequency(word) < _SELDOM) else None


def facility(page: Phrases, i: int, stem: str) -> Span | None:
    """برج NAME, جسر NAME: a name found, or a foreign word that news hardly has."""
    if not page.next_to(i + 1):
        return None
    inner = page.firm.get(i + 1)
    if inner is not None:
        return _built(page, i, inner) if stem in group("facilities", "named") else None
    if stem not in group("facilities", "heads") | group("facilities", "of_towns"):
        return None
    word = page.words[i + 1].key
    foreign = _foreign(word) or (frequency(word) == 0 and not word.endswith(("ه", "ها", "هم", "ي")))
    fits = frequency(word) < _RARELY and page.namely(i + 1) and foreign
    last = _further(page, i + 1)
    return page.span(i, last, "FAC") if fits and len(word) > 3 else None


def _built(page: Phrases, i: int, inner: Span) -> Span | None:
    """مطار [PLACE] الدولي, سجن [PLACE]: the word, the name behind it, and what sort it is."""
    if inner.first != i + 1 or inner.prefix or inner.type not in ("GPE", "LOC", "PER"):
        return None
    return page.span(i, _further(page, inner.last), "FAC")


def _further(page: Phrases, last: int) -> int:
    """The last word of a facility's name: a further foreign word that news never has, or what sort it is."""
    at = last + 1
    if not page.next_to(at) or at in page.firm:
        return last
    word = page.words[at].key
    if word in group("facilities", "further"):
        return at
    unheard = (
        frequency(word) == 0 and not frequency("ال" + word) and word.isalpha() and len(word) > 3
    )
    plain = not word.startswith(("ال", "لل", "ي", "ت", "ف", "و")) and not word.endswith(("ه", "ي"))
    plain = plain and not word.endswith(("ها", "هم", "ين", "ون", "ات", "ان"))
    foreign = not proclitic(word, after_name=True)[0] and page.namely(at)
    return at if unheard and plain and foreign and not page.words[at].key.isascii() else last


def _foreign(word: str) -> bool:
    """Whether news has a word in one form only: a noun or an adjective has the article and a feminine."""
    if word.endswith(("ها", "هم", "ين", "ون", "ات", "ه")) or word.startswith("ال"):
        return False
    if proclitic(word, after_name=True)[0] or not word.isalpha():
        return False
    others = ("ال" + word, "لل" + word, word + "ه", word + "ا")
    return frequency(word) > 0 and not any(frequency(w) for w in others)


def place(page: Phrases, i: int, stem: str) -> Span | None:
    """منطقة NAME: a word that news hardly has, behind the word for a town or a district."""
    if stem not in group("settled", "heads") or not page.next_to(i + 1):
        return None
    inner = page.firm.get(i + 1)
    if inner is not None:
        known = inner.type != "GPE" or inner.last > i + 1 or inner.prefix
        last = _with_second(page, i + 1)
        if not known and not inner.candidates and last > i + 1:
            return page.span(i + 1, last, "GPE")
        return None if known or stem not in group("settled", "pairs") else inner
    if page.words[i + 1].key in ("ذي", "بني", "كفر", "دير", "بيت") and page.next_to(i + 2):
        rare = frequency(page.words[i + 2].key) < _RARE and i + 2 not in page.firm
        return page.span(i + 1, i + 2, "GPE") if rare else None
    if not _place_word(page, i + 1, sure=stem in group("settled", "sure")):
        return None
    return page.span(i + 1, _with_second(page, i + 1), "GPE")


def _with_second(page: Phrases, at: int) -> int:
    """The last word of a place that begins at ``at``: the next one where that is rare and definite (غوط الشعال)."""
    if page.words[at].key.startswith("ال") or not page.next_to(at + 1):
        return at
    word, guess = page.words[at + 1].key, page.firm.get(at + 1)
    rare = word.startswith("ال") and frequency(word) < _UNSEEN
    plain = (word,) in adjectives() or word.endswith(("يه", "ات", "ين", "ون"))
    free = guess is None or (guess.last == at + 1 and not guess.candidates)
    return at + (rare and not plain and free)


def _place_word(page: Phrases, at: int, *, sure: bool) -> bool:
    """Whether the word behind a place's head is its name."""
    word = page.words[at].key
    if word in group("settled", "not_names") or len(word) < _LEAST_LETTERS:
        return False
    if page.words[at].text.endswith("ه") or word.endswith("ونها"):
        return False  # لقضاء عقوبته, منطقة يريدونها
    if word.removeprefix("و") in words_of("place_heads"):
        return False
    if sure and word.startswith("ال") and len(word) > 4:
        barred = word.endswith(("ات", "ين", "ون")) or (word,) in adjectives()
        return not barred and frequency(word) < _RARE and frequency(word[2:]) < _BASE
    if sure and frequency(word) < _RARELY and page.namely(at):
        mine = word.endswith("ه") and not frequency("ال" + word)
        if mine or _foreign(word):
            return True
    feminine = word.endswith("ه") and frequency(word) > 0
    return frequency(word) < _UNSEEN and page.namely(at) and not feminine


def second(page: Phrases, found: Span) -> Span | None:
    """The other place behind a dual (مديريتي X و[Y])."""
    at = found.last + 1
    heads = {s.stem for s in splits(page.words[found.first - 1].key)} if found.first else set()
    if not page.next_to(at) or at in page.firm or heads.isdisjoint(group("settled", "pairs")):
        return None
    word = page.words[at]
    if word.key[0] != "و" or not len(word.key) > 3 or frequency(word.key[1:]) > _RARE:
        return None
    span = page.span(at, at, "GPE")
    return replace(span, start=word.start + skip(word.text, 1), prefix="و")


__all__ = ["facility", "nature", "place", "saint", "second", "shrine"]

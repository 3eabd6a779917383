"""Small places and firms of a page: a name that stood behind the word for one is so everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from riwaya.arabic import Token
from riwaya.model import MentionType
from riwaya.names.gazetteer import skip, splits
from riwaya.names.headed import group
from riwaya.names.lexicon import frequency, name_parts, words_of
from riwaya.names.match import Span
from riwaya.names.nationality import adjectives

_HARDLY, _SELDOM, _COMMON = 20, 150, 1500
_LEAST, _MOST_LISTED = 4, 12


def page_places(
    blocks: Iterable[tuple[Sequence[Token], Sequence[Span]]],
) -> dict[str, MentionType]:
    """The folded single words that a pattern found to be places or firms of this page, and that mean
    nothing else, with what they are.
    """
    found: dict[str, MentionType] = {}
    for words, spans in blocks:
        for span in spans:
            if (
                span.type not in ("GPE", "ORG")
                or span.origin != "pattern"
                or span.first != span.last
            ):
                continue
            word = words[span.first].key[len(span.prefix) :]
            if len(word) >= _LEAST and frequency(word) < _SELDOM and word not in name_parts():
                found.setdefault(word, span.type)
    return found


def with_places(
    text: str, words: Sequence[Token], spans: list[Span], places: Mapping[str, MentionType]
) -> list[Span]:
    """The spans of a block and every further place where a place or firm of the page stands, a factory's or
    bridge's name with the word for it.
    """
    if not places:
        return spans
    taken = {i for s in spans if not s.weak for i in range(s.first, s.last + 1)}
    made: list[Span] = []
    for i, word in enumerate(words):
        if i in taken:
            continue
        split = next((s for s in splits(word.key) if s.stem in places), None)
        if split is None:
            continue
        start = word.start + skip(word.text, split.width)
        kind = places[split.stem]
        span = Span(i, i, start, word.end, kind, (), "page", prefix=split.prefix)
        if kind == "GPE" and not split.prefix and i and text[words[i - 1].end : word.start] == " ":
            span = _facility(words, span)
        made.append(span)
    covered = {i for s in made for i in range(s.first, s.last + 1)}
    kept = [s for s in spans if covered.isdisjoint(range(s.first, s.last + 1))]
    return sorted([*kept, *made], key=lambda s: s.start)


def with_place_lists(text: str, words: Sequence[Token], spans: list[Span]) -> list[Span]:
    """The spans of a block and the places that a plural head lists (بلدات X وY وZ)."""
    heads = group("place_lists", "heads")
    at = [i for i, w in enumerate(words) if any(s.stem in heads for s in splits(w.key))]
    if not at:
        return spans
    firm = {i: s for s in spans if not s.weak for i in range(s.first, s.last + 1)}
    made: list[Span] = []
    for i in at:
        made += _listed(text, words, i, firm)
    covered = {i for s in made for i in range(s.first, s.last + 1)}
    kept = [s for s in spans if covered.isdisjoint(range(s.first, s.last + 1))]
    return sorted([*kept, *made], key=lambda s: s.start)


def _listed(text: str, words: Sequence[Token], i: int, firm: Mapping[int, Span]) -> list[Span]:
    """The unknown places of one list: nothing where it has a single item that no table knows."""
    made: list[Span] = []
    items, at = 0, i + 1
    while at < len(words) and items < _MOST_LISTED:
        gap = text[words[at - 1].end : words[at].start].strip()
        bound = words[at].key.startswith("و") or gap in ("،", ",")
        if gap not in ("", "،", ",") or (items and not bound):
            break
        known = firm.get(at)
        if known is not None and _opens_compound(words, known):
            known = None
        if known is not None:
            if known.type not in ("GPE", "LOC") or known.first != at:
                break
            items, at = items + 1, known.last + 1
            continue
        width = _place_width(words, at, firm, joined=items > 0 and words[at].key.startswith("و"))
        if not width:
            break
        drop = 1 if items and words[at].key.startswith("و") and not gap else 0
        start = words[at].start + skip(words[at].text, drop)
        last = at + width - 1
        made.append(Span(at, last, start, words[last].end, "GPE", (), "pattern", prefix="و" * drop))
        items, at = items + 1, last + 1
    return made if items > 1 else []


def _opens_compound(words: Sequence[Token], span: Span) -> bool:
    """A word that the tagger has for a place and that begins one of two words (كفر of كفر زلما)."""
    key = words[span.first].key[len(span.prefix) :]
    single = span.origin == "tagger" and span.first == span.last
    return single and key in group("place_lists", "compounds")


def _place_width(words: Sequence[Token], at: int, firm: Mapping[int, Span], *, joined: bool) -> int:
    """How many words the unknown place at a word of a list has: 0 where it is none."""
    word = words[at].key[1:] if joined else words[at].key
    if word in group("place_lists", "compounds") and at + 1 < len(words) and at + 1 not in firm:
        return 2 if frequency(words[at + 1].key) < _COMMON else 0
    plain = len(word) > 2 and word[0].isalpha() and not word.isascii()
    bare = word.removeprefix("ال")
    listed = group("place_lists", "heads") | words_of("place_heads")
    if word in group("settled", "not_names") or word.removeprefix("و") in listed:
        return 0
    if words[at].text.rstrip("ا").endswith("\u064b") or words[at].text.endswith("\u064b"):
        return 0  # قرى وأحياء، مخلفاً
    barred = word in name_words() or (word,) in adjectives() or frequency(bare) > _SELDOM
    plural = word.endswith(("ين", "ون", "ات")) and frequency(word) > _HARDLY
    return int(plain and not barred and not plural and frequency(word) < _SELDOM)


def name_words() -> frozenset[str]:
    return words_of("office_heads") | words_of("not_describing") | words_of("particles")


def without_island(words: Sequence[Token], spans: list[Span]) -> list[Span]:
    """The spans of a block but for الجزيرة read as the broadcaster where it is an island."""
    if not any(words[s.first].key.endswith("الجزيره") for s in spans):
        return spans
    islands = {"جزيره", "جزر"}
    told = any(s.stem in islands for w in words for s in splits(w.key))
    return [s for s in spans if not _island(words, s, told=told)]


def _island(words: Sequence[Token], span: Span, *, told: bool) -> bool:
    """Whether bare الجزيرة is a common noun: islands are told of, or an adjective follows."""
    if span.first != span.last or words[span.first].key[len(span.prefix) :] != "الجزيره":
        return False
    outlets = words_of("outlet_kinds")
    if span.first and any(r.stem in outlets for r in splits(words[span.first - 1].key)):
        return False
    after = words[span.last + 1].key if span.last + 1 < len(words) else ""
    described = after.startswith("ال") and after.endswith("ه") and after not in _OF_OUTLETS
    return told or described


_OF_OUTLETS = frozenset({"القطريه", "الفضائيه", "الفضاييه", "الاخباريه", "الانجليزيه", "الوثايقيه"})


def _facility(words: Sequence[Token], span: Span) -> Span:
    head = words[span.first - 1]
    for split in splits(head.key):
        if split.stem in group("facilities", "heads"):
            start = head.start + skip(head.text, split.width)
            return replace(span, first=span.first - 1, start=start, type="FAC", prefix=split.prefix)
    return span


__all__ = ["page_places", "with_place_lists", "with_places", "without_island"]

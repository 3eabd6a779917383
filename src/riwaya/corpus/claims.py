"""Claims: one statement, or one number, as several pages have it, with its wordings side by side.

Two statements are one claim where a copied passage stands over both, or where they share most of
their words and no known origin speaks against it; two numbers of one story, where they count the
same thing and agree after their hedges. Translations of one remark share stems, not order: words
are compared as sets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from riwaya.arabic import all_sentences
from riwaya.corpus.claims_text import Stems, held, hull, shared, stems
from riwaya.corpus.independence import Relays, Telling, count
from riwaya.corpus.independence_origins import (
    Origin,
    Sides,
    covering,
    span_origin,
    statement_origin,
)
from riwaya.model import Analysed, Claim, Quantity, Span, Wording

SAME_VOICE = 0.5
"""Shared stems (Jaccard) that make two statements of one origin one claim."""
OTHER_VOICE = 0.65
"""The same, between origins that differ or are not known."""
REPEATED = 0.4
"""The same, of two statements of one page that are one claim told twice."""
FEWEST_STEMS = 3
SAME_SENTENCE = 0.15
"""Shared stems of two sentences, in stories that follow one another, that give one number of one thing."""
WIDEST_NUMBER = 200
"""Tellings of one number that are compared pair by pair."""
WIDEST_STEM = 40
"""A stem in more statements of a story than this proposes no pairs."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement or a number as one page has it."""

    page: str
    id: str
    statement: str | None
    spans: tuple[Span, ...]
    stems: Stems
    names: Stems
    """Those of its stems that name people, bodies and places: who is spoken of, not what is said."""
    origin: Origin | None
    polarity: str = "affirmed"

    @property
    def key(self) -> tuple[str, str]:
        return self.page, self.id


def find_claims(
    pages: Sequence[Analysed], relays: Relays, sides: Sides, story_of: Mapping[str, str]
) -> list[Claim]:
    """The claims that two or more of these pages have, each with its origins.

    A claim's id is its least wording's: ``PAGE#STATEMENT``, or ``PAGE#qN`` of a number.
    """
    if len(pages) < 2:
        return []
    said = [one for page in pages for one in _statements(page, sides)]
    numbers = [one for page in pages for one in _numbers(page, sides)]
    groups = _statement_groups(said, relays) + _number_groups(numbers, story_of)
    return [claim for group in groups if (claim := _claim(group, relays)) is not None]


def _statements(page: Analysed, sides: Sides) -> Iterable[Said]:
    for statement in page.statements:
        if not statement.content or statement.polarity == "withheld":
            continue
        yield Said(
            page=page.id,
            id=statement.id,
            statement=statement.id,
            spans=statement.content,
            stems=stems(page, statement.content),
            names=_names(page, statement.content),
            origin=statement_origin(statement, sides),
            polarity=statement.polarity,
        )


def _names(page: Analysed, spans: Sequence[Span]) -> Stems:
    first, last = hull(spans)
    named = (
        (m.start, m.end)
        for m in page.mentions
        if first <= m.start and m.end <= last and any(s <= m.start and m.end <= e for s, e in spans)
    )
    return stems(page, named)


def _claim(group: Sequence[Said], relays: Relays) -> Claim | None:
    if len({one.page for one in group}) < 2:
        return None
    kept = _apart(sorted(group, key=lambda one: one.key))
    tellings = [
        Telling(one.page, one.spans, (one.origin,) if one.origin is not None else ())
        for one in kept
    ]
    counted = count(tellings, relays)
    return Claim(
        id="#".join(kept[0].key),
        wordings=tuple(_wording(one) for one in kept),
        origins=counted.origins,
        independent=counted.independent,
        independent_max=counted.independent_max,
    )


def _wording(one: Said) -> Wording:
    start, end = hull(one.spans)
    return Wording(page=one.page, statement=one.statement, start=start, end=end)


def _apart(group: Sequence[Said]) -> list[Said]:
    """Without wordings that lie within another of the same page: a report of a report is said once."""
    out = []
    for one in group:
        start, end = hull(one.spans)
        around = (
            hull(other.spans) for other in group if other is not one and other.page == one.page
        )
        if not any(s <= start and end <= e and (s, e) != (start, end) for s, e in around):
            out.append(one)
    return out


def _statement_groups(said: Sequence[Said], relays: Relays) -> list[list[Said]]:
    groups = _Groups(said)
    alike = [(s, a, b) for a, b in _candidates(said) if (s := _likeness(said[a], said[b]))]
    for _, a, b in sorted(alike, key=lambda pair: (-pair[0], pair[1], pair[2])):
        groups.join(said[a], said[b])
    by_page: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_page[one.page].append(one)
    for one in said:
        for other, start, end in relays.copied(one.page, one.spans):
            for twin in by_page.get(other, ()):
                s, e = hull(twin.spans)
                if s < end and start < e and _same_words(one, twin):
                    groups.join(one, twin)
    return groups.all()


def _candidates(said: Sequence[Said]) -> list[tuple[int, int]]:
    """Pairs of different pages that share two stems that are not in half the story."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(said):
        if len(one.stems) >= FEWEST_STEMS:
            for word in one.stems:
                places[word].append(index)
    shares: dict[tuple[int, int], int] = defaultdict(int)
    for found in places.values():
        if 1 < len(found) <= WIDEST_STEM:
            for i, a in enumerate(found):
                for b in found[i + 1 :]:
                    if said[a].page != said[b].page:
                        shares[a, b] += 1
    return sorted(pair for pair, n in shares.items() if n >= 2)


def _likeness(a: Said, b: Said) -> float:
    """How much two statements share, 0 where they are two claims."""
    if a.polarity != b.polarity or min(len(a.stems), len(b.stems)) < FEWEST_STEMS:
        return 0.0
    one_voice = (
        a.origin is not None
        and b.origin is not None
        and a.origin.known
        and a.origin.key == b.origin.key
    )
    overlap = min(shared(a.stems, b.stems), shared(a.stems - a.names, b.stems - b.names))
    if one_voice and held(a.stems, b.stems) >= 0.8 and overlap >= 0.4:
        return overlap
    return overlap if overlap >= (SAME_VOICE if one_voice else OTHER_VOICE) else 0.0


def _same_words(a: Said, b: Said) -> bool:
    return (
        a.polarity == b.polarity
        and min(len(a.stems), len(b.stems)) >= FEWEST_STEMS
        and shared(a.stems, b.stems) >= SAME_VOICE
    )


def _at_peace(a: Sequence[Said], b: Sequence[Said]) -> bool:
    """Whether two wordings that one page keeps apart stay apart: a page may repeat a claim, reworded."""
    pages = {one.page for one in a} & {one.page for one in b}
    return all(
        shared(x.stems, y.stems) >= REPEATED
        for x in a
        if x.page in pages
        for y in b
        if y.page == x.page
    )


class _Groups:
    """Disjoint sets of wordings that grow by joining."""

    def __init__(self, said: Iterable[Said]) -> None:
        self._of = {one.key: [one] for one in said}

    def join(self, a: Said, b: Said, *, check: bool = True) -> None:
        first, second = self._of[a.key], self._of[b.key]
        if first is second or (check and not _at_peace(first, second)):
            return
        if len(first) < len(second):
            first, second = second, first
        first.extend(second)
        for one in second:
            self._of[one.key] = first

    def all(self) -> list[list[Said]]:
        return list({id(group): group for group in self._of.values()}.values())


# ---------------------------------------------------------------- numbers


@dataclass(frozen=True, slots=True)
class _Counted:
    said: Said
    quantity: Quantity


def _numbers(page: Analysed, sides: Sides) -> Iterable[_Counted]:
    rows = all_sentences(page.text) if page.quantities else ()
    for index, quantity in enumerate(page.quantities):
        if quantity.unit is None and quantity.of is None:
            continue
        span = (quantity.start, quantity.end)
        statement = next(iter(covering(page, span)), None)
        around = [row for row in rows if row[0] <= span[0] < row[1]]
        yield _Counted(
            Said(
                page=page.id,
                id=f"q{index:03}",
                statement=statement.id if statement else None,
                spans=(span,),
                stems=stems(page, around),
                names=frozenset(),
                origin=span_origin(page, span, sides),
            ),
            quantity,
        )


def _number_groups(numbers: Sequence[_Counted], story_of: Mapping[str, str]) -> list[list[Said]]:
    """One unit, one thing counted, one number: hedges aside, ``نحو 15`` and ``15`` are one claim.

    In two stories it is one where the sentences around it are alike as well.
    """
    blocks: dict[tuple[str | None, str | None, str], list[Said]] = defaultdict(list)
    for one in numbers:
        quantity = one.quantity
        blocks[quantity.unit, quantity.of, str(quantity.value)].append(one.said)
    out: list[list[Said]] = []
    for key in sorted(blocks, key=str):
        groups = _Groups(blocks[key])
        for a, b in combinations(blocks[key][:WIDEST_NUMBER], 2):
            same_story = story_of.get(a.page) == story_of.get(b.page)
            if same_story or shared(a.stems, b.stems) >= SAME_SENTENCE:
                groups.join(a, b, check=False)
        out += groups.all()
    return out

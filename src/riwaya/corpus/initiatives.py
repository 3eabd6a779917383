"""At whose initiative a contact was, as its sources put it in so many words.

A page's contact has one initiator; two sides that each say that the other asked for the call are
told by their own statements.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from riwaya.arabic import all_sentences
from riwaya.corpus.disputes_messages import Sentences, between
from riwaya.corpus.independence_origins import Origin, Sides, span_origin
from riwaya.corpus.values import ref_key
from riwaya.model import Analysed, Contact, Dispute, DisputeValue, PageSpan, Ref, Span
from riwaya.names.registry import registry

_AHEAD = 40
"""Code points after the words of initiative within which its side is named."""


@dataclass(frozen=True, slots=True)
class Initiative:
    """That a side took the initiative, as a known source says in ``start`` to ``end`` of a page."""

    page: str
    side: str
    start: int
    end: int
    origin: Origin


def initiatives(page: Analysed, contact: Contact, sides: Sides) -> tuple[Initiative, ...]:
    """Who says on a page at whose initiative this contact was: of two sides, or none.

    The words must stand in a statement of a known source, in a sentence that speaks of a contact.
    """
    parties = {
        (sides.side_of(ref.entity) if ref.entity else None) or ref_key(ref)
        for ref in contact.parties
    }
    if len(parties) != 2 or contact.kind in ("visit", "letter") or not _phrase().search(page.text):
        return ()
    return tuple(_initiatives(page, parties, sides))


def _initiatives(page: Analysed, parties: set[str], sides: Sides) -> Iterable[Initiative]:
    for start, end in all_sentences(page.text):
        sentence = page.text[start:end]
        if not _contact().search(sentence):
            continue
        for match in _phrase().finditer(sentence):
            named = _named(page, (start + match.end(), end), parties, sides)
            if named is None:
                continue
            side, stop = named
            origin = span_origin(page, (start + match.start(), stop), sides)
            if origin is not None and origin.known:
                yield Initiative(page.id, side, start + match.start(), stop, origin)


def _named(page: Analysed, span: Span, parties: set[str], sides: Sides) -> tuple[str, int] | None:
    """The party's side that the words right after name, and where its name ends."""
    start, end = span
    for mention in sorted(page.mentions, key=lambda m: m.start):
        if start <= mention.start < min(end, start + _AHEAD) and mention.entity:
            side = sides.side_of(mention.entity) or mention.entity
            return (side, mention.end) if side in parties else None
    words = page.text[start : min(end, start + _AHEAD)].split()[:2]
    side_told = sides.described(" ".join(words).strip("،.؛ ")) if len(words) == 2 else None
    if side_told is None or side_told not in parties:
        return None
    return side_told, page.text.index(words[1], start) + len(words[1].rstrip("،.؛ "))


def initiative_dispute(told: Sequence[Initiative], story: str | None) -> Dispute | None:
    """The dispute, where sources of no common side give the initiative to one side and the other."""
    by_side: dict[str, list[Initiative]] = defaultdict(list)
    for one in sorted(told, key=lambda i: (i.page, i.start)):
        by_side[one.side].append(one)
    if len(by_side) != 2:
        return None
    rows = sorted(by_side.items(), key=lambda row: (-len(row[1]), row[0]))
    origins = [{one.origin.key for one in row} for _, row in rows]
    if origins[0] & origins[1]:
        return None  # one source tells both: no certain conflict
    values, shown = [], []
    for side, row in rows:
        english, arabic = _name(side)
        who: dict[str, str] = {}
        for origin in (one.origin for one in row):
            who[origin.said_by] = max(who.get(origin.said_by, ""), origin.name, key=len)
        names = (name or said_by for said_by, name in who.items())
        shown.append(("، ".join(names), english, arabic))
        values.append(
            DisputeValue(
                value=arabic,
                evidence=tuple(PageSpan(page=i.page, start=i.start, end=i.end) for i in row),
                according_to=tuple(sorted({i.origin.said_by for i in row})),
            )
        )
    message, message_ar = between("initiator", shown)
    return Dispute(
        kind="conflict", field="initiator", values=tuple(values), message=message,
        message_ar=message_ar, story=story,
    )  # fmt: skip


def side_ref(side: str) -> Ref:
    """A side as a reference, with its names where the registry has them."""
    english, arabic = _name(side)
    return Ref(entity=side, name=arabic, names=tuple(dict.fromkeys((arabic, english))))


def _name(side: str) -> Sentences:
    entity = registry().entity(side)
    if entity is None:
        return side, side
    return (entity.en or (side,))[0], (entity.ar or (side,))[0]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    path = resources.files("riwaya") / "data" / "corpus" / "initiatives.toml"
    data = tomllib.loads(path.read_text("utf-8"))

    def any_of(words: Sequence[str]) -> str:
        return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)

    verbs, phrases = any_of(data["verbs"]["forms"]), any_of(data["initiative"]["phrases"])
    contact = rf"(?<!\w)[وفبل]?(?:ال)?(?:{any_of(data['contact']['nouns'])})(?!\w)"
    phrase = rf"(?<!\w)[وف]?(?:{verbs})\s+(?:{phrases})(?=\s)"
    return re.compile(phrase), re.compile(contact)


def _phrase() -> re.Pattern[str]:
    return _patterns()[0]


def _contact() -> re.Pattern[str]:
    return _patterns()[1]

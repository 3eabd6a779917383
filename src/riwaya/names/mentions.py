"""Names, and nominals that stand for one known entity: the room's page step.

Three passes over a page: the names of each block (registry, patterns, tagger); who the people are,
over the whole page; then, in reading order, what places mean, offices beside names, and nominals.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.arabic import Token, sentences, tokens
from riwaya.model import Found, Mention, Page
from riwaya.names.bodies import body_entity, nationality_at
from riwaya.names.descriptions import described, own_country, speaker_state, subject_state
from riwaya.names.entities import Entity
from riwaya.names.gazetteer import skip, splits
from riwaya.names.match import Span, registry_spans
from riwaya.names.merge import merge, tagged_spans
from riwaya.names.nominals import STYLES, Nominal, appositions, counterpart, resolve
from riwaya.names.nominals import Page as PageState
from riwaya.names.offices import Phrase, Reader, nests_offices, titles_words
from riwaya.names.patterns import people_behind, without_office_words
from riwaya.names.people import People, span_key, spread, with_misspelt
from riwaya.names.places import capital_sense
from riwaya.names.registry import registry
from riwaya.names.romanise import provisional_id
from riwaya.names.signals import AREA, BODY, COUNTERPART, NAME, OFFICE, OWN, signals


@dataclass(slots=True)
class _Block:
    words: list[Token]
    may: list[int]
    spans: list[Span]
    entities: list[str]
    phrases: list[Phrase]


def find_mentions(page: Page, found: Found) -> list[Mention]:
    """Names, and nominals that stand for one known entity, in the title, paragraphs and subheadings."""
    date = found.published.value[:10] if found.published else None
    areas = [(block.start, block.end) for block in found.body()]
    return mentions_of(page.text, areas, date)


def mentions_of(text: str, areas: Sequence[tuple[int, int]], date: str | None) -> list[Mention]:
    """The mentions in ``areas`` of a text, read as one page of ``date`` (ISO) or of no known date."""
    everything = tokens(text)
    starts = [t.start for t in everything]
    runs = [
        everything[bisect.bisect_left(starts, start) : bisect.bisect_left(starts, end)]
        for start, end in areas
    ]
    blocks = [_read_block(text, run) for run in runs]
    people = _settle_people(text, blocks, date)
    for block in blocks:
        _settle_entities(text, block, people)
    state = PageState(
        text, date, frozenset(people.counts) | {e for b in blocks for e in b.entities}
    )
    beside = _offices(state, blocks)
    nominals = _nominals(state, blocks, beside)
    return _as_mentions(text, blocks, beside, nominals)


def _read_block(text: str, run: Sequence[Token]) -> _Block:
    """The names of one block: registry and patterns, tagger, people behind offices."""
    words = [t for t in run if t.kind != "mark"]
    may = [signals(w.key) for w in words]
    known = with_misspelt(text, words, registry_spans(text, words, may, NAME | BODY))
    spans = merge(words, known, tagged_spans(run))
    spans = without_office_words(text, words, spans, may)
    spans = sorted([*spans, *people_behind(text, words, spans, may)], key=lambda s: s.start)
    return _Block(words, may, spans, [], [])


def _settle_people(text: str, blocks: list[_Block], date: str | None) -> People:
    people = People(text, date, _sides(blocks))
    people.learn((b.words, b.spans) for b in blocks)
    surnames = people.surnames()
    for block in blocks:
        spans = spread(text, block.words, block.spans, surnames)
        block.spans = [s for s in spans if not s.weak or (_may_be_short(s) and people.backs(s))]
    return people


def _may_be_short(span: Span) -> bool:
    """A surname with nothing before it but و: behind ل and ب a weak form is a common word."""
    return span.type == "PER" and span.short and span.prefix in ("", "و")


def _sides(blocks: list[_Block]) -> frozenset[str]:
    """The states that a page names, by a name of theirs, of their capital or of a body."""
    entities = {
        s.candidates[0] for b in blocks for s in b.spans if s.candidates and s.type != "PER"
    }
    return frozenset(side for e in entities if (side := registry().side_of(e)))


def _settle_entities(text: str, block: _Block, people: People) -> None:
    earlier: Span | None = None
    for span in block.spans:
        if span.type == "PER":
            entity = people.entity_of(span_key(text, block.words, span), span)
        elif span.candidates:
            state = capital_sense(block.words, span, earlier)
            earlier = span if state is None else None
            entity = state or span.candidates[0]
        else:
            entity = None
        block.entities.append(entity or provisional_id(text[span.start : span.end]))


def _offices(state: PageState, blocks: list[_Block]) -> dict[tuple[int, Phrase], tuple[Span, str]]:
    """Office phrases of every block, and those that stand beside a name."""
    beside: dict[tuple[int, Phrase], tuple[Span, str]] = {}
    for number, block in enumerate(blocks):
        names = {s.first: s for s in block.spans}
        taken = {i for s in block.spans for i in range(s.first, s.last + 1)}
        reader = Reader(state.text, block.words, names)
        for at, flags in enumerate(block.may):
            phrase = reader.at(at) if flags & OFFICE and at not in taken else None
            if phrase is not None:
                block.phrases.append(phrase)
        pairs = list(zip(block.spans, block.entities, strict=True))
        for phrase, (span, entity) in appositions(state, block.words, block.phrases, pairs).items():
            beside[number, phrase] = (span, entity)
            side = phrase.side or registry().side_of(entity, state.date)
            style = phrase.bare and phrase.office in STYLES
            if phrase.office and not phrase.former and not style:
                state.note(entity, side, phrase.office)
    return beside


def _nominals(
    state: PageState, blocks: list[_Block], beside: dict[tuple[int, Phrase], tuple[Span, str]]
) -> list[Nominal]:
    out: list[Nominal] = []
    for number, block in enumerate(blocks):
        out += _nominals_of(state, number, block, beside)
    return out


def _nominals_of(
    state: PageState, number: int, block: _Block, beside: dict[tuple[int, Phrase], tuple[Span, str]]
) -> list[Nominal]:
    """One block's nominals in reading order, keeping account of who was spoken of."""
    out: list[Nominal] = []
    words = block.words
    names = {s.first: s for s in block.spans}
    entity_at = {s.first: e for s, e in zip(block.spans, block.entities, strict=True)}
    phrases = {p.first: p for p in block.phrases}
    first_words = _sentence_starts(state.text, words)
    spoken: list[tuple[int, str]] = []
    covered, nests = -1, False
    for i in range(len(words)):
        made: Nominal | None = None
        phrase = phrases.get(i)
        if phrase is not None and (i > covered or (nests and phrase.side and not phrase.generic)):
            made = _of_phrase(state, phrase, beside.get((number, phrase)))
            if made and phrase.last > covered:
                covered, nests = phrase.last, nests_offices(words, phrase)
        flags = block.may[i]
        if made is None and flags & COUNTERPART:
            made = _counterpart_at(state, words, i, names, entity_at)
        if made is None and flags & OWN:
            start = first_words[bisect.bisect_right(first_words, i) - 1]
            subject = subject_state(state, words, i, start, spoken)
            made = own_country(state, words, i, subject, speaker_state(state, words, spoken))
        if made is None and flags & (BODY | AREA) and i not in names:
            made = described(state.text, words, i, names)
        if (
            made is not None
            and out
            and made.end == out[-1].end
            and made.type == out[-1].type == "LOC"
        ):
            made = None
        if made is not None:
            out.append(made)
            spoken.append((i, made.entity))
            if made.type == "PER":
                state.recent.append(made.entity)
        if i in names and names[i].type in ("PER", "ORG", "GPE"):
            spoken.append((i, entity_at[i]))
            if names[i].type == "PER":
                state.recent.append(entity_at[i])
    return out


def _of_phrase(state: PageState, phrase: Phrase, name: tuple[Span, str] | None) -> Nominal | None:
    if name is not None:
        return Nominal(phrase.start, phrase.end, "PER", name[1])
    meant = resolve(state, phrase)
    return Nominal(phrase.start, phrase.end, "PER", *meant) if meant else None


def _counterpart_at(
    state: PageState,
    words: Sequence[Token],
    i: int,
    names: dict[int, Span],
    entity_at: dict[int, str],
) -> Nominal | None:
    """نظيره الأمريكي: the name behind it, else the same office on that side."""
    token = words[i]
    reading = next(
        (r for r in splits(token.key) if r.stem in titles_words("counterparts", "words")), None
    )
    read = nationality_at(words, i + 1) if reading else None
    if reading is None or read is None or read[0].gender == "p":
        return None
    last = i + read[1]
    start = token.start + skip(token.text, reading.width)
    end = words[last].end
    name = names.get(last + 1)
    gap = state.text[end : words[last + 1].start] if last + 1 < len(words) else ""
    if name is not None and name.type == "PER" and not name.prefix and gap.strip(" ،,#") == "":
        entity = entity_at[last + 1]
        meant = counterpart(state, read[0].state)
        if meant is not None and state.recent:
            for _, office in state.offices_of(state.recent[-1]):
                state.note(entity, read[0].state, office)
                break
        return Nominal(start, end, "PER", entity)
    found = counterpart(state, read[0].state)
    return Nominal(start, end, "PER", *found) if found else None


def _sentence_starts(text: str, words: Sequence[Token]) -> list[int]:
    """The first word of each sentence of a block."""
    if not words:
        return [0]
    begins = [t.start for t in words]
    spans = sentences(text, words[0].start, words[-1].end)
    return sorted({0, *(min(bisect.bisect_left(begins, s), len(words) - 1) for s, _ in spans)})


def _as_mentions(
    text: str,
    blocks: list[_Block],
    beside: dict[tuple[int, Phrase], tuple[Span, str]],
    nominals: list[Nominal],
) -> list[Mention]:
    written: dict[str, dict[str, None]] = defaultdict(dict)
    for block in blocks:
        for span, entity in zip(block.spans, block.entities, strict=True):
            written[entity][text[span.start : span.end]] = None
    titles = {
        (number, span): text[phrase.start : phrase.end]
        for (number, phrase), (span, _) in beside.items()
    }
    out: list[Mention] = []
    for number, block in enumerate(blocks):
        for span, entity in zip(block.spans, block.entities, strict=True):
            out.append(
                Mention(
                    start=span.start, end=span.end, text=text[span.start : span.end], type=span.type,
                    kind="name", entity=entity, names=_names(entity, written),
                    office=titles.get((number, span)),
                )
            )  # fmt: skip
    for nominal in nominals:
        names = tuple(dict.fromkeys((*_names(nominal.entity, written), *nominal.names)))
        out.append(
            Mention(
                start=nominal.start, end=nominal.end, text=text[nominal.start : nominal.end],
                type=nominal.type, kind="nominal", entity=nominal.entity, names=names,
            )
        )  # fmt: skip
    return sorted(out, key=lambda m: (m.start, -m.end))


def _names(entity: str, written: dict[str, dict[str, None]]) -> tuple[str, ...]:
    known: Entity | None = registry().entity(entity) or body_entity(entity)
    return tuple(dict.fromkeys((*written.get(entity, {}), *(known.names if known else ()))))

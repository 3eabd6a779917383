"""Names, and nominals that stand for one known entity: the room's page step.

Three passes over a page: the names of each block (registry, patterns, tagger); who the people are,
over the whole page; then, in reading order, what places mean, offices beside names, and nominals.
"""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from riwaya.arabic import Token, fold_key, tokens
from riwaya.model import Found, Mention, Page
from riwaya.names.aged import with_aged
from riwaya.names.anaphora import Told, heads_of
from riwaya.names.bodies import body_entity
from riwaya.names.discourse import Block, BlockReader
from riwaya.names.eastern import with_eastern
from riwaya.names.extents import closed, settled
from riwaya.names.firms import with_acronyms
from riwaya.names.lexicon import frequency, words_of
from riwaya.names.marked import with_marked
from riwaya.names.match import Span, registry_spans
from riwaya.names.merge import merge, tagged_spans
from riwaya.names.ministries import HEAD as HEAD_OF_MINISTRY
from riwaya.names.ministries import is_ministry, ministry_of
from riwaya.names.misspelt import correction_of, with_misspelt, with_namesakes
from riwaya.names.namesakes import Beside, renamed_for
from riwaya.names.nominals import STYLES, VAGUE, Nominal, appositions, feminine
from riwaya.names.nominals import Page as PageState
from riwaya.names.offices import Phrase, Reader
from riwaya.names.organisations import with_organisations
from riwaya.names.own_letters import own_letters, with_own_letters
from riwaya.names.parting import parted, without_overlaps
from riwaya.names.patterns import people_apposed, people_behind, without_office_words
from riwaya.names.people import People, span_key
from riwaya.names.places import capital_sense
from riwaya.names.plausible import plausible
from riwaya.names.reach import repeated_pairs, run_together, whole_person, with_pair
from riwaya.names.registry import Key, registry
from riwaya.names.repeats import bare_key, page_names, with_repeats
from riwaya.names.romanise import provisional_id
from riwaya.names.signals import BODY, HEAD, NAME, OFFICE, signals
from riwaya.names.sites import page_places, with_place_lists, with_places, without_island
from riwaya.names.slips import with_misspelt_states
from riwaya.names.spreading import spread
from riwaya.names.tagger import Tagged, tag_texts
from riwaya.names.trims import page_spelling, trimmed


def find_mentions(page: Page, found: Found) -> list[Mention]:
    """Names, and nominals that stand for one known entity, in the title, paragraphs and subheadings."""
    date = found.published.value[:10] if found.published else None
    known = found.published_range
    if (
        date is None
        and known
        and known.earliest
        and known.latest
        and known.earliest[:7] == known.latest[:7]
    ):
        date = known.latest[:10]
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
    tags = tag_texts([[t.text for t in run] for run in runs])
    blocks = [_read_block(text, run, found) for run, found in zip(runs, tags, strict=True)]
    people = _settle_people(text, blocks, date)
    shorter = _shorter_bodies(blocks)
    for block in blocks:
        _settle_entities(text, block, people, shorter)
    state = PageState(
        text, date, frozenset(people.counts) | {e for b in blocks for e in b.entities}
    )
    beside = _apart(state, blocks, _offices(state, blocks))
    _settle_ministries(state, blocks)
    told = Told(heads_of((b.words, b.spans, b.entities) for b in blocks))
    nominals = [
        nominal
        for number, block in enumerate(blocks)
        for nominal in BlockReader(state, block, _of_block(beside, number), told).nominals()
    ]
    return _as_mentions(text, blocks, beside, nominals)


def _read_block(text: str, run: Sequence[Token], tags: Sequence[Tagged]) -> Block:
    """The names of one block: registry and patterns, tagger, people behind offices."""
    words = [t for t in run if t.kind != "mark"]
    may = [signals(w.key) for w in words]
    known = with_misspelt(text, words, registry_spans(text, words, may, NAME | BODY))
    spans = merge(words, known, parted(words, plausible(words, tagged_spans(run, tags))))
    spans = [whole_person(text, words, s) for s in spans]
    spans = without_overlaps(parted(words, spans))
    spans = settled(text, words, run_together(text, words, spans))
    spans = with_eastern(text, words, spans)
    spans = with_organisations(text, words, spans, [i for i, f in enumerate(may) if f & HEAD])
    spans = with_misspelt_states(words, with_acronyms(text, words, spans))
    spans = without_island(words, with_place_lists(text, words, spans))
    spans = trimmed(text, words, with_namesakes(text, words, spans))
    spans = without_office_words(text, words, spans, may)
    spans = sorted([*spans, *people_behind(text, words, spans, may)], key=lambda s: s.start)
    spans = sorted([*spans, *people_apposed(text, words, spans, may)], key=lambda s: s.start)
    spans = with_marked(text, words, with_aged(text, words, spans))
    return Block(words, may, [closed(text, words, s) for s in spans], [], [])


def _settle_people(text: str, blocks: list[Block], date: str | None) -> People:
    pairs = repeated_pairs(text, [(b.words, b.spans) for b in blocks])
    if pairs:
        for block in blocks:
            block.spans = with_pair(text, block.words, block.spans, pairs)
    for block in blocks:
        block.spans = with_own_letters(text, block.words, block.spans, frozenset())
    letters = own_letters((b.words, b.spans) for b in blocks)
    for block in blocks if letters else ():
        block.spans = with_own_letters(text, block.words, block.spans, letters)
    whole = page_names((b.words, b.spans) for b in blocks)
    for block in blocks:
        found = with_repeats(text, block.words, block.spans, whole)
        block.spans = [closed(text, block.words, s) for s in found]
    sites = page_places((b.words, b.spans) for b in blocks)
    for block in blocks:
        block.spans = with_places(text, block.words, block.spans, sites)
    people = People(text, date, _sides(blocks))
    people.learn((b.words, b.spans) for b in blocks)
    surnames = people.surnames()
    places = {
        s.candidates[0]
        for b in blocks
        for s in b.spans
        if s.type == "GPE" and s.candidates and not s.weak
    }
    for block in blocks:
        spans = [page_spelling(block.words, s, surnames) for s in block.spans]
        spans = spread(text, block.words, spans, surnames)
        block.spans = [
            s for s in spans
            if not s.weak or (_may_be_short(s) and people.backs(s))
            or places.intersection(s.candidates) or _capital_of(s, people.sides)
        ]  # fmt: skip
        block.spans = [s for s in block.spans if not _common_word(block.words, s, places)]
    return people


def _capital_of(span: Span, sides: frozenset[str]) -> bool:
    """A capital whose name is a common word too (سول), where the page names its state."""
    city = registry().entity(span.candidates[0]) if span.candidates else None
    return city is not None and city.kind == "city" and city.side in sides


def _common_word(words: Sequence[Token], span: Span, places: Set[str]) -> bool:
    """A capital that is a common word too (سيول) where the page names its state by no other name."""
    key = words[span.first].key[len(span.prefix) :]
    if span.type != "GPE" or span.first != span.last or key not in words_of("capital_words"):
        return False
    side = registry().side_of(span.candidates[0]) if span.candidates else None
    return not any(registry().side_of(p) == side for p in places if p not in span.candidates)


def _may_be_short(span: Span) -> bool:
    """A surname with nothing before it but و: behind ل and ب a weak form is a common word."""
    return span.type == "PER" and span.short and span.prefix in ("", "و")


def _sides(blocks: list[Block]) -> frozenset[str]:
    """The states that a page names, by a name of theirs, of their capital or of a body."""
    entities = {
        s.candidates[0]
        for b in blocks
        for s in b.spans
        if len(s.candidates) == 1 and s.type != "PER"
    }
    return frozenset(side for e in entities if (side := registry().side_of(e)))


def _shorter_bodies(blocks: Sequence[Block]) -> dict[Key, str | None]:
    """By the words that begin or end a body's name of several words: the body, None where several are
    called so (سوميتومو of سوميتومو فورستري).
    """
    out: dict[Key, str | None] = {}
    full: dict[Key, str] = {}
    for block in blocks:
        for span in block.spans:
            key = bare_key(block.words, span)
            if span.type == "ORG" and len(key) > 1 and not span.weak:
                one = span.candidates[0] if span.candidates else None
                full.setdefault(key, one or provisional_id(" ".join(key)))
    for key, entity in full.items():
        for width in range(1, len(key)):
            for part in {key[:width], key[-width:]}:
                out[part] = entity if out.get(part, entity) == entity else None
    return out


def _settle_entities(
    text: str, block: Block, people: People, shorter: Mapping[Key, str | None]
) -> None:
    earlier: Span | None = None
    for span in block.spans:
        if span.type == "PER":
            entity = people.entity_of(span_key(text, block.words, span), span)
        elif span.candidates:
            place = _nearest(span.candidates, people.sides)
            first = place == span.candidates[0]
            state = capital_sense(block.words, span, earlier) if first else None
            earlier = span if state is None else None
            entity = state or place
        elif span.type == "ORG":
            entity = shorter.get(bare_key(block.words, span))
            entity = entity or _known_by_its_article(text, block.words, span)
        else:
            entity = None
        block.entities.append(entity or provisional_id(_written(text, block.words, span)))


def _known_by_its_article(text: str, words: Sequence[Token], span: Span) -> str | None:
    """للجنة الفلانية: the body that is known by the name with its article, which is not written behind ل."""
    written = _written(text, words, span)
    found = registry().find(written) if written != text[span.start : span.end] else ()
    return found[0].id if len(found) == 1 else None


def _written(text: str, words: Sequence[Token], span: Span) -> str:
    """A name as it is written without a proclitic: of للخطوط الجوية and للجنة الدولية the article is back."""
    form, at = text[span.start : span.end], len(span.prefix)
    if not (span.prefix.endswith("ل") and words[span.first].key[at - 1 : at + 1] == "لل"):
        return form
    first = fold_key(form.split()[0])
    if frequency(first) <= frequency(f"ا{first}"):
        return f"ا{form}"
    described = span.last > span.first and words[span.first + 1].key.startswith("ال")
    return f"ال{form}" if described else form  # ل | ليفربول


def _nearest(candidates: tuple[str, ...], sides: frozenset[str]) -> str:
    """The candidate of a state that the page names (طرابلس where Lebanon is), else the first."""
    first = registry().entity(candidates[0])
    if first is not None and first.kind == "state":
        return candidates[0]
    if len(candidates) > 1 and registry().side_of(candidates[0]) not in sides:
        state = next(
            (c for c in candidates if (e := registry().entity(c)) and e.kind == "state"), None
        )
        if state is not None:
            return state  # عمان where nothing tells of Jordan
    near = (c for c in candidates if registry().side_of(c) in sides)
    return next(near, candidates[0]) if len(candidates) > 1 else candidates[0]


def _offices(state: PageState, blocks: list[Block]) -> Beside:
    """Office phrases of every block, and those that stand beside a name."""
    beside: Beside = {}
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
            if phrase.office and phrase.office not in VAGUE and not phrase.former and not style:
                state.note(entity, side, phrase.office)
            if phrase.office and not phrase.former:
                state.women.setdefault(entity, feminine(state.text, phrase))
    return beside


def _settle_ministries(state: PageState, blocks: list[Block]) -> None:
    """Whose the ministries without a nationality are, now that the page's offices are read."""
    bare = [b for b in blocks if any(is_ministry(b.words, s) for s in b.spans)]
    if not bare:
        return
    offices = {(p.side, p.office) for b in blocks for p in b.phrases}
    pairs = [(e, s) for b in blocks for e, s in zip(b.entities, b.spans, strict=True)]
    whole = {(made.side, e) for e, _ in pairs if (made := body_entity(e)) is not None}
    named = [e for e, s in pairs if s.candidates and s.type != "ORG"]
    sides = Counter(side for e in named if (side := registry().side_of(e, state.date)))
    for block in bare:
        places = {
            s.first: e
            for s, e in zip(block.spans, block.entities, strict=True)
            if s.type in ("GPE", "LOC")
        }
        for k, span in enumerate(block.spans):
            told = registry().entity(block.entities[k]) or body_entity(block.entities[k])
            house = block.words[span.first].key[len(span.prefix) :] != HEAD_OF_MINISTRY
            if is_ministry(block.words, span) and not (house and told):
                body = ministry_of(state.text, block.words, span, places, offices | whole, sides)
                block.entities[k] = body.id if body is not None else block.entities[k]


def _apart(state: PageState, blocks: list[Block], beside: Beside) -> Beside:
    """Namesakes kept apart: the ids of people told of further by the offices beside them."""
    ids = renamed_for(state.text, {n: block.words for n, block in enumerate(blocks)}, beside)
    if not ids:
        return beside
    state.rename(ids)
    for block in blocks:
        block.entities = [
            ids.get(entity, entity) if span.type == "PER" else entity
            for span, entity in zip(block.spans, block.entities, strict=True)
        ]
    return {at: (span, ids.get(entity, entity)) for at, (span, entity) in beside.items()}


def _of_block(beside: Beside, number: int) -> dict[Phrase, tuple[Span, str]]:
    return {phrase: name for (at, phrase), name in beside.items() if at == number}


def _as_mentions(
    text: str,
    blocks: list[Block],
    beside: Beside,
    nominals: list[Nominal],
) -> list[Mention]:
    written: dict[str, dict[str, None]] = defaultdict(dict)
    for block in blocks:
        for span, entity in zip(block.spans, block.entities, strict=True):
            written[entity][text[span.start : span.end]] = None
    titles: dict[tuple[int, Span], str] = {}
    for (number, phrase), (span, _) in sorted(beside.items(), key=lambda one: _tells(one[0][1])):
        titles[number, span] = text[phrase.start : phrase.end]
    out: list[Mention] = []
    for number, block in enumerate(blocks):
        for span, entity in zip(block.spans, block.entities, strict=True):
            out.append(
                Mention(
                    start=span.start, end=span.end, text=text[span.start : span.end], type=span.type,
                    kind="name", entity=entity, names=_names(entity, written),
                    office=titles.get((number, span)),
                    correction=_correction(text, block.words, span, entity),
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


def _correction(text: str, words: Sequence[Token], span: Span, entity: str) -> str | None:
    if span.type != "PER" or span.origin == "registry":
        return None
    return correction_of(span_key(text, words, span), entity)


def _tells(phrase: Phrase) -> tuple[bool, int]:
    """How much an office phrase says: whose office it is, then its length."""
    return bool(phrase.office and phrase.side), phrase.last - phrase.first


def _names(entity: str, written: dict[str, dict[str, None]]) -> tuple[str, ...]:
    known = registry().entity(entity) or body_entity(entity)
    return tuple(dict.fromkeys((*written.get(entity, {}), *(known.names if known else ()))))

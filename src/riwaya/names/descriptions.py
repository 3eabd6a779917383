"""Nominals of states and places: بلاده, الجانب الروسي, شرق أوكرانيا, الحدود الأوكرانية, العاصمة الفرنسية."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from riwaya.arabic import Token
from riwaya.names.bodies import (
    BORDER,
    DESCRIPTION,
    SIDE,
    Kind,
    body_of,
    find_body,
    nationality_at,
)
from riwaya.names.gazetteer import skip, splits
from riwaya.names.lexicon import words_of
from riwaya.names.load import nationalities
from riwaya.names.match import Span
from riwaya.names.nominals import Nominal
from riwaya.names.nominals import Page as PageState
from riwaya.names.offices import Phrase, titles_words
from riwaya.names.registry import registry

_SUBJECT_CUES = frozenset(["ان", "بان", "وان", "لان", "لكن", "ولكن", "فان", "حيث", "فيما", "بينما"])


def described(
    text: str, words: Sequence[Token], i: int, names: Mapping[int, tuple[Span, str]]
) -> Nominal | None:
    """The nominal of a body, border or part of a country that begins at word ``i``, if one does."""
    return _body(text, words, i) or _area(text, words, i, names)


def house_of(
    page: PageState,
    words: Sequence[Token],
    i: int,
    names: Mapping[int, tuple[Span, str]],
    phrases: Mapping[int, Phrase],
    beside: Mapping[Phrase, tuple[Span, str]],
) -> Nominal | None:
    """The house of whoever heads it: مكتب نتنياهو, إدارة ترامب, مكتب المستشارة الألمانية."""
    reading = next((r for r in splits(words[i].key) if r.stem in words_of("head_offices")), None)
    if reading is None or i + 1 >= len(words):
        return None
    end, side, office = 0, None, None
    if (phrase := phrases.get(i + 1)) and not phrase.prefix and phrase.side:
        whole = phrase in beside and reading.stem in _HOUSE
        end = max(phrase.end, beside[phrase][0].end) if whole else phrase.end
        side, office = phrase.side, phrase.office
    elif (name := names.get(i + 1)) and name[0].type == "PER" and not name[0].prefix:
        end = name[0].end
        known = [(s, o) for s, o in page.offices_of(name[1]) if o in _SUFFIX and s]
        side, office = known[0] if known else (None, None)
    if not page.text[words[i].end : words[i + 1].start].isspace() or side is None:
        return None
    suffix = _HOUSE.get(reading.stem) or _SUFFIX.get(office or "")
    state = registry().entity(side)
    if suffix is None or state is None or state.kind != "state":
        return None
    body = body_of(Kind(suffix, DESCRIPTION, suffix.replace("-", " ").title(), plural=False), side)
    start = words[i].start + skip(words[i].text, reading.width)
    return Nominal(start, end, "ORG", body.id, body.names)


_HOUSE = {"اداره": "administration", "حكومه": "government"}
_SUFFIX = {
    "president": "presidency", "leader": "presidency", "prime-minister": "pm-office", "chancellor": "chancellery",
    "king": "royal-court", "emir": "amiri-diwan", "foreign-minister": "foreign-ministry",
    "defence-minister": "defence-ministry", "supreme-leader": "supreme-leader-office",
}  # fmt: skip


def own_country(
    page: PageState, words: Sequence[Token], i: int, subject: str | None, speaker: str | None
) -> Nominal | None:
    """The nominal of somebody's own country, its leader, or a capital, that begins at word ``i``.

    ``subject`` is the state on whose side the sentence's subject stands, ``speaker`` that of the
    last one who was said to say something.
    """
    token = words[i]
    state: str | None = None
    for reading in splits(token.key):
        start = token.start + skip(token.text, reading.width)
        stem = reading.stem
        if stem == "العاصمه":
            return _capital(words, i, start)
        if token.text.endswith("ة"):
            continue  # بلدة is a town, and no بلده
        if stem in titles_words("own", "our_leader"):
            leader = page.holder(speaker, "leader") if speaker else None
            return Nominal(start, token.end, "PER", leader) if leader else None
        if stem in titles_words("own", "ours"):
            state = speaker
        elif stem in titles_words("own", "words") | titles_words("own", "this_country"):
            state = subject
        if state:
            return Nominal(start, token.end, "GPE", state)
    return None


_FAR_BACK = 6
_PARTS = frozenset(("وسط", "اقصي", "عاصمه"))


def land_beside(
    words: Sequence[Token], i: int, names: Mapping[int, tuple[Span, str]]
) -> str | None:
    """The state of the place before word ``i`` that is told to lie in a part of it (درعا جنوبي البلاد)."""
    if words[i].key not in titles_words("own", "this_country"):
        return None
    first = next((k for k in range(i - 1, max(-1, i - _FAR_BACK), -1) if k in names), None)
    span, entity = names[first] if first is not None else (None, "")
    if span is None or span.type not in ("GPE", "LOC") or not span.last < i - 1 < len(words):
        return None
    between = [words[k].key for k in range(span.last + 1, i)]
    parts = _PARTS | _directions().keys()
    told = [any(r.stem in parts for r in splits(key)) for key in between]
    if not told[-1] or not all(t or k in ("في", "من") for t, k in zip(told, between, strict=True)):
        return None
    state = registry().entity(registry().side_of(entity))
    return state.id if state is not None and state.kind == "state" and state.id != entity else None


def _capital(words: Sequence[Token], i: int, start: int) -> Nominal | None:
    read = nationality_at(words, i + 1)
    state = registry().entity(read[0].state) if read and read[0].definite else None
    if read is None or state is None or state.capital is None:
        return None
    return Nominal(start, words[i + read[1]].end, "GPE", state.capital)


def _body(text: str, words: Sequence[Token], i: int) -> Nominal | None:
    hit = find_body(text, words, i)
    if hit is None:
        return None
    body = hit.values[0]
    state = body.entity.side or ""
    if body.grade == SIDE:
        known = registry().entity(state)
        return Nominal(
            hit.start, hit.end, "GPE" if known and known.kind == "state" else "ORG", state
        )
    if body.grade == BORDER:
        read = nationality_at(words, hit.last + 1)
        if read is not None and read[0].definite and read[0].state != state:
            both = "-".join(sorted((state, read[0].state)))
            return Nominal(hit.start, words[hit.last + read[1]].end, "LOC", f"{both}-border")
        adjective = nationalities().get(state, "")
        return Nominal(hit.start, hit.end, "LOC", f"{state}-border", (f"{adjective} border",))
    if body.grade == DESCRIPTION:
        return Nominal(hit.start, hit.end, "ORG", body.entity.id, body.entity.names)
    return None


def _area(
    text: str, words: Sequence[Token], i: int, names: Mapping[int, tuple[Span, str]]
) -> Nominal | None:
    """A direction and a place's name: شرق أوكرانيا, جنوب غربي سوريا."""
    directions: list[str] = []
    at = i
    start = words[i].start
    while at < len(words) and len(directions) < 2:
        forms = [(words[at].key, 0)]
        if not directions:
            forms = [(r.stem, r.width) for r in splits(words[at].key)]
        found = next(((d, w) for form, w in forms if (d := _directions().get(form))), None)
        if found is None:
            break
        if not directions:
            start += skip(words[i].text, found[1])
        directions.append(found[0])
        at += 1
    name = names[at][0] if at in names else None
    if not directions or name is None or name.prefix or name.type not in ("GPE", "LOC"):
        return None
    if not name.candidates or not text[words[at - 1].end : words[at].start].isspace():
        return None
    prefix = "".join(directions) if len(directions) == 2 else directions[0] + "ern"
    place = registry().entity(name.candidates[0])
    english = f"{prefix} {place.en[0]}" if place and place.en else prefix
    return Nominal(start, name.end, "LOC", f"{prefix}-{name.candidates[0]}", (english,))


@cache
def _directions() -> dict[str, str]:
    """Folded direction word → its English."""
    english = ("north", "south", "east", "west")
    return {word: name for name in english for word in titles_words("areas", name)}


def subject_state(
    page: PageState, words: Sequence[Token], i: int, start: int, spoken: Sequence[tuple[int, str]]
) -> str | None:
    """The state of whoever is the subject at word ``i`` of a sentence that starts at word ``start``.

    The last person or body of the sentence that stands right behind أن, إن or لكن; else the first.
    ``spoken`` lists (word, entity) of what was mentioned, in order.
    """
    here = [(at, e) for at, e in spoken if start <= at < i]
    behind = [e for at, e in here if at > 0 and words[at - 1].key in _SUBJECT_CUES]
    for entity in [*reversed(behind), *(e for _, e in here)]:
        if side := _state_of(page, entity):
            return side
    earlier = [e for at, e in spoken if at < start]
    for entity in reversed(earlier):
        if side := _state_of(page, entity):
            return side
    return None


def speaker_state(
    page: PageState, words: Sequence[Token], spoken: Sequence[tuple[int, str]]
) -> str | None:
    """The state of the last one of the block who stands right behind a reporting verb."""
    said = words_of("say_verbs")
    behind = (e for at, e in reversed(spoken) if at > 0 and words[at - 1].key in said)
    return next((side for e in behind if (side := _state_of(page, e))), None)


def _state_of(page: PageState, entity: str) -> str | None:
    itself = registry().entity(entity)
    if itself is not None and itself.kind in ("agency", "outlet"):
        return None  # who tells it is nobody's country
    side = registry().side_of(entity, page.date)
    if side is None:
        side = next((s for s, _ in page.offices.get(entity, []) if s), None)
    known = registry().entity(side)
    return side if known is not None and known.kind == "state" else None

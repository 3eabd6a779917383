"""Last looks at people's names in a block: what is no part of them, and what a hyphen parts.

متحدثة | باسم ترامب, هاري | الأكبر, ماي | بـخالص, and جان | - | مارك بولان.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from riwaya.arabic import Token
from riwaya.names.gazetteer import skip, splits
from riwaya.names.lexicon import frequency, name_parts, words_of
from riwaya.names.match import Span
from riwaya.names.nationality import adjectives
from riwaya.names.offices import titles_words
from riwaya.names.registry import registry

_CLITIC_TATWEEL = frozenset(("بـ", "لـ", "كـ", "وـ", "فـ"))
_CLITICS = _CLITIC_TATWEEL | frozenset(("لإ", "لأ", "بإ", "بأ"))
"""Within a name a word that begins so is one behind a preposition, and no name's."""

_NAMESAKES = frozenset(("الابن", "الاب", "جونيور"))
_LEAST_POSSESSED = 4
_LEAST_KNOWN = 10
"""How often the news sample has a word that is not somebody's name."""


def trimmed(text: str, words: Sequence[Token], spans: Sequence[Span]) -> list[Span]:
    """The spans of a block, people's without words of their neighbours; parts that a hyphen joins made one."""
    out: list[Span] = []
    for span in spans:
        one: Span | None = _with_junior(text, words, span)
        if one is span and not span.candidates:
            one = _person(words, span) if span.type == "PER" else _thing(words, span)
        if one is None:
            continue
        if out and (whole := _hyphened(text, words, out[-1], one)) is not None:
            out[-1] = whole
        else:
            out.append(one)
    return out


def _with_junior(text: str, words: Sequence[Token], span: Span) -> Span:
    """A person's name with what tells them from a namesake of the family behind it (فلان | الابن); nobody known then."""
    at = span.last + 1
    if span.type != "PER" or span.weak or at >= len(words) or words[at].key not in _NAMESAKES:
        return span
    if text[span.end : words[at].start] != " ":
        return span
    whole = replace(span, last=at, end=words[at].end, candidates=(), short=False, origin="pattern")
    return _known(words, whole)


def _person(words: Sequence[Token], span: Span) -> Span | None:
    first, last = span.first, span.last
    if "_".join(w.key for w in words[first : last + 1]) in words_of("not_people"):
        return None
    if first < last and _no_beginning(words, first):
        return _known(words, replace(span, first=first + 1, start=words[first + 1].start))
    read = adjectives().get((words[last].key,))
    if read is not None and read.gender == "p" and words[last].key not in name_parts():
        return None  # سائحان بريطانيان
    for at in range(first + 1, last + 1):
        beyond = words[at].text[:2] in _CLITICS or _possessed(words[at].key)
        if beyond or _to_a_body(words, at, last):
            last = at - 1
            break
    while last > first and _describes(words[last].key):
        last -= 1
    if first == last and words[first].text[:2] in _CLITIC_TATWEEL and not span.prefix:
        return None
    if last == span.last:
        return span
    return _known(words, replace(span, last=last, end=words[last].end))


def _no_beginning(words: Sequence[Token], first: int) -> bool:
    """Whether a name's first word is باسم behind a spokesperson, or a verb behind و."""
    key = words[first].key
    return _and_a_word(key) or (key == "باسم" and _speaks(words, first))


def _and_a_word(key: str) -> bool:
    """A word that begins with و behind the conjunction (ووصفت), which begins no name."""
    rest = key[1:]
    return key.startswith("وو") and frequency(rest) > _LEAST_KNOWN and rest not in name_parts()


def _to_a_body(words: Sequence[Token], at: int, last: int) -> bool:
    """Whether ل and the known name of a body stand at ``at``: (فلان) | لرويترز, لبي بي سي."""
    key = words[at].key
    if not key.startswith("ل") or len(key) < 3 or key in name_parts():
        return False
    for end in range(at, min(last + 1, at + 4)):
        form = (key[1:], *(w.key for w in words[at + 1 : end + 1]))
        known = (registry().entity(f.entity) for f in registry().forms.get(form, ()))
        if any(e is not None and e.type == "ORG" for e in known):
            return True
    return False


def _possessed(key: str) -> bool:
    """A word with somebody's pronoun (عزمها), which ends no name."""
    ends = key.endswith(("ها", "هم", "هما"))
    return ends and len(key) >= _LEAST_POSSESSED and key not in name_parts() and frequency(key) > 0


def _thing(words: Sequence[Token], span: Span) -> Span | None:
    """A body or place, but for words of a kind that name none (المدينة, للمنظمة الدولية)."""
    key = words[span.first].key
    if span.type == "GPE" and span.first == span.last and key in words_of("bare_places"):
        return None
    if span.type == "ORG" and span.last == span.first + 1 and key.startswith("لل"):
        described = words[span.last].key in words_of("describing_bodies")
        if described and any(s.stem in words_of("org_heads") for s in splits(key[2:])):
            return None
    return span


def _speaks(words: Sequence[Token], at: int) -> bool:
    """Whether a spokesperson stands before باسم, with الرسمي between or not."""
    heads, official = (titles_words("spokespeople", name) for name in ("words", "official"))
    before = at - 1
    if before >= 0 and words[before].key in official:
        before -= 1
    return before >= 0 and any(s.stem in heads for s in splits(words[before].key))


def _describes(key: str) -> bool:
    """An adjective behind a name that no name ends with (الأكبر, الراحل)."""
    return key in words_of("behind_names")


def _known(words: Sequence[Token], span: Span) -> Span:
    """The span, with whom or what the registry knows by what is left of it."""
    key = tuple(w.key for w in words[span.first : span.last + 1])
    forms = registry().forms.get(key, ())
    entity = registry().entity(forms[0].entity) if forms else None
    if entity is None:
        return span
    of_type = [f for f in forms if (e := registry().entity(f.entity)) and e.type == entity.type]
    return replace(
        span,
        type=entity.type,
        candidates=tuple(dict.fromkeys(f.entity for f in of_type)),
        short=all(f.short for f in of_type),
        shared=all(f.weak for f in of_type),
    )


def _hyphened(text: str, words: Sequence[Token], left: Span, right: Span) -> Span | None:
    """Both spans as one, where a hyphen joins parts of a person's name (قمة كيم-مون has two people)."""
    people = left.type == right.type == "PER" and right.first == left.last + 1 and not right.prefix
    if not people or text[left.end : right.start] != "-":
        return None
    one = left.first == left.last and right.first == right.last
    if one or (left.candidates and right.candidates):
        return None
    known = next((s.candidates for s in (left, right) if s.candidates and not s.short), ())
    return replace(
        left,
        last=right.last,
        end=right.end,
        short=False,
        weak=False,
        shared=False,
        candidates=known,
    )


def page_spelling(words: Sequence[Token], span: Span, surnames: Container[str]) -> Span:
    """A single word that was taken for و and a name, whole where it is a surname of the page (وولترز)."""
    word = words[span.first]
    single = span.type == "PER" and span.first == span.last and span.prefix == "و"
    if not single or word.key not in surnames or not word.key.startswith("و"):
        return span
    return replace(span, start=word.start + skip(word.text, 0), prefix="", short=True)


__all__ = ["page_spelling", "trimmed"]

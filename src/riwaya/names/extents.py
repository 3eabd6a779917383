"""Ends and beginnings of names found: what belongs to them behind, and names that are adjectives.

A nationality behind the Red Crescent, a year behind a tournament, the closing mark of an opened one;
and السعودية behind a feminine word, where it says whose and names no state.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from riwaya.arabic import Token
from riwaya.names.bodies import nationality_at
from riwaya.names.entities import slug
from riwaya.names.gazetteer import joined, splits
from riwaya.names.headed import table_of
from riwaya.names.lexicon import frequency, name_parts, words_of
from riwaya.names.load import nationalities
from riwaya.names.match import Span
from riwaya.names.nationality import adjectives
from riwaya.names.registry import Key, form_key, registry

_PAIRS = {"«": "»", '"': '"', "“": "”", "(": ")"}
_OFTEN, _KNOWN = 100, 40
"""A word oftener than this in the news sample is a common noun; the noun of an accusative, than this."""
_MARKS = frozenset('«»"“”()')


@cache
def _keys(section: str, name: str) -> frozenset[Key]:
    return frozenset(form_key(form) for form in table_of()[section][name].split("|"))


@cache
def state_adjectives() -> frozenset[str]:
    """Folded words that name a state and are its adjective too (السعودية)."""
    return frozenset(
        key[0]
        for key, forms in registry().forms.items()
        if len(key) == 1 and key[0].startswith("ال") and key in adjectives()
        and (entity := registry().entity(forms[0].entity)) is not None and entity.kind == "state"
    )  # fmt: skip


def settled(text: str, words: Sequence[Token], spans: Sequence[Span]) -> list[Span]:
    """The spans of a block with what belongs behind them, and without state names that are adjectives."""
    out: list[Span] = []
    for span in spans:
        if out and span.first <= out[-1].last:
            continue
        if span.type == "ORG" and _adjective_of_movement(text, words, span):
            continue
        if span.type == "GPE" and _describes(text, words, span, out[-1] if out else None):
            continue
        if span.type == "LOC" and _direction(words, span):
            continue
        if span.type == "GPE" and (
            _accusatives(words, span) or _plain_noun(words, span) or _in_ya(text, words, span)
        ):
            continue
        if span.type == "GPE" and (
            _of_the_counted(text, words, span) or _adjective(text, words, span)
        ):
            continue
        if span.type == "GPE" and _of_kin(words, span):
            span = replace(span, type="PER", candidates=(), origin="pattern")  # noqa: PLW2901
        if span.type == "GPE" and _club(words, span):
            span = replace(span, type="ORG", candidates=(), origin="pattern")  # noqa: PLW2901
        if span.type == "ORG":
            span = _national(text, words, _another_council(text, words, span))  # noqa: PLW2901
        elif span.type == "EVENT":
            span = _edition(text, words, span)  # noqa: PLW2901
        out.append(closed(text, words, span))
    return out


def _describes(text: str, words: Sequence[Token], span: Span, before: Span | None) -> bool:
    """Whether a state's name stands as adjective behind a definite feminine word or a name."""
    if span.first != span.last or span.prefix or span.first == 0:
        return False
    head = words[span.first - 1]
    if words[span.last].text == "سورية":
        bare = head.text.endswith(("ة", "ات")) and not head.key.startswith("ال")
        after = words[span.last + 1] if span.last + 1 < len(words) else None
        described = after is not None and after.text.endswith("ية") and after.key[:2] != "ال"
        return joined(text, head, words[span.first]) and (bare or described)
    if words[span.last].key not in state_adjectives():
        return False
    gap = text[head.end : words[span.first].start]
    if not gap.isspace() and gap != "_":
        return False
    if before is not None and before.last == span.first - 1:
        return before.type in ("ORG", "FAC", "LOC", "GPE") and "و" not in span.prefix
    feminine = head.text.endswith(("ة", "ات")) or head.key.endswith("ه")
    definite = head.key.removeprefix("و").startswith(("ال", "لل", "بال", "كال"))
    return definite and (feminine or _thing(head.key))


def _thing(key: str) -> bool:
    """Whether a noun is nobody's and no time's, so that a nationality may describe it or what it is of (الأسواق السعودية)."""
    if key.endswith(("ي", "ون", "ين", "ان")) or key in name_parts():
        return False
    barred = words_of("office_heads") | words_of("not_describing") | words_of("common_men")
    return not any(s.stem in barred or "ال" + s.stem in barred for s in splits(key))


def _direction(words: Sequence[Token], span: Span) -> bool:
    """الغرب before من, which tells where something lies."""
    after = words[span.last + 1].key if span.last + 1 < len(words) else ""
    return span.first == span.last and span.candidates == ("the-west",) and after == "من"


def _plain_noun(words: Sequence[Token], span: Span) -> bool:
    """حكم عليه بعقوبة السجن, هدم بيوتا: whether what is spelt like a town, or ب and one, is a noun that news has."""
    if span.first != span.last:
        return False
    key = words[span.first].key
    after = words[span.last + 1].key if span.last + 1 < len(words) else ""
    governed = not span.prefix and key[:1] == "ب" and frequency(key[1:]) > _OFTEN
    if governed and after.startswith("ال") and (after,) not in adjectives():
        return True
    bare = frequency(key[:-1]) if key.endswith("ا") and span.prefix else 0
    return bare > max(_KNOWN, frequency(key))


def _accusatives(words: Sequence[Token], span: Span) -> bool:
    """Whether a noun and its adjective in the accusative stand there (صيدا ثمينا), and no town."""
    if span.first != span.last or span.prefix or span.last + 1 >= len(words):
        return False
    known = registry().entity(span.candidates[0]) if span.candidates else None
    if known is not None and known.kind == "state":
        return False
    pair = (words[span.first].key, words[span.last + 1].key)
    return (
        all(len(w) > 3 and w.endswith("ا") and frequency(w[:-1]) > 0 for w in pair)
        and pair[1] not in name_parts()
    )


def _of_the_counted(text: str, words: Sequence[Token], span: Span) -> bool:
    """Whether a state's name is its adjective in the accusative, behind a number or what is counted (20 روسيا, دبلوماسيا روسيا)."""
    key = words[span.first].key
    if span.first != span.last or span.prefix or not span.first or (key[:-1],) not in adjectives():
        return False
    before = words[span.first - 1]
    if not key.endswith("ا") or text[before.end : words[span.first].start] != " ":
        return False
    return before.key in words_of("counted") or (
        before.kind == "number" and before.text.isdigit() and len(before.text) in (2, 3)
    )


def _in_ya(text: str, words: Sequence[Token], span: Span) -> bool:
    """Whether a place's name in ي is an adjective that news has of women's nouns too, behind a definite noun (الخطاب المعادي)."""
    key = words[span.first].key
    if span.first != span.last or span.prefix or not span.first or len(key) < 6:
        return False
    before = words[span.first - 1]
    definite = before.key.startswith("ال") and joined(text, before, words[span.first])
    return definite and key.startswith("ال") and key.endswith("ي") and frequency(key + "ه") > 0


def _adjective(text: str, words: Sequence[Token], span: Span) -> bool:
    """Whether a word that a state and an adjective share is the adjective: behind an indefinite noun (مأزق مالي)."""
    if span.first != span.last or span.prefix or not span.first:
        return False
    key, before = words[span.first].key, words[span.first - 1].key
    accusatives = before[-1] == "ا" and frequency(before[:-1]) > 2 * frequency(before)
    if accusatives and len(before) > 3 and key.endswith("يا") and (key[:-1],) in adjectives():
        return True  # تاجرا ليبيا
    if key not in words_of("adjective_states"):
        return False
    bare = before.removeprefix("و")
    placed = before in words_of("before_states") or bare in words_of("before_states")
    return not placed and joined(text, words[span.first - 1], words[span.first])


def _of_kin(words: Sequence[Token], span: Span) -> bool:
    """Whether a place's name stands behind kin, and is somebody's (وزوجته فيكتوريا)."""
    if span.first != span.last or span.prefix or not span.first:
        return False
    given = "given" in "".join(name_parts().get(words[span.first].key, ()))
    return given and any(s.stem in words_of("kin") for s in splits(words[span.first - 1].key))


def _club(words: Sequence[Token], span: Span) -> bool:
    """Whether a place stands behind نادي, and is a club's name (نادي بولونيا)."""
    return (
        bool(span.first)
        and not span.prefix
        and any(s.stem == "نادي" for s in splits(words[span.first - 1].key))
    )


def _adjective_of_movement(text: str, words: Sequence[Token], span: Span) -> bool:
    """الحوثي behind a definite noun says whose it is (التصعيد الحوثي); behind ميليشيا it names the movement."""
    if span.first != span.last or span.prefix or span.first == 0:
        return False
    head = words[span.first - 1]
    if words[span.first].key not in words_of("movement_adjectives") or head.key in name_parts():
        return False
    definite = head.key.removeprefix("و").startswith(("ال", "لل", "بال"))
    return definite and joined(text, head, words[span.first])


def _another_council(text: str, words: Sequence[Token], span: Span) -> Span:
    """مجلس الأمن القومي is no مجلس الأمن: with the adjective that parts them, and nobody known."""
    at = span.last + 1
    if span.first == span.last or at >= len(words) or not joined(text, words[span.last], words[at]):
        return span
    if words[at].key not in words_of("parting_adjectives") or span.origin != "registry":
        return span
    return replace(span, last=at, end=words[at].end, candidates=(), origin="pattern")


def _national(text: str, words: Sequence[Token], span: Span) -> Span:
    """The Red Crescent of a state: with the nationality, and an entity of its own."""
    key = tuple(w.key for w in words[span.first : span.last + 1])
    bare = (key[0][len(span.prefix) :], *key[1:])
    if bare not in _keys("nationals", "forms"):
        return span
    at = span.last + 1
    while at < len(words) and words[at].key == "العربي" and joined(text, words[at - 1], words[at]):
        at += 1
    read = nationality_at(words, at)
    if read is None or not read[0].definite or not joined(text, words[at - 1], words[at]):
        return span
    last = at + read[1] - 1
    adjective = nationalities().get(read[0].state, read[0].state)
    entity = f"{slug(adjective)}-{span.candidates[0]}" if span.candidates else ""
    return replace(
        span, last=last, end=words[last].end, candidates=(entity,) if entity else (), weak=False
    )


def _edition(text: str, words: Sequence[Token], span: Span) -> Span:
    """A tournament with its sport and its year (كأس العالم لكرة القدم 2018)."""
    at = span.last + 1
    tails = _keys("events", "tails")
    for width in (2, 1):
        key = tuple(w.key for w in words[at : at + width])
        if len(key) == width and key in tails and joined(text, words[at - 1], words[at]):
            at += width
            break
    if (
        at < len(words)
        and words[at].kind == "number"
        and len(words[at].text) == 4
        and joined(text, words[at - 1], words[at])
    ):
        at += 1
    return replace(span, last=at - 1, end=words[at - 1].end) if at > span.last + 1 else span


def closed(text: str, words: Sequence[Token], span: Span) -> Span:
    """A name in which a mark opens, with the mark that closes it; one behind an opened mark, up to its end."""
    inside = text[span.start : span.end]
    if _MARKS.isdisjoint(inside):
        return span
    for opening, closing in _PAIRS.items():
        odd = (
            inside.count(opening) % 2
            if opening == closing
            else inside.count(opening) > inside.count(closing)
        )
        if odd and text[span.end : span.end + 1] == closing:
            return replace(span, end=span.end + 1)
        if text[span.start - 1 : span.start] == opening and inside.count(closing) == 1:
            end = span.start + inside.index(closing)
            last = max(k for k in range(span.first, span.last + 1) if words[k].start < end)
            if words[last].end <= end:
                return replace(span, last=last, end=words[last].end)
    return span

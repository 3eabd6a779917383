"""One reading of a block from two: the registry's spans and the tagger's.

The registry is surer of what it knows, the tagger of how far a name reaches: رامي عباس is no
Mahmoud Abbas, and جامعة القاهرة no Cairo.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import cache

from riwaya.arabic import Token
from riwaya.model import MentionType
from riwaya.names.gazetteer import skip, splits
from riwaya.names.lexicon import frequency, name_parts, words_of
from riwaya.names.match import Span
from riwaya.names.nationality import adjectives
from riwaya.names.registry import registry
from riwaya.names.tagger import Tagged, tag_words

_TYPES: dict[str, MentionType] = {"PERS": "PER", "LOC": "GPE", "ORG": "ORG"}
_PLACES = ("GPE", "LOC", "FAC")
_LEAST = {"PERS": 0.5, "LOC": 0.55, "ORG": 0.6, "MISC": 0.6}
"""How sure the tagger must be of a name that nothing else supports."""

_GIVEN = 0.4
"""… or of a person's, where a listed name begins it."""

_HARDLY = 5
"""A word rarer than this in the news sample may begin with و."""

_VERB = 20
"""A word in ي or ت oftener than this is a verb behind ل and ف."""

_SURE, _SURER = 0.7, 0.9
"""… of a word that many other words are, and of a given name that is a common word too (عادل)."""

SEES = frozenset({"فيرى", "ويرى", "فرأى", "ورأى"})
"""To see, with a conjunction: written so no names, though folding makes them like one (فيري)."""

AS_IF = frozenset({"كانه", "كانها", "كانهم", "كانهما"})
"""As if he: no name's, though rare words (وكأنه) stand where names do."""

_LEAST_LETTERS = 5
_SELDOM = 200
"""A listed town whose rarest word is no oftener than this in the news sample is one unsupported."""

_RARELY = 20
"""A word rarer than this in the news sample is no common one."""

_CALLED = 400
"""A listed name oftener than this in the news sample is one by which people are called alone."""

_OFTEN = 1500
"""Places in the news sample above which a single unknown word is no name by the tagger alone."""


def tagged_spans(tokens: Sequence[Token], tags: Iterable[Tagged] | None = None) -> list[Span]:
    """The tagger's names in a block, as spans over its words (marks left out)."""
    if tags is None:
        tags = tag_words([t.text for t in tokens])
    order: list[int] = []
    seen = -1
    for token in tokens:
        seen += token.kind != "mark"
        order.append(seen)
    words = [t for t in tokens if t.kind != "mark"]
    out = []
    for tag in _unglued(tokens, tags):
        first = order[tag.first] + (tokens[tag.first].kind == "mark")
        last = order[tag.last]
        kind = _TYPES.get(tag.label)
        if tag.label == "MISC" and first > 0 and _project_before(words[first - 1].key):
            kind = "OTHER"
        if kind is None or tag.score < 0.3 or first > last:
            continue
        if "_".join(w.key for w in words[first : last + 1]) in words_of("not_people"):
            continue  # آية الله | NAME
        if first == last and first > 0 and words[first - 1].key in words_of("things_named"):
            continue  # صواريخ سام
        if all(any(_dual(s.stem) for s in splits(w.key)) for w in words[first : last + 1]):
            continue  # كوريان شماليان
        if first == last and any((s.stem,) in adjectives() for s in splits(words[first].key)):
            continue
        out.append(_span(words, tag, kind, first, last))
    return out


def _project_before(key: str) -> bool:
    return any(split.stem in words_of("projects_named") for split in splits(key))


def _unglued(tokens: Sequence[Token], tags: Iterable[Tagged]) -> Iterator[Tagged]:
    """The tagger's people, cut where the next one is joined to a name (هاري | وميغان ماركل)."""
    for tag in tags:
        first = tag.first
        if tag.label == "PERS":
            for k in range(tag.first + 1, tag.last + 1):
                if _joins_another(tokens[k].key):
                    yield replace(tag, first=first, last=k - 1)
                    first = k
        yield replace(tag, first=first)


def _joins_another(key: str) -> bool:
    """Whether a word within a name is a proclitic and another's name, by the lists or the news sample."""
    parts = name_parts()
    if key in parts:
        return False
    whole = frequency(key)
    return any(
        s.prefix in _JOINING and not (s.prefix == "و" and s.stem[0] == "ي" and s.stem not in parts) and len(s.stem) > 2 and not _maghrebi(s.prefix, s.stem)
        and (s.stem in parts or whole < frequency(s.stem) < _OFTEN if s.prefix == "و" else _called_alone(s.stem))
        for s in splits(key)
    )  # fmt: skip


def _called_alone(stem: str) -> bool:
    """Whether somebody is called by a word alone, so that ب or ل may join it to a name (ماكرون | لترامب; but جيروم برين)."""
    known = any(form.short for form in registry().forms.get((stem,), ()))
    return known or (stem in name_parts() and frequency(stem) >= _CALLED)


_JOINING = ("و", "ب", "ل")


def _span(words: Sequence[Token], tag: Tagged, kind: MentionType, first: int, last: int) -> Span:
    before = words_of("titles") | words_of("particles")
    titled = {words[first].key, words[first].key.removeprefix("و")}
    while first < last and kind == "PER" and titled & before:
        first += 1
        titled = {words[first].key}
    while last > first and kind == "PER" and _ends_no_name(words[last].key):
        last -= 1
    if kind == "PER" and first > 0 and place_before(words[first - 1].key):
        kind = "GPE"
    prefix, width = proclitic(words[first].key, after_name=False)
    if first and words[first - 1].key in words_of("sure_place_heads"):
        prefix, width = "", 0  # جزيرة وينو
    start = words[first].start + skip(words[first].text, width)
    weak = tag.score < _LEAST[tag.label] or (first == last and _doubtful(words[first].key, tag))
    if kind == "PER" and first < last and tag.score >= _GIVEN and _listed_name(words[first].key):
        weak = False
    if tag.label == "LOC" and first > 0 and words[first - 1].key in words_of("place_heads"):
        weak = words[first].key in words_of("not_places")
    return Span(
        first, last, start, words[last].end, kind, (), "tagger", score=tag.score, prefix=prefix,
        weak=weak,
    )  # fmt: skip


def _ends_no_name(key: str) -> bool:
    """A verb, or a definite plural (يزيد | العارضين)."""
    plural = key.startswith("ال") and key.endswith(("ين", "ون")) and len(key) > 6
    return verb_like(key) or (plural and key not in name_parts())


def _listed_name(key: str) -> bool:
    listed = {"given", "family"} & set(name_parts().get(key, ()))
    return bool(listed) and key not in words_of("common_given_names")


def _doubtful(key: str, tag: Tagged) -> bool:
    """A single word that news uses often for other things, or that is hardly a word."""
    if tag.label == "PERS" and key in words_of("common_given_names"):
        return tag.score < _SURER
    if key in name_parts():
        return tag.score < _SURE and frequency(key) > 5 * _OFTEN
    return len(key) < 3 or (frequency(key) > _OFTEN and tag.label == "PERS")


def place_before(key: str) -> bool:
    """جزيرة, مدينة and the like: what stands behind is a place, whatever it looks like."""
    heads = words_of("sure_place_heads")
    return key in heads or (key[:1] in "وبفل" and key[1:] in heads)


def verb_like(key: str) -> bool:
    """A reporting verb, or a verb of the future: never the end of a person's name.

    What news never has without its س is no verb (سيبالوس).
    """
    if key in words_of("say_verbs") or key in words_of("present_verbs"):
        return True
    if key[:1] == "ف" and key[1:] in words_of("present_verbs") and key not in name_parts():
        return True  # فيقول
    if key[:2] not in ("سي", "ست") or len(key) < 5 or key in name_parts():
        return False
    return frequency(key[1:]) > 0 or key.endswith(("ون", "ان", "ها", "هم", "ه"))


def joined_verb(key: str) -> bool:
    """A verb of the present behind ل or ف (ليتدخل, فينتمي), by what news has without it: no word of a name."""
    verb = key[1:]
    if key[:1] not in ("ل", "ف") or verb[:1] not in ("ي", "ت") or len(key) < _LEAST_LETTERS:
        return False
    listed = {"given", "family", "middle"} & {
        *name_parts().get(key, ()),
        *name_parts().get(verb, ()),
    }
    return (
        not listed and frequency(verb) > max(_VERB, frequency(key)) and (verb,) not in adjectives()
    )


def proclitic(key: str, *, after_name: bool) -> tuple[str, int]:
    """The proclitics to leave out of an unknown name's first word, and their width in letters.

    A word that is known as a name, or that stands oftener whole than its stem, is whole; و comes
    off anything that leaves a name or a word of three letters.
    """
    parts = name_parts()
    if key in parts and not after_name:
        return "", 0
    whole = frequency(key)
    long = (s for s in splits(key) if s.prefix and len(s.stem) >= 3)
    readings = [s for s in long if not _maghrebi(s.prefix, s.stem)]
    for split in readings:
        likened = "ك" in split.prefix and (whole > 0 or _dual(key))
        if split.stem in parts and not likened:
            return split.prefix, split.width
    for split in readings:
        verb = split.prefix.endswith("ل") and split.stem[0] == "ي"  # ليروي
        if "ك" not in split.prefix and not verb and frequency(split.stem) > whole:
            return split.prefix, split.width
    joined = next((s for s in readings if s.prefix == "و"), None)
    return (joined.prefix, joined.width) if joined and whole < _HARDLY else ("", 0)


def _maghrebi(prefix: str, stem: str) -> bool:
    """بوغالي, بوعزة: بو is no ب before a word in و, unless that is a name."""
    return prefix == "ب" and stem[0] == "و" and stem not in name_parts()


def _dual(key: str) -> bool:
    """Whether a word is a nationality in the dual or plural (كوريان, شماليين)."""
    stem = key[:-2].removesuffix("ت") if key.endswith(("ان", "ين", "ون")) else ""
    return bool(stem) and (stem in _national_words() or stem + "ي" in _national_words())


@cache
def _national_words() -> frozenset[str]:
    words = {word for key in adjectives() for word in key}
    return frozenset({*words, *(w + "ي" for w in ("شمال", "جنوب", "شرق", "غرب", "عرب"))})


def merge(words: Sequence[Token], known: list[Span], tagged: list[Span]) -> list[Span]:
    """Spans that do not overlap, in order. Weak ones stay weak where nothing supports them."""
    out: list[Span] = []
    taken: set[int] = set()
    dropped: set[int] = set()
    places = {i: k for k, s in enumerate(known) for i in range(s.first, s.last + 1)}
    for span in tagged:
        within = range(span.first, span.last + 1)
        rivals = sorted({places[i] for i in within if i in places})
        if not rivals:
            out.append(span)
        elif _team(span, known[rivals[0]]) or _prefer_tagged(
            words, span, [known[k] for k in rivals]
        ):
            out.append(span)
            dropped.update(rivals)
        else:
            taken.update(k for k in rivals if _agree(words, known[k], span))
    others = {i for s in tagged if s.type not in _PLACES for i in range(s.first, s.last + 1)}
    for k, span in enumerate(known):
        if k not in dropped:
            backed = k in taken or (
                span.weak
                and (
                    _sure_place(words, span, others) or _joined_body(words, known[k - 1 : k], span)
                )
            )
            out.append(replace(span, weak=False) if backed else span)
    return sorted(out, key=lambda s: (s.start, -s.end))


def _sure_place(words: Sequence[Token], span: Span, others: Set[int]) -> bool:
    """A listed place behind the word for one (مدينة جلال آباد), or one that is hardly anything else."""
    if span.type not in _PLACES or span.prefix:
        return False
    if span.first > 0 and place_before(words[span.first - 1].key):
        return not words[span.first].text.endswith("ية") or words[span.first].key.startswith("ال")
    keys = [w.key for w in words[span.first : span.last + 1]]
    single = len(keys) == 1
    if single and (keys[0] in words_of("town_words") or (keys[0],) in adjectives()):
        return False
    if (single and keys[0] in name_parts()) or len("".join(keys)) < _LEAST_LETTERS:
        return False
    most = _SELDOM if single else 2 * _OFTEN
    if min(frequency(key) for key in keys) > most or keys[0] in words_of("org_heads"):
        return False
    return not any(i in others for i in range(span.first - 1, span.last + 2))


def _joined_body(words: Sequence[Token], before: Sequence[Span], span: Span) -> bool:
    """A body called by a common word, joined to one beyond doubt (للحوثيين والقاعدة), with nothing that describes it."""
    if span.type != "ORG" or span.prefix != "و" or not before:
        return False
    first = before[0]
    beside = first.type == "ORG" and not first.weak and first.last + 1 == span.first
    return beside and not _described(words, span)


def _team(tagged: Span, known: Span) -> bool:
    """What the tagger has for a body, surely, where a table has only a town of that name (فاز برشلونة)."""
    same = (tagged.first, tagged.last) == (known.first, known.last)
    sure = tagged.type == "ORG" and tagged.score >= _LEAST["ORG"]
    return same and sure and known.weak and known.type in _PLACES


def _described(words: Sequence[Token], span: Span) -> bool:
    """A word for a thing and its adjective (القاعدة الجوية), which are no body's name; a nationality may stand behind one."""
    if span.type != "ORG" or span.first != span.last or span.last + 1 >= len(words):
        return False
    behind = words[span.last + 1].key
    return behind.startswith("ال") and (behind,) not in adjectives()


def _agree(words: Sequence[Token], known: Span, tagged: Span) -> bool:
    """Whether the tagger's span backs a weak one of the registry: same kind, same end or start."""
    if known.weak and _described(words, known):
        return False
    least = 0.75 if known.shared and known.short else 0.4
    same = known.type == tagged.type or (known.type in _PLACES and tagged.type in _PLACES)
    return (
        same and tagged.score >= least and tagged.first == known.first and tagged.last == known.last
    )


def _with_a_surname(words: Sequence[Token], tagged: Span, last: int) -> bool:
    """Whether the tagger has one rare definite surname more than a known name has (محمد عبد العزيز | الخليفي)."""
    key = words[tagged.last].key
    family = "family" in name_parts().get(key, ()) and key.startswith("ال")
    return tagged.last == last + 1 and family and frequency(key) < _SELDOM and tagged.score > _SURE


def _namesake(words: Sequence[Token], tagged: Span, known: Span, beyond: Sequence[str]) -> bool:
    """Whether a surname that a table has is somebody's given name, surely, before a word that news hardly has (سيف مغنغو)."""
    alone = known.short and known.first == known.last == tagged.first
    given = "given" in name_parts().get(words[known.first].key, ())
    return alone and given and tagged.score > _SURER and all(frequency(w) < _RARELY for w in beyond)


def _prefer_tagged(words: Sequence[Token], tagged: Span, rivals: list[Span]) -> bool:
    if tagged.type == "PER":  # a mere surname that may be anybody's does not count
        rivals = [r for r in rivals if not (r.weak and r.short)] or rivals
    first, last = rivals[0].first, rivals[-1].last
    covers = tagged.first <= first and last <= tagged.last
    longer = tagged.last - tagged.first > last - first
    if not covers or not longer:
        return False
    if tagged.type == "PER":
        whole = any(r.type == "PER" and not r.short and r.last > r.first for r in rivals)
        if whole and not _with_a_surname(words, tagged, last):
            return False
        surname = rivals[-1].type == "PER" and not rivals[-1].weak
        beyond = [w.key for w in words[last + 1 : tagged.last + 1]]
        namesake = _namesake(words, tagged, rivals[-1], beyond)
        if surname and not namesake and not all(word in name_parts() for word in beyond):
            return False
        return tagged.score >= 0.5
    head = words[tagged.first].key
    bare = {head, head[tagged.start - words[tagged.first].start :]}
    if tagged.type == "ORG":
        return bool(bare & words_of("org_heads")) and tagged.score >= 0.5 and tagged.first < first
    return False

"""How far a person's name reaches: over particles to what they bind, and not over a place before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from riwaya.arabic import Token, fold_key
from riwaya.names.gazetteer import joined, skip
from riwaya.names.lexicon import frequency, name_parts, words_of
from riwaya.names.match import Span
from riwaya.names.merge import SEES, joined_verb, proclitic, verb_like
from riwaya.names.nationality import adjectives
from riwaya.names.parting import without_overlaps

_COMMON = 5000
"""A word oftener than this in the news sample is bound by no particle."""

_SELDOM, _SELDOM_FIRST = 600, 150
"""Words of somebody's name, oftener than these in the news sample, are taken for common ones."""

_HARDLY = 20
"""A word rarer than this behind a given name is the surname."""

_FATHERS = frozenset(map(fold_key, ("بن", "بنت")))
"""Particles behind which a name stands always."""

_MOST = 4
"""Particles that one name is followed over."""


def whole_person(text: str, words: Sequence[Token], span: Span) -> Span:
    """A person's span with what its particles bind on both sides (روي تافاريس | دي ليما)."""
    if span.type != "PER" or span.weak or (span.short and span.first == span.last):
        return span
    first, last = span.first, span.last
    for _ in range(_MOST):
        ahead = last if _particle(words[last]) else last + 1
        bound = ahead < len(words) and _particle(words[ahead])
        fathers = bound and words[ahead].key in _FATHERS
        if not bound or ahead + 1 >= len(words):
            break
        if not _bindable(text, words, last, ahead + 1, fathers=fathers):
            break
        last = ahead + 1
    if last + 1 < len(words) and words[last + 1].text == "الدين" and last == span.last:
        last += joined(text, words[last], words[last + 1])  # أمل علم | الدين
    start, prefix = span.start, span.prefix
    if _particle(words[first]) and first > 0 and not span.prefix:
        before = words[first - 1]
        prefix, width = proclitic(before.key, after_name=False)
        known = before.key[width:] in name_parts() or frequency(before.key) == 0
        fits = known and _may_be_given(before.key[width:]) and len(before.key) > 2
        if fits and joined(text, before, words[first]) and before.key[0].isalpha():
            first, start = first - 1, before.start + skip(before.text, width)
        else:
            prefix = ""
    if (first, last) == (span.first, span.last):
        return span
    candidates = span.candidates if len(span.candidates) == 1 and first == span.first else ()
    grown = replace(span, first=first, last=last, start=start, end=words[last].end, prefix=prefix)
    return grown if span.origin == "registry" and candidates else replace(grown, candidates=())


def _particle(token: Token) -> bool:
    """Whether a word is a particle of names; فإن and ابن differ by their hamza."""
    return token.key in words_of("name_particles") and "إ" not in token.text[1:]


def _bindable(
    text: str, words: Sequence[Token], at: int, last: int, *, fathers: bool = False
) -> bool:
    """Whether word ``last`` can be bound to a name that ends at word ``at``: joined to it, and no common word.

    Behind ``fathers`` (بن) a name follows, whatever else the word means (بن طالب).
    """
    if any(not joined(text, words[k], words[k + 1]) for k in range(at, last)):
        return False
    word = words[last].key
    if not word[0].isalpha() or (verb_like(word) and not fathers):
        return False
    born = words[last - 1].key == "ولد" and word.endswith("ا") and word not in name_parts()
    if born and frequency(word[:-1]) > frequency(word):
        return False  # سامي | ولد مريضا
    if not fathers and word in words_of("office_heads"):
        return False  # وانغ دي | سفير الصين
    return fathers or word in name_parts() or frequency(word) < _COMMON


def run_together(text: str, words: Sequence[Token], spans: Sequence[Span]) -> list[Span]:
    """The spans, neighbouring parts of one person's name made one (رانيا | فريد شوقي), and grown over
    words of names beside them that the tagger left out (سامي سالم | الشاعر).
    """
    out: list[Span] = []
    spans = _with_fathers(text, words, spans)
    firm = {i for s in spans if not s.weak for i in range(s.first, s.last + 1)}
    for span in sorted([*spans, *_pairs(text, words, firm)], key=lambda s: (s.start, s.weak)):
        before = out[-1] if out else None
        if before is not None and _age_of(words, before, span):
            out[-1] = span
        elif before is not None and (
            _one_name(text, words, before, span) or _closed_pair(text, words, before, span)
        ):
            kept = before if before.candidates else span
            out[-1] = replace(
                before, last=span.last, end=span.end, short=False, weak=False, shared=False,
                candidates=kept.candidates, origin=kept.origin,
            )  # fmt: skip
        elif (ali := _with_ali(text, words, span, before.last + 1 if before else 0)) is not None:
            out.append(ali)
        elif _unknown_person(span) or _namesake(text, words, span, firm):
            start = before.last + 1 if before is not None else 0
            unknown = replace(span, candidates=(), short=False, origin="pattern")
            known = span if _unknown_person(span) else unknown
            out.append(_grown(text, words, known, start, firm))
        else:
            out.append(span)
    return out


def _age_of(words: Sequence[Token], left: Span, right: Span) -> bool:
    """Whether عمر before a known person's whole name says how old they are (كان عمر | فلان الفلاني عشرة أعوام)."""
    if left.first != left.last or words[left.first].key[len(left.prefix) :] != "عمر":
        return False
    known = right.type == "PER" and bool(right.candidates) and not right.short
    return known and not left.candidates and right.first == left.last + 1 and not right.prefix


def _with_fathers(text: str, words: Sequence[Token], spans: Sequence[Span]) -> list[Span]:
    """The spans, a father's name grown over بن or بنت and the word before (حصة | بنت سلمان)."""
    firm = {i: s for s in spans if not s.weak for i in range(s.first, s.last + 1)}
    grown: list[Span] = []
    for i in range(1, len(words) - 1):
        if words[i].text not in ("بن", "بنت") or i - 1 in firm:
            continue
        father = firm.get(i + 1)
        if father is not None and (father.type != "PER" or father.prefix or father.first < i):
            continue
        prefix, width = proclitic(words[i - 1].key, after_name=False)
        blanks = {text[words[k].end : words[k + 1].start] for k in (i - 1, i)}
        known = father is not None or words[i + 1].key in name_parts()
        if blanks != {" "} or not known or not _may_be_given(words[i - 1].key[width:]):
            continue
        last = father.last if father else i + 1
        start, end = words[i - 1].start + skip(words[i - 1].text, width), words[last].end
        grown.append(Span(i - 1, last, start, end, "PER", (), "pattern", prefix=prefix, score=0.8))
    covered = {k for s in grown for k in range(s.first, s.last + 1)}
    kept = [s for s in spans if covered.isdisjoint(range(s.first, s.last + 1))]
    return without_overlaps([*kept, *grown])


def _may_be_given(word: str) -> bool:
    """Whether a word before بن can be somebody's given name, whatever else it means."""
    barred = words_of("titles") | words_of("particles") | words_of("place_heads")
    verb = verb_like(word) or word.removeprefix("و").startswith("است")
    noun = word.endswith("ه") and word not in name_parts() and frequency(word) > _SELDOM
    verb = verb or noun  # مقابلة | بن فلان
    return word.isalpha() and word not in barred and not verb and word[:2] != "ال"


def _pairs(text: str, words: Sequence[Token], firm: set[int]) -> list[Span]:
    """Two listed given names side by side where nothing else was found: somebody's name."""
    out: list[Span] = []
    given = words_of("given_names") - words_of("common_given_names")
    for i in range(len(words) - 1):
        second = words[i + 1].key
        if (second not in given and not definite_surname(second)) or i in firm or i + 1 in firm:
            continue
        prefix, width = proclitic(words[i].key, after_name=False)
        if second not in given and (prefix not in ("", "و") or "أ" in words[i].text[1:]):
            continue  # ب | دأنا
        if words[i + 1].text in _PRONOUNS:
            continue
        first = words[i].key[width:]
        if first not in given or (out and out[-1].last >= i) or min(len(first), len(second)) < 3:
            continue
        if min(frequency(first), frequency(second)) > _SELDOM or first == second:
            continue
        if text[words[i].end : words[i + 1].start] == " ":
            start = words[i].start + skip(words[i].text, width)
            end = words[i + 1].end
            out.append(Span(i, i + 1, start, end, "PER", (), "pattern", prefix=prefix, score=0.8))
    return out


_PRONOUNS = frozenset({"أني", "إني", "أنا", "لأني", "بأني"})


def definite_surname(word: str) -> bool:
    """Whether a definite word that news hardly has may be a surname (السباب): no adjective, no plural."""
    if word[:2] != "ال" or not 5 <= len(word) <= 9 or (word,) in adjectives():
        return False
    if word.endswith(("ات", "ين", "ون", "ه", "يه")) or word in words_of("office_heads"):
        return False
    return frequency(word) < _HARDLY and frequency(word[2:]) < _SELDOM_FIRST


def _with_ali(text: str, words: Sequence[Token], span: Span, start: int) -> Span | None:
    """A person's name of two words with علي before it, on a page that writes على for the preposition."""
    at = span.first - 1
    if span.type != "PER" or span.weak or span.prefix or span.first == span.last or at < start:
        return None
    word = words[at]
    if word.text not in ("علي", "وعلي", "لعلي", "بعلي") or not joined(
        text, word, words[span.first]
    ):
        return None
    known = span.candidates and not span.short and span.origin == "registry"
    if known or "على " not in text:
        return None
    width = len(word.text) - 3
    return replace(
        span,
        first=at,
        start=word.start + width,
        prefix=word.text[:width],
        candidates=(),
        short=False,
    )


def _unknown_person(span: Span) -> bool:
    return span.type == "PER" and not span.weak and not span.candidates


def _namesake(text: str, words: Sequence[Token], span: Span, firm: set[int]) -> bool:
    """Whether a known surname that is a given name too stands before a rare listed surname (ديبي | والش)."""
    at = span.last + 1
    if span.type != "PER" or not span.short or span.first != span.last or span.prefix:
        return False
    if at >= len(words) or at in firm or text[words[span.last].end : words[at].start] != " ":
        return False
    key = words[at].key
    given = "given" in name_parts().get(words[span.first].key, ())
    family = {"family", "mined-family"} & set(name_parts().get(key, ()))
    plain = _part_of_name(key, first=False) and not proclitic(key, after_name=False)[0]
    return given and bool(family) and plain and frequency(key) < _HARDLY


def _one_name(text: str, words: Sequence[Token], left: Span, right: Span) -> bool:
    """Whether two people's spans that only a blank parts are one name: not where both are known."""
    if left.type != "PER" or right.type != "PER" or right.prefix or right.first != left.last + 1:
        return False
    if (left.candidates and right.candidates) or left.short or right.short or left.weak:
        return False
    if text[words[left.last].end : words[right.first].start] not in (" ", "_"):
        return False
    return not right.weak or words[right.first].key in name_parts()


def _grown(text: str, words: Sequence[Token], span: Span, start: int, firm: set[int]) -> Span:
    last = span.last
    while last + 1 < len(words) and last - span.first < _MOST and last + 1 not in firm:
        blank = text[words[last].end : words[last + 1].start] == " "
        unseen = last == span.first and _given(words, span) and _unseen(words[last + 1].key)
        unseen = unseen or (last == span.first and _between_commas(text, words, span))
        if words[last + 1].text in SEES:
            break
        if not blank or not (unseen or _part_of_name(words[last + 1].key, first=False)):
            break
        last += 1
    first, begin, prefix = span.first, span.start, span.prefix
    while first - 1 >= start and not prefix and first - 1 not in firm:
        before = words[first - 1]
        found, width = proclitic(before.key, after_name=False)
        blank = text[before.end : words[first].start] == " "
        if not blank or not _part_of_name(before.key[width:], first=True):
            break
        first, begin, prefix = first - 1, before.start + skip(before.text, width), found
    return replace(span, first=first, last=last, start=begin, end=words[last].end, prefix=prefix)


def _between_commas(text: str, words: Sequence[Token], span: Span) -> bool:
    """Whether a given name and the rare word behind it are all that stands between two commas (…، كينيث وورد، …)."""
    if not span.first or span.last + 2 >= len(words) or span.prefix or not _given(words, span):
        return False
    second = words[span.last + 1]
    before = text[words[span.first - 1].end : words[span.first].start]
    behind = text[second.end : words[span.last + 2].start]
    closed = before.strip() in _COMMAS and behind.strip()[:1] in tuple(_COMMAS)
    rare = frequency(second.key) < _SELDOM_FIRST and (second.key,) not in adjectives()
    plain = not second.key.startswith(("ال", "لل")) and second.key.isalpha()
    plain = plain and (second.key[0] != "و" or second.key[:2] == "وو")
    return closed and rare and plain and _surname_like(second.key)


_FOREIGN = ("وا", "وي", "وو")
"""Beginnings of foreign surnames in W: what is left without it is no word."""

_COMMAS = frozenset("،,")


def _closed_pair(text: str, words: Sequence[Token], left: Span, right: Span) -> bool:
    """Whether a surname was read as a proclitic and another name, right behind a given name (فيليب | لاليو)."""
    beside = right.first == right.last == left.last + 1
    split = beside and left.type == right.type == "PER" and right.prefix != ""
    whole = words[right.first].key
    stem = whole[len(right.prefix) :]
    listed = stem in name_parts() and frequency(stem) >= _HARDLY and whole[:2] != "وو"
    return split and not listed and not right.candidates and _between_commas(text, words, left)


def _unseen(word: str) -> bool:
    """A word that news hardly has and that has the shape of a foreign surname."""
    if frequency(word) >= _HARDLY or len(word) < 4 or not word.isalpha() or word.isascii():
        return False
    if (
        verb_like(word)
        or (word,) in adjectives()
        or word.endswith(("ون", "ين", "ات", "ه", "ها", "هم"))
    ):
        return False
    adverb = word in words_of("behind_people") or (word.endswith("ا") and frequency(word[:-1]) > 0)
    foreign = word[:2] in _FOREIGN and not frequency(word[1:]) and word[1:] not in name_parts()
    whole = foreign or not proclitic(word, after_name=True)[0]
    return not adverb and not word.startswith(("ال", "لل")) and whole


@cache
def _beside_no_names() -> frozenset[str]:
    groups = ("titles", "particles", "common_given_names", "behind_people")
    return frozenset().union(*map(words_of, groups))


def _part_of_name(word: str, *, first: bool) -> bool:
    """Whether a word beside a person's name belongs to it: one of names, and of little else."""
    parts = "".join(name_parts().get(word, ()))
    if not parts or len(word) < 3 or word in words_of("office_heads"):
        return False
    if verb_like(word) or joined_verb(word):  # ليتدخل | فلان
        return False
    if word in _beside_no_names() or (word,) in adjectives():
        return False
    if word in words_of("given_names"):
        return frequency(word) < _COMMON
    mined = not {"given", "family"} & set(name_parts()[word])
    if first and mined and word.startswith("ال"):
        return False  # إدارة البازار | عبد الله صفدي
    plain = first or (word.startswith("ال") and "mined" not in parts)
    return frequency(word) < (_SELDOM_FIRST if plain else _SELDOM)


def repeated_pairs(
    text: str, blocks: Sequence[tuple[Sequence[Token], Sequence[Span]]]
) -> frozenset[tuple[str, str]]:
    """Given names and the word that stands behind them each time, twice or more on the page (أيمن عودة)."""
    behind: dict[str, Counter[str]] = {}
    for words, spans in blocks:
        at = {span.last: span for span in spans}  # a weak one and a firm one may stand at one word
        for span in at.values():
            if not _given(words, span) or span.last + 1 >= len(words):
                continue
            after = words[span.last + 1]
            if joined(text, words[span.last], after) and _surname_like(after.key):
                key = _bare(words, span)
                behind.setdefault(key, Counter())[after.key] += 1
    return frozenset(
        (given, word) for given, found in behind.items() for word, n in found.items() if n > 1
    )


def with_pair(
    text: str, words: Sequence[Token], spans: list[Span], pairs: frozenset[tuple[str, str]]
) -> list[Span]:
    """The spans of a block, each given name with the surname that the page shows it to have."""
    out: list[Span] = []
    for span in spans:
        at = span.last + 1
        if _given(words, span) and at < len(words) and (_bare(words, span), words[at].key) in pairs:
            span = replace(span, last=at, end=words[at].end)  # noqa: PLW2901
        out.append(span)
    return without_overlaps(out)


def _bare(words: Sequence[Token], span: Span) -> str:
    return words[span.first].key[len(span.prefix) :]


def _given(words: Sequence[Token], span: Span) -> bool:
    if span.type != "PER" or span.first != span.last or span.candidates:
        return False
    return "given" in "".join(name_parts().get(_bare(words, span), ()))


def _surname_like(word: str) -> bool:
    barred = words_of("particles") | words_of("office_heads") | words_of("place_heads")
    barred |= words_of("behind_people")
    if word in barred or verb_like(word) or not word[0].isalpha() or len(word) < 3:
        return False
    if word[0] in "يت" and frequency(word) > _SELDOM_FIRST and word not in name_parts():
        return False  # أحمد | يواجه
    return not word.startswith("ال") and frequency(word) < _COMMON

"""Names whose first letter looks like a proclitic and is their own: فايد, باسو, لاليو, by what the page shows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from riwaya.arabic import Token
from riwaya.names.lexicon import frequency, name_parts
from riwaya.names.match import Span

_ALWAYS = 3
"""So many times a name must stand with one letter before it, and never without, for the letter to be its own."""
_HARDLY = 20
"""A word rarer than this in the news sample is hardly a name by itself."""
_JOINING = frozenset("وفبلك")

Block = tuple[Sequence[Token], Sequence[Span]]


def own_letters(blocks: Iterable[Block]) -> frozenset[str]:
    """The folded words of a page that are names with the letter they begin with: surnames that stand so behind a given
    name, and words that never stand without it.
    """
    surnames: set[str] = set()
    before: defaultdict[str, Counter[str]] = defaultdict(Counter)
    bare: Counter[str] = Counter()
    for words, spans in blocks:
        bare.update(word.key for word in words)
        for span in spans:
            if span.type != "PER" or span.weak:
                continue
            surnames.update(w.key for w in words[span.first + 1 : span.last + 1])
            if span.first == span.last and span.prefix:
                before[words[span.first].key][span.prefix] += 1
    always = {
        key for key, prefixes in before.items()
        if len(prefixes) == 1 and prefixes.total() >= _ALWAYS
        and not bare[key[len(next(iter(prefixes))) :]]
        and not _joined_on(key, next(iter(prefixes)))
    }  # fmt: skip
    return frozenset({key for key in surnames if key[:1] in _JOINING} | always)


def _joined_on(key: str, prefix: str) -> bool:
    """Whether what stands behind و is a name well known by itself (وترامب): a sentence may begin with it each time."""
    return prefix == "و" and frequency(key[1:]) >= _HARDLY


def with_own_letters(
    text: str, words: Sequence[Token], spans: Sequence[Span], whole: frozenset[str]
) -> list[Span]:
    """The spans of a block, those in ``whole`` with their letter, and a surname in it joined to the given name before."""
    out: list[Span] = []
    for span in spans:
        single = span.type == "PER" and span.first == span.last and bool(span.prefix)
        key = words[span.first].key
        before = out[-1] if single and out and _given_before(text, words, out[-1], span) else None
        surname = before is not None and (key in whole or _unknown(key, span))
        if before is not None and surname:
            out[-1] = replace(before, last=span.last, end=span.end, short=False, origin="pattern")
        elif single and key in whole:
            start = words[span.first].start
            out.append(replace(span, start=start, prefix="", candidates=(), origin="pattern"))
        else:
            out.append(span)
    return out


def _given_before(text: str, words: Sequence[Token], left: Span, right: Span) -> bool:
    """Whether a given name alone stands right before a span, and nothing between them."""
    beside = left.last == right.first - 1 and left.first == left.last and left.type == "PER"
    key = words[left.first].key[len(left.prefix) :]
    given = {"given", "mined-given"} & set(name_parts().get(key, ()))
    gap = text[words[left.last].end : words[right.first].start]
    return beside and bool(given) and gap == " " and right.prefix != "و"


def _unknown(key: str, span: Span) -> bool:
    """Whether what is left without the letter is no name that anything knows."""
    stem = key[len(span.prefix) :]
    return not span.candidates and (stem not in name_parts() or frequency(stem) < _HARDLY)


__all__ = ["own_letters", "with_own_letters"]

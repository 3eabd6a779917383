"""What may begin at a word: one remembered look instead of many, so that most words cost nothing."""

from __future__ import annotations

from functools import cache, lru_cache

from riwaya.names import bodies, offices
from riwaya.names.anaphora import again_words
from riwaya.names.gazetteer import splits
from riwaya.names.headed import head_words
from riwaya.names.lexicon import words_of
from riwaya.names.match import gazetteer
from riwaya.names.offices import titles_words

NAME, BODY, OFFICE, OWN, AREA, COUNTERPART, KIN, HOUSE, HEAD, STYLE, AGAIN = (
    1 << k for k in range(11)
)


@cache
def _words() -> dict[int, frozenset[str]]:
    outlet = words_of("outlet_kinds")
    own = titles_words("own", "words") | titles_words("own", "ours")
    own |= titles_words("own", "this_country") | titles_words("own", "our_leader")
    areas = frozenset.union(*(titles_words("areas", d) for d in ("north", "south", "east", "west")))
    speakers = titles_words("spokespeople", "words") | words_of("office_heads")
    return {
        NAME: gazetteer().firsts() | outlet,
        BODY: bodies.kinds().firsts(),
        OFFICE: offices.heads().firsts() | speakers,
        OWN: own | {"العاصمه"},
        AREA: areas,
        COUNTERPART: titles_words("counterparts", "words"),
        KIN: words_of("kin") | words_of("called"),
        HOUSE: words_of("head_offices"),
        HEAD: head_words(),
        AGAIN: frozenset(again_words()),
        STYLE: titles_words("honorifics", "his") | titles_words("honorifics", "hers"),
    }


@lru_cache(maxsize=65536)
def signals(key: str) -> int:
    """The kinds of thing that may begin at a folded word, as a sum of flags."""
    stems = {split.stem for split in splits(key)}
    return sum(flag for flag, words in _words().items() if not stems.isdisjoint(words))

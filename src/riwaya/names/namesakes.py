"""Two people of one name: kept apart by the state whose office the page sets beside the name.

Whom no table knows has an id made from the written form.  A name of given names alone (أحمد علي) is
many people's: where the page sets one state's office beside it (وزير الزراعة التونسي NAME) that state is
part of the id, so that another state's minister of the same name is somebody else; the corpus
joins the plain id to such a one where there is only one (``corpus/entities.py``).  A known person's
name beside an office of a state that was never his is somebody else's too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from riwaya.arabic import Token
from riwaya.names.bodies import nationality_at
from riwaya.names.lexicon import words_of
from riwaya.names.match import Span
from riwaya.names.offices import Phrase
from riwaya.names.people import listed_ids
from riwaya.names.registry import form_key, registry
from riwaya.names.romanise import provisional_id

OF = "-of-"
"""Between the id of a written form and the state: ``ahmd-ali-of-tunisia``."""

Beside = dict[tuple[int, Phrase], tuple[Span, str]]


def renamed_for(text: str, words: Mapping[int, Sequence[Token]], beside: Beside) -> dict[str, str]:
    """The ids of people on a page that its offices tell more of, and the ids with that."""
    sides: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, str] = {}
    for (number, phrase), (span, entity) in beside.items():
        side = _side(words[number], phrase)
        if side is not None and span.first < span.last:
            sides[entity].add(side)
            forms.setdefault(entity, text[span.start : span.end])
    out: dict[str, str] = {}
    for entity, told in sides.items():
        if len(told) != 1:
            continue
        side = next(iter(told))
        if registry().entity(entity) is None:
            if entity not in listed_ids() and _many_bear(forms[entity]):
                out[entity] = f"{entity}{OF}{side}"
        elif _never_his(entity, side):
            out[entity] = f"{provisional_id(forms[entity])}{OF}{side}"
    return out


def _many_bear(form: str) -> bool:
    """Whether a name has given names only: two that bear it are likely two people."""
    given = words_of("given_names") | words_of("common_given_names")
    key = form_key(form)
    return len(key) in (2, 3) and all(word in given for word in key)


def _side(words: Sequence[Token], phrase: Phrase) -> str | None:
    """The state whose office a phrase is, where it says so."""
    side = phrase.side
    if side is None and phrase.generic and not phrase.former:
        for at in (phrase.last - 1, phrase.last):
            read = nationality_at(words, at) if at > phrase.first else None
            if read is not None and at + read[1] - 1 == phrase.last and read[0].gender != "p":
                side = read[0].state
                break
    state = registry().entity(side)
    return side if state is not None and state.kind == "state" else None


def _never_his(entity: str, side: str) -> bool:
    """Whether a person of the tables holds no office of a state and stands for another."""
    known = registry().entity(entity)
    if known is None or known.side is None or known.side == side:
        return False
    home = registry().entity(known.side)
    if home is None or home.kind != "state":
        return False  # officials of bodies come from states of their own
    return all(t.side != side for t in registry().offices_of(entity))


__all__ = ["OF", "renamed_for"]

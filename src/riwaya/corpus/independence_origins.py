"""Origins: to whom a value is ultimately ascribed, and who only carries it.

An origin is the person, body or document that a value is ascribed to and that had access to it;
spokespeople, offices and documents of one government are one origin, the government's *side*.
Agencies and media are carriers: what they tell in their own name has an unknown origin, and two
pages that have it from one carrier have it once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Protocol

from riwaya.corpus.values import text_key
from riwaya.model import Analysed, Ref, Span, Speaker, Statement

UNATTRIBUTED = "unattributed"

_JOINT = "-and-"
"""In the id of several speakers as one: what two did together, nobody is named for."""


class Sides(Protocol):
    """What this room asks of the registry of entities."""

    def side_of(self, entity_id: str, date: str | None = None) -> str | None:
        """The government or body that the entity speaks for at an ISO date, or ``None`` where that is not known."""
        ...

    def registered(self, entity_id: str) -> bool:
        """Whether the id is of the registry, not made from a written form."""
        ...

    def canonical(self, entity_id: str) -> str:
        """The id that stands for this one, where it is another spelling's."""
        ...

    def home_of(self, entity_id: str) -> str | None:
        """The state that the entity belongs to, whether or not it speaks for it."""
        ...

    def described(self, name: str) -> str | None:
        """The government that a description in Arabic names (an official of its foreign ministry)."""
        ...

    def official(self, ref: Ref) -> bool:
        """Whether a source speaks for a government, whichever that is."""
        ...

    def carries(self, entity_id: str) -> bool:
        """Whether the entity is an agency or an outlet."""
        ...


@dataclass(frozen=True, slots=True)
class Origin:
    """Who a value comes from: a side, a person or body of none; or, not ``known``, a carrier or nobody.

    ``key`` of an unknown origin is the carrier's, or ``""``; ``said_by`` is who the page names.
    """

    key: str
    known: bool
    said_by: str
    stateless: bool = False
    """An office or body of a government that the page leaves unnamed: the police, an army source."""
    name: str = field(default="", compare=False)
    """Who the page names, as written."""


NOBODY = Origin("", known=False, said_by=UNATTRIBUTED)


@dataclass(frozen=True, slots=True)
class Carriers:
    """The lexicon of carriers, by id and by folded name."""

    ids: frozenset[str]
    names: frozenset[str]
    heads: tuple[str, ...]
    official: dict[str, str]
    """Official agencies by id and by folded name, and the state each speaks for."""

    def state_of(self, ref: Ref) -> str | None:
        """The state whose announcements this agency prints."""
        for key in _keys(ref):
            if (state := self.official.get(key)) is not None:
                return state
        return None

    def __contains__(self, ref: Ref) -> bool:
        if ref.entity is not None and (ref.entity in self.ids or ref.entity in self.official):
            return True
        return any(
            key in self.names or key in self.official or f"{key} ".startswith(self.heads)
            for key in _keys(ref)
        )


def _keys(ref: Ref) -> Iterable[str]:
    """The ways in which a reference may stand in the lexicon: its id, its names, those without وكالة."""
    if ref.entity:
        yield ref.entity
    for name in dict.fromkeys((ref.name or "", *ref.names[:2])):
        key = text_key(name)
        if key:
            yield key
            head, _, rest = key.partition(" ")
            if rest and head in ("وكاله", "قناه", "صحيفه", "شبكه", "جريده"):
                yield rest


@cache
def carriers() -> Carriers:
    """The carriers of ``data/corpus/carriers.toml``."""
    path = resources.files("riwaya") / "data" / "corpus" / "carriers.toml"
    data = tomllib.loads(path.read_text("utf-8"))
    official: dict[str, str] = {}
    for pair in data["official_agencies"]["ids"].split():
        agency, _, state = pair.partition("=")
        official[agency] = state
    for pair in _listed(data["official_agencies"]["names"]):
        agency, _, state = pair.partition("=")
        official[text_key(agency)] = state
    groups = (data["agencies"], data["media"])
    return Carriers(
        ids=frozenset(i for group in groups for i in group["ids"].split()),
        names=frozenset(text_key(n) for group in groups for n in _listed(group["names"])),
        heads=tuple(text_key(n) + " " for n in _listed(data["words"]["heads"])),
        official=official,
    )


def _listed(text: str) -> list[str]:
    return [name.strip() for line in text.split("\n") for name in line.split("|") if name.strip()]


def origin(chain: Sequence[Ref], sides: Sides) -> Origin:
    """The origin of what a chain of sources reports, outermost first.

    It is the first link that is no carrier: what Ushakov says that Biden told Putin is Ushakov's.
    A chain of carriers only has an unknown origin, but an official agency speaks for its state.
    """
    if not chain:
        return NOBODY
    known = carriers()
    for link in chain:
        if link not in known and not (link.entity and sides.carries(link.entity)):
            return _of_source(link, sides)
    innermost = chain[-1]
    if (state := known.state_of(innermost)) is not None:
        return Origin(state, known=True, said_by=innermost.key, name=innermost.name or "")
    return Origin(innermost.key, known=False, said_by=innermost.key, name=innermost.name or "")


def _of_source(link: Ref, sides: Sides) -> Origin:
    key = link.key
    if not key:
        return NOBODY
    if link.entity:
        key = sides.canonical(link.entity)
    side = sides.side_of(key) if link.entity else None
    name = link.name or ""
    for written in (name, *link.names[:3]):
        side = side or sides.described(written)
    if side is not None:
        return Origin(side, known=True, said_by=key, name=name)
    if _JOINT in key:
        return Origin("", known=False, said_by=key, name=name)
    if sides.official(link):
        return Origin(
            text_key(link.name or key), known=True, said_by=key, stateless=True, name=name
        )
    if "@" in key or (isinstance(link, Speaker) and link.named != "named" and not link.entity):
        return Origin(
            "", known=False, said_by=key
        )  # an unnamed speaker, or an office of nobody knows whom
    return Origin(key, known=True, said_by=key, name=name)


def statement_chain(statement: Statement) -> tuple[Ref, ...]:
    """The chain of a statement, its speaker in the last place with what is known of them there."""
    speaker = statement.speaker
    if speaker is None:
        return statement.chain
    if statement.chain and statement.chain[-1].key == speaker.key:
        return (*statement.chain[:-1], speaker)
    return (
        (*statement.chain, speaker) if statement.inside is None else statement.chain or (speaker,)
    )


def statement_origin(statement: Statement, sides: Sides) -> Origin:
    """Who a statement is ultimately according to."""
    return origin(statement_chain(statement), sides)


def covering(page: Analysed, span: Span) -> tuple[Statement, ...]:
    """The statements whose content holds more than half of a span and asserts it, outermost first."""
    found = [
        s
        for s in page.statements
        if s.polarity == "affirmed" and 2 * _held(s, span) > span[1] - span[0]
    ]
    return tuple(sorted(found, key=lambda s: (s.inside is not None, -_length(s), s.id)))


def span_origin(page: Analysed, span: Span, sides: Sides) -> Origin | None:
    """Who says the words of a span: the outermost known origin of the statements around it.

    ``None`` where the page says them itself.
    """
    origins = [statement_origin(statement, sides) for statement in covering(page, span)]
    return next((o for o in origins if o.known), origins[0] if origins else None)


def _held(statement: Statement, span: Span) -> int:
    return sum(max(0, min(e, span[1]) - max(s, span[0])) for s, e in statement.content)


def _length(statement: Statement) -> int:
    return sum(e - s for s, e in statement.content)

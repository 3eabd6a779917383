"""The scene in which contacts are read: a page's body as sentences, clauses and units.

A unit is what can be a party or a place: a run of mentions of one entity (the office and the name),
a class of people, or a pair that the text names together (الرئيسان).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from riwaya.arabic import Token
from riwaya.contacts.lexicon import has, nationalities, words
from riwaya.model import Found, Ref, Span, Time

UnitType = Literal["PER", "ORG", "GPE", "LOC", "FAC", "EVENT", "OTHER", "GROUP", "PAIR"]
PARTY_TYPES: frozenset[str] = frozenset({"PER", "ORG", "GPE", "GROUP", "PAIR"})
PLACE_TYPES: frozenset[str] = frozenset({"GPE", "LOC", "FAC"})
_APPOSITION = frozenset({"،", ",", "#", '"', "“", "”", "(", ")", "«", "»"})


_CHAIN_GAP = 10  # tokens between two coordinated units
_CHAIN_REACH = 30  # with a remark in brackets


@dataclass(frozen=True, slots=True)
class Unit:
    """A possible party or place: its span, its first and last token, and its proclitics.

    ``role``: a person told by an office only; ``vague``: some person of a kind (مسؤول عراقي), nobody whom the text goes on to speak of.
    """

    start: int
    end: int
    first: int
    last: int
    ref: Ref
    type: UnitType
    prefix: str = ""
    vague: bool = False
    role: bool = False

    @property
    def preposition(self) -> str:
        """The preposition written onto it: ب, ل, ك or nothing."""
        return self.prefix.lstrip("وف")

    @property
    def joined(self) -> bool:
        """Whether it begins with و."""
        return self.prefix.startswith("و")

    @property
    def key(self) -> str:
        return self.ref.key


@dataclass(slots=True)
class Scene:
    """A page's body laid out for reading. Token positions index ``toks``."""

    text: str
    toks: tuple[Token, ...]
    found: Found
    unit_at: dict[int, Unit] = field(default_factory=dict)
    inside_unit: dict[int, Unit] = field(default_factory=dict)
    time_at: dict[int, tuple[Time, int]] = field(default_factory=dict)
    in_time: set[int] = field(default_factory=set)
    bounds: list[tuple[int, int]] = field(default_factory=list)
    titles: set[int] = field(default_factory=set)
    sport: bool = False
    types: dict[str, UnitType] = field(default_factory=dict)
    spokesmen: set[str] = field(default_factory=set)
    by_key: dict[str, list[Unit]] = field(default_factory=dict)
    below: set[str] = field(default_factory=set)
    keys: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.keys = [token.key for token in self.toks]

    def key(self, at: int) -> str:
        """The folded word or mark of a token; nothing outside the page."""
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def is_boundary(self, at: int) -> bool:
        """Whether a clause begins with this token."""
        key = self.key(at)
        inner = self.inside_unit.get(at)
        if inner is not None and inner.first != at:  # مون جيه إن
            return False
        if key == "حيث" and self.key(at - 1) == "من":  # من حيث المبدأ
            return False
        if key in words("boundaries", "before_that"):
            return self.key(at + 1) in _THAT
        return _bounds(key)

    def clause_start(self, at: int, lower: int) -> int:
        """The first token of the clause that holds ``at``, not before ``lower``."""
        while at > lower and not self.is_boundary(at):
            at -= 1
        return at

    def span(self, first: int, last: int) -> Span:
        return self.toks[first].start, self.toks[last].end

    def chain(self, at: int, stop: int) -> list[Unit]:
        """The coordinated units that begin with the one at token ``at``: X وY وZ."""
        unit = self.unit_at.get(at)
        out: list[Unit] = []
        while unit is not None:
            out.append(unit)
            unit = self._next_in_chain(unit, stop)
        return out

    def _next_in_chain(self, unit: Unit, stop: int) -> Unit | None:
        joined = False
        aside = 0  # the token behind a remark in brackets
        for at in range(unit.last + 1, min(unit.last + _CHAIN_REACH, stop)):
            if at < aside:
                continue
            if self.key(at) == "(" and (closing := self._closing(at, stop)) is not None:
                aside = closing + 1
                continue
            if at >= max(aside, unit.last) + _CHAIN_GAP:
                return None
            following = self.unit_at.get(at)
            if following is not None and self._apposed(unit, following):
                return self._next_in_chain(following, stop)
            if following is not None:
                fits = following.prefix in ("", "و") or following.prefix == "وب"
                alike = (following.type in PARTY_TYPES) == (unit.type in PARTY_TYPES)
                return following if fits and alike and (joined or following.joined) else None
            key = self.key(at)
            if key.startswith("و") and (has("chains", "gap", key) or key[1:] in nationalities()):
                joined = True
            elif key in _APPOSITION or has("chains", "gap", key) or key in nationalities():
                continue
            else:
                return None
        return None

    def _apposed(self, unit: Unit, following: Unit) -> bool:
        """Whether a person's office stands right behind his name: الملك X عاهل Y."""
        beside = following.first == unit.last + 1 and not following.prefix
        person = unit.type == following.type == "PER"
        return beside and person and has("chains", "apposed", self.key(following.first))

    def _closing(self, at: int, stop: int) -> int | None:
        """The bracket that closes one."""
        inside = range(at + 1, min(at + _CHAIN_REACH, stop))
        return next((i for i in inside if self.key(i) == ")"), None)


@lru_cache(maxsize=1 << 15)
def _bounds(key: str) -> bool:
    """Whether a folded word or mark begins a clause."""
    return (
        has("boundaries", "complement", key)
        or has("boundaries", "connector", key)
        or key in words("boundaries", "relative")
        or key in words("boundaries", "marks")
    )


def keep(scene: Scene, unit: Unit) -> None:
    """Put a unit into the scene."""
    scene.unit_at[unit.first] = unit
    for at in range(unit.first, unit.last + 1):
        scene.inside_unit[at] = unit


_THAT = frozenset({"ان", "انه", "انها", "انهم", "انهما"})


def put(scene: Scene, unit: Unit) -> None:
    """Put a unit in place of those that it covers."""
    for at in range(unit.first, unit.last + 1):
        scene.unit_at.pop(at, None)
    keep(scene, unit)


def units_between(scene: Scene, first: int, stop: int) -> Iterator[Unit]:
    """The units that begin in ``[first, stop)``, in order."""
    for at in range(first, stop):
        if (unit := scene.unit_at.get(at)) is not None:
            yield unit

"""Sides: the government or body that a source speaks for, by the registry and by its description.

Offices are many and change hands; a page often names only the office (مسؤول في الخارجية
النورلندية). Where the registry does not know the source, the words of the description tell: a
word for a government's people or bodies, and the state.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from riwaya.arabic import fold_key, proclitic_splits
from riwaya.corpus.entities import alias_table, entity_uses, office_holders
from riwaya.corpus.independence_origins import Sides
from riwaya.corpus.independence_titles import titles, unnamed_speakers
from riwaya.model import Analysed, Ref
from riwaya.names.entities import slug
from riwaya.names.load import nationalities
from riwaya.names.nationality import adjectives
from riwaya.names.registry import registry

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_NAME = 3
"""Words of the longest name of a state or body that is looked up."""


class RegistrySides:
    """The registry of names as this room asks of it."""

    def side_of(self, entity_id: str, date: str | None = None) -> str | None:
        """The state or body that stands behind an id: its own, or that of the first part of the id.

        A person speaks for a state by an office, held then where a date is given: an opponent, a
        former president and a poet speak for themselves. An unnamed speaker's id begins with the
        body: ``white-house-official@PAGE``.
        """
        known = registry()
        plain = entity_id.partition("@")[0]
        entity = known.entity(plain)
        if entity is not None:
            if entity.kind == "person" and not known.offices_of(plain, date):
                return None
            return known.side_of(plain, date)
        if plain == entity_id:
            return _by_pattern(plain)
        parts = plain.split("-")
        for width in range(len(parts) - 1, 0, -1):
            body = known.entity("-".join(parts[:width]))
            if body is not None and body.kind in ("state", "body"):
                return known.side_of(body.id)
        return None

    def registered(self, entity_id: str) -> bool:
        """Whether the registry has the id."""
        return registry().entity(entity_id) is not None

    def canonical(self, entity_id: str) -> str:
        """The id itself."""
        return entity_id

    def home_of(self, entity_id: str) -> str | None:
        """The state of the registry's tables."""
        return registry().side_of(entity_id)

    def described(self, name: str) -> str | None:
        """The state whose government a description names."""
        return described_side(name)

    def official(self, ref: Ref) -> bool:
        """Whether a description is of a government's body, whichever government's."""
        return official_body(ref.name or "")

    def carries(self, entity_id: str) -> bool:
        """Whether the id is an agency's or an outlet's."""
        entity = registry().entity(entity_id)
        return entity is not None and entity.kind in ("agency", "outlet")


class _Further:
    """Sides that know more than others, and else say what these say."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides

    def side_of(self, entity_id: str, date: str | None = None) -> str | None:
        return self._sides.side_of(entity_id, date)

    def registered(self, entity_id: str) -> bool:
        return self._sides.registered(entity_id)

    def canonical(self, entity_id: str) -> str:
        return self._sides.canonical(entity_id)

    def official(self, ref: Ref) -> bool:
        return self._sides.official(ref)

    def home_of(self, entity_id: str) -> str | None:
        return self._sides.home_of(entity_id)

    def described(self, name: str) -> str | None:
        return self._sides.described(name)

    def carries(self, entity_id: str) -> bool:
        return self._sides.carries(entity_id)


class StorySides(_Further):
    """The sides of one story: a person whom the registry does not know has that of the title beside the name."""

    def __init__(self, sides: Sides, pages: Sequence[Analysed]) -> None:
        super().__init__(sides)
        self._titles = titles(pages, speaks_officially, sides.described)
        dates = [page.published.value[:10] for page in pages if page.published is not None]
        self._date = min(dates, default=None)
        self._aliases = alias_table(entity_uses(pages), sides.registered, one_story=True)
        for office, holder in office_holders(pages).items():
            if not sides.registered(office):
                self._aliases.setdefault(office, self._aliases.get(holder, holder))
        self._unnamed = {
            entity: side
            for page in pages
            for entity, phrase, bodies in unnamed_speakers(page)
            if (side := self._body_of(bodies) or sides.described(phrase)) is not None
        }
        for entity, head in self._aliases.items():
            if entity in self._titles:
                self._titles.setdefault(head, self._titles[entity])

    def side_of(self, entity_id: str, date: str | None = None) -> str | None:
        """As the registry knows for the story's day, else by a title in the story; of somebody whom a
        page leaves unnamed, by what it tells of them.
        """
        if entity_id in self._unnamed:
            return self._unnamed[entity_id]
        entity_id = self.canonical(entity_id)
        side = self._sides.side_of(entity_id, date or self._date)
        if side is not None or (title := self._titles.get(entity_id)) is None:
            return side
        return self._sides.described(title) or self._sides.home_of(entity_id)

    def _body_of(self, bodies: Sequence[str]) -> str | None:
        """The side of the body whose official somebody is; a body of no state stands for itself."""
        for body in bodies:
            if not self._sides.carries(body):
                return self._sides.side_of(body, self._date) or body
        return None

    def canonical(self, entity_id: str) -> str:
        """By the spellings of the story's names."""
        return self._aliases.get(entity_id, entity_id)

    def official(self, ref: Ref) -> bool:
        """By the description, or by a title in the story."""
        title = self._titles.get(self.canonical(ref.entity), "") if ref.entity else ""
        return speaks_officially(title) or self._sides.official(ref)


class KnownSides(_Further):
    """Sides with those that the stories of a contact have shown."""

    def __init__(self, sides: Sides, shown: Mapping[str, str]) -> None:
        super().__init__(sides)
        self._shown = shown

    def side_of(self, entity_id: str, date: str | None = None) -> str | None:
        """As the stories show, else as the registry knows."""
        return self._shown.get(entity_id) or self._sides.side_of(entity_id, date)


@dataclass(frozen=True, slots=True)
class _Words:
    heads: frozenset[str]
    bodies: frozenset[str]
    others: frozenset[str]
    media: frozenset[str]
    endings: tuple[str, ...]
    """Of ids of bodies that every government has."""


@cache
def _words() -> _Words:
    path = resources.files("riwaya") / "data" / "corpus" / "governments.toml"
    data = tomllib.loads(path.read_text("utf-8"))

    def folded(text: str) -> frozenset[str]:
        return frozenset(fold_key(word.replace("_", " ")) for word in text.split())

    return _Words(
        heads=folded(data["offices"]["heads"]),
        bodies=folded(data["bodies"]["names"]),
        others=folded(data["others"]["words"]),
        media=folded(data["others"]["media"]),
        endings=tuple(data["bodies"]["id_endings"].split()),
    )


@cache
def _by_adjective() -> dict[str, str]:
    """English adjectives as they begin an id, and their states."""
    return {slug(adjective): state for state, adjective in nationalities().items()}


def _by_pattern(entity_id: str) -> str | None:
    """The state of an id made of its adjective and a body that every government has: jordanian-government."""
    parts = entity_id.split("-")
    for width in range(1, len(parts)):
        state = _by_adjective().get("-".join(parts[:width]))
        if state is not None and "-".join(parts[width:]).endswith(_words().endings):
            return state
    return None


@lru_cache(maxsize=1 << 14)
def described_side(name: str) -> str | None:
    """The state whose government a description of a speaker names, or ``None``.

    The description must hold a word for a government's people or bodies and none for anybody else.
    """
    return _state(_description(name)) if speaks_officially(name) else None


def speaks_officially(name: str) -> bool:
    """Whether a description has a word for a government's people or bodies, and none for others."""
    lexicon = _words()
    return _says(name, lexicon.heads | lexicon.bodies)


def official_body(name: str) -> bool:
    """Whether a description has a word for a government's bodies, and none for others."""
    return _says(name, _words().bodies)


@lru_cache(maxsize=1 << 14)
def _says(name: str, wanted: frozenset[str]) -> bool:
    bare = [_bare(word) for word in _description(name)]
    if any(forms & _words().others for forms in bare):
        return False
    return any(forms & wanted for forms in bare)


@lru_cache(maxsize=1 << 14)
def _description(name: str) -> tuple[str, ...]:
    """The folded words of a description, without the medium that it was given to (لوكالة الأنباء …)."""
    words = _WORD.findall(fold_key(name))
    media = (at for at, word in enumerate(words) if at and _bare(word) & _words().media)
    return tuple(words[: next(media, len(words))])


def _bare(word: str) -> frozenset[str]:
    """A folded word without its proclitics and article, in every reading."""
    stems = {split.stem for split in proclitic_splits(word)}
    return frozenset(stems | {stem.removeprefix("ال") for stem in stems})


def _state(words: Sequence[str]) -> str | None:
    """The first state named, by adjective or by name; longer names first."""
    for at in range(len(words)):
        for width in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
            if (state := _named(words[at : at + width])) is not None:
                return state
    return None


def _named(words: Sequence[str]) -> str | None:
    for first in dict.fromkeys(split.stem for split in proclitic_splits(words[0])):
        found = adjectives().get((first, *words[1:]))
        if found is not None:
            return found.state
        if len(words) == 1 and _bare(words[0]) & (_words().heads | _words().bodies):
            continue  # مصدر is a source, whatever firm is called so
        for entity in _registered(" ".join((first, *words[1:]))):
            return entity
    return None


def _registered(form: str) -> Iterable[str]:
    known = registry()
    for entity in known.find(form):
        if entity.kind in ("state", "body") and (side := known.side_of(entity.id)):
            yield side


def registry_sides() -> Sides:
    """The registry that comes with the package."""
    return RegistrySides()

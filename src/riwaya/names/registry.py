"""The registry: who and what is known, how it is written, which side it stands for, who held an office.

Compiled by hand from our own knowledge and from CLDR and GeoNames (see the data files).  Ids are
stable English kebab-case.
"""

from __future__ import annotations

import itertools
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from riwaya.arabic import fold_key, tokens
from riwaya.names import load
from riwaya.names.entities import Entity, Form, Tenure
from riwaya.names.own import VARIABLE, check_sides, own_tables

Key = tuple[str, ...]


_PLAIN = re.compile(r"[\u0621-\u064a]+(?: [\u0621-\u064a]+)*")
"""Nothing but Arabic words and single blanks: needs no cutting into tokens."""


@cache
def form_key(text: str) -> Key:
    """The folded words of a written form, marks left out: what forms are compared by."""
    key = fold_key(text)
    if _PLAIN.fullmatch(key):
        return tuple(key.split())
    return tuple(t.key for t in tokens(text) if t.kind != "mark") or (key,)


class Registry:
    """Lookups over the compiled tables. Nothing in it changes after it is made."""

    def __init__(
        self, entries: Iterable[tuple[Entity, list[Form]]], tenures: Iterable[Tenure]
    ) -> None:
        self._entities: dict[str, Entity] = {}
        self.forms: dict[Key, list[Form]] = defaultdict(list)
        for entity, forms in entries:
            before = self._entities.setdefault(entity.id, entity)
            if before is not entity:
                self._entities[entity.id] = _both(before, entity)
            for form in forms:
                self.forms[form_key(form.text)].append(form)
        self.tenures: tuple[Tenure, ...] = tuple(tenures)
        self._by_office: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
        self._by_person: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in self.tenures:
            self._by_office[tenure.side, tenure.office].append(tenure)
            self._by_person[tenure.person].append(tenure)

    def entity(self, key: str | None) -> Entity | None:
        """The entity of an id, or None."""
        return self._entities.get(key) if key else None

    def give_wikidata(self, items: Mapping[str, str]) -> None:
        """Entities with their Wikidata items, where they have none yet; for whoever makes a registry."""
        for key, item in items.items():
            entity = self._entities.get(key)
            if entity is not None and entity.wikidata is None:
                self._entities[key] = replace(entity, wikidata=item)

    @property
    def by_id(self) -> Mapping[str, Entity]:
        return self._entities

    def entities(self) -> Iterable[Entity]:
        return self._entities.values()

    def find(self, form: str) -> tuple[Entity, ...]:
        """Everyone and everything written so (spelling variants folded), in the order of the tables."""
        found = (self._entities[f.entity] for f in self.forms.get(form_key(form), ()))
        return tuple(dict.fromkeys(found))

    def side_of(self, key: str | None, date: str | None = None) -> str | None:
        """The state, or body of states, that an entity stands for; its own id where it is one.

        The office that a person holds at ``date`` (ISO) goes before the side of the tables; a body
        of a body (the Security Council) stands for the outermost one.
        """
        entity = self.entity(key)
        if entity is None:
            return None
        if entity.kind == "person" and date:
            for tenure in self._by_person.get(entity.id, ()):
                if tenure.covers(date):
                    return tenure.side
        if entity.kind == "state" or not entity.side:
            return entity.id if entity.kind in ("state", "body") else entity.side
        outer = self.entity(entity.side)
        if outer is not None and outer.kind == "body":
            return self.side_of(outer.id)
        return entity.side

    def holder(self, side: str, office: str, date: str | None) -> str | None:
        """Who held the office at ``date`` (ISO). None where that is not sure, and where no date is given
        and the office had more than one holder.
        """
        tenures = self._by_office.get((side, office), [])
        if date:
            day = f"{date}-01-01"[:10] if len(date) == 4 else date[:10]
            return next((t.person for t in tenures if t.covers(day)), None)
        people = {t.person for t in tenures}
        return people.pop() if len(people) == 1 else None

    def holders(self, side: str, office: str) -> tuple[str, ...]:
        """Everyone known to have held the office."""
        return tuple(dict.fromkeys(t.person for t in self._by_office.get((side, office), ())))

    def offices_of(self, person: str, date: str | None = None) -> tuple[Tenure, ...]:
        """The offices of a person, at ``date`` where one is given (undated tenures always count)."""
        return tuple(
            t
            for t in self._by_person.get(person, ())
            if date is None or t.start is None or t.covers(date)
        )

    def outlets(self) -> tuple[Entity, ...]:
        return tuple(e for e in self._entities.values() if e.kind == "outlet")

    def agencies(self) -> tuple[Entity, ...]:
        return tuple(e for e in self._entities.values() if e.kind == "agency")


def _both(before: Entity, more: Entity) -> Entity:
    """An entity of two tables: the first one's, with the further forms and what it lacks."""
    return replace(
        before,
        ar=tuple(dict.fromkeys((*before.ar, *more.ar))),
        en=tuple(dict.fromkeys((*before.en, *more.en))),
        side=before.side or more.side,
        wikidata=before.wikidata or more.wikidata,
    )


@cache
def registry() -> Registry:
    """The registry that comes with the package and the user's own, loaded once a process.

    What the user's file says of an office stands before ours.
    """
    own = [*load.people(), *load.states(), *load.places(), *load.bodies(), *load.outlets()]
    known = {entity.id for entity, _ in own}
    users = own_tables()
    made = Registry(
        itertools.chain(own, load.cities(known), users.entries),
        itertools.chain(users.tenures, load.tenures()),
    )
    made.give_wikidata(dict(load.lines("wikidata")))
    check_sides(os.environ.get(VARIABLE, ""), users, made.by_id)
    return made

"""What the registry holds: entities, their written forms, and who held which office when."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from riwaya.model import MentionType

EntityKind = Literal["state", "city", "place", "body", "agency", "outlet", "person", "matter"]


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something known. ``side`` is the id of the state, or body, that it stands for.

    ``ar`` and ``en`` are its written forms, the usual one first; ``capital`` is a state's capital, ``wikidata`` its item there where that is sure.
    """

    id: str
    type: MentionType
    kind: EntityKind
    ar: tuple[str, ...]
    en: tuple[str, ...]
    side: str | None = None
    capital: str | None = None
    wikidata: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return (*self.ar, *self.en)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write an entity. A ``weak`` form is also a common word or a shared name."""

    entity: str
    text: str
    weak: bool = False
    short: bool = False
    """A surname or other part of a full name."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """``person`` held ``office`` of ``side`` from ``start`` until before ``end`` (ISO dates).

    Both are None where the dates are unsure; an open ``end`` of a dated tenure means until today.
    ``about``: held at least so long, the very days unsure.
    """

    side: str
    office: str
    person: str
    start: str | None = None
    end: str | None = None
    about: bool = False

    def covers(self, date: str) -> bool:
        return (
            self.start is not None and self.start <= date and (self.end is None or date < self.end)
        )


def slug(name: str) -> str:
    """An entity id from an English name: ASCII, lower case, hyphens."""
    plain = unicodedata.normalize(
        "NFKD", name.replace("ı", "i").replace("ø", "o").replace("ł", "l")
    )
    ascii_only = plain.encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")

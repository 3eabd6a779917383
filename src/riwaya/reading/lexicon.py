"""The reading room's lexicons, loaded once: page furniture, datelines, agencies and outlets.

The words stand in ``data/reading/*.toml``; here they are folded and composed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from riwaya.arabic import fold_key

MARKS = " \t\u00a0.:،,؛;!?؟…*•·-–—_|/\\()[]{}«»\"“”'‘’#>»<+=~"
"""What is cut off a line's ends before it is looked up as a whole."""


@cache
def table(name: str) -> dict[str, Any]:
    """One lexicon file as it stands."""
    text = (files("riwaya") / "data" / "reading" / f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


def key(text: str) -> str:
    """The form under which a phrase is looked up: folded, blanks single, outer marks off."""
    return " ".join(fold_key(text).split()).strip(MARKS)


def keys(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(key, phrases)))


def alternation(phrases: Iterable[str]) -> str:
    """A regular expression for any of the folded phrases, longest first."""
    return "|".join(map(re.escape, sorted(keys(phrases), key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Furniture:
    """One kind of furniture: how a line is known for it."""

    whole: frozenset[str]
    opening: re.Pattern[str] | None
    anywhere: re.Pattern[str] | None


def _furniture(group: dict[str, list[str]]) -> Furniture:
    parts = []
    if start := alternation(group.get("start", ())):
        parts.append(rf"(?:{start})\s*(?:[:/|*…(\-–—]|\.\.)")
    if lead := alternation(group.get("lead", ())):
        parts.append(rf"(?:{lead})(?!\w)")
    opening = rf"[\W_]*(?:و\W+)?(?:{'|'.join(parts)})"
    anywhere = "|".join(re.escape(fold_key(p)) for p in group.get("any", ()))
    return Furniture(
        keys(group.get("whole", ())),
        re.compile(opening) if parts else None,
        re.compile(anywhere) if anywhere else None,
    )


@cache
def furniture() -> dict[str, Furniture]:
    """Every kind of furniture, by the role it plays."""
    return {role: _furniture(group) for role, group in table("furniture").items()}


@cache
def dateline_words(group: str) -> frozenset[str]:
    """The folded words of a group of the dateline lexicon (``places``, ``openers`` …)."""
    return keys(phrase for part in table("dateline")[group].values() for phrase in part)


@dataclass(frozen=True, slots=True)
class Publisher:
    """A news agency or an outlet. ``short``: its bare name is also an everyday word."""

    entity: str
    name: str
    kind: Literal["agency", "outlet", "unnamed"]
    short: bool = False


@dataclass(frozen=True, slots=True)
class Publishers:
    """Agencies and outlets by folded written form, and by address."""

    by_form: dict[str, Publisher]
    by_domain: dict[str, Publisher]

    def of_host(self, host: str) -> Publisher | None:
        """The publisher of a host name: itself, else the nearest parent domain."""
        labels = host.lower().strip(".").split(".")
        for at in range(len(labels) - 1):
            if (found := self.by_domain.get(".".join(labels[at:]))) is not None:
                return found
        return None


@cache
def publishers() -> Publishers:
    """Every known agency and outlet; the unnamed ones (وكالات) have the entity ``""``."""
    data = table("outlets")
    by_form: dict[str, Publisher] = {}
    by_domain: dict[str, Publisher] = {}
    for kind in ("agency", "outlet"):
        for entity, entry in data[kind].items():
            publisher = Publisher(entity, entry["forms"][0], kind, entry.get("short", False))
            for form in entry["forms"]:
                by_form.setdefault(key(form), publisher)
            for domain in entry["domains"]:
                by_domain.setdefault(domain, publisher)
    for form in data["unnamed"]["forms"]:
        by_form[key(form)] = Publisher("", form, "unnamed")
    return Publishers(by_form, by_domain)

"""A sentence of a brief, and the words that its parts are made of."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any, Literal

from riwaya.brief.moments import Language
from riwaya.model import PageSpan, Struct
from riwaya.names.registry import registry

Kind = Literal[
    "coverage", "headline", "contact", "agenda", "history", "statement", "dispute", "independent",
    "repeated", "omitted", "follows",
]  # fmt: skip

LONGEST_QUOTE = 220
"""Code points of a page that a sentence quotes."""
_NO_QUOTES = dict.fromkeys(map(ord, '"“”'))
_NO_MARKS = dict.fromkeys(map(ord, "«»"))


class Sentence(Struct, frozen=True, kw_only=True):
    """One sentence: its words, whom it is according to, and where each thing in it stands."""

    kind: Kind
    text: str
    according_to: tuple[str, ...]
    """Names, in the brief's language where they are known in it; outlets where nobody is named."""
    evidence: tuple[PageSpan, ...]


@cache
def lexicon() -> Mapping[str, Any]:
    """The words of ``data/brief/words.toml``."""
    path = resources.files("riwaya") / "data" / "brief" / "words.toml"
    return tomllib.loads(path.read_text("utf-8"))


class Names:
    """How the record's people, bodies and places are called in one language."""

    def __init__(
        self,
        known: Mapping[str, str],
        language: Language,
        outlets: Mapping[str, str | None] | None = None,
    ) -> None:
        self._known = known
        self._outlets = outlets or {}
        self.language = language

    def of(self, entity: str, written: str | None = None) -> str:
        """The name of an id: the registry's in the brief's language, else as pages have it."""
        listed = registry().entity(entity)
        if listed is not None:
            names = listed.en if self.language == "en" else listed.ar
            if names:  # of people the usual name may be the surname alone
                whole = (name for name in names if " " in name and listed.type == "PER")
                return next(whole, names[0])
        bare = entity.partition("@")[0] if "@" in entity else entity
        return self._known.get(entity) or written or bare.replace("-", " ")

    def outlets(self, pages: Iterable[str]) -> tuple[str, ...]:
        """The outlets of these pages, each once; of a page of none, nothing."""
        found = (self._outlets.get(page) for page in pages)
        return tuple(dict.fromkeys(outlet for outlet in found if outlet))

    def each(self, entities: Iterable[str]) -> tuple[str, ...]:
        """The names of several, each once."""
        return tuple(dict.fromkeys(self.of(entity) for entity in entities))


def quote(text: str, longest: int = LONGEST_QUOTE) -> str:
    """Words of a page on one line, without quotation marks of their own, cut at a blank."""
    words = " ".join(text.translate(_NO_MARKS).split()).strip(' .،؛:"“”')
    if words.count('"') % 2 or words.count("“") != words.count("”"):
        words = words.translate(_NO_QUOTES)  # what is left of a pair says nothing
    if len(words) <= longest:
        return words
    cut = words.rfind(" ", 0, longest - 1)
    return words[: cut if cut > 0 else longest - 1].rstrip(" ،؛:") + "…"


def marked(text: str, language: Language) -> str:
    """Quoted words between the language's quotation marks."""
    return f"«{quote(text)}»" if language == "ar" else f"“{quote(text)}”"

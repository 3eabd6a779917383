"""How a party or place is shown: by a name, where the page has one or the registry knows one.

The words that tell it on the spot (بلاده, نظيره, للقاهرة) stay as evidence.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from riwaya.arabic import fold_key
from riwaya.model import Found, Mention, Page, Ref
from riwaya.names.registry import registry

_MARKS = '#«»"“”()'


def shown_by(page: Page, found: Found) -> Callable[[Ref], Ref]:
    """A function that gives a reference the fullest name that the page has for it."""
    named: dict[str, str] = {}
    for mention in found.mentions:
        if mention.kind == "name" and mention.entity:
            text = _clean(found, mention, page)
            if len(text.split()) > len(named.get(mention.entity, "").split()):
                named[mention.entity] = text

    def shown(ref: Ref) -> Ref:
        if ref.entity is None:
            return ref
        known = registry().entity(ref.entity)
        own = known.ar[0] if known and known.ar else None
        if known is not None and known.kind == "state" and own:
            return replace(ref, name=own)  # a capital that stands for it is no name of it
        return replace(ref, name=named.get(ref.entity) or own or ref.name)

    return shown


def _clean(found: Found, mention: Mention, page: Page) -> str:
    """A name as it is written alone: no hashtag, and the article whole where لل took its alif."""
    text = " ".join(mention.text.replace("_", " ").replace("ـ", "").split())
    text = " ".join("".join(c for c in text if c not in _MARKS).split())
    if not text.startswith("ل") or page.text[mention.start - 1 : mention.start] != "ل":
        return text
    known = registry().entity(mention.entity)
    alone = {fold_key(m.text) for m in found.mentions if m.start and page.text[m.start - 1] != "ل"}
    forms = {fold_key(form) for form in known.ar} if known else alone
    return text if fold_key(text) in forms else "ا" + text

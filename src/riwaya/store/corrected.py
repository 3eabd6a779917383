"""A page's layers with a user's corrections applied: pure, and of no effect on what is stored.

A correction names an annotation by its layer and its span (:func:`address`).  What refers to a
mention goes with it: a speaker or a party that a name gave loses its entity where the user says
that this is no name, and has another where the user says whose name it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeVar

import msgspec

from riwaya.model import Block, Contact, Found, Mention, Ref, Span, Speaker, Statement, Struct, Time

Layer = Literal["mentions", "statements", "contacts", "times", "blocks"]
Action = Literal["remove", "set"]

LAYERS: tuple[Layer, ...] = ("mentions", "statements", "contacts", "times", "blocks")
WAS = "was"
"""The key of a correction's value that tells annotations of one span apart: fields as they were."""

_TYPES: dict[Layer, type[Struct]] = {
    "mentions": Mention, "statements": Statement, "contacts": Contact, "times": Time,
    "blocks": Block,
}  # fmt: skip
_FIXED = frozenset({"id", "start", "end", "text", "evidence", "content"})
"""Fields that say where something stands, not what it is: no correction sets them."""
_REFERENCES = frozenset({"speaker", "addressee", "initiator", "place"})

F = TypeVar("F", bound=Found)
Annotated = Mention | Statement | Contact | Time | Block


class Correction(Struct, frozen=True, kw_only=True):
    """What a user corrected: by the hash of the text, the layer and the span, never by a row.

    ``value`` has the fields to set (``{"speaker": null}``, ``{"entity": "abc"}``), and under ``was``
    fields as they were, where several annotations of a layer have the span.
    """

    n: int
    text_sha256: str
    layer: Layer
    start: int
    end: int
    action: Action
    value: dict[str, Any]
    made_at: str
    undone_at: str | None = None


def address(item: Annotated) -> Span:
    """The span by which a correction names an annotation: of a statement its content's, of a contact
    that of the words for it, else of all its evidence.
    """
    match item:
        case Statement():
            return _hull(item.content or ((0, 0),))
        case Contact():
            spans = item.evidence.get("kind") or tuple(
                span for field in sorted(item.evidence) for span in item.evidence[field]
            )
            return _hull(spans or ((0, 0),))
    return item.start, item.end


def _hull(spans: Sequence[Span]) -> Span:
    return min(s for s, _ in spans), max(e for _, e in spans)


def corrected(found: F, corrections: Sequence[Correction]) -> F:
    """``found`` as a user corrected it, in the order of the corrections.

    A correction whose annotation is not there (any more) changes nothing.
    """
    for one in corrections:
        layer = getattr(found, one.layer)
        made: list[Struct] = []
        for item in layer:
            if not _meant(item, one):
                made.append(item)
                continue
            if one.action == "set":
                made.append(with_fields(item, one.value))
            if isinstance(item, Mention):
                found = _followed(found, item, one)
        found = msgspec.structs.replace(found, **{one.layer: tuple(made)})
    return found


def _meant(item: Annotated, one: Correction) -> bool:
    if address(item) != (one.start, one.end):
        return False
    was = one.value.get(WAS)
    if not isinstance(was, Mapping):
        return True
    plain = msgspec.to_builtins(item)
    return all(_plain(plain.get(name)) == _plain(value) for name, value in was.items())


def _plain(value: Any) -> Any:
    """A reference by its id or name, anything else as it is."""
    if isinstance(value, Mapping) and ("entity" in value or "name" in value):
        return value.get("entity") or value.get("name")
    return value


def with_fields(item: Any, value: Mapping[str, Any]) -> Any:
    """An annotation with the fields of a correction's value; :class:`ValueError` names a wrong one."""
    changes: dict[str, Any] = {}
    for name, new in value.items():
        if name == WAS:
            continue
        if name in _FIXED or name not in item.__struct_fields__:
            raise ValueError(f"{type(item).__name__.lower()} has no field {name!r} to set")
        changes[name] = _reference(name, new)
    plain = {**msgspec.to_builtins(item), **changes}
    try:
        return msgspec.convert(plain, type(item))
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error


def check_value(layer: Layer, value: Mapping[str, Any]) -> None:
    """:class:`ValueError` where no annotation of ``layer`` can take the fields of ``value``."""
    fields = msgspec.structs.fields(_TYPES[layer])
    types = {field.name: field.type for field in fields}
    for name, new in value.items():
        if name == WAS:
            continue
        if name in _FIXED or name not in types:
            raise ValueError(f"a row of {layer} has no field {name!r} to set")
        try:
            msgspec.convert(_reference(name, new), types[name])
        except msgspec.ValidationError as error:
            raise ValueError(f"{name}: {error}") from error


def _reference(name: str, value: Any) -> Any:
    """A reference given as a bare id, as an object."""
    if name in _REFERENCES and isinstance(value, str):
        return {"entity": value}
    if name in ("parties", "chain") and isinstance(value, list):
        return [{"entity": one} if isinstance(one, str) else one for one in value]
    return value


# ---------------------------------------------------------------- what refers to a mention


def _followed(found: F, mention: Mention, one: Correction) -> F:
    """What was read from a mention, once it is no name or another's."""
    if one.action == "set" and "entity" not in one.value:
        return found
    entity = one.value.get("entity") if one.action == "set" else None
    if mention.entity is None or entity == mention.entity:
        return found
    gone = one.action == "remove"
    elsewhere = any(
        other is not mention and other.entity == mention.entity for other in found.mentions
    )
    return msgspec.structs.replace(
        found,
        statements=tuple(_statement(s, mention, entity, gone=gone) for s in found.statements),
        contacts=tuple(
            _contact(c, mention, entity, gone=gone, elsewhere=elsewhere) for c in found.contacts
        ),
    )


def _statement(item: Statement, mention: Mention, entity: str | None, *, gone: bool) -> Statement:
    changes: dict[str, Any] = {}
    for name in ("speaker", "addressee"):
        who: Speaker | None = getattr(item, name)
        if who is not None and who.entity == mention.entity and _over(who.span, mention):
            changes[name] = None if gone else _renamed(who, entity)
    if "speaker" in changes and item.chain and item.chain[-1].entity == mention.entity:
        rest = () if gone else (_renamed(item.chain[-1], entity),)
        changes["chain"] = (*item.chain[:-1], *rest)
    return msgspec.structs.replace(item, **changes) if changes else item


def _contact(
    item: Contact, mention: Mention, entity: str | None, *, gone: bool, elsewhere: bool
) -> Contact:
    """A party goes with its name unless other mentions name it as well."""
    changes: dict[str, Any] = {}
    if _read_from(item, "parties", mention, elsewhere=elsewhere):
        changes["parties"] = tuple(
            _renamed(ref, entity) if ref.entity == mention.entity else ref
            for ref in item.parties
            if not (gone and ref.entity == mention.entity)
        )
    for name in ("initiator", "place"):
        ref: Ref | None = getattr(item, name)
        if ref is not None and ref.entity == mention.entity:
            if not _read_from(item, name, mention, elsewhere=elsewhere):
                continue
            changes[name] = None if gone else _renamed(ref, entity)
    return msgspec.structs.replace(item, **changes) if changes else item


def _read_from(item: Contact, field: str, mention: Mention, *, elsewhere: bool) -> bool:
    spans = item.evidence.get(field, ())
    return any(_over(span, mention) for span in spans) or (not spans and not elsewhere)


def _renamed(ref: Ref, entity: str | None) -> Any:
    return msgspec.structs.replace(ref, entity=entity, names=())


def _over(span: Span | None, mention: Mention) -> bool:
    return span is not None and span[0] < mention.end and mention.start < span[1]


def layer_of(name: str) -> Layer:
    """A layer by its name; :class:`ValueError` for another word."""
    if name not in LAYERS:
        raise ValueError(f"no corrections in {name!r}: one of {', '.join(LAYERS)}")
    return name

"""What the user writes: corrections, entities that are one or two, searches that are kept.

A write comes as JSON, or as DELETE: a page of another site can send neither without asking first
(the CORS preflight), which this interface never grants; the guard around it refuses another site's
requests besides, and asks for the token where there is one.
"""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from litestar import Response, delete, get, post
from litestar.exceptions import HTTPException
from litestar.params import Body, QueryParameter
from msgspec import Meta, field

from riwaya.model import Struct
from riwaya.store.corrected import Action, Correction, Layer
from riwaya.store.corrections import (
    add_correction,
    forget_choice,
    list_aliases,
    merge_entities,
    split_entity,
    undo_correction,
)
from riwaya.store.shapes import AliasRow
from riwaya.web.api import PREFIX
from riwaya.web.api import parameters as ask
from riwaya.web.api.access import reading, writable
from riwaya.web.queries.searching import (
    forget_search,
    save_search,
    saved_searches,
    terms_of,
)
from riwaya.web.settings import LONGEST_ID, LONGEST_TEXT
from riwaya.web.shapes import SavedSearch
from riwaya.web.visit import AnyRequest, desk_of

Key = Annotated[str, Meta(min_length=1, max_length=LONGEST_ID)]
Offset = Annotated[int, Meta(ge=0, le=2**31)]


class NewCorrection(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A correction of the annotation of ``layer`` at ``span`` of a page.

    ``action`` is ``remove``, or ``set`` with the fields to set in ``value``: ``{"speaker": null}``.
    """

    page: Key
    layer: Layer
    span: tuple[Offset, Offset]
    action: Action
    value: dict[str, Any] = field(default_factory=dict)


class NewAlias(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``alias`` is ``entity``; or stands for itself, where both are the same."""

    alias: Key
    entity: Key


class NewSearch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A search to keep."""

    words: Annotated[str, Meta(min_length=1, max_length=LONGEST_TEXT)]
    name: Annotated[str, Meta(max_length=80)] = ""


def _json_only(request: AnyRequest) -> None:
    if request.content_type[0] != "application/json":
        raise HTTPException(status_code=415, detail="send application/json")


@get("/corrections", sync_to_thread=True)
def corrections(
    request: AnyRequest, page: ask.Page = None,
    undone: Annotated[bool, QueryParameter(description="Also those that were undone.")] = False,
) -> list[Correction]:  # fmt: skip
    """Corrections.

    What users corrected, oldest first.
    """
    with reading(request) as reader:
        return reader.corrections(page, undone=undone)


@post("/corrections", sync_to_thread=True)
def correct(request: AnyRequest, data: Annotated[NewCorrection, Body()]) -> Response[Correction]:
    """Correct.

    A name that is none, somebody else, not the speaker … The page has it at once, lists and joins from
    the next build on.
    """
    _json_only(request)
    record = writable(request).settings.record
    made = add_correction(record, data.page, data.layer, data.span, data.action, data.value)
    return Response(made, headers={"location": f"{PREFIX}/corrections/{made.n}"})


@delete("/corrections/{n:int}", sync_to_thread=True)
def undo(request: AnyRequest, n: ask.NumberInPath) -> None:
    """Undo a correction.

    It stays listed as undone.
    """
    undo_correction(writable(request).settings.record, n)


@get("/aliases", sync_to_thread=True)
def aliases(request: AnyRequest, entity: ask.Somebody = None) -> list[AliasRow]:
    """Ids that stand for others.

    As the corpus or a user decided.
    """
    with reading(request) as reader:
        return list_aliases(reader.db, entity)


@post("/aliases", sync_to_thread=True, status_code=204)
def merge(request: AnyRequest, data: Annotated[NewAlias, Body()]) -> None:
    """Say that two are one.

    Or, with the same id twice, that one stands for itself. All of the record has it from the next build on.
    """
    _json_only(request)
    record = writable(request).settings.record
    if data.alias == data.entity:
        split_entity(record, data.alias)
    else:
        merge_entities(record, data.alias, data.entity)


@delete("/alias", sync_to_thread=True)
def unmerge(request: AnyRequest, id: ask.Id) -> None:
    """Forget what was said of an id.

    The corpus decides again.
    """
    forget_choice(writable(request).settings.record, id)


@get("/searches", sync_to_thread=True)
def searches(request: AnyRequest) -> list[SavedSearch]:
    """Searches that are kept.

    `riwaya watch` tells of what they newly find.
    """
    with reading(request) as reader:
        return saved_searches(reader.db)


@post("/searches", sync_to_thread=True, status_code=204)
def keep(request: AnyRequest, data: Annotated[NewSearch, Body()]) -> None:
    """Keep a search."""
    _json_only(request)
    writable(request)
    terms_of(data.words)
    query = urlencode({"words": " ".join(data.words.split())})
    with desk_of(request).database.writing() as db:
        save_search(db, data.name or data.words, query)


@delete("/searches/{n:int}", sync_to_thread=True)
def forget(request: AnyRequest, n: ask.NumberInPath) -> None:
    """Drop a search that was kept."""
    with desk_of(request).database.writing() as db:
        forget_search(db, n)


HANDLERS = [corrections, correct, undo, aliases, merge, unmerge, searches, keep, forget]

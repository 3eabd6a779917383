"""Corrections by the user: not a name, somebody else, not the speaker, these two are one; and undoing."""

from __future__ import annotations

from litestar import post
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from riwaya.errors import RiwayaError
from riwaya.store.corrections import (
    add_correction,
    forget_choice,
    merge_entities,
    split_entity,
    undo_correction,
)
from riwaya.web.asked import Asked, BadAskedError
from riwaya.web.database import ReadOnlyError
from riwaya.web.queries.entities import resolve_entity
from riwaya.web.views.entrance import Form, local
from riwaya.web.visit import AnyRequest, Desk, desk_of

KINDS = ("not_a_name", "not_known", "is", "no_statement", "not_the_speaker", "speaker_is")


def _writable(request: AnyRequest) -> Desk:
    desk = desk_of(request)
    if desk.settings.read_only:
        raise ReadOnlyError
    return desk


def _back(data: dict[str, str], otherwise: str) -> Redirect:
    where = local(data.get("next", ""))
    return Redirect(where if where != "/" else otherwise, status_code=HTTP_303_SEE_OTHER)


@post("/correct", sync_to_thread=True)
def correct(request: AnyRequest, data: Form) -> Redirect:
    """Correct a name or a statement of a page."""
    desk = _writable(request)
    asked = Asked(data)
    page, kind = asked.wanted("page"), asked.choice("kind", KINDS)
    span = asked.span()
    if span is None:
        raise BadAskedError("at")
    record = desk.settings.record
    match kind:
        case "not_a_name":
            add_correction(record, page, "mentions", span, "remove")
        case "not_known":
            add_correction(record, page, "mentions", span, "set", {"entity": None})
        case "is":
            add_correction(record, page, "mentions", span, "set", {"entity": _meant(desk, asked)})
        case "no_statement":
            add_correction(record, page, "statements", span, "remove")
        case "not_the_speaker":
            add_correction(record, page, "statements", span, "set", {"speaker": None})
        case "speaker_is":
            who = _meant(desk, asked)
            add_correction(record, page, "statements", span, "set", {"speaker": who})
        case _:
            raise BadAskedError("kind")
    return _back(data, f"/{request.path_params['language']}/")


def _meant(desk: Desk, asked: Asked) -> str:
    """Who the reader named; error ``nothing_such`` where the record has nobody called so."""
    typed = asked.wanted("entity")
    with desk.database.reading() as reader:
        found = resolve_entity(reader.db, typed)
    if found is None:
        raise RiwayaError("nothing_such", kind="entity", wanted=typed)
    return found


@post("/undo", sync_to_thread=True)
def undo(request: AnyRequest, data: Form) -> Redirect:
    """Undo a correction."""
    desk = _writable(request)
    undo_correction(desk.settings.record, Asked(data).number("n", 0, most=10**9))
    return _back(data, f"/{request.path_params['language']}/record")


@post("/merge", sync_to_thread=True)
def merge(request: AnyRequest, data: Form) -> Redirect:
    """Two entities are one."""
    desk = _writable(request)
    asked = Asked(data)
    merge_entities(desk.settings.record, asked.wanted("alias"), _meant(desk, asked))
    return _back(data, f"/{request.path_params['language']}/record")


@post("/split", sync_to_thread=True)
def split(request: AnyRequest, data: Form) -> Redirect:
    """An entity stands for itself."""
    desk = _writable(request)
    split_entity(desk.settings.record, Asked(data).wanted("alias"))
    return _back(data, f"/{request.path_params['language']}/record")


@post("/unmerge", sync_to_thread=True)
def unmerge(request: AnyRequest, data: Form) -> Redirect:
    """What a user merged or split is as the corpus has it again."""
    desk = _writable(request)
    forget_choice(desk.settings.record, Asked(data).wanted("alias"))
    return _back(data, f"/{request.path_params['language']}/record")


HANDLERS = [correct, undo, merge, split, unmerge]

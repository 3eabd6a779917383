"""The record of a request: opened for reading, or refused for writing."""

from __future__ import annotations

from contextlib import AbstractContextManager

from riwaya.web.database import DeskReader, ReadOnlyError
from riwaya.web.visit import AnyRequest, Desk, desk_of


def reading(request: AnyRequest) -> AbstractContextManager[DeskReader]:
    """The record for the length of a request, of one state, with a limit on time."""
    return desk_of(request).database.reading()


def writable(request: AnyRequest) -> Desk:
    """The desk; :class:`ReadOnlyError` where it only reads."""
    desk = desk_of(request)
    if desk.settings.read_only:
        raise ReadOnlyError
    return desk

"""The public doors: one page, or a record of many."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from riwaya.client.record import Record
from riwaya.engine.pipeline import analyse
from riwaya.model import Page, SetAside

__all__ = ["analyse", "open", "read"]


def read(
    source: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
) -> list[Page | SetAside]:
    """The pages of a file, a folder, a glob, or several of them, in order.

    Text, HTML, JSON lines, and what else ``riwaya read`` takes.  What cannot be used is in the list
    as well, as a :class:`~riwaya.model.SetAside` with its reason; nothing raises for bad input.

    >>> for page in riwaya.read("news/"):  # doctest: +SKIP
    ...     if isinstance(page, riwaya.model.Page):
    ...         print(riwaya.analyse(page).title)
    """
    from riwaya.reading.items import expand
    from riwaya.reading.read import read_item

    sources = [source] if isinstance(source, (str, os.PathLike)) else list(source)
    return [
        item if isinstance(item, SetAside) else read_item(item)
        for item in expand([os.fspath(s) for s in sources])
    ]


def open(path: str | os.PathLike[str]) -> Record:  # noqa: A001 - the door's name
    """A record made by ``riwaya build``, for reading.

    Raises :class:`~riwaya.errors.RiwayaError` with ``code`` ``no_record``, ``not_a_record``,
    ``newer_record`` or ``damaged``.

    >>> record = riwaya.open("news.db")  # doctest: +SKIP
    >>> record.stories()[0].title  # doctest: +SKIP
    """
    return Record(Path(path))

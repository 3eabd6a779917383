"""``riwaya show``: what a record holds."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from riwaya.cli.options import Json, Record


class Kind(StrEnum):
    """What there is to show."""

    STORY = "story"
    CONTACT = "contact"
    PERSON = "person"
    PAGE = "page"
    DISPUTE = "dispute"
    CLAIM = "claim"
    SET_ASIDE = "set-aside"


def show(
    record: Record,
    kind: Annotated[
        Kind | None, typer.Argument(help="What to show; without it, an overview.")
    ] = None,
    wanted: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help="Which one; without it, a list. A person also by name."
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, help="At most so many in a list.")
    ] = 30,
    json: Json = False,
) -> None:
    """Show what a record holds, and where it stands.

    An overview; or a list of stories, contacts, people, pages, disputes, claims, or of what was
    set aside; or one of them with its sources: a claim with its wordings side by side.
    """
    from riwaya.cli import show_lists, show_one
    from riwaya.cli.output import json_line, out
    from riwaya.store.reader import RecordReader

    with RecordReader(record) as reader:
        if kind is None:
            if json:
                json_line(reader.counts())
            else:
                show_lists.overview(out(), reader)
        elif wanted is None:
            show_lists.LISTS[kind.value](reader, limit, json)
        else:
            show_one.ONE[kind.value](reader, wanted, json)

"""``riwaya entity``: who somebody is, and which ids of a record are one and the same."""

from __future__ import annotations

from typing import Annotated

import typer

from riwaya.cli.options import Json, Record, Registry

entity = typer.Typer(
    name="entity",
    help="""Who somebody is, and who is the same.

Merges and splits are kept in the record through every build; lists and joins have them from the
next one on (riwaya build -o DB).""",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Id = Annotated[str, typer.Argument(metavar="ID", help="An entity's id, as lists and JSON have it.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The id that stands for it from now.")]


@entity.command()
def who(
    wanted: Annotated[
        str, typer.Argument(metavar="NAME", help="An id, or a name as pages write it.")
    ],
    registry: Registry = None,
    json: Json = False,
) -> None:
    """Show what the registry knows: names, side, offices with their dates."""
    from riwaya.cli import exits
    from riwaya.cli.output import heading, isolate, json_line, out, rows
    from riwaya.names import registry as known
    from riwaya.names import use

    use(registry)
    tables = known()
    by_id = tables.entity(wanted)
    found = (by_id,) if by_id else tables.find(wanted)
    for one in found:
        offices = tables.offices_of(one.id)
        if json:
            plain = {name: getattr(one, name) for name in one.__dataclass_fields__}
            held = [
                {
                    "office": t.office,
                    "side": t.side,
                    "from": t.start,
                    "until": t.end,
                    "about": t.about,
                }
                for t in offices
            ]
            json_line({**plain, "offices": held})
            continue
        heading(out(), one.id)
        lines = [("type", f"{one.type} ({one.kind})"), ("side", one.side or "")]
        lines += [("Wikidata", one.wikidata or ""), ("capital", one.capital or "")]
        lines += [("English", ", ".join(one.en)), ("Arabic", isolate("، ".join(one.ar)))]
        rows(out(), [line for line in lines if line[1]])
        dated = [
            (f"{'~' * t.about}{t.start or '?'}..{t.end or ''}", t.office, t.side) for t in offices
        ]
        rows(out(), sorted(dated))
    if not found:
        raise typer.Exit(exits.NOTHING)


@entity.command()
def merge(record: Record, one: Id, other: Other) -> None:
    """Say that two ids are one: ID is OTHER from the next build on."""
    from riwaya.store import merge_entities

    merge_entities(record, one, other)
    _told(f"{one} is {other}")


@entity.command()
def split(record: Record, one: Id) -> None:
    """Say that an id that was joined to another stands for itself."""
    from riwaya.store import split_entity

    split_entity(record, one)
    _told(f"{one} stands for itself")


@entity.command()
def undo(record: Record, one: Id) -> None:
    """Take back what was said of an id by merge or split: the corpus decides again."""
    from riwaya.store import forget_choice

    forget_choice(record, one)
    _told(f"what was said of {one} is taken back")


@entity.command("list")
def list_all(
    record: Record,
    one: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Only what concerns this id.")
    ] = None,
    json: Json = False,
) -> None:
    """List the ids that stand for another, and by whose decision: the corpus's or a user's."""
    from riwaya.cli import exits
    from riwaya.cli.output import json_line, out, rows
    from riwaya.store import RecordReader, list_aliases

    with RecordReader(record) as reader:
        found = list_aliases(reader.db, one)
    if json:
        for row in found:
            json_line(row)
    else:
        rows(out(), [(row.alias, "→", row.entity, row.origin) for row in found], indent=0)
    if not found:
        raise typer.Exit(exits.NOTHING)


def _told(what: str) -> None:
    from riwaya.cli.output import err

    err().print(f"riwaya: {what}; riwaya build -o DB brings the record up to date")

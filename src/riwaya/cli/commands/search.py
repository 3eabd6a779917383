"""``riwaya search``: words in any spelling."""

from __future__ import annotations

from typing import Annotated

import typer

from riwaya.cli import exits
from riwaya.cli.options import Json, Record


def search(
    record: Record,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS...", help='Words that a page must have; "a phrase" in quotes.'
        ),
    ],
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many pages.")] = 20,
    json: Json = False,
) -> None:
    """Find pages by words, in any spelling.

    كرملين also finds الكرملين and وبالكرملين; hamza, ta marbuta, vowel marks and digits do not matter.
    """
    from rich.text import Text

    from riwaya.cli.output import isolate, json_line, out, plain
    from riwaya.store.reader import RecordReader

    with RecordReader(record) as reader:
        hits = reader.search(" ".join(words), limit=limit)
    if json:
        for hit in hits:
            json_line(hit)
    else:
        console = out()
        for hit in hits:
            row = hit.page
            console.print(Text(isolate(row.title or row.id), style="bold"))
            console.print(
                f"  {row.published or 'undated'}  {plain(row.outlet or '')}  {plain(row.id)}"
            )
            line = Text("  \u2068")
            at = 0
            for start, end in hit.spans:
                s, e = start - hit.snippet_at, end - hit.snippet_at
                if at <= s and e <= len(hit.snippet):
                    line.append(plain_keep(hit.snippet[at:s]))
                    line.append(plain_keep(hit.snippet[s:e]), style="bold yellow")
                    at = e
            line.append(plain_keep(hit.snippet[at:]) + "\u2069")
            console.print(line)
    if not hits:
        raise typer.Exit(exits.NOTHING)


def plain_keep(text: str) -> str:
    """One line without control characters, its outer blanks kept."""
    from riwaya.cli.output import plain

    before = " " if text[:1].isspace() else ""
    after = " " if text.strip() and text[-1:].isspace() else ""
    return f"{before}{plain(text)}{after}"

"""``riwaya brief``: one story in a few sentences, ready to paste."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from riwaya.cli import exits
from riwaya.cli.options import Json, Record


class _Language(StrEnum):
    ar = "ar"
    en = "en"


def brief(
    record: Record,
    story: Annotated[
        str,
        typer.Argument(metavar="STORY", help="A story's id, as riwaya show RECORD stories has it."),
    ],
    lang: Annotated[_Language, typer.Option("--lang", "-l", help="Its language.")] = _Language.ar,
    evidence: Annotated[
        bool, typer.Option("--evidence", "-e", help="Print the words behind each sentence.")
    ] = False,
    json: Json = False,
) -> None:
    """Tell one story in five to twelve sentences, each with whom it is according to.

    Every sentence comes from the record: by a template from its values, or as words of a page. None
    stands without evidence; --evidence and --json show where it stands. Of a story of which the
    record has little, the brief is shorter.
    """
    from riwaya.brief import brief as compose
    from riwaya.cli.contact_view import words
    from riwaya.cli.output import isolate, json_line, out, plain, rows
    from riwaya.store.reader import RecordReader

    with RecordReader(record) as reader:
        made = compose(reader, story, lang.value)
        if json:
            json_line(made)
        else:
            console = out()
            for sentence in made.sentences:
                shown = plain(sentence.text)
                console.print(isolate(shown) if console.is_terminal else shown)
                if evidence:
                    rows(
                        console,
                        [
                            (plain(f"{s.page} [{s.start}, {s.end})"), isolate(words(reader, s)))
                            for s in sentence.evidence
                        ],
                        indent=4,
                    )
    if not made.sentences:
        raise typer.Exit(exits.NOTHING)

"""The formats in which a record can be written: what each takes, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from riwaya.errors import RiwayaError
from riwaya.export.files import make_folder, write_file
from riwaya.export.iris import Iris
from riwaya.export.parts import chosen
from riwaya.export.report.labels import Language
from riwaya.export.tables import TABLES
from riwaya.store.lists import queries
from riwaya.store.reader import RecordReader

Note = Callable[[str], None]
"""Told what a reader of the export should know: what was left out, and why."""
Print = Callable[[bytes], None]
_BOM = b"\xef\xbb\xbf"  # spreadsheets take a file without it for the local code page


@dataclass(frozen=True)
class Job:
    """One export: of which record, which parts and which story's pages, and where to.

    ``output`` None is standard output, which ``out`` writes to.
    """

    record: RecordReader
    output: Path | None
    out: Print
    only: str | None = None
    story: str | None = None
    base: str | None = None
    language: Language = "ar"
    note: Note = lambda line: None

    @cached_property
    def pages(self) -> list[str]:
        """The ids of the pages to write; error ``nothing_such`` for an unknown story."""
        if self.story is None:
            return self.record.page_ids()
        return list(self.record.story(self.story).pages)

    @cached_property
    def iris(self) -> Iris:
        return Iris(self.base, dict(self.record.db.execute("SELECT alias, entity FROM aliases")))

    def whole_only(self, what: str) -> None:
        """Error ``usage`` where a story was asked of a format that has only whole records."""
        if self.story is not None:
            raise RiwayaError("usage", why=f"--story: not with --format {what}")

    def write(self, pieces: Iterable[bytes]) -> None:
        """One file, or standard output."""
        if self.output is None:
            for piece in pieces:
                self.out(piece)
        else:
            write_file(self.output, pieces)


def _json(job: Job) -> None:
    from riwaya.export.as_json import json_object

    job.whole_only("json")
    job.write(json_object(job.record, chosen(job.only)))


def _jsonl(job: Job) -> None:
    from riwaya.export.as_json import json_lines

    job.whole_only("jsonl")
    job.write(json_lines(job.record, chosen(job.only)))


def _csv(job: Job) -> None:
    from riwaya.export.as_csv import csv_table

    def lines(table: str) -> Iterator[bytes]:
        return (line.encode("utf-8", "replace") for line in csv_table(job.record, table))

    job.whole_only("csv")
    tables = chosen(job.only, TABLES)
    if len(tables) == 1 and job.output is None:
        job.write(lines(tables[0]))
        return
    for path, table in _files(job, tables, "csv"):
        write_file(path, _marked(lines(table)))


def _marked(lines: Iterator[bytes]) -> Iterator[bytes]:
    yield _BOM
    yield from lines


def _parquet(job: Job) -> None:
    from riwaya.export.as_parquet import parquet_table

    job.whole_only("parquet")
    for path, table in _files(job, chosen(job.only, TABLES), "parquet"):
        parquet_table(job.record, table, path)


def _files(job: Job, tables: Sequence[str], suffix: str) -> list[tuple[Path, str]]:
    """A file a table: the one named, or those in the folder named. Error ``usage``."""
    if job.output is None:
        why = f"{suffix} is a file a table: name one (--only statements -o FILE), or a folder for all (-o FOLDER)"
        raise RiwayaError("usage", why=why)
    if len(tables) == 1 and job.output.suffix:
        return [(job.output, tables[0])]
    make_folder(job.output)
    return [(job.output / f"{table}.{suffix}", table) for table in tables]


def _ics(job: Job) -> None:
    from riwaya.export.calendar import GROUPS, CalendarFile

    groups = chosen(job.only, GROUPS) if job.only else ["planned"]
    wanted = [status for group in groups for status in sorted(GROUPS[group])]
    marks = ", ".join("?" * len(wanted))
    contacts = queries.contacts(job.record.db, story=job.story)
    calendar = CalendarFile(job.record, job.iris, job.language)
    job.write(calendar.pieces(contacts.where(f"c.status IN ({marks})", *wanted)))
    if calendar.undated:
        job.note(f"{calendar.written} contacts written; {calendar.undated} whose day is not known are left out")  # fmt: skip


def _annotations(job: Job) -> None:
    from riwaya.export.annotations import LAYERS, web_annotations

    job.write(web_annotations(job.record, chosen(job.only, LAYERS), job.iris, job.pages))


def _provenance(job: Job) -> None:
    from riwaya.export.provenance import provenance

    job.write(provenance(job.record, job.iris, job.pages))


def _quotations(job: Job) -> None:
    from riwaya.export.quotations import quotations

    job.write(quotations(job.record, job.iris, job.pages))


def _graphml(job: Job) -> None:
    from riwaya.export.graph import EDGES, source_graph

    job.whole_only("graphml")
    job.write(source_graph(job.record, list(chosen(job.only, EDGES))))


def _site(job: Job) -> None:
    """The report: the largest stories, each with its pages."""
    from riwaya.export.report.write import MOST_STORIES, write_report

    job.whole_only("site")
    if job.output is None:
        raise RiwayaError("usage", why="a site is a folder: name it (-o FOLDER)")
    write_report(job.record.path, job.output, language=job.language)
    if (stories := len(queries.stories(job.record.db))) > MOST_STORIES:
        job.note(f"the {MOST_STORIES} largest of {stories} stories; riwaya report --stories N writes more")  # fmt: skip


FORMATS: dict[str, Callable[[Job], None]] = {
    "json": _json, "jsonl": _jsonl, "csv": _csv, "parquet": _parquet, "ics": _ics,
    "annotations": _annotations, "prov": _provenance, "schema-org": _quotations,
    "graphml": _graphml, "site": _site,
}  # fmt: skip
"""By name: what writes a record in it."""


def export(format_: str, job: Job) -> None:
    """Write a record. All of it is of one state of the file, though a build goes on meanwhile.

    Errors: ``usage``, ``nothing_such``, ``output_failed``, ``missing_part``.
    """
    db = job.record.db
    db.execute("PRAGMA mmap_size = 0")  # read once from end to end: a map would only fill memory
    db.execute("BEGIN")
    try:
        FORMATS[format_](job)
    finally:
        db.execute("ROLLBACK")

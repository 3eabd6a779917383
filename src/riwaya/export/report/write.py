"""Writing the report: story by story, so that a large record never stands in memory at once."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from riwaya.errors import RiwayaError
from riwaya.export.report.labels import Labels, Language
from riwaya.export.report.site import Site
from riwaya.export.report.views import (
    DisputeView,
    StatementView,
    contact_view,
    copy_view,
    dispute_view,
    outlets,
    page_contacts,
    page_lines,
    statement_views,
)
from riwaya.model import Analysed, Copy
from riwaya.store.reader import RecordReader
from riwaya.store.shapes import StoryRow

MOST_STORIES = 200
MOST_COPIES = 40
MOST_SPEAKERS = 150
MOST_STATEMENTS = 40


@dataclass(slots=True)
class _Gathered:
    """What the front page and the speakers' page collect while the stories are written."""

    disputes: list[DisputeView] = field(default_factory=list)
    said: dict[str, list[StatementView]] = field(default_factory=lambda: defaultdict(list))
    stories: list[dict[str, Any]] = field(default_factory=list)


def write_report(
    record: Path,
    folder: Path,
    *,
    language: Language = "ar",
    most_stories: int = MOST_STORIES,
    progress: Callable[[int, int], None] | None = None,
) -> Path:
    """Write the report of ``record`` into ``folder`` and return the path of its first page.

    At most ``most_stories`` stories, the largest first; the first page tells how many were left out.
    ``progress(done, all)`` is called after each story.  Errors: those of opening a record, and
    ``write_failed`` where the folder cannot be written.
    """
    with RecordReader(record) as reader:
        try:
            return _write(reader, folder, language, most_stories, progress)
        except OSError as error:
            where = str(error.filename or folder)
            raise RiwayaError("write_failed", where, detail=error.strerror or str(error)) from error


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("riwaya.export.report"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _write(
    reader: RecordReader,
    folder: Path,
    language: Language,
    most_stories: int,
    progress: Callable[[int, int], None] | None,
) -> Path:
    rows = reader.story_rows()
    chosen = rows[:most_stories]
    members = {row.id: reader.story(row.id).pages for row in chosen}
    ids = [page for row in chosen for page in members[row.id]]
    site = Site(Labels(language), {page: f"page-{n}.html" for n, page in enumerate(ids, start=1)})
    environment, gathered = _environment(), _Gathered()
    folder.mkdir(parents=True, exist_ok=True)
    _copy_assets(folder)

    def render(template: str, name: str, **view: Any) -> None:
        text = environment.get_template(template).render(t=site.labels, **view)
        (folder / name).write_text(text, "utf-8", errors="backslashreplace")

    for number, row in enumerate(chosen, start=1):
        name = f"story-{number}.html"
        _write_story(reader, site, row, (name, members[row.id]), (gathered, render))
        if progress:
            progress(number, len(chosen))
    speakers = sorted(gathered.said.values(), key=lambda s: (-len(s), s[0].speaker))
    render(
        "speakers.html", "speakers.html", speakers=speakers[:MOST_SPEAKERS], most=MOST_STATEMENTS
    )
    render(
        "index.html",
        "index.html",
        counts=reader.counts(),
        stories=gathered.stories,
        left_out=len(rows) - len(chosen),
        disputes=gathered.disputes,
        set_aside=reader.set_aside(),
    )
    return folder / "index.html"


def _write_story(
    reader: RecordReader,
    site: Site,
    row: StoryRow,
    where: tuple[str, Sequence[str]],
    into: tuple[_Gathered, Callable[..., None]],
) -> None:
    (name, ids), (gathered, render) = where, into
    pages = sorted(reader.pages(ids), key=_by_date)
    site.load(pages)
    copies = _copies(reader, pages)
    contacts = [contact_view(contact, site) for contact in reader.contacts(story=row.id)]
    disputes = [
        dispute_view(dispute, site, (name, row.title)) for dispute in reader.disputes(story=row.id)
    ]
    said = {page.id: statement_views(page, site) for page in pages}
    view = {
        "row": row,
        "href": name,
        "outlets": outlets(pages, site),
        "dates": [site.date(page) for page in pages],
    }
    render(
        "story.html",
        name,
        **view,
        pages=[_page_card(page, site) for page in pages],
        contacts=contacts,
        disputes=disputes,
        copies=[copy_view(copy, site) for copy in copies[:MOST_COPIES]],
        copies_left_out=max(0, len(copies) - MOST_COPIES),
    )
    for page in pages:
        mine = [c for c in copies if page.id in (c.a.page, c.b.page)]
        render(
            "page.html",
            site.hrefs[page.id],
            page=page,
            card=_page_card(page, site),
            lines=page_lines(page, mine, site),
            statements=said[page.id],
            contacts=page_contacts(page.contacts, site),
            story=(name, row.title),
        )
        for view_of in said[page.id]:
            if view_of.speaker_key:
                gathered.said[view_of.speaker_key].append(view_of)
    gathered.disputes += disputes
    gathered.stories.append({**view, "contacts": contacts, "disputes": len(disputes)})


def _copies(reader: RecordReader, pages: Sequence[Analysed]) -> list[Copy]:
    """The copied passages that lie inside one story, the longest first."""
    here = {page.id for page in pages}
    found = {
        (c.a, c.b): c
        for page in pages
        for c in reader.copies(page=page.id)
        if c.a.page in here and c.b.page in here
    }
    return sorted(
        found.values(), key=lambda c: (c.a.start - c.a.end, c.a.page, c.a.start, c.b.page)
    )


def _by_date(page: Analysed) -> tuple[bool, str, str]:
    value = page.published.value if page.published else ""
    return not value, value, page.id


def _page_card(page: Analysed, site: Site) -> dict[str, str | list[str]]:
    return {
        "href": site.hrefs[page.id],
        "title": page.title or page.id,
        "outlet": site.outlet(page),
        "date": site.date(page),
        "basis": page.published.basis if page.published else "",
        "sources": [
            site.who(s.entity) if s.entity else (s.name or site.labels("unattributed"))
            for s in page.sources
        ],
        "id": page.id,
    }


def _copy_assets(folder: Path) -> None:
    source = files("riwaya.export.report").joinpath("assets")
    with as_file(source) as assets:
        for asset in sorted(assets.iterdir()):
            shutil.copyfile(asset, folder / asset.name)

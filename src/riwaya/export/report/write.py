"""Writing the report: story by story, so that a large record never stands in memory at once."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
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
            raise RiwayaError("write_failed", where, why=error.strerror or str(error)) from error


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("riwaya.export.report"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@dataclass(slots=True)
class _Writer:
    """One report being written: where from, where to, and what the front page will need."""

    reader: RecordReader
    folder: Path
    site: Site
    copies: Mapping[str, Sequence[Copy]]
    environment: Environment = field(default_factory=_environment)
    gathered: _Gathered = field(default_factory=_Gathered)

    def render(self, template: str, name: str, **view: Any) -> None:
        text = self.environment.get_template(template).render(t=self.site.labels, **view)
        (self.folder / name).write_text(text, "utf-8", errors="backslashreplace")

    def story(self, row: StoryRow, name: str, members: Sequence[str]) -> None:
        """A story's page, and the pages of its pages."""
        site = self.site
        pages = sorted(self.reader.pages(members), key=_by_date)
        site.load(pages)
        copies = _inside(pages, self.copies)
        contacts = [contact_view(c, site) for c in self.reader.contacts(story=row.id)]
        disputes = [
            dispute_view(d, site, (name, row.title)) for d in self.reader.disputes(story=row.id)
        ]
        view = {
            "row": row,
            "href": name,
            "outlets": outlets(pages, site),
            "dates": [site.date(page) for page in pages],
        }
        self.render(
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
            self.page(
                page, [c for c in copies if page.id in (c.a.page, c.b.page)], (name, row.title)
            )
        self.gathered.disputes += disputes
        self.gathered.stories.append({**view, "contacts": contacts, "disputes": len(disputes)})

    def page(self, page: Analysed, copies: Sequence[Copy], story: tuple[str, str]) -> None:
        """One page: its text with layers, and what was found on it."""
        statements = statement_views(page, self.site)
        self.render(
            "page.html",
            self.site.hrefs[page.id],
            page=page,
            card=_page_card(page, self.site),
            lines=page_lines(page, copies, self.site),
            statements=statements,
            contacts=page_contacts(page.contacts, self.site),
            story=story,
        )
        for said in statements:
            if said.speaker_key:
                self.gathered.said[said.speaker_key].append(said)

    def front(self, left_out: int) -> None:
        """The first page, and the one of the speakers."""
        speakers = sorted(self.gathered.said.values(), key=lambda s: (-len(s), s[0].speaker))
        self.render(
            "speakers.html",
            "speakers.html",
            speakers=speakers[:MOST_SPEAKERS],
            most=MOST_STATEMENTS,
        )
        self.render(
            "index.html",
            "index.html",
            counts=self.reader.counts(),
            stories=self.gathered.stories,
            left_out=left_out,
            disputes=self.gathered.disputes,
            set_aside=self.reader.set_aside(),
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
    hrefs = {page: f"page-{n}.html" for n, page in enumerate(ids, start=1)}
    writer = _Writer(
        reader, folder, Site(Labels(language), hrefs), _by_page(reader.copies(), hrefs)
    )
    folder.mkdir(parents=True, exist_ok=True)
    _copy_assets(folder)
    for number, row in enumerate(chosen, start=1):
        writer.story(row, f"story-{number}.html", members[row.id])
        if progress:
            progress(number, len(chosen))
    writer.front(left_out=len(rows) - len(chosen))
    return folder / "index.html"


def _by_page(copies: Iterable[Copy], wanted: Container[str]) -> Mapping[str, Sequence[Copy]]:
    """Copies under the page of their first side, where both pages are written."""
    found: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        if copy.a.page in wanted and copy.b.page in wanted:
            found[copy.a.page].append(copy)
    return found


def _inside(pages: Sequence[Analysed], copies: Mapping[str, Sequence[Copy]]) -> list[Copy]:
    """The copied passages that lie inside one story, the longest first."""
    here = {page.id for page in pages}
    found = [c for page in pages for c in copies.get(page.id, ()) if c.b.page in here]
    return sorted(found, key=lambda c: (c.a.start - c.a.end, c.a.page, c.a.start, c.b.page))


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

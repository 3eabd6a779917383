"""The Python doors: what `import riwaya` gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import riwaya
from riwaya.engine.build import build
from riwaya.errors import RiwayaError
from riwaya.model import Page, SetAside

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys, riwaya; sys.exit(len({'numpy', 'lxml', 'sqlite3', 'rich'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_read_gives_pages_and_what_was_set_aside() -> None:
    found = riwaya.read([EXAMPLES, "nowhere"])
    assert sum(isinstance(page, Page) for page in found) > 10
    last = found[-1]
    assert isinstance(last, SetAside)
    assert last.reason == "missing"


def test_a_single_path_is_enough() -> None:
    (page,) = riwaya.read(EXAMPLES / "difaf-visit.txt")
    assert isinstance(page, Page)
    found = riwaya.analyse(page)
    assert found.text == page.text
    assert found.title
    assert found.blocks


def test_a_record_opens_lists_and_searches(tmp_path: Path) -> None:
    build([str(EXAMPLES)], tmp_path / "a.db")
    with riwaya.open(tmp_path / "a.db") as record:
        assert "pages" in repr(record)
        assert "<table>" in record._repr_html_()
        story = max(record.stories(), key=lambda s: len(s.pages))
        assert len(story.pages) > 1
        assert record.story(story.id) == story
        page = record.page(story.pages[0])
        assert page.id == story.pages[0]
        assert record.search(page.title or "")[0].page.id in story.pages
        assert {s.page for s in record.statements(story=story.id)} <= set(story.pages)
        for contact in record.contacts():
            assert record.contact(contact.id) == contact
        assert len(record.pages()) == len(list(record.analysed())) == record.counts().pages


def test_opening_what_is_no_record_has_a_stable_code(tmp_path: Path) -> None:
    with pytest.raises(RiwayaError) as error:
        riwaya.open(tmp_path / "none.db")
    assert error.value.code == "no_record"
    assert error.value.where.endswith("none.db")
    assert "riwaya build" in error.value.todo


def test_there_is_nothing_else_at_the_door() -> None:
    with pytest.raises(AttributeError, match="no attribute"):
        riwaya.nothing  # noqa: B018

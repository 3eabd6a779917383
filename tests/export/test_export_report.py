"""The report opens from disk, links every value to its words, and keeps hostile text text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from riwaya.engine.build import build
from riwaya.errors import RiwayaError
from riwaya.export.report import write_report

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"
HOSTILE = """<script>alert(1)</script> وزير يرد على "<img src=x onerror=alert(2)>"

قال وزير الطاقة السوداني عادل مكي إن "الإمدادات <b>كافية</b> & مستقرة"، مضيفا أن الأسعار لن ترتفع قبل نهاية الشهر.

وأضاف مكي: "لا صحة لما يشاع عن {{ 7*7 }} زيادات".
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("record")
    build([str(EXAMPLES)], folder / "examples.db")
    return folder / "examples.db"


@pytest.fixture(scope="module")
def report(record: Path) -> Path:
    return write_report(record, record.parent / "report").parent


def trees(report: Path) -> dict[str, html.HtmlElement]:
    return {p.name: html.fromstring(p.read_text("utf-8")) for p in report.glob("*.html")}


def test_every_link_leads_to_a_page_and_to_words_on_it(report: Path) -> None:
    pages = trees(report)
    seen = 0
    for tree in pages.values():
        for link in tree.xpath("//a/@href"):
            name, _, anchor = link.partition("#")
            target = pages[name] if name else tree
            if found := re.fullmatch(r"s(\d+)-(\d+)", anchor):
                start, end = map(int, found.groups())
                pieces = [
                    piece
                    for piece in target.xpath("//*[@data-s]")
                    if int(piece.get("data-s")) < end and int(piece.get("data-e")) > start
                ]
                assert pieces, link
                seen += 1
            elif anchor:
                assert target.xpath("//*[@id=$id]", id=anchor) or anchor == "disputes", link
    assert seen > 50


def test_it_needs_no_network(report: Path) -> None:
    for path in report.iterdir():
        assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", path.read_text("utf-8"))
        assert "@import" not in path.read_text("utf-8")


def test_it_is_right_to_left_and_isolates_names(report: Path) -> None:
    for tree in trees(report).values():
        assert tree.xpath("/html/@dir") == ["rtl"]
        assert tree.xpath("/html/@lang") == ["ar"]
        assert tree.xpath("count(//bdi)") > 0 or not tree.xpath("//*[@class='chain']")


def test_it_speaks_english_when_asked(record: Path, tmp_path: Path) -> None:
    index = html.fromstring(write_report(record, tmp_path, language="en").read_text("utf-8"))
    assert index.xpath("/html/@dir") == ["ltr"]
    assert "Stories" in index.text_content()


def test_a_page_shows_all_of_its_text(report: Path) -> None:
    for path in report.glob("page-*.html"):
        tree = html.fromstring(path.read_text("utf-8"))
        ends = [int(p.get("data-e")) for p in tree.xpath("//*[@data-s]")]
        starts = [int(p.get("data-s")) for p in tree.xpath("//*[@data-s]")]
        texts = [p.text or "" for p in tree.xpath("//*[@data-s]")]
        assert [e - s for s, e in zip(starts, ends, strict=True)] == list(map(len, texts))
        assert starts == sorted(starts)


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    page = tmp_path / "hostile.txt"
    page.write_text(HOSTILE, "utf-8")
    build([str(page)], tmp_path / "hostile.db")
    report = write_report(tmp_path / "hostile.db", tmp_path / "report").parent
    for tree in trees(report).values():
        assert tree.xpath("//script/@src") == ["report.js"]
        assert not tree.xpath("//img")
        assert not tree.xpath("//@onerror")
    shown = " ".join(tree.text_content() for tree in trees(report).values())
    assert "<script>alert(1)</script>" in shown
    assert "{{ 7*7 }}" in shown


def test_a_large_record_is_cut_and_tells_so(record: Path, tmp_path: Path) -> None:
    write_report(record, tmp_path, most_stories=1)
    assert len(list(tmp_path.glob("story-*.html"))) == 1
    assert "+ " in (tmp_path / "index.html").read_text("utf-8")


def test_a_folder_that_cannot_be_written_is_a_clear_error(record: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(RiwayaError) as caught:
        write_report(record, tmp_path / "taken")
    assert caught.value.code == "write_failed"
    assert "taken" in str(caught.value)

"""Every view, in both languages, on the example record: it answers, its words are there, its links lead on."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from litestar.testing import TestClient
from lxml import html

from riwaya.store.reader import RecordReader
from tests.web.desk_views import CALL, VIEWS, at

TEMPLATES = Path(str(files("riwaya.web").joinpath("templates")))
EVERY = [(language, name) for language in ("ar", "en") for name in VIEWS]


def tree(desk: TestClient, path: str) -> html.HtmlElement:
    answer = desk.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return html.fromstring(answer.text)


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_a_view_answers_in_its_language(desk: TestClient, language: str, name: str) -> None:
    answer = desk.get(f"/{language}{VIEWS[name]}")
    assert answer.status_code == (404 if name == "nothing" else 200)
    page = html.fromstring(answer.text)
    assert page.xpath("/html/@lang") == [language]
    assert page.xpath("/html/@dir") == ["rtl" if language == "ar" else "ltr"]
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//title")[0].text.strip(" ·")
    assert not page.xpath("//script[not(@src)]")
    assert not page.xpath("//style | //@style")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_no_word_of_the_program_is_missing(desk: TestClient, language: str, name: str) -> None:
    """A label that the tables lack would be shown as its code."""
    answer = desk.get(f"/{language}{VIEWS[name]}")
    page = html.fromstring(answer.text)
    for gone in page.xpath("//*[@dir='ltr'] | //script | //bdi | //option | //dd"):
        gone.clear()
    if language == "ar":
        latin = set(re.findall(r"[a-z]{3,}", page.text_content())) - {
            "riwaya",
            "nglish",
            "examples",
        }
        assert not {w for w in latin if "_" in w or w in {"none", "true", "false", "undefined"}}


def test_every_label_that_templates_name_stands_in_the_tables() -> None:
    tables: dict[str, dict[str, object]] = {}
    for folder, file in (("export", "labels.toml"), ("web", "desk.toml")):
        text = files("riwaya").joinpath("data", folder, file).read_text("utf-8")
        for group, entries in tomllib.loads(text).items():
            tables.setdefault(group, {}).update(entries)
    for path in TEMPLATES.glob("*.html"):
        text = path.read_text("utf-8")
        for code, group in re.findall(r"\bt\('(\w+)'(?:, '(\w+)')?\)", text):
            assert code in tables[group or "interface"], (path.name, code, group)
        for things in re.findall(r"count\([^()]*(?:\([^()]*\))?[^()]*, '(\w+)'\)", text):
            assert things in tables["count"], (path.name, things)


def test_labels_have_both_languages() -> None:
    text = files("riwaya").joinpath("data", "web", "desk.toml").read_text("utf-8")
    for group, entries in tomllib.loads(text).items():
        for code, entry in entries.items():
            if group == "count":
                assert len(entry["ar"]) == 6, code
                assert len(entry["en"]) == 2, code
            else:
                arabic, english = entry
                assert re.search(r"[\u0621-\u064A]", arabic) or code == "switch_language", code
                assert english.strip(), code


def test_every_link_of_every_view_leads_somewhere(desk: TestClient) -> None:
    seen = set()
    for name in VIEWS.keys() - {"nothing"}:
        page = html.fromstring(desk.get(f"/ar{VIEWS[name]}").text)
        seen |= {href for href in page.xpath("//a/@href") if href.startswith("/")}
        for href in page.xpath("//a/@href"):
            if href.startswith("#"):
                assert page.xpath("//*[@id=$id]", id=href[1:]), (name, href)
    assert len(seen) > 150
    for href in sorted(seen):
        assert desk.get(href.partition("#")[0]).status_code == 200, href


def test_a_link_to_words_shows_them_marked(desk: TestClient, record: Path) -> None:
    found = 0
    with RecordReader(record) as reader:
        for name in ("story", "contact", "disputes", "statements"):
            page = html.fromstring(desk.get(f"/ar{VIEWS[name]}").text)
            for href in page.xpath(
                "//a[contains(@class, 'words') or parent::p[contains(@class, 'content')]]/@href"
            ):
                query = parse_qs(urlsplit(href).query)
                start, end = map(int, query["at"][0].split("-"))
                wanted = reader.page(query["id"][0]).text[start:end]
                shown = html.fromstring(desk.get(href.partition("#")[0]).text)
                marked = shown.xpath("//article//*[contains(concat(' ', @class, ' '), ' target ')]")
                assert shown.xpath("count(//*[@id='at'])") == 1
                words = "".join(m.text_content() for m in marked)
                assert "".join(words.split()) == "".join(wanted.split())
                found += 1
    assert found > 30


def test_a_page_shows_its_text_as_it_stands(desk: TestClient, record: Path) -> None:
    with RecordReader(record) as reader:
        for page_id in reader.page_ids():
            page = tree(desk, at("/en/page", id=page_id))
            shown = "".join(p.text_content() for p in page.xpath("//*[@class='layers']//p"))
            assert "".join(shown.split()) == "".join(reader.page(page_id).text.split())


def test_repairs_are_a_layer_that_says_what_it_would_write(desk: TestClient, record: Path) -> None:
    marked = 0
    with RecordReader(record) as reader:
        for page_id in reader.page_ids():
            repairs = reader.page(page_id).repairs
            page = tree(desk, at("/en/page", id=page_id))
            assert page.xpath("count(//input[@id='layer-repairs'])") == 1
            shown = page.xpath("//*[contains(concat(' ', @class, ' '), ' l-repair ')]/@title")
            assert bool(shown) == bool(repairs)
            assert {title.partition(":")[0] for title in shown} <= {
                "glued words", "broken sentence", "stray conjunction", "doubled line",
                "missing quotation mark", "letter outside the mark", "broken encoding",
            }  # fmt: skip
            marked += len(repairs)
    assert marked > 3


def test_what_another_tells_is_never_shown_as_the_speaker_s_words(desk: TestClient) -> None:
    for language, by in (("ar", "بحسب"), ("en", "according to")):
        page = tree(desk, f"/{language}/statements?voice=told")
        told = page.xpath("//article[contains(@class, 'saying')]")
        assert told
        for one in told:
            assert "voice-own" not in one.get("class")
            assert by in one.xpath(".//p[@class='says']")[0].text_content()
            assert not one.xpath(".//p[contains(@class, 'quoted')]")


def test_a_disputed_value_stands_beside_the_other_with_its_words(desk: TestClient) -> None:
    page = tree(desk, f"/en{VIEWS['contact']}")
    rows = page.xpath("//tr[contains(@class, 'field-disputed')]")
    shown = " ".join(" ".join(row.text_content().split()) for row in rows)
    assert "40 minutes" in shown
    assert "25 minutes" in shown
    assert all(row.xpath(".//a[@class='words']") for row in rows)


def test_two_pages_side_by_side_align_what_was_copied(desk: TestClient) -> None:
    page = tree(desk, f"/en{VIEWS['pair']}")
    rows = page.xpath("//div[contains(@class, 'pair-copy')]")
    assert len(rows) >= 2
    for row in rows:
        left, right = (" ".join(p.text_content().split()) for p in row.xpath("./div/p[1]"))
        assert left[:12] == right[:12]


def test_a_search_finds_any_spelling_and_marks_it(desk: TestClient) -> None:
    for words in ("البحيره", "بحيرة", "الْبُحَيْرة", '"اتفاق البحيره"'):
        page = tree(desk, at("/ar/search", words=words))
        marks = [m.text_content() for m in page.xpath("//p[contains(@class, 'snippet')]//mark")]
        assert marks, words
        assert all("بحير" in mark.replace("ُ", "") for mark in marks)


def test_facets_narrow_a_search(desk: TestClient) -> None:
    page = tree(desk, at("/en/search", words="البحيرة"))
    for link in page.xpath("//section[@class='facet']//li"):
        href = link.xpath(".//a/@href")[0]
        count = int(link.xpath(".//span/text()")[0])
        narrowed = tree(desk, href)
        found = narrowed.xpath("//h2[@role='status']")[0].text_content()
        assert int(found.split()[0]) == count, href


def test_stories_are_narrowed_and_ordered(desk: TestClient) -> None:
    def titles(query: str) -> list[str]:
        return tree(desk, f"/ar/stories?{query}").xpath(
            "//li[contains(@class, 'story')]//h2//text()"
        )

    every = titles("")
    assert len(every) == 4
    assert len(titles("disputed=1")) == 3
    assert sorted(titles("order=size")) == sorted(every)
    assert titles("since=2010-04-01") == titles("until=2010-04-30")[:1]
    assert titles("until=2010-03-15") == titles("entity=norway&disputed=1")
    assert titles(at("", entity="هالفورسن")[1:])
    assert titles(at("", entity="لا أحد بهذا الاسم")[1:]) == []


def test_htmx_s_part_of_a_page_is_in_the_page(desk: TestClient) -> None:
    for path in ("/ar/stories", "/ar/statements", "/ar/pages"):
        page = tree(desk, path)
        assert page.xpath("//form[@hx-target='#results' and @hx-select='#results']")
        assert page.xpath("//section[@id='results']")


def test_names_are_suggested_as_one_types(desk: TestClient) -> None:
    for typed in ("هالف", "إنغر", "نروي", "Norw"):
        options = html.fragments_fromstring(desk.get(at("/ar/suggest", speaker=typed)).text)
        assert options, typed
    assert desk.get("/ar/suggest").text.strip() == ""


def test_the_front_page_is_found_in_the_browser_s_language(desk: TestClient) -> None:
    for asked, there in (
        ("", "/ar/"),
        ("fr", "/ar/"),
        ("en-GB,en;q=0.9", "/en/"),
        ("ar,en", "/ar/"),
    ):
        answer = desk.get("/", headers={"accept-language": asked}, follow_redirects=False)
        assert answer.headers["location"] == there


def test_an_id_that_leads_nowhere_is_told(desk: TestClient) -> None:
    for path in ("/story", "/name", "/page", "/contact", "/claim", "/source"):
        assert desk.get(f"/en{path}?id=nothing-such").status_code == 404
        assert desk.get(f"/en{path}").status_code == 400
    assert desk.get(at("/en/pair", a=CALL, b=CALL)).status_code == 404

"""HTML pages: what is laid out, in which roles, with which hints."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.model import Page, SetAside
from riwaya.reading.items import Item
from riwaya.reading.metadata import url_date
from riwaya.reading.read import read_item

TITLE = "بلدية الساحل تفتتح مكتبة عامة في الحي القديم"
PARAGRAPHS = [
    "افتتحت بلدية الساحل صباح اليوم مكتبة عامة في الحي القديم تضم نحو عشرين ألف كتاب في الآداب والعلوم.",
    "وقال رئيس البلدية في كلمة قصيرة إن المكتبة ستفتح أبوابها كل يوم حتى الساعة العاشرة مساء.",
    "وأضاف أن قاعة الأطفال تستقبل زوارها ابتداء من الأسبوع المقبل بعد وصول الأثاث الجديد.",
    "وشارك في الافتتاح عدد من الكتاب والناشرين وطلاب المدارس المجاورة وأهالي الحي.",
]
PAGE = """<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{title} - موقع الساحل</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="موقع الساحل">
<meta property="article:published_time" content="2021-03-04T10:15:00+02:00">
<link rel="canonical" href="https://sahel.example/2021/03/04/library">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{title}", "datePublished": "2021-03-04T10:15:00+02:00",
 "author": {{"@type": "Person", "name": "سلمى خالد"}}}}</script></head><body>
<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">رياضة</a></li></ul></nav>
<article><h1>{title}</h1><div class="byline">كتبت: سلمى خالد</div>
<figure><img src="a.jpg"><figcaption>واجهة المكتبة الجديدة</figcaption></figure>
<p>{p[0]}</p><p>{p[1]}</p>
<div class="related"><h3>اقرأ أيضا</h3><ul><li><a href="/1">معرض الكتاب يعود في الخريف</a></li><li><a href="/2">أمسية شعرية على الشاطئ</a></li></ul></div>
<h2>قاعة الأطفال</h2><p>{p[2]}</p><p>{p[3]}</p><p>المصدر: وكالات</p></article>
<footer><p>جميع الحقوق محفوظة لموقع الساحل</p></footer></body></html>"""


def read(markup: str, encoding: str = "utf-8", **extra: str) -> Page | SetAside:
    return read_item(
        Item("page.html", markup.encode(encoding, "replace"), "html", "page.html", **extra)
    )


def page_of(markup: str, **extra: str) -> Page:
    page = read(markup, **extra)
    assert isinstance(page, Page), page
    return page


def filled(title: str = TITLE) -> str:
    return PAGE.format(title=title, p=PARAGRAPHS)


def roles(page: Page) -> list[tuple[str, str]]:
    return [(b.role, page.text[b.start : b.end]) for b in page.layout]


def test_every_part_of_the_article_gets_its_role() -> None:
    page = page_of(filled())
    assert roles(page) == [
        ("title", TITLE),
        ("byline", "كتبت: سلمى خالد"),
        ("caption", "واجهة المكتبة الجديدة"),
        ("paragraph", PARAGRAPHS[0]),
        ("paragraph", PARAGRAPHS[1]),
        ("related", "اقرأ أيضا"),
        ("related", "معرض الكتاب يعود في الخريف"),
        ("related", "أمسية شعرية على الشاطئ"),
        ("subheading", "قاعة الأطفال"),
        ("paragraph", PARAGRAPHS[2]),
        ("paragraph", PARAGRAPHS[3]),
        ("source", "المصدر: وكالات"),
    ]


def test_blocks_stand_a_blank_line_apart_and_know_their_element() -> None:
    page = page_of(filled())
    assert page.text.split("\n\n") == [text for _, text in roles(page)]
    assert page.layout[0].path is not None
    assert page.layout[0].path == "/html/body/article/h1"


def test_metadata_become_hints_with_their_place() -> None:
    page = page_of(filled())
    hints = {(h.kind, h.basis): h.value for h in page.hints}
    assert hints["published", "json-ld"] == "2021-03-04T10:15:00+02:00"
    assert hints["published", "url"] == "2021-03-04"
    assert hints["outlet", "opengraph"] == "موقع الساحل"
    assert hints["author", "json-ld"] == "سلمى خالد"
    assert page.url == "https://sahel.example/2021/03/04/library"


def test_lines_that_break_elements_divide_are_lines() -> None:
    body = "<br><br>".join(PARAGRAPHS)
    page = page_of(
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{body}</div></body></html>"
    )
    assert [text for role, text in roles(page) if role == "paragraph"] == PARAGRAPHS


def test_a_class_on_a_wrapper_of_the_whole_article_says_nothing_of_its_parts() -> None:
    page = page_of(
        filled()
        .replace("<article>", '<div class="share-ads comments"><article>')
        .replace("</article>", "</article></div>")
    )
    assert [text for role, text in roles(page) if role == "paragraph"] == PARAGRAPHS


def test_hidden_text_and_scripts_are_not_read() -> None:
    page = page_of(
        filled().replace(
            "<article>",
            "<article><p style='display: none'>نص مخفي لا يراه القارئ في الصفحة أبدا.</p><script>var x = 'نص';</script>",
        )
    )
    assert "مخفي" not in page.text


def test_a_page_of_links_alone_has_no_body() -> None:
    links = "".join(f"<li><a href='/{n}'>خبر رقم {n} في القائمة</a></li>" for n in range(20))
    one = read(f"<html><body><ul>{links}</ul></body></html>")
    assert isinstance(one, SetAside)
    assert one.reason == "no_body"


@pytest.mark.parametrize(
    "markup",
    [
        "<html></html>",
        "<p></p>",
        "<!-- only a comment -->",
        "<html><head><title>عنوان</title></head></html>",
        "<",
        "<><><>",
        "<![CDATA[",
    ],
)
def test_markup_without_text_is_set_aside(markup: str) -> None:
    assert isinstance(read(markup), SetAside)


@pytest.mark.parametrize("depth", [1_000, 10_000, 100_000])
def test_markup_without_end_ends_in_a_line(depth: int) -> None:
    start = time.process_time()
    one = read("<div>" * depth + PARAGRAPHS[0] + "</div>" * depth)
    assert time.process_time() - start < 5
    assert isinstance(one, Page) or one.reason in ("bad_markup", "no_body")


def test_a_page_of_endless_lines_ends_in_a_line() -> None:
    one = read("<p>خبر</p>" * 25_000)
    assert isinstance(one, SetAside)
    assert one.reason == "bad_markup"


def test_entities_are_not_multiplied() -> None:
    doctype = '<!DOCTYPE html [<!ENTITY a "خبر خبر خبر"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    one = read(doctype + filled().replace("<!DOCTYPE html>", "").replace("وأضاف", "&c; وأضاف"))
    assert isinstance(one, SetAside) or "خبر خبر خبر" not in one.text


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://example.org/2021/12/30/a", "2021-12-30"),
        ("https://example.org/world/20211230/a", "2021-12-30"),
        ("https://example.org/2021/13/40/a", None),
        ("https://example.org/story/120211230999", None),
    ],
)
def test_dates_are_read_from_addresses(url: str, date: str | None) -> None:
    assert url_date(url) == date


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class='related'>",
        "</div>",
        "<a href=x>",
        "</a>",
        "<h1>",
        "<br>",
        "<table><tr><td>",
        "<script>",
        "<li>",
        "&amp;",
        "&#x110000;",
        "&nbsp;",
        "خبر جديد ",
        PARAGRAPHS[0],
        "<title>",
        "<meta charset=",
        "<time datetime='x'>",
        '<script type="application/ld+json">{"@type":',
        "\x00",
        "\ud800",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=25))
def test_any_markup_gives_a_page_or_a_reason(parts: list[str]) -> None:
    data = "".join(parts).encode("utf-8", "replace")
    one = read_item(Item("p", data, "html", "p"))
    if isinstance(one, Page):
        covered = [at for b in one.layout for at in range(b.start, b.end)]
        assert len(covered) == len(set(covered))
        assert all(char.isspace() or at in set(covered) for at, char in enumerate(one.text))


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=100).map(lambda t: t.encode("utf-16", "surrogatepass")),
    ),
    st.sampled_from(["text", "html", "record"]),
)
def test_any_bytes_give_a_page_or_a_reason(data: bytes, kind: str) -> None:
    one = read_item(Item("p", data, kind, "p"))  # type: ignore[arg-type]
    assert isinstance(one, Page | SetAside)
    if isinstance(one, SetAside):
        assert one.detail

"""A hostile page stays text: markup, scripts, templates and addresses in every field that is shown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient
from lxml import html

from riwaya.engine.build import build
from riwaya.store.reader import RecordReader
from riwaya.web.app import create_app
from riwaya.web.settings import LOOPBACK_NAMES, Settings
from tests.web.desk_views import at

NASTY = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}</title></textarea>"
BODY = (
    f'قال وزير الطاقة السوداني عادل مكي "{NASTY}" إن "الإمدادات <b>كافية</b> & مستقرة"، مضيفا أن الأسعار لن '
    'ترتفع قبل نهاية الشهر.\n\nوأضاف مكي: "لا صحة لما يشاع عن {% raw %} زيادات".\n\n'
    f"والتقى مكي نظيره الكيني سام أوما في نيروبي أمس الثلاثاء. {NASTY}\n"
)
RECORDS = [
    {
        "id": f"../../etc/passwd?{NASTY}#{n}",
        "url": url,
        "outlet": f"وكالة {NASTY} {n}",
        "author": NASTY,
        "title": f"وزير الطاقة يطمئن {NASTY}",
        "published": f"2010-03-1{n}",
        "text": BODY,
    }
    for n, url in enumerate(
        (
            "javascript:alert(1)",
            'https://example.org/?a="><script>alert(1)</script>',
            "data:text/html,<script>",
        )
    )
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    pages = folder / "pages.jsonl"
    pages.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in RECORDS), "utf-8")
    build([str(pages)], folder / "hostile.db")
    return folder / "hostile.db"


@pytest.fixture(scope="module")
def desk(hostile: Path) -> Iterator[TestClient]:
    app = create_app(Settings(record=hostile, hosts=LOOPBACK_NAMES))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client


def everything(record: Path) -> list[str]:
    """Every address that shows something of the record."""
    with RecordReader(record) as reader:
        ids = reader.page_ids()
        found = [
            "/",
            "/stories",
            "/statements",
            "/names",
            "/pages",
            "/calendar",
            "/disputes",
            "/sources",
            "/record",
        ]
        found += [at("/page", id=i) for i in ids] + [at("/page", id=i, at="0-40") for i in ids]
        found += [at("/pair", a=ids[0], b=ids[1])]
        found += [at("/story", id=s.id) for s in reader.stories()]
        found += [at("/name", id=e.id) for e in reader.entities()]
        found += [at("/contact", id=c.id) for c in reader.contacts()]
        found += [at("/claim", id=c.id) for c in reader.claims()]
        outlets = [o for (o,) in reader.db.execute("SELECT outlet FROM outlet_sums")]
        found += [at("/source", id=o) for o in outlets]
        found += [at("/pages", outlet=o) for o in outlets]
        spans = [(m.start, m.end) for m in reader.page(ids[0]).mentions]
        found += [at("/page", id=ids[0], pick=f"mentions:{s}-{e}") for s, e in spans]
        return [*found, at("/search", words="الطاقة"), at("/search", words="الطاقة script")]


def check(page: html.HtmlElement, where: str) -> None:
    assert all(src.startswith("/static/") for src in page.xpath("//script/@src")), where
    assert not page.xpath(
        "//script[not(@src)] | //img | //iframe | //style | //object | //embed | //base"
    ), where
    assert not page.xpath("//@*[starts-with(name(), 'on')] | //@style | //@srcdoc"), where
    for address in page.xpath("//@href | //@action | //@src | //@hx-get | //@hx-post"):
        assert address.startswith(("/", "#", "https://example.org/")), (where, address)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_of_a_page_becomes_markup(desk: TestClient, hostile: Path, language: str) -> None:
    paths = everything(hostile)
    assert len(paths) > 30
    shown = ""
    for path in paths:
        answer = desk.get(f"/{language}{path}")
        assert answer.status_code == 200, path
        assert "49" not in html.fromstring(answer.text).xpath("string(//h1)"), path
        check(html.fromstring(answer.text), path)
        shown += answer.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "{{ 7*7 }}" in shown


@pytest.mark.parametrize(
    "path",
    ["/stories", "/statements", "/names", "/pages", "/calendar", "/search", "/name", "/story", "/page", "/pair",
     "/contact", "/claim", "/source", "/sources", "/disputes", "/record", "/suggest", "/enter"],
)  # fmt: skip
def test_nothing_of_a_query_becomes_markup(desk: TestClient, path: str) -> None:
    for name in (
        "id",
        "words",
        "entity",
        "speaker",
        "outlet",
        "about",
        "a",
        "b",
        "pick",
        "next",
        "order",
        "party",
    ):
        address = at(f"/en{path}" if path != "/enter" else path, **{name: NASTY})
        answer = desk.get(address)
        assert answer.status_code in (200, 400, 404), (address, answer.status_code)
        if answer.text.strip():
            check(html.fromstring(answer.text), address)


def test_hostile_addresses_get_no_link(desk: TestClient, hostile: Path) -> None:
    with RecordReader(hostile) as reader:
        for page_id in reader.page_ids():
            page = html.fromstring(desk.get(at("/ar/page", id=page_id)).text)
            for link in page.xpath("//a[@target='_blank']"):
                assert link.get("href").startswith("https://example.org/")
                assert "noopener" in link.get("rel")


@pytest.mark.parametrize(
    "words", ['"', "OR", "NEAR(a b)", "a* AND (", "text:x", "'; DROP TABLE pages; --", "%", "^"]
)
def test_search_syntax_is_words(desk: TestClient, words: str) -> None:
    assert desk.get(at("/en/search", words=words)).status_code in (200, 400)
    assert desk.get(at("/en/statements", words=words)).status_code == 200
    assert desk.get(at("/en/names", words=words)).status_code == 200


def test_too_many_words_are_refused(desk: TestClient) -> None:
    assert desk.get(at("/en/search", words="كلمة " * 17)).status_code == 400

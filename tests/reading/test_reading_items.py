"""What comes of the paths, globs and streams that a user names."""

from __future__ import annotations

import gzip
import io
import json
import os
import pickle
import tracemalloc
from pathlib import Path

import pytest
import zstandard
from web_server import Site, serving

from riwaya.model import Found, Page, Published, SetAside
from riwaya.reading.items import Item, Limits, expand
from riwaya.reading.read import read_item
from riwaya.reading.web.fetcher import Fetcher
from riwaya.reading.web.shapes import Settings, Validators
from riwaya.reading.web.source import Web
from riwaya.times.published import decide_published

TEXT = "عنوان خبر للتجربة\n\nقال متحدث في بيان إن الاجتماع يعقد غدا.\n".encode()
LINES = [
    {"id": f"r{n}", "title": f"خبر {n}", "text": "قال الوزير إن العمل مستمر."} for n in range(3)
]
JSONL = "\n".join(json.dumps(line, ensure_ascii=False) for line in LINES).encode()


def read(*sources: object, limits: Limits | None = None) -> list[Item | SetAside]:
    return list(expand([str(s) for s in sources], limits=limits or Limits()))


def only(*sources: object, limits: Limits | None = None) -> Item | SetAside:
    (one,) = read(*sources, limits=limits)
    return one


def aside(one: Item | SetAside) -> SetAside:
    assert isinstance(one, SetAside)
    return one


def put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_file_keeps_its_path_as_id_and_its_bytes(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", TEXT)
    item = only(path)
    assert isinstance(item, Item)
    assert (item.id, item.kind, item.data, item.origin) == (str(path), "text", TEXT, str(path))
    assert pickle.loads(pickle.dumps(item)) == item


def test_a_folder_is_read_sorted_without_hidden_entries(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.md", ".hidden.txt", ".git/d.txt"):
        put(tmp_path / name, TEXT)
    names = [os.path.relpath(one.id, tmp_path) for one in read(tmp_path)]
    assert names == ["a.html", "b.txt", "sub/c.md"]


def test_a_path_that_two_sources_name_comes_once(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", TEXT)
    assert len(read(path, tmp_path, tmp_path / "*.txt")) == 1


def test_a_glob_without_a_match_is_told_as_missing(tmp_path: Path) -> None:
    one = aside(only(tmp_path / "*.txt"))
    assert one.reason == "missing"
    assert "no such file" in one.detail


@pytest.mark.parametrize("suffix", ["jsonl", "ndjson", "jsonl.gz", "jsonl.zst"])
def test_records_come_line_by_line(tmp_path: Path, suffix: str) -> None:
    pack = {"gz": gzip.compress, "zst": zstandard.ZstdCompressor().compress}.get(
        suffix[-3:].strip("."), bytes
    )
    path = put(tmp_path / f"a.{suffix}", pack(JSONL))
    items = read(path)
    assert [one.id for one in items] == [f"{path}#{n}" for n in (1, 2, 3)]
    assert all(isinstance(one, Item) and one.kind == "record" for one in items)


def test_blank_lines_count_but_give_no_record(tmp_path: Path) -> None:
    path = put(tmp_path / "a.jsonl", b"\n" + JSONL + b"\n\n")
    assert [one.id.rpartition("#")[2] for one in read(path)] == ["2", "3", "4"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.7 \x00\x01", "binary"),
        (b"SQLite format 3\x00" + bytes(100), "binary"),
        (b"text\x00with\x00nul bytes and no pattern", "binary"),
    ],
)
def test_what_is_no_page_is_set_aside(tmp_path: Path, data: bytes, reason: str) -> None:
    assert aside(only(put(tmp_path / "a.txt", data))).reason == reason


def test_a_missing_path_does_not_stop_the_others(tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", TEXT)
    first, second = read(tmp_path / "none.txt", path)
    assert aside(first).reason == "missing"
    assert isinstance(second, Item)


def test_a_folder_that_cannot_be_entered_and_a_bad_name_do_not_raise(tmp_path: Path) -> None:
    assert aside(only(f"{tmp_path}/a\x00b")).reason == "unreadable"
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "gone")
    assert aside(only(tmp_path)).reason == "missing"


def test_an_overlong_file_is_told_without_being_loaded(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.write("خبر ".encode() * 10)
        file.truncate(50_000_000)
        file.seek(5000)
        file.write(b"x" * 1000)
    put(tmp_path / "line.jsonl", b"{" + b"x" * 6_000_000 + b"}\n" + JSONL)
    tracemalloc.start()
    big, line, *rest = read(path, tmp_path / "line.jsonl", limits=Limits(page=1_000_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert aside(big).reason in ("too_large", "binary")
    assert aside(line).reason == "too_large"
    assert line.id.endswith("#1")
    assert [one.id.rpartition("#")[2] for one in rest] == ["2", "3", "4"]
    assert peak < 8_000_000


def test_a_decompression_bomb_ends_in_a_line(tmp_path: Path) -> None:
    for name, data in (
        ("a.txt.gz", gzip.compress(b"a" * 30_000_000)),
        ("b.txt.zst", zstandard.ZstdCompressor().compress(b"a" * 30_000_000)),
    ):
        tracemalloc.start()
        one = only(put(tmp_path / name, data), limits=Limits(page=1_000_000))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert aside(one).reason == "too_large"
        assert peak < 40_000_000


@pytest.mark.parametrize("suffix", ["gz", "zst"])
def test_cut_off_archives_keep_what_came_before(tmp_path: Path, suffix: str) -> None:
    many = "\n".join(
        json.dumps({"id": n, "text": os.urandom(60).hex()}) for n in range(4000)
    ).encode()
    data = gzip.compress(many) if suffix == "gz" else zstandard.ZstdCompressor().compress(many)
    *kept, last = read(put(tmp_path / f"a.jsonl.{suffix}", data[: len(data) * 3 // 4]))
    assert len(kept) > 1000
    assert all(isinstance(one, Item) for one in kept)
    assert aside(last).reason == "corrupt"


def test_damaged_compression_is_told(tmp_path: Path) -> None:
    data = bytearray(gzip.compress(os.urandom(5000)))
    data[200:220] = bytes(20)
    assert aside(only(put(tmp_path / "a.txt.gz", bytes(data)))).reason == "corrupt"


@pytest.mark.parametrize(
    ("data", "kind", "count"),
    [(TEXT, "text", 1), (JSONL, "record", 3), (b"<!DOCTYPE html><html><p>x</p></html>", "html", 1)],
)
def test_standard_input_is_told_by_its_content(data: bytes, kind: str, count: int) -> None:
    items = list(expand(["-"], stdin=io.BytesIO(data)))
    assert [one.kind for one in items if isinstance(one, Item)] == [kind] * count
    assert items[0].id == ("-#1" if count > 1 else "-")


def test_a_file_without_a_telling_name_is_told_by_its_content(tmp_path: Path) -> None:
    item = only(put(tmp_path / "page", "<html><body><p>خبر</p></body></html>".encode("utf-16")))
    assert isinstance(item, Item)
    assert item.kind == "html"


def from_web(site: Site, *paths: str, known: Validators | None = None) -> list[Item | SetAside]:
    web = Web(Fetcher(Settings(allow_private=True, delay=0)), lambda url: known)
    return list(expand([site.url(path) for path in paths], web=web))


def test_web_addresses_give_pages_feeds_and_records() -> None:
    with serving() as site:
        html = {"Content-Type": "text/html; charset=windows-1256"}
        site.pages["/old"] = (301, {"Location": "/a"}, b"")
        site.pages["/a"] = (200, html, b"<p>x</p>")
        site.pages["/feed"] = (200, {"Content-Type": "application/xml"}, FEED.encode())
        site.pages["/r.jsonl.gz"] = (200, {}, gzip.compress(JSONL))
        page, entry, *records = from_web(site, "/old", "/feed", "/r.jsonl.gz", "/old")
        assert isinstance(page, Item)
        assert (page.id, page.url, page.charset) == (
            site.url("/old"),
            site.url("/a"),
            "windows-1256",
        )
        assert isinstance(entry, Item)
        assert (entry.kind, entry.origin) == ("record", site.url("/feed"))
        assert [one.id for one in records] == [site.url(f"/r.jsonl.gz#{n}") for n in (1, 2, 3)]


def test_a_web_address_that_fails_is_told_and_the_rest_goes_on() -> None:
    with serving() as site:
        site.pages["/a"] = (200, {"Content-Type": "text/html"}, b"<p>x</p>")
        first, second, third = from_web(site, "/none", "/a", "/none#top")
        assert aside(first).reason == aside(third).reason == "http_status"
        assert isinstance(second, Item)
        (private,) = expand([site.url("/a")])
        assert aside(private).reason == "forbidden_address"
        assert "--allow-private" in aside(private).detail


def test_json_arrays_and_single_records_are_read(tmp_path: Path) -> None:
    items = read(put(tmp_path / "a.json", json.dumps(LINES).encode()))
    assert len(items) == 3
    pretty = json.dumps(LINES[0], indent=2).encode()
    (one,) = read(put(tmp_path / "b", pretty))
    assert isinstance(one, Item)
    assert aside(only(put(tmp_path / "c.json", b'[{"a": 1'))).reason == "bad_record"


FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>موقع التجربة</title>
<item><title>افتتاح معرض للكتاب</title><link>https://example.org/1</link><pubDate>Thu, 20 Mar 2025 23:21:00 +0300</pubDate>
<description><![CDATA[<p>افتتح المحافظ معرض الكتاب في المدينة.</p><p>وقال إن المعرض يستمر أسبوعا.</p>]]></description></item>
</channel></rss>"""


def test_feed_entries_become_records(tmp_path: Path) -> None:
    item = only(put(tmp_path / "feed.xml", FEED.encode()))
    assert isinstance(item, Item)
    record = json.loads(item.data)
    assert record["id"] == "https://example.org/1"
    assert record["published"] == "2025-03-20T23:21:00+03:00"
    assert record["outlet"] == "موقع التجربة"


def entries(path: Path) -> list[dict[str, object]]:
    return [json.loads(one.data) for one in read(path) if isinstance(one, Item)]


def test_what_stands_before_a_feed_does_not_hide_it(tmp_path: Path) -> None:
    head = '<?xml version="1.0" encoding="utf-8" standalone="no"?><!-- generator="x > y" -->'
    sheet = '<?xml-stylesheet href="/a.css" type="text/css"?>\n<rss'
    feed = FEED.replace('<?xml version="1.0" encoding="utf-8"?>', head).replace("<rss", sheet, 1)
    (entry,) = entries(put(tmp_path / "a.xml", b"\xef\xbb\xbf" + feed.encode()))
    assert entry["title"] == "افتتاح معرض للكتاب"


def test_markup_that_a_feed_escaped_twice_is_markup(tmp_path: Path) -> None:
    twice = (
        "قال المحافظ&lt;a href=&quot;/x&quot;&gt; في المعرض&lt;/a&gt;.&lt;br&gt;وأضاف أنه مفتوح."
    )
    feed = FEED.replace("<p>افتتح", twice + "<p>افتتح")
    (page,) = [
        read_item(one)
        for one in read(put(tmp_path / "a.xml", feed.encode()))
        if isinstance(one, Item)
    ]
    assert isinstance(page, Page)
    assert "قال المحافظ في المعرض." in page.text
    assert "href" not in page.text


def test_an_atom_feed_keeps_both_dates_and_a_date_in_arabic_is_read(tmp_path: Path) -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>موقع</title><entry><title>خبر</title>'
        '<link href="https://example.org/2"/><published>2025-03-20T10:00:00Z</published>'
        "<updated>2025-03-21T10:00:00Z</updated><summary>قال المحافظ إن المعرض مفتوح.</summary></entry></feed>"
    )
    (entry,) = entries(put(tmp_path / "atom.xml", atom.encode()))
    assert (entry["published"], entry["updated"]) == (
        "2025-03-20T10:00:00Z",
        "2025-03-21T10:00:00Z",
    )
    arabic = FEED.replace("Thu, 20 Mar 2025 23:21:00 +0300", "الخميس، ٢٠ آذار ٢٠٢٥ ١١:٢١ م")
    (item,) = read(put(tmp_path / "a.xml", arabic.encode()))
    assert isinstance(item, Item)
    page = read_item(item)
    assert isinstance(page, Page)
    (found,) = decide_published(page, Found())
    assert isinstance(found, Published)
    assert found.value == "2025-03-20T23:21"


def test_a_json_feed_gives_its_items(tmp_path: Path) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "موقع التجربة",
        "items": [
            {"id": "7", "url": "https://example.org/7", "title": "خبر", "content_html": "<p>قال المحافظ إن المعرض مفتوح.</p>",
             "date_published": "2025-03-20T10:00:00+02:00", "authors": [{"name": "سلمى خالد"}]}
        ],
    }  # fmt: skip
    (entry,) = entries(put(tmp_path / "feed.json", json.dumps(feed).encode()))
    assert (entry["outlet"], entry["author"]) == ("موقع التجربة", "سلمى خالد")
    assert entry["published"] == "2025-03-20T10:00:00+02:00"


def test_the_markup_of_a_feeds_item_tells_roles(tmp_path: Path) -> None:
    body = "<p>افتتح المحافظ معرض الكتاب في المدينة.</p><figure><img src=x><figcaption>قاعة المعرض</figcaption></figure><h2>مواعيد الزيارة</h2><p>وقال إن المعرض يستمر أسبوعا.</p>"
    (item,) = read(
        put(
            tmp_path / "a.xml",
            FEED.replace(
                "<p>افتتح المحافظ معرض الكتاب في المدينة.</p><p>وقال إن المعرض يستمر أسبوعا.</p>",
                body,
            ).encode(),
        )
    )
    assert isinstance(item, Item)
    page = read_item(item)
    assert isinstance(page, Page)
    roles = [(block.role, page.text[block.start : block.end]) for block in page.layout]
    assert roles == [
        ("title", "افتتاح معرض للكتاب"),
        ("paragraph", "افتتح المحافظ معرض الكتاب في المدينة."),
        ("caption", "قاعة المعرض"),
        ("subheading", "مواعيد الزيارة"),
        ("paragraph", "وقال إن المعرض يستمر أسبوعا."),
    ]


def test_a_feed_with_entities_of_its_own_is_refused(tmp_path: Path) -> None:
    bomb = FEED.replace("<rss", '<!DOCTYPE x [<!ENTITY a "aaaa">]><rss', 1)
    path = put(tmp_path / "feed.rss", bomb.encode())
    assert all(isinstance(one, SetAside) or one.kind != "record" for one in read(path))


def test_web_archives_give_html_responses_under_their_address(tmp_path: Path) -> None:
    archive = b""
    for kind, address in (
        ("text/html", "https://example.org/a"),
        ("image/png", "https://example.org/b"),
    ):
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}; charset=windows-1256\r\n\r\n<p>x</p>"
        archive += (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n{answer}\r\n\r\n"
        ).encode()
    item = only(put(tmp_path / "a.warc.gz", gzip.compress(archive)))
    assert isinstance(item, Item)
    assert (item.id, item.url, item.charset, item.data) == (
        "https://example.org/a",
        "https://example.org/a",
        "windows-1256",
        b"<p>x</p>",
    )


def test_parquet_rows_become_records(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    pq.write_table(
        pa.table({"title": ["خبر", None], "text": ["نص", "نص آخر"]}), tmp_path / "a.parquet"
    )
    items = read(tmp_path / "a.parquet")
    assert [json.loads(one.data) for one in items if isinstance(one, Item)] == [
        {"title": "خبر", "text": "نص"},
        {"text": "نص آخر"},
    ]
    assert aside(only(put(tmp_path / "b.parquet", b"PAR1 nothing more"))).reason == "corrupt"
    data = (tmp_path / "a.parquet").read_bytes()
    assert len(list(expand(["-"], stdin=io.BytesIO(data)))) == 2
    assert len(read(put(tmp_path / "c.parquet.gz", gzip.compress(data)))) == 2

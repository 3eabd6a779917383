"""Whatever the bytes: no reader crashes, hangs or swells, and offsets stay inside the text."""

from __future__ import annotations

import gzip
import io
import json
import random
import time
import tracemalloc
from collections.abc import Callable

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from outlet_pages import BODY, PAGES, TITLE

from riwaya.engine.pipeline import PAGE_STEPS, annotate
from riwaya.model import Found, Page, SetAside
from riwaya.reading.items import Item, Limits, expand
from riwaya.reading.read import read_item

STEPS = [step for step in PAGE_STEPS if step.name in ("blocks", "provenance", "published")]
SECONDS = 5.0
PIECES = [
    b"<", b">", b'"', b"'", b"&", b"&#", b"&#x110000;", b"<div>", b"</div>", b"<a href=", b"<!--", b"-->", b"<![CDATA[",
    b"<table>", b"<svg>", b"<script>", b"</p>", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xd8", b"\xe2\x80\xae", b"]]>",
    b"<meta charset=utf-16>", b"<base href=//x>", b"<time datetime=2025-02-30>", b'{"@type":"NewsArticle","articleBody":"',
    b"2025-13-45T99:99", "١٢/١٣/٢٠٢٥".encode(), "«".encode(), b"\r", b"\x0c", b"<p>" * 40, b"<b>" * 40,
]  # fmt: skip


def mutated(data: bytes, seed: int) -> bytes:
    """``data`` with pieces put in, taken out, doubled and broken, as the seed says."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 12)):
        at, to = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        to = min(to, at + chance.choice((1, 20, 400, 4000)))
        change = chance.randrange(5)
        if change == 0:
            data = data[:at] + chance.choice(PIECES) + data[at:]
        elif change == 1:
            data = data[:at] + data[to:]
        elif change == 2:
            data = data[:at] + data[at:to] * chance.randint(2, 5) + data[to:]
        elif change == 3:
            data = (
                data[:at] + bytes(chance.randrange(256) for _ in range(min(8, to - at))) + data[to:]
            )
        else:
            data = data[:to]
        data = data or b" "
    return data


def check(one: Page | SetAside) -> None:
    """A page's blocks and spans lie in its text, each character in one block; a reason is one line."""
    if isinstance(one, SetAside):
        assert one.detail
        assert "\n" not in one.detail
        return
    found = annotate(one, STEPS)
    end = 0
    for block in found.blocks:
        assert end <= block.start < block.end <= len(one.text)
        assert not one.text[end : block.start].strip()
        end = block.end
    assert not one.text[end:].strip()
    for span in spans(found):
        assert 0 <= span[0] < span[1] <= len(one.text)


def spans(found: Found) -> list[tuple[int, int]]:
    told = [*found.sources, found.outlet, found.published, found.published_range]
    return [span for one in told if one is not None for span in one.evidence]


def timed(read: Callable[[], object]) -> object:
    start = time.process_time()
    out = read()
    assert time.process_time() - start < SECONDS
    return out


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PAGES), st.integers(0, 2**32))
def test_any_damage_to_a_page_gives_a_page_or_a_reason(outlet: object, seed: int) -> None:
    data = mutated(outlet.data, seed)  # type: ignore[attr-defined]
    one = timed(lambda: read_item(Item("p", data, "html", "p", url=outlet.url)))  # type: ignore[attr-defined]
    check(one)  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(["text", "record"]))
def test_any_damage_to_text_and_records_gives_a_page_or_a_reason(seed: int, kind: str) -> None:
    text = "\n\n".join([TITLE, *BODY])
    record = json.dumps({"id": "a", "title": TITLE, "text": text, "published": "2025-03-20"})
    data = mutated((record if kind == "record" else text).encode(), seed)
    check(timed(lambda: read_item(Item("p", data, kind, "p"))))  # type: ignore[arg-type]


def archives() -> dict[str, bytes]:
    """A file of each kind that holds many pages."""
    page = PAGES[0].data
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://wahat.example/1\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    warc = (head.encode() + answer + b"\r\n\r\n") * 2
    rows = [{"id": n, "title": TITLE, "text": "\n".join(BODY)} for n in range(4)]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()
    entries = "".join(
        f"<item><title>{TITLE}</title><link>https://wahat.example/{n}</link><pubDate>الخميس, 20 مارس 2025 14:05:00 +0200</pubDate>"
        f"<description><![CDATA[<p>{BODY[0]}</p><p>{BODY[1]}</p>]]></description></item>"
        for n in range(3)
    )
    feed = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>صوت</title>{entries}</channel></rss>'
    return {
        "warc": warc,
        "warc.gz": gzip.compress(warc, mtime=0),
        "jsonl": lines,
        "jsonl.gz": gzip.compress(lines, mtime=0),
        "jsonl.zst": zstandard.compress(lines),
        "json": json.dumps(rows).encode(),
        "feed": feed.encode(),
        "parquet": parquet(rows),
    }


def parquet(rows: list[dict[str, object]]) -> bytes:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out)
    return out.getvalue()


ARCHIVES = archives()


def read_all(data: bytes, limits: Limits | None = None) -> list[Page | SetAside]:
    items = expand(["-"], stdin=io.BytesIO(data), limits=limits or Limits())
    return [one if isinstance(one, SetAside) else read_item(one) for one in items]


@pytest.mark.parametrize("kind", ARCHIVES)
def test_every_kind_of_file_is_read(kind: str) -> None:
    pages = read_all(ARCHIVES[kind])
    assert len(pages) > 1
    assert all(isinstance(one, Page) for one in pages)


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(sorted(ARCHIVES)), st.integers(0, 2**32))
def test_any_damage_to_a_file_of_pages_gives_pages_and_reasons(kind: str, seed: int) -> None:
    found = timed(lambda: read_all(mutated(ARCHIVES[kind], seed)))
    for one in found:  # type: ignore[attr-defined]
        check(one)


# ---------------------------------------------------------------- bombs

LIMIT = Limits(page=1_000_000)
SWOLLEN = 60_000_000
"""What reading may hold: some times the limit of a page, far under what the bombs stand for."""
HUGE = bytes(300_000_000)
PACKED = gzip.compress(HUGE, 9, mtime=0)


@pytest.mark.parametrize(
    "bomb",
    [
        PACKED,
        zstandard.compress(HUGE, 19),
        gzip.compress(PACKED, mtime=0),
        zstandard.compress(PACKED),
        gzip.compress(zstandard.compress(HUGE, 19), mtime=0),
        PACKED * 3,
        gzip.compress(b'{"title": "' + b"a" * 300_000_000, mtime=0),
    ],
    ids=["gz", "zst", "gz in gz", "gz in zst", "zst in gz", "members", "one line"],
)
def test_a_decompression_bomb_ends_in_a_line(bomb: bytes) -> None:
    tracemalloc.start()
    try:
        pages = timed(lambda: read_all(bomb, LIMIT))
        held = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert held < SWOLLEN
    assert pages
    for one in pages:  # type: ignore[attr-defined]
        assert isinstance(one, SetAside)
        assert one.reason in ("too_large", "binary", "bad_record")


def prose(times: int) -> str:
    return f"<p>{BODY[0]}</p>" * times


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 10_000 + prose(1),
        "<b>" * 10_000 + prose(1),
        "<table><tr><td>" * 5_000 + prose(1),
        "<div " + " ".join(f"a{n}=x" for n in range(200_000)) + ">" + prose(5),
        "<div " + " ".join(f"a{n}='>'" for n in range(100_000)) + ">" + prose(5),
        '<div class="' + "relat " * 500_000 + '">' + prose(5),
        "<span>خ</span>" * 200_000,
        (BODY[0] + "<br>") * 1_500,
        f"<p>{BODY[0] * 2_000}</p>",
        "<a href=x>خبر جديد اليوم</a> " * 15_000,
        '<script type="application/ld+json">' + '{"@graph":[' * 50_000 + "</script>" + prose(3),
        "<title>" + "عنوان - " * 100_000 + "</title>" + prose(3),
        "<" * 1_000_000 + prose(3),
        '<a "' * 200_000 + prose(3),
        "<!DOCTYPE x [" + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12)) + f"]><p>&e11; {BODY[0]}</p>",
    ],
    ids=[
        "deep", "deep inline", "deep tables", "attributes", "quoted attributes", "a giant class", "elements",
        "lines", "one line", "links", "deep data", "a giant title", "brackets", "open quotes", "entities",
    ],
)  # fmt: skip
def test_markup_made_to_hurt_ends_soon(markup: str) -> None:
    one = timed(lambda: read_item(Item("p", markup.encode(), "html", "p")))
    check(one)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        BODY[0] * 9_000, (BODY[0] + "\n") * 4_000, "خبر جديد\n" * 8_000, "خ" * 990_000, "12/" * 300_000 + BODY[0],
        "«" * 300_000 + BODY[0], "القاهرة - " * 90_000, "خبر\n" * 500_000, "خبر " * 5_000_000,
    ],
    ids=["one line", "paragraphs", "short lines", "one word", "figures", "marks", "datelines", "many lines", "long"],
)  # fmt: skip
def test_text_made_to_hurt_ends_soon(text: str) -> None:
    one = read_item(Item("p", text.encode(), "text", "p"))
    if isinstance(one, Page):
        timed(lambda: annotate(one, STEPS[:2]))
    else:
        check(one)

"""Watching feeds of a server on this machine: what is added, asked, put off, and told."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import json
import logging
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree

from riwaya.engine.build import build
from riwaya.errors import RiwayaError
from riwaya.reading.web.fetcher import Fetcher
from riwaya.reading.web.shapes import Settings
from riwaya.store.file import open_to_write
from riwaya.watch.state import State
from riwaya.watch.watcher import Plan, Watcher
from riwaya.watch.webhook import secret_key
from tests.reading.web_server import Headers, Reply, Site, serving

KEY = b"a key that only two know"
EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"
RIWAYA = str(Path(sys.executable).with_name("riwaya"))
RSS = {"Content-Type": "application/rss+xml"}
DAY = 24 * 3600.0


def example(name: str) -> tuple[str, str]:
    title, _, body = (EXAMPLES / name).read_text("utf-8").partition("\n")
    return title, "".join(f"<p>{part}</p>" for part in body.strip().split("\n\n"))


def entry(guid: str, title: str, body: str, link: str = "") -> str:
    content = f"<content:encoded><![CDATA[{body}]]></content:encoded>"
    return (
        f'<item><guid isPermaLink="false">{guid}</guid><title>{title}</title><link>{link}</link>'
        f"<pubDate>Wed, 10 Mar 2010 08:00:00 GMT</pubDate>{content}</item>"
    )


def rss(*entries: str) -> bytes:
    space = "http://purl.org/rss/1.0/modules/content/"
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="{space}">'
        f"<channel><title>أخبار الميناء</title><link>http://mina.example/</link>{''.join(entries)}"
        "</channel></rss>"
    ).encode()


CALL = entry("1", *example("mirsal-call-march.txt"))
OTHER_SIDE = entry("1", *example("difaf-call-march.txt"))
FERRY = entry("2", *example("nabd-ferry-1.txt"))


class Clock:
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        one.pages["/hook"] = (204, {}, b"")
        yield one


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def watcher(record: Path, *feeds: str, clock: Clock | None = None, **plan: Any) -> Watcher:
    settings = Settings(allow_private=True, retries=0, timeout=5, deadline=5)
    made = Plan(record, feeds, **plan)
    return Watcher(
        made, Fetcher(settings), state=State(record, clock or Clock()), spread=lambda a, b: 1.0
    )


def once(record: Path, *feeds: str, clock: Clock | None = None, **plan: Any) -> Watcher:
    made = watcher(record, *feeds, clock=clock, **plan)
    made.run(once=True)
    return made


def rows(record: Path, query: str) -> list[Any]:
    with contextlib.closing(sqlite3.connect(record)) as db:
        return db.execute(query).fetchall()


def wait_of(record: Path, feed: str, clock: Clock) -> float:
    with contextlib.closing(sqlite3.connect(record)) as db:
        query = "SELECT next_at FROM watched_feeds WHERE url = ?"
        return float(db.execute(query, (feed,)).fetchone()[0]) - clock.now


# ---------------------------------------------------------------- polling


def test_a_new_entry_is_added_once_and_an_unchanged_feed_sends_nothing(
    site: Site, record: Path
) -> None:
    def feed(headers: Headers) -> Reply:
        if headers.get("if-none-match") == '"one"':
            return 304, {"ETag": '"one"'}, b""
        return 200, {**RSS, "ETag": '"one"'}, rss(CALL)

    site.pages["/feed"] = feed
    assert once(record, site.url("/feed")).done["added"] == 1
    again = once(record, site.url("/feed"))
    assert (again.done["answered"], again.done["added"]) == (1, 0)
    asked = [headers for path, headers in site.asked if path == "/feed"]
    assert [h.get("if-none-match") for h in asked] == [None, '"one"']

    site.pages["/feed"] = (200, RSS, rss(FERRY, CALL))  # one more, before the other
    assert once(record, site.url("/feed")).done["added"] == 1
    assert rows(record, "SELECT COUNT(*) FROM pages") == [(2,)]


def test_ids_that_are_bare_numbers_are_those_of_their_feed(site: Site, record: Path) -> None:
    site.pages |= {"/a": (200, RSS, rss(CALL)), "/b": (200, RSS, rss(OTHER_SIDE))}
    once(record, site.url("/a"), site.url("/b"))
    assert rows(record, "SELECT id FROM pages ORDER BY id") == [
        (site.url("/a") + "#1",),
        (site.url("/b") + "#1",),
    ]


def test_a_failing_feed_waits_twice_as_long_each_time_and_the_others_go_on(
    site: Site, record: Path
) -> None:
    clock = Clock()
    bad, good = site.url("/bad"), site.url("/good")
    site.pages |= {"/bad": (500, {}, b""), "/good": (200, RSS, rss(CALL))}
    waits = []
    for _ in range(8):
        once(record, bad, good, clock=clock)
        waits.append(wait_of(record, bad, clock))
        clock.now += waits[-1]
    assert waits == [min(900.0 * 2**n, DAY) for n in range(8)]
    assert site.paths().count("/bad") == 8
    assert rows(record, "SELECT COUNT(*) FROM pages") == [(1,)]

    clock.now -= 1.0  # not yet
    once(record, bad, good, clock=clock)
    assert site.paths().count("/bad") == 8
    clock.now += 1.0
    site.pages["/bad"] = (200, RSS, rss())
    once(record, bad, good, clock=clock)
    assert rows(record, "SELECT failures FROM watched_feeds") == [(0,), (0,)]


def test_retry_after_is_kept_to_by_all_that_is_asked_of_the_host(site: Site, record: Path) -> None:
    clock = Clock()
    first, second = site.url("/1"), site.url("/2")
    site.pages |= {"/1": (429, {"Retry-After": "7200"}, b""), "/2": (200, RSS, rss(CALL))}
    once(record, first, second, clock=clock)
    assert site.paths() == ["/1"]
    assert wait_of(record, first, clock) == wait_of(record, second, clock) == 7200.0
    assert rows(record, "SELECT failures FROM watched_feeds ORDER BY url") == [(1,), (0,)]
    clock.now += 7200.0
    assert once(record, first, second, clock=clock).done["answered"] == 0  # /1 asks for more
    site.pages["/1"] = (200, RSS, rss())
    clock.now += 7200.0
    assert once(record, first, second, clock=clock).done["added"] == 1


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"<html><body><p>moved</p></body></html>", "text/html"),
        (rss(CALL)[:300], "application/rss+xml"),
        (b"\x00\x01\x02", "application/rss+xml"),
        (b"", "application/rss+xml"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": [', "application/json"),
    ],
)
def test_what_is_no_feed_is_asked_again_later(
    site: Site, record: Path, body: bytes, kind: str
) -> None:
    site.pages["/feed"] = (200, {"Content-Type": kind}, body)
    assert once(record, site.url("/feed")).done["added"] == 0
    site.pages["/feed"] = (200, RSS, rss(CALL))
    clock = Clock()
    clock.now += DAY
    assert once(record, site.url("/feed"), clock=clock).done["added"] == 1


def test_robots_txt_holds_for_feeds_and_for_pages(site: Site, record: Path) -> None:
    summary = entry("3", "خبر", "<p>موجز قصير</p>", link="/closed/page")
    site.pages |= {
        "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /closed/"),
        "/open": (200, RSS, rss(summary)),
        "/closed/feed": (200, RSS, rss(CALL)),
    }
    once(record, site.url("/open"), site.url("/closed/feed"))
    assert site.paths() == ["/open"]
    assert rows(record, "SELECT id, reason FROM set_aside") == [
        (site.url("/closed/page"), "robots")
    ]


# ---------------------------------------------------------------- pages behind entries


def test_pages_behind_summaries_are_fetched_once_whatever_their_kind(
    site: Site, record: Path
) -> None:
    summaries = [
        entry(f"{n}", "خبر", "<p>موجز قصير</p>", link=f"/{n}") for n in ("text", "html", "feed")
    ]
    site.pages |= {
        "/feed": (200, RSS, rss(CALL)),
        "/text": (
            200, {"Content-Type": "text/plain; charset=utf-8"},
            (EXAMPLES / "difaf-call-march.txt").read_bytes(),
        ),
        "/html": (
            200, {"Content-Type": "text/html"}, (EXAMPLES / "midar-call-march.html").read_bytes()
        ),
        "/all": (200, RSS, rss(*summaries, FERRY)),
    }  # fmt: skip
    assert once(record, site.url("/all")).done["added"] == 3
    assert sorted(site.paths()) == ["/all", "/feed", "/html", "/text"]
    assert rows(record, "SELECT reason FROM set_aside") == [("unsupported",)]
    once(record, site.url("/all"))
    assert len(site.paths()) == 5, "only the feed again"


def test_a_page_that_fails_is_tried_again_then_set_aside(site: Site, record: Path) -> None:
    clock = Clock()
    site.pages |= {
        "/feed": (200, RSS, rss(entry("4", "خبر", "<p>موجز</p>", link="/page"))),
        "/page": (503, {}, b""),
    }
    for _ in range(8):
        once(record, site.url("/feed"), clock=clock)
        clock.now += DAY
    assert site.paths().count("/page") == 6
    assert rows(record, "SELECT id, reason FROM set_aside") == [(site.url("/page"), "http_status")]


def test_links_into_a_private_network_are_not_followed(site: Site, record: Path) -> None:
    site.pages["/feed"] = (200, RSS, rss(entry("5", "خبر", "<p>موجز</p>", link="/inner")))
    made = watcher(record, site.url("/feed"))
    fetch, closed = made.fetcher.fetch, Fetcher(Settings(retries=0))
    made.fetcher.fetch = lambda url, known=None: (  # type: ignore[method-assign]
        fetch(url, known) if url.endswith("/feed") else closed.fetch(url, known)
    )
    made.run(once=True)
    assert "/inner" not in site.paths()
    assert rows(record, "SELECT reason FROM set_aside") == [("forbidden_address",)]


# ---------------------------------------------------------------- stopping and going on


def test_a_stop_in_mid_poll_keeps_what_came_and_the_next_run_goes_on(
    site: Site, record: Path
) -> None:
    made = watcher(record, site.url("/1"), site.url("/2"))

    def stops(_: Headers) -> Reply:
        made.stop.set()
        return 200, RSS, rss(CALL)

    site.pages |= {"/1": stops, "/2": (200, RSS, rss(FERRY))}
    made.run()
    assert site.paths() == ["/1"]
    assert rows(record, "SELECT COUNT(*) FROM pages") == [(1,)]
    assert rows(record, "PRAGMA integrity_check") == [("ok",)]
    assert once(record, site.url("/1"), site.url("/2")).done["added"] == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_end_it_cleanly_from_the_command_line(
    site: Site, record: Path, number: signal.Signals
) -> None:
    here, go = threading.Event(), threading.Event()

    def slow(_: Headers) -> Reply:
        here.set()
        go.wait(20)
        return 200, RSS, rss(CALL)

    site.pages["/feed"] = slow
    command = [RIWAYA, "watch", site.url("/feed"), "-d", str(record), "--allow-private", "--json"]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert here.wait(30)
            with pytest.raises(RiwayaError, match=f"process {process.pid}"):
                once(record, site.url("/feed"))
            process.send_signal(number)
            time.sleep(0.1)
            go.set()
            output, _ = process.communicate(timeout=30)
        finally:
            go.set()
            process.kill()
    log = [json.loads(line) for line in output.splitlines()]
    assert process.returncode == 0
    assert [line["event"] for line in log] == ["watching", "stopping", "polled", "added", "ended"]
    assert rows(record, "SELECT COUNT(*) FROM pages") == [(1,)]
    assert sorted(path.name for path in record.parent.iterdir()) == ["news.db"]


def test_killed_at_once_it_asks_again(site: Site, record: Path) -> None:
    here = threading.Event()

    def hangs(_: Headers) -> Reply:
        here.set()
        time.sleep(0.5)
        return 200, RSS, b""

    site.pages |= {"/1": (200, RSS, rss(CALL)), "/2": hangs}
    command = [RIWAYA, "watch", site.url("/1"), site.url("/2"), "-d", str(record), "--allow-private", "-q"]  # fmt: skip
    with subprocess.Popen(command) as process:
        assert here.wait(30)
        os.kill(process.pid, signal.SIGKILL)
    site.pages["/2"] = (200, RSS, rss(FERRY))
    assert once(record, site.url("/1"), site.url("/2")).done["added"] == 2


def test_a_build_that_holds_the_record_only_puts_it_off(
    site: Site, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages["/feed"] = (200, RSS, rss(CALL))
    tries: list[object] = []

    def held(*args: Any, **more: Any) -> Any:
        if more.get("items"):
            tries.append(args)
            if len(tries) < 3:
                raise RiwayaError("locked", "news.db", pid=1, host="here", since="now")
        return build(*args, **more)

    monkeypatch.setattr("riwaya.watch.watcher.build", held)
    monkeypatch.setattr("riwaya.watch.watcher._LOCKED_WAIT", 0.01)
    assert once(record, site.url("/feed")).done["added"] == 1
    assert (len(tries), site.paths()) == (3, ["/feed"])


# ---------------------------------------------------------------- telling


def disputed(site: Site, record: Path, clock: Clock | None = None, **plan: Any) -> Watcher:
    """Two accounts of a call, the other side's in the second run."""
    site.pages |= {"/a": (200, RSS, rss(CALL)), "/b": (200, RSS, rss())}
    once(record, site.url("/a"), site.url("/b"), clock=clock, **plan)
    site.pages["/b"] = (200, RSS, rss(OTHER_SIDE))
    return once(record, site.url("/a"), site.url("/b"), clock=clock, **plan)


def test_a_dispute_is_told_once_over_restarts_signed_and_as_a_valid_atom_feed(
    site: Site, record: Path, tmp_path: Path
) -> None:
    atom = tmp_path / "news.atom"
    plan: dict[str, Any] = {
        "atom": atom, "webhook": site.url("/hook"), "key": KEY, "private_webhook": True,
    }  # fmt: skip
    assert disputed(site, record, **plan).done["posted"] == 2
    whole = atom.read_bytes()
    once(record, site.url("/a"), site.url("/b"), **plan)
    assert len(site.posted) == 2
    assert atom.read_bytes() == whole

    told = [json.loads(body) for _, body in site.posted]
    assert {one["data"]["field"] for one in told} == {"duration", "initiator"}
    for headers, body in site.posted:
        signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
        made = base64.b64encode(hmac.new(KEY, signed, hashlib.sha256).digest()).decode()
        assert headers["webhook-signature"] == f"v1,{made}"
        assert abs(int(headers["webhook-timestamp"]) - time.time()) < 60
    for value in (value for one in told for value in one["data"]["values"]):
        for span in value["evidence"]:
            assert span["end"] - span["start"] == len(span["quote"]) > 0
        assert set(value["according_to"]) <= set(told[0]["data"]["names"]) | set(
            told[1]["data"]["names"]
        )

    space = "{http://www.w3.org/2005/Atom}"
    root = etree.fromstring(whole)
    for one in (root, *root.iter(f"{space}entry")):  # RFC 4287, 4.1.1 and 4.1.2
        assert all(len(one.findall(space + name)) == 1 for name in ("id", "title", "updated"))
    assert root.findtext(f"{space}author/{space}name")
    assert all(one.findtext(f"{space}content") for one in root.iter(f"{space}entry"))
    assert len({one.text for one in root.iter(f"{space}id")}) == 3
    feed = feedparser.parse(whole)
    assert not feed.bozo
    assert [one.title for one in feed.entries] == [one["title"] for one in reversed(told)]
    assert feed.entries[0].id.endswith(site.posted[1][0]["webhook-id"])
    assert "25 دقيقة" in whole.decode()


def test_what_the_record_held_before_is_no_news_nor_are_more_pages_of_one_dispute(
    site: Site, record: Path
) -> None:
    with contextlib.chdir(EXAMPLES.parent):
        build(["pages/difaf-call-march.txt", "pages/mirsal-call-march.txt"], record)
    site.pages["/feed"] = (200, RSS, rss(FERRY, CALL))
    assert once(record, site.url("/feed")).done["events"] == 0
    assert rows(record, "SELECT COUNT(*) FROM disputes") != [(0,)]


def test_new_pages_that_a_saved_search_finds_are_told_once(site: Site, record: Path) -> None:
    site.pages["/feed"] = (200, RSS, rss(CALL))
    once(record, site.url("/feed"))
    with contextlib.closing(open_to_write(record, log=False)) as db:
        db.execute(
            "INSERT INTO saved_searches VALUES (1, 'العبارة', 'words=العبارة', '2026-01-01')"
        )
        db.execute(
            "INSERT INTO saved_searches VALUES (2, 'مكالمة', 'words=المكالمة', '2026-01-01')"
        )
        db.execute("INSERT INTO saved_searches VALUES (3, 'لا شيء', 'words=', '2026-01-01')")
    once(record, site.url("/feed"))
    site.pages["/feed"] = (200, RSS, rss(CALL, FERRY))
    assert once(record, site.url("/feed")).done["events"] == 1
    assert once(record, site.url("/feed")).done["events"] == 0
    ((kind, title, data),) = rows(record, "SELECT kind, title, data FROM watch_events")
    assert (kind, title) == ("match", f"العبارة: {example('nabd-ferry-1.txt')[0]}")
    assert "عبارة" in json.loads(data)["snippet"]


def test_a_webhook_that_is_down_stops_nothing_and_gets_all_in_order_later(
    site: Site, record: Path, caplog: pytest.LogCaptureFixture
) -> None:
    clock = Clock()
    plan: dict[str, Any] = {"webhook": site.url("/hook"), "private_webhook": True}
    site.pages["/hook"] = (503, {}, b"")
    with caplog.at_level(logging.WARNING, "riwaya.watch"):
        made = disputed(site, record, clock, **plan)
    assert (made.done["added"], made.state.unsent()) == (1, (2, 0))
    assert "did not take event 1" in caplog.text
    for _ in range(4):
        clock.now += 3600.0
        once(record, site.url("/a"), clock=clock, **plan)
    assert len({h["webhook-id"] for h, _ in site.posted}) == 1, "the second waits for the first"
    site.pages["/hook"] = (503, {"Retry-After": "9000"}, b"")
    clock.now += 3600.0
    once(record, site.url("/a"), clock=clock, **plan)
    tried, before = len(site.posted), clock.now
    site.pages["/hook"] = (204, {}, b"")
    for clock.now in (before + 8999.0, before + 9000.0):
        once(record, site.url("/a"), clock=clock, **plan)
    assert len(site.posted) == tried + 2
    assert made.state.unsent() == (0, 0)


def test_an_event_that_is_refused_is_kept_and_does_not_keep_the_next(
    site: Site, record: Path
) -> None:
    clock = Clock()
    plan: dict[str, Any] = {"webhook": site.url("/hook"), "private_webhook": True}

    def picky(_: Headers) -> Reply:
        return (422 if b'"duration"' in site.posted[-1][1] else 200), {}, b""

    site.pages["/hook"] = picky
    made = disputed(site, record, clock, **plan)
    for _ in range(6):
        clock.now += 3600.0
        once(record, site.url("/a"), clock=clock, **plan)
    assert made.state.unsent() == (0, 1)
    assert rows(record, "SELECT post, tries, problem FROM watch_events ORDER BY post") == [
        ("refused", 5, "http_status: status 422"),
        ("taken", 0, None),
    ]


def test_a_private_webhook_is_never_asked_unless_allowed(site: Site, record: Path) -> None:
    made = disputed(site, record, webhook=site.url("/hook"))
    assert (site.posted, made.state.unsent()) == ([], (2, 0))
    redirect = (302, {"Location": site.url("/other")}, b"")
    site.pages["/hook"] = redirect
    clock = Clock()
    clock.now += DAY
    once(record, site.url("/a"), webhook=site.url("/hook"), private_webhook=True, clock=clock)
    assert "/other" not in site.paths()
    assert made.state.unsent() == (2, 0)


def test_what_was_before_the_first_webhook_is_not_sent_to_it(site: Site, record: Path) -> None:
    disputed(site, record)
    once(record, site.url("/a"), webhook=site.url("/hook"), private_webhook=True)
    assert site.posted == []


def test_an_atom_file_that_cannot_be_written_is_told_at_once(site: Site, record: Path) -> None:
    with pytest.raises(RiwayaError, match="cannot be written"):
        once(record, site.url("/feed"), atom=record.parent / "none" / "news.atom")
    assert site.asked == []


# ---------------------------------------------------------------- secrets


def test_a_secret_is_its_bytes_or_those_of_its_base64() -> None:
    assert secret_key("0123456789abcdef") == b"0123456789abcdef"
    assert secret_key("whsec_" + base64.b64encode(KEY).decode()) == KEY
    for bad in ("short", "whsec_!!", "whsec_" + base64.b64encode(b"short").decode()):
        with pytest.raises(RiwayaError, match="secret"):
            secret_key(bad)

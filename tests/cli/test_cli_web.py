"""Web addresses as sources, end to end against a server on this machine."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_run import ARTICLE, Run

sys.path.insert(0, str(Path(__file__).parents[1] / "reading"))

from web_server import Headers, Reply, Site, serving

HTML = {"Content-Type": "text/html; charset=utf-8"}


def page(text: str = ARTICLE) -> bytes:
    lines = "".join(f"<p>{line}</p>" for line in text.split("\n") if line.strip())
    return f"<html><body><article>{lines}</article></body></html>".encode()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


def test_a_second_build_asks_only_whether_the_page_changed(
    run: Run, site: Site, tmp_path: Path
) -> None:
    state = {"etag": '"1"', "data": page()}

    def answer(headers: Headers) -> Reply:
        told = {**HTML, "ETag": str(state["etag"])}
        if headers.get("if-none-match") == state["etag"]:
            return 304, told, b""
        return 200, told, bytes(state["data"])  # type: ignore[arg-type]

    site.pages["/a"] = answer
    build = (
        "build",
        "--allow-private",
        site.url("/a"),
        "-o",
        tmp_path / "a.db",
        "-j",
        "1",
        "--json",
    )
    (first,) = run(*build).lines()
    assert (first["added"], first["unchanged"]) == (1, 0)
    (second,) = run(*build).lines()
    assert (second["added"], second["unchanged"]) == (0, 1)
    assert site.asked[-1][1]["if-none-match"] == '"1"'
    state.update(etag='"2"', data=page(ARTICLE + "\n\nوأضاف أن الافتتاح الرسمي يجري بعد شهر."))
    (third,) = run(*build).lines()
    assert third["changed"] == [site.url("/a")]
    db = sqlite3.connect(tmp_path / "a.db")
    rows = db.execute("SELECT final_url, status, etag FROM fetches").fetchall()
    assert rows == [(site.url("/a"), 200, '"2"')]
    db.close()


def test_this_machine_is_not_asked_unless_that_is_allowed(
    run: Run, site: Site, tmp_path: Path
) -> None:
    site.pages["/a"] = (200, HTML, page())
    refused = run("read", "--json", site.url("/a"))
    assert refused.code == 1
    assert refused.lines()[0]["set_aside"]["reason"] == "forbidden_address"
    assert site.asked == []
    (line,) = run("read", "--json", "--allow-private", site.url("/a")).lines()
    assert (line["id"], line["url"]) == (site.url("/a"), site.url("/a"))
    assert run("clean", "--allow-private", site.url("/a")).code == 0


def test_print_and_amp_versions_are_one_page_and_a_changed_text_is_a_version(
    run: Run, site: Site, tmp_path: Path
) -> None:
    canonical = '<link rel="canonical" href="{}">'.format(site.url("/news/58213-library"))
    site.pages["/news/58213-library"] = site.pages["/amp/news/58213-library"] = (200, HTML, page())
    site.pages["/p?id=58213"] = (
        200,
        HTML,
        page().replace(b"<html>", f"<html><head>{canonical}</head>".encode()),
    )
    paths = ("/news/58213-library", "/amp/news/58213-library", "/p?id=58213")
    record = tmp_path / "a.db"
    build = ("build", "--allow-private", *map(site.url, paths), "-o", record, "-j", "1", "--json")
    run(*build)
    (shown,) = run("show", record, "page", site.url(paths[0]), "--json").lines()
    assert shown["same_as"] == sorted(map(site.url, paths[1:]))
    assert shown["address"].endswith("/news/58213-library")
    assert shown["versions"] == []
    newer = page(ARTICLE + "\n\nوأضاف أن الافتتاح الرسمي يجري بعد شهر كامل من الآن.")
    site.pages["/news/58213-library"] = (200, HTML, newer)
    (report,) = run(*build).lines()
    assert report["changed"] == [site.url(paths[0])]
    (shown,) = run("show", record, "page", site.url(paths[1]), "--json").lines()
    first, second = shown["versions"]
    assert first == site.url(paths[0])
    assert second.startswith(f"{first}@")
    export = json.loads(run("export", record, "--format", "json", "--only", "copies").out)
    assert {
        copy["kind"]
        for copy in export["copies"]
        if second in (copy["a"]["page"], copy["b"]["page"])
    } == {"update"}

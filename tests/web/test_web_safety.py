"""Who may ask, and what an answer lets a browser do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from litestar.testing import TestClient

from riwaya.web.api.examples import CORRECTION
from riwaya.web.app import create_app
from riwaya.web.security import host_of
from riwaya.web.settings import LOOPBACK_NAMES, Settings, is_loopback
from riwaya.web.ui import outside
from riwaya.web.views.entrance import local

TOKEN = "a-token-of-some-length"


def client(record: Path, **settings: object) -> TestClient:
    made = Settings(record=record, hosts=LOOPBACK_NAMES, **settings)
    return TestClient(create_app(made), base_url="http://127.0.0.1")


@pytest.mark.parametrize("path", ["/ar/stories", "/nothing-here", "/enter", "/ar/stories?since=x"])
def test_every_answer_has_a_strict_policy(desk: TestClient, path: str) -> None:
    headers = desk.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "[::2]:80", "localhost.x"]
)
def test_a_foreign_host_header_is_refused(desk: TestClient, host: str) -> None:
    assert desk.get("/ar/stories", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:9", "[::1]:8765"])
def test_names_of_this_machine_are_taken(desk: TestClient, host: str) -> None:
    assert desk.get("/ar/stories", headers={"host": host}).status_code == 200


def test_hosts_are_read_without_their_port() -> None:
    assert host_of("Desk.Example:80") == "desk.example"
    assert host_of("[::1]:80") == "[::1]"
    assert host_of("[::1") == ""


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("127.9.9.9", True),
     ("0.0.0.0", False), ("desk.example", False), ("::", False), ("10.0.0.1", False)],
)  # fmt: skip
def test_only_loopback_addresses_go_without_a_token(host: str, own: bool) -> None:
    assert is_loopback(host) is own


def test_a_token_is_asked_of_pages_and_of_programs(record: Path) -> None:
    with client(record, read_only=True, token=TOKEN) as asking:
        page = asking.get(
            "/ar/stories?order=size", headers={"accept": "text/html"}, follow_redirects=False
        )
        assert page.status_code == 303
        assert page.headers["location"] == "/enter?next=%2Far%2Fstories%3Forder%3Dsize"
        assert asking.get("/ar/stories").status_code == 401
        assert asking.get("/api/v1/stories").status_code == 401
        for given, status in ((TOKEN, 200), (TOKEN + "x", 401), ("", 401)):
            answer = asking.get("/ar/stories", headers={"authorization": f"Bearer {given}"})
            assert answer.status_code == status
        assert asking.get("/enter").status_code == 200


def test_the_token_opens_the_desk_and_the_cookie_is_not_the_token(record: Path) -> None:
    with client(record, read_only=True, token=TOKEN) as asking:
        form = {"_csrf_token": csrf(asking.get("/enter").text), "next": "/ar/stories"}
        wrong = asking.post("/enter", data={**form, "token": "wrong"})
        assert wrong.status_code == 403
        assert 'role="alert"' in wrong.text
        right = asking.post("/enter", data={**form, "token": TOKEN}, follow_redirects=False)
        assert right.headers["location"] == "/ar/stories"
        assert "HttpOnly" in right.headers["set-cookie"]
        assert TOKEN not in right.headers["set-cookie"]
        assert asking.get("/ar/stories").status_code == 200


def csrf(page: str) -> str:
    return page.partition('name="_csrf_token" value="')[2].partition('"')[0]


def test_a_write_without_the_page_s_own_token_is_refused(desk: TestClient) -> None:
    assert desk.post("/theme", data={"theme": "dark"}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "cross-site"}, {"origin": "http://evil.example"}, {"origin": "null"}],
)
def test_a_write_that_another_site_began_is_refused(
    desk: TestClient, headers: dict[str, str]
) -> None:
    form = {"_csrf_token": csrf(desk.get("/enter").text), "theme": "dark"}
    assert desk.post("/theme", data=form, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "query",
    ["since=yesterday", "order=random", "page=0", "page=-1", "page=99999999999", "outlet=" + "x" * 3000,
     "until=2010-13-01", "words=%00"],
)  # fmt: skip
def test_what_cannot_be_read_is_told_and_not_guessed(desk: TestClient, query: str) -> None:
    answer = desk.get(f"/en/stories?{query}")
    assert answer.status_code == 400
    assert query.partition("=")[0] in answer.text


def test_a_long_query_is_refused(desk: TestClient) -> None:
    assert desk.get("/ar/stories?words=" + "x" * 5000).status_code == 414


def test_a_large_body_is_refused(desk: TestClient) -> None:
    form = {"_csrf_token": csrf(desk.get("/enter").text), "theme": "x" * 200_000}
    assert desk.post("/theme", data=form).status_code in (400, 413)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " data:text/html,x", "vbscript:x", "file:///etc/passwd",
     "//evil.example", "http://", "http:x", None, "", "\x01javascript:x", "ftp://example.org"],
)  # fmt: skip
def test_only_web_addresses_become_links(address: str | None) -> None:
    assert outside(address) is None


def test_web_addresses_do() -> None:
    assert outside(" https://example.org/a?b=1 ") == "https://example.org/a?b=1"


@pytest.mark.parametrize(
    "address",
    ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:x", "x", "/a\nb", ""],
)
def test_a_redirect_stays_on_the_desk(address: str) -> None:
    assert local(address) == "/"


def test_the_desk_s_own_files_cannot_be_left(desk: TestClient) -> None:
    for path in (
        "/static/../../../etc/passwd",
        "/static/x/..%2f..%2fapp.py",
        "/static/%2e%2e/app.py",
    ):
        assert desk.get(path).status_code == 404


LOADS = [
    {"sec-fetch-mode": "no-cors", "sec-fetch-dest": "script"},
    {"sec-fetch-mode": "cors", "sec-fetch-dest": "empty"},
    {"sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"},
    {"sec-fetch-mode": "navigate", "sec-fetch-dest": "object"},
]


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("path", ["/ar/search?words=x", "/api/v1/stories", "/enter"])
@pytest.mark.parametrize("load", LOADS)
def test_another_site_cannot_load_from_the_desk(
    desk: TestClient, path: str, site: str, load: dict[str, str]
) -> None:
    assert desk.get(path, headers={"sec-fetch-site": site, **load}).status_code == 403


def test_another_site_may_link_to_it_and_its_own_pages_load_from_it(desk: TestClient) -> None:
    link = {"sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    for site in ("cross-site", "same-site", "same-origin", "none"):
        assert desk.get("/ar/", headers={"sec-fetch-site": site, **link}).status_code == 200
    for load in LOADS:
        own = {"sec-fetch-site": "same-origin", **load}
        assert desk.get("/api/v1/stories", headers=own).status_code == 200


def test_a_link_of_another_site_cannot_write(desk: TestClient) -> None:
    headers = {
        "sec-fetch-site": "cross-site",
        "sec-fetch-mode": "navigate",
        "sec-fetch-dest": "document",
    }
    assert desk.post("/enter", headers=headers).status_code == 403


@pytest.mark.parametrize(
    "path", ["/ar/stories", "/enter", "/api/v1/stories", "/ar/nothing", "/nothing"]
)
def test_head_is_get_without_the_body(desk: TestClient, path: str) -> None:
    whole, head = desk.get(path), desk.head(path)
    assert head.status_code == whole.status_code
    assert head.content == b""
    assert head.headers["content-type"] == whole.headers["content-type"]
    assert head.headers["content-security-policy"] == whole.headers["content-security-policy"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "LINK"])
def test_other_methods_are_refused(desk: TestClient, method: str) -> None:
    for path in ("/ar/stories", "/api/v1/stories"):
        assert desk.request(method, path).status_code == 405


def test_own_files_are_kept_and_pages_are_asked_for_again(desk: TestClient) -> None:
    sheet = desk.get("/ar/").text.partition('rel="stylesheet" href="')[2].partition('"')[0]
    assert "immutable" in desk.get(sheet).headers["cache-control"]
    for path in ("/ar/", "/api/v1/stories", sheet + "x"):
        assert desk.get(path).headers["cache-control"] == "private, no-cache"


@pytest.mark.parametrize(
    "path",
    ["/enterx", "/static/%2e%2e/ar/stories", "/static//ar/stories", "//ar/stories", "/enter%2f..%2far/stories",
     "/ar/stories/", "/api/v1/..%2f..%2far/stories", "/%2e/ar/stories", "/Static/../ar/stories"],
)  # fmt: skip
def test_no_other_spelling_of_a_path_goes_past_the_token(record: Path, path: str) -> None:
    with client(record, read_only=True, token=TOKEN) as asking:
        answer = asking.get(path, follow_redirects=False)
        assert answer.status_code in (401, 404)
        assert "data-item" not in answer.text


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_form_of_another_site_is_no_json(record: Path, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    path.write_bytes(record.read_bytes())
    with client(path) as writing:
        sent = {"content-type": kind} if kind else {}
        body = json.dumps(CORRECTION)
        assert writing.post("/api/v1/corrections", content=body, headers=sent).status_code == 415
        assert writing.get("/api/v1/corrections").json() == []


def test_a_desk_that_only_reads_refuses_every_write_and_offers_none(desk: TestClient) -> None:
    form = {"_csrf_token": csrf(desk.get("/enter").text), "words": "البحيره", "name": "x", "n": "1"}
    for path in ("/ar/search/save", "/ar/search/forget"):
        assert desk.post(path, data=form).status_code == 403
    for where in ("corrections", "searches", "aliases"):
        answer = desk.post(
            f"/api/v1/{where}", content="{}", headers={"content-type": "application/json"}
        )
        assert answer.status_code in (400, 403), where
    assert "/search/save" not in desk.get("/ar/search?words=البحيره").text

"""The REST interface: what it gives, pages of lists, validators, problems, writes, and its document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jsonschema
import pytest
from litestar.testing import TestClient

from riwaya.client import Record
from riwaya.web.api.conditional import matches
from riwaya.web.api.document import document
from riwaya.web.app import create_app
from riwaya.web.settings import LOOPBACK_NAMES, Settings

API = "/api/v1"
LISTS = (
    "stories", "statements", "contacts", "disputes", "claims", "copies", "entities", "pages",
    "set-aside", "outlets",
)  # fmt: skip
Client = TestClient  # type: ignore[type-arg]


@pytest.fixture(scope="module")
def api(record: Path) -> Iterator[Client]:
    app = create_app(Settings(record=record, read_only=True, hosts=LOOPBACK_NAMES))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture
def writer(record: Path, tmp_path: Path) -> Iterator[Client]:
    path = tmp_path / "own.db"
    path.write_bytes(record.read_bytes())
    with TestClient(create_app(Settings(record=path)), base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture(scope="module")
def opened(record: Path) -> Iterator[Record]:
    with Record(record) as made:
        yield made


def get(api: Client, path: str, **query: Any) -> Any:
    answer = api.get(API + path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def through(api: Client, name: str, **query: Any) -> list[Any]:
    """All rows of a list, page by page."""
    rows: list[Any] = []
    while True:
        found = get(api, f"/{name}", **query)
        rows += found["items"]
        if found["next"] is None:
            return rows
        query["after"] = found["next"]


# ---------------------------------------------------------------- lists


@pytest.mark.parametrize("name", LISTS)
def test_every_list_pages_to_its_end(api: Client, name: str) -> None:
    whole = get(api, f"/{name}", limit=200)
    assert whole["next"] is None
    assert whole["items"]
    assert through(api, name, limit=2) == whole["items"]


def test_lists_hold_what_the_record_holds(api: Client, opened: Record) -> None:
    counts = opened.counts()
    assert get(api, "/")["counts"]["pages"] == counts.pages
    assert len(through(api, "statements", limit=100)) == counts.statements
    assert get(api, "/statements", count="true", limit=1)["total"] == counts.statements
    assert {c["id"] for c in through(api, "contacts")} == {c.id for c in opened.contacts()}
    assert {s["id"] for s in through(api, "stories")} == {s.id for s in opened.stories()}
    assert len(through(api, "outlets")) == len({p.outlet for p in opened.pages() if p.outlet})


def test_links_lead_to_the_next_page_and_the_first(api: Client) -> None:
    answer = api.get(f"{API}/pages?limit=3&since=2010-03-01")
    links = dict(reversed(part.split("; ")) for part in answer.headers["link"].split(", "))
    following = api.get(links['rel="next"'].strip("<>"))
    assert following.status_code == 200
    first = api.get(links['rel="first"'].strip("<>"))
    assert first.json()["items"] == answer.json()["items"]
    rows = through(api, "pages", limit=3, since="2010-03-01")
    assert following.json()["items"] == rows[3:6]


def test_filters_narrow(api: Client, opened: Record) -> None:
    story = opened.stories(min_pages=5)[0]
    assert {p["id"] for p in through(api, "pages", story=story.id)} == set(story.pages)
    assert all(s["page"] in story.pages for s in through(api, "statements", story=story.id))
    person = opened.statements()[0].speaker
    assert len(through(api, "statements", speaker=person)) == len(opened.statements(speaker=person))
    assert all(c["story"] == story.id for c in through(api, "contacts", disputed="true"))
    assert get(api, "/stories", since="2030-01-01")["items"] == []
    assert {s["act"] for s in through(api, "statements", act="promise")} <= {"promise"}


# ---------------------------------------------------------------- single things


def test_every_id_of_a_list_leads_to_its_thing(api: Client) -> None:
    for story in get(api, "/stories")["items"]:
        view = get(api, "/story", id=story["id"])
        assert view["card"] == {**story, "growth": view["card"]["growth"]}
        assert {p["page"]["id"] for p in view["pages"]} == {
            p["page"]["id"] for p in through(api, "story/pages", id=story["id"], limit=2)
        }
    for page in get(api, "/pages")["items"]:
        assert get(api, "/page", id=page["id"])["page"]["title"] == page["title"]
    for contact in get(api, "/contacts")["items"]:
        assert get(api, "/contact", id=contact["id"]) == contact
    for dispute in get(api, "/disputes")["items"]:
        assert get(api, "/dispute", n=dispute["n"])["message"] == dispute["message"]
    for claim in get(api, "/claims", limit=5)["items"]:
        assert get(api, "/claim", id=claim["id"])["origins"] == claim["origins"]
    for entity in get(api, "/entities", limit=5)["items"]:
        assert get(api, "/entity", id=entity["id"])["view"]["entity"] == entity
    for outlet in get(api, "/outlets")["items"]:
        assert get(api, "/outlet", id=outlet["outlet"])["row"] == outlet
    assert get(api, "/speakers")


def test_offsets_are_code_points_into_the_text(api: Client) -> None:
    for row in through(api, "statements"):
        text = get(api, "/page", id=row["page"])["page"]["text"]
        assert row["content"] == text[row["start"] : row["end"]] or " … " in row["content"]


def test_a_search_marks_its_words_and_has_facets(api: Client) -> None:
    found = get(api, "/search", q="البحيره", limit=3)
    assert found["total"] > 3
    hit = found["items"][0]
    text = get(api, "/page", id=hit["page"]["id"])["page"]["text"]
    for start, end in hit["marks"]:
        assert "بحير" in hit["snippet"][start:end]
    assert "بحير" in text[slice(*hit["first"])]
    assert len(through(api, "search", q="البحيره", limit=2)) == found["total"]
    facets = get(api, "/search/facets", q="البحيره")
    narrowed = get(api, "/search", q="البحيره", outlet=facets["outlets"][0]["value"])
    assert narrowed["total"] == facets["outlets"][0]["count"]


# ---------------------------------------------------------------- validators


def test_what_did_not_change_is_not_sent_again(api: Client) -> None:
    first = api.get(f"{API}/stories")
    tag = first.headers["etag"]
    assert tag.startswith('"')
    again = api.get(f"{API}/stories", headers={"if-none-match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert "cache-control" in again.headers
    other = api.get(f"{API}/stories?limit=1", headers={"if-none-match": tag})
    assert other.status_code == 200
    assert other.headers["etag"] != tag


def test_a_tag_changes_with_a_correction(writer: Client, opened: Record) -> None:
    statement = opened.statements(voice="own")[0]
    path = f"{API}/page?id={quote(statement.page)}"
    tag = writer.get(path).headers["etag"]
    made = correct(writer, statement.page, statement.start, statement.end)
    assert made.status_code == 201, made.text
    assert writer.get(path, headers={"if-none-match": tag}).status_code == 200


def test_head_gives_the_head_of_get(api: Client) -> None:
    head, whole = api.head(f"{API}/stories"), api.get(f"{API}/stories")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == whole.headers["etag"]
    assert head.headers["content-length"] == str(len(whole.content))


@pytest.mark.parametrize(
    ("wanted", "does"),
    [
        ("*", True),
        ('"a"', True),
        ('W/"a"', True),
        ('"b","a"', True),
        ('"b"', False),
        ("a", False),
        ("", False),
    ],
)
def test_tags_are_compared_as_the_standard_says(wanted: str, does: bool) -> None:
    assert matches(wanted, '"a"') is does


# ---------------------------------------------------------------- problems


@pytest.mark.parametrize(
    ("path", "status", "type_", "parameter"),
    [
        ("/story?id=none", 404, "nothing_such", None),
        ("/page?id=none", 404, "nothing_such", None),
        ("/contact?id=none", 404, "nothing_such", None),
        ("/claim?id=none", 404, "nothing_such", None),
        ("/entity?id=none", 404, "nothing_such", None),
        ("/outlet?id=none", 404, "nothing_such", None),
        ("/dispute?n=999999", 404, "nothing_such", None),
        ("/dispute?n=0", 400, "invalid", "n"),
        ("/dispute?n=99999999999999999999999", 400, "invalid", "n"),
        ("/story", 400, "invalid", "id"),
        ("/pages?limit=0", 400, "invalid", "limit"),
        ("/pages?limit=201", 400, "invalid", "limit"),
        ("/pages?since=yesterday", 400, "invalid", "since"),
        ("/pages?until=9999-12-31", 400, "usage", None),
        ("/pages?after=nonsense", 400, "bad_cursor", "after"),
        ("/stories?after=WzFd", 400, "bad_cursor", "after"),
        ("/stories?speker=x", 400, "invalid", "speker"),
        ("/statements?act=shout", 400, "invalid", "act"),
        ("/search?q=%D8%9F", 400, "bad_query", None),
        ("/nowhere", 404, "http_404", None),
    ],
)
def test_errors_are_problem_details(
    api: Client, path: str, status: int, type_: str, parameter: str | None
) -> None:
    answer = api.get(API + path)
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert (answer.status_code, told["type"]) == (status, f"urn:riwaya:problem:{type_}"), told
    assert told["status"] == status
    assert told.get("parameter") == parameter
    assert "Traceback" not in answer.text


def test_the_guard_speaks_the_same_language(record: Path) -> None:
    app = create_app(Settings(record=record, token="t" * 24))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        refused = client.get(f"{API}/stories")
        assert (refused.status_code, refused.headers["content-type"]) == (
            401,
            "application/problem+json",
        )
        assert refused.headers["www-authenticate"] == "Bearer"
        given = client.get(f"{API}/stories", headers={"authorization": "Bearer " + "t" * 24})
        assert given.status_code == 200
        elsewhere = client.get(f"{API}/stories", headers={"host": "evil.example"})
        assert (elsewhere.status_code, elsewhere.json()["status"]) == (421, 421)


def test_too_much_is_stopped(record: Path) -> None:
    app = create_app(Settings(record=record, read_only=True, max_seconds=-1.0))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        answer = client.get(f"{API}/copies?limit=200&count=true")
    assert answer.status_code in (
        200,
        503,
    )  # a small record may be done before the clock is looked at
    if answer.status_code == 503:
        assert answer.headers["retry-after"]


# ---------------------------------------------------------------- writes


def correct(client: Client, page: str, start: int, end: int, **headers: str) -> Any:
    body = {
        "page": page, "layer": "statements", "span": [start, end], "action": "set",
        "value": {"speaker": None},
    }  # fmt: skip
    return client.post(f"{API}/corrections", json=body, headers=headers)


def test_a_correction_is_made_listed_and_undone(writer: Client, opened: Record) -> None:
    statement = opened.statements(voice="own")[0]
    made = correct(writer, statement.page, statement.start, statement.end)
    assert made.status_code == 201, made.text
    assert made.headers["location"] == f"{API}/corrections/{made.json()['n']}"
    (listed,) = get(writer, "/corrections", page=statement.page)
    assert listed == made.json()
    page = get(writer, "/page", id=statement.page)["page"]
    assert next(s for s in page["statements"] if s["id"] == statement.id)["speaker"] is None
    again = correct(writer, statement.page, statement.start, statement.end)
    assert (again.status_code, again.json()["type"]) == (422, "urn:riwaya:problem:bad_correction")
    assert writer.delete(made.headers["location"]).status_code == 204
    assert writer.delete(made.headers["location"]).status_code == 404
    assert get(writer, "/corrections") == []
    assert len(get(writer, "/corrections", undone="true")) == 1


def test_two_are_one_and_two_again(writer: Client, opened: Record) -> None:
    one, other = (e.id for e in opened.entities(type="PER")[:2])
    answer = writer.post(f"{API}/aliases", json={"alias": other, "entity": one})
    assert answer.status_code == 204
    (row,) = [a for a in get(writer, "/aliases") if a["alias"] == other]
    assert (row["entity"], row["origin"]) == (one, "user")
    assert writer.delete(f"{API}/alias", params={"id": other}).status_code == 204
    assert writer.post(f"{API}/aliases", json={"alias": one, "entity": "none"}).status_code == 404


def test_searches_are_kept_and_dropped(writer: Client) -> None:
    kept = writer.post(f"{API}/searches", json={"words": "البحيرة", "name": "the lake"})
    assert kept.status_code == 204
    (row,) = get(writer, "/searches")
    assert row["name"] == "the lake"
    assert writer.post(f"{API}/searches", json={"words": "؟"}).status_code == 400
    assert writer.delete(f"{API}/searches/{row['n']}").status_code == 204
    assert get(writer, "/searches") == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "application/x-www-form-urlencoded"}, 415),
    ],
)
def test_another_site_can_write_nothing(
    writer: Client, headers: dict[str, str], status: int
) -> None:
    body = json.dumps({"words": "البحيرة"})
    sent = {"content-type": "application/json", **headers}
    answer = writer.post(f"{API}/searches", content=body, headers=sent)
    assert answer.status_code == status
    assert get(writer, "/searches") == []


def test_no_other_site_may_read_either(writer: Client) -> None:
    preflight = writer.options(
        f"{API}/searches",
        headers={"origin": "https://evil.example", "access-control-request-method": "POST"},
    )
    assert not [name for name in preflight.headers if name.startswith("access-control-")]


def test_a_desk_that_only_reads_writes_nothing(api: Client, opened: Record) -> None:
    statement = opened.statements()[0]
    requests = (
        correct(api, statement.page, statement.start, statement.end),
        api.post(f"{API}/searches", json={"words": "البحيرة"}),
        api.post(f"{API}/aliases", json={"alias": "a", "entity": "b"}),
        api.delete(f"{API}/searches/1"),
        api.delete(f"{API}/corrections/1"),
        api.delete(f"{API}/alias?id=a"),
    )
    assert {(r.status_code, r.json()["type"]) for r in requests} == {
        (403, "urn:riwaya:problem:read_only")
    }


def test_a_body_that_is_too_large_is_refused(writer: Client) -> None:
    answer = writer.post(f"{API}/searches", json={"words": "a" * 100_000})
    assert answer.status_code == 413


# ---------------------------------------------------------------- the document


def test_the_document_describes_every_route_with_an_operation_of_its_own() -> None:
    made = document()
    assert made["openapi"].startswith("3.1")
    operations = [o for methods in made["paths"].values() for o in methods.values()]
    assert len({o["operationId"] for o in operations}) == len(operations) > 25
    for operation in operations:
        assert operation["summary"]
        assert operation["tags"]
        assert {"4XX", "5XX"} <= set(operation["responses"])


def test_every_example_is_of_its_schema() -> None:
    made = document()
    checked = 0
    for methods in made["paths"].values():
        for operation in methods.values():
            bodies = [*operation["responses"].values(), operation.get("requestBody", {})]
            for media in (m for body in bodies for m in body.get("content", {}).values()):
                if "example" in media:
                    schema = {**media["schema"], "components": made["components"]}
                    jsonschema.Draft202012Validator(schema).validate(media["example"])
                    checked += 1
    assert checked > 60


@pytest.mark.parametrize("name", LISTS)
def test_answers_are_of_their_schema(api: Client, name: str) -> None:
    made = document()
    media = made["paths"][f"{API}/{name}"]["get"]["responses"]["200"]["content"]["application/json"]
    schema = {**media["schema"], "components": made["components"]}
    jsonschema.Draft202012Validator(schema).validate(get(api, f"/{name}"))


def test_it_is_served(api: Client) -> None:
    answer = api.get(f"{API}/openapi.json")
    assert answer.headers["content-type"].startswith("application/vnd.oai.openapi+json")
    assert answer.json() == json.loads(json.dumps(document()))

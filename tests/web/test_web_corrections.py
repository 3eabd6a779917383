"""What a reader corrects is kept in the file, shown at once, respected by a later build, and undone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient
from lxml import html

from riwaya.engine.build import build
from riwaya.store.reader import RecordReader
from riwaya.web.app import create_app
from riwaya.web.settings import LOOPBACK_NAMES, Settings
from tests.web.desk_views import CALL, at


@pytest.fixture
def own(record: Path, tmp_path: Path) -> Path:
    """A record of the test's own."""
    return Path(shutil.copy(record, tmp_path / "own.db"))


@pytest.fixture
def writing(own: Path) -> Iterator[TestClient]:
    app = create_app(Settings(record=own, hosts=LOOPBACK_NAMES))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client


def post(client: TestClient, form_on: str, path: str, **data: str) -> int:
    """Send a form of a page as a browser does; the status of the answer, redirects followed."""
    page = html.fromstring(client.get(form_on).text)
    token = page.xpath("//input[@name='_csrf_token']/@value")[0]
    return client.post(path, data={"_csrf_token": token, **data}).status_code


def name_on(own: Path, text: str) -> str:
    with RecordReader(own) as reader:
        found = next(m for m in reader.page(CALL).mentions if m.text == text)
    return f"{found.start}-{found.end}"


def test_not_a_name_and_back(writing: TestClient, own: Path) -> None:
    span = name_on(own, "الجانب الكيني")
    page = at("/ar/page", id=CALL)
    assert (
        post(writing, page, "/ar/correct", page=CALL, at=span, kind="not_a_name", next=page) == 200
    )
    with RecordReader(own) as reader:
        assert "الجانب الكيني" not in [m.text for m in reader.page(CALL).mentions]
        [made] = reader.corrections(CALL)
    assert "حُذف" in writing.get(page).text
    assert post(writing, page, "/ar/undo", n=str(made.n), next=page) == 200
    with RecordReader(own) as reader:
        assert "الجانب الكيني" in [m.text for m in reader.page(CALL).mentions]
    assert post(writing, page, "/ar/undo", n=str(made.n)) == 404


def test_a_name_is_somebody_whom_the_reader_names(writing: TestClient, own: Path) -> None:
    span = name_on(own, "الجانب الكيني")
    page = at("/en/page", id=CALL, pick=f"mentions:{span}")
    assert (
        post(writing, page, "/en/correct", page=CALL, at=span, kind="is", entity="هالفورسن") == 200
    )
    with RecordReader(own) as reader:
        found = [m.entity for m in reader.page(CALL).mentions if m.text == "الجانب الكيني"]
    assert found == ["angrid-halfursn"]
    wrong = post(writing, page, "/en/correct", page=CALL, at=span, kind="is", entity="لا أحد كهذا")
    assert wrong == 404


def test_not_the_speaker_holds_through_a_build(writing: TestClient, own: Path) -> None:
    with RecordReader(own) as reader:
        said = next(s for s in reader.page(CALL).statements if s.speaker and s.content)
        span = f"{said.content[0][0]}-{said.content[-1][1]}"
    page = at("/en/page", id=CALL, pick=f"statements:{span}")
    assert "Not the speaker" in writing.get(page).text
    assert post(writing, page, "/en/correct", page=CALL, at=span, kind="not_the_speaker") == 200
    again = post(writing, page, "/en/correct", page=CALL, at=span, kind="not_the_speaker")
    assert again == 409
    build([], own)
    with RecordReader(own) as reader:
        assert next(s for s in reader.page(CALL).statements if s.id == said.id).speaker is None
        assert next(s for s in reader.statements(page=CALL) if s.id == said.id).speaker is None


def test_two_are_one_and_two_again(writing: TestClient, own: Path) -> None:
    name = at("/en/name", id="nairobi")
    assert post(writing, name, "/en/merge", alias="nairobi", entity="kenya") == 200
    build([], own)
    page = html.fromstring(writing.get(at("/en/name", id="nairobi")).text)
    assert "Kenya" in page.xpath("string(//h1)")
    assert "nairobi" in writing.get("/en/record").text
    assert post(writing, "/en/record", "/en/unmerge", alias="nairobi") == 200
    build([], own)
    assert "Nairobi" in html.fromstring(writing.get(name).text).xpath("string(//h1)")


def test_a_search_is_kept_and_dropped(writing: TestClient) -> None:
    page = at("/en/search", words="البحيرة", order="latest")
    assert (
        post(writing, page, "/en/search/save", words="البحيرة", order="latest", name="The <lake>")
        == 200
    )
    front = html.fromstring(writing.get("/en/").text)
    [kept] = [a for a in front.xpath("//aside//a") if a.text_content() == "The <lake>"]
    assert writing.get(kept.get("href")).status_code == 200
    number = html.fromstring(writing.get(page).text).xpath("//input[@name='n']/@value")[0]
    assert post(writing, page, "/en/search/forget", n=number) == 200
    assert "The &lt;lake&gt;" not in writing.get("/en/").text


def test_a_correction_without_the_page_s_token_is_refused(writing: TestClient, own: Path) -> None:
    span = name_on(own, "الجانب الكيني")
    data = {"page": CALL, "at": span, "kind": "not_a_name"}
    assert writing.post("/ar/correct", data=data).status_code == 403
    assert writing.post("/ar/correct", data={**data, "_csrf_token": "x" * 128}).status_code == 403
    with RecordReader(own) as reader:
        assert not reader.corrections(undone=True)


@pytest.mark.parametrize(
    "data",
    [{}, {"page": CALL}, {"page": CALL, "at": "5-2", "kind": "not_a_name"},
     {"page": CALL, "at": "0-1", "kind": "drop table"}, {"page": CALL, "at": "x", "kind": "not_a_name"}],
)  # fmt: skip
def test_a_correction_that_cannot_be_read_is_refused(
    writing: TestClient, data: dict[str, str]
) -> None:
    assert post(writing, at("/ar/page", id=CALL), "/ar/correct", **data) == 400


def test_a_desk_that_only_reads_writes_nothing(desk: TestClient, record: Path) -> None:
    before = record.read_bytes()
    page = at("/ar/page", id=CALL)
    span = name_on(record, "الجانب الكيني")
    assert post(desk, page, "/ar/correct", page=CALL, at=span, kind="not_a_name") == 403
    assert post(desk, page, "/ar/merge", alias="nairobi", entity="kenya") == 403
    assert post(desk, page, "/ar/search/save", words="البحيرة") == 403
    assert not html.fromstring(desk.get(page).text).xpath("//div[@class='correct']")
    assert record.read_bytes() == before

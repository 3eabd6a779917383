from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import riwaya
from riwaya.engine import build as building
from riwaya.engine import joining, layers, work
from riwaya.engine.build import BuildReport, build
from riwaya.engine.layers import StepError
from riwaya.errors import RiwayaError
from riwaya.store.reader import RecordReader

BODY = (
    "أعلنت بلدية المدينة الساحلية اليوم أنها ستعيد فتح السوق القديم بعد ترميم دام سنتين كاملتين.\n\n"
    "وقال رئيس البلدية إن الترميم شمل {number} محلا تجاريا وعددا من الأزقة المحيطة بالميناء.\n"
)


def _write(folder: Path, *numbers: int) -> list[str]:
    folder.mkdir(exist_ok=True)
    out = []
    for number in numbers:
        path = folder / f"page{number}.txt"
        path.write_text(
            f"السوق القديم يعود بعد الترميم {number}\n\n{BODY.format(number=number)}", "utf-8"
        )
        out.append(str(path))
    return out


@pytest.fixture
def joined(monkeypatch: pytest.MonkeyPatch) -> list[set[int]]:
    """The numbers of the pages that each join took in."""
    calls: list[set[int]] = []
    real = joining._join

    def watched(writer: Any, due: Any, *rest: Any) -> None:
        calls.append(set(due.fresh))
        real(writer, due, *rest)

    monkeypatch.setattr(joining, "_join", watched)
    return calls


def _dump(path: Path) -> dict[str, Any]:
    with RecordReader(path) as reader:
        return {
            "pages": [riwaya.store.codec.msgspec.to_builtins(p) for p in reader.pages()],
            "record": riwaya.store.codec.msgspec.to_builtins(reader.record()),
        }


def test_pages_are_read_joined_and_stored(tmp_path: Path, joined: list[set[int]]) -> None:
    _write(tmp_path / "in", 1, 2, 3)
    report = build([str(tmp_path / "in")], tmp_path / "a.db")
    assert (report.added, report.joined, report.counts.stories) == (3, True, 1)
    assert joined == [{1, 2, 3}]
    assert {"read", "blocks", "digest", "copies", "stories", "store"} <= set(report.seconds)


def test_a_second_run_adds_only_what_is_new(tmp_path: Path, joined: list[set[int]]) -> None:
    _write(tmp_path / "in", 1, 2)
    build([str(tmp_path / "in")], tmp_path / "a.db")
    same = build([str(tmp_path / "in")], tmp_path / "a.db")
    assert (same.added, same.unchanged, same.joined) == (0, 2, False)
    _write(tmp_path / "in", 3)
    more = build([str(tmp_path / "in")], tmp_path / "a.db")
    assert (more.added, more.unchanged, more.joined) == (1, 2, True)
    assert joined == [{1, 2}, {3}]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_order_and_the_number_of_runs_play_no_part(
    tmp_path: Path, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = _write(tmp_path / "in", *range(1, 6))
    if jobs > 1:  # workers start where there is more than one chunk
        monkeypatch.setattr(building, "_CHUNK_ITEMS", 2)
    build(sources, tmp_path / "a.db", jobs=1)
    for source in reversed(sources):
        build([source], tmp_path / "b.db", jobs=1)
    build(sources[::-1], tmp_path / "c.db", jobs=jobs)
    assert _dump(tmp_path / "a.db") == _dump(tmp_path / "b.db") == _dump(tmp_path / "c.db")


def test_a_changed_file_keeps_both_texts(tmp_path: Path) -> None:
    (source,) = _write(tmp_path / "in", 1)
    build([source], tmp_path / "a.db")
    Path(source).write_text("عنوان جديد للصفحة\n\n" + BODY.format(number=99), "utf-8")
    report = build([source], tmp_path / "a.db")
    assert report.changed == (source,)
    with RecordReader(tmp_path / "a.db") as reader:
        first, second = reader.page_ids()
        assert reader.page(first).same_as == (second,)
        assert "99" in reader.page(second).text
    assert build([source], tmp_path / "a.db").added == 0


def test_a_failing_step_sets_its_page_aside_and_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = _write(tmp_path / "in", 1, 2)
    real = work.run_steps

    def failing(page: Any, *args: Any, **kwargs: Any) -> Any:
        if page.id == sources[0]:
            raise StepError("statements", IndexError("list index out of range"))
        return real(page, *args, **kwargs)

    monkeypatch.setattr(work, "run_steps", failing)
    report = build(sources, tmp_path / "a.db")
    (aside,) = report.set_aside
    assert report.added == 1
    assert (aside.id, aside.reason) == (sources[0], "step_failed")
    assert "'statements'" in aside.detail
    assert "IndexError" in aside.detail
    monkeypatch.setattr(work, "run_steps", real)
    assert build(sources, tmp_path / "a.db").added == 1
    with RecordReader(tmp_path / "a.db") as reader:
        assert reader.set_aside() == []


def test_a_worker_that_dies_sets_its_page_aside(tmp_path: Path) -> None:
    result = building._died_reading(work.Item("a.txt", b"x", "text", "a.txt"))
    assert isinstance(result.worked[0].result, riwaya.model.SetAside)
    assert "worker" in result.worked[0].result.detail


def test_stale_layers_are_made_again_from_the_stored_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = _write(tmp_path / "in", 1, 2)
    build(sources, tmp_path / "a.db")
    Path(sources[0]).unlink()
    newer = {**layers.layer_versions(), "contacts": "99:x"}
    monkeypatch.setattr(layers, "layer_versions", lambda: newer)
    monkeypatch.setattr(building, "layer_versions", lambda: newer)
    report = build([], tmp_path / "a.db")
    assert (report.refreshed, report.joined) == (2, True)
    assert "contacts" in report.seconds
    assert "blocks" not in report.seconds
    assert build([], tmp_path / "a.db").refreshed == 0


def test_an_interrupted_run_goes_on_where_it_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = _write(tmp_path / "in", *range(1, 41))

    def stop(stage: str, done: int) -> None:
        if stage == "reading pages":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(sources, tmp_path / "a.db", progress=stop)
    with RecordReader(tmp_path / "a.db") as reader:
        kept = reader.counts().pages
    assert 0 < kept < 40
    report = build(sources, tmp_path / "a.db")
    assert (report.unchanged, report.added) == (kept, 40 - kept)
    assert build(sources, tmp_path / "b.db").counts == report.counts
    assert _dump(tmp_path / "a.db") == _dump(tmp_path / "b.db")


def test_a_failing_join_keeps_the_pages_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: Any, **kwargs: Any) -> None:
        raise ZeroDivisionError("no")

    sources = _write(tmp_path / "in", 1)
    with monkeypatch.context() as patch:
        patch.setattr("riwaya.engine.joins.contacts.update_contacts", broken)
        with pytest.raises(RiwayaError, match="ZeroDivisionError") as error:
            build(sources, tmp_path / "a.db")
    assert error.value.code == "join_failed"
    with RecordReader(tmp_path / "a.db") as reader:
        assert (reader.unjoined(), reader.counts().stories) == (1, 0)
    assert build([], tmp_path / "a.db").joined


def test_records_of_one_id_and_two_texts_are_both_kept(tmp_path: Path) -> None:
    lines = [
        {"id": "7", "title": f"السوق القديم {n}", "text": BODY.format(number=n), "outlet": "صحيفة"}
        for n in (1, 2)
    ]
    source = tmp_path / "a.jsonl"
    source.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    report: BuildReport = build([str(source)], tmp_path / "a.db")
    assert report.counts.pages == 2
    with RecordReader(tmp_path / "a.db") as reader:
        assert reader.page_ids()[0] == "7"
        assert reader.resolve(f"{source}#2").startswith("7@")


def test_a_lone_surrogate_does_not_lose_its_page(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    text = BODY.format(number=3).replace("\n", "\\n")
    source.write_text('{"id": "x", "title": "خبر \\ud83d السوق", "text": "' + text + '"}', "utf-8")
    assert build([str(source)], tmp_path / "a.db").added == 1
    with RecordReader(tmp_path / "a.db") as reader:
        assert "\ufffd" in reader.page("x").text

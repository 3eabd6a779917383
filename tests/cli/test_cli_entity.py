"""``riwaya entity`` and ``--registry``: who somebody is, merges and splits that stick."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_run import Run, run_apart

from riwaya.names import use

PAGE = """بلدية النخيل تعلن موعد السوق

النخيل – وكالة الواحة
الثلاثاء {day} مارس 2024

قال رئيس البلدية {name} إن السوق سيفتح أبوابه يوم السبت المقبل بعد أعمال استمرت شهرين.

وأضاف {name} أن {count} متجرا ستعمل في السوق خلال الأسبوع الأول من الشهر.
"""


@pytest.fixture(autouse=True)
def no_registry_stays() -> Iterator[None]:
    yield
    use(None)


@pytest.fixture
def record(run: Run, tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    for number, name in enumerate(("رستم بيلوفان", "مراد كيلاشو")):
        text = PAGE.format(name=name, day=number + 5, count=30 + number)
        (tmp_path / "pages" / f"{number}.txt").write_text(text, "utf-8")
    assert run("build", tmp_path / "pages", "-o", tmp_path / "a.db", "-j", "1").code == 0
    return tmp_path / "a.db"


def people(run: Run, record: Path) -> set[str]:
    return {row["id"] for row in run("show", record, "person", "--json").lines()}


def test_merge_split_and_undo_stick_through_builds(run: Run, record: Path) -> None:
    before = people(run, record)
    one, other = sorted(p for p in before if "-" in p)[:2]
    assert run("entity", "merge", record, one, other).code == 0
    assert run("build", "-o", record).code == 0
    assert one not in people(run, record)
    assert run("build", "-o", record, "--again").code == 0
    assert one not in people(run, record)
    assert [(r["alias"], r["origin"]) for r in run("entity", "list", record, "--json").lines()] == [
        (one, "user")
    ]
    assert run("entity", "split", record, one).code == 0
    assert run("build", "-o", record).code == 0
    assert people(run, record) == before
    assert run("entity", "undo", record, one).code == 0
    assert run("entity", "list", record).code == 1


def test_an_id_that_nobody_has_is_told(run: Run, record: Path) -> None:
    outcome = run("entity", "merge", record, "nobody-at-all", "vladimir-putin")
    assert outcome.code == 1
    assert "nobody-at-all" in outcome.err


def test_who_shows_offices_with_their_dates(run: Run) -> None:
    out = run("entity", "who", "بوتين").out
    assert "vladimir-putin" in out
    assert "2012-05-07..  president  russia" in out
    assert run("entity", "who", "فلان بن علان").code == 1
    found = run("entity", "who", "angela-merkel", "--json").lines()
    assert {"office": "chancellor", "side": "germany", "from": "2005-11-22", "until": "2021-12-08", "about": False} in (
        found[0]["offices"]
    )  # fmt: skip


def test_workers_read_with_the_registry_given(tmp_path: Path, record: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[people.the-mayor]\nar = "رستم بيلوفان"\n', "utf-8")
    for number in range(40):  # more than one chunk: workers start
        text = PAGE.format(name="رستم بيلوفان", day=number % 20 + 1, count=number)
        (tmp_path / "pages" / f"more{number}.txt").write_text(text, "utf-8")
    done = run_apart(
        "build", tmp_path / "pages", "-o", record, "--registry", own, "-j", "2", "--json"
    )
    assert done.returncode == 0, done.stderr
    shown = run_apart("show", record, "person", "the-mayor")
    assert shown.returncode == 0, shown.stderr


def test_a_faulty_registry_is_one_line_and_code_2(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[people.x]\n", "utf-8")
    outcome = run("names", "قال الرجل", "--registry", own)
    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert "[bad_registry]" in outcome.err

"""Bad input, end to end: a clear line each, nothing lost, the run goes on."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest
from cli_run import ARTICLE, PROGRAM, Run, run_apart, write_articles

from riwaya.store.lock import builder_lock


def _record_line(number: int, **fields: object) -> str:
    record = {"id": f"r{number}", "title": f"افتتاح مستشفى {number}", "text": ARTICLE, **fields}
    return json.dumps(record, ensure_ascii=False)


def _make(folder: Path, kind: str) -> Path:
    """A bad source of each kind."""
    path = folder / f"{kind}.txt"
    if kind == "missing":
        return path
    if kind == "bad_record":
        path = folder / "cut.jsonl"
        path.write_text(_record_line(1) + "\n" + _record_line(2)[:200], "utf-8")
        return path
    if kind == "no_body":
        path = folder / "menu.html"
        links = "".join(f'<li><a href="/{n}">قسم {n}</a></li>' for n in range(9))
        path.write_text(f"<html><body><nav><ul>{links}</ul></nav></body></html>", "utf-8")
        return path
    contents = {
        "empty": b"",
        "binary": b"\x7fELF" + bytes(range(256)) * 40,
        "too_large": "كلمة ".encode() * 5_600_000,
        "not_arabic": b"The minister opened a new hospital in the city on Tuesday, officials said. "
        * 20,
    }
    path.write_bytes(contents[kind])
    return path


@pytest.mark.parametrize(
    "kind", ["missing", "empty", "binary", "too_large", "not_arabic", "no_body", "bad_record"]
)
def test_a_bad_source_is_set_aside_with_its_reason_and_the_run_goes_on(
    run: Run, tmp_path: Path, kind: str
) -> None:
    bad = _make(tmp_path, kind)
    good = write_articles(tmp_path / "good", 1)
    outcome = run("build", bad, good, "-o", tmp_path / "a.db", "-j", "1", "--json")
    assert outcome.code == 0
    (report,) = outcome.lines()
    (aside,) = report["set_aside"]
    assert aside["reason"] == kind
    assert bad.name in aside["id"] or aside["id"] == "r2"
    assert aside["detail"]
    assert report["added"] == (2 if kind == "bad_record" else 1)
    if kind == "not_arabic":
        assert aside["language"] == "en"
    listed = run("show", tmp_path / "a.db", "set-aside", "--json").lines()
    assert [row["reason"] for row in listed] == [kind]


def test_invalid_utf8_loses_no_page(run: Run, tmp_path: Path) -> None:
    data = ARTICLE.encode()
    middle = data.index("يضم".encode())
    (tmp_path / "a.txt").write_bytes(data[:middle] + b"\xff\xfe" + data[middle:])
    (line,) = run("read", "--json", tmp_path / "a.txt").lines()
    assert "نصف مليون نسمة" in line["text"]


def test_reading_bad_pages_prints_a_line_for_each(run: Run, tmp_path: Path) -> None:
    bad = [_make(tmp_path, kind) for kind in ("missing", "empty", "not_arabic")]
    outcome = run("read", "--json", *bad)
    assert outcome.code == 1
    lines = outcome.lines()
    assert [line["set_aside"]["reason"] for line in lines] == ["missing", "empty", "not_arabic"]
    assert [line["id"] for line in lines] == [str(path) for path in bad]
    assert len(outcome.err.strip().split("\n")) == 3


def test_nothing_usable_is_code_1(run: Run, tmp_path: Path) -> None:
    outcome = run("build", tmp_path / "none", "-o", tmp_path / "a.db", "-j", "1")
    assert outcome.code == 1
    assert "none" in outcome.out


@pytest.mark.parametrize("command", ["build", "show", "search", "export", "report"])
def test_a_database_of_another_program_is_not_touched(
    run: Run, tmp_path: Path, command: str
) -> None:
    path = tmp_path / "theirs.db"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE theirs (x)")
    db.commit()
    db.close()
    before = path.read_bytes()
    args: dict[str, list[str | Path]] = {
        "build": [write_articles(tmp_path / "pages", 1), "-o", path],
        "show": [path],
        "search": [path, "كلمة"],
        "export": [path],
        "report": [path, "-o", tmp_path / "report"],
    }
    outcome = run(command, *args[command])
    assert outcome.code == 3
    assert "another program" in outcome.err
    assert path.read_bytes() == before


def test_a_record_that_is_not_there_says_how_to_build_one(run: Run, tmp_path: Path) -> None:
    outcome = run("show", tmp_path / "none.db")
    assert outcome.code == 3
    assert "riwaya build" in outcome.err


def test_two_builds_at_once_the_second_names_the_first(run: Run, tmp_path: Path) -> None:
    pages = write_articles(tmp_path / "pages", 1)
    with builder_lock(tmp_path / "a.db"):
        done = run_apart("build", pages, "-o", tmp_path / "a.db")
    assert done.returncode == 3
    assert f"process {os.getpid()}" in done.stderr
    assert "since" in done.stderr
    assert run("build", pages, "-o", tmp_path / "a.db", "-j", "1").code == 0


def _small_files_only() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (560_000, 560_000))


def test_a_full_disk_is_code_4_and_the_file_is_whole(run: Run, tmp_path: Path) -> None:
    pages = write_articles(tmp_path / "pages", 40)
    done = run_apart(
        "build", pages, "-o", tmp_path / "a.db", "-j", "1", preexec_fn=_small_files_only
    )
    assert done.returncode == 4, done.stderr
    assert "[write_failed]" in done.stderr
    assert len(done.stderr.strip().split("\n")) == 1
    db = sqlite3.connect(tmp_path / "a.db")
    assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    db.close()
    (report,) = run("build", pages, "-o", tmp_path / "a.db", "-j", "1", "--json").lines()
    assert report["counts"]["pages"] == 40
    assert report["unchanged"] > 0


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)]
)
def test_a_stopped_build_goes_on(run: Run, tmp_path: Path, number: int, code: int) -> None:
    pages = write_articles(tmp_path / "pages", 400)
    record = tmp_path / "a.db"
    jobs = "2" if number == signal.SIGINT else "1"  # one with workers is enough: they start slowly
    args = [*PROGRAM, "build", str(pages), "-o", str(record), "-j", jobs]
    with subprocess.Popen(
        args, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as build:
        _wait_for_pages(record, build)
        build.send_signal(number)
        _, err = build.communicate(timeout=60)
    assert build.returncode == code
    if number != signal.SIGKILL:
        assert "what was done so far is kept" in err
    db = sqlite3.connect(record)
    assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    kept = db.execute("SELECT COUNT(*) FROM pages").fetchone()[0]
    db.close()
    assert 0 < kept < 400
    assert f"{kept} pages not joined yet" in run("show", record).out
    (report,) = run("build", f"{pages}/page00*.txt", "-o", record, "-j", "1", "--json").lines()
    assert report["counts"]["pages"] >= kept
    assert report["unchanged"] > 0


def _wait_for_pages(record: Path, build: subprocess.Popen[str]) -> None:
    while build.poll() is None:
        time.sleep(0.05)
        with contextlib.suppress(sqlite3.Error):
            db = sqlite3.connect(f"file:{record}?mode=ro", uri=True)
            try:
                if db.execute("SELECT COUNT(*) FROM pages").fetchone()[0]:
                    return
            finally:
                db.close()
    raise AssertionError(f"it ended by itself: {build.stderr and build.stderr.read()}")


def test_a_reader_that_has_enough_hears_nothing(tmp_path: Path) -> None:
    pages = write_articles(tmp_path / "pages", 30)
    program = subprocess.Popen(
        [*PROGRAM, "read", "--json", str(pages)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stdout
    assert program.stdout.readline()
    program.stdout.close()
    assert program.stderr
    err = program.stderr.read()
    program.stderr.close()
    assert program.wait(timeout=30) == 141
    assert err == ""


def test_standard_input_is_a_source(tmp_path: Path) -> None:
    done = run_apart("read", "--json", "-", input=ARTICLE)
    assert json.loads(done.stdout)["id"] == "-"

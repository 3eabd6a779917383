from __future__ import annotations

import json
import multiprocessing
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from riwaya.errors import RiwayaError
from riwaya.store.file import check_ours, open_to_read, open_to_write
from riwaya.store.lock import builder_lock
from riwaya.store.schema import APPLICATION_ID, SCHEMA_VERSION


def test_a_new_record_says_whose_it_is_and_of_which_version(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_to_write(path).close()
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION
    assert db.execute("SELECT value FROM meta WHERE key = 'folding_version'").fetchone()
    db.close()


def test_every_table_is_strict(tmp_path: Path) -> None:
    db = open_to_write(tmp_path / "a.db")
    rows = db.execute(
        "SELECT name, strict, type FROM pragma_table_list WHERE schema = 'main'"
    ).fetchall()
    loose = [
        n for n, strict, kind in rows if kind == "table" and not strict and n != "sqlite_schema"
    ]
    assert loose == []
    db.close()


def test_the_header_is_ours_before_the_log_is_folded_in(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    db = open_to_write(path)
    assert check_ours(path)  # another process looks while the builder is at work
    db.close()


@pytest.mark.parametrize("content", [b"not a database at all", b"\x00" * 5000])
def test_a_file_that_is_no_database_is_named_and_not_touched(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    with pytest.raises(RiwayaError, match="not a riwaya record") as error:
        open_to_write(path)
    assert error.value.code == "not_a_record"
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_named_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE theirs (x)")
    db.commit()
    db.close()
    before = path.read_bytes()
    for opened in (open_to_write, open_to_read):
        with pytest.raises(RiwayaError, match="another program"):
            opened(path)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.db"]


def test_a_record_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    db = open_to_write(path)
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    db.close()
    for opened in (open_to_write, open_to_read):
        with pytest.raises(RiwayaError) as error:
            opened(path)
        assert error.value.code == "newer_record"


def test_reading_where_there_is_nothing_says_how_to_build(tmp_path: Path) -> None:
    with pytest.raises(RiwayaError, match="riwaya build") as error:
        open_to_read(tmp_path / "none.db")
    assert error.value.code == "no_record"
    assert not (tmp_path / "none.db").exists()


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(RiwayaError, match="folder"):
        check_ours(tmp_path)


def _try_lock(path: Path, queue: multiprocessing.Queue[str]) -> None:
    try:
        with builder_lock(path):
            queue.put("got it")
    except RiwayaError as error:
        queue.put(str(error))


def test_a_second_builder_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    context = multiprocessing.get_context("spawn")
    queue: multiprocessing.Queue[str] = context.Queue()
    with builder_lock(path):
        other = context.Process(target=_try_lock, args=(path, queue))
        other.start()
        said = queue.get(timeout=20)
        other.join()
    assert f"process {os.getpid()}" in said
    assert "since" in said
    assert not (tmp_path / "a.db-lock").exists()


def test_a_lock_dies_with_its_holder(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    code = (
        "import os, sys, pathlib; from riwaya.store.lock import builder_lock\n"
        "with builder_lock(pathlib.Path(sys.argv[1])): os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == 9
    lock = tmp_path / "a.db-lock"
    assert json.loads(lock.read_text("utf-8"))["pid"] != os.getpid()
    with builder_lock(path):
        assert json.loads(lock.read_text("utf-8"))["pid"] == os.getpid()


def test_a_lock_that_cannot_be_made_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(RiwayaError) as error, builder_lock(tmp_path / "no" / "such" / "a.db"):
        pass
    assert error.value.code == "output_failed"


def test_every_table_is_in_the_documentation(tmp_path: Path) -> None:
    docs = (Path(__file__).parents[2] / "docs" / "record-file.md").read_text("utf-8")
    db = open_to_write(tmp_path / "a.db")
    names = [n for (n,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    db.close()
    tables = [n for n in names if not n.startswith(("sqlite_", "search_"))]
    assert len(tables) > 20
    assert [name for name in tables if f"`{name}`" not in docs] == []

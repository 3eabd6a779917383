from __future__ import annotations

import string
from pathlib import Path

import pytest
from cli_run import Run

from riwaya.cli import exits
from riwaya.errors import ERRORS, RiwayaError


@pytest.mark.parametrize("code", ERRORS)
def test_every_error_says_what_happened_where_and_what_to_do(code: str) -> None:
    names = {
        name
        for part in ERRORS[code]
        for _, name, _, _ in string.Formatter().parse(part)
        if name and name != "where"
    }
    error = RiwayaError(code, "a.db", **dict.fromkeys(names, "x"))
    assert str(error).startswith("a.db: ")
    assert error.what
    assert error.todo
    assert "\n" not in str(error)


def test_every_error_has_an_exit_code() -> None:
    assert exits.BY_ERROR.keys() == ERRORS.keys()
    assert {0, 1} & set(exits.BY_ERROR.values()) == {exits.NOTHING}


def test_a_fault_of_ours_is_one_line_and_code_70(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("what")

    monkeypatch.setattr("riwaya.engine.build.build", broken)
    outcome = run("build", tmp_path, "-o", tmp_path / "a.db")
    assert outcome.code == exits.INTERNAL
    assert outcome.err == (
        "riwaya: a fault of riwaya: ZeroDivisionError: what; please report it (-v shows where) [internal]\n"
    )


def test_a_step_that_fails_while_reading_costs_its_page(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(item: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("riwaya.engine.work.read_item", broken)
    (tmp_path / "a.txt").write_text("خبر قصير", "utf-8")
    outcome = run("read", "--json", tmp_path / "a.txt")
    assert outcome.code == exits.NOTHING
    assert outcome.lines()[0]["set_aside"]["reason"] == "step_failed"
    assert "'read'" in outcome.err

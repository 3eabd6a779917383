from __future__ import annotations

from pathlib import Path

import pytest
from cli_run import Run, runner, write_articles


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    return runner(monkeypatch, capfd)


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of three pages, for commands that only read."""
    from riwaya.engine.build import build

    folder = tmp_path_factory.mktemp("record")
    build([str(write_articles(folder / "pages", 3))], folder / "a.db")
    return folder / "a.db"

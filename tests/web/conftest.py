"""A desk over the example record, asked through the app's own test client."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient

from riwaya.engine.build import build
from riwaya.web.app import create_app
from riwaya.web.settings import LOOPBACK_NAMES, Settings

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the bundled pages. Tests must not write to it."""
    path = tmp_path_factory.mktemp("web") / "examples.db"
    with contextlib.chdir(ROOT):
        build(["examples/pages"], path)
    return path


@pytest.fixture(scope="session")
def desk(record: Path) -> Iterator[TestClient]:  # type: ignore[type-arg]
    """A client of a desk that only reads."""
    app = create_app(Settings(record=record, read_only=True, hosts=LOOPBACK_NAMES))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client

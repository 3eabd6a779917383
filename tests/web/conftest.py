"""A desk over the example record, asked through the app's own test client."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient

from riwaya.engine.build import build
from riwaya.web.app import create_app
from riwaya.web.settings import LOOPBACK_NAMES, Settings

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the bundled pages. Tests must not write to it."""
    path = tmp_path_factory.mktemp("web") / "examples.db"
    build([str(EXAMPLES)], path)
    return path


@pytest.fixture(scope="session")
def desk(record: Path) -> Iterator[TestClient]:  # type: ignore[type-arg]
    """A client of a desk that only reads."""
    app = create_app(Settings(record=record, read_only=True, hosts=LOOPBACK_NAMES))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client

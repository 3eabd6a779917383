"""Schemathesis on the document: whatever is asked, nothing breaks inside. On the loopback, bounded."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import schemathesis
import uvicorn
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from riwaya.web.api.document import document
from riwaya.web.app import create_app
from riwaya.web.settings import Settings

# What the libraries below the fuzzer do is not ours to mend.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance,
    response_schema_conformance,
]  # fmt: skip


@pytest.fixture(scope="module")
def address(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk that may write, over a record of its own, on this machine alone."""
    path = tmp_path_factory.mktemp("fuzzed") / "own.db"
    shutil.copy(record, path)
    app = create_app(Settings(record=path))
    config = uvicorn.Config(app, port=0, log_level="critical", ws="none", lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def fuzzed(address: str) -> Any:
    return schemathesis.openapi.from_url(f"{address}/api/v1/openapi.json")


OPERATIONS = [(path, method) for path, methods in document()["paths"].items() for method in methods]


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_nothing_that_is_asked_breaks_it(
    fuzzed: Any, address: str, path: str, method: str, mode: GenerationMode
) -> None:
    @settings(
        max_examples=8, deadline=None, derandomize=True, database=None,
        phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=fuzzed[path][method].as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:
        case.call_and_validate(base_url=address, checks=CHECKS)

    with suppress(Unsatisfiable):  # nothing wrong can be asked where there is nothing to ask
        ask()

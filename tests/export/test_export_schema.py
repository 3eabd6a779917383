"""Real output, validated against the JSON Schema that the model gives."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from riwaya.engine.build import build
from riwaya.engine.single import analyse_all
from riwaya.export.as_json import json_lines, json_object
from riwaya.export.lines import set_aside_line
from riwaya.export.parts import PARTS
from riwaya.export.schema import output_schema
from riwaya.model import SetAside
from riwaya.store.reader import RecordReader

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"
SCHEMA = output_schema()


def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RecordReader]:
    path = tmp_path_factory.mktemp("export") / "a.db"
    build([str(EXAMPLES)], path)
    with RecordReader(path) as opened:
        yield opened


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_line_of_read_is_valid() -> None:
    line = _validator("Line")
    count = 0
    for found in analyse_all([str(EXAMPLES), "nowhere"]):
        shown = set_aside_line(found) if isinstance(found, SetAside) else found
        line.validate(json.loads(msgspec.json.encode(shown)))
        count += 1
    assert count > 10


def test_a_whole_export_is_valid(reader: RecordReader) -> None:
    whole: dict[str, Any] = json.loads(b"".join(json_object(reader, list(PARTS))))
    _validator("Corpus").validate(whole)
    assert whole["pages"]
    assert whole["stories"]
    assert whole["copies"]


def test_json_lines_hold_the_same_things(reader: RecordReader) -> None:
    whole = json.loads(b"".join(json_object(reader, list(PARTS))))
    lines = [json.loads(line) for line in b"".join(json_lines(reader, list(PARTS))).splitlines()]
    assert len(lines) == sum(map(len, whole.values()))
    pages = [line for line in lines if line.pop("record") == "page"]
    assert pages == whole["pages"]


@pytest.mark.parametrize(
    "broken",
    [
        {"id": "a"},
        {"id": "a", "set_aside": {}},
        {"id": "a", "text": 3},
        {"pages": [{"id": "a"}]},
    ],
)
def test_what_is_not_our_output_is_not_valid(broken: dict[str, Any]) -> None:
    assert not Draft202012Validator(SCHEMA).is_valid(broken)


def test_every_span_of_the_export_lies_in_its_page(reader: RecordReader) -> None:
    lengths = {page.id: len(page.text) for page in reader.pages()}

    def check(value: Any) -> None:
        if isinstance(value, dict):
            if {"page", "start", "end"} <= value.keys():
                assert 0 <= value["start"] < value["end"] <= lengths[value["page"]]
            for inner in value.values():
                check(inner)
        elif isinstance(value, list):
            for inner in value:
                check(inner)

    check(json.loads(b"".join(json_object(reader, [p for p in PARTS if p != "pages"]))))


def test_the_schema_in_the_docs_is_the_one_that_the_model_gives() -> None:
    path = Path(__file__).parents[2] / "docs" / "output-schema.json"
    assert json.loads(path.read_text("utf-8")) == SCHEMA, (
        "run: python -m riwaya.export.schema > docs/output-schema.json"
    )

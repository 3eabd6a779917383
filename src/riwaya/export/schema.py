"""The JSON Schema of the output, made from the model (docs/output-schema.json).

python -m riwaya.export.schema > docs/output-schema.json
"""

from __future__ import annotations

import json
import sys
from inspect import cleandoc
from typing import Any, cast

import msgspec

from riwaya.export.lines import SetAsideLine
from riwaya.model import Analysed, Claim, Copy, Dispute, MergedContact, Story

_TEMPLATE = "#/$defs/{name}"


def output_schema() -> dict[str, Any]:
    """JSON Schema 2020-12: ``$defs/Line`` is a line of ``riwaya read --json``, ``$defs/Corpus`` what
    ``riwaya export --format json`` prints; the document itself admits either.
    """
    parts = {
        "pages": Analysed, "stories": Story, "copies": Copy, "contacts": MergedContact,
        "disputes": Dispute, "claims": Claim,
    }  # fmt: skip
    _, definitions = msgspec.json.schema_components(
        [*parts.values(), SetAsideLine], ref_template=_TEMPLATE
    )
    definitions["Line"] = {"anyOf": [_ref("Analysed"), _ref("SetAsideLine")]}
    definitions["Corpus"] = {
        "type": "object",
        "properties": {
            name: {"type": "array", "items": _ref(shape.__name__)} for name, shape in parts.items()
        },
        "additionalProperties": False,
        "minProperties": 1,
    }
    for definition in definitions.values():
        if "description" in definition:  # docstrings: msgspec before 0.23 leaves their indents
            definition["description"] = cleandoc(definition["description"])
    for name in ("Analysed", "SetAsideLine"):
        # A line always has every key, given or null; the model's defaults are for reading it back.
        definitions[name]["required"] = list(definitions[name]["properties"])
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "riwaya output",
        "anyOf": [_ref("Line"), _ref("Corpus")],
        "$defs": dict(sorted(definitions.items())),
    }
    return cast("dict[str, Any]", json.loads(json.dumps(schema)))  # tuples as lists: as printed


def _ref(name: str) -> dict[str, str]:
    return {"$ref": _TEMPLATE.format(name=name)}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(output_schema(), ensure_ascii=False, indent=1) + "\n")

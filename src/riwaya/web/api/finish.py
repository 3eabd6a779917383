"""What the generated document lacks: names, headers, problem details, who may ask, and examples."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any, cast

import msgspec

from riwaya import model
from riwaya.store import corrected, shapes
from riwaya.web import shapes as desk
from riwaya.web.api import PREFIX, examples, things, writes
from riwaya.web.api.problems import MEDIA_TYPE, Problem

Node = dict[str, Any]
_LISTED = re.compile(r"Listed_(?:\w+\.)*(\w+)_")
_ETAG = {
    "description": "Send it back as `If-None-Match`.",
    "schema": {"type": "string"},
    "example": '"6c1f…"',
}
_LINK = {
    "description": 'RFC 8288: `rel="first"`, and `rel="next"` while there is more.',
    "schema": {"type": "string"},
}
_TAGS = {
    "lists": "Lists, each with its filters",
    "things": "Single things, by their ids",
    "search": "Words in any spelling",
    "user": "What the user writes",
}


def finished(document: Node) -> Node:
    """The document as it is served."""
    plain = msgspec.json.encode(document).decode("utf-8")
    made: Node = msgspec.json.decode(_LISTED.sub(r"Listed\1", plain))
    components = made.setdefault("components", {})
    components["schemas"]["Problem"] = _schema(Problem)
    _describe(components["schemas"])
    components["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer", "description": "Where the desk has a token."}
    }
    made["security"] = [{}, {"token": []}]
    made["tags"] = [{"name": name, "description": text} for name, text in _TAGS.items()]
    shown = examples.answers()
    for path, method, operation in _operations(made):
        _summary(operation)
        operation["tags"] = [_tag(path, method)]
        operation["responses"] = _responses(
            operation["responses"], method, shown.get(path.removeprefix(PREFIX + "/"))
        )
    body = made["paths"][f"{PREFIX}/corrections"]["post"]["requestBody"]["content"]
    body["application/json"]["example"] = examples.CORRECTION
    return made


def _operations(document: Node) -> Iterator[tuple[str, str, Node]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def _schema(shape: type[Any]) -> Node:
    (_,), parts = msgspec.json.schema_components(
        [shape], ref_template="#/components/schemas/{name}"
    )
    return cast("Node", parts[shape.__name__])


def _describe(schemas: Node) -> None:
    """What the model says of each shape."""
    for room in (model, shapes, corrected, desk, things, writes):
        for name, shape in inspect.getmembers(room, inspect.isclass):
            if name in schemas and issubclass(shape, msgspec.Struct) and shape.__doc__:
                schemas[name]["description"] = inspect.getdoc(shape)


def _summary(operation: Node) -> None:
    """The first line of a handler's docstring is its summary, the rest its description."""
    head, _, rest = str(operation.get("description", "")).partition("\n")
    operation["summary"] = head.rstrip(".")
    operation["description"] = " ".join(rest.split()) or head


def _tag(path: str, method: str) -> str:
    name = path.removeprefix(PREFIX).strip("/")
    if name.startswith("search/") or name == "search":
        return "search"
    if method != "get" or name in ("corrections", "aliases", "searches"):
        return "user"
    return "lists" if name in examples.answers() or name == "speakers" else "things"


def _responses(found: Node, method: str, example: Node | None) -> Node:
    """The good answers with their headers and an example; every other is a problem."""
    good = {status: answer for status, answer in found.items() if status.startswith("2")}
    for answer in good.values():
        if method == "get":
            answer["headers"] = {"etag": _ETAG}
        content = answer.get("content", {}).get("application/json")
        if content and example:
            content["example"] = example
            answer["headers"]["link"] = _LINK
    if method == "get":
        good["304"] = {"description": "What the client has is still so (`If-None-Match`)."}
    problem = {
        "description": "What went wrong (RFC 9457)",
        "content": {
            MEDIA_TYPE: {
                "schema": {"$ref": "#/components/schemas/Problem"},
                "example": examples.PROBLEM,
            }
        },
    }
    return {**good, "4XX": problem, "5XX": problem}

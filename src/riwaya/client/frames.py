"""Rows as columns, for data frames: what each shape is as a flat row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from riwaya.errors import RiwayaError
from riwaya.export.tables import Kind, shown
from riwaya.model import Claim, Copy, Dispute, Field, MergedContact
from riwaya.store.record import leading
from riwaya.store.shapes import Hit, PageRow

Flat = Callable[[Any], tuple[object, ...]]
Columns = dict[str, Kind]

_KINDS: dict[object, Kind] = {
    str: "text", str | None: "text", int: "int", float: "real", bool: "flag",
    tuple[str, ...]: "texts",
}  # fmt: skip


def columns_of(shape: type[Any]) -> tuple[Columns, Flat]:
    """The columns of a shape, and what makes a row of them; fields of its own are columns as they are."""
    if shape in _FLAT:
        return _FLAT[shape]
    columns: Columns = {}
    for field in msgspec.structs.fields(shape):
        columns[field.name] = _KINDS.get(field.type, "text")
    return columns, lambda row: tuple(getattr(row, name) for name in columns)


def _values(field: Field | None) -> tuple[str, ...]:
    return tuple(shown(value.value) for value in field.values) if field else ()


def _contact(c: MergedContact) -> tuple[object, ...]:
    fields = [value for name in c.__struct_fields__ if isinstance(value := getattr(c, name), Field)]
    return (
        c.id, c.story, leading(c.kind), leading(c.status), _values(c.parties), leading(c.initiator),
        leading(c.start), leading(c.scheduled_start), leading(c.duration), leading(c.place),
        _values(c.agenda), len(c.pages), any(f.status == "disputed" for f in fields),
        max((v.independent for f in fields for v in f.values), default=0),
    )  # fmt: skip


def _dispute(d: Dispute) -> tuple[object, ...]:
    pages = tuple(sorted({span.page for value in d.values for span in value.evidence}))
    return d.kind, d.field, d.story, tuple(v.value for v in d.values), pages, d.message


def _claim(c: Claim) -> tuple[object, ...]:
    pages = tuple(sorted({w.page for w in c.wordings}))
    return c.id, pages, len(c.wordings), c.origins, c.independent, c.independent_max


def _copy(c: Copy) -> tuple[object, ...]:
    return (
        c.a.page, c.a.start, c.a.end, c.b.page, c.b.start, c.b.end, c.verbatim, c.similarity,
        c.earlier, c.kind,
    )  # fmt: skip


def _hit(h: Hit) -> tuple[object, ...]:
    p: PageRow = h.page
    return p.id, p.title, p.outlet, p.published, p.story, len(h.spans), h.snippet


_FLAT: dict[type[Any], tuple[Columns, Flat]] = {
    MergedContact: (
        {
            "id": "text", "story": "text", "kind": "text", "status": "text", "parties": "texts",
            "initiator": "text", "start": "text", "scheduled_start": "text", "duration": "text",
            "place": "text", "agenda": "texts", "pages": "int", "disputed": "flag",
            "independent": "int",
        },
        _contact,
    ),
    Dispute: (
        {
            "kind": "text", "field": "text", "story": "text", "values": "texts", "pages": "texts",
            "message": "text",
        },
        _dispute,
    ),
    Claim: (
        {
            "id": "text", "pages": "texts", "wordings": "int", "origins": "texts",
            "independent": "int", "independent_max": "int",
        },
        _claim,
    ),
    Copy: (
        {
            "a": "text", "a_start": "int", "a_end": "int", "b": "text", "b_start": "int",
            "b_end": "int", "verbatim": "flag", "similarity": "real", "earlier": "text",
            "kind": "text",
        },
        _copy,
    ),
    Hit: (
        {
            "page": "text", "title": "text", "outlet": "text", "published": "text",
            "story": "text", "matches": "int", "snippet": "text",
        },
        _hit,
    ),
}  # fmt: skip


def _series(rows: Iterable[Any], shape: type[Any]) -> tuple[Columns, list[list[object]]]:
    columns, flat = columns_of(shape)
    made: list[list[object]] = [[] for _ in columns]
    for row in rows:
        for column, value in zip(made, flat(row), strict=True):
            column.append(list(value) if isinstance(value, tuple) else value)
    return columns, made


def polars_frame(rows: Iterable[Any], shape: type[Any]) -> Any:
    """A ``polars.DataFrame``; error ``missing_part`` without polars."""
    try:
        import polars
    except ModuleNotFoundError as error:
        raise _missing("polars") from error
    types: dict[Kind, Any] = {
        "text": polars.String, "int": polars.Int64, "real": polars.Float64,
        "flag": polars.Boolean, "texts": polars.List(polars.String),
    }  # fmt: skip
    columns, made = _series(rows, shape)
    return polars.DataFrame(
        dict(zip(columns, made, strict=True)),
        schema={name: types[kind] for name, kind in columns.items()},
    )


def pandas_frame(rows: Iterable[Any], shape: type[Any]) -> Any:
    """A ``pandas.DataFrame``; error ``missing_part`` without pandas. Lists stay lists."""
    try:
        import pandas
    except ModuleNotFoundError as error:
        raise _missing("pandas") from error
    types: dict[Kind, Any] = {
        "text": "string", "int": "int64", "real": "float64", "flag": "bool", "texts": "object",
    }  # fmt: skip
    columns, made = _series(rows, shape)
    return pandas.DataFrame(
        {
            name: pandas.Series(values, dtype=types[kind])
            for (name, kind), values in zip(columns.items(), made, strict=True)
        }
    )


def _missing(what: str) -> RiwayaError:
    return RiwayaError("missing_part", what=what, todo=f"pip install 'riwaya[{what}]'")

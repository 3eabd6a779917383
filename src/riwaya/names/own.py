"""The user's own registry: a TOML file of people, bodies, outlets and places beside the one that ships.

One file a process: given to :func:`use`, or named by the environment variable ``RIWAYA_REGISTRY``,
which worker processes inherit.  docs/names.md tells the format.
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from riwaya.errors import RiwayaError
from riwaya.model import MentionType
from riwaya.names.entities import Entity, EntityKind, Form, Tenure

VARIABLE = "RIWAYA_REGISTRY"

_GROUPS: dict[str, tuple[EntityKind, MentionType]] = {
    "people": ("person", "PER"), "bodies": ("body", "ORG"), "agencies": ("agency", "ORG"),
    "outlets": ("outlet", "ORG"), "places": ("place", "GPE"),
}  # fmt: skip
_FIELDS = {"name", "ar", "short", "side", "type", "wikidata", "office"}
_OFFICE_FIELDS = {"office", "side", "from", "until"}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_PLACES = ("GPE", "LOC", "FAC")


@dataclass(frozen=True, slots=True)
class OwnTables:
    """What a user's file adds: entities with their forms, offices held, and the file's bytes."""

    entries: tuple[tuple[Entity, list[Form]], ...] = ()
    tenures: tuple[Tenure, ...] = ()
    data: bytes = b""


def use(path: str | os.PathLike[str] | None) -> None:
    """Have this process, and the workers it starts, read the registry at ``path``; None: none.

    Raises :class:`~riwaya.errors.RiwayaError` ``bad_registry`` with the entry and what is wrong.
    Tables loaded before are dropped, so that the next text is read with it.
    """
    before = os.environ.pop(VARIABLE, None)
    if path is not None:
        os.environ[VARIABLE] = str(Path(path).resolve())
    if before != os.environ.get(VARIABLE):
        _forget()
    from riwaya.names.registry import registry

    try:
        registry()
    except RiwayaError:
        os.environ.pop(VARIABLE, None)
        _forget()
        raise


def _forget() -> None:
    """Drop whatever modules of ours remember: all of it may have been made from the tables."""
    for name, module in list(sys.modules.items()):
        if name.startswith("riwaya."):
            for value in list(vars(module).values()):
                if callable(clear := getattr(value, "cache_clear", None)):
                    clear()


@cache
def own_tables() -> OwnTables:
    """The user's tables; empty where no file is named."""
    path = os.environ.get(VARIABLE)
    return read_own(Path(path)) if path else OwnTables()


def read_own(path: Path) -> OwnTables:
    """Read and check a user's file. ``bad_registry`` names the entry and what is wrong with it."""
    try:
        data = path.read_bytes()
        tables = tomllib.loads(data.decode("utf-8"))
    except OSError as error:
        raise _bad(path, error.strerror or str(error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _bad(path, str(error)) from error
    entries: list[tuple[Entity, list[Form]]] = []
    tenures: list[Tenure] = []
    for group, rows in tables.items():
        if group not in _GROUPS or not isinstance(rows, dict):
            raise _bad(path, f"[{group}] is none of {', '.join(_GROUPS)}")
        for key, row in rows.items():
            try:
                entries.append(_entry(group, key, row))
                tenures += _tenures(key, row)
            except ValueError as error:
                raise _bad(path, f"{group}.{key}: {error}") from error
    return OwnTables(tuple(entries), tuple(tenures), data)


def check_sides(path: str, tables: OwnTables, known: Mapping[str, Entity]) -> None:
    """``bad_registry`` where an entry stands for a side that neither the tables nor the file has."""
    sides = [(e.id, e.side) for e, _ in tables.entries]
    sides += [(t.person, t.side) for t in tables.tenures]
    for key, side in sides:
        if side and side not in known:
            raise _bad(Path(path), f"{key}: side {side!r} is no id of the registry or of this file")


def _bad(path: Path, why: str) -> RiwayaError:
    return RiwayaError("bad_registry", str(path), why=why)


def _entry(group: str, key: str, row: Any) -> tuple[Entity, list[Form]]:
    if not isinstance(row, dict):
        raise ValueError("should be a table of fields")
    if not _ID.fullmatch(key):
        raise ValueError("an id is lower-case letters and digits with hyphens between")
    if unknown := sorted(row.keys() - _FIELDS):
        raise ValueError(f"{unknown[0]!r} is none of {', '.join(sorted(_FIELDS))}")
    kind, type_ = _GROUPS[group]
    written = _texts(row, "ar")
    if not written:
        raise ValueError("'ar' lacks: how it is written in Arabic")
    if "type" in row:
        if kind != "place" or row["type"] not in _PLACES:
            raise ValueError("'type' is for places: GPE, LOC or FAC")
        type_ = cast("MentionType", row["type"])
    wikidata = row.get("wikidata")
    if wikidata is not None and not _WIKIDATA.fullmatch(str(wikidata)):
        raise ValueError(f"'wikidata' {wikidata!r} is no item such as Q42")
    side = row.get("side")
    name = row.get("name", key.replace("-", " ").title())
    if not isinstance(name, str) or not isinstance(side, str | None):
        raise ValueError("'name' and 'side' are each one text")
    forms = [Form(key, form) for form in written]
    short = _texts(row, "short")
    if kind == "person":
        forms += [Form(key, form, short=True) for form in short or _surnames(written)]
    elif short:
        raise ValueError("'short' is for people: surnames; give further names in 'ar'")
    ar = tuple(dict.fromkeys(form.text for form in forms))
    return Entity(key, type_, kind, ar, (name,), side, wikidata=wikidata), forms


def _surnames(written: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w.split()[-1] for w in written if " " in w))


def _texts(row: Mapping[str, Any], field: str) -> tuple[str, ...]:
    value = row.get(field, [])
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(t, str) and t.strip() for t in texts):
        raise ValueError(f"{field!r} is a text or a list of texts")
    return tuple(t.strip() for t in texts)


def _tenures(key: str, row: Mapping[str, Any]) -> Iterator[Tenure]:
    offices = row.get("office", [])
    if not isinstance(offices, list) or not all(isinstance(o, dict) for o in offices):
        raise ValueError("offices are tables: [[people.ID.office]]")
    for office in offices:
        if unknown := sorted(office.keys() - _OFFICE_FIELDS):
            raise ValueError(f"office: {unknown[0]!r} is none of {', '.join(_OFFICE_FIELDS)}")
        name, side = office.get("office"), office.get("side", row.get("side"))
        if name not in known_offices():
            raise ValueError(f"office {name!r} is not known; docs/names.md lists them")
        if not isinstance(side, str):
            raise ValueError(f"office {name!r}: 'side' lacks: the state or body whose office it is")
        dates = [str(office[k]) if k in office else None for k in ("from", "until")]
        if any(day is not None and not _DAY.fullmatch(day) for day in dates):
            raise ValueError(f"office {name!r}: dates are days such as 2024-05-31")
        start, end = dates
        if end is not None and (start is None or end <= start):
            raise ValueError(f"office {name!r}: 'until' is not after 'from'")
        yield Tenure(side, name, key, start, end)


@cache
def known_offices() -> frozenset[str]:
    """The offices that titles.toml has words for, and those that our own table uses."""
    from riwaya.names.load import table, tenures

    titles = table("titles")
    said = {office for group in ("heads", "ministers", "officials") for office in titles[group]}
    said |= {key.rpartition(":")[2] for key in titles["bodies_of"]}
    return frozenset(said | {tenure.office for tenure in tenures()})

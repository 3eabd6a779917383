"""Reading the registry's data files into entities, forms and tenures."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any, cast

from riwaya.model import MentionType
from riwaya.names.entities import Entity, EntityKind, Form, Tenure, slug

_DATA = files("riwaya") / "data" / "names"
_PEOPLE = ("people", "people_arab", "people_world")
_OFFICES = ("offices_arab", "offices_powers", "offices_more")


def table(name: str) -> dict[str, Any]:
    """One TOML file of the room."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text("utf-8"))


def lines(name: str) -> list[list[str]]:
    """The rows of one compiled table."""
    text = (_DATA / f"{name}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line]


def split(forms: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in forms.split("|") if form.strip())


def _forms(entity: str, written: tuple[str, ...]) -> Iterator[Form]:
    for form in written:
        yield Form(entity, form.lstrip("?"), weak=form.startswith("?"))


def _latin(entity: str, english: str) -> list[Form]:
    """English names as Arabic pages write them (CNN, NATO); a single common word is weak."""
    return [Form(entity, name, weak=name.istitle() and " " not in name) for name in split(english)]


def states() -> Iterator[tuple[Entity, list[Form]]]:
    """States, and their capitals as cities (a capital's forms are the city's; it may stand for the state)."""
    cldr = {code: (english, arabic) for code, english, arabic in lines("territories")}
    for group in table("states").values():
        for code, (state, _adjective, _nisba, city, city_ar, arabic) in group.items():
            english = tuple(dict.fromkeys((_title(state), *(x for x in cldr.get(code, ())[:1]))))
            ar = split(arabic)
            capital = slug(city) if city and city_ar else None
            own = list(_forms(state, ar))
            written = tuple(form.text for form in own)
            yield Entity(state, "GPE", "state", written, english, None, capital), own
            if capital:
                forms = list(_forms(capital, split(city_ar)))
                written = tuple(form.text for form in forms)
                yield Entity(capital, "GPE", "city", written, (city,), state), forms


def _title(state: str) -> str:
    return " ".join(w if w in ("and", "of") else w.capitalize() for w in state.split("-"))


def places() -> Iterator[tuple[Entity, list[Form]]]:
    for group, rows in (*table("places").items(), *table("places_news").items()):
        kind: EntityKind = "matter" if group in ("matters", "holidays") else "place"
        for key, (kind_of, state, english, arabic) in rows.items():
            forms = list(_forms(key, split(arabic)))
            ar = tuple(form.text for form in forms)
            yield (
                Entity(key, cast("MentionType", kind_of), kind, ar, split(english), state or None),
                forms,
            )


def bodies() -> Iterator[tuple[Entity, list[Form]]]:
    for _, rows in _of_tables(("bodies", "bodies_news")):
        for key, (side, english, arabic) in rows.items():
            forms = list(_forms(key, split(arabic)))
            ar = tuple(form.text for form in forms)
            forms += _latin(key, english)
            yield Entity(key, "ORG", "body", ar, split(english), side or None), forms


def outlets() -> Iterator[tuple[Entity, list[Form]]]:
    """Agencies and outlets; a bare name also counts behind its kind (وكالة رويترز, صحيفة الغارديان)."""
    for group, rows in table("outlets").items():
        kind: EntityKind = "agency" if group == "agencies" else "outlet"
        for key, (state, english, arabic) in rows.items():
            forms = list(_forms(key, split(arabic)))
            ar = tuple(form.text for form in forms)
            forms += _latin(key, english)
            yield Entity(key, "ORG", kind, ar, split(english), state or None), forms


def people() -> Iterator[tuple[Entity, list[Form]]]:
    """People with their full forms, then the short ones (surnames)."""
    for side, rows in _of_tables(_PEOPLE):
        for english, written in rows.items():
            full_text, _, short_text = written.partition("~")
            full = split(full_text)
            key = slug(english)
            if short_text.strip() == "-":
                short: tuple[str, ...] = ()
            else:
                short = split(short_text) or tuple(dict.fromkeys(f.split()[-1] for f in full))
            forms = [Form(key, form) for form in full]
            forms += [
                Form(key, form.lstrip("?"), weak=form.startswith("?"), short=True) for form in short
            ]
            ar = tuple(dict.fromkeys(form.text for form in forms))
            surname = () if short_text.strip() == "-" else (english.split()[-1],)
            yield Entity(key, "PER", "person", ar, (english, *surname), side), forms


def cities(known: set[str]) -> Iterator[tuple[Entity, list[Form]]]:
    """Cities of GeoNames that our own tables lack; every form weak, for many are common words."""
    state_of = {code: row[0] for group in table("states").values() for code, row in group.items()}
    for key, country, english, arabic in lines("cities"):
        if key not in known and country in state_of:
            ar = split(arabic)
            forms = [Form(key, form, weak=True) for form in ar]
            yield Entity(key, "GPE", "place", ar, (english,), state_of[country]), forms


def tenures() -> Iterator[Tenure]:
    """Every tenure; one without an end of its own ends where the next dated one begins."""
    for side, offices in _of_tables(_OFFICES):
        for office, written in offices.items():
            yield from _tenures(side, office, written)


def _tenures(side: str, office: str, written: str) -> Iterator[Tenure]:
    dated: list[Tenure] = []
    for part in written.split(";"):
        when, _, name = part.strip().partition(" ")
        start, _, end = when.removeprefix("~").partition("..")
        tenure = Tenure(side, office, slug(name), start or None, end or None, when[0] == "~")
        if tenure.start is None:
            yield tenure
        else:
            dated.append(tenure)
    dated.sort(key=lambda tenure: tenure.start or "")
    following = [tenure.start for tenure in dated[1:]]
    for tenure, after in zip(dated, [*following, None][: len(dated)], strict=True):
        yield replace(tenure, end=tenure.end or after)


def _of_tables(names: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((side, rows) for name in names for side, rows in table(name).items())


@cache
def nationalities() -> dict[str, str]:
    """State id → English adjective."""
    return {row[0]: row[1] for group in table("states").values() for row in group.values()}

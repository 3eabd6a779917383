"""Addresses of every view of the desk and of every list over REST, drawn from a record, always the same.

The largest stories, the most named people, the commonest words come first: what is slow must be among them.
"""

from __future__ import annotations

import random
import sqlite3
from itertools import product
from pathlib import Path
from urllib.parse import quote, urlencode

_WORDS = (
    "سوريا", "الرئيس الروسي", '"الأمم المتحدة"', "ريال مدريد", "النفط", "كأس العالم", "زلزال", "كرملين",
    "انتخابات", "اليمن الحديدة", "غزة", "محكمة", "الدولار", "ناسا", "فيروس", "وبالمدينة", "قال", "في",
    '"في هذا"', "الرئيس روسيا سوريا تركيا إيران", "لا-يوجد-هذا",
)  # fmt: skip
"""Words of any news, two of the commonest of the language, and one that nothing has."""
_ACTS = ("assert", "announce", "warn", "deny", "praise")
_LARGEST = 8


class Sample:
    """What addresses are made of, from one record."""

    def __init__(self, record: Path, most: int) -> None:
        self.db = sqlite3.connect(f"file:{quote(str(record.absolute()))}?mode=ro", uri=True)
        self.most = most
        pick = random.Random(7)  # noqa: S311 - a sample, no secret

        def ids(query: str) -> list[str]:
            rows = [str(i) for (i,) in self.db.execute(query)]
            large, rest = rows[:_LARGEST], rows[_LARGEST:]
            return large + pick.sample(rest, min(len(rest), max(0, most - len(large))))

        self.stories = ids("SELECT id FROM stories ORDER BY pages DESC LIMIT 4000")
        self.entities = ids("SELECT id FROM entities ORDER BY mentions DESC LIMIT 4000")
        self.names = ids("SELECT name FROM entities ORDER BY mentions DESC LIMIT 6000")
        self.outlets = ids("SELECT outlet FROM outlet_sums ORDER BY pages DESC LIMIT 200")
        self.pages = ids("SELECT id FROM pages ORDER BY chars DESC LIMIT 8000")
        self.contacts = ids("SELECT id FROM merged_contacts ORDER BY pages DESC LIMIT 2000")
        self.claims = ids("SELECT id FROM claims ORDER BY independent_max DESC, id LIMIT 4000")
        self.months = ids(
            "SELECT DISTINCT substr(start, 1, 7) FROM merged_contacts WHERE start GLOB '2???-??-*'"
        )
        self.pairs = self.db.execute(
            "SELECT a.id, b.id FROM copies JOIN pages a ON a.n = a JOIN pages b ON b.n = b "
            "ORDER BY a_end - a_start DESC LIMIT ?",
            (most,),
        ).fetchall()
        last = self.db.execute("SELECT MAX(published) FROM pages").fetchone()[0] or "2020-01-01"
        self.day, self.month = str(last)[:10], str(last)[:7]
        self.words = [*_WORDS, *self.names]

    def close(self) -> None:
        self.db.close()


def addresses(record: Path, most: int) -> dict[str, list[str]]:
    """By view: at most ``most`` addresses below the language; those over REST begin with ``/api``."""
    sample = Sample(record, most)
    found = {**_lists(sample), **_things(sample), **_rest(sample)}
    sample.close()
    return {view: paths[:most] for view, paths in found.items() if paths}


def _at(path: str, **query: object) -> str:
    return f"{path}?{urlencode({k: v for k, v in query.items() if v is not None})}"


def _each(path: str, values: list[str], key: str = "id", **more: object) -> list[str]:
    return [_at(path, **{key: value}, **more) for value in values]


def _mixed(*parts: list[str]) -> list[str]:
    """The parts in turn, so that a short sample has some of each."""
    longest = max(map(len, parts))
    return [part[at] for at in range(longest) for part in parts if at < len(part)]


def _lists(of: Sample) -> dict[str, list[str]]:
    orders = ("time", "size", "growth", "independent")
    large = of.entities[:_LARGEST]
    return {
        "front page": ["/"],
        "stories": _mixed(
            [_at("/stories", order=o) for o in orders],
            [_at("/stories", order=o, page=n) for o, n in product(orders, (2, 40, 700))],
            [_at("/stories", order=o, disputed=1) for o in orders],
            [_at("/stories", order=o, entity=e) for e, o in product(large, orders)],
            [_at("/stories", order=o, outlet=e) for e, o in product(of.outlets, orders)],
            [_at("/stories", order=o, words=w) for w, o in product(of.words, orders)],
            [_at("/stories", since=f"{of.month}-01", until=of.day, order=o) for o in orders],
            _each("/stories", of.entities, "entity"),
        ),
        "who said what": _mixed(
            ["/statements", "/statements?page=30", "/statements?page=1000"],
            [_at("/statements", voice=v) for v in ("own", "told")],
            [_at("/statements", act=a) for a in _ACTS],
            _each("/statements", of.entities, "speaker"), _each("/statements", of.entities, "about"),
            _each("/statements", of.entities, "addressee"),
            [_at("/statements", speaker=e, about=f) for e, f in product(large, large) if e != f],
            [_at("/statements", outlet=o, act="warn") for o in of.outlets],
            _each("/statements", of.words, "words"),
            [_at("/statements", words=w, speaker=e) for w, e in zip(of.words, large, strict=False)],
        ),
        "names": _mixed(
            ["/names", "/names?type=PER", "/names?type=ORG&page=5", "/names?page=1000"],
            _each("/names", of.names, "words"), _each("/suggest", of.names, "words"),
        ),
        "pages": _mixed(
            ["/pages", "/pages?warned=1", "/pages?undated=1", "/pages?page=200", "/pages?page=588"],
            _each("/pages", of.outlets, "outlet"), [_at("/pages", since=f"{of.month}-01", until=of.day)],
        ),
        "calendar": ["/calendar", *_each("/calendar", of.months, "month"),
                     *_each("/calendar", of.entities, "party", month=of.month)],
        "disputes": ["/disputes", "/disputes?page=2"],
        "sources": ["/sources", *_each("/source", of.outlets)],
        "search": _mixed(
            _each("/search", of.words, "words"), _each("/search", of.words, "words", order="latest"),
            [_at("/search", words=w, page=9) for w in of.words[:_LARGEST]],
            [_at("/search", words=w, entity=e) for w, e in zip(of.words, of.entities, strict=False)],
            [_at("/search", words=w, outlet=o) for w, o in product(of.words[:30], of.outlets)],
            _each("/search", of.words, "words", since=f"{of.month}-01"),
        ),
    }  # fmt: skip


def _things(of: Sample) -> dict[str, list[str]]:
    return {
        "a story": _each("/story", of.stories),
        "a person, body, place": _mixed(
            _each("/name", of.entities), _each("/name", of.entities, tab="about")
        ),
        "a page": _each("/page", of.pages),
        "two pages": [_at("/pair", a=a, b=b) for a, b in of.pairs],
        "a contact": _each("/contact", of.contacts),
        "a claim": _each("/claim", of.claims),
    }


def _rest(of: Sample) -> dict[str, list[str]]:
    api = "/api/v1"
    narrowed = [
        *_each(f"{api}/statements", of.entities, "speaker", count="true"),
        *_each(f"{api}/statements", of.stories, "story"),
        *_each(f"{api}/contacts", of.entities, "party", count="true"),
        *_each(f"{api}/pages", of.entities, "entity"),
        *_each(f"{api}/pages", of.words, "words", count="true"),
        *_each(f"{api}/stories", of.entities, "entity"),
        *_each(f"{api}/claims", of.stories, "story"),
        *_each(f"{api}/copies", of.stories, "story", count="true"),
    ]
    random.Random(3).shuffle(narrowed)  # noqa: S311
    lists = ("stories", "statements", "contacts", "disputes", "claims", "copies", "entities", "pages",
             "set-aside", "outlets", "speakers")  # fmt: skip
    counted = ("statements", "contacts", "claims", "copies", "entities", "pages")
    return {
        "REST: lists": [
            f"{api}/",
            *(f"{api}/{name}" for name in lists),
            *(f"{api}/{name}?limit=200&count=true" for name in counted),
            *(_at(f"{api}/stories", order=o, limit=200) for o in ("size", "growth", "independent")),
        ],
        "REST: lists, narrowed": narrowed,
        "REST: things": _mixed(
            _each(f"{api}/story", of.stories), _each(f"{api}/page", of.pages),
            _each(f"{api}/entity", of.entities), _each(f"{api}/outlet", of.outlets),
        ),
        "REST: search": _mixed(
            _each(f"{api}/search", of.words, "q"),
            _each(f"{api}/search/facets", of.words, "q"),
        ),
    }  # fmt: skip

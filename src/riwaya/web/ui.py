"""What every template has: words, names, addresses, and the state of the page being laid out."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from riwaya import __version__
from riwaya.web.names import Names
from riwaya.web.render.bidi import isolated
from riwaya.web.words import LANGUAGES, Language, Words

_SECTIONS = {
    "/story": "/stories", "/claim": "/statements", "/name": "/names", "/contact": "/calendar",
    "/source": "/sources", "/page": "/pages", "/pair": "/pages",
}  # fmt: skip
STATIC = Path(str(files("riwaya.web").joinpath("static")))
THEMES = ("auto", "light", "dark")


@dataclass(slots=True)
class Ui:
    """One page's words and addresses in one language. Values are text: the template escapes them."""

    words: Words
    names: Names | None
    path: str
    """The path without its language: ``/stories``."""
    query: Mapping[str, str]
    theme: str = "auto"
    read_only: bool = False
    csrf: str = ""
    partial: bool = False
    """htmx asked for a part of the page only."""
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        return self.words.language

    @property
    def direction(self) -> str:
        return "rtl" if self.language == "ar" else "ltr"

    @property
    def comma(self) -> str:
        return "، " if self.language == "ar" else ", "

    @property
    def field_dir(self) -> str:
        """Of fields to type in: an empty one stands as the page does."""
        return "rtl" if self.language == "ar" else "auto"

    @property
    def arrow(self) -> str:
        """From the page towards the one who is quoted, along the reading direction."""
        return "←" if self.language == "ar" else "→"

    @property
    def section(self) -> str:
        """The tab that the page belongs to."""
        return _SECTIONS.get(self.path, self.path)

    def month_end(self, month: str) -> str:
        """The last day of ``YYYY-MM``."""
        year, number = int(month[:4]), int(month[5:7])
        return f"{month}-{monthrange(year, number)[1]:02d}"

    @property
    def version(self) -> str:
        return __version__

    def t(self, code: str | None, group: str = "interface") -> str:
        """A word of the interface."""
        return self.words(code, group)

    def href(self, path: str, **query: object) -> str:
        """An address in this language; parameters that are None or blank are left out."""
        given = {k: str(v) for k, v in query.items() if v not in (None, "", False)}
        return f"/{self.language}{path}" + (
            f"?{urlencode(given, errors='surrogatepass')}" if given else ""
        )

    def here(self, **changed: object) -> str:
        """This page's address with some parameters changed; None takes one away."""
        merged: dict[str, object] = {**self.query, **changed}
        return self.href(self.path, **merged)

    def in_other_language(self) -> str:
        """This page in the other language."""
        other = next(language for language in LANGUAGES if language != self.language)
        query = f"?{urlencode(self.query)}" if self.query else ""
        return f"/{other}{self.path}{query}"

    def who(self, key: str | None, written: str | None = None) -> str:
        """Somebody's name."""
        return self.names.name(key, written) if self.names else written or key or ""

    def page(self, page: str, start: int | None = None, end: int | None = None) -> str:
        """The address of a page, at a span of its words where one is given."""
        if start is None:
            return self.href("/page", id=page)
        return self.href("/page", id=page, at=f"{start}-{end}") + "#at"


def outside(url: str | None) -> str | None:
    """An address that a link may lead to: http and https only."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.hostname else None


@cache
def asset(name: str) -> str:
    """The address of one of the desk's own files, which changes when any of them does."""
    return f"/static/{assets_version()}/{name}"


@cache
def assets_version() -> str:
    """A mark of the desk's own files."""
    hashed = sha256()
    for path in sorted(p for p in STATIC.rglob("*") if p.is_file()):
        hashed.update(path.read_bytes())
    return hashed.hexdigest()[:10]


@cache
def environment() -> Environment:
    """The templates. Everything that they print is escaped."""
    env = Environment(
        loader=PackageLoader("riwaya.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.globals["outside"] = outside
    env.globals["asset"] = asset
    env.globals["isolated"] = isolated
    return env


def render(template: str, ui: Ui, **view: object) -> bytes:
    """A template laid out, in UTF-8; lone surrogates, which no text has, become question marks."""
    text = environment().get_template(template).render(ui=ui, t=ui.t, **view)
    return text.encode("utf-8", "replace")

"""Just the articles: title, date, source, body; and which of them repeat an earlier one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import msgspec

from riwaya.corpus.body import body_tokens, body_words
from riwaya.corpus.winnow import winnow
from riwaya.model import Analysed, Struct
from riwaya.reading.repair import repaired_lines

_REPEATED = 0.8
"""The share of a body's fingerprints that one earlier body must have for it to be a repetition."""


class Article(Struct, frozen=True, kw_only=True):
    """An article for a reader: its body without the title, a paragraph a line."""

    id: str
    title: str | None
    published: str | None
    outlet: str | None
    url: str | None
    text: str


def article(page: Analysed, *, repair: bool = False) -> Article:
    """The article of a page; with ``repair`` what is proposed is made in this copy of its words."""
    body = [block for block in page.body() if block.role != "title"]
    titles = [block for block in page.blocks if block.role == "title"][:1]
    repairs = page.repairs if repair else ()
    return Article(
        id=page.id,
        title=repaired_lines(page.text, titles, repairs) if titles else page.title,
        published=page.published.value if page.published else None,
        outlet=page.outlet.name if page.outlet else None,
        url=page.url,
        text=repaired_lines(page.text, body, repairs),
    )


def _source(found: Article) -> str:
    return " · ".join(filter(None, (found.published, found.outlet, found.url or found.id)))


def _markdown(found: Article, first: bool) -> str:
    parts = [] if first else ["---"]
    if found.title:
        parts.append("# " + _escaped(found.title))
    parts.append(f"*{_escaped(_source(found))}*")
    parts += [_escaped(line) for line in found.text.split("\n") if line]
    return ("" if first else "\n") + "\n\n".join(parts) + "\n"


def _escaped(text: str) -> str:
    """Characters that Markdown would take for its own, escaped (CommonMark 0.31, 2.4)."""
    text = "".join(f"\\{c}" if c in "\\`*_<>[]" else c for c in " ".join(text.split()))
    return "\\" + text if text[:1] in ("#", "-", "+", "=", "~", "|") else text


def _text(found: Article, first: bool) -> str:
    parts = [found.title, _source(found), "", found.text]
    return (
        ("" if first else "\n" + "=" * 40 + "\n\n")
        + "\n".join(part for part in parts if part is not None)
        + "\n"
    )


def _jsonl(found: Article, _first: bool) -> str:
    return msgspec.json.encode(found).decode("utf-8") + "\n"


FORMATS: dict[str, Callable[[Article, bool], str]] = {
    "md": _markdown,
    "txt": _text,
    "jsonl": _jsonl,
}
"""By name: what prints an article, told whether it is the first."""


class Repeats:
    """Remembers the bodies seen and tells which earlier one a new body repeats."""

    def __init__(self) -> None:
        self._pages: list[str] = []
        self._by_print: dict[int, list[int]] = {}
        self._by_words: dict[tuple[str, ...], int] = {}

    def of(self, page: Analysed) -> str | None:
        """The id of the earlier page that ``page`` repeats, else None and it is remembered."""
        words = body_words(body_tokens(page))
        prints = {int(p) for p in winnow(words.keys)[0]}
        shared = Counter(n for p in prints for n in self._by_print.get(p, ()))
        if shared:
            n, count = max(shared.items(), key=lambda item: (item[1], -item[0]))
            if count >= _REPEATED * len(prints):
                return self._pages[n]
        elif not prints and (exact := self._by_words.get(tuple(page.text.split()))) is not None:
            return self._pages[exact]
        n = len(self._pages)
        self._pages.append(page.id)
        for p in prints:
            self._by_print.setdefault(p, []).append(n)
        if not prints:
            self._by_words[tuple(page.text.split())] = n
        return None

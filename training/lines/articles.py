"""Clean articles of the ANT corpus, the matter from which pages are laid out; read, never kept.

Each has a title, paragraphs with their subheadings, and the date and author that the record tells.
Lines that are not the article's own (an outlet's app promotion, link lines, teasers) are left out.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_STOPS = ".؟?!…:"
_FINAL = _STOPS + '"»”)'
_SURELY_TEXT = 90
"""A shorter line that ends in a mark of another kind may be a link."""
_LINK = re.compile(r"\s*(?:للمزيد|اقرأ|إقرأ|شاهد|طالع|تابع|فيديو|بالفيديو|المزيد)\b")
_RULE = re.compile(r"[\W_]+$")
_PROMOTION = re.compile(
    r"يمكنكم (?:تسلم|استلام) إشعارات|تطبيق بي بي سي|فرانس 24\s*/|أ ف ب\s*$|رويترز\s*$"
)
_DATELINE = re.compile(r"^.{0,60}?\(?CNN\)?\s*[-–—]+\s*")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SHORTEST, _FEWEST, _MOST = 45, 3, 30
_HELD_OUT_SHARE = 7
_HEADED = 0.25


@dataclass(frozen=True, slots=True)
class Article:
    """``parts``: (role, text) in order, the roles ``paragraph`` and ``subheading``."""

    id: str
    outlet: str
    title: str
    parts: tuple[tuple[str, str], ...]
    published: str

    @property
    def lead(self) -> str:
        """The first paragraph."""
        return self.parts[0][1]


def _parts(text: str, *, subheadings: bool) -> Iterator[tuple[str, str]]:
    lines = [" ".join(line.split()) for line in text.split("\n")]
    lines = [line for line in lines if line and not _RULE.fullmatch(line)]
    for at, line in enumerate(lines):
        if _LINK.match(line) or _PROMOTION.search(line):
            continue
        if len(line) >= _SHORTEST and line[-1] in (_FINAL if len(line) > _SURELY_TEXT else _STOPS):
            yield "paragraph", _DATELINE.sub("", line) if at == 0 else line
        elif (
            subheadings
            and 0 < at < len(lines) - 2
            and 10 < len(line) < 70
            and line[-1] not in _FINAL
        ):
            after = lines[at + 1]
            if ":" not in line and len(after) > 100:
                yield "subheading", line


def _with_headings(parts: list[tuple[str, str]], name: str) -> list[tuple[str, str]]:
    """Headings put into some articles: a phrase of the paragraph that each stands over."""
    rng = random.Random(name)
    if rng.random() > _HEADED or any(role == "subheading" for role, _ in parts):
        return parts
    out: list[tuple[str, str]] = []
    for at, (role, text) in enumerate(parts):
        words = text.split()
        if 1 < at < len(parts) - 1 and len(words) > 10 and rng.random() < 0.3:
            phrase = " ".join(words[1 : rng.randint(3, 7)]).strip(' ،,.:"«»“”()-')
            mark = rng.choice(["", "", "", ":", "؟"])
            number = rng.choice(["", "", "", "", f"{rng.randint(1, 5)}- ", "أولا: "])
            if len(phrase) > 8:
                out.append(("subheading", f"{number}{phrase}{mark}"))
        out.append((role, text))
    return out


def articles(corpus: Path, *, seed: int = 1, most: int = 4000) -> list[Article]:
    """Articles in a shuffled order. CNN's pages end in leads of other articles: they are cut short."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    random.Random(seed).shuffle(rows)
    out: list[Article] = []
    for row in rows:
        text = row["text"]
        if row["outlet"] == "CNN Arabic":
            text = "\n".join(text.split("\n")[:4])
        parts = list(_parts(text, subheadings=row["outlet"] == "France 24"))
        while parts and parts[-1][0] == "subheading":
            parts.pop()
        parts = _with_headings(parts, row["id"])
        title = " ".join(row["title"].split())
        if len(parts) < _FEWEST or parts[0][0] != "paragraph" or not 25 < len(title) < 130:
            continue
        out.append(Article(row["id"], row["outlet"], title, tuple(parts[:_MOST]), row["published"]))
        if len(out) == most:
            break
    return out


class Neighbours:
    """Articles by the words of their titles: a site's links are often on its page's own subject."""

    def __init__(self, found: Sequence[Article]) -> None:
        self._found = found
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for at, article in enumerate(found):
            for word in set(_WORD.findall(article.title)):
                self._by_word[word].append(at)

    def of(self, article: Article, rng: random.Random, most: int) -> list[Article]:
        """Articles whose titles share words with this one's, rarer words first."""
        words = sorted(set(_WORD.findall(article.title)), key=lambda w: len(self._by_word[w]))
        near = [at for word in words[:4] for at in self._by_word[word][:40]]
        rng.shuffle(near)
        out = [self._found[at] for at in dict.fromkeys(near) if self._found[at] is not article]
        return out[:most]


def halves(found: Sequence[Article]) -> tuple[list[Article], list[Article]]:
    """The articles to train on, and those for held-out layouts: never the same text in both."""
    train = [a for at, a in enumerate(found) if at % _HELD_OUT_SHARE]
    return train, [a for at, a in enumerate(found) if at % _HELD_OUT_SHARE == 0]

"""Labelled pages: from families of layouts, and from real HTML pages laid out as text."""

from __future__ import annotations

import json
import random
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from resiliparse.extract.html2text import extract_plain_text

from riwaya.model import Page
from riwaya.reading.encoding import declared_charset, decode
from riwaya.reading.features import Given, features
from riwaya.reading.html import page_from_html
from riwaya.reading.lexicon import key
from riwaya.reading.lines import cut
from riwaya.reading.page import page_from_record, page_from_text
from riwaya.reading.roles import ROLE_OF, by_hand
from training.lines.articles import Article, Neighbours
from training.lines.drafts import Draft, Matter, outlet
from training.lines.families import FAMILIES

_SPACE = re.compile(r"\s+")
_SHARES = {"mosaic": 6}
"""How many times the outlets of another family a family has."""
_NEAR = 0.5
"""The share of outlets whose links are on the subject of the page."""
_BODY = frozenset({"title", "paragraph", "subheading"})


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page and the role of each of its lines; ``group`` is what is held out together."""

    page: Page
    roles: tuple[str, ...]
    group: str


def generated(
    found: Sequence[Article],
    *,
    outlets: int,
    pages: int,
    seed: int = 0,
    families: Sequence[str] = (),
) -> Iterator[Labelled]:
    """``pages`` pages of each of ``outlets`` invented outlets of each family."""
    neighbours = Neighbours(found)
    for name in families or FAMILIES:
        for number in range(outlets * _SHARES.get(name, 1)):
            fixed_seed = zlib.crc32(f"{name} {number} {seed}".encode())
            for at in range(pages):
                rng = random.Random(fixed_seed * 31 + at)
                fixed = random.Random(fixed_seed)
                article = rng.choice(found)
                others = [a for a in rng.sample(list(found), 30) if a is not article]
                if fixed.random() < _NEAR:  # an outlet that links to its subject's other articles
                    near = neighbours.of(article, rng, 14)
                    others = near + others[: max(2, 14 - len(near))]
                draft = Draft(rng, gap=fixed.choice(["\n\n", "\n\n", "\n"]))
                FAMILIES[name](draft, Matter(article, others, outlet(fixed), fixed))
                labelled = _labelled(f"{name}-{number}-{at}", draft, name)
                if labelled is not None:
                    yield labelled


def _labelled(page_id: str, draft: Draft, group: str) -> Labelled | None:
    text, roles = draft.text(), draft.roles()
    if len(cut(text)) != len(roles):
        return None  # a text with a line end of its own
    if group == "record":
        title, _, rest = text.partition("\n")
        return Labelled(
            page_from_record(page_id, {"title": title, "text": rest}), tuple(roles), group
        )
    return Labelled(page_from_text(page_id, text), tuple(roles), group)


def _bare(text: str) -> str:
    return _SPACE.sub("", text)


def html_pages(folder: Path) -> Iterator[Labelled]:
    """Real pages as two plain-text extractors lay them out, with silver labels.

    The gold tells title and body; other lines get the role that the reader of markup gives them, or
    the likeliest one outside the body by the weights set by hand.
    """
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    for name, told in gold.items():
        data = (folder / f"{name}.html").read_bytes()
        markup = decode(data, declared_charset(data)).text
        marked = page_from_html(name, markup)  # read by hand-set weights, not by an earlier model
        roles = {_bare(marked.text[b.start : b.end]): b.role for b in marked.layout}
        for main in (True, False):
            text = extract_plain_text(markup, main_content=main)
            page = page_from_text(f"{name}-{main}", text)
            yield Labelled(page, tuple(_silver(page, told, roles)), told["site"])


def _silver(page: Page, told: dict[str, object], marked: dict[str, str]) -> list[str]:
    lines = cut(page.text)
    body = _bare(" ".join(told["body"]))  # type: ignore[arg-type]
    title = key(str(told["title"]))
    out: list[str] = []
    shown = features(lines, Given.of(page))
    first_body = next(
        (at for at, line in enumerate(lines) if len(line.text) > 60 and _bare(line.text) in body), 0
    )
    titles = [at for at, line in enumerate(lines) if line.key == title and at <= first_body]
    for at, line in enumerate(lines):
        bare = _bare(line.text)
        role = marked.get(bare)
        if at in titles:
            out.append("title" if at == titles[0] else "repeated_title")
        elif line.key == title:
            out.append("repeated_title")
        elif len(bare) > 8 and bare in body:
            out.append(role if role in ("paragraph", "subheading") else "paragraph")
        elif role is not None and role not in _BODY:
            out.append(role)
        else:
            out.append(_outside(shown[at]))
    return out


def _outside(found: set[str]) -> str:
    """The likeliest role of a line that is not the article's."""
    scores = by_hand().scores([found])[0]
    return max(
        (r for r in ROLE_OF if r not in _BODY), key=lambda r: float(scores[ROLE_OF.index(r)])
    )


def gold_pages(gold: Path, seeds: Path, names: Sequence[str]) -> Iterator[Labelled]:
    """Pages of a gold set, a role a line: to measure on, never to train on."""
    from evaluation.gold import gold_pages as read

    for name in names:
        for page in read(gold / name, seeds):
            told = json.loads(
                (gold / name / f"{page.id.removesuffix('.txt')}.json").read_text("utf-8")
            )
            spans = [(b["start"], b["end"], b["role"]) for b in told["blocks"]]
            roles = [
                max(spans, key=lambda s: min(s[1], line.end) - max(s[0], line.start))[2]
                for line in cut(page.text)
            ]
            yield Labelled(page, tuple(roles), name)


def save(found: Sequence[Labelled], path: Path) -> None:
    """Pages as JSON lines, to look at."""
    rows = [{"text": one.page.text, "roles": one.roles, "group": one.group} for one in found]
    path.write_bytes(b"\n".join(map(msgspec.json.encode, rows)))

"""A small page with the layers that contacts are read from, made of invented news."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from riwaya.model import (
    Block,
    Contact,
    Found,
    Mention,
    Page,
    Published,
    Ref,
    Speaker,
    Statement,
    Time,
)

Who = dict[str, tuple[str, str]]
When = dict[str, tuple[str, str]]

CAST: Who = {
    "رئيس نورلاند سالم الهادي": ("PER", "salem-hadi"),
    "سالم الهادي": ("PER", "salem-hadi"),
    "الهادي": ("PER", "salem-hadi"),
    "ملك سودران ماجد": ("PER", "king-majid"),
    "ماجد": ("PER", "king-majid"),
    "وزيرة الخارجية ليلى بدران": ("PER", "layla-badran"),
    "بدران": ("PER", "layla-badran"),
    "كمال راضي": ("PER", "kamal-radi"),
    "نورلاند": ("GPE", "norland"),
    "سودران": ("GPE", "sudran"),
    "القصر الأخضر": ("ORG", "green-palace"),
    "رابطة الجزر": ("ORG", "league-of-isles"),
    "المرفأ": ("GPE", "marfa"),
    "قناة الأفق": ("ORG", "ufuq-tv"),
}


def mentions(text: str, cast: Who) -> tuple[Mention, ...]:
    forms = "|".join(re.escape(form) for form in sorted(cast, key=len, reverse=True))
    return tuple(
        Mention(
            start=match.start(), end=match.end(), text=match.group(), kind="name",
            type=cast[match.group()][0], entity=cast[match.group()][1],  # type: ignore[arg-type]
        )
        for match in re.finditer(forms, text)
    )  # fmt: skip


def page_of(text: str) -> Page:
    return Page(id="p", text=text, language="ar", format="text", sha256="0")


def found_in(text: str, when: When | None = None, published: str | None = None) -> Found:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start=at, end=at + len(line), role="paragraph"))
        at += len(line) + 1
    times = []
    for phrase, (kind, value) in (when or {}).items():
        start = text.index(phrase)
        times.append(
            Time(start=start, end=start + len(phrase), text=phrase, type=kind, value=value)  # type: ignore[arg-type]
        )
    return Found(
        blocks=tuple(blocks),
        mentions=mentions(text, CAST),
        times=tuple(sorted(times, key=lambda t: t.start)),
        published=Published(value=published, basis="metadata") if published else None,
    )


def said(text: str, content: str, speaker: str) -> Statement:
    start = text.index(content)
    ref = Ref(entity=speaker, name=speaker)
    return Statement(
        id="s1", type="indirect", content=((start, start + len(content)),), cue=None,
        speaker=Speaker(entity=speaker, name=speaker), chain=(ref,),
    )  # fmt: skip


@pytest.fixture
def contacts() -> Callable[..., list[Contact]]:
    """Read the contacts of a text; ``when`` gives its times, ``statements`` its statements."""
    from msgspec.structs import replace

    from riwaya.contacts.extract import find_contacts

    def read(
        text: str,
        when: When | None = None,
        published: str | None = None,
        says: tuple[str, str] | None = None,
    ) -> list[Contact]:
        found = found_in(text, when, published)
        if says is not None:
            found = replace(found, statements=(said(text, *says),))
        return find_contacts(page_of(text), found)

    return read


@pytest.fixture
def page_and_layers() -> Callable[[str], tuple[Page, Found]]:
    return lambda text: (page_of(text), found_in(text))

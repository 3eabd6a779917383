"""Pages of our own sentences, with the names that a test says stand in them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from riwaya.model import Block, Found, Mention, Page, Role, Statement
from riwaya.statements import find_statements

PEOPLE: dict[str, tuple[str, str]] = {
    "سالم العمري": ("PER", "salem-al-omari"),
    "العمري": ("PER", "salem-al-omari"),
    "وزير المالية": ("PER", "salem-al-omari"),
    "ليلى حداد": ("PER", "layla-haddad"),
    "حداد": ("PER", "layla-haddad"),
    "رامي شاهين": ("PER", "rami-shaheen"),
    "شاهين": ("PER", "rami-shaheen"),
    "الاتحاد البلدي": ("ORG", "municipal-union"),
    "وكالة النسيم": ("ORG", "naseem-agency"),
    "صحيفة المرفأ": ("ORG", "marfa-newspaper"),
    "أرمادا": ("GPE", "armada"),
    "سلوان": ("GPE", "silwan"),
}
_NOMINAL = {"وزير المالية"}


@dataclass(frozen=True)
class Reading:
    """A page and its statements, with the words that spans stand for."""

    text: str
    statements: list[Statement]

    def words(self, statement: Statement) -> list[str]:
        return [self.text[s:e] for s, e in statement.content]

    def cue(self, statement: Statement) -> str | None:
        return self.text[slice(*statement.cue)] if statement.cue else None

    @property
    def contents(self) -> list[str]:
        return [" | ".join(self.words(s)) for s in self.statements]

    @property
    def speakers(self) -> list[str | None]:
        return [
            (s.speaker.entity or s.speaker.name) if s.speaker else None for s in self.statements
        ]

    def one(self) -> Statement:
        assert len(self.statements) == 1, self.contents
        return self.statements[0]

    def by_content(self, words: str) -> Statement:
        for statement in self.statements:
            if words in " | ".join(self.words(statement)):
                return statement
        raise AssertionError((words, self.contents))


def mentions_in(text: str) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for name in sorted(PEOPLE, key=len, reverse=True):
        kind, entity = PEOPLE[name]
        for match in re.finditer(
            rf"(?:(?<=\s)|^|(?<=[\"«“(])|(?<=[\s\"][وفبلك]))(?:ل(?=ل))?{name}(?!\w)", text
        ):
            start, end = match.start(), match.end()
            if any(m.start < end and start < m.end for m in found):
                continue
            found.append(
                Mention(start=start, end=end, text=text[start:end], type=kind,  # type: ignore[arg-type]
                        kind="nominal" if name in _NOMINAL else "name", entity=entity, names=(name,))
            )  # fmt: skip
    return tuple(sorted(found, key=lambda m: m.start))


def page_of(text: str) -> Page:
    return Page(id="page-7", text=text, language="ar", format="text", sha256="")


def blocks_of(text: str, roles: dict[int, Role] | None = None) -> tuple[Block, ...]:
    lines = [m for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    return tuple(
        Block(start=m.start(), end=m.end(), role=(roles or {}).get(n, "paragraph"))
        for n, m in enumerate(lines)
    )


def read(text: str, roles: dict[int, Role] | None = None) -> Reading:
    page = page_of(text)
    found = Found(blocks=blocks_of(text, roles), mentions=mentions_in(text))
    return Reading(text, find_statements(page, found))

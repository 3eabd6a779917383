"""The titles that a story's pages write beside the names of its people.

A story names an office once and the person from then on; another page of it may give the name
alone. The words right before a name are its title where one of them is an office's.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from functools import cache
from importlib import resources

from riwaya.arabic import fold_key
from riwaya.model import Analysed

LONGEST_TITLE = 80
"""Code points before a name in which its title is looked for."""
MOST_WORDS = 8

_CLAUSE_END = re.compile(r"[.؛:;!?؟\n()«»\"“”]")
_DESCRIPTION_END = re.compile(
    r"[.،؛:;!?؟\n()«»\"“”]|(?<!\w)[وفب]?[أإ]ن(?:ه|ها|هم)?(?!\w)|(?<!\w)(?:ل|إلى\s+|عبر\s+)?(?:ل?وكالة|ل?قناة|ل?صحيفة|ل?شبكة|الذي|التي)"
)
"""Where a description ends: at a mark, at what was said, at the medium that it was told to."""
_WORD = re.compile(r"[^\W\d_]+")


def titles(
    pages: Iterable[Analysed],
    is_title: Callable[[str], bool],
    state_of: Callable[[str], str | None] = lambda _: None,
) -> dict[str, str]:
    """By the id of a person: the first title beside the name, in the order of the pages.

    ``is_title`` tells an office's words from others; a title that names its state, by ``state_of``,
    goes before one that does not.
    """
    out: dict[str, str] = {}
    settled: set[str] = set()
    for page in pages:
        behind = 0
        for mention in sorted(page.mentions, key=lambda m: m.start):
            if mention.type != "PER" or mention.kind != "name":
                continue
            if mention.entity is not None and mention.entity not in settled:
                title = mention.office or _before(page.text, behind, mention.start)
                if title and is_title(title):
                    if state_of(title) is not None:
                        out[mention.entity] = title
                        settled.add(mention.entity)
                    out.setdefault(mention.entity, title)
            behind = mention.end
    return out


def unnamed_speakers(page: Analysed) -> Iterable[tuple[str, str, tuple[str, ...]]]:
    """Those whom a page leaves unnamed: id, the words that describe them, and the bodies in these.

    ``مسؤول رفيع المستوى في هيئة كذا``: the description goes on behind what was read as the speaker.
    """
    for statement in page.statements:
        speaker = statement.speaker
        if speaker is None or not speaker.entity or "@" not in speaker.entity or not speaker.span:
            continue
        start, end = speaker.span[0], min(speaker.span[1] + LONGEST_TITLE, len(page.text))
        stop = _DESCRIPTION_END.search(page.text, speaker.span[1], end)
        end = stop.start() if stop else end
        bodies = tuple(
            mention.entity
            for mention in page.mentions
            if mention.type == "ORG" and mention.entity and start <= mention.start < end
        )
        yield speaker.entity, page.text[start:end], bodies


def _before(text: str, floor: int, end: int) -> str:
    """The words before ``end``, back to the name before, the end of a clause or a parting word."""
    start = max(floor, end - LONGEST_TITLE)
    cut = max((m.end() for m in _CLAUSE_END.finditer(text, start, end)), default=start)
    if 0 < cut == end - LONGEST_TITLE and text[cut - 1].isalpha():
        while cut < end and text[cut].isalpha():
            cut += 1
    words = _WORD.findall(text[cut:end])
    parting = [at for at, word in enumerate(words) if fold_key(word) in _parting()]
    return " ".join(words[parting[-1] + 1 if parting else 0 :][-MOST_WORDS:])


@cache
def _parting() -> frozenset[str]:
    """Folded words that part a name from what stands before it: the name is no apposition to that."""
    path = resources.files("riwaya") / "data" / "corpus" / "governments.toml"
    words = tomllib.loads(path.read_text("utf-8"))["parting"]["words"]
    return frozenset(fold_key(word) for word in words.split())

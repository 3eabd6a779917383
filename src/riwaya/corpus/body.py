"""The words of a page's own text, as arrays: what fingerprints and copies are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import xxhash

from riwaya.arabic import tokens
from riwaya.arabic.words import Token
from riwaya.corpus.terms import zone_of
from riwaya.model import BODY_ROLES, Analysed, Block

Hashes = npt.NDArray[np.uint32]
Offsets = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Words:
    """The folded words and numbers of a page's paragraphs and subheadings, in text order.

    ``keys`` are hashes of the folded words; ``starts`` and ``ends`` code points of the page's text;
    ``paragraphs`` the index of the body block that each word stands in. Titles are left out: what
    two titles share is no passage.
    """

    keys: Hashes
    starts: Offsets
    ends: Offsets
    paragraphs: Offsets

    def __len__(self) -> int:
        return len(self.keys)


class BodyWord(NamedTuple):
    """A word of the body: its token, the index of its block, and its zone in :data:`ZONES`."""

    token: Token
    block: int
    zone: int


@lru_cache(maxsize=1 << 17)
def word_hash(key: str) -> int:
    """32 bits of the xxh3 of a folded word: the same on every machine and in every run."""
    return xxhash.xxh3_64_intdigest(key.encode("utf-8", "surrogatepass")) & 0xFFFFFFFF


def term_hash(word: str, after: str = "") -> int:
    """The hash of a story term: even for a stem, odd for a stem and the one before it."""
    if after:
        return word_hash(f"{after} {word}") | 1
    return word_hash(word) & ~1


def body_blocks(page: Analysed) -> tuple[Block, ...]:
    """Title, paragraphs and subheadings; of a page without blocks, every non-blank line."""
    if page.blocks:
        return tuple(block for block in page.blocks if block.role in BODY_ROLES)
    out: list[Block] = []
    at = 0
    for line in page.text.splitlines(keepends=True):
        start = at + len(line) - len(line.lstrip())
        end = at + len(line.rstrip())
        if start < end:
            out.append(Block(start=start, end=end, role="paragraph" if out else "title"))
        at += len(line)
    return tuple(out)


def body_tokens(page: Analysed) -> list[BodyWord]:
    """Every word and number of the title and body, in text order."""
    blocks = body_blocks(page)
    out: list[BodyWord] = []
    at, word, paragraph = 0, 0, -1 if blocks and blocks[0].role == "title" else 0
    for token in tokens(page.text):
        while at < len(blocks) and token.start >= blocks[at].end:
            at, word = at + 1, 0
            if at < len(blocks) and blocks[at].role != "title":
                paragraph += 1
        if at == len(blocks):
            break
        if token.kind != "mark" and token.start >= blocks[at].start:
            zone = 0 if blocks[at].role == "title" else zone_of(paragraph, word)
            out.append(BodyWord(token, at, zone))
            word += 1
    return out


def body_words(body: Sequence[BodyWord]) -> Words:
    """The words of a page's paragraphs, of what :func:`body_tokens` gave."""
    kept = [word for word in body if word.zone != 0]
    return Words(
        keys=np.fromiter((word_hash(w.token.key) for w in kept), np.uint32, len(kept)),
        starts=np.fromiter((w.token.start for w in kept), np.int32, len(kept)),
        ends=np.fromiter((w.token.end for w in kept), np.int32, len(kept)),
        paragraphs=np.fromiter((w.block for w in kept), np.int32, len(kept)),
    )

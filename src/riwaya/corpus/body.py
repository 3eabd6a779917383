"""The words of a page's own text, as arrays: what fingerprints and copies are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import xxhash

from riwaya.arabic import tokens
from riwaya.arabic.words import Token
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


@lru_cache(maxsize=1 << 17)
def word_hash(key: str) -> int:
    """32 bits of the xxh3 of a folded word: the same on every machine and in every run."""
    return xxhash.xxh3_64_intdigest(key.encode("utf-8", "surrogatepass")) & 0xFFFFFFFF


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


def body_tokens(page: Analysed) -> list[tuple[Token, int, bool]]:
    """Every word and number of the body with the index of its block and whether that is the title."""
    blocks = body_blocks(page)
    out: list[tuple[Token, int, bool]] = []
    at = 0
    for token in tokens(page.text):
        while at < len(blocks) and token.start >= blocks[at].end:
            at += 1
        if at == len(blocks):
            break
        if token.kind != "mark" and token.start >= blocks[at].start:
            out.append((token, at, blocks[at].role == "title"))
    return out


def body_words(body: Sequence[tuple[Token, int, bool]]) -> Words:
    """The words of a page's paragraphs, of what :func:`body_tokens` gave."""
    kept = [(token, block) for token, block, title in body if not title]
    return Words(
        keys=np.fromiter((word_hash(t.key) for t, _ in kept), np.uint32, len(kept)),
        starts=np.fromiter((t.start for t, _ in kept), np.int32, len(kept)),
        ends=np.fromiter((t.end for t, _ in kept), np.int32, len(kept)),
        paragraphs=np.fromiter((block for _, block in kept), np.int32, len(kept)),
    )

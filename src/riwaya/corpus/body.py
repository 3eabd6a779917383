"""The words of a page's own text, as arrays: what fingerprints and copies are made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import xxhash

from riwaya.arabic import tokens
from riwaya.arabic.words import Token
from riwaya.model import BODY_ROLES, Analysed, Block

Hashes = npt.NDArray[np.uint64]
Offsets = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Words:
    """The folded words and numbers of a page's title and body, in text order.

    ``keys`` are 64-bit hashes of the folded words; ``starts`` and ``ends`` code points of the page's
    text; ``paragraphs`` the index of the block that each word stands in, ``titles`` whether that is
    the title.
    """

    keys: Hashes
    starts: Offsets
    ends: Offsets
    paragraphs: Offsets
    titles: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.keys)


@lru_cache(maxsize=1 << 17)
def word_hash(key: str) -> int:
    """The 64-bit xxh3 of a folded word: the same on every machine and in every run."""
    return xxhash.xxh3_64_intdigest(key.encode("utf-8", "surrogatepass"))


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


def body_words(page: Analysed) -> Words:
    """The words of a page's title and body as arrays."""
    body = body_tokens(page)
    return Words(
        keys=np.fromiter((word_hash(t.key) for t, _, _ in body), np.uint64, len(body)),
        starts=np.fromiter((t.start for t, _, _ in body), np.int32, len(body)),
        ends=np.fromiter((t.end for t, _, _ in body), np.int32, len(body)),
        paragraphs=np.fromiter((p for _, p, _ in body), np.int32, len(body)),
        titles=np.fromiter((title for _, _, title in body), np.bool_, len(body)),
    )

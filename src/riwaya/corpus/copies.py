"""Copied passages: which words of one page stand in another, found without comparing every pair."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from riwaya.corpus.digest import Digest
from riwaya.model import Analysed, Copy


def find_copies(
    digests: Sequence[Digest],
    load: Callable[[str], Analysed],
    *,
    new: Collection[str] | None = None,
) -> list[Copy]:
    """The passages that two of these pages share. ``new``: only pairs that touch these page ids."""
    raise NotImplementedError

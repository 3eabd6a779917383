"""Stories: pages of one focal event."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.corpus.digest import Digest
from riwaya.model import Copy, Story


def find_stories(digests: Sequence[Digest], copies: Sequence[Copy]) -> list[Story]:
    """Every page in one story. The result does not depend on the order of either sequence."""
    raise NotImplementedError

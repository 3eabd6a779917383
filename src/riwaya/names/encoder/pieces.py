"""Words to pieces: a unigram vocabulary (Kudo 2018), the likeliest segmentation by Viterbi."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

_SPACE = "\u2581"
_LEAST = -1e30
_UNKNOWN_COST = 10.0


class Vocabulary:
    """Pieces with their log probabilities; ``▁`` stands for the space before a word."""

    def __init__(  # the parts of a vocabulary file
        self,
        pieces: dict[str, int],
        scores: Sequence[float],
        normal: dict[int, str],
        start: int,
        end: int,
        unknown: int,
    ) -> None:
        self.start, self.end, self.unknown = start, end, unknown
        self._pieces, self._scores, self._normal = pieces, scores, normal
        self._cache: dict[str, tuple[int, ...]] = {}

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._pieces))

    @cached_property
    def _unknown_score(self) -> float:
        return min(self._scores) - _UNKNOWN_COST

    def pieces(self, word: str) -> tuple[int, ...]:
        """The piece numbers of one word (no space in it); never none."""
        known = self._cache.get(word)
        if known is None:
            normal = word.translate(self._normal).strip() or word
            known = tuple(p for part in normal.split() for p in self._segment(_SPACE + part)) or (
                self.unknown,
            )
            self._cache[word] = known
        return known

    def _segment(self, text: str) -> list[int]:
        best = [0.0] + [_LEAST] * len(text)
        chosen = [(0, self.unknown)] * (len(text) + 1)
        for i in range(len(text)):
            for j in range(i + 1, min(len(text), i + self._longest) + 1):
                piece = self._pieces.get(text[i:j])
                if piece is None or piece == self.unknown:
                    continue
                score = best[i] + self._scores[piece]
                if score > best[j]:
                    best[j], chosen[j] = score, (i, piece)
            if best[i] + self._unknown_score > best[i + 1]:
                best[i + 1], chosen[i + 1] = best[i] + self._unknown_score, (i, self.unknown)
        out = []
        at = len(text)
        while at:
            at, piece = chosen[at]
            out.append(piece)
        return out[::-1]

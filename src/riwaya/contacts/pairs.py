"""Pairs: whom الرئيسان, البلدان, بينهما stand for."""

from __future__ import annotations

from riwaya.contacts.lexicon import side, state, words
from riwaya.contacts.scene import Scene
from riwaya.model import Ref

_SENTENCES_BACK = 2


class Pairs:
    """Which two the text last told of together, persons and states apart."""

    def __init__(self) -> None:
        self._last: dict[str, list[Ref]] = {"PER": [], "GPE": [], "any": []}

    def told(self, scene: Scene, parties: list[Ref]) -> None:
        """Remember the parties of a contact."""
        if len(parties) < 2:
            return
        self._last["any"] = parties
        for kind in ("PER", "GPE"):
            if all(scene.types.get(ref.key, "GPE") == kind for ref in parties):
                self._last[kind] = parties

    @property
    def last(self) -> list[Ref]:
        """The last two persons, else the last two."""
        return list(self._last["PER"] or self._last["any"])

    def resolve(self, scene: Scene, at: int, sentence: int, pair: Ref) -> list[Ref]:
        """The refs that a pair at a token stands for, or nothing.

        ``pair`` has its word as name, and the states of رئيسي مصر والأردن as names: persons of other
        states are not meant, and the states themselves stand for those whom nobody names.
        """
        found = self._resolve(scene, at, sentence, pair.name or "")
        if pair.names:
            date = scene.found.published.value[:10] if scene.found.published else None
            if {side(ref.entity, date) for ref in found} != set(pair.names):
                return [state(key) for key in pair.names]
        return found

    def _resolve(self, scene: Scene, at: int, sentence: int, word: str) -> list[Ref]:
        if word in words("pairs", "group"):
            return self._last["any"] if len(self._last["any"]) > 2 else []
        wanted = "GPE" if word in words("pairs", "state") else "PER"
        first = scene.bounds[sentence][0]
        begin = scene.bounds[max(0, sentence - _SENTENCES_BACK)][0]
        return (
            _joined_pair(scene, first, at, wanted)
            or (self._last[wanted] if len(self._last[wanted]) == 2 else [])
            or _joined_pair(scene, begin, first, wanted)
            or (_last_two(scene, begin, at) if wanted == "PER" else [])
        )


def _joined_pair(scene: Scene, first: int, stop: int, wanted: str) -> list[Ref]:
    """The last two that stand joined by و before a token."""
    for at in range(stop - 1, first - 1, -1):
        unit = scene.unit_at.get(at)
        if unit is not None and unit.type == wanted:
            chain = scene.chain(at, stop)
            if len({u.key for u in chain}) == 2:
                return [u.ref for u in chain]
    return []


def _last_two(scene: Scene, first: int, stop: int) -> list[Ref]:
    """The last two persons before a token."""
    out: list[Ref] = []
    for at in range(stop - 1, first - 1, -1):
        unit = scene.unit_at.get(at)
        if unit is not None and unit.type == "PER" and all(unit.key != r.key for r in out):
            out.append(unit.ref)
            if len(out) == 2:
                return out
    return []

"""Pairs: whom الرئيسان, البلدان, بينهما stand for."""

from __future__ import annotations

from riwaya.contacts.lexicon import is_state, offices_of, side, state, words
from riwaya.contacts.scene import Scene
from riwaya.model import Ref

_SENTENCES_BACK = 2
_KEPT = 4  # pairs of persons that a word may still mean


class Pairs:
    """Which two the text last told of together, persons and states apart."""

    def __init__(self) -> None:
        self._last: dict[str, list[Ref]] = {"PER": [], "GPE": [], "any": []}
        self._persons: list[list[Ref]] = []

    def told(self, scene: Scene, parties: list[Ref]) -> None:
        """Remember the parties of a contact."""
        if len(parties) < 2:
            return
        self._last["any"] = parties
        for kind in ("PER", "GPE"):
            if all(scene.types.get(ref.key, "GPE") == kind for ref in parties):
                self._last[kind] = parties
                if kind == "PER" and len(parties) == 2 and parties not in self._persons[-_KEPT:]:
                    self._persons.append(parties)

    @property
    def last(self) -> list[Ref]:
        """The last two persons, else the last two."""
        return list(self._last["PER"] or self._last["any"])

    def resolve(self, scene: Scene, at: int, sentence: int, pair: Ref) -> list[Ref]:
        """The refs that a pair at a token stands for, or nothing.

        ``pair`` has its word as name, and the states of رئيسي مصر والأردن as names: persons of other
        states are not meant, and the states themselves stand for those whom nobody names.
        """
        if pair.name in words("pairs", "side"):  # بينهما, of a pair told before in the sentence
            earlier = (
                scene.unit_at.get(i) for i in range(at - 1, scene.bounds[sentence][0] - 1, -1)
            )
            pair = next((u.ref for u in earlier if u and u.type == "PAIR" and u.ref.names), pair)
        found = self._resolve(scene, at, sentence, pair.name or "")
        if pair.names:
            date = scene.found.published.value[:10] if scene.found.published else None
            if {side(ref.entity, date) for ref in found} != set(pair.names):
                return [state(key) for key in pair.names]
        return found

    def _resolve_states(self, scene: Scene, at: int, sentence: int) -> list[Ref]:
        first = scene.bounds[sentence][0]
        begin = scene.bounds[max(0, sentence - _SENTENCES_BACK)][0]
        last = self._last["GPE"]
        return (
            _joined_pair(scene, first, at, "GPE")
            or (last if len(last) == 2 else [])
            or _joined_pair(scene, begin, first, "GPE")
        )

    def _resolve(self, scene: Scene, at: int, sentence: int, word: str) -> list[Ref]:
        if word in words("pairs", "group"):
            return self._last["any"] if len(self._last["any"]) > 2 else []
        wanted = "GPE" if word in words("pairs", "state") else "PER"
        if wanted == "GPE":
            return [_state_of(ref) for ref in self._resolve_states(scene, at, sentence)]
        first = scene.bounds[sentence][0]
        begin = scene.bounds[max(0, sentence - _SENTENCES_BACK)][0]
        candidates = (
            _joined_pair(scene, first, at, wanted),
            _only_two(scene, first, at) if word in words("pairs", "side") else [],
            *reversed(self._persons[-_KEPT:]),
            _joined_pair(scene, begin, first, wanted),
            _last_two(scene, begin, at),
        )
        today = scene.found.published.value[:10] if scene.found.published else None
        return next((c for c in candidates if c and _both_hold(c, word, today)), [])


def _state_of(ref: Ref) -> Ref:
    """A state for its capital: البلدين behind سيول وبيونغ يانغ."""
    of = side(ref.entity)
    return state(of) if of is not None and of != ref.entity and is_state(of) else ref


def _both_hold(refs: list[Ref], word: str, today: str | None) -> bool:
    """Whether both can hold the office that a pair's word names; who holds none known can."""
    heads, ministers = word in words("pairs", "heads"), word in words("pairs", "ministers")
    leaders = word in words("pairs", "leaders")
    if not (heads or ministers or leaders):
        return True
    fits: tuple[str, ...] = ("president", "king", "leader") if heads else ("minister",)
    if leaders:
        fits = ("president", "king", "leader", "prime", "chancellor", "emir", "prince", "sultan")
    for ref in refs:
        held = offices_of(ref.entity, today)
        if held and not any(end in office for office in held for end in fits):
            return False
    return True


def _joined_pair(scene: Scene, first: int, stop: int, wanted: str) -> list[Ref]:
    """The last two that stand joined by و before a token."""
    for at in range(stop - 1, first - 1, -1):
        unit = scene.unit_at.get(at)
        if unit is not None and unit.type == wanted and not unit.role:
            chain = scene.chain(at, stop)
            if len({u.key for u in chain}) == 2:
                return [u.ref for u in chain]
    return []


def _only_two(scene: Scene, first: int, stop: int) -> list[Ref]:
    """The two last persons of a sentence, where one is told what the other is to him: أثناء لقاء بينهما."""
    found = _last_two(scene, first, stop)
    return found if len(found) == 2 else []


def _last_two(scene: Scene, first: int, stop: int) -> list[Ref]:
    """The last two persons before a token."""
    out: list[Ref] = []
    for at in range(stop - 1, first - 1, -1):
        unit = scene.unit_at.get(at)
        if unit is None or unit.type != "PER" or unit.role:
            continue
        if all(unit.key != r.key for r in out):
            out.append(unit.ref)
            if len(out) == 2:
                return out
    return []

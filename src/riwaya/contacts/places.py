"""The places of a contact that units fill, and the lists of words that tell of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.contacts.lexicon import reading, words
from riwaya.contacts.scene import Scene, Unit
from riwaya.contacts.triggers import Trigger


@dataclass(slots=True)
class Arguments:
    """The units in the places of a contact. ``end`` is the token at which its phrase ends.

    ``light``: a verb holds the noun (أجرى); ``explicit``: the parties are the contact's own, not only those of the clause around it;
    ``guessed``: one side is only whoever acts in the clause; ``pair``: its verb has two doers in its ending; ``reached``: the doer called the other side; ``own_words``: whoever speaks took part (أجريتها);
    ``further``: destinations behind the first one: زيارة X وY; ``others``: partners of further ones: قمة مع X، ومع Y;
    ``untimed``: the time beside it is another's.
    """

    parties: list[Unit] = field(default_factory=list)
    partners: list[Unit] = field(default_factory=list)
    initiator: Unit | None = None
    place: Unit | None = None
    destination: Unit | None = None
    states: list[tuple[str, int]] = field(default_factory=list)
    explicit: bool = True
    pair: bool = False
    reached: bool = False
    own_words: bool = False
    further: list[Unit] = field(default_factory=list)
    others: list[list[Unit]] = field(default_factory=list)
    untimed: bool = False
    light: bool = False
    guessed: bool = False
    end: int = 0

    def everyone(self) -> list[Unit]:
        """The parties in order, each once."""
        out: list[Unit] = []
        for unit in [*self.parties, *self.partners]:
            if unit.type == "PAIR" or all(unit.key != other.key for other in out):
                out.append(unit)
        return out


def aside_end(scene: Scene, trigger: Trigger, stop: int) -> int:
    """The token behind what can be a trigger's own, at most ``stop``: in a relative clause between commas the second one.

    التقى X، الذي كان في زيارة لـY، يوم الأحد مع Z: day and partner are the meeting's.
    """
    first, last = scene.bounds[trigger.sentence]
    stop = min(stop, last)
    clause = scene.clause_start(trigger.first, first)
    aside = (
        scene.key(clause) in words("boundaries", "relative") and scene.key(clause - 1) in _COMMAS
    )
    if not (aside and trigger.is_noun):
        return stop
    commas = (at for at in range(trigger.last + 1, stop) if scene.key(at) in _COMMAS)
    return next((at for at in commas if at not in scene.inside_unit), stop)


_COMMAS = frozenset({"،", ","})


def told(group: str) -> frozenset[str]:
    """The folded words of one list of ``[arguments]``."""
    return words("arguments", group)


def names_contact(key: str) -> bool:
    """Whether a word is a noun for a contact: what follows it is its own."""
    read = reading(key)
    return read is not None and read.frame == "noun" and read.kind not in ("talk", "letter")

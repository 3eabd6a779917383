"""How near to a trigger a unit stands, and what stands between: what decides whether it is the trigger's own."""

from __future__ import annotations

from riwaya.arabic import fold_key
from riwaya.contacts.lexicon import city, has, nationalities, phrases, words
from riwaya.contacts.places import Arguments
from riwaya.contacts.scene import Scene, Unit
from riwaya.contacts.triggers import Trigger

_BY_REACH = 12
_OWNER_REACH = 5
_DASHES = frozenset({"-", "–", "—", "/", "_"})
_VERBAL = frozenset({"لقاء", "بلقاء", "للقاء"})


class Nearness:
    """A trigger and what has been read behind it. ``pending`` is the preposition that waits for its unit."""

    def __init__(self, scene: Scene, trigger: Trigger) -> None:
        self.scene, self.trigger = scene, trigger
        self.args = Arguments()
        self.pending = ""
        self.drifted = False  # behind another noun: what comes with مع is its own

    def _seat(self, unit: Unit) -> bool:
        """Whether a body's name is where it sits: البيت الأبيض."""
        comes = self.trigger.read.frame == "arrive" or self.trigger.read.arrival
        name = tuple(fold_key(unit.ref.name or "").split())
        return not comes and name in phrases("heads", "seats")

    def _attended(self) -> bool:
        """Whether the words before a noun tell that who follows took part: شارك في اللقاء X, حضر اللقاء X."""
        first, scene = self.trigger.first, self.scene
        if scene.key(first - 1) == "في":
            return has("verbs", "attend", scene.key(first - 2))
        return has("verbs", "present", scene.key(first - 1))

    def _verbal(self) -> bool:
        """Whether the noun is a verb's, with doer and object: لقاء X Y, استقبال X Y."""
        read, key = self.trigger.read, self.scene.key(self.trigger.first)
        met = key.removeprefix("و") in _VERBAL and not read.pronoun
        return read.hosting or met

    def _past_place(self, unit: Unit) -> bool:
        """Whether في before a person governs a plain place between: in nobody does anybody meet."""
        free = unit.type in ("PER", "GROUP") and self.scene.key(unit.first - 1) != "في"
        host = not self.trigger.is_noun or self._verbal()
        return host and self.pending == "في" and free

    def _common(self, at: int) -> bool:
        """Whether a word behind the trigger is in no unit or time, and no honorific."""
        scene = self.scene
        free = at > self.trigger.last and scene.toks[at].is_word and at not in scene.inside_unit
        return free and at not in scene.in_time and not has("chains", "honorifics", scene.key(at))

    def _unlisted(self, at: int) -> bool:
        """Whether a word is neither a title nor the kind of a place: not الوزير, مدينة."""
        key = self.scene.key(at)
        titled = (
            has("chains", "gap", key) or key in nationalities() or has("verbs", "auxiliary", key)
        )
        return not titled and key not in words("heads", "places")

    def _anothers(self, unit: Unit) -> bool:
        """Whether an indefinite word governs a body or state behind a verb: استقالة الحكومة."""
        at = unit.first - 1
        word = self.scene.key(at)
        return (
            unit.type in ("ORG", "GPE")
            and self._common(at)
            and self._unlisted(at)
            and not word.startswith("ال")
        )

    def _reached(self, unit: Unit) -> bool:
        """Whether بـ can still be the noun's own: near, and in its clause."""
        scene = self.scene
        between = range(self.trigger.last + 1, unit.first)
        marks = any(scene.key(at) in ("،", ",") for at in between if at not in scene.inside_unit)
        return len(between) <= _BY_REACH and (not marks or bool(self.args.parties))

    def _near(self, unit: Unit) -> bool:
        return not self.drifted and self._words_before(unit) < _OWNER_REACH

    def _words_before(self, unit: Unit) -> int:
        """How many tokens of no unit or time stand between the trigger and a unit."""
        between = range(self.trigger.last + 1, unit.first)
        scene = self.scene
        return sum(1 for i in between if i not in scene.inside_unit and i not in scene.in_time)

    def _names_its_place(self, unit: Unit, people: list[Unit]) -> bool:
        """قمة هلسنكي: a single place beside the noun is where it was, but for اجتماع مصر مع X."""
        alone = len(people) <= 1 and self.scene.unit_at.get(unit.last + 1) is None
        here = city(self.scene.text[unit.start : unit.end])
        town = here is not None and here.entity == unit.ref.entity  # محادثات نيويورك مع X
        return alone and unit.type == "GPE" and (town or self.scene.key(unit.last + 1) != "مع")

    def _beside(self, people: list[Unit]) -> list[Unit]:
        """The owners of a noun, with one that stands beside them without و: اجتماع روسيا الناتو."""
        if not people:
            return people
        dash = people[-1].last + 1
        if self.scene.key(dash) in _DASHES and (other := self.scene.unit_at.get(dash + 1)):
            alike = other.type == people[-1].type and not other.prefix
            return [*people, other] if alike else people  # قمة X - Y
        following = self.scene.unit_at.get(people[-1].last + 1)
        if following is None or following.prefix or people[-1].type == "PER":
            return people
        return [*people, following] if following.type in ("GPE", "ORG") else people

    def _met(self, unit: Unit) -> bool:
        """Whether a unit is the object of a verbal noun: لقاء X في عمان Y."""
        host = self._verbal() and len(self.args.parties) == 1 and not self.drifted
        return host and unit.type in ("PER", "GROUP") and not unit.prefix

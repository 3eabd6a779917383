"""What the words right behind a contact noun say of it: its states, its body, who did, hosted, sent or got it."""

from __future__ import annotations

from riwaya.contacts.lexicon import body_of, nationalities, nationality, state
from riwaya.contacts.nearness import Nearness
from riwaya.contacts.places import told
from riwaya.contacts.scene import Scene, Unit, UnitType
from riwaya.contacts.triggers import Trigger
from riwaya.model import Ref

_STATES_REACH = 3
_JOINT_REACH = 8
_KOREAN = "الكوريه"


class NounWords(Nearness):
    """What has been read behind a noun. ``topic``: behind حول, names are what it is about; ``received``: behind تلقاه, من names who called."""

    def __init__(self, scene: Scene, trigger: Trigger) -> None:
        super().__init__(scene, trigger)
        self.topic = False
        self.received = False

    def _word_of_noun(self, at: int, key: str) -> bool:
        """Note what a word says of a noun's contact: its states, who did, hosted, sent or got it."""
        near = at <= self.trigger.last + _STATES_REACH or self._joint(at)
        if self.trigger.kind == "summit" and at <= self.trigger.last + 2 and (of := body_of(key)):
            self.args.parties += [
                self._as_unit(state(key), i, "GPE") for key, i in self.args.states
            ]  # القمة الأمريكية الخليجية
            self.args.parties.append(self._as_unit(of, at))
        elif key == _KOREAN == self.scene.key(at + 2) and not self.scene.toks[at + 1].is_word:
            self.args.states.extend([("north-korea", at), ("south-korea", at + 2)])
        elif key in nationalities() and near:
            if (told_by := nationality(key, self.scene.key(at + 1))) is not None:
                self.args.states.append((told_by.state, at))
        elif key in told("done_by") or key in told("hosted"):
            self.pending, self.topic = "فاعل" if key in told("done_by") else "مضيف", False
        elif key in told("first_person"):
            self.args.own_words = True
        elif self.trigger.read.hosting and key == "بحضور":
            self.pending, self.topic = "مع", False  # استقبال X بحضور Y
        elif self.trigger.kind == "letter" and key in told("carried_by"):
            self.pending, self.topic = "عن", True
        elif self.trigger.kind == "meeting" and key in told("honour"):
            self.pending, self.topic = "مع", False
        elif self.trigger.kind == "letter" and key in told("sent_by"):
            self.pending, self.topic, self.args.light = "فاعل", False, True
        elif key in told("received"):
            self.pending, self.topic, self.received = "فاعل", False, True
        else:
            return False
        return True

    def _joint(self, at: int) -> bool:
        """Whether two nationalities stand together behind a body's words: اللجنة العسكرية الروسية المصرية."""
        key = self.scene.key
        beside = key(at + 1) in nationalities() or key(at - 1) in nationalities()
        return beside and at <= self.trigger.last + _JOINT_REACH and not self.args.everyone()

    def _of_two_states(self, unit: Unit) -> bool:
        """Note the states of a joint body, where only the first is in its name: اللجنة العسكرية الروسية | المصرية."""
        scene, both = self.scene, (unit.last, unit.last + 1)
        joint = unit.type == "ORG" and all(scene.key(at) in nationalities() for at in both)
        if not (joint and self.trigger.is_noun) or self.args.everyone():
            return False
        for at in both:
            if (told_by := nationality(scene.key(at), scene.key(at + 1))) is not None:
                self.args.states.append((told_by.state, at))
        return True

    def _as_unit(self, body: Ref, at: int, kind: UnitType = "ORG") -> Unit:
        """A body that an adjective names, as a party: القمة العربية."""
        self.scene.types.setdefault(body.key, kind)
        return Unit(*self.scene.span(at, at), at, at, body, kind)

"""Triggers: the words of a page that name a contact, with the kind that they and their neighbours tell."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.contacts.lexicon import Reading, phrases, reading, words
from riwaya.contacts.scene import Scene

_ADJECTIVE_REACH = 2  # how many words after a noun may still settle its kind
_VIDEO_REACH = 8
_TURNING_REACH = 8


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names a contact: its tokens, its sentence, its reading and settled kind."""

    first: int
    last: int
    sentence: int
    read: Reading
    kind: str
    soft: bool = False

    @property
    def is_noun(self) -> bool:
        return self.read.frame == "noun"

    @property
    def refers_back(self) -> bool:
        """Whether it may stand for a contact told before: المكالمة, زيارته."""
        return self.read.definite and not (self.read.arrival or self.read.owned)


def find_triggers(scene: Scene) -> list[Trigger]:
    """Every trigger of the page's body, in order."""
    out: list[Trigger] = []
    for sentence, (first, last) in enumerate(scene.bounds):
        at = first
        if (headline := _headline(scene, sentence)) is not None:
            out.append(headline)
        while at < last:
            trigger = None
            read = reading(scene.keys[at])
            if read is not None and scene.toks[at].is_word and at not in scene.inside_unit:
                trigger = _settle(scene, at, last, sentence, read)
            if trigger is not None:
                out.append(trigger)
                at = trigger.last
            at += 1
    return out


def _headline(scene: Scene, sentence: int) -> Trigger | None:
    """A title without a verb that sends somebody somewhere: X إلى موسكو."""
    first, last = scene.bounds[sentence]
    chain = scene.chain(first, last) if sentence in scene.titles else []
    if not chain or any(u.type not in ("PER", "GROUP") for u in chain):
        return None
    at = chain[-1].last + 1
    goal = scene.unit_at.get(at + 1)
    if scene.key(at) != "الي" or goal is None or goal.type != "GPE":
        return None
    return Trigger(at, at, sentence, Reading("visit", "arrive", "future"), "visit")


def _settle(scene: Scene, at: int, stop: int, sentence: int, read: Reading) -> Trigger | None:
    """The trigger at a token with its kind, or None where it names no contact."""
    near = [scene.key(i) for i in range(at + 1, min(at + 1 + _ADJECTIVE_REACH, stop))]
    if read.frame == "noun" and near and near[0] in words("modifiers", "not_contact", "triggers"):
        return None
    figure = (
        read.kind == "letter" and near and near[0] in words("modifiers", "figurative", "triggers")
    )
    things = read.arrival and at + 1 not in scene.unit_at  # وصول المساعدات إلى كذا
    if read.frame == "noun" and (figure or things or _of_a_body(scene, at)):
        return None
    phone = words("modifiers", "phone", "triggers")
    video = words("modifiers", "video", "triggers")
    kind, last = read.kind, at
    if read.frame == "noun":
        for offset, key in enumerate(near):
            if (other := reading(key)) is not None and other.kind != "summit":
                break  # its words are its own
            if key in phone:
                kind, last = "phone_call", at + 1 + offset
            elif key in video and kind in ("contact", "talks", "talk", "meeting", "phone_call"):
                kind, last = "video_call", at + 1 + offset
            elif key in words("modifiers", "summit", "triggers") and kind == "meeting":
                kind, last = "summit", at + 1 + offset
            if last != at:
                break
        if kind not in ("visit", "letter") and _video_follows(scene, at, stop):
            kind = "video_call"
        if kind in ("contact", "talks") and _has_phrase(scene, at, stop, "phone_phrase", 4):
            kind = "phone_call"
        return None if kind == "talk" else Trigger(at, last, sentence, read, kind)
    return _settle_verb(scene, at, stop, sentence, read)


def _of_a_body(scene: Scene, at: int) -> bool:
    """Whether a noun only tells what a body or a room is for: اللجنة العليا للمفاوضات, قاعة الاجتماعات."""
    key = scene.key(at)
    bodies = words("modifiers", "bodies", "triggers")
    if key.startswith("لل"):
        return any(scene.key(i) in bodies for i in range(at - 3, at))
    return key.startswith("ال") and scene.key(at - 1) in bodies


def _settle_verb(scene: Scene, at: int, stop: int, sentence: int, read: Reading) -> Trigger | None:
    if scene.key(at + 1) in words("modifiers", "not_doers", "triggers"):
        return None
    if read.frame == "arrive":
        turning = words("modifiers", "turning", "triggers")
        if any(scene.key(i) in turning for i in range(at + 1, min(at + _TURNING_REACH, stop))):
            return None
    if read.frame in ("speak", "discuss", "dial"):
        by_phone = any(scene.key(i) == "هاتفيا" for i in range(at + 1, min(at + 14, stop)))
        if not by_phone and not _has_phrase(scene, at, stop, "phone_phrase", 12):
            if read.frame != "dial":  # tells more of a contact that other words name
                kind = "contact" if read.frame == "speak" else "talks"
                return Trigger(at, at, sentence, read, kind, soft=True)
            if not _person_after(scene, at, stop):
                return None
    kind = "video_call" if read.frame == "meet" and _video_follows(scene, at, stop) else read.kind
    return Trigger(at, at, sentence, read, kind)


def _person_after(scene: Scene, at: int, stop: int) -> bool:
    """Whether بـ and a person follow: اتصل الوزير بنظيره."""
    following = (scene.unit_at.get(i) for i in range(at + 1, min(at + 12, stop)))
    return any(u is not None and u.type == "PER" and u.preposition == "ب" for u in following)


def _video_follows(scene: Scene, at: int, stop: int) -> bool:
    return _has_phrase(scene, at, stop, "video_phrase", _VIDEO_REACH)


def _has_phrase(scene: Scene, at: int, stop: int, group: str, reach: int) -> bool:
    listed = phrases("modifiers", group, "triggers")
    openers = {phrase[0] for phrase in listed}
    for begin in range(at + 1, min(at + 1 + reach, stop)):
        if scene.is_boundary(begin) and scene.key(begin) not in words("boundaries", "relative"):
            return False
        if (read := reading(scene.key(begin))) is not None and read.frame == "noun":
            return False
        if scene.key(begin) not in openers:
            continue
        for phrase in listed:
            if all(scene.key(begin + i) == word for i, word in enumerate(phrase)):
                return True
    return False

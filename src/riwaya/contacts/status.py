"""Status: whether a contact was held, is planned, proposed, put off, called off or denied."""

from __future__ import annotations

from riwaya.contacts.clauses import is_verb
from riwaya.contacts.lexicon import has, words
from riwaya.contacts.rightward import Arguments
from riwaya.contacts.scene import Scene
from riwaya.contacts.triggers import Trigger
from riwaya.model import ContactStatus, Span

_LEFT, _RIGHT = 8, 12
_NEAR = 3
_CUES: tuple[tuple[str, ContactStatus], ...] = (
    ("cancelled", "cancelled"), ("postponed", "postponed"), ("declined", "declined"), ("denied", "denied"),
    ("proposed", "proposed"), ("planned", "planned"), ("upcoming", "planned"),
)  # fmt: skip

Told = tuple[ContactStatus | None, Span, bool]
"""A status (None: nothing is reported), the words that tell it, whether they are sure of it."""


def status_of(scene: Scene, trigger: Trigger, args: Arguments) -> Told:
    """A contact's status; None where the text has a wish, a condition or a negation only."""
    own = scene.span(trigger.first, trigger.last)
    left = _left_words(scene, trigger)
    if not trigger.is_noun:
        return _of_verb(scene, trigger, left, own)
    governor = scene.key(left[0]) if left else ""
    if (been := _has_been(scene, trigger)) is not None:
        return "held", been, True
    if has("arguments", "occasion", governor):
        for at in left:
            if _future(scene.key(at)):
                return "planned", scene.span(at, at), True
    if _stands_before(scene, trigger):
        return "planned", own, True
    adjunct = has("status", "adjunct", governor)
    if has("status", "before", governor):
        return _from_right(scene, trigger, args) or ("planned", own, False)
    return (
        _from_left(scene, left, adjunct=adjunct)
        or _from_right(scene, trigger, args)
        or ("held", own, adjunct or bool(left))
    )


def _left_words(scene: Scene, trigger: Trigger) -> list[int]:
    """The word tokens before a trigger in its clause, the nearest first."""
    lower = scene.clause_start(trigger.first, scene.bounds[trigger.sentence][0])
    out: list[int] = []
    for at in range(trigger.first - 1, lower - 1, -1):
        if scene.toks[at].is_word and at not in scene.inside_unit:
            out.append(at)
        if len(out) == _LEFT:
            break
    return out


def _has_been(scene: Scene, trigger: Trigger) -> Span | None:
    """المكالمة التي جرت: the words that tell that it took place."""
    relative = words("boundaries", "relative")
    for at in (trigger.last + 1, trigger.last + 2):
        if scene.key(at) in relative and scene.key(at + 1) in words("arguments", "been"):
            return scene.span(at + 1, at + 1)
    return None


def _stands_before(scene: Scene, trigger: Trigger) -> bool:
    """Whether what is told came before the contact: قبل أسبوع من زيارة."""
    at = trigger.first - 1
    if scene.key(at) != "من" or at - 1 not in scene.in_time:
        return False
    while at - 1 in scene.in_time:
        at -= 1
    return "قبل" in (scene.key(at), scene.key(at - 1))


def _from_left(scene: Scene, left: list[int], *, adjunct: bool) -> Told | None:
    for at in left[:_NEAR] if adjunct else left:
        key, span = scene.key(at), scene.span(at, at)
        for group, status in _CUES:
            if _cue(group, key):
                return status, span, True
        if not adjunct and _future(key):
            return "planned", span, True
        if not adjunct and has("status", "unreal", key):
            return None, span, True
    return None


def _from_right(scene: Scene, trigger: Trigger, args: Arguments) -> Told | None:
    for at in range(trigger.last + 1, min(args.end + 1, trigger.last + _RIGHT, len(scene.toks))):
        if at in scene.inside_unit:
            continue
        key, span = scene.key(at), scene.span(at, at)
        if _cue("upcoming", key) or _future(key):
            return "planned", span, True
        if at <= trigger.last + _NEAR and key.startswith(("ال", "م")) and _cue("proposed", key):
            return "proposed", span, True
    return None


def _of_verb(scene: Scene, trigger: Trigger, left: list[int], own: Span) -> Told:
    past = trigger.read.tense == "past"
    for at in left[:_NEAR]:
        key, span = scene.key(at), scene.span(at, at)
        if _cue("planned", key) or _cue("upcoming", key):
            return "planned", span, True
        if has("status", "unreal", key) and not (past and key in ("قد", "وقد")):
            return None, own, True
        if _cue("proposed", key):
            return "proposed", span, True
    if trigger.read.tense == "future":  # ليلتقي is a purpose: the plan is not sure
        return "planned", own, not scene.key(trigger.first).startswith("ل")
    return "held", own, past


def _cue(group: str, key: str) -> bool:
    bare = key[1:] if len(key) > 4 and key[0] in "بل" else key
    bare = "ال" + key[2:] if key.startswith("لل") else bare
    return has("status", group, key) or has("status", group, bare)


def _future(key: str) -> bool:
    """Whether a folded word is a verb with the future particle."""
    bare = key[1:] if key[:1] in ("و", "ف") else key
    return len(bare) > 4 and bare.startswith(("سي", "ست")) and is_verb(key)

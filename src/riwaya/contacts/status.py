"""Status: whether a contact was held, is planned, proposed, put off, called off or denied."""

from __future__ import annotations

from riwaya.contacts.clauses import is_verb
from riwaya.contacts.cues import NEAR, Told, at_request, by_cue, cue, is_future
from riwaya.contacts.lexicon import has, reading, words
from riwaya.contacts.places import Arguments
from riwaya.contacts.scene import Scene
from riwaya.contacts.triggers import Trigger
from riwaya.model import ContactStatus, Span

_LEFT, _RIGHT = 8, 12
_OCCASION_LEFT = 20
_HAS_DONE = frozenset({"قد", "وقد", "فقد", "لقد", "ولقد"})

_HOLDING = frozenset({"عقد", "لعقد", "بعقد", "انعقاد", "بانعقاد", "لانعقاد"})
_BEGINNING = frozenset({"بدء", "انطلاق", "بدايه", "افتتاح"})
_COMES = frozenset({"تاتي", "وتاتي", "ياتي", "وياتي"})
_CALLS = frozenset({"phone_call", "video_call", "contact", "letter"})
_ABOUT = frozenset({"عن", "وعن", "حول", "وحول", "بشان", "وبشان", "بخصوص", "وبخصوص"})
_HELD_BY_NOUN = frozenset({"عقد", "اجراء", "استيناف", "بدء", "مواصله"})
_ANNOUNCED = frozenset({"اعلان", "الاعلان", "اعلن", "اعلنت", "واعلن", "واعلنت"})
_PASSED: tuple[ContactStatus, ...] = ("cancelled", "postponed")


def status_of(scene: Scene, trigger: Trigger, args: Arguments) -> Told:
    """A contact's status; None where the text has a wish, a condition or a negation only."""
    own = scene.span(trigger.first, trigger.last)
    left = _left_words(scene, trigger)
    if not trigger.is_noun:
        return _of_verb(scene, trigger, left, own)
    governor = scene.key(left[0]) if left and _beside(scene, left[0], trigger.first) else ""
    if governor in words("status", "ordinal") and len(left) > 1:
        governor = scene.key(left[1])  # في أول قمة
    if governor == "علي" and trigger.kind == "contact" and not trigger.read.definite:
        return None, own, True  # على اتصال مع: a state of things
    if has("arguments", "occasion", governor) and not _entered(scene, left):
        return _of_relative(scene, trigger) or _of_occasion(scene, trigger, args)
    owned = bool(trigger.read.pronoun) and has("prepositions", "any", governor)
    adjunct = owned or (has("status", "adjunct", governor) and not _entered(scene, left))
    return (
        _undone(scene, trigger, args, left)
        or _of_relative(scene, trigger)
        or _of_governor(scene, trigger, args, left, governor)
        or _of_clause(scene, trigger, args, left, adjunct=adjunct)
    )


def _beside(scene: Scene, at: int, first: int) -> bool:
    """Whether only marks stand between a word and a noun: قبل "القمة"."""
    return all(not scene.toks[i].is_word and i not in scene.in_time for i in range(at + 1, first))


def _entered(scene: Scene, left: list[int]) -> bool:
    """Whether في stands behind a word of entering or wishing: مستعد للدخول في محادثات."""
    return (
        len(left) > 1
        and scene.key(left[0]) == "في"
        and has("arguments", "into", scene.key(left[1]))
    )


def _of_governor(
    scene: Scene, trigger: Trigger, args: Arguments, left: list[int], governor: str
) -> Told | None:
    """What the word that holds a noun tells of it: قبيل القمة, على هامش القمة, عقد القمة."""
    own = scene.span(trigger.first, trigger.last)
    if _stands_before(scene, trigger):
        return "planned", own, True
    if has("status", "margin", governor) and any(is_future(scene.key(at)) for at in left):
        return "planned", own, False
    adjunct = has("status", "adjunct", governor)
    announced = governor == "عن" and any(scene.key(i) in _ANNOUNCED for i in left[1:3])
    if announced and trigger.read.tense == "past" and not _of_relative(scene, trigger):
        return _from_right(scene, trigger, args) or ("planned", own, False)
    if scene.key(trigger.first - 1) in _HOLDING and not adjunct and trigger.read.definite:
        return _from_left(scene, trigger, left, adjunct=False) or ("planned", own, False)
    if has("status", "before", governor):
        return _from_right(scene, trigger, args) or ("planned", own, False)
    return None


def _of_clause(
    scene: Scene, trigger: Trigger, args: Arguments, left: list[int], *, adjunct: bool
) -> Told:
    """What the words before and behind a noun tell of it; else it was held."""
    own = scene.span(trigger.first, trigger.last)
    told = _from_left(scene, trigger, left, adjunct=adjunct)
    if told is not None and told[0] is None and trigger.read.definite:
        coming = _from_right(scene, trigger, args)  # أمله في أن تؤدي القمة المرتقبة
        told = coming if coming is not None and coming[0] == "planned" else told
    sure = has_been(scene, trigger) or ((adjunct or bool(left)) and not _going_on(scene, trigger))
    sure = sure and scene.key(trigger.first - 1) not in _COMES  # وتأتي زيارته: it may be due
    about = trigger.read.definite and scene.key(trigger.first - 1) in _ABOUT
    sure = sure and (
        not about or trigger.kind in _CALLS
    )  # عن القمة: what it is about tells nothing of it
    told = told or _from_right(scene, trigger, args)
    asked = trigger.kind == "visit" and any(scene.key(at).endswith("دعوه") for at in left)
    if told is None and trigger.read.prefix.endswith("ل") and (asked or _goes(scene, left)):
        return "planned", own, False  # توجه إلى X للقاء Y: what he goes for
    return told or ("held", own, sure)


def has_been(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words beside a noun are sure that it has been: آخر زيارة, القمة السابقة قد عقدت."""
    behind = range(trigger.last + 1, trigger.last + 2 + NEAR)
    been = any(scene.key(at) in words("arguments", "been") for at in behind)
    return trigger.is_noun and (been or scene.key(trigger.first - 1) == "اخر")


def _goes(scene: Scene, left: list[int]) -> bool:
    """Whether the words before are of coming, going or making ready."""
    keys = [scene.key(at) for at in left]
    return any(k == "الي" or has("verbs", "arrive", k) or has("verbs", "leave", k) for k in keys)


def _going_on(scene: Scene, trigger: Trigger) -> bool:
    """قمة تعقد بين X وY: the present tense does not tell whether it is under way or yet to be."""
    behind = range(trigger.last + 1, trigger.last + 1 + NEAR)
    return any(has("verbs", "now", scene.key(at)) for at in behind)


def _of_occasion(scene: Scene, trigger: Trigger, args: Arguments) -> Told:
    """What happened خلال it had it happen; what will happen in it makes it a plan."""
    for at in _left_words(scene, trigger, _OCCASION_LEFT):
        due = cue("upcoming", scene.key(at)) and scene.key(at - 1) in ("من", "ومن")
        if due or is_future(scene.key(at)):
            return "planned", scene.span(at, at), True
    own = scene.span(trigger.first, trigger.last)
    coming = _from_right(scene, trigger, args)
    if coming is not None and trigger.kind == "visit":
        return coming[0], coming[1], False  # خلال زيارته سيلتقي: the visit itself may be under way
    return coming or ("held", own, True)


def _left_words(scene: Scene, trigger: Trigger, reach: int = _LEFT) -> list[int]:
    """The word tokens before a trigger in its clause, the nearest first."""
    first = scene.bounds[trigger.sentence][0]
    lower = scene.clause_start(trigger.first, first)
    if _bare_that(scene, lower) and lower > first:  # من المقرر أن يلتقي
        lower = scene.clause_start(lower - 1, first)
    out: list[int] = []
    for at in range(trigger.first - 1, lower - 1, -1):
        if scene.toks[at].is_word and at not in scene.inside_unit and at not in scene.in_time:
            out.append(at)
        if len(out) == reach:
            break
    return out


def _bare_that(scene: Scene, at: int) -> bool:
    """Whether أن and a verb stand here: what is meant, not what is so."""
    return scene.key(at) == "ان" and is_verb(scene.key(at + 1))


def _of_relative(scene: Scene, trigger: Trigger) -> Told | None:
    """What a clause of its own tells: المكالمة التي جرت, الاجتماع الذي من المقرر أن يعقد."""
    relative = words("boundaries", "relative")
    for at in (trigger.last + 1, trigger.last + 2):
        if scene.key(at) in relative:
            if scene.key(at + 1) in words("arguments", "been"):
                return "held", scene.span(at + 1, at + 1), True
            if has("verbs", "now", scene.key(at + 1)):  # القمة التي تعقد هذا الشهر
                return "held", scene.span(at + 1, at + 1), False
            for behind in range(at + 1, at + 1 + NEAR):
                if cue("upcoming", scene.key(behind)):
                    return "planned", scene.span(behind, behind), True
    return None


def _undone(scene: Scene, trigger: Trigger, args: Arguments, left: list[int]) -> Told | None:
    """Whether what was due is told to be put off or called off: الزيارة التي كانت مقررة لـX ألغيت."""
    relative = _of_relative(scene, trigger)
    if relative is None or relative[0] != "planned":
        return None
    behind = (at for at in range(trigger.last + 1, args.end + 1) if at - 1 in scene.inside_unit)
    for at in (*left[:1], *behind):
        for status in _PASSED:
            if has("status", status, scene.key(at)) and at not in scene.inside_unit:
                return status, scene.span(at, at), True
    return None


def _stands_before(scene: Scene, trigger: Trigger) -> bool:
    """Whether what is told came before the contact: قبل أسبوع من زيارة."""
    at = trigger.first - 1
    at -= scene.key(at) in _HOLDING or scene.key(at) in _BEGINNING
    if scene.key(at) != "من" or at - 1 not in scene.in_time:
        return False
    while at - 1 in scene.in_time:
        at -= 1
    return "قبل" in (scene.key(at), scene.key(at - 1))


def _from_left(scene: Scene, trigger: Trigger, left: list[int], *, adjunct: bool) -> Told | None:
    purpose: Told | None = None
    prepared = trigger.read.prefix.endswith("ل")
    for at in left[:NEAR] if adjunct else left:
        key, span = scene.key(at), scene.span(at, at)
        if (told_by := by_cue(scene, trigger, left, at)) is not None:
            return told_by
        if key == "عدم" and scene.key(at + 1) in _HOLDING:
            return "cancelled", span, True  # عدم انعقاد القمة
        if scene.key(at - 1) == "ان" and has("verbs", "now", key) and not adjunct:
            return "planned", span, False  # ترجح أن تعقد القمة
        if _is_agreed(scene, left, at, adjunct=adjunct) or (not adjunct and is_future(key)):
            return "planned", span, True
        denied = key == "اي" and any(cue("denied", scene.key(i)) for i in left)
        if not adjunct and has("status", "unreal", key) and not denied and not _has_done(scene, at):
            return None, span, True
        if adjunct:
            continue  # بعد زيارة: what is to come is something else
        done = scene.key(at).startswith("ب") and any(_did(scene.key(i)) for i in left)
        if (cue("purpose", key) and not done) or (prepared and has("status", "prepares", key)):
            purpose = purpose or ("planned", span, _future_near(scene, left))
    return purpose


def _is_agreed(scene: Scene, left: list[int], at: int, *, adjunct: bool) -> bool:
    """Whether the word is what an agreement is on: اتفقا على قمة, اتفقا على عقد قمة."""
    if adjunct and has("status", "agreed", scene.key(at)) and scene.key(left[0]) == "علي":
        return True
    held = scene.key(at) in _HELD_BY_NOUN and scene.key(at - 1) == "علي"
    return held and any(has("status", "agreed", scene.key(i)) for i in left if i < at)


def _has_done(scene: Scene, at: int) -> bool:
    """قد before a perfect verb is no doubt: قد أجرى, against قد يجري."""
    verb = scene.key(at + 1)
    perfect = verb in words("verbs", "perfect") or verb[:1] not in ("ي", "ت", "ن")
    return scene.key(at) in _HAS_DONE and perfect


def _did(key: str) -> bool:
    """قام بعقد اجتماع: it was held."""
    return key.lstrip("وف") in ("قام", "قامت", "قاما", "بادر", "بادرت")


def _future_near(scene: Scene, left: list[int]) -> bool:
    """Whether the clause itself is of what will be, so that its purpose is a plan for sure."""
    return any(is_future(scene.key(at)) or cue("planned", scene.key(at)) for at in left)


def _from_right(scene: Scene, trigger: Trigger, args: Arguments) -> Told | None:
    words_seen = 0
    stop = min(args.end + 1, scene.bounds[trigger.sentence][1])
    for at in range(trigger.last + 1, stop):
        if at in scene.inside_unit:
            continue
        key, span = scene.key(at), scene.span(at, at)
        words_seen += scene.toks[at].is_word and at not in scene.in_time
        if words_seen > _RIGHT:
            return None
        coming = cue("upcoming", key) and _of_trigger(scene, trigger, at)
        if coming or (is_future(key) and not _within(trigger, key)):
            return "planned", span, True
        if at <= trigger.last + NEAR and key.startswith(("ال", "م")) and cue("proposed", key):
            return "proposed", span, True
    return None


def _within(trigger: Trigger, key: str) -> bool:
    """Whether a verb only tells what a visit is made of: زيارة سيزور بها مدنا."""
    read = reading(key)
    return trigger.kind == "visit" and read is not None and read.kind == "visit"


def _of_verb(scene: Scene, trigger: Trigger, left: list[int], own: Span) -> Told:
    past = trigger.read.tense == "past"
    meant = scene.key(trigger.first - 1) == "ان" and not past
    behind_that = scene.key(trigger.first - 1) == "ان"  # لم يسبق له أن التقى
    for at in left[: NEAR + 2] if behind_that else left[:NEAR]:
        key, span = scene.key(at), scene.span(at, at)
        if cue("planned", key) or cue("upcoming", key):
            return "planned", span, True
        if has("status", "unreal", key) and not (past and key in _HAS_DONE):
            return None, own, True
        if cue("proposed", key) and not at_request(scene, at):
            return "proposed", span, True
    if meant:  # أن يلتقي, and nothing tells that he will
        return _as_before(scene, trigger), own, True
    if trigger.read.tense == "future":  # ليلتقي is a purpose: the plan is not sure
        return "planned", own, not scene.key(trigger.first).startswith(("ل", "ال"))
    return "planned" if _tells_ahead(scene, trigger) else "held", own, past


def _as_before(scene: Scene, trigger: Trigger) -> ContactStatus | None:
    """قبل أن يلتقي is as the clause before: سيسافر إلى X قبل أن يجتمع مع Y."""
    if not before_that(scene, trigger):
        return None
    return "planned" if _due_earlier(scene, trigger) else "held"


def _due_earlier(scene: Scene, trigger: Trigger) -> bool:
    """Whether the sentence tells before what will be."""
    first = scene.bounds[trigger.sentence][0]
    return any(
        is_future(scene.key(i)) for i in range(first, trigger.first) if i not in scene.inside_unit
    )


def _tells_ahead(scene: Scene, trigger: Trigger) -> bool:
    """ويلتقي X في Y: outside headlines the present of a meeting verb is of what is to come."""
    present = trigger.read.tense == "present" and trigger.read.frame in ("meet", "receive")
    relative = scene.key(trigger.first - 1) in words("boundaries", "relative")
    return present and not relative and trigger.sentence not in scene.titles


def before_that(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb stands behind قبل أن: what whoever acts before it did next."""
    return scene.key(trigger.first - 1) == "ان" and scene.key(trigger.first - 2) == "قبل"


def _of_trigger(scene: Scene, trigger: Trigger, at: int) -> bool:
    """Whether an adjective of what is to come is the contact's: not للعقد القادم behind a visit."""
    if _than_expected(scene, at):
        return False
    free = at - 1 in scene.inside_unit or at in scene.in_time or at - 1 in scene.in_time
    return free or at <= trigger.last + NEAR or not scene.key(at - 1).startswith(("ال", "لل"))


def _than_expected(scene: Scene, at: int) -> bool:
    """أطول من المتوقع tells of no plan."""
    return scene.key(at - 1) == "من" and scene.key(at - 2) in words("status", "than")

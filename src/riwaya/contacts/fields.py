"""Fields of one contact beside its parties: status, time, duration, initiator, agenda."""

from __future__ import annotations

import re

from riwaya.contacts.arguments import Arguments, names_contact
from riwaya.contacts.clauses import is_verb
from riwaya.contacts.lexicon import has, phrases, words
from riwaya.contacts.scene import PARTY_TYPES, Scene, Unit
from riwaya.contacts.triggers import Trigger
from riwaya.model import ContactStatus, Span, Time

# A day, month, week, year or weekday that is told; deictic words without a date tell none.
_DATED = re.compile(
    r"(?:\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d(?:-WE)?)?|XXXX-\d\d-\d\d|XXXX-WXX-\d|\d{4}-XX-\d\d)"
    r"(?:T(?:MO|AF|EV|NI|\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?))?"
)
_CLOCK = re.compile(r"T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?")
_LENGTH = re.compile(r"P(?=[\dT])(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?")
_STATUS_LEFT, _STATUS_RIGHT = 8, 12
_AGENDA_WORDS = 14
_CUES: tuple[tuple[ContactStatus, str], ...] = (
    ("cancelled", "cancelled"),
    ("postponed", "postponed"),
    ("declined", "declined"),
    ("denied", "denied"),
    ("proposed", "proposed"),
    ("planned", "planned"),
)


def _left_words(scene: Scene, trigger: Trigger) -> list[int]:
    """The word tokens before a trigger in its clause, the nearest first."""
    lower = scene.clause_start(trigger.first, scene.bounds[trigger.sentence][0])
    out: list[int] = []
    for at in range(trigger.first - 1, lower - 1, -1):
        if scene.toks[at].is_word and at not in scene.inside_unit:
            out.append(at)
        if len(out) == _STATUS_LEFT:
            break
    return out


def status_of(
    scene: Scene, trigger: Trigger, args: Arguments
) -> tuple[ContactStatus | None, Span, bool]:
    """A contact's status, the words that tell it, and whether they are sure of it.

    None where nothing is reported: a wish, a condition, a negation.
    """
    own = scene.span(trigger.first, trigger.last)
    if trigger.read.frame != "noun":
        return _verb_status(scene, trigger, own)
    left = _left_words(scene, trigger)
    governor = left[0] if left else None
    happened = governor is not None and has("status", "adjunct", scene.key(governor))
    if _before_it(scene, trigger):
        return "planned", own, True
    for at in left[:3] if happened else left:
        key = scene.key(at)
        for status, group in _CUES:
            if _cue(group, key):
                return status, scene.span(at, at), True
        if not happened and (_future(key) and is_verb(key)):
            return "planned", scene.span(at, at), True
        if not happened and has("status", "unreal", key):
            return None, own, True
    for at in range(trigger.last + 1, min(args.end + 2, trigger.last + _STATUS_RIGHT)):
        key = scene.key(at)
        if at in scene.inside_unit:
            continue
        if _cue("planned", key) or (_future(key) and is_verb(key)):
            if at <= args.end:
                return "planned", scene.span(at, at), True
        if at <= trigger.last + 3 and _cue("proposed", key) and key.startswith(("ال", "م")):
            return "proposed", scene.span(at, at), True
    return "held", own, happened or governor is not None


def _before_it(scene: Scene, trigger: Trigger) -> bool:
    """Whether what is told came before the contact: قبل أسبوع من زيارة."""
    at = trigger.first - 1
    if scene.key(at) != "من" or at - 1 not in scene.in_time:
        return False
    while at - 1 in scene.in_time:
        at -= 1
    return "قبل" in (scene.key(at), scene.key(at - 1))


def _verb_status(
    scene: Scene, trigger: Trigger, own: Span
) -> tuple[ContactStatus | None, Span, bool]:
    left = _left_words(scene, trigger)
    for at in left[:3]:
        key = scene.key(at)
        if _cue("planned", key):
            return "planned", scene.span(at, at), True
        if has("status", "unreal", key) and not (
            key in ("قد", "وقد") and trigger.read.tense == "past"
        ):
            return None, own, True
        if _cue("proposed", key):
            return "proposed", scene.span(at, at), True
    if trigger.read.tense == "future":
        if scene.key(trigger.first).startswith("ل"):  # ليلتقي: a purpose
            return "planned", own, False
        return "planned", own, True
    return "held", own, trigger.read.tense == "past"


def _cue(group: str, key: str) -> bool:
    bare = key[1:] if len(key) > 4 and key[0] in "بل" else key
    return has("status", group, key) or has("status", group, bare)


def _future(key: str) -> bool:
    bare = key[1:] if key[:1] in ("و", "ف") else key
    return len(bare) > 4 and bare.startswith(("سي", "ست"))


# ---------------------------------------------------------------- times


def times_of(scene: Scene, trigger: Trigger, args: Arguments) -> list[Time]:
    """The dates and clock times that stand for a contact's own time, nearest first."""
    lower, upper = scene.bounds[trigger.sentence]
    clause = scene.clause_start(trigger.first, lower)
    governor = scene.key(trigger.first - 1)
    out: list[Time] = []
    right = max(args.end, trigger.last + 1)
    while right < upper and not _ends_time(scene, right):
        right += 1
    for at in range(trigger.last + 1, right):
        _add_time(scene, at, out)
    joined = trigger.read.prefix.startswith("و")  # a second contact of a list
    told_elsewhere = has("arguments", "elsewhere", governor) or joined
    if not out and not told_elsewhere:
        for at in range(trigger.first - 1, clause - 1, -1):
            _add_time(scene, at, out)
    return out


def _ends_time(scene: Scene, at: int) -> bool:
    key = scene.key(at)
    if key == "ان" and has("fields", "began", scene.key(at + 1)):
        return False  # من المقرر أن تبدأ
    if has("fields", "began", key) or key in words("boundaries", "relative"):
        return False
    if scene.is_boundary(at) or (has("arguments", "topic", key) and key != "عن"):
        return True
    if at in scene.inside_unit or at in scene.in_time:
        return False
    return is_verb(key) or names_contact(key)


def _add_time(scene: Scene, at: int, out: list[Time]) -> None:
    entry = scene.time_at.get(at)
    if entry is None or has("fields", "time_guard", scene.key(at - 1)):
        return
    time = entry[0]
    if _DATED.fullmatch(time.value) or _CLOCK.fullmatch(time.value):
        out.append(time)


def start_of(times: list[Time]) -> tuple[str | None, list[Time]]:
    """One start from the times of a contact: the full clock time, else the date; and its evidence."""
    dates = [t for t in times if _DATED.fullmatch(t.value)]
    clocks = [t for t in times if _CLOCK.fullmatch(t.value)]
    full = [t for t in dates if re.search(r"T\d\d:", t.value)]
    if full:
        return full[0].value, [full[0]]
    if dates and clocks and len(dates[0].value) >= len("XXXX-WXX-4") and "T" not in dates[0].value:
        return dates[0].value + clocks[0].value, [dates[0], clocks[0]]
    if dates:
        return dates[0].value, [dates[0]]
    return (clocks[0].value, [clocks[0]]) if clocks else (None, [])


def length_of(scene: Scene, trigger: Trigger, args: Arguments) -> Time | None:
    """The duration that the sentence gives the contact."""
    upper = scene.bounds[trigger.sentence][1]
    lasted = False
    for at in range(trigger.last + 1, upper):
        key = scene.key(at)
        if at in scene.time_at:
            time, last = scene.time_at[at]
            own = lasted or has("fields", "lasted", key)
            if time.type == "DURATION" and own and _LENGTH.fullmatch(time.value):
                return time
            continue
        if at in scene.inside_unit or at in scene.in_time:
            continue
        if has("fields", "lasted", key):
            lasted = True
        elif lasted and is_verb(key):
            lasted = False
        elif key in words("boundaries", "marks") or (not lasted and at > trigger.last + 30):
            return None
    return None


# ---------------------------------------------------------------- who began it, and what about


def initiative_of(scene: Scene, trigger: Trigger) -> Unit | None:
    """Who is told to have begun it: بمبادرة من, بناء على طلب من."""
    first, stop = scene.bounds[trigger.sentence]
    for at in range(max(first, trigger.first - 25), stop):
        for phrase in phrases("fields", "initiative"):
            if all(scene.key(at + i) == word for i, word in enumerate(phrase)):
                following = at + len(phrase)
                for behind in range(following, min(following + 3, stop)):
                    unit = scene.unit_at.get(behind)
                    if unit is not None and unit.type in PARTY_TYPES:
                        return unit
                break
    return None


def agenda_of(scene: Scene, trigger: Trigger, args: Arguments) -> list[Span]:
    """What it was about: the words behind حول, لبحث, تناول, to the end of their phrase."""
    first, stop = scene.bounds[trigger.sentence]
    out: list[Span] = []
    for at in range(trigger.last + 1, stop):
        if has("fields", "agenda", scene.key(at)) and at not in scene.inside_unit:
            end = _phrase_end(scene, at + 1, stop)
            if end > at + 1:
                out.append(scene.span(at + 1, end - 1))
            break
        if scene.key(at) in words("boundaries", "marks"):
            break
    return out


def _phrase_end(scene: Scene, at: int, stop: int) -> int:
    end = at
    while end < min(stop, at + _AGENDA_WORDS):
        if end not in scene.inside_unit:
            key = scene.key(end)
            if (
                scene.is_boundary(end)
                or key in ("،", ",", ".", "مع", "خلال")
                or end in scene.time_at
            ):
                break
            if end > at and is_verb(key) and key.startswith("و"):
                break
        end += 1
    while end > at and not (scene.toks[end - 1].is_word or scene.toks[end - 1].kind == "number"):
        end -= 1
    return end

"""When: which of the page's times stand for a contact's own."""

from __future__ import annotations

import re
from datetime import date, timedelta

from riwaya.arabic import fold_key
from riwaya.contacts.clauses import is_verb
from riwaya.contacts.lexicon import has, words
from riwaya.contacts.places import Arguments, aside_end, names_contact
from riwaya.contacts.scene import Scene
from riwaya.contacts.triggers import Trigger
from riwaya.model import Time
from riwaya.times.names import WEEKDAYS_AR

# A day, month, week, year or weekday that is told; deictic words without a date tell none.
_DATED = re.compile(
    r"(?:\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d(?:-WE)?)?|XXXX-\d\d-\d\d|XXXX-WXX-\d|\d{4}-XX-\d\d)"
    r"(?:T(?:MO|AF|EV|NI|\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?))?"
)
_CLOCK = re.compile(r"T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?")
_LENGTH = re.compile(r"P(?=[\dT])(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?")
_LASTED_REACH = 30
_TOPIC_REACH = 8
_SINCE_REACH = 8  # tokens between منذ and the time that it governs
_REACH = 20  # tokens after a trigger in which its time stands
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
WEEKDAYS = frozenset(fold_key(name) for name in WEEKDAYS_AR if name)
DAY = len("XXXX-WXX-4")  # the shortest value that tells a day


def times_of(scene: Scene, trigger: Trigger, args: Arguments) -> list[Time]:
    """The dates and clock times that stand for a contact's own time, nearest first."""
    lower = scene.bounds[trigger.sentence][0]
    out: list[Time] = []
    at = trigger.last + 1
    stop = aside_end(scene, trigger, trigger.last + _REACH)
    while at < stop and not _ends(scene, at):
        if not trigger.is_noun and (behind := _behind_aside(scene, at, stop)) is not None:
            at = behind
            continue
        _add(scene, at, out, trigger.last + 1)
        at += 1
    if not trigger.is_noun and scene.key(trigger.first + 1) in words("arguments", "therein"):
        return out  # يصل الجمعة في زيارة يلتقي خلالها X
    word = scene.key(trigger.first - 1)
    held = args.light or has("arguments", "occasion", word) or is_verb(word)
    listed = trigger.read.prefix.startswith("و")  # a further contact of a list
    if out or (trigger.is_noun and (listed or not held)):
        return out
    for before in range(trigger.first - 1, scene.clause_start(trigger.first, lower) - 1, -1):
        _add(scene, before, out)
    if not out and not trigger.is_noun:
        _add(scene, _heading_day(scene, trigger, lower), out)
    if not out:
        _add(scene, _day_when(scene, trigger, lower), out)
    return out


def _behind_aside(scene: Scene, at: int, stop: int) -> int | None:
    """The comma that closes a relative clause between commas, whose times are its own: التقى X، الذي …، Y."""
    commas = ("،", ",")
    if scene.key(at) not in words("boundaries", "relative") or scene.key(at - 1) not in commas:
        return None
    return next((i for i in range(at + 1, stop) if scene.key(i) in commas), None)


def _day_when(scene: Scene, trigger: Trigger, lower: int) -> int:
    """The token of the time right before a clause that tells what happened then, or -1: في مارس حين زار X Y."""
    clause = scene.clause_start(trigger.first, lower)
    if scene.key(clause) not in _WHEN or clause - 1 not in scene.in_time:
        return -1
    starts = (at for at in range(clause - 1, lower - 1, -1) if at in scene.time_at)
    return next(starts, -1)


_WHEN = frozenset({"حين", "حينما", "عندما"})


def _heading_day(scene: Scene, trigger: Trigger, lower: int) -> int:
    """The token of the day before the colon that a line of a chronicle begins with, or -1: 26 مايو: X يلتقي Y."""
    entry = scene.time_at.get(lower)
    colon = scene.clause_start(trigger.first, lower)
    return lower if entry is not None and entry[1] == colon - 1 and scene.key(colon) == ":" else -1


def _ends(scene: Scene, at: int) -> bool:
    """Whether what stands here begins something else, with times of its own."""
    key = scene.key(at)
    if key == "ان" and has("fields", "began", scene.key(at + 1)):
        return False  # من المقرر أن تبدأ
    began = has("fields", "began", key) or (key[:1] == "س" and has("fields", "began", key[1:]))
    if (
        began
        or key in words("arguments", "gathered")
        or key in words("arguments", "passive")
        or key in words("arguments", "done_by")
        or key in words("boundaries", "relative")
    ):
        return False
    if scene.is_boundary(at):
        return True
    if has("arguments", "topic", key):  # حول الأمن المزمعة في 10 يناير: back to the contact
        return not any(
            has("status", "upcoming", scene.key(i)) for i in range(at, at + _TOPIC_REACH)
        )
    if at in scene.inside_unit or at in scene.in_time:
        return False
    return is_verb(key) or names_contact(key)


def _add(scene: Scene, at: int, out: list[Time], lower: int = 0) -> None:
    """Take the time at a token, but what منذ governs, from ``lower`` on: منذ القمة في أبريل is the summit's."""
    entry = scene.time_at.get(at)
    if entry is None or has("fields", "time_guard", scene.key(at - 1)):
        return
    if any(scene.key(before) == "منذ" for before in range(max(lower, at - _SINCE_REACH), at)):
        return  # منذ انهيار النظام في 1989
    if "او" in (scene.key(at - 1), scene.key(entry[1] + 1)):
        return  # هذا الشهر أو المقبل: neither is told
    if _DATED.fullmatch(entry[0].value) or _CLOCK.fullmatch(entry[0].value):
        out.append(entry[0])


def start_of(times: list[Time]) -> tuple[str | None, list[Time]]:
    """One start from a contact's times, the full clock time before the date; and its evidence."""
    dates = [t for t in times if _DATED.fullmatch(t.value)]
    clocks = [t for t in times if _CLOCK.fullmatch(t.value)]
    full = [t for t in dates if _clocked(t.value)]
    if full:
        return full[0].value, [full[0]]
    if dates and clocks and (joint := joint_start(dates[0].value, clocks[0].value)):
        return joint, [dates[0], clocks[0]]
    first = (dates or clocks)[:1]
    return (first[0].value, first) if first else (None, [])


def _clocked(value: str) -> bool:
    return re.search(r"T\d\d:", value) is not None


def joint_start(old: str | None, new: str | None) -> str | None:
    """The fuller of two starts that can be one; a day and a clock time together."""
    if old is None or new is None:
        return old or new
    for day, clock in ((old, new), (new, old)):
        if clock.startswith("T") and not day.startswith("T"):
            return day + clock if "T" not in day and len(day) >= DAY else day
    fuller = _clocked(new) and not _clocked(old) and new[:DAY] == old[:DAY]
    return new if fuller or (len(new) > len(old) and new.startswith(old)) else old


def same_time(old: str, new: str) -> bool:
    """Whether two times can be one: equal, one the other's part, or of kinds that do not compare."""
    if old.startswith(new) or new.startswith(old):
        return True
    clock = old.startswith("T") or new.startswith("T")
    both_weekdays = old.startswith("XXXX-W") and new.startswith("XXXX-W")
    both_dates = old[:4].isdigit() and new[:4].isdigit() and "W" not in old + new
    if both_weekdays or both_dates:
        return old[:DAY] == new[:DAY]
    return clock or not both_dates


def coming_weekday(start: str, times: list[Time], published: str | None) -> str:
    """What is yet to be on a weekday alone is on the coming one: دعا إلى اجتماع الأحد."""
    alone = len(times) == 1 and all(fold_key(w) in WEEKDAYS for w in times[0].text.split())
    if not alone or against(start, published) >= 0 or not _FULL_DAY.fullmatch(start):
        return start
    return (date.fromisoformat(start) + timedelta(days=7)).isoformat()


def against(value: str, published: str | None) -> int:
    """Where a start lies: before the page's day (-1), on it or not to be told (0), behind it (1)."""
    if published is None or not value[:4].isdigit():
        return 0
    today = date.fromisoformat(published[:DAY])
    if "-W" in value:
        year, week, _ = today.isocalendar()
        value, now = value[: len("2018-W09")], f"{year}-W{week:02}"
    else:
        value = value[:DAY]
        now = published[: len(value)]
    return (value > now) - (value < now)


def length_of(scene: Scene, trigger: Trigger) -> Time | None:
    """The duration that the sentence gives the contact: استمرت نحو ساعة."""
    lasted = any(
        has("fields", "lasted", scene.key(at)) for at in range(trigger.first - 2, trigger.first)
    )
    for at in range(trigger.last + 1, scene.bounds[trigger.sentence][1]):
        key = scene.key(at)
        if at in scene.time_at:
            time = scene.time_at[at][0]
            own = lasted or has("fields", "lasted", key)
            own = own or (trigger.kind == "visit" and key.startswith("ل"))  # زيارة لثلاثة أيام
            if time.type == "DURATION" and own and _LENGTH.fullmatch(time.value):
                return time
        elif at in scene.inside_unit or at in scene.in_time:
            continue
        elif has("fields", "lasted", key):
            lasted = True
        elif key in words("boundaries", "marks") or at > trigger.last + _LASTED_REACH:
            return None
        elif names_contact(key):
            return None  # what lasted is the other one
        elif is_verb(key):
            lasted = False
    return None

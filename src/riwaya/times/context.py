"""What stands around a phrase of time: the clause's tense, quotation marks, the weekday of writing."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from riwaya.times.lexicon import data, folded
from riwaya.times.row import Row
from riwaya.times.symbols import Reading, When

_WINDOW = 14
"""Tokens before a phrase in which a verb may tell its tense."""
_STOPS = frozenset({".", "؟", "!", "؛", "\n"})
_OPENING = "“«"
_CLOSING = "”»"
_LONGEST_QUOTE = 2000


def clause_tense(row: Row, reading: Reading) -> int:
    """-1, 0 or 1: whether the clause of a reading tells of what was or of what is to come.

    The nearest cue before it in its sentence counts, then a future verb close behind it.
    """
    if row.key(reading.first - 1) in ("منذ", "ومنذ", "فمنذ"):
        return -1
    at = reading.first - 1
    low = max(0, reading.first - _WINDOW)
    if row.key(at) in ("حتي", "لغايه"):
        return -1 if any(key in row.lexicon.sets["lasting"] for key in _before(row, at)) else 1
    while at >= low:
        token = row.tokens[at]
        if token.text in _STOPS or "\n" in row.text[token.end : row.tokens[at + 1].start]:
            break
        cue = _cue_at(row, at, reading.first - at) if token.kind == "word" else 0
        if cue < 0 and _plans(row, at, reading):
            return 1
        if cue > 0 and _was(row, at):
            return -1
        if cue:
            return cue
        at -= 1
    return _behind(row, reading)


_ANNOUNCED_WITHIN = 6
"""Words between المقررة and its day."""
_PRESENT_PERFECT = 5
"""Words between كان and the verb that it puts into the past: كان من المقرر أن تبدأ."""


def _before(row: Row, at: int) -> list[str]:
    """The words of the sentence before ``at``, nearest first, within the window."""
    out: list[str] = []
    for back in range(at - 1, max(-1, at - _WINDOW), -1):
        if row.tokens[back].text in _STOPS or not row.same_line(back, at):
            break
        out.append(row.key(back))
    return out


def _plans(row: Row, at: int, reading: Reading) -> bool:
    """هدد بوقف العمل في سبتمبر: the month is that of what is threatened or promised."""
    symbol = reading.symbol
    if not isinstance(symbol, When) or symbol.month is None or symbol.weekday is not None:
        return False
    if row.key(at).removeprefix("و") not in row.lexicon.sets["plans"]:
        return False
    between = row.keys(at + 1, reading.first - at - 1)
    return any(key == "ان" or (key[0] == "ب" and len(key) > 3) for key in between)


_NEVER_DID = frozenset({"لم", "ولم", "فلم"})
"""What puts a verb of the present into the past: لم يلتق."""


def _was(row: Row, at: int) -> bool:
    """Whether كان before a verb makes its future a past one."""
    return any(
        row.key(i).removeprefix("و") in ("كان", "كانت")
        for i in range(max(0, at - _PRESENT_PERFECT), at)
    )


_NOT_BEFORE = frozenset({
    "ان", "يوم", "ذلك", "النهايي", "نهايي", "الاخير", "الاخيره", "الماضي", "الماضيه",
})  # fmt: skip
"""Behind قبل: what makes it tell of the past, and the names of rounds (الدور قبل النهائي)."""


def _cue_at(row: Row, at: int, distance: int) -> int:
    """The tense that the word at ``at`` tells, so many words before the time."""
    key, sets = row.key(at), row.lexicon.sets
    if key.removeprefix("و") == "قبل" and (
        row.key(at - 1) == "من" or row.key(at + 1) in _NOT_BEFORE
    ):
        return 0
    if row.key(at - 1) in _NEVER_DID and key[:1] in "يتن":
        return -1
    if key in sets["announced"]:
        return 1 if distance <= _ANNOUNCED_WITHIN else 0
    return _cue(key, sets["future"], sets["past"])


def _cue(key: str, future: frozenset[str], past: frozenset[str]) -> int:
    bare = key[1:] if key[:1] in ("و", "ف") and len(key) > 3 else key
    if bare in future or key in future or is_future_verb(bare):
        return 1
    return -1 if bare in past or is_past_verb(key) or is_past_verb(bare) else 0


_SHORT_NOUNS = frozenset(
    {"زيوت", "صموت", "ثبوت", "حانت", "قنوت", "نفوت", "ثابت", "صامت", "هفوت", "مبيت"}
)


_NOT_PAST = folded(data("cues")["not_past"]["forms"])


def is_past_verb(key: str) -> bool:
    """Whether a folded word has the form of a past verb of "she", "they two" or "they": أعلنت, وصلتا, قالوا."""
    if len(key) == 4 and key.endswith("ت"):  # قصفت، قالت
        return key[0] not in "يلبكتس" and key not in _SHORT_NOUNS
    if len(key) < 5 or key.startswith(("ال", "لل", "بال", "ست", "سي")):
        return False
    if key in _NOT_PAST or key.endswith(("ات", "وت")):
        return False
    if key.endswith("ت"):
        masdar = key[0] == "ت" and key[-2] == "ي"  # تصويت, تثبيت
        return not masdar and key[0] not in "يلبك"
    return key.endswith(("تا", "وا")) and key[0] not in "يتلبك"


def _behind(row: Row, reading: Reading) -> int:
    """A cue of what is to come in the four words behind: الأحد، سيعقد."""
    for at in range(reading.last, min(reading.last + 4, len(row.tokens))):
        token = row.tokens[at]
        if token.text in _STOPS or "\n" in row.text[row.tokens[at - 1].end : token.start]:
            return 0
        if token.key in _OTHER_CLAUSE:
            return 0
        if token.kind == "word" and is_future_verb(token.key):
            return 1
    return 0


_OTHER_CLAUSE = frozenset({
    "ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "التي", "الذي", "الذين",
})  # fmt: skip
"""What begins a clause of its own: أعلن الثلاثاء أنه سيعقد.  (إنّ and أنّ fold to one.)"""


_NOT_VERBS = folded(data("cues")["not_verbs"]["forms"])
"""Words that begin as a verb with سـ does."""


def is_future_verb(key: str) -> bool:
    """Whether a folded word has the form of a verb with the future سـ: سيلتقي, ستعقد, وسيبحث."""
    if key[:1] in ("و", "ف") and key[1:2] == "س":
        key = key[1:]
    return len(key) >= 4 and key[0] == "س" and key[1] in "يتن" and key not in _NOT_VERBS


def quoted_spans(row: Row) -> list[tuple[int, int]]:
    """Spans between quotation marks in one paragraph, in order; an unclosed one is left out."""
    out: list[tuple[int, int]] = []
    opened: int | None = None
    straight: int | None = None
    for token in row.tokens:
        if token.kind != "mark":
            continue
        if token.text in _OPENING:
            opened = token.end
        elif token.text in _CLOSING and opened is not None:
            _close(row, out, opened, token.start)
            opened = None
        elif token.text == '"':
            if straight is not None and _close(row, out, straight, token.start):
                straight = None
            else:
                straight = token.end
    return sorted(out)


def _close(row: Row, out: list[tuple[int, int]], start: int, end: int) -> bool:
    if end - start > _LONGEST_QUOTE or "\n" in row.text[start:end]:
        return False
    out.append((start, end))
    return True


def is_quoted(quotes: list[tuple[int, int]], at: int) -> bool:
    """Whether an offset lies inside one of the sorted ``quotes``."""
    index = bisect.bisect_right(quotes, (at, 1 << 60)) - 1
    return index >= 0 and quotes[index][0] <= at < quotes[index][1]


def page_weekdays(readings: Sequence[Reading], quotes: list[tuple[int, int]]) -> list[int]:
    """The weekdays of writing by each اليوم الخميس and أمس الأربعاء outside quotations, in text order."""
    return [
        (when.weekday - 1 - when.days) % 7 + 1
        for reading in readings
        if isinstance(when := reading.symbol, When)
        and when.days is not None
        and when.weekday is not None
        and not is_quoted(quotes, reading.start)
    ]

"""Every way of joining a cue, a subject, an aside and what was said, from parts of our own: none may hide another."""

from __future__ import annotations

import itertools

import msgspec
import pytest

from riwaya.arabic.folding import fold_key
from riwaya.model import Found, Page, Statement
from riwaya.names.mentions import find_mentions
from riwaya.statements import find_statements
from riwaya.statements.view import line_blocks
from riwaya.times.tagger import find_times

WORDS = "الطريق الساحلي سيظل مغلقا حتى إشعار آخر"
SUBJECTS = {
    # subject: its gender, and a word that whoever speaks must be known by
    "وزير الأشغال سالم العمري": ("m", "العمري"),
    "المتحدث باسم الشرطة": ("m", "المتحدث"),
    "متحدث باسم الجيش": ("m", "متحدث"),
    "وسائل إعلام محلية": ("f", "وسائل"),
    "مصادر أمنية": ("f", "مصادر"),
    'صحيفة "الساحل" المحلية': ("f", "صحيفة"),
    "الحكومة اليمنية": ("f", "الحكومة"),
    "اللجنة المنظمة للبطولة": ("f", "اللجنة"),
    "مسؤول في وزارة النفط": ("m", "مسؤول"),
    "والد إحدى الضحايا": ("m", "والد"),
    "محامية المتهم": ("f", "محامية"),
    "أحد الناجين": ("m", "أحد"),
    "شهود عيان": ("m", "شهود"),
    "عدد من سكان القرية": ("m", "عدد"),
    "النيابة العامة": ("f", "النيابة"),
    "التلفزيون الرسمي": ("m", "التلفزيون"),
    "إيران": ("f", "إيران"),
}
ASIDES = [
    "",
    "، الثلاثاء،",
    "يوم الأحد",
    "، في بيان،",
    "في بيان",
    "، في بيان صدر أمس،",
    "في وقت سابق",
    "خلال مؤتمر صحفي في عمان",
    "للصحفيين",
    '، في تصريحات لصحيفة "الميناء"،',
    "في تغريدة على تويتر",
    "، عبر حسابه على تويتر،",
    'لشبكة "المرسى" الأمريكية',
    "، من جهته،",
    "عقب الاجتماع",
]
CUES = [
    ("قال", "قالت", "إن"),
    ("أكد", "أكدت", "أن"),
    ("أعلن", "أعلنت", "أن"),
    ("أفاد", "أفادت", "بأن"),
    ("ذكر", "ذكرت", "أن"),
    ("أشار", "أشارت", "إلى أن"),
    ("حذر", "حذرت", "من أن"),
    ("شدد", "شددت", "على أن"),
    ("نفى", "نفت", "أن"),
]
FRAMES = [
    "{cue} {subject} {aside} {that} {words}.",
    "وكان{t} {subject} قد {cue} {aside} {that} {words}.",
    "وكان{t} {subject} {cue} {aside} {that} {words}.",
    'و{cue} {subject} {aside}: "{words}".',
]


def _sentence(frame: str, subject: str, aside: str, cue: tuple[str, str, str]) -> str:
    her = SUBJECTS[subject][0] == "f"
    text = frame.format(
        cue=cue[her], t="ت" * her, subject=subject, aside=aside, that=cue[2], words=WORDS
    )
    for wrong, right in ((" ،", "،"), ("،:", ":"), (" :", ":"), ("  ", " ")):
        text = text.replace(wrong, right)
    return text


def _read(text: str) -> list[Statement]:
    page = Page(id="text", text=text, language="ar", format="text", sha256="0" * 64)
    found = Found(blocks=tuple(line_blocks(text)))
    found = msgspec.structs.replace(found, times=tuple(find_times(page, found)))
    found = msgspec.structs.replace(found, mentions=tuple(find_mentions(page, found)))
    return find_statements(page, found)


def _wrong(text: str, who: str) -> str | None:
    told = _read(text)
    letters = [c for c in fold_key(WORDS) if c.isalnum()]
    for one in told:
        words = "".join(text[a:b] for a, b in one.content)
        if [c for c in fold_key(words) if c.isalnum()] != letters:
            continue
        speaker = one.speaker
        if speaker is None:
            return f"{text}: from nobody"
        names = " ".join((speaker.name or "", *speaker.names, text[slice(*speaker.span or (0, 0))]))
        ours = fold_key(who) in fold_key(names)
        return None if ours and len(told) == 1 else f"{text}: from {names}, {len(told)} in all"
    return f"{text}: {[text[a:b] for one in told for a, b in one.content]}"


@pytest.mark.parametrize("frame", FRAMES)
def test_whatever_stands_between_a_cue_and_its_words_both_are_read(frame: str) -> None:
    quoted = "that" not in frame
    cues = [cue for cue in CUES if not quoted or cue[0] in ("قال", "أكد", "أعلن", "ذكر")]
    wrong = [
        fault
        for subject, aside, cue in itertools.product(SUBJECTS, ASIDES, cues)
        if (fault := _wrong(_sentence(frame, subject, aside, cue), SUBJECTS[subject][1]))
    ]
    assert not wrong, "\n".join(wrong)

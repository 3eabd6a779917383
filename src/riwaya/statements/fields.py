"""What an office or a body is for, in its description: what follows its preposition, and a second field."""

from __future__ import annotations

import re

from riwaya.arabic.folding import fold_key
from riwaya.statements.lexicon import cues, definite, speaker_nouns, words
from riwaya.statements.view import View

DEED = re.compile(
    r"ت\w{2}ي\w|(?:ال[غق]اء|الزام|الحاق)|ا\w{1,4}ا\w?ه?|(?:رفع|خفض|فرض|وقف|بدء|منع|فتح|قطع|رفض|حظر|دعم|طرد|نشر|سحب|عزل|عدم)"
)
"""Verbal nouns by their pattern, and common ones of three letters: what is announced or refused."""
_ABOUT, _OVER = fold_key("عن"), fold_key("على")
_OVERSEEING, _IN_CHARGE = words("phrases.overseeing"), words("phrases.in_charge")


def field_follows(view: View, j: int) -> bool:
    """مسؤول عن كذا, المشرف على كذا: whether the preposition at ``j`` leads to what the noun before it is in charge of."""
    before = view.key(j - 1)
    if view.key(j) == _ABOUT:
        return before in _IN_CHARGE
    return view.key(j) == _OVER and before.removeprefix("و").removeprefix("ال") in _OVERSEEING


def second_field(view: View, j: int) -> bool:
    """وزيرة الثقافة | وتنمية المعرفة, هيئة النزاهة | ومكافحة الفساد: a deed joined to the field of an office or a body."""
    key = view.key(j)
    deed = key[1:] if key.startswith("و") and view.mention(j) is None else ""
    nouns = speaker_nouns()
    known = deed in nouns.roles or deed in nouns.bodies
    known = known or (deed in cues().forms and not _named_behind(view, j + 2))
    between = view.key(j - 1).startswith(("ال", "لل")) and view.key(j + 1).startswith("ال")
    field = DEED.fullmatch(deed) is not None or "ال" + deed in definite().nouns
    return len(deed) > 2 and between and not known and field


def _named_behind(view: View, j: int) -> bool:
    """مساعد الوزير للأمن وحظر الانتشار | فلان: whether a person is named at ``j``, comma or none before."""
    mention = view.mention(view.skip_comma(j))
    return mention is not None and mention.type == "PER" and mention.kind == "name"

"""A name in marks inside a description: وكالة "تاس", منسق "مجموعة كذا" فلان."""

from __future__ import annotations

from riwaya.statements.junctures import nouns_of_media
from riwaya.statements.lexicon import speaker_nouns, words
from riwaya.statements.objects import PREPOSITIONS, clause_after, i_do
from riwaya.statements.view import View
from riwaya.statements.word_kinds import is_adjective, is_verbal_noun

ENDS = words("phrases.ends")


LONG_TITLE = 8
"""Tokens of a longer name in marks, with them, where the subject plainly ends after it."""
ONE_WORD = 3
"""Tokens of a name of one word in marks, with them."""


def short_title(view: View, j: int) -> bool:
    """A name in quotation marks inside the description: وكالة "تاس"."""
    quote = view.quote_of[j]
    if quote is None or not quote.closed:
        return False
    start, end = view.at(quote.start), view.at(quote.end)
    first = view.key(start + 1)
    if (first.startswith("ب") and is_verbal_noun(first[1:])) or i_do(view, start + 1):
        return False  # طالب حلفاءه "بإصلاح كذا", تقول المرأة "أشعر بألم": what was said
    before = view.key(start - 1)
    body = before in speaker_nouns().bodies
    if (first in PREPOSITIONS or view.is_that(start + 1)) and not body:
        return False  # ردد المشاركون "من كذا نعلن"
    if named_behind(view, j):
        return view.width(start, end) <= 2 * LONG_TITLE  # منسق "مجموعة كذا من أجل كذا" فلان
    inner = view.mention(start + 1)
    if inner is not None and view.after(inner) == end - 1 and view.width(start, end) <= LONG_TITLE:
        return True
    said = before.startswith("ال") and before in speaker_nouns().roles and not body
    said = said and end - start > ONE_WORD  # قال الوزير "لن نركع": what he said
    called = body and clause_after(view, end, end + LONG_TITLE + 4)
    called = called or nouns_of_media(before)  # شبكة "كذا" استنادا إلى
    called = called or (body and not before.startswith("ال") and view.key(end) in ENDS)
    longest = 5 if _goes_on_after(view, end) and not called else LONG_TITLE
    return not said and view.width(start, end) <= longest


def named_behind(view: View, j: int) -> bool:
    """Whether a person's name stands right behind the marks at ``j``: a title's body is within them."""
    quote = view.quote_of[j]
    if quote is None or not quote.closed:
        return False
    mention = view.mention(view.at(quote.end))
    return mention is not None and mention.type == "PER" and mention.kind == "name"


def _goes_on_after(view: View, j: int) -> bool:
    """Whether words follow the marks that can be part of what is quoted, not a comma, a day or أن."""
    while view.key(j).startswith("ال") and (
        is_adjective(view.key(j)) or view.key(j).endswith(("يه", "ي"))
    ):
        j += 1  # قناة "كذا" الإخبارية
    return not (view.is_comma(j) or view.is_that(j) or j in view.times)

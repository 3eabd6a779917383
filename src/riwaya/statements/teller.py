"""Where the teller takes the sentence over from what was said: وذلك, علما أن, وهو ما ينفيه, دون أن يوضح, وأيده."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.attributions import own_words
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import cues, words
from riwaya.statements.objects import PREPOSITIONS
from riwaya.statements.phrase_ends import COMMAS
from riwaya.statements.places import written_with_h
from riwaya.statements.turns import a_step, begins_main, fronted, meanwhile, reacted, thereby
from riwaya.statements.view import QUOTES, THAT_PRONOUN, View

WHOLE = 5
"""A quotation of as many words is what was said; of fewer, a phrase in somebody's clause."""
_SEEMED = words("clauses.seemed")
_MANNER, _NOTING = words("content.manner"), words("content.noting")
_NOTING_TOO = words("content.noting_too")
_WHEN, _A_VIEW = words("arguments.asides"), words("clauses.a_view")
_MEANWHILE, _THE_WHICH = words("clauses.meanwhile"), words("clauses.the_which")
_RELATIVE, _ALSO_WHICH = words("clauses.relative_or_aside"), words("clauses.also_which")
_CHARGES, _UNCLEAR = words("clauses.charges"), words("clauses.unclear")
_BY_THIS, _GLOSSING = words("clauses.by_this"), words("clauses.he")
_CHARGE = fold_key("الاتهام")
"""What somebody is charged with, which is only taken up again behind a comma."""
_BEFORE_THAT, _HAD_BEEN = frozenset(map(fold_key, ("بعدما", "بعد"))), words("content.had_been")
_REFERRING, _TELLING = words("clauses.referring"), words("clauses.telling")
_WITHOUT, _TOLD = words("clauses.without"), words("clauses.told")
_OTHERS_THAT, _MAIN_CLAUSE = words("clauses.other_that"), words("clauses.main")
_WHO = words("clauses.relative")
_FOREMOST, _CARRY, _WHAT = fold_key("أبرز"), fold_key("نقل"), fold_key("ما")
_LIKE = fold_key("ك")
_IN, _WHILE = fold_key("في"), fold_key("حين")


def teller_goes_on(view: View, draft: Draft, j: int, *, comma: bool) -> bool:
    """Whether the teller takes the sentence over at token ``j``."""
    key = view.key(j)
    aside = meanwhile(view, j) or (key == _IN and view.key(j + 1) == _WHILE)
    return (
        (own_words(view, j) and not resumes_behind(view, draft, j))
        or (thereby(view, j) and (comma or view.key(j + 1) in _WHEN))
        or _it_seemed(view, j)
        or (comma and key in _MAIN_CLAUSE and _in_circumstance(view, draft))
        or (comma and begins_main(view, j) and fronted(view, draft))
        or (aside and view.block_of[j] != view.block_of[j - 1])
        or (comma and (_noted(view, j) or a_step(view, j)))
        or reacted(view, j)
        or _joined_clause(view, draft, j)
        or _resumed(view, j)
        or (comma and (_glossed(view, j) or _as_before(view, j)))
        or untold(view, draft, j)
        or (key == _IN and view.key(j + 1) in _REFERRING and (comma or _closed_before(view, j)))
    )


def _it_seemed(view: View, j: int) -> bool:
    """فيما بدا كمحاولة, فيما يبدو أنه كذا: how the teller judges what was said; not فيما يبدو (apparently) alone."""
    if view.key(j) not in _MEANWHILE or view.key(j + 1) not in _SEEMED:
        return False
    return view.is_that(j + 2) or view.key(j + 2)[:1] == _LIKE


def _noted(view: View, j: int) -> bool:
    """…، محددا مهلة لذلك, …، علما أن كذا, …، ولم يتضح كذا, …، مزيلا بذلك كذا: what the teller adds or notes."""
    two = f"{view.key(j)} {view.key(j + 1)}"
    still = view.key(j) in _MEANWHILE and f"و{view.key(j + 1)} {view.key(j + 2)}" in _UNCLEAR
    if two in _UNCLEAR or two in _NOTING_TOO or still or view.key(j + 1) in _BY_THIS:
        return True
    return view.key(j) in _MANNER or (view.key(j) in _NOTING and view.is_that(j + 1))


def _resumed(view: View, j: int) -> bool:
    """الأمر الذي تنفيه روسيا, وهو ما, ما أكدته الوزارة: somebody's answer to what was said, in the teller's sentence."""
    two = f"{view.key(j)} {view.key(j + 1)}"
    if two in _A_VIEW:
        return True  # …، وهو رأي تؤيده دول
    alone = view.key(j) in _CHARGES or view.key(j) == _WHAT  # …، تهم تنفيها أرمادا, …، ما أكدته
    charges = alone and view.char(j - 1) in COMMAS
    theirs = two in _THE_WHICH and (view.is_comma(j - 1) or not two.startswith(_CHARGE))
    if not theirs and not charges:
        return False
    return any(form.form.clitic for form in cues().forms.get(view.key(j + 2 - charges), ()))


def _joined_clause(view: View, draft: Draft, j: int) -> bool:
    """وأيده ends the content before it; وأن goes back to the outer report's clause."""
    key = view.key(j)
    if not key.startswith("و"):
        return False
    taken = any(
        f.form.clitic
        and f.form.tense == "past"
        and f.verb.lemma != _FOREMOST  # وأبرزها كذا
        and not (f.verb.lemma == _CARRY and view.key(j + 1) in PREPOSITIONS)  # ونقلتهم إلى كذا
        and (f.form.number == "s" or draft.kind == "np")
        for f in cues().forms.get(key[1:], ())
    )
    if taken and written_with_h(view.tokens[j].text):
        return not _in_a_relative(view, draft, j)
    outer = draft.inside
    if (
        outer is None
        or outer.kind != "that"
        or outer.spoken
        or not view.is_that(j)
        or key.startswith("وب")
    ):
        return False
    return draft.kind == "np" or not THAT_PRONOUN.fullmatch(key)


def _in_a_relative(view: View, draft: Draft, j: int) -> bool:
    """القوانين التي أصدرتها الحكومة | وأقرها المجلس: whether the verb at ``j`` goes on with a relative clause of the words."""
    for k in range(j - 1, draft.start, -1):
        if view.char(k) in COMMAS or view.key(k) in _WHO:
            return view.key(k) in _WHO
    return False


def untold(view: View, draft: Draft, j: int) -> bool:
    """دون أن يوضح: the teller says what was left unsaid; after a noun phrase any دون أن is his."""
    if view.key(j) in _WITHOUT and {view.key(j + 1), view.key(j + 2)} & _TELLING:
        return True  # دون ذكر الأسباب, دون مزيد من التفاصيل
    if view.key(j) not in _WITHOUT or not view.is_that(j + 1):
        return False
    return draft.kind == "np" or view.key(j + 2) in _TOLD


def _glossed(view: View, j: int) -> bool:
    """‹…›، والتي تعد, ‹…›، وهو الغاز الذي, ‹…›، التسمية التي: behind the closing mark the teller explains."""
    quote = view.quote_of[j - 2]
    if quote is None or not quote.closed or quote.end != view.tokens[j - 2].end:
        return False
    named = view.key(j).startswith("ال") and view.key(j + 1) in _RELATIVE
    defined = view.key(j) in _GLOSSING and view.key(j + 1).startswith("ال")
    return view.key(j) in _ALSO_WHICH or defined or named


def _as_before(view: View, j: int) -> bool:
    """…، بعدما كان أعلن كذا, …، بعد أن كان كذا: the teller goes back to what was before."""
    if view.key(j) not in _BEFORE_THAT:
        return False
    return view.key(j + 1 + view.is_that(j + 1)) in _HAD_BEEN


def resumes_behind(view: View, draft: Draft, j: int) -> bool:
    """أن "كذا"، بحسب وصفه، "يهدد": his own words said again right behind the subject of the clause."""
    words = sum(view.tokens[k].is_word for k in range(draft.start, j))
    closed = next((k for k in range(j + 1, j + 4) if view.char(k) in COMMAS), 0)
    return (
        words < WHOLE
        and closed > 0
        and view.char(closed + 1) in QUOTES
        and view.char(closed + 1) != ""
    )


def _in_circumstance(view: View, draft: Draft) -> bool:
    """فبعد أن أكد فلان كذا، فإن: whether the main clause is still to come."""
    before = view.key(draft.clause - 2).removeprefix("و").removeprefix("ف")
    return view.is_that(draft.clause - 1) and before in _OTHERS_THAT


def _closed_before(view: View, j: int) -> bool:
    """Whether a quotation ends right before ``j``, and what begins there runs on to the end of its sentence."""
    quote = view.quote_of[j - 1]
    closed = quote is not None and quote.closed and quote.end == view.tokens[j - 1].end
    end = next((e for s, e in view.sentences if s <= j < e), j) if closed else j
    return closed and not any(view.char(k) in COMMAS for k in range(j, end))

"""Words that turn from what was said to what the teller adds (وذلك, فيما), and where they only carry it on."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import cues, speaker_nouns, words
from riwaya.statements.objects import has_b, has_l
from riwaya.statements.unknown_sources import is_rule
from riwaya.statements.view import View
from riwaya.statements.word_kinds import bare_noun, is_adjective, is_verbal_noun

_THEREBY, _WHEREBY = words("clauses.thereby"), words("clauses.whereby")
_MEANWHILE, _AS_FOR = words("clauses.meanwhile"), words("clauses.as_for")
_PHRASE_ENDS = words("content.phrase_ends")
_THE_WHICH, _WHAT = words("clauses.the_which"), frozenset(map(fold_key, ("ما", "مما")))
_REACTIONS, _LATEST_STEPS = words("content.reactions"), words("content.latest_steps")
_WHEN, _OTHERS_THAT = words("clauses.when"), words("clauses.other_that")
_MAIN_CLAUSE, _BUT = words("clauses.main"), words("clauses.but")
_IN_TOO, _WHILE = frozenset(map(fold_key, ("في", "وفي"))), fold_key("حين")
_PRESENT, _NO_VERB = (
    frozenset("يت"),
    words("clauses.this") | frozenset(map(fold_key, ("تحت", "تجاه"))),
)
_HE, _PLAIN_WHAT = words("clauses.he"), fold_key("ما")
_NEXT = words("content.phrase_ends") | words("arguments.asides")
"""What begins a further clause or an adjunct of the teller's behind a source."""
LONGEST_SOURCE = 16
"""Tokens of the longest source between commas in the middle of a clause."""
_IN = fold_key("في")


def thereby(view: View, j: int) -> bool:
    """وذلك بعد كذا: whether the teller goes on about the saying at ``j``; not where a means, an end or a cause of what was
    said follows (وذلك بهدف كذا, وذلك عبر كذا, وذلك لتسهيل كذا, وذلك حتى يعود كذا).
    """
    if view.key(j) not in _THEREBY:
        return False
    key = view.key(j + 1)
    means = has_b(view, j + 1) or (has_l(view, j + 1) and is_verbal_noun(key[1:]))
    if means and key not in cues().attribution:
        return False
    return key not in _WHEREBY and f"{key} {view.key(j + 2)}" not in _WHEREBY


def meanwhile(view: View, j: int) -> bool:
    """فيما, بينما: whether something is told side by side with the words before ``j``; فيما يتعلق بكذا says what they are
    about.
    """
    return view.key(j) in _MEANWHILE and view.key(j + 1) not in _AS_FOR


def ends_a_phrase(view: View, j: int) -> bool:
    """Whether a word that ends a noun phrase, behind a comma or a closing mark, stands at ``j``."""
    key = view.key(j)
    if key in _THEREBY:
        return thereby(view, j)
    return key in _PHRASE_ENDS and (key not in _MEANWHILE or meanwhile(view, j))


def reacted(view: View, j: int) -> bool:
    """…، ما أثار غضب كذا, الأمر الذي عزز كذا, …، وهو ما يثير كذا: what people made of what was said."""
    k = j + (view.key(j) in _HE)
    which = 2 if f"{view.key(k)} {view.key(k + 1)}" in _THE_WHICH else int(view.key(k) in _WHAT)
    if view.key(k) == _PLAIN_WHAT and k == j and not view.is_comma(j - 1):
        return False  # معرفة ما أثار كذا
    return which > 0 and view.key(k + which) in _REACTIONS


def a_step(view: View, j: int) -> bool:
    """…، في خطوة لم تتكرر, …، في أحدث حلقة من كذا: how the teller ranks what was said."""
    return view.key(j) == _IN and view.key(j + 1) in _LATEST_STEPS


def source_behind(view: View, j: int, end: int) -> bool:
    """…، وفقا لبيانين نشرا أمس: whether the words end at a source, known or not; not where the clause goes on behind its
    comma, nor where what is named is a rule (وفقا للقانون).
    """
    if not view.is_comma(j - 1) or view.key(j) not in cues().attribution:
        return False
    closed = next((k for k in range(j + 2, min(end, j + LONGEST_SOURCE)) if view.is_comma(k)), end)
    on = closed < end - 1 and not clause_behind(view, closed + 1)
    return not on and not is_rule(view.key(j + 1))


def clause_behind(view: View, j: int) -> bool:
    """Whether what stands behind a source's comma is a further clause, an adjunct or a participle, or more of the source's
    description, so that the clause before the source is over.
    """
    key = view.key(j)
    how = key.endswith("ا") and any(f.form.tense == "participle" for f in cues().forms.get(key, ()))
    titled = key.startswith("ال") and key.removeprefix("ال") in speaker_nouns().roles
    return how or titled or key.startswith(("و", "ف")) or key in _NEXT or view.is_that(j)


def fronted(view: View, draft: Draft) -> bool:
    """بعد أن حذر فلان من كذا، …, وعندما سئل عن كذا، …, وفي حين قال كذا، …: whether a report stands in a clause before the main
    one, which is still to come.
    """
    at = view.sentences[draft.sentence][0]
    key = view.key(at)
    in_while = key in _IN_TOO and view.key(at + 1) == _WHILE
    bound = view.is_that(at + 1) and key.removeprefix("و") in _OTHERS_THAT
    opens = in_while or bound or key in _WHEN or key in _MEANWHILE
    return opens and 0 < draft.clause - at <= 1 + in_while + bound


def begins_main(view: View, j: int) -> bool:
    """…، تتجه الدولة إلى كذا, …، فإن كذا, …، إلا أن كذا: whether the main clause behind a fronted one begins at ``j``."""
    key = view.key(j)
    if key in _MAIN_CLAUSE or (key in _BUT and view.is_that(j + 1)):
        return True
    present = key[:1] in _PRESENT and len(key) > 3 and view.is_word(j) and j not in view.timed
    noun = is_verbal_noun(key) or bare_noun(key) or is_adjective(key) or key in _NO_VERB
    return present and not noun and view.mention(j) is None

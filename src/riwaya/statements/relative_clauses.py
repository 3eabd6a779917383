"""What tells more of a subject and is over where the bare object of the cue begins: الذي تنتمي له الوزيرة | الاتهامات."""

from __future__ import annotations

from riwaya.statements.lexicon import cues, words
from riwaya.statements.objects import PREPOSITIONS, has_b, has_l
from riwaya.statements.phrases import read_phrase
from riwaya.statements.view import View
from riwaya.statements.word_kinds import is_adjective, is_noun

LONGEST = 12
"""Tokens of the longest relative clause that is read over."""
_WITH_ITS_PRONOUN = words("arguments.pronoun_adjuncts")
_IN_CHARGE = words("phrases.in_charge")
_THIS_OR_ANY = words("clauses.this") | words("content.quantifiers") | words("phrases.each")


def past_its_verb(view: View, j: int, limit: int) -> int:
    """Past الذي عقد, الذي تنظمه الوزارة, behind which the cue's own object may follow."""
    phrase = None
    if view.key(j + 1).endswith(("ه", "ها")):
        phrase = read_phrase(view, j + 2, limit, generic=view.key(j + 2).startswith("ال"))
    past = phrase.end if phrase is not None else j + 2
    past += has_l(view, past) and view.mention(past) is None  # التي استمرت لأكثر من ساعة
    return past if past < limit else 0


def past_participle(view: View, j: int) -> int:
    """Past المعترف بها دوليا, المسؤولة عن الصحة والشؤون الاجتماعية: a definite participle with its pronoun, or the adverb
    behind it, or with what somebody is in charge of; 0 where none is.
    """
    if (
        view.key(j) in _IN_CHARGE
        and view.key(j + 1) in PREPOSITIONS
        and view.key(j - 1)[:2] == "ال"
    ):
        k = j + 2
        while view.key(k).startswith(("ال", "وال")) and (k == j + 2 or not _new_object(view, k)):
            k += 1
        return k if k > j + 2 else 0
    here = _quality(view, j) and view.key(j + 1) in _WITH_ITS_PRONOUN
    behind = view.key(j - 1) in _WITH_ITS_PRONOUN and _quality(view, j - 2)
    k = j + 2 * here
    if here or behind:
        k += view.key(k).endswith("يا") and is_adjective(view.key(k)[:-1])
    return k if k > j else 0


def _new_object(view: View, k: int) -> bool:
    """Whether a definite noun at ``k`` goes with nothing before it: no adjective, and no و on it."""
    return _no_quality(view, k) and view.key(k).startswith("ال")


def object_behind(view: View, j: int, limit: int) -> int:
    """Where a bare object begins behind a relative clause at ``j`` that has a noun of its own: at this or that, at any
    or all, or at a definite noun behind another (التي يقودها الحزب | الاتهامات); 0 where none does.
    """
    nouns = 0
    for k in range(j + 2, min(limit, j + LONGEST)):
        key, before = view.key(k), view.key(k - 1)
        if not view.is_word(k) or view.is_that(k) or key in cues().forms:
            return 0
        if key in _WITH_ITS_PRONOUN or key in PREPOSITIONS or k in view.timed:
            continue
        governed = before in PREPOSITIONS or has_b(view, k) or has_l(view, k)
        defined = before.startswith(("ال", "لل", "بال")) or _ends_a_name(view, k)
        apart = key in _THIS_OR_ANY or (key.startswith("ال") and defined and _no_quality(view, k))
        if nouns and not governed and apart:
            return k
        nouns += 1
    return 0


def _ends_a_name(view: View, k: int) -> bool:
    """Whether a name ends right before ``k``."""
    near = (m for i in range(max(0, k - 4), k) for m in view.mentions.get(i, ()))
    return any(m.kind == "name" and view.after(m) == k for m in near)


def _quality(view: View, k: int) -> bool:
    """Whether a definite word that is no known noun (المعترف, and not السيطرة) stands at ``k``."""
    return view.key(k).startswith("ال") and not is_noun(view.key(k)) and view.mention(k) is None


def _no_quality(view: View, k: int) -> bool:
    """Whether a known noun that describes nothing before it, and begins no name, stands at ``k``."""
    key = view.key(k)
    return is_noun(key) and not is_adjective(key) and view.mention(k) is None

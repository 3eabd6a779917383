"""What the sentence around a cue tells of its subject: who the main clause is about, and which several were just named."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.adverbs import past_adverb
from riwaya.statements.inflection import Gender
from riwaya.statements.lexicon import cues, speaker_nouns, words
from riwaya.statements.objects import PREPOSITIONS, has_b, has_l
from riwaya.statements.phrases import Phrase, read_phrase
from riwaya.statements.view import View
from riwaya.statements.word_kinds import is_noun, is_verbal_noun

_WHERE = fold_key("حيث")
_FROM = fold_key("من")
_GOVERNING = (
    frozenset(PREPOSITIONS) | words("arguments.asides") | words("phrases.not_a_subject_after")
)
_SEVERAL_BODIES = frozenset({"media", "groups", "agencies", "newspapers"})
"""Kinds of body that a plural noun names, which takes a feminine verb."""
_SOME_PEOPLE = words("phrases.some_of") | words("phrases.teams")
REACH = 8
"""Tokens into a sentence that its main clause's subject begins at the latest."""
CLAUSE_REACH = 16
"""Tokens of the longest clause of a verb and its subject before a participle."""
PLURAL_REACH = 30
"""Tokens back from a plural verb to those whom it goes back to."""


def main_subject(view: View, start: int, end: int, gender: Gender) -> Phrase | None:
    """The first phrase of the sentence that may be its subject and agrees with ``gender``."""
    for j in range(start, min(end, start + REACH)):
        if view.key(j - 1) in _GOVERNING and j > start:
            continue
        before = view.key(j - 1)
        if j > start + 1 and is_verbal_noun(before) and before not in cues().forms:
            continue  # أعرب عن قلق | بلاده: a genitive
        phrase = read_phrase(view, j, end)
        if phrase is None or phrase.end > end:
            continue
        party = phrase.parties[0]
        at = view.tokens[j]
        governed = party.mention is not None and at.start < party.mention.start < at.end
        if governed and not view.key(j).startswith("و"):
            return None  # لفلان, بفلان
        return phrase if fits(view, phrase, gender) else None
    return None


def fits(view: View, phrase: Phrase, gender: Gender) -> bool:
    """Whether a phrase can be the subject of a verb of that gender, as far as its head tells."""
    party = phrase.parties[0]
    word = view.tokens[party.start].text
    if party.mention is not None and party.mention.kind == "name":
        return True
    many = speaker_nouns().bodies.get(view.key(party.start)[party.proclitic :]) in _SEVERAL_BODIES
    feminine = many or word.endswith(("ة", "ات"))
    return feminine == (gender == "f")


def several_before(view: View, cue: int, start: int) -> Phrase | None:
    """The plural that stands last before ``cue``, as a subject does: المتظاهرون, ناشطون, مسؤولون أميركيون."""
    roles, documents = speaker_nouns().roles, speaker_nouns().documents
    for j in range(cue - 1, max(start, cue - PLURAL_REACH) - 1, -1):
        key = view.key(j).removeprefix("و")
        many = roles.get(key, "").endswith("s") or (
            key.startswith("ال") and key.endswith("ون") and is_noun(key) and key not in documents
        )
        several = speaker_nouns().bodies.get(key) == "groups"  # الأحزاب, القوى
        first = j - 2 * (view.key(j - 1) == _FROM and view.key(j - 2) in _SOME_PEOPLE)
        many |= first < j and key.startswith("ال") and key.endswith("ين")  # فريق من المحامين
        governed = first == j and (view.key(j - 1) in _GOVERNING or has_b(view, j))
        if not (many or several) or governed or has_l(view, j):
            continue
        while first > start and view.key(first - 1)[:2] + view.key(first - 1)[-2:] == "الون":
            first -= 1  # المتظاهرون | الفلسطينيون
        if (
            roles.get(view.key(first - 1), "").endswith("s")
            and key[-2:] == view.key(first - 1)[-2:]
        ):
            first -= key.endswith(("ون", "ين")) and first > start  # محللون | اقتصاديون
        width = len(view.key(j)) - len(key) if first == j else 0
        phrase = read_phrase(view, first, cue, generic=True, proclitic=width)
        if phrase is not None:
            return phrase
    return None


def clause_subject(view: View, cue: int, start: int, gender: Gender) -> Phrase | None:
    """…، رد فلان أمس، مؤكدا: the subject of the clause that begins behind a comma and ends at the participle's."""
    end = cue - 1
    if not view.is_comma(end):
        return None
    for j in range(end - 1, max(start, end - CLAUSE_REACH) - 1, -1):
        if j != start and not view.is_comma(j - 1) and view.key(j - 1) != _WHERE:
            continue
        if view.key(j).startswith("ال") or j in view.times or view.mention(j) is not None:
            continue  # فلان، المدير العام لكذا، قائلا
        found = _subject_of_clause(view, j, end)
        return found if found is not None and fits(view, found, gender) else None
    return None


def _subject_of_clause(view: View, j: int, end: int) -> Phrase | None:
    """The subject right behind the verb at ``j``, where only a time or its own description follows."""
    verb, at = view.key(j), view.skip_comma(j + 1)
    finite = any(f.form.tense == "past" for f in cues().forms.get(verb, ()))
    noun = view.mention(j) is not None or (is_noun("ال" + verb) and not finite)
    if not view.is_word(j) or noun or verb in _GOVERNING or has_b(view, j):
        return None
    phrase = read_phrase(view, at, end)
    if phrase is None:
        return None
    rest = _past_times(view, phrase.end, end)
    described = view.is_comma(rest) and view.key(rest + 1).startswith("ال")
    told = (k for k in range(rest, end) if view.is_that(k) or view.key(k) in cues().forms)
    return phrase if rest == end or (described and not any(told)) else None


def _past_times(view: View, j: int, end: int) -> int:
    while j < end and (past := past_adverb(view, j)) > j:
        j = past
    return j

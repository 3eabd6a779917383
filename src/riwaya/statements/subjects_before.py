"""The subject that stands before a report verb (SVO), or what a relative pronoun stands for."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.arabic.folding import fold_key
from riwaya.names.lexicon import frequency
from riwaya.statements.adverbs import ADVERBS
from riwaya.statements.antecedents import antecedent
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import cues, speaker_nouns, words
from riwaya.statements.marked import named_before
from riwaya.statements.nobodies import led_by_l
from riwaya.statements.objects import PREPOSITIONS, has_b
from riwaya.statements.phrases import Party, Phrase, read_phrase
from riwaya.statements.places import CLAUSE_WORDS, in_headline, pronoun_before
from riwaya.statements.reaching import reaches
from riwaya.statements.references import speaker_of
from riwaya.statements.text_subjects import by_a_text
from riwaya.statements.titles import several
from riwaya.statements.view import View
from riwaya.statements.word_kinds import bare_accusative, is_noun, is_verbal_noun

_BACK = words("arguments.back")
_RELATIVE = words("clauses.relative")
_TO, _GOVERNING = fold_key("ل"), frozenset(PREPOSITIONS) | words("phrases.not_a_subject_after")
_WAS = words("clauses.was")
_HAD = frozenset(map(fold_key, ("سبق", "وسبق")))
_SUBJECT_FIRST = words("clauses.subject_first")
_BUT = words("clauses.but") | words("clauses.because")
FAR = 10
"""Words of the longest description in the oblique that a plural verb follows."""


def subject_before(view: View, draft: Draft, start: int, *, sure: bool) -> None:
    """The subject that stands before the verb, from the beginning of the clause; ``sure``: not after
    a mere comma, where the verb's own subject may follow it.
    """
    i = draft.clause
    if (sure and _does_both(view, draft)) or _had_before(view, draft, start):
        return
    if draft.joined and draft.lead and i != start and not _stray_and(view, i):
        return
    if view.key(i - 1) in _RELATIVE and i > start:
        draft.relative = True
        if not sure:
            antecedent(view, draft, i - 1, start)
        return
    for opener in _clause_starts(view, i, start):
        if sure and opener > start and not _governs_a_clause(view, opener - 1):
            continue
        apart = view.key(draft.cue + 1) in _BACK and view.is_comma(opener - 1)
        if _closed_name(view, opener, i) or (apart and opener > start):
            continue  # كتب رسالة إلى الوزير، فلان، يشدد فيها
        width = _joined_on(view, opener, start)
        phrase = read_phrase(view, opener, i, proclitic=width)  # وفلان يكشف كذا
        phrase = phrase or named_before(view, opener, i)
        if (
            phrase is None
            and view.key(opener - 1)
            and (
                view.is_that(opener - 1)
                or opener == start
                or view.key(opener - 1) in _WAS
                or view.key(opener - 1) in _BUT
            )
        ):
            phrase = _generic_before(view, opener, i, draft)
        phrase = phrase or oblique_plural(view, opener, i, draft)
        if phrase is None or phrase.end > i or _cannot_say(view, draft, phrase):
            continue
        if reaches(view, phrase.end, i) and not _own_subject(view, draft, opener):
            draft.subject, draft.speaker = "before", speaker_of(view, phrase)
            draft.clause = opener
            draft.after_that = view.is_that(opener - 1)
            draft.joined = draft.joined and not _stray_and(view, i)
            return
    draft.after_that = view.is_that(i - 1)
    if not sure:
        _further_back(view, draft, i, start)


def _had_before(view: View, draft: Draft, start: int) -> bool:
    """سبق لفلان أن | نفى كذا: who is told to have done so before, with ل."""
    i = draft.cue - 1
    if not view.is_that(i):
        return False
    had = next((j for j in range(i - 1, max(start, i - 6) - 1, -1) if view.key(j) in _HAD), -1)
    if had < 0 or not view.key(had + 1).startswith("ل"):
        return False
    phrase = read_phrase(view, had + 1, i, proclitic=1)
    if phrase is not None and phrase.end == i:
        draft.subject, draft.speaker, draft.clause = "before", speaker_of(view, phrase), had
    return draft.subject == "before"


def oblique_plural(view: View, opener: int, i: int, draft: Draft) -> Phrase | None:
    """لكن المطالبين بالتغيير يزعمون: those in the oblique behind أن or لكن, with all that describes them up to the verb."""
    key = view.key(opener)
    somebody = not is_noun(key) or frequency(f"{key[:-2]}ون") > 0  # المدافعين, and not القوانين
    plural = key.startswith("ال") and key.endswith("ين") and somebody
    governed = view.is_that(opener - 1) or view.key(opener - 1) in _BUT
    if draft.number != "p" or not (plural and governed) or i - opener > FAR or view.mention(opener):
        return None
    end = i
    while end > opener + 1 and view.key(end - 1) in ADVERBS:
        end -= 1
    other = CLAUSE_WORDS | cues().forms.keys()
    clear = all(view.is_word(k) and view.key(k) not in other for k in range(opener, end))
    return Phrase(opener, end, (Party(opener, end, "noun"),)) if clear else None


def _cannot_say(view: View, draft: Draft, phrase: Phrase) -> bool:
    """بعد تصريحات لفلان طلب فيها كذا, رهبان يعتقد أنهم: what stands before a verb and does not agree with it, and a text
    that the verb goes back to (بعد خطاب طويل، قال فيه).
    """
    party = phrase.parties[0]
    if party.kind == "document" and view.key(draft.cue + 1) in _BACK:
        return True
    feminine = view.tokens[party.start].text.endswith(("ة", "ات"))
    if (draft.gender, draft.number) != ("m", "s"):
        return False
    return (party.kind == "document" and feminine) or (party.kind == "role" and several(party.head))


def _joined_on(view: View, opener: int, start: int) -> int:
    """1 where the subject that begins at ``opener`` has و on it: وفلان يكشف كذا, …، والوزارة قالت, a title's والوزير ينفي."""
    key, mention = view.key(opener), view.mention(opener)
    if not key.startswith(("و", "ف")):
        return 0  # وفلان، فالرئيس
    if opener != start and not view.is_comma(opener - 1) and not view.in_title(opener):
        return 0
    if mention is not None and mention.start >= view.tokens[opener].start:
        return int(mention.start == view.tokens[opener].start + 1)
    nouns = speaker_nouns()
    return int(key[1:3] == "ال" and (key[1:] in nouns.bodies or key[1:] in nouns.roles))


def _does_both(view: View, draft: Draft) -> bool:
    """بكين ترد على الرسوم.. وتتوعد بكذا, in a title: the subject of its first verb, which agrees, is the second's too."""
    if not (view.in_title(draft.cue) and draft.tense == "present" and draft.lead):
        return False
    first, prefix = draft.cue, view.key(draft.cue)[draft.lead : draft.lead + 1]
    while first > 0 and view.block_of[first - 1] == view.block_of[draft.cue]:
        first -= 1
    phrase = read_phrase(view, first, draft.cue)
    verb = view.key(phrase.end) if phrase is not None else ""
    if phrase is None or verb[:1] != prefix or len(verb) < 3 or phrase.end >= draft.cue - 1:
        return False
    nominal = is_verbal_noun(verb) and verb not in cues().forms  # روسيا تحقيق كذا
    if nominal or view.mention(phrase.end) is not None:
        return False
    draft.subject, draft.speaker = "before", speaker_of(view, phrase)
    return True


def _further_back(view: View, draft: Draft, i: int, start: int) -> None:
    """A subject that no clause begins with: the plural that the verb qualifies, whoever is seen to speak, a text."""
    if draft.number != "s":
        _qualified(view, draft, i, start)
        return
    tells = draft.tense == "present" or (draft.tense == "past" and view.is_that(draft.cue + 1))
    if tells and not draft.joined:
        by_a_text(view, draft, i, start)
    if draft.speaker is None and not pronoun_before(view, i):
        _seen_to(view, draft, i, start)


def _seen_to(view: View, draft: Draft, i: int, start: int) -> None:
    """وانبرى فلان يقول, خرج فلان ليقول, سمعت فلانا يقول: whose description ends right before a verb in the present."""
    verb, roles = draft.verb, speaker_nouns().roles
    speaks = verb is not None and (verb.run or bool(verb.takes & {"that", "quote"}))
    if not speaks or draft.tense != "present" or (draft.lead and view.key(draft.cue)[:1] != _TO):
        return
    for j in range(max(start, i - 12), i):
        phrase = read_phrase(view, j, i)
        if phrase is None or phrase.end != i or len(phrase.parties) > 1:
            continue
        if _cannot_say(view, draft, phrase):
            return
        key, before = view.key(j), view.key(j - 1)
        mention = phrase.parties[0].mention
        named = mention is not None and mention.type == "PER" and mention.kind == "name"
        free = before not in _GOVERNING and not is_verbal_noun(before) and before not in roles
        agrees = key.endswith("ه") if draft.gender == "f" else not key.endswith("ه")
        if free and agrees and (named or (key.startswith("ال") and key in roles)):
            draft.subject, draft.speaker = "before", speaker_of(view, phrase)
        return


def _closed_name(view: View, opener: int, i: int) -> bool:
    """Whether a quotation that opens right before ``opener`` has closed before the verb: صحيفة "كذا"، قال."""
    quote = view.quote_of[opener] if opener > 0 and view.char(opener - 1) else None
    opened = quote is not None and quote.closed and quote.start == view.tokens[opener - 1].start
    behind_a_noun = opener > 1 and view.tokens[opener - 2].is_word
    return behind_a_noun and opened and quote is not None and quote.end <= view.tokens[i].start


def _own_subject(view: View, draft: Draft, opener: int) -> bool:
    """بعدما كان نائبه، وعد فلان: the verb after the comma has its subject behind it."""
    mention = view.mention(draft.cue + 1)
    named = mention is not None and mention.type == "PER" and mention.kind == "name"
    aside = view.is_comma(draft.clause - 1) and view.key(opener - 1) in _WAS
    return named and aside


def _governs_a_clause(view: View, i: int) -> bool:
    """Whether what stands at ``i`` is followed by a subject before its verb."""
    return (
        view.is_that(i)
        or view.key(i) in _WAS | _SUBJECT_FIRST
        or view.char(i) in ('"', "“", "«", ":", "”")
    )


def _stray_and(view: View, i: int) -> bool:
    """A و that a broken line put before the verb: … بوتين ⏎ وأوضح."""
    return i > 0 and view.block_of[i] != view.block_of[i - 1] and not view.char(i - 1)


def _generic_before(  # noqa: PLR0911 - one guard, one line
    view: View, opener: int, i: int, draft: Draft
) -> Phrase | None:
    first = view.key(opener)
    joined = first.startswith("و") and not first.startswith("وال") and len(first) > 3
    joined = joined and opener == view.sentences[draft.sentence][0]
    if (
        joined
        or has_b(view, opener)
        or led_by_l(view, opener)
        or view.key(opener).removeprefix("و") in cues().forms
    ):
        return None  # بالمقابل: no subject
    if view.key(opener - 1) in _WAS and bare_accusative(view.key(opener)):
        return None  # كان | محتجزا أبلغ كذا: what he was
    definite = view.key(opener).startswith("وال")  # …والأمن يتحدث
    phrase = read_phrase(view, opener, i, generic=True, proclitic=int(definite))
    verb = draft.verb
    was = view.key(opener - 1) in _WAS and opener > 0
    if phrase is None or verb is None or (phrase.end != i and not was):
        return None
    if len(phrase.parties) > 1 and phrase.parties[0].kind == "noun" and not was:
        return None  # انتقادات واسعة وفلان يهدد بكذا
    if was and not (phrase.end == i or view.char(phrase.end) or view.key(phrase.end) in ADVERBS):
        return None
    if was or (in_headline(view, draft, opener) and phrase.start == opener):
        return phrase
    article = view.key(opener).startswith("ال")
    but = view.key(opener - 1) in _BUT and draft.tense == "past" and not verb.clause
    definite = opener == view.sentences[draft.sentence][0] and article
    if (but and article) or _of_somebody_under_that(view, opener, i):
        return phrase  # لكن الأخير قال, إن زميلا بارزا قال
    return (
        phrase
        if (draft.tense == "past" and not verb.speaker) or (definite and draft.number == "p")
        else None
    )


def _of_somebody_under_that(view: View, opener: int, i: int) -> bool:
    """Whether أن governs an indefinite noun of somebody, and it alone with its adjective stands before the verb."""
    noun = view.tokens[opener].text
    somebody = view.is_that(opener - 1) and noun.endswith(("ا", "اً")) and len(noun) > 3
    return somebody and i - opener <= 3 and not is_verbal_noun(view.key(opener).removesuffix("ا"))


def _clause_starts(view: View, i: int, start: int) -> Iterator[int]:
    """Where the clause of the verb at ``i`` may begin, nearest first."""
    for j in range(i - 1, max(start, i - 40) - 1, -1):
        if (
            j == start
            or (
                view.is_that(j - 1)
                or view.key(j - 1) in _WAS
                or view.char(j - 1) in ('"', "“", "«", ":", "”")
            )
            or view.key(j - 1) in CLAUSE_WORDS | _SUBJECT_FIRST
            or view.is_comma(j - 1)
            or (view.in_title(j) and j == i - 1 and _joined_on(view, j, start))
        ):
            yield j


def _qualified(view: View, draft: Draft, i: int, start: int) -> None:
    """أنصار للحزب يتهمون, جنديان سابقان أعربا: the indefinite plural or dual that the verb qualifies."""
    for j in range(i - 1, max(start, i - 7) - 1, -1):
        key = view.key(j)
        if view.char(j) or view.is_that(j) or key in cues().forms or key in CLAUSE_WORDS:
            return
        if key.startswith("ال"):
            continue
        several = speaker_nouns().roles.get(key, "").endswith("s") and draft.number == "p"
        both = draft.number == "d" and j >= i - 2 and key.endswith(("ان", "ين")) and len(key) > 4
        both = both and (j == i - 1 or view.key(j + 1).endswith(key[-2:]))
        if not (several or (both and view.key(j - 1)[-2:] != key[-2:])):
            continue
        phrase = read_phrase(view, j, i, generic=True)
        if phrase is not None:
            draft.subject, draft.speaker = "before", speaker_of(view, phrase)
        return

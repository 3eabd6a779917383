"""Who was named nearest: the subject of a sentence, the person named last, those joined before a plural."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.model import Mention, Speaker
from riwaya.names.registry import registry
from riwaya.statements.drafts import Draft
from riwaya.statements.junctures import DEEDS
from riwaya.statements.lexicon import speaker_nouns, words
from riwaya.statements.mainclause import main_subject
from riwaya.statements.memory import (
    first_mentions,
)
from riwaya.statements.objects import bare_of_l, has_b
from riwaya.statements.phrases import Phrase, read_phrase
from riwaya.statements.places import CLAUSE_WORDS
from riwaya.statements.references import from_mention, group, speaker_of
from riwaya.statements.view import View
from riwaya.statements.word_kinds import is_adjective

_BEFORE = words("phrases.not_a_subject_after")
_PLAIN_THAT = frozenset(map(fold_key, ("أن", "إن", "بأن")))
_NO_NOUN = CLAUSE_WORDS | words("clauses.relative") | words("clauses.but_he") | words("clauses.he")
_NO_NOUN |= words("phrases.ends") | words("arguments.adverbs")
FEMININE_PLURALS = frozenset(map(fold_key, ("مصادر", "وسائل", "تقارير", "أنباء", "صحف", "وثائق")))
NEAR = 4
"""Words of the longest noun phrase that speaks itself before its verb (مصادر محلية قالت إنها)."""


_WAS = words("clauses.was")
_WHAT = words("clauses.what")
_POSTED = words("phrases.posted")
_PLATFORMS = words("phrases.platforms")
_WITH = fold_key("مع")
_FROM = fold_key("من")
_PLACING = frozenset(map(fold_key, ("في", "إلى", "على", "عن", "داخل", "قرب", "نحو", "ضد")))
"""Prepositions before a place where something is or goes to."""
_GOVERNING = frozenset(
    map(
        fold_key,
        (
            "إلى",
            "مع",
            "من",
            "عن",
            "على",
            "ضد",
            "لدى",
            "بين",
            "بحضور",
            "أمام",
            "بعد",
            "قبل",
            "حول",
            "خلف",
        ),
    )
)


def both_before(view: View, draft: Draft) -> Speaker | None:
    """The two or more that a dual or plural verb goes back to: joined by و earlier in its sentence."""
    start = draft.inside.start if draft.inside is not None else view.sentences[draft.sentence][0]
    for j in range(draft.cue - 1, max(start, draft.cue - 40) - 1, -1):
        if view.key(j - 1) in speaker_nouns().roles or (
            draft.number == "p" and (view.key(j - 1) in _PLACING or _described_by(view, j, draft))
        ):
            continue  # زعماء بريطانيا وفرنسا: the description begins before the names; ضد كذا وكذا
        phrase = read_phrase(view, j, draft.cue)
        if phrase is not None and (len(phrase.parties) > 1 or phrase.parties[0].kind == "pair"):
            return speaker_of(view, phrase)
    return None


def _described_by(view: View, j: int, draft: Draft) -> bool:
    """وزراء خارجية | كذا وكذا: whether names joined by و only end the description of several, begun before them."""
    for k in (j - 2, j - 3):
        several = speaker_nouns().roles.get(view.key(k), "").endswith("s")
        phrase = read_phrase(view, k, draft.cue) if several else None
        if phrase is not None and phrase.end > j:
            return True
    return False


def with_another(view: View, draft: Draft) -> Speaker | None:
    """اتصل فلان … مع فلان، وبحثا: the sentence's subject and who was with him."""
    start = view.sentences[draft.sentence][0]
    first = first_subject(view, start, draft.cue)
    if first is None or draft.number != "d":
        return None
    for j in range(start, draft.cue):
        joined = int(view.key(j - 1) != _WITH)  # والتقى فلان بفلان
        if view.key(j - 1) != _WITH and not has_b(view, j):
            continue
        phrase = read_phrase(view, j, draft.cue, proclitic=joined)
        if phrase is not None:
            other = speaker_of(view, phrase)
            return group([from_mention(first), other]) if other.entity else None
    return None


def main_pair(view: View, draft: Draft) -> Speaker | None:
    """إنهما اتفقا: the two whom the page is mostly about, where one of them is telling."""
    if draft.number != "d" or draft.inside is None or not view.is_that(draft.cue - 1):
        return None
    nobody = Speaker(entity=None, span=(view.tokens[draft.cue].start, view.tokens[draft.cue].end))
    found = first_mentions(view, ("PER",), nobody, 2)
    return group([from_mention(m) for m in found]) if found else None


def nearest(view: View, draft: Draft, start: int | None = None) -> Speaker | None:
    """The person named last before a clause that goes back to what he said: خطاب ألقاه فلان، قال فيه."""
    start = view.sentences[draft.sentence][0] if start is None else start
    back = draft.gender == "f" and draft.rule.endswith(":back")
    person = _last_named(view, draft, start, ("PER",), women=draft.gender == "f")
    first = first_subject(view, start, draft.cue) if draft.rule.endswith(":back") else None
    if person is None and first is not None and view.at(first.start) <= start + 2:
        return from_mention(first)  # تقدم السودان بشكوى يتهم فيها كذا
    if person is None and (draft.rule.endswith(":back") or view.key(draft.cue - 1) in _WHAT):
        main = main_subject(view, start, draft.cue, draft.gender)
        text = (
            main is not None and main.parties[0].kind == "document"
        )  # جاء القرار بعد خطاب قال فيه
        if main is not None and not text and not _by_a_man(view, main, start, draft):
            return speaker_of(view, main)
    called = (
        draft.gender == "f" and view.key(draft.cue - 1) in _WHAT
    )  # بعد رفض الدولة ما وصفته بكذا
    others = ("PER", "ORG", "GPE") if called else ("PER", "ORG")
    return person or _last_named(view, draft, start, ("ORG", "GPE") if back else others)


def _by_a_man(view: View, main: Phrase, start: int, draft: Draft) -> bool:
    """استقبل فلان الوفد بعد رفض الدولة ما وصفته بكذا: whether the sentence's verb shows its subject to be no "she"."""
    verb = view.key(start).removeprefix("و")
    plain = main.start == start + 1 and not verb.startswith(("ت", "ست")) and not verb.endswith("ت")
    return plain and draft.gender == "f" and draft.number == "s"


def nearest_body(view: View, draft: Draft) -> Speaker | None:
    """The body or state named last in the sentence."""
    return _last_named(view, draft, view.sentences[draft.sentence][0], ("ORG", "GPE"))


def nearest_person(view: View, draft: Draft) -> Speaker | None:
    """The person named last in the sentence, and no body."""
    return _last_named(view, draft, view.sentences[draft.sentence][0], ("PER",))


def posted(view: View, draft: Draft) -> tuple[Speaker | None, bool]:
    """نشر النادي تغريدة رحب فيها: who sent it out, by the verb's own subject, and whether such a verb was found."""
    for j in range(draft.cue - 2, max(view.sentences[draft.sentence][0], draft.cue - 40) - 1, -1):
        if view.key(j).removeprefix("و") in _POSTED:
            phrase = read_phrase(view, j + 1, draft.cue)
            text = phrase is not None and phrase.parties[0].kind == "document"
            return (speaker_of(view, phrase) if phrase is not None and not text else None), text
    return None, False


def _last_named(
    view: View, draft: Draft, start: int, kinds: tuple[str, ...], *, women: bool = False
) -> Speaker | None:
    for j in range(draft.cue - 1, max(start, draft.cue - 25) - 1, -1):
        mention = view.mention(j)
        named = mention is not None and fold_key(mention.text) not in _PLATFORMS
        if mention is None or not named or mention.type not in kinds or not mention.entity:
            continue
        if women and not _called_as_a_woman(view, mention, j):
            continue
        he = draft.gender == "m" and draft.number == "s" and mention.type == "ORG"
        if he and mention.start == view.tokens[j].start and view.tokens[j].text.endswith("ة"):
            continue  # السفارة is no "he"
        placed = mention.type == "GPE" and not draft.rule.endswith(":back")
        if placed and (_where(view, j) or mention.start > view.tokens[j].start):
            continue
        if mention.type == "PER" and (_after_preposition(view, j, mention) or _of_a_deed(view, j)):
            continue
        return from_mention(mention)
    return None


def _called_as_a_woman(view: View, mention: Mention, j: int) -> bool:
    """Whether a title in the feminine stands beside a name (فلانة منسقة كذا), or belongs to it."""
    office = (mention.office or "").split()
    beside = (view.key(k) for k in (j - 1, view.skip_comma(view.after(mention))))
    title = any(key in speaker_nouns().roles and key.endswith("ه") for key in beside)
    return title or (bool(office) and fold_key(office[0]).endswith("ه"))


def _of_a_deed(view: View, j: int) -> bool:
    """لمقتل زعيم كذا، حيث قال: whether an office stands in the genitive of what happened."""
    mention = view.mention(j)
    noun = bare_of_l(view.key(j - 1))
    return mention is not None and mention.kind == "nominal" and noun in DEEDS


def _where(view: View, j: int) -> bool:
    """Whether a place is told as where something is, goes to or, being no state, comes from (من كذا)."""
    known = registry().entity(view.mention(j).entity or "")  # type: ignore[union-attr]
    town = view.key(j - 1) == _FROM and (known is None or known.kind != "state")
    return view.key(j - 1) in _PLACING or town


def _after_preposition(view: View, j: int, mention: Mention) -> bool:
    """Whether a name, with its title before it, is what a preposition governs (تحدث إلى القاضي فلان)."""
    if mention.start > view.tokens[j].start:
        own = view.key(j - 1) in _WAS or view.key(j - 1) in speaker_nouns().occasions
        owner = view.key(j).startswith("ل") and own  # كان لفلان رأي، حيث قال; في مقابلة لفلان، قال
        return not (owner or view.key(j).startswith("و"))  # لفلان, بفلان
    k = j - 1
    while (
        k > 0
        and view.key(k) not in _GOVERNING
        and (view.key(k) in speaker_nouns().roles or is_adjective(view.key(k)))
    ):
        k -= 1
    return view.key(k) in _GOVERNING


def first_subject(view: View, start: int, end: int) -> Mention | None:
    for j in range(start, end):
        mention = view.mention(j)
        if mention is None or mention.entity is None:
            continue
        if mention.start - view.tokens[j].start > (1 if view.key(j).startswith("و") else 0):
            return None
        return None if view.key(j - 1) in _BEFORE and j > start else mention
    return None


def said_of_it(view: View, draft: Draft) -> Speaker | None:
    """شنت كذا غارات على أهداف قالت إنها كذا: the sentence's subject, behind a noun that what was said is about."""
    if draft.rule == "attribution":
        return _body_told_of(view, draft)
    before = view.key(draft.cue - 1)
    his = view.is_that(draft.cue + 1) and view.key(draft.cue + 1) not in _PLAIN_THAT
    noun = view.is_word(draft.cue - 1) and before not in _NO_NOUN and not before.startswith("ال")
    free = not draft.lead and not draft.joined and draft.number == "s" and draft.kind == "that"
    start = view.sentences[draft.sentence][0]
    if not (his and noun and free) or draft.cue <= start + 1 or draft.inside is not None:
        return None
    for j in range(draft.cue - 1, max(start, draft.cue - NEAR) - 1, -1):
        phrase = read_phrase(view, j, draft.cue)
        noun = phrase is not None and phrase.end == draft.cue and phrase.parties[0].mention is None
        if phrase is not None and noun and not view.key(j).startswith("ال"):
            feminine = view.tokens[j].text.endswith(("ة", "ات")) or view.key(j) in FEMININE_PLURALS
            return speaker_of(view, phrase) if feminine == (draft.gender == "f") else None
    main = main_subject(view, start, draft.cue, draft.gender)
    return speaker_of(view, main) if main is not None else None


def _body_told_of(view: View, draft: Draft) -> Speaker | None:
    """ستغلق الشرطة الجسر، كما أعلنت: the body that the sentence which is ascribed tells of."""
    start = view.sentences[draft.sentence][0]
    main = main_subject(view, start, draft.cue, draft.gender)
    party = main.parties[0] if main is not None else None
    named = party is not None and party.mention is not None and party.mention.type == "ORG"
    body = party is not None and (named or party.kind == "body") and draft.gender == "f"
    return speaker_of(view, main) if main is not None and body else None

"""To whom a verb goes back by a pronoun or as the sentence's own: وهو ينفي, لكنها تنتقد, عندما دعا."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.model import Speaker
from riwaya.statements.acting import acted
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import speaker_nouns, words
from riwaya.statements.mainclause import main_subject
from riwaya.statements.nearest import first_subject, nearest_body
from riwaya.statements.nested import reduced
from riwaya.statements.phrases import Phrase, read_phrase
from riwaya.statements.references import from_mention, speaker_of
from riwaya.statements.view import View
from riwaya.statements.word_kinds import is_noun

_HE, _BUT_HE = words("clauses.he"), words("clauses.but_he")
_BEFORE_A_DEED = frozenset(map(fold_key, ("بعد", "قبل", "منذ", "إثر", "لمجرد")))
_WHEN, _FRONTED = words("clauses.when"), words("clauses.fronted")
_GOVERNING = words("phrases.not_a_subject_after")
_UTTER = "utter"
_SEVERAL = ("s", "people")


def topic(  # noqa: PLR0911 - one guard, one line
    view: View, draft: Draft
) -> Speaker | None:
    """The person whom the sentence began with, for a verb joined later in it."""
    begin = view.sentences[draft.sentence][0]
    aside = view.is_that(draft.cue - 1) and view.key(draft.cue - 2) in _BEFORE_A_DEED
    aside = aside or view.key(draft.cue - 1) in _WHEN or reduced(view, draft)
    if draft.joined and (just := _just_acted(view, draft, begin)) is not None:
        return just
    if draft.cue <= begin + 2 or not (draft.joined or aside) or draft.number != "s":
        return None  # أوقف فلان بعد أن دعا إلى كذا, عندما دعا إلى كذا: so too
    if view.key(begin) in _FRONTED and not aside:
        return None  # وعن دعوة فلان إلى كذا، قال: not he
    acting = acted(view, begin, draft.cue, draft.gender, draft.number)
    uttered = draft.verb is not None and draft.verb.group == _UTTER  # وتفوه بكذا: what he did
    if acting is not None and not uttered:
        return speaker_of(view, acting)
    mention = first_subject(view, begin, draft.cue)
    person = mention is not None and mention.type == "PER" and draft.gender == "f" and aside
    if mention is not None and person and _of_a_man(view, begin, view.at(mention.start)):
        return nearest_body(view, draft)  # سيدفع فلان الدولة إلى كذا بعد أن توعدت
    man = mention is not None and mention.type == "PER"
    inner = mention is not None and view.at(mention.start) > begin + 1 and draft.gender == "f"
    if draft.joined and (mention is None or (man and inner)):  # ونفت عائلة فلان كذا وقالت
        who = _acting(view, draft, begin)
        return who if who is not None or mention is None else from_mention(mention)
    types = {"ORG", "GPE", "PER"} if draft.gender == "f" else {"PER"}
    if draft.gender == "f" and reduced(view, draft):
        types -= {"PER"}  # صورة قالت إنها كذا: hardly a man's words
    return from_mention(mention) if mention is not None and mention.type in types else None


def _just_acted(view: View, draft: Draft, begin: int) -> Speaker | None:
    """قاطعتها المعارضة ووصفتها بكذا: the subject of the verb before, where it ends right before the one joined to it."""
    for j in range(draft.cue - 1, max(begin, draft.cue - 5), -1):
        phrase = read_phrase(view, j, draft.cue)
        if phrase is None or phrase.end != draft.cue or len(phrase.parties) > 1:
            continue
        verb = view.key(j - 1)
        plain = verb.removesuffix("ها").removesuffix("هم").removesuffix("ه")
        hers = plain.endswith("ت") and plain != verb and draft.gender == "f"
        kind = phrase.parties[0].kind in ("role", "body", "mention")
        return speaker_of(view, phrase) if hers and kind else None
    return None


def _acting(view: View, draft: Draft, begin: int) -> Speaker | None:
    """وعقب كذا، خرجت النقابات إلى الشارع، وطالبت: whom the clause's own verb before has for its subject."""
    for j in range(draft.cue - 2, begin - 1, -1):
        if j != begin and not view.is_comma(j - 1):
            continue
        verb = view.key(j).removeprefix("و")
        feminine = verb.endswith("ت") or verb.startswith(("ت", "ست"))
        article = view.tokens[j].text.removeprefix("و").startswith("ال")  # ألقت: no article
        noun = article or view.mention(j) is not None or is_noun("ال" + verb)
        phrase = None if noun else read_phrase(view, j + 1, draft.cue)
        party = phrase.parties[0] if phrase is not None else None
        if phrase is not None and party is not None and party.kind in ("role", "body", "mention"):
            return speaker_of(view, phrase) if feminine == (draft.gender == "f") else None
    return None


def _of_a_man(view: View, begin: int, at: int) -> bool:
    """Whether the verb that a sentence begins with, right before a name, is a man's by its form."""
    verb = view.key(begin).removeprefix("و")
    return at <= begin + 2 and not verb.startswith(("ت", "ست")) and not verb.endswith("ت")


def by_pronoun(view: View, draft: Draft) -> Speaker | None:
    """وهو ينفي: he whom the sentence began with."""
    if view.key(draft.cue - 1) not in _HE:
        return None
    start = view.sentences[draft.sentence][0]
    beside = _right_before(view, draft.cue - 1, start)
    if beside is not None:
        return speaker_of(view, beside)  # لقطات للمهاجم وهو يصرخ
    main = main_subject(view, start, draft.cue, draft.gender)
    if main is not None and main.parties[0].kind in ("mention", "role"):
        return speaker_of(view, main)
    mention = first_subject(view, start, draft.cue)
    return from_mention(mention) if mention is not None and mention.type == "PER" else None


def _right_before(view: View, end: int, start: int) -> Phrase | None:
    """The person, by name or role, whose description ends right before وهو, with no comma there."""
    for j in range(max(start, end - 4), end):
        width = int(view.key(j).startswith("ل") and view.key(j)[1:2] == "ل")
        phrase = read_phrase(view, j, end, proclitic=width)
        party = phrase.parties[0] if phrase is not None else None
        if phrase is None or party is None or phrase.end != end or len(phrase.parties) > 1:
            continue
        person = party.mention is not None and party.mention.type == "PER"
        return phrase if person or (party.kind == "role" and party.head.startswith("ال")) else None
    return None


def but_he(view: View, draft: Draft) -> Speaker | None:
    """لا تعارض النقابات كذا لكنها تنتقد: the subject of the clause before, by its own form."""
    start = view.sentences[draft.sentence][0]
    if view.key(draft.cue - 1) not in _BUT_HE or draft.number != "s":
        return None
    for j in range(start, min(start + 4, draft.cue - 1)):
        phrase = read_phrase(view, j, draft.cue - 1)
        if phrase is None or len(phrase.parties) > 1 or view.key(j - 1) in _GOVERNING:
            continue  # لم يتحدث عن البلد لكنه قال
        head = view.key(phrase.parties[0].start)
        if draft.gender == "m" and speaker_nouns().roles.get(head, "").endswith(_SEVERAL):
            return None  # أقر أيضا بأن العمال يخسرون، لكنه قال
        feminine = head.endswith(("ه", "ات"))
        mention = phrase.parties[0].mention
        known = mention is not None and mention.kind == "name"
        return speaker_of(view, phrase) if known or feminine == (draft.gender == "f") else None
    return None

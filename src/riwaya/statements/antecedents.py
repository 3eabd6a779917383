"""Whom a relative pronoun before a report verb stands for: the phrase that ends right before it."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.model import Mention
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import speaker_nouns, words
from riwaya.statements.objects import PREPOSITIONS
from riwaya.statements.phrases import Phrase, read_phrase
from riwaya.statements.places import impersonal
from riwaya.statements.references import speaker_of
from riwaya.statements.view import THAT_PRONOUN, View
from riwaya.statements.word_kinds import is_adjective, is_verbal_noun

_HE = words("clauses.he")
_IN = fold_key("في")
_ACCORDING = frozenset(map(fold_key, ("وفقا", "ووفقا", "طبقا", "تبعا")))
"""What leads to a source behind ل (وفقا للوكالة التي)."""
_ANTECEDENTS = frozenset({"mention", "role", "body"})
_TEXTS = frozenset({"statement", "report", "study"})
"""Kinds of text that speak for themselves."""
_SEVERAL_TEXTS = frozenset("ال" + text for text in words("phrases.several_texts"))
"""Texts in a broken plural, which take a feminine verb."""


def antecedent(view: View, draft: Draft, relative: int, start: int) -> None:
    """Whom الذي stands for: the phrase that ends right before it."""
    masculine = view.key(relative).removeprefix("و") in (fold_key("الذي"), fold_key("الذين"))
    if draft.number == "s" and masculine == (draft.gender == "f"):
        return  # الذي قالت: he is whom it was said of
    end = relative - 1 if view.is_comma(relative - 1) else relative
    end = _past_time(view, _past_brackets(view, end, start), start)
    body = _body_at(view, draft, end, start) or _text_at(view, draft, end)
    if body is not None:
        draft.subject, draft.speaker, draft.after_that = "before", speaker_of(view, body), True
        return
    for j in range(end - 1, max(start, end - 12) - 1, -1):
        named = view.mention(j)
        if named is not None and _of_a_thing(view, named, j):
            return  # عملية عفرين التي تقول إنها
        to_it = int(view.key(j).startswith("لل") and view.key(j - 1) in _ACCORDING)
        width = named.start - view.tokens[j].start if named is not None else to_it
        phrase = read_phrase(view, j, end, proclitic=width)
        if phrase is not None and j > start and view.key(j - 1) in speaker_nouns().roles:
            phrase = read_phrase(view, j - 1, end) or phrase  # نائبة الرئيس التي
        if phrase is not None and phrase.end >= end and _may_be_meant(phrase, draft):
            mention = phrase.parties[0].mention
            if mention is not None and draft.number == "p" and mention.kind == "name":
                continue  # المتشددين في إيران الذين: not the country
            if mention is None and view.key(j - 1) in _HE and view.is_comma(j - 2):
                phrase = _named_before(view, j - 2, start) or phrase  # فلانة، وهي الوزيرة التي
            elif mention is None and phrase.parties[0].kind == "role" and view.is_comma(j - 1):
                phrase = _named_before(view, j - 1, start) or phrase  # فلان، المدير الذي
            somebody = mention is not None and mention.type == "PER" and mention.kind == "name"
            if (
                impersonal(view, draft)
                and THAT_PRONOUN.fullmatch(view.key(draft.cue + 1))
                and not somebody
            ):
                return  # الموقع الذي يعتقد أنه
            if mention is None or mention.type in ("PER", "ORG", "GPE"):
                draft.subject, draft.speaker = "before", speaker_of(view, phrase)
                draft.after_that = True
            return


def _may_be_meant(phrase: Phrase, draft: Draft) -> bool:
    """Whether a phrase can be whom the pronoun stands for: no role that is one man's, behind التي (في العالم، التي)."""
    party = phrase.parties[0]
    one = not speaker_nouns().roles.get(party.head, "s").endswith(("s", "people"))
    hers = draft.gender == "f" and draft.number == "s"
    his = party.kind == "role" and hers and one and party.head.startswith("ال")
    his = his and not party.head.endswith("ه")
    return party.kind in _ANTECEDENTS and not his


def _text_at(view: View, draft: Draft, end: int) -> Phrase | None:
    """التقرير الذي دعا إلى كذا: the definite text, of the verb's gender, that alone stands before the pronoun."""
    at = end - 1 - (is_adjective(view.key(end - 1)) and view.key(end - 2).startswith("ال"))
    head = view.key(at)
    if speaker_nouns().documents.get(head) not in _TEXTS or not head.startswith("ال"):
        return None
    feminine = view.tokens[at].text.endswith(("ة", "ات")) or head in _SEVERAL_TEXTS
    fits = draft.number == "s" and feminine == (draft.gender == "f")
    return read_phrase(view, at, end) if fits else None


def _past_brackets(view: View, end: int, start: int) -> int:
    """Where a bracketed name before the pronoun begins: جماعة | (كذا) التي."""
    if view.char(end - 1) != ")":
        return end
    return next((k for k in range(end - 1, max(start, end - 9), -1) if view.char(k) == "("), end)


def _past_time(view: View, end: int, start: int) -> int:
    """Where a time before the pronoun begins: التصريح الذي أدلى به فلان | أمس الأول الذي قال."""
    times = (t for t in range(max(start, end - 5), end) if view.times.get(t) == end)
    return next(times, end)


def _body_at(view: View, draft: Draft, end: int, start: int) -> Phrase | None:
    """وزارة كذا في المدينة، التي أعلنت: the body whose seat alone stands right before the pronoun."""
    near = range(end - 1, max(start, end - 4), -1)
    at = next((j for j in near if view.key(j) in PREPOSITIONS), -1)
    place = view.mention(at + 1) if at > start and view.key(at) == _IN else None
    seat = place is not None and place.type == "GPE" and view.after(place) == end
    if not seat or draft.number != "s":
        return None
    for j in range(at - 1, max(start, at - 6) - 1, -1):
        mention = view.mention(j)
        width = mention.start - view.tokens[j].start if mention is not None else 0
        phrase = read_phrase(view, j, at, proclitic=width)
        if phrase is None or phrase.end != at or len(phrase.parties) > 1:
            continue
        party = phrase.parties[0]
        body = party.kind == "body" or (party.mention is not None and party.mention.type == "ORG")
        feminine = view.tokens[j].text.endswith(("ة", "ات"))
        return phrase if body and feminine == (draft.gender == "f") else None
    return None


def _named_before(view: View, end: int, start: int) -> Phrase | None:
    """The name that ends right before token ``end``."""
    for j in range(end - 1, max(start, end - 6) - 1, -1):
        mention = view.mention(j)
        if mention is not None and mention.kind == "name" and view.after(mention) == end:
            return read_phrase(view, j, end)
    return None


def _of_a_thing(view: View, place: Mention, j: int) -> bool:
    """Whether a place only names a thing before it, which what follows is about: عملية عفرين, اتفاق باريس."""
    before = view.key(j - 1)
    nouns = speaker_nouns()
    if place.type != "GPE" or place.kind != "name" or place.start > view.tokens[j].start:
        return False
    speaks = before in nouns.bodies or before in nouns.roles or before in nouns.documents
    speaks |= any(view.after(m) > j for k in range(j - 3, j) for m in view.mentions.get(k, ()))
    return is_verbal_noun(before) and not speaks and before not in PREPOSITIONS

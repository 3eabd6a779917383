"""Where the object begins that a subject's description ran into: حث المدير | الصحفيين, أبلغ مصدر | رويترز."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.belonging import PLAIN
from riwaya.statements.junctures import INNER
from riwaya.statements.lexicon import Verb, speaker_nouns, words
from riwaya.statements.marked import charge_in_marks
from riwaya.statements.objects import has_b, is_deed
from riwaya.statements.phrases import Phrase
from riwaya.statements.view import View
from riwaya.statements.word_kinds import bare_noun, is_adjective, is_noun

_ADDRESSED = words("phrases.addressed")


def _called(view: View, phrase: Phrase, verb: Verb, j: int) -> bool:
    """Whether a person's name ends a body's description right before what it is called: its object."""
    mention = view.mention(j)
    if phrase.parties[0].kind != "body" or mention is None or mention.type != "PER":
        return False
    past = view.after(mention)
    told = view.key(past).startswith("بان") or has_b(view, past)
    return fold_key("ب") in verb.marker and told and past >= phrase.end


def _apart_from_his(view: View, phrase: Phrase, j: int) -> bool:
    """Whether a definite noun stands at ``j`` behind one with a pronoun, in a body's description."""
    key, before = view.key(j), view.tokens[j - 1].text
    his = before.endswith(("ها", "هم", "ه")) and bare_noun(view.key(j - 1))
    plain = view.mention(j) is None and is_noun(key) and not is_adjective(key)
    return phrase.parties[0].kind == "body" and his and plain and key.startswith("ال")


def _another_titled(view: View, phrase: Phrase, verb: Verb) -> int:
    """انتقد فلان | المستشار النمسوي فلانا: the title right behind the subject's name that another name follows; 0 where
    none does.
    """
    mention, after = phrase.parties[0].mention, view.mention(phrase.end)
    named = mention is not None and mention.type == "PER" and mention.kind == "name"
    if not (named and mention is not None and "np" in verb.takes and "that" not in verb.takes):
        return 0
    j = view.after(mention)
    titled = (
        j < phrase.end and view.key(j).startswith("ال") and view.key(j) in speaker_nouns().roles
    )
    another = after is not None and after.type == "PER" and after.kind == "name"
    return j if titled and another and after is not None and after.entity != mention.entity else 0


def _told_medium(view: View, phrase: Phrase, verb: Verb) -> int:
    """أبلغ مصدر طبي | رويترز بأن: the agency named behind an adjective of somebody unnamed; 0 where none is."""
    party = phrase.parties[0]
    unnamed = party.kind == "role" and not party.head.startswith("ال")
    if verb.object != "addressee" or not unnamed or len(phrase.parties) > 1:
        return 0
    for j in range(party.start + 2, phrase.end):
        mention, before = view.mention(j), view.key(j - 1)
        body = mention is not None and mention.type == "ORG" and mention.kind == "name"
        begins = mention is not None and mention.start == view.tokens[j].start
        described = before in PLAIN - INNER or before.endswith(("ي", "يه"))
        if body and begins and described and not before.startswith("ال"):
            return j
    return 0


def _what_is_shown(view: View, phrase: Phrase) -> int:
    """أظهرت بيانات حكومية | تجاوز كذا, أظهرت البيانات | نموا: a deed behind an adjective of an indefinite text, or a noun
    in the accusative; 0 where neither stands.
    """
    for j in range(phrase.parties[0].start + 1, phrase.end):
        key, before = view.key(j), view.key(j - 1)
        if key.endswith("ا") and bare_noun(key):
            return j
        describes = not before.startswith("ال") and is_adjective(before)
        if describes and is_deed(key) and not is_adjective(key):
            return j
    return 0


def _of_its_own(view: View, phrase: Phrase, verb: Verb) -> int:
    """Where what only such a verb has begins (وجه الوزير | الشكر, ألقى الوزير | اللوم), or what a study shows; else 0."""
    if verb.document:
        return _what_is_shown(view, phrase)
    named = (j for j in range(phrase.start + 1, phrase.end) if view.key(j) in verb.only)
    return next(named, 0)


def before_object(  # noqa: PLR0911 - one guard, one line
    view: View, phrase: Phrase, verb: Verb
) -> int:
    """Where the object begins that a subject's description ran into: حث المدير | الصحفيين, رئيس الحزب | أنصار."""
    early = (
        _of_its_own(view, phrase, verb)
        or _another_titled(view, phrase, verb)
        or _told_medium(view, phrase, verb)
    )
    early = early or charge_in_marks(view, phrase, verb)
    if early or not verb.object:
        return early or phrase.end
    if len(phrase.parties) > 1 or phrase.parties[0].kind not in ("role", "body", "document"):
        return phrase.end
    nouns = speaker_nouns()
    for j in range(phrase.parties[0].start + 1, phrase.end):
        key = view.key(j)
        plain = key.removeprefix("ال")
        body = phrase.parties[0].kind == "body" and view.key(j - 1).startswith("ال")
        if body and key.startswith("ال") and key.endswith("يين"):
            return j  # أمرت الدول الفلانية | القطريين
        one = body and plain != key and nouns.roles.get(key, "s")[-1] != "s"
        if one or _called(view, phrase, verb, j) or _apart_from_his(view, phrase, j):
            # وصفت وسائل الإعلام | فلانة بأنها, وصفت وزارة خارجيتها | الطلب
            return j  # طالبت النقابة | الوزير
        if not view.key(j - 1).startswith("ال") or view.mention(j) is not None:
            continue
        text = phrase.parties[0].kind == "document" and j == phrase.parties[0].start + 1
        text = text and view.key(j - 1).startswith("ال")  # and not تقرير المنظمة
        if text and plain != key and not is_adjective(key) and is_noun(key):
            return j  # وصف التقرير | الاجتماعين
        described = fold_key("ب") in verb.marker and has_b(view, j + 1)
        if described and key.startswith("ال") and not is_adjective(key):
            return j  # يصف مدير المجلة | الأميرة بأنها
        known = key in nouns.bodies or key in nouns.pairs or key in _ADDRESSED
        known = known or (key in nouns.roles and view.key(j - 1).endswith(("ون", "ان")))
        if (known or nouns.roles.get(key, "").endswith("s")) and plain != key:
            return j
        if plain == key and (key in _ADDRESSED or key in nouns.bodies):
            return j
    return phrase.end

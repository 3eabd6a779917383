"""The subject that follows a report verb (VSO), and what only looks like one."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as changed

from riwaya.arabic.folding import fold_key
from riwaya.names.romanise import provisional_id
from riwaya.statements.adverbs import ADVERBS, past_adverb
from riwaya.statements.generic import generic_subject
from riwaya.statements.lexicon import Verb, cues, speaker_nouns, words
from riwaya.statements.marked import named_in_marks
from riwaya.statements.objects import (
    PREPOSITIONS,
    clause_after,
    governed,
    has_b,
    has_l,
    object_starts,
    opens,
)
from riwaya.statements.phrases import Party, Phrase, read_phrase
from riwaya.statements.places import CLAUSE_WORDS, Cue
from riwaya.statements.quantities import read_share
from riwaya.statements.run_into import before_object
from riwaya.statements.view import View
from riwaya.statements.word_kinds import bare_noun, is_adjective, is_verbal_noun

_ANOTHER = words("phrases.another")
_THIS, _LATEST = words("clauses.this"), words("frames.latest")
_NEAR = 6
"""Tokens between a share of those asked and what the verb governs (في المنطقة)."""
_ISSUING = tuple(words("frames.issuing"))
PUBLISHED = 16
"""Tokens of the longest clause that says where a text was published."""
_BACK, _RELATIVE = words("arguments.back"), words("clauses.relative")
_TAKEN_UP = words("arguments.pronoun_adjuncts")
_WOMEN = fold_key("نساء")
_MASCULINE = words("phrases.masculine_states")
_FEMININE = words("phrases.feminine_names")
_HIS_MEN = words("phrases.his_men")
_ADDRESSED = words("phrases.addressed")
_SEVERAL_BODIES = frozenset({"groups", "agencies", "newspapers"})
"""Kinds of body that a plural noun names."""
_MASCULINE_TEXTS = words("phrases.masculine_texts")
_MASCULINE_HEADS = words("phrases.masculine_heads")


def subject_after(  # noqa: PLR0911 - one guard, one line
    view: View, cue: Cue, at: int, end: int
) -> tuple[Phrase | None, int]:
    """The subject that follows the verb from token ``at`` on, past adverbs and asides, and the token to go on from."""
    if cue.form.form.number != "s":
        return None, at
    i = at
    for _ in range(3):
        i = _past_adverbs(view, i, end)
        if (marked := named_in_marks(view, cue.form.verb, i, end)) is not None:
            return marked
        if view.is_comma(i) and (i == at or view.key(i - 1) in _BACK):
            i += read_phrase(view, i + 1, end) is not None  # استنكر ، وزير كذا; قال فيها، فلان، إن
        i = _past_this(view, cue, i, end)
        phrase = read_phrase(view, i, end) or (_with_waw(view, i, end) if i == cue.at + 1 else None)
        if phrase is not None and not cue.form.form.clitic:
            phrase = read_phrase(view, i, before_object(view, phrase, cue.form.verb))
        if phrase is not None:
            if _disagrees(view, phrase, cue) or _a_text_said(view, cue, phrase, end):
                return None, at
            return phrase, phrase.end
        past = _past_aside(view, i, end)
        if past == i:
            break
        i = past
    if view.key(i) in _ANOTHER and (view.char(i + 1) == ":" or opens(view, i + 1)):
        return Phrase(i, i + 1, (Party(i, i + 1, "noun"),)), i + 1  # وكتب آخر: «…»
    share = read_share(view, i, end)
    if share is not None and _says(view, cue, share, end):
        return share, share.end
    generic = read_phrase(view, i, end, generic=True)
    if generic is None or view.char(i) or not generic_subject(view, cue, generic, end):
        return None, at
    return generic, generic.end


def _past_this(view: View, cue: Cue, i: int, end: int) -> int:
    """Past هذا before whoever speaks, and آخر before a text: وقالت هذه المصادر إن, يشير آخر بحث إلى."""
    if view.key(i) in _LATEST and view.key(i + 1) in speaker_nouns().documents:
        return i + 1
    if view.key(i) not in _THIS or not view.key(i + 1).startswith("ال"):
        return i
    phrase = read_phrase(view, i + 1, end, generic=True)
    return i + 1 if phrase is not None and _says(view, cue, phrase, end) else i


def _says(view: View, cue: Cue, share: Phrase, end: int) -> bool:
    """Whether what the verb governs, or a clause, follows somebody: a share of those who were asked, هذا فلان."""
    verb = cue.form.verb
    told = bool(verb.takes & {"that", "quote"}) and clause_after(view, share.end - 1, end)
    near = range(share.end, min(end, share.end + _NEAR))
    if view.tokens[share.start].kind == "number" and "np" in verb.takes and not verb.only:
        told = told or object_starts(view, verb, share.end, end)  # أيد 120 نائبا الخطة
    return told or any(governed(view, verb, k) for k in near)


def _with_waw(view: View, i: int, end: int) -> Phrase | None:
    """قال وانج فلان: right behind its verb a name that was taken to have و before it begins with it."""
    mention = view.mention(i)
    begins = mention is not None and mention.start == view.tokens[i].start + 1
    if mention is None or not begins or mention.type != "PER" or not view.key(i).startswith("و"):
        return None
    phrase = read_phrase(view, i, end, proclitic=1)
    if phrase is None or phrase.parties[0].mention is not mention:
        return None
    text = view.tokens[i].text[0] + mention.text
    names = tuple(text if name == mention.text else name for name in mention.names)
    entity = mention.entity
    entity = provisional_id(text) if entity == provisional_id(mention.text) else entity
    whole = changed(mention, start=mention.start - 1, text=text, names=names, entity=entity)
    first = replace(phrase.parties[0], mention=whole, proclitic=0)
    return replace(phrase, parties=(first, *phrase.parties[1:]))


def _a_text_said(view: View, cue: Cue, phrase: Phrase, end: int) -> bool:
    """كرر تصريحات مماثلة: an indefinite text right behind the verb, and no clause: its object."""
    party, verb = phrase.parties[0], cue.form.verb
    definite = party.head.startswith("ال") or view.key(party.start + 1).startswith("ال")
    if party.kind != "document" or definite:
        return False  # أكدت استطلاعات الرأي كذا
    if verb.group == "write":
        return True  # كتب رسالة إلى فلان
    if "np" not in verb.takes or verb.facts:
        return False
    object_ = cue.joined is False and cue.form.form.tense == "past"
    told = clause_after(view, phrase.end - 1, end) or governed(view, verb, phrase.end)
    return object_ and not told and not _published(view, verb, phrase.end, end)


def _published(view: View, verb: Verb, j: int, end: int) -> bool:
    """كشفت دراسة نشرت في كذا أن: whether a text's own clause says where it came from, before what it shows."""
    if not view.key(j).startswith(_ISSUING):
        return False
    near = range(j, min(end, j + PUBLISHED))
    return any(view.is_that(k) or (k > j + 1 and governed(view, verb, k)) for k in near)


def unknown_subject(view: View, cue: Cue, i: int, end: int) -> Phrase | None:
    """A noun with no known head before the object: وتتهم الجمعية الوزير ب, اتهمت امرأة الوزير ب."""
    if not view.is_word(i) or view.key(i) in CLAUSE_WORDS or view.key(i) in PREPOSITIONS:
        return None
    definite = view.key(i).startswith("ال")
    feminine = view.tokens[i].text.endswith("ة")
    if not definite and feminine != (cue.form.form.gender == "f"):
        return None
    if cue.form.form.gender == "f" and view.key(i).endswith(("اء", "ين", "ون")):
        return None  # واتهمت العملاء الخمسة بكذا
    phrase = read_phrase(view, i, end, generic=True)
    if phrase is None or phrase.end >= end or has_b(view, phrase.end):
        return None
    if not definite and (bare_noun(view.key(i)) or cue.joined):
        return None
    key = view.key(phrase.end)
    follows = view.mention(phrase.end) is not None or key in speaker_nouns().roles
    return phrase if follows or key.startswith("ال") else None


def subject_of_pronoun(view: View, verb: Verb, i: int, end: int) -> Phrase | None:
    """اعتبرها ثلث السكان نموذجا: a noun with no known head, before what the verb's joined object is called."""
    led = has_b(view, i) or has_l(view, i) or view.key(i) in set(PREPOSITIONS)
    if not view.is_word(i) or led or view.key(i) in CLAUSE_WORDS:
        return None
    phrase = None if view.key(i).endswith("ا") else read_phrase(view, i, end, generic=True)
    if phrase is None or phrase.end >= end:
        return None
    called = bare_noun(view.key(phrase.end)) and view.key(phrase.end).endswith("ا")
    described = fold_key("ب") in verb.marker and has_b(view, phrase.end)
    return phrase if called or described or opens(view, phrase.end) else None


def _in_the_oblique(view: View, phrase: Phrase) -> bool:
    """السكان المحليين, مستخدمي الشبكة: whether those who stand behind a verb cannot be its subject, by their ending."""
    roles = speaker_nouns().roles
    for party in phrase.parties:
        head, following = view.key(party.start)[party.proclitic :], view.key(party.start + 1)
        described = head.startswith("ال") and following.startswith("ال") and party.mention is None
        if described and following.endswith("ين") and is_adjective(following):
            return True
    first = phrase.parties[0]
    head = view.key(first.start)
    single = not roles.get(head, "s").endswith(("s", "people"))  # محامي فلان
    bound = first.mention is None and head.endswith("ي") and not single
    return bound and (head[:-1] + "و" in roles or head[:-1] + "ون" in roles)


def _disagrees(  # noqa: PLR0911 - one guard, one line
    view: View, phrase: Phrase, cue: Cue
) -> bool:
    """A feminine noun after a masculine verb is no subject: ودعا روسيا إلى, وانتقد المفوضية."""
    party = phrase.parties[0]
    mention = party.mention
    head = view.key(party.start)[party.proclitic :]
    men = head.endswith(("ون", "ين", "اء")) and head != _WOMEN
    if _takes_object(cue.form.verb) and _in_the_oblique(view, phrase):
        return True  # ونصح السياح والسكان المحليين بكذا
    if cue.form.form.gender == "f" and party.kind == "role" and men:
        return (
            speaker_nouns().roles.get(head, "").endswith(("s", "people")) and cue.joined
        )  # وحثت الآباء
    states = len(phrase.parties) > 1 and _states(phrase)  # انتقد | أرمادا وسلوان
    if states and cue.form.form.gender == "m" and _takes_object(cue.form.verb):
        return not _told_by(view, cue, phrase)
    if cue.form.form.gender != "m" or len(phrase.parties) > 1:
        his = head in _MASCULINE_HEADS or head.removeprefix("ال") in _MASCULINE_TEXTS
        his = his and mention is None and len(phrase.parties) == 1
        return his and cue.form.form.gender == "f"  # وسألت الوفد
    if mention is not None and mention.type == "PER":
        return False
    if mention is None and party.kind == "body" and _several_bodies(head):
        return _takes_object(cue.form.verb) and not view.is_that(phrase.end)
    if mention is not None and fold_key(mention.text) in _FEMININE:
        return True
    if mention is not None and mention.type == "GPE" and mention.kind == "name":
        noun = cue.form.verb.object is not None or is_verbal_noun(cue.form.form.key)
        return noun and fold_key(mention.text) not in _MASCULINE  # ودعا روسيا, تعهد فرنسا
    known = party.kind in ("mention", "body", "document")
    return known and view.tokens[party.start].text.endswith("ة") and not _told_by(view, cue, phrase)


def _states(phrase: Phrase) -> bool:
    """Whether the names of states, of which a verb would be feminine, are all that was read."""
    mentions = [party.mention for party in phrase.parties]
    named = [m for m in mentions if m is not None and m.type == "GPE" and m.kind == "name"]
    return len(named) == len(mentions) and fold_key(named[0].text) not in _MASCULINE


def _told_by(view: View, cue: Cue, phrase: Phrase) -> bool:
    """وقال المنظمة إن: whether أن right behind shows who speaks, though the writer slipped."""
    end = view.sentences[-1][1]
    says = cue.form.form.tense == "past" and cue.form.verb.object is None
    return says and clause_after(view, phrase.end - 1, end)


def _several_bodies(head: str) -> bool:
    """Whether a head is a plural of bodies, which takes a feminine verb (الأحزاب, المنظمات)."""
    return head.endswith("ات") or speaker_nouns().bodies.get(head) in _SEVERAL_BODIES


def _takes_object(verb: Verb) -> bool:
    """Whether a bare object may stand behind a verb: ودعا الأحزاب إلى, ورفض القوى."""
    return verb.object is not None or "np" in verb.takes


def is_object(view: View, verb: Verb, phrase: Phrase, *, joined: bool = False) -> bool:
    """اتهم فلانا بكذا, اتهم فلانا وفلانا, اعتبر فلانا "كذا": what follows the noun shows it to be the object.

    ``joined``: the verb has و before it, and may go on with the subject of the one before.
    """
    j = phrase.end
    key = view.key(j)
    head = view.key(phrase.start)
    if head.endswith(("ون", "يان")) and view.mention(phrase.start) is None:
        return False  # واعتبر مشاركون بجلسات كذا أن: the nominative
    if opens(view, j) and (_marks_are_object(view, verb, j) or view.is_that(j + 1)):
        return False  # اتهم فلان "جهات" بكذا, اعتبر فلان "أن كذا"
    if opens(view, j) or key in verb.marker or view.key(j - 1) in verb.marker:
        return True  # حمل فلانا المسؤولية, and what the description ran into
    told = key[1:] in speaker_nouns().occasions or view.is_that(j)
    if has_b(view, j) and len(key) > 2 and (verb.marker or not told):
        return True  # and not أنكر فلان بأن, نفى فلان بتصريح
    if joined and fold_key("ب") in verb.marker and has_b(view, _past_where(view, j)):
        return True  # واتهم أعضاء | في المجلس | بكذا
    mention = view.mention(j)
    own = mention is not None and mention.start == view.tokens[j].start
    nouns = speaker_nouns()
    joined = key.startswith("و") and len(key) > 3 and key not in cues().forms
    return bool(verb.marker) and joined and not own and key not in {*nouns.roles, *nouns.bodies}


def _past_where(view: View, j: int) -> int:
    """Past في المجلس الأعلى, from ``j`` on: where those at whom a verb is directed are."""
    k = j + 2 * (view.key(j) in PREPOSITIONS and view.key(j + 1).startswith("ال"))
    while k > j and view.key(k).startswith("ال") and is_adjective(view.key(k)):
        k += 1
    return k


def _marks_are_object(view: View, verb: Verb, j: int) -> bool:
    """Whether the words in marks at ``j`` are whom the verb is about, by the ب that follows them."""
    quote = view.quote_of[j]
    close = view.at(quote.end) if quote is not None else j
    return fold_key("ب") in verb.marker and close > j and has_b(view, close)


def is_addressed(  # noqa: PLR0911 - one guard, one line
    view: View, cue: Cue, phrase: Phrase
) -> bool:
    """ودعا الأطراف إلى, حذرت المواطنين من: who follows is spoken to, not speaking.

    So it is where he cannot be the subject by form, or is no known speaker while the verb carries
    on what somebody has said before.
    """
    verb, form = cue.form.verb, cue.form.form
    party = phrase.parties[0]
    if verb.object != "addressee" or form.clitic or len(phrase.parties) > 1:
        return False
    head = view.key(party.start)[party.proclitic :]
    if form.gender == "f" and head in _MASCULINE_HEADS and party.start + 1 <= phrase.end:
        return True  # ودعت المجتمع الدولي
    several = party.kind == "role" and speaker_nouns().roles.get(head, "").endswith("s")
    if head in _HIS_MEN and governed(view, verb, phrase.end):
        return True  # دعا أنصاره إلى النزول
    if view.key(cue.at + 1) in _BACK and several:
        return True  # منشورات دعت فيها سكان القطاع إلى
    own = governed(view, verb, phrase.end)
    if cue.joined and own and (head in _ADDRESSED or _acted_on_before(view, cue, head)):
        return True  # وأوصت الدول الأخرى ب
    hers = form.gender == "f" and view.tokens[party.start].text.endswith("ة")
    if not own or not (several or party.kind == "pair" or (party.kind == "noun" and not hers)):
        return False  # وتطالب المسيرة بكذا
    carried_on = not several and cue.joined and view.key(cue.at) != ""
    return head.endswith("ين") or (carried_on and not head.endswith(("ون", "ان")))


def _acted_on_before(view: View, cue: Cue, head: str) -> bool:
    """اتهم فلان حزب كذا بكذا، | وطالب الحزب ب: whether who follows was what a verb before in the sentence was about."""
    bare, told = head.removeprefix("ال"), False
    if cue.form.form.tense != "past":
        return False
    for k in range(view.sentences_start(cue.at), cue.at - 1):
        same = view.key(k).removeprefix("ال") == bare and head.startswith("ال")
        if same and told:
            return view.key(k - 1) not in cues().forms
        told = told or view.key(k) in cues().forms or view.key(k)[1:] in cues().forms
    return False


def told_of_by_the_relative(view: View, cue: Cue, phrase: Phrase) -> bool:
    """جمعية تشجع النساء على كذا behind التي: whom a verb is directed at, where nothing takes the pronoun up."""
    verb, form = cue.form.verb, cue.form.form
    if view.key(cue.at - 1) not in _RELATIVE or verb.object is None or form.clitic:
        return False
    hers = view.key(cue.at - 1).endswith("تي") == (form.gender == "f")
    back = view.key(cue.at + 1) in _BACK or view.key(phrase.end) in _TAKEN_UP
    name = phrase.parties[0].mention is not None and phrase.parties[0].mention.kind == "name"
    return hers and not back and not name and governed(view, verb, phrase.end)


def _past_adverbs(view: View, i: int, end: int) -> int:
    while i < end:
        if (past := past_adverb(view, i)) > i:
            i = past
        elif view.is_comma(i):
            if not (view.key(i + 1) in ADVERBS or i + 1 in view.times or _comma_before(view, i)):
                break
            i += 1
        else:
            break
    return i


def _comma_before(view: View, i: int) -> bool:
    return i - 1 in {e - 1 for e in view.times.values()}


def _past_aside(view: View, i: int, end: int) -> int:
    """Past a short prepositional aside before the subject: قال، في بيان، فلان."""
    if view.key(i) not in (fold_key("في"), fold_key("خلال"), fold_key("من"), fold_key("عبر")):
        return i
    for j in range(i + 1, min(end, i + 9)):
        if view.is_comma(j):
            return j + 1
        if view.key(j) == fold_key("مع") or view.is_that(j) or view.char(j) in (":", '"', "“", "«"):
            break
        mention = view.mention(j)
        near = j - i <= 4 and mention is not None and mention.type == "PER"
        if mention is not None and near and mention.start == view.tokens[j].start:
            return j
        definite = view.key(j - 1).startswith("ال") and j - i <= 4  # أعلن خلال الليل مصدر أن
        if definite and view.key(j) in speaker_nouns().roles and not view.key(j).startswith("ال"):
            return j
    return i

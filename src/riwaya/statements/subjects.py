"""The subject of a report verb: after it (VSO), before it (SVO), or what a relative pronoun stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from riwaya.arabic.folding import fold_key
from riwaya.model import Speaker
from riwaya.statements.adverbs import ADVERBS, past_adverb
from riwaya.statements.attributions import issuer_of
from riwaya.statements.belonging import bare_noun, is_adjective, is_noun
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import Verb, cues, speaker_nouns, words
from riwaya.statements.objects import PREPOSITIONS, clause_after, governed, has_b, opens
from riwaya.statements.phrases import Party, Phrase, read_phrase
from riwaya.statements.places import CLAUSE_WORDS, Cue, in_headline
from riwaya.statements.references import speaker_of
from riwaya.statements.view import View

SHORT_NAME = 6
"""Tokens of a name in marks that is read as a subject, with them."""
_WHO = fold_key("من")
_ASIDES = words("arguments.asides")
_OPENERS = frozenset(':"“«')
_RELATIVE = words("clauses.relative")
_HE = words("clauses.he")
_BETWEEN = fold_key("بين")
_WAS = words("clauses.was")
_MASCULINE = words("phrases.masculine_states")
_ANTECEDENTS = frozenset({"mention", "role", "body"})
_FEMININE = words("phrases.feminine_names")
_DEED = re.compile(
    r"(?:ال[غق]اء|الزام|الحاق)|ت\w{2}ي\w|ا(?:ن|ست|\wت)\w{2}ا\w|اعاده|اجراء|عدم|وقف|بدء"
)
_ADDRESSED = words("phrases.addressed")
_MASCULINE_HEADS = words("phrases.masculine_heads")
_SUBJECT_FIRST = words("clauses.subject_first")


def subject_after(view: View, cue: Cue, at: int, end: int) -> tuple[Phrase | None, int]:
    """The subject that follows the verb from token ``at`` on, past adverbs and asides, and the token to go on from."""
    if cue.form.form.number != "s":
        return None, at
    i = at
    for _ in range(3):
        i = _past_adverbs(view, i, end)
        if (marked := _in_marks(view, i, end)) is not None:
            return marked
        if view.char(at) in ("،", ",") and i == at:
            i += read_phrase(view, i + 1, end) is not None  # استنكر ، وزير كذا
        phrase = read_phrase(view, i, end)
        if phrase is not None and cue.form.verb.object and not cue.form.form.clitic:
            phrase = read_phrase(view, i, _before_object(view, phrase))
        if phrase is not None:
            if _disagrees(view, phrase, cue) or _a_text_said(view, cue, phrase, end):
                return None, at
            return phrase, phrase.end
        past = _past_aside(view, i, end)
        if past == i:
            break
        i = past
    generic = read_phrase(view, i, end, generic=True)
    if generic is None or view.char(i) or not _generic_subject(view, cue, generic, end):
        return None, at
    return generic, generic.end


def _a_text_said(view: View, cue: Cue, phrase: Phrase, end: int) -> bool:
    """كرر تصريحات مماثلة: an indefinite text right behind the verb, and no clause: its object."""
    party = phrase.parties[0]
    if party.kind != "document" or party.head.startswith("ال") or "np" not in cue.form.verb.takes:
        return False
    return (
        cue.joined is False
        and cue.form.form.tense == "past"
        and not clause_after(view, phrase.end - 1, end)
    )


def _before_object(view: View, phrase: Phrase) -> int:
    """Where the object begins that a subject's description ran into: حث المدير | الصحفيين, رئيس الحزب | أنصار."""
    if len(phrase.parties) > 1 or phrase.parties[0].kind not in ("role", "body"):
        return phrase.end
    nouns = speaker_nouns()
    for j in range(phrase.parties[0].start + 1, phrase.end):
        key = view.key(j)
        if not view.key(j - 1).startswith("ال") or view.mention(j) is not None:
            continue
        plain = key.removeprefix("ال")
        known = key in nouns.bodies or key in nouns.pairs or key in _ADDRESSED
        if (known or nouns.roles.get(key, "").endswith("s")) and plain != key:
            return j
        if plain == key and (key in _ADDRESSED or key in nouns.bodies):
            return j
    return phrase.end


def _in_marks(view: View, i: int, end: int) -> tuple[Phrase, int] | None:
    """قالت "وفا" إن: a name in marks, and the token past them."""
    quote = view.quote_of[i] if i < end and opens(view, i) else None
    close = view.at(quote.end) if quote is not None else i
    if quote is None or view.width(i, close) > SHORT_NAME or close >= end:
        return None
    phrase = read_phrase(view, i + 1, close - 1)
    if phrase is None and i + 1 < close - 1 and view.mention(i + 1) is None:
        phrase = Phrase(i + 1, close - 1, (Party(i + 1, close - 1, "noun"),))
    whole = phrase is not None and phrase.end == close - 1 and close < end
    aside = view.key(close) in _ASIDES or close in view.times
    clause = view.is_that(close) or (aside and clause_after(view, close - 1, end))
    named = phrase is not None and phrase.parties[0].mention is not None
    clause = clause or (
        named and (view.tokens[close].kind == "number" or bare_noun(view.key(close)))
    )
    return (phrase, close) if phrase is not None and whole and clause else None


def unknown_subject(view: View, cue: Cue, i: int, end: int) -> Phrase | None:
    """A noun with no known head before the object: وتتهم الجمعية الوزير ب, اتهمت امرأة الوزير ب."""
    if not view.is_word(i) or view.key(i) in CLAUSE_WORDS or view.key(i) in PREPOSITIONS:
        return None
    definite = view.key(i).startswith("ال")
    feminine = view.tokens[i].text.endswith("ة")
    if not definite and feminine != (cue.form.form.gender == "f"):
        return None
    phrase = read_phrase(view, i, end, generic=True)
    if phrase is None or phrase.end >= end or has_b(view, phrase.end):
        return None
    if not definite and (bare_noun(view.key(i)) or cue.joined):
        return None
    key = view.key(phrase.end)
    follows = view.mention(phrase.end) is not None or key in speaker_nouns().roles
    return phrase if follows or key.startswith("ال") else None


def _disagrees(view: View, phrase: Phrase, cue: Cue) -> bool:
    """A feminine noun after a masculine verb is no subject: ودعا روسيا إلى, وانتقد المفوضية."""
    party = phrase.parties[0]
    mention = party.mention
    head = view.key(party.start)[party.proclitic :]
    if cue.form.form.gender == "f" and party.kind == "role" and head.endswith(("ون", "ين", "اء")):
        return (
            speaker_nouns().roles.get(head, "").endswith(("s", "people")) and cue.joined
        )  # وحثت الآباء
    if cue.form.form.gender != "m" or len(phrase.parties) > 1:
        return False
    if mention is not None and mention.type == "PER":
        return False
    if mention is not None and fold_key(mention.text) in _FEMININE:
        return True
    if mention is not None and mention.type == "GPE" and mention.kind == "name":
        return cue.form.verb.object is not None and fold_key(mention.text) not in _MASCULINE
    return party.kind in ("mention", "body") and view.tokens[party.start].text.endswith("ة")


def is_object(view: View, verb: Verb, j: int) -> bool:
    """اتهم فلانا بكذا, اتهم فلانا وفلانا, اعتبر فلانا "كذا": what follows the noun shows it to be the object."""
    key = view.key(j)
    if opens(view, j) or key in verb.marker:
        return True  # حمل فلانا المسؤولية
    if has_b(view, j) and len(key) > 2:
        return True
    mention = view.mention(j)
    own = mention is not None and mention.start == view.tokens[j].start
    nouns = speaker_nouns()
    joined = key.startswith("و") and len(key) > 3 and key not in cues().forms
    return bool(verb.marker) and joined and not own and key not in {*nouns.roles, *nouns.bodies}


def is_addressed(view: View, cue: Cue, phrase: Phrase) -> bool:
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
    if cue.joined and head in _ADDRESSED and governed(view, verb, phrase.end):
        return True  # وأوصت الدول الأخرى ب
    if not governed(view, verb, phrase.end) or not (several or party.kind in ("noun", "pair")):
        return False
    if head.endswith("ين"):
        return True
    return not several and cue.joined and view.key(cue.at) != "" and not head.endswith(("ون", "ان"))


def _past_adverbs(view: View, i: int, end: int) -> int:
    while i < end:
        if (past := past_adverb(view, i)) > i:
            i = past
        elif view.char(i) in ("،", ","):
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
        if view.char(j) in ("،", ","):
            return j + 1
        if view.key(j) == fold_key("مع") or view.is_that(j) or view.char(j) in (":", '"', "“", "«"):
            break
        mention = view.mention(j)
        near = j - i <= 4 and mention is not None and mention.type == "PER"
        if mention is not None and near and mention.start == view.tokens[j].start:
            return j
    return i


def _generic_subject(view: View, cue: Cue, phrase: Phrase, end: int) -> bool:
    """A subject with no known head: only before أن, a colon or a mark, and never an object."""
    verb = cue.form.verb
    head = view.key(phrase.start)
    object_ = (head.startswith("ال") and head.endswith("يين")) or (
        head.endswith("ا") and (bare_noun(head) or head in cues().forms)
    )
    if object_ or _no_subject(view, verb, phrase.start):
        return False  # يعتبر خطأ كبيرا
    own = head.endswith(("ه", "ها", "هم")) and (bare_noun(head) or _own_deed(head))
    if "np" in verb.takes and own:
        return False  # أكد تأييده لكذا, نفى ارتكابه كذا
    if "np" in verb.takes and _DEED.fullmatch(view.key(phrase.start)):
        return False  # رفض تأكيد كذا, اقترح إعادة كذا
    if governed(view, verb, phrase.end) or _plain_subject(view, cue, phrase, end):
        return True
    if not verb.takes & {"that", "quote"}:
        return False
    far = 40 if view.char(phrase.end) in ("،", ",", "-") else 14
    return any(
        ("that" in verb.takes and view.is_that(j) and not view.key(j).startswith("و"))
        or view.char(j) == ":"
        or ("quote" in verb.takes and view.char(j) in _OPENERS)
        for j in range(phrase.end, min(end, phrase.end + far))
    )


def _own_deed(key: str) -> bool:
    """Whether a word is a verbal noun with a pronoun, by its pattern (ارتكابه)."""
    stems = (key.removesuffix(pronoun) for pronoun in ("ها", "هم", "ه") if key.endswith(pronoun))
    return any(_DEED.fullmatch(stem) for stem in stems)


def _plain_subject(view: View, cue: Cue, phrase: Phrase, end: int) -> bool:
    """A definite noun with no known head, by its form, or by the bare object that follows it."""
    key = view.key(phrase.start)
    article = view.tokens[phrase.start].text.startswith("ال")  # إلغاء: no article
    if not article or key.endswith("ين") or is_adjective(key) or view.key(cue.at - 1) == _WHO:
        return False
    if key.endswith(("ون", "وان")) or (key.endswith("ان") and is_noun(key[:-2])):
        return cue.form.form.tense in ("past", "present")
    feminine = view.tokens[phrase.start].text.endswith(("ة", "ات"))
    if feminine != (cue.form.form.gender == "f") and (feminine or not _broken_plural(key)):
        return False
    j = phrase.end
    if j >= end or cue.form.verb.object is not None:
        return False
    fresh = cue.at == view.sentences_start(cue.at) and not cue.lead
    if view.key(j) in PREPOSITIONS or view.char(j) or has_b(view, j):
        return fresh
    bare = view.tokens[j].kind == "number" or is_noun(view.key(j)) or bare_noun(view.key(j))
    return "np" in cue.form.verb.takes and (bare or fresh)


def _broken_plural(key: str) -> bool:
    """Whether a noun may be a plural that takes a feminine verb (الأساقفة, الشركات, الدول)."""
    return key.endswith(("ات", "ه")) or (len(key) == 6 and key[4] == "و") or key[2:3] == "ا"


def _no_subject(view: View, verb: Verb, i: int) -> bool:
    """Whether what begins at ``i`` is an object with its preposition, an adverb or a time."""
    key = view.key(i)
    mention = view.mention(i)
    return (
        (key[:1] == "ب" and len(key) > 4 and ("ب" in verb.takes or has_b(view, i)))
        or key.startswith("لل")
        or (key.startswith("ل") and key[1:] in speaker_nouns().roles)
        or key in CLAUSE_WORDS
        or key in ADVERBS
        or i in view.times
        or (mention is not None and mention.start > view.tokens[i].start)
    )


def subject_before(view: View, draft: Draft, start: int, *, sure: bool) -> None:
    """The subject that stands before the verb, from the beginning of the clause; ``sure``: not after
    a mere comma, where the verb's own subject may follow it.
    """
    i = draft.clause
    if draft.joined and view.key(draft.cue)[:1] in "وف" and i != start and not _stray_and(view, i):
        return
    if view.key(i - 1) in _RELATIVE and i > start:
        draft.relative = True
        if not sure:
            _antecedent(view, draft, i - 1, start)
        return
    for opener in _clause_starts(view, i, start):
        if sure and opener > start and not _governs_a_clause(view, opener - 1):
            continue
        if _closed_name(view, opener, i):
            continue
        named = (
            view.mention(opener) if opener == start and view.key(opener).startswith("و") else None
        )
        width = int(named is not None and named.start == view.tokens[opener].start + 1)
        phrase = read_phrase(view, opener, i, proclitic=width)  # وفلان يكشف كذا
        if (
            phrase is None
            and view.key(opener - 1)
            and (view.is_that(opener - 1) or opener == start or view.key(opener - 1) in _WAS)
        ):
            phrase = _generic_before(view, opener, i, draft)
        if phrase is None or phrase.end > i:
            continue
        if _reaches(view, phrase.end, i) and not _own_subject(view, draft, opener):
            draft.subject, draft.speaker = "before", speaker_of(view, phrase)
            draft.clause = opener
            draft.after_that = view.is_that(opener - 1)
            draft.joined = draft.joined and not _stray_and(view, i)
            return
    draft.after_that = view.is_that(i - 1)
    if not sure and draft.number != "s":
        _qualified(view, draft, i, start)
    elif not sure and draft.tense == "present" and not draft.joined:
        _by_a_text(view, draft, i, start)


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
    aside = view.char(draft.clause - 1) in ("،", ",") and view.key(opener - 1) in _WAS
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


def _generic_before(view: View, opener: int, i: int, draft: Draft) -> Phrase | None:
    first = view.key(opener)
    joined = first.startswith("و") and not first.startswith("وال") and len(first) > 3
    joined = joined and opener == view.sentences[draft.sentence][0]
    if joined or has_b(view, opener) or view.key(opener).removeprefix("و") in cues().forms:
        return None  # بالمقابل: no subject
    phrase = read_phrase(view, opener, i, generic=True)
    verb = draft.verb
    was = view.key(opener - 1) in _WAS and opener > 0
    if phrase is None or verb is None or (phrase.end != i and not was):
        return None
    if was and not (phrase.end == i or view.char(phrase.end) or view.key(phrase.end) in ADVERBS):
        return None
    if was or (in_headline(view, draft, opener) and phrase.start == opener):
        return phrase
    definite = opener == view.sentences[draft.sentence][0] and view.key(opener).startswith("ال")
    return (
        phrase
        if (draft.tense == "past" and not verb.speaker) or (definite and draft.number == "p")
        else None
    )


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
            or view.key(j - 1) in CLAUSE_WORDS
            or view.char(j - 1) in ("،", ",")
        ):
            yield j


def _reaches(view: View, j: int, i: int) -> bool:
    """Whether only asides stand between a subject and its verb."""
    depth = 0
    while j < i:
        char = view.char(j)
        if depth == 0 and (past := past_adverb(view, j)) > j:
            j = past
            continue
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        elif depth == 0 and not (char in ("،", ",", '"', "“", "«") or view.key(j) in _WAS):
            return _aside(view, j, i)
        j += 1
    return True


def _aside(view: View, j: int, i: int) -> bool:
    """A prepositional aside that runs up to the verb: في حديث للصحفيين، قال."""
    if view.key(j) in _RELATIVE and j + 2 < i <= j + 9 and view.key(i - 1) not in _WAS:
        plain = range(j, i)  # الوزير الذي زار المدينة قال إن
        if not any(view.char(k) or view.is_that(k) or view.key(k) in cues().forms for k in plain):
            return True
    if view.key(j) in _RELATIVE:
        return view.char(i - 1) in ("،", ",") and i - j < 25
    if view.key(j) in (fold_key("في"), fold_key("خلال"), fold_key("عبر")) and i - j < 12:
        return True
    closed = view.char(j - 1) in ("،", ",") and view.char(i - 1) in ("،", ",") and i - j < 30
    closed = closed and view.key(j).removeprefix("و").startswith("ال")
    return closed and not any(view.key(k) in cues().forms or view.is_that(k) for k in range(j, i))


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


def _by_a_text(view: View, draft: Draft, i: int, start: int) -> None:
    """قرار يدعو إلى, بيان مشترك بين فلان وفلان يؤكد أن: what an indefinite text says is its issuer's."""
    documents = speaker_nouns().documents
    for j in range(i - 1, max(start, i - 14) - 1, -1):
        key = view.key(j)
        if (
            view.is_that(j)
            or view.char(j) in (":", '"')
            or key in cues().forms
            or key in CLAUSE_WORDS
        ):
            return
        head = key if key in documents else key.removesuffix("ا")
        if (
            head.startswith("ال")
            or head not in documents
            or head.endswith("ه") != (draft.gender == "f")
        ):
            continue
        between = next((k for k in range(j + 1, i) if view.key(k) == _BETWEEN), None)
        phrase = read_phrase(view, between + 1, i) if between is not None else None
        sent = documents[head] == "letter"
        issuer = issuer_of(view, j + 1, i, sent=sent) if phrase is None else None
        speaker = speaker_of(view, phrase) if phrase is not None else issuer[0] if issuer else None
        publisher = _sender(view, start, j)
        draft.speaker = speaker or publisher
        if draft.speaker is not None:
            draft.subject, draft.occasion = "before", view.words(j, j + 1)
            draft.relay = [publisher] if speaker is not None and publisher is not None else []
        return


def _sender(view: View, start: int, end: int) -> Speaker | None:
    """The subject of the sentence's first verb, who issued, published or passed a text."""
    for j in range(start + 1, min(end, start + 4)):
        phrase = read_phrase(view, past_adverb(view, j), end)
        if phrase is not None and view.key(j - 1) not in PREPOSITIONS:
            return speaker_of(view, phrase)
    return None


def _named_before(view: View, end: int, start: int) -> Phrase | None:
    """The name that ends right before token ``end``."""
    for j in range(end - 1, max(start, end - 6) - 1, -1):
        mention = view.mention(j)
        if mention is not None and mention.kind == "name" and view.after(mention) == end:
            return read_phrase(view, j, end)
    return None


def _antecedent(view: View, draft: Draft, relative: int, start: int) -> None:
    """Whom الذي stands for: the phrase that ends right before it."""
    masculine = view.key(relative).removeprefix("و") in (fold_key("الذي"), fold_key("الذين"))
    if draft.number == "s" and masculine == (draft.gender == "f"):
        return  # الذي قالت: he is whom it was said of
    end = relative - 1 if view.char(relative - 1) in ("،", ",") else relative
    for j in range(end - 1, max(start, end - 12) - 1, -1):
        named = view.mention(j)
        width = named.start - view.tokens[j].start if named is not None else 0
        phrase = read_phrase(view, j, end, proclitic=width)
        if phrase is not None and j > start and view.key(j - 1) in speaker_nouns().roles:
            phrase = read_phrase(view, j - 1, end) or phrase  # نائبة الرئيس التي
        if phrase is not None and phrase.end >= end and phrase.parties[0].kind in _ANTECEDENTS:
            mention = phrase.parties[0].mention
            if mention is not None and draft.number == "p" and mention.kind == "name":
                continue  # المتشددين في إيران الذين: not the country
            if mention is None and view.key(j - 1) in _HE and view.char(j - 2) in ("،", ","):
                phrase = _named_before(view, j - 2, start) or phrase  # فلانة، وهي الوزيرة التي
            if mention is None or mention.type in ("PER", "ORG", "GPE"):
                draft.subject, draft.speaker = "before", speaker_of(view, phrase)
                draft.after_that = True
            return

"""What stands between a cue and its content: addressee, partner, occasion, adverbs, asides."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.arabic.folding import fold_key
from riwaya.model import Speaker
from riwaya.statements.adverbs import ADVERBS, past_adverb
from riwaya.statements.drafts import ContentKind
from riwaya.statements.fields import DEED
from riwaya.statements.junctures import nouns_of_media
from riwaya.statements.lexicon import Verb, cues, speaker_nouns, words
from riwaya.statements.objects import PREPOSITIONS, WITH, bare_of_l, has_b, opens, whom_called
from riwaya.statements.phrases import Phrase, read_phrase
from riwaya.statements.references import speaker_of
from riwaya.statements.view import View
from riwaya.statements.word_kinds import bare_noun, is_adjective, is_noun, is_verbal_noun

JOURNALISTS = Speaker(entity="journalists", name="الصحفيين", names=("الصحفيين",), named="role")
_IN_FRONT = "أمام"
_AT_SOME_TIME = words("arguments.at_some_time")
_ADDRESSING = words("arguments.addressing")
_FOR, _IN, _OF = fold_key("ل"), fold_key("في"), fold_key("من")
_AT_THE_END = words("content.at_the_end")
_THIS = words("clauses.this")
_OF_AN_OCCASION = words("arguments.of_an_occasion")
_ASIDES, _RELATIVE = words("arguments.asides"), words("clauses.relative")
_BY_VOTE, _VOTES = words("arguments.by_vote"), words("arguments.votes")


@dataclass(slots=True)
class Opening:
    """The content's first token, how it is introduced, and who stood before it."""

    start: int
    kind: ContentKind
    spoken: bool = False
    cue_end: int | None = None
    skip: int = 0
    addressee: Speaker | None = None
    behind: int = 0
    """The token past an addressee who is the verb's bare object."""
    partner: Speaker | None = None
    occasion: str | None = None


def read_argument(  # noqa: PLR0911 - one guard, one line
    view: View, verb: Verb, opening: Opening, j: int, end: int
) -> int:
    """Read one argument or adjunct at ``j``; the token after it, or ``j`` where there is none."""
    nouns = speaker_nouns()
    key = view.key(j)
    if (past := max(_adverb(view, verb, j), _past_place(view, verb, j))) > j:
        return past
    if key in nouns.addressees:
        opening.addressee = JOURNALISTS
        return j + 1
    if view.tokens[j].text == _IN_FRONT:
        phrase = read_phrase(view, j + 1, end, generic=view.key(j + 1).startswith("ال"))
        return phrase.end if phrase is not None else j  # أمام النواب أعضاء لجنة كذا
    if key == WITH:
        return _partner(view, verb, opening, j, end)
    if opening.addressee is None and (past := _addressee(view, verb, opening, j, end)) > j:
        return past
    if key in nouns.settings or key == fold_key("في"):
        return _occasion(view, verb, opening, j, end)
    return j


def _adverb(view: View, verb: Verb, j: int) -> int:
    """Past a time, an adverb of one word or two, or a pronoun with its preposition."""
    past = past_adverb(view, j)
    return j + 2 if past == j and _cognate(view, verb, j) else past


def _past_place(view: View, verb: Verb, j: int) -> int:
    """Past بالجزائر العاصمة: where it was said, in two words or more; else ``j``."""
    place = view.mention(j) if view.key(j).startswith("ب") else None
    within = place is not None and place.start > view.tokens[j].start
    if place is None and view.key(j).startswith("بال") and fold_key("ب") not in verb.takes:
        k = j + 1
        while view.key(k).startswith("ال") and view.mention(k) is None:
            k += 1
        body = view.key(j)[1:] in speaker_nouns().bodies and view.is_comma(k)
        return k if body and k > j + 1 else j  # بالمجلس الشعبي، على كذا
    return view.after(place) if place is not None and within and place.type in ("GPE", "LOC") else j


def _addressee(view: View, verb: Verb, opening: Opening, j: int, end: int) -> int:
    """Past لفلان, or من فلان where the verb asks something of him."""
    key = view.key(j)
    if key in _ADDRESSING:
        phrase = read_phrase(view, j + 1, end)
        opening.addressee = speaker_of(view, phrase) if phrase is not None else None
        return phrase.end if phrase is not None else j + 2
    if key == _FOR and opens(view, j + 1):
        phrase = read_phrase(view, j + 2, end)
        quote = view.quote_of[j + 1]
        if phrase is not None and quote is not None and phrase.end <= view.at(quote.end):
            opening.addressee = speaker_of(view, phrase)
            return view.at(quote.end)
    if key.startswith("ل") and len(key) > 2:
        mention = view.mention(j)
        to = mention is not None and mention.start > view.tokens[j].start and mention.type != "LOC"
        if mention is not None and to and _beside(view, opening, j):
            phrase = read_phrase(view, j, end, proclitic=mention.start - view.tokens[j].start)
            if phrase is not None:
                opening.addressee = speaker_of(view, phrase)
                return phrase.end
        several = speaker_nouns().roles.get(bare_of_l(key), "").endswith("s")
        if (
            nouns_of_media(key[1:]) or (several and j == opening.start and "that" in verb.takes)
        ) and (phrase := read_phrase(view, j, end, proclitic=1)) is not None:
            opening.addressee = speaker_of(view, phrase)
            return phrase.end
    return _asked(view, opening, j, end) if key == _OF and verb.group == "ask for" else j


def _asked(view: View, opening: Opening, j: int, end: int) -> int:
    """Past طلب | من السفراء, and past من مواطنيه, who are no known speakers; ``j`` where nobody is asked."""
    phrase = read_phrase(view, j + 1, end, generic=view.key(j + 1).startswith("ال"))
    if phrase is not None:
        phrase = read_phrase(view, j + 1, _before_deed(view, phrase)) or phrase
        opening.addressee = speaker_of(view, phrase)
        return phrase.end if phrase.parties[0].kind != "noun" else j + 2
    if not view.key(j + 1).endswith(("ه", "ها", "هم")):
        return j
    k = j + 2
    while view.key(k).startswith("ال") and is_adjective(view.key(k)):
        k += 1  # من نظيرتها البرازيلية | حماية كذا
    return k


def _before_deed(view: View, phrase: Phrase) -> int:
    """من السفير الكندي | مغادرة أراضيها: where a deed begins behind an adjective of whoever is asked; else the end."""
    for k in range(phrase.start + 2, phrase.end):
        described = view.key(k - 1).startswith("ال") and is_adjective(view.key(k - 1))
        deed = is_verbal_noun(view.key(k)) or DEED.fullmatch(view.key(k)) is not None
        if described and deed and view.mention(k) is None and not is_adjective(view.key(k)):
            return k
    return phrase.end


def _beside(view: View, opening: Opening, j: int) -> bool:
    """Whether ل at ``j`` goes with the cue: not with an adjective or a noun before it (مؤيدة لفلان)."""
    if j == opening.start or view.char(j - 1) or view.key(j - 1) in ADVERBS:
        return True
    ended = any(view.after(m) == j for k in range(j - 5, j) for m in view.mentions.get(k, ()))
    return ended or j in view.times.values() or opening.occasion is not None


def _cognate(view: View, verb: Verb, j: int) -> bool:
    """رفض رفضا قاطعا: the verb's own noun, for emphasis."""
    key = view.key(j)
    return (
        key.endswith("ا")
        and key[:2] == verb.lemma[:2]
        and len(key) > 3
        and view.key(j + 1).endswith("ا")
    )


def _partner(view: View, verb: Verb, opening: Opening, j: int, end: int) -> int:
    phrase = read_phrase(view, j + 1, end, generic=view.key(j + 1).startswith("ال"))
    if phrase is None and verb.partner and view.key(j + 1) in _THIS:
        phrase = read_phrase(view, j + 2, end, generic=True)  # مع هؤلاء الأجانب
        return phrase.end if phrase is not None else j
    if phrase is None:
        return j
    if verb.partner:
        opening.partner = speaker_of(view, phrase)
    return phrase.end


def _occasion(view: View, verb: Verb, opening: Opening, j: int, end: int) -> int:
    """في مؤتمر صحفي: the occasion, up to the next preposition, mark, أن or name."""
    k = j + 1
    if not _is_occasion(view.key(k)):
        return j
    stop = k + 1
    while stop < min(end, k + 4) and not _ends_an_occasion(view, stop):
        if "np" in verb.takes and _begins_an_object(view, verb, stop):
            break  # أعلن في بيان | مقتل جندي
        if fold_key("ب") in verb.takes and has_b(view, stop):
            break  # أنحى في بيان | باللائمة
        stop += 1
    opening.occasion = view.words(k, stop)
    stop = _past_when_issued(view, stop)
    described = view.tokens[stop - 1].text.endswith(("ي", "ية"))  # ، خلال مؤتمر صحفي | وقف كذا
    deed = described and "np" in verb.takes and _is_deed(view.key(stop))
    if not deed and view.is_comma(j - 1):  # an aside between commas: past the whole of it
        marks = (m for m in range(stop, min(end, stop + 12)) if view.char(m) or view.is_that(m))
        past = next((m for m in marks if _ends_an_aside(view, m)), stop)
        return past if view.char(past) in ("،", ",", ":") else stop
    return stop


def _past_when_issued(view: View, j: int) -> int:
    """Past في تقرير | نشرته الخميس: when the occasion before ``j`` was sent out, in a clause with its pronoun; else ``j``."""
    sent_out = view.key(j) in _OF_AN_OCCASION and view.key(j).endswith(("ه", "ها"))
    return view.times.get(j + 1, j) if sent_out else j


def _ends_an_aside(view: View, m: int) -> bool:
    """Whether a comma, a colon, أن or words in marks at ``m`` end an aside between commas."""
    return view.char(m) in ("،", ",", ":") or view.is_that(m) or opens(view, m)


def _is_deed(key: str) -> bool:
    return is_verbal_noun(key) or DEED.fullmatch(key) is not None


def _begins_an_object(view: View, verb: Verb, j: int) -> bool:
    """Whether an indefinite noun that does not describe the occasion stands at ``j``."""
    key, before = view.key(j), view.key(j - 1)
    if key.startswith("ال"):  # وصفت في بيان | العقوبات بأنها, أدان في مؤتمر صحفي | العنف
        body = key in speaker_nouns().bodies or key in speaker_nouns().roles
        bare = bool(verb.marker) or ("that" not in verb.takes and not body)
        return bare and not before.startswith("ال")
    describes = key.endswith(("ي", "يه")) or key in _OF_AN_OCCASION
    return not describes and (before in speaker_nouns().occasions or before.endswith(("ي", "يه")))


def _ends_an_occasion(view: View, j: int) -> bool:
    nouns = speaker_nouns()
    key = view.key(j)
    return (
        not view.tokens[j].is_word
        or view.is_that(j)
        or j in view.times
        or view.mention(j) is not None
        or key in PREPOSITIONS
        or key == WITH
        or key in nouns.settings
        or key in nouns.addressees
        or key in cues().forms
        or key in _RELATIVE
    )


def _is_occasion(key: str) -> bool:
    """بيان, and with its speaker's pronoun: بيانها."""
    occasions = speaker_nouns().occasions
    return key in occasions or any(
        key.endswith(p)
        and (key[: -len(p)] in occasions or key[: -len(p)].rstrip("ت") + "ه" in occasions)
        for p in ("ه", "ها", "هم", "هما")
    )


def _past_when(view: View, j: int, end: int) -> int:
    """Past في وقت مبكر من اليوم, بأغلبية 10 إلى خمسة أصوات, عقد (في العاصمة); ``j`` where none stands."""
    if f"{view.key(j)} {view.key(j + 1)} {view.key(j + 2)}" in _AT_SOME_TIME:
        k = j + 3 + (view.key(j + 3) == fold_key("من"))
        return max(view.times.get(k, j + 3), view.times.get(j + 1, 0))  # في | وقت سابق الثلاثاء
    if view.key(j) in _OF_AN_OCCASION and view.key(j + 1) == _IN:
        return j + 1  # في لقاء مع فلان | عقد | في العاصمة
    if view.key(j) in _BY_VOTE:
        votes = (k + 1 for k in range(j + 1, min(end, j + 10)) if view.key(k) in _VOTES)
        return next(votes, j + 1)
    return j


def past_aside(view: View, verb: Verb, j: int, end: int) -> int:  # noqa: PLR0911 - one guard, one line
    """Past a prepositional phrase between the subject and a bare object: أعلن فلان في موسكو انسحابه."""
    key = view.key(j)
    if (past := _past_when(view, j, end)) > j:
        return past
    if view.is_comma(j - 1) and key.startswith("ال") and key in speaker_nouns().roles:
        stops = (k for k in range(j + 1, min(end, j + 40)) if view.is_that(k) or view.char(k))
        return next((k + bool(view.char(k)) for k in stops), j)  # …، المتحدث باسم كذا، أن
    if (
        (key not in _ASIDES and key not in PREPOSITIONS)
        or key in verb.takes
        or whom_called(view, j)
    ):
        return j
    for k in range(j + 1, min(end - 1, j + 16)):
        if view.is_comma(k):
            if view.is_that(k + 1) or PREPOSITIONS.get(view.key(k + 1)) in verb.takes:
                return k + 1
            break
    if view.is_comma(j - 1):
        closed = (k + 1 for k in range(j + 1, min(end, j + 16)) if view.is_comma(k))
        if (past := next(closed, 0)) != 0:
            return past
    if view.times.get(j + 1, 0) > j + 1:
        return view.times[j + 1]  # في أيار/مايو الماضي
    mention = view.mention(j + 1)
    k = view.after(mention) if mention is not None else j + 2
    k += view.key(j + 1) in _AT_THE_END and not view.key(k).startswith("ال")  # في ختام لقاء الوزراء
    if mention is None and not view.key(j + 1).startswith("ال") and view.mention(k) is not None:
        k = view.after(view.mention(k))  # type: ignore[arg-type]  # في موقع تويتر
    while k < end and _goes_with(view, k):
        k += 1
    return k


def _goes_with(view: View, k: int) -> bool:
    """Whether a definite word at ``k`` goes with the noun of an aside before it, and is no object (في مكتبه | القصف)."""
    if not view.tokens[k].text.startswith("ال") or view.key(k) in _RELATIVE:
        return False
    his = view.key(k - 1).endswith(("ه", "ها", "هم")) and bare_noun(view.key(k - 1))
    deed = view.key(k - 1).startswith("ال") and is_noun(view.key(k))  # من القطاع الخاص | التعليق
    return not (his or deed) or is_adjective(view.key(k))


def closing(view: View, j: int, end: int) -> int:
    """The token past a bracketed aside that opens at ``j``; 0 where it does not close soon."""
    return next((k + 1 for k in range(j + 1, min(end, j + 12)) if view.char(k) == ")"), 0)

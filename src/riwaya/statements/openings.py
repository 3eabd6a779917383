"""Where a report's content begins, and what stands between the cue and it: addressee, partner, occasion."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.arabic.folding import fold_key
from riwaya.model import Speaker
from riwaya.statements.drafts import ContentKind
from riwaya.statements.lexicon import Verb, cues, speaker_nouns, words
from riwaya.statements.phrases import read_phrase
from riwaya.statements.references import speaker_of
from riwaya.statements.view import QUOTES, View

FAR = 45
"""Tokens that may stand between a cue and its content."""
NEAR = 12
_WHETHER = words("arguments.whether")
_SAYING = words("arguments.saying")
_PREPOSITIONS = {fold_key(p): fold_key(p) for p in ("على", "عن", "من", "إلى", "في", "حول", "بشأن")}
_FUSED = {fold_key("عما"): fold_key("عن"), fold_key("مما"): fold_key("من")}
_WITH = fold_key("مع")
ADVERBS = words("arguments.adverbs")
_WITH_HIM = words("arguments.pronoun_adjuncts")
_TWO_WORD_ADVERBS = words("arguments.two_word_adverbs")


@dataclass(slots=True)
class Opening:
    """The content's first token, how it is introduced, and who stood before it."""

    start: int
    kind: ContentKind
    spoken: bool = False
    cue_end: int | None = None
    skip: int = 0
    addressee: Speaker | None = None
    partner: Speaker | None = None
    occasion: str | None = None
    relay: list[Speaker] = field(default_factory=list)


def find_opening(
    view: View, verb: Verb, clitic: bool, at: int, end: int, *, near: bool = False
) -> Opening | None:
    """The content of a cue whose arguments begin at token ``at``; None where none of its frames fits."""
    opening = Opening(at, "that")
    j = at
    limit = min(end, at + (NEAR if near else FAR))
    skipped = 0
    while j < limit:
        if view.char(j) == "(" and (closing := _closing(view, j, limit)):
            j = closing
            continue
        found = _introducer(view, verb, j, end)
        if (past := _name_in_marks(view, j, limit)) and found is not None:
            j = past
            continue
        far = (
            skipped > 3 and verb.clause
            if found is not None and found[1] == "quote"
            else skipped > 6
        )
        if found is not None and not (far and found[1] in ("quote", "np")):
            opening.start, opening.kind, opening.spoken = found
            opening.skip = _governed_letters(view, verb, opening)
            return _checked(view, verb, opening, at, end, clitic=clitic)
        if verb.light and (light := _light(view, j, end)):
            opening.start, opening.kind, opening.cue_end = light, "np", light
            return opening
        step = _argument(view, verb, opening, j, limit)
        if step > j:
            j = step
            continue
        if verb.group.startswith("enumerate") and view.key(j).removeprefix("ال") == fold_key(
            "تأكيد"
        ):
            j += 1
            continue
        if "np" in verb.takes and (past := _past_aside(view, verb, j, limit)) > j:
            j = past
            continue
        if "np" in verb.takes and _object_starts(view, verb, j, limit):
            opening.start, opening.kind = j, "np"
            return _checked(view, verb, opening, at, end, clitic=clitic)
        if _blocked(view, j):
            return None
        if verb.object == "addressee" and opening.addressee is None and view.tokens[j].is_word:
            phrase = read_phrase(view, j, limit)
            if phrase is not None:
                opening.addressee = speaker_of(view, phrase)
                j = phrase.end
                continue
        skipped += view.tokens[j].is_word
        j += 1
    return None


def _name_in_marks(view: View, j: int, end: int) -> int:
    """Past a name in marks that stands before the content (لـ"كذا"، إن); 0 where the marks open the content."""
    if not _opens(view, j):
        return 0
    quote = view.quote_of[j]
    close = view.at(quote.end) if quote is not None else j
    if close - j > 6 or close >= end:
        return 0
    k = view.skip_comma(close)
    short = any(
        (view.is_that(m) and not view.key(m).startswith("و")) or view.char(m) == ":"
        for m in range(k, min(k + 3, end))
    )
    return close if short else 0


_ASIDES = words("arguments.asides")


def _past_aside(view: View, verb: Verb, j: int, end: int) -> int:
    """Past a prepositional phrase between the subject and a bare object: أعلن فلان في موسكو انسحابه."""
    key = view.key(j)
    if key not in _ASIDES or _PREPOSITIONS.get(key, key) in verb.takes:
        return j
    mention = view.mention(j + 1)
    k = view.after(mention) if mention is not None else j + 2
    while k < end and view.key(k).startswith("ال"):
        k += 1
    return k


def _closing(view: View, j: int, end: int) -> int:
    """The token past a bracketed aside that opens at ``j``; 0 where it does not close soon."""
    return next((k + 1 for k in range(j + 1, min(end, j + 12)) if view.char(k) == ")"), 0)


def _introducer(view: View, verb: Verb, j: int, end: int) -> tuple[int, ContentKind, bool] | None:
    """The content's first token, if what introduces it stands at ``j``."""
    key = view.key(j)
    takes = verb.takes
    if view.char(j) == ":" and "quote" in takes | {"quote"}:
        k = j + 1
        return (k, "quote" if _opens(view, k) else "speech", _opens(view, k)) if k < end else None
    if key in _SAYING and j + 1 < end:
        return _after_saying(view, j, end)
    if view.is_that(j) and (
        not key.startswith(("و", "ف")) or (key.startswith("وب") and verb.group == "answer")
    ):
        fused = key.lstrip("و").startswith("ب")
        if (fused and (fold_key("ب") in takes or "that" in takes)) or (
            not fused and "that" in takes
        ):
            return _clause_at(view, j + 1, end)
    if _opens(view, j) and "quote" in takes:
        return j, "np" if verb.object == "theme" else "quote", True
    if (
        key in _WHETHER
        and "whether" in takes
        and not (key == fold_key("ما") and view.key(j + 1) != fold_key("إذا"))
    ):
        return (j + 1 if key == fold_key("عما") else j), "whether", False
    return _preposition(view, verb, j, end)


def _governed_letters(view: View, verb: Verb, opening: Opening) -> int:
    """Letters of the content's first word that are the verb's own preposition."""
    key = view.key(opening.start)
    if opening.kind != "np" or not view.tokens[opening.start].is_word or len(key) < 3:
        return 0
    joined = (
        fold_key("ب") in verb.takes and key.startswith("ب") and has_b(view, opening.start)
    ) or (fold_key("ل") in verb.takes and key.startswith("ل"))
    return int(joined)


def _light(view: View, j: int, end: int) -> int:
    """لم يعط أي إشارة إلى: the topic's first token after the light object and its preposition; 0 where none."""
    if view.key(j) not in (fold_key("أي"), fold_key("أية")):
        return 0
    for k in range(j + 2, min(end - 1, j + 4)):
        if view.key(k) in _PREPOSITIONS:
            return k + 1
    return 0


def _clause_at(view: View, k: int, end: int) -> tuple[int, ContentKind, bool] | None:
    """A clause after أن; a quotation that begins there may be the whole of it."""
    k = view.skip_comma(k)
    return (k, "that", _opens(view, k)) if k < end else None


def _after_saying(view: View, j: int, end: int) -> tuple[int, ContentKind, bool] | None:
    """What follows قائلا: a colon, a mark, or أن."""
    named = 0
    for k in range(j + 1, min(end, j + 16)):
        named = max(named, _name_in_marks(view, k, end))
        if k < named:
            continue
        if view.char(k) == ":":
            return k + 1, ("quote" if _opens(view, k + 1) else "speech"), _opens(view, k + 1)
        if _opens(view, k):
            return k, "quote", True
        if view.is_that(k):
            return _clause_at(view, k + 1, end)
    return None


def _preposition(view: View, verb: Verb, j: int, end: int) -> tuple[int, ContentKind, bool] | None:
    """The content after the preposition that the verb governs, with أن after it or not."""
    key = view.key(j)
    takes = verb.takes
    ask = "whether" in takes
    if key in _FUSED and _FUSED[key] in takes:
        return j + 1, "whether" if ask or view.key(j + 1) == fold_key("إذا") else "np", False
    if key in _PREPOSITIONS and _PREPOSITIONS[key] in takes:
        k = j + 1
        if k < end and view.is_that(k):
            return _clause_at(view, k + 1, end)
        if k < end and view.key(k) in _SAYING:
            return _after_saying(view, k, end)
        return (k, "np", False) if (k < end and not view.char(k)) or _opens(view, k) else None
    if fold_key("ب") in takes and has_b(view, j):
        if view.tokens[j].key == "ب":
            return (j + 1, "np", False) if j + 1 < end else None
        return j, "np", False
    if (
        fold_key("ل") in takes
        and view.key(j).startswith("ل")
        and view.mention(j) is None
        and len(view.key(j)) > 3
    ):
        return j, "np", False
    return None


_B_WORDS = words("arguments.not_with_b")


def governed(view: View, verb: Verb, j: int) -> bool:
    """Whether the preposition that the verb governs stands right at ``j``."""
    key = view.key(j)
    if key in _PREPOSITIONS and _PREPOSITIONS[key] in verb.takes:
        return True
    return fold_key("ب") in verb.takes and len(key) > 3 and has_b(view, j)


def has_b(view: View, j: int) -> bool:
    """Whether the word at ``j`` carries the preposition ب."""
    key = view.key(j)
    if key == "ب":
        return True
    if not key.startswith("ب") or len(key) < 3 or key in _B_WORDS or not view.tokens[j].is_word:
        return False
    mention = view.mention(j)
    return mention is None or mention.start > view.tokens[j].start


def _opens(view: View, k: int) -> bool:
    """Whether a quotation opens at token ``k``."""
    if view.char(k) not in QUOTES or k >= len(view.tokens):
        return False
    quote = view.quote_of[k]
    return quote is not None and quote.start == view.tokens[k].start and quote.opened


def _argument(view: View, verb: Verb, opening: Opening, j: int, end: int) -> int:
    """Read one argument or adjunct at ``j``; the token after it, or ``j`` where there is none."""
    nouns = speaker_nouns()
    key = view.key(j)
    if j in view.times and view.times[j] > j:
        return view.times[j]
    if key in ADVERBS:
        return j + 1
    if f"{key} {view.key(j + 1)}" in _TWO_WORD_ADVERBS or _cognate(view, verb, j):
        return j + 2
    if key in _WITH_HIM:
        return j + 1
    if key in nouns.addressees:
        opening.addressee = Speaker(
            entity="journalists", name="الصحفيين", names=("الصحفيين",), named="role"
        )
        return j + 1
    if key == _WITH:
        return _partner(view, verb, opening, j, end)
    if key == fold_key("إلى") and fold_key("إلى") not in verb.takes:
        return j
    if key.startswith("ل") and len(key) > 2 and opening.addressee is None:
        mention = view.mention(j)
        if mention is not None and mention.start > view.tokens[j].start and mention.type != "LOC":
            width = mention.start - view.tokens[j].start
            phrase = read_phrase(view, j, end, proclitic=width)
            if phrase is not None:
                opening.addressee = speaker_of(view, phrase)
                return phrase.end
    if key == fold_key("من") and verb.group == "ask for" and opening.addressee is None:
        phrase = read_phrase(view, j + 1, end, generic=view.key(j + 1).startswith("ال"))
        if phrase is not None:
            opening.addressee = speaker_of(view, phrase)
            return phrase.end if phrase.parties[0].kind != "noun" else j + 2
    if key in nouns.settings or key == fold_key("في"):
        return _occasion(view, opening, j, end)
    return j


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
    phrase = read_phrase(view, j + 1, end)
    if phrase is None:
        return j
    if verb.partner:
        opening.partner = speaker_of(view, phrase)
    return phrase.end


def _occasion(view: View, opening: Opening, j: int, end: int) -> int:
    """في مؤتمر صحفي: the occasion, up to the next preposition, mark, أن or name."""
    nouns = speaker_nouns()
    k = j + 1
    if not _is_occasion(view.key(k)):
        return j
    stop = k + 1
    while stop < min(end, k + 4):
        key = view.key(stop)
        if (
            not view.tokens[stop].is_word
            or view.is_that(stop)
            or key in _PREPOSITIONS
            or key == _WITH
            or view.mention(stop) is not None
            or stop in view.times
            or key in nouns.settings
            or key in nouns.addressees
            or key in cues().forms
        ):
            break
        stop += 1
    opening.occasion = view.words(k, stop)
    return stop


def _is_occasion(key: str) -> bool:
    """بيان, and with its speaker's pronoun: بيانها."""
    occasions = speaker_nouns().occasions
    return key in occasions or any(
        key.endswith(p)
        and (key[: -len(p)] in occasions or key[: -len(p)].rstrip("ت") + "ه" in occasions)
        for p in ("ه", "ها", "هم", "هما")
    )


def _object_starts(view: View, verb: Verb, j: int, end: int) -> bool:
    """Whether a bare object begins at ``j``: only where a subject is behind us or none is named."""
    token = view.tokens[j]
    if not token.is_word and not _opens(view, j) and view.char(j) != "#":
        return False
    key = token.key
    if (verb.only and key not in verb.only) or key in verb.excepts:
        return False
    if key in _PREPOSITIONS or key in _WHETHER or key == _WITH or view.is_that(j):
        return False
    if key in speaker_nouns().settings or (key.startswith("ل") and view.mention(j) is not None):
        return False
    if key in _NO_OBJECT or ("that" in verb.takes and _clause_follows(view, j, end)):
        return False
    return not (key in cues().forms and verb.group != "deny")


_NO_OBJECT = words("content.no_object")
_TAKES_THAT = words("content.governs_that")


def _clause_follows(view: View, j: int, end: int) -> bool:
    """Whether what looks like an object is an aside before the verb's own أن."""
    for k in range(j + 1, min(end, j + 14)):
        if view.is_that(k) and not view.key(k).startswith(("و", "ب")):
            return view.key(k - 1) not in _TAKES_THAT
        forms = cues().forms.get(view.key(k), ())
        if any(f.form.tense in ("participle", "past") and not f.verb.clause for f in forms):
            return False
    return False


def _blocked(view: View, j: int) -> bool:
    """Past this no content of the cue can begin: another clause has."""
    key = view.key(j)
    if key.startswith("و") and any(
        not f.verb.clause and f.form.tense == "past" and not f.form.clitic
        for f in cues().forms.get(key[1:], ())
    ):
        return True
    if any(f.form.tense == "participle" and not f.verb.clause for f in cues().forms.get(key, ())):
        return view.char(j - 1) == "" or view.char(j - 1) in ("،", ",")
    return view.char(j) in ("؛", ";") or key in (
        fold_key("لكن"),
        fold_key("فيما"),
        fold_key("بينما"),
        fold_key("وذلك"),
    )


def _checked(
    view: View, verb: Verb, opening: Opening, at: int, end: int, *, clitic: bool
) -> Opening | None:
    """Frames that need more: اتهم and وصف have their ب after the object."""
    if (
        verb.marker
        and opening.kind == "np"
        and opening.start == at
        and not clitic
        and has_b(view, at)
    ):
        return None  # متهما بكذا: accused, not accusing
    if verb.marker and opening.kind == "np" and not clitic:
        near = range(opening.start + 1, min(end, opening.start + 25))
        if not any(
            has_b(view, k) or view.key(k) in verb.marker or view.key(k).startswith("بان")
            for k in near
        ):
            return None
    return opening

"""Frames without a verb of saying in the plain: documents, agentless reports, questions, headlines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from riwaya.arabic.folding import fold_key
from riwaya.model import Speaker
from riwaya.statements.adverbs import past_adverb
from riwaya.statements.drafts import Draft
from riwaya.statements.junctures import nouns_of_media
from riwaya.statements.lexicon import cues, speaker_nouns, words
from riwaya.statements.objects import opens
from riwaya.statements.passing import name_in_marks
from riwaya.statements.phrases import read_phrase
from riwaya.statements.references import speaker_of
from riwaya.statements.saying_nouns import noun_of_saying, saying_triggers
from riwaya.statements.set_on_saying import set_on_saying, set_on_triggers
from riwaya.statements.sources import issuer_of
from riwaya.statements.title_frames import headline_of
from riwaya.statements.view import QUOTES, THAT_PRONOUN, View
from riwaya.statements.wordings import LEADING_IN, led_in

_CAME, _IN_IT = words("frames.came"), words("frames.in_it")
_IN = fold_key("في")
_TEXTS, _PARTS = words("frames.texts"), words("frames.parts_of_texts")
_ON, _ACCOUNTS = fold_key("على"), words("frames.accounts")
_IN_ONE = words("frames.in_one")
_THIS = words("clauses.this")
_COME_OUT, _COMMENTS = words("frames.come_out"), words("frames.comments")
_FROM_OF = frozenset(map(fold_key, ("عن", "من")))
_GOT = words("frames.got")
_GOVERNED = words("frames.governed")
_TO_SOMEBODY = frozenset(map(fold_key, ("إبلاغ", "إخطار")))
_CONDEMNING, _EXPRESSING = words("frames.condemning"), words("frames.expressing")
_THROUGH = words("frames.through")
_ABOUT = words("frames.about")
_HIS_SAYING = words("arguments.his_saying")
_THE_WHICH = words("clauses.the_which")
_RELATIVE = words("clauses.relative") | words("clauses.what")
_CARRIED = words("frames.relayed") | words("frames.ascribed")
_CARRIED |= {"و" + word for word in _CARRIED}
_FROM_MOUTH = frozenset(map(fold_key, ("عن", "عنه", "عنها", "عنهم", "لسان", "إلى")))
_NEGATED = words("clauses.negations")
_NO = words("frames.no")
_IT_IS_SAID = words("frames.it_is_said")
_SAID_NO = words("frames.said_no")
_ANSWERING = frozenset({"deny", "reject", "affirm", "say", "object", "concede"})


def find_frames(view: View) -> Iterator[Draft]:
    """Every report by a frame of this module, in text order."""
    triggers = _triggers()
    for number, (start, end) in enumerate(view.sentences):
        if (headline := headline_of(view, number)) is not None:
            yield headline
        for i in range(start, end):
            if view.keys[i] not in triggers:
                continue
            draft = (
                _document(view, number, i)
                or _agentless(view, number, i)
                or _asked(view, number, i)
                or _it_is_said(view, number, i)
                or _his_saying(view, number, i)
                or led_in(view, number, i)
                or noun_of_saying(view, number, i)
                or set_on_saying(view, number, i)
                or _condemning(view, number, i)
                or _expressing(view, number, i)
                or _answered(view, number, i)
                or _resumptive(view, number, i)
                or _silent(view, number, i)
            )
            if draft is not None:
                yield draft


@cache
def _triggers() -> frozenset[str]:
    """The words at which a frame may begin."""
    plain = cues().agentless | cues().asked | _HIS_SAYING
    which = {two.split()[0] for two in _THE_WHICH}
    plain |= _IT_IS_SAID
    purposes = _CONDEMNING | _EXPRESSING | LEADING_IN | _COME_OUT
    plain |= saying_triggers() | set_on_triggers()
    return frozenset(plain | {"و" + word for word in plain} | _CAME | which | _NO | purposes)


def _document(view: View, number: int, i: int) -> Draft | None:
    """جاء في بيان لفلان أن: the issuer's statement."""
    on = view.key(i + 1) == _ON and view.key(i + 2) in _ACCOUNTS  # جاء على حساب كذا
    if view.key(i) not in _CAME or not (on or view.key(i + 1) in (_IN, *_IN_IT)):
        return None
    end = view.sentences[number][1]
    if view.key(i + 1) in _IN_IT or view.key(i + 2) in _IN_ONE:
        return _in_it(view, number, i, end)
    head = view.key(i + 2)
    close = range(i + 3, min(end - 1, i + 6))
    told = any(view.is_that(k) or view.char(k) == ":" or opens(view, k) for k in close)
    text = on or head in _PARTS or any(_is_text(view.key(k)) for k in (i + 2, i + 3))
    text = text or nouns_of_media(head)  # جاء في صحيفة "كذا" أن
    if not text and not (head.startswith("ال") and told):
        return None
    named = 0
    for k in range(i + 3, min(end - 1, i + 25)):
        named = max(named, name_in_marks(view, k, end), _who_has_it(view, k))
        if k < named:
            continue
        if view.is_that(k) or view.char(k) == ":" or opens(view, k):
            return _document_says(view, number, i, k)
    return None


def _who_has_it(view: View, k: int) -> int:
    """في بيان حصلت | "كذا" على نسخة منه: past the name in marks at ``k`` of who got or read a text; 0 elsewhere."""
    quote = view.quote_of[k] if opens(view, k) and view.key(k - 1) in _GOT else None
    return view.at(quote.end) if quote is not None else 0


def _is_text(key: str) -> bool:
    return key in speaker_nouns().documents or key in _TEXTS


def _in_it(view: View, number: int, i: int, end: int) -> Draft | None:
    """رسالة جاء فيها: the words of him who was told to have sent it."""
    for k in range(i + 2, min(end - 1, i + 5)):
        if view.is_that(k) or view.char(k) == ":" or opens(view, k):
            draft = _document_says(view, number, i, k)
            draft.rule, draft.cue_end, draft.occasion = "document:back", i + 2, None
            return draft
    return None


def _document_says(view: View, number: int, i: int, k: int) -> Draft:
    """The draft of a document whose words begin at a mark, or after أن or a colon, at ``k``."""
    begin = k if opens(view, k) else k + 1
    draft = Draft(cue=i, cue_end=i + 3, sentence=number, rule="document", tense="past", clause=i,
                  joined=True, start=begin, spoken=opens(view, begin))  # fmt: skip
    draft.kind = "that" if view.is_that(k) else ("quote" if draft.spoken else "speech")
    draft.occasion = view.words(i + 2, i + 3)
    own = nouns_of_media(view.key(i + 2)) and view.key(i + 1) == _IN  # جاء في وكالة كذا
    issuer = issuer_of(view, i + 3 - own, k)
    draft.speaker = issuer[0] if issuer is not None else None
    draft.subject = "after" if issuer is not None else "dropped"
    return draft


def _agentless(view: View, number: int, i: int) -> Draft | None:
    """جرى التأكيد على: said, and nobody is named."""
    light = view.key(i).removeprefix("و") if view.key(i) not in cues().agentless else view.key(i)
    if light not in cues().agentless or view.key(i + 1) not in cues().agentless_nouns:
        return None
    start, end = view.sentences[number]
    edge = i == start or bool(view.char(i - 1)) or view.key(i).startswith("و")
    if not edge and view.key(i - 1) in _RELATIVE:
        return None  # ما تم الإعلان عنه
    if view.key(i - 1) in _NEGATED:
        return None
    k = i + 2
    to = view.key(i + 1) in _TO_SOMEBODY
    far, reached = (i + 12, False) if to else (i + 6, view.key(i + 1) == fold_key("التوصل"))
    while k < min(end, far) and not view.is_that(k) and (to or view.key(k) not in _GOVERNED):
        k += 1
    if k + 1 >= end or k >= far or (reached and view.key(k) != fold_key("إلى")):
        return None
    told = reached and THAT_PRONOUN.fullmatch(view.key(i - 1)) is not None
    if told or view.key(k + 1) in _THIS:
        return None  # أعلن أنه تم التوصل إلى كذا: his words; تم التوصل إلى هذا الاتفاق: it was told of before
    begin, cue_end = k + 1, i + 2
    for j in range(k, min(end, k + 4)):
        if view.key(j) in _THROUGH:
            begin, cue_end = j + 1, j + 1
    clause = view.is_that(begin)
    return Draft(cue=i, cue_end=cue_end, sentence=number, rule="agentless", subject="none", tense="past",
                 clause=i, start=begin + clause, kind="that" if clause or view.is_that(k) else "np",
                 agentless=True, joined=edge, addressee=_told_to(view, i + 2, k) if to else None)  # fmt: skip


def _told_to(view: View, j: int, end: int) -> Speaker | None:
    """Whom it was made known to: جرى إبلاغ الوزارة بأن."""
    phrase = read_phrase(view, j, end)
    return speaker_of(view, phrase) if phrase is not None else None


def _asked(view: View, number: int, i: int) -> Draft | None:
    """سُئل فلان عما إذا: a question whose asker is not named."""
    key = view.key(i)
    if key not in cues().asked and key.removeprefix("و") not in cues().asked:
        return None
    end = view.sentences[number][1]
    phrase = read_phrase(view, i + 1, end)
    k = phrase.end if phrase is not None else i + 1
    while k < min(end, i + 20) and not (view.key(k) in _ABOUT or view.char(k)):
        k += 1
    if k + 1 >= end or k >= i + 20 or (view.char(k) not in ("", ":")):
        return None
    start = k + 1
    return Draft(cue=i, cue_end=i + 1, sentence=number, rule="asked", subject="none", tense="past", clause=i,
                 start=start, kind="whether", agentless=True, joined=True,
                 addressee=speaker_of(view, phrase) if phrase is not None else None)  # fmt: skip


def _it_is_said(view: View, number: int, i: int) -> Draft | None:
    """قيل إن, قيل لها إن: said, by nobody in particular."""
    if view.key(i).removeprefix("و") not in _IT_IS_SAID or view.key(i - 1) in _NEGATED:
        return None
    k = past_adverb(view, i + 1)  # قيل لها, قيل أيضا
    if not view.is_that(k) or k + 1 >= view.sentences[number][1]:
        return None
    return Draft(cue=i, cue_end=i + 1, sentence=number, rule="agentless", subject="none", tense="past",
                 clause=i, start=k + 1, kind="that", agentless=True,
                 joined=view.key(i).startswith("و"), spoken=opens(view, k + 1))  # fmt: skip


def _his_saying(view: View, number: int, i: int) -> Draft | None:
    """وقوله إن: a noun of saying with its speaker's pronoun; he is the one named last."""
    key = view.key(i).removeprefix("و")
    if key not in _HIS_SAYING or view.key(i - 1) in cues().forms:
        return None
    start, end = view.sentences[number]
    carried = [j for j in range(max(start, i - 30), i) if view.key(j) in _CARRIED]
    if carried and any(view.key(j) in _FROM_MOUTH for j in range(carried[-1], i)):
        return None  # نقلت وكالة عن فلان قوله: a relay, read as one
    k = i + 1
    if (not view.is_that(k) and view.char(k) != ":") or k + 1 >= end:
        return None
    quote = view.quote_of[k + 1]
    return Draft(cue=i, cue_end=i + 1, sentence=number, rule="noun:back", tense="past", clause=i, joined=True,
                 number="p" if key.endswith(fold_key("هم")) else "s",
                 start=k + 1, kind="that",
                 spoken=quote is not None and quote.start == view.tokens[k + 1].start)  # fmt: skip


def _condemning(view: View, number: int, i: int) -> Draft | None:
    """للتنديد بـ"كذا": words in marks that a deed is said to condemn; the doer is he who was named last."""
    j = i + 1
    if view.key(i) not in _CONDEMNING or view.key(j) != fold_key("ب") or not opens(view, j + 1):
        return None
    return Draft(cue=i, cue_end=i + 1, sentence=number, rule="noun:back", tense="past", clause=i,
                 verb=cues().forms[fold_key("ندد")][0].verb, start=j + 1, kind="np", spoken=True)  # fmt: skip


def _expressing(view: View, number: int, i: int) -> Draft | None:
    """دفع فلانا إلى التعبير عن كذا: who is named right before is the speaker."""
    start, end = view.sentences[number]
    if view.key(i) not in _EXPRESSING or view.key(i - 1) != fold_key("إلى"):
        return None
    if view.key(i + 1) not in _ABOUT or i + 3 >= end:
        return None
    for j in range(max(start, i - 7), i - 1):
        phrase = read_phrase(view, j, i - 1)
        if phrase is not None and phrase.end == i - 1 and phrase.parties[0].kind == "mention":
            return Draft(cue=i, cue_end=i + 1, sentence=number, rule="noun:express", tense="past", clause=i,
                         verb=cues().forms[fold_key("أعرب")][0].verb, start=i + 2, kind="np",
                         subject="after", speaker=speaker_of(view, phrase))  # fmt: skip
    return None


def _answered(view: View, number: int, i: int) -> Draft | None:
    """قال فلان لا: a one-word answer; what was asked just before is the content."""
    start, end = view.sentences[number]
    if view.key(i) not in _NO or i != end - 1 - (
        view.char(end - 1) in QUOTES and view.char(end - 1) != ""
    ):
        return None
    for j in range(i - 1, max(start, i - 12) - 1, -1):
        if view.key(j).lstrip("وف") in _SAID_NO or view.key(j) in _SAID_NO:
            phrase = read_phrase(view, j + 1, i)
            if phrase is None or phrase.end < i - 2:
                return None
            return Draft(cue=j, cue_end=j + 1, sentence=number, rule="answer", tense="past", subject="after",
                         speaker=speaker_of(view, phrase), clause=j, joined=True, start=i, stop=i + 1,
                         kind="before", polarity="denied", spoken=True)  # fmt: skip
    return None


def _silent(view: View, number: int, i: int) -> Draft | None:
    """ولم يصدر أي تعليق من فلان على كذا: nothing was told of it."""
    if view.key(i) not in _COME_OUT or view.key(i - 1) not in _NEGATED:
        return None
    end = view.sentences[number][1]
    at = next((k for k in range(i + 1, min(end, i + 4)) if view.key(k) in _COMMENTS), 0)
    whose = (
        next((k for k in range(at + 1, min(end, at + 4)) if view.key(k) in _FROM_OF), 0)
        if at
        else 0
    )
    phrase = read_phrase(view, whose + 1, end) if whose else None
    if phrase is None or phrase.end + 1 >= end or view.key(phrase.end) not in _ABOUT | _GOVERNED:
        return None
    return Draft(cue=i, cue_end=i + 1, sentence=number, rule="silence", tense="past", subject="after",
                 speaker=speaker_of(view, phrase), clause=i - 1, joined=True, start=phrase.end + 1,
                 kind="np", polarity="withheld")  # fmt: skip


def _resumptive(view: View, number: int, i: int) -> Draft | None:
    """الأمر الذي تنفيه روسيا, وهو ما أكده فلان: what stands before it is the content."""
    start, end = view.sentences[number]
    if f"{view.key(i)} {view.key(i + 1)}" not in _THE_WHICH or i == start:
        return None
    found = [
        f
        for f in cues().forms.get(view.key(i + 2), ())
        if f.form.clitic and f.verb.group in _ANSWERING
    ]
    phrase = read_phrase(view, i + 3, end) if found else None
    if phrase is None or i - 1 <= start:
        return None
    return Draft(cue=i + 2, cue_end=i + 3, sentence=number, rule="resumptive", verb=found[0].verb, tense="past",
                 subject="after", speaker=speaker_of(view, phrase), clause=i, joined=True, start=start,
                 stop=i - bool(view.char(i - 1)), kind="before")  # fmt: skip

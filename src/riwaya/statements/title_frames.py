"""A speaker before a colon, in a title or a line of its own: فلان: كلام, فلان عن كذا: كلام, إيران: لن نفاوض."""

from __future__ import annotations

import re

from riwaya.arabic.folding import fold_key
from riwaya.statements.drafts import Draft
from riwaya.statements.fields import DEED
from riwaya.statements.lexicon import cues, speaker_nouns, words
from riwaya.statements.objects import bare_of_l, opens
from riwaya.statements.phrases import Party, Phrase, read_phrase
from riwaya.statements.references import speaker_of
from riwaya.statements.view import View
from riwaya.statements.word_kinds import bare_noun, is_noun

_WE = re.compile(
    r"(?:(?:لن|لا|لم|لم يعد|سوف) ن\w{2}|سن\w{3}|(?:نحن|لدينا|لسنا|اننا|علينا|انا|لن اقبل|ساواصل)\b|\w{3,}نا\b)"
)
"""The first person, at the beginning of a clause."""
_WE_DO = re.compile(r"ن\w{2,5}")
"""A verb in the first person plural, as far as its prefix tells."""
_OURS = re.compile(r"\w{3,}نا")
HEADLINE = 26
"""Words of the longest line that is read as "speaker: words"."""
COLON = 14
"""Words that may stand before its colon."""
FAR = 8
"""Words before the colon beyond which the subject must be told to speak."""
_ABOUT = words("headline.about")
_FROM, _ADDRESSING = fold_key("من"), words("arguments.addressing")
_CAPITALS = words("frames.capitals")
_LAWS = frozenset({"draft", "article"})
"""Kinds of text that rule and do not tell."""
_INQUIRIES = words("headline.inquiries")


def headline_of(view: View, number: int) -> Draft | None:
    """فلان: كلام, in a title or a line of its own."""
    start, end = view.sentences[number]
    block = view.blocks[view.block_of[start]]
    later = block.role == "title" and view.char(start - 1) in (".", "…")  # كذا.. فلان: كذا
    if end - start > HEADLINE or not (later or view.tokens[start].start == block.start):
        return None
    if block.role == "paragraph" and view.text[block.end - 1] in ".،":
        return None
    colon = next((i for i in range(start, min(end, start + COLON)) if view.char(i) == ":"), None)
    if colon is None or colon + 1 >= end:
        return None
    phrase, addressee = _before_colon(view, start, colon)
    if phrase is None or not _speaks(view, phrase, colon, end, far=colon - start > FAR):
        return None
    quote = view.quote_of[colon + 1]
    spoken = quote is not None and quote.start == view.tokens[colon + 1].start
    draft = Draft(cue=start, cue_end=start, sentence=number, rule="headline", subject="before", tense="present",
                  clause=start, start=colon + 1, kind="quote" if spoken else "speech", spoken=spoken,
                  speaker=speaker_of(view, phrase))  # fmt: skip
    draft.addressee = speaker_of(view, addressee) if addressee is not None else None
    return draft


def _speaks(view: View, phrase: Phrase, colon: int, end: int, *, far: bool) -> bool:
    """Whether who stands before the colon says what follows it."""
    if _tells(view, phrase, colon):
        return True
    able = _may_speak(view, phrase) or _says_we(view, phrase, colon, end)
    return able and (not far or view.key(phrase.end) in _ABOUT)


def _tells(view: View, phrase: Phrase, colon: int) -> bool:
    """فلان ينفي كذا: a report in the present right after the subject, whose own words follow the colon."""
    forms = cues().forms.get(view.key(phrase.end), ()) if phrase.end + 1 < colon else ()
    return any(f.form.tense == "present" and not f.form.clitic for f in forms)


def _in_first_person(view: View, colon: int, end: int) -> bool:
    """Whether the words behind the colon are the speaker's own: لن نفاوض, تعرضنا لكذا, نتذكر كذا."""
    at = colon + 1 + opens(view, colon + 1)
    two = f"{view.key(at)} {view.key(at + 1)}" if at + 1 < end else view.key(at)
    noun = "ال" + view.key(at)  # نقل, نتائج
    return _WE.match(two) is not None or (
        _WE_DO.fullmatch(view.key(at)) is not None and not is_noun(noun)
    )


def _says_we(view: View, phrase: Phrase, colon: int, end: int) -> bool:
    """إيران: لن نفاوض: what follows a state's name and a colon in the first person is said by it."""
    mention = phrase.parties[0].mention
    state = mention is not None and mention.type == "GPE" and mention.kind == "name"
    return state and (_in_first_person(view, colon, end) or _speaks_of_us(view, colon, end))


def _speaks_of_us(view: View, colon: int, end: int) -> bool:
    """إيران: لا يمكن لأحد إجبارنا على كذا: whether a noun with "our" or a verb with "us" stands in the words."""
    ours = (k for k in range(colon + 1, end) if _OURS.fullmatch(view.key(k)))
    stems = (view.key(k)[:-2] for k in ours if view.mention(k) is None)
    return any(bare_noun(f"{stem}ها") or DEED.fullmatch(stem) for stem in stems)


def _before_colon(view: View, start: int, colon: int) -> tuple[Phrase | None, Phrase | None]:
    """Who stands before the colon, and whom the words are for (فلان لفلان: …)."""
    if opens(view, start) and view.quote_of[start] is not None:
        close = view.at(view.quote_of[start].end)  # type: ignore[union-attr]
        inner = read_phrase(view, start + 1, close - 1) if close == colon else None
        return (inner if inner is not None and inner.end == close - 1 else None), None
    phrase = read_phrase(view, start, colon)
    if phrase is None and view.key(start).startswith("و"):
        phrase = read_phrase(view, start, colon, proclitic=1)  # كذا.. وفلان: كذا
    if phrase is None or phrase.end == colon:
        return phrase, None
    to, addressee = _to_whom(view, phrase.end, colon)
    return (phrase if to or _goes_on(view, phrase, colon) else None), addressee


def _to_marks(view: View, j: int, colon: int) -> Phrase | None:
    """فلان | لـ"كذا": whom words are for, named in marks up to the colon."""
    if view.key(j) != "ل" or not opens(view, j + 1):
        return None
    quote = view.quote_of[j + 1]
    close = view.at(quote.end) if quote is not None else j
    if close != colon:
        return None
    whole = Phrase(j + 2, close - 1, (Party(j + 2, close - 1, "noun"),))
    return read_phrase(view, j + 2, close - 1) or whole


def _to_whom(view: View, j: int, colon: int) -> tuple[bool, Phrase | None]:
    """Whether فلان | لفلان or فلان | مخاطبا فلانا runs up to the colon, and who is addressed, if that is known."""
    key, mention = view.key(j), view.mention(j)
    medium = view.mention(j + 1) if key == "ل" else None
    if medium is not None and view.after(medium) == colon:
        return True, read_phrase(view, j + 1, colon)  # مصادر | لـ CNN: كذا
    if key in _ADDRESSING:
        phrase = read_phrase(view, j + 1, colon)
        return True, phrase if phrase is not None and phrase.end == colon else None
    if (named := _to_marks(view, j, colon)) is not None:
        return True, named
    if not key.startswith("ل") or len(key) < 4:
        return False, None
    width = mention.start - view.tokens[j].start if mention is not None else 1
    phrase = read_phrase(view, j, colon, proclitic=width) if width else None
    if phrase is not None and phrase.end == colon:
        return True, phrase
    nouns = speaker_nouns()
    people = bare_of_l(key) in {*nouns.roles, *nouns.bodies} or is_noun("ال" + key[1:])
    return people and colon - j <= 3, None


def _goes_on(view: View, phrase: Phrase, colon: int) -> bool:
    """Whether what stands between the speaker and the colon is about the words: عن كذا, من برلين, متحديا, ينفي كذا."""
    j = phrase.end
    place = view.mention(j + 1)
    there = view.key(j) == _FROM and place is not None and place.type == "GPE"
    if view.key(j) in _ABOUT or there or _in_a_place(view, j):
        return True
    if j + 1 == colon and view.key(j).endswith("ا"):
        return True  # فلان متحديا: كذا
    deed = view.key(j)[:1] in ("ي", "ت") and _in_first_person(view, colon, len(view.tokens))
    return _tells(view, phrase, colon) or deed


def _in_a_place(view: View, j: int) -> bool:
    """فلان | بمجلس كذا: كلام: whether where somebody speaks is told at ``j`` by ب."""
    place = view.mention(j)
    body = view.key(j)[1:] in speaker_nouns().bodies
    named = place is not None and place.start > view.tokens[j].start and place.type != "PER"
    return view.key(j).startswith("ب") and (body or named)


def _a_topic(head: str) -> bool:
    """قانون الطوارئ: كذا, التحقيقات الأمريكية: كذا: whether a text or an inquiry is what a title is about, not who says it."""
    return speaker_nouns().documents.get(head) in _LAWS or head in _INQUIRIES


def _may_speak(view: View, phrase: Phrase) -> bool:
    """A country before a colon is where something happened; its capital may be its government."""
    party = phrase.parties[0]
    mention = party.mention
    if mention is None:
        topic = party.kind == "document" and _a_topic(view.key(party.start))
        return party.kind in ("role", "body", "document") and not topic
    if mention.type == "GPE":
        return fold_key(mention.text) in _CAPITALS
    return mention.type in ("PER", "ORG")

"""Attributions: بحسب فلان, وفق ما أعلن فلان, كما قال, نقلا عن, and relays (نقلت وكالة عن فلان قوله).

An attribution says whom a sentence is from. Before the sentence it governs what follows, behind
or within it what stands before, in its own sentence only.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from riwaya.arabic.folding import fold_key
from riwaya.model import Speaker
from riwaya.statements.adverbs import ADVERBS, past_adverb
from riwaya.statements.belonging import is_adjective
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import cues, speaker_nouns, words
from riwaya.statements.objects import has_b, opens
from riwaya.statements.own_sources import SOURCES, own_source
from riwaya.statements.phrases import Party, Phrase, read_phrase
from riwaya.statements.references import speaker_of
from riwaya.statements.view import View

_SAME = frozenset(map(fold_key, ("ذات", "نفس")))
_THIS = words("clauses.this")
_LAWS = words("frames.laws")
_THIS = words("clauses.this")
_ISSUING = tuple(words("frames.issuing"))
_WHAT = words("frames.what")
_LIMIT, _AS = fold_key("حد"), fold_key("كما")
_QUOTING = fold_key("نقلا")
_FROM, _ON = fold_key("عن"), fold_key("على")
_TOWARDS, _ISSUED = fold_key("إلى"), (fold_key("صادر"), fold_key("صدر"))
_TO, _ASCRIBED = frozenset({fold_key("إلى")}), words("frames.ascribed")
_FROM_HIM = frozenset(map(fold_key, ("عنه", "عنها", "عنهم")))
_MOUTH = frozenset({_FROM, fold_key("لسان")})
_OWN_THAT = words("content.governs_that")
_ASIDES = words("arguments.asides")
ASIDE = 9
"""Tokens of the longest aside that is read with an attribution."""
_HIS_SAYING = words("arguments.his_saying")
_SAYING = words("arguments.saying")
_RELAYED = words("frames.relayed") | words("frames.ascribed")
_RELAYED |= {"و" + word for word in _RELAYED}


def find_attributions(view: View) -> Iterator[Draft]:
    """Every attribution of a sentence, in text order."""
    triggers = _triggers()
    for number, (start, end) in enumerate(view.sentences):
        i = start
        while i < end:
            if view.keys[i] not in triggers:
                i += 1
                continue
            draft = own_source(view, number, i) or _attribution(view, number, i)
            draft = draft or _relay(view, number, i)
            if draft is not None:
                yield draft
                i = max(draft.cue_end, draft.stop, i + 1)
            else:
                i += 1


@cache
def _triggers() -> frozenset[str]:
    """The words at which an attribution or a relay may begin."""
    lexicon = cues()
    words = lexicon.attribution | lexicon.attribution_clauses | {_ON}
    return frozenset(words | {"و" + word for word in words} | _RELAYED | SOURCES)


def own_words(view: View, i: int) -> bool:
    """على حد قوله, حسب تعبيره: the speaker's own words, no further statement."""
    key = view.key(i)
    if key in cues().attribution and view.key(i + 1) in cues().own_words:
        return True
    return (
        key == fold_key("على") and view.key(i + 1) == _LIMIT and view.key(i + 2) in cues().own_words
    )


def _attribution(view: View, number: int, i: int) -> Draft | None:
    start, end = view.sentences[number]
    found = _cue(view, i, end)
    if found is None or own_words(view, i) or _of_the_content(view, i):
        return None
    after, clause = found
    phrase = _speaker_phrase(view, past_adverb(view, after), end)
    if phrase is None and clause and (draft := _as_he_says(view, number, i, after)) is not None:
        return draft
    if phrase is None or (not clause and _rule_of_law(phrase)):
        return None
    draft = Draft(cue=i, cue_end=after, sentence=number, rule="attribution", kind="before", subject="after",
                  speaker=speaker_of(view, phrase), tense="past", clause=i)  # fmt: skip
    _follow_document(view, draft, phrase, end)
    draft.stop = _past_phrase(view, max(phrase.end, draft.stop), end)
    if view.key(i).removeprefix("و") == _AS and not _closed(view, draft.stop, end):
        if not (view.char(i - 1) in ("،", ",") and _described_on(view, draft.stop, end)):
            return None  # كما أكد فلان ضرورة كذا is a report, no attribution
        draft.stop = next(k for k in range(draft.stop, end + 1) if _closed(view, k, end))
    if clause and draft.speaker is not None and view.key(i) == fold_key("كما") and i == start:
        return None  # كما أعلن at the head of a sentence goes on, it ascribes nothing
    _quoting(view, draft, end)
    return draft


def _as_he_says(view: View, number: int, i: int, after: int) -> Draft | None:
    """…، كما تقول: what a sentence tells is from her who was told of, where no report stands in it already."""
    start, end = view.sentences[number]
    forms = [f for f in cues().forms.get(view.key(after - 1), ()) if f.form.tense != "participle"]
    told = any(view.key(j) in cues().forms or view.is_that(j) for j in range(start, i))
    if not forms or told or not _closed(view, after, end) or view.char(i - 1) not in ("،", ","):
        return None
    form = forms[0].form
    return Draft(cue=i, cue_end=after, sentence=number, rule="attribution", kind="before", tense="past",
                 gender=form.gender, number=form.number, clause=i, joined=True, stop=after)  # fmt: skip


def _rule_of_law(phrase: Phrase) -> bool:
    """وفقا للقانون: what is done by a rule, and said by nobody."""
    head = phrase.parties[0].head
    return head.removeprefix("ال").removeprefix("ل") in _LAWS


def _of_the_content(view: View, i: int) -> bool:
    """إنه وفقا للبيانات: within what somebody says, it is his own appeal to a source."""
    return view.is_that(i - 1) or (bool(view.char(i - 1)) and view.is_that(i - 2))


def _cue(view: View, i: int, end: int) -> tuple[int, bool] | None:
    """The token after an attribution's cue at ``i``, and whether the cue holds a verb."""
    lexicon = cues()
    key = view.key(i)
    if key not in lexicon.attribution | lexicon.attribution_clauses:
        key = key.removeprefix("و")
    j = i + 1
    if key == _ON:  # على ما أفاد فلان
        said = view.key(j) in _WHAT and _said(view, j + 1) and not _that_near(view, j + 2, end)
        return (j + 2, True) if said else None
    if key in lexicon.attribution_clauses:
        return (j + 1, True) if _said(view, j) and not _that_near(view, j + 1, end) else None
    if key not in lexicon.attribution:
        return None
    if key == _QUOTING and view.key(j) != _FROM:
        return None
    if view.key(j) in _WHAT:
        return (j + 2, True) if _said(view, j + 1) else None
    if view.key(j) == _FROM:
        j += 1
    if view.key(j) == fold_key("إلى"):
        j += 1
    return j, False


def _closed(view: View, j: int, end: int) -> bool:
    return j >= end or bool(view.char(j))


def _described_on(view: View, j: int, end: int) -> bool:
    """Whether only more of the speaker's description follows, up to a mark (الشركة | المتخصصة بكذا)."""
    described = is_adjective(view.key(j)) and view.key(j).startswith("ال")
    described = described or (is_adjective(view.key(j - 1)) and has_b(view, j))
    if not described and view.key(j) not in _ASIDES:
        return False
    for k in range(j, min(end, j + 2 * ASIDE)):
        if view.char(k):
            return True
        if view.is_that(k) or view.key(k) in cues().forms:
            return False
    return j + 2 * ASIDE >= end


def _said(view: View, j: int) -> bool:
    """Whether a past form of a verb of saying stands at ``j``."""
    forms = cues().forms.get(view.key(j), ())
    said = cues().attribution_said
    if any(f.verb.lemma in said and f.form.tense in ("past", "present") for f in forms):
        return True
    key = view.key(j)
    return key in said or (
        key.endswith(("ت", "ته", "ه", "ها")) and (key.rstrip("هات") in said or key[:-1] in said)
    )


def _that_near(view: View, j: int, end: int) -> bool:
    """كما قال فلان إن: a report of its own, not an attribution; عن after نقل says whose words were carried."""
    carried = view.key(j - 1).removesuffix("ه") in _RELAYED
    return any(
        view.is_that(k)
        or view.char(k) == ":"
        or _quoted_at(view, k)
        or (
            view.key(k) in (_TOWARDS, _FROM)
            and not carried
            and not view.key(k - 1).startswith(_ISSUED)
        )
        for k in range(j, min(end, j + 12))
    )


def _speaker_phrase(view: View, j: int, end: int) -> Phrase | None:
    """Who follows the cue, with the proclitic ل read off (وفقا للكرملين), or in marks (بحسب "كذا")."""
    if (marked := _in_marks(view, j, end)) is not None:
        return marked
    if view.key(j).removeprefix("ل") in _SAME | _THIS and view.key(j + 1).startswith("ال"):
        j += 1  # وفقا لذات المصدر, وفق هذا البيان
    key = view.key(j)
    mention = view.mention(j)
    if mention is not None:
        width = mention.start - view.tokens[j].start
        return read_phrase(view, j, end, proclitic=width) if mention.type != "LOC" else None
    width = 1 if key.startswith("ل") and not _known_head(key) else 0
    phrase = read_phrase(view, j, end, proclitic=width)
    if phrase is None and key.startswith("ل") and _known_head(key[1:]):
        phrase = read_phrase(view, j, end, proclitic=1)
    return phrase


def _in_marks(view: View, j: int, end: int) -> Phrase | None:
    """A name that is all that stands in marks at ``j``; its end is past them."""
    quote = view.quote_of[j] if j + 1 < end and opens(view, j) else None
    close = view.at(quote.end) if quote is not None else j
    inner = read_phrase(view, j + 1, close - 1) if quote is not None else None
    if inner is None or inner.end != close - 1 or inner.parties[0].mention is None:
        return None
    return Phrase(inner.start, close, inner.parties)


def _known_head(key: str) -> bool:
    nouns = speaker_nouns()
    return key in nouns.roles or key in nouns.bodies or key in nouns.documents


def _follow_document(view: View, draft: Draft, phrase: Phrase, end: int) -> None:
    """بيان صادر عن فلان, بلاغ لمكتب فلان: who issued the document speaks."""
    party = phrase.parties[0]
    if party.kind != "document" and party.head not in speaker_nouns().documents:
        return
    draft.occasion = view.words(party.start, min(party.end, party.start + 2))
    if party.proclitic and draft.occasion:
        draft.occasion = draft.occasion[party.proclitic :]
    sent = speaker_nouns().documents.get(party.head.removeprefix("ل")) == "letter"
    issuer = issuer_of(view, party.start + 1, min(end, party.end + 8), sent=sent)
    if issuer is not None and _issued(view, party, issuer[1]):
        draft.speaker, draft.stop = issuer
        carried = any(_relays(view.key(k)) for k in range(party.start + 1, party.end + 4))
        whose = (
            read_phrase(view, draft.stop + 1, end)
            if carried and view.key(draft.stop) == _FROM
            else None
        )
        if whose is not None and draft.speaker is not None:  # لتصريحات نقلتها وكالة كذا عن فلان
            draft.relay, draft.speaker, draft.stop = (
                [draft.speaker],
                speaker_of(view, whose),
                whose.end,
            )


def _issued(view: View, party: Party, end: int) -> bool:
    """Whether who is named behind a document issued it: of figures only where he is named right there, or an
    issuing verb stands between (بيانات التجارة الخارجية لكذا are about him).
    """
    head = party.head.removeprefix("ل")
    if speaker_nouns().documents.get(head) != "study":
        return True
    near = [view.key(k) for k in range(party.start + 1, end)]
    first = view.mention(party.start + 1) is not None or near[:1] in (
        [w] for w in speaker_nouns().bodies
    )
    return first or any(key.startswith(_ISSUING) for key in near)


def issuer_of(view: View, i: int, end: int, *, sent: bool = False) -> tuple[Speaker, int] | None:
    """Who issued a document whose description goes on at ``i``, and the token after the name.

    ``sent``: it is a letter, so that who stands behind ل or إلى receives it.
    """
    for j in range(i, end):
        mention = view.mention(j)
        key = view.key(j)
        if sent and (key == _TOWARDS or (key.startswith("ل") and len(key) > 3)):
            return None
        if mention is not None and mention.type in ("PER", "ORG", "GPE"):
            width = mention.start - view.tokens[j].start
            phrase = read_phrase(view, j, end + 8, proclitic=width)
            if phrase is not None:
                return speaker_of(view, phrase), phrase.end
        width = 1 if key.startswith("ل") else 0
        if (width and key[1:] in speaker_nouns().bodies) or key in speaker_nouns().bodies:
            phrase = read_phrase(view, j, end + 8, proclitic=width)
            if phrase is not None:
                return speaker_of(view, phrase), phrase.end
        if view.char(j) or view.is_that(j):
            return None
    return None


def _past_phrase(view: View, j: int, end: int) -> int:
    """Past what still belongs to the attribution: its day, an adverb, an aside up to the comma."""
    while j < end and (view.times.get(j, 0) > j or view.key(j) in ADVERBS):
        j = max(view.times.get(j, 0), j + 1)
    if view.key(j) in _ASIDES:
        for k in range(j + 1, min(end, j + ASIDE)):
            if view.char(k) in ("،", ","):
                return k
    return j


def _quoting(view: View, draft: Draft, end: int) -> None:
    """بحسب X نقلا عن Y: Y speaks, X relays."""
    j = view.skip_comma(draft.stop)
    carried = view.key(j) == _FROM and _relays(
        view.key(draft.cue_end - 1)
    )  # وفق ما نقلت وكالة عن مصدر
    if not carried and (view.key(j) != _QUOTING or view.key(j + 1) != _FROM):
        return
    source = read_phrase(view, j + 1 + (not carried), end, generic=carried)
    if source is not None and draft.speaker is not None:
        draft.relay = [draft.speaker]
        draft.speaker = speaker_of(view, source)
        draft.stop = _past_phrase(view, source.end, end)


def _relays(key: str) -> bool:
    """Whether a word is a verb of carrying words, with an object's pronoun or without: نقلت, نقله."""
    return key in _RELAYED or key.removesuffix("ها").removesuffix("ه") in _RELAYED


def _relay(view: View, number: int, i: int) -> Draft | None:
    """نقلت وكالة X عن Y قوله إن: Y's statement, X relays it."""
    if view.key(i) not in _RELAYED:
        return None
    end = view.sentences[number][1]
    if view.key(i + 1) in _FROM_HIM:
        return _relay_of_him(view, number, i)
    marked = opens(view, i + 1)
    carrier = read_phrase(view, i + 1 + marked, end)  # ونقلت "تاس" عن فلان
    j = carrier.end if carrier is not None else i + 1
    mouth = _TO if view.key(i).removeprefix("و") in _ASCRIBED else _MOUTH
    while j < min(end, i + 25) and view.key(j) not in mouth:
        j += 1
    j += view.key(j) in mouth and view.key(j + 1) in _THIS  # عن | هذا المسؤول
    led = view.key(j) in mouth or view.key(j) in _THIS
    source = read_phrase(view, j + 1, end, generic=True) if led else None
    if source is None:
        return None
    for k in range(source.end, min(end, source.end + 25)):
        that = view.is_that(k) and not view.key(k).startswith("و")
        if _quoted_at(view, k) and k - source.end < 4:
            at = k
            break
        if view.key(k) in _HIS_SAYING or (that and view.key(k - 1) not in _OWN_THAT):
            at = k
            break
    else:
        return None
    draft = Draft(cue=at, cue_end=at + 1, sentence=number, rule="relay", subject="after", tense="past",
                  speaker=speaker_of(view, source), clause=i, joined=True)  # fmt: skip
    draft.relay = [speaker_of(view, carrier)] if carrier is not None else []
    if source.parties[0].kind == "document":
        issuer = issuer_of(view, source.start + 1, at)
        draft.speaker = issuer[0] if issuer is not None else draft.speaker
        draft.occasion = view.words(source.start, source.start + 1)
    if view.is_that(at) or _quoted_at(view, at):
        draft.cue, draft.cue_end = i, i + 1
    return _relayed_content(view, draft, at, end)


def _relay_of_him(view: View, number: int, i: int) -> Draft | None:
    """ونقلت عنه وكالة كذا قوله: the words of him who was told of before."""
    end = view.sentences[number][1]
    carrier = read_phrase(view, i + 2, end)
    at = carrier.end if carrier is not None else i + 2
    if carrier is None or view.key(at) not in _HIS_SAYING | _SAYING:
        return None
    draft = Draft(cue=at, cue_end=at + 1, sentence=number, rule="relay", tense="past", clause=i,
                  joined=True, relay=[speaker_of(view, carrier)])  # fmt: skip
    return _relayed_content(view, draft, at, end)


def _quoted_at(view: View, k: int) -> bool:
    """Whether a quotation of some words opens at ``k``."""
    quote = view.quote_of[k]
    opened = quote is not None and quote.start == view.tokens[k].start
    return quote is not None and opened and view.at(quote.end) - k > 5


def _relayed_content(view: View, draft: Draft, at: int, end: int) -> Draft | None:
    here = view.is_that(at) or _quoted_at(view, at)
    for k in range(at if here else at + 1, min(end, at + 20)):
        quote = view.quote_of[k]
        opens = quote is not None and quote.start == view.tokens[k].start
        mention = view.mention(k)
        if (
            mention is not None
            and mention.start > view.tokens[k].start
            and view.key(k).startswith("ل")
        ):
            phrase = read_phrase(view, k, end, proclitic=1)
            draft.addressee = speaker_of(view, phrase) if phrase is not None else None
        if view.is_that(k) or view.char(k) == ":":
            opened = view.quote_of[k + 1] if k + 1 < len(view.quote_of) else None
            draft.start = k + 1
            draft.spoken = opened is not None and opened.start == view.tokens[k + 1].start
            draft.kind = "that" if view.is_that(k) else ("quote" if draft.spoken else "speech")
            return draft if draft.start < end else None
        if opens:
            draft.start, draft.kind, draft.spoken = k, "quote", True
            return draft
    return None

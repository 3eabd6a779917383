"""Whom an attribution names: a speaker, a name in marks, or who issued the document that it goes by."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.model import Speaker
from riwaya.statements.adverbs import ADVERBS
from riwaya.statements.drafts import Draft
from riwaya.statements.junctures import nouns_of_media
from riwaya.statements.lexicon import speaker_nouns, words
from riwaya.statements.objects import bare_of_l, opens
from riwaya.statements.phrases import MINISTRIES, Party, Phrase, read_phrase
from riwaya.statements.references import speaker_of
from riwaya.statements.view import View
from riwaya.statements.word_kinds import is_adjective

_PRONOUNS = ("هما", "هم", "ها", "ه")
MIN_STEM = 4
"""Letters of the shortest role that a pronoun is read off."""
_SAME = frozenset(map(fold_key, ("ذات", "نفس")))
_THIS = words("clauses.this")
_ISSUING = tuple(words("frames.issuing"))
_TOWARDS, FROM = fold_key("إلى"), fold_key("عن")
RELAYED = words("frames.relayed") | words("frames.ascribed")
RELAYED |= {"و" + word for word in RELAYED}
ASIDES = words("arguments.asides")
ASIDE = 9
"""Tokens of the longest aside that is read with an attribution."""
DESCRIPTION = 30
"""Tokens of the longest relative clause about whom an attribution names."""
MAIN = words("clauses.main")
SAYINGS = words("frames.sayings")
_RELATIVE, _LATEST = words("clauses.relative_or_aside"), words("frames.latest")
_STANDS, _IN_A_TEXT = words("frames.stands"), words("frames.in_a_text")
_ON, _ON_HIS_SITE = fold_key("على"), words("frames.on_his_site")
_SEEN = words("frames.seen")
_FOR, _AS = fold_key("ل"), fold_key("كما")
_OF_A_PLACE = frozenset(map(fold_key, ("في", "على", "حول", "بشأن", "ضد", "إلى", "مع")))
_SENT_TO = frozenset(map(fold_key, ("موجه", "موجهة")))


def speaker_phrase(view: View, j: int, end: int) -> Phrase | None:
    """Who follows the cue, with the proclitic ل read off (وفقا للكرملين), or in marks (بحسب "كذا")."""
    j = _past_lead(view, j)
    if (marked := _in_marks(view, j, end)) is not None:
        return marked
    key = view.key(j)
    mention = view.mention(j)
    if mention is not None:
        width = mention.start - view.tokens[j].start
        return read_phrase(view, j, end, proclitic=width) if mention.type != "LOC" else None
    width = 1 if key.startswith("ل") and not _known_head(key) else 0
    phrase = read_phrase(view, j, end, proclitic=width)
    if phrase is None and key.startswith("ل") and _known_head(key[1:]):
        phrase = read_phrase(view, j, end, proclitic=1)
    return phrase or _his_own(view, j, end, width)


def _past_lead(view: View, j: int) -> int:
    """Past what stands before the source: وفقا لـ"كذا", وفق رأي فلان, وفقا لذات المصدر, وفق آخر حصيلة."""
    if view.key(j) == _FOR:
        j += 1
    if bare_of_l(view.key(j)) in SAYINGS or view.key(j) in SAYINGS:
        return j + 1
    same = bare_of_l(view.key(j)) in _SAME | _THIS and view.key(j + 1).startswith("ال")
    return j + (same or is_latest(view, j))


def is_latest(view: View, j: int) -> bool:
    """Whether the source is the latest of some text: وفق آخر حصيلة أوردها فلان."""
    return bare_of_l(view.key(j)) in _LATEST and view.key(j + 1) in speaker_nouns().documents


def _his_own(view: View, j: int, end: int, width: int) -> Phrase | None:
    """كما قالت محاميته: a role with a pronoun only, up to a mark."""
    if j + 1 < end and not view.char(j + 1):
        return None
    key = view.key(j)[width:]
    for pronoun in _PRONOUNS:
        stem = key.removesuffix(pronoun)
        if stem == key or len(stem) < MIN_STEM:
            continue
        roles = speaker_nouns().roles
        for head in (stem, stem[:-1] + "ه", stem[:-1] + "و"):
            if head in roles and (head == stem or stem[-1] in "تي"):
                return Phrase(j, j + 1, (Party(j, j + 1, "role", None, head, width),))
    return None


def past_stand(view: View, j: int) -> int:
    """Past في of وفق ما جاء في البيان; not of كما جاء في كذا, an aside of whoever speaks."""
    if view.key(j - 2).endswith(_AS):
        return j
    return j + (view.key(j - 1) in _STANDS and view.key(j) in _IN_A_TEXT)


def past_addressee(view: View, draft: Draft, party: Party, j: int, end: int) -> int:
    """Past whom it was told to: كما قال فلان | لبي بي سي, كما أفاد مراسلون | لوكالة كذا."""
    key, mention = view.key(j), view.mention(j)
    person = party.kind == "role" if party.mention is None else party.mention.type == "PER"
    nouns = speaker_nouns()
    if j >= end or not key.startswith("ل") or not person:
        return j
    named = mention is not None and mention.start == view.tokens[j].start + 1
    if not (named or bare_of_l(key) in nouns.bodies or key in nouns.addressees):
        return j
    phrase = read_phrase(view, j, end, proclitic=1)
    if phrase is None:
        return j + (key in nouns.addressees)
    if not nouns.roles.get(party.head, "").startswith("journalist"):
        draft.addressee = speaker_of(view, phrase)
    return phrase.end


def past_description(view: View, j: int, end: int) -> int:
    """Past what more is told of the source before the sentence that it governs: المبادرة | التي مقرها كذا، بيعت كذا."""
    comma = _comma(view, j, end)
    for k in range(j, min(comma + 3, end)):
        if begins_main(view, k):
            return k - (k > j and opens(view, k - 1))
    if comma >= end:
        return j
    k = view.skip_comma(j)
    if view.key(k) not in _RELATIVE and not _participle(view, k):
        return j
    while True:
        comma = _comma(view, k, end)
        if comma >= end:
            return j
        if view.key(comma + 1) not in _RELATIVE:
            return comma
        k = comma + 1


def begins_main(view: View, j: int) -> bool:
    """Whether فإن or فقد stands at ``j``, and no name that is spelt so (فان)."""
    return view.key(j) in MAIN and view.mention(j) is None


def _participle(view: View, j: int) -> bool:
    """Whether a definite adjective goes on about the source (الصحيفة | الصادرة الأحد), or a second field (السفر | والسياحة)."""
    key = view.key(j)
    if key.startswith("وال") and not view.char(j - 1):
        return True
    return key.startswith("ال") and not view.char(j - 1) and is_adjective(key)


def _comma(view: View, j: int, end: int) -> int:
    """The first comma from ``j`` on that stands in no quotation, ``end`` where none is near."""
    for k in range(j, min(end, j + DESCRIPTION)):
        if view.is_comma(k) and view.quote_of[k] is view.quote_of[j]:
            return k
    return end


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


def relays(key: str) -> bool:
    """Whether a word is a verb of carrying words, with an object's pronoun or without: نقلت, نقله."""
    return key in RELAYED or key.removesuffix("ها").removesuffix("ه") in RELAYED


def follow_document(view: View, draft: Draft, phrase: Phrase, end: int) -> None:
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
        draft.text = (
            view.tokens[party.start].start + party.proclitic,
            view.tokens[draft.stop - 1].end,
        )
        carried = any(relays(view.key(k)) for k in range(party.start + 1, party.end + 4))
        whose = (
            read_phrase(view, draft.stop + 1, end)
            if carried and view.key(draft.stop) == FROM
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
    if _of_a_body(view, party, end):
        return True
    first = view.mention(party.start + 1) is not None or near[:1] in (
        [w] for w in speaker_nouns().bodies
    )
    return first or any(key.startswith(_ISSUING) for key in near)


def _of_a_body(view: View, party: Party, end: int) -> bool:
    """حصيلة جديدة للمرصد, أرقام لوزارة كذا: whether figures are a body's by ل, with nothing but adjectives between."""
    for k in range(party.start + 1, end):
        key, mention = view.key(k), view.mention(k)
        begins = mention.start - view.tokens[k].start if mention is not None else -1
        named = mention is not None and mention.type == "ORG" and begins == 1
        if key.startswith("ل") and (named or bare_of_l(key) in speaker_nouns().bodies):
            return True
        if not is_adjective(key):
            return False
    return False


def _names_itself(view: View, j: int) -> bool:
    """Whether the marks that open at ``j`` hold a name and nothing else."""
    mention = view.mention(j + 1)
    return mention is not None and view.tokens[view.after(mention)].end == _close(view, j)


def _close(view: View, j: int) -> int:
    """Where the quotation that opens at ``j`` ends, in code points."""
    quote = view.quote_of[j]
    return quote.end if quote is not None else 0


def issuer_of(  # noqa: PLR0911 - one guard, one line
    view: View, i: int, end: int, *, sent: bool = False
) -> tuple[Speaker, int] | None:
    """Who issued a document whose description goes on at ``i``, and the token after the name.

    ``sent``: it is a letter, so that who stands behind ل or إلى receives it.
    """
    for j in range(i, end):
        mention = view.mention(j)
        key = view.key(j)
        if key in _SENT_TO or _told_elsewhere(view, i, j):
            return None  # رسالة موجهة لفلان, دراسة أمام البرلمان
        if opens(view, j) and j > i and _names_itself(view, j):
            continue  # أرقام نشرتها "كذا"
        received = sent and (key == _TOWARDS or (key.startswith("ل") and len(key) > 3))
        if received or key in _SEEN:
            return None  # التقرير الذي اطلعت عليه كذا
        if mention is not None and mention.type == "GPE" and view.key(j - 1) in _OF_A_PLACE:
            continue  # استطلاع للرأي في كذا: where it was made, or what it is about
        if mention is not None and mention.type in ("PER", "ORG", "GPE"):
            width = mention.start - view.tokens[j].start
            phrase = read_phrase(view, j, end + 8, proclitic=width)
            if phrase is not None:
                closed = opens(view, j - 1) and view.tokens[phrase.end - 1].end < _close(
                    view, j - 1
                )
                return speaker_of(view, phrase), phrase.end + closed
        width = 1 if key.startswith("ل") else 0
        bound = view.key(j - 1) == FROM or (j == i and not is_adjective(key))  # بيان | النائب العام
        role = bare_of_l(key) if width else key if bound else ""
        ministry = j == i and key in MINISTRIES  # بيان | الداخلية
        if (_one_man(role) or ministry) and (
            phrase := read_phrase(view, j, end + 12, proclitic=width)
        ):
            return speaker_of(view, phrase), phrase.end  # بيان للمتحدث باسم كذا فلان
        if (width and bare_of_l(key) in speaker_nouns().bodies) or key in speaker_nouns().bodies:
            phrase = read_phrase(view, j, end + 8, proclitic=width)
            if phrase is not None:
                return speaker_of(view, phrase), phrase.end
        counted = view.tokens[j].kind == "number" and j not in view.timed
        if view.char(j) or view.is_that(j) or counted:
            return None
    return None


def _told_elsewhere(view: View, i: int, j: int) -> bool:
    """Whether at ``j`` begins where, when or to whom a text was told, and not who published it: أمام البرلمان, في تغريدة."""
    if view.key(j) not in ASIDES or any(view.key(k).startswith(_ISSUING) for k in range(i, j)):
        return False
    place = view.mention(j + 1)
    seat = place is not None and place.type == "GPE"
    return not (seat or nouns_of_media(view.key(j + 1)))


def _one_man(key: str) -> bool:
    """Whether a word is a role that one holds: المتحدث, وزير."""
    role = speaker_nouns().roles.get(key, "s")
    return not role.endswith(("s", "people"))


def past_phrase(view: View, j: int, end: int) -> int:
    """Past what still belongs to the attribution: its day, an adverb, an aside up to the comma."""
    while j < end and (view.times.get(j, 0) > j or view.key(j) in ADVERBS):
        j = max(view.times.get(j, 0), j + 1)
    if view.key(j) in ASIDES:
        for k in range(j + 1, min(end, j + ASIDE)):
            if view.is_comma(k):
                return k
    if view.key(j) == _ON and view.key(j + 1) in _ON_HIS_SITE:
        j += 2  # قالت صحيفة كذا | على موقعها
        while j < end and view.key(j).startswith("ال") and view.mention(j) is None:
            j += 1
    return j

"""Whether a verb that can tell of words tells of a deed here: a court convicts, a thing shows, a body watches and counts."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.statements.adverbs import past_adverb
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import Verb, speaker_nouns, words
from riwaya.statements.objects import has_b
from riwaya.statements.phrases import Phrase
from riwaya.statements.view import View

STUDY_REACH = 80
"""Tokens back to a study that is still told of."""
_THINGS = words("phrases.things")
_BACK, _THIS = words("arguments.back"), words("clauses.this")
_WATCHING = frozenset({"observatory", "organisation", "ministry", "groups", "administration"})
"""Kinds of body that watch, count and document."""
_INQUIRING = frozenset({"organisation", "observatory", "court", "council"})
"""Kinds that look into a matter."""
_PLAYING = frozenset({"club", "company", "army", "police"})
"""Kinds that do it as a deed of their own (سجل المنتخب هدفا)."""
_CONDEMNS = frozenset(map(fold_key, ("أدان", "دان")))


def _is_court(view: View, subject: Phrase) -> bool:
    """أدانت محكمة فلانا بكذا: a conviction, which nobody says."""
    head = view.key(subject.parties[0].start)
    return speaker_nouns().bodies.get(head) == "court"


def of_a_document(view: View, draft: Draft, subject: Phrase | None) -> bool:
    """Whether the subject, behind the verb or before it, is a text or a study, or one was told of (كما أظهرت أن)."""
    if subject is not None:
        return subject.parties[0].kind == "document"
    if draft.speaker is None and draft.joined and view.is_that(draft.cue + 1):
        return _goes_on_telling(view, draft)
    return _head(draft) in speaker_nouns().documents


def _goes_on_telling(view: View, draft: Draft) -> bool:
    """Whether a study that agrees with the verb was told of in the sentences right before."""
    near = range(max(0, draft.cue - STUDY_REACH), draft.cue)
    kinds = (
        speaker_nouns().documents.get(view.key(k)) for k in near
        if view.key(k).endswith("ه") == (draft.gender == "f")
    )  # fmt: skip
    return any(kind in ("study", "report") for kind in kinds)


def acts(view: View, draft: Draft, subject: Phrase | None) -> bool:
    """Whether the subject does what the verb else tells of words: a court convicts, a thing shows, who does not
    watch does not document (كشف الحادث عن كذا, كان النزاع يتناول كذا).
    """
    verb = draft.verb
    assert verb is not None
    if verb.watch and not _watches(view, draft, subject):
        return True
    if verb.group == "discuss" and _is_thing(draft):
        return True
    if verb.group == "find" and not _inquires(view, draft, subject):
        return True
    if verb.group == "instruct" and not _instructs(view, draft, subject):
        return True
    if subject is None:
        return _a_thing_threatens(view, draft)
    convicts = verb.lemma in _CONDEMNS and _is_court(view, subject)
    return convicts or (view.key(subject.parties[0].start) in _THINGS and not verb.document)


def _a_thing_threatens(view: View, draft: Draft) -> bool:
    """تهدد الأزمة بكذا: whether what stands behind a verb in the feminine is a thing that agrees, and nobody threatened."""
    at, nouns = draft.cue + 1, speaker_nouns()
    key = view.key(at)
    known = key in nouns.bodies or key in nouns.roles or view.mention(at) is not None
    threatens = draft.verb is not None and draft.verb.group == "threaten" and draft.gender == "f"
    agrees = (
        key.startswith("ال") and view.tokens[at].text.endswith(("ة", "ات")) if threatens else False
    )
    return agrees and not known and has_b(view, at + 1)


def _instructs(view: View, draft: Draft, subject: Phrase | None) -> bool:
    """وجه الوزير بتشكيل لجنة: whether somebody who can speak directs, and nothing (وجه اتهاما بكذا) but what to do."""
    at = subject.end if subject is not None else draft.cue + 1
    at += subject is None and view.key(at) in _BACK
    past = past_adverb(view, at)
    right_there = has_b(view, past) or (view.is_comma(past) and subject is not None)
    return right_there and (subject is None or subject.parties[0].kind != "noun")


def _head(draft: Draft) -> str:
    """The head noun of who or what speaks, by the name that it goes by; أن استطلاعا is استطلاع."""
    name = draft.speaker.name if draft.speaker is not None else None
    head = fold_key(name.split()[0]) if name else ""
    return head if head in speaker_nouns().documents else head.removesuffix("ا")


def _inquires(view: View, draft: Draft, subject: Phrase | None) -> bool:
    """وجد التقرير أن, وجدت اللجنة أن: whether the subject, of a verb that is said of everybody, is a text or a body that
    inquires.
    """
    nouns = speaker_nouns()
    if subject is not None:
        party = subject.parties[0]
        head = view.key(party.start)[party.proclitic :]
    else:
        head = _head(draft)
    return nouns.bodies.get(head) in _INQUIRING or nouns.documents.get(head) in ("study", "report")


def _watches(view: View, draft: Draft, subject: Phrase | None) -> bool:
    """Whether the subject is a body that watches, counts or documents: an observatory, a ministry, a named body."""
    bodies = speaker_nouns().bodies
    if subject is None:
        name = draft.speaker.name if draft.speaker is not None else None
        return name is not None and bodies.get(fold_key(name.split()[0])) in _WATCHING
    party = subject.parties[0]
    kind = bodies.get(view.key(party.start)[party.proclitic :])
    named = party.mention is not None and party.mention.type == "ORG"
    if party.kind == "document":  # سجلت الإحصائيات وقوع كذا
        return speaker_nouns().documents.get(party.head) in ("study", "report")
    return kind in _WATCHING or (named and kind not in _PLAYING)


def by_a_thing(view: View, verb: Verb, at: int) -> bool:
    """يشجع ذلك على كذا: what follows the verb is a thing, and cannot be its object."""
    alone = view.key(at) in _THIS and not view.key(at + 1).startswith("ال")
    return alone and not verb.takes & {"np"}


def _is_thing(draft: Draft) -> bool:
    """Whether the subject before the verb is a thing, by its head."""
    name = draft.speaker.name if draft.speaker is not None else None
    return name is not None and fold_key(name.split()[0]) in _THINGS

"""Whose words they are: dropped subjects, participles, documents and pairs; nesting and the chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from riwaya.arabic.folding import fold_key
from riwaya.model import Mention, Ref, Speaker
from riwaya.statements.bounds import agrees, attach, plural
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import speaker_nouns, words
from riwaya.statements.phrases import read_phrase
from riwaya.statements.references import from_mention, group, speaker_of
from riwaya.statements.view import View

_BEFORE = words("phrases.not_a_subject_after")


NEAR = 40
"""Reports before one that its subject can go back to in its sentence."""
_HE = words("clauses.he")
_BOTH_STATES = words("phrases.both_states")
_NAMELESS = frozenset(
    {"official", "officials", "source", "sources", "eyewitness", "expert", "experts"}
)
_COMMON = frozenset({"person", "relative", "person (f)", "relative (f)", "king"})
_WHAT, _WHERE = words("clauses.what"), fold_key("حيث")
_THREE, _WITH = fold_key("الثلاثة"), fold_key("مع")


@dataclass(slots=True)
class Memory:
    """What earlier sentences leave to later ones."""

    told: list[Draft] = field(default_factory=list)
    """Main reports with a speaker, oldest first."""
    roles: dict[str, Speaker] = field(default_factory=dict)
    """The last speaker by what his description is headed with: المسؤول is the مسؤول of before."""
    titles: list[tuple[str, frozenset[str], Speaker]] = field(default_factory=list)
    """Role, words of the title, and who was named with it."""
    issuer: Speaker | None = None
    pairs: list[Speaker] = field(default_factory=list)


def resolve(view: View, drafts: Sequence[Draft]) -> None:
    """Give each draft its speaker, in text order."""
    memory = Memory()
    for number, draft in enumerate(drafts):
        near = drafts[max(0, number - NEAR) : number + 2]
        earlier = [d for d in near if d.sentence == draft.sentence and d.cue < draft.cue]
        if draft.speaker is not None:
            draft.speaker = _known(view, draft.speaker, memory)
        if draft.addressee is not None:
            draft.addressee = _known(view, draft.addressee, memory)
        if draft.speaker is None and not draft.agentless:
            draft.speaker = _missing(view, draft, earlier, memory)
            if draft.speaker is not None:
                draft.speaker = _known(view, draft.speaker, memory)
        if draft.partner is not None and draft.speaker is not None:
            draft.speaker = group([draft.speaker, draft.partner])
        if draft.relay and draft.speaker is not None:
            draft.relay = [_known(view, relay, memory) for relay in draft.relay]
        _remember(view, draft, memory)


def _missing(view: View, draft: Draft, earlier: Sequence[Draft], memory: Memory) -> Speaker | None:
    """Whose words they are where the cue names nobody: by form, then the sentence, then what came before."""
    if draft.rule == "document":
        return memory.issuer
    if not draft.finite:
        return _participles(view, draft, earlier)
    return (
        _by_form(view, draft)
        or (_within(view, draft, earlier) if draft.inside is not None else None)
        or _by_pronoun(view, draft)
        or _sibling(draft, [d for d in earlier if d.inside is None and d.finite])
        or _topic(view, draft)
        or _earlier_speaker(view, draft, memory)
    )


def _participles(view: View, draft: Draft, earlier: Sequence[Draft]) -> Speaker | None:
    draft.attached = attach(draft, earlier)
    if draft.attached is not None and draft.attached.speaker is not None:
        return draft.attached.speaker
    return _right_before(view, draft) or _sentence_subject(view, draft)


def _right_before(view: View, draft: Draft) -> Speaker | None:
    """فلان، قائلا: the person whose name ends where the participle begins."""
    end = draft.cue - 1
    if view.char(end) not in ("،", ","):
        return None
    for j in range(end - 1, max(-1, end - 5), -1):
        mention = view.mention(j)
        named = mention is not None and mention.type == "PER" and view.after(mention) == end
        if mention is not None and named and mention.start == view.tokens[j].start:
            return from_mention(mention)
    return None


def _by_form(view: View, draft: Draft) -> Speaker | None:
    """What the verb's own form tells: a dual or plural, or a clause that goes back to a name."""
    if draft.number != "s":
        both = _both_before(view, draft) or _with_another(view, draft) or _main_pair(view, draft)
        if both is not None:
            return both
    back = draft.rule.endswith(":back") and not view.is_that(draft.clause - 1)
    if back or view.key(draft.cue - 1) in _WHAT or view.key(draft.cue - 1) == _WHERE:
        return _nearest(view, draft)  # خطاب قال فيه, ما اعتبره كذا
    return None


def _within(view: View, draft: Draft, earlier: Sequence[Draft]) -> Speaker | None:
    """Inside another's content: a verb joined to one there, the pronoun's own (إن المكتب قال إنه بحث), the nearest name."""
    outer = draft.inside
    assert outer is not None
    if (other := _sibling(draft, [d for d in earlier if d.inside is outer])) is not None:
        return other
    if draft.after_that and outer.speaker is not None:
        return outer.speaker
    if outer.rule != "attribution":
        return _nearest(view, draft, outer.start) or outer.speaker
    return None


def _sibling(draft: Draft, earlier: Sequence[Draft]) -> Speaker | None:
    return next(
        (d.speaker for d in reversed(earlier) if d.speaker is not None and agrees(d, draft)), None
    )


def _topic(view: View, draft: Draft) -> Speaker | None:
    """The person whom the sentence began with, for a verb joined later in it."""
    begin = view.sentences[draft.sentence][0]
    if draft.cue <= begin + 2 or not draft.joined or draft.number != "s":
        return None
    mention = _first_subject(view, begin, draft.cue)
    types = ("ORG", "GPE", "PER") if draft.gender == "f" else ("PER",)
    return from_mention(mention) if mention is not None and mention.type in types else None


def _by_pronoun(view: View, draft: Draft) -> Speaker | None:
    """وهو ينفي: he whom the sentence began with."""
    if view.key(draft.cue - 1) not in _HE:
        return None
    mention = _first_subject(view, view.sentences[draft.sentence][0], draft.cue)
    return from_mention(mention) if mention is not None and mention.type == "PER" else None


def _both_before(view: View, draft: Draft) -> Speaker | None:
    """The two or more that a dual or plural verb goes back to: joined by و earlier in its sentence."""
    start = draft.inside.start if draft.inside is not None else view.sentences[draft.sentence][0]
    for j in range(draft.cue - 1, max(start, draft.cue - 40) - 1, -1):
        if view.key(j - 1) in speaker_nouns().roles:
            continue  # زعماء بريطانيا وفرنسا: the description begins before the names
        phrase = read_phrase(view, j, draft.cue)
        if phrase is not None and (len(phrase.parties) > 1 or phrase.parties[0].kind == "pair"):
            return speaker_of(view, phrase)
    return None


def _with_another(view: View, draft: Draft) -> Speaker | None:
    """اتصل فلان … مع فلان، وبحثا: the sentence's subject and who was with him."""
    start = view.sentences[draft.sentence][0]
    first = _first_subject(view, start, draft.cue)
    if first is None or draft.number != "d":
        return None
    for j in range(start, draft.cue):
        if view.key(j) == _WITH and (phrase := read_phrase(view, j + 1, draft.cue)) is not None:
            other = speaker_of(view, phrase)
            return group([from_mention(first), other]) if other.entity else None
    return None


def _main_pair(view: View, draft: Draft) -> Speaker | None:
    """إنهما اتفقا: the two whom the page is mostly about, where one of them is telling."""
    if draft.number != "d" or draft.inside is None or not view.is_that(draft.cue - 1):
        return None
    nobody = Speaker(entity=None, span=(view.tokens[draft.cue].start, view.tokens[draft.cue].end))
    found = _first_mentions(view, ("PER",), nobody, 2)
    return group([from_mention(m) for m in found]) if found else None


def _nearest(view: View, draft: Draft, start: int | None = None) -> Speaker | None:
    """The person named last before a clause that goes back to what he said: خطاب ألقاه فلان، قال فيه."""
    start = view.sentences[draft.sentence][0] if start is None else start
    back = draft.gender == "f" and draft.rule.endswith(":back")
    person = None if draft.gender == "f" else _last_named(view, draft, start, ("PER",))
    return person or _last_named(view, draft, start, ("ORG", "GPE") if back else ("PER", "ORG"))


def _last_named(view: View, draft: Draft, start: int, kinds: tuple[str, ...]) -> Speaker | None:
    for j in range(draft.cue - 1, max(start, draft.cue - 25) - 1, -1):
        mention = view.mention(j)
        if mention is not None and mention.type in kinds and mention.entity:
            return from_mention(mention)
    return None


def _earlier_speaker(view: View, draft: Draft, memory: Memory) -> Speaker | None:
    """The subject of the previous main report that agrees; or of what was told since, if it is a person."""
    last = next((d for d in reversed(memory.told[-60:]) if _can_be(d, draft)), None)
    if draft.verb is None or not draft.verb.run:
        since = _subject_since(view, draft, last)
        if since is not None:
            return since
    return last.speaker if last is not None else None


def _can_be(told: Draft, draft: Draft) -> bool:
    if draft.number in ("d", "p"):
        return plural(told)
    return told.gender == draft.gender and told.number == "s"


def _subject_since(view: View, draft: Draft, last: Draft | None) -> Speaker | None:
    """The subject of the sentence just before, where no report stands in it: وكان فلان قد قرر. وقال إن."""
    if last is not None and last.sentence >= draft.sentence - 1:
        return None
    if draft.sentence == 0:
        return None
    start, end = view.sentences[draft.sentence - 1]
    mention = _first_subject(view, start, min(end, start + 25))
    if mention is None or mention.type != "PER":
        return None
    return from_mention(mention)


def _first_subject(view: View, start: int, end: int) -> Mention | None:
    for j in range(start, end):
        mention = view.mention(j)
        if mention is None or mention.entity is None:
            continue
        if mention.start - view.tokens[j].start > (1 if view.key(j).startswith("و") else 0):
            return None
        return None if view.key(j - 1) in _BEFORE and j > start else mention
    return None


def _sentence_subject(view: View, draft: Draft) -> Speaker | None:
    start, end = view.sentences[draft.sentence]
    mention = _first_subject(view, start, min(end, start + 8, draft.cue))
    return from_mention(mention) if mention is not None else None


def _known(view: View, speaker: Speaker, memory: Memory) -> Speaker:
    """Who a description without a name stands for, by what came before."""
    unnamed = speaker.entity is not None and "@" in speaker.entity
    if (speaker.entity is not None and not unnamed) or speaker.name is None:
        return speaker
    head = fold_key(speaker.name.split()[0])
    nouns = speaker_nouns()
    if (
        head in nouns.documents
        and head.startswith("ال")
        and memory.issuer is not None
        and len(speaker.name.split()) <= 2
    ):
        return memory.issuer
    if head in nouns.pairs:
        return _pair(view, speaker, nouns.pairs[head], memory)
    role = _role_of(head)
    known = memory.roles.get(role) if role is not None and head.startswith("ال") else None
    known = known or _by_title(speaker, role, memory)
    if known is not None:
        return Speaker(entity=known.entity, name=known.name, names=(*known.names, speaker.name),
                       span=speaker.span, named=known.named)  # fmt: skip
    return speaker


def _role_of(head: str) -> str | None:
    """What a head noun calls somebody, men and women apart."""
    nouns = speaker_nouns()
    role = nouns.roles.get(head)
    if role is not None:
        return f"{role} (f)" if head.endswith("ه") else role
    return nouns.bodies.get(head)


def _by_title(speaker: Speaker, role: str | None, memory: Memory) -> Speaker | None:
    """رئيس الأركان العامة: the one named before whose title has most of the same words."""
    title = frozenset(map(fold_key, (speaker.name or "").split()))
    if role is None or role in _NAMELESS or len(title) < 2 or " و" in (speaker.name or ""):
        return None
    for held, words_, known in reversed(memory.titles[-20:]):
        shared = len(title & words_)
        if held == role and shared >= 2 and 2 * shared >= min(len(title), len(words_)):
            return known
    return None


def _titles(view: View, speaker: Speaker, memory: Memory) -> None:
    """Remember the titles beside a speaker's name."""
    if speaker.span is None or speaker.entity is None or not _is_person(view, speaker):
        return
    keys = [t for t in fold_key(view.text[speaker.span[0] : speaker.span[1]]).split() if t]
    for number, key in enumerate(keys):
        role = _role_of(key)
        if role is not None and role not in _COMMON:
            memory.roles[role] = speaker
            memory.titles.append((role, frozenset(keys[number:]), speaker))


def _pair(view: View, speaker: Speaker, kind: str, memory: Memory) -> Speaker:
    """The two or three that a dual stands for: the last group told of, else the first two on the page."""
    wanted = 3 if kind == "three" else 2
    if kind == "three" and _THREE not in fold_key(speaker.name or ""):
        return speaker
    states = fold_key((speaker.name or "").split()[0]) in _BOTH_STATES
    for known in reversed(memory.pairs[-20:] if not states else []):
        if (known.name or "").count(" و") + 1 == wanted:
            return _named_as(known, speaker)
    types = ("GPE",) if kind == "sides" else ("PER",)
    found = _first_mentions(view, types, speaker, wanted) or _first_mentions(
        view, ("PER",), speaker, wanted
    )
    if len(found) != wanted:
        return speaker
    return _named_as(group([from_mention(m) for m in found]), speaker)


def _named_as(known: Speaker, speaker: Speaker) -> Speaker:
    names = (*known.names, *(n for n in speaker.names if n not in known.names))
    return Speaker(
        entity=known.entity, name=known.name, names=names, span=speaker.span, named="named"
    )


def _first_mentions(
    view: View, types: tuple[str, ...], speaker: Speaker, wanted: int
) -> list[Mention]:
    """The entities of ``types`` told of before the speaker's place, the most frequent first."""
    before = speaker.span[0] if speaker.span else 0
    counts: dict[str, int] = {}
    first: dict[str, Mention] = {}
    for at_token in view.mentions.values():
        mention = at_token[0]
        if mention.type in types and mention.entity and mention.start < before + 400:
            counts[mention.entity] = counts.get(mention.entity, 0) + 1
            if mention.entity not in first or first[mention.entity].kind != "name":
                first[mention.entity] = mention
    best = sorted(counts, key=lambda entity: (-counts[entity], first[entity].start))[:wanted]
    return [first[entity] for entity in best] if len(best) == wanted else []


def _remember(view: View, draft: Draft, memory: Memory) -> None:
    speaker = draft.speaker
    if speaker is None or draft.rule == "headline":
        return
    if (draft.occasion and fold_key(draft.occasion.split()[0]) in speaker_nouns().documents) or (
        draft.inside is None
        and draft.finite
        and draft.rule != "attribution"
        and _is_body(view, speaker)
    ):
        memory.issuer = speaker
    if draft.relay:
        memory.issuer = draft.relay[-1]
    if speaker.span is not None:
        head = fold_key(view.text[speaker.span[0] : speaker.span[1]].split()[0])
        role = _role_of(head)
        if role is not None:
            memory.roles[role] = speaker
        _titles(view, speaker, memory)
    if " و" in (speaker.name or ""):
        memory.pairs.append(speaker)
    if (
        draft.inside is None
        and draft.finite
        and (draft.rule != "attribution" or _is_person(view, speaker))
    ):
        memory.told.append(draft)


def _is_person(view: View, speaker: Speaker) -> bool:
    """Whether a speaker was read from a person's name."""
    if speaker.span is None:
        return False
    low, high = view.at(speaker.span[0]), view.at(speaker.span[1])
    found = (view.mention(j) for j in range(low, max(high, low + 1)))
    return any(m is not None and m.type == "PER" and m.kind == "name" for m in found)


def _is_body(view: View, speaker: Speaker) -> bool:
    """Whether a speaker is a body, which issues statements, by the mention or noun that it was read from."""
    if speaker.span is None:
        return False
    mention = view.mention(view.at(speaker.span[0]))
    if mention is not None:
        return mention.type == "ORG"
    head = fold_key(view.text[speaker.span[0] : speaker.span[1]].split()[0])
    return head in speaker_nouns().bodies


def chain_of(draft: Draft) -> tuple[Ref, ...]:
    """The reporters named for a statement, outermost first, its speaker last."""
    way = [draft]
    while (outer := way[-1].inside) is not None:
        way.append(outer)
    links: dict[str, Ref] = {}
    for one in reversed(way):
        for speaker in (*one.relay, one.speaker):
            if speaker is not None:
                ref = Ref(entity=speaker.entity, name=speaker.name, names=speaker.names)
                links.setdefault(speaker.key, ref)
    return tuple(links.values())

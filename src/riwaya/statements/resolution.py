"""Whose words they are: dropped subjects, participles, documents and pairs; nesting and the chain."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from riwaya.arabic.folding import fold_key
from riwaya.model import Ref, Speaker
from riwaya.statements.acting import acted
from riwaya.statements.agreement import agrees, attach, in_reach, plural, sibling
from riwaya.statements.ascription import past_dateline
from riwaya.statements.directed import said_instead
from riwaya.statements.drafts import Draft
from riwaya.statements.last_resorts import (
    begun,
    once_more,
    source,
    told_just_before,
    whoever_went_on,
)
from riwaya.statements.lexicon import cues, speaker_nouns, words
from riwaya.statements.mainclause import clause_subject, main_subject, several_before
from riwaya.statements.memory import (
    LAWS,
    Memory,
    recall,
    remember,
    sole_holder,
    titles_ahead,
)
from riwaya.statements.nearest import (
    both_before,
    first_subject,
    main_pair,
    nearest,
    nearest_person,
    posted,
    said_of_it,
    with_another,
)
from riwaya.statements.nested import within
from riwaya.statements.objects import NOUNS_OF_SAYING
from riwaya.statements.phrases import read_phrase
from riwaya.statements.pronouns import but_he, by_pronoun, topic
from riwaya.statements.references import from_mention, group, speaker_of
from riwaya.statements.texts import is_a_text, issuer_told, where_texts_speak
from riwaya.statements.view import View
from riwaya.statements.word_kinds import is_noun_in_the_dual

NEAR = 40
"""Reports before one that its subject can go back to in its sentence."""
_THIS = words("clauses.this")
_RELATIVE = words("clauses.relative")
_WHAT, _WHERE = words("clauses.what"), fold_key("حيث")
_BUT_HE = words("clauses.but_he")


def resolve(view: View, drafts: Sequence[Draft], *, trace: bool = False) -> None:
    """Give each draft its speaker, in text order; with ``trace``, who else it could be."""
    memory = Memory()
    for number, draft in enumerate(drafts):
        near = drafts[max(0, number - NEAR) : number + 2]
        earlier = [
            d for d in near if d.sentence == draft.sentence and d.cue < draft.cue and not d.aside
        ]
        if (said := draft.speaker) is not None:
            draft.speaker = recall(view, said, memory)
            draft.text = draft.text or (said.span if is_a_text(said, draft.speaker) else None)
        if (instead := said_instead(view, draft, earlier, memory)) is not None:
            draft.addressee, draft.speaker = draft.speaker, instead
            draft.subject, draft.way = "dropped", "sibling"
        if draft.addressee is not None:
            draft.addressee = recall(view, draft.addressee, memory)
        draft.agentless = draft.agentless or _asked_of_them(view, draft)
        if draft.speaker is None and not draft.agentless:
            draft.speaker = _missing(view, draft, earlier, memory, trace=trace)
            if draft.speaker is not None:
                draft.speaker = recall(view, draft.speaker, memory)
        if draft.partner is not None and draft.speaker is not None:
            if draft.kind == "np" and view.key(draft.start) in NOUNS_OF_SAYING:
                draft.addressee = draft.partner  # he agrees with what another said
            else:
                draft.speaker = group([draft.speaker, draft.partner])
        if draft.relay and draft.speaker is not None:
            draft.relay = [recall(view, relay, memory) for relay in draft.relay]
        draft.aside = draft.aside or _within_a_subject(draft, near)
        remember(view, draft, memory)
    headline_roles(view, drafts)
    where_texts_speak(drafts)


def headline_roles(view: View, drafts: Sequence[Draft]) -> None:
    """جنرال أميركي: كذا, in a title: the one person of the page whom his title calls so."""
    titles: list[tuple[str, frozenset[str], Speaker]] | None = None
    for draft in drafts:
        speaker = draft.speaker
        if draft.rule != "headline" or speaker is None or "@" not in (speaker.entity or ""):
            continue
        titles = titles_ahead(view) if titles is None else titles
        draft.speaker = sole_holder(speaker, titles) or speaker


def _missing(
    view: View, draft: Draft, earlier: Sequence[Draft], memory: Memory, *, trace: bool
) -> Speaker | None:
    """Whose words they are where the cue names nobody: the first of the ways that leads to somebody.

    ``trace``: keep on the draft who else the further ways lead to.
    """
    found: Speaker | None = None
    for way, find in _ways(view, draft, earlier, memory):
        speaker = find()
        if speaker is None:
            continue
        if found is None:
            found, draft.way = speaker, way
            if not trace:
                return found
        elif speaker.key not in {found.key, *(other.key for _, other in draft.others)}:
            draft.others.append((way, speaker))
    return found


def _ways(
    view: View, draft: Draft, earlier: Sequence[Draft], memory: Memory
) -> Iterator[tuple[str, Callable[[], Speaker | None]]]:
    """How a speaker that the cue does not name may be found: by form, then the sentence, then what came before."""
    if draft.rule == "document":
        yield "issuer", lambda: _issuer(view, draft, memory)
        yield "document", lambda: _itself(view, draft)
        return
    if not draft.finite:
        yield "participle", lambda: _participles(view, draft, earlier, memory)
        yield "goes on", lambda: _carried_on(view, draft, memory)
        yield "earlier", lambda: told_just_before(view, draft, memory)
        return
    outer = draft.inside
    if draft.rule == "noun:back" and draft.number == "p":  # …، مع تأكيدهم أن
        yield "sibling", lambda: sibling(draft, earlier)
    yield "again", lambda: once_more(view, draft, earlier)
    yield "form", lambda: _by_form(view, draft, earlier)
    if outer is not None:
        yield "within", lambda: within(view, draft, earlier)
    if draft.number == "p" and outer is not None and outer.spoken:
        return  # "they say": who, is not told
    yield "pronoun", lambda: by_pronoun(view, draft)
    yield "but he", lambda: but_he(view, draft)
    yield "sibling", lambda: sibling(draft, [d for d in earlier if d.inside is None and d.finite])
    yield "topic", lambda: topic(view, draft)
    if view.key(draft.cue - 1) in _BUT_HE:  # the writer goes by sense: أعلنت القيادة كذا لكنه أقر
        yield (
            "but he",
            lambda: next((d.speaker for d in reversed(earlier) if d.finite and d.speaker), None),
        )
    yield "earlier", lambda: _earlier_speaker(view, draft, memory)
    yield "source", lambda: source(draft, memory)
    yield "inner", lambda: whoever_went_on(draft, memory)
    yield "begun", lambda: begun(view, draft)


def _within_a_subject(draft: Draft, near: Sequence[Draft]) -> bool:
    """قال الوزير الذي أعلن الرئيس تعيينه إن كذا: whether a report stands between another's cue and its words."""
    return any(
        other.cue < draft.cue < other.start and draft.start < other.start
        for other in near
        if other is not draft and other.sentence == draft.sentence and other.finite
    )


def _asked_of_them(view: View, draft: Draft) -> bool:
    """قال سكان إنه طلب منهم كذا: of several whose words they are, the "he" is nobody who was named."""
    outer = draft.inside
    if outer is None or draft.subject != "dropped" or not draft.finite or draft.number != "s":
        return False
    his = view.is_that(draft.cue - 1) and view.key(draft.cue - 1).endswith("ه")
    masculine = draft.gender == "m" and outer.gender == "m"
    together = outer.partner is not None or (outer.verb is not None and outer.verb.partner)
    return his and masculine and outer.number == "s" and plural(outer) and not together


def _issuer(view: View, draft: Draft, memory: Memory) -> Speaker | None:
    """Who issued the text: by what was told of it, or whoever issued one last; a law or a decision is no one's so."""
    head = fold_key(draft.occasion or "")
    told = issuer_told(view, head, view.tokens[draft.cue].start) if head.startswith("ال") else None
    text = told or memory.texts.get(head.removeprefix("ال"))
    law = head.removeprefix("ال") in LAWS
    return text if text is not None or law else memory.issuer


def _itself(view: View, draft: Draft) -> Speaker | None:
    """جاء في المذكرة: a text that nobody is named for speaks for itself."""
    name = draft.occasion or ""
    if not name.startswith("ال"):
        return None
    span = view.span(draft.cue + 2, draft.cue + 3)
    return Speaker(entity=None, name=name, names=(name,), span=span, named="role")


def _participles(  # noqa: PLR0911 - one guard, one line
    view: View, draft: Draft, earlier: Sequence[Draft], memory: Memory
) -> Speaker | None:
    draft.attached = attach(draft, in_reach(view, draft, earlier))
    outer = draft.inside
    if outer is not None and outer is draft.attached and not agrees(outer, draft):
        phrase = read_phrase(view, outer.start, draft.cue)  # … أن المصدر صحح قوله قائلا
        return speaker_of(view, phrase) if phrase is not None else outer.speaker
    if draft.number == "p" and draft.attached is not None and not agrees(draft.attached, draft):
        many = several_before(view, draft.cue, view.sentences[draft.sentence][0])
        if many is not None:
            return speaker_of(view, many)  # وبدأ نشطاء حملة، قائلين
    if draft.attached is not None and draft.attached.speaker is not None:
        return draft.attached.speaker
    if draft.attached is None and (source := _ascribed_to(view, draft, earlier)) is not None:
        return source
    alike = [d for d in earlier if not d.finite and d.inside is draft.inside]
    if draft.joined and (same := sibling(draft, alike)) is not None:
        return same  # رد فلان، مؤكدا كذا، ومجددا كذا
    clause = clause_subject(view, draft.cue, view.sentences[draft.sentence][0], draft.gender)
    if clause is not None and draft.number != "p":
        return speaker_of(view, clause)
    beside = _right_before(view, draft)
    if beside is None and (begun := _gone_on(view, draft, memory)) is not None:
        return begun
    return beside or _sentence_subject(view, draft)


def _ascribed_to(view: View, draft: Draft, earlier: Sequence[Draft]) -> Speaker | None:
    """…، كما قال المدير، داعيا إلى كذا: who the clause before is ascribed to, right before the participle."""
    source = next((d for d in reversed(earlier) if d.rule == "attribution"), None)
    if source is None or source.speaker is None or source.inside is not draft.inside:
        return None
    span = source.speaker.span
    if span is None or view.skip_comma(view.at(span[1])) != draft.cue or draft.number != "s":
        return None
    hers = view.text[slice(*span)].split()[0].endswith("ة")
    return source.speaker if hers == (draft.gender == "f") else None


def _gone_on(view: View, draft: Draft, memory: Memory) -> Speaker | None:
    """واستطردت بالحديث عن كذا، لافتة إلى كذا: the sentence goes on with who spoke in the one before, by its verb."""
    start = view.sentences[draft.sentence][0]
    first = view.key(start)
    forms = cues().forms.get(first.removeprefix("و"), ()) if first.startswith("و") else ()
    goes_on = any(f.verb.run and f.form.gender == draft.gender for f in forms)
    last = memory.told[-1] if memory.told and goes_on else None
    return last.speaker if last is not None and agrees(last, draft) else None


def _carried_on(view: View, draft: Draft, memory: Memory) -> Speaker | None:
    """… . مضيفا أن: a participle that a sentence begins with goes on from the report before it."""
    begin = view.sentences[draft.sentence][0]
    follows = view.key(begin + 1) in _THIS or draft.cue == begin  # وجاء ذلك في كذا، مؤكدا
    if not follows or not memory.told:
        return None
    last = memory.told[-1]
    return last.speaker if draft.sentence - last.sentence == 1 and agrees(last, draft) else None


def _right_before(view: View, draft: Draft) -> Speaker | None:
    """فلان، قائلا: the person whose name ends where the participle begins."""
    end = draft.cue - 1
    if not view.is_comma(end) or draft.number == "p":
        return None
    for j in range(end - 1, max(-1, end - 5), -1):
        mention = view.mention(j)
        named = mention is not None and mention.type == "PER" and view.after(mention) == end
        if mention is not None and named and mention.start == view.tokens[j].start:
            return from_mention(mention)
    return None


def _by_form(  # noqa: PLR0911 - one guard, one line
    view: View, draft: Draft, earlier: Sequence[Draft]
) -> Speaker | None:
    """What the verb's own form tells: a dual or plural, or a clause that goes back to a name."""
    if draft.number != "s":
        both = both_before(view, draft) or with_another(view, draft) or main_pair(view, draft)
        if both is not None:
            return both
        start = view.sentences[draft.sentence][0]
        if draft.number == "p" and (many := several_before(view, draft.cue, start)) is not None:
            return speaker_of(view, many)
        acting = acted(view, start, draft.cue, draft.gender, draft.number)
        if acting is not None and draft.inside is None:
            return speaker_of(view, acting)
    back = draft.rule.endswith(":back") and not view.is_that(draft.clause - 1)
    where = view.key(draft.cue - 1) == _WHERE and not back
    main = [d for d in earlier if d.inside is draft.inside and d.finite] if where else []
    if where and (same := sibling(draft, main)) is not None:
        return same  # أشار فلان إلى كذا، حيث قال
    if where and draft.gender == "m":
        return nearest_person(view, draft)
    if back or view.key(draft.cue - 1) in _WHAT or view.key(draft.cue - 1) == _WHERE:
        sent, by_him = posted(view, draft) if back else (None, False)
        if by_him:
            return None  # إذ كتب رسالة إلى فلان يشدد فيها: he who was told of before
        if sent is not None and sent.entity is not None:
            return sent
        return nearest(view, draft) or sent  # خطاب قال فيه, ما اعتبره كذا
    return _main_calls_it(view, draft, earlier) or said_of_it(view, draft)


def _main_calls_it(view: View, draft: Draft, earlier: Sequence[Draft]) -> Speaker | None:
    """هاجمت الوزارة القرار الذي وصفته بأنه كذا: whom the sentence's main clause is about, where none speaks before."""
    called = draft.verb is not None and fold_key("ب") in draft.verb.marker
    called = called and view.key(draft.cue - 1) in _RELATIVE
    if not called or earlier or not view.key(draft.cue).endswith(("ه", "ها", "هم")):
        return None
    main = main_subject(view, view.sentences[draft.sentence][0], draft.cue, draft.gender)
    return speaker_of(view, main) if main is not None else None


def _earlier_speaker(view: View, draft: Draft, memory: Memory) -> Speaker | None:
    """The subject of the previous main report that agrees; or of what was told since, if it is a person."""
    last = next((d for d in reversed(memory.told[-60:]) if _can_be(d, draft)), None)
    if draft.number == "p" and draft.verb is not None and draft.verb.run and memory.told:
        nearest_told = memory.told[-1]  # وقالت الأسرة كذا. وأضافوا
        last = nearest_told if draft.sentence - nearest_told.sentence == 1 else last
    if draft.number == "s" and (draft.verb is None or not draft.verb.run):
        since = _subject_since(view, draft, memory.told[-1] if memory.told else None)
        if since is not None:
            return since
    return last.speaker if last is not None else None


def _can_be(told: Draft, draft: Draft) -> bool:
    if draft.number == "d":
        return told.number == "d" or _two(told)
    if draft.number == "p":
        return plural(told)
    return told.gender == draft.gender and told.number == "s"


def _two(told: Draft) -> bool:
    """Whether the subject of a report is two by its words (فلان وفلان, الجانبان)."""
    name = told.speaker.name if told.speaker is not None else None
    head = fold_key(name.split()[0]) if name else ""
    pair = head in speaker_nouns().pairs or (head.endswith("ان") and is_noun_in_the_dual(head))
    return name is not None and (pair or name.count(" و") == 1)


def _subject_since(view: View, draft: Draft, last: Draft | None) -> Speaker | None:
    """The subject of the sentence just before, where no report stands in it: وكان فلان قد قرر. وقال إن."""
    if last is not None and last.sentence >= draft.sentence - 1:
        return None
    if draft.sentence == 0:
        return None
    start, end = view.sentences[draft.sentence - 1]
    mention = first_subject(view, start, min(end, start + 25))
    far = mention is not None and view.at(mention.start) > start + 2
    if mention is not None and mention.type == "PER" and not (draft.gender == "f" and far):
        return from_mention(mention)  # not استنكرت التنسيقية اعتقال رئيسها فلان. وقالت إن
    if last is not None and draft.gender == "m":
        return None  # he is whoever spoke before, more likely than a body
    return _body_since(view, draft, start, end)


def _body_since(view: View, draft: Draft, start: int, end: int) -> Speaker | None:
    """أوقفت الشرطة فلانا. وقالت إن: the body that the sentence's first verb has for its subject."""
    first = view.key(start).removeprefix("و")
    if view.mention(start) is not None or (first.endswith("ت") != (draft.gender == "f")):
        return None
    phrase = read_phrase(view, start + 1, end)
    party = phrase.parties[0] if phrase is not None else None
    if phrase is None or party is None or len(phrase.parties) > 1 or first.startswith("ال"):
        return None
    body = party.kind == "body" or (party.mention is not None and party.mention.type == "ORG")
    if party.mention is not None and party.mention.type == "GPE" and party.mention.kind == "name":
        return speaker_of(view, phrase) if draft.gender == "f" else None  # اعتقلت روسيا. وقالت
    feminine = view.tokens[party.start].text.endswith(("ة", "ات"))
    return speaker_of(view, phrase) if body and feminine == (draft.gender == "f") else None


def _sentence_subject(view: View, draft: Draft) -> Speaker | None:
    start, end = view.sentences[draft.sentence]
    start = past_dateline(view, start, draft.cue)
    if draft.number == "p" and (many := several_before(view, draft.cue, start)) is not None:
        return speaker_of(view, many)
    acting = acted(view, start, draft.cue, draft.gender, draft.number)
    if acting is not None:
        return speaker_of(view, acting)
    mention = first_subject(view, start, min(end, start + 8, draft.cue))
    if mention is not None and (draft.number != "p" or mention.type != "GPE"):
        return from_mention(mention)
    main = main_subject(view, start, min(end, draft.cue), draft.gender)
    return speaker_of(view, main) if main is not None and draft.number != "p" else None


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

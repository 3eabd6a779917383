"""What earlier sentences leave to later ones: who spoke, by which title, with whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from riwaya.arabic.folding import fold_key
from riwaya.model import Mention, Speaker
from riwaya.names.registry import registry
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import speaker_nouns, words
from riwaya.statements.phrases import LONGEST, MINISTRIES, read_phrase
from riwaya.statements.references import from_mention, group
from riwaya.statements.texts import issuer_told
from riwaya.statements.view import View

LAWS = words("frames.laws")
_THREE = fold_key("الثلاثة")
_BOTH_STATES = words("phrases.both_states")
_NAMELESS = frozenset(
    {"official", "officials", "source", "sources", "eyewitness", "expert", "experts"}
)
_STATES = frozenset(w.removeprefix("ال") for w in words("phrases.states_of_office"))
_COMMON = frozenset({"person", "relative", "person (f)", "relative (f)", "king"})


_WORD = re.compile(r"\w+")
_SMALL = frozenset(map(fold_key, ("باسم", "في", "من", "لدى", "عن", "و", "،")))
_NISBA = ("ي", "يه", "يون", "يين")
_MANY = frozenset(
    {"people", "person", "person (f)", "workers", "relative", "relative (f)", "artists", "coach", "organisation",
     "administration", "groups", "side", "envoy", "cleric", "coach (f)", "envoy (f)", "lawyer", "residents"}
)  # fmt: skip
_MEDIA = frozenset({"agency", "newspaper", "channel"})
_KINDS = frozenset({"organisation", "company", "party"}) | _MEDIA
"""Kinds of body whose names often do not tell them (أمازون is الشركة, الأمم المتحدة is المنظمة)."""
_OF_OTHERS = frozenset(map(fold_key, ("التقارير", "الأنباء", "الأخبار", "الشائعات", "الإشاعات")))
_STATE = frozenset(map(fold_key, ("المملكة", "السلطنة", "الجمهورية")))
_TITLE = tuple[str, frozenset[str], Speaker]


@dataclass(slots=True)
class Memory:
    """What earlier sentences leave to later ones."""

    told: list[Draft] = field(default_factory=list)
    """Main reports with a speaker, oldest first."""
    roles: dict[str, list[tuple[Speaker, frozenset[str]]]] = field(default_factory=dict)
    """Speakers by what their description is headed with, and its words: المسؤول is the مسؤول of before."""
    ahead: list[_TITLE] | None = None
    """Titles with names anywhere on the page, once they are needed."""
    titles: list[_TITLE] = field(default_factory=list)
    """Role, words of the title, and who was named with it."""
    issuer: Speaker | None = None
    texts: dict[str, Speaker] = field(default_factory=dict)
    """Who issued a text told of before, by its noun: who said something in تقرير is whom التقرير is from."""
    pairs: list[Speaker] = field(default_factory=list)
    source: Draft | None = None
    """The last attribution to a body or to somebody unnamed."""
    inner: Draft | None = None
    """The last report with a speaker within another's."""


def recall(  # noqa: PLR0911 - one guard, one line
    view: View, speaker: Speaker, memory: Memory
) -> Speaker:
    """Who a description without a name stands for, by what came before."""
    unnamed = speaker.entity is not None and "@" in speaker.entity
    if (speaker.entity is not None and not unnamed) or speaker.name is None:
        return speaker
    head = fold_key(speaker.name.split()[0])
    nouns = speaker_nouns()
    known_text = head.startswith("ال") and len(speaker.name.split()) <= 2
    own_text = nouns.documents.get(head) == "statement" and len(speaker.name.split()) <= 3
    own_text = own_text and fold_key(" ".join(speaker.name.split()[1:2])).startswith("ال")
    if head in nouns.documents and (known_text or own_text):
        nobodys = nouns.documents[head] == "study" or head.removeprefix("ال") in LAWS
        if head in _OF_OTHERS:  # التقارير are no one body's
            return _texts_of_others(head, memory) or speaker
        last = memory.issuer if not nobodys else None
        told = issuer_told(view, head, speaker.span[0]) if known_text and speaker.span else None
        text = told or memory.texts.get(head.removeprefix("ال"), last)
        return speaker if text is None else text  # البيان, بيان الانسحاب
    if (state := _the_state(view, speaker.name, memory)) is not None:
        return state
    if head in nouns.pairs:
        return _pair(view, speaker, nouns.pairs[head], memory)
    role = "ministry" if head in MINISTRIES else _role_of(head)
    again = head.startswith("ال") or head.endswith("نا")  # مراسلنا
    bound = fold_key(" ".join(speaker.name.split()[1:2]))
    construct = not again and bound.startswith("ال") and role in _MANY  # رجل الأعمال
    held = memory.roles.get(role, []) if role is not None and (again or construct) else []
    if construct:
        held = [(who, title) for who, title in held if bound.removeprefix("ال") in title]
    if role in _MANY:  # one of these is no other of them: by the noun itself
        held = [(who, title) for who, title in held if _stem(head) in set(map(_stem, title))]
    known = next((who for who, title in reversed(held) if _can_be_held(speaker, title)), None)
    known = known or _by_title(view, speaker, role, memory) or _by_kind(view, speaker, role, memory)
    if known is not None:
        return Speaker(entity=known.entity, name=known.name, names=(*known.names, speaker.name),
                       span=speaker.span, named=known.named)  # fmt: skip
    return speaker


def _texts_of_others(head: str, memory: Memory) -> Speaker | None:
    """تقارير إعلامية before التقارير: the texts of several that were told to speak so before."""
    bare = head.removeprefix("ال")
    told = (d.speaker for d in reversed(memory.told[-8:]) if d.speaker is not None)
    return next((s for s in told if _first_word(s.name or "") == bare), None)


def _title_words(text: str) -> frozenset[str]:
    """The words of a description that tell whose it is: folded, without the article and small words."""
    bare = (key.removeprefix("ال") for key in map(fold_key, text.replace('"', " ").split()))
    return frozenset(key for key in bare if key not in _SMALL)


def _can_be_held(speaker: Speaker, title: frozenset[str]) -> bool:
    """المندوب الروسي is not المندوب البريطاني: adjectives of country or field must not part them."""
    mine = {word for word in _title_words(speaker.name or "") if _says_whose(word)}
    theirs = {word for word in title if _says_whose(word)}
    apart = {word.removesuffix("ه") for word in mine} & {word.removesuffix("ه") for word in theirs}
    return bool(apart) or not (mine and theirs)


def _says_whose(word: str) -> bool:
    """Whether a word of a title is an adjective of country or field, and no إلى or دي."""
    return len(word) > 3 and word.endswith(_NISBA)


def _first_word(text: str) -> str:
    """The first word of a description, folded; a mark that is glued to it left out (صحيفة"كذا")."""
    found = _WORD.search(text)
    return fold_key(found.group()) if found is not None else ""


def _stem(word: str) -> str:
    """A noun without the article and the ending of number or gender."""
    bare = word.removeprefix("ال")
    return next((bare.removesuffix(end) for end in ("ون", "ين", "ه") if bare.endswith(end)), bare)


def _role_of(head: str) -> str | None:
    """What a head noun calls somebody, men and women apart."""
    nouns = speaker_nouns()
    role = nouns.roles.get(head)
    if role is not None:
        return f"{role} (f)" if head.endswith("ه") else role
    return nouns.bodies.get(head)


def _by_title(view: View, speaker: Speaker, role: str | None, memory: Memory) -> Speaker | None:
    """رئيس الأركان العامة: the one named before, or later on the page, whose title has the same words."""
    title = _title_words(speaker.name or "")
    if role is None or role in _NAMELESS or len(title) < 2 or " و" in (speaker.name or ""):
        return None
    if (known := _titled(memory.titles[-20:], role, title)) is not None:
        return known
    if memory.ahead is None:
        memory.ahead = titles_ahead(view)
    return _titled(memory.ahead, role, title)


def _by_kind(view: View, speaker: Speaker, role: str | None, memory: Memory) -> Speaker | None:
    """المنظمة after الأمم المتحدة, الشركة after أمازون: the body that spoke last by a name which does not tell its kind."""
    name = fold_key(speaker.name or "")
    if role not in _KINDS or not name.startswith("ال") or " " in name:
        return None
    for told in reversed(memory.told[-8:]):
        other = told.speaker
        if other is None or other.span is None or other.entity is None or "@" in other.entity:
            continue
        mention = view.mention(view.at(other.span[0]))
        head = _first_word(view.text[other.span[0] : other.span[1]])
        known = registry().entity(other.entity)
        medium = known is not None and known.kind in ("agency", "outlet")
        named = mention is not None and mention.type == "ORG" and _role_of(head) is None
        if named and medium == (role in _MEDIA):
            return other
    return None


def _the_state(view: View, name: str, memory: Memory) -> Speaker | None:
    """المملكة: the state that spoke last."""
    if fold_key(name) not in _STATE:
        return None
    for told in reversed(memory.told[-8:]):
        other = told.speaker
        mention = view.mention(view.at(other.span[0])) if other is not None and other.span else None
        if mention is not None and mention.type == "GPE":
            return other
    return None


def _titled(titles: list[_TITLE], role: str, title: frozenset[str]) -> Speaker | None:
    for held, words_, known in reversed(titles):
        shared = len((title & words_) - _STATES)
        if held == role and shared >= 2 and (
            shared == min(len(title), len(words_)) or 3 * shared >= 2 * max(len(title), len(words_))
        ):  # fmt: skip
            return known
    return None


def sole_holder(speaker: Speaker, titles: list[_TITLE]) -> Speaker | None:
    """The only person of the page with a title of the same role, of no other country or field; None where there are more."""
    head = fold_key((speaker.name or "").split()[0]) if speaker.name else ""
    role = speaker_nouns().roles.get(head)
    if role is None or role in _NAMELESS or role in _MANY:
        return None
    fit = {
        who.key: who for held, title, who in titles if held == role and _can_be_held(speaker, title)
    }
    if len(fit) != 1:
        return None
    who = next(iter(fit.values()))
    return Speaker(
        entity=who.entity,
        name=who.name,
        names=(*who.names, speaker.name or ""),
        span=speaker.span,
        named=who.named,
    )


def _named_just_before(view: View, i: int) -> Speaker | None:
    """The person whose name ends right before ``i``, or before the comma there."""
    end = i - 1 if view.is_comma(i - 1) else i
    for j in range(max(0, end - 5), end):
        mention = view.mention(j)
        if (
            mention is not None
            and mention.type == "PER"
            and mention.kind == "name"
            and view.after(mention) == end
        ):
            return from_mention(mention)
    return None


def titles_ahead(view: View) -> list[_TITLE]:
    """Every title that stands beside a name on the page."""
    found: list[_TITLE] = []
    for i, key in enumerate(view.keys):
        if key not in speaker_nouns().roles:
            continue
        phrase = read_phrase(view, i, min(len(view.tokens), i + LONGEST + 6))
        party = phrase.parties[0] if phrase is not None else None
        named = party is not None and party.kind == "mention" and party.mention is not None
        if party is None or not named or party.mention is None or party.mention.kind != "name":
            continue
        role = _role_of(key)
        if role is not None and role not in _COMMON and party.mention.type == "PER":
            if (
                owner := _named_just_before(view, i)
            ) is not None:  # فلان المتحدث باسم الأمين العام فلان
                found.append((role, _title_words(view.words(i, phrase.end)), owner))  # type: ignore[union-attr]
                continue
            before = view.words(i, max(view.at(party.mention.start), i + 1))
            found.append((role, _title_words(before), from_mention(party.mention)))
    return found


def _titles(view: View, speaker: Speaker, memory: Memory) -> None:
    """Remember the titles beside a speaker's name."""
    if speaker.span is None or speaker.entity is None or not _is_person(view, speaker):
        return
    written = re.sub("[،,]", " ", view.text[speaker.span[0] : speaker.span[1]]).split()
    own = _title_words(speaker.name or "")
    for number, word in enumerate(written):
        role = _role_of(fold_key(word)) if fold_key(word) in speaker_nouns().roles else None
        if role is not None and role not in _COMMON:
            title = _title_words(" ".join(written[number:])) - own
            memory.roles.setdefault(role, []).append((speaker, title))
            memory.titles.append((role, title, speaker))


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
    found = first_mentions(view, types, speaker, wanted) or first_mentions(
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


def _may_be_side(mention: Mention) -> bool:
    """Whether a place is one that speaks: a state, and no town or province that is known for one."""
    known = registry().entity(mention.entity or "") if mention.type == "GPE" else None
    return mention.type != "GPE" or (known is not None and known.kind == "state")


def first_mentions(
    view: View, types: tuple[str, ...], speaker: Speaker, wanted: int
) -> list[Mention]:
    """The entities of ``types`` told of before the speaker's place, the most frequent first."""
    before = speaker.span[0] if speaker.span else 0
    counts: dict[str, int] = {}
    first: dict[str, Mention] = {}
    for at_token in view.mentions.values():
        mention = at_token[0]
        if (
            mention.type in types
            and mention.entity
            and _may_be_side(mention)
            and mention.start < before + 400
        ):
            counts[mention.entity] = counts.get(mention.entity, 0) + 1
            if mention.entity not in first or first[mention.entity].kind != "name":
                first[mention.entity] = mention
    best = sorted(counts, key=lambda entity: (-counts[entity], first[entity].start))[:wanted]
    return [first[entity] for entity in best] if len(best) == wanted else []


def remember(view: View, draft: Draft, memory: Memory) -> None:
    """Keep what a settled report leaves to later ones: its speaker by role and title, its text, its relays."""
    speaker = draft.speaker
    if speaker is None or draft.rule == "headline":
        return
    main = draft.inside is None and (draft.finite or _alone(draft)) and not draft.aside
    of_a_text = _of_a_text(draft, speaker, memory)
    if of_a_text or (main and draft.rule != "attribution" and _is_body(view, speaker)):
        memory.issuer = speaker
    if draft.relay and not of_a_text:
        memory.issuer = draft.relay[-1]
    for relay in draft.relay:
        if relay.span is not None:
            written = view.text[relay.span[0] : relay.span[1]]
            role = _role_of(fold_key(written.split()[0])) or ""
            memory.roles.setdefault(role, []).append((relay, _title_words(written)))
    if speaker.span is not None:
        written = view.text[speaker.span[0] : speaker.span[1]]
        title = _title_words(written)
        known = _role_of(_first_word(written))
        if known is not None:
            memory.roles.setdefault(known, []).append((speaker, title))
        if speaker.entity and any(part in speaker.entity for part in ("ministry", "department")):
            memory.roles.setdefault("ministry", []).append((speaker, title))
        _titles(view, speaker, memory)
    if " و" in (speaker.name or ""):
        memory.pairs.append(speaker)
    if main and (draft.rule != "attribution" or _is_person(view, speaker)):
        memory.told.append(draft)
    else:
        _aside(draft, memory)


def _aside(draft: Draft, memory: Memory) -> None:
    """Keep what is no main report: whom a sentence was ascribed to, who was told of within it."""
    if draft.inside is None and draft.rule == "attribution":
        memory.source = draft
    elif draft.finite:
        memory.inner = draft


def _alone(draft: Draft) -> bool:
    """وأثار كذا غضب فلان، قائلا: «…»: a participle that tells somebody's words with no verb of saying before it."""
    return draft.attached is None and draft.verb is not None and draft.verb.group == "say"


def _of_a_text(draft: Draft, speaker: Speaker, memory: Memory) -> bool:
    """Whether words were told to stand in a text; who issued it is kept by its noun."""
    documents = speaker_nouns().documents
    text = fold_key(draft.occasion.split()[0]) if draft.occasion else ""
    if text not in documents and text.removesuffix("ا") not in documents:
        return False
    if _first_word(speaker.name or "") not in documents:
        memory.texts[text.removeprefix("ال").removesuffix("ا")] = speaker
    return True


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

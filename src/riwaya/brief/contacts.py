"""Sentences about a contact: what took place, between whom, when, where, how long, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from riwaya.brief.arabic import listed, listed_english
from riwaya.brief.moments import length, when
from riwaya.brief.sentence import Names, Sentence, lexicon, marked, quote
from riwaya.corpus.independence_origins import UNATTRIBUTED
from riwaya.model import Field, FieldValue, MergedContact, PageSpan, Ref

_MOST_EVIDENCE = 12
_FORMER = frozenset({"planned", "proposed", "postponed", "cancelled"})
_LATTER = frozenset({"held", "under_way", "cancelled", "postponed"})
"""What a contact was before, and what it is after that, as pages tell it in turn."""
_DIRECTED = frozenset({"visit", "letter"})
"""Kinds from one party to another."""


def contact_sentences(contact: MergedContact, names: Names) -> Iterator[Sentence]:
    """The contact itself, what it was before, and what was on its agenda."""
    if len(contact.parties.values) < 2:
        return
    yield _told(contact, names)
    if (history := _before(contact, names)) is not None:
        yield history
    if (agenda := _agenda(contact, names)) is not None:
        yield agenda


def _told(contact: MergedContact, names: Names) -> Sentence:
    arabic = names.language == "ar"
    status = contact.status.values[0]
    teller = _tellers(status, names)
    words, said = [_opening(contact, names)], [contact.kind.values[0], status]
    for own, run in groupby(_details(contact, names), lambda told: _tellers(told[0], names)):
        for value, phrase in run:
            words.append(phrase)
            said.append(value)
        if own and own != teller:
            words.append(f" ({'بحسب' if arabic else 'according to'} {_joined(own, names)})")
    words.append(_by(teller, status.pages, names))
    tellers = tuple(dict.fromkeys(name for value in said for name in _tellers(value, names)))
    evidence = [span for value in said for span in value.evidence]
    evidence += [span for value in contact.parties.values for span in value.evidence[:2]]
    return Sentence(
        kind="contact",
        text=f"{''.join(words)}.",
        according_to=tellers or names.outlets(status.pages),
        evidence=_few(evidence),
    )


def _by(tellers: Sequence[str], pages: Iterable[str], names: Names) -> str:
    """Whom it is according to; where nobody is named, which outlets tell it in their own voice."""
    outlets = names.outlets(pages)[:3]
    if names.language == "ar":
        if tellers:
            return f"، بحسب {listed(tellers)}"
        return (f"، كما في {listed(outlets)}" if outlets else "") + "، من دون إسناد إلى مصدر"
    if tellers:
        return f", according to {listed_english(tellers)}"
    return (f", as told by {listed_english(outlets)}" if outlets else "") + ", ascribed to nobody"


def _joined(words: Iterable[str], names: Names) -> str:
    return (listed if names.language == "ar" else listed_english)([*words])


def _few(evidence: Iterable[PageSpan]) -> tuple[PageSpan, ...]:
    return tuple(dict.fromkeys(evidence))[:_MOST_EVIDENCE]


def _tellers(value: FieldValue, names: Names) -> tuple[str, ...]:
    """Who says a value, by name; nobody where pages tell it in their own voice."""
    return names.each(who for who in value.according_to if who != UNATTRIBUTED)


def _leading(field: Field | None) -> FieldValue | None:
    return field.values[0] if field is not None and field.values else None


def _name(value: str | Ref, names: Names) -> str:
    if isinstance(value, str):
        return value
    return names.of(value.entity, value.name) if value.entity else value.name or ""


def _opening(contact: MergedContact, names: Names) -> str:
    """The kind, its status, and the parties: عُقد لقاء بين أ وب."""
    kind = lexicon()["contacts"][str(contact.kind.values[0].value)]
    forms = lexicon()["statuses"][str(contact.status.values[0].value)]
    parties = [_name(value.value, names) for value in contact.parties.values]
    directed = str(contact.kind.values[0].value) in _DIRECTED and len(parties) == 2
    if names.language == "en":
        between = f"from {parties[0]} to {parties[1]}" if directed else (
            f"between {listed_english(parties)}"
        )  # fmt: skip
        noun = f"{kind['en'][0].upper()}{kind['en'][1:]} {between}"
        took = forms[2].format(took=kind["took"])
        if kind["took"].startswith("were"):
            took = took.replace("is ", "are ", 1) if took.startswith("is ") else took
        return f"{noun} {took}"
    feminine = kind["gender"] == "f"
    did, will = kind["verb"][int(feminine)], kind["verb"][2 + int(feminine)]
    between = f"من {parties[0]} إلى {parties[1]}" if directed else f"بين {listed(parties)}"
    return f"{forms[int(feminine)].format(did=did, will=will, noun=kind['ar'])} {between}"


def _details(contact: MergedContact, names: Names) -> Iterator[tuple[FieldValue, str]]:
    """When, where, how long and at whose initiative, as far as it is told."""
    arabic = names.language == "ar"
    start = _leading(contact.start) or _leading(contact.scheduled_start)
    if start is not None and (told := when(str(start.value), names.language)):
        yield start, f" {told}"
    place = _leading(contact.place)
    known = {_name(value.value, names) for value in contact.parties.values}
    if place is not None and (name := _name(place.value, names)) and name not in known:
        yield place, f" في {name}" if arabic else f" in {name}"
    lasted = _leading(contact.duration)
    if lasted is not None and (told := length(str(lasted.value), names.language)):
        yield lasted, f"، لمدة {told}" if arabic else f", for {told}"
    initiator = _leading(contact.initiator)
    if initiator is not None and (name := _name(initiator.value, names)):
        yield initiator, f"، بمبادرة من {name}" if arabic else f", at the initiative of {name}"


def _before(contact: MergedContact, names: Names) -> Sentence | None:
    """What pages told of it before: planned by one, held by another."""
    now, *others = contact.status.values
    past = [value for value in others if str(value.value) in _FORMER]
    if str(now.value) not in _LATTER or not past:
        return None
    value = past[0]
    arabic = names.language == "ar"
    feminine = lexicon()["contacts"][str(contact.kind.values[0].value)]["gender"] == "f"
    word = lexicon()["before"][str(value.value)][int(feminine) if arabic else 2]
    scheduled = _leading(contact.scheduled_start)
    told = when(str(scheduled.value), names.language) if scheduled else None
    tellers = _tellers(value, names)
    text = f"وقبل ذلك {word}" if arabic else f"Before that it was {word}"
    text += f" {told}" if told else ""
    evidence = [*value.evidence, *(scheduled.evidence if scheduled and told else ())]
    return Sentence(
        kind="history",
        text=f"{text}{_by(tellers, value.pages, names)}.",
        according_to=tellers or names.outlets(value.pages),
        evidence=_few(evidence),
    )


def _agenda(contact: MergedContact, names: Names) -> Sentence | None:
    if contact.agenda is None:
        return None
    values = [value for value in contact.agenda.values if quote(str(value.value))][:3]
    if not values:
        return None
    arabic = names.language == "ar"
    kind = lexicon()["contacts"][str(contact.kind.values[0].value)]
    topics = ("؛ " if arabic else "; ").join(marked(str(v.value), names.language) for v in values)
    tellers = tuple(dict.fromkeys(name for value in values for name in _tellers(value, names)))
    pages = [page for value in values for page in value.pages]
    text = f"من موضوعات {kind['the']}" if arabic else "On the agenda"
    return Sentence(
        kind="agenda",
        text=f"{text}{_by(tellers, pages, names)}: {topics}.",
        according_to=tellers or names.outlets(pages),
        evidence=_few(span for value in values for span in value.evidence),
    )

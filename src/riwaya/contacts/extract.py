"""Contacts between parties that one page reports or announces.

Triggers name a contact, arguments its parties, fields the rest; drafts of one contact are merged,
and each value is given its evidence and whoever says so.
"""

from __future__ import annotations

from typing import cast

from riwaya.contacts.arguments import Arguments, find_arguments, host_of
from riwaya.contacts.attribution import according_to
from riwaya.contacts.drafts import Draft, merge
from riwaya.contacts.fields import (
    agenda_of,
    initiative_of,
    length_of,
    start_of,
    status_of,
    times_of,
)  # fmt: skip
from riwaya.contacts.lexicon import words
from riwaya.contacts.scene import Scene, build
from riwaya.contacts.triggers import Trigger, find_triggers
from riwaya.model import Contact, ContactKind, Found, Page, Ref, Span


def find_contacts(page: Page, found: Found) -> list[Contact]:
    """Contacts between parties that one page reports or announces, each once, in page order."""
    if not found.mentions:
        return []
    scene = build(page, found)
    pairs = Pairs()
    drafts: list[Draft] = []
    for trigger in find_triggers(scene):
        draft = _draft(scene, trigger, pairs)
        if draft is not None:
            drafts.append(draft)
            pairs.told(scene, draft.parties)
    return [_contact(found, index, draft) for index, draft in enumerate(merge(drafts), 1)]


class Pairs:
    """Which two the text last named together: الرئيسان, البلدان."""

    def __init__(self) -> None:
        self._last: dict[str, list[Ref]] = {"PER": [], "GPE": [], "any": []}

    def told(self, scene: Scene, parties: list[Ref]) -> None:
        """Remember the parties of a contact."""
        if len(parties) < 2:
            return
        self._last["any"] = parties
        people = {u.key for u in scene.units if u.type == "PER"}
        if all(ref.key in people for ref in parties):
            self._last["PER"] = parties
        elif not any(ref.key in people for ref in parties):
            self._last["GPE"] = parties

    @property
    def last(self) -> list[Ref]:
        """The last two persons, else the last two."""
        return list(self._last["PER"] or self._last["any"])

    def resolve(self, scene: Scene, at: int, sentence: int, word: str) -> list[Ref]:
        """The refs that a pair word at a token stands for, or nothing."""
        if word in words("pairs", "group"):
            return self._last["any"] if len(self._last["any"]) > 2 else []
        wanted = "GPE" if word in words("pairs", "state") else "PER"
        first = scene.bounds[sentence][0]
        begin = scene.bounds[max(0, sentence - 2)][0]
        return (
            _joined_pair(scene, first, at, wanted)
            or (self._last[wanted] if len(self._last[wanted]) == 2 else [])
            or _joined_pair(scene, begin, first, wanted)
            or (_last_two(scene, begin, at) if wanted == "PER" else [])
        )


def _joined_pair(scene: Scene, first: int, stop: int, wanted: str) -> list[Ref]:
    """The last two that stand joined by و before a token."""
    for at in range(stop - 1, first - 1, -1):
        unit = scene.unit_at.get(at)
        if unit is not None and unit.type == wanted:
            chain = scene.chain(at, stop)
            if len({u.key for u in chain}) == 2:
                return [u.ref for u in chain]
    return []


def _last_two(scene: Scene, first: int, stop: int) -> list[Ref]:
    """The last two persons before a token."""
    out: list[Ref] = []
    for at in range(stop - 1, first - 1, -1):
        unit = scene.unit_at.get(at)
        if unit is not None and unit.type == "PER" and all(unit.key != r.key for r in out):
            out.append(unit.ref)
            if len(out) == 2:
                return out
    return []


def _draft(scene: Scene, trigger: Trigger, pairs: Pairs) -> Draft | None:
    args = find_arguments(scene, trigger)
    parties, spans = _parties(scene, trigger, args, pairs)
    near = {scene.key(i) for i in range(trigger.first - 1, trigger.last + 3)}
    marked = bool(near & words("arguments", "another"))
    if len(parties) < 2 and trigger.refers_back and (marked or trigger.kind == "video_call"):
        parties = pairs.last  # المحادثة السابقة: of the same two
    if len(parties) < 2 and not trigger.refers_back:
        return None
    status, told, sure = status_of(scene, trigger, args)
    if status is None or (status == "proposed" and len(parties) < 2):
        return None
    draft = Draft(cast("ContactKind", trigger.kind), status, parties, sure, trigger.refers_back)
    if len(parties) < 2:
        draft.hint = {ref.key for ref in parties}
        draft.parties = []
    marked = marked or any((u.ref.name or "") in words("pairs", "group") for u in args.everyone())
    draft.marked, draft.soft, draft.sentence = marked, trigger.soft, trigger.sentence
    draft.note("kind", scene.span(trigger.first, trigger.last))
    draft.note("status", told)
    for span in spans if draft.parties else []:
        draft.note("parties", span)
    _fill(scene, trigger, args, draft)
    return draft


def _fill(scene: Scene, trigger: Trigger, args: Arguments, draft: Draft) -> None:
    start, times = start_of(times_of(scene, trigger, args))
    if start:
        draft.start = start
        for time in times:
            draft.note("start", (time.start, time.end))
    if (length := length_of(scene, trigger, args)) is not None:
        draft.duration = length.value
        draft.note("duration", (length.start, length.end))
    initiator = initiative_of(scene, trigger) or args.initiator
    if initiator is not None:
        draft.initiator = initiator.ref
        draft.note("initiator", (initiator.start, initiator.end))
    place = args.destination or args.place
    if place is not None and draft.kind not in ("phone_call", "video_call", "letter", "contact"):
        draft.place = place.ref
        draft.note("place", (place.start, place.end))
    for span in agenda_of(scene, trigger, args):
        draft.agenda.append(scene.text[span[0] : span[1]])
        draft.note("agenda", span)


def _parties(
    scene: Scene, trigger: Trigger, args: Arguments, pairs: Pairs
) -> tuple[list[Ref], list[Span]]:
    refs: list[Ref] = []
    spans: list[Span] = []

    def add(ref: Ref, span: Span) -> None:
        if ref.key and all(ref.key != other.key for other in refs):
            refs.append(ref)
            spans.append(span)

    for unit in args.everyone():
        if unit.type == "PAIR":
            word = unit.ref.name or ""
            for ref in pairs.resolve(scene, unit.first, trigger.sentence, word):
                add(ref, (unit.start, unit.end))
        else:
            add(unit.ref, (unit.start, unit.end))
    if trigger.is_noun and len(refs) < 2 and len(args.states) >= 2:
        for state, at in args.states:
            add(Ref(entity=state, name=None), scene.span(at, at))
    if args.pair or trigger.read.pronoun == "هما" or (trigger.read.dual and len(refs) < 2):
        if not trigger.is_noun or trigger.read.pronoun == "هما":
            for ref in pairs.resolve(scene, trigger.first, trigger.sentence, ""):
                add(ref, scene.span(trigger.first, trigger.last))
    if trigger.kind == "visit" and args.destination is not None and len(refs) == 1:
        host = host_of(args.destination)
        if host.key != refs[0].key:
            add(host, (args.destination.start, args.destination.end))
    return refs, spans


def _contact(found: Found, index: int, draft: Draft) -> Contact:
    planned = draft.status in ("planned", "proposed", "postponed", "cancelled")
    return Contact(
        id=f"c{index}",
        kind=draft.kind,
        status=draft.status,
        parties=tuple(draft.parties),
        initiator=draft.initiator,
        start=None if planned else draft.start,
        scheduled_start=draft.start if planned else None,
        duration=draft.duration,
        place=draft.place,
        agenda=tuple(draft.agenda),
        evidence={name: tuple(spans) for name, spans in draft.evidence.items() if spans},
        according_to=according_to(found, draft.evidence),
    )

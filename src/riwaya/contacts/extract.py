"""Contacts between parties that one page reports or announces.

Triggers name a contact, arguments its parties, fields the rest; drafts of one contact are merged,
and each value is given its evidence and whoever says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from riwaya.contacts.arguments import find_arguments, place_before
from riwaya.contacts.arrivals import date_by_arrival
from riwaya.contacts.attribution import according_to
from riwaya.contacts.drafts import Draft, merge
from riwaya.contacts.fields import agenda_of, initiative_of
from riwaya.contacts.lexicon import city, has, offices_of, words
from riwaya.contacts.naming import shown_by
from riwaya.contacts.pairs import Pairs
from riwaya.contacts.parties import Parties, below_heads, find_parties, sides_of, today, unnamed
from riwaya.contacts.places import Arguments
from riwaya.contacts.roles import office_in
from riwaya.contacts.scene import Scene
from riwaya.contacts.staging import build
from riwaya.contacts.status import has_been, status_of
from riwaya.contacts.triggers import Trigger, find_triggers
from riwaya.contacts.when import against, coming_weekday, length_of, start_of, times_of
from riwaya.model import Contact, ContactKind, Found, Page, Ref

_OPEN = frozenset({"planned", "proposed", "postponed", "cancelled", "declined"})
_UNDONE = frozenset({"postponed", "cancelled", "declined", "denied"})
_FIRST = frozenset({"الاول", "الاولي"})
_OWN_REACH = 3  # tokens from a summit to the body that holds it
_ONE_BY_ONE = frozenset({"contact", "meeting"})  # whose plurals tell of several contacts
_PLACELESS = frozenset({"phone_call", "video_call", "letter", "contact"})


def find_contacts(page: Page, found: Found) -> list[Contact]:
    """Contacts between parties that one page reports or announces, each once, in page order."""
    scene = build(page, found)
    pairs = Pairs()
    drafts: list[Draft] = []
    for trigger in find_triggers(scene):
        for draft in read_trigger(scene, trigger, pairs):
            drafts.append(draft)
            pairs.told(scene, draft.parties)
    merged = merge(drafts)
    date_by_arrival(scene, merged)
    people = {key for key, kind in scene.types.items() if kind == "PER"}
    for draft in merged:  # one "contact" of two persons is a call, as the word is used
        if draft.kind == "contact" and draft.keys <= people and len(draft.parties) == 2:
            draft.kind = "phone_call"
    shown = shown_by(page, found)
    return [_contact(found, index, draft, shown) for index, draft in enumerate(merged, 1)]


def read_trigger(scene: Scene, trigger: Trigger, pairs: Pairs) -> list[Draft]:
    """What a trigger tells: nothing, a contact, or a visit for each of several visitors."""
    args = find_arguments(scene, trigger)
    each = [args, *(replace(args, destination=goal) for goal in args.further)]
    if trigger.kind == "visit" and trigger.read.pronoun == "هما" and args.destination is not None:
        each = [replace(args, parties=[visitor]) for visitor in args.parties] or each
    each += [
        replace(args, partners=other, others=[], untimed=True) for other in args.others if other
    ]
    if trigger.read.plural and trigger.kind in _ONE_BY_ONE and _told_one_by_one(args):
        each = [replace(args, partners=[other]) for other in args.partners]
    return [d for one in each if (d := _draft(scene, trigger, one, pairs)) is not None]


def _told_one_by_one(args: Arguments) -> bool:
    """أجرى X اتصالات مع Y وZ: one with each."""
    one = len(args.parties) == 1 and bool(args.partners) and args.light
    return one and all(u.type == "PER" for u in args.everyone())


def _untellable(scene: Scene, trigger: Trigger, args: Arguments) -> bool:
    """Contacts whose parties nobody here can tell: a son's, or several of one man at once."""
    if trigger.is_noun and scene.key(trigger.last + 1) in words("arguments", "kin"):
        return True
    return (
        trigger.read.plural
        and trigger.kind != "talks"
        and not _told_one_by_one(args)
        and has("arguments", "several", scene.key(trigger.first - 1 - _from(scene, trigger)))
    )


def _near(scene: Scene, trigger: Trigger) -> set[str]:
    return {scene.key(at) for at in range(trigger.first - 1, trigger.last + 3)}


def _is_marked(scene: Scene, trigger: Trigger) -> bool:
    """لقاء آخر: another than the one told before."""
    return bool(_near(scene, trigger) & words("arguments", "another")) and not trigger.soft


def _is_counted(scene: Scene, trigger: Trigger, args: Arguments) -> bool:
    """اللقاء الثاني: one of several, by its number."""
    near = _near(scene, trigger)
    if near & _FIRST and not trigger.read.pronoun and not times_of(scene, trigger, args):
        return False  # اللقاء الفعلي الأول may be the one told; with a day of its own it is another
    counted = (near - _loose(scene, trigger)) & words("arguments", "ordinal")
    return bool(counted) and scene.key(trigger.first - 1) not in words("arguments", "being")


def _is_whole(trigger: Trigger, args: Arguments) -> bool:
    """قمة الاتحاد الأوروبي: a body's own summit, which needs no second party."""
    if trigger.kind != "summit" or not args.parties or args.parties[0].type != "ORG":
        return False
    return args.light or 0 < args.parties[0].first - trigger.last <= _OWN_REACH


def _draft(scene: Scene, trigger: Trigger, args: Arguments, pairs: Pairs) -> Draft | None:
    if _untellable(scene, trigger, args):
        return None
    told = find_parties(scene, trigger, args, pairs)
    parties, back = told.refs, trigger.refers_back
    vague = len(parties) < 2 or (trigger.kind == "contact" and not _told_one_by_one(args))
    if trigger.read.plural and vague and trigger.kind not in ("talks", "phone_call"):
        return None  # لقاءاته, الاتصالات: several, whose others nobody names
    marked, whole = _is_marked(scene, trigger), _is_whole(trigger, args)
    other = marked or trigger.kind == "video_call" or _is_counted(scene, trigger, args)
    borrowed = len(parties) < 2 and back and other and not whole
    borrowed = borrowed and trigger.kind not in ("visit", "letter")
    if borrowed:  # المحادثة السابقة: of the same two
        parties, marked = pairs.last, True
    if len(parties) < 2 and not back and not whole:
        return None
    status, words_of_status, sure = status_of(scene, trigger, args)
    bare = status == "proposed" and len(parties) < 2 and not whole
    if bare and back and initiative_of(scene, trigger) is not None:
        bare, sure = False, False  # دعوة X لعقد هذا الاجتماع: tells who began the one told before
    if status is None or bare:
        return None
    grouped = any((u.ref.name or "") in words("pairs", "group") for u in args.everyone())
    draft = Draft(
        cast("ContactKind", trigger.kind), status, parties, sure,
        marked=marked or grouped, soft=trigger.soft, sentences={trigger.sentence},
    )  # fmt: skip
    draft.whole = whole and len(parties) == 1
    _describe(scene, trigger, args, draft, told)
    if (len(parties) < 2 and not draft.whole) or (
        trigger.is_noun and back and not args.explicit and not borrowed
    ):
        paired = any(u.type == "PAIR" for u in args.everyone())
        draft.parties, draft.hinted = [], [] if paired else parties
    if args.guessed:
        draft.guessed, draft.hinted = True, [u.ref for u in args.partners]
    draft.note("kind", scene.span(trigger.first, trigger.last))
    draft.note("status", words_of_status)
    for span in told.spans:
        draft.note("parties", span)
    _fill(scene, trigger, args, draft)
    return draft


def _describe(scene: Scene, trigger: Trigger, args: Arguments, draft: Draft, told: Parties) -> None:
    """What the choice whether two mentions tell of one contact goes by."""
    parties = draft.parties
    draft.ordinal = min(_near(scene, trigger) & words("arguments", "ordinal"), default="")
    spoke = trigger.read.frame == "speak" and _spoke_with(scene, args)
    draft.alone = (
        (trigger.kind == "talks" or spoke)
        and all(u.type == "PER" for u in args.everyone())
        and bool(args.partners)
    )
    draft.of = sides_of(scene, parties, told.spans)
    draft.sides = frozenset(draft.of.values())
    undone = draft.status in _UNDONE
    draft.vague, draft.states = unnamed(scene, parties, told.spans, undone=undone)
    draft.known = frozenset(ref.key for ref in parties if offices_of(ref.entity, None))
    draft.heads = not any(below_heads(scene, ref) for ref in parties)
    draft.attended = trigger.refers_back and has("verbs", "present", scene.key(trigger.first - 1))
    draft.body = bool(args.states) and not args.everyone() and draft.kind == "meeting"
    draft.titled = trigger.sentence in scene.titles


def _spoke_with(scene: Scene, args: Arguments) -> bool:
    """تحدث X مع Y, not أبلغ X Y; and تحدث X إلى Y, where both hold offices."""
    before = {scene.key(unit.first - 1) for unit in args.partners}
    if "مع" in before:
        return True
    return "الي" in before and all(
        offices_of(u.ref.entity, None) or office_in(scene, u) or u.role for u in args.everyone()
    )


def _from(scene: Scene, trigger: Trigger) -> int:
    """1 where من stands before the noun: مجموعة من اللقاءات."""
    return int(scene.key(trigger.first - 1) == "من")


def _loose(scene: Scene, trigger: Trigger) -> set[str]:
    """The second word behind a noun, where the first is no adjective of it: القمة ستصبح الأولى."""
    first = scene.key(trigger.last + 1)
    return set() if first.startswith("ال") else {scene.key(trigger.last + 2)}


def _fill(scene: Scene, trigger: Trigger, args: Arguments, draft: Draft) -> None:
    """Give a draft its start, duration, initiator, place and agenda, each with evidence."""
    told = [] if args.untimed else times_of(scene, trigger, args)
    draft.start, times = start_of(told)
    if draft.start and draft.status in _OPEN:
        draft.start = coming_weekday(draft.start, times, today(scene))
    if draft.start and not _dated(scene, trigger, draft):
        draft.start, times = None, []
    day = today(scene)
    draft.today = draft.status == "held" and day is not None and (draft.start or "").startswith(day)
    for time in times:
        draft.note("start", (time.start, time.end))
    if (length := length_of(scene, trigger)) is not None:
        draft.duration, draft.rounded = length.value, length.mod is not None
        draft.note("duration", (length.start, length.end))
    initiator = initiative_of(scene, trigger)
    if initiator is None or (draft.kind == "visit" and args.initiator is not None):
        initiator = args.initiator  # who invites, told beside the invitation
    if initiator is not None:
        draft.initiator = initiator.ref
        draft.note("initiator", (initiator.start, initiator.end))
    place = args.destination or args.place or place_before(scene, trigger)
    if place is not None and draft.kind not in _PLACELESS and not draft.soft:
        draft.place = city(scene.text[place.start : place.end]) or place.ref
        draft.note("place", (place.start, place.end))
    for span in agenda_of(scene, trigger):
        draft.agenda.append(scene.text[span[0] : span[1]])
        draft.note("agenda", span)


def _dated(scene: Scene, trigger: Trigger, draft: Draft) -> bool:
    """Whether a draft's start can be, by the page's day; what is not sure of its status follows it."""
    when = against(draft.start or "", today(scene))
    if when > 0 and draft.status == "held":
        if has_been(scene, trigger):
            return False
        if not trigger.is_noun and (trigger.read.tense == "past" or draft.sure):
            return False
        draft.status, draft.sure = "planned", True
    elif when == 0 and draft.status == "held" and _still_to_come(scene, trigger, draft):
        draft.status, draft.sure = "planned", False
    elif when < 0 and draft.status in _OPEN:
        if draft.sure or draft.evidence["status"] != draft.evidence["kind"]:
            return False
        draft.status, draft.sure = "held", True
    return True


def _still_to_come(scene: Scene, trigger: Trigger, draft: Draft) -> bool:
    """تحتضن المدينة الليلة: a present verb with the page's own day tells what is yet to be."""
    day = today(scene)
    if day is None or draft.start is None or not draft.start.startswith(day):
        return False
    if not trigger.is_noun:
        return trigger.read.tense == "present"
    first = scene.bounds[trigger.sentence][0]
    return any(has("verbs", "now", scene.key(at)) for at in range(trigger.first - 1, first - 1, -1))


def _contact(found: Found, index: int, draft: Draft, shown: Callable[[Ref], Ref]) -> Contact:
    scheduled = draft.status in _OPEN
    return Contact(
        id=f"c{index}",
        kind=draft.kind,
        status=draft.status,
        parties=tuple(shown(ref) for ref in draft.parties),
        initiator=shown(draft.initiator) if draft.initiator else None,
        start=None if scheduled else draft.start,
        scheduled_start=draft.start if scheduled else None,
        duration=draft.duration,
        place=shown(draft.place) if draft.place else None,
        agenda=tuple(draft.agenda),
        evidence={name: tuple(spans) for name, spans in draft.evidence.items() if spans},
        according_to=according_to(found, draft.evidence),
    )

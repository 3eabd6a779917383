"""Adjuncts: contacts that are only what a clause goes with: أكد X في لقاء مع Y, قال X خلال زيارة."""

from __future__ import annotations

from riwaya.contacts.clauses import (
    doer,
    dropped_doer,
    free_person,
    is_press,
    nearest_person,
)
from riwaya.contacts.lexicon import has, side, words
from riwaya.contacts.places import Arguments, told
from riwaya.contacts.scene import Scene, Unit, units_between
from riwaya.contacts.triggers import Trigger

_BY_HIM = 5  # tokens behind a visit in which قام بها stands
_LEADING = 15  # tokens behind a leading adjunct in which its doer is told


def complete_adjunct(scene: Scene, trigger: Trigger, args: Arguments, clause: int) -> None:
    """Find the doer of the clause that a contact noun only goes with: أكد X في لقاء مع Y."""
    if trigger.kind == "visit" and _visitor_known(scene, trigger, args, clause):
        return
    if not args.parties and has("arguments", "gathered", scene.key(trigger.first - 1)):
        args.parties, args.partners, args.light = args.partners, [], True  # جمع لقاء X وY
    several = len(args.everyone()) >= 2 and (bool(args.parties) or args.light)
    if several or (len(args.states) >= 2 and not args.partners):
        return
    before = scene.key(trigger.first - 1)
    adjunct = before.removeprefix("و") in told("adjuncts")
    adjunct = adjunct or trigger.read.prefix.endswith(("ب", "ل"))
    if has("arguments", "his_assent", scene.key(trigger.first - 2)) and before == "علي":
        who = nearest_person(scene, clause, trigger.first - 2)
        args.partners, args.parties = args.everyone(), who
        return
    met = adjunct and not args.partners
    if _received_him(scene, trigger, args, clause) or _came_of_it(scene, trigger, args):
        return
    if met and _met(scene, trigger, args, clause):
        return
    earlier = (scene.key(trigger.first - i) for i in range(2, 6))
    after = before == "من" and any(key in ("بعد", "قبل") for key in earlier)
    left = any(has("verbs", "withdraw", scene.key(at)) for at in range(clause, trigger.first))
    if not (adjunct or args.partners) or args.parties or (before == "من" and not (after or left)):
        return
    _take_doer(scene, trigger, args, clause, behind=adjunct or after)


def _received_him(scene: Scene, trigger: Trigger, args: Arguments, clause: int) -> bool:
    """سلم X الرسالة خلال استقبال Y له: Y received whoever acts; whether it is so."""
    last = max([trigger.last, *(u.last for u in args.parties)])
    him = {scene.key(last + 1), scene.key(last + 2)} & {"له", "لها"}
    if not (trigger.read.hosting and him) or len(args.parties) != 1 or args.partners:
        return False
    chain = [u for u in doer(scene, clause, trigger.first) if u.type == "PER"][:1]
    args.partners = [u for u in chain if u.key != args.parties[0].key]
    return bool(args.partners)


def _came_of_it(scene: Scene, trigger: Trigger, args: Arguments) -> bool:
    """جاء ذلك في اجتماع: of those several who act in the sentence before; whether it is so."""
    first = scene.bounds[trigger.sentence][0]
    opened = has("verbs", "came", scene.key(first)) and scene.key(first + 1) == "ذلك"
    if not opened or args.everyone() or trigger.kind == "visit":
        return False
    chain = dropped_doer(scene, first, trigger.sentence)
    args.parties = chain if len(chain) > 1 else []
    return bool(args.parties)


def _visitor_known(scene: Scene, trigger: Trigger, args: Arguments, clause: int) -> bool:
    """Settle a visit whose visitor the words around it tell; whether they do."""
    if not trigger.read.definite and args.destination is None:
        args.destination = where(scene, trigger, clause)
    if args.parties:
        return False
    if _done_by_him(scene, trigger):
        clause = scene.bounds[trigger.sentence][0]
    elif scene.key(trigger.first - 1) != "من":  # عودة X من زيارة
        return False
    args.parties = nearest_person(scene, clause, trigger.first)
    return True


def _take_doer(
    scene: Scene, trigger: Trigger, args: Arguments, clause: int, *, behind: bool
) -> None:
    """Make the doer of a clause a party of the contact that goes with it."""
    chain = doer(scene, clause, trigger.first)
    occasion = scene.key(trigger.first - 1).removeprefix("و") in told("occasion")
    if occasion and not args.partners and trigger.kind != "visit":
        args.partners = partners_left(scene, chain, clause, trigger)
    if scene.key(trigger.last + 1) in told("done_by") and len(chain) > 1:
        chain = free_person(scene, clause, trigger.first)  # قمة عقدها مع X: whoever acts
    if not chain and trigger.kind == "visit" and args.destination is not None:
        dropped = _doer_behind_comma(scene, trigger, args)
        dropped = dropped or dropped_doer(scene, clause, trigger.sentence)
        args.parties, args.explicit = [u for u in dropped if u.type == "PER"][:1], False
        return
    chain = chain or _doer_elsewhere(scene, trigger, args, clause, behind=behind)
    if chain and chain[0].type in ("ORG", "GPE") and any(u.type == "PER" for u in args.partners):
        chain = nearest_person(scene, clause, trigger.first)
    args.explicit = bool(args.partners)
    args.guessed = trigger.read.definite and not occasion and bool(args.partners)
    args.parties = [u for u in chain if all(u.key != other.key for other in args.partners)]
    if trigger.kind == "letter" and occasion and args.explicit:
        args.light = True  # قال X في رسالة إلى Y


def _doer_behind_comma(scene: Scene, trigger: Trigger, args: Arguments) -> list[Unit]:
    """The doer of the sentence that a visit leads: في زيارة لـX للقاء Y، قال Z."""
    first, last = scene.bounds[trigger.sentence]
    if any(
        scene.key(at).removeprefix("و") not in told("occasion")
        for at in range(first, trigger.first)
    ):
        return []
    stop = min(last, args.end + _LEADING)
    commas = (at for at in range(args.end, stop) if scene.key(at) in ("،", ","))
    comma = next(commas, None)
    return doer(scene, comma + 1, min(last, comma + _LEADING)) if comma is not None else []


def _doer_elsewhere(
    scene: Scene, trigger: Trigger, args: Arguments, clause: int, *, behind: bool
) -> list[Unit]:
    """The doer where the clause has none before the noun: whose words it tells, behind it, dropped."""
    told_of: list[Unit] = []
    if behind and any(u.type == "PER" for u in args.partners):
        told_of = _told_of(scene, clause, trigger.first)
    if told_of or not args.partners:
        return told_of
    chain = doer_after(scene, trigger, args) or dropped_doer(scene, clause, trigger.sentence)
    return [u for u in chain if u.type != "ORG" or args.partners[0].type == "ORG"][:1]


def _told_of(scene: Scene, first: int, stop: int) -> list[Unit]:
    """Whose words a clause tells of: جاءت تصريحات X بعد محادثة مع Y."""
    for unit in units_between(scene, first, stop):
        if unit.type == "PER" and has("arguments", "words_of", scene.key(unit.first - 1)):
            return [unit]
    return []


def _done_by_him(scene: Scene, trigger: Trigger) -> bool:
    """الزيارة التي يقوم بها إلى X: of whoever was told last."""
    verbs = range(trigger.last + 2, trigger.last + _BY_HIM)
    return any(scene.key(at) == "بها" and scene.key(at - 1) in told("done_by") for at in verbs)


def _met(scene: Scene, trigger: Trigger, args: Arguments, clause: int) -> bool:
    """قال X بعد لقاء Y: he met him; whether that is so."""
    verbal = trigger.kind == "meeting" and scene.key(trigger.first) in (
        "لقاء",
        "ولقاء",
        "بلقاء",
        "للقاء",
    )
    met = [u for u in args.parties if u.type == "PER" and u.first == trigger.last + 1]
    if not verbal or len(args.parties) != 1 or not met:
        return False
    beside = scene.inside_unit.get(trigger.first - 1)  # الطريق أمام X للقاء Y
    near = beside is not None and beside.type == "PER" and trigger.read.prefix == "ل"
    chain = [beside] if near and beside is not None else doer(scene, clause, trigger.first)
    chain = [u for u in chain if u.type == "PER"][:1]
    sides = [side(u.ref.entity) for u in (*chain, *met)]
    if chain and chain[0].key != met[0].key and (None in sides or len(set(sides)) > 1):
        args.parties, args.partners = chain, met
    return bool(args.partners)


def where(scene: Scene, trigger: Trigger, clause: int) -> Unit | None:
    """The state or city in which something happened on a visit: قال X في Y خلال زيارة."""
    before = scene.key(trigger.first - 1)
    if before in words("status", "ordinal"):  # في أول زيارة
        before = scene.key(trigger.first - 2)
    if before.removeprefix("و") not in told("occasion"):
        return None
    held = [u for u in units_between(scene, clause, trigger.first) if u.type == "GPE"]
    return held[-1] if held and scene.key(held[-1].first - 1) == "في" else None


def partners_left(scene: Scene, chain: list[Unit], clause: int, trigger: Trigger) -> list[Unit]:
    """The other side where the contact is only the occasion: أبلغ X Y في اتصال, بحث X مع Y في لقاء."""
    if len(chain) > 1:
        return []
    begin = chain[-1].last + 1 if chain else clause
    while chain and (scene.key(begin) in ("،", ",") or begin in scene.in_time):
        begin += 1
    for at in range(begin, trigger.first):
        unit = scene.unit_at.get(at)
        if unit is None or unit.type not in ("PER", "GROUP") or is_press(scene, unit):
            continue
        before = scene.key(at - 1)
        asking = (scene.key(i) in ("طلب", "طلبت", "يطلب") for i in range(clause, at))
        asked = before == "من" and any(asking)
        if before == "مع" or unit.preposition == "ل" or (asked and chain):
            return scene.chain(at, trigger.first)
        if chain and at == begin and not unit.prefix:
            return [unit]
    return []


def doer_after(scene: Scene, trigger: Trigger, args: Arguments) -> list[Unit]:
    """The doer of the main clause behind a leading adjunct: وخلال زيارته … قدم X."""
    stop = scene.bounds[trigger.sentence][1]
    return doer(scene, max(args.end, trigger.last + 1), min(stop, args.end + 15))

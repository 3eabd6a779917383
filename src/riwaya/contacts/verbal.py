"""Arguments of a contact verb: its doer, its object, where it goes."""

from __future__ import annotations

from riwaya.contacts.clauses import antecedent, doer_before, dropped_doer, is_common, unknown_doer
from riwaya.contacts.lexicon import side, words
from riwaya.contacts.places import Arguments
from riwaya.contacts.scene import PLACE_TYPES, Scene, Unit
from riwaya.contacts.speaking import speaker
from riwaya.contacts.triggers import Trigger


def complete_verb(scene: Scene, trigger: Trigger, args: Arguments) -> None:
    """Settle doer and object of a contact verb."""
    lower = scene.bounds[trigger.sentence][0]
    clause = scene.clause_start(trigger.first, lower)
    before, relative = _doer_told(scene, trigger, clause, lower)
    if _settled(scene, trigger, args, before):
        return
    if (
        not before
        and scene.key(trigger.first - 2) == "قبل"
        and scene.key(trigger.first - 1) == "ان"
    ):
        args.partners, args.parties = args.everyone(), []  # قبل أن يلتقي X وY: whoever acts before
    if before:
        args.partners = [*args.parties, *args.partners]
        args.parties = before
    if trigger.read.dual and len(args.everyone()) < 2:
        args.pair = True
        return
    if (
        trigger.read.frame in ("receive", "call", "dial")
        and not args.partners
        and len(args.parties) > 1
    ):
        args.parties = []  # whom they received is nobody known
        return
    if _unled(scene, trigger, args, clause) or _met_there(scene, trigger, args, before):
        return
    if len(args.everyone()) >= 2 or (trigger.kind == "visit" and args.parties and args.destination):
        _initiate(trigger, args)
        return
    hidden = not before and (relative or unknown_doer(scene, trigger.first, clause))
    paired = any(unit.type == "PAIR" for unit in args.everyone())
    unknown = paired or _partner_unknown(scene, args, trigger.kind)
    if hidden or unknown or (trigger.soft and not args.partners):
        return
    if args.everyone() and not before:
        _add_dropped(scene, trigger, args)
    elif trigger.kind == "visit" and args.destination and not args.parties:
        args.parties = dropped_doer(scene, trigger.first, trigger.sentence)[:1]
        args.explicit = False
    _initiate(trigger, args)


def _told_before(scene: Scene, trigger: Trigger, args: Arguments) -> list[Unit]:
    """Who was told of last before a verb: عودة وفد X حيث التقى هناك Y."""
    first, met = scene.bounds[trigger.sentence][0], {unit.key for unit in args.partners}
    for at in range(trigger.first - 1, first - 1, -1):
        unit = scene.unit_at.get(at)
        if met and unit is not None and unit.type in ("PER", "GROUP") and unit.key not in met:
            return [unit]
    return []


def _told_in_full(trigger: Trigger, args: Arguments, before: list[Unit]) -> None:
    """Who sign together, or who writes to whom: only where the words tell both."""
    if before:
        args.parties = before
    people = [u for u in args.everyone() if u.type == "PER"]
    if trigger.read.frame == "write":
        writer = [u for u in args.parties if u.type == "PER" and not u.preposition][:1]
        args.partners = [u for u in args.partners if u.type == "PER"][:1] if writer else []
        args.parties, args.light = writer if args.partners else [], True
        args.initiator = writer[0] if args.parties else None
        return
    args.parties, args.partners = (people[:1], people[1:]) if len(people) > 1 else ([], [])


def _settled(scene: Scene, trigger: Trigger, args: Arguments, before: list[Unit]) -> bool:
    """Settle a verb in the first person, one of coming, signing or writing, or one of what was done on a visit; whether it is one."""
    if scene.key(trigger.first) in words("verbs", "first_person"):
        who = speaker(scene, trigger)
        args.partners, args.parties = args.everyone(), [who] if who is not None else []
        return True
    if trigger.read.frame in ("arrive", "dispatch"):
        sent = trigger.read.frame == "dispatch"
        _dispatched(args, before) if sent else _arriving(scene, trigger, args, before)
        return True
    if trigger.read.frame in ("sign", "write"):
        _told_in_full(trigger, args, before)
        return True
    if not before and scene.key(trigger.first + 1) in words("arguments", "therein"):
        args.partners, args.parties = args.everyone(), []
        _add_dropped(scene, trigger, args)
        args.parties = args.parties or _told_before(scene, trigger, args)
        return True
    return False


def _doer_told(scene: Scene, trigger: Trigger, clause: int, lower: int) -> tuple[list[Unit], bool]:
    """Who stands before a verb as its doer, and whether a relative pronoun stands between."""
    before = doer_before(scene, trigger.first, clause)
    at = trigger.first - 1
    at -= scene.key(at) in words("verbs", "copula")  # الوفد الذي كان يزور X
    relative = scene.key(at) in words("boundaries", "relative")
    if relative:
        before = antecedent(scene, at, lower)
    if len(before) > 1 and not trigger.read.dual:  # X وY استقبل: a verb of one is not theirs
        before = []
    return before, relative


def _met_there(scene: Scene, trigger: Trigger, args: Arguments, before: list[Unit]) -> bool:
    """سيتوجه X إلى Y، حيث سيلتقي A وB: two of the place, whom the visitor meets; whether it is so."""
    said = scene.key(trigger.first - 1) in ("انه", "انها", "بانه", "بانها")  # قال X إنه سيلتقي A وB
    where = scene.key(trigger.first - 1) == "حيث" or said
    if before or args.partners or len(args.parties) < 2 or trigger.read.dual or not where:
        return False
    sides = {side(unit.ref.entity) for unit in args.parties}
    chain = dropped_doer(scene, trigger.first, trigger.sentence)[:1]
    visitor = [u for u in chain if u.type == "PER" and side(u.ref.entity) not in (None, *sides)]
    if said:
        visitor = [u for u in chain if u.type == "PER"]
    if not visitor or not (said or (len(sides) == 1 and None not in sides)):
        return False
    args.partners, args.parties, args.explicit = args.parties, visitor, False
    return True


def _unled(scene: Scene, trigger: Trigger, args: Arguments, clause: int) -> bool:
    """Settle a meeting with X and Y where the verb names nobody; whether it is one."""
    plain = trigger.read.frame == "meet" or (trigger.read.frame == "speak" and not trigger.soft)
    meets = plain and not args.parties and not trigger.read.dual
    if not meets or len(args.partners) <= 1:
        return False
    hidden = unknown_doer(scene, trigger.first, clause)
    args.parties = [] if hidden else dropped_doer(scene, trigger.first, trigger.sentence)[:1]
    args.partners = args.partners if args.parties else []
    return True


def _add_dropped(scene: Scene, trigger: Trigger, args: Arguments) -> None:
    """Add the doer whom the verb itself does not name: والتقى Y."""
    chain = dropped_doer(scene, trigger.first, trigger.sentence)
    if any(u.type == "PER" for u in args.everyone()) and trigger.kind != "visit":
        chain = [u for u in chain if u.type in ("PER", "GROUP")]  # whom a person met
    if chain and all(u.key != chain[0].key for u in args.everyone()):
        args.partners = args.everyone()
        args.parties = chain[:1]
        args.explicit = False


def _dispatched(args: Arguments, before: list[Unit]) -> None:
    """أرسل X وفدا إلى Y: whoever is sent visits."""
    told = [u for u in [*before, *args.everyone()] if not u.preposition]
    sent = [u for u in told[-1:] if u.type == "GROUP" or (u.type == "PER" and len(told) > 1)]
    args.initiator = told[0] if len(told) > 1 and sent and told[0].type != "GROUP" else None
    args.partners, args.parties = [], sent if args.destination else []


def _arriving(scene: Scene, trigger: Trigger, args: Arguments, before: list[Unit]) -> None:
    """وصل X إلى Y: who came is told beside the verb, or by the clause before."""
    people = before or [u for u in args.parties if not u.preposition]
    if not people and not is_common(scene, trigger.first + 1):
        people = dropped_doer(scene, trigger.first, trigger.sentence)[:1]
        args.explicit = False
    args.partners = []
    args.parties = [u for u in people if u.type in ("PER", "GROUP")] if args.destination else []


def visit_of_it(scene: Scene, trigger: Trigger, args: Arguments) -> None:
    """الإمارات التي زارها X: the place stands before the relative pronoun, its visitor behind the verb."""
    at, lower = trigger.first - 1, scene.bounds[trigger.sentence][0]
    relative = scene.key(at) in words("boundaries", "relative")
    before = antecedent(scene, at, lower) if relative else []
    if not before or before[0].type not in PLACE_TYPES:
        args.parties, args.partners, args.destination = [], [], None
        return
    args.destination = before[0]
    args.parties = [u for u in args.parties if u.type in ("PER", "GROUP")]
    if not args.parties:
        chain = dropped_doer(scene, at, trigger.sentence)
        args.parties = [u for u in chain if u.type == "PER"][:1]
        args.explicit = False


def _partner_unknown(scene: Scene, args: Arguments, kind: str) -> bool:
    """التقى X بوفد, زار X المدينة: the other side is told, but is nobody known."""
    if args.partners or len(args.parties) != 1:
        return False
    at = args.parties[0].last + 1
    key = scene.key(at)
    if key == "مع" or (key.startswith("ب") and len(key) > 3):
        return True
    other = kind == "meeting" and is_common(scene, at) and not key.startswith("ل")
    if other:  # استقبل X وفدا من عائلته
        return True
    at += key in ("،", ",")
    return kind == "visit" and scene.key(at).startswith("ال") and at not in scene.inside_unit


def _initiate(trigger: Trigger, args: Arguments) -> None:
    if trigger.read.frame in ("call", "dial") and args.parties and args.partners:
        args.initiator = args.parties[0]

"""What is agreed on, meant, put off or refused: اتفق X وY على عقد لقاء, يعتزم X زيارة Y, رفض X لقاء Y."""

from __future__ import annotations

from riwaya.contacts.clauses import doer, doer_before, dropped_doer
from riwaya.contacts.lexicon import has, words
from riwaya.contacts.places import Arguments
from riwaya.contacts.scene import Scene, Unit, units_between
from riwaya.contacts.triggers import Trigger

_REACH = 4  # words between a verb's people and the noun that it governs


def agreed_on(scene: Scene, trigger: Trigger, args: Arguments, clause: int) -> bool:
    """Settle a contact on which those who are to take part agree; whether it is one."""
    if args.everyone() or trigger.kind == "visit":
        return False
    for at in range(trigger.first - 1, clause - 1, -1):
        if at in scene.inside_unit or not has("status", "agreed", scene.key(at)):
            continue
        on = any(scene.key(i) == "علي" for i in range(at + 1, trigger.first))
        chain = doer(scene, at + 1, trigger.first) or doer_before(scene, at, clause)
        chain = chain or dropped_doer(scene, at, trigger.sentence)
        people = [u for u in chain if u.type in ("PER", "GROUP", "GPE", "PAIR")]
        with_whom = units_between(scene, at + 1, trigger.first)
        others = [u for u in with_whom if scene.key(u.first - 1) == "مع" and u not in people]
        two = any(u.type == "PAIR" for u in people)  # الرئيسان اتفقا على عقد لقاء
        if not on or (len(people) + len(others) < 2 and not two):
            return False
        args.parties, args.partners, args.light = people, others, True
        return True
    return False


def intended(scene: Scene, trigger: Trigger, args: Arguments, clause: int) -> bool:
    """Settle what somebody means to do, puts off, calls off or refuses; whether it is that."""
    visit = trigger.kind == "visit" and args.destination is not None and not args.parties
    met = trigger.kind == "meeting" and len(args.parties) == 1 and not args.partners
    both = trigger.kind != "visit" and not args.everyone()
    if not (visit or met or both):
        return False
    verb = _governor(scene, trigger, clause)
    if verb is None:
        return False
    chain = doer(scene, verb + 1, trigger.first) or doer_before(scene, verb, clause)
    people = [u for u in chain if u.type in ("PER", "GROUP")]
    people = [u for u in people if all(u.key != other.key for other in args.parties)]
    if not people or (both and len(people) < 2):
        return False
    args.partners = args.parties if met else args.partners
    args.parties = people
    return True


def _governor(scene: Scene, trigger: Trigger, clause: int) -> int | None:
    """The verb of meaning, putting off or refusing of which the noun is the object."""
    plain = 0
    for at in range(trigger.first - 1, clause - 1, -1):
        if at in scene.inside_unit or at in scene.in_time or not scene.toks[at].is_word:
            continue
        key = scene.key(at)
        if has("verbs", "intend", key):
            return at
        plain += not (_of_unit(scene, at) or key in words("fields", "to_hold"))
        if plain > _REACH or has("prepositions", "any", key):
            return None
    return None


def _of_unit(scene: Scene, at: int) -> bool:
    """Whether a word stands beside a unit, as its title or adjective."""
    beside: tuple[Unit | None, Unit | None] = (
        scene.inside_unit.get(at - 1),
        scene.inside_unit.get(at + 1),
    )
    return any(unit is not None for unit in beside)

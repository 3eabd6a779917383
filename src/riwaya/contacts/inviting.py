"""Invitations: who asks whom to come, where a visit is only what is asked for."""

from __future__ import annotations

from riwaya.contacts.clauses import doer_before
from riwaya.contacts.lexicon import has, side
from riwaya.contacts.places import Arguments
from riwaya.contacts.scene import Scene, Unit, units_between
from riwaya.contacts.triggers import Trigger


def invited(scene: Scene, trigger: Trigger, args: Arguments, clause: int) -> bool:
    """Settle دعا X Y لزيارة Z: Y is to visit, X began it; whether it is one."""
    to = trigger.read.prefix.endswith("ل") or scene.key(trigger.first - 1) == "الي"
    if trigger.kind != "visit" or not to or trigger.read.pronoun or args.destination is None:
        return False
    for at in range(trigger.first - 1, clause - 1, -1):
        if at in scene.inside_unit:
            continue
        if has("fields", "invitation", scene.key(at)):
            return _by_noun(scene, trigger, args, clause, at)
        if has("verbs", "call", scene.key(at)):
            return _by_verb(scene, trigger, args, clause, at)
    return False


def _people(scene: Scene, first: int, stop: int) -> list[Unit]:
    return [u for u in units_between(scene, first, stop) if u.type in ("PER", "GROUP")]


def _by_verb(scene: Scene, trigger: Trigger, args: Arguments, clause: int, verb: int) -> bool:
    """X يدعو Y, دعا X Y."""
    told = doer_before(scene, verb, clause)[:1] + _people(scene, verb + 1, trigger.first)
    if len(told) != 2:
        return False
    args.initiator, args.parties = told[0], [told[1]]
    return True


def _host(args: Arguments, unit: Unit) -> bool:
    """Whether a visit's destination is a person's own state."""
    goal = args.destination
    of = side(goal.ref.entity) or goal.key if goal is not None else None
    return of is not None and side(unit.ref.entity) == of


def _by_noun(scene: Scene, trigger: Trigger, args: Arguments, clause: int, noun: int) -> bool:
    """دعوة X إلى Y, دعوة وجهها X لY, وجه X دعوة إلى Y, تلقى Y دعوة من X."""
    before = _people(scene, clause, noun)[-1:]
    behind = _people(scene, noun + 1, trigger.first)
    to = [u for u in behind if u.preposition == "ل" or scene.key(u.first - 1) == "الي"]
    by = [u for u in behind if u not in to][:1]
    got = any(has("verbs", "receive", scene.key(i)) for i in range(clause, noun))
    inviter, invitee = (by, before) if got else (by or before, to[:1])
    if not to and by and before and scene.key(noun).startswith("ل"):
        inviter, invitee = by, before  # استجابة X لدعوة Y
    elif not to and by and before and _host(args, before[0]):
        inviter, invitee = before, by  # ألغت X دعوة Y لزيارتها
    if not invitee or (inviter and inviter[0].key == invitee[0].key):
        return False
    args.initiator, args.parties = inviter[0] if inviter else None, invitee
    return True

"""Arguments: who takes part in the contact that a trigger names, who began it, and where it is.

What stands behind the trigger is read first; then the clause around it gives what is missing.
"""

from __future__ import annotations

from riwaya.arabic import fold_key
from riwaya.contacts.clauses import (
    antecedent,
    doer,
    doer_before,
    dropped_doer,
    free_person,
    governed,
    is_press,
    is_verb,
    nearest_person,
    unknown_doer,
)  # fmt: skip
from riwaya.contacts.lexicon import has, side, state, words
from riwaya.contacts.rightward import Arguments, look_right, names_contact, told
from riwaya.contacts.scene import PLACE_TYPES, Scene, Unit, units_between
from riwaya.contacts.triggers import Trigger
from riwaya.model import Ref


def find_arguments(scene: Scene, trigger: Trigger) -> Arguments:
    """Who stands in which place of the contact that a trigger names."""
    args = look_right(scene, trigger)
    if trigger.is_noun:
        _complete_noun(scene, trigger, args)
    elif trigger.read.frame == "visit" and trigger.read.pronoun:
        _visit_of_it(scene, trigger, args)
    else:
        _complete_verb(scene, trigger, args)
    return args


def _complete_noun(scene: Scene, trigger: Trigger, args: Arguments) -> None:
    """Find the doer of the clause in which a contact noun is object or adjunct."""
    lower = scene.bounds[trigger.sentence][0]
    clause = scene.clause_start(trigger.first, lower)
    light = _light_verb(scene, trigger, clause)
    args.light = light is not None
    if light is not None and args.partners and all(_is_pair(u) for u in args.parties):
        args.parties = []
    if light is not None and (not args.parties or not args.partners):
        _with_light_verb(scene, trigger, args, clause, light)
        return
    if _owned_by_others(scene, trigger):
        return
    own = trigger.read.pronoun or scene.key(trigger.last + 1) in ("له", "لها")
    both = trigger.read.pronoun == "هما" and args.parties and not args.partners
    if both and args.parties[0].type == "PER":  # لقائهما X: they meet him
        args.partners, args.parties = args.parties, []
    if own and not args.parties:
        args.parties = _owner(scene, trigger, lower, other_side=bool(both))
        return
    if trigger.kind == "visit" and _arrive(scene, trigger, args, clause):
        return
    _complete_adjunct(scene, trigger, args, clause)


def _complete_adjunct(scene: Scene, trigger: Trigger, args: Arguments, clause: int) -> None:
    """Find the doer of the clause that a contact noun only goes with: أكد X في لقاء مع Y."""
    if trigger.kind == "visit" and scene.key(trigger.first - 1) == "من" and not args.parties:
        args.parties = nearest_person(scene, clause, trigger.first)  # عودة X من زيارة
        return
    several = len(args.everyone()) >= 2 and (bool(args.parties) or args.light)
    if several or (len(args.states) >= 2 and not args.partners):
        return
    before = scene.key(trigger.first - 1)
    adjunct = before.removeprefix("و") in told("adjuncts") or trigger.read.prefix.endswith(
        ("ب", "ل")
    )
    if not (adjunct or args.partners) or args.parties:
        return
    chain = doer(scene, clause, trigger.first)
    occasion = before.removeprefix("و") in told("occasion")
    if occasion and not args.partners and trigger.kind != "visit":
        args.partners = _partners_left(scene, chain, clause, trigger)
    if scene.key(trigger.last + 1) in told("done_by") and len(chain) > 1:
        chain = free_person(scene, clause, trigger.first)  # قمة عقدها مع X: whoever acts
    if not chain and args.partners:
        chain = _doer_after(scene, trigger, args) or dropped_doer(scene, clause, trigger.sentence)
        chain = [u for u in chain if u.type != "ORG" or args.partners[0].type == "ORG"][:1]
    if chain and chain[0].type in ("ORG", "GPE") and any(u.type == "PER" for u in args.partners):
        chain = nearest_person(scene, clause, trigger.first)
    args.explicit = bool(args.partners)
    args.guessed = trigger.read.definite and not occasion and bool(args.partners)
    args.parties = [u for u in chain if all(u.key != other.key for other in args.partners)]


def _arrive(scene: Scene, trigger: Trigger, args: Arguments, clause: int) -> bool:
    """وصل X إلى Y في زيارة: visitor and place are those of the verb that the visit goes with."""
    governor = scene.key(trigger.first - 1)
    if args.destination or trigger.read.pronoun:
        return False
    if (
        governor not in ("في", "ضمن", "اطار", "مستهل", "بدايه", "مطلع")
        and trigger.read.prefix != "ب"
    ):
        return False
    for verb in range(trigger.first - 1, clause - 1, -1):
        if not has("verbs", "arrive", _unmark(scene.key(verb))) or verb in scene.inside_unit:
            continue
        places = [u for u in units_between(scene, verb + 1, trigger.first) if _whereto(scene, u)]
        if not places:
            return False
        people = doer(scene, verb + 1, trigger.first) + doer(scene, clause, verb)
        people = [u for u in people if u.type in ("PER", "GROUP")]
        chain = people[:1] or doer_before(scene, verb, clause)
        chain = chain or dropped_doer(scene, verb, trigger.sentence)
        args.parties = [u for u in chain if u.type in ("PER", "GROUP")]
        args.destination, args.light = places[-1], True
        return bool(args.parties)
    return False


def _whereto(scene: Scene, unit: Unit) -> bool:
    """Whether a place is where somebody comes to, not from."""
    return unit.type in PLACE_TYPES and scene.key(unit.first - 1) not in ("من", "في", "عبر")


def _owned_by_others(scene: Scene, trigger: Trigger) -> bool:
    """زيارة لنائب: its doer is told, but is nobody known."""
    at = trigger.last + 1
    unknown = at not in scene.inside_unit and at not in scene.in_time and scene.toks[at:]
    return bool(trigger.kind == "visit" and unknown and scene.key(at).startswith("ل")
                and scene.key(at) not in ("له", "لها", "لهما", "لهم", "لم", "لن", "لا"))  # fmt: skip


def _light_verb(scene: Scene, trigger: Trigger, clause: int) -> int | None:
    """The verb that holds the noun as its object: أجرى … مكالمة, قام بزيارة."""
    if trigger.read.prefix.endswith(("ل", "ك")):
        return None
    for at in range(trigger.first - 1, clause - 1, -1):
        key = scene.key(at)
        bare = key[1:] if key.startswith("س") else key
        if bare == "عقد" and at == trigger.first - 1 and not scene.key(trigger.first).endswith("ا"):
            continue  # the verbal noun: إمكانية عقد لقاء
        groups = ("light", "receive", "send", "propose", "host")
        for group in groups if trigger.kind == "letter" else groups[:2] + groups[3:]:
            if (
                has("verbs", group, key)
                or has("verbs", group, bare)
                or has("verbs", group, _unmark(key))
            ):
                return at
        near = at == trigger.first - 1 or (
            at == trigger.first - 2 and _is_construct(scene, trigger)
        )
        calls = key == "الي" and _calls(scene, at, clause)
        held = has("prepositions", "any", key) and near and key != "من" and not calls
        if held or (at not in scene.inside_unit and names_contact(key)):
            return None
        if is_verb(key) and at not in scene.inside_unit:
            return None
    return None


def _calls(scene: Scene, at: int, clause: int) -> bool:
    """Whether إلى belongs to a verb of calling: دعت X إلى اجتماع."""
    verbs = (scene.key(i) for i in range(clause, at) if i not in scene.inside_unit)
    return any(key in words("verbs", "call") for key in verbs)


def _is_construct(scene: Scene, trigger: Trigger) -> bool:
    """Whether the word before a definite noun is the head of which it is the tail: قبيل بدء القمة."""
    before, own = scene.key(trigger.first - 1), scene.key(trigger.first)
    tail = own.startswith("ال") or bool(trigger.read.pronoun)
    return tail and trigger.first - 1 not in scene.inside_unit and not before.startswith("ال")


def _unmark(key: str) -> str:
    """A folded verb without its conjunction and future particle."""
    if any(key in words("verbs", group) for group in ("arrive", "light", "send")):
        return key  # وصل, وجه: its و is its own
    for mark in ("وس", "فس", "و", "ف", "س"):
        bare = key[len(mark) :]
        if key.startswith(mark) and (not mark.endswith("س") or bare[:1] in ("ي", "ت")):
            return bare
    return key


def _propose(
    scene: Scene, trigger: Trigger, args: Arguments, clause: int, chain: list[Unit]
) -> bool:
    """Settle a contact that somebody calls for, where he need not take part; whether that is so."""
    if trigger.kind == "visit":  # دعا X Y إلى زيارة
        args.parties = _partners_left(scene, chain, clause, trigger)
        args.initiator = chain[0] if chain else None
        return True
    if args.everyone() and not args.partners:
        args.initiator = chain[0] if len(chain) == 1 else None  # who asks that others meet
        return True
    return bool(args.parties) and len(args.everyone()) >= 2


def _dropped(
    scene: Scene, trigger: Trigger, args: Arguments, clause: int, light: int
) -> list[Unit]:
    """Who does it where the verb names nobody; with a person, a person."""
    chain = dropped_doer(scene, clause if clause < light else light, trigger.sentence)
    chain = [u for u in chain if u.type == "PER"] or chain
    args.explicit = False
    if chain and chain[0].type != "PER" and any(u.type == "PER" for u in args.partners):
        return free_person(scene, scene.bounds[trigger.sentence][0], light)
    return chain


def _with_light_verb(
    scene: Scene, trigger: Trigger, args: Arguments, clause: int, light: int
) -> None:
    key = _unmark(scene.key(light))
    chain = doer(scene, light + 1, trigger.first) or doer_before(scene, light, clause)
    if not chain and scene.key(light - 1) in words("boundaries", "relative"):
        chain = antecedent(scene, light - 1, scene.bounds[trigger.sentence][0])  # الذي يقوم بزيارة
    hosts = [u for u in chain if u.type in PLACE_TYPES]
    if has("verbs", "host", key) and hosts and not args.partners:  # تستضيف مكة قمة: where it is
        args.place = args.place or hosts[0]
        return
    if has("verbs", "propose", key) and _propose(scene, trigger, args, clause, chain):
        return
    paired = any(u.type == "PAIR" for u in args.everyone())
    if len(args.everyone()) >= 2 or paired:
        if paired or args.partners or has("verbs", "host", key):
            args.parties = [*chain, *args.parties]  # a host beside those who meet
        return
    if not chain and not unknown_doer(scene, light, clause):
        chain = _dropped(scene, trigger, args, clause, light)
    args.parties = chain or args.parties
    if not chain:
        return
    if has("verbs", "receive", key):
        args.initiator = args.initiator or (args.partners[0] if args.partners else None)
    elif has("verbs", "send", key) or has("verbs", "propose", key):
        args.initiator = chain[0] if len(chain) == 1 else None
    elif args.reached:
        args.initiator = chain[0]


def _owner(scene: Scene, trigger: Trigger, lower: int, *, other_side: bool = False) -> list[Unit]:
    """Whom the pronoun on a noun stands for: the nearest person before it, else the doer after it."""
    if trigger.read.pronoun == "هما":
        chain = doer(scene, scene.clause_start(trigger.first, lower), trigger.first)
        with_others = trigger.kind == "visit" or other_side
        return chain if with_others and len(chain) > 1 else []
    best: list[Unit] = []
    for unit in _fitting(scene, trigger, lower):
        if not governed(scene, unit, lower):
            return [unit]
        best = best or [unit]
    if best:
        return best
    args = Arguments(end=trigger.last + 1)
    chain = _doer_after(scene, trigger, args) or dropped_doer(scene, lower, trigger.sentence)
    return chain[:1] if chain and chain[0].type == "PER" else []


def _fitting(scene: Scene, trigger: Trigger, lower: int) -> list[Unit]:
    """Before a noun, those whom its pronoun can stand for, the nearest first: of its gender, where
    offices show that (رئيسة الوزراء … مفاوضاتها).
    """
    found = (scene.unit_at.get(at) for at in range(trigger.first - 1, lower - 1, -1))
    units = [u for u in found if u is not None and not is_press(scene, u)]
    her = trigger.read.pronoun == "ها"
    fitting = [u for u in units if u.type == "PER" or (her and u.type == "GPE")]
    if her:
        women = [u for u in fitting if _woman(scene, u)]
        return women or fitting
    return [u for u in fitting if not _woman(scene, u)] or fitting


def _woman(scene: Scene, unit: Unit) -> bool:
    """Whether a person's office, in the unit or right before it, is a woman's."""
    offices = words("heads", "women")
    return unit.type == "PER" and any(
        scene.key(at) in offices for at in range(unit.first - 3, unit.last + 1)
    )


def _doer_after(scene: Scene, trigger: Trigger, args: Arguments) -> list[Unit]:
    """The doer of the main clause behind a leading adjunct: وخلال زيارته … قدم X."""
    stop = scene.bounds[trigger.sentence][1]
    return doer(scene, max(args.end, trigger.last + 1), min(stop, args.end + 15))


def _is_pair(unit: Unit) -> bool:
    return unit.type == "PAIR" or fold_key(unit.ref.name or "") in words("pairs", "state")


def _partners_left(scene: Scene, chain: list[Unit], clause: int, trigger: Trigger) -> list[Unit]:
    """The other side where the contact is only the occasion: أبلغ X Y في اتصال, بحث X مع Y في لقاء."""
    if len(chain) > 1:
        return []
    begin = chain[-1].last + 1 if chain else clause
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


def _complete_verb(scene: Scene, trigger: Trigger, args: Arguments) -> None:
    """Settle doer and object of a contact verb."""
    lower = scene.bounds[trigger.sentence][0]
    clause = scene.clause_start(trigger.first, lower)
    before = doer_before(scene, trigger.first, clause)
    if scene.key(trigger.first - 1) in words("boundaries", "relative"):
        before = antecedent(scene, trigger.first - 1, lower)
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
    unled = trigger.read.frame == "meet" and not args.parties and not trigger.read.dual
    if unled and len(args.partners) > 1:  # with X and Y, and nobody tells who
        hidden = unknown_doer(scene, trigger.first, clause)
        args.parties = [] if hidden else dropped_doer(scene, trigger.first, trigger.sentence)[:1]
        args.partners = args.partners if args.parties else []
        return
    if len(args.everyone()) >= 2 or (trigger.kind == "visit" and args.parties and args.destination):
        _initiate(trigger, args)
        return
    if not before and unknown_doer(scene, trigger.first, clause):
        return
    paired = any(unit.type == "PAIR" for unit in args.everyone())
    if (
        paired
        or _partner_unknown(scene, args, trigger.kind)
        or (trigger.soft and not args.partners)
    ):
        return
    if args.everyone() and not before and (args.parties or args.partners):
        chain = dropped_doer(scene, trigger.first, trigger.sentence)
        if chain and all(u.key != chain[0].key for u in args.everyone()):
            args.partners = args.everyone()
            args.parties = chain[:1]
            args.explicit = False
    elif trigger.kind == "visit" and args.destination and not args.parties:
        args.parties = dropped_doer(scene, trigger.first, trigger.sentence)[:1]
        args.explicit = False
    _initiate(trigger, args)


def _visit_of_it(scene: Scene, trigger: Trigger, args: Arguments) -> None:
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
    at += key in ("،", ",")
    return kind == "visit" and scene.key(at).startswith("ال") and at not in scene.inside_unit


def _initiate(trigger: Trigger, args: Arguments) -> None:
    if trigger.read.frame in ("call", "dial") and args.parties and args.partners:
        args.initiator = args.parties[0]


def host_of(unit: Unit) -> Ref:
    """The state behind a destination: the city's, else the unit itself."""
    behind = side(unit.ref.entity)
    return state(behind) if behind and behind != unit.ref.entity else unit.ref


def place_before(scene: Scene, trigger: Trigger) -> Unit | None:
    """A place between a verb and its noun: تعقد في القاهرة قمة."""
    for at in range(trigger.first - 1, trigger.first - 5, -1):
        unit = scene.unit_at.get(at)
        if unit is not None:
            held = scene.key(at - 1) == "في" and unit.last == trigger.first - 1
            return unit if held and unit.type in PLACE_TYPES else None
    return None

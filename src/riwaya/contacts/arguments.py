"""Arguments: who takes part in the contact that a trigger names, who began it, and where it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.arabic import fold_key
from riwaya.contacts.clauses import (
    doer,
    doer_before,
    dropped_doer,
    governed,
    is_press,
    is_verb,
    nearest_person,
)  # fmt: skip
from riwaya.contacts.lexicon import has, nationalities, reading, state_of, words
from riwaya.contacts.scene import PARTY_TYPES, PLACE_TYPES, Scene, Unit
from riwaya.contacts.triggers import Trigger
from riwaya.model import Ref

_PLACE_REACH = 16
_REACH = 45  # tokens after a trigger in which its partners stand


@dataclass(slots=True)
class Arguments:
    """The units in the places of a contact."""

    parties: list[Unit] = field(default_factory=list)
    partners: list[Unit] = field(default_factory=list)
    initiator: Unit | None = None
    place: Unit | None = None
    destination: Unit | None = None
    states: list[tuple[str, int]] = field(default_factory=list)
    explicit: bool = True
    pair: bool = False
    reached: bool = False
    end: int = 0

    def everyone(self) -> list[Unit]:
        """The parties in order, each once."""
        out: list[Unit] = []
        for unit in [*self.parties, *self.partners]:
            if unit.type == "PAIR" or all(unit.key != other.key for other in out):
                out.append(unit)
        return out


def _told(group: str) -> frozenset[str]:
    return words("arguments", group)


def find_arguments(scene: Scene, trigger: Trigger) -> Arguments:
    """Who stands in which place of the contact that a trigger names."""
    args = Arguments()
    _look_right(scene, trigger, args)
    if trigger.is_noun:
        _complete_noun(scene, trigger, args)
    else:
        _complete_verb(scene, trigger, args)
    return args


# ---------------------------------------------------------------- to the right


def _stops(scene: Scene, at: int, trigger: Trigger, args: Arguments) -> bool:
    """Whether what stands here begins another clause."""
    key = scene.key(at)
    if key in words("boundaries", "relative"):
        after = scene.key(at + 1)
        return not (after in _told("passive") or after in _told("gathered")) or bool(args.partners)
    if scene.is_boundary(at):
        return True
    if at > trigger.last + 1 and at not in scene.inside_unit and names_contact(key):
        return True
    if key in _told("passive") or key in _told("gathered"):
        return False
    return at > trigger.last and is_verb(key) and at not in scene.inside_unit


def names_contact(key: str) -> bool:
    """Whether a word is a noun for a contact: what follows it is its own."""
    read = reading(key)
    return read is not None and read.frame == "noun" and read.kind not in ("talk", "letter")


def _look_right(scene: Scene, trigger: Trigger, args: Arguments) -> None:
    stop = min(scene.bounds[trigger.sentence][1], trigger.last + _REACH)
    at, pending, topic, drifted = trigger.last + 1, "", False, False
    while at < stop:
        key = scene.key(at)
        if at in scene.time_at:
            at = scene.time_at[at][1] + 1
            continue
        unit = scene.unit_at.get(at)
        if unit is not None:
            at = _take(scene, trigger, args, unit, pending, topic, stop)
            pending = ""
            continue
        if _stops(scene, at, trigger, args):
            break
        if key in nationalities() and at <= trigger.last + 3 and trigger.is_noun:
            args.states.append((nationalities()[key], at))
        elif key in _told("gathered") and not trigger.soft:
            pending, topic = "بين", False
        elif key in _told("topic"):
            pending, topic = "عن", True
        elif key in _told("among"):
            args.partners = [u for u in args.partners if u.type != "GROUP"]
            pending, topic = "مع", False
        elif key in ("مع", "ومع"):
            pending = "عن" if drifted or scene.key(at - 1) in _told("ties") else "مع"
        elif trigger.soft and key.endswith("بين"):
            pending = "عن"
        elif has("prepositions", "any", key):
            pending = key.removeprefix("و") if key.startswith("و") else key
        elif pending in ("الي", "من", "علي", "ب") and scene.toks[at].is_word and not topic:
            drifted = True  # another noun's phrase: what comes with مع is its own
        at += 1
    args.end = min(at, stop)


def _take(
    scene: Scene,
    trigger: Trigger,
    args: Arguments,
    unit: Unit,
    pending: str,
    topic: bool,
    stop: int,
) -> int:
    """Put a unit, and those coordinated with it, where its preposition says; the token after them."""
    chain = scene.chain(unit.first, stop)
    role = pending or {"ب": "ب", "ل": "الي"}.get(unit.preposition, "")
    after = chain[-1].last + 1
    people = [u for u in chain if u.type in PARTY_TYPES and not is_press(scene, u)]
    visit = trigger.kind == "visit"
    near = unit.first <= trigger.last + _PLACE_REACH
    if role == "في" or (role == "ب" and unit.type in PLACE_TYPES and trigger.kind != "contact"):
        if args.place is None and unit.type in PLACE_TYPES and not topic and near:
            args.place = unit
    elif role in ("بين", "مع"):
        (args.partners if role == "مع" else args.parties).extend(people)
    elif role == "من" and trigger.kind in ("phone_call", "contact", "letter") and not topic:
        if (
            people
            and people[0].type == "PER"
            and args.initiator is None
            and not trigger.read.definite
        ):
            args.initiator = people[0]
            args.partners.append(people[0])
    elif role == "الي":
        if visit and unit.type in PLACE_TYPES:
            args.destination = args.destination or unit
        elif (
            not topic and (trigger.kind == "letter" or unit.preposition == "ل") and trigger.is_noun
        ):
            args.partners.extend(people)
    elif role == "ب" and not topic:
        args.reached = trigger.kind == "phone_call"
        args.partners.extend(u for u in people if u.type != "GPE")
    elif fold_key(unit.ref.name or "") in ("بينهما", "وبينهما"):
        args.parties.append(unit)
    elif role == "" and not topic:
        _take_bare(scene, trigger, args, unit, people)
    return after


def _take_bare(
    scene: Scene, trigger: Trigger, args: Arguments, unit: Unit, people: list[Unit]
) -> None:
    """A unit without preposition: the noun's owner, the verb's doer or object."""
    adjacent = unit.first == trigger.last + 1 and trigger.last == trigger.first
    adjacent = adjacent and scene.unit_at.get(unit.first) is unit
    if adjacent and trigger.is_noun and people:  # اجتماع روسيا الناتو
        beside = scene.unit_at.get(people[-1].last + 1)
        if beside is not None and not beside.prefix and beside.type in ("GPE", "ORG"):
            people = [*people, beside] if people[-1].type in ("GPE", "ORG") else people
    if trigger.kind == "visit" and unit.type in PLACE_TYPES and (adjacent or args.parties):
        args.destination = args.destination or unit
    elif trigger.is_noun:
        if adjacent or (not trigger.read.definite and unit.type == "PER" and not unit.joined):
            (args.parties if adjacent else args.partners).extend(people)
    elif not unit.joined or not args.parties:
        (args.partners if args.parties else args.parties).extend(people)


# ---------------------------------------------------------------- to the left


def _complete_noun(scene: Scene, trigger: Trigger, args: Arguments) -> None:
    """Find the doer of the clause in which a contact noun is object or adjunct."""
    lower = scene.bounds[trigger.sentence][0]
    clause = scene.clause_start(trigger.first, lower)
    light = _light_verb(scene, trigger, clause)
    if light is not None and args.partners and all(_is_pair(u) for u in args.parties):
        args.parties = []
    if light is not None and (not args.parties or not args.partners):
        _with_light_verb(scene, trigger, args, clause, light)
        return
    own = trigger.read.pronoun or scene.key(trigger.last + 1) in ("له", "لها")
    if own and not args.parties:
        args.parties = _owner(scene, trigger, lower)
        return
    if len(args.everyone()) >= 2 or (len(args.states) >= 2 and not args.partners):
        return
    before = scene.key(trigger.first - 1)
    adjunct = before.removeprefix("و") in _told("adjuncts") or trigger.read.prefix.endswith(
        ("ب", "ل")
    )
    if not (adjunct or args.partners) or args.parties:
        return
    chain = doer(scene, clause, trigger.first)
    occasion = before.removeprefix("و") in _told("occasion")
    if occasion and not args.partners:
        args.partners = _partners_left(scene, chain, clause, trigger)
    if not chain and args.partners:
        chain = _doer_after(scene, trigger, args) or dropped_doer(scene, clause, trigger.sentence)
        chain = chain[:1]
    if chain and chain[0].type == "ORG" and any(u.type == "PER" for u in args.partners):
        chain = nearest_person(scene, clause, trigger.first)
    args.explicit = bool(args.partners)
    args.parties = [u for u in chain if all(u.key != other.key for other in args.partners)]


def _light_verb(scene: Scene, trigger: Trigger, clause: int) -> int | None:
    """The verb that holds the noun as its object: أجرى … مكالمة."""
    for at in range(trigger.first - 1, clause - 1, -1):
        key = scene.key(at)
        bare = key[1:] if key.startswith("س") else key
        if bare == "عقد" and at == trigger.first - 1 and not scene.key(trigger.first).endswith("ا"):
            continue  # the verbal noun: إمكانية عقد لقاء
        for group in ("light", "receive", "send", "propose"):
            if (
                has("verbs", group, key)
                or has("verbs", group, bare)
                or has("verbs", group, _unmark(key))
            ):
                return at
        if has("prepositions", "any", key) and at == trigger.first - 1 and key != "من":
            return None
        if is_verb(key) and at not in scene.inside_unit:
            return None
    return None


def _unmark(key: str) -> str:
    """A folded verb without its conjunction and future particle."""
    for mark in ("وس", "فس", "و", "ف"):
        if key.startswith(mark):
            return key[len(mark) :]
    return key


def _with_light_verb(
    scene: Scene, trigger: Trigger, args: Arguments, clause: int, light: int
) -> None:
    key = _unmark(scene.key(light))
    chain = doer(scene, light + 1, trigger.first) or doer_before(scene, light, clause)
    if len(args.everyone()) >= 2 or any(u.type == "PAIR" for u in args.everyone()):
        args.parties = [*chain, *args.parties]  # a host beside those who meet
        return
    if not chain:
        chain = dropped_doer(scene, clause if clause < light else light, trigger.sentence)
        args.explicit = False
    args.parties = chain
    if not chain:
        return
    if has("verbs", "receive", key):
        args.initiator = args.initiator or (args.partners[0] if args.partners else None)
    elif has("verbs", "send", key) or has("verbs", "propose", key):
        args.initiator = chain[0] if len(chain) == 1 else None
    elif args.reached:
        args.initiator = chain[0]


def _owner(scene: Scene, trigger: Trigger, lower: int) -> list[Unit]:
    """Whom the pronoun on a noun stands for: the nearest person before it, else the doer after it."""
    if trigger.read.pronoun == "هما":
        chain = doer(scene, scene.clause_start(trigger.first, lower), trigger.first)
        return chain if trigger.kind == "visit" and len(chain) > 1 else []
    best: list[Unit] = []
    for at in range(trigger.first - 1, lower - 1, -1):
        unit = scene.unit_at.get(at)
        if unit is None or is_press(scene, unit):
            continue
        if unit.type == "PER" or (trigger.read.pronoun == "ها" and unit.type == "GPE"):
            if not governed(scene, unit, lower):
                return [unit]
            best = best or [unit]
    if best:
        return best
    args = Arguments(end=trigger.last + 1)
    return _doer_after(scene, trigger, args)[:1] or dropped_doer(scene, lower, trigger.sentence)[:1]


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
        if before == "مع" or unit.preposition == "ل":
            return scene.chain(at, trigger.first)
        if chain and at == begin and not unit.prefix:
            return [unit]
    return []


def _complete_verb(scene: Scene, trigger: Trigger, args: Arguments) -> None:
    """Settle doer and object of a contact verb."""
    lower = scene.bounds[trigger.sentence][0]
    clause = scene.clause_start(trigger.first, lower)
    before = doer_before(scene, trigger.first, clause)
    if before:
        args.partners = [*args.parties, *args.partners]
        args.parties = before
    if trigger.read.dual and len(args.everyone()) < 2:
        args.pair = True
        return
    if len(args.everyone()) >= 2 or (trigger.kind == "visit" and args.parties and args.destination):
        _initiate(trigger, args)
        return
    if trigger.soft and len(args.everyone()) < 2 and not args.partners:
        return
    if trigger.soft and len(args.everyone()) < 2 and not args.partners:
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


def _initiate(trigger: Trigger, args: Arguments) -> None:
    if trigger.read.frame in ("call", "dial") and args.parties and args.partners:
        args.initiator = args.parties[0]


def host_of(unit: Unit) -> Ref:
    """The state behind a destination: the city's, else the unit itself."""
    state = state_of(unit.ref.entity)
    return Ref(entity=state) if state else unit.ref

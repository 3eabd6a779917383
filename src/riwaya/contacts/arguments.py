"""Arguments: who takes part in the contact that a trigger names, who began it, and where it is.

What stands behind the trigger is read first; then the clause around it gives what is missing.
"""

from __future__ import annotations

from riwaya.arabic import fold_key
from riwaya.contacts.adjuncts import complete_adjunct, doer_after, partners_left, where
from riwaya.contacts.clauses import (
    antecedent,
    doer,
    doer_before,
    dropped_doer,
    free_person,
    governed,
    is_press,
    is_verb,
    is_woman,
    unknown_doer,
)  # fmt: skip
from riwaya.contacts.intending import agreed_on, intended
from riwaya.contacts.inviting import invited
from riwaya.contacts.lexicon import has, side, state, words
from riwaya.contacts.places import Arguments, names_contact, told
from riwaya.contacts.rightward import look_right
from riwaya.contacts.scene import PARTY_TYPES, PLACE_TYPES, Scene, Unit, units_between
from riwaya.contacts.speaking import speaker
from riwaya.contacts.triggers import Trigger
from riwaya.contacts.verbal import complete_verb, visit_of_it
from riwaya.model import Ref


def find_arguments(scene: Scene, trigger: Trigger) -> Arguments:
    """Who stands in which place of the contact that a trigger names."""
    args = look_right(scene, trigger)
    if trigger.is_noun:
        _complete_noun(scene, trigger, args)
    elif trigger.read.frame == "visit" and trigger.read.pronoun:
        visit_of_it(scene, trigger, args)
    else:
        complete_verb(scene, trigger, args)
    return args


def _complete_noun(scene: Scene, trigger: Trigger, args: Arguments) -> None:
    """Find the doer of the clause in which a contact noun is object or adjunct."""
    lower = scene.bounds[trigger.sentence][0]
    clause = scene.clause_start(trigger.first, lower)
    if args.own_words and (who := speaker(scene, trigger)) is not None:
        args.parties, args.light = [*args.parties, who], True
        return
    if invited(scene, trigger, args, clause) or _sent_to_him(scene, trigger, args, clause):
        return
    light = _light_verb(scene, trigger, clause)
    args.light = light is not None
    if light is not None and args.partners and all(_is_pair(u) for u in args.parties):
        args.parties = []
    if light is not None and (not args.parties or not args.partners):
        _with_light_verb(scene, trigger, args, clause, light)
        return
    if _owned_by_others(scene, trigger):
        return
    whose = {scene.key(trigger.last + 1), scene.key(trigger.last + 2)}
    own = trigger.read.pronoun or bool(whose & {"له", "لها"})  # زيارة له, زيارة خارجية لها
    both = trigger.read.pronoun == "هما" and args.parties and not args.partners
    if both and args.parties[0].type == "PER":  # لقائهما X: they meet him
        args.partners, args.parties = args.parties, []
    if own and not args.parties:
        args.parties = _owner(scene, trigger, args, lower, other_side=bool(both))
        if trigger.kind == "visit" and args.destination is None and not trigger.read.definite:
            args.destination = where(scene, trigger, lower)
        return
    arrived = trigger.kind == "visit" and _arrive(scene, trigger, args, clause)
    if arrived or agreed_on(scene, trigger, args, clause):
        return
    if not intended(scene, trigger, args, clause):
        complete_adjunct(scene, trigger, args, clause)


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
    after = scene.key(trigger.first - 1) == "من" and trigger.first - 2 in scene.in_time
    if trigger.read.prefix.endswith(("ل", "ك")) or after:
        return None  # بعد يومين من زيارة
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
        args.parties = partners_left(scene, chain, clause, trigger)
        args.initiator = chain[0] if chain else None
        return True
    if args.everyone() and not args.partners:
        args.initiator = chain[0] if len(chain) == 1 else None  # who asks that others meet
        return True
    if not args.everyone() and len(chain) == 1:
        return _asked(scene, trigger, args, chain[0])
    return bool(args.parties) and len(args.everyone()) >= 2


def _asked(scene: Scene, trigger: Trigger, args: Arguments, asking: Unit) -> bool:
    """Settle a contact by whom somebody asks to it: اقترح X على Y عقد لقاء, دعا X كلا من Y وZ إلى مفاوضات."""
    people = [
        u for u in units_between(scene, asking.last + 1, trigger.first) if u.type in PARTY_TYPES
    ]
    free = [u for u in people if not governed(scene, u, asking.last + 1)]
    to = [u for u in people if scene.key(u.first - 1) == "علي" or u.preposition == "ل"]
    asked = to[:1] or free[:1]
    if not asked:
        return False
    several = [u for u in scene.chain(asked[0].first, trigger.first) if u in people]
    args.initiator = asking
    if len(several) > 1:
        args.parties, args.partners = several, []
    else:
        args.parties, args.partners = [asking], asked
    return True


def _dropped(
    scene: Scene, trigger: Trigger, args: Arguments, clause: int, light: int
) -> list[Unit]:
    """Who does it where the verb names nobody; with a person, a person."""
    joined = scene.toks[light].text.startswith("و") and clause < light  # رحب X بـY وأجرى محادثات
    chain = doer(scene, clause, light)[:1] if joined else []
    chain = chain or dropped_doer(scene, clause if clause < light else light, trigger.sentence)
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
    if trigger.kind == "letter" and _lettered(scene, trigger, args, clause, light, chain):
        return
    paired = any(u.type == "PAIR" for u in args.everyone())
    if len(args.everyone()) >= 2 or paired:
        if paired or args.partners or has("verbs", "host", key):
            args.parties = [*chain, *args.parties]  # a host beside those who meet
        return
    if not chain and not unknown_doer(scene, light, clause):
        chain = _dropped(scene, trigger, args, clause, light)
    args.partners = args.partners or _with_them(scene, trigger, light, chain)
    args.parties = chain or args.parties
    if not chain:
        return
    if has("verbs", "receive", key):
        args.initiator = args.initiator or (args.partners[0] if args.partners else None)
    elif has("verbs", "send", key) or has("verbs", "propose", key):
        args.initiator = chain[0] if len(chain) == 1 else None
    elif args.reached:
        args.initiator = chain[0]


def _lettered(
    scene: Scene, trigger: Trigger, args: Arguments, clause: int, light: int, chain: list[Unit]
) -> bool:
    """Settle a letter that is exchanged, or that somebody brings from another; whether it is one."""
    key = _unmark(scene.key(light))
    if args.initiator is not None:
        handed = has("verbs", "hand", key)
        got = _handed(scene, trigger, clause, light) if handed else chain
        _carried(args, got, received=bool(got) if handed else has("verbs", "receive", key))
    elif has("verbs", "exchange", key):
        both = [*chain, *args.parties] if not args.partners else chain or args.parties
        args.parties, args.partners = both[:1], [*both[1:], *args.partners]
    else:
        return False
    return True


def _handed(scene: Scene, trigger: Trigger, clause: int, light: int) -> list[Unit]:
    """To whom somebody hands a letter: سلم السفير Y رسالة من Z."""
    people = [u for u in units_between(scene, light + 1, trigger.first) if u.type == "PER"]
    known = len(people) > 1 or unknown_doer(scene, light, clause)
    return people[-1:] if known else []


def _sent_to_him(scene: Scene, trigger: Trigger, args: Arguments, clause: int) -> bool:
    """Settle a letter that was sent to whoever acts in the clause: نشر X رسالة بعثها إليه Y; whether it is one."""
    if trigger.kind != "letter" or not args.parties or args.partners:
        return False
    near = [scene.key(at) for at in range(trigger.last + 1, trigger.last + 4)]
    if not (set(near) & told("sent_by") and {"اليه", "اليها", "له", "لها"} & set(near)):
        return False
    chain = doer(scene, clause, trigger.first) or dropped_doer(scene, clause, trigger.sentence)
    people = [u for u in chain if u.type == "PER" and u.key != args.parties[0].key]
    if people:
        args.partners, args.initiator, args.light = people[:1], args.parties[0], True
    return bool(people)


def _with_them(scene: Scene, trigger: Trigger, light: int, chain: list[Unit]) -> list[Unit]:
    """Whom the pronoun of معهم or معه before a noun stands for: رحب X بالوفد وأجرى معهم محادثات."""
    said = [scene.key(at) for at in range(light + 1, trigger.first)]
    many = "معهم" in said
    if not chain or not (many or "معه" in said or "معها" in said):
        return []
    for at in range(light - 1, scene.bounds[trigger.sentence][0] - 1, -1):
        unit = scene.unit_at.get(at)
        kinds = ("GROUP",) if many else ("PER",)
        if unit is not None and unit.type in kinds and all(unit.key != u.key for u in chain):
            return [unit]
    return []


def _carried(args: Arguments, chain: list[Unit], *, received: bool) -> None:
    """A letter from somebody: whoever hands it over takes no part, whoever gets it does."""
    sender = args.initiator
    if sender is None:
        return
    others = [u for u in args.partners if u.key != sender.key]
    args.parties, args.partners = [sender], others or (chain if received else [])


def _owner(
    scene: Scene, trigger: Trigger, args: Arguments, lower: int, *, other_side: bool = False
) -> list[Unit]:
    """Whom the pronoun on a noun stands for: the nearest person before it, else the doer after it."""
    if trigger.read.pronoun in ("هم", "هن"):  # of several, whom no unit stands for
        return []
    if trigger.read.pronoun == "هما":
        chain = doer(scene, scene.clause_start(trigger.first, lower), trigger.first)
        with_others = trigger.kind == "visit" or other_side
        return chain if with_others and len(chain) > 1 else []
    best: list[Unit] = []
    host = host_of(args.destination).key if trigger.kind == "visit" and args.destination else ""
    said = (i for i in range(trigger.first - 1, lower, -1) if scene.key(i) in told("his_words"))
    words_of = next(said, 0)
    quoted = scene.inside_unit.get(words_of - 1)
    others = units_between(scene, words_of, trigger.first) if words_of else iter(())
    if any(u.type == "PER" and not governed(scene, u, words_of) for u in others):
        quoted = None  # قالت X إنه من المهم أن يجري Y محادثاته
    if quoted is not None and quoted.type == "PER":
        return [quoted]  # نقل عن X قوله خلال زيارته
    for unit in _guests(_fitting(scene, trigger, lower), host):
        if not governed(scene, unit, lower):
            return [unit]
        best = best or [unit]
    if best:
        return best
    told_of = args if args.partners else Arguments(end=trigger.last + 1)
    chain = doer_after(scene, trigger, told_of) or dropped_doer(scene, lower, trigger.sentence)
    return chain[:1] if chain and chain[0].type == "PER" else []


def _guests(units: list[Unit], host: str) -> list[Unit]:
    """Those who can visit a state: where the nearest is one of its people, only people of others."""
    if not host or not units or side(units[0].ref.entity) != host:
        return units
    return [u for u in units if side(u.ref.entity) not in (None, host)]


def _fitting(scene: Scene, trigger: Trigger, lower: int) -> list[Unit]:
    """Before a noun, those whom its pronoun can stand for, the nearest first: of its gender, where
    offices show that (رئيسة الوزراء … مفاوضاتها).
    """
    found = (scene.unit_at.get(at) for at in range(trigger.first - 1, lower - 1, -1))
    units = [u for u in found if u is not None and not is_press(scene, u)]
    her = trigger.read.pronoun == "ها"
    fitting = [u for u in units if u.type == "PER" or (her and u.type == "GPE")]
    if her:
        women = [u for u in fitting if is_woman(scene, u)]
        return women or fitting
    return [u for u in fitting if not is_woman(scene, u)] or fitting


def _is_pair(unit: Unit) -> bool:
    return unit.type == "PAIR" or fold_key(unit.ref.name or "") in words("pairs", "state")


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

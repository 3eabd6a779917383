"""Clauses: who does something in one. A shallow reading, for the doer of a contact and its partner."""

from __future__ import annotations

from functools import lru_cache

from riwaya.contacts.lexicon import has, nationalities, reading, words
from riwaya.contacts.scene import PARTY_TYPES, Scene, Unit, units_between
from riwaya.names.registry import registry

_IMPERFECT = ("سي", "ست", "ي", "ت")
_COMPLEMENTS = frozenset({"ان", "بان", "لان"})
_SKIPPED = frozenset({"،", ",", "#", '"', "“", "”", "(", ")", "«", "»"})


@lru_cache(maxsize=1 << 15)
def is_verb(key: str) -> bool:
    """Whether a folded word is, or looks like, a finite verb of news."""
    if has("verbs", "perfect", key) or has("verbs", "light", key):
        return True
    bare = key[1:] if len(key) > 3 and key[0] in "وف" else key
    for ending in ("ا", "وا"):  # تعهدا, تعهدوا
        if bare.endswith(ending) and bare[: -len(ending)] in words("verbs", "perfect"):
            return True
    if (read := reading(bare)) is not None:
        return read.frame != "noun"
    if bare in words("verbs", "look_alike"):
        return False
    return bare.startswith(("سي", "ست", "ي")) and len(bare) >= 4 and not bare.endswith("ه")


def is_press(scene: Scene, unit: Unit) -> bool:
    """Whether a unit is an outlet or reporters: talking to them is no contact."""
    known = registry().entity(unit.ref.entity)
    if known is not None and known.kind in ("agency", "outlet"):
        return True
    press = words("chains", "press")
    before = scene.key(unit.first - 1)
    inside = {scene.key(i) for i in range(unit.first, unit.last + 1)}
    behind = scene.key(unit.last + 1)
    return bool(inside & press) or bool({before, before[1:], behind} & press)


def speaks_for_others(scene: Scene, unit: Unit) -> bool:
    """Whether a person is told as a spokesman, who takes part in nothing that he tells."""
    return unit.type == "PER" and unit.key in scene.spokesmen


def is_anothers(scene: Scene, unit: Unit) -> bool:
    """Whether a unit is only whose somebody else, or some house, is: مساعد X, محكمة باريس."""
    before = scene.key(unit.first - 1)
    if unit.prefix or not before:
        return False
    bare = before[1:] if before[0] in "بلك" and len(before) > _SHORT else before
    return has("chains", "dependants", before) or has("chains", "dependants", bare)


def free_person(scene: Scene, first: int, stop: int) -> list[Unit]:
    """The last person before a token whom nothing governs."""
    for at in range(stop - 1, first - 1, -1):
        unit = scene.unit_at.get(at)
        free = unit is not None and unit.type == "PER" and not is_press(scene, unit)
        if unit is not None and free and not governed(scene, unit, first):
            return [unit]
    return []


def unknown_doer(scene: Scene, verb: int, clause: int) -> bool:
    """Whether a verb has a doer of its own whom no mention stands for: عقدت اللجنة, اللجنة عقدت."""
    if (before := verb - 1) >= clause and is_common(scene, before):
        return scene.key(before).startswith("ال") and (before == clause or verb - clause <= 3)
    if not is_common(scene, verb + 1):
        return False
    key, behind = scene.key(verb + 1), scene.key(verb + 2)
    if key in ("هو", "هي"):  # يجتمع هو الآخر مع X: whoever acts before
        return False
    tail = behind.startswith("ال") and is_common(scene, verb + 2)  # والدة العروس
    return key.startswith("ال") or tail or behind in nationalities()


def is_common(scene: Scene, at: int) -> bool:
    """Whether a word is a plain one: in no mention or time, no verb, preposition or adverb."""
    if at >= len(scene.toks) or not scene.toks[at].is_word:
        return False
    if at in scene.inside_unit or at in scene.in_time or scene.is_boundary(at):
        return False
    key = scene.key(at)
    listed = has("verbs", "auxiliary", key) or has("prepositions", "any", key)
    return not listed and not has("chains", "honorifics", key) and not is_verb(key)


def governed(scene: Scene, unit: Unit, lower: int) -> bool:
    """Whether a preposition or a noun before it keeps a unit from being a clause's doer."""
    at = unit.first - 1
    while at >= lower and (scene.key(at) in _SKIPPED or has("chains", "honorifics", scene.key(at))):
        at -= 1
    if unit.preposition or at < lower or at in scene.in_time:
        return bool(unit.preposition)
    if (beside := scene.inside_unit.get(at)) is not None:  # من تركيا وإيران: as the first of them
        return beside.first < unit.first and governed(scene, beside, lower)
    key = scene.key(at)
    office = unit.type in ("ORG", "GPE") and key in words("heads", "holders")  # رئيس اللجنة
    if office or has("prepositions", "any", key):
        return office or _is_preposition(scene, at, lower)
    title = has("chains", "gap", key) or key in words("pairs", "person")  # اتفق الرئيسان X وY
    if key in words("heads", "transparent") or key in nationalities() or title:
        return at > lower and has("prepositions", "any", scene.key(at - 1))
    verb = scene.is_boundary(at) or is_verb(key) or has("verbs", "auxiliary", key)
    noun = key.startswith("ال") or scene.toks[at].text.endswith("ة") or is_anothers(scene, unit)
    return not verb and (noun or not _opens(scene, at, lower))


def _is_preposition(scene: Scene, at: int, lower: int) -> bool:
    """Whether a word that can be a preposition is one: not وعبر X عن, nor كل من X وY."""
    key = scene.key(at)
    if key.endswith("عبر") and (at == lower or not scene.toks[at - 1].is_word):
        return False
    return not (key == "من" and scene.key(at - 1) in ("كل", "وكل", "كلا", "وكلا"))


def _opens(scene: Scene, at: int, lower: int) -> bool:
    """Whether a word opens a clause, or what follows a comma: there it is most often the verb."""
    if scene.key(at - 1) in ("،", ","):
        return True
    return all(
        not scene.toks[i].is_word or has("verbs", "auxiliary", scene.key(i))
        for i in range(lower, at)
    )


def doer(scene: Scene, first: int, stop: int) -> list[Unit]:
    """The first units of a clause that nothing governs, coordinated: who does it."""
    for unit in units_between(scene, first, stop):
        if unit.type in PARTY_TYPES and not governed(scene, unit, first):
            if is_press(scene, unit) or unit.vague or unit.first in scene.in_time:
                continue
            if speaks_for_others(scene, unit):
                return []
            behind = scene.unit_at.get(unit.last + 1)
            if unit.type == "ORG" and behind is not None and behind.type == "PER":
                unit = behind if not behind.prefix else unit  # noqa: PLW2901  # an office and its holder
            return scene.chain(unit.first, stop)
    return []


def doer_before(scene: Scene, at: int, lower: int) -> list[Unit]:
    """The units that stand right before a verb and do it: X وY يلتقيان."""
    begin = at - 1
    while begin >= lower:
        key = scene.key(begin)
        if begin in scene.inside_unit:
            break
        if not (key in _SKIPPED or begin in scene.in_time or has("verbs", "auxiliary", key)):
            return []
        begin -= 1
    if begin < lower:
        return []
    clause = scene.clause_start(begin, lower)
    chain = doer(scene, clause, at)
    head = scene.inside_unit.get(begin)
    if chain and head is not None and _apposed(scene, chain[-1], head):
        return chain
    if chain and head is not None and has("chains", "led_by", scene.key(head.first - 1)):
        begin = min(begin, head.first - 2)  # وفد برئاسة X زار Y: the delegation did
    return chain if chain and chain[-1].last >= begin else []


def _apposed(scene: Scene, person: Unit, office: Unit) -> bool:
    """Whether an office stands right behind a name as its own: الأمير X دوق Y سيزور."""
    beside = office.first == person.last + 1 and not office.prefix
    return beside and has("chains", "apposed", scene.key(office.first))


def nearest_person(scene: Scene, first: int, stop: int) -> list[Unit]:
    """The last person before a token: in نقلت الوكالة عن X قوله خلال لقاء it is X."""
    for at in range(stop - 1, first - 1, -1):
        unit = scene.unit_at.get(at)
        if unit is not None and unit.type == "PER" and not is_press(scene, unit):
            return [unit]
    return []


def antecedent(scene: Scene, at: int, lower: int) -> list[Unit]:
    """Whom a relative pronoun stands for: the unit right before it, or both."""
    if scene.key(at) in _TWO:
        units = (scene.unit_at[i] for i in range(at - 1, lower - 1, -1) if i in scene.unit_at)
        chains = (scene.chain(u.first, at) for u in units if not u.joined)
        both = next(chains, [])
        return both if len(both) > 1 and both[-1].last >= at - _PAIR_REACH else []
    if scene.key(at) == "الذين":  # الأطراف الأربعة في النزاع، الذين عقدوا
        groups = (scene.unit_at.get(i) for i in range(at - 1, max(lower, at - _GROUP_REACH), -1))
        if group := next((u for u in groups if u is not None and u.type == "GROUP"), None):
            return [group]
    for before in range(at - 1, max(lower, at - 4) - 1, -1):
        if (unit := scene.inside_unit.get(before)) is not None:
            hers = scene.key(at) == "التي" and _is_man(
                scene, unit
            )  # البعثة إلى مكتب المفوض التي زارت
            return [unit] if unit.type in PARTY_TYPES and not hers else []
        if scene.toks[before].is_word:
            return []
    return []


def is_woman(scene: Scene, unit: Unit) -> bool:
    """Whether a person's office, in the unit or right before it, is a woman's, or the verb before it."""
    offices = words("heads", "women")
    said = scene.key(unit.first - 1).removeprefix("و")
    verbs = words("verbs", "perfect")
    if unit.type == "PER" and said.endswith("ت") and said in verbs and said[:-1] in verbs:
        return True  # قالت ماي
    return unit.type == "PER" and any(
        scene.key(at) in offices for at in range(unit.first - 3, unit.last + 1)
    )


def _is_man(scene: Scene, unit: Unit) -> bool:
    """Whether a person is told by a man's office only."""
    told = {scene.key(at).removeprefix("ال") for at in range(unit.first, unit.last + 1)}
    described = scene.found.mentions and unit.type == "PER" and told & words("heads", "holders")
    names = any(
        m.kind == "name" and m.type == "PER" and unit.start <= m.start < unit.end
        for m in scene.found.mentions
    )
    return bool(described) and not names and not is_woman(scene, unit)


def _announcer(scene: Scene, at: int) -> Unit | None:
    """Whom أنه goes back to behind a verbal noun: إعلان X أنه سيعقد قمة."""
    unit = scene.inside_unit.get(at - 1)
    if unit is None or unit.type != "PER" or not scene.key(at).endswith(("نه", "نها")):
        return None
    return unit if scene.key(unit.first - 1) in _SAYING else None


_GROUP_REACH = 10
_SENTENCES_BACK = 2  # in which a verb's dropped doer is looked for
_PAIR_REACH = 3
_TWO = frozenset({"اللذين", "اللذان", "اللتين", "اللتان"})
_SHORT = 4  # letters of a word too short to have a preposition before a noun
_SAYING = frozenset({"اعلان", "تاكيد", "قول", "تصريح", "اعتراف", "تلميح"})


def _only_person(scene: Scene, first: int, stop: int) -> list[Unit]:
    """The one person of whom a stretch tells: آخر زيارة للوزير …, عندما التقى Y."""
    people = [u for u in units_between(scene, first, stop) if u.type == "PER"]
    if people and (speaks_for_others(scene, people[0]) or is_anothers(scene, people[0])):
        return []
    return people[:1] if len({u.key for u in people}) == 1 else []


def _has_subject(scene: Scene, at: int) -> bool:
    """Whether أن opens a clause with a noun: its doer is told, but for أن تؤدي."""
    following = scene.key(at + 1)
    verb = is_verb(following) or (following.startswith("ت") and scene.toks[at].text == "أن")
    return scene.key(at) in _COMPLEMENTS and not verb


def dropped_doer(scene: Scene, at: int, sentence: int) -> list[Unit]:
    """Whom a verb without a doer goes back to: an earlier clause, the speaker, the sentence before."""
    lower = scene.bounds[sentence][0]
    stop = at
    own = scene.clause_start(at, lower)
    if (announcer := _announcer(scene, own)) is not None:
        return [announcer]
    if _has_subject(scene, own):
        return []
    while stop > lower:
        clause = scene.clause_start(stop - 1, lower)
        if chain := doer(scene, clause, stop):
            return chain
        if _has_subject(scene, clause):
            return []  # the clause has a doer of its own, whom we do not know
        stop = clause
    alone = _only_person(scene, lower, own) if own > lower else []
    back = _SENTENCES_BACK if at <= lower + 1 else 1
    return alone or _doer_before_sentence(scene, sentence, back)


def _doer_before_sentence(scene: Scene, sentence: int, back: int) -> list[Unit]:
    """Who acts in the sentence before, where it is no title; where that drops its doer too, in the one before it."""
    for before in range(sentence - 1, max(-1, sentence - 1 - back), -1):
        if before in scene.titles:
            return []
        first, last = scene.bounds[before]
        for begin in range(first, last):
            opens = begin == first or scene.is_boundary(begin)
            if opens and (chain := doer(scene, begin, last)):
                return chain
        if not is_verb(scene.key(first)) or unknown_doer(scene, first, first):
            return []
    return []

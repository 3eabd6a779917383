"""People told by an office that no mention names: المبعوث الأممي, رئيس بلدية المدينة, مسؤول عراقي.

An office with a name behind it becomes one unit with the name; one that a single person of the page
holds stands for that person; any other is a party by the page's own words.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from riwaya.arabic import fold_key, proclitic_splits
from riwaya.contacts.clauses import is_verb
from riwaya.contacts.groups import written_out
from riwaya.contacts.groupwords import has_group
from riwaya.contacts.lexicon import has, nationalities, reading, side, table, words
from riwaya.contacts.places import names_contact
from riwaya.contacts.scene import PLACE_TYPES, Scene, Unit, keep, put
from riwaya.model import Ref
from riwaya.names.registry import registry

_MAX_TAIL = 5
_MAX_BEYOND = 9
_VERB_REACH = 8  # tokens between a verb of meeting and the first person behind it
_GOING = 5  # tokens before إلى in which a word of going may stand
_MARKS = frozenset({"#", "(", ")", '"', "«", "»", "“", "”"})
_PREFIXES = frozenset({"", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فل", "فب"})
_Holder = tuple[Ref, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Head:
    """The word of an office: bare, its proclitics, and whether it has the article or an accusative alif."""

    bare: str
    prefix: str
    definite: bool
    accusative: bool


@cache
def _listed(group: str) -> frozenset[str]:
    return frozenset(fold_key(word) for word in table("roles")[group])


@lru_cache(maxsize=1 << 15)
def _head(key: str) -> _Head | None:
    """The office that a folded word names, or None."""
    heads = _listed("heads")
    for split in proclitic_splits(key):
        if split.prefix not in _PREFIXES:
            continue
        stem, definite = split.stem, split.stem.startswith("ال")
        bare = stem[2:] if definite else stem
        if bare in heads:
            return _Head(bare, split.prefix, definite, accusative=False)
        if not definite and bare.endswith("ا") and bare[:-1] in heads:
            return _Head(bare[:-1], split.prefix, definite=False, accusative=True)
    return None


def office_in(scene: Scene, unit: Unit) -> bool:
    """Whether a unit has the word of an office."""
    return any(_head(scene.key(at)) is not None for at in range(unit.first, unit.last + 1))


def office_at(key: str) -> bool:
    """Whether a folded word is that of an office."""
    return _head(key) is not None


def place_roles(scene: Scene) -> None:
    """Add a unit for each office that no mention covers, or widen the name beside it."""
    for unit in list(scene.unit_at.values()):
        _cut(scene, unit)
    heads = (at for at, key in enumerate(scene.keys) if _head(key) is not None)
    found = [(at, head) for at in heads if (head := _head_at(scene, at))]
    for step in (_named, _unnamed):
        holders = _holders(scene) if step is _unnamed else []
        behind = 0
        for at, head in found:
            stop = _sentence_end(scene, at)
            if at >= behind and stop is not None:
                behind = step(scene, at, stop, head, holders) or at + 1


def _sentence_end(scene: Scene, at: int) -> int | None:
    """The token behind the sentence that holds ``at``; None outside the body."""
    index = bisect_right(scene.bounds, at, key=lambda bound: bound[0]) - 1
    return scene.bounds[index][1] if index >= 0 and at < scene.bounds[index][1] else None


def _cut(scene: Scene, unit: Unit) -> None:
    """Take the word of another's office off the end of a name: الملك فلان رئيس بلدية X."""
    head = _head(scene.key(unit.last))
    if unit.type != "PER" or unit.last == unit.first or head is None:
        return
    if not (head.definite or head.accusative or head.prefix):
        scene.inside_unit.pop(unit.last, None)
        keep(scene, replace(unit, last=unit.last - 1, end=scene.toks[unit.last - 1].end))


def _head_at(scene: Scene, at: int) -> _Head | None:
    """The office that a token names, but for the adjective of a group: وفد دبلوماسي."""
    head = None if at in scene.in_time else _head(scene.key(at))
    if head is not None and not head.definite and has_group(scene.key(at - 1)):
        return None
    return head


def _held_at(scene: Scene, at: int) -> bool:
    """Whether إلى or لدى tells where an office is held, not where somebody goes: السفير لدى X."""
    if scene.key(at) != "الي":
        return scene.key(at) in _listed("at")
    going = [scene.key(i) for i in range(at - _GOING, at) if i not in scene.inside_unit]
    if any(has("verbs", "arrive", key) for key in going):
        return False
    visits = (read for key in going if (read := reading(key)) is not None and read.kind == "visit")
    return next(visits, None) is None


def _holders(scene: Scene) -> list[tuple[Ref, frozenset[str]]]:
    """The named persons of the page, and the bare words by which each unit tells them."""
    named = [m for m in scene.found.mentions if m.type == "PER" and m.kind == "name"]
    starts = {m.start for m in named}
    ends = {m.end for m in named}
    out = []
    for unit in scene.unit_at.values():
        if unit.type == "PER" and (unit.ref.entity or unit.start in starts or unit.end in ends):
            told = (scene.key(at) for at in range(unit.first, unit.last + 1))
            out.append((unit.ref, frozenset(key.removeprefix("ال") for key in told)))
    return out


def _named(scene: Scene, at: int, stop: int, head: _Head, _: list[_Holder]) -> int | None:
    """Join an office to the name behind it, over the place or body where it is held."""
    unit = scene.unit_at.get(at)
    if at in scene.inside_unit and (unit is None or unit.type != "PER"):
        return None
    last = unit.last if unit is not None else _tail(scene, at, stop, head)
    behind = _beyond(scene, last, stop, posted=head.bare in _listed("posted"))
    person = _next_unit(scene, behind)
    if person is None and scene.key(behind) in ("،", ","):
        person = _next_unit(scene, behind + 1)
        head_of = _head(scene.key(person.first)) if person is not None else None
        if head_of is not None and head_of.bare not in _listed("titles"):
            return None
    if person is None or person.type != "PER" or person.prefix or person.last >= stop:
        return None
    if head.definite and _another_office(scene, last, person):
        return None
    charged = bool({scene.key(last), scene.key(last + 1)} & _listed("charged"))
    other = unit is not None and _known(unit) and unit.key != person.key and not charged
    own = unit is not None and any(scene.key(i) in nationalities() for i in range(at, last + 1))
    other = other and (
        own or not scene.key(last + 1).startswith("وال")
    )  # وزير الخارجية والمغتربين فلان
    if unit is not None and (behind == last + 1 or other):
        return None
    start = unit.start if unit is not None else scene.toks[at].start + len(head.prefix)
    prefix = unit.prefix if unit is not None else head.prefix
    put(scene, Unit(start, person.end, at, person.last, person.ref, "PER", prefix))
    return person.last + 1


def _another_office(scene: Scene, last: int, person: Unit) -> bool:
    """Whether a person's own office begins behind an office and its state: السفير الكويتي الرئيس المصري فلان."""
    own = _head(scene.key(person.first))
    told = own is not None and own.definite and own.bare not in _listed("titles")
    return told and scene.key(last) in nationalities()


def _known(unit: Unit) -> bool:
    """Whether the registry knows who a unit is."""
    return registry().entity(unit.ref.entity) is not None


def _beyond(scene: Scene, last: int, stop: int, *, posted: bool = False) -> int:
    """The token behind what an office is for and where: إلى اليمن, للمفاوضات, وحليفه الأساسي."""
    at = last if scene.key(last) in _listed("charged") else last + 1
    while at < min(stop, last + 1 + _MAX_BEYOND):
        key = scene.key(at)
        at_place = _held_at(scene, at)
        place = _next_unit(scene, at + 1) if at_place else scene.unit_at.get(at)
        held = place is not None and (place.type in PLACE_TYPES or place.type == "ORG")
        if key.startswith("لل") and _next_unit(scene, at + 1) is not None and _free(scene, at):
            at += 1  # للمفاوضات فلان
        elif place is not None and held and (at_place or place.prefix == "ل"):
            at = place.last + 1
        elif key in ("في", "بين") and _definite(scene, at + 1):
            at += 2
        elif (
            key == "في"
            and at > last + 1
            and scene.key(at + 1) in words("heads", "places")
            and (held_in := scene.unit_at.get(at + 2))
        ):
            at = held_in.last + 1
        elif (
            key == "في"
            and (at > last + 1 or posted)
            and (seat := scene.unit_at.get(at + 1)) is not None
        ):
            at = seat.last + 1  # وزير الدولة للشؤون الخارجية في X فلان
        elif key in _listed("charged") and (charge := _charge(scene, at, stop)) is not None:
            at = charge
        elif (
            _definite(scene, at)
            or (key.startswith("وال") and _free(scene, at) and person_behind(scene, at))
            or (key.startswith("ل") and key[1:] in _listed("tails"))
            or (key.startswith("و") and key.endswith(("ه", "ها")) and _free(scene, at))
        ):
            at += 1
        else:
            break
    return at


def person_behind(scene: Scene, at: int) -> bool:
    """Whether a name follows a word that is joined to an office: وزير الخارجية والمغتربين فلان."""
    unit = scene.unit_at.get(at + 1)
    return unit is not None and unit.type == "PER" and not unit.prefix


def _charge(scene: Scene, at: int, stop: int) -> int | None:
    """The token behind what somebody is charged with, where a name follows: المكلف تنمية الأقاليم فلان."""
    for behind in range(at + 1, min(stop, at + _MAX_BEYOND)):
        if (unit := scene.unit_at.get(behind)) is not None:
            return behind if unit.type == "PER" and not unit.prefix else None
        if not _free(scene, behind):
            return None
    return None


def _free(scene: Scene, at: int) -> bool:
    """Whether a token is a word of no unit or time, that opens no clause."""
    free = at < len(scene.toks) and at not in scene.inside_unit and at not in scene.in_time
    return free and scene.toks[at].is_word and not scene.is_boundary(at)


def _definite(scene: Scene, at: int) -> bool:
    """Whether a plain word has the article, and begins nothing else."""
    key = scene.key(at)
    ends = key in _listed("stops") or _head(key) is not None or has_group(key)
    return _free(scene, at) and key.startswith(("ال", "لل")) and not ends and not names_contact(key)


def _unnamed(scene: Scene, at: int, stop: int, head: _Head, holders: list[_Holder]) -> int | None:
    """An office that nobody's name follows: the person who holds it, or its own words."""
    unit = scene.unit_at.get(at)
    if at in scene.inside_unit and (unit is None or unit.type != "PER" or unit.ref.entity):
        return None
    last = unit.last if unit is not None else _tail(scene, at, stop, head)
    some = not head.definite and _indefinite(scene, at + 1)
    place = _next_unit(scene, last + 2) if not some and _held_at(scene, last + 1) else None
    if (
        place is not None
        and not place.prefix
        and (place.type in PLACE_TYPES or place.type == "ORG")
    ):
        last = place.last
    elif unit is not None:
        return None
    if place is None and not some and scene.key(last + 1).startswith("لل"):
        last = _beyond(scene, last, stop) - 1
    ref = None if some else _holder(scene, at, last, head, holders)
    if ref is None and (last == at or (unit is not None and place is None)):
        return None
    before = _apposed(scene, at, head)
    if before is not None and ref is None:
        put(scene, replace(before, end=scene.toks[last].end, last=last))
        return last + 1
    start, end = scene.toks[at].start + len(head.prefix), scene.toks[last].end
    role = ref is None
    ref = ref or Ref(entity=None, name=written_out(scene.text[start:end], scene.key(at)))
    put(scene, Unit(start, end, at, last, ref, "PER", head.prefix, vague=some, role=role))
    return last + 1


def _apposed(scene: Scene, at: int, head: _Head) -> Unit | None:
    """The person before a comma whose office this is: فلان، مدير المكتب."""
    comma = scene.key(at - 1) in ("،", ",")
    before = scene.inside_unit.get(at - 2 if comma else at - 1)
    if head.prefix or before is None or before.type != "PER" or before.role:
        return None
    return before if comma or not _met_by(scene, before) else None


def _met_by(scene: Scene, unit: Unit) -> bool:
    """Whether a verb of meeting stands before a person: استقبل الملك رئيس X, who is another."""
    for at in range(unit.first - 1, max(0, unit.first - _VERB_REACH), -1):
        if at in scene.inside_unit or scene.is_boundary(at):
            return False
        if (read := reading(scene.key(at))) is not None and read.frame in ("meet", "receive"):
            return True
    return False


def _indefinite(scene: Scene, at: int) -> bool:
    """Whether an adjective without the article stands here: مسؤول عراقي, مساعد بارز."""
    key = scene.key(at)
    told = key in nationalities() or key in _listed("closers")
    return told and at not in scene.inside_unit and not key.startswith("ال")


def _tail(scene: Scene, at: int, stop: int, head: _Head) -> int:
    """The last token of an office: its body, state and adjectives."""
    last, closed = at, False
    for _ in range(_MAX_TAIL):
        behind = last + 1
        behind += scene.key(behind) == "#" and behind + 1 in scene.unit_at
        if behind >= stop or behind in scene.in_time:
            break
        inner = scene.inside_unit.get(behind)
        if inner is not None:
            return inner.last if _tail_unit(scene, inner, behind, at, last, head) else last
        if not _tail_word(scene, behind, at, head, closed=closed):
            break
        closed = closed or scene.key(behind) in nationalities()
        last = behind
    return last


def _tail_unit(scene: Scene, inner: Unit, at: int, first: int, last: int, head: _Head) -> bool:
    """Whether a unit belongs to the office before it: رئيس بلدية X, الأمين العام لX, مستشار X."""
    for_body = scene.key(at - 1)[1:] in _listed("tails")  # المدير التنفيذي لشركة X
    bound = inner.prefix == "" and not head.accusative and (not head.definite or for_body)
    if inner.first != at or not (bound or (inner.prefix == "ل" and last > first)):
        return False
    his = (bound and last == first) or inner.prefix == "ل"  # مستشار X, مساعد بارز لX
    whose = inner.type == "PER" and his and head.bare in _listed("whose")
    return inner.type in PLACE_TYPES or inner.type == "ORG" or whose


def _tail_word(scene: Scene, at: int, first: int, head: _Head, *, closed: bool) -> bool:
    """Whether a word can belong to the office that begins at ``first``."""
    key = scene.key(at)
    if not _free(scene, at) or key in _listed("stops"):
        return False
    if key.startswith("ل") and key[1:] in _listed("tails"):
        return at > first + 1
    if key in nationalities() or key in _listed("closers"):
        definite = head.definite or scene.key(at - 1).startswith("ال") or at - 1 > first
        return key.startswith("ال") == definite or not head.definite
    if head.bare == "كبير" and at == first + 1:  # كبير المفاوضين, كبير موظفي X
        return has_group(key) or key in _listed("tails")
    if closed or head.accusative or _head(key) is not None or has_group(key):
        return _sub_office(scene, at, first, head)
    return _body_word(scene, at, first, head)


def _body_word(scene: Scene, at: int, first: int, head: _Head) -> bool:
    """Whether a word is of the body that an office leads: المخابرات, بلدية, مجلس."""
    key = scene.key(at)
    if key.startswith("ال"):
        return not (head.definite and at > first + 1) and reading(key) is None
    if key == "باعمال" and head.bare == "قايم":
        return True
    if head.definite or has("prepositions", "any", key):
        return False
    plain = at == first + 1 or scene.key(at - 1) in _listed("tails")
    return plain and key in _listed("tails") and not is_verb(key)


def _sub_office(scene: Scene, at: int, first: int, head: _Head) -> bool:
    """نائب وزير الخارجية: an office under another."""
    under = _head(scene.key(at))
    free = under is not None and under.prefix == "" and not under.definite and not under.accusative
    return free and at == first + 1 and not head.definite and not head.accusative


def _next_unit(scene: Scene, at: int) -> Unit | None:
    """The unit that begins here, over marks."""
    while scene.key(at) in _MARKS:
        at += 1
    return scene.unit_at.get(at)


def _holder(scene: Scene, at: int, last: int, head: _Head, holders: list[_Holder]) -> Ref | None:
    """The one named person of the page who holds a definite office, where no state speaks against it."""
    alone = head.bare in _listed("alone")
    if not (head.definite or last > at) or (last == at and not alone):
        return None
    told = (
        {scene.key(i).removeprefix("ال") for i in range(at + 1, last + 1)}
        if not head.definite
        else set()
    )
    told = {word for word in told if "ال" + word not in nationalities()} | {head.bare}
    found = {ref.key: ref for ref, words_of in holders if told <= words_of}
    if len(found) != 1:
        return None
    (ref,) = found.values()
    own_words = frozenset().union(*(told_by for one, told_by in holders if one.key == ref.key))
    keys = {scene.key(i) for i in range(at, last + 1)} & nationalities().keys()
    states = {nationalities()[key] for key in keys if key.removeprefix("ال") not in own_words}
    own = side(ref.entity)
    return None if states and own is not None and own not in states else ref

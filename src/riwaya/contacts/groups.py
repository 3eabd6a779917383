"""Units that are no mention: plural offices, classes of people, peoples, pairs."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from riwaya.arabic import fold_key
from riwaya.contacts.groupwords import bare, has_group, is_plain, nationality_at
from riwaya.contacts.lexicon import nationalities, nationality, offices, state, words
from riwaya.contacts.scene import Scene, Unit, keep, put
from riwaya.contacts.twos import place_pair
from riwaya.model import Ref

_MAX_COLLECTIVE = 3


def place_groups(scene: Scene, first: int, last: int) -> None:
    """Add what is no mention: plural offices, classes of people, pairs."""
    at, keys = first, scene.keys
    while at < last:
        key = keys[at]
        if not _may_open(key) or at in scene.inside_unit:
            at = (key in _COUNTERPARTS and _counterparts(scene, at)) or at + 1
            continue
        at = (
            _nation(scene, at)
            or _counterparts(scene, at)
            or _counterpart(scene, at)
            or _office(scene, at, last)
            or _collective(scene, at, last)
            or place_pair(scene, at)
            or _latter(scene, at, first)
            or at + 1
        )


_LATTER = "الاخير"


def _latter(scene: Scene, at: int, first: int) -> int | None:
    """الأخير where it is no adjective: the last person told of."""
    before = scene.key(at - 1)
    adjective = before.startswith(("ال", "لل")) or at - 1 in scene.in_time or before.endswith("ه")
    if scene.key(at) != _LATTER or adjective or at - 1 in scene.inside_unit:
        return None
    told = [scene.unit_at[i] for i in range(first, at) if i in scene.unit_at]
    people = [u for u in told if u.type == "PER" and not u.vague]
    if not people:
        return None
    keep(scene, Unit(*scene.span(at, at), at, at, people[-1].ref, "PER"))
    return at + 1


@lru_cache(maxsize=1 << 15)
def _may_open(key: str) -> bool:
    """Whether a folded word can begin a people, an office, a class of people or a pair."""
    heads = {words[0] for words in offices()}
    if key == _LATTER or (key.endswith(("ه", "ها")) and "نظ" in key[:3]):
        return True
    bare = {key, key[1:], key[2:], "ال" + key[2:] if key.startswith("لل") else key}
    return any(word in heads or has_group(word) or word in nationalities() for word in bare)


def _nation(scene: Scene, at: int) -> int | None:
    """المصريين, الكوريين الجنوبيين: a people for its state, where no noun stands before it."""
    key, joined = scene.key(at), ""
    before = scene.inside_unit.get(at - 1)
    if key.startswith("وال") and before is not None and before.type in ("GPE", "ORG", "GROUP"):
        key, joined = key[1:], "و"  # بين المصريين والليبيين
    elif not key.startswith(("ال", "لل")) or scene.key(at - 1) not in _BEFORE_PEOPLE:
        return None
    found = nationality("ال" + key[2:], scene.key(at + 1))
    if found is None or found.gender != "p":
        return None
    wide = nationality("ال" + key[2:], "") is None
    last = at + 1 if wide else at
    start, end = scene.span(at, last)
    keep(scene, Unit(start + len(joined), end, at, last, state(found.state), "GPE", joined))
    return last + 1


def _counterparts(scene: Scene, at: int) -> int | None:
    """نظيريه الإيراني والتركي: their states, where no names follow."""
    key = scene.key(at)
    prefix = next((p for p in ("", "ب", "ل", "و") if key.removeprefix(p) in _COUNTERPARTS), None)
    if prefix is None:
        return None
    told: list[tuple[int, int, str, str]] = []
    behind = at + 1
    while behind < at + 8 and (found := nationality_at(scene, behind)) is not None:
        joined = "و" if told and scene.key(behind).startswith("و") else ""
        first = behind if told else at
        told.append((first, behind + found[1] - 1, found[0], joined if told else prefix))
        behind += found[1]
    if len(told) < 2 or scene.unit_at.get(behind, None) is not None:
        return None
    for covered in {
        scene.inside_unit[i].first for i in range(at, behind) if i in scene.inside_unit
    }:
        scene.unit_at.pop(covered, None)
    for first, last, of, mark in told:
        start, end = scene.span(first, last)
        keep(scene, Unit(start + len(mark), end, first, last, state(of), "GROUP", mark))
    return behind


def _counterpart(scene: Scene, at: int) -> int | None:
    """نظيره المصري: his counterpart of a state, whom nobody names."""
    key = scene.key(at)
    prefix = next((p for p in ("", "ب", "ل", "و") if key.removeprefix(p) in _ITS), None)
    found = _nationality(scene, at + 1) if prefix is not None else None
    if prefix is None or found is None or at + 1 in scene.inside_unit:
        return None
    last = at + found
    start, end = scene.toks[at].start + len(prefix), scene.toks[last].end
    ref = Ref(entity=None, name=scene.text[start:end])
    keep(scene, Unit(start, end, at, last, ref, "PER", prefix, role=True))
    return last + 1


def _nationality(scene: Scene, at: int) -> int | None:
    """How many words a nationality takes here."""
    found = nationality_at(scene, at)
    return found[1] if found is not None and not scene.key(at).startswith("و") else None


_ITS = frozenset({"نظيره", "نظيرها", "نظيرته", "نظيرتها"})
_COUNTERPARTS = frozenset({"نظيريه", "نظيريها", "نظيراه", "نظيراها", "نظرايه", "نظرايها"})
_BEFORE_PEOPLE = frozenset({"مع", "بين", "ومع", "وبين"})


def _office(scene: Scene, at: int, stop: int) -> int | None:
    """وزراء خارجية بريطانيا وفرنسا: one office-holder for each state."""
    key = scene.key(at)
    for strip in ("", key[:1], key[:2]):
        if strip and not set(strip) <= set("وفبل"):
            continue
        if (spread := _offices_in(scene, at, stop, strip)) is not None:
            return spread
        for size in (2, 1):
            office = offices().get(
                (key[len(strip) :], *(scene.key(at + i) for i in range(1, size)))
            )
            state = scene.unit_at.get(at + size)
            if office is None or state is None or state.type != "GPE" or state.prefix:
                continue
            if named := _named_holders(scene, at, at + size, strip):
                return named
            members = [u for u in scene.chain(at + size, stop) if u.type == "GPE"]
            for index, unit in enumerate(members):
                begin = at if index == 0 else unit.first
                name = f"{office} {unit.ref.name or ''}".strip()
                start = scene.toks[begin].start + (len(strip) if index == 0 else len(unit.prefix))
                holder = Unit(start, unit.end, begin, unit.last, Ref(entity=None, name=name), "PER",
                              strip if index == 0 else unit.prefix)  # fmt: skip
                scene.unit_at.pop(unit.first, None)
                keep(scene, holder)
            return members[-1].last + 1
    return None


def _offices_in(scene: Scene, at: int, stop: int, strip: str) -> int | None:
    """وزراء الري في X وY: one office-holder for each state."""
    office = offices().get((scene.key(at)[len(strip) :],)) or _OFFICES.get(
        scene.key(at)[len(strip) :]
    )
    what, state = scene.key(at + 1), scene.unit_at.get(at + 3)
    told = what.startswith("ال") and scene.key(at + 2) == "في" and at + 1 not in scene.inside_unit
    if office is None or not told or state is None or state.type != "GPE" or state.prefix:
        return None
    members = [u for u in scene.chain(at + 3, stop) if u.type == "GPE"]
    if len(members) < 2:
        return None
    for index, unit in enumerate(members):
        begin = at if index == 0 else unit.first
        prefix = strip if index == 0 else unit.prefix
        start = scene.toks[begin].start + len(prefix)
        name = f"{office} {scene.toks[at + 1].text} {unit.ref.name or ''}".strip()
        scene.unit_at.pop(unit.first, None)
        keep(
            scene,
            Unit(start, unit.end, begin, unit.last, Ref(entity=None, name=name), "PER", prefix),
        )
    return members[-1].last + 1


_OFFICES = {"وزراء": "وزير", "وزيري": "وزير", "وزيرا": "وزير"}


def _named_holders(scene: Scene, at: int, first: int, strip: str) -> int | None:
    """وزراء خارجية X فلان وY فلان: each state's own, by name."""
    told: list[tuple[Unit, Unit]] = []
    state = scene.unit_at.get(first)
    while state is not None and state.type == "GPE" and state.prefix == ("و" if told else ""):
        begin = state.last + 1
        begin += scene.key(begin) in ("#", "(", "السيد") and begin not in scene.unit_at
        person = scene.unit_at.get(begin)
        if person is None or person.type != "PER" or person.prefix:
            break
        told.append((state, person))
        state = scene.unit_at.get(person.last + 1)
    if len(told) < 2:
        return None
    for index, (state, person) in enumerate(told):
        begin = at if index == 0 else state.first
        prefix = strip if index == 0 else state.prefix
        start = scene.toks[begin].start + len(prefix)
        put(scene, replace(person, start=start, first=begin, prefix=prefix))
    return told[-1][1].last + 1


def _collective(scene: Scene, at: int, stop: int) -> int | None:
    """المسؤولين الروس, وفد من الحركة: a class of people with its adjectives, body or state."""
    key, prefix = bare(scene.key(at))
    if key not in words("collectives", "heads"):
        return None
    last = _body(scene, at, key, stop) or _adjectives(scene, at, key, stop)
    if last == at and key in words("collectives", "again"):
        return _again(scene, at, key, prefix)
    if last == at or scene.key(at + 1).endswith(("المرافق", "المرافقين")):
        return None
    body = scene.inside_unit.get(last)
    last += scene.key(last + 1) in words("collectives", "counted")  # قادة دول X الخمس
    start, end = scene.toks[at].start + len(prefix), scene.toks[last].end
    ref = Ref(entity=None, name=written_out(scene.text[start:end], scene.key(at)))
    if key in words("collectives", "members") and body is not None and body.ref.entity:
        ref = body.ref  # أعضاء البرلمان: the body itself
    elif key in words("collectives", "members"):
        ref = _body_elsewhere(scene, at + 1, last) or ref
    made = Unit(start, end, at, last, ref, "GROUP", prefix)
    put(scene, replace(made, ref=_told_before(scene, made)))
    return _more_of_them(scene, at, last, stop, prefix) if body is None else last + 1


def _body_elsewhere(scene: Scene, first: int, last: int) -> Ref | None:
    """The body that the page names with these words elsewhere: أعضاء مجلس الشيوخ, where it is named in full."""
    told = [scene.key(at) for at in range(first, last + 1)]
    for unit in scene.unit_at.values():
        name = fold_key(unit.ref.name or "").split() if unit.ref.entity else []
        if unit.type in ("ORG", "GROUP") and name[: len(told)] == told:
            return unit.ref
    return None


def _more_of_them(scene: Scene, at: int, last: int, stop: int, prefix: str) -> int:
    """مسؤولين X وY: those of each further nationality are a group of their own."""
    word = scene.text[scene.toks[at].start + len(prefix) : scene.toks[at].end]
    begin = last + 1
    while begin < stop and scene.key(begin).startswith("و") and begin not in scene.inside_unit:
        found = nationality(scene.key(begin)[1:], scene.key(begin + 1))
        if found is None or scene.key(last) not in nationalities():
            break
        wide = nationality(scene.key(begin)[1:], "") is None
        end = begin + 1 if wide else begin
        start = scene.toks[begin].start + 1
        ref = Ref(entity=None, name=f"{word} {scene.text[start : scene.toks[end].end]}")
        put(scene, Unit(start, scene.toks[end].end, begin, end, ref, "GROUP", "و"))
        begin = end + 1
    return begin


def written_out(text: str, key: str) -> str:
    """A unit's words; للمسؤولين leaves لمسؤولين, whose article is written out."""
    return "ا" + text if text.startswith("ل") and key.removeprefix("و").startswith("لل") else text


def _told_before(scene: Scene, made: Unit) -> Ref:
    """A group of the page of which these are the same words, or some of them: الوفد الأميركي, وفدا أميركيا."""
    if made.ref.entity is not None:
        return made.ref
    told = _stems(scene, made)
    for unit in scene.unit_at.values():
        if unit.type == "GROUP" and unit.ref.entity is None and unit.first != made.first:
            other = _stems(scene, unit)
            if (
                told[0] == other[0]
                and len(other) > 1
                and (set(told) <= set(other) or set(other) <= set(told))
            ):
                return unit.ref
    return made.ref


def _stems(scene: Scene, unit: Unit) -> tuple[str, ...]:
    """The words of a group without article and accusative alif, nationalities and states by id."""
    out: list[str] = []
    at = unit.first
    while at <= unit.last:
        key, inner = scene.key(at), scene.inside_unit.get(at)
        found = nationality_at(scene, at)
        if inner is not None and inner.type != "GROUP" and inner.ref.entity:
            out.append(inner.ref.entity)
            at = inner.last
        elif found is not None and at > unit.first:
            out.append(found[0])
            at += found[1] - 1
        elif key != "من":
            bare = key[len(unit.prefix) :] if at == unit.first else key
            bare = bare.removeprefix("ال")
            out.append(bare[:-1] if bare.endswith("ا") and len(bare) > 3 else bare)
        at += 1
    return tuple(out) or ("",)


def _again(scene: Scene, at: int, key: str, prefix: str) -> int | None:
    """الوفد: the last one that the page told of."""
    stem = key.removeprefix("ال")
    earlier = [u for u in scene.unit_at.values() if u.type == "GROUP" and u.first < at]
    fits = [u for u in earlier if _stems(scene, u)[0] == stem]
    if not fits:
        return None
    ref = max(fits, key=lambda unit: unit.first).ref
    start, end = scene.toks[at].start + len(prefix), scene.toks[at].end
    put(scene, Unit(start, end, at, at, ref, "GROUP", prefix))
    return at + 1


def _body(scene: Scene, at: int, key: str, stop: int) -> int | None:
    """The last token of the body or state of a class: وفد حركة X, ممثلي المعارضة, وفد من X."""
    begin = at + 1
    joined = scene.key(begin)
    if joined.startswith("و") and joined[1:] in words("collectives", "heads"):
        begin += 1  # شيوخ ووجهاء X
    while (
        scene.key(begin).removesuffix("ا") in words("collectives", "ranks")
        or scene.key(begin) == "المستوي"
    ):
        begin += 1  # وفد رفيع المستوى من X
    of = key in words("collectives", "of")
    if of and scene.key(begin) == "من":
        begin += 1
        begin += scene.key(begin) in ("كبار", "بعض", "ابرز")
        inner = scene.key(begin)
        if inner in words("collectives", "heads"):  # وفد من كبار المسؤولين X
            last = _body(scene, begin, inner, stop) or _adjectives(scene, begin, inner, stop)
            return last if last > begin else None
    elif (
        of
        and scene.key(begin)[:1] == "ب"
        and scene.key(begin)[1:] in words("collectives", "bodies")
    ):
        begin += 1  # مسؤولين بدول X
    inner = scene.key(begin)
    if of and inner in words("collectives", "of") and begin == at + 1:  # وفد مبعوثين من X
        return _body(scene, begin, inner, stop)
    bodies = words("collectives", "bodies")
    while scene.key(begin) in bodies and begin not in scene.unit_at and begin <= at + 2:
        begin += 1
    begin += scene.key(begin) in ("#", '"', "«", "“")
    unit = scene.unit_at.get(begin)
    if begin >= stop or unit is None:
        return _own_body(scene, at, key, begin)
    fits = not unit.prefix and unit.type in ("GPE", "ORG", "LOC")
    return unit.last if fits and not key.startswith("ال") else None


def _own_body(scene: Scene, at: int, key: str, begin: int) -> int | None:
    """A body that is a plain word: ممثلي المعارضة, وفد من الحركة, قادة القوى السياسية."""
    word = scene.key(begin)
    plain = word.startswith("ال") and is_plain(scene, begin) and not key.startswith("ال")
    bare = key in words("collectives", "indefinite") and not key.startswith("فريق")
    if not plain or (begin == at + 1 and bare):
        return None
    behind = scene.key(begin + 1)
    more = behind.startswith("ال") and is_plain(scene, begin + 1) and _adjective(behind)
    return begin + 1 if more else begin


def _adjectives(scene: Scene, at: int, key: str, stop: int) -> int:
    """The last adjective of a class: definite ones, or indefinite ones of which one is a nationality."""
    definite = key.startswith("ال")
    last, told = at, False
    for follower in range(at + 1, min(at + 1 + _MAX_COLLECTIVE, stop)):
        word = scene.key(follower)
        if not is_plain(scene, follower) or word.startswith("ال") != definite:
            break
        nation = word in nationalities()
        if not (nation or (definite and last == at) or _adjective(word)):
            break
        told = told or nation or definite
        last = follower
    return last if told else at


def _adjective(word: str) -> bool:
    """Whether a folded word has an adjective's shape: برلماني, برلمانيا, الأمنية, العسكريين, رفيع."""
    return word.removeprefix("ال") in words("collectives", "ranks") or word.endswith(
        ("ي", "يا", "يه", "يين", "يون")
    )

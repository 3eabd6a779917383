"""Lays a page out as a scene: its sentences, its units from mentions, its times."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from riwaya.arabic import fold_key, sentences, tokens
from riwaya.contacts.groups import place_groups
from riwaya.contacts.lexicon import has, nationalities, words
from riwaya.contacts.roles import place_roles
from riwaya.contacts.scene import Scene, Unit, keep
from riwaya.model import Found, Mention, Page, Ref
from riwaya.names.registry import registry

_SPORT_WORDS = 3
_NAME_WORDS = 2
_LONGEST_NAME = 6
_SENTENCE_TOKENS = 300  # a longer sentence is read in pieces, so that time stays linear


def build(page: Page, found: Found) -> Scene:
    """The scene of a page from its blocks, mentions and times."""
    scene = Scene(page.text, tokens(page.text), found)
    starts = [t.start for t in scene.toks]
    for block in found.body():
        for start, end in sentences(page.text, block.start, block.end):
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            for begin in range(first, last, _SENTENCE_TOKENS):  # text without full stops
                if block.role == "title":
                    scene.titles.add(len(scene.bounds))
                scene.bounds.append((begin, min(last, begin + _SENTENCE_TOKENS)))
    listed = words("chains", "sport")
    scene.sport = sum(token.key in listed for token in scene.toks) >= _SPORT_WORDS
    for time in found.times:
        first, last = _cover(starts, time.start, time.end)
        if first <= last:
            scene.time_at[first] = (time, last)
            scene.in_time.update(range(first, last + 1))
    _place_units(scene, starts, _in_body(found))
    for unit in _linked(list(scene.unit_at.values())):
        keep(scene, unit)
    place_roles(scene)
    for first, last in scene.bounds:
        place_groups(scene, first, last)
    scene.spokesmen = {unit.key for unit in scene.unit_at.values() if _speaks(scene, unit)}
    for unit in scene.unit_at.values():
        scene.by_key.setdefault(unit.key, []).append(unit)
        if unit.type == "PER" and _told_with(scene, unit, "below"):
            scene.below.add(unit.key)
    scene.types = {unit.key: unit.type for unit in scene.unit_at.values()}
    return scene


def _told_with(scene: Scene, unit: Unit, group: str) -> bool:
    """Whether a unit has a word of a list of heads, with the article or without."""
    told = {scene.key(at).removeprefix("ال") for at in range(unit.first, unit.last + 1)}
    return bool(told & words("heads", group))


def _speaks(scene: Scene, unit: Unit) -> bool:
    """Whether a person is told as a spokesman, in these words or elsewhere on the page."""
    told = {scene.key(at).removeprefix("ال") for at in range(unit.first, unit.last + 1)}
    return unit.type == "PER" and bool(told & words("chains", "spokesmen"))


def _linked(units: list[Unit]) -> list[Unit]:
    """Persons without an id, each as the one of the page whose name ends theirs: مستشاره فلان الفلاني."""
    known: dict[tuple[str, ...], Ref] = {}
    for unit in units:
        if unit.type == "PER" and unit.ref.entity and unit.ref.name:
            known.setdefault(tuple(fold_key(unit.ref.name).split()), unit.ref)
    out = []
    for unit in units:
        if unit.type == "PER" and unit.ref.entity is None and (ref := _known_end(unit.ref)):
            out.append(replace(unit, ref=ref))
            continue
        name = tuple(fold_key(unit.ref.name or "").split())
        if unit.type == "PER" and unit.ref.entity is None and len(name) > _NAME_WORDS:
            out.append(replace(unit, ref=known.get(name[-_NAME_WORDS:], unit.ref)))
        else:
            out.append(unit)
    return out


def _known_end(ref: Ref) -> Ref | None:
    """The person of the registry whose name ends the words of one: نائب القائد الشيخ فلان."""
    told = (ref.name or "").split()
    for size in range(min(len(told) - 1, _LONGEST_NAME), _NAME_WORDS - 1, -1):
        found = [e for e in registry().find(" ".join(told[-size:])) if e.kind == "person"]
        if len(found) == 1:
            return Ref(entity=found[0].id, name=" ".join(told[-size:]), names=found[0].names)
    return None


def _in_body(found: Found) -> list[Mention]:
    """The mentions of the article's own words, in order."""
    blocks = found.body()
    starts = [b.start for b in blocks]
    out = []
    for mention in found.mentions:
        at = bisect_right(starts, mention.start) - 1
        if at >= 0 and mention.start < blocks[at].end:
            out.append(mention)
    return out


def _cover(starts: list[int], start: int, end: int) -> tuple[int, int]:
    """The first and last token of a span; the first may begin before it (a proclitic)."""
    first = bisect_left(starts, start)
    if first == len(starts) or starts[first] > start:
        first -= 1
    return max(first, 0), bisect_left(starts, end) - 1


def _place_units(scene: Scene, starts: list[int], mentions: list[Mention]) -> None:
    outer: list[Mention] = []
    phone = words("modifiers", "phone", "triggers")
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not phone.isdisjoint(fold_key(mention.text).split()):
            continue  # يبحثان هاتفيا is nobody's name
        word = fold_key(mention.text)
        if word.split(" ")[0] in _TWO_OF:
            continue  # زعيما الكوريتين: two, told by what both are
        if word == "مسقط" and scene.text[mention.end :].lstrip().startswith("رأس"):
            continue  # مسقط رأسه
        honours = mention.kind == "name" and all(_honours(key) for key in word.split())
        if honours and mention.type == "PER" and registry().entity(mention.entity) is None:
            continue  # جلالة الملك, before the name
        if mention.type == "PER" and (word in nationalities() or has("status", "upcoming", word)):
            continue  # زعيم كوري شمالي, وكان منتظر أن
        if not outer or mention.start >= outer[-1].end:
            outer.append(mention)
    run: list[Mention] = []
    for mention in outer:
        if run and not _same_unit(scene, run[-1], mention):
            _add_unit(scene, starts, run)
            run = []
        run.append(mention)
    if run:
        _add_unit(scene, starts, run)


def _honours(key: str) -> bool:
    """Whether a folded word only honours whom the next one names."""
    return has("chains", "honorifics", key) or key in _CROWNED


_TWO_OF = frozenset({"زعيما", "زعيمي", "رييسا", "رييسي", "وزيرا", "وزيري"})
_CROWNED = frozenset({"الملك", "الامير", "السلطان", "الرييس"})


def _same_unit(scene: Scene, a: Mention, b: Mention) -> bool:
    """Whether two mentions in a row are an office and its holder, or a name and its description."""
    gap = scene.text[a.end : b.start]
    if len(gap) > 6 or gap.strip(' \u00a0،,#"“”()«»'):
        return False
    if a.entity and b.entity:
        return a.entity == b.entity
    if a.kind == "nominal" and b.kind == "name":
        return a.type == b.type and "،" not in gap
    return (
        a.kind == "name" and b.kind == "nominal" and a.type == b.type == "PER" and b.entity is None
    )


def _add_unit(scene: Scene, starts: list[int], run: list[Mention]) -> None:
    first, _ = _cover(starts, run[0].start, run[0].end)
    _, last = _cover(starts, run[-1].start, run[-1].end)
    named = [m for m in run if m.kind == "name"] or run
    best = next((m for m in named if m.entity), named[0])
    prefix = fold_key(scene.text[starts[first] : run[0].start]) if starts else ""
    keep(scene, Unit(run[0].start, run[-1].end, first, last, best.ref, best.type, prefix))

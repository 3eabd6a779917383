"""The scene in which contacts are read: a page's body as sentences, clauses and units.

A unit is what can be a party or a place: a run of mentions of one entity (the office and the name),
a class of people, or a pair that the text names together (الرئيسان).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

from riwaya.arabic import Token, fold_key, sentences, tokens
from riwaya.contacts.lexicon import has, nationalities, nationality, offices, state, table, words
from riwaya.model import Found, Mention, Page, Ref, Span, Time

UnitType = Literal["PER", "ORG", "GPE", "LOC", "FAC", "EVENT", "OTHER", "GROUP", "PAIR"]
PARTY_TYPES: frozenset[str] = frozenset({"PER", "ORG", "GPE", "GROUP", "PAIR"})
PLACE_TYPES: frozenset[str] = frozenset({"GPE", "LOC", "FAC"})
_APPOSITION = frozenset({"،", ",", "#", '"', "“", "”", "(", ")", "«", "»"})
_MAX_COLLECTIVE = 3
_SPORT_WORDS = 3
_SENTENCE_TOKENS = 300  # a longer sentence is read in pieces, so that time stays linear


@dataclass(frozen=True, slots=True)
class Unit:
    """A possible party or place: its span, its first and last token, and its proclitics."""

    start: int
    end: int
    first: int
    last: int
    ref: Ref
    type: UnitType
    prefix: str = ""

    @property
    def preposition(self) -> str:
        """The preposition written onto it: ب, ل, ك or nothing."""
        return self.prefix.lstrip("وف")

    @property
    def joined(self) -> bool:
        """Whether it begins with و."""
        return self.prefix.startswith("و")

    @property
    def key(self) -> str:
        return self.ref.key


@dataclass(slots=True)
class Scene:
    """A page's body laid out for reading. Token positions index ``toks``."""

    text: str
    toks: tuple[Token, ...]
    found: Found
    unit_at: dict[int, Unit] = field(default_factory=dict)
    inside_unit: dict[int, Unit] = field(default_factory=dict)
    time_at: dict[int, tuple[Time, int]] = field(default_factory=dict)
    in_time: set[int] = field(default_factory=set)
    bounds: list[tuple[int, int]] = field(default_factory=list)
    titles: set[int] = field(default_factory=set)
    sport: bool = False
    types: dict[str, UnitType] = field(default_factory=dict)

    def key(self, at: int) -> str:
        return self.toks[at].key if 0 <= at < len(self.toks) else ""

    def is_boundary(self, at: int) -> bool:
        """Whether a clause begins with this token."""
        key = self.key(at)
        if key in words("boundaries", "before_that"):
            return self.key(at + 1) in _THAT
        return _bounds(key)

    def clause_start(self, at: int, lower: int) -> int:
        """The first token of the clause that holds ``at``, not before ``lower``."""
        while at > lower and not self.is_boundary(at):
            at -= 1
        return at

    def span(self, first: int, last: int) -> Span:
        return self.toks[first].start, self.toks[last].end

    def chain(self, at: int, stop: int) -> list[Unit]:
        """The coordinated units that begin with the one at token ``at``: X وY وZ."""
        unit = self.unit_at.get(at)
        out: list[Unit] = []
        while unit is not None:
            out.append(unit)
            unit = self._next_in_chain(unit, stop)
        return out

    def _next_in_chain(self, unit: Unit, stop: int) -> Unit | None:
        joined = False
        for at in range(unit.last + 1, min(unit.last + 10, stop)):
            following = self.unit_at.get(at)
            if following is not None:
                fits = following.prefix in ("", "و") or following.prefix == "وب"
                alike = (following.type in PARTY_TYPES) == (unit.type in PARTY_TYPES)
                return following if fits and alike and (joined or following.joined) else None
            key = self.key(at)
            if key.startswith("و") and (has("chains", "gap", key) or key[1:] in nationalities()):
                joined = True
            elif key in _APPOSITION or has("chains", "gap", key) or key in nationalities():
                continue
            else:
                return None
        return None


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
    _place_units(scene, starts, _in_body(found))
    for first, last in scene.bounds:
        _place_groups(scene, first, last)
    scene.types = {unit.key: unit.type for unit in scene.unit_at.values()}
    for time in found.times:
        first, last = _cover(starts, time.start, time.end)
        if first <= last:
            scene.time_at[first] = (time, last)
            scene.in_time.update(range(first, last + 1))
    return scene


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
    _keep(scene, Unit(run[0].start, run[-1].end, first, last, best.ref, best.type, prefix))


def _keep(scene: Scene, unit: Unit) -> None:
    scene.unit_at[unit.first] = unit
    for at in range(unit.first, unit.last + 1):
        scene.inside_unit[at] = unit


def _place_groups(scene: Scene, first: int, last: int) -> None:
    """Add what is no mention: plural offices, classes of people, pairs."""
    at = first
    while at < last:
        if at in scene.inside_unit or not _may_open(scene.key(at)):
            at = (scene.key(at) in _COUNTERPARTS and _counterparts(scene, at)) or at + 1
            continue
        at = (
            _nation(scene, at)
            or _counterparts(scene, at)
            or _office(scene, at, last)
            or _collective(scene, at, last)
            or _pair(scene, at)
            or at + 1
        )


def _nationality_at(scene: Scene, at: int) -> tuple[str, int] | None:
    """The state of the adjective at a token, and its words; a و before it is passed."""
    for key in (scene.key(at), scene.key(at).removeprefix("و")):
        if (wide := nationality(key, scene.key(at + 1))) is not None:
            return wide.state, 1 if nationality(key, "") is not None else 2
    return None


@lru_cache(maxsize=1 << 15)
def _bounds(key: str) -> bool:
    """Whether a folded word or mark begins a clause."""
    return (
        has("boundaries", "complement", key)
        or has("boundaries", "connector", key)
        or key in words("boundaries", "relative")
        or key in words("boundaries", "marks")
    )


@lru_cache(maxsize=1 << 15)
def _may_open(key: str) -> bool:
    """Whether a folded word can begin a people, an office, a class of people or a pair."""
    heads = {words[0] for words in offices()}
    if key.endswith(("ه", "ها")) and "نظ" in key[:3]:
        return True
    bare = {key, key[1:], key[2:], "ال" + key[2:] if key.startswith("لل") else key}
    return any(word in heads or has_group(word) or word in nationalities() for word in bare)


def _nation(scene: Scene, at: int) -> int | None:
    """المصريين, الكوريين الجنوبيين: a people for its state, where no noun stands before it."""
    key = scene.key(at)
    if not key.startswith(("ال", "لل")) or scene.key(at - 1) not in _BEFORE_PEOPLE:
        return None
    found = nationality("ال" + key[2:], scene.key(at + 1))
    if found is None or found.gender != "p":
        return None
    wide = nationality("ال" + key[2:], "") is None
    last = at + 1 if wide else at
    _keep(scene, Unit(*scene.span(at, last), at, last, state(found.state), "GPE"))
    return last + 1


def _counterparts(scene: Scene, at: int) -> int | None:
    """نظيريه الإيراني والتركي: their states, where no names follow."""
    key = scene.key(at)
    prefix = next((p for p in ("", "ب", "ل", "و") if key.removeprefix(p) in _COUNTERPARTS), None)
    if prefix is None:
        return None
    told: list[tuple[int, int, str, str]] = []
    behind = at + 1
    while behind < at + 8 and (found := _nationality_at(scene, behind)) is not None:
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
        _keep(scene, Unit(start + len(mark), end, first, last, state(of), "GROUP", mark))
    return behind


_COUNTERPARTS = frozenset({"نظيريه", "نظيريها", "نظيراه", "نظيراها", "نظرايه", "نظرايها"})
_BEFORE_PEOPLE = frozenset({"مع", "بين", "ومع", "وبين"})


def _bare(key: str) -> tuple[str, str]:
    """A folded word without its conjunction and preposition, and these."""
    for width in (0, 1, 2):
        if len(key) - width < 3 or (width and key[width - 1] not in "وفبل"):
            break
        if has_group(key[width:]):
            return key[width:], key[:width]
    if key.startswith("لل") and has_group("ال" + key[2:]):
        return "ال" + key[2:], "ل"
    return key, ""


def has_group(key: str) -> bool:
    """Whether a folded word opens a class of people or a pair."""
    return key in words("collectives", "heads") or any(
        key in words("pairs", kind) for kind in ("person", "side", "state", "group")
    )


def _office(scene: Scene, at: int, stop: int) -> int | None:
    """وزراء خارجية بريطانيا وفرنسا: one office-holder for each state."""
    key = scene.key(at)
    for strip in ("", key[:1], key[:2]):
        if strip and not set(strip) <= set("وفبل"):
            continue
        for size in (2, 1):
            office = offices().get(
                (key[len(strip) :], *(scene.key(at + i) for i in range(1, size)))
            )
            state = scene.unit_at.get(at + size)
            if office is None or state is None or state.type != "GPE" or state.prefix:
                continue
            members = [u for u in scene.chain(at + size, stop) if u.type == "GPE"]
            for index, unit in enumerate(members):
                begin = at if index == 0 else unit.first
                name = f"{office} {unit.ref.name or ''}".strip()
                start = scene.toks[begin].start + (len(strip) if index == 0 else len(unit.prefix))
                holder = Unit(start, unit.end, begin, unit.last, Ref(entity=None, name=name), "PER",
                              strip if index == 0 else unit.prefix)  # fmt: skip
                scene.unit_at.pop(unit.first, None)
                _keep(scene, holder)
            return members[-1].last + 1
    return None


def _collective(scene: Scene, at: int, stop: int) -> int | None:
    """المسؤولين الروس: a class of people with its adjective or state."""
    key, prefix = _bare(scene.key(at))
    if key not in words("collectives", "heads"):
        return None
    last = at
    for follower in range(at + 1, min(at + _MAX_COLLECTIVE, stop)):
        if follower in scene.inside_unit:
            unit = scene.inside_unit[follower]
            if not unit.prefix and unit.type in ("GPE", "ORG", "LOC") and follower == at + 1:
                scene.unit_at.pop(unit.first, None)
                last = unit.last
            break
        word = scene.key(follower)
        definite = key.startswith("ال") and word.startswith("ال")
        if not scene.toks[follower].is_word or not (definite or word in nationalities()):
            if follower == at + 1 and word.startswith("ال") and not key.startswith("ال"):
                last = follower
            break
        last = follower
    if last == at or scene.key(at + 1).endswith(("المرافق", "المرافقين")):
        return None
    start, end = scene.toks[at].start + len(prefix), scene.toks[last].end
    ref = Ref(entity=None, name=scene.text[start:end])
    _keep(scene, Unit(start, end, at, last, ref, "GROUP", prefix))
    return last + 1


def _pair(scene: Scene, at: int) -> int | None:
    """الرئيسين: a pair to be told from what stands before; خلفه اسمان فهو لقبهما."""
    key, prefix = _bare(scene.key(at))
    if not any(key in words("pairs", kind) for kind in ("person", "side", "state", "group")):
        return None
    after = at + 1
    told: list[str] = []
    while after < at + 6 and (found := _nationality_at(scene, after)) is not None:
        told.append(found[0])
        after += found[1]
    following = scene.unit_at.get(after)
    named = following is not None and following.type in ("PER", "GPE") and not following.preposition
    if named and key not in _CONSTRUCT and len(scene.chain(after, len(scene.toks))) > 1:
        return after  # the names follow; they are the pair
    last = at
    states = tuple(dict.fromkeys(told))  # الرئيسين المصري والأردني
    states = states if len(states) == 2 else named_pair(key)
    if key in _CONSTRUCT:  # رئيسي مصر والأردن: the states belong to the pair
        members = scene.chain(at + 1, len(scene.toks))
        if not members:
            return at + 1
        for unit in members:
            scene.unit_at.pop(unit.first, None)
        last = members[-1].last
        states = tuple(unit.key for unit in members)
    start = scene.toks[at].start + len(prefix)
    ref = Ref(entity=None, name=key, names=states)
    _keep(scene, Unit(start, scene.toks[last].end, at, last, ref, "PAIR", prefix))
    return last + 1


@cache
def _named_pairs() -> dict[str, tuple[str, ...]]:
    return {fold_key(k): tuple(v) for k, v in table("frames")["pairs"]["named"].items()}


def named_pair(key: str) -> tuple[str, ...]:
    """The two states that a folded word names by itself: الكوريتين; else nothing."""
    return _named_pairs().get(key, ())


_THAT = frozenset({"ان", "انه", "انها", "انهم", "انهما"})
_CONSTRUCT = frozenset({"رييسي", "رييسا", "زعيمي", "زعيما", "وزيري", "وزيرا"})


def units_between(scene: Scene, first: int, stop: int) -> Iterator[Unit]:
    """The units that begin in ``[first, stop)``, in order."""
    for at in range(first, stop):
        if (unit := scene.unit_at.get(at)) is not None:
            yield unit

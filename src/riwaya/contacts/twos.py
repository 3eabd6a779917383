"""Two told together by one word: الرئيسين, رئيسي مصر والأردن, الكوريتين, رئيسي مجلس النواب والأعيان."""

from __future__ import annotations

from functools import cache

from riwaya.arabic import fold_key
from riwaya.contacts.groupwords import bare, is_plain, nationality_at
from riwaya.contacts.lexicon import nationalities, table, words
from riwaya.contacts.scene import Scene, Unit, keep
from riwaya.model import Ref

_MAX_WORDS = 4  # of the bodies that two lead
_CONSTRUCT = frozenset({"رييسي", "رييسا", "زعيمي", "زعيما", "وزيري", "وزيرا"})


def place_pair(scene: Scene, at: int) -> int | None:
    """الرئيسين: a pair to be told from what stands before; خلفه اسمان فهو لقبهما."""
    key, prefix = bare(scene.key(at))
    if key == "الدول" and scene.key(at + 1) in words("collectives", "counted"):
        ref = Ref(entity=None, name="الأطراف")  # الدول الثلاث: those told before
        keep(
            scene,
            Unit(
                scene.toks[at].start + len(prefix),
                scene.toks[at + 1].end,
                at,
                at + 1,
                ref,
                "PAIR",
                prefix,
            ),
        )
        return at + 2
    if not any(key in words("pairs", kind) for kind in ("person", "side", "state", "group")):
        return None
    after = at + 1
    told: list[str] = []
    while after < at + 6 and (found := nationality_at(scene, after)) is not None:
        told.append(found[0])
        after += found[1]
    after += scene.key(after) in ("،", ",") and bool(told)
    following = scene.unit_at.get(after)
    named = following is not None and following.type in ("PER", "GPE") and not following.preposition
    if named and key not in _CONSTRUCT and len(scene.chain(after, len(scene.toks))) > 1:
        return after  # the names follow; they are the pair
    last = at
    states = tuple(dict.fromkeys(told))  # الرئيسين المصري والأردني
    states = states if len(states) == 2 else named_pair(key)
    if not states and (states := named_pair(scene.key(at + 1))):  # الزعيمان الكوريان
        last = at + 1
    both = scene.key(at + 1)
    if key in _CONSTRUCT and both in words("pairs", "state"):  # زعيما البلدين: of the two states
        start, end = scene.toks[at].start + len(prefix), scene.toks[at + 1].end
        keep(
            scene,
            Unit(
                start,
                end,
                at,
                at + 1,
                Ref(entity=None, name=both, names=named_pair(both)),
                "PAIR",
                prefix,
            ),
        )
        return at + 2
    if key in _CONSTRUCT:  # رئيسي مصر والأردن: the states belong to the pair
        members = scene.chain(at + 1, len(scene.toks))
        if not members:
            return _heads_of_bodies(scene, at, prefix)
        for unit in members:
            scene.unit_at.pop(unit.first, None)
        last = members[-1].last
        states = tuple(unit.key for unit in members)
    start = scene.toks[at].start + len(prefix)
    ref = Ref(entity=None, name=key, names=states)
    keep(scene, Unit(start, scene.toks[last].end, at, last, ref, "PAIR", prefix))
    return last + 1


def _heads_of_bodies(scene: Scene, at: int, prefix: str) -> int:
    """رئيسي مجلس النواب والأعيان: two who lead what is told in plain words, as a group."""
    last = at
    while last < at + _MAX_WORDS and _body_word(scene, last + 1, last == at):
        last += 1
    named = scene.unit_at.get(last + 1)
    nations = any(scene.key(i) in nationalities() for i in range(at + 1, last + 1))
    if last == at or scene.key(last) in _BODIES_BEFORE or named is not None or nations:
        return at + 1
    start, end = scene.toks[at].start + len(prefix), scene.toks[last].end
    keep(
        scene,
        Unit(start, end, at, last, Ref(entity=None, name=scene.text[start:end]), "GROUP", prefix),
    )
    return last + 1


def _body_word(scene: Scene, at: int, first: bool) -> bool:
    """Whether a plain word can be of the bodies that two lead."""
    key = scene.key(at)
    body = first and key in _BODIES_BEFORE
    return (body or key.startswith(("ال", "وال"))) and is_plain(scene, at)


_BODIES_BEFORE = frozenset({"مجلس", "مجلسي", "حزب", "حزبي", "اركان", "وفدي", "حكومتي", "برلماني"})


@cache
def _named_pairs() -> dict[str, tuple[str, ...]]:
    return {fold_key(k): tuple(v) for k, v in table("frames")["pairs"]["named"].items()}


def named_pair(key: str) -> tuple[str, ...]:
    """The two states that a folded word names by itself: الكوريتين; else nothing."""
    return _named_pairs().get(key, ())

"""Two told together by one word: الرئيسين, رئيسي مصر والأردن, الكوريتين, رئيسي مجلس النواب والأعيان."""

from __future__ import annotations

from functools import cache

from riwaya.arabic import fold_key
from riwaya.contacts.groupwords import bare, is_plain, nationality_at
from riwaya.contacts.lexicon import nationalities, table, words
from riwaya.contacts.scene import Scene, Unit, keep
from riwaya.model import Ref

_MAX_WORDS = 4  # of the bodies that two lead
_MAX_ADJECTIVES = 5  # words of nationalities after a pair
_CONSTRUCT = frozenset({"رييسي", "رييسا", "زعيمي", "زعيما", "وزيري", "وزيرا"})


def place_pair(scene: Scene, at: int) -> int | None:
    """الرئيسين: a pair to be told from what stands before; خلفه اسمان فهو لقبهما."""
    key, prefix = bare(scene.key(at))
    both = scene.key(at + 1)
    if key == "الدول" and both in words("collectives", "counted"):  # الدول الثلاث: told before
        return _keep_pair(scene, at, at + 1, prefix, Ref(entity=None, name="الأطراف"))
    if not any(key in words("pairs", kind) for kind in ("person", "side", "state", "group")):
        return None
    after, told = _nationalities_from(scene, at + 1)
    following = scene.unit_at.get(after)
    named = following is not None and following.type in ("PER", "GPE") and not following.preposition
    if named and key not in _CONSTRUCT and len(scene.chain(after, len(scene.toks))) > 1:
        return after  # the names follow; they are the pair
    if key in _CONSTRUCT and both in words("pairs", "state"):  # زعيما البلدين: of the two states
        ref = Ref(entity=None, name=both, names=named_pair(both))
        return _keep_pair(scene, at, at + 1, prefix, ref)
    last = at
    states = told if len(told) == 2 else named_pair(key)  # الرئيسين المصري والأردني
    if not states and (states := named_pair(both)):  # الزعيمان الكوريان
        last = at + 1
    if key in _CONSTRUCT:  # رئيسي مصر والأردن: the states belong to the pair
        members = scene.chain(at + 1, len(scene.toks))
        if not members:
            return _heads_of_bodies(scene, at, prefix)
        for unit in members:
            scene.unit_at.pop(unit.first, None)
        last = members[-1].last
        states = tuple(unit.key for unit in members)
    return _keep_pair(scene, at, last, prefix, Ref(entity=None, name=key, names=states))


def _nationalities_from(scene: Scene, at: int) -> tuple[int, tuple[str, ...]]:
    """Where the nationalities that begin at ``at`` end, and which states they are of."""
    after = at
    told: list[str] = []
    while after < at + _MAX_ADJECTIVES and (found := nationality_at(scene, after)) is not None:
        told.append(found[0])
        after += found[1]
    after += scene.key(after) in ("،", ",") and bool(told)
    return after, tuple(dict.fromkeys(told))


def _keep_pair(scene: Scene, first: int, last: int, prefix: str, ref: Ref) -> int:
    """Place the pair of the words ``first`` to ``last``; the word after it."""
    start, end = scene.toks[first].start + len(prefix), scene.toks[last].end
    keep(scene, Unit(start, end, first, last, ref, "PAIR", prefix))
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

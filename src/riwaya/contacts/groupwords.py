"""Words of groups: whether one opens a class of people or a pair, what nationality it tells, whether it is plain."""

from __future__ import annotations

from riwaya.contacts.clauses import is_verb
from riwaya.contacts.lexicon import has, nationality, words
from riwaya.contacts.scene import Scene


def nationality_at(scene: Scene, at: int) -> tuple[str, int] | None:
    """The state of the adjective at a token, and its words; a و before it is passed."""
    for key in (scene.key(at), scene.key(at).removeprefix("و")):
        if (wide := nationality(key, scene.key(at + 1))) is not None:
            return wide.state, 1 if nationality(key, "") is not None else 2
    return None


def bare(key: str) -> tuple[str, str]:
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


def is_plain(scene: Scene, at: int) -> bool:
    """Whether a token is a word of no unit or time, and opens no clause."""
    free = at not in scene.inside_unit and at not in scene.in_time and scene.toks[at:]
    key = scene.key(at)
    if not free or not scene.toks[at].is_word or scene.is_boundary(at):
        return False
    return not (is_verb(key) or has("prepositions", "any", key))

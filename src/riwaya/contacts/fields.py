"""Fields of a contact that phrases tell: who began it, and what it was about."""

from __future__ import annotations

from riwaya.contacts.clauses import is_verb
from riwaya.contacts.lexicon import has, phrases, words
from riwaya.contacts.scene import PARTY_TYPES, Scene, Unit
from riwaya.contacts.triggers import Trigger
from riwaya.model import Span

_AGENDA_WORDS = 14
_CALL_REACH = 12  # tokens between the call and what it calls for


def initiative_of(scene: Scene, trigger: Trigger) -> Unit | None:
    """Who is told to have begun it: بمبادرة من, بناء على طلب من."""
    first, stop = scene.bounds[trigger.sentence]
    openers = {phrase[0] for phrase in phrases("fields", "initiative")}
    for at in range(max(first, trigger.first - 25), stop):
        if scene.key(at) not in openers:
            continue
        for phrase in phrases("fields", "initiative"):
            if all(scene.key(at + i) == word for i, word in enumerate(phrase)):
                following = at + len(phrase)
                for behind in range(following, min(following + 3, stop)):
                    unit = scene.unit_at.get(behind)
                    if unit is not None and unit.type in PARTY_TYPES:
                        return unit
                break
    return _caller(scene, trigger, first)


def _caller(scene: Scene, trigger: Trigger, first: int) -> Unit | None:
    """Whose call for it the text names: دعوة العاهل لعقد هذا الاجتماع."""
    for at in range(trigger.first - 1, max(first, trigger.first - _CALL_REACH) - 1, -1):
        if at in scene.inside_unit or scene.key(at) == "هذا" or scene.key(at) == "هذه":
            continue
        if scene.key(at) in words("fields", "call"):
            unit = scene.unit_at.get(at + 1)
            return unit if unit is not None and unit.type in PARTY_TYPES else None
        if scene.key(at) not in words("fields", "to_hold"):
            return None
    return None


def agenda_of(scene: Scene, trigger: Trigger) -> list[Span]:
    """What it was about: the words behind حول, لبحث, تناول, to the end of their phrase."""
    stop = scene.bounds[trigger.sentence][1]
    out: list[Span] = []
    for at in range(trigger.last + 1, stop):
        if has("fields", "agenda", scene.key(at)) and at not in scene.inside_unit:
            end = _phrase_end(scene, at + 1, stop)
            if end > at + 1:
                out.append(scene.span(at + 1, end - 1))
            break
        if scene.key(at) in words("boundaries", "marks"):
            break
    return out


def _phrase_end(scene: Scene, at: int, stop: int) -> int:
    end = at
    while end < min(stop, at + _AGENDA_WORDS):
        if end not in scene.inside_unit:
            key = scene.key(end)
            if (
                scene.is_boundary(end)
                or key in ("،", ",", ".", "مع", "خلال")
                or end in scene.time_at
            ):
                break
            if end > at and is_verb(key) and key.startswith("و"):
                break
        end += 1
    while end > at and not (scene.toks[end - 1].is_word or scene.toks[end - 1].kind == "number"):
        end -= 1
    return end

"""Bodies that every state has: a head noun and a nationality (وزارة الخارجية الروسية), by pattern.

Also agencies and outlets behind the word for what they are (وكالة رويترز للأنباء, صحيفة الغارديان).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from riwaya.arabic import Token
from riwaya.names.entities import Entity, slug
from riwaya.names.gazetteer import Gazetteer, Hit, joined
from riwaya.names.load import nationalities, split, table
from riwaya.names.nationality import Nationality, adjectives
from riwaya.names.registry import Key, form_key, registry

FULL, HALF, DESCRIPTION, BORDER, SIDE = range(5)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of body. ``grade`` says how much of a name it is (see kinds.toml)."""

    suffix: str
    grade: int
    english: str
    plural: bool


@cache
def kinds() -> Gazetteer[Kind]:
    """The head nouns of kinds.toml."""
    forms: dict[Key, list[Kind]] = defaultdict(list)
    for group, rows in table("kinds").items():
        if group == "ids":
            continue
        for suffix, (grade, english, heads) in rows.items():
            plain = (
                suffix.removesuffix("-half").removesuffix("-forces") if grade in (1, 2) else suffix
            )
            plain = "armed-forces" if suffix.startswith("armed-forces") else plain
            for head in split(heads):
                forms[form_key(head)].append(Kind(plain, grade, english, head.endswith("ات")))
    return Gazetteer(forms)


@cache
def _ids() -> dict[str, str]:
    return {str(k): str(v) for k, v in table("kinds")["ids"].items()}


def nationality_at(words: Sequence[Token], i: int) -> tuple[Nationality, int] | None:
    """The nationality adjective at word ``i`` and how many words it takes; two-word ones first."""
    if i >= len(words):
        return None
    known = adjectives()
    if i + 1 < len(words) and (pair := known.get((words[i].key, words[i + 1].key))):
        return pair, 2
    if found := known.get((words[i].key,)):
        return found, 1
    return None


@dataclass(frozen=True, slots=True)
class Body:
    """A body found by pattern, with the state that it is of."""

    entity: Entity
    grade: int


def body_of(kind: Kind, state: str) -> Entity:
    """The entity of a kind of body of a state: one of the registry, or made from the pattern."""
    adjective = nationalities().get(
        state, {"european-union": "European", "united-nations": "UN"}.get(state, "")
    )
    key = f"{slug(adjective or state)}-{kind.suffix}"
    key = _ids().get(key, key)
    known = registry().entity(key)
    if known is not None:
        return known
    english = f"{adjective or state} {kind.english}".strip()
    entity = _MADE.get(key)
    if entity is None and len(_MADE) < _MOST_MADE:
        _MADE[key] = Entity(key, "ORG", "body", (), (english,), state)
    return _MADE.get(key) or Entity(key, "ORG", "body", (), (english,), state)


_MADE: dict[str, Entity] = {}
_MOST_MADE = 20_000


def body_entity(key: str) -> Entity | None:
    """A body that a pattern made (``russian-foreign-ministry``), by its id."""
    return _MADE.get(key)


def find_body(text: str, words: Sequence[Token], i: int) -> Hit[Body] | None:
    """A body that begins at word ``i``: head noun and agreeing nationality adjective."""
    best: Hit[Body] | None = None
    for hit in kinds().at(text, words, i):
        kind = hit.values[0]
        read = nationality_at(words, hit.last + 1)
        if read is None or not joined(text, words[hit.last], words[hit.last + 1]):
            continue
        nationality, width = read
        head = words[hit.last].key
        # وزير [الخارجية] الروسي: the adjective is the minister's; مجلس الأمة الكويتي: the council's.
        feminine = hit.length == 1 and head.endswith(("ه", "ات"))
        minister = i > 0 and words[i - 1].key.endswith(("وزير", "وزيره"))
        if not nationality.definite or (
            kind.grade == HALF and feminine and (nationality.gender != "f" or minister)
        ):
            continue
        last = hit.last + width
        if best is None or last > best.last:
            body = Body(body_of(kind, nationality.state), kind.grade)
            best = Hit(hit.first, last, hit.start, words[last].end, hit.prefix, (body,))
    return best

"""Counting and matching: precision, recall and F1, accuracies, one-to-one assignment."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from riwaya.arabic import fold_key

Item = Mapping[str, Any]
Weight = Callable[[Item, Item], float]


class Tally:
    """Counts for micro-averaged measures over all pages."""

    def __init__(self) -> None:
        self._found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        self._right: dict[str, list[int]] = defaultdict(lambda: [0, 0])

    def found(self, metric: str, hits: int, predicted: int, gold: int) -> None:
        """Add to a measure with precision, recall and F1."""
        for index, count in enumerate((hits, predicted, gold)):
            self._found[metric][index] += count

    def right(self, metric: str, ok: bool) -> None:
        """Add one decision to an accuracy."""
        self._right[metric][0] += ok
        self._right[metric][1] += 1

    def rows(self) -> dict[str, float]:
        """``{metric: value}``: ``.p``, ``.r``, ``.f1`` for the found, a share for the right."""
        out: dict[str, float] = {}
        for metric, (hits, predicted, gold) in self._found.items():
            p = hits / predicted if predicted else float(not gold)
            r = hits / gold if gold else 1.0
            out |= {f"{metric}.p": p, f"{metric}.r": r}
            out[f"{metric}.f1"] = 2 * p * r / (p + r) if p + r else 0.0
        out |= {metric: ok / n for metric, (ok, n) in self._right.items()}
        return dict(sorted(out.items()))


def assign(gold: Sequence[Item], got: Sequence[Item], weight: Weight) -> list[tuple[Item, Item]]:
    """One-to-one pairs, heaviest first; a weight of 0 is no match."""
    ranked = sorted(
        ((w, -g, -p) for g, a in enumerate(gold) for p, b in enumerate(got) if (w := weight(a, b))),
        reverse=True,
    )
    pairs: list[tuple[Item, Item]] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for _, g, p in ranked:
        if -g not in used[0] and -p not in used[1]:
            used[0].add(-g)
            used[1].add(-p)
            pairs.append((gold[-g], got[-p]))
    return pairs


def required(
    gold: Sequence[Item], got: Sequence[Item], weight: Weight
) -> tuple[list[Item], list[Item]]:
    """Both lists without the optional gold and without the output that answers to it."""
    ordered = sorted(gold, key=lambda g: bool(g.get("optional")))
    free = {id(p) for g, p in assign(ordered, got, weight) if g.get("optional")}
    return [g for g in gold if not g.get("optional")], [p for p in got if id(p) not in free]


def answers(gold: Item, field: str) -> list[Any]:
    """What the gold accepts for a field."""
    return [gold.get(field), *gold.get(f"{field}_also", [])]


def overlap(a: Sequence[int], b: Sequence[int]) -> int:
    """How many code points two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def span(item: Item) -> tuple[int, int]:
    """The ``start`` and ``end`` of an item."""
    return int(item["start"]), int(item["end"])


_SPELT_ZONE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)")


def same_value(got: object, accepted: Iterable[object]) -> bool:
    """Whether a time's value is one of the accepted, instants compared in UTC."""

    def key(value: object) -> str:
        text = re.sub(r"(T\d\d:\d\d):00(?=$|Z|[+-])", r"\1", str(value))
        if _SPELT_ZONE.fullmatch(text):
            return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(UTC).isoformat()
        return text

    return key(got) in {key(value) for value in accepted}


class Names:
    """Whether a reference in the output means an entity of the gold, by any accepted form."""

    def __init__(self, forms: Mapping[str, Sequence[str]]) -> None:
        self._forms = {
            entity: {self._key(form) for form in (entity, *written)}
            for entity, written in forms.items()
        }

    @staticmethod
    def _key(form: str) -> str:
        words = fold_key(form.partition("@")[0].replace("-", " ")).casefold()
        return " ".join(re.findall(r"\w+", words))

    def same(self, entity: str | None, ref: object) -> bool:
        """``ref`` is null, a string, or ``{entity, name, names}``; most of its known forms must fit."""
        written = {self._key(form) for form in self._written(ref)}
        if entity is None:
            return not written
        accepted = self._forms.get(entity, {self._key(entity)})
        known = set().union(*self._forms.values()) | accepted
        return bool(written & accepted) and 2 * len(written & accepted) >= len(written & known)

    @staticmethod
    def _written(ref: object) -> list[str]:
        if isinstance(ref, str):
            return [ref]
        if isinstance(ref, Mapping):
            forms = [ref.get("entity"), ref.get("name"), *(ref.get("names") or [])]
            return [form for form in forms if form]
        return []

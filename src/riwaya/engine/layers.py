"""Which layers of a stored page are stale, and making only those again.

A layer depends on its step's version, on the lexicons of the step's room, and on all that came before
it: from the first stale step on, everything is made again; what stands before is kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from time import perf_counter
from typing import Any

from riwaya.engine.pipeline import PAGE_STEPS, Step, add
from riwaya.model import Found, Page
from riwaya.store.codec import Stored

Trace = tuple[tuple[str, dict[str, int]], ...]
"""Each step's name and how many annotations it added to each layer."""

Clock = Callable[[str, float], None]
"""Told a stage's name and the seconds that it took."""

DIGEST = "digest"
_SHARED_ROOM = "arabic"


class StepError(Exception):
    """A page step raised: a fault of ours, on one page. ``step`` is its name."""

    def __init__(self, step: str, error: BaseException) -> None:
        super().__init__(f"{type(error).__name__}: {error}")
        self.step = step


def layer_versions() -> dict[str, str]:
    """``{step: "version:lexicon hash"}`` of the steps as installed, in order; the digest last."""
    from riwaya.names.ensemble import embeddings

    return _layer_versions(embeddings=embeddings())


@cache
def _layer_versions(*, embeddings: bool) -> dict[str, str]:
    from riwaya.corpus.digest import DIGEST_VERSION

    versions = {s.name: f"{s.version}:{_lexicon_hash(_room(s))}{_own(s)}" for s in PAGE_STEPS}
    if embeddings:
        versions["mentions"] += ":embeddings"
    return {**versions, DIGEST: f"{DIGEST_VERSION}:{_lexicon_hash('corpus')}"}


def _own(step: Step) -> str:
    """What a user's registry adds to the version of the names' layer: a hash of the file, or nothing."""
    from riwaya.names.own import own_tables

    data = own_tables().data if _room(step) == "names" else b""
    return f":{hashlib.sha256(data).hexdigest()[:12]}" if data else ""


def _room(step: Step) -> str:
    return step.run.__module__.removeprefix("riwaya.").split(".")[0]


@cache
def _lexicon_hash(room: str) -> str:
    """The first 12 digits of the SHA-256 of a room's data files and of those that all rooms share."""
    whole = hashlib.sha256()
    for name in (_SHARED_ROOM, room):
        for path, data in sorted(_files(resources.files("riwaya") / "data" / name, name)):
            whole.update(f"{path}\0{len(data)}\0".encode())
            whole.update(data)
    return whole.hexdigest()[:12]


def _files(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    if not folder.is_dir():
        return []
    out: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        where = f"{path}/{entry.name}"
        if entry.is_dir():
            out += _files(entry, where) if entry.name != "__pycache__" else []
        elif not entry.name.endswith((".py", ".pyc")):
            out.append((where, entry.read_bytes()))
    return out


def first_stale(made_with: Mapping[str, str], steps: Sequence[Step] = PAGE_STEPS) -> int:
    """The index of the first step whose layers are stale; ``len(steps)`` where only the digest is."""
    current = layer_versions()
    for index, step in enumerate(steps):
        if made_with.get(step.name) != current.get(step.name):
            return index
    return len(steps)


def keep_until(
    stored: Stored, index: int, steps: Sequence[Step] = PAGE_STEPS
) -> tuple[Found, Trace]:
    """The layers as they were before step ``index``, and the trace up to there."""
    names = [step.name for step in steps[:index]]
    trace = stored.trace[:index]
    if [name for name, _ in trace] != names:  # steps were added, dropped or moved: start afresh
        return Found(), ()
    kept: dict[str, int] = {}
    for _, counts in trace:
        for layer, count in counts.items():
            kept[layer] = kept.get(layer, 0) + count
    changes: dict[str, Any] = {}
    for layer, count in kept.items():
        value = getattr(stored.layers, layer)
        changes[layer] = value[:count] if isinstance(value, tuple) else value
    return Found(**changes), trace


def run_steps(
    page: Page,
    clock: Clock,
    *,
    found: Found | None = None,
    trace: Trace = (),
    steps: Sequence[Step] = PAGE_STEPS,
) -> tuple[Found, Trace]:
    """Run the steps that ``trace`` does not have yet; :class:`StepError` names one that raises."""
    found = found or Found()
    done = list(trace)
    for step in steps[len(trace) :]:
        start = perf_counter()
        try:
            after = add(found, step.run(page, found))
        except Exception as error:
            raise StepError(step.name, error) from error
        clock(step.name, perf_counter() - start)
        done.append((step.name, _added(found, after)))
        found = after
    return found, tuple(done)


def _added(before: Found, after: Found) -> dict[str, int]:
    counts: dict[str, int] = {}
    for layer in after.__struct_fields__:
        old, new = getattr(before, layer), getattr(after, layer)
        if old is new:
            continue
        counts[layer] = len(new) - len(old or ()) if isinstance(new, tuple) else 1
    return counts

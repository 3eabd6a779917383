from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from riwaya.engine import layers
from riwaya.engine.layers import StepError, first_stale, keep_until, run_steps
from riwaya.engine.pipeline import Step
from riwaya.model import Annotation, Block, Found, Outlet, Page, PageWarning
from riwaya.reading.page import page_from_text
from riwaya.store.codec import Stored

PAGE = page_from_text("a", "سطر أول\nسطر ثان")
_Run = Callable[[Page, Found], Sequence[Annotation]]


def _block(start: int) -> Block:
    return Block(start=start, end=start + 3, role="paragraph")


def _warning(message: str) -> PageWarning:
    return PageWarning(kind="garbled", spans=(), message=message)


def _step(name: str, run: _Run, version: int = 1) -> Step:
    return Step(name, version, run)


STEPS = (
    _step("one", lambda page, found: [_block(0), _warning("one")]),
    _step("two", lambda page, found: [_block(8), Outlet(name=f"{len(found.blocks)} blocks")]),
    _step("three", lambda page, found: [_warning("three")]),
)


def _timed(stage: str, took: float) -> None:
    assert took >= 0


def test_steps_see_what_came_before_and_are_all_kept() -> None:
    found, trace = run_steps(PAGE, _timed, steps=STEPS)
    assert [b.start for b in found.blocks] == [0, 8]
    assert found.outlet == Outlet(name="1 blocks")
    assert [name for name, _ in trace] == ["one", "two", "three"]


@pytest.mark.parametrize("index", [0, 1, 2, 3])
def test_running_on_from_any_stale_step_gives_the_same(index: int) -> None:
    found, trace = run_steps(PAGE, _timed, steps=STEPS)
    stored = Stored(page=PAGE, layers=found, trace=trace)
    kept, before = keep_until(stored, index, STEPS)
    assert len(before) == index
    assert run_steps(PAGE, _timed, found=kept, trace=before, steps=STEPS) == (found, trace)


def test_only_the_layers_before_the_stale_step_are_kept() -> None:
    found, trace = run_steps(PAGE, _timed, steps=STEPS)
    kept, _ = keep_until(Stored(page=PAGE, layers=found, trace=trace), 1, STEPS)
    assert [b.start for b in kept.blocks] == [0]
    assert kept.outlet is None
    assert [w.message for w in kept.warnings] == ["one"]


def test_a_changed_list_of_steps_starts_afresh() -> None:
    found, trace = run_steps(PAGE, _timed, steps=STEPS)
    stored = Stored(page=PAGE, layers=found, trace=trace)
    assert keep_until(stored, 2, (STEPS[1], STEPS[0], STEPS[2])) == (Found(), ())


def test_the_first_step_whose_version_or_lexicon_changed_is_stale(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    current = {"one": "1:aa", "two": "2:bb", "three": "1:cc", "digest": "1:dd"}
    monkeypatch.setattr(layers, "layer_versions", lambda: current)
    assert first_stale(current, STEPS) == 3
    assert first_stale({**current, "two": "1:bb"}, STEPS) == 1
    assert first_stale({**current, "one": "1:zz", "three": "0:cc"}, STEPS) == 0
    assert first_stale({}, STEPS) == 0


def test_a_step_that_raises_is_named() -> None:
    def broken(page: Page, found: Found) -> Sequence[Annotation]:
        raise KeyError(page.id)

    with pytest.raises(StepError, match="KeyError") as error:
        run_steps(PAGE, _timed, steps=(*STEPS, _step("broken", broken)))
    assert error.value.step == "broken"


def test_every_step_and_the_digest_have_a_version_and_a_lexicon_hash() -> None:
    from riwaya.engine.pipeline import PAGE_STEPS

    versions = layers.layer_versions()
    assert list(versions) == [*(s.name for s in PAGE_STEPS), "digest"]
    assert all(":" in v for v in versions.values())

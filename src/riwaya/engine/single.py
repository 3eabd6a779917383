"""Pages one by one, without a record: what ``riwaya read`` and ``riwaya clean`` run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

from riwaya.engine.layers import StepError, run_steps
from riwaya.engine.pipeline import PAGE_STEPS, Step, assemble
from riwaya.engine.work import failed, read_safely
from riwaya.model import Analysed, SetAside
from riwaya.reading.items import expand
from riwaya.reading.web.source import Web

if TYPE_CHECKING:
    from riwaya.reading.web.fetcher import Fetcher


def analyse_all(
    sources: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    steps: Sequence[Step] = PAGE_STEPS,
    fetcher: Fetcher | None = None,
) -> Iterator[Analysed | SetAside]:
    """Each page of the sources with the layers of ``steps``, in order; a failing step costs its page."""
    for item in expand(list(sources), stdin=stdin, web=Web(fetcher)):
        if isinstance(item, SetAside):
            yield item
            continue
        try:
            page = read_safely(item)
            if isinstance(page, SetAside):
                yield page
                continue
            found, _ = run_steps(page, lambda stage, took: None, steps=steps)
            yield assemble(page, found)
        except StepError as error:
            yield failed(item.id, error.step, str(error))


def steps_until(name: str) -> tuple[Step, ...]:
    """The steps up to and with the one of that name."""
    names = [step.name for step in PAGE_STEPS]
    return PAGE_STEPS[: names.index(name) + 1]

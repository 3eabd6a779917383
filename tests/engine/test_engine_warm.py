from __future__ import annotations

from riwaya.engine import warm
from riwaya.engine.work import work_chunk
from riwaya.reading.items import Item
from riwaya.store.prepare import PreparedPage


def test_the_page_that_warms_workers_goes_through_every_step() -> None:
    (worked,) = work_chunk([Item("a.txt", warm._PAGE.encode(), "text", "a.txt")]).worked
    assert isinstance(worked.result, PreparedPage)
    assert worked.result.statements

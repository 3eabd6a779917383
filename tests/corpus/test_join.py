from __future__ import annotations

from corpus_pages import DAM, FIRE, analysed

from riwaya.corpus.digest import digest
from riwaya.corpus.join import join
from riwaya.model import Analysed

PAGES = {
    page.id: page
    for page in (
        analysed("a", "جسر جديد", DAM, published="2024-03-01", outlet="x"),
        analysed("b", "افتتاح جسر", DAM[:2], published="2024-03-01", outlet="y"),
        analysed("c", "حريق", FIRE, published="2024-03-02", outlet="x"),
        analysed("d", "جسر وحريق", (DAM[0], FIRE[1]), published="2024-05-02", outlet="y"),
    )
}


def load(page: str) -> Analysed:
    return PAGES[page]


def test_the_record_is_the_same_in_any_order() -> None:
    whole = join([digest(PAGES[i]) for i in "abcd"], load)
    assert join([digest(PAGES[i]) for i in "dbca"], load) == whole
    assert len(whole.copies) > 3

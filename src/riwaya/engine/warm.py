"""Imported by the fork server before it forks: lexicons and models load once and workers share them.

A page of our own runs through every step, and through the reading of its story, so that whatever
these load on first use is there.
"""

from __future__ import annotations

import contextlib
import gc

_NEW_OBJECTS = 20_000
"""Between two looks for rubbish: of a page hardly any is left over."""

_PAGE = """وزير الخارجية يبحث مع نظيره الفرنسي ملف الموانئ

العاصمة - وكالات
الثلاثاء 12 مارس 2024

أجرى وزير الخارجية كريم العبيدي مساء أمس الاثنين اتصالا هاتفيا مع نظيره الفرنسي استمر نحو عشرين دقيقة.

وقال العبيدي إن "العمل في الموانئ سيبدأ قريبا"، مضيفا أن ثلاثة جرحى نقلوا إلى المستشفى عند الساعة 10:30 بتوقيت غرينتش.
"""
_HTML = f"<html lang='ar'><body><h1>خبر</h1><article><p>{_PAGE}</p></article></body></html>"


def _warm() -> None:
    import riwaya.engine.joins.hoods  # noqa: F401 - workers read stories as well
    from riwaya.corpus.independence_sides import registry_sides
    from riwaya.corpus.record import hood_record
    from riwaya.engine.pipeline import analyse
    from riwaya.engine.work import work_chunk
    from riwaya.reading.items import Item
    from riwaya.reading.page import page_from_text

    work_chunk(
        [
            Item("warm.txt", _PAGE.encode(), "text", "warm.txt"),
            Item("warm.html", _HTML.encode(), "html", "warm.html"),
        ]
    )
    pages = [analyse(page_from_text(name, _PAGE)) for name in ("a", "b")]
    hood_record(pages, (), {page.id: "s" for page in pages}, registry_sides())


gc.disable()  # what is loaded here stays: looking through it again and again took a fourth of the time
with contextlib.suppress(Exception):  # a fault here comes again, and is told, where it belongs
    _warm()
gc.freeze()  # workers never look through it, and so go on sharing its memory
gc.set_threshold(_NEW_OBJECTS)
gc.enable()

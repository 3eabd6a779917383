"""Imported by the fork server before it forks: lexicons and models load once and workers share them.

A page of our own runs through every step, so that whatever a step loads on first use is there.
"""

from __future__ import annotations

import contextlib

from riwaya.engine.work import work_chunk
from riwaya.reading.items import Item

_PAGE = """وزير الخارجية يبحث مع نظيره الفرنسي ملف الموانئ

العاصمة - وكالات
الثلاثاء 12 مارس 2024

أجرى وزير الخارجية كريم العبيدي مساء أمس الاثنين اتصالا هاتفيا مع نظيره الفرنسي استمر نحو عشرين دقيقة.

وقال العبيدي إن "العمل في الموانئ سيبدأ قريبا"، مضيفا أن ثلاثة جرحى نقلوا إلى المستشفى عند الساعة 10:30 بتوقيت غرينتش.
"""
_HTML = f"<html lang='ar'><body><h1>خبر</h1><article><p>{_PAGE}</p></article></body></html>"

with contextlib.suppress(Exception):  # a fault here comes again, and is told, where it belongs
    work_chunk(
        [
            Item("warm.txt", _PAGE.encode(), "text", "warm.txt"),
            Item("warm.html", _HTML.encode(), "html", "warm.html"),
        ]
    )

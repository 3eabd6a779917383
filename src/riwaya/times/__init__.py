"""When: dates, clock times, lengths and sets; the page's own date; what does not add up.

Doors: :func:`riwaya.times.tagger.tag` for any text, ``find_times``, ``decide_published`` and
``check_times`` for pages, :func:`riwaya.times.timex3.to_timex3_xml`,
:func:`riwaya.times.intervals.interval`.
"""

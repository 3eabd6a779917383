"""Words that look like days, and plans told with past verbs."""

from __future__ import annotations

import pytest

from riwaya.times.tagger import tag


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("يخوض الفريق مباراته الأولى يوم 18 يونيو ضد الضيوف", ["2018-06-18"]),
        ("فاز الضيوف 3-1 يوم السبت الماضي", ["2018-06-02"]),
        ("أعلن المجلس إجراء الاقتراع في 24 يونيو", ["2018-06-24"]),
        ("وقع الانفجار في 20 نوفمبر", ["2017-11-20"]),
        ("معرض الكتاب يوما السبت والأحد", ["2018-06-09", "2018-06-10"]),
        ("تظاهر الطلاب الأربعاء والخميس", ["2018-06-06", "2018-06-07"]),
    ],
)
def test_days_are_read_as_a_reader_reads_them(text: str, expected: list[str]) -> None:
    assert [time.value for time in tag(text, "2018-06-08")] == expected

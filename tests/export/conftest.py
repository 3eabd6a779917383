"""Records to export: the bundled pages with a few more of our own, of which one is hostile."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from riwaya.engine.build import build
from riwaya.store.reader import RecordReader

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"
_PLANNED = {
    "id": "plan-1",
    "title": "وزير الزراعة الكيني يزور أوسلو الأسبوع المقبل",
    "text": "أعلنت الحكومة الكينية أن الرئيس الكيني دانيال موانغي سيلتقي رئيسة الوزراء النرويجية إنغريد هالفورسن "
    "في أوسلو يوم 12 مايو 2010 الساعة 14:30 بتوقيت غرينتش.\n"
    "ومن المقرر أن يزور موانغي بيرغن في 14 مايو 2010.",
    "url": "https://plan.example/1",
    "published": "2010-05-02T10:00:00+03:00",
    "outlet": "وكالة الواحة",
}
_HOSTILE = {
    "id": '"><script>alert(1)</script>\r\nBEGIN:VEVENT & ../../x',
    "title": '=cmd|"/C calc"!A1 <b onmouseover=alert(1)>]]></data>',
    "text": 'قال الناطق باسم الحكومة الكينية جوزيف أوتينو إن "الطريق </script><!-- آمن 🚧 تماما" بعد إصلاحه.',
    "url": "javascript:alert(1)",
    "published": "2010-05-03",
    "outlet": "<img src=x>",
}
_DISPATCH = (
    "أعلنت هيئة الموانئ في مدينة الفنار أن الرصيف الشمالي سيغلق أمام السفن الكبيرة مدة ثلاثة أسابيع لإصلاح الرافعات القديمة.\n"
    "وأوضح مدير الهيئة سامر الجبوري في تصريح صحفي أن حركة العبارات الصغيرة لن تتأثر، داعيا أصحاب الشركات إلى نقل "
    "شحناتهم إلى الرصيف الجنوبي حتى نهاية الشهر المقبل."
)
_FIRST = {
    "id": "first-1", "title": "إغلاق الرصيف الشمالي في ميناء الفنار", "text": _DISPATCH,
    "url": "https://first.example/port", "published": "2010-06-01T08:00:00+03:00", "outlet": "صحيفة الشراع",
}  # fmt: skip
_SECOND = {
    "id": "second-1", "title": "ميناء الفنار يغلق رصيفه الشمالي", "text": _DISPATCH + "\nالمصدر: رويترز",
    "url": "https://second.example/port", "published": "2010-06-01T11:30:00+03:00", "outlet": "موقع المرسى",
}  # fmt: skip


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that tests must not write to."""
    folder = tmp_path_factory.mktemp("exported")
    more = folder / "more.jsonl"
    more.write_text(
        "\n".join(json.dumps(one) for one in (_PLANNED, _HOSTILE, _FIRST, _SECOND)), "utf-8"
    )
    build([str(EXAMPLES), str(more)], folder / "a.db")
    return folder / "a.db"


@pytest.fixture
def reader(record: Path) -> Iterator[RecordReader]:
    with RecordReader(record) as opened:
        yield opened

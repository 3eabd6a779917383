"""Names in running text: spans, proclitics, bodies, outlets, senses of capitals."""

from __future__ import annotations

import pytest

from riwaya.model import Mention
from riwaya.names import tag


def names(text: str, date: str | None = None) -> list[tuple[str, str | None]]:
    return [(m.text, m.entity) for m in tag(text, date) if m.kind == "name"]


def entities(text: str, date: str | None = None) -> dict[str, str | None]:
    return dict(names(text, date))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("اجتمع الوفد وبوتين في القاعة", "بوتين"),
        ("نقل الوفد رسالة لبوتين أمس", "بوتين"),
        ("زيارة رسمية للولايات المتحدة", "لولايات المتحدة"),
        ("بيان صادر عن وزارة الخارجية الأردنية", "وزارة الخارجية الأردنية"),
        ("وللكرملين رأي آخر", "لكرملين"),
        ("وسم #فلاديمير_بوتين يتصدر", "فلاديمير_بوتين"),
        ("قال مون جيه-إن للصحفيين", "مون جيه-إن"),
    ],
)
def test_proclitics_and_marks_stay_outside_the_name(text: str, name: str) -> None:
    assert name in entities(text)


def test_spans_are_offsets_of_the_text_with_its_vowel_marks() -> None:
    text = "التقى الوزيرُ بِبوتينَ في المقرّ"
    (mention,) = [m for m in tag(text) if m.entity == "vladimir-putin"]
    assert text[mention.start : mention.end] == mention.text
    assert mention.text.startswith("بوت")


def test_no_name_inside_a_name() -> None:
    found = entities("قالت منظمة الأمن والتعاون في أوروبا إن المراقبين وصلوا")
    assert found == {"منظمة الأمن والتعاون في أوروبا": "osce"}


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("وأعلنت وزارة الدفاع العراقية ذلك", "iraqi-defence-ministry"),
        ("وقالت وزارة الخارجية الأميركية", "us-state-department"),
        ("في بيان للرئاسة الفرنسية", "elysee"),
        ("أعلن البنك المركزي التركي", "turkish-central-bank"),
        ("نقلت وكالة رويترز للأنباء عن شاهد", "reuters"),
        ("بحسب صحيفة الغارديان البريطانية", "guardian"),
        ("عقد مجلس الأمن الدولي جلسة", "un-security-council"),
    ],
)
def test_bodies_and_outlets_are_known_by_pattern(text: str, entity: str) -> None:
    assert entity in entities(text).values()


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("تريد موسكو ضمانات مكتوبة", "russia"),
        ("الحوار بين موسكو وواشنطن مستمر", "united-states"),
        ("في تمام العاشرة بتوقيت موسكو", "moscow"),
        ("عقد اللقاء في واشنطن", "washington-dc"),
        ("يزور الوزير الضيف موسكو غدا", "moscow"),
        ("مؤتمر استضافته بروكسل", "brussels"),
        ("فارق التوقيت بين طوكيو ومدريد كبير", "madrid"),
    ],
)
def test_a_capital_is_the_state_where_it_acts_and_the_city_where_it_does_not(
    text: str, entity: str
) -> None:
    assert entity in entities(text).values()


@pytest.mark.parametrize(
    "text",
    [
        "بينت الدراسة أن الأسعار ارتفعت",
        "كان سعيد الحظ في ذلك اليوم",
        "بنيت المدرسة قبل عام",
        "ارتفع متوسط الدخل في القرية",
    ],
)
def test_common_words_that_look_like_names_are_none(text: str) -> None:
    assert not [m for m in tag(text) if m.type == "PER"]


def test_only_the_lines_of_the_text_are_read_and_order_is_kept() -> None:
    found: list[Mention] = tag("لافروف في عمان\n\nوصل الوزير الروسي سيرغي لافروف أمس")
    assert [m.start for m in found] == sorted(m.start for m in found)


def test_an_empty_text_has_no_mentions() -> None:
    assert tag("") == []
    assert tag(" \n\n") == []

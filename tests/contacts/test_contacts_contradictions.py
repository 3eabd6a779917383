"""What a page says of itself that cannot both be true; pages of our own."""

from __future__ import annotations

import pytest

from riwaya.corpus.disputes_page import page_disputes
from riwaya.engine.pipeline import analyse, annotate
from riwaya.model import Page, PageWarning
from riwaya.reading.page import page_from_record


def warnings_of(title: str, text: str) -> tuple[Page, list[PageWarning]]:
    page = page_from_record("page", {"title": title, "text": text})
    return page, [w for w in annotate(page).warnings if w.kind == "self_contradiction"]


def quoted(page: Page, warning: PageWarning) -> list[str]:
    return [page.text[slice(*span)] for span in warning.spans]


LEAD = "قتل 14 شخصا في انفجار بمصنع الزجاج شرقي العاصمة صباح اليوم، وفق ما أعلنت الشرطة المحلية."
MORE = "وقال شهود إن الحريق استمر ساعات طويلة قبل أن تسيطر عليه فرق الإطفاء."


def test_a_headline_that_counts_otherwise_than_the_lead() -> None:
    page, found = warnings_of("مقتل 12 شخصا في انفجار بمصنع الزجاج شرقي العاصمة", f"{LEAD}\n{MORE}")
    assert [quoted(page, w) for w in found] == [["12 شخصا", "14 شخصا"]]
    assert "12" in found[0].message
    assert "14" in found[0].message_ar


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("مقتل 14 شخصا في انفجار بمصنع الزجاج شرقي العاصمة", f"{LEAD}\n{MORE}"),
        ("مقتل نحو 12 شخصا في انفجار بمصنع الزجاج شرقي العاصمة", f"{LEAD}\n{MORE}"),
        ("ارتفاع عدد القتلى في انفجار بمصنع الزجاج إلى 15 شخصا", f"{LEAD}\n{MORE}"),
        (
            "مقتل 16 شخصا في انفجار بمصنع الزجاج شرقي العاصمة",
            f"{LEAD}\nوقتل 2 من رجال الإطفاء لاحقا.",
        ),
        ("مقتل 12 شخصا في انفجار بمصنع الزجاج شرقي العاصمة", f"{LEAD}\nوكان عدد القتلى 12 شخصا."),
        ("مقتل 12 شخصا في غرق مركب للصيد قبالة الساحل الجنوبي", f"{LEAD}\n{MORE}"),
    ],
)
def test_what_an_estimate_a_sum_a_rise_or_another_event_explains(title: str, text: str) -> None:
    assert warnings_of(title, text)[1] == []


def test_a_sentence_told_twice_with_another_number() -> None:
    one = "أعلنت وزارة الزراعة شراء 40 ألف طن من القمح الروسي للتسليم في الخريف."
    page, found = warnings_of("شراء القمح", f"{one}\n{MORE}\n{one.replace('40', '60')}")
    assert len(found) == 1
    assert [q.split()[0] for q in quoted(page, found[0])] == ["40", "60"]
    assert warnings_of("شراء القمح", f"{one}\n{MORE}\n{one}")[1] == []


def test_a_sentence_told_twice_of_two_days() -> None:
    one = "وقعت الشركة عقد توسعة الميناء مع اتحاد المقاولين في مقرها الرئيسي يوم الاثنين."
    page, found = warnings_of("عقد الميناء", f"{one}\n{MORE}\n{one.replace('الاثنين', 'الأربعاء')}")
    assert [quoted(page, w) for w in found] == [["يوم الاثنين", "يوم الأربعاء"]]


def test_a_person_of_two_ages() -> None:
    text = (
        "قال الكاتب سامي الخوري (45 عاما) إن الرواية تصدر قريبا.\n"
        "ويكتب سامي الخوري (54 عاما) منذ عقدين."
    )
    page, found = warnings_of("رواية جديدة", text)
    assert [quoted(page, w) for w in found] == [["45", "54"]]
    assert warnings_of("رواية جديدة", text.replace("54", "45"))[1] == []


def test_affirming_and_denying_the_same_thing() -> None:
    text = (
        "وأكد سامي الخوري أن النادي وقع عقدا جديدا مع المهاجم البرازيلي.\n"
        f"{MORE}\nونفى سامي الخوري أن النادي وقع عقدا جديدا مع المهاجم البرازيلي."
    )
    assert len(warnings_of("عقد جديد", text)[1]) == 1
    assert warnings_of("عقد جديد", text.replace("وأكد", "وكان أكد"))[1] == []


@pytest.mark.parametrize("text", ["", "\n\n", "12", "مقتل 12", "(45 عاما)", "قال."])
def test_pages_of_next_to_nothing(text: str) -> None:
    assert warnings_of(text, text)[1] == []


def test_a_contradiction_is_a_dispute_of_the_page_with_itself() -> None:
    page = page_from_record(
        "page",
        {"title": "مقتل 12 شخصا في انفجار بمصنع الزجاج شرقي العاصمة", "text": f"{LEAD}\n{MORE}"},
    )
    disputes = list(page_disputes(analyse(page), None))
    assert [(d.kind, d.field) for d in disputes] == [("self_conflict", "number")]
    assert [v.value for v in disputes[0].values] == ["12 شخصا", "14 شخصا"]
    assert disputes[0].message_ar.startswith("تذكر الصفحة")


def test_two_ages_at_death() -> None:
    text = (
        "توفي الشاعر سامي الخوري في منزله مساء الأحد عن 87 عاما.\n"
        f"{MORE}\nوأعلنت الوزارة وفاة الشاعر سامي الخوري عن عمر ناهز 78 عاما."
    )
    page, found = warnings_of("رحيل شاعر", text)
    assert [quoted(page, w) for w in found] == [["87", "78"]]
    assert warnings_of("رحيل شاعر", text.replace("78", "87"))[1] == []


def test_a_crew_told_in_words_makes_up_the_sum() -> None:
    lead = "تحطمت طائرة ركاب بعد إقلاعها من العاصمة وقتل جميع ركابها وعددهم 65، وستة من طاقمها."
    assert (
        warnings_of("مقتل 71 شخصا في تحطم طائرة ركاب بعد إقلاعها من العاصمة", f"{lead}\n{MORE}")[1]
        == []
    )


def test_a_wifes_age_is_not_her_husbands() -> None:
    text = (
        "واعتقلت الشرطة سامي الخوري (29 عاما) في منزله.\n"
        "ثم اعتقلت زوجة سامي الخوري، البالغة من العمر 42 عاما، قبل يومين."
    )
    assert warnings_of("اعتقال", text)[1] == []

"""Descriptions of known people, bodies and places."""

from __future__ import annotations

import pytest

from riwaya.names import tag


def nominals(text: str, date: str | None = None) -> dict[str, str | None]:
    return {m.text: m.entity for m in tag(text, date) if m.kind == "nominal"}


@pytest.mark.parametrize(
    ("text", "date", "nominal", "entity"),
    [
        ("حذر الرئيس الأمريكي من التصعيد", "2018-10-02", "الرئيس الأمريكي", "donald-trump"),
        ("حذر الرئيس الأمريكي من التصعيد", "2021-12-30", "الرئيس الأمريكي", "joe-biden"),
        ("قال رئيس وزراء بريطانيا", "2020-03-01", "رئيس وزراء بريطانيا", "boris-johnson"),
        ("بحث وزير خارجية فرنسا الملف", "2019-03-01", "وزير خارجية فرنسا", "jean-yves-le-drian"),
        ("أعرب الجانب الروسي عن أمله", None, "الجانب الروسي", "russia"),
        ("وصل إلى العاصمة الفرنسية", None, "العاصمة الفرنسية", "paris"),
        ("اندلعت معارك شرق أوكرانيا", None, "شرق أوكرانيا", "eastern-ukraine"),
        ("دعا الأمين العام للأمم المتحدة", "2022-05-01", "الأمين العام للأمم المتحدة", "antonio-guterres"),
    ],
)  # fmt: skip
def test_a_description_is_whom_it_means_on_that_day(
    text: str, date: str | None, nominal: str, entity: str
) -> None:
    assert nominals(text, date)[nominal] == entity


def test_the_name_beside_an_office_wins_over_the_date() -> None:
    text = "قال الرئيس الأمريكي جو بايدن ذلك.\nوأضاف الرئيس الأمريكي أن الأمر واضح."
    assert set(nominals(text, "2018-10-02").values()) == {"joe-biden"}


def test_without_a_date_the_people_of_the_page_tell() -> None:
    text = "تحدث بايدن أمس.\nوأكد الرئيس الأمريكي أنه مستعد."
    assert nominals(text)["الرئيس الأمريكي"] == "joe-biden"


def test_an_office_whose_holder_is_not_known_is_the_role() -> None:
    text = "التقى وزير الخارجية الأمريكي أنتوني بلينكن نظيره الأوكراني في المقر"
    assert nominals(text)["نظيره الأوكراني"] == "ukrainian-foreign-minister"


def test_a_counterpart_holds_the_same_office_elsewhere() -> None:
    text = "اتصل الرئيس الفرنسي إيمانويل ماكرون بنظيره الروسي فلاديمير بوتين"
    assert nominals(text)["نظيره الروسي"] == "vladimir-putin"
    assert nominals("هنأ الرئيس الفرنسي نظيره التركي", "2019-05-01")["نظيره التركي"] == (
        "recep-tayyip-erdogan"
    )


def test_a_country_by_its_possessor_is_the_subjects() -> None:
    assert nominals("قال الرئيس التركي رجب طيب أردوغان إن بلاده لن تتراجع")["بلاده"] == "turkey"


def test_our_president_is_the_speakers() -> None:
    text = "قال دميتري بيسكوف إن رئيسنا أوضح موقفه"
    assert nominals(text, "2021-05-05")["رئيسنا"] == "vladimir-putin"


def test_a_spokesman_is_the_one_named_on_the_page() -> None:
    text = "قال المتحدث باسم الكرملين دميتري بيسكوف ذلك.\nوذكر متحدث باسم الكرملين أن الموعد قريب."
    assert set(nominals(text).values()) == {"dmitry-peskov"}


def test_an_apposition_behind_the_name_is_his() -> None:
    assert nominals("قال يوري أوشاكوف مساعد الرئيس الروسي للصحفيين", "2020-01-01") == {
        "مساعد الرئيس الروسي": "yuri-ushakov",
        "الرئيس الروسي": "vladimir-putin",
    }


def test_two_presidents_at_once_are_no_nominal() -> None:
    assert nominals("التقى الرئيسان الروسي والأمريكي", "2021-06-16") == {}


def test_nobody_is_guessed_for_a_former_office() -> None:
    assert nominals("انتقد الرئيس الأمريكي السابق الاتفاق", "2022-05-01") == {}


def test_an_office_agrees_in_gender_with_its_holder() -> None:
    text = (
        "استقبل وزير الخارجية النرويجي لارس بيركلاند وزيرة الخارجية الكينية روز كيماني. "
        "وشكر وزير الخارجية ضيفته على الزيارة."
    )
    people = {m.text: m.entity for m in tag(text) if m.kind == "name"}
    assert nominals(text)["وزير الخارجية"] == people["لارس بيركلاند"]


def test_styles_belong_to_the_office_and_stand_for_its_holder_with_a_pronoun() -> None:
    text = (
        "استقبل وزير الدفاع النرويجي لارس بيركلاند الوفد. وأكد معالي وزير الدفاع النرويجي ذلك. "
        "وأوضح معاليه أن العمل جار، وأعرب عن سعادته."
    )
    found = nominals(text)
    person = next(m.entity for m in tag(text) if m.text == "لارس بيركلاند")
    assert found["معالي وزير الدفاع النرويجي"] == found["معاليه"] == person
    assert "سعادته" not in found


def test_a_name_is_his_who_is_known_to_hold_the_office_within() -> None:
    found = nominals("قال مستشار الرئيس الأمريكي دونالد ترامب إن اللقاء قريب.", "2018-05-02")
    assert found.get("مستشار الرئيس الأمريكي") != "donald-trump"
    assert found["الرئيس الأمريكي"] == "donald-trump"
    found = nominals("قال نائب الرئيس الأمريكي مايك بنس إن اللقاء قريب.", "2018-05-02")
    assert found["نائب الرئيس الأمريكي"] == "mike-pence"

"""Names that were read half: cut at ب or ل, before an age, between marks; and adjectives that are no names."""

from __future__ import annotations

import pytest

from riwaya.names import tag


def names(text: str) -> list[str]:
    return [m.text for m in tag(text) if m.kind == "name"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقال قائد الشرطة دانيال بريغسون أمام الصحافة إن التحقيق مستمر", "دانيال بريغسون"),
        ("وقالت الدكتورة ليندا بولسون خبيرة الصحة إن الوباء تراجع", "ليندا بولسون"),
        ("وقال الباحث جيروم برين الذي عمل هناك إن التجربة نجحت", "جيروم برين"),
    ],
)
def test_the_first_letter_of_a_surname_joins_nothing(text: str, name: str) -> None:
    assert name in names(text)


def test_a_particle_binds_a_surname_in_alif() -> None:
    assert "روسي دي بالما" in names("وقعت الممثلة روسي دي بالما على العريضة")


def test_a_letter_joins_a_leader_to_another() -> None:
    assert names("رسالة من كيم لترامب قبل القمة") == ["كيم", "ترامب"]


def test_a_surname_of_one_is_another_s_given_name() -> None:
    assert "سيف مغنغو" in names("وأكد سيف مغنغو نائب مدير المنظمة أن القرار صائب")


def test_a_trade_ends_a_name() -> None:
    found = names("واتفق نعمان خالد محلل الاقتصاد الكلي مع هذا الرأي")
    assert "نعمان خالد" in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وتبحث الشرطة عن جانفار تلهين، 21 عاما، منذ الأحد", "جانفار تلهين"),
        ("بعد مقتل رنيم عودة، 22 عاما، وهي أم لطفل", "رنيم عودة"),
        ("رافق صديقته، ماهيرة ليتنيس، 28 عاما، في الرحلة", "ماهيرة ليتنيس"),
    ],
)
def test_an_age_stands_behind_a_whole_name(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "وقالت الشرطة إن المشتبه به، 21 عاما، اعتقل أمس",
        "أصيب رجل مسن (71 عاما) بجروح خفيفة",
        "حكم على المتهم بالسجن المؤبد (25 عاما) أمس",
    ],
)
def test_whoever_is_only_described_has_no_name_by_his_age(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('ظهرت التذاكر على موقع "غالوب هابن" أمس', "غالوب هابن"),
        ('قال مؤسس حملة "بيروت برايد" في بيان', "بيروت برايد"),
    ],
)
def test_marks_hold_one_name(text: str, name: str) -> None:
    assert name in names(text)


def test_a_phrase_in_marks_is_no_name() -> None:
    assert names('وصف القرار بأنه "ضربة سوريا" الكبرى') == ["سوريا"]


@pytest.mark.parametrize(
    "text",
    [
        "طردت الحكومة 23 دبلوماسيا روسيا من البلاد",
        "وجهت المحكمة الاتهام إلى أكثر من 20 روسيا",
        "ارتفعت الأسواق السعودية بعد القرار",
        "تعرضت إحدى ناقلات النفط السعودية لهجوم",
        "نما القطاع غير النفطي في البلاد",
        "قال معارضون في المنفى إن الأزمة تتفاقم",
    ],
)
def test_an_adjective_is_no_name(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("تدعم أيضا روسيا هذا القرار", "روسيا"),
        ("زار الأمير السعودية أمس", "السعودية"),
        ("اتهم المتمردون السعودية بقصف الميناء", "السعودية"),
    ],
)
def test_a_state_told_of_is_a_name(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقال زعيم حزب الاتحاد الديمقراطي المسيحي إن الاتفاق قريب", "حزب الاتحاد الديمقراطي المسيحي"),
        ("وهي من حزب الديمقراطيين الاجتماعيين في البلاد", "حزب الديمقراطيين الاجتماعيين"),
        ("وقال زعيم حزب التقدم المعادي للهجرة إن القرار خطأ", "حزب التقدم"),
        ("قال مصرف (أيه.بي.أل.في) في بيان إنه قادر على السداد", "أيه.بي.أل.في"),
    ],
)  # fmt: skip
def test_a_body_s_name_ends_where_it_ends(text: str, name: str) -> None:
    assert name in names(text)


def entity_of(text: str, form: str) -> str | None:
    return next(m.entity for m in tag(text) if m.text == form)


def test_the_country_is_that_of_the_place_beside_it() -> None:
    text = "قالت فرنسا إن معارك دارت في محافظة إدلب شمال غربي البلاد أمس"
    assert entity_of(text, "البلاد") == "syria"
    assert entity_of("قالت فرنسا إن قواتها في إدلب تغادر البلاد", "البلاد") == "france"


def test_a_body_s_nationality_is_told_once() -> None:
    said = "المتحدث باسم وزارة الداخلية الأفغانية"
    assert entity_of(f"وقال {said} إن الهجوم فشل", said) == "afghan-interior-ministry-spokesperson"


@pytest.mark.parametrize(
    "text",
    [
        "أدين مصرف ضالع بغسيل الأموال أمس",
        "تعد أكبر وكالة لاستقدام العمال في المدينة",
        "انتقد الخطاب المعادي للمهاجرين بشدة",
        "حمل التلفاز وجلس في المقعد الخلفي للسيارة",
    ],
)
def test_a_description_names_no_body_and_no_place(text: str) -> None:
    assert names(text) == []


def test_a_common_word_governs_and_names_nobody() -> None:
    found = names("قال غسان سلامة إن ضمان سلامة المدنيين واجب، وأضاف سلامة أن الهدنة قائمة")
    assert found == ["غسان سلامة", "سلامة"]


def test_a_common_word_alone_in_marks_is_a_body() -> None:
    assert names('أشادت "أوبر" بالقرار الجديد') == ["أوبر"]
    assert names("حضر مدير مكتب الاتصال الحكومي أمس") == ["مكتب الاتصال الحكومي"]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("الناطق باسم وزارة الصحة في غزة", "أشرف القدرة"),
        ("المتحدث باسم الشرطة في كابول", "حشمت ستانيكزاي"),
        ("رئيس لجنة الشؤون الخارجية في مجلس الشيوخ", "بوب كوركر"),
        ("زعيم المعارضة في زيمبابوي", "نلسون تشاميسا"),
        ("القيادي في حركة حماس", "خليل الحية"),
        ("الباحث في معهد كارنيغي", "سامي حداد"),
    ],
)
def test_where_an_office_is_held_stands_before_its_holder(said: str, name: str) -> None:
    text = f"وقال {said}، {name}، إن القرار خطأ"
    assert entity_of(text, said) == entity_of(text, name)


def test_where_two_met_is_no_part_of_an_office() -> None:
    found = tag("والتقى الوزير في القاهرة سامح شكري أمس")
    assert "الوزير في القاهرة" not in [m.text for m in found]

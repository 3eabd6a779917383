"""Names that no table has: bodies by the word for what they are, and how far a person's name reaches."""

from __future__ import annotations

import time

import pytest

from riwaya.names import tag


def names(text: str) -> list[str]:
    return [m.text for m in tag(text) if m.kind == "name"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("نقلت وكالة نسمة للأنباء عن مصدر محلي", "وكالة نسمة للأنباء"),
        ("أفادت شبكة برق الخبر بأن السوق أغلق", "شبكة برق الخبر"),
        ("ذكر موقع رصيف الإخباري أن الطريق فتح", "رصيف"),
        ("استحوذت شركة «نوردال» على المصنع", "نوردال"),
        ("قالت لجنة الشؤون الزراعية إن الموسم جيد", "لجنة الشؤون الزراعية"),
        ("حذرت هيئة الأرصاد الجوية من الأمطار", "هيئة الأرصاد الجوية"),
        ("فاز حزب البناء والتجديد بمقعدين", "حزب البناء والتجديد"),
        ("سيطروا على جبل الزعفران ليلا", "جبل الزعفران"),
        ("وزع الهلال الأحمر التونسي أغطية", "الهلال الأحمر التونسي"),
        ("انطلقت بطولة كأس العالم لكرة اليد 2019 أمس", "كأس العالم لكرة اليد 2019"),
    ],
)
def test_a_body_is_named_behind_the_word_for_what_it_is(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "قالت صحيفة محلية إن السوق أغلق",
        "وصلت الفرق إلى موقع الحادث",
        "انقطعت شبكة الكهرباء عن المدينة",
        "شكلت لجنة التحقيق أمس",
        "انتقد حزب المعارضة القرار",
        "وصفها بأنها منظمة إرهابية",
        "زار مركز المدينة",
    ],
)
def test_a_head_alone_names_nothing(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال ماركو دي لورينتي إن الفريق جاهز", "ماركو دي لورينتي"),
        ("هزم يان فان دير مولن منافسه", "يان فان دير مولن"),
        ("قال الشيخ سهيل بن ناصر إن الموسم جيد", "سهيل بن ناصر"),
        ("شكرت الأميرة حصة بنت ناصر أمس", "حصة بنت ناصر"),
    ],
)
def test_particles_bind_what_stands_behind_them(text: str, name: str) -> None:
    assert name in names(text)


def test_a_surname_that_is_a_common_word_is_known_by_its_place() -> None:
    text = "قال النائب أيمن عودة إن القانون مرفوض.\nوأضاف أيمن عودة أنه سيعترض."
    assert names(text).count("أيمن عودة") == 2


def test_a_province_before_a_person_is_no_part_of_him() -> None:
    found = names("قال المتحدث باسم حاكم ولاية هيرات جيلاني فرهد إن الطريق آمن")
    assert found == ["هيرات", "جيلاني فرهد"]


@pytest.mark.parametrize(
    "text",
    ["ترأس الوفد نائب الوزير", "أطلقوا صواريخ سام على الطائرة", "كما يفعل دوما في الصيف"],
)
def test_words_that_only_look_like_names_are_none(text: str) -> None:
    assert names(text) == []


def test_a_state_that_stands_as_adjective_is_not_named() -> None:
    assert names("اعترضت قوات الدفاع الجوية السعودية هدفا") == []
    assert names("قالت السعودية إنها مستعدة") == ["السعودية"]


def test_a_name_is_closed_with_the_mark_that_opened_in_it() -> None:
    for name in names('هاجم تنظيم "الدولة الإسلامية" القرية'):
        assert name.count('"') % 2 == 0


def test_the_minister_of_a_side_is_the_page_s_minister() -> None:
    text = "قالت وزيرة الخارجية الإندونيسية ديوي لستاري إنها ترحب.\nوأضافت الوزيرة الإندونيسية أن الباب مفتوح."
    found = {m.text: m.entity for m in tag(text)}
    assert found["الوزيرة الإندونيسية"] == found["ديوي لستاري"]


def test_the_office_before_a_rank_is_that_of_the_name_behind() -> None:
    found = tag("التقى قائد الجيش الكيني اللواء جوزيف كاماو نظراءه")
    assert [m.office for m in found if m.kind == "name" and m.type == "PER"] == [
        "قائد الجيش الكيني"
    ]


def test_the_agency_that_tells_it_is_nobody_s_country() -> None:
    text = "قال وزير الدفاع رايمون كارلس لرويترز إن بلاده مستعدة"
    assert not [m for m in tag(text) if m.text == "بلاده"]


def test_time_grows_with_a_page_s_length_alone() -> None:
    def seconds(count: int) -> float:
        letters = "بتجدرسفقكلمن"
        made = [
            letters[k % 12] + letters[k // 12 % 12] + letters[k * 7 % 12] + "ين"
            for k in range(count)
        ]
        text = "، ".join(f"قال الدكتور محمود {name}" for name in made)
        began = time.process_time()
        tag(text)
        return time.process_time() - began

    seconds(20)
    assert min(seconds(800), seconds(800)) < 20 * seconds(100) + 0.2


def test_a_given_name_and_a_rare_word_between_commas_are_one_name() -> None:
    assert "فيليب لاليو" in names("وقال المدير المالي، فيليب لاليو، إن المصنع آمن.")
    assert "كينيث وورد" in names("وقال المتحدث باسم المصنع، كينيث وورد، إن المصنع آمن.")
    assert "ماجد" in names("حضر الأمين العام، ماجد ومنير، إلى المكتب.")


def test_a_verb_behind_a_name_is_no_surname() -> None:
    assert "سامي خليل" in names("أما وزير المالية سامي خليل فرأى أن الحل قريب.")
    assert "فيرى" not in names("أما الرئيس فيرى أن الحل قريب.")


def test_the_title_of_an_ayatollah_is_no_part_of_his_name() -> None:
    assert "حسن كاظم" in names(
        "ومن جهته، أنحى المرجع الديني، آية الله حسن كاظم، باللائمة على الزعماء."
    )
    assert "علي السيستاني" in names("قال المرجع آية الله العظمى علي السيستاني إن الماء قليل.")


def test_as_if_behind_an_office_is_no_name() -> None:
    assert names("خاطبت السفيرة الرئيس الفلسطيني وكأنه موجود بالقاعة") == []


def test_how_far_a_name_reaches_by_its_neighbours() -> None:
    assert "عبد الله أصفندياري" in names(
        "وصرح رئيس إدارة البازار عبد الله أصفندياري بأن السوق مغلق."
    )
    assert "سارة ليا ويتسن" in names("وقالت سارة ليا ويتسن إن القانون قديم.")
    assert "ديبي والش" in names("وكتبت مديرة الهيئة ديبي والش أن المرشحات كثيرات.")
    assert "محمد عبد العزيز الخليفي" in names("وفق ما أعلنه محمد عبد العزيز الخليفي، أحد المحامين.")


def test_a_minister_s_name_is_not_his_spokeswoman_s() -> None:
    found = [m.text for m in tag("وامتنعت متحدثة باسم وزير الطاقة، سيزار خليل، عن التعليق.")]
    assert found == ["وزير الطاقة", "سيزار خليل"]

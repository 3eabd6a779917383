"""Words that are spelt like verbs of saying, and names behind what they are called: sentences of our own."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("كشف الاتحاد البلدي عبر صفحته الرسمية، عن إغلاق السوق.", ["إغلاق السوق"]),
        ("كما عبر البحارة عن غضبهم من القرار.", ["غضبهم من القرار"]),
        ("كشفت وكالة النسيم عن تنكر لصوص بثياب البحارة.", ["تنكر لصوص بثياب البحارة"]),
        ("ولم يكشف النقاب عن هويتهم.", []),
        ("وقد أقرت المرأتان بالذنب وغرمتا مبلغا كبيرا.", ["الذنب"]),
        ("وهو تعهد الدول الموقعة بالاستمرار في العمل.", []),
        ("وقد أكدت استطلاعات الرأي انتهاء الخلاف على الميناء.", ["انتهاء الخلاف على الميناء"]),
        ('ويصف مدير تحرير الصحيفة الأميرة بأنها "كريمة".', ['الأميرة بأنها "كريمة"']),
        (
            "ترى سلوان في الميناء تهديدا ينبغي التعامل معه، وسبق لها أن أغلقته.",
            [],
        ),
    ],
)
def test_words_that_look_like_cues(text: str, contents: list[str]) -> None:
    assert read(text).contents == contents


@pytest.mark.parametrize(
    "text",
    [
        "وتعهد أبرز المرشحين اليساري سالم العمري بخفض الرسوم.",
        "ووعد سالم العمري، صاحب السياسة القديمة في الميناء والذي اختاره الناس، بخفض الرسوم.",
        "جاء ذلك في مقابلة لسالم العمري على وكالة النسيم حيث قال إن العمل بدأ.",
        "أغلق السوق أمس، كما أكد بيان صادر عن المتحدث باسم الميناء سالم العمري.",
    ],
)
def test_who_it_is_behind_what_he_is_called(text: str) -> None:
    assert read(text).speakers == ["salem-al-omari"]


def test_a_topic_at_the_head_belongs_to_the_report_behind_it() -> None:
    got = read("قال سالم العمري إن العمل بدأ، وحول موعد الافتتاح، قال العمري إنه قريب.")
    assert got.contents == ["العمل بدأ", "قريب"]


def test_a_father_used_to_say() -> None:
    got = read('وأضافت ليلى حداد أن أباها كان يردد دائما "نحن أبناء البحر ولا نخاف الموج".')
    assert got.contents[-1] == "نحن أبناء البحر ولا نخاف الموج"
    assert got.speakers == ["layla-haddad", "relative@page-7"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("طالب الأكراد سلوان بالتدخل، وبعد مفاوضات دخلت السفن الميناء.", ["التدخل"]),
        (
            "أكد الاتحاد البلدي أن الحريق أتلف ألفي فدان من القمح.",
            ["الحريق أتلف ألفي فدان من القمح"],
        ),
        ("قال سالم العمري إن العمل بدأ، علما أن الرصيف مغلق منذ عام.", ["العمل بدأ"]),
        ("وقالت ليلى حداد إنه يجب فتح الميناء، محددة لذلك مهلة شهر.", ["يجب فتح الميناء"]),
        ("ويتوقع السماح للسفن بالدخول غدا.", []),
        (
            'أعلن الاتحاد البلدي في بيان "توغل الماء في السوق القديم كله" والسيطرة على الحريق.',
            ['"توغل الماء في السوق القديم كله" والسيطرة على الحريق'],
        ),
        (
            "أغلق السوق، وفقا لتصريحات نقلتها وكالة النسيم عن سالم العمري.",
            ["أغلق السوق"],
        ),
    ],
)
def test_where_the_teller_goes_on(text: str, contents: list[str]) -> None:
    assert read(text).contents == contents


def test_what_an_agency_carried_of_somebodys_words_is_his() -> None:
    got = read("أغلق السوق، وفقا لتصريحات نقلتها وكالة النسيم عن سالم العمري.")
    assert [link.entity for link in got.one().chain] == ["naseem-agency", "salem-al-omari"]


def test_asked_about_something_he_goes_on() -> None:
    got = read("قال سالم العمري إن العمل بدأ. وبسؤاله عن الرسوم، جدد موقفه الرافض لها.")
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("وأيد الاتحاد البلدي بأغلبية 10 إلى خمسة أصوات رفع الرسوم.", ["رفع الرسوم"]),
        (
            'اتهم سالم العمري "جهات محلية" بتخويف البحارة.',
            ['"جهات محلية" بتخويف البحارة'],
        ),
        ("وتنفي الشركة هذا قائلة إنها تدعم العودة.", ["هذا", "تدعم العودة"]),
        ("ترى الشركة أن الميناء لم يعد آمنا، وهو رأي تؤيده سلوان.", ["الميناء لم يعد آمنا"]),
        (
            "استبعد سالم العمري المخاوف من أن يؤدي القرار إلى إغلاق السوق.",
            ["المخاوف من أن يؤدي القرار إلى إغلاق السوق"],
        ),
        ("وتوجه سالم العمري إلى الميناء القديم مساء أمس.", []),
        ("وتناول سالم العمري كوبا من الشاي على الرصيف.", []),
        ("وترجع الدعوة إلى فتح الميناء إلى عام 1990.", []),
        ("وقال سالم العمري، الذي يعارض الحكومة، إن العمل بدأ.", ["العمل بدأ"]),
        ("حذرت الشركة البحارة من دخول الميناء، وألقت منشورات على الرصيف.", ["دخول الميناء"]),
    ],
)
def test_objects_and_deeds_beside_them(text: str, contents: list[str]) -> None:
    assert read(text).contents == contents


def test_turning_to_somebody_with_words_is_a_report() -> None:
    got = read('وتوجه سالم العمري إلى البحارة بالقول "لن نغلق الميناء مهما طال الشتاء".')
    assert got.contents == ["لن نغلق الميناء مهما طال الشتاء"]
    assert got.speakers == ["salem-al-omari"]


def test_a_correspondent_writes_from_somewhere_and_says() -> None:
    got = read("وكتبت ليلى حداد من سلوان تقول إن العمل بدأ.")
    assert (got.contents, got.speakers) == (["العمل بدأ"], ["layla-haddad"])


def test_who_wrote_the_letter_not_who_got_it() -> None:
    got = read(
        "قال سالم العمري إن العمل بدأ. وكتب رسالة إلى المدير، رامي شاهين، يشدد فيها على فتح الميناء."
    )
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]


def test_they_who_threw_leaflets_call_on_others() -> None:
    got = read("وسارع المتظاهرون الفلسطينيون إلى الرد، داعين الجنود إلى الانسحاب.")
    assert got.speakers == ["المتظاهرون الفلسطينيون"]

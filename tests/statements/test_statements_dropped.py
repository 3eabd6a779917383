"""Whose words they are where the verb names nobody: what stands before in the sentence or in the one before."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("دافعت متاجر محلية عن نفسها، وقالت إنها باعت القوارب.", ["متاجر محلية"]),
        ("ووجهت أصابع البحارة إلى الميناء، وقالت إنها باعت القوارب.", [None]),
    ],
)
def test_a_noun_with_its_adjective_that_the_sentence_begins_with(
    text: str, speakers: list[str | None]
) -> None:
    assert read(text).speakers == speakers


def test_whoever_was_told_by_the_same_verb_is_told_again_by_it() -> None:
    text = (
        "ونقلت صحيفة المرفأ عن مصدر قوله إن النيابة العامة اتهمت البحار بالسرقة،"
        " كما اتهمت أخاه بالتزوير."
    )
    assert read(text).speakers[1:] == ["النيابة العامة", "النيابة العامة"]


def test_who_spoke_in_the_sentence_before_goes_on_where_nobody_else_could() -> None:
    start = "وقال سالم العمري إن الميناء قديم. "
    got = read(start + "وتهدف الخطة إلى توسيعه، معتبرا أن العمل سهل.")
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]
    got = read(start + "وقدم رامي شاهين خطة، معتبرا أن العمل سهل.")
    assert got.speakers == ["salem-al-omari", "rami-shaheen"]


def test_a_source_of_the_sentence_before_goes_on() -> None:
    got = read("وبحسب مصادر طبية، فإن الجرحى وصلوا. وأفادت أن القارب غرق.")
    assert got.statements[-1].speaker is not None
    assert got.statements[-1].speaker.name == "مصادر طبية"


def test_several_say_what_a_woman_alone_cannot() -> None:
    text = "وكانت ليلى حداد قد انتقدت الميناء، وبدأ نشطاء على المواقع حملة، قائلين إن القارب غرق."
    got = read(text)
    assert got.statements[-1].speaker is not None
    assert got.statements[-1].speaker.name == "نشطاء"


def test_what_was_not_told_has_no_participle_of_its_own() -> None:
    text = "أعلنت ليلى حداد أن أرمادا لم تقدم إيضاحات حول الميناء، مشيرة إلى أن العمل بدأ."
    assert read(text).by_content("العمل بدأ").speaker.entity == "layla-haddad"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("بحسب وزارة الصحة في أرمادا، التي أشارت إلى أن الجرحى وصلوا.", "uzarh-alsh"),
        ("غرق القارب قرب سلوان في أرمادا، التي أشارت إلى أن الجرحى وصلوا.", "armada"),
    ],
)
def test_where_a_body_sits_is_not_who_the_pronoun_stands_for(text: str, speaker: str) -> None:
    assert read(text).speakers[-1] == speaker


def test_a_woman_by_her_title_is_she_of_whom_where_tells() -> None:
    text = (
        "وهذا حديث ليلى حداد منسقة الإغاثة في مؤتمر الاتحاد البلدي، حيث أشارت إلى أن الجرحى وصلوا."
    )
    assert read(text).speakers == ["layla-haddad"]


def test_reports_of_several_are_no_one_bodys() -> None:
    got = read("وقالت وكالة النسيم إن القارب غرق. وقالت التقارير إن البحار هرب.")
    assert got.speakers == ["naseem-agency", "التقارير"]
    got = read("وقالت تقارير إعلامية إن القارب غرق. وقالت التقارير إن البحار هرب.")
    assert got.statements[1].speaker is not None
    assert got.statements[1].speaker.name == "تقارير إعلامية"


def test_who_all_of_them_are_follows_all() -> None:
    got = read("وتعهدت جميع تلك الدول باحترام الخطة.")
    assert got.one().speaker is not None
    assert got.one().speaker.name == "الدول"  # type: ignore[union-attr]


def test_a_name_behind_an_aside_and_already_is_the_subject() -> None:
    text = 'وكان حزب "البحر"، المنتمي إلى المعارضة، قد أعلن رفضه للخطة.'
    got = read(text)
    assert got.one().speaker is not None
    assert "البحر" in (got.one().speaker.name or "")  # type: ignore[union-attr]


def test_analysts_with_their_field_are_one_plural() -> None:
    got = read("ويشيد محللون اقتصاديون بالميناء، ويرون أنه سيكبر.")
    assert got.statements[-1].speaker is not None
    assert (got.statements[-1].speaker.name or "").startswith("محللون")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("اعتقلت أرمادا سبعين شخصا. وقالت إنهم لصوص.", ["armada"]),
        ("قالت الشرطة إن القارب غرق. وأضاف أنه قديم.", ["الشرطة", "الشرطة"]),
        (
            "وذكرت وكالة النسيم أن سالم العمري قال إن العمل بدأ. وأضاف أن الميناء قديم.",
            ["naseem-agency", "salem-al-omari", "salem-al-omari"],
        ),
    ],
)
def test_who_acted_or_spoke_within_goes_on(text: str, speakers: list[str]) -> None:
    assert read(text).speakers == speakers


def test_a_short_name_in_marks_parts_no_subject_from_its_verb() -> None:
    got = read('وكانت الوكالة الوطنية للطفولة " #طفولة "، حذرت من أن الميناء خطر.')
    assert got.one().speaker is not None
    assert (got.one().speaker.name or "").startswith("الوكالة الوطنية")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("وهو ما يعتبر خطأ كبيرا.", []),
        ("وأسقط الجيش منشورات على المدينة، تحث الناس على العودة.", ["الجيش"]),
        ('وأدانتها السلطات واعتبرت المتسببين فيها "لصوصا".', ["السلطات"]),
        ("وقالت متحدثة باسم وزير الميناء، سالم العمري، إن العمل بدأ.", ["spokesperson@page-7"]),
        ("وقالت زوجة البريطاني رامي شاهين إن العمل بدأ.", ["british-rami-shaheen-relative@page-7"]),
    ],
)
def test_whoever_is_told_of_is_not_taken_for_who_speaks(
    text: str, speakers: list[str | None]
) -> None:
    assert [s for s in read(text).speakers if s] == speakers


def test_a_text_right_before_its_pronoun_speaks() -> None:
    got = read("وخلال حكم سالم العمري أصدرت اللجنة التقرير الذي دعا إلى بناء الميناء.")
    assert got.one().speaker is not None
    assert got.one().speaker.name == "التقرير"  # type: ignore[union-attr]

"""Where the teller takes over from what was said, and where a like word only carries it on."""

from __future__ import annotations

import pytest

from riwaya.statements import tag

TURNS = [
    # what people made of it; how the teller ranks it
    ("أكد النائب أن الجسر سيهدم، ما أثار غضب سكان الضفة.", "الجسر سيهدم"),
    ("أعلنت البلدية أنها ستقطع المياه، الأمر الذي عزز مخاوف المزارعين.", "ستقطع المياه"),
    ("قال التاجر إن الأسعار سترتفع وهو ما يثير قلق الأسر.", "الأسعار سترتفع"),
    ("قالت الجمعية إن الذئب عاد إلى الوادي، في أحدث مفاجأة من هذا النوع.", "الذئب عاد إلى الوادي"),
    ("أوضح الناطق أن الخط أغلق، في خطوة لم يتوقعها أحد.", "الخط أغلق"),
    # a source behind a comma, whoever it is, and who he is
    ("أكدت الشرطة أن السيارة سرقت، وفقا لبيانين نشرا صباحا.", "السيارة سرقت"),
    ("ذكرت الجمعية أن النهر فاض، بحسب ما نقلت مجلة ريفية.", "النهر فاض"),
    ("توقع الخبير أن يرتفع النهر، وفقا لصحيفة محلية، مرجحا غرق القرى.", "يرتفع النهر"),
    # what somebody else says of a thing
    ("قال الرحالة إنه رأى القلعة التي يقول المؤرخون إنها احترقت.", "رأى القلعة"),
    # a verb behind a comma, after a bare object
    ("أعلنت الشركة افتتاح مصنعها، أوضحت أن العمل يبدأ غدا.", "افتتاح مصنعها"),
]
FRONTED = [
    # a clause before the main one
    ("بعد أن حذر الأطباء من تلوث النهر، تتجه البلدة إلى حفر آبار جديدة.", "تلوث النهر"),
    (
        "وعندما سئل العمدة عما إذا كان المنجم سيغلق، قال التاجر إن القرار صعب.",
        "إذا كان المنجم سيغلق",
    ),
    ("ورغم أن الوزارة أكدت أن الطريق آمن، إلا أن السائقين تجنبوه.", "الطريق آمن"),
    ("وفي حين قال المدرب إن الفريق جاهز، فإن لاعبيه بدوا متعبين.", "الفريق جاهز"),
    ("فيما حذرت الهيئة من السباحة، تستعد القرية لموسم الصيد.", "السباحة"),
    # how strongly
    ("ينفي المدرب هذه الشائعات تماما.", "هذه الشائعات"),
    ("تنتقد النقابة خططه بشدة منذ أعوام.", "خططه"),
    ("أكد النائب قرب الحل، مع العلم بأن اللجنة لم تجتمع.", "قرب الحل"),
    ("وبحسب الشرطة، هرب السجين من النافذة، وفق ما تظهر صور.", "هرب السجين من النافذة"),
]
ON = [
    "قالت المزارعة إن الأرض جفت، يذهب الماء كله إلى المدينة.",
    "أعلن النادي أن المدرب رفض العرض تماما.",
    # what came of it; a noun clause; an aside in the middle; a rule
    "أكد النائب أن السد انهار، ما أدى إلى غرق الحقول.",
    "قال الباحث إنه يعرف ما أثار غضب السكان.",
    "قال الحارس إن الباب، وفقا لسجل الزوار، ظل مفتوحا.",
    "قال المحامي إن العقد باطل، وفقا للقانون.",
    # a thing that the speaker himself says something of
    "قال الرحالة إنه رأى القلعة التي احترقت.",
    # وذلك and what it was for, by what means, when it holds; what it is about
    "أكد المدير أن المصنع سيوسع، وذلك لتشغيل شبان القرية.",
    "قال المدرب إن الفريق سيسافر، وذلك حتى يعتاد اللاعبون الطقس.",
    "أعلن المجلس أن السوق سيغلق، وذلك اعتبارا من أول الشهر.",
    "قال الخبير إن الشركة تأخرت كثيرا فيما يتعلق بصيانة السفن.",
]


def _contents(text: str) -> list[str]:
    return [" | ".join(text[i:j] for i, j in s.content) for s in tag(text)]


@pytest.mark.parametrize(("text", "content"), TURNS + FRONTED)
def test_the_words_end_where_the_teller_takes_over(text: str, content: str) -> None:
    assert content in _contents(text)


@pytest.mark.parametrize("text", ON)
def test_the_words_go_on_past_a_like_word(text: str) -> None:
    assert any(text[:-1].endswith(content) for content in _contents(text))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('انتقدت النقابة القرار واصفة إياه بأنه "خطأ جسيم".', "خطأ جسيم"),
        ("ورد النائب بغضب محملا إياهم مسؤولية التأخير.", "مسؤولية التأخير"),
        ("رد الكاتب على الناقد متهما إياه بسرقة الرواية.", "إياه بسرقة الرواية"),
    ],
)
def test_what_a_pronoun_of_its_own_is_called_is_what_was_said(text: str, content: str) -> None:
    assert any(c.startswith(content) for c in _contents(text)), _contents(text)

"""What is a report and what only looks like one: each with a near case that is the other."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        # a noun that is counted is no participle
        (
            "قال سالم العمري إن المحكمة برأت 23 متهما، بينهم ثلاثة حراس.",
            ["المحكمة برأت 23 متهما، بينهم ثلاثة حراس"],
        ),
        (
            "غادر سالم العمري القاعة، متهما البلدية بإهمال السوق.",
            ["البلدية بإهمال السوق"],
        ),
        # a month, a title, what is most dangerous, who gathers stones
        ("أغلق السوق في شهر مايو بسبب الحر.", []),
        ("نال سالم العمري لقب البطل، واحتفظت ليلى حداد بلقبها بفوزها في سلوان.", []),
        ("يعد الطريق من أخطر الطرق بالمنعطفات في أرمادا.", []),
        ("شوهد صبية يجمعون الحجارة في ساحة تقع على تل صغير.", []),
        ("أخطرت وزارة النقل الركاب بتأخر القطار.", ["تأخر القطار"]),
        # how one talked, and what one expressed
        ("تلقى رامي شاهين عرضا عبر سكايب من مدير مصنع، وتحدثا عن الراتب ساعة.", []),
        # who read or got a text has not said it
        ('أثار القرار الذي اطلعت "الراية" على نسخة منه جدلا.', []),
        # whom one suspects, what bodes ill, and who sided with what
        ("أوقف الحرس رجلا يشتبه في انتمائه إلى عصابة.", []),
        ("جف النهر، الأمر الذي ينذر بموسم صعب.", []),
        ("أغلق التجار الذين أيدوا الهدنة متاجرهم.", []),
        ("أيدت وزارة النقل إغلاق الجسر.", ["إغلاق الجسر"]),
        # an object, and not what is conceded
        ("أقر البرلمان هذا القانون بتأييد سبعين نائبا.", []),
        ("أقر سالم العمري بتأخر المشروع.", ["تأخر المشروع"]),
        # a thing threatens with what it leads to
        ("صمت سالم العمري. وتهدد الاتهامات بإقحامه في فضيحة.", []),
        ("وهددت الشركة بإغلاق الميناء.", ["إغلاق الميناء"]),
        # nobody
        ("لن يتحدث أحد عن السلام بعد اليوم.", []),
        # not hidden by anybody but who was met
        (
            "قال سالم العمري إنه اشترى من تاجر (لم يفصح عن اسمه) مئة كيس.",
            ["اشترى من تاجر (لم يفصح عن اسمه) مئة كيس"],
        ),
        # what was refused, and why
        ("لكن القرى رفضت لأن شبابها عرفوا أنهم سيرسلون بعيدا.", []),
        # another verb's clause
        ("نشر الحراس صورا تظهر أن اللوحة أزيلت من الجسر.", []),
        ("تواصل السفن رحلتها، إذ إنها غادرت سلوان ليلا.", []),
        # here
        ("هل تغير شيء؟ هنا علينا انتظار الأفعال بكل صبر.", []),
    ],
)
def test_what_only_looks_like_a_report_is_none(text: str, contents: list[str]) -> None:
    assert read(text).contents == contents


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "أعلن سالم العمري أنه تم التوصل إلى حل مع النقابة.",
            ["تم التوصل إلى حل مع النقابة"],
        ),
        ("تم التوصل إلى حل مع النقابة.", ["حل مع النقابة"]),
        (
            "أعلن سالم العمري أن أرمادا لم تقدم تفاصيل عن الرسوم.",
            ["أرمادا لم تقدم تفاصيل عن الرسوم"],
        ),
        ("لم تقدم وزارة النقل تفاصيل عن الرسوم.", ["تفاصيل عن الرسوم"]),
        ("أوضح سالم العمري أنه لاحظ أن الباب مكسور.", ["لاحظ أن الباب مكسور"]),
        ("لاحظ سالم العمري أن الأسعار تراجعت.", ["الأسعار تراجعت"]),
    ],
)
def test_what_another_only_tells_in_his_own_words_is_one_statement(
    text: str, contents: list[str]
) -> None:
    assert read(text).contents == contents


def test_who_got_a_text_is_no_part_of_it() -> None:
    got = read('افتتح المتحف أمس، بحسب ما ورد في بيان للاتحاد البلدي، حصلت "الراية" على نسخة منه.')
    assert [words.split(" | ")[0] for words in got.contents] == ["افتتح المتحف أمس"]


def test_a_law_before_a_colon_is_what_a_title_is_about() -> None:
    assert read("قانون الصيد: سلوان تحتج", {0: "title"}).contents == []
    assert read("التحقيقات في أرمادا: الحارس غائب", {0: "title"}).contents == []
    assert read("تقرير: الأسعار سترتفع في سلوان", {0: "title"}).contents == [
        "الأسعار سترتفع في سلوان"
    ]

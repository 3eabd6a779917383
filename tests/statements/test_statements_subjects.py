"""Who is the subject: words that cannot be, titles of several parts, names set behind an aside."""

from __future__ import annotations

import pytest
from statements_support import read


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("قال سالم العمري إن العمل بدأ. ودعا الأحزاب إلى حضور الحفل.", "حضور الحفل"),
        ('قال سالم العمري إن العمل بدأ. وأضاف سيكون "هذا أول ميناء حديث في سلوان".', "هذا أول"),
        ('قال سالم العمري إن العمل بدأ. وقال وسط عمال الميناء: "سنفتحه غدا إن شئنا".', "سنفتحه"),
        ('قال سالم العمري إن العمل بدأ. وقال ذات مرة: "لم أر ميناء أجمل من هذا".', "لم أر"),
    ],
)
def test_what_cannot_be_the_subject_leaves_the_last_speaker(text: str, content: str) -> None:
    got = read(text)
    assert got.by_content(content).speaker is not None
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]


def test_several_bodies_speak_with_a_feminine_verb() -> None:
    got = read("ودعت الأحزاب إلى حضور الحفل.")
    assert got.speakers == ["الأحزاب"]


def test_politicians_are_no_verb_of_the_future() -> None:
    got = read("قال سياسيون كبار إن الميناء سيغلق غدا.")
    assert got.speakers == ["politicians@page-7"]


@pytest.mark.parametrize(
    "text",
    [
        "وقال أحد المسؤولين في مكتب الميناء لـ أرمادا، سالم العمري، إن العمل بدأ.",
        "وقال والد إحدى الفتيات، سالم العمري، إن العمل بدأ.",
        "وقال لاعب السلة السابق والسياسي المعروف، سالم العمري، إن العمل بدأ.",
        "وقال مدير الثقافة وتنمية الساحل الجديدة، سالم العمري، إن العمل بدأ.",
        "وقال المدير العام لدائرة البحار والأنهار في وزارة الزراعة، سالم العمري، إن العمل بدأ.",
    ],
)
def test_a_name_that_a_comma_sets_behind_a_long_title_is_who_holds_it(text: str) -> None:
    got = read(text)
    assert (got.speakers, got.contents) == (["salem-al-omari"], ["العمل بدأ"])


@pytest.mark.parametrize(
    "text",
    [
        "وأثار سالم العمري جدلا كبيرا عندما أعلن إغلاق الميناء القديم.",
        "أشار سالم العمري إلى دور وكالة النسيم في تأخير العمل، حيث قال إن الميناء سيغلق غدا.",
    ],
)
def test_a_clause_of_time_or_place_goes_on_with_the_sentences_subject(text: str) -> None:
    assert read(text).statements[-1].speaker.entity == "salem-al-omari"  # type: ignore[union-attr]


def test_but_he_is_none_of_several_told_of() -> None:
    got = read(
        "قال سالم العمري إن الميناء مغلق. وأقر أيضا بأن عمال الميناء يخسرون، لكنه قال إنهم سيعودون غدا."
    )
    assert set(got.speakers) == {"salem-al-omari"}


def test_the_he_in_what_several_say_is_nobody_named() -> None:
    got = read("قال أهالي القرية إنه طلب من أبنائهم دفع رسوم كبيرة.")
    assert got.by_content("دفع رسوم كبيرة").speaker is not None
    assert [s.speaker is None for s in got.statements] == [False, True]


def test_a_name_in_waw_and_nun_is_one_mans() -> None:
    got = read("قال الطبيب جونسون إنه طلب من أبنائه دفع رسوم كبيرة.")
    assert None not in got.speakers


def test_what_she_called_so_is_the_states_that_did_it() -> None:
    got = read("استقبل سالم العمري الوفد بعد إسقاط أرمادا ما وصفته بطائرة مجهولة.")
    assert got.speakers == ["armada"]


def test_several_bodies_go_on_in_the_plural() -> None:
    got = read("عادت الأحزاب إلى القاعة أمس، ورفضوا الاعتراف بالنتائج الأولية.")
    assert got.speakers == ["الأحزاب"]


def test_a_subject_joined_to_the_clause_before_it() -> None:
    got = read("عاد الهدوء إلى الساحل، ووكالة النسيم قالت إن الميناء سيفتح غدا.")
    assert got.speakers == ["naseem-agency"]
    got = read("إغلاق الميناء يثير الجدل والجيش ينفي الأمر", {0: "title"})
    assert got.speakers == ["الجيش"]


def test_who_stands_behind_because_is_the_subject_there() -> None:
    got = read("تأخر العمل لأن المحققين اعتبروا أن الجسر خطير.")
    assert (got.speakers, got.contents) == (["المحققين"], ["الجسر خطير"])


def test_the_object_right_behind_a_role_is_no_part_of_it() -> None:
    got = read("ووصف النشطاء الوضع في الميناء بأنه خطير جدا.")
    assert got.speakers == ["النشطاء"]
    assert got.contents == ["الوضع في الميناء بأنه خطير جدا"]


def test_two_of_a_role_speak() -> None:
    got = read("أنكر مسؤولان روسيان أي علاقة لهما بالحادث.")
    assert got.speakers == ["officials@page-7"]
    assert got.contents == ["أي علاقة لهما بالحادث"]


def test_a_title_with_a_relative_clause_behind_a_name_is_his() -> None:
    got = read("حضر اللقاء سالم العمري، المدير المحلي للشركة الذي أكد أن العمل بدأ.")
    assert got.speakers == ["salem-al-omari"]


@pytest.mark.parametrize("issued", ["صادرة عن", "أصدرتها"])
def test_a_text_told_of_without_its_words_is_its_issuers(issued: str) -> None:
    got = read(
        f"قال سالم العمري إن العمل بدأ. وجاء القرار بعد مذكرة {issued} وكالة النسيم أمس.\n"
        "وأوضحت المذكرة أن العمل سيستمر."
    )
    assert got.speakers == ["salem-al-omari", "naseem-agency"]


def test_a_text_from_his_own_office_is_not_the_offices() -> None:
    got = read("ندد سالم العمري، في بيان صادر عن مكتبه، بالحادث.\nوأوضح البيان أن العمل سيستمر.")
    assert set(got.speakers) == {"salem-al-omari"}


def test_what_happened_behind_a_name_in_a_title_is_the_object() -> None:
    got = read("وأرجع الخبير لدى وكالة النسيم ارتفاع الأسعار إلى الجفاف.")
    assert got.contents == ["ارتفاع الأسعار إلى الجفاف"]


def test_a_denial_may_be_led_in_by_b() -> None:
    got = read("وأنكر مسؤولون روس بأن العمل توقف.")
    assert got.contents == ["العمل توقف"]


def test_the_article_is_written_out_behind_its_preposition() -> None:
    got = read("أغلق السوق أبوابه، وفقا للاتحاد البلدي.")
    assert got.one().speaker.name == "الاتحاد البلدي"  # type: ignore[union-attr]


def test_a_participle_goes_with_the_clause_right_before_it() -> None:
    got = read(
        "بعد كلمة ألقاها رامي شاهين في المرفأ، رد سالم العمري، مؤكدا أن العمل بدأ، ومجددا رفضه للتأجيل."
    )
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]


def test_a_participle_passes_the_title_behind_the_name() -> None:
    got = read("وكثرت الردود، حيث غضب، سالم العمري، المدير السابق للميناء، قائلا إن العمل تأخر.")
    assert got.speakers == ["salem-al-omari"]


def test_several_bodies_share_a_feminine_participle() -> None:
    got = read("تداولت وسائل إعلام محلية صورا للحادث، لافتة إلى أن الجسر انهار.")
    assert got.speakers == ["local-media"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال 19.6٪ إنهم يفضلون الميناء الجديد.", "19.6٪"),
        ("وصرح 74,8% من البحارة بأن العمل صعب.", "74,8% من البحارة"),
        ("وقال ما يزيد على 20 بالمئة من السكان إن العمل صعب.", "ما يزيد على 20 بالمئة من السكان"),
        ("وأوضح 12 من المسؤولين الحاليين أن العمل صعب.", "12 من المسؤولين الحاليين"),
    ],
)
def test_a_share_of_those_who_were_asked_speaks(text: str, speaker: str) -> None:
    assert read(text).speakers == [speaker]


def test_nobodys_name_goes_with_a_plural() -> None:
    got = read("ويتهم المعارضون سالم العمري بإهمال الميناء.")
    assert (got.speakers, got.contents) == (["المعارضون"], ["سالم العمري بإهمال الميناء"])
    got = read("واستنكر معارضون تعليقات سالم العمري.")
    assert got.contents == ["تعليقات سالم العمري"]


def test_strangers_in_the_nominative_are_the_subject() -> None:
    got = read("قال سالم العمري إن العمل بدأ. واحتج إيطاليون في المدينة على إغلاق الميناء.")
    assert got.speakers == ["salem-al-omari", "إيطاليون"]


def test_a_text_describes_others() -> None:
    got = read('ووصف التقرير الاجتماعين بأنهما "خطوة أولى في طريق طويل".')
    assert got.contents == ['الاجتماعين بأنهما "خطوة أولى في طريق طويل"']


def test_what_he_keeps_to_is_no_subject() -> None:
    got = read("قال سالم العمري إن العمل بدأ. والتزم بعدم خذل البحارة أو القبول بتأخير.")
    assert set(got.speakers) == {"salem-al-omari"}


@pytest.mark.parametrize(
    "text",
    [
        "قالت ليلى حداد إن العمل تأخر. ورفضت الجلوس مع إدارة الميناء.",
        "قالت ليلى حداد إن العمل تأخر. ودعت تارة إلى التهدئة.",
        "قالت ليلى حداد إن العمل تأخر. وتدعو لاتخاذ موقف واضح.",
        'قالت ليلى حداد إن العمل تأخر. وتابعت نعرف: "ما يعنيه ذلك لأهل الساحل".',
        "قالت ليلى حداد إن العمل تأخر. وذكرت أعداد السفن الغارقة.",
    ],
)
def test_deeds_adverbs_and_verbs_are_no_subjects(text: str) -> None:
    assert set(read(text).speakers) == {"layla-haddad"}


def test_an_accusative_is_no_subject() -> None:
    got = read('قال سالم العمري إن العمل تأخر. وكتب معرفا نفسه: "ابن الميناء القديم وحارسه".')
    assert set(got.speakers) == {"salem-al-omari"}


def test_the_foremost_of_its_kind_is_not_brought_out() -> None:
    assert read("وأبرز دليل على ذلك أن الميناء مغلق.").statements == []


def test_what_is_believed_to_be_so_is_nobodys_word() -> None:
    assert read("وأقيم الحفل قرب الموقع الذي يعتقد أنه مقبرة قديمة.").statements == []


def test_a_text_that_does_not_agree_does_not_speak() -> None:
    got = read("ارتفع السعر بعد تصريحات لسالم العمري طلب فيها من البحارة الانتظار.")
    assert got.speakers == ["salem-al-omari"]


def test_a_body_told_of_in_a_relative_clause_is_the_subject_that_was() -> None:
    got = read("وكانت وكالة النسيم، التي يملكها سالم العمري، قد أعلنت إغلاق مكتبها.")
    assert got.speakers == ["naseem-agency"]


def test_she_after_a_mans_deed_is_the_state() -> None:
    got = read("استبعد سالم العمري حضور أرمادا الاجتماع بعد أن أعلنت انسحابها من الاتفاق.")
    assert got.speakers == ["salem-al-omari", "armada"]


def test_a_decision_is_not_the_last_bodys() -> None:
    got = read(
        "قالت وكالة النسيم إن العمل بدأ. وصدر قرار أمس عن المجلس.\nوجاء في القرار أن الميناء سيغلق."
    )
    assert got.speakers[-1] == "القرار"


def test_an_oblique_plural_behind_a_body_is_the_object() -> None:
    got = read("كما أمرت الدول الساحلية السلوانيين بمغادرة الميناء.")
    assert got.speakers == ["الدول الساحلية"]


def test_peoples_in_the_nominative_denounce() -> None:
    got = read("قال سالم العمري إن العمل تأخر. وندد الإيطاليون بتصريحات العمري.")
    assert got.speakers == ["salem-al-omari", "الإيطاليون"]


def test_an_adviser_to_somebody_is_not_he() -> None:
    got = read("واعترف كبير المستشارين البحريين للرئيس سالم العمري بأن العمل تأخر.")
    assert got.speakers != ["salem-al-omari"]


def test_who_acts_in_the_clause_before_goes_on() -> None:
    got = read(
        "قالت وكالة النسيم إن العمل بدأ. وعقب ذلك، خرجت النقابات إلى الشارع، وطالبت بوقف العمل."
    )
    assert got.speakers == ["naseem-agency", "النقابات"]


def test_a_share_with_where_it_was_asked() -> None:
    got = read("يوافق 81,7٪ من البحارة في المنطقة على أن العمل صعب.")
    assert got.speakers == ["81,7٪ من البحارة"]


def test_a_body_called_so_in_brackets() -> None:
    got = read("أغلق السوق، بحسب ما ذكرته صحيفة (نور الفجر) المحلية.")
    speaker = got.one().speaker
    assert speaker is not None
    assert (speaker.name, got.contents) == ("صحيفة (نور الفجر) المحلية", ["أغلق السوق"])


def test_what_he_himself_says_that_he_says_is_no_report() -> None:
    got = read('وقال سالم العمري: "وأنا أعلن إغلاق الميناء خلال يومين".')
    assert got.speakers == ["salem-al-omari"]


def test_groups_of_people_speak() -> None:
    got = read("قالت وكالة النسيم إن العمل بدأ. وتنتقد مجموعات محلية النظام الجديد.")
    speaker = got.statements[1].speaker
    assert speaker is not None
    assert speaker.name == "مجموعات محلية"


def test_whom_she_just_acted_on_is_called_so_by_her() -> None:
    got = read(
        'قالت وكالة النسيم إن العمل بدأ. وهي انتخابات قاطعتها المعارضة ووصفتها بأنها "مهزلة".'
    )
    assert got.speakers == ["naseem-agency", "المعارضة"]


def test_several_before_a_singular_verb_do_not_believe_it() -> None:
    assert read("وقادها رهبان يعتقد أنها ستنجح قريبا.").speakers == []


def test_a_participle_of_his_is_not_the_bodys_right_before() -> None:
    got = read("قرر سالم العمري حل الحكومة، قائلا إن العمل تأخر.")
    assert got.speakers == ["salem-al-omari"]


def test_written_as_a_passive_nobody_accuses() -> None:
    got = read("قال سالم العمري إن العمل بدأ. كما اتُهم الاتحاد البلدي بالإهمال.")
    assert got.speakers == ["salem-al-omari"]


def test_this_group_is_the_subject() -> None:
    got = read("قالت وكالة النسيم إن العمل بدأ. ونفت هذه الجماعات الاتهامات الموجهة إليها.")
    assert got.contents[1] == "الاتهامات الموجهة إليها"
    assert got.speakers[1] != "naseem-agency"


def test_a_rank_leads_to_the_name() -> None:
    got = read("وقال متحدث باسم الجيش، الكولونيل سالم العمري، إن العمل بدأ.")
    assert got.speakers == ["salem-al-omari"]


def test_whom_a_letter_is_sent_to_does_not_write_it() -> None:
    got = read("وورد في رسالة موجهة لسالم العمري أن العمل تأخر.")
    assert "salem-al-omari" not in got.speakers


def test_a_source_in_somebodys_office_is_not_he() -> None:
    got = read("وقال مصدر مسؤول في مكتب سالم العمري إن العمل تأخر.")
    assert got.speakers != ["salem-al-omari"]


def test_the_greatest_of_bodies_is_the_subject() -> None:
    got = read("قال رامي شاهين إن العمل بدأ. واتهم أكبر اتحاد للبحارة سالم العمري بالإهمال.")
    assert got.contents[1] == "سالم العمري بالإهمال"
    assert got.speakers[1] != "rami-shaheen"


def test_a_mans_family_goes_on_in_the_feminine() -> None:
    got = read("ونفت عائلة العمري مرارا تلك الشائعات وقالت إن العمل تأخر.")
    assert "salem-al-omari" not in got.speakers


def test_a_spokesman_in_the_accusative_is_no_participle() -> None:
    got = read("قال سالم العمري إن العمل بدأ، لكن متحدثا باسم الاتحاد البلدي نفى ذلك.")
    assert len(got.statements) == 2

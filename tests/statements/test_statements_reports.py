from __future__ import annotations

import pytest
from statements_support import read


def test_a_clause_after_inna_is_the_content_without_cue_and_introducer() -> None:
    got = read("قال سالم العمري إن الميناء سيفتح غدا.")
    statement = got.one()
    assert got.contents == ["الميناء سيفتح غدا"]
    assert got.cue(statement) == "قال"
    assert (statement.type, statement.act) == ("indirect", "assert")
    assert got.speakers == ["salem-al-omari"]


def test_title_and_name_are_one_speaker_and_the_audience_is_the_addressee() -> None:
    got = read("أكد وزير المالية، سالم العمري، للصحفيين أن الأسعار مستقرة.")
    statement = got.one()
    assert got.speakers == ["salem-al-omari"]
    assert statement.addressee is not None
    assert statement.addressee.entity == "journalists"


def test_a_bare_object_is_content() -> None:
    got = read("أعلن الاتحاد البلدي إغلاق السوق القديم.")
    assert got.contents == ["إغلاق السوق القديم"]
    assert got.one().act == "announce"


def test_direct_speech_leaves_its_marks_out() -> None:
    got = read("وقال العمري: «لن نرفع الرسوم هذا العام».")
    assert got.contents == ["لن نرفع الرسوم هذا العام"]
    assert got.one().type == "direct"
    assert got.cue(got.one()) == "قال"


def test_part_in_marks_is_mixed() -> None:
    got = read('قالت ليلى حداد إن المشروع "ناجح جدا" في كل المدن.')
    assert got.one().type == "mixed"
    assert got.contents == ['المشروع "ناجح جدا" في كل المدن']


def test_words_after_the_closing_mark_are_a_span_of_their_own() -> None:
    got = read("وقال العمري: «نجحنا في خفض الديون إلى النصف تقريبا» بين عامين.")
    assert got.contents == ["نجحنا في خفض الديون إلى النصف تقريبا | بين عامين"]
    assert got.one().type == "mixed"


def test_a_participle_opens_a_statement_of_the_same_speaker() -> None:
    got = read("شددت ليلى حداد على أن الجسر آمن، محذرة من الشائعات.")
    assert got.contents == ["الجسر آمن", "الشائعات"]
    assert got.speakers == ["layla-haddad", "layla-haddad"]
    assert [s.act for s in got.statements] == ["assert", "warn"]


def test_a_run_keeps_the_subject_of_the_main_report_not_the_nearest_name() -> None:
    got = read(
        "أعلن سالم العمري أن رامي شاهين استقال.\nوأضاف أن القرار نهائي.\nوتابع: «نشكره على عمله كله»."
    )
    assert got.speakers == ["salem-al-omari"] * 3


def test_another_subject_told_of_since_takes_over() -> None:
    got = read("قال سالم العمري إن السوق مغلق.\nوكان رامي شاهين قد وصل أمس.\nوقال إن الطريق آمنة.")
    assert got.speakers == ["salem-al-omari", "rami-shaheen"]


def test_two_speakers_are_a_group_with_both_names() -> None:
    got = read("اتفق سالم العمري وليلى حداد على تأجيل الجلسة.")
    speaker = got.one().speaker
    assert speaker is not None
    assert speaker.entity == "omari-and-haddad"
    assert {"العمري", "حداد"} <= {name.split()[-1] for name in speaker.names}
    assert got.one().act == "agree"


def test_a_dual_verb_goes_back_to_the_pair() -> None:
    got = read("التقى سالم العمري ورامي شاهين في المقر، وتعهدا بإصلاح الطريق.")
    assert got.one().speaker is not None
    assert got.one().speaker.entity == "omari-and-shaheen"
    assert got.contents == ["إصلاح الطريق"]


def test_an_unnamed_official_has_an_id_of_the_page() -> None:
    got = read("أكد مسؤول في الاتحاد البلدي أن الحفل ألغي.")
    speaker = got.one().speaker
    assert speaker is not None
    assert speaker.entity == "municipal-union-official@page-7"
    assert speaker.named == "unnamed"
    assert speaker.name == "مسؤول في الاتحاد البلدي"


def test_medical_sources_are_named_in_english() -> None:
    speaker = read("أفادت مصادر طبية بأن الجرحى ثلاثة.").one().speaker
    assert speaker is not None
    assert speaker.entity == "medical-sources@page-7"


def test_the_addressee_of_a_verb_that_takes_one() -> None:
    got = read("أبلغ سالم العمري ليلى حداد أن الموعد تغير.")
    statement = got.one()
    assert got.speakers == ["salem-al-omari"]
    assert statement.addressee is not None
    assert statement.addressee.entity == "layla-haddad"


def test_subject_before_its_verb_makes_what_follows_the_addressee() -> None:
    got = read("قالت وكالة النسيم إن سالم العمري أبلغ ليلى حداد أن الموعد تغير.")
    inner = got.by_content("الموعد تغير")
    inner = got.statements[1]
    assert inner.speaker is not None
    assert inner.speaker.entity == "salem-al-omari"
    assert inner.addressee is not None
    assert inner.addressee.entity == "layla-haddad"


def test_the_outlets_own_impersonal_voice_is_no_statement() -> None:
    assert read("يذكر أن المصنع بني قبل عشرين عاما.").statements == []
    assert read("يشار إلى أن الحديقة مغلقة.").statements == []


def test_plans_to_talk_are_no_statement() -> None:
    assert read("سيناقش سالم العمري وليلى حداد ميزانية العام المقبل.").statements == []


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("حذر سالم العمري من نقص المياه.", "warn"),
        ("دعا سالم العمري إلى الهدوء.", "request"),
        ("طالب سالم العمري بالتحقيق.", "demand"),
        ("هدد سالم العمري بالاستقالة.", "threaten"),
        ("اقترح سالم العمري موعدا جديدا.", "propose"),
        ("تعهد سالم العمري بإعادة البناء.", "promise"),
        ("رحب سالم العمري بالقرار.", "praise"),
        ("انتقد سالم العمري الخطة.", "criticise"),
        ("رفض سالم العمري العرض.", "reject"),
        ("أعرب سالم العمري عن قلقه من التأخير.", "criticise"),
        ("أعرب سالم العمري عن ارتياحه للنتائج.", "praise"),
        ("سأل سالم العمري عن الموعد.", "ask"),
    ],
)
def test_the_cue_or_the_force_of_the_content_tells_the_act(sentence: str, act: str) -> None:
    assert read(sentence).one().act == act


def test_denial_has_the_proposition_denied_as_its_content() -> None:
    statement = read("نفى الاتحاد البلدي وجود عجز في الميزانية.").one()
    assert statement.polarity == "denied"
    assert statement.act == "deny"


def test_what_is_not_told_is_withheld() -> None:
    got = read("لم يذكر رامي شاهين ما إذا كان سيترشح.")
    assert got.contents == ["ما إذا كان سيترشح"]
    assert got.one().polarity == "withheld"


def test_a_light_verb_reports_only_when_negated() -> None:
    got = read("لم تعط ليلى حداد أي إشارة إلى موعد الافتتاح.")
    assert got.contents == ["موعد الافتتاح"]
    assert read("أعطت ليلى حداد الكتاب هدية.").statements == []


def test_a_bare_no_denies_what_was_asked() -> None:
    got = read("سُئل رامي شاهين عما إذا كان العقد قد وقع، فقال شاهين لا.")
    asked, answer = got.statements
    assert (asked.act, asked.speaker) == ("ask", None)
    assert answer.polarity == "denied"
    assert "العقد قد وقع" in got.words(answer)[0]


def test_a_claim_is_distanced_and_an_admission_conceding() -> None:
    assert read("زعم رامي شاهين أن الصور قديمة.").one().stance == "distanced"
    assert read("أقر رامي شاهين بأن الصور قديمة.").one().stance == "conceding"


def test_how_it_was_said_is_the_occasion() -> None:
    assert read("قال رامي شاهين في مؤتمر صحفي إن العمل بدأ.").one().occasion == "مؤتمر صحفي"


def test_a_headline_colon_gives_the_speaker_but_a_country_does_not() -> None:
    got = read("العمري لحداد: السوق لن يغلق\n\nنص", {0: "title"})
    statement = got.one()
    assert (got.speakers, statement.cue) == (["salem-al-omari"], None)
    assert statement.addressee is not None
    assert read("سلوان: انقطاع الكهرباء عن المدينة", {0: "title"}).statements == []


def test_a_present_verb_in_a_headline_has_its_subject_before_it() -> None:
    got = read("العمري يطالب أرمادا بالاعتذار", {0: "title"})
    assert got.speakers == ["salem-al-omari"]
    assert got.contents == ["الاعتذار"]


def test_only_titles_paragraphs_and_subheadings_are_read() -> None:
    assert read("قال سالم العمري إن الميناء مغلق", {0: "related"}).statements == []


def test_the_documents_issuer_speaks() -> None:
    got = read("أعلن الاتحاد البلدي في بيان أن السوق مغلق.\nوأضاف البيان أن العمال في إجازة.")
    assert got.speakers == ["municipal-union", "municipal-union"]


def test_a_document_that_names_its_issuer() -> None:
    got = read("وجاء في بيان للاتحاد البلدي أن السوق مغلق.")
    assert got.contents == ["السوق مغلق"]
    assert got.one().occasion == "بيان"


def test_what_nobody_is_named_for_has_no_speaker() -> None:
    got = read("وخلال اللقاء جرى التأكيد على ضرورة التعاون.")
    assert got.one().speaker is None
    assert got.contents == ["ضرورة التعاون"]


def test_a_quotation_may_stand_before_its_cue() -> None:
    got = read("«لن نقبل بأي شرط جديد»، قالت ليلى حداد.")
    assert got.contents == ["لن نقبل بأي شرط جديد"]
    assert got.speakers == ["layla-haddad"]


def test_a_refusal_to_comment_withholds_the_topic() -> None:
    got = read("ورفضت ليلى حداد التعليق على مضمون الاتصال.")
    assert got.contents == ["مضمون الاتصال"]
    assert got.one().polarity == "withheld"


def test_two_who_met_are_the_subject_of_a_dual() -> None:
    got = read("أجرى سالم العمري اتصالا مع رامي شاهين، بحثا خلاله أوضاع الميناء.")
    assert got.contents == ["أوضاع الميناء"]
    assert got.speakers == ["omari-and-shaheen"]


def test_a_feminine_body_after_a_masculine_verb_is_its_object() -> None:
    got = read("دعا سالم العمري إلى الهدوء وانتقد الحكومة بشدة.")
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]


def test_media_spoken_to_are_the_addressee() -> None:
    got = read("قالت مصادر أمنية لوكالة النسيم إن التحقيق بدأ.")
    statement = got.one()
    assert statement.speaker is not None
    assert statement.speaker.name == "مصادر أمنية"
    assert statement.addressee is not None
    assert statement.addressee.entity == "naseem-agency"


def test_unmarked_first_person_speech_is_direct() -> None:
    got = read("وقال العمري سنواصل العمل حتى النهاية.")
    assert got.contents == ["سنواصل العمل حتى النهاية"]
    assert got.one().type == "direct"


def test_an_adjective_that_looks_like_a_participle_reports_nothing() -> None:
    assert read("فرضت المدينة إجراءات مشددة على المداخل.").statements == []


def test_what_was_not_really_said_is_left_out() -> None:
    assert read("لو قال سالم العمري إن السوق مغلق لصدقناه.").statements == []
    assert read("قرر سالم العمري أن يطالب بالتعويض.").statements == []


def test_a_day_between_the_medium_and_the_clause_does_not_hide_it() -> None:
    got = read("قال رامي شاهين لـ«المرفأ»، الخميس، إن العمل بدأ.")
    assert got.contents == ["العمل بدأ"]


def test_the_two_named_after_what_both_are_called_speak_together() -> None:
    got = read("حذر الوزيران سالم العمري ورامي شاهين من التأخير.")
    assert got.speakers == ["omari-and-shaheen"]
    assert got.contents == ["التأخير"]


def test_words_carried_from_somebody_told_of_before() -> None:
    got = read("وصل رامي شاهين أمس. ونقلت عنه وكالة النسيم قوله إن العمل بدأ.")
    assert got.contents == ["العمل بدأ"]
    assert [ref.key for ref in got.one().chain] == ["naseem-agency", "rami-shaheen"]

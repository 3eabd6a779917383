"""Ways of telling that random pages of the press brought up: each in a sentence of our own."""

from __future__ import annotations

import pytest
from statements_support import blocks_of, page_of, read

from riwaya.model import Found, Mention
from riwaya.statements import find_statements


def test_an_adverb_of_several_words_is_no_part_of_what_was_said() -> None:
    got = read("ولم يؤكد الاتحاد البلدي حتى الآن إغلاق السوق القديم.")
    assert got.contents == ["إغلاق السوق القديم"]


def test_a_writer_may_go_by_sense_after_but_he() -> None:
    got = read("أعلنت إدارة الميناء أن السفن عادت، لكنه أقر في الوقت نفسه بوجود أضرار بالغة.")
    assert got.contents == ["السفن عادت", "وجود أضرار بالغة"]
    assert got.speakers[0] == got.speakers[1]


def test_a_source_that_is_not_named_holds_nothing_back() -> None:
    got = read("قال مسؤولون لم تذكر أسماءهم إن الجسر سيغلق غدا.")
    assert got.contents == ["الجسر سيغلق غدا"]


def test_the_judiciary_speaks_and_doing_away_with_something_does_not() -> None:
    assert read("اتهم القضاء سالم العمري بتزوير الوثائق.").contents == [
        "سالم العمري بتزوير الوثائق"
    ]
    assert read("أكد سالم العمري أن القضاء على الجراد صعب.").contents == ["القضاء على الجراد صعب"]


def test_some_of_several_are_named_with_those_they_are_of() -> None:
    got = read("أبدى عدد من الخبراء الزراعيين اعتقادهم بأن الموسم سيتأخر.")
    speaker = got.one().speaker
    assert speaker is not None
    assert speaker.name == "عدد من الخبراء الزراعيين"


def test_an_agency_in_marks_carries_what_another_told() -> None:
    got = read('أغلق المصنع أبوابه، وفق ما نقلت "وكالة النسيم" عن الاتحاد البلدي.')
    assert got.contents == ["أغلق المصنع أبوابه"]
    assert [link.entity for link in got.one().chain] == ["naseem-agency", "municipal-union"]


def test_reports_that_somebody_denies_are_no_second_statement() -> None:
    got = read("نفى سالم العمري الأنباء التي تحدثت عن إغلاق الميناء.")
    assert got.contents == ["الأنباء التي تحدثت عن إغلاق الميناء"]


def test_a_proposal_after_a_comma_is_a_participle_and_else_a_noun() -> None:
    got = read("حذر سالم العمري من أن الأسعار سترتفع، مقترحا أن تخفض الرسوم.")
    assert got.contents == ["الأسعار سترتفع", "تخفض الرسوم"]
    assert read("قدم سالم العمري مقترحا بتعديل اللائحة.").contents == []


def test_what_for_in_marks_is_not_what_was_said() -> None:
    got = read('أضاف سالم العمري أنه سيخاطب إدارة النادي "لمعرفة ما جرى".')
    assert got.contents == ['سيخاطب إدارة النادي "لمعرفة ما جرى"']


def test_he_who_was_told_of_is_who_called_for_it_before() -> None:
    got = read("وأوقف سالم العمري في المدينة بعد أن دعا إلى الاحتجاج على الرسوم.")
    assert got.speakers == ["salem-al-omari"]


@pytest.mark.parametrize(
    ("title", "contents"),
    [
        ("أرمادا: لن نتنازل عن الجزيرة", ["لن نتنازل عن الجزيرة"]),
        ("أرمادا: حريق في سوق الخضار", []),
        ("العمري ينفي إغلاق الميناء: شائعات لا أساس لها", ["شائعات لا أساس لها", "إغلاق الميناء"]),
        ("خسائر كبيرة في الموسم.. العمري: سنعوض الجميع", ["سنعوض الجميع"]),
        ("العمري يرد على حداد: لن أستقيل", ["لن أستقيل"]),
    ],
)
def test_headlines_with_a_colon(title: str, contents: list[str]) -> None:
    got = read(title, roles={0: "title"})
    assert got.contents == contents


def test_bodies_joined_are_named_whole() -> None:
    got = read("لكن الحكومة المحلية وحليفتها أرمادا تنفيان وقوع الحادث.")
    speaker = got.one().speaker
    assert speaker is not None
    assert speaker.name == "الحكومة المحلية وأرمادا"
    assert "الحكومة المحلية وحليفتها أرمادا" in speaker.names


def test_where_a_body_sits_is_no_part_of_its_clause() -> None:
    got = read("وكان الاتحاد البلدي المستقل ومقره سلوان قد أشار إلى أن السوق ستفتح.")
    assert got.speakers == ["municipal-union"]


def test_a_clause_of_circumstance_is_not_what_was_said() -> None:
    got = read("وسجلت أسهم المصنع تراجعا بعد أن نبهت الشركة المستثمرين إلى أن الأرباح ستقل.")
    assert got.contents == ["الأرباح ستقل"]


def test_what_an_indefinite_plural_does_stands_before_the_object() -> None:
    got = read("ووصف أطباء يعملون في المدينة، في حديث للصحفيين، القرار بأنه متسرع.")
    assert got.contents == ["القرار بأنه متسرع"]


def test_as_she_says_ascribes_her_sentence() -> None:
    got = read("قالت ليلى حداد إن البيت صغير. أمضت ليلى حداد يومين في سلوان، كما تقول.")
    assert got.contents[1] == "أمضت ليلى حداد يومين في سلوان"
    assert got.speakers == ["layla-haddad", "layla-haddad"]


def test_as_people_say_in_the_present() -> None:
    got = read("يعيش الناس في خوف، بحسب ما يقول ناشطون محليون.")
    assert got.contents == ["يعيش الناس في خوف"]


def test_a_bare_object_that_looks_like_a_verb_is_a_noun() -> None:
    got = read("انتقدت ليلى حداد، بشدة، وصف الصحف سكان سلوان بأنهم كسالى.")
    assert got.contents == ["وصف الصحف سكان سلوان بأنهم كسالى"]


def test_a_verb_that_no_noun_is_spelt_like_may_follow_an_adjective() -> None:
    got = read("يشار إلى أن وسائل إعلام أجنبية انتقدت خطة البلدية.")
    assert got.contents == ["خطة البلدية"]


def test_i_hold_in_marks_is_no_report() -> None:
    got = read('ونقلت وكالة النسيم عن العمري قوله "أعتبر ذلك فرصة للبلد، وسنمضي قدما في العمل".')
    assert len(got.statements) == 1


def test_what_somebody_will_keep_to_is_a_deed() -> None:
    got = read("قال سالم العمري إن أرمادا ستلتزم بقرار المحكمة.")
    assert got.contents == ["أرمادا ستلتزم بقرار المحكمة"]


def test_an_adviser_to_somebody_named_is_not_he() -> None:
    got = read("قال مستشار للرئيس سالم العمري إن الميناء سيفتح غدا.")
    speaker = got.one().speaker
    assert speaker is not None
    assert speaker.name == "مستشار للرئيس سالم العمري"


def test_what_the_teller_adds_behind_the_marks() -> None:
    got = read('قال سالم العمري إن الطريق "ستفتح قريبا" في إشارة إلى طريق الجبل.')
    assert got.contents == ['الطريق "ستفتح قريبا"']


def test_two_titles_before_one_name_are_one_speaker() -> None:
    got = read("أكد السفير والمندوب الدائم سالم العمري أن الحوار مستمر.")
    assert got.speakers == ["salem-al-omari"]


def test_a_name_in_marks_behind_its_noun_is_not_the_next_verbs_subject() -> None:
    got = read(
        'وفي مقابلة أجرتها معه "صحيفة المرفأ" أمس، قال شاهين، وهو بحار قديم: "لن أبيع المركب".'
    )
    assert got.speakers == ["rami-shaheen"]


def test_two_bodies_by_a_dual() -> None:
    got = read("وعزت الوكالتان ارتفاع الأسعار إلى قلة الأمطار.")
    speaker = got.one().speaker
    assert speaker is not None
    assert speaker.name == "الوكالتان"


def test_after_before_and_since_a_verb_follows() -> None:
    got = read("وتراجعت الأسعار بعد أن ذكرت أرمادا أن المحصول وفير.")
    assert got.contents == ["المحصول وفير"]


def test_what_was_left_unsaid_is_the_tellers() -> None:
    got = read("قالت ليلى حداد إن المباراة ستؤجل، من دون ذكر الأسباب.")
    assert got.contents == ["المباراة ستؤجل"]


def test_as_a_clause_about_the_speaker_is_no_content() -> None:
    got = read("ولفت شاهين الذي عرف نفسه بأنه بحار في الميناء إلى أن السفن لم تعد.")
    assert got.contents == ["السفن لم تعد"]


def test_the_main_clause_behind_a_circumstance() -> None:
    got = read("فبعد أن أكد سالم العمري أنه باق في منصبه، فإن ليلى حداد غادرت.")
    assert got.contents == ["باق في منصبه"]


def test_a_speaker_with_his_mood_before_the_colon_of_a_title() -> None:
    assert read("العمري متحديا: لن نرضخ", roles={0: "title"}).contents == ["لن نرضخ"]


def test_ali_is_no_preposition() -> None:
    text = "وأكد رئيس المجلس علي حمدان أن الجلسة غدا."
    start = text.index("علي")
    name = Mention(start=start, end=start + len("علي حمدان"), text="علي حمدان", type="PER", kind="name",
                   entity="ali-hamdan", names=("علي حمدان",))  # fmt: skip
    found = Found(blocks=blocks_of(text), mentions=(name,))
    got = find_statements(page_of(text), found)
    assert [s.speaker.entity for s in got if s.speaker] == ["ali-hamdan"]
    assert [text[slice(*s.content[0])] for s in got] == ["الجلسة غدا"]


def test_where_a_source_works_is_part_of_who_it_is() -> None:
    got = read('أعلن مصدر في المستشفى العام "استقبال سبعة جرحى وإجراء عمليات".')
    speaker = got.one().speaker
    assert speaker is not None
    assert speaker.name == "مصدر في المستشفى العام"


def test_a_conviction_is_no_statement() -> None:
    assert read("أدانت محكمة محلية شابا بسرقة المركب.").contents == []
    assert read("أدانت ليلى حداد سرقة المركب.").contents == ["سرقة المركب"]


def test_an_accused_woman_says_nothing() -> None:
    assert read("وليلى حداد متهمة بارتكاب مخالفات بسبب البيع.").contents == []


def test_words_quoted_of_a_saying_are_not_the_comment() -> None:
    got = read(
        'علق سالم العمري على حكمة تقول "الصبر مفتاح الفرج والعمل مفتاحه" قائلا إن الزمن تغير.'
    )
    assert got.contents == ["الزمن تغير"]


def test_several_and_whom_they_accuse() -> None:
    got = read("واتهم دبلوماسيون غربيون أرمادا بتعطيل التصويت.")
    assert got.contents == ["أرمادا بتعطيل التصويت"]


def test_a_body_and_who_leads_it() -> None:
    got = read("وكان التحالف بقيادة أرمادا قد أعلن فتح تحقيق في الغارة.")
    speaker = got.one().speaker
    assert speaker is not None
    assert speaker.name == "التحالف بقيادة أرمادا"


def test_whom_a_named_man_accuses_is_no_title_of_his() -> None:
    got = read("اتهم وزير المالية سالم العمري بعض التجار برفع الأسعار.")
    assert got.contents == ["بعض التجار برفع الأسعار"]
    assert got.speakers == ["salem-al-omari"]


def test_what_several_feel_is_no_part_of_who_they_are() -> None:
    got = read("ويبدي مراقبون قلقهم إزاء تراجع الصيد.")
    speaker = got.one().speaker
    assert speaker is not None
    assert speaker.name == "مراقبون"
    assert got.contents == ["قلقهم إزاء تراجع الصيد"]


def test_his_own_words_again_within_a_clause() -> None:
    got = read('وأكد سالم العمري أن "الخطر الجديد"، بحسب وصفه، "يهدد أمن الجميع".')
    assert got.contents == ['"الخطر الجديد"، بحسب وصفه، "يهدد أمن الجميع"']


def test_what_he_says_that_he_expects_is_one_statement() -> None:
    got = read("وقالت ليلى حداد إنها تتوقع أن ترتفع الأسعار.")
    assert got.contents == ["تتوقع أن ترتفع الأسعار"]


def test_asking_while_going_on() -> None:
    got = read('قال العمري إن الطريق طويل. وتابع متسائلا "لماذا يجب أن نقلق الآن من البحر؟".')
    assert got.contents[1] == "لماذا يجب أن نقلق الآن من البحر؟"
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]


def test_flags_are_no_threat() -> None:
    assert read("جاب المتظاهرون الشوارع، ملوحين بأعلام أرمادا.").contents == []


def test_a_text_that_nobody_is_named_for_speaks_for_itself() -> None:
    got = read("وجاء في المذكرة الموقعة أمس أن الصيد ممنوع.")
    speaker = got.one().speaker
    assert speaker is not None
    assert speaker.name == "المذكرة"


def test_whom_somebody_holds_responsible_does_not_speak() -> None:
    got = read("أعلن العمري أن العجز كبير، وحمل المسؤولين السابقين مسؤولية ذلك.")
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]


def test_we_in_marks_is_the_speaker_himself() -> None:
    got = read('وقال شاهين "لقد طالبنا بالحوار سنين طويلة ولم نجد سوى الوعود".')
    assert len(got.statements) == 1


def test_a_claim_that_is_described_is_a_noun() -> None:
    got = read('وصف سالم العمري زعم أرمادا بأن الجزيرة لها بأنه "حملة"، وطالب بأن تفتح تحقيقا.')
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]


def test_a_committee_by_what_it_does() -> None:
    got = read("وأعلنت لجنة تداول السلع المحلية أنها ستسمح بالبيع.")
    speaker = got.one().speaker
    assert speaker is not None
    assert speaker.name == "لجنة تداول السلع المحلية"


def test_a_headline_tells_to_whom_in_marks() -> None:
    said = read('العمري لـ"المنارة": العمل بدأ في الرصيف', roles={0: "title"}).one()
    assert said.speaker is not None
    assert said.speaker.entity == "salem-al-omari"
    assert said.addressee is not None
    assert said.addressee.name == "المنارة"


def test_a_place_before_a_colon_may_only_tell_where() -> None:
    assert read("أرمادا: انطلاق أعمال المؤتمر السنوي للصيد", roles={0: "title"}).contents == []
    said = read("أرمادا: لن نقبل الخطة الجديدة", roles={0: "title"}).one()
    assert said.speaker is not None
    assert said.speaker.entity == "armada"


def test_joined_adjectives_of_sources_belong_to_them() -> None:
    assert read("وأكدت مصادر أمنية وطبية مقتل ثلاثة عمال.").contents == ["مقتل ثلاثة عمال"]


def test_again_is_no_report() -> None:
    got = read("واتهم سالم العمري الشركة مجددا بعرقلة العمل.")
    assert got.contents == ["الشركة مجددا بعرقلة العمل"]

"""Whose words a quotation holds where its cue is not right before it: names in marks, asides, verbs behind it."""

from __future__ import annotations

import pytest
from statements_support import read

from riwaya.statements import tag


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ('وقالت "الأفق للاتصالات" في تغريدة على تويتر', "الأفق للاتصالات"),
        ('وقالت "نور باور سيستمز" في بيان:', "نور باور سيستمز"),
        ('وتساءل "التجمع المدني" في بيان عن', "التجمع المدني"),
        ('وقال سالم العمري الخبير لدى "إس.بي.إف نيكو" للأوراق المالية:', "سالم العمري"),
        ('ويقول سالم العمري، مؤلف كتاب "بلاد تحت الأرض: حكاية مدينة قديمة ضاعت":', "سالم العمري"),
        ('وقال سالم العمري لقناة "بي أف إم- تي في"،', "سالم العمري"),
        ("ورأى سالم العمري وهو نجار في السبعين من العمر", "سالم العمري"),
        ("وقال البنك الذي مقره سلوان", "البنك"),
        ("وتابع الرئيس الذي كان يتحدث بعد قمة جمعته مع نظيره في سلوان،", "الرئيس"),
        ("وبيّن شاهين:", "شاهين"),
        ("وبين شاهين:", "شاهين"),
        ("من جانب آخر أكد سالم العمري أن", "سالم العمري"),
        ("هذا وذكر سالم العمري أن", "سالم العمري"),
        ("فقد نقلت وكالة النسيم عن هذا المسؤول، الذي طلب عدم نشر اسمه، قوله", "المسؤول"),
    ],
)
def test_what_stands_between_a_verb_and_its_words_is_passed(before: str, speaker: str) -> None:
    words = "نعمل منذ الصباح على إعادة الخدمة إلى كل المشتركين في الجنوب"
    got = read(f'{before} "{words}".')
    statement = got.one()
    assert got.contents == [words]
    assert statement.speaker is not None
    assert speaker in (statement.speaker.name, *statement.speaker.names)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"كلما سمعت صوت سيارة في الليل خفت عليهم"، تضيف مهى.', "مهى"),
        ('"كلما سمعت صوت سيارة في الليل خفت عليهم" تقول ليلى حداد وتضيف أن البيت بعيد.', "ليلى حداد"),
        ('"كلما سمعت صوت سيارة في الليل خفت عليهم." يقول الكاتب ويضيف أن البيت بعيد.', "الكاتب"),
    ],
)  # fmt: skip
def test_a_verb_behind_a_quotation_has_its_words_before_it(text: str, speaker: str) -> None:
    first = read(text).statements[0]
    assert text[slice(*first.content[0])].startswith("كلما سمعت")
    assert first.speaker is not None
    assert speaker in (first.speaker.name, *first.speaker.names)


def test_the_preposition_of_a_verb_may_stand_within_the_marks() -> None:
    got = read('وأعرب سالم العمري خلال لقائه الشباب "عن فخره بما شاهده من حماسة في كل المدن".')
    assert got.contents == ["فخره بما شاهده من حماسة في كل المدن"]


def test_a_participle_between_two_quotations_goes_on_with_the_second() -> None:
    got = read('وقالت ليلى حداد "لدينا رغبة في الحل" متابعة "بات من الضروري أن نتحرك الآن".')
    assert got.contents == ["لدينا رغبة في الحل", "بات من الضروري أن نتحرك الآن"]
    assert got.speakers == ["layla-haddad", "layla-haddad"]


def test_to_whom_something_is_said_is_read_behind_a_relative_clause() -> None:
    text = 'وقال سالم العمري الذي كان ضابطا لصحيفة "المنار" "لدينا أبناء نريد لهم أن يعيشوا في دولة جيدة".'
    (statement,) = tag(text)
    assert statement.addressee is not None


def test_what_a_few_words_in_marks_hold_for_true_is_no_quotation() -> None:
    assert not read('ورأى سالم العمري "بطلا" في الساحة.').statements


@pytest.mark.parametrize(
    "adjunct",
    ["وفي تغريدة أخرى قال", "وعن سنوات الدراسة يقول", "وحول أزمة الوقود قال:", "وردا على سؤال أوضح", "وبعد الاجتماع قال"],
)  # fmt: skip
def test_behind_an_adjunct_the_subject_goes_on(adjunct: str) -> None:
    got = read(
        f'واجتمع سالم العمري مع النواب. {adjunct} "الطريق مغلق منذ الأسبوع الماضي بسبب الثلوج".'
    )
    assert got.contents == ["الطريق مغلق منذ الأسبوع الماضي بسبب الثلوج"]
    assert got.speakers == ["salem-al-omari"]


def test_a_relative_clause_behind_an_adjunct_is_not_told_anew() -> None:
    got = read("وفي المدينة عبر سالم العمري عن أسفه للقرار الذي قال إنه يضر بالصيادين.")
    assert got.contents[0].endswith("الذي قال إنه يضر بالصيادين")


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("وبحسب هديل، فإن", "هديل"),
        ("وبحسب صاحبة المتجر، فإن", "صاحبة المتجر"),
        ("ووفقا للائحة الاتهام، فقد", "لائحة الاتهام"),
        ("وبحسب المعلومات التي نشرتها جريدة محلية فإن", "المعلومات"),
    ],
)
def test_a_source_that_no_lexicon_knows_ends_before_its_clause(source: str, speaker: str) -> None:
    statement = read(f"{source} العمل توقف في الميناء منذ شهرين.").one()
    assert statement.speaker is not None
    assert statement.speaker.name == speaker


def test_a_source_that_no_lexicon_knows_may_close_the_sentence_of_a_quotation() -> None:
    got = read('"لم أتوقع أن يحدث هذا في مدينتنا الهادئة"، وفق مهى.')
    assert [s.name for s in (got.one().speaker,) if s is not None] == ["مهى"]


@pytest.mark.parametrize(
    "text",
    [
        "ووفقا للإجراءات الجديدة، فإن المسافر يدفع رسما أكبر.",
        '"لم يحدث هذا في مدينتنا الهادئة"، وفق القانون.',
    ],
)
def test_what_is_done_by_a_rule_is_said_by_nobody(text: str) -> None:
    assert not read(text).statements


def test_a_rule_that_is_quoted_has_words() -> None:
    text = 'وبحسب البند السادس من الاتفاق فإن "كل طرف يتحمل نفقات السفر والإقامة".'
    assert read(text).one().speaker is not None


@pytest.mark.parametrize(
    "before",
    [
        "وجاء في ملخص تقرير الاتحاد البلدي الصادر الأحد أن",
        "وجاء في حيثيات قرار الاتحاد البلدي:",
        'وجاء في مقال الاتحاد البلدي الذي حمل عنوان "وداعا" أن',
    ],
)
def test_a_part_of_a_text_or_its_title_stands_before_its_words(before: str) -> None:
    got = read(f'{before} "عشرات العمال ما زالوا ينتظرون أجورهم منذ الربيع".')
    assert got.contents == ["عشرات العمال ما زالوا ينتظرون أجورهم منذ الربيع"]
    assert got.speakers == ["municipal-union"]


def test_a_noun_of_saying_leads_in_words_behind_what_somebody_does() -> None:
    got = read(
        'وحاول سالم العمري طمأنة جيرانه بقوله عبر "تويتر"، "طريقنا واضح ولن نغيره بعد الآن".'
    )
    assert got.contents == ["طريقنا واضح ولن نغيره بعد الآن"]
    assert got.speakers == ["salem-al-omari"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            'وقال العمري في بيان إنه "يتابع عن كثب ما يجري في الميناء"، وإنه "يطلب من الجميع الهدوء".',
            '"يتابع عن كثب ما يجري في الميناء"، وإنه "يطلب من الجميع الهدوء"',
        ),
        (
            'وقال العمري إن "تحقيقا فنيا مستقلا"، من جانب شركة محلية، "توصل إلى أن الأشرطة ضاعت كلها".',
            '"تحقيقا فنيا مستقلا"، من جانب شركة محلية، "توصل إلى أن الأشرطة ضاعت كلها"',
        ),
        (
            'وأكد العمري أنه "بناء على رغبة السكان والتجار معا" ستقوم البلدية "بحشد عدد من العمال".',
            'بناء على رغبة السكان والتجار معا | ستقوم البلدية "بحشد عدد من العمال"',
        ),
        (
            'وقال العمري إن "العمل في الميناء سيستمر طوال الشتاء" في إشارة إلى ورشة "الرصيف".',
            "العمل في الميناء سيستمر طوال الشتاء",
        ),
    ],
)
def test_a_content_goes_on_in_a_second_quotation_of_its_clause(text: str, content: str) -> None:
    assert content in read(text).contents


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("وأضاف سالم العمري، خلال جلسة طارئة يعقدها الاتحاد البلدي:", "حسب فهمنا، قد يكون الخبراء زاروا الموقع"),
        ('وقال سالم العمري لدى "ميتسوري يو.إف.جي مورغان ستانلو" للأوراق المالية:', "الاقتصاد لا يتجه إلى الركود هذا العام"),
        ('وانتقد سالم العمري المدينة قائلا في برنامجه "مع الناس" الذي تبثه القناة الأولى، إن', "اليد التي فعلت ذلك معروفة للجميع هنا"),
        ("وكان سالم العمري المدير العام كتب في تغريدة أن", "العمل في الميناء سيستمر طوال هذا الشتاء"),
        ("وهو ما أكده سالم العمري بقوله:", "العمل في الميناء سيستمر طوال هذا الشتاء"),
    ],
)  # fmt: skip
def test_further_asides_before_the_words_of_a_verb_are_passed(before: str, words: str) -> None:
    got = read(f'{before} "{words}".')
    statement = got.by_content(words)
    assert got.words(statement) == [words]
    assert statement.speaker is not None
    assert statement.speaker.entity == "salem-al-omari"


def test_several_who_are_spoken_to_stand_behind_l() -> None:
    (statement,) = tag(
        'وأكد الرئيس لأعضاء البرلمان، في اجتماع ينعقد لأول مرة: "هذا غير مقبول أبدا".'
    )
    assert statement.addressee is not None
    assert statement.addressee.name == "أعضاء البرلمان"


def test_where_a_body_sits_is_passed_before_the_words() -> None:
    text = 'وقال سالم العمري ورامي شاهين من مركز الشرق المعني بالبيئة، ومقره أرمادا: "الماء ملوث منذ شهور".'
    assert read(text).contents == ["الماء ملوث منذ شهور"]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("لكن الأخير قال إن", "الأخير"),
        ('وصرح العمري لشبكة "بي إف إم تي في" أن', "العمري"),
        ('وقال "نابين"، وهو في العشرينات من العمر:', "نابين"),
        ('وتقول "سانا نيوتين"، متطوعة في المسابقة:', "سانا نيوتين"),
        ("وأفاد الاتحاد البلدي بأرمادا، في بيان على صفحته،", "الاتحاد البلدي"),
        ('نقلت وكالة النسيم عن "مصدر مسؤول" في الميناء قوله إن', "مصدر مسؤول"),
        ("وقال العمري في تصريحات وزعها مكتبه وأدلى بها في سلوان، إن", "العمري"),
        ("وقال العمري في بيان أصدره السبت ونشرته وكالة النسيم إن", "العمري"),
        ("وعبر سالم العمري عن ذلك بقوله:", "سالم العمري"),
        ("وقال سالم العمري عبر الهاتف فيما بعد", "سالم العمري"),
    ],
)
def test_who_speaks_is_read_past_what_parts_him_from_his_words(before: str, speaker: str) -> None:
    words = "هناك حاجة إلى مراجعة الاتفاق في كل المدن"
    got = read(f'{before} "{words}".')
    statement = got.by_content(words)
    assert got.words(statement) == [words]
    assert statement.speaker is not None
    assert speaker in (statement.speaker.name, *statement.speaker.names)


def test_what_somebody_goes_on_to_add_is_told_before_something_else() -> None:
    got = read('وقال سالم العمري إنه أخطأ، قبل أن يضيف أنه "كتب ذلك دون أي دليل عليه".')
    assert got.contents[-1] == "كتب ذلك دون أي دليل عليه"
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]


def test_a_quotation_goes_on_in_a_joined_clause() -> None:
    got = read('وقالت ليلى حداد في بيان "يجب أن يتوقف العنف" وإن "كل من يشارك فيه سيحاكم".')
    assert got.contents == ['"يجب أن يتوقف العنف" وإن "كل من يشارك فيه سيحاكم"']


def test_one_of_several_texts_has_its_words() -> None:
    got = read(
        'ونشر سالم العمري تغريدات كثيرة. وجاء في إحدى التغريدات: "إنهم يدفعون الثمن كل يوم".'
    )
    assert "إنهم يدفعون الثمن كل يوم" in got.contents


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("وقال مسؤول في الميناء، مشترطا عدم نشر اسمه", "مسؤول في الميناء"),
        ("وردد المشاركون", "المشاركون"),
        ("وكتب العمري في مقال نشرته صحيفة المرفأ اليومية", "العمري"),
        ("وجاء على حساب الاتحاد البلدي أن", "الاتحاد البلدي"),
        ("وجاء على لسان العمري أن", "العمري"),
    ],
)
def test_words_that_begin_with_a_preposition_are_no_name(before: str, speaker: str) -> None:
    words = "من المدينة القديمة نعلن أن العمل لن يتوقف"
    statement = read(f'{before} "{words}".').by_content(words)
    assert statement.speaker is not None
    assert speaker in (statement.speaker.name, *statement.speaker.names)


def test_the_main_clause_of_a_quoted_condition_is_said_too() -> None:
    got = read('وأضافت ليلى حداد "إذا ألغت البلدية رسومها على التجار" فإن الإضراب "سينتهي فورا".')
    assert got.contents == ['"إذا ألغت البلدية رسومها على التجار" فإن الإضراب "سينتهي فورا"']


def test_who_is_named_with_also_speaks_too() -> None:
    got = read('وأكد العمري، وكذلك رئيس الاتحاد رامي شاهين، في مقابلة أن "العمل يسير على ما يرام".')
    speaker = got.one().speaker
    assert speaker is not None
    assert "شاهين" in (speaker.name or "")


@pytest.mark.parametrize(
    "text",
    [
        'وجاء ذلك في تقرير ورد في صحيفة "المنار".',
        'وقال "نابين"، الذي كان ينتظر على الرصيف، وداعا.',
        '"آخر الصيادين"\nودع رامي شاهين رفاقه على الرصيف.',
        'وبعد اتهامه ب"سرقة الميناء"، واصل شاهين عمله.',
        'ورفع المتظاهرون لافتات "لا للرسوم".',
    ],
)
def test_a_name_or_a_term_in_marks_is_nobodys_words(text: str) -> None:
    assert not read(text).statements


@pytest.mark.parametrize(
    "before",
    [
        'وقال العمري في حديث مع "المرفأ نت"، على هامش المعرض، إن',
        'وقال العمري من المكتب الإعلامي في "غرفة العمليات المركزية في الجنوب" التابعة للبلدية',
    ],
)
def test_a_name_in_marks_that_a_preposition_governs_is_read_past(before: str) -> None:
    words = "العمل سيستمر في كل المدن طوال هذا الشتاء"
    assert read(f'{before} "{words}".').contents == [words]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("وقال الاتحاد البلدي ومقره سلوان في بيان", "الاتحاد البلدي"),
        ('وقالت "النسيم المحلية" في بيان عن التقرير الذي صدر أمس', "النسيم المحلية"),
        ("وبكت ليلى حداد قائلة", "ليلى حداد"),
        ("ونشر سالم العمري تغريدة على حسابه في تويتر", "سالم العمري"),
    ],
)
def test_seats_reports_and_posts_lead_to_words(before: str, speaker: str) -> None:
    words = "كان العام الماضي صعبا على كل من في الميناء"
    got = read(f'{before} "{words}".')
    statement = got.by_content(words)
    assert got.words(statement) == [words]
    assert statement.speaker is not None
    assert speaker in (statement.speaker.name, *statement.speaker.names)


def test_words_before_a_comma_and_another_report_are_no_name() -> None:
    got = read(
        'وقال سالم العمري "سيكون هناك بعض التجدد وكذلك بعض الاستمرار"، مذكرا بأن الميناء باق.'
    )
    assert got.contents[0] == "سيكون هناك بعض التجدد وكذلك بعض الاستمرار"


def test_a_purpose_within_a_quotation_does_not_bear_on_a_verb_behind_it() -> None:
    got = read('ويقول سالم العمري: "كان الوقت قصيرا ليعمل الناس"، ويضيف: "لم يساعدنا أحد هنا".')
    assert got.contents == ["كان الوقت قصيرا ليعمل الناس", "لم يساعدنا أحد هنا"]


def test_a_verb_with_a_w_of_its_own_stands_behind_a_particle() -> None:
    got = read('وكان سالم العمري قد وصف التفتيش بأنه "إجراء عادي لحماية الميناء".')
    assert got.contents == ['التفتيش بأنه "إجراء عادي لحماية الميناء"']


def test_what_somebody_is_charged_with_is_said_behind_the_occasion() -> None:
    got = read('واتهم سالم العمري البلدية في تغريدات له بمحاولة "تغيير نتائج المسابقة بالقوة".')
    assert got.contents == ['البلدية في تغريدات له بمحاولة "تغيير نتائج المسابقة بالقوة"']


def test_a_clause_goes_on_behind_the_tail_of_a_quotation() -> None:
    got = read(
        'ويقول العمري إنه "حصل على مبلغ كبير جدا" من عمله هناك، وأنه "أخفى دخله عن البلدية".'
    )
    assert got.contents == ['"حصل على مبلغ كبير جدا" من عمله هناك، وأنه "أخفى دخله عن البلدية"']


def test_the_title_of_a_text_before_its_clause_is_no_words() -> None:
    text = 'وجاء في تقرير للاتحاد البلدي وعنوانه "الميناء: عام من العمل الشاق على كل الأرصفة القديمة" إنه "كان عاما صعبا".'
    assert read(text).contents == ["كان عاما صعبا"]


def test_a_title_ends_behind_its_adjective() -> None:
    text = 'وكان وزير المالية المؤقت كتب في تغريدة أن "الميناء سيفتح أبوابه غدا".'
    assert read(text).speakers == ["salem-al-omari"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال آخر إن العمل بدأ في الميناء.", "آخر"),
        ('وأنهى العمري كلامه بالقول: "سنبدأ العمل في الميناء غدا".', "العمري"),
    ],
)
def test_another_one_and_how_somebody_ends_his_words_are_read(text: str, speaker: str) -> None:
    statement = read(text).one()
    assert statement.speaker is not None
    assert speaker in (statement.speaker.name, *statement.speaker.names)

"""Where what was said ends: before the next verb of whoever spoke, and before what the teller adds."""

from __future__ import annotations

import pytest

from riwaya.statements import tag

CUT = [
    # a bare object, and a verb of the same subject that و joins to it
    (
        "رفضت النقابة العرض الأخير وردت عليه بإضراب مفتوح.",
        ["العرض الأخير"],
    ),
    (
        "تنتقد الجمعية قانون الصيد وتعتبر أنه يضر القرى الساحلية.",
        ["قانون الصيد", "يضر القرى الساحلية"],
    ),
    (
        'نفى المدرب كل الشائعات واتهم منافسيه بـ"تشويه صورته".',
        ["كل الشائعات", 'منافسيه بـ"تشويه صورته"'],
    ),
    (
        "نفى المدرب كل الشائعات، واتهم أعضاء في النادي بتشويه صورته.",
        ["كل الشائعات", "أعضاء في النادي بتشويه صورته"],
    ),
    (
        "قال المحقق إن الشركة دفعت مبالغ لموظفين سابقين ووصف الأمر بأنه فضيحة.",
        ["الشركة دفعت مبالغ لموظفين سابقين", "الأمر بأنه فضيحة"],
    ),
]
TELLERS = [
    (
        'وصف المدرب أداء الفريق بـ"الباهت والمخيب" بعد خسارته أمام الضيوف.',
        'أداء الفريق بـ"الباهت والمخيب',
    ),
    ("أمرت البلدية بإغلاق السوق بعد أن تسربت المياه إلى المخازن.", "إغلاق السوق"),
    ("وعد الوزير بإصلاح الجسر عقب لقائه سكان القرية.", "إصلاح الجسر"),
    ('يصف النائب الخطة بأنها "حبر على ورق"، في تعبير يقصد به التقصير.', 'الخطة بأنها "حبر على ورق'),
    ("أشار الأطباء إلى أن الدواء آمن، ما أكدته هيئة الصحة.", "الدواء آمن"),
    ("أوضحت الجمعية أنها سجلت ألف طائر، وهي المرة الأولى التي تحصي فيها الطيور.", "سجلت ألف طائر"),
    ("أكد المدير أن الحريق أخمد، بينما لم ترد أنباء عن إصابات.", "الحريق أخمد"),
    ("أعلن النادي عودة اللاعب فيما بدا كمحاولة لإرضاء الجمهور.", "عودة اللاعب"),
    ('قال المحقق "إنها خدعة كبيرة للسكان" دون أن يذكر أسماء.', "إنها خدعة كبيرة للسكان"),
    ("أكد الوزير أن السد آمن، وذلك خلال زيارته للوادي.", "السد آمن"),
    ("أمر القاضي بإحالة التاجر للمحاكمة بعد نشر صور المخزن.", "إحالة التاجر للمحاكمة"),
    ("أعلنت البلدية هدم السوق ما أثار غضب التجار.", "هدم السوق"),
    ("أكد الوزير عودة المياه، على الرغم من شكاوى السكان.", "عودة المياه"),
    ("رفض المجلس خطة الميناء، المعروفة باسم خطة الرصيف.", "خطة الميناء"),
    ("قال الوزير إن الخط فتح، ويأتي ذلك قبل أسبوع من الموسم.", "الخط فتح"),
    ("قال الوزير في إشارة إلى أن الباب مفتوح، إن الحوار مستمر.", "الحوار مستمر"),
    ("نفى مكتب المدير ذلك في البداية، لكنه عاد واعترف.", "ذلك"),
    ("أكد المدير أن السد آمن، شدد في الوقت ذاته على أن الصيانة مستمرة.", "السد آمن"),
    ("قال المدير إن المصنع آمن، إلا أنه اعترف بأن صيانته تأخرت.", "المصنع آمن"),
    ("قال المدير إن المصنع آمن، إلا أن النقابة أكدت أن صيانته تأخرت.", "المصنع آمن"),
]
KEPT = [
    # an adjective, a verb of a thing that was told of, a verb of "his country"
    "اتفق الطرفان على الحاجة إلى إجراءات مالية وسياسية لوقف الأزمة.",
    "تتهم الوزارة الشركة ببناء سد يحجز مياه الوادي، ويهدد قراه بالعطش.",
    "قال السفير إن بلاده تدرس الطلب وتعتبر أنه معقول.",
    # a clause that وأن joins; an order for later; an aside between commas
    "أعلنت الجمعية منح الرسام المحلي، المعروف باسم شاهين الوادي، جائزتها الكبرى.",
    'قالت المدربة إن "الفريق كان متعبا جدا في المباراة"، وإن الحكم كان صارما.',
    "أمر القائد بوقف الغارات بعد نهاية العيد.",
    # by what means and to what end; apparently
    "أكد المدير أن المصنع سيوسع، وذلك بهدف تشغيل شبان القرية.",
    "أوضحت الجمعية أنها ستجمع التبرعات، وذلك عبر موقعها.",
    "قال الحارس إن اللص دخل فيما يبدو من النافذة.",
    # a clause about a thing; what is called so; what went by; charges without a comma; the foremost of them
    "ذكرت الصحيفة أن الشرطة أوقفت خلية مسلحة، قالت إنها خطيرة.",
    "اعتبر الوزير ذلك في مصلحة بلاده.",
    'أكد الحارس أن "الجزء الأصعب" من العاصفة قد مضى، "وغدا تشرق الشمس".',
    "نفى النادي الاتهامات التي وجهتها له الصحيفة.",
    "ذكر السكان أن السيول أغرقت القرى القريبة، وأبرزها العين والسدرة.",
    # what happened, and when; what is still to come; why
    'أعلن الجيش سقوط طائرة من طراز "نسر 3" بعد إقلاعها من المطار.',
    "وعد الوزير بإصلاح الجسر بعد أن تنتهي أعمال السد.",
    "أكد الخبير أن السد لن ينهار، ما لم تهطل أمطار غزيرة.",
    "قال الوزير إن الخطة صعبة، إلا أن البلاد تحتاج إليها.",
    "حذر الخبير من موجات حر وبيانات ناقصة عن الطقس.",
]


@pytest.mark.parametrize(("text", "contents"), CUT)
def test_the_next_verb_of_the_same_subject_ends_what_was_said(
    text: str, contents: list[str]
) -> None:
    assert [_words(text, s.content) for s in tag(text)] == contents


@pytest.mark.parametrize(("text", "content"), TELLERS)
def test_what_the_teller_adds_is_no_part_of_it(text: str, content: str) -> None:
    assert _words(text, tag(text)[0].content).rstrip('"') == content


@pytest.mark.parametrize("text", KEPT)
def test_what_only_looks_like_the_next_verb_ends_nothing(text: str) -> None:
    assert text.endswith(_words(text, tag(text)[0].content) + ".")


def _words(text: str, content: tuple[tuple[int, int], ...]) -> str:
    return " | ".join(text[start:end] for start, end in content)


def test_a_verb_behind_its_own_subject_and_qad_ends_nothing() -> None:
    text = "قالت الصحيفة إن بلدية الميناء قد وافقت، على رسوم جديدة للسفن."
    assert _words(text, tag(text)[0].content) == "بلدية الميناء قد وافقت، على رسوم جديدة للسفن"
    text = "ذكرت الصحيفة أن الأمطار وفيرة، وقد وافقت البلدية على توسيع السد."
    assert _words(text, tag(text)[0].content) == "الأمطار وفيرة"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("رفضت الشركة التي تملك المصنع هذه الاتهامات.", "هذه الاتهامات"),
        ("نفى المتحدث الذي يمثل النادي أي صلة بالحريق.", "أي صلة بالحريق"),
        ("نفى النادي الذي ينتمي له اللاعب تلك المزاعم، واصفا إياها بالكاذبة.", "تلك المزاعم"),
        ("نفت الحكومة المعترف بها دوليا تقارير عن هدنة.", "تقارير عن هدنة"),
    ],
)
def test_a_bare_object_begins_behind_what_tells_more_of_the_subject(
    text: str, content: str
) -> None:
    assert _words(text, tag(text)[0].content) == content


def test_a_noun_with_its_pronoun_is_no_description_of_the_subject() -> None:
    text = "أعلن الجيش السيطرة عليه وقطع طرق الإمداد."
    assert _words(text, tag(text)[0].content) == "السيطرة عليه وقطع طرق الإمداد"


def test_an_age_is_no_content() -> None:
    text = "اعترفت سيدة بعمر 30 عاما بأنها أخفت الوثائق."
    assert _words(text, tag(text)[0].content) == "أخفت الوثائق"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وصفته النقابة بأنه خطوة متسرعة.", "خطوة متسرعة"),
        ('وتصفها الجمعية بأنها "كارثة" للوادي.', '"كارثة" للوادي'),
        ("واتهمهم المدير بأنهم عطلوا العمل.", "عطلوا العمل"),
        ("وصفت النقابة القرار بأنه متسرع.", "القرار بأنه متسرع"),
        ("يناشد المزارعون الحكومة من أجل وضع خطة للري.", "وضع خطة للري"),
    ],
)
def test_what_somebody_is_called_begins_behind_its_introducer(text: str, content: str) -> None:
    assert [_words(text, s.content) for s in tag(text)] == [content]


def test_a_quotation_that_another_verb_calls_somebody_is_that_verbs() -> None:
    text = 'ردت النقابة بغضب على القرار الذي وصفته بأنه "متسرع وخطير وظالم جدا".'
    found = {text[slice(*s.cue)]: _words(text, s.content) for s in tag(text) if s.cue}
    assert found["وصفته"] == "متسرع وخطير وظالم جدا"
    assert "ردت" not in found


def test_one_in_so_many_speaks() -> None:
    text = "قال ما يزيد على واحد من أصل كل 4 سكان (25 بالمئة) إن الحي هادئ."
    found = tag(text)[0]
    assert _words(text, found.content) == "الحي هادئ"
    assert found.speaker is not None
    assert (found.speaker.name or "").startswith("ما يزيد على واحد من أصل")

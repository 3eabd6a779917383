"""What further unread pages showed: who is apposed, what marks hold behind whom they call on, stands; our own sentences."""

from __future__ import annotations

from statements_support import read


def test_a_name_between_commas_is_whom_a_definite_noun_describes() -> None:
    got = read("قالت الطاهية السلوانية، ليلى حداد، إن الطبق سهل.")
    assert got.speakers == ["layla-haddad"]
    got = read("قال الرجل المسن، وهو من أرمادا، إن الطريق وعر.")
    assert got.speakers != ["armada"]


def test_a_text_is_not_who_spoke_in_it() -> None:
    got = read("تحدث سالم العمري عن كذا. وجاء القرار بعد خطاب طويل استغرق ساعة، قال فيه إنه باق.")
    assert got.speakers[-1] == "salem-al-omari"


def test_who_speaks_in_a_session_may_stand_between_commas() -> None:
    got = read("عقدت جلسة حول المياه، قال فيها، سالم العمري، مبعوث الهيئة، إن السدود امتلأت.")
    assert (got.contents, got.speakers) == (["السدود امتلأت"], ["salem-al-omari"])


def test_marks_may_open_with_what_the_verb_governs() -> None:
    got = read('دعا سالم العمري المحتجين "للعودة إلى منازلهم".')
    assert got.contents == ["للعودة إلى منازلهم"]
    got = read('ناشد سالم العمري السكان "بالعودة إلى منازلهم".')
    assert got.contents == ["بالعودة إلى منازلهم"]


def test_somebody_is_told_of_a_stand() -> None:
    got = read("أبلغ سالم العمري الوفد رفضه أي تدخل في الملف.")
    assert (got.contents, got.speakers) == (["رفضه أي تدخل في الملف"], ["salem-al-omari"])
    assert got.statements[0].addressee is not None
    assert read("وأبلغت الشركة الزبائن موعد التسليم.").contents == []


def test_his_own_words_may_have_a_preposition() -> None:
    got = read('ذكر سالم العمري أن اللجنة ارتكبت أخطاء "فادحة" وفقا لوصفه.')
    assert got.contents == ['اللجنة ارتكبت أخطاء "فادحة"']


def test_what_is_expected_begins_behind_where_they_are() -> None:
    got = read("يتوقع خبراء الأرصاد في سلوان هطول المزيد من الأمطار.")
    assert got.contents == ["هطول المزيد من الأمطار"]


def test_a_head_goes_with_this_and_a_noun() -> None:
    got = read("أعلن ممثلو هذه الكتلة التوصل إلى اتفاق مبدئي.")
    assert got.contents == ["التوصل إلى اتفاق مبدئي"]


def test_men_in_the_oblique_begin_an_object() -> None:
    got = read("واتهمت منظمة حقوقية بارزة مسلحي الحركة بخطف رهائن.")
    assert got.contents == ["مسلحي الحركة بخطف رهائن"]


def test_what_somebody_had_announced_is_the_tellers() -> None:
    got = read("أعلن سالم العمري أن الجسر فتح، وكان رئيس البلدية قد أعلن إغلاقه.")
    assert got.contents[0] == "الجسر فتح"


def test_a_participle_alone_leaves_its_speaker_to_the_next_sentence() -> None:
    got = read(
        'وأثار القرار غضب سالم العمري، قائلا: "هذا خطأ كبير لا يغتفر". وأضاف: "لن نسكت عنه".'
    )
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]


def test_what_something_is_called_may_follow_an_aside() -> None:
    got = read('وصف سالم العمري قرار البلدية، وهو القرار الذي صدر أمس، بأنه "قرار ظالم".')
    assert got.contents == ['قرار البلدية، وهو القرار الذي صدر أمس، بأنه "قرار ظالم"']


def test_in_front_of_is_no_imam() -> None:
    got = read("قال سالم العمري أمس. وقال أمام هذا المؤتمر إن العمل بدأ.")
    assert got.speakers == ["salem-al-omari"]


def test_a_participle_goes_on_with_whom_the_clause_is_ascribed_to() -> None:
    got = read("شدد البرلمان شروط الإقامة، كما قال سالم العمري داعيا المدينة إلى التراجع عنها.")
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]
    got = read("قال سالم العمري إن الجسر مغلق، وفق ما نقلت صحيفة المدى، مضيفا أن العمل بدأ.")
    assert got.speakers[-1] == "salem-al-omari"


def test_a_second_verb_of_the_same_words_is_passed() -> None:
    got = read("ولم تنف أرمادا أو تؤكد شنها هذه الضربات.")
    assert got.contents == ["شنها هذه الضربات"]


def test_whom_a_charge_was_about_is_then_called_on() -> None:
    got = read("اتهم سالم العمري حزب المدى بارتكاب جرائم، وطالب الحزب بالخروج من المدينة.")
    assert got.speakers == ["salem-al-omari", "salem-al-omari"]


def test_two_marks_that_nothing_opens_hold_words_between_them() -> None:
    got = read('قال سالم العمري إن المجالس السابقة في المدينة،" أساءت للسكان" عندما رفعت الرسوم.')
    assert got.contents == ['المجالس السابقة في المدينة،" أساءت للسكان" عندما رفعت الرسوم']


def test_a_relative_clause_may_hold_two_verbs() -> None:
    got = read(
        "قال سالم العمري إن الوقت مناسب بعد القوانين التي أصدرتها المدينة وأقرها المجلس أمس."
    )
    assert got.contents == ["الوقت مناسب بعد القوانين التي أصدرتها المدينة وأقرها المجلس أمس"]
    got = read("قال سالم العمري إن الوقت مناسب وأيده المدير.")
    assert got.contents == ["الوقت مناسب"]


def test_a_picture_is_sent_with_words() -> None:
    got = read('نشر سالم العمري صورا على حسابه وأرفقها بعبارة "عدنا إلى البيت" بالإنكليزية.')
    assert got.contents == ["عدنا إلى البيت"]


def test_a_mark_that_nothing_opened_ends_no_clause_that_goes_on() -> None:
    got = read('قال سالم العمري إن العمل بدأ في المدينة" وسيستمر حتى المساء.')
    assert got.contents == ["العمل بدأ في المدينة | وسيستمر حتى المساء"]
    got = read('قال سالم العمري إن العمل بدأ في المدينة"، مضيفا أن النتائج جيدة.')
    assert got.contents == ["العمل بدأ في المدينة", "النتائج جيدة"]

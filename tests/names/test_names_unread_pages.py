"""What reading pages that nobody had read showed: facilities, people called so, slips, ways from and to."""

from __future__ import annotations

import pytest

from riwaya.names import tag
from riwaya.names.slips import misspelt_state


def names(text: str, date: str | None = None) -> dict[str, str | None]:
    return {m.text: m.entity for m in tag(text, date) if m.kind == "name"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("تعرض مطار الحديدة الدولي لقصف ليلا", "مطار الحديدة الدولي"),
        ("نقل السجناء إلى سجن حلب المركزي أمس", "سجن حلب المركزي"),
        ("أغلقت السلطات ميناء طرطوس شهرا", "ميناء طرطوس"),
    ],
)
def test_a_facility_is_called_by_its_place(text: str, name: str) -> None:
    assert name in names(text)


def test_whoever_is_said_to_be_called_so_is_named() -> None:
    assert list(names('أصيب القيادي المدعو زهير قطمان والمكنى "أبو لبان" في الغارة')) == [
        "زهير قطمان", "أبو لبان",
    ]  # fmt: skip


def test_an_envoy_s_name_stands_behind_his_post() -> None:
    assert "زفريل هارمون" in names("وصرح سفير إسرائيل في كراكاس زفريل هارمون بأن القرار صائب")


@pytest.mark.parametrize(
    ("word", "state"),
    [("بارغواي", "paraguay"), ("ولنيجريا", "nigeria"), ("قيرغيزستان", "kyrgyzstan")],
)
def test_a_state_is_known_one_slip_away(word: str, state: str) -> None:
    found = misspelt_state(word)
    assert (found and found[2]) == state


@pytest.mark.parametrize("word", ["البنغال", "العمارات", "الصويت", "المسرب", "باكستاني"])
def test_another_word_is_no_slip_of_a_state(word: str) -> None:
    assert misspelt_state(word) is None


def test_a_capital_on_the_way_is_the_town() -> None:
    assert names("أقلعت الطائرة من باريس إلى القاهرة")["باريس"] == "paris"


def test_a_common_word_that_is_a_given_name_too_names_nobody() -> None:
    assert names("وأضاف أن هذا قرار عادل وشجاع") == {}


def test_a_firm_has_the_rest_of_its_name() -> None:
    assert "كهرباء" not in names("أعلنت مؤسسة كهرباء لبنان زيادة الإنتاج")
    assert "مؤسسة كهرباء لبنان" in names("أعلنت مؤسسة كهرباء لبنان زيادة الإنتاج")


def test_a_surname_that_begins_like_a_verb_to_come_stays() -> None:
    assert "دانيال سيبارلوث" in names("أفرج الجمعة عن دانيال سيبارلوث رئيس البلدية السابق")


def test_a_verb_to_come_ends_no_name() -> None:
    assert "دانيال" in names("أعلن الوزير أن دانيال سيزور المدينة")


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("وقالت وزارة الصحة في غزة إن ثلاثة أصيبوا", "وزارة الصحة", "palestinian-health-ministry"),
        ("تعرضت وزارة الخارجية لهجوم، قال وزير الخارجية الألماني", "وزارة الخارجية", "german-foreign-ministry"),
        ("شددت فرنسا على ذلك. وأوضحت وزارة التربية والتعليم الأمر", "وزارة التربية والتعليم", "french-education-ministry"),
    ],
)  # fmt: skip
def test_a_ministry_without_a_nationality_is_one_of_the_page_s(
    text: str, name: str, entity: str
) -> None:
    assert names(text)[name] == entity


def test_a_ministry_of_nobody_knows_where_is_only_named() -> None:
    found = names("شددت فرنسا وإسبانيا على ذلك. وأوضحت وزارة الصحة الأمر")
    assert found["وزارة الصحة"] not in ("french-health-ministry", "spanish-health-ministry")


def test_letters_in_a_row_name_a_body() -> None:
    assert "إيه.آر.دي" in names("وقال الوزير لتلفزيون (إيه.آر.دي) إن الحوار مستمر")
    assert "دي إن إيه" not in names("أظهر تحليل دي إن إيه نتيجة أخرى")


@pytest.mark.parametrize("text", ["تمر الشركة بمأزق مالي كبير", "وقع خلاف مالي بين الشركتين"])
def test_an_adjective_is_no_state(text: str) -> None:
    assert "مالي" not in names(text)


def test_a_state_that_is_an_adjective_too_is_known_behind_a_preposition() -> None:
    assert names("انتشرت قوات أممية في مالي")["مالي"] == "mali"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("بحسب تقرير بوسطن كونسلتينغ غروب للعام الجاري", "بوسطن كونسلتينغ غروب"),
        ("افتتح متجر جديد في دبي مول أمس", "دبي مول"),
        ("رئيس البلدية السابق لسان كريستوفار", "سان كريستوفار"),
        ("كان زميله ألبين زكدال في الملعب", "ألبين زكدال"),
    ],
)
def test_foreign_words_make_one_name(text: str, name: str) -> None:
    assert name in names(text)


def test_what_a_magazine_is_like_is_not_its_name() -> None:
    assert names("نشرت ذلك مجلة مخصصة لأسلوب الحياة") == {}


def test_a_town_is_not_called_by_what_it_is_like() -> None:
    assert names("صارت المدينة مدينة أشباح بعد الحرب") == {}


def test_a_club_is_not_the_state_that_is_written_so() -> None:
    assert names("لاعب وسط نادي بولونيا")["بولونيا"] != "poland"


def test_a_name_with_a_middle_part_is_the_known_person_s() -> None:
    assert names("قال الرئيس باراك حسين أوباما أمس")["باراك حسين أوباما"] == "barack-obama"
    assert names("قالت أنغيلا دوروتيا ميركل أمس")["أنغيلا دوروتيا ميركل"] == "angela-merkel"


def test_a_name_of_several_words_is_found_wherever_it_stands() -> None:
    text = "قال رئيس معهد العالم العربي في باريس إن العرض مجاني.\nالنشاط بمعهد العالم العربي توقف"
    assert [m.text for m in tag(text) if m.text == "معهد العالم العربي"] == [
        "معهد العالم العربي"
    ] * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("رفع الكفاءة في الهيئة العامة للاستثمار العام المقبل", "الهيئة العامة للاستثمار"),
        (
            "أعلنت المفوضية العليا المستقلة للانتخابات النتائج",
            "المفوضية العليا المستقلة للانتخابات",
        ),
        ("فاز الفيلم في مهرجان كان السينمائي", "مهرجان كان السينمائي"),
        ("دارت المعارك على جبل جميطة القريب", "جبل جميطة"),
        ("تشارك خولة السباط بفيلمها", "خولة السباط"),
    ],
)
def test_heads_and_given_names_show_a_name(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "تفرض مدينة سويدية رسوما",
        'استهدف الصاروخ منطقة "مدنية وآهلة" أمس',
        "عينت كرئيسة شرف لهذه الدورة",
    ],
)
def test_descriptions_name_nothing(text: str) -> None:
    assert names(text) == {}


def test_a_page_s_surname_is_known_with_a_slip() -> None:
    assert names("قال بنيامين نتنياهو ذلك. كتب نتياهو أمس")["نتياهو"] == "benjamin-netanyahu"


def test_the_capital_behind_its_word_is_the_town() -> None:
    assert names("المنطقة المتاخمة للعاصمة دمشق")["دمشق"] == "damascus"


def test_a_capital_that_is_accused_is_the_state() -> None:
    assert names("واتهم أنقرة بقصف المدنيين")["أنقرة"] == "turkey"


def test_ali_is_a_name_where_the_preposition_is_written_otherwise() -> None:
    assert "علي صبري حمادي" in names("ترشح على اللائحة وعلي صبري حمادي أيضا")


def test_an_office_of_old_has_its_name_behind_it() -> None:
    assert "كامل الأسطع" in names("قال رئيس مجلس النواب الأسبق كامل الأسطع ذلك")


def nominals(text: str) -> dict[str, str | None]:
    return {m.text: m.entity for m in tag(text) if m.kind == "nominal"}


@pytest.mark.parametrize(
    ("text", "again", "entity"),
    [
        ("أعلنت شركة فولكس فاغن ذلك. وقالت الشركة إنها ستستثمر", "الشركة", "volkswagen"),
        ("ذكرت صحيفة نيويورك تايمز ذلك. وأوضحت الصحيفة أن الاتفاق قريب", "الصحيفة", "new-york-times"),
        ("هاجم تنظيم الدولة الإسلامية البلدة. ونشر التنظيم بيانا", "التنظيم", "isis"),
        ("زار الوفد مطار دمشق الدولي. وأغلق المطار بعدها", "المطار", "damascus-airport"),
        ("أعلن حلف شمال الأطلسي ذلك. وكلف الأمر لحلف مالا", "لحلف", "nato"),
    ],
)  # fmt: skip
def test_a_body_told_again_by_what_it_is(text: str, again: str, entity: str) -> None:
    found = nominals(text.replace("الأمر لحلف", "الأمر للحلف"))
    assert found[again] == entity


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت شركة فولكس فاغن ذلك. وقالت الشركة المشغلة للبرج إنها تنتظر",
        "أعلنت شركة فولكس فاغن ذلك. وقالت الصحيفة إنها تنتظر",
        "قالت الشركة إنها تنتظر، كما أعلنت شركة فولكس فاغن",
    ],
)
def test_a_body_is_not_told_by_what_it_is_not_or_not_yet(text: str) -> None:
    assert nominals(text) == {}


def test_a_body_is_known_by_a_part_of_its_name() -> None:
    found = names("قالت شركة سوميتارو فورستري إنها تبني البرج. وتوقعت شركة سوميتارو انخفاض التكلفة")
    assert found["سوميتارو"] == found["سوميتارو فورستري"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("في مؤتمر رابطة القلب الأميركية بالمدينة", "رابطة القلب الأميركية"),
        ("أدارت مؤسسة دونالد ترامب الفندق", "مؤسسة دونالد ترامب"),
        ("أرقام تقرير #هيئة_السوق_المالية أمس", "هيئة_السوق_المالية"),
        ("تصاعد الدخان في حي غوط الشعيل أمس", "غوط الشعيل"),
    ],
)
def test_heads_reach_over_what_follows(text: str, name: str) -> None:
    assert name in names(text)


def test_the_west_of_a_town_is_a_direction() -> None:
    assert names("إلى الغرب من المدينة") == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وصل جورج كلوني وزوجته أمل علم الدين مساء", "أمل علم الدين"),
        ("تحدث كبير أساقفة كانتربري جاستن ويلبر أمس", "جاستن ويلبر"),
        ("أقيم الحفل في كنيسة القديس جاورجيوس أمس", "كنيسة القديس جاورجيوس"),
        ("فستان من تصميم دار \"زيفانشي\" الفرنسية", "زيفانشي"),
        ("بكت والدتها دوريا راغلاند كثيرا", "دوريا راغلاند"),
        ("زار مركز الدراسات والشؤون الإعلامية أمس", "مركز الدراسات والشؤون الإعلامية"),
        ("خسر أمام تشسكا موسكو أمس", "تشسكا موسكو"),
    ],
)  # fmt: skip
def test_names_reach_as_far_as_they_do(text: str, name: str) -> None:
    assert name in names(text)


def test_a_prince_is_called_by_his_given_name() -> None:
    found = names("قال الأمير الوليد بن طلال إنه مرتاح. ونفى الوليد الاتهامات")
    assert found["الوليد"] == found["الوليد بن طلال"]


def test_a_joined_name_is_read_without_its_conjunction() -> None:
    assert names("تزوج هاري وميغن ماركل أمس")["ميغن ماركل"] == "meghan-markle"


def test_kin_shows_a_person_where_a_place_is_written_so() -> None:
    found = {m.text: m.type for m in tag("وصل ديفيد بيكهام وزوجته فيكتوريا أمس")}
    assert found["فيكتوريا"] == "PER"


@pytest.mark.parametrize(
    "text",
    [
        "كان الزعيم الفرنسي مصدرا للبهجة",
        "قال إن الرئيس ضيق الصدر",
        "عمل موظفا في بنك استثماري",
        "أنا سعيد أني هنا",
    ],
)
def test_adjectives_and_nouns_behind_an_office_name_nobody(text: str) -> None:
    assert names(text) == {}


def test_a_verb_that_is_a_given_name_too_is_left_before_a_surname() -> None:
    found = names("توصلت كارين مكدوغلان لاتفاق. ورفعت مكدوغلان دعوى قضائية")
    assert set(found) == {"كارين مكدوغلان", "مكدوغلان"}


def test_a_prince_is_no_emir_of_a_kingdom() -> None:
    found = tag("قال الأمير الوليد بن طلال إنه مرتاح. وأضاف الأمير السعودي ذلك", "2018-03-01")
    assert {m.entity for m in found if m.text == "الأمير السعودي"} == {"alwaleed-bin-talal"}


def test_the_royal_court_is_the_page_s() -> None:
    found = names("زار الأمير السعودية. وقال المستشار في الديوان الملكي ذلك")
    assert found["الديوان الملكي"] == "saudi-royal-court"


def test_a_name_in_marks_ends_with_them() -> None:
    assert "وحدات حماية الشعب" in names('طرد مسلحي "وحدات حماية الشعب" الكردية من البلدة')


def test_a_given_name_that_is_a_common_word_belongs_to_a_known_surname() -> None:
    assert (
        names("ودعا الوزير مولود جاويش أوغلو إلى الهدوء")["مولود جاويش أوغلو"] == "mevlut-cavusoglu"
    )


@pytest.mark.parametrize(
    "text",
    ["أدى الإعصار إلى سيول حاصرت المنازل", "وغمرت المياه قرى وأحياء، مخلفاً سبعة مفقودين"],
)
def test_torrents_and_districts_are_no_places(text: str) -> None:
    assert names(text) == {}


def test_a_state_is_meant_where_the_page_names_it_in_full() -> None:
    found = names("ضرب الإعصار سقطرى وعمان. وأغلقت سلطنة عمان الموانئ")
    assert found["عمان"] == "oman"


def test_what_is_moved_is_moved_from_the_town() -> None:
    assert names("بعد قرار نقلها من باريس، الذي أثار جدلا") == {"باريس": "paris"}


def test_a_district_of_two_words_is_one_name() -> None:
    assert "ذي السفان" in names("تطل على مديرية ذي السفان القريبة")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("سقطت الطائرة قبالة مطار تشوركا الدولي أمس", "مطار تشوركا الدولي"),
        ("أقلعت من جزيرة وينو في المساء", "وينو"),
        ("إن منفذ الهجوم يدعى رضوان لقديم ويبلغ من العمر 26 عاما", "رضوان لقديم"),
        ("ثم ننتقل إلى وعيد ترامب للجميع", "ترامب"),
        ("زار بابوا نيوغينيا أمس", "بابوا نيوغينيا"),
    ],
)
def test_first_letters_belong_to_the_name_or_do_not(text: str, name: str) -> None:
    assert name in names(text)


def test_talks_are_held_in_a_town() -> None:
    assert names("انطلقت محادثات باريس أمس")["باريس"] == "paris"
    assert names("انطلقت محادثات باريس وأنقرة أمس")["باريس"] == "france"


def test_the_agency_told_again_is_no_relay_where_another_is_one() -> None:
    text = "رفعت وكالة فيتش الدرجة، وفقا لوكالة فرانس برس. وقالت الوكالة في بيان ذلك"
    found = {m.text: m.entity for m in tag(text)}
    assert found["الوكالة"] == found["وكالة فيتش"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("تزامنت مع عيد ميلاد الأميرة كريستينا الثالث والخمسين", "كريستينا"),
        ("قال زعيم حزب الوصال اليميني المتطرف", "حزب الوصال"),
        ("قال المتحدث الليفتنانت كولونيل مارتن أودونيل ذلك", "مارتن أودونيل"),
        ("استهدفت حركة طالبان باكستان المدرسة", "حركة طالبان باكستان"),
        ("وأقال رئيس البنك المركزي الإيراني ولي الله سيف", "ولي الله سيف"),
    ],
)
def test_titles_ordinals_and_adjectives_stay_outside(text: str, name: str) -> None:
    assert name in names(text)


def test_a_son_s_short_name_is_his_father_s_son() -> None:
    found = names(
        "قال الشيخ سلطان بن سحيف آل ثاني ذلك. وأضاف سلطان بن سحيف أمرا. واستغرب بن سحيف الأمر"
    )
    assert len({e for n, e in found.items() if "سحيف" in n}) == 1
    assert "بن سحيف" in found


def test_the_page_s_king_goes_before_another_of_that_name() -> None:
    found = names("لكن الملك فيليب السادس حاول ذلك. وجردهما الملك فيليب من اللقب")
    assert found["فيليب"] == found["فيليب السادس"]


@pytest.mark.parametrize(
    "text", ["استهدفت الغارة صيدا ثمينا", "خمسة أيام لقضاء عقوبته", "انخفض الريال إلى أقل مستوياته"]
)
def test_common_nouns_are_no_towns_and_no_clubs(text: str) -> None:
    assert names(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وكان المرجع الشيعي آية الله علي السيستاني قد انتقد السياسيين", "علي السيستاني"),
        ("منذ سنوات زار الشيخ زايد الصين", "زايد"),
        ("عملا في جامعة ستوكهولم للعلوم والتكنولوجيا عامين", "جامعة ستوكهولم للعلوم والتكنولوجيا"),
        ("أنشأت الصندوق الوطني لتنمية المشاريع قبل عام", "الصندوق الوطني لتنمية المشاريع"),
    ],
)
def test_styles_stay_outside_and_fields_inside(text: str, name: str) -> None:
    assert name in names(text)


def test_a_kunya_of_somebody_unknown_is_not_a_known_one_s() -> None:
    assert "yasser-arafat" not in names("أقدم المشرف المدعو أبو عمار على نهب المولدات").values()


def test_oman_is_meant_where_nothing_tells_of_jordan() -> None:
    assert names("تصنف عمان في المرتبة الثلاثين، والكويت في المرتبة الستين")["عمان"] == "oman"


def test_in_is_no_letter_of_an_acronym() -> None:
    assert "آي دي سي" in names("قال محللون في آي دي سي إن المبيعات ارتفعت")


@pytest.mark.parametrize("text", ["الشركة الأم", "الشركة المصرية للدخان"])
def test_another_firm_is_not_the_one_told_of(text: str) -> None:
    assert not any(
        kind == "الشركة" or kind.startswith("الشركة ")
        for kind in nominals(f"أعلنت شركة فولكس فاغن ذلك. وقالت {text} إنها تنتظر")
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("جاء ذلك في مقابلة بن سلمان مع القناة", "بن سلمان"),
        ("وكان عمر كيم جونغ أون ثلاثين عاما", "كيم جونغ أون"),
        ("قال وانغ مي سفير بلاده إن لي دي سفير أيضا", "وانغ مي"),
        ("مرر الكرة لزميله تورفالسن رصدها الحارس", "تورفالسن"),
        ("أما النائب المخضرم حمدي شوقي فينتمي إلى الحزب", "حمدي شوقي"),
        ("حضر زفاف ابن عبد الرحمن الخليلي أمس", "عبد الرحمن الخليلي"),
        ("عاش خالد ابن الوليد في حمص", "خالد ابن الوليد"),
    ],
)
def test_words_of_the_sentence_stay_outside_a_name(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    ["وأدى التساقط الكثيف للثلوج إلى قطع الطرق", "وبقيت الأم وابنها وابنتها متوارين عن الأنظار",
     "قال إن الوزير السابق كلفه بإبلاغ السلطات"],
)  # fmt: skip
def test_verbs_and_kin_name_nobody(text: str) -> None:
    assert names(text) == {}


def test_a_valley_is_named_where_a_verb_is_written_otherwise() -> None:
    assert "وادي الزيتون" in names("سيطر الجيش على وادي الزيتون")


def test_a_son_is_told_from_his_father() -> None:
    found = names("قال ترامب الابن إنه لم يعلم، وأضاف فيكتور أوربان الابن")
    assert found["ترامب الابن"] == "donald-trump-jr"
    assert "فيكتور أوربان الابن" in found
    assert found["فيكتور أوربان الابن"] != "viktor-orban"


def test_an_adjective_in_the_accusative_is_no_state() -> None:
    assert names("اعتقلت السلطات تاجرا ليبيا أمس") == {}
    assert "ليبيا" in names("ثم زار الوزير ليبيا أمس")

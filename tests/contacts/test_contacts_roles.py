"""Who takes part without a name: offices, delegations, members; who comes somewhere; how each is shown."""

from __future__ import annotations

import pytest

from riwaya.engine.pipeline import analyse
from riwaya.model import Contact
from riwaya.reading.page import page_from_record


def contacts(text: str, title: str = "أخبار المساء") -> list[Contact]:
    record = {"title": title, "text": text, "published": "2019-03-06T09:00:00Z"}
    return list(analyse(page_from_record("p1", record)).contacts)


def told(contact: Contact) -> tuple[str, str, list[str | None]]:
    return contact.kind, contact.status, [p.entity or p.name for p in contact.parties]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "واستقبل الملك الأردني عبد الله الثاني رئيس بلدية العقبة في قصره.",
            ("meeting", "held", ["king-abdullah-ii", "رئيس بلدية العقبة"]),
        ),
        (
            "وسيجتمع الوزير المصري سامح شكري مع مسؤول عراقي في القاهرة.",
            ("meeting", "planned", ["sameh-shoukry", "مسؤول عراقي"]),
        ),
        (
            "وعقد الرئيس الروسي فلاديمير بوتين اجتماعا مع ممثلي المعارضة السورية.",
            ("meeting", "held", ["vladimir-putin", "ممثلي المعارضة السورية"]),
        ),
        (
            "والتقى الوزير الروسي سيرغي لافروف وفدا برلمانيا إيرانيا.",
            ("meeting", "held", ["sergei-lavrov", "وفدا برلمانيا إيرانيا"]),
        ),
        (
            "وزار دبلوماسيون نرويجيون طهران.",
            ("visit", "held", ["دبلوماسيون نرويجيون", "iran"]),
        ),
    ],
)
def test_a_party_without_a_name_is_told_by_the_words_of_the_page(
    text: str, expected: tuple[str, str, list[str | None]]
) -> None:
    assert told(contacts(text)[0]) == expected


def test_an_office_that_one_person_of_the_page_holds_is_that_person() -> None:
    text = (
        "قال المبعوث الأممي إلى اليمن مارتن غريفيث إن الهدنة صامدة.\n"
        "وأجرى المبعوث الأممي محادثات مع الرئيس اليمني عبد ربه منصور هادي."
    )
    (contact,) = contacts(text)
    assert contact.parties[0].entity == "martin-griffiths"


def test_a_class_of_leaders_is_nobody() -> None:
    assert contacts("وهي أول قمة بين رئيس أميركي وزعيم كوري شمالي.") == []


@pytest.mark.parametrize(
    "text",
    [
        "وصل الرئيس المصري عبد الفتاح السيسي إلى موسكو الأربعاء.",
        "وفي وقت لاحق وصل إلى موسكو الرئيس المصري عبد الفتاح السيسي.",
        "وتوجه الرئيس المصري عبد الفتاح السيسي إلى روسيا.",
        "وجاء الإعلان بعد وصول الرئيس المصري عبد الفتاح السيسي إلى موسكو.",
    ],
)
def test_the_coming_of_an_office_holder_to_another_state_is_a_visit(text: str) -> None:
    (visit,) = contacts(text)
    assert told(visit) == ("visit", "held", ["abdel-fattah-el-sisi", "russia"])


@pytest.mark.parametrize(
    "text",
    [
        "وصل الرئيس المصري عبد الفتاح السيسي إلى القاهرة.",  # home
        "ووصلت المساعدات إلى دمشق.",
        "ووصل الطالب كريم الساعاتي إلى روسيا للدراسة.",  # of no office
    ],
)
def test_other_arrivals_are_no_visits(text: str) -> None:
    assert contacts(text) == []


def test_a_visit_to_two_states_is_two() -> None:
    found = contacts("ويزور الوزير الروسي سيرغي لافروف الأردن ومصر.")
    assert [told(c)[2] for c in found] == [["sergei-lavrov", "jordan"], ["sergei-lavrov", "egypt"]]


def test_two_visitors_are_no_hosts_of_one_another() -> None:
    text = "وعلق على زيارة الرئيس الروسي فلاديمير بوتين والوزير المصري سامح شكري بالترحيب."
    assert contacts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "وقال الرئيس الإيراني حسن روحاني إنه يرغب في لقاء مع الرئيس الروسي فلاديمير بوتين.",
        "وأعلن الرئيس الإيراني حسن روحاني استعداده للدخول في محادثات مع روسيا.",
    ],
)
def test_what_is_only_wished_for_is_no_contact(text: str) -> None:
    assert contacts(text) == []


def test_whoever_hands_a_letter_over_takes_no_part_in_it() -> None:
    text = (
        "وسلم السفير المصري رسالة من الرئيس المصري عبد الفتاح السيسي "
        "إلى الرئيس الروسي فلاديمير بوتين."
    )
    (letter,) = contacts(text)
    assert told(letter) == ("letter", "held", ["abdel-fattah-el-sisi", "vladimir-putin"])
    assert letter.initiator is not None
    assert letter.initiator.entity == "abdel-fattah-el-sisi"


def test_a_party_is_shown_by_its_name_and_not_by_a_description() -> None:
    text = (
        "قال الوزير الأردني أيمن الصفدي إن المعبر مفتوح.\n"
        "وزار الوزير المصري سامح شكري بلاده بعد زيارة للعراق، والتقى نظيره الأردني."
    )
    names = {p.entity: p.name for c in contacts(text) for p in c.parties}
    assert names["ayman-safadi"] == "أيمن الصفدي"
    assert "نظيره الأردني" not in names.values()


def test_a_place_behind_the_article_and_a_preposition_has_its_article() -> None:
    (visit,) = contacts("وأنهى الوزير الروسي سيرغي لافروف زيارته للقاهرة.")
    assert visit.place is not None
    assert visit.place.name == "القاهرة"
    start, end = visit.evidence["place"][0]
    assert end > start


@pytest.mark.parametrize(
    ("text", "visitor", "host", "initiator"),
    [
        ("دعا الرئيس الروسي فلاديمير بوتين الرئيس المصري عبد الفتاح السيسي لزيارة موسكو.",
         "abdel-fattah-el-sisi", "russia", "vladimir-putin"),
        ("وجه الرئيس الروسي فلاديمير بوتين دعوة إلى الرئيس المصري عبد الفتاح السيسي لزيارة موسكو.",
         "abdel-fattah-el-sisi", "russia", "vladimir-putin"),
        ("تلقى الرئيس المصري عبد الفتاح السيسي دعوة من الرئيس الروسي فلاديمير بوتين لزيارة موسكو.",
         "abdel-fattah-el-sisi", "russia", "vladimir-putin"),
    ],
)  # fmt: skip
def test_an_invitation_proposes_a_visit_of_whoever_is_invited(
    text: str, visitor: str, host: str, initiator: str
) -> None:
    (visit,) = contacts(text)
    assert told(visit) == ("visit", "proposed", [visitor, host])
    assert visit.initiator is not None
    assert visit.initiator.entity == initiator


def test_calls_with_several_are_one_with_each() -> None:
    text = (
        "وأجرى الرئيس المصري عبد الفتاح السيسي اتصالات مع الرئيس الروسي فلاديمير بوتين "
        "والملك الأردني عبد الله الثاني."
    )
    found = contacts(text)
    assert [told(c)[0] for c in found] == ["phone_call", "phone_call"]
    assert [told(c)[2][1] for c in found] == ["vladimir-putin", "king-abdullah-ii"]


def test_who_speaks_after_meeting_somebody_met_him() -> None:
    text = "وقال الوزير الروسي سيرغي لافروف بعد لقاء نظيره المصري سامح شكري إن الموقف واحد."
    (contact,) = contacts(text)
    assert told(contact) == ("meeting", "held", ["sergei-lavrov", "sameh-shoukry"])


def test_the_participants_of_a_meeting_behind_the_word_for_it() -> None:
    text = "وشارك في اللقاء وزراء خارجية مصر سامح شكري والأردن أيمن الصفدي والسعودية عادل الجبير."
    (contact,) = contacts(text)
    assert told(contact)[2] == ["sameh-shoukry", "ayman-safadi", "adel-al-jubeir"]


def test_a_people_after_a_people_is_a_party() -> None:
    (contact,) = contacts("وانهارت المفاوضات بين الفلسطينيين والإسرائيليين قبل أعوام.")
    assert told(contact)[2] == ["palestine", "israel"]


def test_the_present_of_a_meeting_verb_tells_a_plan_outside_headlines() -> None:
    text = "ويلتقي الوزير الروسي سيرغي لافروف في القاهرة الوزير المصري سامح شكري."
    (contact,) = contacts(text)
    assert told(contact)[:2] == ("meeting", "planned")


def test_what_happens_before_a_meeting_that_follows_is_told_as_done() -> None:
    text = (
        "وزار الوزير الروسي سيرغي لافروف عمان قبل أن يلتقي الرئيس المصري عبد الفتاح السيسي "
        "والوزير المصري سامح شكري."
    )
    meeting = next(c for c in contacts(text) if c.kind == "meeting")
    assert told(meeting)[1:] == ("held", ["sergei-lavrov", "abdel-fattah-el-sisi", "sameh-shoukry"])


def test_where_a_meeting_was_is_no_party() -> None:
    text = "وخلال لقائه الرئيس الأميركي دونالد ترامب بالبيت الأبيض، أكد أمير قطر تميم بن حمد عمق العلاقات."
    (contact,) = contacts(text)
    assert set(told(contact)[2]) == {"donald-trump", "tamim-bin-hamad"}


def test_whoever_is_somebody_s_is_not_that_somebody() -> None:
    text = "واستقبل الملك الأردني عبد الله الثاني صهر الرئيس الأميركي دونالد ترامب."
    assert contacts(text) == []


def test_a_chief_of_many_is_one_person_and_joined_to_his_name() -> None:
    text = (
        "وتلقى الوزير الروسي سيرغي لافروف اتصالا هاتفيا من كبير المفاوضين الإيرانيين عباس عراقجي."
    )
    (call,) = contacts(text)
    assert told(call)[2][0] == "sergei-lavrov"
    assert "عراقجي" in (call.parties[1].name or "")


def test_the_host_of_a_visitor_is_the_state_where_no_host_is_told() -> None:
    text = (
        "وكان مع الوزير الروسي سيرغي لافروف خلال زيارته لإيران وزير الرياضة الإيراني مسعود سلطاني."
    )
    assert told(contacts(text)[0])[2] == ["sergei-lavrov", "iran"]


def test_parties_behind_a_relative_verb_of_gathering() -> None:
    text = (
        "وستكون القمة الأولى من نوعها التي ستجمع كلا من الرئيس الروسي فلاديمير بوتين "
        "مع الرئيس المصري عبد الفتاح السيسي في سوتشي."
    )
    (summit,) = contacts(text)
    assert told(summit)[2] == ["vladimir-putin", "abdel-fattah-el-sisi"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وذكرت الصحيفة أن لقاء سريا كان مقررا بين الرئيس الروسي فلاديمير بوتين والملك الأردني عبد الله الثاني.",
         ("meeting", "planned", ["vladimir-putin", "king-abdullah-ii"])),
        ("وفشلت المفاوضات على ما يبدو بين روسيا وحركة حماس.", ("talks", "held", ["russia", "hamas"])),
        ("وجاءت تصريحات الوزير الروسي سيرغي لافروف بعد وقت قصير من مكالمة هاتفية مع الوزير المصري سامح شكري.",
         ("phone_call", "held", ["sergei-lavrov", "sameh-shoukry"])),
        ('وقال الرئيس الروسي فلاديمير بوتين: "المحادثات التي أجريتها في عمان مع الملك عبد الله الثاني كانت مفيدة".',
         ("talks", "held", ["king-abdullah-ii", "vladimir-putin"])),
    ],
)  # fmt: skip
def test_parties_over_words_that_stand_between(
    text: str, expected: tuple[str, str, list[str | None]]
) -> None:
    (contact,) = contacts(text)
    kind, status, parties = told(contact)
    assert (kind, status, sorted(map(str, parties))) == (
        *expected[:2],
        sorted(map(str, expected[2])),
    )


def test_a_place_told_by_a_relative_clause_behind_the_parties() -> None:
    text = (
        "ويستعد الوزير الروسي سيرغي لافروف للقمة مع الرئيس المصري عبد الفتاح السيسي "
        "التي من المقرر عقدها في عمان."
    )
    assert [c.place.entity for c in contacts(text) if c.place] == ["amman"]


def test_a_spokesman_takes_no_part_in_what_he_tells() -> None:
    text = "وقال المتحدث باسم الكرملين دميتري بيسكوف إن هناك إمكانية لعقد لقاء مع وفد إيراني."
    assert all("dmitry-peskov" not in {p.entity for p in c.parties} for c in contacts(text))


def test_a_weekday_on_which_somebody_calls_others_to_meet_is_the_coming_one() -> None:
    text = "دعت السعودية إلى اجتماع طارئ، الجمعة، يضم الأردن ومصر."
    (contact,) = contacts(text)
    assert contact.scheduled_start == "2019-03-08"


def test_a_name_with_the_letters_of_a_particle_bounds_no_clause() -> None:
    text = "وأعلن مكتب الرئاسة أن الرئيس مون جيه إن، سوف يزور اليابان الأسبوع المقبل."
    (visit,) = contacts(text)
    assert told(visit) == ("visit", "planned", ["moon-jae-in", "japan"])


def test_who_refuses_to_speak_of_a_visit_declines_none() -> None:
    text = "ورفض الكرملين التعليق على زيارة الوزير المصري سامح شكري إلى طهران."
    assert [told(c)[:2] for c in contacts(text)] == [("visit", "held")]


def test_the_latter_is_the_last_person_told_of() -> None:
    text = "وهاجم الوزير الروسي سيرغي لافروف نظيره المصري سامح شكري بعد لقاء الأخير بالملك عبد الله الثاني."
    (contact,) = contacts(text)
    assert set(told(contact)[2]) == {"sameh-shoukry", "king-abdullah-ii"}


def test_a_meeting_put_off_with_a_group_is_the_one_planned_with_its_head() -> None:
    text = (
        "ألغى مسؤولون من كوريا الشمالية اجتماعا مقررا مع نائب الرئيس الأميركي مايك بنس.\n"
        "وكان من المقرر أن يلتقي بنس كيم يو جونغ شقيقة زعيم كوريا الشمالية."
    )
    assert [told(c)[1] for c in contacts(text)] == ["cancelled"]


def test_meetings_with_one_and_with_another_are_two() -> None:
    text = (
        "ومن المتوقع أن يعقد الرئيس الروسي فلاديمير بوتين قمة مع الرئيس المصري عبد الفتاح السيسي، "
        "ومع الملك الأردني عبد الله الثاني."
    )
    assert [told(c)[1:] for c in contacts(text)] == [
        ("planned", ["vladimir-putin", "abdel-fattah-el-sisi"]),
        ("planned", ["vladimir-putin", "king-abdullah-ii"]),
    ]


def test_what_the_next_sentence_tells_is_no_plan_of_this_one() -> None:
    text = "وجرى ذلك خلال زيارة الوزير المصري سامح شكري إلى طهران.\nوستوقع الشركتان عقدا."
    assert [told(c)[1] for c in contacts(text)] == ["held"]


def test_a_summit_in_which_somebody_is_to_meet_is_planned() -> None:
    text = (
        "ومن المقرر أن يلتقي الرئيس الروسي فلاديمير بوتين الرئيس المصري عبد الفتاح السيسي في موسكو، "
        "في أول قمة بين روسيا ومصر منذ عامين."
    )
    assert {told(c)[1] for c in contacts(text)} == {"planned"}


def test_a_visit_that_is_a_rumour_is_denied() -> None:
    text = "ونفى الوزير المصري سامح شكري إشاعة عن قيامه بزيارة إلى طهران."
    assert [told(c)[1] for c in contacts(text)] == ["denied"]

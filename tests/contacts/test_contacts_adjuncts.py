"""Contacts that a clause only goes with, and words of receiving and assent that name one."""

from __future__ import annotations

from riwaya.engine.pipeline import analyse
from riwaya.model import Contact
from riwaya.reading.page import page_from_record


def contacts(text: str) -> list[Contact]:
    record = {"title": "أخبار المساء", "text": text, "published": "2019-03-06T09:00:00Z"}
    return list(analyse(page_from_record("p1", record)).contacts)


def told(contact: Contact) -> tuple[str, str, set[str | None]]:
    return contact.kind, contact.status, {p.entity or p.name for p in contact.parties}


def test_his_receiving_somebody_is_a_meeting() -> None:
    text = "وقال الرئيس الروسي فلاديمير بوتين خلال استقباله الوزير المصري سامح شكري إن الحوار مفيد."
    (contact,) = contacts(text)
    assert told(contact) == ("meeting", "held", {"vladimir-putin", "sameh-shoukry"})


def test_who_agreed_to_meet_is_he_whose_agreement_it_is() -> None:
    text = (
        "وأشاد الوزير المصري سامح شكري بالرئيس الروسي فلاديمير بوتين لموافقته على لقاء "
        "الملك الأردني عبد الله الثاني."
    )
    (contact,) = contacts(text)
    assert told(contact)[2] == {"vladimir-putin", "king-abdullah-ii"}


def test_the_visit_that_he_makes_is_of_whoever_was_told_last() -> None:
    text = "وتحدث الوزير الروسي سيرغي لافروف على هامش الزيارة التي يقوم بها إلى القاهرة."
    (visit,) = contacts(text)
    assert told(visit) == ("visit", "held", {"sergei-lavrov", "egypt"})


def test_behind_people_whom_nobody_knows_no_partner_follows() -> None:
    text = (
        "وقارن الوزير الروسي سيرغي لافروف في لقائه مع الإعلاميين في القاهرة "
        "سياسة بلاده مع سياسة فرنسا ومع موقف قطر."
    )
    assert all("qatar" not in told(c)[2] for c in contacts(text))


def test_a_perfect_verb_behind_its_particle_is_no_doubt() -> None:
    text = "ووفق الوكالة فقد اجتمع الوزير الروسي سيرغي لافروف مع الوزير المصري سامح شكري."
    (contact,) = contacts(text)
    assert told(contact)[1] == "held"


def test_the_parties_of_a_conflict_who_met_somebody() -> None:
    text = (
        "وتوصلت الأطراف الليبية في النزاع، الذين عقدوا اجتماعا مع الرئيس الفرنسي إيمانويل ماكرون، "
        "إلى اتفاق."
    )
    (contact,) = contacts(text)
    assert told(contact)[2] == {"الأطراف الليبية", "emmanuel-macron"}


def test_an_aide_of_somebody_is_not_he() -> None:
    text = "وأعلن الرئيس الروسي فلاديمير بوتين ذلك بعد اجتماع عقده مع مساعد بارز للملك الأردني عبد الله الثاني."
    (contact,) = contacts(text)
    assert "king-abdullah-ii" not in told(contact)[2]
    assert "vladimir-putin" in told(contact)[2]


def test_the_leaders_of_both_states_meet_for_them() -> None:
    text = "وتحسنت العلاقات بين روسيا وتركيا. والتقى زعيما البلدين في سوتشي الشهر الماضي."
    (contact,) = contacts(text)
    assert told(contact)[2] == {"russia", "turkey"}


def test_whoever_completes_a_visit_made_it() -> None:
    (visit,) = contacts("وأكمل الوزير المصري سامح شكري زيارة لموسكو.")
    assert told(visit) == ("visit", "held", {"sameh-shoukry", "russia"})


def test_a_campaign_of_somebody_is_not_he() -> None:
    text = "واتصل بحملة الرئيس الروسي فلاديمير بوتين قبل أن يلتقي الوزير المصري سامح شكري."
    assert all("vladimir-putin" not in told(c)[2] for c in contacts(text))


def test_an_office_right_behind_a_name_is_its_own() -> None:
    text = "واجتمع سامح شكري وزير الخارجية المصري وأيمن الصفدي في عمان."
    (contact,) = contacts(text)
    assert told(contact)[2] == {"sameh-shoukry", "ayman-safadi"}


def test_officials_of_several_states_are_several_parties() -> None:
    text = "ويعقد اليوم في طهران اجتماع بين مسؤولين سوريين وروس وأتراك."
    (contact,) = contacts(text)
    assert told(contact)[2] == {"مسؤولين سوريين", "مسؤولين روس", "مسؤولين أتراك"}


def test_a_meeting_beside_a_summit_is_not_the_summit() -> None:
    text = (
        "ومن المقرر عقد لقاء على هامش قمة الاتحاد الأفريقي في نواكشوط بين الرئيس الفرنسي إيمانويل ماكرون "
        "والرئيس المصري عبد الفتاح السيسي."
    )
    found = [told(c) for c in contacts(text)]
    assert ("meeting", "planned", {"emmanuel-macron", "abdel-fattah-el-sisi"}) in found
    assert all("emmanuel-macron" not in parties for kind, _, parties in found if kind == "summit")


def test_a_remark_in_brackets_stands_between_two_parties() -> None:
    text = "ووقع ذلك قبل لقاء بين قادة دول الساحل الخمس (مالي وتشاد والنيجر) والرئيس الفرنسي إيمانويل ماكرون."
    (contact,) = contacts(text)
    assert "emmanuel-macron" in told(contact)[2]
    assert len(told(contact)[2]) == 2


def test_whoever_speaks_in_the_first_person_met_somebody() -> None:
    text = (
        'وقال الوزير الروسي سيرغي لافروف: "لقد التقيت الوزير المصري سامح شكري واتفقنا على كل شيء".'
    )
    (contact,) = contacts(text)
    assert told(contact)[2] == {"sergei-lavrov", "sameh-shoukry"}


def test_two_office_holders_of_one_state_are_two() -> None:
    text = (
        "استقبلت ملكة بريطانيا إليزابيث الثانية الرئيس الأميركي دونالد ترامب.\n"
        "والتقى ترامب رئيسة الوزراء البريطانية تيريزا ماي."
    )
    assert len([c for c in contacts(text) if c.kind == "meeting"]) == 2


def test_a_call_with_two_is_of_whoever_acted_before() -> None:
    text = (
        "وكان ترامب التقى ولي العهد السعودي الأمير محمد بن سلمان في 20 مارس/ آذار الماضي، كما تحدث هاتفيا "
        "مع العاهل السعودي الملك سلمان بن عبدالعزيز وأمير قطر الشيخ تميم بن حمد."
    )
    calls = [told(c)[2] for c in contacts(text) if c.kind == "phone_call"]
    assert calls
    assert all("donald-trump" in parties for parties in calls)


def test_a_leading_visit_is_of_whoever_speaks_behind_its_comma() -> None:
    text = (
        "وفي زيارة لفنزويلا للقاء نظيره نيكولاس مادورو، قال الرئيس الفلسطيني محمود عباس إنه يأمل ألا "
        "تحذو دول أخرى حذو باراغواي."
    )
    found = [told(c) for c in contacts(text)]
    assert ("visit", "held", {"mahmoud-abbas", "venezuela"}) in found
    assert ("meeting", "held", {"mahmoud-abbas", "nicolas-maduro"}) in found


def test_a_visit_that_was_due_may_be_told_as_called_off_behind() -> None:
    text = (
        "لكن الزيارة الأخيرة التي كان من المقرر أن يقوم بها وزير الخارجية الأمريكي مايك بومبيو لكوريا "
        "الشمالية ألغيت في اللحظات الأخيرة."
    )
    (contact,) = contacts(text)
    assert told(contact) == ("visit", "cancelled", {"mike-pompeo", "north-korea"})


def test_he_too_is_whoever_acted_before() -> None:
    text = (
        "وكان الرئيس الكوري الجنوبي مون جيه إن قد لعب دورا حاسما، ومن المقرر أن يجتمع هو الآخر مع زعيم "
        "كوريا الشمالية كيم جونغ أون في بيونغ يانغ."
    )
    found = [told(c) for c in contacts(text)]
    assert ("meeting", "planned", {"moon-jae-in", "kim-jong-un"}) in found


def test_a_spokeswoman_is_one_on_the_whole_page() -> None:
    text = (
        "وقالت المتحدثة باسم البيت الأبيض سارة ساندرز إن الرسالة ودية.\n"
        "وقالت ساندرز: كان الهدف طلب تحديد موعد لعقد اجتماع آخر مع الرئيس ترامب."
    )
    assert all("sarah-sanders" not in told(c)[2] for c in contacts(text))

"""Sessions of bodies, what came in a contact, asides with days of their own, whoever came on a visit."""

from __future__ import annotations

from riwaya.engine.pipeline import analyse
from riwaya.model import Contact
from riwaya.reading.page import page_from_record


def contacts(text: str, published: str = "2018-06-10T09:00:00Z") -> list[Contact]:
    record = {"title": "أخبار المساء", "text": text, "published": published}
    return list(analyse(page_from_record("p1", record)).contacts)


def told(contact: Contact) -> tuple[str, str, list[str | None]]:
    return contact.kind, contact.status, [p.entity or p.name for p in contact.parties]


def test_a_body_is_told_by_the_adjective_of_its_summit() -> None:
    (contact,) = contacts("وقال الأمين العام إن القمة العربية ستعقد في 15 يوليو المقبل في تونس.")
    assert told(contact) == ("summit", "planned", ["arab-league"])
    assert contact.scheduled_start == "2018-07-15"


def test_the_session_before_is_another() -> None:
    text = (
        "ستعقد القمة العربية في 15 يوليو المقبل في تونس.\n"
        "وكانت القمة العربية السابقة قد عقدت في الأردن، بمشاركة الجميع باستثناء سوريا."
    )
    assert [told(c)[1:] for c in contacts(text)] == [
        ("planned", ["arab-league"]),
        ("held", ["arab-league"]),
    ]


def test_what_came_in_a_meeting_was_said_by_those_who_met() -> None:
    text = "وأكدت مصر والأردن والعراق رفضها للقرار.\nجاء ذلك في اجتماع تشاوري عقد في عمان."
    assert told(contacts(text)[0])[2] == ["egypt", "jordan", "iraq"]


def test_the_day_of_an_aside_is_its_own() -> None:
    text = "والتقى مايك بومبيو، الذي ثبت في منصبه في نيسان الماضي، سيرغي لافروف."
    (contact,) = contacts(text)
    assert contact.start is None


def test_a_day_right_before_when_is_the_day() -> None:
    text = "ويعود ذلك إلى مارس الماضي حين زار سيرغي لافروف القاهرة."
    (contact,) = contacts(text)
    assert told(contact)[2] == ["sergei-lavrov", "egypt"]
    assert contact.start == "2018-03"


def test_whom_somebody_received_had_come() -> None:
    text = "وكان سيرغي لافروف استقبل في موسكو الوزير المصري سامح شكري في زيارة نادرة قام بها."
    assert ("visit", "held", ["sameh-shoukry", "russia"]) in [told(c) for c in contacts(text)]


def test_visits_both_ways_are_two() -> None:
    text = (
        "وزار الرئيس الروسي فلاديمير بوتين مصر في مايو.\n"
        "وتوجه الوزير المصري سامح شكري إلى موسكو في يونيو."
    )
    visits = [told(c)[2] for c in contacts(text) if c.kind == "visit"]
    assert visits == [["vladimir-putin", "egypt"], ["sameh-shoukry", "russia"]]


def test_whoever_is_charged_with_something_is_the_one_named_behind_it() -> None:
    text = "وتوجه الوزير الروسي المكلف شؤون الشرق الأدنى ألكسندر نوفاك إلى القاهرة."
    assert told(contacts(text)[0])[2] == ["alexander-novak", "egypt"]


def test_to_turn_to_somebody_in_words_is_no_visit() -> None:
    assert contacts("وتوجه سيرغي لافروف إلى مصر بالشكر على موقفها.") == []


def test_notables_of_a_place_are_a_party() -> None:
    text = "وقال حيدر العبادي ذلك في لقاء مع شيوخ ووجهاء محافظة البصرة."
    assert told(contacts(text)[0])[2] == ["haider-al-abadi", "شيوخ ووجهاء محافظة البصرة"]


def test_what_is_likely_to_be_held_has_not_been() -> None:
    text = "وقال إن التقديرات ترجح أن تعقد القمة بين دونالد ترامب وكيم جونغ أون في سويسرا."
    assert [told(c)[1] for c in contacts(text)] == ["planned"]


def parties(text: str) -> list[list[str | None]]:
    return [told(c)[2] for c in contacts(text)]


def test_two_joined_by_a_dash_are_both_of_a_summit() -> None:
    assert parties("وماذا بعد قمة دونالد ترامب - فلاديمير بوتين في هلسنكي؟") == [
        ["donald-trump", "vladimir-putin"]
    ]


def test_what_is_said_in_a_letter_goes_to_whom_it_is_for() -> None:
    text = "واتهم ملك المغرب محمد السادس الجزائر في رسالة إلى الأمين العام للأمم المتحدة أنطونيو غوتيريش."
    assert told(contacts(text)[0]) == ("letter", "held", ["king-mohammed-vi", "antonio-guterres"])


def test_a_letter_sent_to_him_is_to_whoever_acts() -> None:
    (contact,) = contacts("ونشر دونالد ترامب رسالة بعثها إليه كيم جونغ أون.")
    assert told(contact)[2] == ["kim-jong-un", "donald-trump"]
    assert contact.initiator is not None
    assert contact.initiator.entity == "kim-jong-un"


def test_a_message_of_warning_is_no_letter() -> None:
    assert contacts("ووجه دونالد ترامب رسالة تحذير إلى فلاديمير بوتين.") == []


def test_an_invitation_taken_back_is_a_visit_called_off() -> None:
    text = "وألغت رئيسة الوزراء البريطانية تيريزا ماي دعوة الوزير الروسي سيرغي لافروف لزيارة لندن."
    (contact,) = contacts(text)
    assert told(contact) == ("visit", "cancelled", ["sergei-lavrov", "united-kingdom"])
    assert contact.initiator is not None
    assert contact.initiator.entity == "theresa-may"


def test_with_them_are_those_told_before() -> None:
    text = "وقالت الوكالة إن كيم جونغ أون رحب بأعضاء الوفد الأميركي وأجرى معهم محادثات."
    assert parties(text) == [["kim-jong-un", "أعضاء الوفد الأميركي"]]


def test_words_that_describe_talks_stand_before_the_partner() -> None:
    text = 'وأعلن سيرغي لافروف ذلك بعد محادثات وصفها بأنها "مثمرة جدا" مع سامح شكري.'
    assert parties(text) == [["sergei-lavrov", "sameh-shoukry"]]


def test_an_office_behind_a_name_is_nobody_else() -> None:
    text = "وأجرى سيرغي لافروف محادثات مع مسعود البارزاني رئيس الحزب الديمقراطي الكردستاني."
    assert parties(text) == [["sergei-lavrov", "masoud-barzani"]]


def test_those_who_mean_to_hold_it_take_part() -> None:
    text = "ويعتزم دونالد ترامب ونظيره الروسي فلاديمير بوتين عقد قمة في هلسنكي."
    assert parties(text) == [["donald-trump", "vladimir-putin"]]


def test_marks_and_days_stand_between_two_on_the_phone() -> None:
    text = "وهنأ دونالد ترامب، الثلاثاء، نظيره الروسي فلاديمير بوتين، في اتصال هاتفي."
    assert parties(text) == [["donald-trump", "vladimir-putin"]]


def test_his_counterpart_whom_nobody_names_is_a_party() -> None:
    text = "وتحدث السفير الإيطالي في لندن رافاييل ترومبيتا إلى نظيره المصري الأحد."
    ((who, counterpart),) = parties(text)
    assert counterpart == "نظيره المصري"
    assert who is not None


def test_a_woman_is_told_by_the_verb_before_her() -> None:
    text = "وكانت تيريزا ماي حضت دونالد ترامب على الحزم عند لقائه مع فلاديمير بوتين في هلسنكي."
    assert parties(text) == [["donald-trump", "vladimir-putin"]]


def test_whose_talks_they_are_is_who_is_to_hold_them() -> None:
    text = "وقالت تيريزا ماي إنه من المهم أن يذهب دونالد ترامب لإجراء محادثاته مع فلاديمير بوتين."
    assert parties(text) == [["donald-trump", "vladimir-putin"]]


def test_where_somebody_speaks_on_a_visit_of_hers_is_where_it_goes() -> None:
    text = "وقالت أنغيلا ميركل في باريس إن الموعد قريب، في أول زيارة خارجية لها."
    (contact,) = contacts(text)
    assert told(contact)[2] == ["angela-merkel", "france"]


def test_whoever_goes_on_after_a_summit_goes_where_he_is_said_to() -> None:
    text = "ويتوجه دونالد ترامب بعد انتهاء القمة في بلجيكا إلى بريطانيا."
    assert ["donald-trump", "united-kingdom"] in parties(text)


def test_several_named_one_by_one_are_met_one_by_one() -> None:
    text = "وعقد سيرغي لافروف عدة اجتماعات ثنائية مع سامح شكري ومايك بومبيو في نيويورك."
    assert parties(text) == [
        ["sergei-lavrov", "sameh-shoukry"],
        ["sergei-lavrov", "mike-pompeo"],
    ]


def test_whoever_is_sent_visits() -> None:
    text = "وأرسل الرئيس الكوري الجنوبي مون جاي إن وفدا من كبار المسؤولين الكوريين إلى اليابان."
    (contact,) = contacts(text)
    assert told(contact)[::2] == ("visit", ["وفدا من كبار المسؤولين الكوريين", "japan"])
    assert contact.initiator is not None
    assert contact.initiator.entity == "moon-jae-in"


def test_soldiers_who_are_sent_visit_nobody() -> None:
    assert contacts("وأرسلت روسيا قوات إلى سوريا في سبتمبر.") == []


def test_a_word_that_looks_like_a_verb_ends_nothing() -> None:
    text = "وسيلتقي دونالد ترامب تيريزا ماي في داونينغ ستريت، مقر الحكومة، يوم 13 يوليو."
    (contact,) = contacts(text)
    assert contact.scheduled_start == "2018-07-13"


def test_marks_before_a_summit_hide_no_before() -> None:
    (contact,) = contacts('وساد القلق قبل "القمة التاريخية" بين دونالد ترامب وكيم جونغ أون.')
    assert contact.status == "planned"


def test_days_after_a_visit_the_visit_is_its_own_visitor_s() -> None:
    text = "وتقوم أنغيلا ميركل بعد يومين من زيارة إيمانويل ماكرون لواشنطن بجولة."
    assert ["emmanuel-macron", "united-states"] in parties(text)


def test_a_visit_that_comes_before_something_is_the_one_due() -> None:
    text = (
        "يبدأ سيرغي لافروف غدا زيارة رسمية لمصر.\n"
        "وتأتي زيارته للقاهرة قبل 3 أيام من انعقاد اجتماع مصري سوداني إثيوبي."
    )
    assert [told(c)[:2] for c in contacts(text)] == [("visit", "planned"), ("meeting", "planned")]


def test_an_office_between_a_name_and_the_verb_is_his() -> None:
    text = "وأعلن المكتب أن الملك عبد الله الثاني عاهل الأردن سيزور مصر."
    assert [told(c) for c in contacts(text)] == [
        ("visit", "planned", ["king-abdullah-ii", "egypt"])
    ]


def test_the_delegation_that_was_visiting_is_the_visitor() -> None:
    text = "وكان سامح شكري ضمن وفد الحركة الذي كان يزور باكستان في مايو."
    assert parties(text) == [["وفد الحركة", "pakistan"]]


def test_two_states_that_began_talks_hold_them() -> None:
    assert parties("وقال إن إيران وروسيا بدأتا في الربيع مباحثات حول النفط.") == [
        ["iran", "russia"]
    ]


def test_two_told_by_their_office_agree_on_a_meeting() -> None:
    text = (
        "أجرى فلاديمير بوتين ورجب طيب أردوغان مكالمة هاتفية.\n"
        "وقال البيان إن الرئيسين اتفقا على عقد لقاء في موسكو يوم 5 يوليو."
    )
    (meeting,) = [c for c in contacts(text) if c.kind == "meeting"]
    assert meeting.scheduled_start == "2018-07-05"
    assert meeting.place is not None
    assert meeting.place.entity == "moscow"


def test_two_of_the_place_are_met_by_whoever_goes_there() -> None:
    text = "وسيتوجه سيرغي لافروف إلى القاهرة، حيث سيلتقي عبد الفتاح السيسي وسامح شكري."
    assert ["sergei-lavrov", "abdel-fattah-el-sisi", "sameh-shoukry"] in parties(text)


def test_what_is_to_come_before_something_due_is_due() -> None:
    text = "وسيسافر مايك بومبيو إلى القاهرة قبل أن يجتمع مع سيرغي لافروف في جنيف."
    assert ("meeting", "planned", ["mike-pompeo", "sergei-lavrov"]) in [
        told(c) for c in contacts(text)
    ]


def test_ministers_in_several_states_are_one_for_each() -> None:
    text = "واستضافت القاهرة مباحثات بين وزراء الري في مصر والسودان وإثيوبيا."
    assert parties(text) == [["وزير الري مصر", "وزير الري السودان", "وزير الري إثيوبيا"]]


def test_whom_somebody_received_is_who_handed_it_over() -> None:
    text = "وتحدث سيرغي لافروف خلال استقبال بشار الأسد له في دمشق."
    assert [set(p) for p in parties(text)] == [{"bashar-al-assad", "sergei-lavrov"}]


def test_a_session_told_again_keeps_its_body() -> None:
    text = "وتنعقد القمة الخليجية في العلا.\nوتستضيف العلا الثلاثاء القمة الخليجية برئاسة الملك سلمان بن عبد العزيز."
    assert parties(text) == [["gcc"]]


def test_who_was_there_as_well_is_no_meeting_of_its_own() -> None:
    text = "استقبل محمد بن زايد آل نهيان اليوم سيرغي لافروف.\nحضر اللقاء سامح شكري، ومايك بومبيو."
    assert parties(text) == [["mohamed-bin-zayed", "sergei-lavrov"]]


def test_those_whom_he_says_that_he_will_meet_are_met_by_him() -> None:
    text = "وقال سيرغي لافروف إنه سيلتقي سامح شكري وعبد الفتاح السيسي."
    assert parties(text) == [["sergei-lavrov", "sameh-shoukry", "abdel-fattah-el-sisi"]]


def test_a_state_and_a_body_are_both_of_their_summit() -> None:
    text = "وقال إن القمة الأمريكية الخليجية ستعقد في 15 يوليو المقبل في الرياض."
    assert [set(p) for p in parties(text)] == [{"united-states", "gcc"}]


def test_the_first_meeting_without_a_day_is_the_one_told() -> None:
    text = (
        "عقد فلاديمير بوتين ودونالد ترامب قمة في هلسنكي.\n"
        "وقال فلاديمير بوتين إن هذا اللقاء الفعلي الأول كان مفيدا."
    )
    assert len(contacts(text)) == 1

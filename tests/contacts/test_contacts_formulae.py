"""The set phrases of agencies: who received whom where, letters that others carry, meals, signings."""

from __future__ import annotations

import pytest

from riwaya.engine.pipeline import analyse
from riwaya.model import Contact
from riwaya.reading.page import page_from_record


def contacts(text: str) -> list[Contact]:
    record = {"title": "أخبار المساء", "text": text, "published": "2018-06-10T09:00:00Z"}
    return list(analyse(page_from_record("p1", record)).contacts)


def told(contact: Contact) -> tuple[str, str, list[str | None]]:
    return contact.kind, contact.status, [p.entity or p.name for p in contact.parties]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "استقبل الرئيس المصري عبد الفتاح السيسي في القصر الجمهوري اليوم الوزير الروسي سيرغي لافروف والوفد المرافق له.",
            ("meeting", "held", ["abdel-fattah-el-sisi", "sergei-lavrov"]),
        ),
        (
            "جاء ذلك خلال استقبال الرئيس الفلسطيني محمود عباس، بمقر الرئاسة، الرئيس الفرنسي إيمانويل ماكرون.",
            ("meeting", "held", ["mahmoud-abbas", "emmanuel-macron"]),
        ),
        (
            "جاء ذلك لدى لقاء سيرغي لافروف في موسكو أمس نظيره المصري سامح شكري.",
            ("meeting", "held", ["sergei-lavrov", "sameh-shoukry"]),
        ),
        (
            "سلم السفير الكويتي الرئيس المصري عبد الفتاح السيسي رسالة خطية من الرئيس الفرنسي إيمانويل ماكرون.",
            ("letter", "held", ["emmanuel-macron", "abdel-fattah-el-sisi"]),
        ),
        (
            "تسلم الرئيس المصري عبد الفتاح السيسي رسالة من الرئيس الصيني شي جين بينغ نقلها سيرغي لافروف.",
            ("letter", "held", ["xi-jinping", "abdel-fattah-el-sisi"]),
        ),
        (
            "تبادل الرئيسان الروسي فلاديمير بوتين والصيني شي جين بينغ رسائل التهنئة بمناسبة العيد.",
            ("letter", "held", ["vladimir-putin", "xi-jinping"]),
        ),
        (
            "كتب الرئيس الأمريكي دونالد ترامب إلى نظيره التركي رجب طيب أردوغان يحثه على التهدئة.",
            ("letter", "held", ["donald-trump", "recep-tayyip-erdogan"]),
        ),
        (
            "وقع الوزير الروسي سيرغي لافروف ونظيره المصري سامح شكري في القاهرة اتفاقا جديدا.",
            ("meeting", "held", ["sergei-lavrov", "sameh-shoukry"]),
        ),
        (
            "أقام الرئيس الأمريكي دونالد ترامب مأدبة عشاء على شرف الرئيس الفرنسي إيمانويل ماكرون.",
            ("meeting", "held", ["donald-trump", "emmanuel-macron"]),
        ),
        (
            "تناول مايك بومبيو الغداء مع سيرغي لافروف في فيينا.",
            ("meeting", "held", ["mike-pompeo", "sergei-lavrov"]),
        ),
        (
            "وجه الرئيس المصري عبد الفتاح السيسي الدعوة إلى الرئيس الصيني شي جين بينغ لزيارة القاهرة.",
            ("visit", "proposed", ["xi-jinping", "egypt"]),
        ),
        (
            "ومن المقرر أن يلتقي سيرغي لافروف مع عدد من المسؤولين المصريين.",
            ("meeting", "planned", ["sergei-lavrov", "المسؤولين المصريين"]),
        ),
        (
            "وانعقد أول اجتماع للجنة العسكرية الروسية المصرية المشتركة.",
            ("meeting", "held", ["russia", "egypt"]),
        ),
        (
            "وأعلن المتحدث أن سيرغي لافروف وسامح شكري اتفقا على عقد لقاء في جنيف.",
            ("meeting", "planned", ["sergei-lavrov", "sameh-shoukry"]),
        ),
        (
            "وافق الرئيسان دونالد ترامب وفلاديمير بوتين من حيث المبدأ على عقد قمة.",
            ("summit", "planned", ["donald-trump", "vladimir-putin"]),
        ),
        (
            "يعتزم الوزير الروسي سيرغي لافروف زيارة مصر في الخريف.",
            ("visit", "planned", ["sergei-lavrov", "egypt"]),
        ),
        (
            "رفض الرئيس السوري بشار الأسد لقاء نظيره التركي رجب طيب أردوغان.",
            ("meeting", "declined", ["bashar-al-assad", "recep-tayyip-erdogan"]),
        ),
        (
            "اقترح الرئيس الفرنسي إيمانويل ماكرون على نظيره الروسي فلاديمير بوتين عقد لقاء في باريس.",
            ("meeting", "proposed", ["emmanuel-macron", "vladimir-putin"]),
        ),
        (
            "ونفى المتحدث وجود ترتيبات للقاء بين فلاديمير بوتين ودونالد ترامب.",
            ("meeting", "denied", ["vladimir-putin", "donald-trump"]),
        ),
        (
            "وجمع لقاء في باريس الرئيس الفرنسي إيمانويل ماكرون والرئيس المصري عبد الفتاح السيسي.",
            ("meeting", "held", ["emmanuel-macron", "abdel-fattah-el-sisi"]),
        ),
        (
            "واختتم الوفدان الروسي والأمريكي محادثاتهما في جنيف.",
            ("talks", "held", ["russia", "united-states"]),
        ),
        (
            "وغادر سامح شكري القاهرة متوجها إلى موسكو لحضور الاحتفال.",
            ("visit", "held", ["sameh-shoukry", "russia"]),
        ),
        (
            "التقى سيرغي لافروف، على هامش القمة، كلا من سامح شكري ومايك بومبيو.",
            ("meeting", "held", ["sergei-lavrov", "sameh-shoukry", "mike-pompeo"]),
        ),
        (
            "وانسحب الرئيس الأمريكي دونالد ترامب من القمة مع كيم جونغ أون المقررة في الصيف.",
            ("summit", "planned", ["donald-trump", "kim-jong-un"]),
        ),
        (
            "وقالت الناطقة إن تيريزا ماي تحدثت مع دونالد ترامب مساء الخميس.",
            ("phone_call", "held", ["theresa-may", "donald-trump"]),
        ),
    ],
)
def test_set_phrases_are_read(text: str, expected: tuple[str, str, list[str]]) -> None:
    assert [told(c) for c in contacts(text)] == [expected]


def test_whoever_visited_met_those_whom_he_met_there() -> None:
    text = (
        "قام سيرغي لافروف بزيارة إلى دمشق التقى خلالها الرئيس السوري بشار الأسد ونظيره وليد المعلم."
    )
    meetings = [told(c)[2] for c in contacts(text) if c.kind == "meeting"]
    assert meetings == [["sergei-lavrov", "bashar-al-assad", "walid-muallem"]]


def test_who_attended_a_meeting_took_part_in_it() -> None:
    text = "وحضر الاجتماع كل من سيرغي لافروف، وسامح شكري، ومولود تشاووش أوغلو."
    assert [told(c)[2] for c in contacts(text)] == [
        ["sergei-lavrov", "sameh-shoukry", "mevlut-cavusoglu"]
    ]


def test_a_meeting_has_the_day_behind_an_aside() -> None:
    text = "والتقى سيرغي لافروف، الذي كان في زيارة لمصر، يوم الأحد مع سامح شكري في القاهرة."
    by_kind = {c.kind: c for c in contacts(text)}
    assert told(by_kind["visit"])[2] == ["sergei-lavrov", "egypt"]
    assert by_kind["visit"].start is None
    assert told(by_kind["meeting"])[2] == ["sergei-lavrov", "sameh-shoukry"]


def test_two_whom_a_relative_pronoun_takes_up_both_take_part() -> None:
    text = "وتوترت العلاقات بين دونالد ترامب وكيم جونغ أون، اللذين يعقدان قمة تاريخية الثلاثاء."
    assert told(contacts(text)[0])[2] == ["donald-trump", "kim-jong-un"]


def test_a_visit_to_a_plain_place_is_to_its_state() -> None:
    text = "وقال سيرغي لافروف ذلك خلال زيارته إلى مخيمات واسعة في بنغلاديش."
    assert told(contacts(text)[0]) == ("visit", "held", ["sergei-lavrov", "bangladesh"])


@pytest.mark.parametrize(
    "text",
    [
        "وقع دونالد ترامب قرارا جديدا في البيت الأبيض.",  # nobody signs with him
        "وكتب دونالد ترامب على تويتر أن الأمر انتهى.",
        "ووقع دونالد ترامب ومايك بومبيو الوثيقة.",  # of one side
    ],
)
def test_who_signs_or_writes_alone_meets_nobody(text: str) -> None:
    assert contacts(text) == []


def titled(title: str, text: str) -> list[Contact]:
    record = {"title": title, "text": text, "published": "2018-06-10T09:00:00Z"}
    return list(analyse(page_from_record("p1", record)).contacts)


def test_a_headline_without_a_verb_sends_somebody_somewhere() -> None:
    found = titled("مايك بومبيو إلى موسكو الجمعة", "تفاصيل قليلة حتى الآن.")
    assert [told(c) for c in found] == [("visit", "planned", ["mike-pompeo", "russia"])]


def test_the_headline_is_one_with_the_visit_that_was() -> None:
    found = titled("مايك بومبيو إلى موسكو", "وصل مايك بومبيو إلى موسكو مساء السبت.")
    assert [told(c) for c in found] == [("visit", "held", ["mike-pompeo", "russia"])]


def test_a_line_of_a_chronicle_has_the_day_before_its_colon() -> None:
    (contact,) = contacts("26 مايو: سيرغي لافروف وسامح شكري يلتقيان في القاهرة.")
    assert contact.start == "2018-05-26"


def test_a_committee_for_talks_is_no_talks() -> None:
    text = "وقال سامح شكري العضو في اللجنة العليا للمفاوضات مع سيرغي لافروف إن الوقت ضيق."
    assert [c for c in contacts(text) if c.kind == "talks"] == []


def test_a_day_of_arrival_is_not_that_of_a_meeting_on_the_visit() -> None:
    text = "ويصل مايك بومبيو الجمعة إلى موسكو في زيارة يلتقي خلالها فلاديمير بوتين."
    by_kind = {c.kind: c for c in contacts(text)}
    assert by_kind["visit"].scheduled_start == "2018-06-15"
    assert by_kind["meeting"].scheduled_start is None


def test_both_koreas_by_the_adjective_of_their_leaders() -> None:
    (contact,) = contacts("وعقد الزعيمان الكوريان قمة في الربيع.")
    assert told(contact)[2] == ["north-korea", "south-korea"]


def test_before_whom_the_way_lies_is_who_meets() -> None:
    text = "ويمهد ذلك الطريق أمام كيم جونغ أون للقاء دونالد ترامب."
    assert told(contacts(text)[0]) == ("meeting", "planned", ["kim-jong-un", "donald-trump"])


def test_whoever_leads_a_delegation_somewhere_visits_it() -> None:
    text = "وسيقود سيرغي لافروف وفدا من ثمانية أعضاء إلى مصر في زيارة قصيرة."
    assert told(contacts(text)[0]) == ("visit", "planned", ["sergei-lavrov", "egypt"])


def test_what_is_about_to_be_on_its_very_day_is_one_with_what_is_held() -> None:
    text = (
        "التقى سيرغي لافروف سامح شكري اليوم في القاهرة.\n"
        "ومن المقرر عقد اجتماع بين سيرغي لافروف وسامح شكري."
    )
    assert len(contacts(text)) == 1


def test_how_long_stands_before_a_contact_as_well() -> None:
    (contact,) = contacts("واستمرت المحادثة الهاتفية بين دونالد ترامب وفلاديمير بوتين ساعتين.")
    assert contact.duration == "PT2H"


def test_nobody_visits_his_own_state() -> None:
    text = (
        "وأهدى الرئيس الفرنسي إيمانويل ماكرون شجرة إلى الرئيس الأمريكي دونالد ترامب "
        "خلال زيارته الرسمية للولايات المتحدة."
    )
    assert told(contacts(text)[0])[2] == ["emmanuel-macron", "donald-trump"]


def test_words_of_honour_are_nobody() -> None:
    text = "تلقى الشيخ تميم بن حمد آل ثاني اتصالا هاتفيا، مساء أمس، من أخيه جلالة الملك عبد الله الثاني."
    assert [told(c)[2] for c in contacts(text)] == [["tamim-bin-hamad", "king-abdullah-ii"]]


def test_whom_somebody_informs_he_need_not_call() -> None:
    assert contacts("وكان محمود عباس أبلغ فلاديمير بوتين بأن الوساطة انتهت.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "دعت الأمم المتحدة كلا من إيران وإسرائيل إلى محادثات في جنيف.",
            ("talks", "proposed", ["iran", "israel"]),
        ),
        (
            "ودعا دونالد ترامب كيم جونغ أون إلى لقاء في نيويورك.",
            ("meeting", "proposed", ["donald-trump", "kim-jong-un"]),
        ),
        (
            "وقالت القناة إن وفدا من حركة حماس برئاسة إسماعيل هنية زار، السبت، حسن نصر الله في بيروت.",
            ("visit", "held", ["وفدا من حركة حماس", "hassan-nasrallah"]),
        ),
    ],
)
def test_who_is_called_to_it_and_who_is_sent(
    text: str, expected: tuple[str, str, list[str]]
) -> None:
    assert [told(c) for c in contacts(text)] == [expected]

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

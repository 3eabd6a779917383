"""Who takes part where the words stand in less common places: object pronouns, adverbs, pairs by name."""

from __future__ import annotations

import pytest

from riwaya.engine.pipeline import analyse
from riwaya.model import Contact
from riwaya.reading.page import page_from_record


def contacts(text: str) -> list[Contact]:
    record = {"title": "أخبار المساء", "text": text, "published": "2018-06-10T09:00:00Z"}
    return analyse(page_from_record("p1", record)).contacts


def told(contact: Contact) -> tuple[str, str, list[str | None]]:
    return contact.kind, contact.status, [p.entity or p.name for p in contact.parties]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وتكلم الرئيس الروسي فلاديمير بوتين إلى نظيره الإيراني حسن روحاني هاتفيا مساء الأحد.",
            ("phone_call", "held", ["vladimir-putin", "hassan-rouhani"]),
        ),
        (
            "وكان وفد كوريا الجنوبية قد أجرى محادثات غير معلنة مع كيم جونغ أون.",
            ("talks", "held", ["وفد كوريا الجنوبية", "kim-jong-un"]),
        ),
        (
            "والتقى الوزير الروسي سيرغي لافروف في وقت لاحق الوزير المصري سامح شكري.",
            ("meeting", "held", ["sergei-lavrov", "sameh-shoukry"]),
        ),
        (
            "وترك الرئيس الصيني شي جين بينغ الأردن التي زارها يومين.",
            ("visit", "held", ["xi-jinping", "jordan"]),
        ),
        (
            "وتعهد مايك بومبيو، الذي التقاه سيرغي لافروف في موسكو، بالرد.",
            ("meeting", "held", ["mike-pompeo", "sergei-lavrov"]),
        ),
        (
            "وكشف عن ذلك في اتصال هاتفي تلقاه سامح شكري من سيرغي لافروف.",
            ("phone_call", "held", ["sameh-shoukry", "sergei-lavrov"]),
        ),
        (
            "ووصل جيمس ماتيس إلى كابول في زيارة لم تكن معلنة.",
            ("visit", "held", ["james-mattis", "afghanistan"]),
        ),
    ],
)
def test_parties_are_found(text: str, expected: tuple[str, str, list[str]]) -> None:
    assert told(contacts(text)[0]) == expected


def test_who_called_is_behind_min() -> None:
    found = contacts("وكشف عن ذلك في اتصال هاتفي تلقاه سامح شكري من سيرغي لافروف.")
    assert found[0].initiator is not None
    assert found[0].initiator.entity == "sergei-lavrov"


def test_a_pair_by_name_is_no_other_pair() -> None:
    found = contacts(
        "التقى دونالد ترامب كيم جونغ أون في سنغافورة. واتفقت الكوريتان على عقد قمة بينهما في الخريف."
    )
    assert [told(c)[1:] for c in found] == [
        ("held", ["donald-trump", "kim-jong-un"]),
        ("planned", ["north-korea", "south-korea"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "والتقت عينا أنغيلا ميركل بعيني تيريزا ماي في القاعة.",  # nobody met
        "وأعلنت وزارة الدفاع الروسية أن سيرغي لافروف بخير.",  # وزارة is not و + زاره
    ],
)
def test_no_contact(text: str) -> None:
    assert not contacts(text)


def test_the_time_behind_since_is_the_contacts_own() -> None:
    found = contacts("ولم يفر أحد منذ القمة التي عقدت بين موسكو وطوكيو في نيسان/أبريل.")
    assert [c.start for c in found] == ["2018-04"]


def test_a_visit_begins_with_the_arrival_told_elsewhere() -> None:
    text = (
        "وترك الرئيس الصيني شي جين بينغ الأردن التي زارها لثلاثة أيام. "
        "وعند وصول الرئيس الصيني الخميس، رحب به السكان."
    )
    (visit,) = contacts(text)
    assert (visit.start, visit.duration) == ("2018-06-07", "P3D")
    start, end = visit.evidence["start"][0]
    assert end > start


@pytest.mark.parametrize(
    "arrival",
    [
        "وعند وصول الرئيس الصيني إلى طوكيو الخميس، رحب به السكان.",  # another place
        "وعند وصول الوزير الروسي سيرغي لافروف الخميس، رحب به السكان.",  # somebody else
        "وعند وصول الرئيس الصيني في 14 حزيران/يونيو، رحب به السكان.",  # a date that is yet to come
        "وعند وصول الرئيس الصيني غدا، رحب به السكان.",
        "وعند وصول الرئيس الصيني يوم 24، رحب به السكان.",  # of no month that is told
    ],
)
def test_another_arrival_dates_no_visit(arrival: str) -> None:
    found = contacts("وترك الرئيس الصيني شي جين بينغ الأردن التي زارها لثلاثة أيام. " + arrival)
    visits = [c for c in found if c.kind == "visit"]
    assert [c.start for c in visits if "jordan" in {ref.key for ref in c.parties}] == [None]


def test_what_reaches_a_place_visits_nobody() -> None:
    text = "وجدد الأمين العام للأمم المتحدة أنطونيو غوتيريش دعوته إلى ضمان وصول المساعدات إلى غزة."
    assert analyse(page_from_record("p1", {"title": "خبر", "text": text})).contacts == ()

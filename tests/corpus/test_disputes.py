from hypothesis import given, settings
from hypothesis import strategies as st
from record_builders import PageMaker, record

from riwaya.corpus.values_time import compatible, moment, same

DAY1, DAY2 = "2023-03-05T10:00:00+00:00", "2023-03-06T10:00:00+00:00"
TOLL = "أدى انهيار الجسر القديم في مدينة رملة إلى إصابة {}"


def toll(page: str, words: str, value: float, when: str, **more: object) -> PageMaker:
    maker = PageMaker(page, TOLL.format(words), when, outlet=f"صحيفة {page}")
    return maker.number(words, value, "persons", "injured", **more)


def test_a_weekday_that_belies_another_is_a_self_conflict_of_the_date() -> None:
    maker = PageMaker("p1", "يلتقي الوفدان اليوم الأحد\nوقال الوزير أمس الخميس إنه مستعد")
    (dispute,) = record(maker.warns("weekday_mismatch", "اليوم الأحد", "أمس الخميس")).disputes
    assert (dispute.kind, dispute.field) == ("self_conflict", "date")
    assert [v.value for v in dispute.values] == ["اليوم الأحد", "أمس الخميس"]
    assert dispute.message
    assert "اليوم الأحد" in dispute.message_ar


def test_warnings_about_marks_are_no_disputes() -> None:
    maker = PageMaker("p1", "قال الوزير إنه مستعد").warns("unclosed_quote", "قال", "مستعد")
    assert record(maker).disputes == ()


def test_a_toll_that_a_later_page_puts_lower_is_disputed() -> None:
    earlier, later = toll("p1", "17 شخصا", 17, DAY1), toll("p2", "11 شخصا", 11, DAY2)
    (dispute,) = record(earlier, later).disputes
    assert (dispute.kind, dispute.field) == ("conflict", "number")
    assert {e.page for v in dispute.values for e in v.evidence} == {"p1", "p2"}
    assert "صحيفة p1" in dispute.message_ar


def test_a_toll_that_grows_is_an_update() -> None:
    assert record(toll("p1", "11 شخصا", 11, DAY1), toll("p2", "17 شخصا", 17, DAY2)).disputes == ()


def test_hedges_that_meet_are_no_dispute() -> None:
    exact = toll("p1", "14 شخصا", 14, DAY1)
    hedged = toll("p2", "13 شخصا", 13, DAY2, hedge="at_least")
    assert record(exact, hedged).disputes == ()


def test_numbers_of_other_events_are_no_dispute() -> None:
    other = PageMaker("p2", "وكان حريق سابق في ميناء بعيد خلف 3 جرحى", DAY2)
    other.number("3 جرحى", 3, "persons", "injured")
    assert record(toll("p1", "17 شخصا", 17, DAY1), other).disputes == ()


def test_a_part_of_a_whole_is_no_dispute() -> None:
    part = PageMaker("p2", TOLL.format("عمال المصنع بينهم 3 أجانب"), DAY2)
    part.number("3 أجانب", 3, "persons", "injured")
    assert record(toll("p1", "17 شخصا", 17, DAY1), part).disputes == ()


def test_a_million_for_a_billion_is_a_slip() -> None:
    text = "تعهدت المملكة باستثمار {} في ميناء رملة الجديد"
    many = PageMaker("p1", f"{text.format('7 مليارات دولار')}\n{text.format('7 ملايين دولار')}")
    many.number("7 مليارات دولار", 7e9, "USD", "sum").number("7 ملايين دولار", 7e6, "USD", "sum")
    (dispute,) = record(many).disputes
    assert (dispute.kind, dispute.field) == ("self_conflict", "number")


def test_two_numbers_of_one_sentence_are_of_two_things() -> None:
    maker = PageMaker(
        "p1", "في العالم مليونا سيارة كهربائية من إجمالي ملياري سيارة في شوارع العالم"
    )
    maker.number("مليونا سيارة", 2e6, "vehicles", None)
    maker.number("ملياري سيارة", 2e9, "vehicles", None)
    assert record(maker).disputes == ()


def test_a_toll_of_a_longer_time_is_no_toll_of_the_day() -> None:
    since = PageMaker("p1", TOLL.format("54 شخصا") + " منذ بداية الشتاء", DAY1)
    since.number("54 شخصا", 54, "persons", "injured")
    assert record(since, toll("p2", "17 شخصا", 17, DAY2)).disputes == ()


def test_the_time_of_a_programme_is_no_dispute() -> None:
    maker = PageMaker("p1", "يعرض البرنامج الثامنة بتوقيت باريس\nوالخامسة بتوقيت غرينتش")
    maker.warns("zone_mismatch", "الثامنة بتوقيت باريس", "الخامسة بتوقيت غرينتش")
    assert record(maker).disputes == ()


def test_an_initiative_that_each_side_gives_the_other_is_disputed() -> None:
    text = "جرى الاتصال بين الرئيس والملك بمبادرة من الآخر"
    makers = [
        PageMaker(page, text)
        .said(speaker, text)
        .contact(
            "phone_call", ("norland-president", "sudland-king"), "الاتصال",
            initiator=initiator, start="2023-03-05", evidence={"initiator": "بمبادرة"},
        )
        for page, speaker, initiator in (
            ("p1", "anna-berg", "sudland-king"), ("p2", "sudland-palace", "norland-president"),
        )
    ]  # fmt: skip
    parts = record(*makers)
    (dispute,) = parts.disputes
    assert (dispute.kind, dispute.field) == ("conflict", "initiator")
    assert parts.contacts[0].initiator is not None
    assert parts.contacts[0].initiator.status == "disputed"


def test_the_initiative_is_disputed_by_each_side_in_its_own_words() -> None:
    text = "قال المتحدث إن المكالمة بين الرئيس والملك تمت {}، دون تفاصيل"
    makers = []
    for page, speaker, words, asked in (
        ("p1", "anna-berg", "بمبادرة من القصر", "sudland-palace"),
        ("p2", "sudland-palace", "بناء على طلب نورلند", "norland"),
    ):
        told = text.format(words)
        maker = PageMaker(page, told).said(speaker, told.removeprefix("قال المتحدث إن "))
        maker.contact(
            "phone_call", ("norland-president", "sudland-king"), "المكالمة", start="2023-03-05"
        )
        makers.append(maker.names(words.split()[-1], asked))
    parts = record(*makers)
    (dispute,) = parts.disputes
    assert (dispute.kind, dispute.field) == ("conflict", "initiator")
    assert [v.according_to for v in dispute.values] == [("sudland-palace",), ("anna-berg",)]
    assert record(makers[0]).disputes == ()


LOAD = "كانت العبارة الغارقة {} قبالة مرفأ رملة"


def test_two_loads_of_one_ferry_are_disputed_and_near_ones_are_not() -> None:
    def load(page: str, words: str, number: str, value: float, **more: object) -> PageMaker:
        maker = PageMaker(page, LOAD.format(words), DAY1, outlet=f"صحيفة {page}")
        return maker.number(number, value, "person", "passenger", **more)

    one = load("p1", "تقل 140 راكبا", "140 راكبا", 140)
    other = load("p2", "تحمل أكثر من 200 راكب", "200 راكب", 200, hedge="at_least")
    (dispute,) = record(one, other).disputes
    assert "«أكثر من 200 راكب» (صحيفة p2)" in dispute.message_ar
    assert record(one, load("p3", "تقل 151 راكبا", "151 راكبا", 151)).disputes == ()
    saved = load("p4", "لم تغرق وأنقذ 30 راكبا", "30 راكبا", 30)
    assert record(one, saved).disputes == ()


def test_lengths_too_far_apart_are_told_in_words() -> None:
    text = "استمر الاتصال بين الرئيس والملك بعض الوقت"
    makers = [
        PageMaker(page, text)
        .said(speaker, text)
        .contact(
            "phone_call", ("norland-president", "sudland-king"), "الاتصال",
            duration=duration, start="2023-03-05", evidence={"duration": "استمر"},
        )
        for page, speaker, duration in (
            ("p1", "anna-berg", "PT1H5M"), ("p2", "sudland-palace", "PT25M"),
        )
    ]  # fmt: skip
    (dispute,) = record(*makers).disputes
    assert (dispute.kind, dispute.field) == ("conflict", "duration")
    assert "1 hour 5 minutes according to anna-berg" in dispute.message
    assert "ساعة و5 دقائق" in dispute.message_ar
    assert "25 دقيقة" in dispute.message_ar


def test_a_claim_that_another_side_denies_is_disputed() -> None:
    claim = "قواتنا عبرت نهر السرو قرب مدينة رملة ليلا"
    denied = "قوات نورلند عبرت نهر السرو قرب رملة"
    one = PageMaker("p1", claim).said("anna-berg", claim)
    other = PageMaker("p2", f"نفى القصر أن {denied}")
    other.said("sudland-palace", denied, polarity="denied")
    (dispute,) = record(one, other).disputes
    assert (dispute.kind, dispute.field) == ("conflict", "claim")
    assert [v.according_to for v in dispute.values] == [("anna-berg",), ("sudland-palace",)]


def test_a_denied_claim_is_quoted_from_the_body_not_from_the_title() -> None:
    claim = "قواتنا عبرت نهر السرو قرب مدينة رملة ليلا"
    title = "قوات نورلند عبرت نهر السرو قرب رملة"
    one = PageMaker("p1", f"{title}\nوقالت إن {claim}")
    one.said("anna-berg", title).said("anna-berg", claim)
    other = PageMaker("p2", f"نفى القصر أن {title}")
    other.said("sudland-palace", title, polarity="denied")
    (dispute,) = record(one, other).disputes
    assert dispute.values[0].value == claim
    assert len(dispute.values[0].evidence) == 1


def test_no_dispute_of_a_denial_that_is_told_twice_or_of_mere_names() -> None:
    denied = "قوات نورلند عبرت نهر السرو قرب رملة"
    other = PageMaker("p2", f"نفى القصر أن {denied}")
    other.said("sudland-palace", denied, polarity="denied")
    for claim in (
        "القصر نفى عبور قوات نورلند نهر السرو قرب رملة",
        "قوات نورلند لم عبرت نهر السرو قرب رملة",
        "قوات نورلند قد تعبر نهر السرو قرب رملة",
    ):
        assert record(PageMaker("p1", claim).said("anna-berg", claim), other).disputes == ()


def test_an_accusation_is_quoted_without_its_verb() -> None:
    claim = "القصر بالوقوف وراء حريق مخازن الحبوب في مدينة رملة"
    denied = "الوقوف وراء حريق مخازن الحبوب في رملة"
    one = PageMaker("p1", f"اتهمت برغ {claim}").said("anna-berg", claim, act="criticise")
    other = PageMaker("p2", f"نفى القصر {denied}").said("sudland-palace", denied, polarity="denied")
    (dispute,) = record(one, other).disputes
    assert dispute.message.startswith("An accusation by")
    assert dispute.message_ar.startswith("اتهام من")


VALUES = st.sampled_from(
    ["2023-03-05", "XXXX-WXX-7", "XXXX-03-05", "2023-03", "2023-03-05T23:30+03:00", "T23:30", "2023",
     "2023-W09-7", "2023-03-05T20:30Z", "PRESENT_REF", "", "2023-99-99", "2023-SU"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.one_of(VALUES, st.text(max_size=20)), st.one_of(VALUES, st.text(max_size=20)))
def test_times_compare_the_same_both_ways_and_never_fail(a: str, b: str) -> None:
    one, other = moment(a), moment(b)
    assert compatible(one, other) == compatible(other, one)
    assert same(one, one)
    assert same(one, other) == same(other, one)

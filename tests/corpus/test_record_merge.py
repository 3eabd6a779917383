from itertools import permutations

from record_builders import PageMaker, record

from riwaya.corpus.values import ref_key
from riwaya.model import MergedContact, Ref, Story

KING, PRESIDENT = "sudland-king", "norland-president"
BOTH = (PRESIDENT, KING)
CALL = "أجرى الرئيس اتصالا هاتفيا بالملك"
PLAN = "يجري الرئيس غدا اتصالا هاتفيا بالملك"


def call(page: str, words: str = CALL, **more: object) -> PageMaker:
    published = more.pop("published", None)
    maker = PageMaker(page, f"عنوان الصفحة\n{words}\nخاتمة", str(published) if published else None)
    return maker.contact("phone_call", BOTH, words, **more)


def leading(contact: MergedContact, field: str) -> object:
    value = getattr(contact, field)
    return value.values[0].value if value is not None else None


def test_a_contact_planned_by_one_page_and_held_by_another_is_one() -> None:
    planned = call("p1", PLAN, status="planned", start="2023-03-05", evidence={"start": "غدا"})
    held = call("p2", start="2023-03-05T21:10+02:00", evidence={"start": "اتصالا"})
    (contact,) = record(planned, held).contacts
    assert contact.pages == ("p1", "p2")
    assert contact.id == "p1#c0"
    assert leading(contact, "status") == "held"
    assert leading(contact, "start") == "2023-03-05T21:10+02:00"
    assert leading(contact, "scheduled_start") == "2023-03-05"


def test_a_weekday_of_an_undated_page_is_the_day_that_another_page_gives() -> None:
    undated = call("p1", start="XXXX-WXX-7", evidence={"start": "اتصالا"})
    dated = call("p2", start="2023-03-05", evidence={"start": "اتصالا"})
    (contact,) = record(undated, dated).contacts
    (start,) = contact.start.values if contact.start else ()
    assert start.value == "2023-03-05"
    assert start.pages == ("p1", "p2") or set(start.pages) == {"p1", "p2"}


def test_calls_of_one_pair_in_two_months_stay_two() -> None:
    march = call("p1", start="2023-03-05")
    june = call("p2", start="2023-06-07")
    assert len(record(march, june).contacts) == 2


def test_one_instant_in_two_zones_is_one_value() -> None:
    one = call("p1", start="2023-03-05T23:30+03:00")
    other = call("p2", start="2023-03-05T20:30Z")
    (contact,) = record(one, other).contacts
    assert contact.start is not None
    assert len(contact.start.values) == 1


def test_a_visit_is_not_the_meeting_held_during_it() -> None:
    meeting = PageMaker("p1", "عقد الرئيس والملك اجتماعا").contact("meeting", BOTH, "اجتماعا")
    visit = PageMaker("p2", "وصل الرئيس في زيارة إلى الملك").contact("visit", BOTH, "زيارة")
    assert len(record(meeting, visit).contacts) == 2


def test_two_contacts_of_one_page_are_never_merged_by_another() -> None:
    two = call("p1", start="2023-03-05")
    two.contact("phone_call", BOTH, "الرئيس", start="2023-03-08")
    assert len(record(two, call("p2")).contacts) == 2


def test_a_page_that_tells_one_contact_twice_without_a_time_has_one() -> None:
    twice = call("p1")
    twice.contact("phone_call", BOTH, "الرئيس")
    assert len(record(twice).contacts) == 1
    text = "عنوان الصفحة\nأجرى الرئيس اتصالا بالملك، وكان اتصال سابق قد تعثر"
    second = PageMaker("p1", text).contact("phone_call", BOTH, "اتصالا")
    second.contact("phone_call", BOTH, "اتصال سابق")
    assert len(record(second).contacts) == 2


def test_a_title_that_names_the_office_tells_the_contact_of_its_holder() -> None:
    text = "اتصال بين الرئيس النورلاندي والملك\nهاتف الرئيس النورلاندي يوناس فيك الملك مساء، في مكالمة طويلة"
    maker = PageMaker("p1", text)
    maker.contact("phone_call", ("norland-chief", "sudland-king"), "اتصال")
    maker.contact("phone_call", ("junas-fik", "sudland-king"), "مكالمة", start="2023-03-05")
    maker.describes("الرئيس النورلاندي", "norland-chief")
    maker.describes("الرئيس النورلاندي يوناس", "junas-fik", width=len("الرئيس النورلاندي"))
    maker.names("يوناس فيك", "junas-fik", "PER")
    (contact,) = record(maker).contacts
    assert {str(ref_key(v.value)) for v in contact.parties.values} == {"junas-fik", "sudland-king"}


def test_a_page_that_tells_one_meeting_as_two_of_one_day_has_one() -> None:
    both = PageMaker("p1", "قمة بين الرئيس والملك\nعقد الرئيس والملك اجتماعا")
    both.contact("summit", BOTH, "قمة", start="2023-03-05")
    both.contact("meeting", BOTH, "اجتماعا", start="2023-03-05")
    (contact,) = record(both).contacts
    assert leading(contact, "kind") == "summit"
    assert contact.pages == ("p1",)


def test_the_same_day_joins_contacts_of_stories_that_nothing_links() -> None:
    stories = [Story(id="a", title="", pages=("p1",)), Story(id="b", title="", pages=("p2",))]
    same = record(call("p1", start="2023-03-05"), call("p2", start="2023-03-05"), stories=stories)
    assert len(same.contacts) == 1
    open_ = record(call("p1", start="2023-03-05"), call("p2"), stories=stories)
    assert len(open_.contacts) == 2


def test_a_story_that_follows_another_shares_its_contacts() -> None:
    stories = [
        Story(id="a", title="", pages=("p1",)),
        Story(id="b", title="", pages=("p2",), follows=("a",)),
    ]
    assert len(record(call("p1", start="2023-03-05"), call("p2"), stories=stories).contacts) == 1


def test_a_page_that_still_expects_a_contact_after_its_day_means_another() -> None:
    held = call("p1", start="2023-03-05", published="2023-03-05")
    planned = call("p2", PLAN, status="planned", published="2023-03-20")
    assert len(record(held, planned).contacts) == 2


def test_a_summit_leads_over_a_contact_that_is_not_told_which() -> None:
    vague = PageMaker("p1", "تواصل الرئيس والملك").contact("contact", BOTH, "تواصل")
    summit = PageMaker("p2", "قمة بين الرئيس والملك").contact("summit", BOTH, "قمة")
    (contact,) = record(vague, summit).contacts
    assert leading(contact, "kind") == "summit"


def test_what_begins_after_the_page_is_planned_whatever_its_verb() -> None:
    maker = call("p1", start="2023-03-09", published="2023-03-05")
    (contact,) = record(maker).contacts
    assert leading(contact, "status") == "planned"


def test_a_state_beside_its_own_head_is_no_further_party() -> None:
    three = PageMaker("p1", CALL).contact("phone_call", (*BOTH, "sudland"), "اتصالا")
    (contact,) = record(three, call("p2")).contacts
    assert [v.value.entity for v in contact.parties.values if isinstance(v.value, Ref)] == [*BOTH]


def test_a_state_stands_for_its_head_where_kind_or_day_agrees() -> None:
    heads = call("p1", start="2023-03-05")
    state = PageMaker("p2", CALL).contact(
        "phone_call", (PRESIDENT, "sudland"), "اتصالا", start="2023-03-05"
    )
    assert len(record(heads, state).contacts) == 1
    undated = PageMaker("p3", CALL).contact("contact", (PRESIDENT, "sudland"), "اتصالا")
    assert len(record(heads, undated).contacts) == 2


def test_the_record_is_the_same_whatever_the_order_of_pages() -> None:
    makers = [
        call("p1", start="2023-03-05"),
        call("p2", PLAN, status="planned", start="XXXX-WXX-7"),
        call("p3"),
        call("p4", start="2023-06-07"),
    ]
    story = Story(id="p1", title="", pages=("p1", "p2", "p3", "p4"))
    first = record(*makers, stories=[story])
    for order in permutations(makers):
        pages = tuple(m.id for m in order)
        again = record(*order, stories=[Story(id="p1", title="", pages=pages)])
        assert again == first


def test_last_months_meeting_is_not_the_one_that_a_page_tells_without_a_time() -> None:
    last_month = call("p1", start="2023-02", published="2023-03-05")
    fresh = call("p2", published="2023-03-05")
    assert len(record(last_month, fresh).contacts) == 2
    of_this_month = call("p1", start="2023-03", published="2023-03-05")
    assert len(record(of_this_month, fresh).contacts) == 1

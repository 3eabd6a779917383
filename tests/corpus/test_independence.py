import pytest
from record_builders import PageMaker, Registry, copied, record, ref

from riwaya.corpus.independence_origins import carriers, origin
from riwaya.model import FieldValue, Ref, Speaker

BOTH = ("norland-president", "sudland-king")
CALL = "أجرى الرئيس اتصالا هاتفيا بالملك استمر ساعة"
LEAD = "خبر اليوم عن الاتصال\nمقدمة قصيرة عن الأمر\n"


def call(page: str, speaker: str | None = None, **more: object) -> PageMaker:
    named = {"named": more.pop("named")} if "named" in more else {}
    chain = {"chain": more.pop("chain")} if "chain" in more else {}
    maker = PageMaker(page, f"{LEAD}{CALL}\nانتهى النص", **more)  # type: ignore[arg-type]
    if speaker:
        maker.said(speaker, CALL, **named, **chain)
    return maker.contact("phone_call", BOTH, CALL)


def status(*makers: PageMaker, **more: object) -> tuple[FieldValue, str]:
    (contact,) = record(*makers, **more).contacts  # type: ignore[arg-type]
    return contact.status.values[0], contact.status.status


def test_spokespeople_and_offices_of_one_government_are_one_origin() -> None:
    value, field = status(call("p1", "anna-berg"), call("p2", "norland-foreign-ministry"))
    assert (value.independent, value.independent_max) == (1, 1)
    assert value.origins == ("norland",)
    assert value.according_to == ("anna-berg", "norland-foreign-ministry")
    assert field == "one_side"


def test_both_parties_saying_so_is_told_as_both_sides() -> None:
    value, field = status(call("p1", "anna-berg"), call("p2", "sudland-palace"))
    assert value.independent == 2
    assert field == "both_sides"


def test_an_outsider_beside_a_party_corroborates() -> None:
    value, field = status(call("p1", "anna-berg"), call("p2", "harbour-watch"))
    assert value.independent == 2
    assert field == "corroborated"


def test_what_nobody_is_named_for_raises_the_upper_bound_only() -> None:
    value, field = status(call("p1", "anna-berg"), call("p2"), call("p3"))
    assert (value.independent, value.independent_max) == (1, 3)
    assert field == "one_side"


def test_a_copied_passage_has_its_origin_from_the_page_that_names_it() -> None:
    named, bare = call("p1", "anna-berg"), call("p2")
    value, _ = status(named, bare, copies=[copied(named, bare, CALL)])
    assert value.independent_max == 1


def test_copies_of_an_unnamed_origin_count_once() -> None:
    a, b = call("p1"), call("p2")
    value, field = status(a, b, copies=[copied(a, b, CALL)])
    assert (value.independent, value.independent_max) == (0, 1)
    assert field == "repeated"


def test_pages_of_one_agency_or_outlet_count_once() -> None:
    value, _ = status(call("p1", agency="reuters"), call("p2", agency="reuters"))
    assert value.independent_max == 1
    value, _ = status(call("p1", outlet="الأفق"), call("p2", outlet="الأفق"))
    assert value.independent_max == 1


def test_a_relay_names_no_origin() -> None:
    value, _ = status(call("p1", "reuters"), call("p2", "reuters"))
    assert (value.independent, value.independent_max) == (0, 1)


def test_an_unnamed_official_of_a_known_side_speaks_for_it() -> None:
    maker = call("p1")
    maker.said("norland@p1", CALL, named="unnamed")
    value, _ = status(maker)
    assert value.origins == ("norland",)


def test_an_unnamed_source_of_no_side_is_no_known_origin() -> None:
    value, _ = status(call("p1", "source@p1", named="unnamed"))
    assert (value.independent, value.independent_max) == (0, 1)


def test_a_withheld_or_denied_statement_carries_nothing() -> None:
    maker = PageMaker("p1", f"{LEAD}{CALL}")
    maker.said("anna-berg", CALL, polarity="withheld").contact("phone_call", BOTH, CALL)
    value, _ = status(maker)
    assert value.independent == 0


def test_a_lead_that_the_body_ascribes_is_no_voice_of_its_own() -> None:
    text = "اتصال بين الزعيمين\nتحادث الزعيمان هاتفيا\nقالت بيرغ إن الزعيمين تحادثا طويلا"
    maker = PageMaker("p1", text).said("anna-berg", "الزعيمين تحادثا طويلا")
    maker.contact("phone_call", BOTH, "الزعيمين تحادثا")
    spans = (*maker.contacts[0].evidence["status"],)
    lead = (text.index("تحادث الزعيمان"), text.index("تحادث الزعيمان") + 14)
    maker.contacts[0].evidence["status"] = (lead, *spans)
    value, _ = status(maker)
    assert (value.independent, value.independent_max) == (1, 1)


@pytest.mark.parametrize(
    ("links", "key", "known"),
    [
        (["anna-berg", "sudland-king"], "norland", True),
        (["cnn", "anna-berg"], "norland", True),
        (["isna", "sputnik"], "sputnik", False),
        (["spa"], "saudi-arabia", True),
        ([], "", False),
    ],
)
def test_the_origin_is_the_first_link_that_is_no_carrier(
    links: list[str], key: str, known: bool
) -> None:
    found = origin([ref(link) for link in links], Registry())
    assert (found.key, found.known) == (key, known)


@pytest.mark.parametrize("name", ["وكالة رويترز", "صحيفة محلية", "وسائل إعلام", "قناة الأفق"])
def test_media_are_carriers_by_their_names(name: str) -> None:
    assert Ref(entity=None, name=name) in carriers()


def test_people_are_no_carriers() -> None:
    assert Speaker(entity="anna-berg", name="آنا بيرغ") not in carriers()

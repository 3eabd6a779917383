import msgspec
import pytest
from record_builders import PageMaker

from riwaya.corpus.independence_sides import RegistrySides, StorySides, described_side
from riwaya.corpus.independence_titles import unnamed_speakers
from riwaya.model import Analysed, Mention, Ref, Speaker, Statement


@pytest.mark.parametrize(
    ("description", "state"),
    [
        ("المتحدث باسم وزارة الخارجية النرويجية", "norway"),
        ("مسؤول في الحكومة الكينية", "kenya"),
        ("وزير خارجية البرتغال", "portugal"),
        ("مصدر عسكري كوري جنوبي", "south-korea"),
        ("مسؤول نرويجي لوكالة الأنباء الألمانية", "norway"),
        ("المعارضة الكينية", None),
        ("الناشط النرويجي", None),
        ("مصادر طبية", None),
        ("نادي برشلونة", None),
        ("", None),
    ],
)
def test_a_description_names_the_government_it_speaks_for(
    description: str, state: str | None
) -> None:
    assert described_side(description) == state


def test_ids_made_from_an_adjective_are_their_state() -> None:
    sides = RegistrySides()
    assert sides.side_of("norwegian-government") == "norway"
    assert sides.side_of("south-korean-foreign-ministry") == "south-korea"
    assert sides.side_of("norwegian-opposition") is None


def test_an_unnamed_official_speaks_for_the_body_in_the_id() -> None:
    assert RegistrySides().side_of("kremlin-official@some-page") == "russia"


def test_a_head_of_state_speaks_for_it_while_in_office_only() -> None:
    sides = RegistrySides()
    assert sides.side_of("barack-obama", "2012-05-01") == "united-states"
    assert sides.side_of("barack-obama", "2018-05-01") is None
    assert sides.home_of("barack-obama") == "united-states"


def named(page_id: str, text: str, name: str, entity: str) -> Analysed:
    page = PageMaker(page_id, text).page()
    start = text.index(name)
    mention = Mention(
        start=start, end=start + len(name), text=name, type="PER", kind="name", entity=entity
    )
    return Analysed(id=page.id, text=text, language="ar", blocks=page.blocks, mentions=(mention,))


def test_the_title_beside_a_name_gives_the_side_to_the_whole_story() -> None:
    first = named(
        "p1", "قالت وزيرة الصحة النرويجية سولفي نيغارد إن الوباء انحسر", "سولفي نيغارد", "x1"
    )
    second = named("p2", "وأكدت سولفي نيغارد ذلك", "سولفي نيغارد", "x1")
    assert StorySides(RegistrySides(), [first, second]).side_of("x1") == "norway"


def test_a_title_before_another_word_is_nobodys() -> None:
    page = named("p1", "وقالت الشرطة النرويجية إن سولفي نيغارد غادرت", "سولفي نيغارد", "x1")
    assert StorySides(RegistrySides(), [page]).side_of("x1") is None


def test_an_office_of_an_unnamed_government_is_official_without_a_side() -> None:
    page = named("p1", "وقال المتحدث باسم الشرطة إيفار لوند", "إيفار لوند", "x1")
    sides = StorySides(RegistrySides(), [page])
    assert sides.side_of("x1") is None
    assert sides.official(Ref(entity="x1", name="إيفار لوند"))


def test_an_unnamed_official_is_of_the_body_that_the_page_goes_on_to_name() -> None:
    text = "صرح مسؤول رفيع المستوى في هيئة الموانئ النرويجية لوكالة الأنباء أن الرصيف أغلق."
    start, end = 4, len("صرح مسؤول رفيع")
    body = text.index("هيئة")
    page = Analysed(
        id="p1", text=text, language="ar",
        statements=(
            Statement(
                id="s1", type="indirect", content=((70, len(text) - 1),), cue=(0, 3),
                speaker=Speaker(
                    entity="official@p1", name="مسؤول رفيع", span=(start, end), named="unnamed"
                ),
            ),
        ),
    )  # fmt: skip
    named = Mention(
        start=body, end=body + 20, text="هيئة الموانئ النرويجية", type="ORG", kind="name",
        entity="port-authority",
    )  # fmt: skip
    ((who, phrase, bodies),) = unnamed_speakers(page)
    assert (who, phrase.strip(), bodies) == (
        "official@p1", "مسؤول رفيع المستوى في هيئة الموانئ النرويجية", (),
    )  # fmt: skip
    assert StorySides(RegistrySides(), [page]).side_of("official@p1") == "norway"
    told = msgspec.structs.replace(page, mentions=(named,))
    assert StorySides(RegistrySides(), [told]).side_of("official@p1") == "port-authority"

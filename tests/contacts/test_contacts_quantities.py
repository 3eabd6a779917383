"""Numbers that a story can dispute."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riwaya.contacts.quantities import find_quantities


def quantities(page_and_layers, text: str) -> list[tuple[object, str | None, str | None, str]]:
    found = find_quantities(*page_and_layers(text))
    return [(q.value, q.unit, q.of, q.hedge) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أسفر الحريق عن مقتل 17 شخصا.", (17.0, "person", "dead", "exact")),
        ("وأعلن مقتل جنديين في الانفجار.", (2.0, "person", "dead", "exact")),
        (
            "عدد المدنيين الذين قتلوا في الحي منذ الربيع ارتفع إلى 1181 شخصا.",
            (1181.0, "person", "dead", "exact"),
        ),
        ("وأصاب المهاجم 8 أشخاص.", (8.0, "person", "injured", "exact")),
        ("وضمت القائمة 60 تونسيا.", (60.0, "person", None, "exact")),
        ("وتم تحرير 451 مخالفة.", (451.0, None, "مخالفة", "exact")),
        ("ليرتفع بذلك إلى 117 عدد القتلى.", (117.0, "person", "dead", "exact")),
        ("وخطف المسلحون نحو 276 تلميذة.", (276.0, "person", "kidnapped", "about")),
        ("أصيب نحو ثلاثين شخصا بجروح.", (30.0, "person", "injured", "about")),
        ("سقط ما لا يقل عن 12 قتيلا.", (12.0, "person", "dead", "at_least")),
        ("قتل 9 أشخاص على الأقل في السيل.", (9.0, "person", "dead", "at_least")),
        ("واعتقلت الشرطة خمسة مسلحين.", (5.0, "person", "arrested", "exact")),
        ("فر أكثر من ألفي نازح من القرية.", (2000.0, "person", "displaced", "at_least")),
        ("مبنى من أربعة طوابق انهار.", (4.0, "storey", None, "exact")),
        ("أطلقت القوات 8 صواريخ.", (8.0, "missile", None, "exact")),
        ("بلغت الخسائر 2,5 مليون دولار.", (2500000.0, "USD", "money", "exact")),
        ("خسرت العملة 13 بالمئة من قيمتها.", (13.0, "percent", None, "exact")),
        ("ارتفعت الأسعار 7.5% هذا العام.", (7.5, "percent", None, "exact")),
        ("تراجعت الصادرات أقل من 20 في المئة.", (20.0, "percent", None, "at_most")),
        ("منحة بقيمة 300 مليون ريال قطري.", (300000000.0, "QAR", "money", "exact")),
        ("على مسافة 70 إلى 80 كيلومترا من المدينة.", ((70.0, 80.0), "kilometre", None, "exact")),
        ("شارك في المسيرة بين 10 و20 شخصا.", ((10.0, 20.0), "person", None, "exact")),
        ("قال إن قتيلين سقطا.", (2.0, "person", "dead", "exact")),
        ("وذكر أن 11 شخصا أصيبوا في التدافع.", (11.0, "person", "injured", "exact")),
        ("شارك 45 فريقا في السباق.", (45.0, None, "فريقا", "exact")),
    ],
)
def test_a_number_is_read_with_what_it_counts(page_and_layers, text: str, expected) -> None:
    assert quantities(page_and_layers, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "نصت المادة 15 على ذلك.",
        "في الفصل الثالث من الكتاب.",
        "منذ عام 2011 لم يتغير شيء.",
        "وصل في 2018 وعاد.",
        "كان الأول في ترتيبه.",
        "فاز بواقع 3-1 على خصمه.",
    ],
)
def test_ranks_years_and_names_count_nothing(page_and_layers, text: str) -> None:
    assert quantities(page_and_layers, text) == []


def test_times_are_no_quantities() -> None:
    from riwaya.model import Block, Found, Page, Time

    text = "انتظروا 45 دقيقة قبل الإفراج عنهم."
    page = Page(id="p", text=text, language="ar", format="text", sha256="0")
    found = Found(
        blocks=(Block(start=0, end=len(text), role="paragraph"),),
        times=(Time(start=8, end=16, text="45 دقيقة", type="DURATION", value="PT45M"),),
    )
    assert find_quantities(page, found) == []


def test_spans_hold_the_number_and_its_noun(page_and_layers) -> None:
    text = "أعلنت الشرطة مقتل ثلاثة متظاهرين."
    (quantity,) = find_quantities(*page_and_layers(text))
    assert text[quantity.start : quantity.end] == "ثلاثة متظاهرين"


_PIECES = st.sampled_from(
    [
        "مقتل",
        "إصابة",
        "3",
        "20",
        "ألف",
        "مليون",
        "ثلاثة",
        "خمسين",
        "شخصا",
        "قتيل",
        "قتيلين",
        "بالمئة",
        "%",
        "$",
        "€",
        "دولار",
        "بين",
        "و10",
        "إلى",
        "-",
        "على",
        "الأقل",
        "نحو",
        "أكثر",
        "من",
        "ما",
        "يزيد",
        "عن",
        ".",
        "،",
        "\n",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=30).map(" ".join)))
def test_no_text_fails_and_spans_lie_inside(page_and_layers, text: str) -> None:
    for quantity in find_quantities(*page_and_layers(text)):
        assert 0 <= quantity.start < quantity.end <= len(text)
        if isinstance(quantity.value, tuple):
            assert quantity.value[0] < quantity.value[1]


@pytest.mark.parametrize(
    ("text", "value", "of", "hedge"),
    [
        ("إن 17 شخصا نقلوا إلى المشافي جراء إصابتهم.", 17.0, "injured", "exact"),
        ("بقي 11 شخصا في عداد المفقودين.", 11.0, "missing", "exact"),
        ("بلغت حصيلة القتلى 1200 على الأقل.", 1200.0, "dead", "at_least"),
        ("تجاوز عدد الجرحى 3 آلاف.", 3000.0, "injured", "at_least"),
        ("وصلت حصيلة الوفيات إلى 245 حالة.", 245.0, "dead", "exact"),
        ("كانت الطائرة تقل 189 راكبا.", 189.0, "passenger", "exact"),
    ],
)
def test_what_befell_those_counted_is_read_around_the_number(
    page_and_layers, text: str, value: float, of: str, hedge: str
) -> None:
    from riwaya.contacts.quantities import find_quantities

    (quantity,) = find_quantities(*page_and_layers(text))
    assert (quantity.value, quantity.unit, quantity.of, quantity.hedge) == (
        value, "person", of, hedge,
    )  # fmt: skip


def test_the_next_clause_s_verb_does_not_tell_of_those_before_it(page_and_layers) -> None:
    from riwaya.contacts.quantities import find_quantities

    found = find_quantities(*page_and_layers("قضى 9 أشخاص وجرح 11 في الحريق."))
    assert [q.of for q in found] == ["dead", "injured"]


@pytest.mark.parametrize("text", ["كمية قليلة من الغاز.", "في الدائرة 18 بالمرفأ."])
def test_what_counts_nothing_is_none(page_and_layers, text: str) -> None:
    from riwaya.contacts.quantities import find_quantities

    assert find_quantities(*page_and_layers(text)) == []

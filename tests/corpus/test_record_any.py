"""Whatever the page steps find, the record is made, and is the same in any order."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from record_builders import Registry

from riwaya.corpus.record import build_record
from riwaya.model import (
    Analysed,
    Contact,
    PageWarning,
    Published,
    Quantity,
    Ref,
    Speaker,
    Statement,
    Story,
)

TEXT = (
    "قال المتحدث باسم الحكومة إن 17 شخصا أصيبوا. ونفى الملك ذلك، وتحادث مع الرئيس هاتفيا يوم الأحد."
)
SPANS = st.tuples(st.integers(0, len(TEXT) + 5), st.integers(0, 40)).map(lambda s: (s[0], sum(s)))
WHO = st.sampled_from(["anna-berg", "sudland-king", "norland", "reuters", "source@p", "x"])
REFS = WHO.map(lambda e: Ref(entity=e, name=e))
STARTS = st.sampled_from(
    [None, "2023-03-05", "XXXX-WXX-7", "2023-03", "T99:99", "0000-00-00", "9999-12-31T23:59-09:00", "؟"]
)  # fmt: skip


def statement(
    index: int, content: list[tuple[int, int]], who: str, more: dict[str, Any]
) -> Statement:
    speaker = Speaker(entity=who, name=who, named="unnamed" if "@" in who else "named")
    return Statement(
        id=f"s{index}", type="indirect", content=tuple(content), cue=None, speaker=speaker, **more
    )


STATEMENTS = st.lists(
    st.tuples(
        st.lists(SPANS, max_size=2),
        WHO,
        st.fixed_dictionaries(
            {"polarity": st.sampled_from(["affirmed", "denied"]), "chain": st.tuples(REFS)}
        ),
    ),
    max_size=3,
).map(lambda rows: tuple(statement(i, *row) for i, row in enumerate(rows)))
CONTACTS = st.lists(
    st.builds(
        dict,
        kind=st.sampled_from(["phone_call", "meeting", "contact"]),
        status=st.sampled_from(["held", "planned", "denied"]),
        parties=st.lists(REFS, max_size=3).map(tuple),
        start=STARTS,
        scheduled_start=STARTS,
        initiator=st.none() | REFS,
        duration=st.sampled_from([None, "PT50M", "P1Y", "x"]),
        evidence=st.fixed_dictionaries({"kind": SPANS.map(lambda s: (s,))}),
    ),
    max_size=3,
).map(lambda rows: tuple(Contact(id=f"c{i}", **row) for i, row in enumerate(rows)))
QUANTITIES = st.lists(
    st.builds(
        lambda span, value: Quantity(
            start=span[0], end=span[1], value=value, unit="person", of="injured"
        ),
        SPANS,
        st.floats(0, 1e7) | st.tuples(st.floats(0, 9), st.floats(9, 99)),
    ),
    max_size=2,
).map(tuple)
WARNINGS = st.lists(SPANS, max_size=3).map(
    lambda spans: (PageWarning(kind="impossible_time", spans=tuple(spans), message=""),)
)
PAGES = st.lists(
    st.builds(
        dict,
        statements=STATEMENTS,
        contacts=CONTACTS,
        quantities=QUANTITIES,
        warnings=WARNINGS,
        published=st.sampled_from([None, Published(value="2023-03-05T08:00Z", basis="metadata")]),
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=40, deadline=None)
@given(PAGES)
def test_any_findings_make_a_record_whatever_the_order(rows: list[dict[str, Any]]) -> None:
    pages = {
        f"p{i}": Analysed(id=f"p{i}", text=TEXT, language="ar", **row) for i, row in enumerate(rows)
    }
    forward, backward = (
        build_record(
            [Story(id="story:p0", title="", pages=order)],
            [],
            pages.__getitem__,
            sides=Registry(),
        )
        for order in (tuple(pages), tuple(reversed(pages)))
    )
    assert forward == backward

"""Any text whatever: no crash, spans in bounds, no name over another."""

from __future__ import annotations

import itertools
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.model import Block, Found, Published
from riwaya.names import tag
from riwaya.names.mentions import find_mentions
from riwaya.reading.page import page_from_text

_PIECES = st.sampled_from(
    [
        "بوتين",
        "و",
        "لل",
        "ال",
        "بن",
        "الرئيس",
        "الروسي",
        "،",
        ".",
        "\n",
        "نظيره",
        "بلاده",
        "المتحدث",
        "باسم",
        "الكرملين",
        "شرق",
        "#",
        "_",
        "-",
        "أوكرانيا",
        "١٢",
        "abc",
        "ً",
        "\u200f",
        "«",
        "»",
        "وزارة",
        "الخارجية",
    ]
)
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=25).map(" ".join))


@settings(max_examples=60, deadline=None)
@given(_TEXTS)
def test_mentions_lie_in_the_text_and_names_do_not_overlap(text: str) -> None:
    found = tag(text, "2021-12-30")
    names = sorted((m.start, m.end) for m in found if m.kind == "name")
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert not mention.text[0].isspace()
        assert not mention.text[-1].isspace()
    for (_, end), (start, _) in itertools.pairwise(names):
        assert end <= start


def test_only_body_blocks_are_read() -> None:
    text = "بوتين يتحدث\nبوتين مرة أخرى"
    blocks = (Block(start=0, end=11, role="title"), Block(start=12, end=len(text), role="related"))
    found = Found(blocks=blocks, published=Published(value="2020-01-01", basis="metadata"))
    assert [m.start for m in find_mentions(page_from_text("p", text), found)] == [0]


def test_a_long_line_takes_time_in_proportion() -> None:
    line = "قال الرئيس الروسي فلاديمير بوتين إن نظيره الأمريكي اتصل بلافروف " * 20
    tag(line)
    began = time.process_time()
    tag(line)
    short = time.process_time() - began
    began = time.process_time()
    tag(line * 8)
    assert time.process_time() - began < 40 * short + 1.0

"""Any text whatever goes through every step: nothing raises, nothing is lost, spans stay in the text."""

from __future__ import annotations

import json
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riwaya.engine.work import work_chunk
from riwaya.model import SetAside
from riwaya.reading.items import Item
from riwaya.store.codec import unpack_page

_PIECES = (
    "قال أكد أن إن الرئيس وزير الخارجية محمد سالم علي روسيا باريس الأمم المتحدة بيان لـ رويترز يوم "
    "الثلاثاء 12 مارس 2024 ١٤٤٥ هـ أمس الساعة 10:30 بتوقيت غرينتش اتصال هاتفي لقاء قمة مع بين وبين "
    '« » " “ ” : ، . ؟ ( ) - – قتلى ثلاثة 40% نفى لم لا يقول بحسب وفق نقلا عن المصدر اقرأ أيضا '
    "\u200f \n \n\n \t \xa0 ـ ّ َ \ufffd"
)
_WORDS = st.sampled_from(_PIECES.split(" "))
_TEXT = st.one_of(
    st.lists(_WORDS, max_size=80).map(" ".join),
    st.text(max_size=200),
    st.text(alphabet='ابتنملويةىأ \n"«».:،0١', max_size=300),
)
_MANY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _spans(value: Any) -> Any:
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            yield value["start"], value["end"]
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner)


def _check(item: Item) -> None:
    (worked,) = work_chunk([item]).worked
    if isinstance(worked.result, SetAside):
        assert worked.result.reason != "step_failed", worked.result.detail
        return
    stored = unpack_page(worked.result.data)
    length = len(stored.page.text)
    for start, end in _spans(json.loads(msgspec.json.encode(stored.layers))):
        assert 0 <= start <= end <= length


@_MANY
@given(_TEXT)
def test_any_plain_text(text: str) -> None:
    _check(Item("a.txt", text.encode("utf-8", "surrogatepass"), "text", "a.txt"))


@_MANY
@given(title=_TEXT, text=_TEXT, published=st.one_of(st.none(), st.text(max_size=20)))
def test_any_record(title: str, text: str, published: str | None) -> None:
    record = {"id": "r", "title": title, "text": text, "published": published, "outlet": title[:20]}
    _check(Item("a.jsonl#1", json.dumps(record).encode(), "record", "a.jsonl"))


@_MANY
@given(
    st.lists(
        st.tuples(st.sampled_from(["p", "h1", "div", "li", "a", "b", "br"]), _TEXT), max_size=8
    )
)
def test_any_markup(parts: list[tuple[str, str]]) -> None:
    body = "".join(f"<{tag}>{text}</{tag}>" for tag, text in parts)
    html = f"<html><head><title>خبر</title></head><body>{body}</body></html>"
    _check(Item("a.html", html.encode("utf-8", "surrogatepass"), "html", "a.html"))


@_MANY
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    _check(Item("a.txt", data, "text", "a.txt"))
    _check(Item("a.html", data, "html", "a.html"))
    _check(Item("a.jsonl#1", data, "record", "a.jsonl"))

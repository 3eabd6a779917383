from __future__ import annotations

import json

import pytest

from riwaya.export.articles import FORMATS, Repeats, article
from riwaya.model import Analysed, Block, Outlet, Published

BODY = (
    "أعلنت إدارة المتحف البحري أنها تستقبل الزوار من جديد بعد أعمال صيانة استمرت ثمانية أشهر.\n"
    "وتضم القاعات الجديدة نماذج لسفن شراعية قديمة وخرائط رسمها بحارة الميناء قبل قرنين من الزمن."
)


def _page(page_id: str = "a", body: str = BODY, title: str = "المتحف *البحري* يعود") -> Analysed:
    text = f"{title}\n{body}\nإعلان"
    blocks, at = [], 0
    for index, line in enumerate(text.split("\n")):
        last = index == text.count("\n")
        role = "title" if not index else "navigation" if last else "paragraph"
        blocks.append(Block(start=at, end=at + len(line), role=role))  # type: ignore[arg-type]
        at += len(line) + 1
    return Analysed(
        id=page_id,
        text=text,
        language="ar",
        title=title,
        blocks=tuple(blocks),
        outlet=Outlet(name="صحيفة المرفأ"),
        published=Published(value="2024-03-02", basis="dateline"),
    )


@pytest.mark.parametrize("name", FORMATS)
def test_an_article_has_its_title_date_outlet_and_body_and_nothing_else(name: str) -> None:
    out = FORMATS[name](article(_page()), True)
    assert "2024" in out
    assert "صحيفة المرفأ" in out
    assert "وتضم القاعات" in out
    assert "إعلان" not in out


def test_markdown_of_a_page_stays_text() -> None:
    out = FORMATS["md"](article(_page(body="# عنوان <script>\n- [رابط](x)")), True)
    assert "المتحف \\*البحري\\* يعود" in out
    assert "\\<script\\>" in out
    assert "\n\\# عنوان" in out
    assert "\n\\- \\[رابط\\]" in out


def test_json_lines_can_be_read_again() -> None:
    assert json.loads(FORMATS["jsonl"](article(_page()), False))["text"] == BODY


def test_a_repeated_body_is_known_whatever_its_spelling_and_title() -> None:
    repeats = Repeats()
    assert repeats.of(_page("a")) is None
    assert repeats.of(_page("b", BODY.replace("أ", "ا"), "عنوان آخر")) == "a"
    assert (
        repeats.of(_page("c", "نص مختلف تماما عن الذي سبقه وفيه خبر عن مباراة في كرة اليد")) is None
    )


def test_short_bodies_repeat_only_when_they_are_the_same() -> None:
    repeats = Repeats()
    assert repeats.of(_page("a", "خبر قصير")) is None
    assert repeats.of(_page("b", "خبر آخر")) is None
    assert repeats.of(_page("c", "خبر قصير")) == "a"

"""Layers are written out well nested, and every code point once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from riwaya.model import Copy, PageSpan
from riwaya.web.render.aligned import compare_pages
from riwaya.web.render.layers import Mark, nested, plain, runs

TEXT = "قال الوزير إن المحصول جيد 🌾 هذا العام"
spans = st.tuples(st.integers(0, len(TEXT) + 3), st.integers(0, len(TEXT) + 3))
marks = st.lists(
    st.builds(
        lambda span, link, rank: Mark((min(span), max(span)), "x", href="/y" if link else "", rank=rank),
        spans, st.booleans(), st.integers(0, 9),
    ),
    max_size=12,
)  # fmt: skip


@given(marks, spans)
def test_marks_nest_and_no_letter_is_lost_or_told_twice(
    found: list[Mark], part: tuple[int, int]
) -> None:
    start, end = min(*part, len(TEXT)), min(max(part), len(TEXT))
    pieces = nested(TEXT, start, end, found)
    assert plain(pieces) == TEXT[start:end]
    stack: list[Mark | None] = []
    covered: dict[int, set[int]] = {}
    at = start
    for piece in pieces:
        if piece.kind == "open":
            assert not (piece.tag == "a" and "a" in [tag for _, tag in stack])
            stack.append((piece.mark, piece.tag))
        elif piece.kind == "close":
            assert stack.pop() == (piece.mark, piece.tag)
        else:
            for mark, _ in stack:
                covered.setdefault(id(mark), set()).update(range(at, at + len(piece.text)))
            at += len(piece.text)
    assert not stack
    for mark in found:
        expected = set(range(max(start, mark.span[0]), min(end, mark.span[1])))
        assert covered.get(id(mark), set()) == expected


@given(st.lists(spans, max_size=6))
def test_runs_give_the_text_back(found: list[tuple[int, int]]) -> None:
    at, kept = 0, []
    for a, b in sorted((min(s), max(s)) for s in found):
        if a >= at and a < b <= len(TEXT):
            kept.append((a, b))
            at = b
    assert "".join(text for text, _ in runs(TEXT, kept)) == TEXT
    assert [text for text, inside in runs(TEXT, kept) if inside] == [TEXT[a:b] for a, b in kept]


@given(st.lists(st.tuples(spans, spans), max_size=5))
def test_a_comparison_shows_all_of_both_pages(
    pairs: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    left, right = TEXT, TEXT[::-1]
    copies = [
        Copy(
            a=PageSpan(page="l", start=min(a), end=min(max(a), len(left))),
            b=PageSpan(page="r", start=min(b), end=min(max(b), len(right))),
            verbatim=True, similarity=1.0,
        )
        for a, b in pairs
        if min(a) < min(max(a), len(left)) and min(b) < min(max(b), len(right))
    ]  # fmt: skip
    made = compare_pages(left, right, "l", copies)
    for text, side in ((left, "left"), (right, "right")):
        covered = [getattr(row, f"{side}_span") for row in made.rows]
        assert covered == sorted(covered)
        kept = "".join(text[s:e] for s, e in covered)
        assert [c for c in kept if not c.isspace()] == [c for c in text if not c.isspace()]
    assert len(made.crossing) + sum(row.copy is not None for row in made.rows) == len(copies)

"""What each line shows of its part in the page: named features, from the line and its neighbours.

What a line shows by itself comes from :mod:`riwaya.reading.shape`; here it is set among the others:
before or behind the prose, alone or in a run, said before, close to or far from the page's subject.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.model import Page
from riwaya.reading.headline import mark_headline, said_in, stems
from riwaya.reading.lexicon import key
from riwaya.reading.lines import Line
from riwaya.reading.shape import MEDIUM, own_features
from riwaya.reading.surroundings import mark_surroundings

_HEADLINE = 40
_OFF_TOPIC_LEAST = 2
_FIRST_LINES = 4
_FAR = 3
_MANY = 3
_AHEAD_READ = 400
_FEW_LINES = 4
_ON_SUBJECT, _NEAR_SUBJECT = 0.75, 0.4

_HEADING_KINDS = ("related", "form", "tags", "end")
"""What a heading can stand over, by the names of its lexicons."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of the page from outside its text: folded titles and authors.

    ``common``: short lines that other pages of its outlet have as well.
    """

    titles: frozenset[str]
    authors: frozenset[str]
    record: bool
    common: frozenset[str] = frozenset()

    @classmethod
    def of(cls, page: Page) -> Given:
        def of_kind(kind: str) -> frozenset[str]:
            return frozenset(key(h.value) for h in page.hints if h.kind == kind) - {""}

        record = page.format == "record"
        if not page.hints:
            return cls(frozenset(), frozenset(), record)
        return cls(of_kind("title"), of_kind("author"), record, of_kind("common_line"))


def features(lines: Sequence[Line], given: Given) -> list[set[str]]:
    """The features of every line of a page."""
    out = [own_features(line) for line in lines]
    prose = _place(lines, out)
    _titles(lines, out, given)
    said = said_in(lines, prose)
    mark_headline(lines, out, prose, said)
    mark_surroundings(lines, out)
    _runs(lines, out)
    _links_elsewhere(lines, out)
    _order(lines, out, prose)
    _spacing(lines, out)
    _subject(lines, out, prose, said)
    _under(out)
    _unended(lines, out)
    return out


def is_prose(found: set[str]) -> bool:
    """Whether a line reads as a paragraph by its shape: it ends a sentence, and is no label."""
    return (
        "stop" in found and not found & {"short", "few_words", "no_letters"}
    ) or "paragraph_long" in found


def _place(lines: Sequence[Line], out: list[set[str]]) -> list[int]:
    """Marks where a line stands: first, before or after all prose; returns the places of the prose."""
    prose = [at for at, found in enumerate(out) if is_prose(found) and not _is_furniture(found)]
    # A page without final marks: its longer lines are its text.
    prose = prose or [at for at, found in enumerate(out) if at and found & {"long", "verb_phrase"}]
    if not prose:
        for found in out:
            found.add("no_prose")
    first = prose[0] if prose else len(out)
    last = prose[-1] if prose else -1
    for at, found in enumerate(out):
        if at == 0:
            found.add("first")
            if len(out) > 2 and "few_words" in found and _headline_shaped(lines[1], out[1]):
                found.add("label_first")
        if at < first:
            found.add("before_prose")
        elif at > last:
            found.add("after_prose")
        else:
            found.add("within_prose")
    return prose


def _is_furniture(found: set[str]) -> bool:
    return bool(
        found
        & {"has_navigation", "has_form", "policy", "is_form", "is_navigation", "opens_related"}
    )


def _headline_shaped(line: Line, found: set[str]) -> bool:
    return "open" in found and 25 < len(line.text) <= MEDIUM and not found & {"continues", "bullet"}


def _titles(lines: Sequence[Line], out: list[set[str]], given: Given) -> None:
    """Titles that are known from outside, and lines that say again what one before them said."""
    seen: dict[str, int] = {}
    for at, (line, found) in enumerate(zip(lines, out, strict=True)):
        whole = line.key
        if whole in given.titles:
            found.add("given_title")
        elif any(
            whole and (whole in t or t in whole) and min(len(whole), len(t)) > 20
            for t in given.titles
        ):
            found.add("near_title")
        if given.record and given.titles and at == 0:
            found.add("given_title")
        if whole in given.authors:
            found.add("given_author")
        if whole in given.common:
            found.add("common_line")
        if whole and whole in seen and len(whole) > 3:
            found.add("again")
            if "given_title" in out[seen[whole]] or seen[whole] == 0:
                found.add("again_title")
            if seen[whole] == at - 1:
                found.add("again_next")
                out[at - 1].add("twice")
        seen.setdefault(whole, at)
    _often(lines, out)


def _often(lines: Sequence[Line], out: list[set[str]]) -> None:
    """Marks what the page says many times over: an outlet's name under each of its links."""
    counts = Counter(line.key for line, found in zip(lines, out, strict=True) if "again" in found)
    for line, found in zip(lines, out, strict=True):
        if counts and counts[line.key] >= _MANY - 1:
            found.add("many_times")


def _runs(lines: Sequence[Line], out: list[set[str]]) -> None:
    """Runs of lines that end no sentence: link lists, or a heading standing alone."""
    at = 0
    while at < len(out):
        end = at
        while end < len(out) and _link_shaped(out[end]):
            end += 1
        size = end - at
        for inside in range(at, end):
            out[inside].add("alone" if size == 1 else "in_run" if size < 4 else "in_long_run")
        listed = at > 0 and "colon" in out[at - 1]
        for inside in range(at, end):
            if listed:
                out[inside].add("listed")
        if size == 1 and end < len(out):
            _kinship(lines, out, at)
        at = max(end, at + 1)


def _links_elsewhere(lines: Sequence[Line], out: list[set[str]]) -> None:
    """On a page with link lists in its text, a lone line of a headline's length is a link as well."""
    lists = any(
        "in_run" in found and "within_prose" in found and "listed" not in found for found in out
    )
    for line, found in zip(lines, out, strict=True):
        if lists and "alone" in found and len(line.text) > _HEADLINE:
            found.add("alone_among_links")


def _link_shaped(found: set[str]) -> bool:
    return bool(found & {"open", "asks"}) and not found & {
        "continues",
        "paragraph_long",
        "no_letters",
    }


def _kinship(lines: Sequence[Line], out: list[set[str]], at: int) -> None:
    """Whether a lone line shares words with the text right behind it, as a heading does."""
    mine = stems(lines[at].folded)
    ahead = stems(" ".join(line.folded[:_AHEAD_READ] for line in lines[at + 1 : at + 3]))
    if len(mine & ahead) >= max(1, len(mine) // 3):
        out[at].add("kin_ahead")


def _order(lines: Sequence[Line], out: list[set[str]], prose: Sequence[int]) -> None:
    """How far a line stands from the page's ends and from its prose."""
    last = len(out) - 1
    for at in range(min(_FIRST_LINES, len(out))):
        out[at].add(f"line_{at}")
    if not prose:
        return
    first, final = prose[0], prose[-1]
    if first > 0:
        out[first - 1].add("before_first_prose")
    if final < last:
        out[final + 1].add("behind_last_prose")
        out[last].add("last_line")
    for at in range(first - _FAR):
        out[at].add("far_before")
    for at in range(final + 1 + _FAR, len(out)):
        out[at].add("far_behind")
    out[first].add("first_prose")


def _spacing(lines: Sequence[Line], out: list[set[str]]) -> None:
    """Lines set closer to or wider from the one before than the page's lines usually are."""
    gaps = [line.gap for line in lines[1:]]
    if not gaps:
        return
    usual = 2 if 2 * sum(gap > 1 for gap in gaps) > len(gaps) else 1
    for line, found in zip(lines[1:], out[1:], strict=True):
        if line.gap < usual:
            found.add("tight")
        elif line.gap > usual:
            found.add("wide")
        if line.indent:
            found.add("indented")
    if lines[0].indent:
        out[0].add("indented")


def _subject(
    lines: Sequence[Line], out: list[set[str]], prose: Sequence[int], said: set[str]
) -> None:
    """How many of a short line's content words the article's prose has as well."""
    known = set(prose)
    others = [at for at in range(len(lines)) if at not in known and len(lines[at].text) <= MEDIUM]
    if not others or not prose:
        return
    for at in others:
        mine = stems(lines[at].folded)
        if len(mine) < _OFF_TOPIC_LEAST:
            continue
        share = len(mine & said) / len(mine)
        found = out[at]
        if share == 0:
            found.add("off_subject")
        elif share >= _ON_SUBJECT:
            found.add("on_subject")
        elif share >= _NEAR_SUBJECT:
            found.add("near_subject")
        else:
            found.add("far_subject")


def _under(out: list[set[str]]) -> None:
    """Marks what stands under a heading of links, comments or tags, until the text goes on."""
    under = ""
    for found in out:
        heads = [
            kind
            for kind in _HEADING_KINDS
            if found & {f"is_{kind}", f"opens_{kind}", f"has_{kind}"}
        ]
        if heads and "stop" not in found:
            under = heads[0]
        elif found & {"continues", "and_first", "is_source", "opens_source"}:
            under = ""
        elif under:
            found.add(f"under_{under}")


def _unended(lines: Sequence[Line], out: list[set[str]]) -> None:
    """On a page whose lines seldom end a sentence (wrapped text), marks the lines of the text."""
    inside = [at for at, found in enumerate(out) if "within_prose" in found]
    open_ones = [at for at in inside if "open" in out[at] and len(lines[at].text) > _HEADLINE]
    if len(inside) >= _FEW_LINES and 3 * len(open_ones) > len(inside):
        for at in inside:
            out[at].add("unended_page")
    else:
        for at in open_ones:
            out[at].add("open_among_ended")

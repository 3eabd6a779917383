"""Composing a brief: from the record alone, by templates and extraction, nothing without evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from riwaya.brief.arabic import OUTLET, PAGE, listed, listed_english
from riwaya.brief.contacts import contact_sentences
from riwaya.brief.moments import Language, day
from riwaya.brief.said import (
    Said,
    by_side,
    independence_sentence,
    statement_sentence,
    telling_most,
    told,
)
from riwaya.brief.sentence import Names, Sentence, marked
from riwaya.corpus.independence_sides import registry_sides
from riwaya.model import Analysed, Dispute, MergedContact, PageSpan, Story, Struct
from riwaya.store.reader import RecordReader

FEWEST, MOST = 5, 12
"""Sentences of a brief; fewer only where the record has no more."""
_MOST_CONTACTS, _MOST_DISPUTES, _MOST_OMITTED, _MOST_SAID = 3, 2, 2, 4
_MOST_READ = 60
"""Pages of a story that are read for what was said, the first by date."""
_MOST_TITLES = 8
_FEWEST_WORDS = 5
"""Words of an account that can be quoted by themselves."""


class Brief(Struct, frozen=True, kw_only=True):
    """A story in a few sentences."""

    story: str
    title: str
    language: Language
    sentences: tuple[Sentence, ...]


def brief(reader: RecordReader, story_id: str, language: Language = "ar") -> Brief:
    """The brief of a story, by its id or one that it had before; error ``nothing_such``."""
    story = reader.story(story_id)
    rows = reader.page_rows(story=story.id)
    pages = [reader.page(row.id) for row in rows[:_MOST_READ]]
    bare = Names({}, language)
    outlets = {page.id: _outlet(page, bare) for page in pages}
    names = Names(_known_names(pages), language, outlets)
    claims = {c.id: c for page in pages for c in reader.claims(page=page.id)}
    said = told(pages, sorted(claims.values(), key=lambda c: c.id))
    contacts = _focal(reader.contacts(story=story.id))[:_MOST_CONTACTS]
    core = [
        *_coverage(story, pages, len(rows), names),
        *(one for contact in contacts for one in contact_sentences(contact, names)),
    ]
    firmest = telling_most(said)
    ending = [
        *_disputes(reader.disputes(story=story.id)[:_MOST_DISPUTES], names),
        *independence_sentence(firmest, names),
        *_omitted(reader, contacts, names),
        *_follows(reader, story, names),
    ]
    core, ending = core[: MOST - _MOST_SAID], ending[:_MOST_SAID]
    room = MOST - len(core) - len(ending)
    wanted = min(room, max(_MOST_SAID, FEWEST - len(core) - len(ending)))
    shown = {span for sentence in ending for span in sentence.evidence}
    rest = [one for one in said if one is not firmest and shown.isdisjoint(one.evidence)]
    spoken = [statement_sentence(one, names) for one in by_side(rest, _sides(rest), wanted)]
    return Brief(
        story=story.id,
        title=story.title,
        language=language,
        sentences=tuple(s for s in (*core, *spoken, *ending) if s.evidence),
    )


def _known_names(pages: Iterable[Analysed]) -> dict[str, str]:
    """Entities as these pages name them, by the fullest form."""
    out: dict[str, str] = {}
    for page in pages:
        for mention in page.mentions:
            if mention.entity and mention.kind == "name":
                known = out.get(mention.entity, "")
                out[mention.entity] = max(known, mention.text, key=len)
    return out


def _sides(said: Iterable[Said]) -> dict[str, str]:
    sides = registry_sides()
    return {one.who: sides.side_of(one.who) or one.who for one in said if one.who}


def _focal(contacts: Sequence[MergedContact]) -> list[MergedContact]:
    """Those that most pages tell of first."""
    return sorted(contacts, key=lambda contact: (-len(contact.pages), contact.id))


# ---------------------------------------------------------------- what is told where


def _title_span(page: Analysed) -> PageSpan | None:
    block = next((b for b in page.blocks if b.role == "title"), None)
    return PageSpan(page=page.id, start=block.start, end=block.end) if block else None


def _coverage(
    story: Story, pages: Sequence[Analysed], total: int, names: Names
) -> Iterator[Sentence]:
    """The story's title and who had it first; how many pages and outlets tell it, and when."""
    titled = [(page, span) for page in pages if (span := _title_span(page)) is not None]
    own = [pair for pair in titled if " ".join((pair[0].title or "").split()) == story.title]
    if own:
        page, span = own[0]
        outlet = _outlet(page, names)
        arabic = names.language == "ar"
        date = day(page.published.value if page.published else None, names.language)
        by = [part for part in (outlet, date) if part]
        source = f" ({('، ' if arabic else ', ').join(by)})" if by else ""
        yield Sentence(
            kind="headline",
            text=f"{marked(story.title, names.language)}{source}.",
            according_to=(outlet,) if outlet else (),
            evidence=(span,),
        )
    if total > 1 and titled:
        yield _spread(pages, total, [span for _, span in titled], names)


def _outlet(page: Analysed, names: Names) -> str | None:
    if page.outlet is None:
        return None
    outlet = page.outlet
    return names.of(outlet.entity, outlet.name) if outlet.entity else outlet.name


def _spread(
    pages: Sequence[Analysed], total: int, titles: Sequence[PageSpan], names: Names
) -> Sentence:
    arabic = names.language == "ar"
    outlets = list(dict.fromkeys(o for page in pages if (o := _outlet(page, names))))
    days = [page.published.value[:10] for page in pages if page.published]
    first, last = (
        day(min(days, default=None), names.language),
        day(max(days, default=None), names.language),
    )
    if arabic:
        text = f"وردت القصة في {PAGE.counted(total)}"
        if outlets:
            text += f" من {OUTLET.counted(len(outlets))} ({listed(outlets[:4])})"
        if first and last:
            text += f"، في {first}" if first == last else f"، بين {first} و{last}"
    else:
        text = f"The story is told by {total} pages"
        if outlets:
            many = "outlets" if len(outlets) > 1 else "outlet"
            text += f" of {len(outlets)} {many} ({listed_english(outlets[:4])})"
        if first and last:
            text += f", on {first}" if first == last else f", from {first} to {last}"
    return Sentence(
        kind="coverage",
        text=f"{text}.",
        according_to=tuple(outlets),
        evidence=tuple(titles[:_MOST_TITLES]),
    )


# ---------------------------------------------------------------- what does not agree, what is left out


def _disputes(disputes: Iterable[Dispute], names: Names) -> Iterator[Sentence]:
    for dispute in disputes:
        who = (one for value in dispute.values for one in value.according_to)
        yield Sentence(
            kind="dispute",
            text=dispute.message_ar if names.language == "ar" else dispute.message,
            according_to=names.each(who),
            evidence=tuple(span for value in dispute.values for span in value.evidence[:3]),
        )


def _omitted(
    reader: RecordReader, contacts: Iterable[MergedContact], names: Names
) -> Iterator[Sentence]:
    """What one side of a contact tells and the other leaves out, where both give an account."""
    left = _MOST_OMITTED
    for contact in contacts:
        if len(contact.accounts) < 2:
            continue
        for account in contact.accounts:
            if not account.only or not left:
                continue
            found = ((s, reader.page(s.page).text[s.start : s.end]) for s in account.only)
            whole = ((s, w) for s, w in found if len(w.split()) >= _FEWEST_WORDS)
            if (pair := next(whole, None)) is None:
                continue
            left -= 1
            span, words = pair
            key = account.side.entity
            side = names.of(key, account.side.name) if key else account.side.name or ""
            quoted = marked(words, names.language)
            yield Sentence(
                kind="omitted",
                text=(
                    f"مما ورد في رواية {side} وحدها: {quoted}."
                    if names.language == "ar"
                    else f"Told on the side of {side} alone: {quoted}."
                ),
                according_to=(side,),
                evidence=(span,),
            )


def _follows(reader: RecordReader, story: Story, names: Names) -> Iterator[Sentence]:
    """The story that this one goes on from."""
    for earlier in story.follows[:1]:
        before = reader.story(earlier)
        page = reader.page(before.pages[0])
        for one in before.pages:
            if " ".join((reader.page(one).title or "").split()) == before.title:
                page = reader.page(one)
                break
        if (span := _title_span(page)) is None:
            continue
        outlet = _outlet(page, names)
        source = f" ({outlet})" if outlet else ""
        quoted = marked(before.title, names.language)
        yield Sentence(
            kind="follows",
            text=(
                f"وكان قد سبقها: {quoted}{source}."
                if names.language == "ar"
                else f"It follows: {quoted}{source}."
            ),
            according_to=(outlet,) if outlet else (),
            evidence=(span,),
        )

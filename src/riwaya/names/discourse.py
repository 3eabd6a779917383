"""Reading a block in order: who was spoken of, and which nominals stand for whom."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from riwaya.arabic import Token, sentences
from riwaya.names.anaphora import Told, told_again
from riwaya.names.bodies import nationality_at
from riwaya.names.descriptions import (
    described,
    house_of,
    land_beside,
    own_country,
    speaker_state,
    subject_state,
)
from riwaya.names.gazetteer import joined, skip, splits
from riwaya.names.match import Span
from riwaya.names.nominals import Nominal, counterpart, resolve
from riwaya.names.nominals import Page as PageState
from riwaya.names.offices import Phrase, nests_offices, titles_words
from riwaya.names.signals import AGAIN, AREA, BODY, COUNTERPART, HOUSE, OWN, STYLE

_DATELINE = re.compile(r"[^.\n()]{3,60}\([^()\n]{2,30}\)\s*(?:—|–|--?)\s*")
"""A place and an agency before the first sentence: whoever is named in it is its subject no more."""


@dataclass(slots=True)
class Block:
    """One block of a page: its words with their signals, its names with their entities, its offices."""

    words: list[Token]
    may: list[int]
    spans: list[Span]
    entities: list[str]
    phrases: list[Phrase]


class BlockReader:
    """Finds one block's nominals in reading order, keeping the page's account of who was spoken of."""

    def __init__(
        self,
        state: PageState,
        block: Block,
        beside: Mapping[Phrase, tuple[Span, str]],
        told: Told | None = None,
    ) -> None:
        self.told = told or Told({})
        self.state, self.block, self.words, self.beside = state, block, block.words, beside
        pairs = zip(block.spans, block.entities, strict=True)
        self.names = {span.first: (span, entity) for span, entity in pairs}
        self.taken = {i for s in block.spans for i in range(s.first, s.last + 1)}
        self.phrases = {phrase.first: phrase for phrase in block.phrases}
        self.spoken: list[tuple[int, str]] = []
        self._sentences = _sentence_starts(state.text, block.words)
        self._covered, self._nests = -1, False

    def nominals(self) -> list[Nominal]:
        """The nominals, in order; each is noted as spoken of, and so are the names between them."""
        out: list[Nominal] = []
        for i, flags in enumerate(self.block.may):
            made = self._office_at(i) or self._other_at(i, flags)
            if made is not None and not (out and _same_place(out[-1], made)):
                out.append(made)
                self._note(i, made.entity, person=made.type == "PER")
            if i in self.names:
                span, entity = self.names[i]
                self.told.note(entity)
                if span.type in ("PER", "ORG", "GPE"):
                    self._note(i, entity, person=span.type == "PER")
        return out

    def _note(self, i: int, entity: str, *, person: bool) -> None:
        self.spoken.append((i, entity))
        if person:
            self.state.recent.append(entity)

    def _office_at(self, i: int) -> Nominal | None:
        """An office phrase, beside a name or not; within another only where that one nests it."""
        phrase = self.phrases.get(i)
        if phrase is None:
            return None
        if i <= self._covered and not (self._nests and phrase.side and not phrase.generic):
            return None
        name = self.beside.get(phrase)
        meant = (name[1], ()) if name else resolve(self.state, phrase)
        if meant is None:
            return None
        if phrase.last > self._covered:
            self._covered, self._nests = phrase.last, nests_offices(self.words, phrase)
        return Nominal(self._styled(phrase), phrase.end, "PER", *meant)

    def _styled(self, phrase: Phrase) -> int:
        """Where an office phrase begins with the style before it ([سمو] وزير الخارجية)."""
        before = phrase.first - 1
        if before < 0 or before in self.names or phrase.prefix:
            return phrase.start
        token = self.words[before]
        styles = titles_words("honorifics", "words")
        style = next((r for r in splits(token.key) if r.stem in styles), None)
        if style is None or not joined(self.state.text, token, self.words[phrase.first]):
            return phrase.start
        return token.start + skip(token.text, style.width)

    def _style_at(self, i: int) -> Nominal | None:
        """سموه, معاليها: the last person spoken of, of that gender where the page tells it."""
        token = self.words[i]
        hers = titles_words("honorifics", "hers")
        styles = titles_words("honorifics", "his") | hers
        style = next((r for r in splits(token.key) if r.stem in styles), None)
        if style is None or i in self.names:
            return None
        woman = style.stem in hers
        for entity in reversed(self.state.recent):
            if self.state.women.get(entity, woman) == woman:
                start = token.start + skip(token.text, style.width)
                return Nominal(start, token.end, "PER", entity)
        return None

    def _other_at(self, i: int, flags: int) -> Nominal | None:
        made: Nominal | None = None
        if flags & COUNTERPART:
            made = self._counterpart_at(i)
        if made is None and flags & STYLE:
            made = self._style_at(i)
        if made is None and flags & HOUSE:
            made = house_of(self.state, self.words, i, self.names, self.phrases, self.beside)
        if made is None and flags & OWN:
            start = self._sentences[bisect.bisect_right(self._sentences, i) - 1]
            subject = land_beside(self.words, i, self.names)
            subject = subject or subject_state(self.state, self.words, i, start, self.spoken)
            speaker = speaker_state(self.state, self.words, self.spoken)
            made = own_country(self.state, self.words, i, subject, speaker)
        if made is None and flags & (BODY | AREA) and i not in self.names:
            made = described(self.state.text, self.words, i, self.names)
        if made is None and flags & AGAIN and i not in self.taken:
            made = told_again(self.state.text, self.words, i, self.told)
        return made

    def _counterpart_at(self, i: int) -> Nominal | None:
        """نظيره الأمريكي: the name behind it, else the same office on that side."""
        token = self.words[i]
        known = titles_words("counterparts", "words")
        reading = next((r for r in splits(token.key) if r.stem in known), None)
        read = nationality_at(self.words, i + 1) if reading else None
        if reading is None or read is None or read[0].gender == "p":
            return None
        side, last = read[0].state, i + read[1]
        start = token.start + skip(token.text, reading.width)
        end = self.words[last].end
        entity = self._name_behind(last)
        if entity is None:
            found = counterpart(self.state, side)
            return Nominal(start, end, "PER", *found) if found else None
        if self.state.recent:
            offices = self.state.offices_of(self.state.recent[-1])
            if offices and counterpart(self.state, side) is not None:
                self.state.note(entity, side, offices[0][1])
        return Nominal(start, end, "PER", entity)

    def _name_behind(self, last: int) -> str | None:
        """The person whose name follows word ``last``, a comma between them or not."""
        if last + 1 not in self.names:
            return None
        span, entity = self.names[last + 1]
        gap = self.state.text[self.words[last].end : self.words[last + 1].start]
        beside = span.type == "PER" and not span.prefix and gap.strip(" ،,#") == ""
        return entity if beside else None


def _same_place(before: Nominal, made: Nominal) -> bool:
    """Whether a place is the end of the one just found (جنوب [غربي سوريا])."""
    return before.type == made.type == "LOC" and before.end == made.end


def _sentence_starts(text: str, words: Sequence[Token]) -> list[int]:
    """The first word of each sentence of a block."""
    if not words:
        return [0]
    begins = [t.start for t in words]
    starts = [s for s, _ in sentences(text, words[0].start, words[-1].end)]
    if dateline := _DATELINE.match(text, words[0].start, words[-1].end):
        starts.append(dateline.end())
    return sorted({0, *(min(bisect.bisect_left(begins, s), len(words) - 1) for s in starts)})

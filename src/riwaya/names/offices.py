"""Reading office phrases: a head noun, what it governs, and whose office it is.

الرئيس الروسي, رئيس وزراء بريطانيا, المتحدث باسم الكرملين, مساعد الرئيس الروسي.  The grammar is
that of the genre: definite head + nationality, construct head + name, and generic heads that only
count beside a name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from riwaya.arabic import Token, fold_key
from riwaya.names.bodies import body_entity, nationality_at
from riwaya.names.gazetteer import Gazetteer, joined, skip, splits
from riwaya.names.lexicon import words_of
from riwaya.names.load import split, table
from riwaya.names.match import Span
from riwaya.names.registry import Key, form_key, registry


@dataclass(frozen=True, slots=True)
class Phrase:
    """An office phrase over words ``[first, last]``. ``office`` and ``side`` where they are known.

    ``bare``: the head alone (الرئيس); ``generic``: a head that we know only as one who may be named;
    ``former``: somebody who held it before, or will.
    """

    first: int
    last: int
    start: int
    end: int
    office: str | None = None
    side: str | None = None
    prefix: str = ""
    bare: bool = False
    generic: bool = False
    former: bool = False
    definite: bool = True


@dataclass(frozen=True, slots=True)
class _Head:
    office: str
    side: str | None
    construct: bool


@cache
def heads() -> Gazetteer[_Head]:
    """The head nouns of titles.toml, with the office and side that each says."""
    forms: dict[Key, list[_Head]] = defaultdict(list)
    titles = table("titles")
    for group in ("heads", "ministers", "officials", "bodies_of"):
        for key, (_, definite, construct) in titles[group].items():
            side, _, office = key.rpartition(":")
            for form in split(definite):
                forms[form_key(form)].append(_Head(office, side or None, construct=False))
            for form in split(construct):
                forms[form_key(form)].append(_Head(office, side or None, construct=True))
    return Gazetteer(forms)


@cache
def office_english(office: str) -> str:
    """The English name of an office."""
    titles = table("titles")
    for group in ("heads", "ministers", "officials"):
        if office in titles[group]:
            return str(titles[group][office][0])
    return office.replace("-", " ").title()


@cache
def titles_words(group: str, name: str) -> frozenset[str]:
    return frozenset(fold_key(w) for w in str(table("titles")[group][name]).split())


@cache
def executive(side: str) -> tuple[str, ...]:
    """The offices whose holder الزعيم of a state is, the likeliest first."""
    groups = table("titles")["executive"]
    if side in str(groups["chancellor"]).split():
        return ("chancellor",)
    if side in str(groups["prime-minister"]).split():
        return ("prime-minister", "emir")
    return ("leader", "president", "king", "emir", "sultan", "prime-minister")


class Reader:
    """Reads office phrases in one block, given the names found in it by their first word."""

    def __init__(self, text: str, words: Sequence[Token], names: Mapping[int, Span]) -> None:
        self.text, self.words, self.names = text, words, names

    def at(self, i: int) -> Phrase | None:
        """The longest office phrase that begins at word ``i``."""
        found = [p for p in (self._known(i), self._spokesperson(i)) if p is not None]
        vague = all(p.bare and p.office in ("minister", "any-spokesperson") for p in found)
        if vague and (generic := self._generic(i)) is not None:
            found = [p for p in found if p.last >= generic.last] or [generic]
        return max(found, key=lambda p: p.last, default=None)

    def _next_to(self, i: int) -> bool:
        """Whether word ``i`` follows the one before it with nothing but blanks between."""
        return (
            0 < i < len(self.words)
            and self.text[self.words[i - 1].end : self.words[i].start].isspace()
        )

    def _phrase(self, first: int, last: int, width: int, **more: object) -> Phrase:
        token = self.words[first]
        start = token.start + skip(token.text, width)
        phrase = Phrase(first, last, start, self.words[last].end, **more)  # type: ignore[arg-type]
        return self._with_former(phrase)

    def _with_former(self, phrase: Phrase) -> Phrase:
        at = phrase.last + 1
        if self._next_to(at) and self.words[at].key in titles_words("former", "words"):
            return replace(phrase, last=at, end=self.words[at].end, former=True)
        return phrase

    def _with_portfolios(self, made: Phrase) -> Phrase:
        """وزير الخارجية | وشؤون المغتربين: a minister's office with the others that are joined to it."""
        if not (made.office or "").endswith("minister"):
            return made
        last, begun = made.last, False
        while self._next_to(last + 1) and last - made.last < _MOST_PORTFOLIOS:
            key = self.words[last + 1].key
            joined_on = key[:1] == "و" and key[1:] in words_of("portfolios")
            behind = begun and (key in words_of("portfolios") or key in ("في", "بالخارج"))
            if not (joined_on or behind):
                break
            last, begun = last + 1, True
        return replace(made, last=last, end=self.words[last].end) if begun else made

    def _known(self, i: int) -> Phrase | None:
        best: Phrase | None = None
        for hit in heads().at(self.text, self.words, i):
            for head in hit.values:
                width = hit.start - self.words[i].start
                phrase = self._complemented(head, i, hit.last, width, hit.prefix)
                if phrase and (best is None or phrase.last > best.last):
                    best = phrase
        return best

    def _complemented(
        self, head: _Head, first: int, last: int, width: int, prefix: str
    ) -> Phrase | None:
        """The head with its nationality or its state; alone where it is definite."""
        start = self.words[first].start + width
        made = Phrase(first, last, start, self.words[last].end, head.office, head.side, prefix)
        at = last + 1
        if head.office == "any-spokesperson" and self._says_for(at):
            return None
        if head.side:
            return self._with_former(made)
        if head.construct:
            return self._governed(made)
        made = self._with_former(self._with_portfolios(made))
        at = made.last + 1
        if self._next_to(at) and self.words[at].key in titles_words("former", "of_firms"):
            return None
        read = nationality_at(self.words, at) if self._next_to(at) else None
        if read and read[0].definite and read[0].gender != "p":
            last = made.last + read[1]
            end, side = self.words[last].end, read[0].state
            whole = replace(made, last=last, end=end, side=side)
            return whole if made.former else self._with_former(whole)
        return self._of_body(made) or self._of_state(made) or replace(made, bare=True)

    def _of_state(self, made: Phrase) -> Phrase | None:
        """A minister with the state behind ل (وزير الخارجية وشؤون المغتربين ل[لمملكة الأردنية])."""
        name = self.names.get(made.last + 1)
        if name is None or name.prefix != "ل" or not (made.office or "").endswith("minister"):
            return None
        state = registry().entity(name.candidates[0]) if name.candidates else None
        if state is None or state.kind != "state" or not self._next_to(made.last + 1):
            return None
        return replace(made, last=name.last, end=name.end, side=state.id)

    def _of_body(self, made: Phrase) -> Phrase | None:
        """A definite head with the body that it is of, behind ل (الأمين العام ل[لأمم المتحدة])."""
        name = self.names.get(made.last + 1)
        if name is None or name.prefix != "ل" or made.office not in _LED or made.former:
            return None
        body = registry().entity(name.candidates[0]) if name.candidates else None
        if body is None or body.kind != "body" or not self._next_to(made.last + 1):
            return None
        office = _body_office(body.id, made.office)
        return replace(made, last=name.last, end=name.end, side=body.id, office=office)

    def _governed(self, made: Phrase) -> Phrase | None:
        """A construct head with the state or body that it governs (رئيس روسيا)."""
        name = self.names.get(made.last + 1)
        if name is None or name.prefix or not self._next_to(made.last + 1):
            return None
        side = registry().entity(name.candidates[0]) if name.candidates else None
        if side is None or side.kind not in ("state", "body") or name.type not in ("GPE", "ORG"):
            return None
        office = _body_office(side.id, made.office) if side.kind == "body" else made.office
        whole = replace(made, last=name.last, end=name.end, side=side.id, office=office)
        return self._with_former(whole)

    def _spokesperson(self, i: int) -> Phrase | None:
        """المتحدث [الرسمي] باسم BODY or an office phrase."""
        for reading in splits(self.words[i].key):
            if reading.stem not in titles_words("spokespeople", "words"):
                continue
            at = i + 1
            if self._next_to(at) and self.words[at].key in titles_words("spokespeople", "official"):
                at += 1
            if not self._next_to(at) or self.words[at].key not in titles_words(
                "spokespeople", "for"
            ):
                return None
            at += 1
            name = self.names.get(at)
            definite = reading.stem.startswith("ال")
            made = self._phrase(i, at - 1, reading.width, prefix=reading.prefix, definite=definite)
            if name is not None and name.type in ("ORG", "GPE", "PER"):
                office, side = _speaks_for(name)
                last = self._beyond_seat(name.last)
                end = self.words[last].end if last > name.last else name.end
                return replace(made, last=last, end=end, office=office, side=side)
            inner = self._known(at) if at < len(self.words) else None
            if inner is not None and inner.side:
                return replace(
                    made, last=inner.last, end=inner.end, office="spokesperson", side=inner.side
                )
            return self._generic_tail(made, at)
        return None

    def _beyond_seat(self, last: int) -> int:
        """The last word of where a body is, or of what it is, before its spokesperson's name (وزارة الصحة [في غزة] NAME)."""
        there = (
            last + 2
            if last + 1 < len(self.words) and self.words[last + 1].key == "في"
            else last + 1
        )
        seat = self.names.get(there)
        if seat is None or seat.type not in ("GPE", "ORG") or not self._next_to(last + 1):
            return last
        placed = not seat.prefix and there == last + 2 and self._next_to(there)
        owned = seat.prefix == "ل" and there == last + 1
        person = self.names.get(seat.last + 1)
        if not (placed or owned) or person is None or person.type != "PER" or person.prefix:
            return last
        gap = self.text[self.words[seat.last].end : person.start]
        return seat.last if gap in (" ", "، ", " ،", ", ") else last

    def _says_for(self, i: int) -> bool:
        """Whether باسم stands at word ``i``: whose spokesperson it is has still to come."""
        words = titles_words("spokespeople", "for") | titles_words("spokespeople", "official")
        return i < len(self.words) and self.words[i].key in words

    def _generic_tail(self, made: Phrase, at: int) -> Phrase | None:
        last = at - 1
        while last + 1 < len(self.words) and last - at < 4 and self._next_to(last + 1):
            if not self.words[last + 1].key.startswith(("ال", "لل")):
                break
            last += 1
        if last < at:
            return None
        last = self._beyond_seat(last)
        return replace(made, last=last, end=self.words[last].end, generic=True)

    def _generic(self, i: int) -> Phrase | None:
        """Any head noun with what it governs: definite words, nationalities, names."""
        heads = words_of("office_heads")
        several = words_of("group_heads") | titles_words("counterparts", "words")
        if self.words[i].key in words_of("place_heads"):
            return None  # ولاية is no آية behind و and ل
        readings = (r for r in splits(self.words[i].key) if r.stem not in several)
        reading = next((r for r in readings if r.stem in heads), None)
        if reading is None or i in self.names:
            return None
        last = i
        while last + 1 < len(self.words) and last - i < 7 and self._next_to(last + 1):
            at = last + 1
            name = self.names.get(at)
            if name is not None:
                if name.prefix.startswith("و") or (name.type == "PER" and last > i):
                    break
                if name.type == "PER" and reading.stem.startswith("ال"):
                    break
                last = name.last
            elif self._describes(at) or self.words[at].key in titles_words("former", "words"):
                last = at
            else:
                break
        body = self.names.get(last + 2)
        if (last > i and not reading.stem.startswith("ال")) or (body and body.type == "ORG"):
            last = self._beyond_seat(last)  # رئيس لجنة الدفاع [في مجلس الشيوخ] NAME
        return self._phrase(
            i, last, reading.width, prefix=reading.prefix, generic=True,
            definite=reading.stem.startswith("ال"),
        )  # fmt: skip

    def _describes(self, i: int) -> bool:
        word = self.words[i].key
        if word in words_of("say_verbs"):
            return False
        if word.startswith(("ال", "لل")) or word in words_of("office_heads"):
            title = word in words_of("titles") and i + 1 in self.names
            return len(word) > 3 and word not in words_of("not_describing") and not title
        return nationality_at(self.words, i) is not None or word in ("باسم", "لشوون", "شوون")


_MOST_PORTFOLIOS = 9
"""Words of what a minister's office is joined to."""
_LED = ("secretary-general", "director-general", "president", "commander", "leader")
"""Offices of whoever leads a body, called by what the body calls him."""


@cache
def _body_office(body: str, office: str | None) -> str | None:
    """The office that a head noun means of a body: رئيس البنك الدولي is its director-general here."""
    if office not in _LED or registry().holders(body, office):
        return office
    return next((o for o in _LED if registry().holders(body, o)), office)


_DEPUTIES = frozenset({"نائب", "نائبه", "وكيل", "وكيله"})


def nests_offices(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether an office within the phrase is one of its own: مساعد [الرئيس], not نائب [الوزير]."""
    deputy = any(s.stem in _DEPUTIES for s in splits(words[phrase.first].key))
    spokes = phrase.office is not None and phrase.office.endswith("spokesperson")
    return (phrase.generic or spokes) and not deputy


_SPOKEN = ("spokesperson", "army-spokesperson")
_BODY_SPEAKERS = {
    "foreign-ministry": "foreign-spokesperson", "presidency": "spokesperson",
    "defence-ministry": "defence-spokesperson",
}  # fmt: skip


def _speaks_for(name: Span) -> tuple[str | None, str | None]:
    """Office and side of whoever speaks for a body."""
    key = name.candidates[0] if name.candidates else ""
    entity = registry().entity(key)
    if entity is None:
        made = body_entity(key)
        if made is None:
            return ("foreign-spokesperson" if key.endswith("foreign-ministry") else None), None
        return _BODY_SPEAKERS.get(key.partition("-")[2], f"{key}-spokesperson"), made.side
    own = next((o for o in _SPOKEN if registry().holders(entity.id, o)), None)
    if own is not None and entity.kind == "body":
        return own, entity.id
    office = f"{entity.id}-spokesperson"
    if entity.id == "us-state-department" or entity.id.endswith("foreign-ministry"):
        office = "foreign-spokesperson"
    elif entity.id in ("kremlin", "white-house", "united-nations", "blue-house"):
        office = "spokesperson"
    elif entity.id == "pentagon" or entity.id.endswith("defence-ministry"):
        office = "defence-spokesperson"
    return office, registry().side_of(entity.id)


def side_of_name(span: Span) -> str | None:
    """The state that a name found stands for."""
    return registry().side_of(span.candidates[0]) if span.candidates else None


__all__ = [
    "Phrase",
    "Reader",
    "executive",
    "joined",
    "office_english",
    "side_of_name",
    "titles_words",
]

"""Sentences about what was said: by whom, through whom, and in how many pages it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from riwaya.brief.arabic import ORIGIN, PAGE, listed, listed_english
from riwaya.brief.sentence import Kind, Names, Sentence, lexicon, marked, quote
from riwaya.model import Analysed, Claim, PageSpan, Statement

_SHORTEST, _LONGEST = 25, 420  # code points of a statement that a sentence can tell
_MOST_EVIDENCE = 8
_THAT = re.compile(r"(?:^|\s)[وفب]?[أإ]ن\s+[\"«“]?$")
_REACH = 8  # code points before a statement in which it is introduced


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of a story, and the claim that it is a wording of, where several pages have it."""

    page: Analysed
    statement: Statement
    claim: Claim | None
    pages: int

    @property
    def who(self) -> str:
        speaker = self.statement.speaker
        return speaker.key if speaker is not None else ""

    @property
    def words(self) -> str:
        spans = self.statement.content
        return " ".join(self.page.text[start:end] for start, end in spans)

    @property
    def evidence(self) -> tuple[PageSpan, ...]:
        own = [PageSpan(page=self.page.id, start=s, end=e) for s, e in self.statement.content]
        others = self.claim.wordings if self.claim is not None else ()
        spans = (PageSpan(page=w.page, start=w.start, end=w.end) for w in others)
        return tuple(dict.fromkeys([*own, *spans]))[:_MOST_EVIDENCE]


def told(pages: Sequence[Analysed], claims: Iterable[Claim]) -> list[Said]:
    """The statements of a story that a brief can tell, the most widely told first.

    Of a claim its fullest wording that can be told. Nothing withheld, nothing of nobody.
    """
    of: dict[tuple[str, str, int], Claim] = {}
    spread: dict[str, int] = {}
    here = {page.id for page in pages}
    for known in claims:  # a statement is no wording of a number that stands in it
        spread[known.id] = len({w.page for w in known.wordings if w.page in here})
        for wording in known.wordings:
            if wording.statement is not None:
                of.setdefault((wording.page, wording.statement, wording.start), known)
    best: dict[str, tuple[tuple[int | bool, ...], Said]] = {}
    for order, page in enumerate(pages):
        body = _body_start(page)
        for statement in page.statements:
            start = statement.content[0][0] if statement.content else -1
            claim = of.get((page.id, statement.id, start))
            said = Said(page, statement, claim, spread.get(claim.id, 1) if claim else 1)
            if not _fit(said, body):
                continue
            key = claim.id if claim else f"{page.id}#{statement.id}"
            independent = claim.independent if claim else 1
            rank = (-said.pages, -independent, statement.voice != "own", order, start)
            if key not in best or rank < best[key][0]:
                best[key] = (rank, said)
    return [said for _, said in sorted(best.values(), key=lambda item: item[0])]


def _body_start(page: Analysed) -> int:
    return max((block.end for block in page.blocks if block.role == "title"), default=0)


def _fit(said: Said, body: int) -> bool:
    statement = said.statement
    if not statement.content or statement.speaker is None or statement.polarity == "withheld":
        return False
    if statement.speaker.named == "unnamed" and not statement.speaker.name:
        return False
    if statement.inside is not None or statement.content[0][0] < body:
        return False
    return _SHORTEST <= len(quote(said.words, _LONGEST + 1)) <= _LONGEST


def by_side(said: Sequence[Said], side_of: Mapping[str, str], most: int) -> list[Said]:
    """At most so many, each side in its turn: no side twice before the others have spoken."""
    rows: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        rows[side_of.get(one.who, one.who)].append(one)
    out: list[Said] = []
    turn = 0
    while len(out) < most and any(len(row) > turn for row in rows.values()):
        out += [row[turn] for row in rows.values() if len(row) > turn]
        turn += 1
    return out[:most]


def statement_sentence(said: Said, names: Names) -> Sentence:
    """A statement with its speaker, and with those through whom the page has it."""
    arabic = names.language == "ar"
    statement = said.statement
    assert statement.speaker is not None
    who = (
        names.of(statement.speaker.entity, statement.speaker.name)
        if statement.speaker.entity
        else statement.speaker.name or ""
    )
    who = after_preposition(who) if arabic else who
    through = tuple(
        names.of(link.entity, link.name) if link.entity else link.name or ""
        for link in statement.chain[:-1]
        if link.key != statement.speaker.key
    )
    act = "deny" if statement.polarity == "denied" else statement.act
    forms = lexicon()["acts"].get(act, lexicon()["acts"]["other"])
    opening = forms[0 if arabic else 1].format(who=who)
    if through:
        opening += f"، نقلا عن {listed(through)}" if arabic else (
            f", as told by {listed_english(through)}"
        )  # fmt: skip
    words = _clause(said)
    if statement.type == "direct" and statement.voice == "own":
        words = marked(said.words, names.language)
    where = _outlets(said, names)
    text = f"{opening}{where}: {words}."
    return Sentence(
        kind="statement", text=text, according_to=(who, *through), evidence=said.evidence
    )


def _clause(said: Said) -> str:
    """The words of an indirect statement, behind إن where its page has them so: it decides their case."""
    start = said.statement.content[0][0]
    introduced = _THAT.search(said.page.text[max(0, start - _REACH) : start]) is not None
    return f"إن {quote(said.words)}" if introduced else quote(said.words)


_NOT_PLURAL = frozenset({"تلفزيون", "التلفزيون", "قانون", "القانون", "البنتاغون", "مليون"})


def after_preposition(description: str) -> str:
    """A description in the genitive, where it begins with a sound masculine plural: مسؤولون أمنيون."""
    out: list[str] = []
    words = description.split()
    for at, word in enumerate(words):
        plural = word.endswith("ون") and len(word) > 4 and word not in _NOT_PLURAL
        if not plural and at:
            return " ".join([*out, *words[at:]])
        out.append(f"{word[:-2]}ين" if plural else word)
    return " ".join(out)


def _outlets(said: Said, names: Names) -> str:
    """In how many pages, where there are several; else the outlet, where it is known."""
    arabic = names.language == "ar"
    if said.pages > 1:
        return f" (في {PAGE.counted(said.pages)})" if arabic else f" (in {said.pages} pages)"
    if said.page.outlet is None:
        return ""
    outlet = said.page.outlet
    name = names.of(outlet.entity, outlet.name) if outlet.entity else outlet.name
    return f" ({name})"


def telling_most(said: Sequence[Said]) -> Said | None:
    """What most independent origins say, else what most pages have from one origin."""
    claimed = [(one, one.claim) for one in said if one.claim is not None and one.pages > 1]
    firm = [pair for pair in claimed if pair[1].independent > 1]
    if firm:
        return max(firm, key=lambda pair: (pair[1].independent, pair[0].pages))[0]
    repeated = [one for one, claim in claimed if claim.independent_max == 1]
    return max(repeated, key=lambda one: one.pages, default=None)


def independence_sentence(one: Said | None, names: Names) -> Iterator[Sentence]:
    """On how many independent origins something rests, or that many pages have it from one."""
    if one is None or one.claim is None:
        return
    if one.claim.independent > 1:
        origins = names.each(one.claim.origins)
        text = _independent(one.claim, origins, names)
        kind: Kind = "independent"
    else:
        origins = names.each(one.claim.origins) or ((names.of(one.who),) if one.who else ())
        text = _repeated(one, origins, names)
        kind = "repeated"
    yield Sentence(
        kind=kind,
        text=f"{text}: {marked(one.words, names.language)}.",
        according_to=origins,
        evidence=one.evidence,
    )


def _independent(claim: Claim, origins: Sequence[str], names: Names) -> str:
    least, most = claim.independent, claim.independent_max
    if names.language == "ar":
        more = f"، و{ORIGIN.counted(most)} على الأكثر" if most > least else ""
        return f"يستند إلى {ORIGIN.counted(least)} على الأقل{more} ({listed(origins)})"
    more = f", at most {most}" if most > least else ""
    return f"Resting on at least {least} independent origins{more} ({listed_english(origins)})"


def _repeated(one: Said, origins: Sequence[str], names: Names) -> str:
    if names.language == "ar":
        source = f" هو {listed(origins)}" if origins else ""
        return f"ورد في {PAGE.counted(one.pages)} من مصدر واحد{source}"
    source = f", {listed_english(origins)}" if origins else ""
    return f"In {one.pages} pages, from one origin{source}"

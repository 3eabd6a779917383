"""Nominals: descriptions that stand for one known entity, and the offices read beside names.

Who الرئيس الروسي is: the name set beside it; else whom the page has in that office; else the
registry's holder at the page's date; else one of the page's people who ever held it.  Where none of
these tells, the entity is that of the role itself (``ukrainian-foreign-minister``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from riwaya.arabic import Token
from riwaya.arabic.folding import fold_key
from riwaya.model import MentionType
from riwaya.names.entities import slug
from riwaya.names.lexicon import words_of
from riwaya.names.load import nationalities
from riwaya.names.match import Span
from riwaya.names.offices import Phrase, Reader, executive, office_english, titles_words
from riwaya.names.registry import registry

_HEADS = (
    "president",
    "prime-minister",
    "chancellor",
    "king",
    "queen",
    "emir",
    "sultan",
    "leader",
    "supreme-leader",
)


VAGUE = frozenset({"minister", "any-spokesperson"})
"""Heads that name no office of their own: الوزيرة الإندونيسية is the page's minister on that side."""

STYLES = frozenset({"king", "queen", "emir", "sultan"})
"""Offices whose bare head is also a style of princes and others (الأمير فيصل بن فرحان)."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A nominal found: its span, what it stands for, and other names for it."""

    start: int
    end: int
    type: MentionType
    entity: str
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class Page:
    """What a page has told so far: who holds which office, who was spoken of, in order."""

    text: str
    date: str | None
    people: frozenset[str]
    in_office: dict[tuple[str | None, str], str] = field(default_factory=dict)
    offices: dict[str, list[tuple[str | None, str]]] = field(default_factory=dict)
    recent: list[str] = field(default_factory=list)
    women: dict[str, bool] = field(default_factory=dict)
    """Whom the page calls by an office in the feminine (وزيرة), or in the masculine."""

    def note(self, entity: str, side: str | None, office: str) -> None:
        """``entity`` stands beside this office on the page."""
        self.in_office.setdefault((side, office), entity)
        known = self.offices.setdefault(entity, [])
        if (side, office) not in known:
            known.append((side, office))

    def rename(self, ids: Mapping[str, str]) -> None:
        """Give people of the page other ids."""
        self.people = frozenset(ids.get(p, p) for p in self.people)
        self.in_office = {office: ids.get(p, p) for office, p in self.in_office.items()}
        self.offices = {ids.get(p, p): offices for p, offices in self.offices.items()}
        self.women = {ids.get(p, p): is_woman for p, is_woman in self.women.items()}

    def may_be(self, entity: str, phrase: Phrase) -> bool:
        """Whether an office phrase agrees in gender with those that stood beside this person."""
        return self.women.get(entity, woman := feminine(self.text, phrase)) == woman

    def offices_of(self, entity: str) -> list[tuple[str | None, str]]:
        """The offices of a person by the page, then by the registry at the page's date."""
        told = self.offices.get(entity, [])
        tenures = (
            registry().offices_of(entity, self.date) if self.date else registry().offices_of(entity)
        )
        return [*told, *((t.side, t.office) for t in tenures)]

    def holder(self, side: str, office: str) -> str | None:
        """Who holds an office of a state, by page, date, or the people of the page."""
        for one in executive(side) if office == "leader" else (office,):
            if (side, one) in self.in_office:
                return self.in_office[side, one]
            person = registry().holder(side, one, self.date) if self.date else None
            bare = self.in_office.get((None, one))
            if bare and person not in self.people and registry().entity(bare) is None:
                return bare  # الرئيس NAME, whom no table knows, is the page's president
            if person:
                return person
            held = [p for p in registry().holders(side, one) if p in self.people]
            if len(held) == 1:
                return held[0]
        return None

    def styled(self, side: str) -> str | None:
        """The last spoken of, of a state, who is no head of it."""
        for entity in reversed(self.recent):
            offices = {office for _, office in self.offices_of(entity)}
            if registry().side_of(entity, self.date) == side and not offices & set(_HEADS):
                return entity
        return None

    def latest(self, phrase: Phrase, office: str) -> str | None:
        """The last spoken of who has this office, in the gender of the phrase."""
        for entity in reversed(self.recent):
            offices = {its_office for _, its_office in self.offices_of(entity)}
            if office in offices and self.may_be(entity, phrase):
                return entity
        return None


def feminine(text: str, phrase: Phrase) -> bool:
    """Whether the head of an office phrase is a woman's (وزيرة, جلالة الملكة)."""
    head, _, rest = text[phrase.start : phrase.end].partition(" ")
    if fold_key(head) in titles_words("honorifics", "words"):
        head = rest.partition(" ")[0]
    return head.endswith("ة")


def role_id(side: str, office: str) -> str:
    """The id of an office whose holder is not known: ``ukrainian-foreign-minister``."""
    whose = slug(nationalities().get(side) or side)
    return office if office.startswith(f"{whose}-") else f"{whose}-{office}"


def role_names(side: str, office: str) -> tuple[str, ...]:
    adjective = nationalities().get(side) or side.replace("-", " ").title()
    told = office.startswith(f"{slug(adjective)}-")  # palestinian-health-ministry-spokesperson
    return (office_english(office) if told else f"{adjective} {office_english(office)}",)


def appositions(
    page: Page, words: Sequence[Token], phrases: Sequence[Phrase], spans: Sequence[tuple[Span, str]]
) -> dict[Phrase, tuple[Span, str]]:
    """Phrases that stand beside a person's name, and that name with its entity.

    Before the name always (الرئيس الروسي، فلاديمير بوتين); behind it only where the office is known
    to be his, or the phrase cannot be an object (مساعد الرئيس, المتحدث باسم).
    """
    people = [(s, e) for s, e in spans if s.type == "PER"]
    by_first = {s.first: (s, e) for s, e in people}
    by_last = {s.last: (s, e) for s, e in people}
    found: dict[Phrase, tuple[Span, str]] = {}
    covered: set[int] = set()
    for phrase in phrases:
        if {phrase.first, phrase.last} <= covered:
            continue  # مستشار [الرئيس الأوكراني] NAME: the name is the adviser's
        after, end = _named_behind(page.text, words, phrase, by_first)
        if after and _is_anothers(page, phrase, phrases, after[1]):
            continue
        if after and _of_whom_he_speaks_for(page.text, words, phrase, phrases, after[0]):
            continue
        if after and not after[0].prefix and _beside(page.text, end, after[0].start):
            found[phrase] = after
            covered.update(range(phrase.first, phrase.last + 1))
            continue
        before = by_last.get(phrase.first - 1)
        if not before or phrase.prefix or not _beside(page.text, before[0].end, phrase.start):
            continue
        if {before[0].first, before[0].last} <= covered:
            continue
        apart = "،" in page.text[before[0].end : phrase.start] and not phrase.bare
        unknown = registry().entity(before[1]) is None
        if _is_his(page, phrase, before[1]) or (apart and unknown and phrase.side):
            found[phrase] = before
            covered.update(range(phrase.first, phrase.last + 1))
    _over_ranks(page, words, phrases, found)
    return found


def _named_behind(
    text: str, words: Sequence[Token], phrase: Phrase, by_first: Mapping[int, tuple[Span, str]]
) -> tuple[tuple[Span, str] | None, int]:
    """The name right behind an office, or behind a title in short (وزير المالية | دكتور NAME), and where the office ends."""
    behind, end = phrase.last + 1, phrase.end
    doctor = words[behind] if behind not in by_first and behind < len(words) else None
    if (
        doctor is not None
        and doctor.key in words_of("doctors")
        and _beside(text, end, doctor.start)
    ):
        behind, end = behind + 1, doctor.end + text.startswith(".", doctor.end)
    return by_first.get(behind), end


def _of_whom_he_speaks_for(
    text: str, words: Sequence[Token], outer: Phrase, phrases: Sequence[Phrase], name: Span
) -> bool:
    """متحدثة باسم [وزير الطاقة]، NAME: whether the name behind the comma is the minister's, the spokesperson unnamed."""
    if outer.definite or "،" not in text[outer.end : name.start]:
        return False
    inner = (p for p in phrases if p.last == outer.last and p.first == outer.first + 2)
    return words[outer.first + 1].key == "باسم" and any(p.definite for p in inner)


def _is_anothers(page: Page, outer: Phrase, phrases: Sequence[Phrase], entity: str) -> bool:
    """مستشار [الرئيس الأوكراني NAME]: whether the name is known to hold the office within the phrase, not the outer one."""
    if outer.office is not None and (outer.side, outer.office) in page.offices_of(entity):
        return False
    within = (p for p in phrases if p.last == outer.last and p.first > outer.first)
    return any(
        p.office is not None and (p.side, p.office) in page.offices_of(entity) for p in within
    )


def _over_ranks(
    page: Page,
    words: Sequence[Token],
    phrases: Sequence[Phrase],
    found: dict[Phrase, tuple[Span, str]],
) -> None:
    """Give phrases before a rank the name behind it (وزير الدفاع | اللواء NAME)."""
    by_first = {p.first: p for p in found}
    for phrase in phrases:
        behind = by_first.get(phrase.last + 1)
        if phrase in found or behind is None or phrase.bare or behind.prefix:
            continue
        ranked = behind.first == behind.last and words[behind.first].key in words_of("titles")
        if (
            ranked
            and found[behind][0].first > behind.last
            and _beside(page.text, phrase.end, behind.start)
        ):
            found[phrase] = found[behind]


def _beside(text: str, end: int, start: int) -> bool:
    gap = text[end:start]
    return (
        len(gap) <= 3
        and gap.replace("،", "", 1).replace(",", "", 1).strip(" \u00a0#") == ""
        and "\n" not in gap
    )


def _is_his(page: Page, phrase: Phrase, entity: str) -> bool:
    if phrase.bare:
        return False
    if phrase.generic or phrase.office is None:
        return not phrase.definite
    if phrase.office.endswith("spokesperson"):
        return True
    mine = page.offices_of(entity)
    return (phrase.side, phrase.office) in mine or (
        registry().entity(entity) is None and not phrase.definite
    )


def resolve(page: Page, phrase: Phrase) -> tuple[str, tuple[str, ...]] | None:
    """Whom an office phrase means that stands beside no name: entity and names, or nobody."""
    office, side = phrase.office, phrase.side
    if phrase.former or phrase.generic or office is None:
        return None
    if office in VAGUE:
        entity = _last_such(page, phrase, office.removeprefix("any"))
    elif phrase.bare or side is None:
        entity = page.latest(phrase, office) if phrase.bare and office in _BARE else None
    elif office in _MANY:
        entity = page.in_office.get((side, office)) or _last_of_side(page, side, office)
    elif office.endswith("spokesperson") and not phrase.definite:
        # Any of several may be meant: only the one whom the page names.
        entity = page.in_office.get((side, office)) or next(
            (p for p in sorted(page.people) if (side, office) in page.offices_of(p)), None
        )
    elif office in STYLES and not registry().holders(side, office):
        entity = page.styled(side)  # الأمير السعودي: a prince, and no emir
    else:
        entity = page.holder(side, office)
        if entity is None:
            return role_id(side, office), role_names(side, office)
    return (entity, ()) if entity else None


def _last_such(page: Page, phrase: Phrase, office: str) -> str | None:
    """The last spoken of, of this side, whose office is of a kind (``…minister``, ``…-spokesperson``)."""
    side = phrase.side
    for entity in reversed(page.recent):
        if not page.may_be(entity, phrase):
            continue
        for its_side, its_office in page.offices_of(entity):
            kin = f"-{its_office}".endswith(office) and its_office != "prime-minister"
            if kin and side in (None, its_side):
                return entity
    return None


_MANY = frozenset({"ambassador", "envoy", "diplomat", "director-general", "secretary-general"})
_BARE = frozenset(
    {*_HEADS, "foreign-minister", "defence-minister", "crown-prince", "spokesperson", "vice-president",
     "secretary-general", "pope", "interior-minister", "envoy", "ambassador"}
)  # fmt: skip


def _last_of_side(page: Page, side: str, office: str) -> str | None:
    """الدبلوماسي الروسي: the last spoken of on that side who is neither its head nor its house."""
    if office != "diplomat":
        return registry().holder(side, office, page.date)
    for entity in reversed(page.recent):
        its_offices = {o for _, o in page.offices_of(entity)}
        sides = {registry().side_of(entity, page.date), *(s for s, _ in page.offices_of(entity))}
        if side in sides and not its_offices & set(_HEADS):
            return entity
    return None


def counterpart(page: Page, side: str) -> tuple[str, tuple[str, ...]] | None:
    """نظيره + nationality: the office of the last one spoken of, on the other side."""
    for entity in reversed(page.recent[-6:]):
        for its_side, office in page.offices_of(entity):
            if its_side == side or its_side is None:
                continue
            wanted = "leader" if office in _HEADS else office
            known = page.in_office.get((side, office)) or page.holder(side, wanted)
            if known:
                return known, ()
            if side not in nationalities():
                return None  # a body of states has no such office
            return role_id(side, office), role_names(side, office)
    return None


__all__ = [
    "Nominal",
    "Page",
    "Reader",
    "appositions",
    "counterpart",
    "resolve",
    "role_id",
    "role_names",
]

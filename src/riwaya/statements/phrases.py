"""Noun phrases that can speak: a name with its titles, a role, a body, a document, several joined.

``المتحدث باسم الكرملين دميتري بيسكوف`` is one party; ``الرئيس التركي … ونظيره الروسي …`` are two.
A phrase is read forwards from a token where a subject or an addressee may begin.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from riwaya.arabic.folding import fold_key
from riwaya.model import Mention
from riwaya.statements.apposition import (
    apposed,
    in_office,
    inner_name,
    of_him,
    own_name,
    past_adjectives,
    past_bracketed_name,
    past_brackets,
    past_lead,
    past_seat,
    same,
)
from riwaya.statements.belonging import (
    CALLINGS,
    ENDS,
    PartyKind,
    belongs,
    looks_verbal,
)
from riwaya.statements.junctures import INNER
from riwaya.statements.lexicon import cues, speaker_nouns, words
from riwaya.statements.objects import opens
from riwaya.statements.titles import (
    TITLES,
    anothers_name,
    beside,
    called_so,
    named_further,
    named_past_aside,
    past_ranks,
    past_titles,
    several,
    speaks_for_him,
)
from riwaya.statements.view import View
from riwaya.statements.word_kinds import two_in_construct

_SPEAKING = frozenset({"PER", "ORG", "GPE"})
LONGEST = 14
"""Words that a description may run on before it is taken to have ended."""

_NO_HEADS = words("phrases.no_heads") | words("arguments.adverbs") | words("frames.light")
_BUT = words("clauses.but") | words("clauses.because")
_SEATS = words("phrases.seats")
_SOURCE_OF = cues().attribution | {fold_key("عن")}
_PART_OF = words("phrases.part_of")
_ANOTHER = fold_key("آخر")
_AND_ALSO = frozenset(map(fold_key, ("وكذلك", "وأيضا")))
_OWN_L = words("arguments.own_l")
_ALSO_DEEDS, _ON = words("phrases.also_deeds"), fold_key("على")
_AT = frozenset(map(fold_key, ("في", "لدى", "إلى")))
MINISTRIES = frozenset(map(fold_key, ("الخارجية", "الداخلية", "الدفاع")))
_NOTTITLES = frozenset({"person", "people", "relative"})
_IN_FRONT = "أمام"


@dataclass(frozen=True, slots=True)
class Party:
    """One who speaks or is spoken to: tokens ``[start, end)`` of the description, and who it is."""

    start: int
    end: int
    kind: PartyKind
    mention: Mention | None = None
    head: str = ""
    """The folded head noun of a description."""
    proclitic: int = 0
    """Letters of the first token that do not belong to the phrase."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One party or several joined by و; ``end`` is the token past the last."""

    start: int
    end: int
    parties: tuple[Party, ...]


def read_phrase(
    view: View, i: int, stop: int, *, generic: bool = False, proclitic: int = 0
) -> Phrase | None:
    """The phrase that begins at token ``i``; ``generic`` also takes a noun phrase with no known head.

    ``proclitic`` letters of the first token stand before the phrase (لـ in لبايدن).
    """
    start = i
    i = past_lead(view, i, stop)
    first = _party(view, i, stop, generic=generic, proclitic=proclitic)
    if first is None:
        return None
    if first.kind == "pair" and (named := _names_of_pair(view, first, stop)) is not None:
        return named
    parties = [first]
    end = first.end
    while len(parties) < 6 and (nxt := _joined(view, end, stop)) is not None:
        if _one_person(view, parties, nxt):
            parties = []  # السفير والمندوب الدائم فلان
        elif _titled_again(view, parties[-1], nxt):
            end = nxt.end
            continue
        parties.append(nxt)
        end = nxt.end
    if len(parties) == 1 and parties[0] is not first:
        parties = [replace(parties[0], start=first.start, proclitic=first.proclitic)]
    return Phrase(start, end, tuple(parties))


def _one_person(view: View, parties: list[Party], nxt: Party) -> bool:
    """Whether two titles joined by و are one man's: an office without a name, and another with one."""
    only = parties[0] if len(parties) == 1 else None
    if only is None or only.kind != "role" or nxt.mention is None:
        return False
    head = view.key(nxt.start)[nxt.proclitic :]
    calling = head in CALLINGS and not speaker_nouns().roles[only.head].endswith("s")
    calling = calling or (head == only.head and view.is_comma(view.at(nxt.mention.start) - 1))
    if not (only.head.startswith("ال") or calling):
        return False
    title = calling or head in speaker_nouns().roles
    return title and nxt.mention.type == "PER" and nxt.mention.start > view.tokens[nxt.start].end


def _titled_again(view: View, named: Party, nxt: Party) -> bool:
    """فلان رئيس كذا وأحد المسؤولين في كذا: whether a second title, and no second man, follows a name with its title."""
    mention = named.mention
    if mention is None or mention.type != "PER" or view.after(mention) >= named.end:
        return False
    head = view.key(nxt.start)[nxt.proclitic :]
    one = not speaker_nouns().roles.get(head, "s").endswith("s")
    return nxt.kind == "role" and nxt.mention is None and one


def _names_of_pair(view: View, pair: Party, stop: int) -> Phrase | None:
    """الرئيسان الأمريكي فلان والفرنسي فلان: the two named after what they are both called."""
    parties: list[Party] = []
    j = pair.start + 1
    while j < min(stop, pair.end + 12):
        mention = view.mention(j)
        if mention is not None and mention.type == "PER" and mention.kind == "name":
            width = mention.start - view.tokens[j].start
            parties.append(Party(j, view.after(mention), "mention", mention, "", width))
            j = max(j + 1, view.after(mention))
            continue
        if not view.key(j).removeprefix("و").startswith("ال") and not view.is_comma(j):
            break
        j += 1
    return Phrase(pair.start, parties[-1].end, tuple(parties)) if len(parties) > 1 else None


def _joined(view: View, i: int, stop: int) -> Party | None:  # noqa: PLR0911 - one guard, one line
    """A further party after و, which may follow a comma."""
    for j in (i, view.skip_comma(i)):
        key = view.key(j)
        if j >= stop or not key.startswith("و"):
            continue
        if key == "و" or key in _AND_ALSO:
            return _party(view, j + 1, stop, generic=False, proclitic=0)
        if key in cues().forms and key[1:] not in speaker_nouns().roles:
            return None
        beside = view.mention(j + 1)
        own = (
            key.endswith(("ه", "ها", "هم", "هما"))
            and key[1:] not in _SEATS
            and beside is not None
            and j + 1 < stop
        )
        if (
            own
            and beside is not None
            and beside.kind == "name"
            and beside.start == view.tokens[j + 1].start
        ):
            return _party(view, j + 1, stop, generic=False, proclitic=0)  # وحليفتها روسيا
        mention = view.mention(j)
        if mention is not None and mention.start == view.tokens[j].start + 1:
            return _party(view, j, stop, generic=False, proclitic=1)
        if key[1:] in speaker_nouns().roles or key[1:] in speaker_nouns().bodies:
            return _party(view, j, stop, generic=False, proclitic=1)
        if key[1:] in CALLINGS:
            called = _described(view, j, stop, "role", key[1:], 1)
            return called if called.kind == "mention" else None  # والسياسي الفلاني، فلان
    return None


def _party(  # noqa: PLR0911 - one guard, one line
    view: View, i: int, stop: int, *, generic: bool, proclitic: int
) -> Party | None:
    deed = view.key(i) in _ALSO_DEEDS and view.key(i + 1) == _ON
    before = i < stop and view.tokens[i].text[proclitic:] == _IN_FRONT
    if i >= stop or deed or before or (i in view.timed and view.mention(i) is None):
        return None  # القضاء على كذا, أمام المؤتمر, يوم الاثنين
    if view.char(i) == "#":
        return _party(view, i + 1, stop, generic=generic, proclitic=0)
    nouns = speaker_nouns()
    key = _bare(view.key(i), proclitic)
    mention = view.mention(i)
    if mention is not None and mention.type in ("LOC", "EVENT", "OTHER") and mention.kind == "name":
        mention = None if key in nouns.roles or key in nouns.bodies else mention
    if mention is not None and key in ENDS and view.tokens[i].text[proclitic:][:1] != "آ":
        mention = None  # a noun of saying that was taken for a name; آية is no أية
    if key in _PART_OF and fold_key("من") not in (view.key(i + 1), view.key(i + 2)):
        return None  # عدد المركبات: a number of things
    able = mention is not None and (mention.type in _SPEAKING or mention.kind == "nominal")
    if mention is not None and able and mention.start - view.tokens[i].start in (0, proclitic):
        return _named(view, i, stop, mention, proclitic)
    tables: tuple[tuple[PartyKind, Mapping[str, str]], ...] = (
        ("pair", nouns.pairs), ("role", nouns.roles), ("body", nouns.bodies), ("document", nouns.documents),
    )  # fmt: skip
    if (own := _own_role(view, i, stop, key)) is not None:
        return _described(view, i, stop, "role", own, proclitic)
    accusative = _nominative(view, i, key, led=proclitic > 0)
    for kind, table in tables:
        if key in table:
            return _described(view, i, stop, kind, key, proclitic)
        several = accusative.endswith("ون") and not key.endswith("ون")
        if accusative in table and (several or not accusative.startswith("ال")):
            return _described(view, i, stop, kind, accusative, proclitic)  # أن مسؤولا أميركيا
    may_head = generic and view.tokens[i].is_word and not view.is_that(i)
    may_head = may_head and ((_may_head(key) and not looks_verbal(key)) or _alone(view, i))
    if may_head or (key in MINISTRIES and _a_ministry(view, i)):
        return _described(view, i, stop, "noun", key, proclitic)
    return None


def _a_ministry(view: View, i: int) -> bool:
    """وأضافت | الداخلية, بيان | الخارجية: whether a word that is an adjective too stands where a ministry can."""
    before = view.key(i - 1).removeprefix("و")
    return before in cues().forms or before in speaker_nouns().documents


def _nominative(view: View, i: int, key: str, *, led: bool) -> str:
    """The head behind أن, لكن or لأن as the lexicon has it: مسؤول of أن مسؤولا, المحققون of لأن المحققين, مناصروه of
    لكن مناصريه.
    """
    under = view.is_that(i - 1) or view.key(i - 1) in _BUT
    led = led or view.key(i - 1) in _SOURCE_OF  # بحسب مسعفين, نقلا عن متعاملين
    if (under or led) and key.endswith("ين") and key not in speaker_nouns().roles:
        return key[:-2] + "ون"
    if not under:
        return two_in_construct(key, view.key(i + 1)) or key
    for pronoun in ("يه", "يها", "يهم"):  # لكن مناصريه
        if (
            key.endswith(pronoun)
            and f"{key[: -len(pronoun)]}و{pronoun[1:]}" in speaker_nouns().roles
        ):
            return f"{key[: -len(pronoun)]}و{pronoun[1:]}"
    return key.removesuffix("ا")


def _own_role(view: View, i: int, stop: int, key: str) -> str | None:
    """مالكه فلان, محاميها فلان: a role with its pronoun, right before a name."""
    mention = view.mention(i + 1) if i + 1 < stop else None
    if key in speaker_nouns().roles or mention is None or mention.type != "PER":
        return None
    stems = (key.removesuffix(pronoun) for pronoun in ("ها", "هم", "ه") if key.endswith(pronoun))
    return next((stem for stem in stems if stem in speaker_nouns().roles), None)


def _may_head(key: str) -> bool:
    """Whether a word may head a noun phrase that no lexicon knows."""
    bare = key[1:] if key[:1] in ("و", "ف") else key
    return not {key, bare} & (ENDS | _NO_HEADS) and len(key) > 2


def _alone(view: View, i: int) -> bool:
    """قال آخر إن: another one, with nothing that he is the last of."""
    return view.key(i) == _ANOTHER and (view.is_that(i + 1) or bool(view.char(i + 1)))


def _bare(key: str, proclitic: int) -> str:
    bare = key[proclitic:]
    if proclitic and key[proclitic - 1 : proclitic + 1] == "لل" and bare not in _OWN_L:
        return "ا" + bare  # للوزير, and not للجنة
    return bare


def _named(view: View, i: int, stop: int, mention: Mention, proclitic: int) -> Party:
    """A mention with its appositions: title and name, name and title, in either order."""
    best, end = mention, view.after(mention)
    head = _bare(view.key(i), proclitic) if mention.kind == "nominal" else ""
    for _ in range(3):
        end = past_brackets(view, end, stop)
        if best.kind == "nominal" and (named := in_office(view, end, stop)) is not None:
            best, end = named, view.after(named)
            continue
        if (own := own_name(view, best, end, stop)) is not None:
            best, end = own
            continue
        j = view.skip_comma(end)
        beside = view.mention(j) if j < stop else None
        if best.kind == "nominal" and speaks_for_him(view, i, j):
            break
        if beside is not None and view.key(j) in ENDS:
            break
        if beside is not None and j == end and of_him(view, i, best, beside):
            end = view.after(beside)
            break
        if (
            beside is not None
            and beside.start >= view.tokens[j].start
            and same(best, beside, j == end)
        ):
            kin = fold_key(best.text).startswith("ام ") and " " in beside.text
            end = max(view.after(beside), _past_own_title(view, best, beside, j, stop))
            if best.kind == "nominal" or best.entity is None or kin:
                best = beside
            continue
        if (
            j < stop
            and best.type == "PER"
            and view.key(j) in speaker_nouns().roles
            and (best.kind == "name" and beside is None)
        ):
            role = speaker_nouns().roles[view.key(j)]
            before = view.tokens[j].text.startswith(_IN_FRONT)  # أمام, spelt like إمام
            if before or (j == end and (role in _NOTTITLES or role.endswith("s"))):
                break  # اتهم فلان | بعض المهاجرين
            title = _described(view, j, stop, "role", view.key(j), 0, names=False)
            closed = view.char(title.end) in ("،", ",", ":") or title.end >= stop
            if j == end or closed or view.is_that(title.end):
                end = title.end
                continue
        break
    end = past_seat(view, past_adjectives(view, best, end, stop), stop)
    return Party(i, max(end, i + 1), "mention", best, head, proclitic)


def _past_own_title(view: View, best: Mention, beside: Mention, j: int, stop: int) -> int:
    """Past the title behind a name with what it is of: فلان رئيس | بلدية كذا; 0 where none stands at ``j``."""
    title = best.kind == "name" and beside.kind == "nominal" and beside.type == "PER"
    if not title or view.key(j) not in speaker_nouns().roles or opens(view, view.after(beside)):
        return 0
    return _described(view, j, stop, "role", view.key(j), 0, names=False).end


def _described(
    view: View, i: int, stop: int, kind: PartyKind, head: str, proclitic: int, *, names: bool = True
) -> Party:
    """A description from its head noun to its end; the name beside a role is who it is."""
    end = i + 1
    limit = min(stop, i + LONGEST)
    while end < limit:
        mention = view.mention(end) if view.key(end) not in ENDS else None
        if mention is not None and mention.type == "PER" and mention.kind == "name":
            if (
                kind == "role"
                and names
                and not several(head)
                and beside(view, end, i)
                and not anothers_name(view, i, end)
                and not called_so(view, end, stop)
            ):
                return _named_role(view, i, end, stop, mention, head, proclitic)
            if not names:
                break
        ranked = kind == "role" and view.key(end) in TITLES and named_further(view, end, end + 5)
        if ranked or not belongs(view, end, i, kind):
            break
        if opens(view, end):
            end = view.at(view.quote_of[end].end)  # type: ignore[union-attr]
            continue
        end = view.after(mention) if mention is not None and view.after(mention) > end else end + 1
    while end > i + 1 and (view.key(end - 1) in INNER or view.key(end - 1) == _ON):
        end -= 1  # مصدر طبي | في المدينة, مصدر مطلع | على التحقيق
    called = kind == "body" and end == i + 1 and not head.startswith("ال")
    end = past_bracketed_name(view, end, stop) if called else end  # صحيفة (كذا) الفلانية
    past = past_brackets(view, end, stop)
    if (
        view.key(past) in _AT
        and (place := view.mention(past + 1)) is not None
        and place.type == "GPE"
    ):
        past = view.after(place)  # المتحدث باسم الرئاسة في البلد، فلان
    j = past_titles(view, past_ranks(view, view.skip_comma(past), stop), stop)
    mention = view.mention(j) if j < stop else None
    person = mention is not None and mention.type == "PER" and mention.kind == "name"
    fitting = person and names and not several(head) and not speaks_for_him(view, i, j)
    fitting = fitting and (kind == "role" or (kind == "noun" and apposed(view, head, past, j)))
    if mention is not None and fitting and mention.start == view.tokens[j].start:
        return _named_role(view, i, j, stop, mention, head, proclitic)
    if kind == "role" and names and (m := named_past_aside(view, past, stop)):
        return _named_role(view, i, m, stop, view.mention(m), head, proclitic)  # type: ignore[arg-type]
    if kind == "role" and names and (told := _told_further(view, i, past, stop)):
        return replace(told, start=i, head=head, proclitic=proclitic)
    return Party(i, end, kind, inner_name(view, i, end, kind, head), head, proclitic)


def _told_further(view: View, i: int, end: int, stop: int) -> Party | None:
    """Who a title names behind a comma, with another title (وزير الدولة، وزير الطاقة والمناجم، فلان) or further on
    with a rank (رئيس بلدية كذا في كذا، المهندس فلان، أن).
    """
    j = view.skip_comma(end)
    if j > end and j < stop and view.key(j) in speaker_nouns().roles:
        other = _described(view, j, stop, "role", view.key(j), 0)
        closed = view.key(j) == view.key(i) or view.is_comma(other.end)
        if other.kind == "mention" and closed:
            return other
    if m := named_further(view, end, stop):
        named = _named(view, m, stop, view.mention(m), 0)  # type: ignore[arg-type]
        return named if view.is_comma(named.end) or view.is_that(named.end) else None
    return None


def _named_role(
    view: View, i: int, j: int, stop: int, mention: Mention, head: str, proclitic: int
) -> Party:
    named = _named(view, j, stop, mention, 0)
    return Party(i, named.end, "mention", named.mention, head, proclitic)

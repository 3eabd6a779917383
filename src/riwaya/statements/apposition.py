"""What stands beside a name and belongs to it: brackets, adjectives, seats, titles, a short name in marks."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.model import Mention
from riwaya.statements.belonging import PLAIN, PartyKind
from riwaya.statements.junctures import INNER
from riwaya.statements.lexicon import speaker_nouns, words
from riwaya.statements.objects import opens
from riwaya.statements.titles import past_ranks
from riwaya.statements.view import View
from riwaya.statements.word_kinds import is_adjective, is_noun

_SAME_ONE = frozenset(map(fold_key, ("ذات", "نفس")))
_THIS = words("clauses.this")
_ALL = words("phrases.all")
_ISSUED = words("arguments.issued")
_LEAD, _FOREMOST = words("phrases.lead"), words("phrases.foremost")
_SEATS = words("phrases.seats")
_AT = frozenset(map(fold_key, ("في", "لدى", "إلى")))
_BELONGING = frozenset(map(fold_key, ("التابع", "التابعة")))
_COUNTS = words("phrases.counts")
_STATES_OF_OFFICE = words("phrases.states_of_office")
_CHARGED = frozenset(map(fold_key, ("المكلف", "المكلفة")))
_NAMED_HEADS = frozenset(
    ("agency", "newspaper", "channel", "website", "magazine", "organisation", "company", "party", "club")
)  # fmt: skip


def past_adjectives(view: View, body: Mention, j: int, stop: int) -> int:
    """Past what describes a body behind its name: منظمة كذا | الحقوقية."""
    if body.type == "PER" and body.kind == "nominal":
        his = j < stop and view.mention(j) is None and not view.key(j).endswith(("ه", "ات"))
        return j + (his and _describes(view.key(j)))  # الرئيس | الجمهوري
    if body.type != "ORG":
        return j
    field = view.key(j)[1:] if j < stop and view.key(j).startswith("وال") else ""
    nouns = speaker_nouns()
    if field and is_noun(field) and not {field} & {*nouns.roles, *nouns.bodies, *nouns.pairs}:
        j += view.mention(j) is None  # هيئة مقاومة الجدار | والاستيطان
    while j < stop and view.mention(j) is None and _describes(view.key(j)):
        if view.key(j) in _BELONGING:  # المجلس | التابع للأمم المتحدة
            owner = view.mention(j + 1)
            return view.after(owner) if owner is not None and view.key(j + 1)[:1] == "ل" else j
        j += 1
    return j


def past_seat(view: View, j: int, stop: int) -> int:
    """Past ومقره كذا, before a verb that follows."""
    if j + 2 >= stop or view.key(j).removeprefix("و") not in _SEATS or view.key(j)[:1] != "و":
        return j
    place = view.mention(j + 1)
    return view.after(place) if place is not None and view.after(place) < stop else j


def _describes(key: str) -> bool:
    """Whether a definite word describes the body before it; الصادر is said of the text."""
    if key in _ISSUED:
        return False
    plain = key.removeprefix("ال") in PLAIN
    return key.startswith("ال") and not key.endswith(("ين", "ون")) and (plain or is_adjective(key))


def own_name(view: View, body: Mention, j: int, stop: int) -> tuple[Mention, int] | None:
    """وكالة الأنباء التركية | الرسمية "الأناضول": a body's name in marks behind its description, and the token past it."""
    if body.type != "ORG":
        return None
    if view.key(j).startswith("لل") and (short := _short_name(view, j, stop)) is not None:
        return short
    while j < stop and view.key(j).startswith("ال") and is_adjective(view.key(j)):
        j += 1
    quote = view.quote_of[j] if j + 1 < stop and opens(view, j) else None
    inner = view.mention(j + 1) if quote is not None else None
    if (
        quote is None
        or inner is None
        or inner.type != "ORG"
        or view.after(inner) + 1 != view.at(quote.end)
    ):
        return None
    return inner, view.at(quote.end)


def _short_name(view: View, j: int, stop: int) -> tuple[Mention, int] | None:
    """منظمة كذا | للتربية والعلوم (كذا): a body's short name in brackets behind its field, and the token past them."""
    for k in range(j, min(stop, j + 7)):
        if view.char(k) == "(":
            inner = view.mention(k + 1)
            whole = (
                inner is not None and inner.type == "ORG" and view.char(view.after(inner)) == ")"
            )
            return (inner, view.after(inner) + 1) if inner is not None and whole else None
        if not view.key(k).startswith(("لل", "وال", "ال")):
            return None
    return None


def in_office(view: View, i: int, stop: int) -> Mention | None:
    """رئيس الوزراء المكلف فلان, وزير الداخلية المصري اللواء فلان: the one named, whoever else holds the office."""
    if (ranked := past_ranks(view, i, stop)) > i:
        return view.mention(ranked)
    if view.key(i) in _AT and (place := view.mention(i + 1)) is not None and place.type == "GPE":
        holder = view.mention(view.skip_comma(view.after(place)))
        person = holder is not None and holder.type == "PER" and holder.kind == "name"
        return holder if person else None  # منسق المنظمة في البلد فلان
    state = view.key(i) in _STATES_OF_OFFICE
    if state and (charged := _charged_with(view, i, stop)) is not None:
        return charged
    if not (state or _describes(view.key(i))) or i + 1 >= stop or view.mention(i) is not None:
        return None
    mention = view.mention(view.skip_comma(i + 1) if state else i + 1)
    named = mention is not None and mention.type == "PER" and mention.kind == "name"
    return mention if named else None


def _charged_with(view: View, i: int, stop: int) -> Mention | None:
    """الجديد المكلف بتشكيل الحكومة فلان: the one named behind what somebody in office is charged with."""
    while view.key(i) in _STATES_OF_OFFICE and view.key(i) not in _CHARGED:
        i += 1
    if view.key(i) not in _CHARGED or not view.key(i + 1).startswith("ب"):
        return None
    for j in range(i + 2, min(stop, i + 6)):
        mention = view.mention(j)
        if mention is not None and mention.type == "PER" and mention.kind == "name":
            return mention if mention.start == view.tokens[j].start else None
        if not view.is_word(j) or view.is_that(j):
            return None
    return None


def apposed(view: View, head: str, end: int, j: int) -> bool:
    """الطاهية اللبنانية، فلانة، …: whether the name at ``j`` stands between commas behind a definite head that no
    lexicon knows, and so is whom it describes.
    """
    mention = view.mention(j)
    past = view.after(mention) if mention is not None else end
    closed = view.is_comma(past) or view.is_that(past)
    return head.startswith("ال") and view.is_comma(end) and closed


def past_brackets(view: View, i: int, stop: int) -> int:
    """Past a bracketed aside of a few words: (45 عاما)."""
    if view.char(i) != "(":
        return i
    for j in range(i + 1, min(i + 9, stop)):
        if view.char(j) == ")":
            return j + 1
    return i


def past_bracketed_name(view: View, i: int, stop: int) -> int:
    """Past a body's name in brackets and the adjectives behind it: صحيفة | (كذا) الفلانية."""
    end = past_brackets(view, i, stop)
    while i < end < stop and _describes(view.key(end)) and view.mention(end) is None:
        end += 1
    return end


def same(mention: Mention, beside: Mention, close: bool) -> bool:
    """Whether two mentions side by side are one person or body: title and name."""
    if mention.type == beside.type == "PER" and fold_key(mention.text).startswith("ام "):
        return beside.kind == "name"  # أم فلان، فلانة
    if mention.entity is not None and beside.entity is not None:
        return mention.entity == beside.entity
    if mention.type == "PER" and beside.type == "PER":
        return mention.kind != beside.kind or close
    return mention.kind == "nominal" and beside.kind == "name" and beside.type == mention.type


def foremost(view: View, i: int, stop: int) -> int:
    """The token of the name that أبرز كذا leads to over a few definite words; 0 where none follows."""
    for j in range(i + 1, min(stop, i + 5)):
        mention = view.mention(j)
        if mention is not None and mention.type == "PER" and mention.kind == "name" and j > i + 1:
            return j
        if not view.key(j).startswith("ال"):
            return 0
    return 0


def counted(view: View, i: int) -> bool:
    """Whether a number stands before a role or bodies in the plural."""
    nouns = speaker_nouns()
    role = nouns.roles.get(view.key(i + 1), "") or nouns.bodies.get(view.key(i + 1), "")
    return role != "" and (view.tokens[i].kind == "number" or view.key(i) in _COUNTS)


def inner_name(view: View, i: int, end: int, kind: PartyKind, head: str) -> Mention | None:
    """The body that a description names outright: وكالة رويترز, صحيفة "الشرق"."""
    nouns = speaker_nouns()
    if kind != "body" or nouns.bodies.get(head) not in _NAMED_HEADS:
        return None
    for j in range(i + 1, end):
        mention = view.mention(j)
        if j >= i + 4 and not opens(view, j - 1):
            continue  # further on only a name in marks is its own
        if mention is not None and mention.type == "ORG":
            own = mention.start == view.tokens[j].start and view.key(j - 1) not in INNER
            return mention if own else None
    return None


def past_lead(view: View, i: int, stop: int) -> int:
    """Past what stands before the head and is no part of who it is: ذات, هذه, كل من, how many, the foremost of."""
    if view.key(i) in _SAME_ONE and view.key(i + 1).startswith("ال"):
        i += 1  # ذات المصدر
    all_ = view.key(i) in _ALL and i + 1 < stop  # جميع تلك الدول
    j = i + (all_ and view.key(i + 1) in _THIS)
    if (all_ or view.key(i) in _THIS) and _somebody(view.key(j + 1)):
        i = j + 1  # هذه المجموعات
    if view.key(i) in _LEAD and view.key(i + 1) == "من":
        i += 2
    if i + 1 < stop and counted(view, i):
        i += 1  # 6 أعضاء: how many they are is no part of who they are
    if view.key(i) in _FOREMOST and view.key(i + 1) in speaker_nouns().bodies:
        i += 1  # أكبر اتحاد
    if view.key(i) in _FOREMOST and (led := foremost(view, i, stop)):
        i = led  # أبرز المرشحين اليميني | فلان
    return i


def _somebody(key: str) -> bool:
    """Whether a definite noun heads somebody's description, a role's or a body's."""
    nouns = speaker_nouns()
    return key.startswith("ال") and (key in nouns.roles or key in nouns.bodies)


def of_him(view: View, i: int, body: Mention, beside: Mention) -> bool:
    """مكتب الرئيس الفلاني | فلان: whether the name beside a body is his whose title ends the body's name."""
    if body.type != "ORG" or beside.type != "PER" or beside.kind != "name":
        return False
    end = view.after(body)
    inner = (m for k in range(i + 1, end) for m in view.mentions.get(k, ()))
    return any(m.type == "PER" and m.kind == "nominal" and view.after(m) == end for m in inner)

"""Titles and whose they are: the name beside, behind a rank, or behind a comma."""

from __future__ import annotations

from riwaya.arabic.folding import fold_key
from riwaya.names.registry import registry
from riwaya.statements.adverbs import past_adverb
from riwaya.statements.junctures import INNER
from riwaya.statements.lexicon import cues, speaker_nouns, words
from riwaya.statements.objects import PREPOSITIONS, opens
from riwaya.statements.view import View
from riwaya.statements.word_kinds import is_adjective

TITLES = words("phrases.titles")
_RANKS = TITLES | words("phrases.ranks")
OF_SOMEBODY = words("phrases.of_somebody")
_HELD_AT = frozenset(map(fold_key, ("في", "لدى", "إلى", "ل", "عن", "على")))
_BEHIND = words("arguments.asides") | frozenset(PREPOSITIONS)
_HOUSES = "observatory"
"""The kind of hospitals, schools and centres, which are called by people's names."""
_HIS_WORDS = words("arguments.saying") | words("arguments.his_saying")
_IN_THE_NAME = fold_key("باسم")
_GOING_ON = ("ل", "ال", "بال")
"""How a word begins that may still belong to a title behind where its description seemed to end."""
_BREAKS = frozenset(":؟!;؛")
_ASIDE = 10
"""Tokens of the longest aside between a title and the name behind its comma."""
_SOURCES = frozenset({"source", "sources"})
_REACH = 16
"""Tokens from a title's end to the rank and the name that it is told with."""


def called_so(view: View, j: int, stop: int) -> bool:
    """عمدة بلدة "كذا" فلان: whether the name at ``j`` is what marks call a place, and another name follows them."""
    quote = view.quote_of[j - 1] if j > 0 and opens(view, j - 1) else None
    if quote is None or not quote.closed:
        return False
    after = view.at(quote.end)
    named = view.mention(view.skip_comma(after)) if after < stop else None
    return named is not None and named.type == "PER" and named.kind == "name"


def several(head: str) -> bool:
    """Whether a role is of several, so that no one man's name goes with it: المعارضون | فلانا."""
    role = speaker_nouns().roles.get(head, "")
    return (
        role.endswith(("s", "people")) and role != "artists" and head.endswith(("ون", "ين", "اء"))
    )


def past_titles(view: View, j: int, stop: int) -> int:
    """Past titles before a name that follows a comma: …، اللواء فلان."""
    for k in (j, j + 1, j + 2):
        if k >= stop:
            break
        mention = view.mention(k)
        if mention is not None and mention.type == "PER" and mention.kind == "name":
            return k
        if view.key(k) not in TITLES and view.key(k) not in speaker_nouns().roles:
            break
    return j


def past_ranks(view: View, j: int, stop: int) -> int:
    """Past ranks between an office and the name that holds it: وزير الداخلية المصري | اللواء الركن | فلان, وزيرة شؤون
    المصريين | بالخارج السفيرة | فلانة; ``j`` where no name stands behind them.
    """
    k = j + view.key(j).startswith("بال")
    while k < stop and view.key(k) in _RANKS:
        k += 1
    if k == j + 1 and view.key(j) not in _RANKS:
        return j
    mention = view.mention(k) if j < k < stop else None
    named = mention is not None and mention.type == "PER" and mention.kind == "name"
    return k if named and mention is not None and mention.start == view.tokens[k].start else j


def beside(view: View, j: int, head: int) -> bool:
    """Whether the name at ``j`` stands beside the description, and is not its genitive (مستشار بوتين)."""
    before, nouns = view.key(j - 1), speaker_nouns()
    if nouns.roles.get(view.key(head)) in _SOURCES:
        return False  # المصدر الفلاني
    if j - 1 == head:
        return before.startswith("ال") or before in TITLES
    if before in nouns.bodies and not before.startswith("ال"):
        return False  # مسؤول في مكتب فلان
    house = speaker_nouns().bodies.get(before) == _HOUSES  # طبيب في مستشفى فلان
    return before not in INNER and not house and view.tokens[j].start == view.mention(j).start  # type: ignore[union-attr]


def anothers_name(view: View, head: int, j: int) -> bool:
    """مستشار الرئيس الفلاني فلان: whether the name at ``j`` is his whose known title stands within the description."""
    name, inner = view.mention(j), view.mention(head + 1)
    roles = speaker_nouns().roles
    owners = (view.key(head + 1), view.key(j - 1) if j - 1 > head else "")
    if any(key.startswith("لل") and "ا" + key[1:] in roles for key in owners):
        return True  # مستشار للرئيس فلان, كبير المستشارين للرئيس فلان
    if view.key(head) in OF_SOMEBODY and j > head + 1 and is_adjective(view.key(head + 1)):
        return True  # زوج البريطانية فلانة
    theirs = inner is not None and inner.kind == "nominal" and view.after(inner) == j > head + 2
    if not theirs or name is None or inner is None or inner.entity is None:
        return False
    if view.key(head) in OF_SOMEBODY:
        return inner.entity == name.entity  # محامي الرئيس السابق فلان
    return inner.entity == name.entity and registry().entity(inner.entity) is not None


def speaks_for_him(view: View, head: int, j: int) -> bool:
    """متحدثة باسم وزير الطاقة، فلان: whether the name behind the comma is the minister's, for whom somebody speaks."""
    roles = speaker_nouns().roles
    unnamed = roles.get(view.key(head)) == "spokesperson" and not view.key(head).startswith("ال")
    inner = view.key(head + 2)
    one = inner in roles and not roles[inner].endswith("s")
    return unnamed and view.key(head + 1) == _IN_THE_NAME and one and view.is_comma(j - 1)


def named_further(view: View, j: int, stop: int) -> int:
    """رئيس بلدية كذا في كذا، المهندس فلان: where the name stands that a long title is told with behind a rank,
    only nouns between; 0 where none does.
    """
    for k in range(j, min(stop, j + _REACH)):
        forms = cues().forms.get(view.key(k), ())
        spoken = any(f.form.tense in ("past", "present") and not f.verb.clause for f in forms)
        if view.is_that(k) or view.char(k) == ":" or opens(view, k) or spoken:
            return 0
        m = k
        while m < stop and (view.key(m) in TITLES or (m > k and view.char(m) == ".")):
            m += 1
        mention = view.mention(m) if m > k and m < stop else None
        if mention is not None and mention.type == "PER" and mention.kind == "name":
            return m
    return 0


def named_past_aside(view: View, j: int, stop: int) -> int:
    """أحد المسؤولين في كذا لوكالة كذا، فلان، مدير كذا في وزارة كذا، فلان: where the name stands that a comma sets behind
    where the title is held or whom he told; 0 where none does, or where somebody else is named on the way.
    """
    if not (view.key(j) in _HELD_AT or view.key(j).startswith(_GOING_ON)) or view.char(j):
        return 0
    for k in range(j, min(stop, j + _ASIDE)):
        if view.is_comma(k):
            m = past_titles(view, k + 1, stop)
            mention = view.mention(m) if m < stop else None
            own = mention is not None and mention.type == "PER" and mention.kind == "name"
            return m if own and _alone(view, m) else 0
        mention = view.mention(k)
        person = mention is not None and mention.type == "PER"
        described = view.key(j).startswith("ال")  # لجنة كذا | الفلانية فلان
        if k > j + 1 - described and person and _closed_before(view, k):
            return k
        if person or view.char(k) in _BREAKS or view.is_that(k) or not _nominal(view, k):
            return 0
    return 0


def _closed_before(view: View, k: int) -> bool:
    """مدير كذا في جامعة كذا | فلان: whether the name at ``k`` stands behind a closed noun phrase, and ends the subject."""
    name = view.mention(k)
    if name is None or name.kind != "name" or name.start != view.tokens[k].start:
        return False
    before = view.key(k - 1).removeprefix("و")
    named = any(
        view.after(m) == k for i in range(max(0, k - 6), k) for m in view.mentions.get(i, ())
    )
    closed = before.startswith(("ال", "لل")) or named
    end = view.after(name)
    key = view.key(end)
    ends = _alone(view, k) or key in _BEHIND or past_adverb(view, end) > end or key in cues().forms
    ends |= key in _HIS_WORDS or key.startswith(("ب", "ل"))
    return closed and before not in TITLES and ends


def _alone(view: View, m: int) -> bool:
    """Whether what follows the name at ``m`` shows it to be an apposition: a comma, a stop, a colon, أن or a mark."""
    mention = view.mention(m)
    end = view.after(mention) if mention is not None else m
    behind = view.is_that(end) or view.key(end) in _HIS_WORDS
    return bool(view.char(end)) or behind or end >= len(view.tokens)


def _nominal(view: View, k: int) -> bool:
    """Whether the word at ``k`` heads nobody's title and is no verb of saying."""
    key = view.key(k)
    spoken = any(
        f.form.tense != "participle" and not f.verb.clause for f in cues().forms.get(key, ())
    )
    return not spoken and (key not in speaker_nouns().roles or key.endswith(("ين", "ون")))

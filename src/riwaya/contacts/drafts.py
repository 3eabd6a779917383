"""Drafts: what single triggers tell of contacts, merged into one draft for each contact of the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.contacts.when import joint_start, same_time
from riwaya.model import ContactKind, ContactStatus, Ref, Span

# What a word may stand for when it refers back, by the kind that it names itself.
_ALIKE: dict[str, frozenset[str]] = {
    "phone_call": frozenset({"phone_call", "contact"}),
    "video_call": frozenset({"video_call", "contact"}),
    "contact": frozenset({"phone_call", "video_call", "contact"}),
    "meeting": frozenset({"meeting", "summit", "talks"}),
    "summit": frozenset({"summit", "meeting"}),
    "talks": frozenset({"talks", "meeting", "phone_call", "video_call", "contact"}),
    "visit": frozenset({"visit"}),
    "letter": frozenset({"letter"}),
}
_GATHERINGS = frozenset({"meeting", "summit", "talks"})
_RANK = {
    "video_call": 6, "phone_call": 6, "summit": 5, "visit": 5, "letter": 5, "meeting": 4,
    "talks": 3, "contact": 1,
}  # fmt: skip


_SPANS = 24  # of evidence for a field are enough
_NEXT = 3  # sentences from a contact to those who attended it
_REMEMBERED = 40  # how many contacts back a word may refer


@dataclass(slots=True)
class Draft:
    """A contact in the making.

    ``sure``: the words are certain of its status; ``marked``: it is another one than the last;
    ``soft``: its word tells more of a contact, and is one itself only where it may stand ``alone``;
    ``whole``: one body meets, its members its parties; ``guessed``: one side is only whoever acts in the clause, ``hinted`` the others;
    ``sides``: the states of its parties, ``of`` the state of each; ``vague``: the keys of those whom it does not name
    (الرئيس الكيني), ``states``: of those that are states; ``known``: of office-holders whom the registry knows; ``titled``: it stands in a title;
    ``heads``: none of its people is known for another office than a state's head;
    ``attended``: its parties are told as those who were there as well (حضر اللقاء X);
    ``today``: it was held on the page's own day;
    ``body``: a body of two states meets, which none of their people is (اللجنة المصرية السودانية المشتركة);
    ``rounded``: its duration is told as about, more or less than that.
    """

    kind: ContactKind
    status: ContactStatus
    parties: list[Ref]
    sure: bool = True
    marked: bool = False
    soft: bool = False
    alone: bool = False
    whole: bool = False
    guessed: bool = False
    ordinal: str = ""
    hinted: list[Ref] = field(default_factory=list)
    sides: frozenset[str] = frozenset()
    of: dict[str, str] = field(default_factory=dict)
    vague: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    titled: bool = False
    body: bool = False
    today: bool = False
    attended: bool = False
    heads: bool = True
    sentences: set[int] = field(default_factory=set)
    initiator: Ref | None = None
    start: str | None = None
    duration: str | None = None
    rounded: bool = False
    place: Ref | None = None
    agenda: list[str] = field(default_factory=list)
    evidence: dict[str, list[Span]] = field(default_factory=dict)

    def note(self, name: str, span: Span) -> None:
        """Add a span of evidence for a field, once."""
        spans = self.evidence.setdefault(name, [])
        if span not in spans and len(spans) < _SPANS:
            spans.append(span)

    @property
    def keys(self) -> set[str]:
        return {ref.key for ref in self.parties}


def compatible(old: Draft, new: Draft) -> bool:
    """Whether two drafts can be one contact: alike in kind and parties, at odds in nothing."""
    alike = old.kind in _ALIKE[new.kind] or (bool(new.parties) and new.kind in _ALIKE[old.kind])
    alike = alike or (old.keys == new.keys and {old.kind, new.kind} <= _GATHERINGS)
    if not alike:
        return False
    if new.attended and old.parties and min(new.sentences) - max(old.sentences) <= _NEXT:
        return True
    again = bool(new.ordinal) and new.ordinal == old.ordinal
    if (new.marked and not old.marked and not again) or not _parties_fit(old, new):
        return False
    if old.start and new.start and not same_time(old.start, new.start):
        return False
    if old.sure and new.sure and old.status != new.status:
        return _compatible_status(old, new)
    return True


def _compatible_status(old: Draft, new: Draft) -> bool:
    """A plan told again as a proposal is one; a plan and what was held are two, but for back-reference."""
    open_ones = {"planned", "proposed", "postponed", "cancelled", "declined", "denied"}
    if old.status in open_ones and new.status in open_ones:
        return True
    if new.whole and old.keys == new.keys and not (new.start and old.start):
        return True  # the session of a body that the page is about
    elsewhere = bool(old.place and new.place and old.place.key != new.place.key)
    if old.today and new.status == "planned" and not (new.duration or elsewhere):
        return True  # what is held on the day of the page is told as about to be as well
    own = new.parties or new.start or new.place or new.duration
    return not own and old.status in open_ones and new.status == "held"


def _parties_fit(old: Draft, new: Draft) -> bool:
    hinted = {ref.key for ref in new.hinted}
    if new.guessed:
        return old.keys == new.keys or (bool(hinted) and hinted <= old.keys | old.sides)
    of_heads = {old.kind, new.kind} <= {"summit", "meeting"} and not (old.body or new.body)
    of_heads = of_heads and old.heads and new.heads
    sides = of_heads and old.keys != new.keys and (old.sides == new.keys or new.sides == old.keys)
    same = sides or _same_parties(old.keys, new.keys) or _one_by_one(old, new)
    if new.parties and not same:
        return False
    return hinted <= old.keys


def _same_parties(old: set[str], new: set[str]) -> bool:
    return old == new or (len(new) >= 2 and new < old) or (len(old) >= 2 and old < new)


_CALLS = frozenset({"phone_call", "video_call", "contact"})
_HEADS = frozenset({"summit", "meeting"})


def _one_by_one(old: Draft, new: Draft) -> bool:
    """Whether each party that only one of the two has stands for the other's, by its state."""
    kinds = {old.kind, new.kind}
    titled = (old.titled or new.titled) and kinds <= _GATHERINGS and not (old.soft or new.soft)
    mine, its = old.keys - new.keys, new.keys - old.keys
    other = len(mine) == 1 and kinds == {"talks"} and not (old.soft or new.soft)
    loose = titled or other or kinds == {"visit"} or kinds <= _CALLS or kinds <= _HEADS
    if not mine or len(mine) != len(its) or (kinds == {"visit"} and not old.keys & new.keys):
        return False  # X's visit to Y is not Y's to X
    for key in its:
        states = loose and key in new.states
        fitting = [
            k
            for k in mine
            if old.of.get(k) is not None
            and not (k in old.known and key in new.known)  # ملكة X is no prime minister of X
            and old.of.get(k) == new.of.get(key)
            and (states or key in new.vague or k in old.vague or (loose and k in old.states))
        ]
        if not fitting:
            return False
        mine.discard(fitting[0])
    return True


def absorb(old: Draft, new: Draft) -> None:
    """Make one of two drafts: the more telling kind, the surer status, the fuller fields."""
    if new.attended and old.parties:
        new.parties, new.evidence["parties"] = [], []
    told_more = new.soft and old.kind == "contact"  # an اتصال in which they discussed something
    if _RANK[new.kind] > _RANK[old.kind] and new.parties and not told_more:
        old.kind = new.kind
    undone = new.status in ("cancelled", "postponed", "denied") and bool(new.parties)
    if new.sure and (not old.sure or undone):
        old.status, old.sure = new.status, True
        old.evidence["status"] = []
    more = len(new.parties) > len(old.parties) or (bool(new.parties) and new.sides == old.keys)
    if (more and not new.guessed) or _names_better(old, new):
        _take_parties(old, new)
    old.start = joint_start(old.start, new.start)
    old.sentences |= new.sentences
    old.today = old.today or (new.today and old.status == "held")
    old.initiator = old.initiator or new.initiator
    if new.duration and (old.duration is None or (old.rounded and not new.rounded)):
        if old.duration != new.duration:
            old.evidence["duration"] = []
        old.duration, old.rounded = new.duration, new.rounded
    old.place = old.place or new.place
    old.agenda.extend(a for a in new.agenda if a not in old.agenda)
    for name, spans in new.evidence.items():
        if _agree(name, old, new) and not (name == "parties" and new.guessed):
            for span in spans:
                old.note(name, span)


def _names_better(old: Draft, new: Draft) -> bool:
    """Whether new words name those whom the old ones only describe, or whose states they name."""
    fits = new.parties and not (new.guessed or new.soft or new.kind == "visit")
    fewer = len(new.vague | new.states) < len(old.vague | old.states)
    return bool(fits) and len(new.keys) == len(old.keys) and fewer


def _take_parties(old: Draft, new: Draft) -> None:
    old.parties, old.sides, old.of = new.parties, new.sides, new.of
    old.vague, old.states, old.known = new.vague, new.states, new.known


def _agree(name: str, old: Draft, new: Draft) -> bool:
    """Whether the new draft's words are evidence for the value that the old one has now."""
    if name == "status":
        return new.status == old.status
    if name == "start":
        return bool(new.start and old.start and same_time(old.start, new.start))
    if name in ("initiator", "place"):
        mine, its = getattr(old, name), getattr(new, name)
        return bool(mine and its and mine.key == its.key)
    return name != "duration" or old.duration == new.duration


def _closeness(old: Draft, new: Draft) -> tuple[bool, bool, bool, int]:
    """What makes one of several drafts the likelier: parties, sentence, kind."""
    near, same = bool(old.sentences & new.sentences), old.kind == new.kind
    told = bool(new.start or new.place)  # with a time or place of its own it is the like kind's
    return (
        bool(new.parties) and (old.keys == new.keys or (same and old.sides == new.keys)),
        same if told else near,
        near if told else same,
        0 if new.parties else min(len(old.sentences), 3),
    )


def merge(drafts: list[Draft]) -> list[Draft]:
    """One draft for each contact; what only refers back and finds nothing is dropped."""
    out: list[Draft] = []
    for new in sorted(drafts, key=lambda draft: draft.soft):
        fitting = [old for old in reversed(out[-_REMEMBERED:]) if compatible(old, new)]
        if fitting:
            absorb(max(fitting, key=lambda old: _closeness(old, new)), new)
        elif (new.whole and (new.start or new.place)) or (
            len(new.parties or new.hinted) >= 2 and (new.alone or not new.soft)
        ):
            new.parties = new.parties or new.hinted
            out.append(new)
    return out

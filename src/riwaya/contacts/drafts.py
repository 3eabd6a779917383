"""Drafts: what single triggers tell of contacts, merged into one draft for each contact of the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.model import ContactKind, ContactStatus, Ref, Span

# What a word may stand for when it refers back, by the kind that it names itself.
_ALIKE: dict[str, frozenset[str]] = {
    "phone_call": frozenset({"phone_call", "contact"}),
    "video_call": frozenset({"video_call", "contact"}),
    "contact": frozenset({"phone_call", "video_call", "contact"}),
    "meeting": frozenset({"meeting", "summit", "talks"}),
    "summit": frozenset({"summit", "meeting"}),
    "talks": frozenset({"talks", "meeting", "phone_call", "video_call"}),
    "visit": frozenset({"visit"}),
    "letter": frozenset({"letter"}),
}
_RANK = {
    "video_call": 6, "phone_call": 6, "summit": 5, "visit": 5, "letter": 5, "meeting": 4,
    "talks": 3, "contact": 1,
}  # fmt: skip


@dataclass(slots=True)
class Draft:
    """A contact in the making. ``sure`` tells whether the words are certain of its status."""

    kind: ContactKind
    status: ContactStatus
    parties: list[Ref]
    sure: bool = True
    definite: bool = False
    marked: bool = False
    soft: bool = False
    hint: set[str] = field(default_factory=set)
    sentence: int = 0
    initiator: Ref | None = None
    start: str | None = None
    duration: str | None = None
    place: Ref | None = None
    agenda: list[str] = field(default_factory=list)
    evidence: dict[str, list[Span]] = field(default_factory=dict)

    def note(self, name: str, span: Span) -> None:
        """Add a span of evidence for a field, once."""
        spans = self.evidence.setdefault(name, [])
        if span not in spans:
            spans.append(span)

    @property
    def keys(self) -> set[str]:
        return {ref.key for ref in self.parties}


def compatible(old: Draft, new: Draft) -> bool:
    """Whether two drafts can be one contact: alike in kind and parties, at odds in nothing."""
    alike = old.kind in _ALIKE[new.kind] or (bool(new.parties) and new.kind in _ALIKE[old.kind])
    if not alike:
        return False
    if new.marked and (old.sure and new.sure):
        return False
    if new.parties and not _same_parties(old.keys, new.keys):
        return False
    if not new.hint <= old.keys:
        return False
    if old.start and new.start and not _same_time(old.start, new.start):
        return False
    if old.sure and new.sure and old.status != new.status:
        return _compatible_status(old, new)
    return True


def _compatible_status(old: Draft, new: Draft) -> bool:
    """A plan told again as a proposal is one; a plan and what was held are two, but for back-reference."""
    open_ones = {"planned", "proposed", "postponed", "cancelled", "declined", "denied"}
    if old.status in open_ones and new.status in open_ones:
        return True
    return not new.parties and old.status in open_ones and new.status == "held"


def _same_parties(old: set[str], new: set[str]) -> bool:
    return old == new or (len(new) >= 2 and new < old) or (len(old) >= 2 and old < new)


def _same_time(old: str, new: str) -> bool:
    """Whether two times can be one: equal, or one the other's part."""
    if old.startswith(new) or new.startswith(old):
        return True
    if "XXXX" in old or "XXXX" in new or "W" in old or "W" in new or "T" in (old[:1], new[:1]):
        return old[:2] != new[:2] or "XXXX-W" not in old or "XXXX-W" not in new
    return old[:10] == new[:10]


def absorb(old: Draft, new: Draft) -> None:
    """Make one of two drafts: the more telling kind, the surer status, the fuller fields."""
    if _RANK[new.kind] > _RANK[old.kind] and new.parties:
        old.kind = new.kind
    if (new.sure and not old.sure) or (
        new.sure and new.status in ("cancelled", "postponed", "denied") and new.parties
    ):
        old.status, old.sure = new.status, True
        old.evidence["status"] = []
    if len(new.parties) > len(old.parties):
        old.parties = new.parties
    old.start = _joint_start(old.start, new.start)
    old.initiator = old.initiator or new.initiator
    old.duration = old.duration or new.duration
    old.place = old.place or new.place
    old.agenda.extend(a for a in new.agenda if a not in old.agenda)
    for name, spans in new.evidence.items():
        for span in spans:
            old.note(name, span)


def _joint_start(old: str | None, new: str | None) -> str | None:
    """The fuller of two starts that can be one; a day and a clock time together."""
    if old is None or new is None:
        return old or new
    if new.startswith("T") and "T" not in old:
        return old + new if len(old) >= len("XXXX-WXX-4") else old
    if old.startswith("T") and "T" not in new:
        return new + old if len(new) >= len("XXXX-WXX-4") else new
    clocked = new[11:12].isdigit() and not old[11:12].isdigit() and new[:10] == old[:10]
    return new if clocked or (len(new) > len(old) and new.startswith(old)) else old


def _closeness(old: Draft, new: Draft) -> tuple[bool, bool, bool]:
    """What makes one of several drafts the likelier: parties, sentence, kind."""
    return (
        bool(new.parties) and old.keys == new.keys,
        old.sentence == new.sentence,
        old.kind == new.kind,
    )


def merge(drafts: list[Draft]) -> list[Draft]:
    """One draft for each contact; what only refers back and finds nothing is dropped."""
    out: list[Draft] = []
    for new in drafts:
        fitting = [old for old in reversed(out) if compatible(old, new)]
        if fitting:
            absorb(max(fitting, key=lambda old: _closeness(old, new)), new)
        elif len(new.parties) >= 2 and not new.soft:
            out.append(new)
    return out

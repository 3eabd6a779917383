"""What the rules pass on to one another: a report as it is being read, before it is a statement."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from riwaya.model import Polarity, Span, Speaker
from riwaya.statements.inflection import Gender, Number, Tense
from riwaya.statements.lexicon import Verb

ContentKind = Literal["that", "quote", "np", "whether", "speech", "before"]
SubjectPlace = Literal["after", "before", "dropped", "none"]


@dataclass(slots=True)
class Draft:
    """One report in the making. Positions are token indices of the view; ``content`` is in code points."""

    cue: int
    cue_end: int
    sentence: int
    rule: str
    verb: Verb | None = None
    tense: Tense | None = None
    gender: Gender = "m"
    number: Number = "s"
    kind: ContentKind = "that"
    subject: SubjectPlace = "dropped"
    speaker: Speaker | None = None
    addressee: Speaker | None = None
    start: int = 0
    """The first token of the content."""
    lead: int = 0
    """Letters of the cue's first word that are a conjunction."""
    skip: int = 0
    """Letters of the first token that are the cue's preposition (ب in بإجراء)."""
    stop: int = 0
    """The token past the content's last one, as far as it is known."""
    clause: int = 0
    """The first token of the cue's own clause: its subject, its conjunction or the cue itself."""
    joined: bool = False
    """The cue has و or ف before it, or stands after a conjunction: a new clause."""
    after_that: bool = False
    """The clause of the cue is itself governed by أن: it is somebody's content."""
    polarity: Polarity | None = None
    relay: list[Speaker] = field(default_factory=list)
    """Reporters named before the speaker (نقلت X عن Y)."""
    partner: Speaker | None = None
    content: list[Span] = field(default_factory=list)
    inside: Draft | None = None
    attached: Draft | None = None
    depth: int = 0
    """How many reports it stands in."""
    agentless: bool = False
    relative: bool = False
    """Its clause only says more of a noun (الذي قال إن)."""
    aside: bool = False
    """A noun within another's clause tells it (بعد إعلان الحكومة أن): no later verb goes on from it."""
    occasion: str | None = None
    way: str = ""
    """How its speaker was found, where the cue names nobody: a key of ``explain.WAYS``."""
    others: list[tuple[str, Speaker]] = field(default_factory=list)
    """Who else could be its speaker, and by which way; read only for an explanation."""
    ended: str = ""
    """What ends the content: a key of ``explain.ENDS``."""
    rivals: tuple[tuple[str, ContentKind], ...] = ()
    """Other readings of the cue's word: verb group and how the content would begin."""
    text: Span | None = None
    """Where the text stands by which its speaker is told (تقرير الهيئة, التقرير)."""
    spoken: bool = False
    """The content is the speaker's words in marks, wholly."""
    id: str = ""

    @property
    def finite(self) -> bool:
        return self.tense != "participle"

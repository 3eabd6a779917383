"""Why a statement is read as it is: its cue and frame, its rule, what bounds it, whose words it is taken for.

``riwaya statements TEXT --why`` prints this. Everything told here is what the rules kept while
they read; nothing is made up afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.arabic.folding import fold_key
from riwaya.model import Found, Page, Speaker, Statement
from riwaya.statements.drafts import Draft
from riwaya.statements.extract import as_statement, read_drafts
from riwaya.statements.view import View, make_view

RULES = {
    "verb": "a report verb",
    "participle": "a participle of saying, which shares the subject of another verb",
    "attribution": "an attribution: it says whom the rest of its sentence is from",
    "relay": "a relay: one carries what another said",
    "document": "a document in which it stands",
    "agentless": "said, and nobody is named as saying it",
    "asked": "a question whose asker is not named",
    "noun": "a noun of saying",
    "set on saying": "a verb of how somebody went about saying it",
    "to the effect": "what a text amounts to saying",
    "answer": "a one-word answer; what was asked is the content",
    "resumptive": "an answer that goes back to what stands before it",
    "silence": "nothing that came from somebody on it",
    "headline": "a speaker and a colon in a line of its own",
    "inverted": "a cue behind the words in marks",
    "unmarked": "words whose opening mark is missing",
    "after a comma": "a clause that a mere comma introduces",
    "unmarked speech": "words in the first person without marks",
}
KINDS = {
    "that": "a clause after أن / إن / بأن",
    "quote": "words in marks",
    "np": "the cue's own object, or what its preposition governs",
    "whether": "an indirect question",
    "speech": "what follows a colon",
    "before": "what stands before or around the cue",
}
TAKES = {
    "that": "أن", "quote": "words in marks", "np": "an object", "whether": "a question",
    **{fold_key(word): word for word in ("على", "إلى")},
}  # fmt: skip
ENDS = {
    "mark": "the closing mark",
    "unclosed": "the end of its paragraph, as the mark never closes",
    "stray mark": "a closing mark that nothing opens",
    "report": "another report, which is not part of it",
    "teller": "words of the teller",
    "outer": "the end of the statement that holds it",
    "sentence": "the end of its sentence",
}
WAYS = {
    "issuer": "who issued the document told of before",
    "document": "the document itself",
    "participle": "the subject of the verb that the participle goes with",
    "goes on": "the speaker of the sentence before",
    "sibling": "the subject of the report before it in the sentence",
    "form": "those whom the form of the verb goes back to",
    "within": "by its place in another's words",
    "pronoun": "he whom the sentence began with",
    "but he": "the subject of the clause before لكن",
    "topic": "the person whom the sentence began with",
    "earlier": "the last speaker who agrees with the verb, nobody else having come between",
}
_PLACES = {"after": "named behind the cue", "before": "named before the cue"}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one statement is read so."""

    statement: Statement
    rule: str
    frame: str | None
    """The group of the cue's verb in the lexicon, its lemma and what may introduce its content."""
    content: str
    speaker: str
    others: tuple[str, ...]
    """Readings that lost: other verbs of the cue's form, other speakers, each with its way."""

    def lines(self) -> list[tuple[str, str]]:
        """Label and text of each line, as the command prints them."""
        rows = [("rule", self.rule), ("frame", self.frame or ""), ("content", self.content)]
        rows += [("speaker", self.speaker), *(("not", other) for other in self.others)]
        return [(label, text) for label, text in rows if text]


def explain(page: Page, found: Found) -> list[Explanation]:
    """The statements of a page, each with why; the same that ``find_statements`` gives."""
    view = make_view(page, found)
    return [_explanation(view, draft) for draft in read_drafts(view, trace=True)]


def _explanation(view: View, draft: Draft) -> Explanation:
    name, _, rest = draft.rule.partition(":")
    rule = RULES.get(draft.rule) or RULES.get(name, draft.rule)
    if rest.endswith("back"):
        rule += ", in a clause that goes back to somebody named before"
    content = KINDS[draft.kind]
    if draft.ended:
        content += f"; it ends at {ENDS[draft.ended]}"
    others = [f"{group}: {KINDS[kind]}" for group, kind in draft.rivals]
    others += [f"{_name(speaker)}: {WAYS[way]}" for way, speaker in draft.others]
    return Explanation(
        as_statement(view, draft), rule, _frame(draft), content, _speaker(draft), tuple(others)
    )


def _frame(draft: Draft) -> str | None:
    verb = draft.verb
    if verb is None:
        return None
    takes = ", ".join(sorted(TAKES.get(way, way) for way in verb.takes))
    return f"{verb.written} ({verb.group}); takes {takes}; act {verb.act}"


def _speaker(draft: Draft) -> str:
    if draft.agentless:
        return "nobody: the frame names no agent"
    if draft.speaker is None:
        return "unknown: nobody near agrees with the cue"
    if draft.way:
        return WAYS[draft.way]
    return _PLACES.get(draft.subject, "named by the frame")


def _name(speaker: Speaker) -> str:
    return speaker.name or speaker.entity or "?"

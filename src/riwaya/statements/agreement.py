"""Which later report ends what was said, and which stands in it: by who can be its subject and what leads to it."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.arabic.folding import fold_key
from riwaya.model import Speaker
from riwaya.statements.drafts import Draft
from riwaya.statements.lexicon import speaker_nouns, words
from riwaya.statements.objects import bare_of_l
from riwaya.statements.phrase_ends import COMMAS
from riwaya.statements.spans import OWN_W
from riwaya.statements.turns import clause_behind, fronted
from riwaya.statements.view import THAT_PRONOUN, View

_MEANWHILE = words("clauses.meanwhile")
_BUT_PRONOUN = words("clauses.but_he")
_BUT = words("clauses.but")
_BACK = words("arguments.back")
_WAS, _RELATIVE = words("clauses.was"), words("clauses.relative")
_SEVERAL = words("phrases.several")
_SINCE = frozenset(map(fold_key, ("حيث", "إذ")))
_AS, _SOURCES = fold_key("كما"), fold_key("مصادر")
_ALREADY = fold_key("قد")
_SAYING = frozenset({"say", "report", "affirm", "mention"})
_IN, _TIME, _WHILE = fold_key("في"), fold_key("وقت"), fold_key("حين")


def breaks(view: View, draft: Draft, other: Draft, inside: Sequence[Draft]) -> bool:  # noqa: PLR0911 - one guard, one line
    """Whether a later report ends the content of ``draft`` rather than standing in it."""
    if other.rule == "attribution":
        return other.cue - draft.start >= 2 and not _in_the_middle(view, draft, other)
    if _stands_in_it(view, draft, other):
        return False
    if not (other.finite or draft.finite):  # مؤكدا كذا، مشددا على كذا: both go with one verb
        nested = attach(other, inside)
        return agrees(draft, other) and (nested is None or not agrees(nested, other))
    if not other.finite:
        return attach(other, in_reach(view, other, [draft, *inside])) is draft
    told = _tells_of_it(view, draft, other) or _says_so(view, draft, other)
    if told or _behind_marks(view, draft, other) or _in_a_title(view, other):
        return True
    before = min(other.clause, other.cue)
    comma = view.char(before - 1) in COMMAS
    if (led := _led_away(view, draft, other, before)) is not None:
        return led
    if draft.kind == "np" and comma and not other.joined and other.subject == "after":
        return True
    if not other.joined:
        on = other.subject == "after" or _goes_straight_on(view, draft, other)
        return comma and on and (draft.kind == "that" or other.subject == "dropped")
    if other.subject == "before":
        return comma
    if other.subject == "after" or (other.verb is not None and other.verb.run):
        return True
    if _of_others(draft, other) or of_her_clause(view, draft, other):
        return False
    return (other.number == "s" or plural(draft)) and not _nested_subject(draft, inside, other)


def _while(view: View, draft: Draft) -> bool:
    """وفيما دعا إلى كذا، | أشار إلى كذا: whether a report is the first of two that a sentence tells side by side, or stands
    in the clause before the main one.
    """
    at = draft.clause - 1
    aside = at == view.sentences[draft.sentence][0] and view.key(at) in _MEANWHILE
    return aside or fronted(view, draft)


def _stands_in_it(view: View, draft: Draft, other: Draft) -> bool:
    """أوضحت الوكالة أن المصدر صحح قوله قائلا, المزاعم التي وردت في الشكوى, اللجنة التي كانت قد دعتها."""
    if not other.finite:
        return view.char(other.cue - 1) not in COMMAS and _of_another(draft, other)
    before = min(other.clause, other.cue) - 1
    while view.key(before) in _WAS or view.key(before) == _ALREADY:
        before -= 1
    return view.key(before) in _RELATIVE and not _tells_of_it(view, draft, other)


def _tells_of_it(view: View, draft: Draft, other: Draft) -> bool:
    """سحب الدخان فوق القرية | التي يقول المرصد إن كذا: whether a relative clause tells what somebody else says of a thing."""
    named = other.finite and other.subject == "after" and other.kind == "that"
    says = other.verb is not None and other.verb.group in _SAYING
    if not (named and says) or view.key(other.cue - 1) not in _RELATIVE:
        return False
    if draft.speaker is None or other.speaker is None:
        return True
    return draft.speaker.key != other.speaker.key


def _goes_straight_on(view: View, draft: Draft, other: Draft) -> bool:
    """أكد المدير أن كذا، شدد على أن كذا: whether a verb right behind a comma goes on with the speaker's own words."""
    if other.subject != "dropped" or other.kind != "that" or draft.inside is not None:
        return False
    key = view.key(other.cue)
    back = view.key(other.cue + 1) in _BACK or key.endswith(("ه", "ها", "هم"))  # اتصالا، أبلغه أن
    of_a_thing = THAT_PRONOUN.fullmatch(view.key(other.start - 1)) is not None  # خلية، قالت إنها
    same = agrees(draft, other) and draft.number == other.number
    same = same and (draft.subject == "after" or draft.kind == "np")
    past = draft.tense == other.tense == "past" and view.is_comma(other.cue - 1)
    return same and past and not (back or (of_a_thing and draft.kind == "that"))


def in_reach(view: View, participle: Draft, reports: Sequence[Draft]) -> list[Draft]:
    """The reports a participle may go with: none in a quotation that closes before it, where another agrees."""
    at = view.tokens[participle.cue].start
    quotes = ((d, view.quote_of[d.cue]) for d in reports if not _his_own(view, d))
    out = [d for d, quote in quotes if quote is None or not quote.closed or quote.end > at]
    return out if any(d.finite and agrees(d, participle) for d in out) else list(reports)


def _his_own(view: View, report: Draft) -> bool:
    """قال إنه دعا إلى كذا: a report by who tells it, under his own أنه; what goes on goes on with what he tells."""
    outer = report.inside
    under = (outer is None or report.cue == outer.start) and view.is_that(report.cue - 1)
    return under and view.key(report.cue - 1).endswith(("نه", "نها", "نهم"))


def _behind_marks(view: View, draft: Draft, other: Draft) -> bool:
    """وصفته بأنه "كذا" | قالت إنه كذا: a verb right behind the mark that closes what was said."""
    if draft.kind != "np" or other.joined:
        return False
    before = min(other.clause, other.cue)
    quote = view.quote_of[before - 1]
    begun = quote is not None and quote.start == view.tokens[draft.start].start
    return begun and quote is not None and quote.end == view.tokens[before - 1].end


def _in_a_title(view: View, other: Draft) -> bool:
    """فلان يؤكد كذا وفلان ينفيه: a title joins what two say without a comma."""
    return (
        view.in_title(other.cue)
        and other.subject == "before"
        and view.key(other.clause).startswith("و")
    )


def _in_the_middle(view: View, draft: Draft, source: Draft) -> bool:
    """إن الشظايا أسفرت، بحسب كذا، عن مقتل كذا: whether the clause that a source stands in goes on behind its comma."""
    paired = view.char(source.cue - 1) in COMMAS and view.char(source.stop) in COMMAS
    on = view.is_word(source.stop + 1) and not clause_behind(view, source.stop + 1)
    return draft.kind == "that" and paired and on


def _several_unnamed(draft: Draft) -> bool:
    """Whether those who tell are a plural by their noun (مسؤولون), so that a singular verb behind is another's."""
    name = draft.speaker.name if draft.speaker is not None else None
    head = fold_key(name.split()[0]) if name else ""
    return (
        draft.subject == "after"
        and speaker_nouns().roles.get(head, "").endswith("s")
        and not joined_names(name or "")
    )


def _unnamed(report: Draft) -> bool:
    """Whether somebody unnamed says or reports it: …، لكن مسؤولا في الشرطة قال إن."""
    telling = report.verb is not None and report.verb.group in ("say", "report", "mention")
    return telling and report.speaker is not None and "@" in (report.speaker.entity or "")


def _led_away(view: View, draft: Draft, other: Draft, before: int) -> bool | None:
    """What the word before the later report's clause decides; None where it decides nothing."""
    lead = view.key(before - 1)
    if view.is_that(before - 1) and view.key(before - 2) in _BUT:
        if THAT_PRONOUN.fullmatch(view.key(before - 1)) and other.tense == "past":
            return not _of_her(view, draft, other, before)  # …، إلا أنها حذرت من كذا
        theirs = other.speaker is not None and other.speaker.entity is not None
        told = other.subject == "before" and other.tense == "past" and other.kind != "np"
        theirs = theirs or (told and view.is_comma(before - 3))  # …، إلا أن الإدارة أقرت بأن
        return True if draft.kind == "np" or other.tense == "present" or theirs else None
    if lead in _BUT_PRONOUN:
        return not _of_her(view, draft, other, before)
    had = lead in _WAS and lead.startswith("و") and view.char(before - 2) in COMMAS
    had |= view.char(before - 1) in COMMAS and _while(view, draft)
    if had or lead in _MEANWHILE or (lead in (_WHILE, _TIME) and view.key(before - 2) == _IN):
        return True
    if lead in _BUT:
        quoted = other.kind == "quote" and not draft.spoken  # لكن المكتب قال: «…»
        somebody = draft.kind == "that" and view.char(before - 2) in COMMAS and _unnamed(other)
        return (draft.kind == "np" or quoted or somebody) and other.subject == "before"
    return True if lead == _AS and view.char(before - 2) in COMMAS else None


def _says_so(view: View, draft: Draft, other: Draft) -> bool:
    """أكد فلان أن كذا، حيث قال إن كذا: whether a clause that bears out what was said is the teller's, by its own report."""
    before = min(other.clause, other.cue)
    if view.key(before - 1) not in _SINCE or not view.is_comma(before - 2):
        return False
    words = other.kind in ("that", "quote") and other.subject != "before"
    same = other.subject == "after" or (other.tense == draft.tense and agrees(draft, other))
    return words and same


def _of_her(view: View, draft: Draft, other: Draft, before: int) -> bool:
    """قال فلان إنه نصح رئيسة الوزراء لكنها رأت: whether the pronoun goes back to a woman within a man's words."""
    him = draft.gender == "m" and draft.number == "s" and draft.kind == "that"
    her = other.gender == "f" and other.number == "s" and view.key(before - 1).endswith("ها")
    roles = speaker_nouns().roles
    keys = (bare_of_l(view.key(k)) for k in range(draft.start, before - 1))
    return him and her and any(key.endswith("ه") and key in roles for key in keys)


def plural(draft: Draft) -> bool:
    """Whether the subject of a report is known or may be taken to be more than one."""
    if draft.number != "s" or draft.speaker is None or draft.speaker.name is None:
        return draft.number != "s"
    head = fold_key(draft.speaker.name.split()[0])
    nouns = speaker_nouns()
    noun = head.startswith("ال") or draft.speaker.named != "named"  # ماكرون is one man
    several = head in nouns.pairs or head in _SEVERAL
    several = several or nouns.roles.get(head, "").endswith(("s", "people"))
    several = several or (noun and head.endswith("ون") and head not in nouns.documents)
    return joined_names(draft.speaker.name) or several


def joined_names(name: str) -> bool:
    """Whether a name joins two or more with و (and does not only have a word in و, as وزارة)."""
    return any(
        word.startswith("و") and not fold_key(word).startswith(OWN_W) for word in name.split()[1:]
    )


def _nested_subject(draft: Draft, inside: Sequence[Draft], other: Draft) -> bool:
    """Whether a verb with no subject carries on a report inside ``draft`` rather than ``draft`` itself."""
    return any(
        agrees(nested, other) and nested.subject != "dropped" for nested in inside if nested.finite
    )


def _of_another(draft: Draft, participle: Draft) -> bool:
    """Whether a man's participle stands in what a woman, or a body, is told to have said."""
    forms = (draft.gender, draft.number, participle.gender, participle.number)
    says = (
        participle.verb is not None and participle.verb.group == "say"
    )  # of others writers mix forms
    return says and draft.kind == "that" and draft.finite and forms == ("f", "s", "m", "s")


def agrees(draft: Draft, other: Draft) -> bool:
    """Whether the subject of one report can be that of another, by gender and number."""
    if "p" in (draft.number, other.number) or "d" in (draft.number, other.number):
        return draft.number == other.number or draft.subject == "after"
    return draft.gender == other.gender


def _of_others(draft: Draft, other: Draft) -> bool:
    """Whether a joined verb without a subject is of men in what was said, by its number: قال مسؤولون إن رجلا حضر
    واعترف, أكدت المصادر أن مسلحين دخلوا وطلبوا كذا.
    """
    things = draft.gender == other.gender == "f"  # قالت مصادر إن كذا وأوضحت كذا
    if _of_a_thing(draft, other):
        return True
    if _several_unnamed(draft) and other.number == "s" and other.subject == "dropped":
        return not things
    forms = (draft.gender, draft.number, draft.subject, other.gender, other.number, other.subject)
    return forms == ("f", "s", "after", "m", "p", "dropped") and not _people(draft)


def of_her_clause(view: View, draft: Draft, other: Draft) -> bool:
    """قال المفوض إن الشرطة أكملت التحقيق وأكدت أن كذا: whether a woman's verb goes on with the clause of a feminine noun that
    a man tells.
    """
    him = draft.gender == "m" and draft.number == "s" and draft.subject in ("after", "before")
    her = other.gender == "f" and other.number == "s" and other.subject == "dropped"
    if not (him and her and draft.kind == "that" and other.tense == "past"):
        return False
    first = view.tokens[draft.start].text
    comma = view.char(min(other.clause, other.cue) - 1) in COMMAS
    return first.startswith("ال") and first.endswith("ة") and not comma


def _of_a_thing(draft: Draft, other: Draft) -> bool:
    """قال الوزير إن بلاده تدرس كذا وتعتبر أن كذا, تتهم الوزارة الشركة ببناء سد ويهدد كذا: whether a verb in the present
    without a subject cannot be the speaker's, by its gender.
    """
    named = draft.subject in ("after", "before") and draft.number == other.number == "s"
    says = other.verb is not None and other.verb.group == "say"
    differ = draft.gender != other.gender and (draft.gender == "f" or draft.kind == "that")
    return named and differ and other.tense == "present" and not says


def _people(draft: Draft) -> bool:
    """Whether a subject of a feminine verb may be several men all the same: by no name, or by its noun."""
    name = draft.speaker.name if draft.speaker is not None else None
    head = fold_key(name.split()[0]) if name else ""
    several = speaker_nouns().roles.get(head, "").endswith("s")
    return not head or (several and head.removeprefix("ال") != _SOURCES)


def attach(participle: Draft, before: Sequence[Draft]) -> Draft | None:
    """The report whose subject a participle shares: the nearest that agrees."""
    earlier = (d for d in before if d.cue < participle.cue and not d.aside)
    finite = [d for d in earlier if d.finite and d.rule != "attribution"]
    by_order = sorted(finite, key=lambda d: (d.relative, _untold(d), -d.cue))
    for draft in by_order:  # the main report first
        if agrees(draft, participle):
            return draft
    return finite[-1] if finite else None


def _untold(draft: Draft) -> bool:
    """أعلنت فلانة أن الشركة لم تقدم تفاصيل، مشيرة إلى كذا: whether a report within another only tells what was not told."""
    return draft.polarity == "withheld" and draft.inside is not None


def sibling(draft: Draft, earlier: Sequence[Draft]) -> Speaker | None:
    """Whose words the report before in the sentence are, where it agrees."""
    return next(
        (d.speaker for d in reversed(earlier) if d.speaker is not None and agrees(d, draft)), None
    )

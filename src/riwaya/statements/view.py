"""One page as the statement rules see it: the tokens of its body, sentences, quotations, mentions.

All rules work on indices into :attr:`View.tokens`; spans are made at the very end.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from riwaya.arabic import Token, fold_key, tokens
from riwaya.model import Block, Found, Mention, Page, Span
from riwaya.statements.marks import Marks, Quote, pair_marks

READ_ROLES = frozenset({"title", "paragraph", "subheading"})
STOPS = frozenset(".!?؟…")
_CARRIED_ON = frozenset(("أن", "بأن", "وأن", "وبأن"))
_RANKS = frozenset("دمأاعل")
"""Letters that a rank is shortened to before a name (د. فلان)."""
_INITIALS = frozenset(map(fold_key, ("آر", "إف", "إس", "جيه", "جي", "دي", "بي", "سي", "تي", "كيه", "كي", "إم", "إل",
    "إن", "إيه", "إتش", "دبليو", "يو", "في", "أو", "إي", "جاي")))  # fmt: skip
"""Names of Latin letters, to which a foreign name is shortened (فلان دبليو. فلان)."""
_ON, _ALI = fold_key("على"), "عليّ"
QUOTES = frozenset("\"«»“”„‟‹›＂'‘’")
_PRONOUNS = ("", "ه", "ها", "هم", "هما", "هن", "نا", "ني", "ك", "كم")
THAT = frozenset(w + b + "ان" + p for w in ("", "و", "ف") for b in ("", "ب") for p in _PRONOUNS)
THAT_PRONOUN = re.compile(r"[وف]?ب?ان(?:ه|ها|هم|هما|هن|نا|ني|ك|كم)")


@dataclass(slots=True)
class View:
    """The body of a page. ``sentences`` are token ranges, their final mark left out."""

    page: Page
    text: str
    tokens: list[Token]
    blocks: list[Block]
    block_of: list[int]
    marks: Marks
    quote_of: list[Quote | None]
    sentences: list[tuple[int, int]] = field(default_factory=list)
    mentions: dict[int, list[Mention]] = field(default_factory=dict)
    times: dict[int, int] = field(default_factory=dict)
    timed: set[int] = field(default_factory=set)
    """The tokens that stand in a time."""
    starts: list[int] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    """The folded words; one "" more at the end, so that a look ahead by one needs no test."""
    stops: list[str] = field(default_factory=list)
    """The mark at each token, "" for a word."""
    size: int = 0
    """How many tokens there are."""
    surnames: frozenset[str] = frozenset()
    """Last words of people's names that begin like a conjunction (فايد)."""

    def sentences_start(self, i: int) -> int:
        """The first token of the sentence of token ``i``, or the first one where none holds it."""
        number = bisect_right(self.sentences, (i, len(self.tokens))) - 1
        return self.sentences[max(number, 0)][0] if self.sentences else 0

    def at(self, offset: int) -> int:
        """The index of the first token that starts at or after ``offset``."""
        return bisect_left(self.starts, offset)

    def key(self, i: int) -> str:
        """The folded word at ``i``, or "" past either end."""
        return self.keys[i] if -1 < i < self.size else ""

    def char(self, i: int) -> str:
        """The mark at ``i``, or "" where a word or nothing stands."""
        return self.stops[i] if -1 < i < self.size else ""

    def is_word(self, i: int) -> bool:
        """Whether a word or a number stands at ``i``, and neither a mark nor an end."""
        return self.key(i) != "" and not self.char(i)

    def is_comma(self, i: int) -> bool:
        """Whether a comma, Arabic or Latin, stands at ``i``."""
        return self.char(i) in ("،", ",")

    def in_title(self, i: int) -> bool:
        """Whether the token at ``i`` stands in the page's title."""
        return self.blocks[self.block_of[i]].role == "title"

    def is_that(self, i: int) -> bool:
        """Whether أن / إن / بأن, with or without a pronoun, stands at ``i``."""
        return self.key(i) in THAT and "آ" not in self.tokens[i].text  # آن is a name

    def words(self, i: int, j: int) -> str:
        """The text from token ``i`` up to token ``j``."""
        return self.text[self.tokens[i].start : self.tokens[j - 1].end] if i < j else ""

    def mention(self, i: int) -> Mention | None:
        """The longest mention that starts in the token ``i``."""
        found = self.mentions.get(i)
        return found[0] if found else None

    def after(self, mention: Mention) -> int:
        """The index of the first token past a mention."""
        return self.at(mention.end)

    def width(self, i: int, j: int) -> int:
        """The tokens from ``i`` up to ``j``, marks inside a name (سي.إن.إن, كان-تي) left out."""
        return sum(self.stops[k] not in (".", "-", "_") for k in range(i, j))

    def skip_comma(self, i: int) -> int:
        return i + 1 if self.is_comma(i) else i

    def span(self, i: int, j: int) -> Span:
        return self.tokens[i].start, self.tokens[j - 1].end


def make_view(page: Page, found: Found) -> View:
    """The view of a page; a page without blocks is read line by line."""
    text = page.text
    blocks = [b for b in found.blocks if b.role in READ_ROLES] or (
        [] if found.blocks else line_blocks(text)
    )
    spans = [(b.start, b.end) for b in blocks]
    marks = pair_marks(text, spans)
    body: list[Token] = []
    block_of: list[int] = []
    every = tokens(text)
    every_starts = [t.start for t in every]
    for number, block in enumerate(blocks):
        low, high = bisect_left(every_starts, block.start), bisect_left(every_starts, block.end)
        if low > 0 and every[low - 1].end > block.start:
            body.append(_cut(every[low - 1], block.start))
            block_of.append(number)
        body.extend(every[low:high])
        block_of.extend([number] * (high - low))
    view = View(page, text, body, blocks, block_of, marks, _quote_of(body, marks))
    view.starts = [t.start for t in body]
    view.size = len(body)
    view.keys = [t.key for t in body] + [""]
    view.stops = [t.text[0] if t.kind == "mark" else "" for t in body]
    view.sentences = list(_sentences(view))
    _index(view, found)
    view.surnames = _surnames(found)
    return view


def _surnames(found: Found) -> frozenset[str]:
    """The last words of the people named whose first letter could be a conjunction."""
    people = (m.text for m in found.mentions if m.type == "PER" and m.kind == "name")
    last = (name.split()[-1] for name in people if " " in name)
    return frozenset(fold_key(word) for word in last if word[:1] in "وف")


def _cut(token: Token, start: int) -> Token:
    """The part of a word that lies in a block glued to a byline (وكالاتأعرب)."""
    text = token.text[start - token.start :]
    return Token(start, token.end, text, fold_key(text) or text, token.kind)


def line_blocks(text: str) -> list[Block]:
    """Each line of a text without blocks as a paragraph, blanks trimmed."""
    out = []
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            out.append(Block(start=start, end=end, role="paragraph"))
    return out


def _quote_of(body: Sequence[Token], marks: Marks) -> list[Quote | None]:
    """For each token the innermost quotation that it stands in (marks of it included)."""
    out: list[Quote | None] = [None] * len(body)
    starts = [t.start for t in body]
    for quote in marks.quotes:  # outer first, so that inner ones overwrite
        low, high = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
        out[low:high] = [quote] * (high - low)
    return out


def _index(view: View, found: Found) -> None:
    for mention in found.mentions:
        i = view.at(mention.start)
        if i > 0 and view.tokens[i - 1].end > mention.start:
            i -= 1  # the mention begins inside a word, after its proclitics
        if i < len(view.tokens) and view.tokens[i].start < mention.end:
            view.mentions.setdefault(i, []).append(mention)
        if mention.type == "PER" and mention.kind == "name":
            _part_ali(view, mention)
    for at_token in view.mentions.values():
        at_token.sort(key=lambda m: m.start - m.end)
    for time in found.times:
        i = view.at(time.start)
        if i > 0 and view.tokens[i - 1].end > time.start and view.keys[i - 1][:1] in ("و", "ف"):
            i -= 1  # والاثنين
        if i < len(view.tokens):
            view.times[i] = max(view.times.get(i, 0), view.at(time.end))
            view.timed.update(range(i, view.times[i]))


def _part_ali(view: View, name: Mention) -> None:
    """Keep علي in a person's name apart from على, which folding makes one of."""
    for k in range(view.at(name.start), view.at(name.end)):
        if view.keys[k] == _ON:
            view.keys[k] = _ALI


def _sentences(view: View) -> list[tuple[int, int]]:
    """Token ranges of sentences: cut at final marks outside quotations and where a block really ends."""
    out: list[tuple[int, int]] = []
    start = 0
    finished = _finishing_share(view)
    for i, token in enumerate(view.tokens):
        last = i + 1 == len(view.tokens)
        ends = token.kind == "mark" and _is_stop(view, i)
        if ends and i >= start:
            out.append((start, i + (token.text not in STOPS)))  # a closing mark is the sentence's
            start = i + 1
        elif last or (view.block_of[i + 1] != view.block_of[i] and not _goes_on(view, i, finished)):
            out.append((start, i + 1))
            start = i + 1
    return [(a, b) for a, b in out if a < b]


def _is_stop(view: View, i: int) -> bool:
    token = view.tokens[i]
    if token.text not in STOPS:
        return _closes_a_sentence(view, i)
    if token.text == "." and _within_a_sentence(view, i):
        return False
    quote = view.quote_of[i]
    if quote is not None and quote.start < token.start and token.end < quote.end:
        return False
    if token.text in ".…":
        dots = _dots(view, i)
        if dots > 1:
            return dots == 2 and view.char(i + 1) != "."
        after = view.text[token.end : token.end + 1]
        return not after or after.isspace() or after in '"”»)'
    return True


def _within_a_sentence(view: View, i: int) -> bool:
    """A full stop behind a rank in short (د. فلان), or before أن, which begins no sentence (كشف فلان. أن كذا)."""
    if i == 0 or i + 1 >= len(view.tokens) or view.block_of[i + 1] != view.block_of[i]:
        return False
    rank = view.key(i - 1) in _RANKS | _INITIALS and view.is_word(i + 1)
    return rank or view.tokens[i + 1].text in _CARRIED_ON


def _dots(view: View, i: int) -> int:
    """How many full stops stand in a row around token ``i``: two part sentences, three trail off."""
    low, high = i, i + 1
    while (
        low > 0 and view.char(low - 1) == "." and view.tokens[low - 1].end == view.tokens[low].start
    ):
        low -= 1
    while view.char(high) == "." and view.tokens[high].start == view.tokens[high - 1].end:
        high += 1
    return high - low


def _closes_a_sentence(view: View, i: int) -> bool:
    """A closing mark with a full stop inside it, before a new word: the sentence ended in the quotation."""
    quote = view.quote_of[i]
    return (
        quote is not None
        and quote.closed
        and view.tokens[i].end == quote.end
        and view.char(i - 1) in STOPS
        and i + 1 < len(view.tokens)
        and view.tokens[i + 1].is_word
    )


def _finishing_share(view: View) -> float:
    """How many of the page's paragraphs of some length end in a final mark."""
    long = [b for b in view.blocks if b.role == "paragraph" and b.end - b.start > 60]
    done = sum(view.text[b.end - 1] in '.!?؟…»”":؛' for b in long)
    return done / len(long) if long else 0.0


_REPORTS = frozenset(map(fold_key, ("قال", "قالت", "أعلن", "أعلنت", "أكد", "أكدت", "رد", "ردت", "ذكر", "ذكرت", "نشر", "نشرت",
    "تداول", "كشف", "كشفت", "أفاد", "أفادت", "حذر", "حذرت", "دعا", "دعت", "نفى", "نفت", "هدد", "هددت", "اتهم", "اتهمت",
    "أعرب", "أعربت", "بحث", "رفض", "رفضت")))  # fmt: skip


def _new_report(view: View, i: int) -> bool:
    """Whether a paragraph begins with a verb of saying: one that goes on from a broken line has و before it or none."""
    return view.key(i) in _REPORTS


def _goes_on(view: View, i: int, finished: float) -> bool:
    """Whether the sentence runs on past the end of the block that token ``i`` ends."""
    block, following = view.blocks[view.block_of[i]], view.blocks[view.block_of[i + 1]]
    if block.role != "paragraph" or following.role != "paragraph":
        return False
    quote = view.quote_of[i]
    if quote is not None and quote.start < view.tokens[i].start and quote.end > following.start:
        return True
    if _new_report(view, i + 1):
        return False
    if view.char(i) in ("،", ","):
        return finished >= 0.4
    return view.tokens[i].is_word and finished >= 0.6 and block.end - block.start > 40

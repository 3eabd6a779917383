"""Who said what: statements with the chain that carries them, and one claim's wordings."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from riwaya.errors import RiwayaError
from riwaya.model import Claim, Struct
from riwaya.store import search as fulltext
from riwaya.web.queries.entities import ids_of, one_of
from riwaya.web.queries.paging import Cut, Paged, Where, paged
from riwaya.web.shapes import ClaimView, Facet, Saying

ACTS = (
    "assert", "announce", "warn", "threaten", "demand", "request", "propose", "promise", "agree",
    "deny", "reject", "praise", "criticise", "ask", "other",
)  # fmt: skip
VOICES = ("own", "told", "endorsed")
_COLUMNS = (
    "p.id, s.id, p.title, p.outlet, p.outlet_entity, p.published, s.type, s.voice, "
    's.polarity, s.act, s.speaker, s.speaker_name, s.addressee, s.chain, s.inside, s.start, s."end", s.content '
)
_CLAIMS_AT_ONCE = 200


class StatementFilter(Struct, frozen=True, kw_only=True):
    """Which statements. ``speaker``, ``addressee`` and ``about`` are entities; days are ISO, both included."""

    speaker: str | None = None
    addressee: str | None = None
    about: str | None = None
    """Somebody or something that the statement's words name."""
    act: str | None = None
    voice: str | None = None
    """``own``, or ``told`` for all that another tells."""
    story: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    words: str | None = None


def list_statements(db: sqlite3.Connection, asked: StatementFilter, cut: Cut) -> Paged[Saying]:
    """Statements, those of the latest pages first, in the order of the page."""
    where = _where(db, asked)
    by_entity = asked.speaker or asked.addressee or asked.about or asked.story
    # Of the latest pages of all, the planner must not sort every statement: it walks the index of dates.
    # Of one speaker it must not walk all pages: the index of speakers comes first.
    table = (
        "FROM statements s CROSS JOIN pages p ON p.n = s.page "
        if by_entity
        else "FROM pages p CROSS JOIN statements s ON s.page = p.n "
    )
    # Keys first: what is sorted and passed over need not carry its words along.
    rows = db.execute(
        f"WITH chosen (page, id) AS (SELECT s.page, s.id {table}{where.clause}"
        "ORDER BY p.published DESC, p.n DESC, s.start, s.id LIMIT ? OFFSET ?) "
        f"SELECT {_COLUMNS}FROM chosen c CROSS JOIN statements s ON s.page = c.page AND s.id = c.id "
        "CROSS JOIN pages p ON p.n = s.page ORDER BY p.published DESC, p.n DESC, s.start, s.id",
        (*where.values, cut.limit, cut.offset),
    ).fetchall()
    return paged(with_claims(db, [saying(row) for row in rows]), cut)


def _where(db: sqlite3.Connection, asked: StatementFilter) -> Where:
    where = Where.none()
    for column, entity in (("s.speaker", asked.speaker), ("s.addressee", asked.addressee)):
        if entity:
            test, values = one_of(db, column, entity)
            where.add(test, *values)
    if asked.about:
        test, values = one_of(db, "entity", asked.about)
        where.add(
            f"(s.page, s.id) IN (SELECT page, statement FROM statement_mentions WHERE {test})",
            *values,
        )
    if asked.act:
        where.add("s.act = ?", asked.act)
    if asked.voice:
        where.add("s.voice = 'own'" if asked.voice == "own" else "s.voice <> 'own'")
    if asked.story:
        where.add("s.page IN (SELECT page FROM story_pages WHERE story = ?)", asked.story)
    if asked.outlet:
        where.add("p.outlet_entity = ?", asked.outlet)
    if asked.since:
        where.add("p.published >= ?", asked.since)
    if asked.until:
        where.add(
            "p.published < ?", (date.fromisoformat(asked.until) + timedelta(days=1)).isoformat()
        )
    if asked.words and (terms := fulltext.parse(asked.words)):
        # The plus keeps the planner on the index of dates: it stops once a page of the list is full.
        where.add(
            "+p.n IN (SELECT rowid FROM search WHERE search MATCH ?)",
            fulltext.match_expression(terms),
        )
        where.add(*_content_has(terms))
    return where


def _content_has(terms: Sequence[fulltext.Term]) -> tuple[str, ...]:
    """That the statement's own words have the terms, in any spelling; ``fold`` is the desk's own function."""
    return (
        " AND ".join("instr(fold(s.content), ?) > 0" for _ in terms),
        *(" ".join(term) for term in terms),
    )


def saying(row: Sequence[object]) -> Saying:
    """A row of the columns that this module selects."""
    names = Saying.__struct_fields__
    fields = dict(zip(names[: len(row)], row, strict=True))
    fields["chain"] = tuple(json.loads(str(fields["chain"])))
    return Saying(**fields)  # type: ignore[arg-type]


def with_claims(db: sqlite3.Connection, sayings: list[Saying]) -> list[Saying]:
    """The statements with the claim that each is a wording of, and how many wordings that has."""
    claims: dict[tuple[str, str], tuple[str, int]] = {}
    keys = [(s.page, s.id) for s in sayings]
    for at in range(0, len(keys), _CLAIMS_AT_ONCE):
        some = keys[at : at + _CLAIMS_AT_ONCE]
        marks = ", ".join(["(?, ?)"] * len(some))
        rows = db.execute(
            f"WITH asked (page, statement) AS (VALUES {marks}) "
            "SELECT asked.page, asked.statement, w.claim, "
            "(SELECT COUNT(*) FROM claim_wordings o WHERE o.claim = w.claim) "
            "FROM asked JOIN pages p ON p.id = asked.page "
            "JOIN claim_wordings w ON w.page = p.n AND w.statement = asked.statement",
            [value for key in some for value in key],
        )
        claims.update({(page, statement): (claim, count) for page, statement, claim, count in rows})
    return [
        msgspec.structs.replace(s, claim=claims[s.page, s.id][0], wordings=claims[s.page, s.id][1])
        if (s.page, s.id) in claims
        else s
        for s in sayings
    ]


def view_claim(db: sqlite3.Connection, wanted: str) -> ClaimView:
    """A claim with its wordings; error ``nothing_such``."""
    row = db.execute("SELECT data FROM claims WHERE id = ?", (wanted,)).fetchone()
    if row is None:
        raise RiwayaError("nothing_such", kind="claim", wanted=wanted)
    claim = msgspec.json.decode(row[0], type=Claim)
    rows = db.execute(
        f"SELECT {_COLUMNS}FROM claim_wordings w JOIN pages p ON p.n = w.page "
        "JOIN statements s ON s.page = w.page AND s.id = w.statement WHERE w.claim = ? "
        "ORDER BY p.published IS NULL, p.published, p.id LIMIT 200",
        (wanted,),
    )
    return ClaimView(
        id=claim.id, origins=claim.origins, independent=claim.independent,
        independent_max=claim.independent_max, wordings=tuple(saying(r) for r in rows),
    )  # fmt: skip


def story_claims(db: sqlite3.Connection, story: str, limit: int) -> list[str]:
    """The claims of a story that most pages have."""
    rows = db.execute(
        "SELECT w.claim, COUNT(DISTINCT w.page) AS pages FROM claim_wordings w "
        "JOIN story_pages sp ON sp.page = w.page WHERE sp.story = ? AND w.statement IS NOT NULL "
        "GROUP BY 1 ORDER BY pages DESC, 1 LIMIT ?",
        (story, limit),
    )
    return [claim for claim, _ in rows]


def acts_of(db: sqlite3.Connection, speaker: str) -> list[Facet]:
    """What somebody does with words, the commonest first."""
    ids = ids_of(db, speaker)
    rows = db.execute(
        f"SELECT act, COUNT(*) FROM statements WHERE speaker IN ({', '.join('?' * len(ids))}) "
        "GROUP BY 1 ORDER BY 2 DESC, 1",
        ids,
    )
    return [Facet(value=act, name=act, count=count) for act, count in rows]


def speakers_of(db: sqlite3.Connection, limit: int = 20) -> list[Facet]:
    """Who speaks most, in the record."""
    rows = db.execute(
        "SELECT entity, statements FROM speakers ORDER BY statements DESC, entity LIMIT ?", (limit,)
    )
    return [Facet(value=who, name=who, count=count) for who, count in rows]

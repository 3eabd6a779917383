"""What is new since the last look: disputes, and pages that a saved search finds.

What was in the record when it was first watched is not news, nor is what a search found when it was
saved: both are noted without a word.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from urllib.parse import parse_qs

import msgspec

from riwaya.errors import RiwayaError
from riwaya.model import Dispute, PageSpan
from riwaya.store.codec import unpack_page
from riwaya.store.lists import queries
from riwaya.store.moment import now
from riwaya.store.shapes import Hit

_MOST_EVIDENCE = 5
_LONGEST_QUOTE = 300


def note_events(db: sqlite3.Connection) -> int:
    """Note what is new as events; how many. Call inside a transaction, after the joins."""
    return _note_disputes(db) + _note_matches(db)


def _put(
    db: sqlite3.Connection, kind: str, title: str, data: object, key: str | None = None
) -> int:
    """How many events that is: none where one of this key was told before."""
    return db.execute(
        "INSERT OR IGNORE INTO watch_events (kind, title, made_at, data, key) VALUES (?, ?, ?, ?, ?)",
        (kind, title, now(), json.dumps(data, ensure_ascii=False), key),
    ).rowcount


# ---------------------------------------------------------------- disputes


def _note_disputes(db: sqlite3.Connection) -> int:
    first = not db.execute("SELECT 1 FROM meta WHERE key = 'watched_since'").fetchone()
    db.execute("INSERT OR IGNORE INTO meta VALUES ('watched_since', ?)", (now(),))
    known = set(db.execute("SELECT said, page FROM watched_disputes"))
    noted = 0
    for (data,) in db.execute("SELECT data FROM disputes ORDER BY n").fetchall():
        dispute = msgspec.json.decode(data, type=Dispute)
        rows = _said(dispute)
        fresh = rows - known
        db.executemany("INSERT OR IGNORE INTO watched_disputes VALUES (?, ?)", sorted(fresh))
        if fresh == rows and not first:
            title = dispute.message_ar or dispute.message
            noted += _put(db, "dispute", title, _told(db, dispute))
    return noted


def _said(dispute: Dispute) -> set[tuple[str, str]]:
    """A hash of the values, with each page that has one.

    A dispute is an old one where its values were told of one of its pages: that more pages come to tell
    them, or that its story gets another id, is not news.
    """
    values = sorted(value.value for value in dispute.values)
    said = json.dumps([dispute.kind, dispute.field, values], ensure_ascii=False)
    key = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
    return {(key, span.page) for value in dispute.values for span in value.evidence} or {(key, "")}


def _told(db: sqlite3.Connection, dispute: Dispute) -> dict[str, object]:
    title = db.execute("SELECT title FROM stories WHERE id = ?", (dispute.story,)).fetchone()
    who = sorted({one for value in dispute.values for one in value.according_to})
    names = db.execute(
        "SELECT id, name FROM entities WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(who),),
    )
    return {
        "kind": dispute.kind, "field": dispute.field, "message": dispute.message,
        "message_ar": dispute.message_ar,
        "story": {"id": dispute.story, "title": title[0] if title else None},
        "names": dict(names.fetchall()),
        "values": [
            {
                "value": value.value, "according_to": value.according_to,
                "evidence": [_quoted(db, span) for span in value.evidence[:_MOST_EVIDENCE]],
            }
            for value in dispute.values
        ],
    }  # fmt: skip


def _quoted(db: sqlite3.Connection, span: PageSpan) -> dict[str, object]:
    row = db.execute(
        "SELECT url, data FROM pages JOIN page_data ON page = n WHERE id = ?", (span.page,)
    ).fetchone()
    text = unpack_page(row[1]).page.text if row else ""
    return {
        "page": span.page, "url": row[0] if row else None, "start": span.start, "end": span.end,
        "quote": text[span.start : min(span.end, span.start + _LONGEST_QUOTE)],
    }  # fmt: skip


# ---------------------------------------------------------------- saved searches


def _note_matches(db: sqlite3.Connection) -> int:
    (last,) = db.execute("SELECT COALESCE(MAX(n), 0) FROM pages").fetchone()
    noted = 0
    for search, name, query, seen in db.execute(
        "SELECT s.n, s.name, s.query, w.seen FROM saved_searches s LEFT JOIN watched_searches w ON w.search = s.n "
        "AND w.query = s.query ORDER BY s.n"
    ).fetchall():
        for hit in _new(db, query, seen) if seen is not None else ():
            page = hit.page
            data = {
                "search": {"n": search, "name": name, "query": query},
                "page": msgspec.to_builtins(page), "snippet": hit.snippet,
            }  # fmt: skip
            title = f"{name}: {page.title or page.id}"
            key = json.dumps(["match", query, page.id], ensure_ascii=False)
            noted += _put(db, "match", title, data, key)
        db.execute(
            "INSERT OR REPLACE INTO watched_searches VALUES (?, ?, ?)", (search, query, last)
        )
    return noted


def _new(db: sqlite3.Connection, query: str, seen: int) -> list[Hit]:
    """The pages behind number ``seen`` that a saved query finds."""
    asked = {name: values[0] for name, values in parse_qs(query).items()}
    narrow = {name: asked.get(name) for name in ("outlet", "entity", "since", "until")}
    try:
        found = queries.search(db, asked.get("words", ""), **narrow)
    except RiwayaError:  # saved by another version, whose words this one cannot read
        return []
    return list(found.where("p.n > ?", seen).ordered("p.n"))

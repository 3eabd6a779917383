"""What users corrected, carried into the rows of pages before these are joined."""

from __future__ import annotations

from riwaya.store.corrections import active, state_of
from riwaya.store.reader import RecordReader
from riwaya.store.writer import RecordWriter

_PAGES = (
    "SELECT p.n, p.id, p.sha256, COALESCE(c.state, '') FROM pages p "
    "LEFT JOIN corrected_pages c ON c.page = p.n "
    "WHERE p.sha256 IN (SELECT text_sha256 FROM corrections) ORDER BY p.n"
)


def apply_corrections(writer: RecordWriter) -> set[str]:
    """Make the rows of pages again whose corrections changed since the last time, and have them joined
    again; the ids of all pages that corrections change. Call inside a transaction.
    """
    reader = RecordReader(writer.path, writer.db)
    out = set()
    for n, page, sha256, known in writer.db.execute(_PAGES).fetchall():
        corrections = active(writer.db, sha256)
        if (state := state_of(corrections)) != known:
            writer.correct_rows(n, reader.page(page), state)
        if corrections:
            out.add(page)
    return out

"""What ``riwaya.open`` gives: a reader that shows itself well in a notebook."""

from __future__ import annotations

from html import escape

from riwaya.store.reader import RecordReader


class RecordHandle(RecordReader):
    """An open record: ``pages()``, ``page(id)``, ``stories()``, ``contacts()``, ``statements(...)``,
    ``copies()``, ``disputes()``, ``claims()``, ``entities()``, ``search(words)``, ``record()``.
    """

    def __enter__(self) -> RecordHandle:
        return self

    def __repr__(self) -> str:
        counts = self.counts()
        return (
            f"<riwaya record {self.path}: {counts.pages} pages, {counts.stories} stories, "
            f"{counts.contacts} contacts, {counts.statements} statements, {counts.disputes} disputes>"
        )

    def _repr_html_(self) -> str:
        counts = self.counts()
        cells = "".join(
            f"<tr><th>{escape(name.replace('_', ' '))}</th><td>{getattr(counts, name):,}</td></tr>"
            for name in counts.__struct_fields__
        )
        rows = "".join(
            f'<tr><td>{row.pages}</td><td dir="auto">{escape(row.title)}</td></tr>'
            for row in self.story_rows(limit=10)
        )
        return (
            f"<b>{escape(str(self.path))}</b><table>{cells}</table>"
            f"<table><tr><th>pages</th><th>story</th></tr>{rows}</table>"
        )

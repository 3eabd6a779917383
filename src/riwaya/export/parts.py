"""The parts of a record that can be exported, each as an iterator of the model's shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from riwaya.errors import RiwayaError
from riwaya.model import Struct
from riwaya.store.lists import queries
from riwaya.store.reader import RecordReader

_COPIES = ("a.id", "b.id", "c.a_start", "c.b_start", "c.a_end", "c.b_end")

PARTS: dict[str, Callable[[RecordReader], Iterable[Struct]]] = {
    "pages": lambda record: record.pages(),
    "stories": lambda record: record.stories(),
    "copies": lambda record: queries.copies(record.db).ordered(*_COPIES),
    "contacts": lambda record: queries.contacts(record.db),
    "disputes": lambda record: queries.disputes(record.db),
    "claims": lambda record: queries.claims(record.db),
}
"""By the key that each has in ``riwaya export --format json``, in that order."""

SINGULAR = {
    "pages": "page", "stories": "story", "copies": "copy", "contacts": "contact",
    "disputes": "dispute", "claims": "claim",
}  # fmt: skip


def chosen(only: str | None, known: Iterable[str] = PARTS) -> Sequence[str]:
    """The parts that ``--only a,b`` names, in our order; all where it is None. Error ``usage``."""
    known = list(known)
    if only is None:
        return known
    wanted = [name.strip() for name in only.split(",") if name.strip()]
    for name in wanted:
        if name not in known:
            raise RiwayaError("usage", why=f"no part '{name}'; there are {', '.join(known)}")
    return [name for name in known if name in wanted]

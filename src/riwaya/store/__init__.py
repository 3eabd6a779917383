"""One database file a record: schema, migrations, writing, reading, full-text search, corrections."""

from riwaya.store.corrected import Correction, address
from riwaya.store.corrections import (
    add_correction,
    forget_choice,
    list_aliases,
    list_corrections,
    merge_entities,
    split_entity,
    undo_correction,
)
from riwaya.store.reader import RecordReader
from riwaya.store.writer import RecordWriter

__all__ = [
    "Correction",
    "RecordReader",
    "RecordWriter",
    "add_correction",
    "address",
    "forget_choice",
    "list_aliases",
    "list_corrections",
    "merge_entities",
    "split_entity",
    "undo_correction",
]

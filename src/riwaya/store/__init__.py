"""One database file a record: schema, migrations, writing, reading, full-text search."""

from riwaya.store.reader import RecordReader
from riwaya.store.writer import RecordWriter

__all__ = ["RecordReader", "RecordWriter"]

"""A static report of a record: a folder of pages that open from disk, right to left, no network."""

from riwaya.export.report.write import write_report

__all__ = ["write_report"]

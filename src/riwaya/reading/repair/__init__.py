"""Repairs of a page's text, proposed and never made: where, what instead, and why.

A page's text is kept as it was read.  :func:`~riwaya.reading.repair.view.repaired` gives the text
with its repairs, and the way back from each of its offsets to the page's own.
"""

from riwaya.reading.repair.view import RepairedView, repaired, repaired_lines

__all__ = ["RepairedView", "repaired", "repaired_lines"]

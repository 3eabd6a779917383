"""What ``riwaya.open`` gives: a record as a Python reader, a notebook and data frames know it."""

from riwaya.client.record import Record
from riwaya.client.rows import Rows

__all__ = ["Record", "Rows"]

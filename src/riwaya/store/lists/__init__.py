"""Lists of a record, read lazily: narrowed by filters, counted, cut, and paged by key.

Each list is a :class:`~riwaya.store.lists.listing.Listing` of typed rows; ``queries`` has one function
a list, with its filters.  Exports, the Python client and REST read the record through these.
"""

from riwaya.store.lists.listing import Listing, Table

__all__ = ["Listing", "Table"]

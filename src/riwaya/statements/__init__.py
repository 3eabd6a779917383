"""Who said what to whom, and through whom we know it.

``find_statements(page, found)`` is the page step, ``tag(text)`` the same for a bare text,
``check_quotations(page, found)`` the warnings about quotation marks.
"""

from riwaya.statements.checks import check_quotations
from riwaya.statements.extract import find_statements, tag

__all__ = ["check_quotations", "find_statements", "tag"]

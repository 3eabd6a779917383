"""Times as inline XML, in the TIMEX3 tags of ISO-TimeML."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from riwaya.model import Time

# Control characters that no XML 1.0 document may hold.
_ILLEGAL = dict.fromkeys(
    [code for code in range(32) if chr(code) not in "\t\n\r"]
    + [*range(0xD800, 0xE000), 0xFFFE, 0xFFFF],
    "\ufffd",
)


def to_timex3_xml(text: str, times: Iterable[Time]) -> str:
    """The text as an XML document with every time in a ``TIMEX3`` element.

    Times that overlap an earlier one are left out; without its tags the document's text is
    ``text``, but for characters that XML cannot hold.
    """
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>']
    at = 0
    number = 0
    for time in sorted(times, key=lambda t: (t.start, -t.end)):
        if time.start < at or time.end > len(text) or time.end <= time.start:
            continue
        number += 1
        out.append(_plain(text[at : time.start]))
        attributes = f'tid="t{number}" type="{time.type}" value={quoteattr(time.value)}'
        attributes += f' mod="{time.mod}"' if time.mod else ""
        out.append(f"<TIMEX3 {attributes}>{_plain(text[time.start : time.end])}</TIMEX3>")
        at = time.end
    out.append(_plain(text[at:]))
    out.append("</TimeML>\n")
    return "".join(out)


def _plain(text: str) -> str:
    return escape(text.translate(_ILLEGAL))

"""Who is who: names, offices, and one identity across pages.

:func:`registry` holds what is known, :func:`use` adds a file of the user's own to it, :func:`tag`
reads a text by itself; the page step is
:func:`riwaya.names.mentions.find_mentions`.
"""

from __future__ import annotations

from riwaya.model import Mention
from riwaya.names.entities import Entity, Form, Tenure
from riwaya.names.own import use
from riwaya.names.registry import Registry, registry

__all__ = ["Entity", "Form", "Registry", "Tenure", "registry", "tag", "use"]


def tag(text: str, date: str | None = None) -> list[Mention]:
    """The names and nominals of a text, each line read as a block of one page.

    ``date`` (ISO) says whose the offices are: الرئيس الأمريكي without a name beside it.  Offsets are
    code points of ``text``.
    """
    from riwaya.names.mentions import mentions_of

    areas: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            areas.append((at, at + len(line)))
        at += len(line) + 1
    return mentions_of(text, areas, date)

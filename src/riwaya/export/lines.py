"""The lines that are not a page's own shape: what was set aside."""

from __future__ import annotations

from riwaya.model import SetAside, Struct


class SetAsideReason(Struct, frozen=True, kw_only=True):
    """Why a page was set aside; ``language`` where that is the reason, ``detail`` the line for people."""

    reason: str
    language: str | None = None
    detail: str = ""


class SetAsideLine(Struct, frozen=True, kw_only=True):
    """``{"id", "set_aside": {"reason", "language", "detail"}}``."""

    id: str
    set_aside: SetAsideReason


def set_aside_line(item: SetAside) -> SetAsideLine:
    """The line that is printed for a page set aside."""
    reason = SetAsideReason(reason=item.reason, language=item.language, detail=item.detail)
    return SetAsideLine(id=item.id, set_aside=reason)

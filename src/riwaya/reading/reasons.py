"""Why a page is set aside: every reason code, and the one line that a person reads.

The codes are stable: they are printed as ``set_aside.reason`` and stored.
Each line says what was found, where, and what to do.
"""

from __future__ import annotations

from riwaya.model import SetAside

REASONS: dict[str, str] = {
    # what cannot be opened
    "missing": "{where}: no such file or folder; check the path",
    "unreadable": "{where}: cannot be read ({why}); check its permissions",
    "unsupported": "{where}: {what} cannot be read here; {todo}",
    # what cannot be fetched
    "bad_address": "{where}: no address that can be fetched ({why}); check it",
    "forbidden_address": "{where}: an address of a private network ({why}); --allow-private permits it",
    "robots": "{where}: the site does not let programs read it ({why}); save the page and give its file",
    "unreachable": "{where}: no answer came ({why}); check the address, or try again later",
    "slow": "{where}: the answer took too long ({why}); try again later",
    "http_status": "{where}: the server gave no page ({why}); check the address, or try again later",
    # what can be opened and is no page
    "empty": "{where}: the {what} is empty; nothing to read",
    "binary": "{where}: binary data ({what}), not a page; give text, HTML or JSON lines",
    "too_large": "{where}: {what} is larger than {limit} bytes; split it, or raise the limit",
    "too_long": "{where}: the text has more than {limit} {what}: no news page; split it",
    "corrupt": "{where}: the compressed data is damaged or cut off ({why}); what came before was kept",
    # what is a page that cannot be used
    "bad_record": "{where}: not a JSON record ({why}, column {column}); mend or drop the line",
    "bad_markup": "{where}: the markup cannot be read safely ({why}); save the page again",
    "no_body": "{where}: no article text found ({why}); nothing was taken from it",
    "not_arabic": "{where}: the text is {what}, not Arabic; set aside",
}


def set_aside(
    page_id: str, reason: str, *, language: str | None = None, **values: object
) -> SetAside:
    """A :class:`SetAside` whose ``detail`` is the reason's line. ``where`` is the id unless given."""
    detail = REASONS[reason].format(**{"where": page_id, **values})
    return SetAside(id=page_id, reason=reason, language=language, detail=detail)

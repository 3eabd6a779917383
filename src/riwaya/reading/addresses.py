"""One spelling of a page's address, so that the ways to one page lead to one.

Print, AMP and mobile versions, tracking parameters, caches and archives of a page are the page.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import SplitResult, unquote, urlsplit

from riwaya.model import Page

_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|ttclid|mc_[ce]id|_ga|_gl|ref|ref_?src|ref_?url|"
    r"referrer|xtor|at_\w+|cmpid|cmp|ns_\w+|s_cid|ocid|ito|spm|smid|share|shared|sharedid|traffic_source|traffictype|"
    r"feedname|fromrss|_x_tr_\w+|usqp|amp_js_v|amp_gsa|cachebuster|nocache|pfrom|campaign)", re.I,
)  # fmt: skip
"""Parameters that say how a reader came, not what is read."""
_VARIANT = {
    "amp": None, "outputtype": {"amp"}, "output": {"amp", "1"}, "view": {"print", "amp"}, "mode": {"print"},
    "print": None, "printable": None, "printview": None, "format": {"amp", "print"}, "tmpl": {"component"},
    "m": {"1"}, "mobile": None, "device": {"mobile"}, "layout": {"amp", "print"}, "isamp": None, "desktop": None,
}  # fmt: skip
"""Parameters that ask for another layout, with their values where only some do."""
_HOST = re.compile(r"^(?:www\d?|m|mobile|amp|wap|touch)\.(?=[^.]+\.)")
_PATH_VARIANT = re.compile(r"(?:^|/)(?:amp|print|printversion|m)(?=/|$)|\.amp(?=$|\.html?$)", re.I)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.I)
_ARCHIVE = re.compile(
    r"^https?://(?:web\.archive\.org/web/\d+\w*/|(?:www\.)?google\.[a-z.]+/amp/(?:s/)?|"
    r"webcache\.googleusercontent\.com/search\?q=cache:(?:[\w-]+:)?|[\w-]+\.cdn\.ampproject\.org/[cvw]/(?:s/)?)(?=\S)",
    re.I,
)
_NUMBER = re.compile(r"\d{4,}")
_SLUG = re.compile(r"[^/]*\w-[^/]*-\w[^/]*$")


def url_address(url: str) -> str | None:
    """The page's address: scheme, ``www.`` and ``m.``, fragment, tracking and layout aside; None if no URL.

    >>> url_address("https://m.Example.net/amp/news/7/?utm_source=x#top")
    '//example.net/news/7'
    """
    parts = _split(url)
    if parts is None:
        return None
    host = _HOST.sub("", (parts.hostname or "").rstrip("."))
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    kept = (p for p in parts.query.split("&") if p and not _is_idle(p))
    query = "&".join(sorted(unicodedata.normalize("NFC", unquote(p)) for p in kept))
    path = unicodedata.normalize("NFC", unquote(parts.path))
    path = re.sub(r"/{2,}", "/", _INDEX.sub("", _PATH_VARIANT.sub("", path))).rstrip("/")
    if path and not path.startswith("/"):
        path = f"/{path}"
    if not (path or query):  # a front page: no page's own address, though some sites say so of all
        return None
    return f"//{host}{port}{path}" + (f"?{query}" if query else "")


def _split(url: str) -> SplitResult | None:
    """The parts of a URL, out of the archive or cache that it may stand in."""
    text = url.strip()
    while (match := _ARCHIVE.match(text)) is not None:
        rest = text[match.end() :]
        text = rest if rest.startswith(("http://", "https://")) else f"https://{rest}"
    try:
        parts = urlsplit(text)
        usable = bool(parts.hostname) and parts.scheme in ("http", "https", "") and parts.port != -1
    except ValueError:
        return None
    return parts if usable else None


def _is_idle(parameter: str) -> bool:
    """Whether a parameter says nothing of what is read."""
    name, _, value = parameter.partition("=")
    if _TRACKING.fullmatch(name):
        return True
    values = _VARIANT.get(name.lower(), set())
    return values is None or value.lower() in values


def page_address(page: Page) -> str | None:
    """The address by which other readings of the page know it, None where it has no URL.

    The canonical address that the page names stands where it is of the same site and of an article:
    some sites name their front page, or one address for all.
    """
    told = [page.url] if page.url else []
    told += [h.value for h in page.hints if h.kind == "url" and h.basis in ("metadata", "record")]
    read = next((address for url in told if (address := url_address(url))), None)
    named = [h for h in page.hints if h.kind == "url" and h.basis not in ("metadata", "record")]
    named.sort(key=lambda hint: hint.basis != "canonical")
    for hint in named:
        address = url_address(hint.value)
        if address is not None and (read is None or _stands_for(address, read)):
            return address
    return read


def _stands_for(canonical: str, read: str) -> bool:
    """Whether an address that a page names can be that of the page: one site, one article."""
    if canonical == read:
        return True
    if _site(canonical) != _site(read):
        return False
    numbers = set(_NUMBER.findall(read))
    if numbers & set(_NUMBER.findall(canonical)):
        return True
    if canonical.rpartition("/")[2] == read.rpartition("/")[2]:
        return True
    return not numbers and bool(_SLUG.search(canonical.partition("?")[0]))


def _site(address: str) -> str:
    """The last two labels of the host, or three where the second says only what kind of site it is."""
    labels = address[2:].partition("/")[0].partition("?")[0].split(".")
    keep = 3 if len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2 else 2
    return ".".join(labels[-keep:])

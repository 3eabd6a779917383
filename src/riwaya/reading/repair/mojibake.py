"""Text that was decoded in the wrong encoding: runs that read as Arabic in the right one.

Three mistakes are known by their letters: UTF-8 read as windows-1252 (``Ø§Ù„``), UTF-8 read as
windows-1256 (``ط§ظ„``), and windows-1256 read as windows-1252 (``ÇáÑÆíÓ``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from riwaya.model import Repair

# Lead bytes of Arabic letters in UTF-8 are D8 to DB; what follows one is a continuation byte.
_AS_1252 = re.compile(r"(?:[ØÙÚÛ][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]?[ \u00a0،.]?){3,}")
_AS_1256 = re.compile(
    r"(?:[طظ][^\s\w]|[طظ][\u0600-\u06ff€‚ƒ„…†‡ˆ‰‹Œœ\u200c\u200d\u00a0-\u00bf]){4,}"
)
_TURNED = re.compile(r"[\u00c0-\u00ff]{3,}(?:[ ،,]+[\u00c0-\u00ff]{2,})*")
_ARABIC = re.compile(r"[\u0621-\u064a]")
_LATIN = re.compile(r"[a-z]", re.I)
_LEADS = "ØÙÚÛ"
_LOST = {"Ø": "ح", "Ù": "ف"}
"""Letters whose second byte windows-1252 shows as nothing (AD, 81), and pages drop."""
_LEAST = 3
_WHY = "reads as Arabic in {right}; it was decoded as {wrong}"


def mojibake(text: str, start: int, end: int) -> Iterator[Repair]:
    """Proposals for the stretches of ``text[start:end]`` that are Arabic in another encoding."""
    piece = text[start:end]
    found = list(_utf8_as_1252(piece, start)) if any(lead in piece for lead in _LEADS) else []
    if not found:
        found = list(_recoded(piece, start, _AS_1256, "cp1256", "utf-8"))
    if not found and not _ARABIC.search(piece):
        found = list(_recoded(piece, start, _TURNED, "cp1252", "cp1256"))
    yield from found


def _utf8_as_1252(piece: str, offset: int) -> Iterator[Repair]:
    for match in _AS_1252.finditer(piece):
        run = match.group().rstrip(" \u00a0،.")
        read = "".join(_letters(run))
        if len(_ARABIC.findall(read)) >= _LEAST and not any(lead in read for lead in _LEADS):
            yield _proposal(offset + match.start(), run, read, "UTF-8", "windows-1252")


def _letters(run: str) -> Iterator[str]:
    """The letters of a run, two characters each, or one where the second was lost."""
    at = 0
    while at < len(run):
        pair = run[at : at + 2]
        if run[at] not in _LEADS:
            yield run[at]
            at += 1
            continue
        try:
            yield pair.encode("cp1252").decode("utf-8") if len(pair) == 2 else _LOST[pair]
            at += 2
        except (UnicodeError, KeyError):
            yield _LOST.get(run[at], run[at])
            at += 1 + (pair[1:] in ("\x81", "\xad"))


def _recoded(
    piece: str, offset: int, shape: re.Pattern[str], wrong: str, right: str
) -> Iterator[Repair]:
    for match in shape.finditer(piece):
        run = match.group()
        try:
            read = run.encode(wrong).decode(right)
        except UnicodeError:
            continue
        letters = len(_ARABIC.findall(read))
        if letters >= _LEAST and 2 * letters > len(read) and not _LATIN.search(read):
            names = {"cp1252": "windows-1252", "cp1256": "windows-1256", "utf-8": "UTF-8"}
            yield _proposal(offset + match.start(), run, read, names[right], names[wrong])


def _proposal(start: int, run: str, read: str, right: str, wrong: str) -> Repair:
    return Repair(
        kind="mojibake", start=start, end=start + len(run), replacement=read,
        reason=_WHY.format(right=right, wrong=wrong),
    )  # fmt: skip

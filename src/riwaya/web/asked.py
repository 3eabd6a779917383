"""What a reader asked for: the parameters of a page, taken with limits, blanks as nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from riwaya.web.settings import LONGEST_ID, LONGEST_TEXT


class BadAskedError(Exception):
    """A parameter that cannot be read: ``name`` says which."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class Asked:
    """The query of one request. A blank value is as good as none; a wrong one is :class:`BadAskedError`."""

    values: Mapping[str, str]

    def text(self, name: str, longest: int = LONGEST_TEXT) -> str | None:
        """Words; control characters are refused."""
        value = self.values.get(name, "").strip()
        if len(value) > longest or "\x00" in value:
            raise BadAskedError(name)
        return value or None

    def id(self, name: str = "id") -> str | None:
        """What names a page, a story, somebody: taken as it is, blanks inside and around it too."""
        value = self.values.get(name, "")
        if len(value) > LONGEST_ID:
            raise BadAskedError(name)
        return value or None

    def wanted(self, name: str = "id") -> str:
        """An id that must be there."""
        if (value := self.id(name)) is None:
            raise BadAskedError(name)
        return value

    def day(self, name: str) -> str | None:
        """An ISO day."""
        value = self.text(name)
        if value is None:
            return None
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            raise BadAskedError(name) from None

    def choice(self, name: str, among: Sequence[str], default: str = "") -> str:
        """One of a few words, the default where none is given."""
        value = self.text(name) or default
        if value and value not in among:
            raise BadAskedError(name)
        return value

    def flag(self, name: str) -> bool:
        """A box that is ticked."""
        return self.text(name) not in (None, "0", "no", "false")

    def number(self, name: str, default: int, least: int = 1, most: int = 100_000) -> int:
        """A whole number within bounds."""
        value = self.text(name)
        if value is None:
            return default
        if not (value.isascii() and value.isdigit()) or not least <= int(value) <= most:
            raise BadAskedError(name)
        return int(value)

    def span(self, name: str = "at") -> tuple[int, int] | None:
        """``START-END`` in code points."""
        value = self.text(name)
        if value is None:
            return None
        start, dash, end = value.partition("-")
        if not dash or not (start + end).isascii() or not (start.isdigit() and end.isdigit()):
            raise BadAskedError(name)
        if len(value) > 20 or int(start) > int(end):
            raise BadAskedError(name)
        return int(start), int(end)

"""Examples for the document: an answer of each list, of invented people and outlets, typed by the model."""

from __future__ import annotations

from typing import Any

import msgspec

from riwaya.model import Claim, Copy, Field, FieldValue, MergedContact, PageSpan, Ref, Wording
from riwaya.store.shapes import EntityRow, PageRow, SetAsideRow, StatementRow
from riwaya.web.api.listing import Listed
from riwaya.web.shapes import DayCount, DisputeRow, FoundPage, OutletCount, OutletRow, StoryCard

_PAGE = PageRow(
    id="https://midar.example/africa/2010/03/10/lake-talks", title="اتصال هاتفي بين أوسلو ونيروبي",
    outlet="مدار الخبر", published="2010-03-10", url="https://midar.example/africa/2010/03/10/lake-talks",
    language="ar", format="html", chars=1420, statements=4, contacts=1, warnings=0, story="story:call",
)  # fmt: skip


def _field(*values: str | Ref, status: Any = "single") -> Field:
    span = PageSpan(page=_PAGE.id, start=157, end=177)
    return Field(
        status=status,
        values=tuple(
            FieldValue(
                value=value, pages=(_PAGE.id,), evidence=(span,), according_to=("juzif-autinu",),
                origins=("kenya",), independent=1, independent_max=2,
            )
            for value in values
        ),
    )  # fmt: skip


_PARTIES = (
    Ref(entity="angrid-halfursn", name="إنغريد هالفورسن", names=("إنغريد هالفورسن", "هالفورسن")),
    Ref(entity="danial-muangi", name="دانيال موانغي", names=("دانيال موانغي", "موانغي")),
)
_ROWS: dict[str, msgspec.Struct] = {
    "stories": StoryCard(
        id="story:call", title="اتصال هاتفي بين أوسلو ونيروبي", pages=5, first="2010-03-09",
        last="2010-03-10", outlets=4, tellings=2, statements=22, contacts=1, disputes=2, growth=3,
        by_outlet=(OutletCount(outlet="مدار الخبر", name="مدار الخبر", pages=1),),
        by_day=(DayCount(day="2010-03-09", pages=2), DayCount(day="2010-03-10", pages=3)),
    ),
    "statements": StatementRow(
        page=_PAGE.id, id="s3", type="indirect", voice="told", polarity="affirmed", act="promise",
        speaker="danial-muangi", speaker_name="موانغي", addressee="angrid-halfursn",
        chain=("juzif-autinu", "danial-muangi"), inside="s2", start=402, end=437,
        content="سيدرس المسودة قبل نهاية الشهر",
    ),
    "contacts": MergedContact(
        id=f"{_PAGE.id}#c1", pages=(_PAGE.id,), story="story:call", parties=_field(*_PARTIES),
        kind=_field("phone_call"), status=_field("held"), start=_field("2010-03-09T18:15+03:00"),
        duration=_field("PT40M", "PT25M", status="disputed"),
    ),
    "disputes": DisputeRow(
        n=1, kind="conflict", field="duration", story="story:call", day="2010-03-10",
        story_title="اتصال هاتفي بين أوسلو ونيروبي", message="40 minutes, or 25 minutes",
        message_ar="40 دقيقة أو 25 دقيقة",
    ),
    "claims": Claim(
        id="claim:1", origins=("kenya",), independent=1, independent_max=1,
        wordings=(Wording(page=_PAGE.id, statement="s3", start=402, end=437),),
    ),
    "copies": Copy(
        a=PageSpan(page=_PAGE.id, start=620, end=904), verbatim=True, similarity=0.98, kind="copy",
        b=PageSpan(page="examples/pages/rasif-call-march.txt", start=311, end=595),
        earlier=_PAGE.id,
    ),
    "entities": EntityRow(
        id="angrid-halfursn", name="إنغريد هالفورسن", type="PER", pages=7, mentions=31,
        names=("إنغريد هالفورسن", "هالفورسن"),
    ),
    "pages": _PAGE,
    "set-aside": SetAsideRow(
        id="examples/pages/persian-note.txt", reason="language", language="fa",
        detail="the page is in Persian", seen_at="2026-01-05T08:00:00Z",
    ),
    "outlets": OutletRow(
        outlet="مدار الخبر", name="مدار الخبر", pages=120, stories=96, statements=410, first=31,
        copied=12, since="2010-01-02", until="2010-06-30",
    ),
    "search": FoundPage(
        page=_PAGE, snippet="وبحث الجانبان مستقبل محادثات البحيرة", at=210, marks=((27, 36),),
        first=(237, 246),
    ),
}  # fmt: skip
"""A row of each list, by the list's path."""


def answers() -> dict[str, Any]:
    """By path, an answer as it is printed."""
    return {
        name: msgspec.json.decode(msgspec.json.encode(Listed(items=(row,), next="WzMsIm5leHQiXQ")))
        for name, row in _ROWS.items()
    }


PROBLEM = {
    "type": "urn:riwaya:problem:nothing_such",
    "title": "Nothing such",
    "status": 404,
    "detail": "no story story:none",
}
CORRECTION = {
    "page": _PAGE.id, "layer": "statements", "span": [402, 437], "action": "set",
    "value": {"speaker": "angrid-halfursn"},
}  # fmt: skip

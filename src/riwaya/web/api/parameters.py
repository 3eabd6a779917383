"""The parameters of the interface: what each means, its bounds, and an example."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from litestar.openapi.spec import Example
from litestar.params import PathParameter, QueryParameter

from riwaya.web.settings import LONGEST_ID, LONGEST_TEXT, MOST_ROWS

Limit = Annotated[
    int,
    QueryParameter(ge=1, le=MOST_ROWS, description="Rows on a page.", examples=[Example(value=50)]),
]
After = Annotated[
    str | None,
    QueryParameter(max_length=4_000, description="A cursor: `next` of the page before."),
]
Count = Annotated[bool, QueryParameter(description="Whether to count all rows into `total`.")]
Id = Annotated[
    str, QueryParameter(min_length=1, max_length=LONGEST_ID, description="An id, as lists give it.")
]
Outlet = Annotated[
    str | None,
    QueryParameter(max_length=LONGEST_ID, description="An outlet, by its id or name."),
]
Somebody = Annotated[
    str | None,
    QueryParameter(
        max_length=LONGEST_ID,
        description="Somebody or something, by any id that stands for them, or by the name where there is no id.",
        examples=[Example(value="vladimir-putin")],
    ),
]
Story = Annotated[
    str | None,
    QueryParameter(
        max_length=LONGEST_ID, description="A story, by its id or one that it had before."
    ),
]
Page = Annotated[
    str | None, QueryParameter(max_length=LONGEST_ID, description="A page, by its id.")
]
Since = Annotated[
    date | None,
    QueryParameter(description="The first day, ISO 8601.", examples=[Example(value="2023-02-06")]),
]
Until = Annotated[
    date | None,
    QueryParameter(description="The last day, included.", examples=[Example(value="2023-02-13")]),
]
Words = Annotated[
    str | None,
    QueryParameter(
        max_length=LONGEST_TEXT,
        description='Words, all of which are to be there: any spelling, any proclitics; "a phrase" in quotes.',
        examples=[Example(value='"وزير الخارجية" القاهرة')],
    ),
]
AtLeast = Annotated[int | None, QueryParameter(ge=0, le=1_000_000)]
Disputed = Annotated[
    bool | None, QueryParameter(description="true: only disputed ones; false: only the others.")
]
Number = Annotated[int, QueryParameter(ge=1, le=2**62)]
NumberInPath = Annotated[int, PathParameter(ge=1, le=2**62)]

MentionType = Literal["PER", "ORG", "GPE", "LOC", "FAC", "EVENT", "OTHER"]
OutletOrder = Literal["pages", "first", "copied", "name"]


def day(value: date | None) -> str | None:
    """A day as the queries take it."""
    return value.isoformat() if value is not None else None

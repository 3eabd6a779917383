"""Stories: the list."""

from __future__ import annotations

from litestar import Response, get

from riwaya.web.queries.paging import Cut
from riwaya.web.queries.stories import STORY_ORDERS, StoryFilter, list_stories
from riwaya.web.visit import AnyRequest, visiting


@get("/stories", sync_to_thread=True)
def stories(request: AnyRequest) -> Response[bytes]:
    """What happened: stories by time, size, growth or independent tellings."""
    with visiting(request) as visit:
        asked = visit.asked
        wanted = StoryFilter(
            order=asked.choice("order", STORY_ORDERS, "time"),  # type: ignore[arg-type]
            outlet=asked.id("outlet"),
            entity=asked.id("entity"),
            since=asked.day("since"),
            until=asked.day("until"),
            disputed=asked.flag("disputed"),
            words=asked.text("words"),
        )
        cut = Cut(asked.number("page", 1, most=1000))
        return visit.html("stories.html", found=list_stories(visit.db, wanted, cut), wanted=wanted)


HANDLERS = [stories]

"""The loop: poll what is due, fetch pages, add them to the record, tell what is new, wait.

A feed that answers is asked again after ``interval``; one that does not after twice as long each time,
or as long as it asks for (Retry-After), up to a day; all of it spread by a tenth, so that many feeds do
not come due at once.  What was fetched is in the record before the feed counts as polled: killed at any
moment, the next run asks again and loses nothing.
"""

from __future__ import annotations

import logging
import random
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from riwaya.engine.build import build
from riwaya.errors import RiwayaError
from riwaya.model import SetAside
from riwaya.reading.item import Item
from riwaya.reading.reasons import set_aside
from riwaya.reading.web.fetcher import Fetcher
from riwaya.reading.web.shapes import Fetched, FetchError
from riwaya.store.lock import watcher_lock
from riwaya.watch.atom import MOST_ENTRIES, event_id, write_feed
from riwaya.watch.entries import Entry, NoFeedError, PagesWanted, entries, page
from riwaya.watch.events import note_events
from riwaya.watch.state import GIVE_UP, Event, State
from riwaya.watch.webhook import post

LOG = logging.getLogger("riwaya.watch")
PAGES_AT_ONCE = 32
"""Pages that are fetched before they are stored."""
_EVENTS_AT_ONCE = 50
_LONGEST_WAIT = 24 * 3600.0
_FIRST_RETRY = 60.0
_LOCKED_WAIT = 30.0
_LONGEST_POST_WAIT = 3600.0
_REFUSALS = (400, 413, 415, 422)
"""What a webhook answers that minds this event, not one that is down or elsewhere (RFC 9110, 15.5)."""
_MOST_REFUSALS = 5
_GONE = 410
"""A feed that is gone for good (RFC 9110, 15.5.11)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to watch and whom to tell. ``interval`` in seconds."""

    record: Path
    feeds: tuple[str, ...]
    interval: float = 900.0
    pages: PagesWanted = "auto"
    atom: Path | None = None
    webhook: str | None = None
    key: bytes | None = None
    private_webhook: bool = False
    jobs: int = 1


@dataclass(slots=True)
class _Batch:
    """What one round of polling and fetching gave."""

    items: list[Item | SetAside] = field(default_factory=list)
    feeds: list[tuple[str, Fetched]] = field(default_factory=list)
    links: list[tuple[str, list[str]]] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    """Addresses of pages that are in ``items``, for good or set aside."""
    later: list[Callable[[], None]] = field(default_factory=list)
    """What else is to write in the record."""


class Watcher:
    """Watches the feeds of a plan. ``stop`` is set to end it after what it is doing just now."""

    def __init__(
        self,
        plan: Plan,
        fetcher: Fetcher,
        stop: threading.Event | None = None,
        state: State | None = None,
        spread: Callable[[float, float], float] = random.uniform,
    ) -> None:
        self.plan = plan
        self.fetcher = fetcher
        self.stop = stop or threading.Event()
        self.state = state or State(plan.record)
        self._spread = spread
        self._fresh = True
        """Whether there are events that the Atom feed may lack."""
        self._held: dict[str, float] = {}
        """Hosts that asked to wait, and until when."""
        self.done: Counter[str] = Counter()
        """What this run did: ``polled``, ``answered``, ``added``, ``events``, ``posted``."""

    def run(self, *, once: bool = False) -> None:
        """Watch until ``stop``; ``once`` polls each feed and fetches all that they link to, then ends.

        Errors of opening or writing the record end it; ``locked`` and ``busy`` only put it off, unless
        they meet a run of ``once`` at its beginning.
        """
        with watcher_lock(self.plan.record):
            if once:
                self._begin(0.0)
            else:
                self._when_free(lambda: self._begin(self.plan.interval))
            while not self.stop.is_set():
                worked = self._round()
                if once and not worked:
                    break
                if not worked:
                    self.stop.wait(self._pause())
            self._end()

    def _end(self) -> None:
        done = {
            name: self.done[name] for name in ("polled", "answered", "added", "events", "posted")
        }
        unsent, refused = self.state.unsent() if self.plan.webhook else (0, 0)
        left = {"pages_waiting": self.state.waiting(), "unsent": unsent, "refused": refused}
        LOG.info(
            "ended: %d of %d polls answered, %d pages added, %d new events; %d pages yet to fetch, "
            "%d events that the webhook lacks", done["answered"], done["polled"], done["added"],
            done["events"], left["pages_waiting"], unsent + refused, extra=_told("ended", **done, **left),
        )  # fmt: skip

    def _begin(self, within: float) -> None:
        """The record made or brought up to date, and what it holds already noted."""
        build([], self.plan.record, jobs=self.plan.jobs)
        self.state.follow(self.plan.feeds, within)
        if self.plan.webhook:
            self.state.open_outbox()
        self._note()
        self._write_atom()  # a path that cannot be written is told at once
        feeds = len(self.plan.feeds)
        LOG.info("watching %d feeds", feeds, extra=_told("watching", feeds=feeds))

    def _round(self) -> bool:
        """One round; whether there was anything to do."""
        due = self.state.due()
        batch = _Batch()
        for feed, failures in due:
            if self.stop.is_set():
                break
            if at := self._held_until(feed):
                batch.later.append(partial(self.state.feed_later, feed, at))
            else:
                self._poll(feed, failures, batch)
        # What came is kept until it can be written, so that no site is asked again because a build runs.
        self._when_free(lambda: self._queue(batch), at_least_once=True)
        fetched = self._fetch(batch)
        self._when_free(lambda: self._store(batch), at_least_once=True)
        posted = self._tell()
        return bool(due or fetched or posted)

    def _when_free(self, work: Callable[[], None], *, at_least_once: bool = False) -> None:
        """Do what writes; again and again while another holds the record, until told to stop."""
        while at_least_once or not self.stop.is_set():
            at_least_once = False
            try:
                work()
            except RiwayaError as error:
                if not self._put_off(error):
                    raise
            else:
                return

    def _put_off(self, error: RiwayaError) -> bool:
        """Whether another holds the record just now: then wait a little."""
        if error.code not in ("locked", "busy"):
            return False
        LOG.warning("%s", error, extra=_told("put_off", reason=error.code))
        self.stop.wait(self._about(_LOCKED_WAIT))
        return True

    def _pause(self) -> float:
        at = self.state.next_due()
        wait = self.plan.interval if at is None else at - self.state.clock()
        # Events that wait to be sent again, and a saved search that the user adds, are looked at meanwhile.
        return min(max(wait, 0.05), 60.0)

    def _held_until(self, url: str) -> float | None:
        """When the address's host may be asked again, where it asked us to wait."""
        at = self._held.get(urlsplit(url).netloc, 0.0)
        return at if at > self.state.clock() else None

    def _hold(self, url: str, error: FetchError) -> None:
        """Leave a host alone that asked for it: its other feeds and pages wait too."""
        if error.wait > 0:
            until = self.state.clock() + min(error.wait, _LONGEST_WAIT)
            self._held[urlsplit(url).netloc] = until

    def _about(self, seconds: float) -> float:
        return seconds * self._spread(0.9, 1.1)

    # ------------------------------------------------------------ polling

    def _poll(self, feed: str, failures: int, batch: _Batch) -> None:
        self.done["polled"] += 1
        try:
            answer = self.fetcher.fetch(feed, self.state.validators(feed))
            found = [] if answer.not_modified else _found(answer, self.plan.pages)
        except (FetchError, NoFeedError) as error:
            self._poll_failed(feed, failures, error, batch)
            return
        links = []
        for one in found:
            if isinstance(one, SetAside):
                batch.items.append(one)
            elif one.link is None:
                batch.items.append(one.item)
            else:
                links.append(one.link)
        self.done["answered"] += 1
        batch.feeds.append((feed, answer))
        batch.links.append((feed, links))
        what = "not modified" if answer.not_modified else f"{len(found)} entries"
        LOG.info(
            "%s: %s", feed, what,
            extra=_told("polled", feed=feed, entries=len(found), modified=not answer.not_modified),
        )  # fmt: skip

    def _poll_failed(
        self, feed: str, failures: int, error: FetchError | NoFeedError, batch: _Batch
    ) -> None:
        wait = min(_LONGEST_WAIT, max(self.plan.interval, _FIRST_RETRY) * 2.0 ** min(failures, 20))
        asked = 0.0
        if isinstance(error, FetchError):
            asked = min(error.wait, _LONGEST_WAIT)
            if error.status == _GONE:
                wait = _LONGEST_WAIT
            self._hold(feed, error)
        wait = max(self._about(wait), asked)
        batch.later.append(partial(self.state.failed, feed, str(error), wait))
        LOG.warning(
            "%s: %s; again in %.0f s", feed, error, wait,
            extra=_told("poll_failed", feed=feed, why=str(error), wait=round(wait)),
        )  # fmt: skip

    # ------------------------------------------------------------ fetching pages

    def _queue(self, batch: _Batch) -> None:
        for feed, links in batch.links:
            self.state.queue(feed, links)

    def _fetch(self, batch: _Batch) -> int:
        """Fetch pages that are due; how many were asked for."""
        pages = self.state.pages_due(PAGES_AT_ONCE)
        for number, (url, tries) in enumerate(pages):
            if self.stop.is_set():
                return number
            if at := self._held_until(url):
                batch.later.append(partial(self.state.page_later, url, at))
                continue
            try:
                answer = self.fetcher.fetch(url)
            except FetchError as error:
                self._hold(url, error)
                self._page_failed(url, tries, error, batch)
                continue
            batch.items.append(page(answer))
            batch.pages.append(url)
            LOG.info("fetched %s", url, extra=_told("fetched", page=url, bytes=len(answer.data)))
        return len(pages)

    def _page_failed(self, url: str, tries: int, error: FetchError, batch: _Batch) -> None:
        passing = error.passing or error.reason in ("unreachable", "slow")
        if passing and tries + 1 < GIVE_UP:
            wait = max(self._about(_FIRST_RETRY * 2.0**tries), min(error.wait, _LONGEST_WAIT))
            batch.later.append(partial(self.state.page_failed, url, wait))
            LOG.warning(
                "%s: %s; again in %.0f s", url, error, wait,
                extra=_told("fetch_failed", page=url, why=str(error), wait=round(wait)),
            )  # fmt: skip
            return
        values: dict[str, Any] = {
            "what": "the answer",
            "limit": self.fetcher.settings.limit,
            "why": error.why,
        }
        batch.items.append(set_aside(url, error.reason, **values))
        batch.pages.append(url)
        LOG.warning("%s: %s", url, error, extra=_told("set_aside", page=url, why=str(error)))

    # ------------------------------------------------------------ storing and telling

    def _store(self, batch: _Batch) -> None:
        """Add what came to the record; only then does its feed count as polled."""
        if batch.items:
            report = build([], self.plan.record, jobs=self.plan.jobs, items=batch.items)
            for aside in report.set_aside:
                LOG.info(
                    "set aside: %s",
                    aside.detail,
                    extra=_told("set_aside", page=aside.id, why=aside.reason),
                )
            self.done["added"] += report.added
            if report.added:
                LOG.info(
                    "added %d pages: %d in all, %d disputes", report.added, report.counts.pages,
                    report.counts.disputes, extra=_told("added", pages=report.added, all=report.counts.pages),
                )  # fmt: skip
        self.state.page_done(batch.pages)
        for feed, answer in batch.feeds:
            self.state.polled(feed, answer, self._about(self.plan.interval))
        while batch.later:
            batch.later[0]()
            batch.later.pop(0)

    def _note(self) -> None:
        with self.state.writing() as db:
            new = note_events(db)
        if new:
            self._fresh = True
            self.done["events"] += new
            LOG.info("%d new events", new, extra=_told("events", new=new))

    def _tell(self) -> int:
        """Note what is new; write the Atom feed, and send what the webhook lacks; how many it took."""
        try:
            self._note()
            self._write_atom()
            return self._post(self.plan.webhook) if self.plan.webhook else 0
        except RiwayaError as error:
            if error.code == "output_failed":  # the pages come first: it is written the next time
                LOG.warning("%s", error, extra=_told("atom_failed", why=str(error)))
            elif not self._put_off(error):
                raise
            return 0  # the next round tells it

    def _write_atom(self) -> None:
        if self.plan.atom and (self._fresh or not self.plan.atom.exists()):
            events = self.state.events(MOST_ENTRIES)
            write_feed(self.plan.atom, self.plan.record.stem, self.state.watch_id(), events)
            self._fresh = False

    def _post(self, address: str) -> int:
        """Send the events that wait, in their order; how many were taken."""
        watch_id = self.state.watch_id()
        settings = replace(
            self.fetcher.settings, allow_private=self.plan.private_webhook, deadline=20.0
        )
        taken = 0
        for event in self.state.to_post(_EVENTS_AT_ONCE):
            if self.stop.is_set():
                break
            try:
                post(address, self.plan.key, event, event_id(watch_id, event), settings)
            except FetchError as error:
                if self._not_posted(event, error):
                    break  # the others would fare no better just now, and their order is kept
            else:
                self.state.posted(event.n)
                taken += 1
                LOG.info("told the webhook: %s", event.title, extra=_told("posted", n=event.n))
        self.done["posted"] += taken
        return taken

    def _not_posted(self, event: Event, error: FetchError) -> bool:
        """Keep an event for later; False where the webhook refused this one for good."""
        if error.status in _REFUSALS and event.tries + 1 >= _MOST_REFUSALS:
            self.state.refused(event.n, str(error))
            LOG.error(
                "the webhook refuses event %d (%s): it stays in the record, and is not sent again", event.n,
                error, extra=_told("refused", n=event.n, why=str(error)),
            )  # fmt: skip
            return False
        back_off = min(_LONGEST_POST_WAIT, 10.0 * 2.0 ** min(event.tries, 20))
        wait = max(self._about(back_off), min(error.wait, _LONGEST_WAIT))
        self.state.not_posted(event.n, str(error), wait)
        hint = "; --webhook-private allows it" if error.reason == "forbidden_address" else ""
        LOG.warning(
            "the webhook did not take event %d (%s%s); again in %.0f s", event.n, error, hint, wait,
            extra=_told("post_failed", n=event.n, why=str(error), wait=round(wait)),
        )  # fmt: skip
        return True


def _found(answer: Fetched, wanted: PagesWanted) -> list[Entry | SetAside]:
    """The entries of an answer; :class:`NoFeedError`, whatever a parser makes of what a site sends."""
    try:
        return list(entries(answer, wanted))
    except NoFeedError:
        raise
    except Exception as error:
        LOG.debug("%s", answer.url, exc_info=True)
        raise NoFeedError(f"it cannot be read ({type(error).__name__}: {error})") from error


def _told(event: str, **fields: object) -> dict[str, object]:
    """What a log line says, as data: attributes of its record."""
    return {"riwaya": {"event": event, **fields}}

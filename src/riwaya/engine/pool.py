"""Worker processes that a run survives: bounded work in flight, results in order, deaths contained."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

from riwaya.engine.server import start_server, worker_context
from riwaya.names import ensemble
from riwaya.names.own import VARIABLE, use

Item = TypeVar("Item")
Result = TypeVar("Result")

_FEW = 4
"""With fewer chunks no workers are started: that takes longer than to do them."""
_MAX_TASKS_AHEAD = 3  # per worker: enough that none waits, few enough that memory stays bounded


class Workers:
    """Worker processes: started with the first chunk that is submitted, kept until the ``with`` block ends.

    Reading and joining share them, as each start costs most of a second.
    """

    def __init__(self, jobs: int = 1) -> None:
        self.jobs = jobs
        self._executor: ProcessPoolExecutor | None = None
        self._gate: Connection | None = None

    @property
    def running(self) -> bool:
        """Whether there are workers already."""
        return self._executor is not None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def submit(
        self, function: Callable[[Sequence[Item]], Result], chunk: Sequence[Item]
    ) -> Future[Result]:
        """Have a worker run ``function`` over a chunk; :class:`BrokenProcessPool` where one died."""
        return (self._executor or self._start()).submit(function, chunk)

    def _start(self) -> ProcessPoolExecutor:
        """Start every worker, and let none work until all are there.

        The executor starts them one by one as work comes, and where one dies while it starts another
        it may wait for that other for ever (CPython 3.11: it ends those that it knew of, and joins all).
        """
        context = worker_context()
        self._gate, opener = context.Pipe(duplex=False)
        self._executor = ProcessPoolExecutor(
            self.jobs,
            mp_context=context,
            initializer=_start_worker,
            initargs=(os.environ.get(VARIABLE), ensemble.embeddings(), self._gate),
        )
        # Closed, the pipe is at its end for all who wait: no lock that one who dies might hold.
        with opener:
            for _ in range(self.jobs):
                self._executor.submit(_wait_at_gate)
        return self._executor

    def stop(self) -> None:
        """End the workers; what is submitted next starts others."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None
        if self._gate is not None:
            self._gate.close()
            self._gate = None


class Pool(Generic[Item, Result]):
    """Runs one importable function over chunks of items.

    With one job, or with few chunks, it all happens in this process: workers take longer to
    start than a few pages to read.  ``died`` makes the result of an item on which a
    worker process died (a crash in native code, the system out of memory).  ``meanwhile`` is called
    once where workers are used: while they start, or over the first chunks where they run already.
    """

    def __init__(
        self,
        function: Callable[[Sequence[Item]], Result],
        workers: Workers,
        died: Callable[[Item], Result],
        meanwhile: Callable[[], None] = lambda: None,
    ) -> None:
        self._function = function
        self._workers = workers
        self._died = died
        self._meanwhile = meanwhile

    def run(self, chunks: Iterable[Sequence[Item]]) -> Iterator[Result]:
        """The results in the order of the chunks; a chunk whose worker died comes item by item."""
        source = iter(chunks)
        first = list(islice(source, _FEW))
        source = chain(first, source)
        if self._workers.jobs <= 1 or len(first) < _FEW:
            for chunk in source:
                yield self._function(chunk)
            return
        ahead: deque[tuple[Sequence[Item], Future[Result]]] = deque()
        running = self._workers.running
        if not running:
            start_server()
            self._meanwhile()
        while True:
            broken = self._fill(source, ahead)
            if running:
                self._meanwhile()
                running = False
            if not ahead:
                return
            chunk, future = ahead.popleft()
            try:
                if not broken or future.done():
                    yield future.result()
                    continue
            except BrokenProcessPool:
                pass
            yield from self._one_by_one([(chunk, future), *ahead])
            ahead.clear()

    def _fill(
        self,
        source: Iterator[Sequence[Item]],
        ahead: deque[tuple[Sequence[Item], Future[Result]]],
    ) -> bool:
        """Submit what may be in flight; True where the pool broke meanwhile."""
        while len(ahead) < self._workers.jobs * _MAX_TASKS_AHEAD:
            chunk = next(source, None)
            if chunk is None:
                return False
            try:
                ahead.append((chunk, self._submit(chunk)))
            except BrokenProcessPool as error:
                lost: Future[Result] = Future()
                lost.set_exception(error)
                ahead.append((chunk, lost))
                return True
        return False

    def _one_by_one(
        self, lost: Sequence[tuple[Sequence[Item], Future[Result]]]
    ) -> Iterator[Result]:
        """After a death: what was done counts; the rest again, one item a task, to find the culprit."""
        self._workers.stop()
        for chunk, future in lost:
            if future.done() and not future.cancelled() and future.exception() is None:
                yield future.result()
                continue
            for item in chunk:
                try:
                    yield self._submit([item]).result()
                except BrokenProcessPool:
                    self._workers.stop()
                    yield self._died(item)

    def _submit(self, chunk: Sequence[Item]) -> Future[Result]:
        return self._workers.submit(self._function, chunk)


_gates: list[Connection] = []
"""In a worker: where it waits for the others before any of them has work."""


def _wait_at_gate() -> None:
    _gates[0].poll(None)


def _start_worker(registry: str | None, embeddings: bool, gate: Connection) -> None:
    """Ctrl-C is the parent's to handle; a worker never outlives its parent, and has the user's registry
    and tagger even where the fork server was started before they were named.
    """
    _gates[:] = [gate]
    if registry != os.environ.get(VARIABLE):
        use(registry)
    ensemble.use_embeddings(wanted=embeddings)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_die_with_parent, daemon=True).start()


def _die_with_parent() -> None:
    if (parent := multiprocessing.parent_process()) is not None:
        wait([parent.sentinel])
        os._exit(1)

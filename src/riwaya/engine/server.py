"""The process that workers are forked from. It loads lexicons and models once, two seconds of work.

Light to import: a command that will need workers starts it before it loads anything else.
"""

from __future__ import annotations

import multiprocessing
from multiprocessing import context, forkserver

_PRELOAD = ["riwaya.engine.warm"]


def worker_context() -> context.BaseContext:
    """A fork server where there is one: it inherits no handle and no thread of ours."""
    if "forkserver" in multiprocessing.get_all_start_methods():
        made = multiprocessing.get_context("forkserver")
        made.set_forkserver_preload(_PRELOAD)
        return made
    return multiprocessing.get_context("spawn")


def start_server() -> None:
    """Have the fork server come up, without waiting for it."""
    if worker_context().get_start_method() == "forkserver":
        forkserver.ensure_running()

"""Functions for worker processes to import."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence


def double(items: Sequence[int]) -> list[int]:
    time.sleep(0.01 * (items[0] % 3))
    return [2 * item for item in items]


def die_on_seven(items: Sequence[int]) -> list[int]:
    if 7 in items:
        os._exit(11)
    return [2 * item for item in items]

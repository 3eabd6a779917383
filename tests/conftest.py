"""How the property tests draw their examples.

``make test`` draws the same ones each time: a run that passed passes again, and a change is judged by what it
changed. ``make fuzz`` draws new ones; what it finds is written into the test as an ``@example``.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("fuzz", deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
